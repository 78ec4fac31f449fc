"""Prices of Yahoo Finance through the package yfinance, in a process of its own.

The package brings pandas and takes 100 MiB, so a worker process loads it on first use.
"""

from __future__ import annotations

import asyncio
import logging
import warnings
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from decimal import Decimal
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import gettempdir
from typing import Any, Literal, ParamSpec, TypeVar
from urllib.parse import urlsplit, urlunsplit

from adapters.market.reading import number, quoted, unreadable
from bot.days import Day
from bot.facts.offers import About, Action, Count, Offer
from bot.facts.records import Listing
from bot.market import UnknownShareError, VendorError

P = ParamSpec("P")
T = TypeVar("T")

LONGEST = 90.0
"""Seconds after which a listing is given up: yfinance tries again by itself before it says that it failed."""


_Kind = Literal["split", "dividend"]
_KINDS: Mapping[str, _Kind] = {"Stock Splits": "split", "Dividends": "dividend"}
_Counts = list[tuple[str, int]]
_Actions = list[tuple[str, _Kind, float]]


class Yahoo:
    """Yahoo Finance. `address` stands in for every address of Yahoo, for a proxy of one's own or a test."""

    vendor = "yahoo"

    def __init__(self, address: str = "", longest: float = LONGEST) -> None:
        self._address, self._longest = address, longest
        self._pool: ProcessPoolExecutor | None = None
        self._one = asyncio.Lock()

    async def bars(self, listing: Listing, first: Day, last: Day) -> tuple[Offer, ...]:
        """Returns the sessions between two days as the vendor gives them; raises VendorError when nothing came."""
        return await self._asked(asked_of_yahoo, listing.ticker, first.iso, last.plus(1).iso, self._address)

    async def quote(self, listing: Listing) -> Offer | None:
        """Returns the last price within the session; raises VendorError when nothing came."""
        found = await self._asked(quoted_by_yahoo, listing.ticker, self._address)
        if found is None:
            return unreadable(self.vendor, listing.ticker, "")
        price, seconds, currency = found
        return quoted(self.vendor, listing, f"{price:.7g}", seconds, currency)

    async def about(self, listing: Listing, first: Day, last: Day) -> About:
        """Returns shares in issue by day, splits and dividends; raises VendorError when nothing came."""
        counts, actions = await self._asked(about_by_yahoo, listing.ticker, first.iso, last.plus(1).iso, self._address)
        return About(
            tuple(Count(self.vendor, listing.ticker, Day.of(day), shares) for day, shares in counts),
            tuple(
                Action(self.vendor, listing.ticker, Day.of(day), kind, Decimal(f"{amount:.7g}"))
                for day, kind, amount in actions
            ),
        )

    async def _asked(self, what: Callable[P, T], *about: P.args, **more: P.kwargs) -> T:
        """Returns what the worker process says of one listing."""
        # One at a time: the time that a listing may take is its own, and a worker that hangs takes no other with it.
        async with self._one:
            self._pool = self._pool or ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn"))
            asked = asyncio.get_running_loop().run_in_executor(self._pool, partial(what, *about, **more))
            try:
                return await asyncio.wait_for(asked, self._longest)
            except (BrokenProcessPool, TimeoutError) as error:
                self._end()
                raise VendorError(self.vendor, type(error).__name__) from None
            except _UnknownError:
                raise UnknownShareError(self.vendor, "unknown share") from None
            except _AskingError as error:
                raise VendorError(self.vendor, str(error)) from None

    async def close(self) -> None:
        """Ends the worker process after a round: it holds 100 MiB, and the next round is hours away."""
        self._end()

    def _end(self) -> None:
        """Ends the worker process, whatever it is waiting for."""
        if self._pool is not None:
            workers = list(self._pool._processes.values())
            self._pool.shutdown(wait=False, cancel_futures=True)
            for worker in workers:
                worker.kill()
            self._pool = None


_NO_DAYS = "Data doesn't exist for startDate"


class _AskingError(Exception):
    """Says in the worker that Yahoo could not be asked; plain, because it travels between processes."""


class _UnknownError(Exception):
    """Says in the worker that Yahoo answered and knows no such share."""


def asked_of_yahoo(ticker: str, first: str, end: str, address: str) -> tuple[Offer, ...]:
    """Returns the sessions from a day up to, not with, another. Called in the worker process."""
    yfinance = _library()
    asked = yfinance.Ticker(ticker, session=_session(address))
    try:
        frame = asked.history(start=first, end=end, auto_adjust=False, actions=True)
        meta = asked.history_metadata
    except yfinance.exceptions.YFPricesMissingError as error:
        if error.yahoo_reason is None or _NO_DAYS in error.yahoo_reason:
            # Asked and answered: nothing yet for these days.
            return ()
        raise _UnknownError from None
    except yfinance.exceptions.YFTzMissingError:
        # What comes first is the question for its zone, and this the answer for a share that is not known.
        raise _UnknownError from None
    except ValueError as error:
        # What is no JSON: a page of theirs, or one of a proxy on the way.
        return (unreadable("yahoo", ticker, getattr(error, "doc", "") or str(error)),)
    except (_AskingError, _UnknownError):
        raise
    except Exception as error:
        raise _AskingError(type(error).__name__) from None
    currency = str(meta.get("currency", ""))
    rows = list(zip(frame.index, frame.to_dict("records"), strict=True))
    # Yahoo divides every price from before a split by its ratio, whatever is asked for; what was traded is wanted here.
    after, offers = 1.0, list[Offer]()
    for day, row in reversed(rows):
        offers.append(_offer(ticker, currency, day, _as_traded(row, after)))
        after *= row.get("Stock Splits") or 1.0
    return tuple(reversed(offers))


def _as_traded(row: dict[str, Any], ratio: float) -> dict[str, Any]:
    if ratio == 1:
        return row
    prices = {n: None if row.get(n) is None else row[n] * ratio for n in ("Open", "High", "Low", "Close")}
    volume = row.get("Volume")
    return row | prices | ({} if volume is None or volume != volume else {"Volume": round(volume / ratio)})


def quoted_by_yahoo(ticker: str, address: str) -> tuple[float, float, str] | None:
    """Returns the last price of a share, when it was taken in seconds since 1970, and its currency.

    None where what came cannot be read. Called in the worker process.
    """
    yfinance = _library()
    asked = yfinance.Ticker(ticker, session=_session(address))
    try:
        asked.history(period="1d", auto_adjust=False)
        meta = asked.history_metadata
        return float(meta["regularMarketPrice"]), meta["regularMarketTime"].timestamp(), str(meta.get("currency", ""))
    except (_AskingError, _UnknownError):
        raise
    except yfinance.exceptions.YFTzMissingError:
        raise _UnknownError from None
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    except Exception as error:
        raise _AskingError(type(error).__name__) from None


def about_by_yahoo(ticker: str, first: str, end: str, address: str) -> tuple[_Counts, _Actions]:
    """Returns shares in issue by day, and splits and dividends, from a day up to, not with, another.

    Called in the worker process. Of counts that repeat themselves the first is enough.
    """
    yfinance = _library()
    asked = yfinance.Ticker(ticker, session=_session(address))
    try:
        frame = asked.history(start=first, end=end, auto_adjust=False, actions=True)
        counted = _counted(asked, first, end)
    except yfinance.exceptions.YFPricesMissingError:
        return [], []
    except yfinance.exceptions.YFTzMissingError:
        raise _UnknownError from None
    except (_AskingError, _UnknownError):
        raise
    except Exception as error:
        raise _AskingError(type(error).__name__) from None
    actions: _Actions = []
    for name, kind in _KINDS.items():
        found = frame[name].items() if name in frame else ()
        actions += [(f"{at:%Y-%m-%d}", kind, float(v)) for at, v in found if v]
    counts: _Counts = []
    for at, shares in () if counted is None else counted.items():
        if shares == shares and (not counts or counts[-1][1] != int(shares)):
            counts.append((f"{at:%Y-%m-%d}", int(shares)))
    return counts, actions


def _counted(asked: Any, first: str, end: str) -> Any:  # noqa: ANN401
    try:
        return asked.get_shares_full(start=first, end=end)
    except (ValueError, LookupError, TypeError, AttributeError):
        # It has prices of many shares of which it counts none, and then sends a document without a place for them.
        return None


def _library() -> Any:  # noqa: ANN401
    """Returns yfinance, told to say what is wrong and to keep no reply."""
    import yfinance  # noqa: PLC0415  100 MiB that only this process needs

    # yfinance lags behind pandas and says so on every call; and it keeps replies for stretches that have ended, which
    # would bring back a broken reply for as long as this process lives.
    warnings.simplefilter("ignore")
    logging.disable()
    yfinance.data.YfData.cache_get.cache_clear()
    yfinance.config.debug.hide_exceptions = False
    yfinance.set_tz_cache_location(str(Path(gettempdir()) / "twinstar-yfinance"))
    return yfinance


def _offer(ticker: str, currency: str, at: Any, row: dict[str, Any]) -> Offer:  # noqa: ANN401
    def price(name: str) -> Decimal | None:
        value = row.get(name)
        # Yahoo's prices pass through single precision: seven significant digits are all that they say.
        return None if value is None or value != value else number(f"{float(value):.7g}")

    try:
        volume = row.get("Volume")
        return Offer(
            "yahoo",
            ticker,
            Day(at.date()),
            price("Close"),
            price("Open"),
            price("High"),
            price("Low"),
            None if volume is None or volume != volume else int(number(int(volume)) or 0),
            currency,
            price("Stock Splits") or None,
        )
    except (ArithmeticError, ValueError):
        return unreadable("yahoo", ticker, str(row))


@cache
def _session(address: str) -> Any:  # noqa: ANN401
    """Returns a session of the kind that yfinance takes, which tells a failing server from one that has no such share.

    Where an address is given it asks that one in place of every one of Yahoo's.
    """
    from curl_cffi import requests  # noqa: PLC0415  comes with yfinance

    class Session(requests.Session[Any]):
        def request(self, method: Any, url: str, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401
            if address:
                place, wanted = urlsplit(address), urlsplit(url)
                url = urlunsplit((place.scheme, place.netloc, place.path.rstrip("/") + wanted.path, wanted.query, ""))
            reply = super().request(method, url, *arguments, **options)
            if "/finance/chart/" in url:
                if reply.status_code == 404:
                    # yfinance would go on to ask elsewhere for what this says already.
                    raise _UnknownError
                if reply.status_code >= 500:
                    raise _AskingError(f"HTTP {reply.status_code}")
                if reply.status_code == 200 and '"chart"' not in reply.text[:100]:
                    # yfinance would take it for a share of which nothing is known.
                    raise ValueError(reply.text)
            return reply

    return Session(impersonate="chrome")
