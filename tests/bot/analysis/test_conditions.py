"""Conditions are asked anew every day, and an amendment holds from the day it was announced on."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.analysis.conditions import met
from bot.analysis.free_float import ALWAYS
from bot.analysis.releases import releases
from bot.days import AsOf, Day
from bot.facts.book import FactBook, Needs
from bot.facts.lockups import Condition, Event
from bot.text import Name
from data.fact_store import FactStore
from tests.bot.facts_book import at, book, listed, sessions, source

GROUP = Decimal(39_029_876)
"""MiniMax's staff platform and eleven investors, as the allotment announcement sums them."""


@pytest.fixture(scope="module")
def locked(facts: FactStore) -> FactBook:
    companies = tuple(facts.vocabulary("").companies)
    return facts.snapshot("", Needs(companies, ("shares_in_issue",), bars=True, holdings=True))


def with_event(book: FactBook, day: str, kind: str) -> FactBook:
    """Returns a book in which Stock Connect took the shares in on a day, said by a source of a kind."""
    told = Event("minimax", AsOf.day(Day.of(day)), "stock_connect", Name("in", "纳入"), source(kind))  # type: ignore[arg-type]
    others = tuple(e for e in book.locks.events if e.kind != "stock_connect")
    return replace(book, locks=replace(book.locks, events=(*others, told)))


def test_a_reported_condition_is_shown_and_moves_nothing(locked: FactBook) -> None:
    on_limit = releases(locked, "minimax", Day.of("2026-10-09"), Day.of("2026-10-09"), at("2026-11-23", "2026-11-23"))
    assert on_limit[0].shares.number == GROUP
    state = on_limit[0].locked[0].condition
    assert state is not None
    assert (state.met_on, state.fixed) == (Day.of("2026-09-02"), False)


def test_once_a_filing_says_so_the_condition_is_met_and_the_date_fixed(locked: FactBook) -> None:
    filed = with_event(locked, "2026-08-06", "exchange_filing")
    found = releases(filed, "minimax", Day.of("2026-08-01"), Day.of("2026-10-31"), at("2026-11-23", "2026-11-23"))
    assert [(r.first_free_day.iso, r.shares.number) for r in found] == [("2026-09-03", GROUP)]
    before = releases(filed, "minimax", Day.of("2026-08-01"), Day.of("2026-10-31"), at("2026-08-05", "2026-08-05"))
    assert [r.first_free_day.iso for r in before] == ["2026-10-09"]
    assert before[0].status == "announced"


def test_a_condition_met_after_the_outer_limit_changes_nothing(locked: FactBook) -> None:
    late = with_event(locked, "2026-10-02", "exchange_filing")
    found = releases(late, "minimax", Day.of("2026-10-01"), Day.of("2026-12-31"), at("2026-11-23", "2026-11-23"))
    assert [r.first_free_day.iso for r in found] == ["2026-10-09"]


@pytest.mark.parametrize(
    ("needed", "within", "expected"), [(1, 1, "2026-03-03"), (2, 3, "2026-03-05"), (3, 3, None), (2, 2, None)]
)
def test_a_price_condition_is_met_by_closes_within_a_window(needed: int, within: int, expected: str | None) -> None:
    listing = listed("zhipu", "2026-01-08")
    closes = {"2026-03-02": "90", "2026-03-03": "101", "2026-03-04": "99", "2026-03-05": "100", "2026-03-06": "80"}
    condition = Condition("x", "zhipu", "close_at_least", "", needed, Decimal(100), within, source())
    state = met(book(bars=[sessions(listing, closes)]), condition, at("2026-04-01"))
    assert (state.met_on.iso if state.met_on else None) == expected
    assert state.fixed == (expected is not None)


def test_a_condition_on_results_counts_sessions_after_them(locked: FactBook) -> None:
    condition = Condition("x", "zhipu", "results", "", 2, None, 0, source())
    after_first_results = met(locked, condition, at("2026-11-23", "2026-05-01"))
    # Results of 31 March; then Good Friday on 3 April: 1 and 2 April are the two sessions.
    assert after_first_results.met_on == Day.of("2026-04-02")
    assert met(locked, condition, at("2026-11-23", "2026-03-30")).met_on is None


def test_an_extension_holds_from_its_announcement_and_names_what_it_replaced(locked: FactBook) -> None:
    after = releases(locked, "sensetime", *ALWAYS, at("2022-07-01", "2022-07-01"))
    assert [r.first_free_day.iso for r in after] == ["2022-12-30"]
    amendment = after[0].locked[0].amendment
    assert amendment is not None
    assert (amendment.kind, amendment.was_locked_to.iso) == ("extension", "2022-06-29")
    early = replace(
        locked,
        holdings={"sensetime": tuple(replace(h, known_at=None) for h in locked.holdings["sensetime"])},
    )
    before = releases(early, "sensetime", *ALWAYS, at("2022-06-29", "2022-06-29"))
    assert [r.first_free_day.iso for r in before] == ["2022-06-30"]


def test_status_follows_the_days(locked: FactBook) -> None:
    cornerstone = Day.of("2026-07-08")
    stages = [
        releases(locked, "zhipu", cornerstone, cornerstone, at(day, day))[0].status
        for day in ("2026-07-07", "2026-07-08")
    ]
    assert stages == ["confirmed", "verified"]
    group = Day.of("2026-10-09")
    found = [releases(locked, "minimax", group, group, at(day, day))[0].status for day in ("2026-10-08", "2026-10-09")]
    assert found == ["announced", "effective"]
