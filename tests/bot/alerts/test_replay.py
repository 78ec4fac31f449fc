"""Rules replayed on history: the right days, with nothing known before its day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from bot.alerts.evaluating import Seen
from bot.alerts.preview import proposed_band
from bot.alerts.replay import end_of, readings, replay
from bot.alerts.series import days_of_change, needs_of, read
from bot.analysis.figures import Evidence
from bot.analysis.moments import Moment
from bot.analysis.observed import observed
from bot.analysis.reversals import LeadChange, reversals
from bot.days import AsOf, Day, Instant
from bot.facts.book import FactBook
from bot.quantities import Money
from bot.rule import LevelWatch, OvertakeWatch, Rule, Subject
from tests.bot.alerts.rules import rule
from tests.bot.facts_book import EURO_RATES, claim

FIRST, LAST = Day.of("2026-01-01"), Day.of("2026-11-23")
ZONE = "Asia/Hong_Kong"
TWINS = ("zhipu", "minimax")


@pytest.fixture(scope="module")
def evidence(book: FactBook) -> Evidence:
    return Evidence(book, EURO_RATES)


def told_days(one: Rule, evidence: Evidence) -> list[str]:
    return [t.due_at.iso[:10] for t in replay(one, evidence, FIRST, LAST, ZONE).told]


def changes(evidence: Evidence, first: str, second: str, measure: str) -> tuple[LeadChange, ...]:
    moment = Moment(LAST, LAST, Instant.of("2026-11-23T09:00Z"))
    return reversals(*(observed(evidence, c, measure, moment) for c in (first, second))).changes


@pytest.mark.parametrize(("first", "second"), [TWINS, TWINS[::-1]])
def test_the_twins_change_their_lead_on_the_days_that_the_series_shows(
    evidence: Evidence, first: str, second: str
) -> None:
    one = rule(OvertakeWatch(first, second, "market_value"))
    expected = [c.day.iso for c in changes(evidence, *TWINS, "market_value") if c.leader == first]
    assert told_days(one, evidence) == expected
    assert len(expected) >= 4


def test_anthropic_overtakes_openai_within_the_interval_of_their_rounds(evidence: Evidence) -> None:
    found = replay(rule(OvertakeWatch("anthropic", "openai", "market_value")), evidence, FIRST, LAST, ZONE)
    contested, one = found.told
    assert (contested.due_at.iso[:10], contested.step.reason) == ("2026-04-30", "contested")
    assert (one.due_at.iso[:10], one.step.reason) == ("2026-05-28", "crossed")
    assert (max(one.step.old.order), max(one.step.new.order)) == ("2026-03-31", "2026-05-28")
    assert round(one.reading.seen.value or Decimal(0), 4) == Decimal("1.1326")


def later_known(evidence: Evidence, known_at: str) -> Evidence:
    """The same book with figures that were published later, about days long before, and would turn everything round."""
    book = evidence.book
    extra = [
        claim(
            f"later-{c}-{m}-{day}",
            c,
            m,
            Money(Decimal(10) ** 13, "USD"),
            day,
            known_at=known_at,
            kind="exchange_filing",
            basis=b,
        )
        for c in ("anthropic", "openai")
        for m, b in (("market_value", "post_money"), ("run_rate_revenue", "run_rate"))
        for day in ("2026-01-10", "2026-03-01", "2026-05-01")
    ]
    claims = dict(book.claims)
    for one in extra:
        claims[one.company, one.measure] = (*claims.get((one.company, one.measure), ()), one)
    return Evidence(replace(book, claims=claims), evidence.rates)


def until(found: Iterator[Seen], last: Day) -> list[Seen]:
    return [s for s in found if s.due_at.at <= end_of(last).at]


Reader = Callable[[Rule, Evidence, Day, Day], Iterator[Seen]]


def looks_ahead(reader: Reader, evidence: Evidence) -> bool:
    """Decides whether figures published after a day change what a reader saw up to that day."""
    cut = Day.of("2026-06-15")
    for measure in ("market_value", "run_rate_revenue"):
        one = rule(OvertakeWatch("anthropic", "openai", measure))
        before = {s.due_at: s.reading.seen for s in until(reader(one, evidence, FIRST, LAST), cut)}
        after = {
            s.due_at: s.reading.seen for s in until(reader(one, later_known(evidence, "2026-07-01"), FIRST, LAST), cut)
        }
        if any(after[due] != seen for due, seen in before.items()):
            return True
        # A day of which only a later figure speaks was no day of change; what was seen on it is what stood before.
        seen_last = None
        for due in sorted(after, key=lambda d: d.at):
            seen_last = before.get(due, seen_last)
            if seen_last is not None and after[due] != seen_last:
                return True
    return False


def with_hindsight(one: Rule, evidence: Evidence, first: Day, last: Day) -> Iterator[Seen]:
    """The mistake planted on purpose: each day is read with all that is known today."""
    assert one.subject is not None
    measures = needs_of(one.subject, dict(evidence.book.measures)).measures
    for day in days_of_change(one.subject, evidence.book, measures, first, last):
        yield Seen(read(one.subject, evidence, Moment(day, last, end_of(last), replayed=True)), end_of(day))


def test_figures_published_later_change_nothing_before_their_day(evidence: Evidence) -> None:
    assert not looks_ahead(readings, evidence)


def test_a_planted_look_ahead_is_caught(evidence: Evidence) -> None:
    assert looks_ahead(with_hindsight, evidence)


def test_the_present_is_read_as_the_past_will_be(evidence: Evidence) -> None:
    """A day read live after its close, and the same day read later as history, give one observation."""
    subject = Subject("ratio", TWINS, "market_value")
    for day in ("2026-06-24", "2026-03-26", "2026-09-29"):
        at = Day.of(day)
        live = read(subject, evidence, Moment(at, at, Instant.of(f"{day}T09:00Z")))
        then = read(subject, evidence, Moment(at, at, end_of(at), replayed=True))
        assert live.seen == then.seen
        assert live.seen.value is not None


def test_a_price_more_than_three_sessions_old_is_a_gap(evidence: Evidence) -> None:
    subject = Subject("figure", ("zhipu",), "share_price", "HKD")
    fresh, old = (Day.of(d) for d in ("2026-10-02", "2026-10-06"))
    assert read(subject, evidence, Moment(fresh, fresh, end_of(fresh))).seen.value == Decimal("614.5")
    assert read(subject, evidence, Moment(old, old, end_of(old))).seen.value is None


@pytest.mark.parametrize(
    ("watch", "fires"),
    [
        (
            LevelWatch(
                Subject("figure", ("zhipu",), "market_value", "HKD"), "above", Decimal(5 * 10**11), Decimal(5 * 10**11)
            ),
            "2026-05-13",
        ),
        (
            LevelWatch(Subject("drawdown", ("zhipu",), "share_price"), "above", Decimal("0.3"), Decimal("0.3")),
            "2026-06-10",
        ),
        (
            LevelWatch(Subject("high", ("zhipu",), "share_price"), "above", Decimal(0), Decimal(0), strict=True),
            "2026-01-14",
        ),
        (
            LevelWatch(Subject("move", ("zhipu",), "share_price", sessions=5), "above", Decimal("0.3"), Decimal("0.3")),
            "2026-02-10",
        ),
        (LevelWatch(Subject("ratio", TWINS, "market_value"), "above", Decimal(6), Decimal(6)), "2026-06-24"),
    ],
    ids=["level", "drawdown", "new high", "move", "ratio"],
)
def test_each_kind_of_watch_fires_first_on_its_day(evidence: Evidence, watch: LevelWatch, fires: str) -> None:
    assert told_days(rule(watch), evidence)[0] == fires


def test_a_proposed_band_is_the_series_own_noise_and_quietens_it(evidence: Evidence) -> None:
    level = Decimal(5 * 10**11)
    watch = LevelWatch(Subject("figure", ("zhipu",), "market_value", "HKD"), "above", level, level)
    band = proposed_band(tuple(readings(rule(watch), evidence, FIRST, LAST)))
    assert band is not None
    assert Decimal("0.01") < band < Decimal("0.1")
    wide = replace(watch, recover=level * (1 - band))
    assert len(told_days(rule(wide), evidence)) < len(told_days(rule(watch), evidence))


def test_ages_are_counted_from_the_day_a_figure_speaks_of(evidence: Evidence) -> None:
    at = Day.of("2026-10-29")
    found = read(Subject("age", ("zhipu",), "share_price"), evidence, Moment(at, at, end_of(at)))
    assert found.seen.value == Decimal(30)
    assert found.figures[0].as_of == AsOf.day(Day.of("2026-09-29"))
