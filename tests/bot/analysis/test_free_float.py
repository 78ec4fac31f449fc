"""Float, shares still locked and shares that no exchange trades add up to the shares in issue, on every day."""

from __future__ import annotations

import csv
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.free_float import ALWAYS, FloatChange, FreeFloat, float_around, free_float
from bot.analysis.releases import releases
from bot.days import Day
from bot.facts.book import FactBook, Needs
from data.fact_store import FactStore
from tests.bot.facts_book import FACTS, at

TWINS = {"zhipu": "2026-01-08", "minimax": "2026-01-09"}
THREE_YEARS = 3 * 365 + 1


@pytest.fixture(scope="module")
def locked(facts: FactStore) -> FactBook:
    companies = tuple(facts.vocabulary("").companies)
    return facts.snapshot("", Needs(companies, ("shares_in_issue",), bars=True, holdings=True))


@cache
def rows(company: str) -> tuple[dict[str, str], ...]:
    with (FACTS / "holdings" / f"{company}.csv").open(encoding="utf-8", newline="") as stream:
        return tuple(csv.DictReader(stream))


@cache
def counts(company: str) -> tuple[tuple[str, Decimal, str], ...]:
    """The shares in issue as filed: day, number, scope."""
    with (FACTS / "claims" / f"{company}.csv").open(encoding="utf-8", newline="") as stream:
        found = [r for r in csv.DictReader(stream) if r["measure"] == "shares_in_issue" and r["stated_by"] != "press"]
    return tuple(sorted((r["as_of"], Decimal(r["value"]), r["scope"]) for r in found))


def newest(company: str, day: Day, scope: str) -> Decimal:
    return [value for as_of, value, of in counts(company) if of == scope and as_of <= day.iso][-1]


@pytest.mark.parametrize("company", TWINS)
def test_releases_and_float_make_the_shares_in_issue_on_every_day_of_three_years(
    locked: FactBook, company: str
) -> None:
    listed, now = Day.of(TWINS[company]), at("2026-11-23", "2026-11-23")
    before: FreeFloat | None = None
    for offset in range(THREE_YEARS):
        day = listed.plus(offset)
        found = free_float(locked, company, day, now)
        assert isinstance(found, FreeFloat), (day, found)
        held = sum(Decimal(r["shares"]) for r in rows(company) if _holder(r) and r["first_free_day"] > day.iso)
        assert found.locked.number == held
        assert found.float_shares.number > 0
        assert found.issued.number == newest(company, day, "")
        assert found.float_shares.number + held + found.not_tradable.number == found.issued.number
        assert sum((r.shares.number for r in (*found.to_come, *found.came)), Decimal(0)) == _all_held(company)
        if before is not None:
            freed = sum((r.tradable.number for r in found.came if r.first_free_day == day and r.tradable), Decimal(0))
            issued = found.issued.number - before.issued.number
            assert found.float_shares.number - before.float_shares.number == freed + issued, day
        before = found


@pytest.mark.parametrize(
    ("company", "day", "shares"),
    [
        ("zhipu", "2027-01-08", 263_059_605),  # every H share, none of the unlisted ones
        ("minimax", "2028-01-09", 271_377_649),  # every Class A share, none of Class B
    ],
)
def test_once_all_locks_are_off_the_float_is_the_class_that_trades(
    locked: FactBook, company: str, day: str, shares: int
) -> None:
    found = free_float(locked, company, Day.of(day), at("2026-11-23", "2026-11-23"))
    assert isinstance(found, FreeFloat)
    assert found.locked.number == 0
    assert found.float_shares.number == shares == newest(company, Day.of(day), "h_or_class_a")
    assert found.not_tradable.number == newest(company, Day.of(day), "unlisted_or_class_b")


@pytest.mark.parametrize(
    ("company", "day", "before", "after"),
    [
        ("zhipu", "2026-07-08", "0.0389", "0.0965"),
        ("zhipu", "2027-01-08", "0.1739", "0.5395"),
        ("minimax", "2026-07-09", "0.0544", "0.5189"),
        ("minimax", "2027-01-09", "0.6826", "0.7557"),
    ],
)
def test_the_float_before_and_after_a_release(
    locked: FactBook, company: str, day: str, before: str, after: str
) -> None:
    now = at("2026-11-23", "2026-11-23")
    release = releases(locked, company, Day.of(day), Day.of(day), now)[0]
    change = float_around(locked, release, now)
    assert isinstance(change, FloatChange)
    assert round(change.before.of_issued.fraction, 4) == Decimal(before)
    assert round(change.after.of_issued.fraction, 4) == Decimal(after)
    assert release.tradable is not None
    assert change.after.float_shares.number - change.before.float_shares.number == release.tradable.number


def test_why_there_is_no_float(locked: FactBook) -> None:
    now = at("2026-11-23", "2026-11-23")
    today = Day.of("2026-11-23")
    assert free_float(locked, "anthropic", today, now) == "not_listed"
    assert free_float(locked, "zhipu", Day.of("2026-01-07"), now) == "before_listing"
    assert free_float(locked, "alibaba", today, now) == "no_holdings"
    assert free_float(locked, "sensetime", today, now) == "no_shares"


@given(known=st.dates(Day.of("2026-01-07").date, Day.of("2026-11-23").date))
def test_nothing_is_used_before_it_was_published(locked_once: FactBook, known: object) -> None:
    moment = at("2026-11-23", str(known))
    for release in releases(locked_once, "zhipu", *ALWAYS, moment):
        assert all(h.known_at is not None and h.known_at <= moment.known_at for h in release.holders)
        # The split by class stands in the announcement of September: before it nobody knew what of January can trade.
        if release.first_free_day == Day.of("2027-01-08"):
            assert (release.tradable is None) == (moment.known_at < Day.of("2026-09-13"))


@pytest.fixture(scope="module")
def locked_once(locked: FactBook) -> FactBook:
    return locked


def test_before_the_allotment_was_announced_there_was_nothing_to_list(locked: FactBook) -> None:
    assert releases(locked, "zhipu", *ALWAYS, at("2026-11-23", "2026-01-06")) == ()


def _holder(row: dict[str, str]) -> bool:
    return row["row_type"] == "holder" and bool(row["shares"])


def _all_held(company: str) -> Decimal:
    return sum((Decimal(r["shares"]) for r in rows(company) if _holder(r)), Decimal(0))
