"""What a rule would do now and would have done over the past months, before anybody relies on it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.alerts import saying
from bot.alerts.ladder import DEFAULT_ZONE, LadderState, plan, zones_of
from bot.alerts.preview import Preview, preview, proposed_band
from bot.alerts.replay import REPLAYED_DAYS, Replay, readings, replay
from bot.alerts.series import needs_of
from bot.analysis.figures import Evidence
from bot.answer import Answer, Block, Cell, Column, Field, Fields, Notice, Prose, Table
from bot.commands.desk import Desk
from bot.days import Day
from bot.facts.book import FactBook, Needs
from bot.quantities import Percent
from bot.rule import LevelWatch, OvertakeWatch, ReleaseWatch, Rule
from bot.text import Argument, Message, Raw, Several, Term

MOST_SHOWN = 20
LAST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Proof:
    """A rule with the facts it would look at, and the zone of their exchange."""

    rule: Rule
    evidence: Evidence
    zone: str

    def now(self, desk: Desk) -> Preview:
        """Returns what the rule would do at its first look."""
        return preview(self.rule, self.evidence, desk.now, self.zone)

    def past(self, desk: Desk) -> Replay:
        """Returns what the rule would have told over the past months, as far as facts reach back."""
        first = desk.today.plus(-REPLAYED_DAYS)
        return replay(self.rule, self.evidence, first, desk.today, self.zone)

    def band(self, desk: Desk) -> Argument | None:
        """Returns the band that the series' own noise suggests, None for a rule that takes none or has one."""
        watch = self.rule.watch
        if not isinstance(watch, LevelWatch) or watch.recover != watch.level or not watch.level:
            return None
        if watch.subject.kind not in ("figure", "ratio"):
            return None
        seen = tuple(readings(self.rule, self.evidence, desk.today.plus(-REPLAYED_DAYS), desk.today))
        found = proposed_band(seen)
        return None if found is None else Percent(found)


def proof(rule: Rule, desk: Desk) -> Proof:
    """Returns a rule over a series with the facts it would look at; raises TypeError for another rule."""
    if rule.subject is None:
        raise TypeError(f"{type(rule.watch).__name__} watches no series")
    needs = needs_of(rule.subject, dict(desk.names.vocabulary.measures))
    evidence = Evidence(book_of(desk, needs), desk.rates)
    return Proof(rule, evidence, next(iter(zones_of(evidence.book).values()), DEFAULT_ZONE))


def book_of(desk: Desk, needs: Needs) -> FactBook:
    """Returns the facts that a rule of the desk's workspace would look at."""
    return desk.facts.snapshot(desk.workspace, needs) if desk.facts else FactBook()


def past_line(rule: Rule, desk: Desk) -> Message:
    """Returns in one line how often a rule would have spoken over the past months, and when last."""
    if rule.subject is None:
        return Message("alert-no-replay")
    found = proof(rule, desk).past(desk)
    months = max(1, found.last.since(found.first) // 30)
    if not found.observed:
        return Message("alert-replay-blind")
    if not found.told:
        return Message("alert-replay-never", {"months": months})
    days = Several(tuple(day_of(one.due_at.iso) for one in found.told[-LAST_SHOWN:]))
    return Message("alert-replay-line", {"months": months, "count": len(found.told), "days": days})


def day_of(iso: str) -> Day:
    """Returns the day of a moment of the replay, which goes day by day."""
    return Day.of(iso[:10])


def previewed(rule: Rule, desk: Desk) -> Answer:
    """Returns what a rule would do now, through the evaluator itself."""
    words: dict[str, Argument] = {"rule": saying.rule_words(rule, desk.names.vocabulary)}
    if isinstance(rule.watch, ReleaseWatch):
        return Answer(Message("alert-preview", words), (coming(rule, desk),), visible_to="asker")
    if rule.subject is None:
        return Answer(Message("alert-preview", words), (Notice(Message("alert-no-replay")),), visible_to="asker")
    found = proof(rule, desk).now(desk)
    return Answer(Message("alert-preview", words), (standing(found), past_notice(rule, desk)), visible_to="asker")


def past_notice(rule: Rule, desk: Desk) -> Notice:
    """Returns the line of replay as a notice."""
    return Notice(past_line(rule, desk))


def standing(found: Preview, *, kept: bool = False) -> Fields:
    """Returns what a rule sees now and where it would stand; of one that is kept it is said where it does."""
    seen = found.reading.value
    dated = tuple(f.as_of for f in found.reading.figures if f.as_of is not None)
    claims = tuple(c for f in found.reading.figures for c in f.claims)
    as_of = max(dated, key=lambda a: a.end) if dated else None
    why = Message("alert-sees-nothing") if seen is None else None
    would_stand = () if kept else (Field(Message("alert-stands"), Cell(Term("phase", found.state.phase))),)
    return Fields(
        (
            Field(Message("alert-value-now"), Cell(seen, claims, as_of, dated=as_of is not None, why=why)),
            *would_stand,
            Field(Message("alert-would-send"), Cell(Message("yes" if found.told else "no"))),
        )
    )


def replayed(rule: Rule, desk: Desk) -> Answer:
    """Returns every alert that a rule would have told over the past months, with the facts as known then."""
    words: dict[str, Argument] = {"rule": saying.rule_words(rule, desk.names.vocabulary)}
    if rule.subject is None:
        return Answer(Message("alert-replayed", words), (Notice(Message("alert-no-replay")),), visible_to="asker")
    found = proof(rule, desk).past(desk)
    blocks: list[Block] = [Prose((past_line(rule, desk),))]
    if found.told:
        blocks.append(_told(found, rule))
    blocks.append(Notice(Message("alert-as-known-then")))
    return Answer(Message("alert-replayed", words), tuple(blocks), visible_to="asker")


def coming(rule: Rule, desk: Desk) -> Block:
    """Returns the next reminders of a rule on releases."""
    watch = rule.watch
    assert isinstance(watch, ReleaseWatch)
    companies = watch.companies or tuple(desk.names.vocabulary.companies)
    book = book_of(desk, Needs(companies, ("shares_in_issue",), bars=False, holdings=True))
    dues = sorted(plan(rule, book, LadderState(), desk.now).dues, key=lambda d: (d.at, d.key))
    if not dues:
        return Notice(Message("alert-none-coming"))
    rows = tuple(
        (
            Cell(Message("plain", {"text": due.at})),
            Cell(Raw(due.rung)),
            Cell(desk.names.vocabulary.companies[due.subject.split(":")[0]].name),
            Cell(Day.of(due.subject.split(":")[2])),
        )
        for due in dues[:8]
    )
    columns = (
        Column(Message("column-when")),
        Column(Message("column-rung")),
        Column(Message("column-company")),
        Column(Message("column-comes-free")),
    )
    return Table(Message("alert-coming-caption", {"count": len(dues)}), columns, rows)


def _told(found: Replay, rule: Rule) -> Table:
    pair = isinstance(rule.watch, OvertakeWatch)
    rows = []
    for one in found.told[-MOST_SHOWN:]:
        order, before = one.step.new.order, one.step.old.order
        sparse = pair and (len(set(order)) > 1 or len(set(before)) > 1)
        value = one.reading.value
        rows.append(
            (
                Cell(day_of(one.due_at.iso)),
                Cell(Term("reason", one.step.reason)),
                Cell(value, tuple(c for f in one.reading.figures for c in f.claims)),
                Cell(Day.of(max(before)) if sparse and before else None),
            )
        )
    columns = (
        Column(Message("column-day")),
        Column(Message("column-reason")),
        Column(Message("field-value"), "number"),
        Column(Message("column-not-before")),
    )
    return Table(Message("alert-replay-caption"), columns, tuple(rows))
