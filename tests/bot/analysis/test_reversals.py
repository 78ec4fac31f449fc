"""Changes of lead: by the day on closes, by an interval between marks, and against a recount of the shipped rows."""

from __future__ import annotations

import csv
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.analysis.contests import contested_from, contests
from bot.analysis.figures import Evidence
from bot.analysis.observed import observed
from bot.analysis.reversals import Reversals, closing, reversals
from bot.analysis.series import Kind, Series
from bot.days import Day
from bot.facts.records import Claim
from bot.quantities import Money, UnitMismatchError
from tests.bot.analysis.lines import drawn, line, nth, run
from tests.bot.facts_book import EURO_RATES, FACTS, at, claim, evidence, shipped

LATEST = at("2026-10-08")
SHIPPED = Evidence(shipped(), EURO_RATES)

ZHIPU_SHARES = {"2026-01-08": 440230190, "2026-02-04": 445843090, "2026-07-13": 465623090, "2026-09-16": 487588090}
MINIMAX_SHARES = {"2026-01-09": 309255668, "2026-01-14": 313635308, "2026-07-14": 349235308}
"""Shares in issue and the first day each was valid, read off data/facts/claims by hand (the whole company's counts)."""

RECOUNT = [
    # last session before, first close after, who leads, closes of both and what they make in HKD million
    ("2026-02-12", "2026-02-13", "zhipu", "485", 216234, "680", 213272),
    ("2026-02-13", "2026-02-16", "minimax", "508", 226488, "847", 265649),
    ("2026-02-16", "2026-02-20", "zhipu", "725", 323236, "970", 304226),
    ("2026-02-20", "2026-02-23", "minimax", "560", 249672, "840.5", 263610),
    ("2026-02-23", "2026-02-24", "zhipu", "628", 279989, "880", 275999),
    ("2026-03-02", "2026-03-03", "minimax", "528", 235405, "821", 257495),
    ("2026-03-24", "2026-03-25", "zhipu", "760", 338841, "1079", 338412),
    ("2026-03-25", "2026-03-26", "minimax", "684", 304957, "986", 309244),
    ("2026-03-27", "2026-03-30", "zhipu", "733.5", 327026, "1014", 318026),
]


def closes(ticker: str) -> dict[str, Decimal]:
    with (FACTS / "bars" / f"{ticker}.csv").open(encoding="utf-8") as file:
        return {row["session"]: Decimal(row["close"]) for row in csv.DictReader(file)}


def shares_on(day: str, counts: dict[str, int]) -> int:
    return next(count for valid, count in reversed(counts.items()) if valid <= day)


def zhipu_and_minimax() -> tuple[Series, Series]:
    return observed(SHIPPED, "zhipu", "market_value", LATEST), observed(SHIPPED, "minimax", "market_value", LATEST)


def test_the_table_is_a_plain_recount_of_the_shipped_rows() -> None:
    zhipu, minimax = closes("2513.HK"), closes("0100.HK")
    counted = []
    leader, before = "", ""
    for day in sorted(zhipu.keys() & minimax.keys()):
        one, other = zhipu[day] * shares_on(day, ZHIPU_SHARES), minimax[day] * shares_on(day, MINIMAX_SHARES)
        ahead = "zhipu" if one > other else "minimax"
        if leader and ahead != leader:
            millions = round(one / 10**6), round(other / 10**6)
            counted.append((before, day, ahead, str(zhipu[day]), millions[0], str(minimax[day]), millions[1]))
        leader, before = ahead, day
    assert counted == RECOUNT


def test_every_change_of_lead_since_listing_is_that_of_the_table() -> None:
    found = reversals(*zhipu_and_minimax())
    assert [
        (c.after.iso, c.day.iso, c.leader, round(c.then.first.value / 10**6), round(c.then.second.value / 10**6))
        for c in found.changes
    ] == [(after, day, leader, one, other) for after, day, leader, _, one, _, other in RECOUNT]
    assert all(c.confirmed == c.day and c.interpolated is None for c in found.changes)


def test_how_long_each_led_adds_up_to_all_common_sessions() -> None:
    found = reversals(*zhipu_and_minimax())
    assert (found.leader, found.ties) == ("zhipu", ())
    assert (found.led("zhipu"), found.led("minimax")) == ((197, 133), (66, 45))
    assert len(found.pairs) == 133 + 45
    assert found.pairs[-1].day.since(found.pairs[0].day) == 197 + 66


def test_only_three_changes_of_lead_held_two_closes() -> None:
    found = reversals(*zhipu_and_minimax(), held=2)
    assert [(c.leader, c.day.iso, c.confirmed and c.confirmed.iso) for c in found.changes] == [
        ("zhipu", "2026-02-24", "2026-02-25"),
        ("minimax", "2026-03-03", "2026-03-04"),
        ("zhipu", "2026-03-30", "2026-03-31"),
    ]


def test_the_valuation_overtake_lies_between_two_priced_rounds() -> None:
    openai, anthropic = (observed(SHIPPED, c, "market_value", LATEST) for c in ("openai", "anthropic"))
    found = reversals(openai, anthropic)
    (change,) = found.changes
    assert (change.leader, change.trailing) == ("anthropic", "openai")
    assert (change.after.iso, change.day.iso) == ("2026-03-31", "2026-05-28")
    assert change.interpolated == Day.of("2026-05-21")
    assert [(p.first.value / 10**9, p.second.value / 10**9) for p in (change.before, change.then)] == [
        (Decimal(852), Decimal(380)),
        (Decimal(852), Decimal(965)),
    ]


def test_the_revenue_overtake_is_another_event() -> None:
    openai, anthropic = (observed(SHIPPED, c, "run_rate_revenue", LATEST) for c in ("openai", "anthropic"))
    (change,) = reversals(openai, anthropic).changes
    assert (change.leader, change.after.iso, change.day.iso) == ("anthropic", "2026-03-31", "2026-04-30")
    assert openai.bases | anthropic.bases == {"run_rate", "run_rate_net", "run_rate_gross"}


def test_the_valuation_overtake_was_contested_from_the_secondary_of_april() -> None:
    openai, anthropic = (observed(SHIPPED, c, "market_value", LATEST) for c in ("openai", "anthropic"))
    disputed = contests(SHIPPED, openai, anthropic, LATEST)
    assert [(c.claim.id, c.ahead, c.leader) for c in disputed] == [
        ("anthropic-market_value-2026-04-1", "anthropic", "openai")
    ]
    (change,) = reversals(openai, anthropic).changes
    assert contested_from(change, disputed) == disputed[0]
    assert contested_from(change, disputed, since=Day.of("2026-05-01")) is None


def test_talks_before_either_had_a_price_contest_nothing() -> None:
    def said(ident: str, company: str, billions: int, day: str, basis: str = "post_money") -> Claim:
        return claim(ident, company, "market_value", Money(Decimal(billions), "USD"), day, basis=basis)

    facts = evidence(
        [
            said("rumour", "a", 90, "2026-01-01", "talks"),
            said("round", "a", 10, "2026-02-01"),
            said("rumour again", "a", 95, "2026-03-01", "talks"),
            said("target", "a", 99, "2026-03-02", "ipo_target"),
            said("guidance", "a", 99, "2026-03-02", "guidance"),
            said("rival", "b", 50, "2025-12-01"),
        ]
    )
    first, second = (observed(facts, c, "market_value", LATEST) for c in ("a", "b"))
    assert [(c.claim.id, c.ahead, c.leader) for c in contests(facts, first, second, LATEST)] == [
        ("rumour again", "a", "b")
    ]
    assert contests(facts, first, second, at("2026-12-31", "2026-02-27")) == ()


def test_a_net_run_rate_contests_the_revenue_overtake_and_a_gross_one_the_lead_of_september() -> None:
    openai, anthropic = (observed(SHIPPED, c, "run_rate_revenue", LATEST) for c in ("openai", "anthropic"))
    assert [(c.claim.id, c.ahead) for c in contests(SHIPPED, openai, anthropic, LATEST)] == [
        ("anthropic-run_rate_revenue-2026-04-2", "openai"),
        ("openai-run_rate_revenue-2026-09-2", "openai"),
    ]


def test_a_tie_is_no_change_and_belongs_to_the_one_who_led() -> None:
    found = reversals(run("a", [5, 4, 5]), run("b", [4, 4, 4]))
    assert (found.changes, found.ties, found.led("a")) == ((), (nth(1),), (2, 3))


def test_after_a_tie_the_interval_begins_with_the_last_day_in_the_old_order() -> None:
    (change,) = reversals(run("a", [5, 4, 3]), run("b", [4, 4, 4])).changes
    assert (change.after, change.day, change.leader) == (nth(0), nth(2), "b")


def test_a_run_that_held_is_dated_by_its_first_close() -> None:
    found = reversals(run("a", [5, 3, 5, 3, 3, 3]), run("b", [4] * 6), held=3)
    (change,) = found.changes
    assert (change.after, change.day, change.confirmed) == (nth(2), nth(3), nth(5))


def test_a_tie_neither_ends_nor_lengthens_a_run() -> None:
    found = reversals(run("a", [5, 3, 4, 3]), run("b", [4] * 4), held=2)
    (change,) = found.changes
    assert (change.day, change.confirmed) == (nth(1), nth(3))


def test_a_band_is_passed_by_any_close_of_the_run() -> None:
    found = reversals(run("a", [110, 99, 98, 90, 99]), run("b", [100] * 5), band=Decimal("0.05"))
    (change,) = found.changes
    assert (change.day, change.confirmed) == (nth(1), nth(3))


def test_a_run_may_go_beyond_the_band_before_it_held() -> None:
    found = reversals(run("a", [110, 90, 99, 98]), run("b", [100] * 4), held=3, band=Decimal("0.05"))
    (change,) = found.changes
    assert (change.day, change.confirmed) == (nth(1), nth(3))


def test_a_change_that_has_not_held_yet_is_pending() -> None:
    found = reversals(run("a", [5, 5, 3]), run("b", [4] * 3), held=2)
    assert (found.changes, found.leader) == ((), "a")
    assert found.pending is not None
    assert (found.pending.leader, found.pending.day, found.pending.confirmed) == ("b", nth(2), None)


def test_only_sessions_of_both_count_on_closes() -> None:
    a = line("a", {"2026-01-05": 5, "2026-01-06": 1, "2026-01-07": 5})
    b = line("b", {"2026-01-05": 4, "2026-01-07": 4})
    assert reversals(a, b).changes == ()


def test_a_close_is_put_against_a_standing_mark_at_its_own_date() -> None:
    listed = line("a", {"2026-01-05": 5, "2026-01-06": 3, "2026-01-07": 3})
    private = line("b", {"2025-06-30": 4}, "marks")
    (change,) = reversals(listed, private).changes
    assert (change.after.iso, change.day.iso, change.leader) == ("2026-01-05", "2026-01-06", "b")


@pytest.mark.parametrize(("held", "band"), [(0, "0"), (1, "-0.1")])
def test_a_hold_or_band_that_means_nothing_is_refused(held: int, band: str) -> None:
    with pytest.raises(ValueError, match="held at least one close"):
        reversals(run("a", [1]), run("b", [2]), held=held, band=Decimal(band))


def test_two_currencies_are_never_compared() -> None:
    with pytest.raises(UnitMismatchError):
        reversals(line("a", {"2026-01-05": 5}), line("b", {"2026-01-05": 5}, unit="USD"))


def test_the_closing_speed_of_a_halving_gap_projects_the_day_both_meet() -> None:
    found = reversals(run("a", [16, 8, 4]), run("b", [1, 1, 1]))
    speed = closing(found)
    assert speed is not None
    assert (speed.leader, speed.trailing, speed.observations) == ("a", "b", 3)
    assert round(speed.per_day, 6) == Decimal("-0.693147")
    assert speed.projected == nth(4)


def test_a_gap_that_grows_or_closes_too_slowly_is_not_projected() -> None:
    growing = closing(reversals(run("a", [4, 8]), run("b", [1, 1])))
    slow = closing(reversals(run("a", ["100", "99.999"]), run("b", [1, 1])))
    assert growing is not None
    assert slow is not None
    assert growing.projected is None
    assert slow.projected is None
    assert slow.per_day < 0


KINDS: st.SearchStrategy[Kind] = st.sampled_from(get_args(Kind))
BANDS = st.sampled_from([Decimal(0), Decimal("0.3"), Decimal(1)])


@st.composite
def _two(draw: st.DrawFn) -> tuple[Series, Series]:
    return draw(drawn("a", draw(KINDS))), draw(drawn("b", draw(KINDS)))


@given(_two())
def test_plain_changes_are_those_of_a_loop_over_the_days(two: tuple[Series, Series]) -> None:
    found = reversals(*two)
    expected: list[tuple[Day | None, Day, str]] = []
    leader, last = 0, None
    for pair in found.pairs:
        if pair.side not in (0, leader):
            if leader:
                expected.append((last, pair.day, "a" if pair.side > 0 else "b"))
            leader = pair.side
        last = pair.day if pair.side else last
    assert [*((c.after, c.day, c.leader) for c in found.changes)] == [*expected]


@given(_two(), st.integers(1, 4), BANDS)
def test_naming_the_companies_the_other_way_round_mirrors_everything(
    two: tuple[Series, Series], held: int, band: Decimal
) -> None:
    one, other = reversals(*two, held=held, band=band), reversals(*reversed(two), held=held, band=band)
    assert _told(one) == _told(other)
    ahead, back = closing(one), closing(other)
    assert ahead == back


@settings(max_examples=1000)
@given(_two(), st.integers(1, 4), BANDS)
def test_what_must_hold_longer_or_go_further_never_changes_more_often(
    two: tuple[Series, Series], held: int, band: Decimal
) -> None:
    strict, plain = reversals(*two, held=held, band=band), reversals(*two)
    assert len(strict.changes) <= len(plain.changes)
    assert {c.day for c in strict.changes} <= {c.day for c in plain.changes}


@given(_two(), st.integers(1, 4))
def test_spells_fill_the_time_without_gap_or_overlap(two: tuple[Series, Series], held: int) -> None:
    found = reversals(*two, held=held)
    decided = [p for p in found.pairs if p.side] and found.pairs[[bool(p.side) for p in found.pairs].index(True) :]
    assert sum(s.observations for s in found.spells) == len(decided)
    assert sum(s.days for s in found.spells) == (decided[-1].day.since(decided[0].day) if decided else 0)
    assert len(found.spells) == (len(found.changes) + 1 if decided else 0)


@given(drawn("a", "marks"), drawn("b", "marks"))
def test_an_interpolated_day_lies_within_its_interval(a: Series, b: Series) -> None:
    for change in reversals(a, b).changes:
        assert change.interpolated is not None
        assert change.after < change.interpolated <= change.day


def _told(found: Reversals) -> list[object]:
    changes = [(c.leader, c.after, c.day, c.confirmed, c.interpolated) for c in found.changes]
    return [changes, found.spells, found.ties, found.leader, found.pending and found.pending.day]
