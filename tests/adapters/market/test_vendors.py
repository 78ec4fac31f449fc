"""What each vendor's answers are read as, over real HTTP against a stand-in on this machine."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from decimal import Decimal
from multiprocessing import get_context
from pathlib import Path

import pytest

from adapters.market.web import Eodhd, Feed
from adapters.market.yahoo import Yahoo
from bot.days import Day
from bot.facts.offers import Offer
from bot.facts.records import Listing
from bot.market import MarketData, UnknownShareError, VendorError
from tests.standins.market.server import Market, Mood

ZHIPU = Listing("zhipu", "2513.HK", "XHKG", Day.of("2026-01-08"), Decimal("116.2"), "HKD", "Asia/Hong_Kong")
FIRST, LAST = Day.of("2026-11-16"), Day.of("2026-11-19")


def market() -> Market:
    made = Market()
    made.deal("2513.HK", "2026-11-13", 1190.0)
    made.deal("2513.HK", "2026-11-16", 1234.56, open=1200.1, high=1250, low=1195.3, volume=7_654_321)
    made.deal("2513.HK", "2026-11-17", 1240.5)
    made.deal("2513.HK", "2026-11-18", 248.2, split=5)
    made.deal("2513.HK", "2026-11-20", 250)
    return made


Make = Callable[[str], MarketData]
_workers: list[ProcessPoolExecutor] = []


@pytest.fixture(scope="module", autouse=True)
def one_worker() -> Iterator[None]:
    """Starting yfinance takes seconds, so the tests here share one worker process."""
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as pool:
        _workers.append(pool)
        yield
        _workers.clear()


class Shared(Yahoo):
    """Yahoo on the worker of all tests, which outlives it."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self._pool = _workers[0]

    async def close(self) -> None:
        self._pool = None


def yahoo(address: str) -> MarketData:
    return Shared(address)


def eodhd(address: str) -> MarketData:
    return Eodhd("made-token", f"{address}/api")


def feed_of_json(address: str) -> MarketData:
    return Feed(f"{address}/feed/json?ticker={{ticker}}&from={{first}}&to={{last}}")


def feed_of_csv(address: str) -> MarketData:
    return Feed(f"{address}/feed/csv")


VENDORS = [yahoo, eodhd, feed_of_json, feed_of_csv]
by_vendor = pytest.mark.parametrize("make", VENDORS, ids=lambda m: m.__name__)


def asked(made: Market, make: Make, listing: Listing = ZHIPU) -> tuple[Offer, ...]:
    async def go() -> tuple[Offer, ...]:
        async with made.running() as address:
            vendor = make(address)
            try:
                return tuple(await vendor.bars(listing, FIRST, LAST))
            finally:
                await vendor.close()

    return asyncio.run(go())


@by_vendor
def test_sessions_between_two_days_arrive_as_they_were_dealt(make: Make) -> None:
    first, second, third = asked(market(), make)
    assert (first.ticker, first.session, first.currency) == ("2513.HK", Day.of("2026-11-16"), "HKD")
    assert first.close == Decimal("1234.56"), "single precision is undone, nothing else is rounded"
    assert (first.open, first.high, first.low) == (Decimal("1200.1"), Decimal(1250), Decimal("1195.3"))
    assert (first.volume, first.split) == (7_654_321, None)
    assert (second.session, third.session) == (Day.of("2026-11-17"), Day.of("2026-11-18"))
    assert third.split == (Decimal(5) if make is yahoo else None), "only Yahoo tells of splits"


@by_vendor
@pytest.mark.parametrize("mood", ["page", "garbage", "cut", "wrong_kind"])
def test_what_cannot_be_read_is_an_offer_that_says_so(make: Make, mood: Mood) -> None:
    made = market()
    made.mood = mood
    offers = asked(made, make)
    if make is feed_of_csv and mood == "cut":
        assert all(o.session is None or o.close is not None for o in offers), "half a file is half of the rows"
        return
    assert offers and {o.session for o in offers} == {None}
    assert all(0 < len(o.text) <= 200 for o in offers)
    if mood == "page":
        assert offers[0].text.startswith("<!DOCTYPE"), "whoever looks at it sees what was sent"


@by_vendor
@pytest.mark.parametrize("mood", ["broken", "refusing"])
def test_a_vendor_that_fails_says_so_without_its_address_or_token(make: Make, mood: Mood) -> None:
    made = market()
    made.mood = mood
    with pytest.raises(VendorError) as raised:
        asked(made, make)
    assert not isinstance(raised.value, UnknownShareError)
    assert "made-token" not in str(raised.value) and "127.0.0.1" not in str(raised.value)


@pytest.mark.parametrize("make", VENDORS[1:], ids=lambda m: m.__name__)
def test_a_server_that_is_gone_is_a_vendor_that_fails(make: Make) -> None:
    async def go() -> None:
        async with market().running() as address:
            pass
        vendor = make(address)
        try:
            await vendor.bars(ZHIPU, FIRST, LAST)
        finally:
            await vendor.close()

    with pytest.raises(VendorError):
        asyncio.run(go())


def test_yahoo_tells_a_day_without_prices_from_a_share_it_does_not_know() -> None:
    made = Market()
    made.deal("2513.HK", "2026-11-13", 1190)
    assert asked(made, yahoo) == ()
    with pytest.raises(UnknownShareError):
        asked(Market(), yahoo)


def test_a_worker_that_hangs_is_ended_and_the_next_question_has_another() -> None:
    made = market()

    async def go() -> None:
        async with made.running() as address:
            hasty, patient = Yahoo(address, longest=0.01), Yahoo(address)
            with pytest.raises(VendorError, match="TimeoutError"):
                await hasty.bars(ZHIPU, FIRST, LAST)
            assert len(await patient.bars(ZHIPU, FIRST, LAST)) == 3
            await patient.close()
            assert len(await patient.bars(ZHIPU, FIRST, LAST)) == 3
            await patient.close()

    asyncio.run(go())


def test_yahoos_currency_is_its_own_word_and_eodhds_is_the_listings() -> None:
    made = market()
    made.currency = "CNY"
    assert {o.currency for o in asked(made, yahoo)} == {"CNY"}
    assert {o.currency for o in asked(made, eodhd)} == {"HKD"}


def test_a_file_of_ones_own_is_read_and_one_that_is_gone_is_told(tmp_path: Path) -> None:
    path = tmp_path / "prices.csv"
    path.write_text(
        "\ufeffticker,session,close\n2513.HK,2026-11-17,1240.5\n0100.HK,2026-11-17,300\n2513.HK,soon,1\n", "utf-8"
    )
    good, bad = asyncio.run(Feed(str(path)).bars(ZHIPU, FIRST, LAST))
    assert (good.close, good.currency) == (Decimal("1240.5"), "HKD") and bad.session is None and "soon" in bad.text
    path.unlink()
    with pytest.raises(VendorError):
        asyncio.run(Feed(str(path)).bars(ZHIPU, FIRST, LAST))


def test_a_feed_that_speaks_of_a_day_to_come_is_seen_but_not_of_the_session_that_runs() -> None:
    made = Market()
    for day in ("2026-11-19", "2026-11-20", "2026-11-25"):
        made.deal("2513.HK", day, 1200)
    assert [o.session.iso if o.session else "" for o in asked(made, feed_of_json)] == ["2026-11-19", "2026-11-25"]


def test_a_long_answer_is_read_to_its_end() -> None:
    made = Market()
    for n in range(3_000):
        made.deal("2513.HK", Day.of("2018-01-01").plus(n).iso, 100 + n / 100)
    made.deal("2513.HK", "2026-11-16", 1200)
    assert [o.close for o in asked(made, feed_of_csv)] == [Decimal("1200")]
