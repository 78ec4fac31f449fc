"""Returns, drawdowns, changes and levels, on the shipped closes and on small series."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.alignment import aligned, latest_common
from bot.analysis.figures import Evidence
from bot.analysis.observed import closes, market_values
from bot.analysis.paths import change, drawdown, first_passed, maximum_drawdown, peak, trough
from bot.analysis.returns import NoReturn, Return, over, since_day, since_later_listing, since_listing, year_to_date
from bot.analysis.series import Series, month_ends, rebased
from bot.days import Day
from bot.quantities import Money, Percent
from tests.bot.analysis.lines import drawn, line, nth, run
from tests.bot.facts_book import EURO_RATES, at, book, listed, sessions, shipped

BOOK = shipped()
FACTS = Evidence(BOOK, EURO_RATES)
ARTICLE = at("2026-06-24")


def percent(found: Return | NoReturn | None) -> Decimal:
    assert isinstance(found, Return)
    return round(found.change.fraction * 100, 2)


def test_since_listing_is_from_the_offer_price_with_the_first_close_beside() -> None:
    found = since_listing(BOOK, "zhipu", ARTICLE)
    assert isinstance(found, Return)
    assert (found.base, found.close, found.base_is) == (hkd("116.2"), hkd("2174"), "offer")
    assert percent(found) == Decimal("1770.91")
    assert found.claims == ("zhipu-offer_price-2026-01-08-1", "bar:2513.HK:2026-06-24")
    assert (found.beside and found.beside.base) == hkd("131.5")
    assert percent(found.beside) == Decimal("1553.23")


def test_year_to_date_of_a_company_listed_this_year_is_since_listing() -> None:
    assert year_to_date(BOOK, "minimax", ARTICLE) == since_listing(BOOK, "minimax", ARTICLE)


def test_year_to_date_of_one_listed_before_starts_at_the_last_close_of_last_year() -> None:
    bars = sessions(listed("acme", "2019-03-01", "9"), {"2025-12-30": "10", "2026-01-02": "11", "2026-02-02": "12"})
    found = year_to_date(book(bars=[bars]), "acme", at("2026-02-03"))
    assert isinstance(found, Return)
    assert (found.start.iso, found.end.iso, found.change.fraction) == ("2025-12-30", "2026-02-02", Decimal("0.2"))


def test_over_a_stretch_each_starts_at_its_close_on_or_before_the_first_day() -> None:
    days = {"2026-01-02": "10", "2026-02-02": "20", "2026-03-02": "25"}
    old, older = (sessions(listed(name, f"20{year}-03-01", "9"), days) for name, year in (("acme", 18), ("bolt", 19)))
    found = since_day(book(bars=[old, older]), dict.fromkeys(("acme", "bolt"), at("2026-03-03")), Day.of("2026-02-05"))
    for one in found.values():
        assert isinstance(one, Return)
        assert (one.start.iso, one.end.iso, one.change.fraction) == ("2026-02-02", "2026-03-02", Decimal("0.25"))


def test_over_a_stretch_that_begins_before_one_was_listed_all_start_at_that_listing() -> None:
    moments = {"zhipu": ARTICLE, "minimax": ARTICLE}
    assert since_day(BOOK, moments, Day.of("2025-12-31")) == since_later_listing(BOOK, moments)


def test_closes_that_end_before_a_stretch_give_no_return_over_it() -> None:
    bars = sessions(listed("acme", "2019-03-01", "9"), {"2026-01-02": "11", "2026-02-02": "12"})
    found = since_day(book(bars=[bars]), {"acme": at("2026-06-01")}, Day.of("2026-05-01"))
    assert found == {"acme": "no_close_since"}


def test_a_pair_starts_at_the_later_listing_and_both_count_its_first_session() -> None:
    found = since_later_listing(BOOK, {"zhipu": ARTICLE, "minimax": ARTICLE})
    zhipu, minimax = found["zhipu"], found["minimax"]
    assert isinstance(zhipu, Return)
    assert isinstance(minimax, Return)
    assert (zhipu.start.iso, zhipu.base, zhipu.base_is) == ("2026-01-08", hkd("131.5"), "close")
    assert (minimax.start.iso, minimax.base, minimax.base_is) == ("2026-01-09", hkd("165"), "offer")
    assert zhipu.beside is not None
    assert minimax.beside is not None
    assert zhipu.beside.start == minimax.beside.start == Day.of("2026-01-09")


def test_a_pair_with_a_private_company_says_so_for_that_one_alone() -> None:
    found = since_later_listing(BOOK, {"openai": ARTICLE, "minimax": ARTICLE})
    assert found["openai"] == "not_listed"
    assert found["minimax"] == since_listing(BOOK, "minimax", ARTICLE)
    assert since_later_listing(BOOK, {"openai": ARTICLE, "anthropic": ARTICLE}) == {
        "openai": "not_listed",
        "anthropic": "not_listed",
    }


def test_a_window_takes_the_last_closes_on_or_before_its_ends() -> None:
    found = over(BOOK, "zhipu", Day.of("2026-05-25"), at("2026-06-21"))
    assert isinstance(found, Return)
    assert (found.start.iso, found.end.iso) == ("2026-05-22", "2026-06-18")
    assert (found.base, found.close) == (hkd("1282"), hkd("2094"))


@pytest.mark.parametrize(
    ("company", "start", "why"),
    [
        ("openai", "2026-05-01", "not_listed"),
        ("sensetime", "2026-05-01", "no_price_yet"),
        ("minimax", "2026-01-08", "before_listing"),
        ("alibaba", "2025-12-31", "before_first_price"),
    ],
)
def test_what_has_no_return_says_why(company: str, start: str, why: str) -> None:
    assert over(BOOK, company, Day.of(start), ARTICLE) == why


def test_before_the_first_day_there_is_no_listing_yet() -> None:
    assert since_listing(BOOK, "zhipu", at("2026-01-07")) == "before_listing"
    assert since_listing(BOOK, "tencent", ARTICLE) == "no_listing_date"


def test_a_day_seen_from_an_earlier_one_knows_no_later_close() -> None:
    found = since_listing(BOOK, "zhipu", at("2026-06-24", "2026-06-01"))
    assert isinstance(found, Return)
    assert found.end == Day.of("2026-06-01")


def test_the_first_close_is_not_guessed_where_prices_begin_years_later() -> None:
    found = since_listing(BOOK, "alibaba", ARTICLE)
    assert isinstance(found, Return)
    assert found.beside is None


def test_drawdown_is_from_the_highest_close_since_listing() -> None:
    found = drawdown(closes(FACTS, "zhipu", at("2026-07-31")))
    assert found is not None
    assert found.peak.day == Day.of("2026-06-22")
    assert (found.peak.value, found.trough.value) == (Decimal(2410), Decimal("987.5"))
    assert round(found.depth.fraction, 4) == Decimal("0.5902")
    assert found.since_listing


def test_the_deepest_fall_may_have_been_made_good() -> None:
    found = maximum_drawdown(run("a", [10, 4, 8, 20, 15]))
    assert found is not None
    assert (found.peak.day, found.trough.day, found.depth.fraction) == (nth(0), nth(1), Decimal("0.6"))


def test_of_two_equal_peaks_a_fall_is_from_the_later() -> None:
    series = run("a", [10, 9, 10, 4])
    deepest, now = maximum_drawdown(series), drawdown(series)
    assert deepest is not None
    assert deepest == now
    assert deepest.peak.day == nth(2)


def test_without_the_first_session_a_peak_is_only_that_of_the_closes_at_hand() -> None:
    alibaba = drawdown(closes(FACTS, "alibaba", ARTICLE))
    assert alibaba is not None
    assert not alibaba.since_listing
    later = drawdown(closes(FACTS, "zhipu", ARTICLE).between(Day.of("2026-03-01"), Day.of("2026-06-24")))
    assert later is not None
    assert not later.since_listing


def test_a_level_is_first_passed_by_the_close_that_came_from_the_other_side() -> None:
    value = market_values(FACTS, "zhipu", at("2026-10-08"))
    up, down = first_passed(value, Decimal(10**12)), first_passed(value, Decimal(10**12), "down")
    assert up is not None
    assert down is not None
    assert (up.day.iso, down.day.iso) == ("2026-06-22", "2026-06-23")
    assert first_passed(run("a", [5, 6]), Decimal(4)) is None


def test_change_peak_and_trough_of_a_stretch() -> None:
    series = run("a", [10, 4, 8, 20, 15])
    found = change(series, nth(1), nth(9))
    assert found is not None
    assert (found.difference, found.ratio) == (Decimal(11), Percent(Decimal("2.75")))
    highest, lowest = peak(series), trough(series)
    assert highest is not None
    assert lowest is not None
    assert (highest.day, lowest.day) == (nth(3), nth(1))
    assert change(series, nth(-1), nth(2)) is None


def test_a_month_is_shown_by_its_last_session() -> None:
    months = month_ends(closes(FACTS, "zhipu", at("2026-04-20")))
    assert [p.day.iso for p in months.points] == ["2026-01-30", "2026-02-27", "2026-03-31", "2026-04-20"]


def test_a_rebased_line_begins_at_a_hundred_with_what_stood_that_day() -> None:
    marks = line("a", {"2026-01-01": 4, "2026-02-01": 5}, "marks")
    assert rebased(marks, Day.of("2026-01-15")) == (
        (Day.of("2026-01-15"), Decimal(100)),
        (Day.of("2026-02-01"), Decimal(125)),
    )
    assert rebased(marks, Day.of("2025-12-31")) == ()


def test_nothing_is_made_of_an_empty_series() -> None:
    empty = run("a", [])
    assert (drawdown(empty), maximum_drawdown(empty), peak(empty), trough(empty)) == (None, None, None, None)
    assert month_ends(empty).points == ()


@given(drawn("a", highest=40))
def test_the_deepest_fall_is_that_of_every_pair_of_days(series: Series) -> None:
    points = series.points
    falls = [1 - later.value / earlier.value for place, earlier in enumerate(points) for later in points[place:]]
    found = maximum_drawdown(series)
    assert (found is None) == (not points)
    if found is not None:
        assert round(found.depth.fraction, 20) == round(max(falls), 20)
        assert found.peak.day <= found.trough.day
        now = drawdown(series)
        assert now is not None
        assert now.depth.fraction <= found.depth.fraction


def test_listed_companies_meet_at_their_latest_common_session_and_a_private_one_keeps_its_date() -> None:
    here = sessions(listed("here", "2026-01-05", "1"), {"2026-01-05": "1", "2026-01-06": "1", "2026-01-08": "1"})
    there = sessions(listed("there", "2026-01-05", "1"), {"2026-01-05": "1", "2026-01-06": "1", "2026-01-07": "1"})
    moment = at("2026-01-09")
    found = aligned(book(bars=[here, there]), ("here", "there", "private"), moment)
    assert found.session == Day.of("2026-01-06")
    assert {name: m.at.iso for name, m in found.moments.items()} == {
        "here": "2026-01-06",
        "there": "2026-01-06",
        "private": "2026-01-09",
    }
    assert {name: day.iso for name, day in found.newer.items()} == {"here": "2026-01-08", "there": "2026-01-07"}


def test_one_listed_company_keeps_its_own_last_session() -> None:
    assert aligned(BOOK, ("zhipu", "openai"), ARTICLE).session is None


def test_a_company_without_share_count_does_not_hold_market_values_back() -> None:
    latest = at("2026-10-08")
    assert aligned(BOOK, ("zhipu", "minimax", "tencent"), latest).session == Day.of("2026-07-17")
    assert aligned(BOOK, ("zhipu", "minimax", "tencent"), latest, "market_value").session == Day.of("2026-09-29")


@given(st.lists(st.sets(st.integers(0, 30), min_size=1), min_size=1, max_size=5))
def test_the_latest_common_day_is_that_of_the_sets(calendars: list[set[int]]) -> None:
    shared = set.intersection(*calendars)
    expected = nth(max(shared)) if shared else None
    assert latest_common([[nth(n) for n in sorted(c)] for c in calendars]) == expected


def hkd(number: str) -> Money:
    return Money(Decimal(number), "HKD")
