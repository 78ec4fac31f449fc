from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.suspicion import judged, suspicion
from bot.days import Day
from bot.facts.offers import Offer, Suspicion
from bot.facts.records import Bar, Listing
from data.sessions_file import ShippedCalendar
from tests.bot.facts_book import FACTS

LISTING = Listing("zhipu", "2513.HK", "XHKG", Day.of("2026-01-08"), Decimal("116.2"), "HKD", "Asia/Hong_Kong")
HONG_KONG = ShippedCalendar(FACTS / "sessions").all()["XHKG"]
CLOSED = Day.of("2026-11-20")
MONDAY, TUESDAY = Day.of("2026-11-16"), Day.of("2026-11-17")


def bar(day: Day, close: str, *, volume: int | None = 1_000) -> Bar:
    price = Decimal(close)
    return Bar(day, price, price - 1, price + 2, price - 2, volume)


def offer(day: Day | None, close: str | None, **changed: object) -> Offer:
    price = None if close is None else Decimal(close)
    made = Offer("yahoo", "2513.HK", day, price, price, price, price, 2_000, "HKD")
    return replace(made, **changed)  # type: ignore[arg-type]


def asked(given: Offer, last: Bar | None = None) -> Suspicion | None:
    return suspicion(given, LISTING, last, CLOSED, HONG_KONG.deals)


YESTERDAY = bar(MONDAY, "500")
BAD: list[tuple[Suspicion, Offer]] = [
    ("unreadable", offer(None, None, text="<html>")),
    ("unreadable", offer(TUESDAY, None)),
    ("wrong_currency", offer(TUESDAY, "505", currency="CNY")),
    ("wrong_currency", offer(TUESDAY, "505", currency="")),
    ("not_positive", offer(TUESDAY, "0")),
    ("not_positive", offer(TUESDAY, "-505")),
    ("not_positive", offer(TUESDAY, "505", open=Decimal(0))),
    ("not_positive", offer(TUESDAY, "NaN")),
    ("not_positive", offer(TUESDAY, "505", volume=-1)),
    ("inconsistent", offer(TUESDAY, "505", high=Decimal(504))),
    ("inconsistent", offer(TUESDAY, "505", low=Decimal(506), high=Decimal(507))),
    ("inconsistent", offer(TUESDAY, "505", open=Decimal(600), high=Decimal(510), low=Decimal(500))),
    ("not_closed", offer(Day.of("2026-11-23"), "505")),
    ("no_session", offer(Day.of("2026-11-15"), "505")),
    ("no_session", offer(Day.of("2026-10-01"), "505")),
    ("before_listing", offer(Day.of("2026-01-07"), "505")),
    ("repeated", offer(TUESDAY, "500", open=Decimal(499), high=Decimal(502), low=Decimal(498), volume=1_000)),
    ("suspended", offer(TUESDAY, "500", volume=0)),
    ("split", offer(TUESDAY, "510", split=Decimal(5))),
    ("split", offer(TUESDAY, "99.5")),
    ("split", offer(TUESDAY, "1001")),
    ("jump", offer(TUESDAY, "2150")),
    ("jump", offer(TUESDAY, "51700")),
    ("split", offer(TUESDAY, "50000")),
    ("jump", offer(TUESDAY, "120")),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "given"), BAD, ids=lambda v: v if isinstance(v, str) else f"{v.session}-{v.close}")
def test_each_bad_price_has_its_reason(reason: Suspicion, given: Offer) -> None:
    assert asked(given, YESTERDAY) == reason


def test_ordinary_days_are_believed() -> None:
    assert asked(offer(TUESDAY, "505"), YESTERDAY) is None
    assert asked(offer(TUESDAY, "505")) is None, "the first session of all has nothing to be held against"
    assert asked(offer(TUESDAY, "500"), YESTERDAY) is None, "a close may repeat itself"
    assert asked(offer(TUESDAY, "700"), YESTERDAY) is None, "40 % in a day has happened here"
    bare = Offer("feed", "2513.HK", TUESDAY, Decimal(500), currency="HKD")
    assert asked(bare, Bar(MONDAY, Decimal(500))) is None, "a feed of closes alone cannot be told from a copy"
    assert asked(offer(TUESDAY, "505", split=Decimal(1)), YESTERDAY) is None


def test_a_share_may_double_over_months_without_being_split() -> None:
    assert asked(offer(TUESDAY, "1000"), bar(Day.of("2026-07-17"), "500")) is None
    assert asked(offer(TUESDAY, "1000"), bar(Day.of("2026-11-13"), "500")) == "split"


def test_after_a_jump_everything_at_the_new_height_waits_for_one_word() -> None:
    days = HONG_KONG.days(MONDAY, Day.of("2026-11-19"))
    jumped = [offer(day, close) for day, close in zip(days, ("502", "2400", "2410", "2390"), strict=True)]
    taken, aside = judged(jumped, LISTING, [bar(Day.of("2026-11-13"), "500")], CLOSED, HONG_KONG.deals)
    assert [o.session for o in taken] == [days[0]]
    assert [(o.session, why) for o, why in aside] == [(day, "jump") for day in days[1:]]
    released = [bar(Day.of("2026-11-13"), "500"), bar(days[0], "502"), bar(days[1], "2400")]
    taken, aside = judged(jumped[2:], LISTING, released, CLOSED, HONG_KONG.deals)
    assert [o.session for o in taken] == list(days[2:]) and aside == []


def test_one_bad_day_holds_back_no_other() -> None:
    days = HONG_KONG.days(MONDAY, Day.of("2026-11-19"))
    given = [offer(day, close) for day, close in zip(days, ("502", "0", "504", "506"), strict=True)]
    taken, aside = judged([*given, offer(None, None)], LISTING, [], CLOSED, HONG_KONG.deals)
    assert [o.session for o in taken] == [days[0], days[2], days[3]]
    assert sorted(why for _, why in aside) == ["not_positive", "unreadable"]


def test_days_asked_for_again_are_judged_by_the_day_before_each() -> None:
    held = [bar(MONDAY, "500"), bar(TUESDAY, "510"), bar(Day.of("2026-11-18"), "520")]
    again = [offer(b.session, str(b.close), open=b.open, high=b.high, low=b.low, volume=b.volume) for b in held]
    assert judged(again, LISTING, held, CLOSED, HONG_KONG.deals) == (again, [])


def shipped() -> list[tuple[str, list[Bar]]]:
    found = []
    for path in sorted((FACTS / "bars").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        found.append((path.stem, [_bar(row) for row in rows]))
    return found


def _bar(row: dict[str, str]) -> Bar:
    first, high, low, close = (Decimal(row[n]) if row[n] else None for n in ("open", "high", "low", "close"))
    assert close is not None
    return Bar(Day.of(row["session"]), close, first, high, low, int(row["volume"]) if row["volume"] else None)


@pytest.mark.parametrize(("ticker", "bars"), shipped(), ids=lambda v: v if isinstance(v, str) else "")
def test_every_shipped_session_would_have_been_believed(ticker: str, bars: Sequence[Bar]) -> None:
    listing = replace(LISTING, ticker=ticker, listed_on=None)
    offers = [Offer("x", ticker, b.session, b.close, b.open, b.high, b.low, b.volume, "HKD") for b in bars]
    assert len(offers) > 100
    taken, aside = judged(offers, listing, [], CLOSED, HONG_KONG.deals)
    # On a day without trading a vendor sends the close before it, which says nothing new.
    assert {why for _, why in aside} <= {"suspended"}
    assert len(taken) + len(aside) == len(offers)
    assert [o.session for o, _ in aside] == [b.session for b in bars if b.volume == 0]


prices = st.one_of(st.none(), st.decimals(allow_nan=True, allow_infinity=True), st.decimals(-10, 5_000, places=2))


@given(
    closes=st.lists(st.tuples(st.integers(-5, 9), prices, prices, prices, prices), max_size=12),
    volume=st.one_of(st.none(), st.integers(-1, 10**9)),
    currency=st.sampled_from(["HKD", "hkd", "CNY", "USD", ""]),
)
def test_never_a_price_of_nothing_nor_of_another_currency_nor_of_a_day_to_come(
    closes: list[tuple[int, Decimal | None, Decimal | None, Decimal | None, Decimal | None]],
    volume: int | None,
    currency: str,
) -> None:
    offers = [
        Offer("x", "2513.HK", MONDAY.plus(step), close, first, high, low, volume, currency)
        for step, close, first, high, low in closes
    ]
    taken, aside = judged(offers, LISTING, [YESTERDAY], CLOSED, HONG_KONG.deals)
    assert sorted(map(id, [*taken, *(o for o, _ in aside)])) == sorted(map(id, offers)), "none is lost"
    for each in taken:
        assert each.close is not None and each.close.is_finite() and each.close > 0
        assert each.currency == "HKD"
        assert each.session is not None and each.session <= CLOSED and HONG_KONG.is_session(each.session)
        assert (each.volume or 0) >= 0
