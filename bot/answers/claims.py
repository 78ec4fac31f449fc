"""What was said or predicted, by whom, when it is due, whether it held, and how that was checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from bot.answer import Answer, Block, Cell, Choice, Column, Field, Fields, Notice, Table
from bot.answers import wording
from bot.answers.scene import Scene
from bot.call import Ask
from bot.days import Day
from bot.facts.book import Needs
from bot.facts.quoting import is_said_in
from bot.facts.records import Statement
from bot.plan import Plan
from bot.ports import Vocabulary
from bot.text import Argument, Message, Several, Term

DUE_SOON_DAYS = 120
"""How far ahead "due soon" looks: a quarter and the month in which its results appear."""
MOST_IN_FULL = 4
_PENDING, _UNCHECKED = "pending", "unchecked"


def needs(plan: Plan, vocabulary: Vocabulary) -> Needs:
    """Returns the statements alone."""
    return Needs(plan.companies, (), statements=True)


def answer(plan: Plan, scene: Scene) -> Answer:
    """Returns the statements that fit, those that still have to show first, with their verdicts as known by then."""
    when = scene.moment(plan)
    params = dict(plan.params)
    fitting = [s for s in scene.book.statements if fits(s, plan, params, when.known_at)]
    found = sorted(_quoting(fitting, params) or fitting, key=lambda s: _order(s, when.known_at))
    read = _read_as(plan, scene)
    if not found:
        blocks: tuple[Block, ...] = (Notice(Message("claims-none-next")),)
        return Answer(Message("claims-none"), blocks, _choices(params), read_as=read)
    notes = wording.Footnotes()
    headline = _headline(found, when.known_at)
    blocks = tuple(
        [_in_full(s, when.known_at, when.replayed, notes) for s in found]
        if len(found) <= MOST_IN_FULL
        else [_table(found, when.known_at, notes)]
    )
    overdue = [s for s in found if _overdue(s, when.known_at)]
    if overdue:
        blocks += (Notice(Message("claims-overdue", {"count": len(overdue)}), "warning"),)
    return Answer(headline, blocks, _choices(params), notes.all(), read_as=read)


def _quoting(statements: Sequence[Statement], params: Mapping[str, Any]) -> list[Statement]:
    """The statements that say the very figure that the question quotes; none where it quotes none."""
    amount = params.get("amount")
    if not amount:
        return []
    return [s for s in statements if is_said_in(s.said.en, Decimal(str(amount["value"])))]


def verdict_on(statement: Statement, day: Day) -> str:
    """Returns the verdict as it could be known on a day: before it was resolved, pending or not checked yet."""
    if statement.settled(day):
        return statement.verdict
    return _PENDING if statement.kind == "prediction" or statement.due_on is not None else _UNCHECKED


def against(statement: Statement, day: Day) -> bool:
    """Decides whether a verdict that speaks against a statement could be known on a day."""
    return statement.against and statement.settled(day)


def fits(statement: Statement, plan: Plan, params: dict[str, Any], day: Day) -> bool:
    """Decides whether a statement is among those asked for, as known on a day."""
    soon = statement.due_on is not None and 0 <= statement.due_on.since(day) <= DUE_SOON_DAYS
    return (
        statement.known(day)
        and (not plan.companies or bool(set(plan.companies) & set(statement.companies)))
        and params.get("speaker", statement.speaker.key) == statement.speaker.key
        and params.get("standing", verdict_on(statement, day)) == verdict_on(statement, day)
        and params.get("kind", statement.kind) == statement.kind
        and ("place" not in params or statement.in_article)
        and (not params.get("due_soon") or (soon and verdict_on(statement, day) == _PENDING))
    )


def verdict_words(statement: Statement, day: Day) -> Message:
    """Returns the verdict in words, of a pending one with the day on which it is due."""
    verdict = verdict_on(statement, day)
    if verdict == _PENDING and statement.due_on is not None:
        key = "claims-overdue-since" if _overdue(statement, day) else "claims-pending-until"
        return Message(key, {"day": statement.due_on})
    return Message("plain", {"text": Term("verdict", verdict)})


def _overdue(statement: Statement, day: Day) -> bool:
    return verdict_on(statement, day) == _PENDING and statement.due_on is not None and statement.due_on < day


def _order(statement: Statement, day: Day) -> tuple[int, str, str]:
    """What is due comes first, the nearest day before all; then what did not hold; then the rest as it was said."""
    if verdict_on(statement, day) == _PENDING and statement.due_on is not None:
        return (0, statement.due_on.iso, statement.id)
    return (1 if against(statement, day) else 2, "", statement.id)


def _headline(found: Sequence[Statement], day: Day) -> Message:
    if len(found) == 1:
        one = found[0]
        said: dict[str, Argument] = {
            "speaker": one.speaker.name,
            "said": one.said,
            "verdict": verdict_words(one, day),
        }
        return Message("claims-headline-one", said)
    counts = Counter(verdict_on(s, day) for s in found)
    each = tuple(
        Message("claims-counted", {"count": count, "verdict": Term("verdict", verdict)})
        for verdict, count in counts.most_common()
    )
    return Message("claims-headline", {"count": len(found), "each": Several(each)})


def _in_full(statement: Statement, day: Day, replayed: bool, notes: wording.Footnotes) -> Fields:
    said = [
        Field(Message("claims-said"), Cell(statement.said, (statement.id,))),
        Field(Message("claims-who"), Cell(statement.speaker.name)),
        Field(Message("claims-when"), Cell(statement.stated_on, why=Message("claims-no-day"))),
        Field(Message("claims-verdict"), Cell(verdict_words(statement, day))),
    ]
    found = _found(statement, day, replayed)
    if found is not None:
        said.append(Field(Message("claims-checked"), found))
    said.append(Field(Message("field-source"), wording.cited_briefly([statement.source], (statement.id,), notes)))
    return Fields(tuple(said))


def _found(statement: Statement, day: Day, replayed: bool) -> Cell | None:
    """How it was checked; of a statement still open the remark may speak of later days, so a replay leaves it out."""
    if statement.found is None or not statement.settled(day) or (replayed and statement.resolved_on is None):
        return None
    return Cell(statement.found, (statement.id,))


def _table(found: Sequence[Statement], day: Day, notes: wording.Footnotes) -> Table:
    columns = (
        Column(Message("claims-verdict")),
        Column(Message("claims-said")),
        Column(Message("claims-who")),
        Column(Message("claims-when")),
        Column(Message("field-source")),
    )
    rows = tuple(
        (
            Cell(verdict_words(s, day)),
            Cell(s.said, (s.id,)),
            Cell(s.speaker.name),
            Cell(s.stated_on),
            wording.cited_briefly([s.source], (s.id,), notes),
        )
        for s in found
    )
    return Table(Message("claims-caption"), columns, rows)


def _read_as(plan: Plan, scene: Scene) -> Message:
    """How the question was read, its filters with it."""
    params = dict(plan.params)
    parts: list[Argument] = [Term("operation", plan.operation)]
    if plan.companies:
        parts.append(Several(tuple(scene.name(c) for c in plan.companies)))
    if "speaker" in params:
        parts.append(scene.vocabulary.speakers[params["speaker"]].name)
    if "standing" in params:
        parts.append(Term("verdict", params["standing"]))
    if "kind" in params:
        parts.append(Term("claims-kind", params["kind"]))
    if "place" in params:
        parts.append(Message("claims-of-article"))
    if params.get("due_soon"):
        parts.append(Message("claims-due-within", {"count": DUE_SOON_DAYS}))
    if plan.known_at:
        parts.append(Message("read-known-at", {"day": plan.known_at}))
    return Message("read-as", {"parts": wording.joined(parts)})


def _choices(params: dict[str, Any]) -> tuple[Choice, ...]:
    asked = [("due_soon", "claims-choice-due", "due"), ("standing", "claims-choice-against", "contradicted")]
    asked.append(("place", "claims-choice-article", "article"))
    return tuple(Choice(Message(label), Ask("claims", text)) for key, label, text in asked if key not in params)
