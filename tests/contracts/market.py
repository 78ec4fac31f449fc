"""What a store of prices must do, on every database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from bot.days import Day
from bot.facts.offers import Offer, Suspicion
from bot.facts.records import Bar
from data.market_store import MarketStore

MONDAY, TUESDAY = Day.of("2026-11-16"), Day.of("2026-11-17")


def offer(day: Day | None, close: str | None, vendor: str = "yahoo", ticker: str = "2513.HK") -> Offer:
    return Offer(vendor, ticker, day, None if close is None else Decimal(close), currency="HKD", text="as sent")


def counts(store: MarketStore, taken: Sequence[Offer], aside: Sequence[tuple[Offer, Suspicion]]) -> tuple[int, int]:
    new, doubted = store.take(taken, aside)
    return len(new), doubted


def last(store: MarketStore, ticker: str, vendor: str) -> Day | None:
    return next((h.last for h in store.held() if (h.ticker, h.vendor) == (ticker, vendor)), None)


def believed(store: MarketStore, ticker: str, vendor: str, since: Day | None = None) -> tuple[Bar, ...]:
    return store.believed({ticker: since}, vendor)[ticker]


class MarketContract:
    """Inherit it and give a store over an empty database with the shipped listings."""

    @pytest.fixture
    def store(self) -> MarketStore:
        raise NotImplementedError

    def test_believed_sessions_stand_beside_the_shipped_ones(self, store: MarketStore) -> None:
        shipped = believed(store, "2513.HK", "yahoo")
        assert len(shipped) > 100 and shipped[-1].session == store.shipped()["2513.HK"]
        assert last(store, "2513.HK", "yahoo") is None
        full = replace(
            offer(MONDAY, "1234.56"), open=Decimal(1200), high=Decimal("1250.125"), low=Decimal(1190), volume=10**10
        )
        assert counts(store, [full, offer(TUESDAY, "1240.5")], []) == (2, 0)
        first, second = believed(store, "2513.HK", "yahoo")[-2:]
        assert (first.session, first.close, first.high, first.volume) == (
            MONDAY, Decimal("1234.56"), Decimal("1250.125"), 10**10,
        )  # fmt: skip
        assert (second.close, second.open, second.volume) == (Decimal("1240.5"), None, None)
        assert believed(store, "2513.HK", "eodhd") == shipped, "one vendor's prices are not another's"
        assert believed(store, "2513.HK", "yahoo", TUESDAY) == (first, second)
        assert believed(store, "2513.HK", "yahoo", MONDAY) == (shipped[-1], first, second)
        assert believed(store, "2513.HK", "yahoo", Day.of("2020-01-01"))[:1] == shipped[:1]
        assert last(store, "2513.HK", "yahoo") == TUESDAY and last(store, "0100.HK", "yahoo") is None
        [held] = store.held()
        assert (held.ticker, held.vendor, held.sessions, held.first, held.last) == (
            "2513.HK", "yahoo", 2, MONDAY, TUESDAY,
        )  # fmt: skip

    def test_many_listings_are_read_at_once_each_from_its_own_day_on(self, store: MarketStore) -> None:
        store.take([offer(MONDAY, "600"), offer(TUESDAY, "610"), offer(TUESDAY, "250", ticker="0100.HK")], [])
        found = store.believed({"2513.HK": TUESDAY, "0100.HK": TUESDAY, "9999.HK": MONDAY}, "yahoo")
        assert [b.session for b in found["2513.HK"]] == [MONDAY, TUESDAY]
        assert [b.session for b in found["0100.HK"]] == [store.shipped()["0100.HK"], TUESDAY]
        assert found["9999.HK"] == () and store.believed({}, "yahoo") == {}

    def test_a_session_sent_twice_in_one_round_is_taken_once_and_another_close_looked_at(
        self, store: MarketStore
    ) -> None:
        assert counts(store, [offer(MONDAY, "600"), offer(MONDAY, "600"), offer(MONDAY, "601")], []) == (1, 1)
        assert believed(store, "2513.HK", "yahoo")[-1].close == Decimal(600)

    def test_the_same_again_is_nothing_new_and_another_word_on_it_is_looked_at(self, store: MarketStore) -> None:
        store.take([offer(MONDAY, "1234.56")], [])
        assert counts(store, [offer(MONDAY, "1234.56")], []) == (0, 0)
        assert counts(store, [offer(MONDAY, "1234.560001")], []) == (0, 1)
        assert counts(store, [offer(MONDAY, "1234.560001")], []) == (0, 0), "once is enough"
        assert believed(store, "2513.HK", "yahoo")[-1].close == Decimal("1234.56"), "what was said first stands"
        [kept] = store.quarantined()
        assert kept.suspicion == "revised"
        assert store.release(kept.id, "console:you") is not None
        assert believed(store, "2513.HK", "yahoo")[-1].close == Decimal("1234.560001")

    def test_what_is_kept_aside_is_no_price_until_a_person_says_so(self, store: MarketStore) -> None:
        assert counts(store, [], [(offer(TUESDAY, "5000"), "jump"), (offer(None, None), "unreadable")]) == (0, 2)
        assert last(store, "2513.HK", "yahoo") is None and store.count_quarantined() == 2
        page, jump = store.quarantined()
        assert (page.suspicion, page.offer.session, page.offer.text) == ("unreadable", None, "as sent")
        assert (jump.suspicion, jump.offer.close, jump.offer.session) == ("jump", Decimal(5000), TUESDAY)
        assert store.release(page.id, "console:you") is None and store.release(9_999, "console:you") is None
        released = store.release(jump.id, "console:you")
        assert released is not None and released.close == Decimal(5000)
        assert last(store, "2513.HK", "yahoo") == TUESDAY
        assert [q.id for q in store.quarantined()] == [page.id] and store.count_quarantined() == 1
        assert store.release(jump.id, "console:you") is None, "once"

    def test_no_word_of_a_person_makes_a_price_of_nothing_or_of_another_currency(self, store: MarketStore) -> None:
        nothing, other = offer(MONDAY, "0"), replace(offer(MONDAY, "500"), currency="CNY")
        unknown = replace(offer(MONDAY, "500"), ticker="9999.HK")
        aside = [(nothing, "not_positive"), (other, "wrong_currency"), (unknown, "jump")]
        assert counts(store, [], aside) == (0, 3)  # type: ignore[arg-type]
        assert [store.release(q.id, "console:you") for q in store.quarantined()] == [None] * 3
        assert store.held() == ()

    def test_pages_in_place_of_prices_fill_one_line_a_day(self, store: MarketStore) -> None:
        pages = [(replace(offer(None, None), text=f"<html nonce={n}>"), "unreadable") for n in range(5)]
        assert counts(store, [], pages) == (0, 1)  # type: ignore[arg-type]

    def test_what_is_believed_after_all_waits_for_nobody(self, store: MarketStore) -> None:
        store.take([], [(offer(TUESDAY, "5000"), "jump"), (offer(MONDAY, "4900"), "jump")])
        store.take([offer(TUESDAY, "5000")], [])
        assert [q.offer.session for q in store.quarantined()] == [MONDAY]
