"""What an alert says: what happened, the figures with their sources and ages, and why it was sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.alerts.evaluating import Told
from bot.alerts.knowing import News
from bot.alerts.saying import rule_words, said_of
from bot.alerts.series import Reading
from bot.alerts.step import Step
from bot.analysis.figures import Figure
from bot.answer import Answer, Block, Cell, Choice, Column, Field, Fields, Notice, Table
from bot.answers import wording
from bot.answers.scene import Scene
from bot.call import Ask
from bot.days import Day, Instant
from bot.facts.records import Claim, Statement
from bot.faults import Why
from bot.quantities import Count, Money
from bot.rule import LevelWatch, OvertakeWatch, Rule
from bot.text import Argument, Message, Raw, Term, Typed


@dataclass(frozen=True, slots=True)
class Behind:
    """The figures behind a reading, as every rule that it fires shows them."""

    blocks: tuple[Block, ...]
    notes: tuple[Message, ...]


def behind(reading: Reading, scene: Scene) -> Behind:
    """Returns each figure that a reading was made of, with its day, age and source."""
    notes = wording.Footnotes()
    blocks = (_figures(reading, scene, notes),) if reading.figures else ()
    return Behind(blocks, notes.all())


def of_value(rule: Rule, told: Told, figures: Behind, scene: Scene, late: Instant | None) -> Answer:
    """Returns the alert of a rule on a series: the value, what it was held against, and each figure behind it."""
    reading = told.reading
    blocks = [*figures.blocks, *_interval(rule, told.step)]
    if told.step.reason == "contested":
        blocks += _contesting(reading, scene)
    return finished(_headline(rule, told, scene), blocks, figures.notes, rule, told.step.reason, scene, late)


def of_news(rule: Rule, found: News, scene: Scene, late: Instant | None) -> Answer:
    """Returns the alert of claims newly stated or corrected."""
    notes = wording.Footnotes()
    rows = tuple(
        (
            Cell(scene.name(c.company)),
            Cell(Message("plain", {"text": _measure(c, scene)})),
            Cell(c.value, (c.id,), c.as_of, qualifier=wording.qualifier_of(c)),
            Cell(c.as_of),
            Cell(Message("news-corrected" if c.supersedes else "news-new")),
            wording.cited_briefly((c.source,), (c.id,), notes),
        )
        for c in found.claims[:10]
    )
    columns = (
        Column(Message("column-company")),
        Column(Message("column-measure")),
        Column(Message("field-value"), "number"),
        Column(Message("field-as-of")),
        Column(Message("column-news")),
        Column(Message("field-source")),
    )
    newest = found.claims[-1]
    said: dict[str, Argument] = {
        "count": len(found.claims),
        "company": scene.name(newest.company),
        "measure": _measure(newest, scene),
        "value": wording.as_put(newest.value, wording.qualifier_of(newest)),
    }
    blocks: list[Block] = [Table(Message("alert-news-caption"), columns, rows)]
    return finished(Message("alert-news", said), blocks, notes.all(), rule, "claims", scene, late)


def _measure(claim: Claim, scene: Scene) -> Argument:
    return wording.measured(Figure(claim.company, claim.measure, claim.value, basis=claim.basis), scene)


def of_statement(rule: Rule, statement: Statement, day: Day, scene: Scene, late: Instant | None) -> Answer:
    """Returns the alert of a statement that falls due."""
    notes = wording.Footnotes()
    said: dict[str, Argument] = {
        "speaker": statement.speaker.name,
        "said": statement.said,
        "day": statement.due_on or day,
    }
    cell = wording.cited_briefly((statement.source,), (), notes)
    blocks: list[Block] = [Fields((Field(Message("field-source"), cell),))]
    return finished(Message("alert-statement", said), blocks, notes.all(), rule, "statement", scene, late)


def of_expiry(rule: Rule, scene: Scene, *, ended: bool) -> Answer:
    """Returns the notice that a rule will end in a week, or has ended, with a button that renews it."""
    said: dict[str, Argument] = {"rule": rule_words(rule, scene.vocabulary), "id": Raw(rule.id)}
    if rule.expires_at is not None:
        said["day"] = rule.expires_at.day_in(rule.zone or "UTC")
    renew = Choice(Message("choice-renew"), Ask("alert", f"renew {rule.id}"))
    return Answer(Message("alert-ended" if ended else "alert-ends-soon", said), choices=(renew,))


def of_failure(rule: Rule, why: Why) -> Answer:
    """Returns the notice that a rule could not be worked out. It names no company: one of them may be what is gone."""
    said: dict[str, Argument] = {"id": Raw(rule.id), "why": Term("fault", why)}
    note = Notice(Message("alert-failed-note", {"show": Typed(f"/alert show {rule.id}")}))
    pause = Choice(Message("choice-pause"), Ask("alert", f"pause {rule.id}"))
    return Answer(Message("alert-failed", said), (note,), (pause,))


def finished(
    headline: Message,
    blocks: Sequence[Block],
    notes: tuple[Message, ...],
    rule: Rule,
    why: str,
    scene: Scene,
    late: Instant | None,
) -> Answer:
    """Returns an alert with why it was sent, whether it is late, and the rule that asked for it."""
    words = rule_words(rule, scene.vocabulary)
    because = Message(f"because-{why.replace('_', '-')}", {"rule": words})
    tail: list[Block] = [Notice(Message("alert-late", {"due": late}), "warning")] if late is not None else []
    tail.append(Notice(Message("sent-because", {"why": because, "id": Raw(rule.id)})))
    choices = (Choice(Message("choice-pause"), Ask("alert", f"pause {rule.id}")),)
    return Answer(headline, (*blocks, *tail), choices, notes)


def _headline(rule: Rule, told: Told, scene: Scene) -> Message:
    watch, taken = rule.watch, told.step
    said: dict[str, Argument] = {}
    if isinstance(watch, OvertakeWatch):
        said = {
            "first": scene.name(watch.first),
            "second": scene.name(watch.second),
            "measure": scene.measure(watch.measure).name,
        }
        if told.reading.value is not None:
            said["times"] = told.reading.value
        return Message(_overtake_key(taken), said)
    assert isinstance(watch, LevelWatch)
    kind = watch.subject.kind
    said = said_of(watch, scene.vocabulary)
    value = told.reading.value
    if value is not None:
        said["value"] = Message("so-many-days", {"count": int(value.number)}) if isinstance(value, Count) else value
    if taken.reason == "source_corrected":
        return Message("alert-value-corrected", said)
    if kind in ("high", "low"):
        return Message(f"alert-{kind}", said)
    last = next((f.value for f in told.reading.figures), None)
    if kind in ("move", "swing") and isinstance(last, Money):
        return Message("alert-move", {**said, "close": last})
    if kind == "age":
        return Message("alert-age", said)
    told_again = "still-" if taken.reason == "repeat_due" else ""
    if kind in ("ratio", "drawdown"):
        return Message(f"alert-{told_again}{kind}-{watch.side}", said)
    return Message(f"alert-{told_again}{watch.side}", said)


def _overtake_key(taken: Step) -> str:
    match taken.reason:
        case "contested":
            return "alert-overtake-contested"
        case "source_corrected":
            return "alert-overtake-corrected"
        case "repeat_due":
            return "alert-still-ahead"
        case _:
            return "alert-overtake"


def _interval(rule: Rule, taken: Step) -> list[Block]:
    """Between sparse marks the overtake lies somewhere between two days, and that is said (SEMANTICS rule 11)."""
    if not isinstance(rule.watch, OvertakeWatch) or taken.reason != "crossed" or not taken.old.order:
        return []
    after, day = Day.of(max(taken.old.order)), Day.of(max(taken.new.order))
    if len(set(taken.new.order)) == 1 and len(set(taken.old.order)) == 1:
        return []
    return [Notice(Message("alert-between", {"after": after, "day": day}))]


def _contesting(reading: Reading, scene: Scene) -> list[Block]:
    """What was said beside the figures taken: one of these puts the order the other way round."""
    return [
        Notice(
            Message(
                "alert-also-said",
                {
                    "company": scene.name(claim.company),
                    "value": claim.value,
                    "basis": wording.basis_word(claim.basis),
                    "day": claim.as_of,
                    "source": wording.cited(claim.source),
                },
            )
        )
        for figure in reading.figures
        if not figure.formula
        for claim in figure.also
    ]


def _figures(reading: Reading, scene: Scene, notes: wording.Footnotes) -> Table:
    rows = tuple(_row(figure, scene, notes) for figure in reading.figures)
    columns = (
        Column(Message("column-company")),
        Column(Message("field-value"), "number"),
        Column(Message("field-as-of")),
        Column(Message("field-age")),
        Column(Message("field-source")),
    )
    return Table(Message("alert-figures-caption"), columns, rows)


def _row(figure: Figure, scene: Scene, notes: wording.Footnotes) -> tuple[Cell, ...]:
    today = scene.now.day_in("UTC")
    age = Cell(wording.age_in_days(figure.age(today))) if figure.as_of else Cell(None)
    return (
        Cell(scene.name(figure.company)),
        wording.cell(figure, scene),
        Cell(figure.as_of),
        age,
        wording.cited_briefly(figure.sources, figure.claims, notes),
    )
