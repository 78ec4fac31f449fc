"""Rates fetched from a stand-in for the European Central Bank on this machine."""

from __future__ import annotations

import asyncio
import io
import logging
import zipfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import date, timedelta
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import pytest
from aiohttp import web

from adapters.clock import StoppedClock
from adapters.rates import EuropeanCentralBankRates, read_series
from adapters.rates_refresh import RatesRefresh, published
from bot.days import Day, Instant
from data.addresses import normalised
from data.database import Database
from data.rates_store import RatesStore
from data.schema import create_all
from tests.plugins.postgres import postgres_server, postgres_url

__all__ = ["postgres_server", "postgres_url"]

PACKAGED = files("currency_converter").joinpath("eurofxref-hist.zip").read_bytes()
NOW = Instant.of("2026-11-23T16:00Z")


def packed(last: str = "2026-11-23", days: int = 1_200, usd: str = "1.25", head: str = "Date,USD,HKD,CNY,") -> bytes:
    """A file as the bank sends it: the newest day first, and a comma behind each line."""
    end = date.fromisoformat(last)
    rows = "\n".join(f"{end - timedelta(days=n)},{usd},9.75,8.5," for n in range(days))
    return zipped(f"{head}\n{rows}\n")


def zipped(text: str, name: str = "eurofxref-hist.csv") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(name, text)
    return made.getvalue()


@asynccontextmanager
async def bank(body: bytes, status: int = 200) -> AsyncIterator[tuple[str, list[str]]]:
    asked: list[str] = []

    async def answer(request: web.Request) -> web.Response:
        asked.append(request.path)
        return web.Response(body=body, status=status)

    application = web.Application()
    application.router.add_get("/rates.zip", answer)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield "http://{}:{}/rates.zip".format(*runner.addresses[0][:2]), asked
    finally:
        await runner.cleanup()


class Refreshing:
    """Rates over a database of a test's own, and rounds of fetching them."""

    def __init__(self, url: str) -> None:
        self.clock = StoppedClock(NOW)
        self.database = Database(normalised(url))
        self.database.write_now(create_all)
        self.kept = RatesStore(self.database, self.clock)
        self.asked = 0
        self.rates, self.refresh = self.process()

    def process(self) -> tuple[EuropeanCentralBankRates, RatesRefresh]:
        """Returns what a process of its own over the same database holds."""
        rates = EuropeanCentralBankRates(self.kept)
        return rates, RatesRefresh(rates, self.kept, "set later", self.clock)

    def round(self, body: bytes, status: int = 200, refresh: RatesRefresh | None = None) -> bool:
        chosen = refresh or self.refresh

        async def go() -> bool:
            async with bank(body, status) as (address, asked):
                chosen._address = address
                newer = await chosen.once()
                self.asked += len(asked)
                return newer

        return asyncio.run(go())


@pytest.fixture
def refreshing(tmp_path: Path) -> Iterator[Refreshing]:
    made = Refreshing(f"sqlite:///{tmp_path / 'rates.db'}")
    yield made
    made.database.close()


@pytest.fixture
def shared(postgres_url: str) -> Iterator[Refreshing]:
    made = Refreshing(postgres_url)
    yield made
    made.database.close()


def test_what_one_process_fetched_all_hold_and_none_fetches_again(shared: Refreshing) -> None:
    day = Day.of("2026-11-23")
    answering, _ = shared.process()
    leading, next_to_lead = shared.process()
    for rates in (answering, leading):
        found = rates.per_euro("USD", day)
        assert found is not None and found[1] < day
    assert shared.round(packed()) and not shared.round(packed())
    assert answering.renew() and not answering.renew()
    assert answering.per_euro("USD", day) == (Decimal("1.25"), day)
    assert next_to_lead.due(), "it has not looked yet"
    assert not shared.round(packed(usd="9"), refresh=next_to_lead)
    assert leading.per_euro("USD", day) == (Decimal("1.25"), day) and not next_to_lead.due()
    assert shared.asked == 1


def test_newer_rates_are_used_at_once_and_after_a_start(refreshing: Refreshing) -> None:
    day = Day.of("2026-11-23")
    before = refreshing.rates.per_euro("USD", day)
    assert before is not None and before[1] == refreshing.rates.last_day() < day
    assert refreshing.refresh.due()
    assert refreshing.round(packed())
    assert refreshing.rates.per_euro("USD", day) == (Decimal("1.25"), day)
    assert refreshing.process()[0].per_euro("HKD", day) == (Decimal("9.75"), day)
    assert not refreshing.refresh.due()


def test_an_older_file_than_the_packaged_one_is_not_used(refreshing: Refreshing) -> None:
    last = EuropeanCentralBankRates().last_day()
    assert not refreshing.round(packed(last="2020-01-31"))
    assert refreshing.rates.last_day() == last


BAD = {
    "a page": b"<html>sign in</html>",
    "nothing": b"",
    "half a file": PACKAGED[: len(PACKAGED) // 2],
    "another file": zipped("a,b\n1,2\n", "other.csv"),
    "other columns": zipped("Date,XXX\n2026-11-23,1\n"),
    "a few days": packed(days=5),
    "no day": packed(last="2026-11-23").replace(b"2026-11-23", b"2026-13-99"),
    "a day to come": packed(last="2026-12-24"),
    "zeros": packed(usd="0"),
}


@pytest.mark.parametrize("body", BAD.values(), ids=BAD)
def test_what_is_no_file_of_rates_replaces_nothing(refreshing: Refreshing, body: bytes) -> None:
    day = Day.of("2026-11-20")
    refreshing.round(packed(last=day.iso))
    kept = refreshing.kept.packed()
    refreshing.clock.moment = NOW
    assert not refreshing.round(body)
    assert refreshing.kept.packed() == kept
    assert refreshing.rates.per_euro("USD", Day.of("2026-11-23")) == (Decimal("1.25"), day)


def test_a_failure_is_one_line_and_its_end_another(refreshing: Refreshing, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    for status in (500, 404, 500):
        assert not refreshing.round(b"", status)
    refreshing.round(packed())
    refreshing.round(packed())
    assert [r.getMessage() for r in caplog.records] == [
        "exchange rates cannot be had (HTTP 500); those held stay, with their day",
        "exchange rates are back",
    ]


def test_a_file_spoilt_where_it_is_kept_falls_back_to_the_packaged_one(refreshing: Refreshing) -> None:
    day = Day.of("2026-11-23")
    refreshing.kept.keep(b"spoilt", day)
    assert refreshing.process()[0].per_euro("USD", day) == EuropeanCentralBankRates().per_euro("USD", day)


@pytest.mark.parametrize(
    ("now", "day"),
    [
        ("2026-11-23T15:14Z", "2026-11-20"),
        ("2026-11-23T15:16Z", "2026-11-23"),
        ("2026-11-22T15:16Z", "2026-11-20"),
        ("2026-06-23T14:16Z", "2026-06-23"),
    ],
)
def test_rates_are_out_by_a_quarter_past_four_in_frankfurt(now: str, day: str) -> None:
    assert published(Instant.of(now)) == Day.of(day)


def test_it_asks_at_most_once_an_hour_and_never_without_an_address(refreshing: Refreshing) -> None:
    refreshing.round(b"")
    assert not refreshing.refresh.due()
    refreshing.clock.moment = Instant(NOW.at + timedelta(hours=1))
    assert refreshing.refresh.due()
    assert not RatesRefresh(refreshing.rates, refreshing.kept, "", refreshing.clock).due()


def test_the_packaged_file_reads_as_it_did() -> None:
    series = read_series(PACKAGED)
    days, values = series["HKD"]
    assert days == sorted(days) and len(days) == len(values) > 2_000 and days[0].year == 2015
