"""Daily prices of Yahoo Finance through the package yfinance, in a process of its own.

The package brings pandas and takes 100 MiB, so a worker process loads it on first use.
"""

from __future__ import annotations

import asyncio
import warnings
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from decimal import Decimal
from multiprocessing import get_context
from pathlib import Path
from tempfile import gettempdir
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from adapters.market.reading import number, unreadable
from bot.days import Day
from bot.facts.offers import Offer
from bot.facts.records import Listing
from bot.ports import VendorError

LONGEST = 90.0
"""Seconds after which a listing is given up: yfinance tries again by itself before it says that it failed."""


class Yahoo:
    """Yahoo Finance. `address` stands in for every address of Yahoo, for a proxy of one's own or a test."""

    vendor = "yahoo"

    def __init__(self, address: str = "") -> None:
        self._address = address
        self._pool: ProcessPoolExecutor | None = None

    async def bars(self, listing: Listing, first: Day, last: Day) -> tuple[Offer, ...]:
        """Returns the sessions between two days as the vendor gives them; raises VendorError when nothing came."""
        self._pool = self._pool or ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn"))
        asked = asyncio.get_running_loop().run_in_executor(
            self._pool, asked_of_yahoo, listing.ticker, first.iso, last.plus(1).iso, self._address
        )
        try:
            return await asyncio.wait_for(asked, LONGEST)
        except (BrokenProcessPool, TimeoutError) as error:
            self.close()
            raise VendorError(self.vendor, type(error).__name__) from None
        except _AskingError as error:
            raise VendorError(self.vendor, str(error)) from None

    def close(self) -> None:
        """Ends the worker process."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None


class _AskingError(Exception):
    """Says in the worker that Yahoo could not be asked; plain, because it travels between processes."""


def asked_of_yahoo(ticker: str, first: str, end: str, address: str) -> tuple[Offer, ...]:
    """Returns the sessions from a day up to, not with, another. Called in the worker process."""
    import yfinance  # noqa: PLC0415  100 MiB that only this process needs

    # yfinance lags behind pandas and says so on every call; and it keeps replies for stretches that have ended, which
    # would bring back a broken reply for as long as this process lives.
    warnings.simplefilter("ignore")
    yfinance.data.YfData.cache_get.cache_clear()
    yfinance.config.debug.hide_exceptions = False
    yfinance.set_tz_cache_location(str(Path(gettempdir()) / "twinstar-yfinance"))
    session = _elsewhere(address) if address else None
    asked = yfinance.Ticker(ticker, session=session)
    try:
        frame = asked.history(start=first, end=end, auto_adjust=False, actions=True)
        meta = asked.history_metadata
    except ValueError as error:
        # What is no JSON: a page of theirs, or one of a proxy on the way.
        return (unreadable("yahoo", ticker, str(error)),)
    except Exception as error:
        raise _AskingError(type(error).__name__) from None
    currency = str(meta.get("currency", ""))
    return tuple(
        _offer(ticker, currency, day, row) for day, row in zip(frame.index, frame.to_dict("records"), strict=True)
    )


def _offer(ticker: str, currency: str, at: Any, row: dict[str, Any]) -> Offer:  # noqa: ANN401
    def price(name: str) -> Decimal | None:
        value = row.get(name)
        # Yahoo's prices pass through single precision: six significant decimals are all that they say.
        return None if value is None or value != value else number(round(float(value), 4))

    split = price("Stock Splits")
    volume = price("Volume")
    return Offer(
        "yahoo",
        ticker,
        Day(at.date()),
        price("Close"),
        price("Open"),
        price("High"),
        price("Low"),
        None if volume is None else int(volume),
        currency,
        split or None,
    )


def _elsewhere(address: str) -> Any:  # noqa: ANN401
    """Returns a session of the kind that yfinance takes, which asks one address in place of every one of Yahoo's."""
    from curl_cffi import requests  # noqa: PLC0415  comes with yfinance

    class Elsewhere(requests.Session[Any]):
        def request(self, method: Any, url: str, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401
            place, wanted = urlsplit(address), urlsplit(url)
            moved = urlunsplit((place.scheme, place.netloc, wanted.path, wanted.query, ""))
            return super().request(method, moved, *arguments, **options)

    return Elsewhere()
