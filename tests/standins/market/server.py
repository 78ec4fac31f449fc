"""A stand-in for the vendors of prices on this machine: each answers in its own shape, with values made for a test.

Yahoo's chart is of the shape that yfinance 1.7 reads (scrapers/history.py, utils.parse_quotes); EODHD's list is that of
its End-of-Day page. `mood` says how a vendor fares: well, or in one of the ways that vendors fail.
"""

from __future__ import annotations

import json
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime, time
from math import prod
from typing import Any, Literal
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.days import Day, Instant

Mood = Literal["well", "page", "broken", "refusing", "garbage", "cut", "wrong_kind"]

PAGE = "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Please accept our terms</body></html>"
HONG_KONG = ZoneInfo("Asia/Hong_Kong")


@dataclass(frozen=True)
class Dealt:
    """One session as a vendor has it."""

    close: float | None
    open: float | None = None
    high: float | None = None
    low: float | None = None
    volume: int | None = 1_000_000
    split: int = 0
    dividend: float = 0

    def price(self, name: str) -> float | None:
        value = getattr(self, name)
        return self.close if value is None else value


class Market:
    """What vendors know of each ticker, by session. `asked` are the questions that came, in order."""

    def __init__(self) -> None:
        self.sessions: dict[str, dict[str, Dealt]] = {}
        self.quotes: dict[str, tuple[float | None, int]] = {}
        self.shares: dict[str, dict[str, int]] = {}
        self.fundamentals = True
        self.currency = "HKD"
        self.mood: Mood = "well"
        self.asked: list[str] = []

    def deal(self, ticker: str, day: str, close: float | None, **more: float) -> None:
        self.sessions.setdefault(ticker, {})[day] = replace(Dealt(close), **more)  # type: ignore[arg-type]

    def quote(self, ticker: str, price: float | None, at: str) -> None:
        """Says what a share changes hands for within a session, and since when."""
        self.quotes[ticker] = (price, int(Instant.of(at).at.timestamp()))

    @asynccontextmanager
    async def running(self) -> AsyncIterator[str]:
        """Serves on a free port of this machine and yields the address."""
        application = web.Application()
        application.router.add_get("/v8/finance/chart/{ticker}", self._chart)
        application.router.add_get("/api/eod/{code}", self._eod)
        application.router.add_get("/ws/fundamentals-timeseries/v1/finance/timeseries/{ticker}", self._counts)
        application.router.add_get("/api/splits/{code}", self._splits)
        application.router.add_get("/api/div/{code}", self._dividends)
        application.router.add_get("/api/fundamentals/{code}", self._fundamentals)
        application.router.add_get("/api/real-time/{code}", self._real_time)
        application.router.add_get("/feed/{kind}", self._feed)
        application.router.add_route("*", "/{rest:.*}", self._other)
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        host, port = runner.addresses[0][:2]
        try:
            yield f"http://{host}:{port}"
        finally:
            await runner.cleanup()

    def _failing(self, text: str) -> web.Response | None:
        match self.mood:
            case "well":
                return None
            case "page":
                return web.Response(text=PAGE, content_type="text/html")
            case "broken":
                return web.Response(status=500, text=PAGE, content_type="text/html")
            case "refusing":
                return web.Response(status=429, text="Too Many Requests")
            case "garbage":
                return web.Response(body=bytes(range(256)) * 4)
            case "cut":
                return web.Response(text=text[: len(text) // 2], content_type="application/json")
            case _:
                return web.json_response({"message": "no such thing", "prices": [1, 2]})

    def _answer(self, document: object, status: int = 200) -> web.Response:
        text = json.dumps(document)
        return self._failing(text) or web.Response(text=text, status=status, content_type="application/json")

    async def _chart(self, request: web.Request) -> web.Response:
        ticker = request.match_info["ticker"]
        self.asked.append(f"yahoo {'quote ' if 'range' in request.query else ''}{ticker}")
        known = self.sessions.get(ticker, {} if ticker in self.quotes else None)
        if known is None:
            error = {"code": "Not Found", "description": "No data found, symbol may be delisted"}
            return self._answer({"chart": {"result": None, "error": error}}, 404)
        first = int(request.query.get("period1", 0))
        last = int(request.query.get("period2", 2**40))
        opened = {day: _opening(day) for day in sorted(known)}
        chosen = [day for day, at in opened.items() if first <= at < last]
        stamps, dealt = [opened[day] for day in chosen], [known[day] for day in chosen]
        meta = {
            "currency": self.currency, "symbol": ticker, "exchangeName": "HKG", "instrumentType": "EQUITY",
            "timezone": "HKT", "exchangeTimezoneName": "Asia/Hong_Kong", "gmtoffset": 28_800, "priceHint": 3,
            "dataGranularity": "1d", "range": "", "validRanges": ["1d", "5d", "1mo", "max"],
            "currentTradingPeriod": {
                part: {"timezone": "HKT", "start": 0, "end": 0, "gmtoffset": 28_800}
                for part in ("pre", "regular", "post")
            },
        }  # fmt: skip
        if ticker in self.quotes:
            price, at = self.quotes[ticker]
            meta |= {"regularMarketPrice": _single(price), "regularMarketTime": at}
        result: dict[str, Any] = {"meta": meta, "indicators": {"quote": [{}], "adjclose": [{}]}}
        if dealt:
            # Yahoo tells every price in the shares of today: those from before a split are divided by it.
            after = [prod(d.split or 1 for later, d in known.items() if later > day) for day in chosen]
            quote = {
                n: [_single(p and p / by) for p, by in zip((d.price(n) for d in dealt), after, strict=True)]
                for n in ("open", "high", "low", "close")
            }
            result["timestamp"] = stamps
            closes = quote["close"]
            volumes = [d.volume and d.volume * by for d, by in zip(dealt, after, strict=True)]
            result["indicators"] = {"quote": [{**quote, "volume": volumes}], "adjclose": [{"adjclose": closes}]}
            paid = {
                str(at): {"date": at, "amount": d.dividend} for at, d in zip(stamps, dealt, strict=True) if d.dividend
            }
            split = {
                str(at): {"date": at, "numerator": d.split, "denominator": 1, "splitRatio": f"{d.split}:1"}
                for at, d in zip(stamps, dealt, strict=True)
                if d.split
            }
            if split or paid:
                result["events"] = {"splits": split} | ({"dividends": paid} if paid else {})
        return self._answer({"chart": {"result": [result], "error": None}})

    async def _real_time(self, request: web.Request) -> web.Response:
        code = request.match_info["code"]
        self.asked.append(f"eodhd quote {code}")
        if code not in self.quotes and self.mood == "well":
            return web.Response(status=404, text="Ticker Not Found.")
        price, at = self.quotes.get(code, (None, 0))
        row: dict[str, Any] = dict.fromkeys(("open", "high", "low", "close", "previousClose"), price)
        more = {"code": code, "timestamp": at, "gmtoffset": 0, "volume": 1_000, "change": 0, "change_p": 0}
        return self._answer(row | more)

    async def _counts(self, request: web.Request) -> web.Response:
        """Shares in issue as Yahoo's time series has them, of the shape that yfinance's get_shares_full reads."""
        ticker = request.match_info["ticker"]
        known = sorted(self.shares.get(ticker, {}).items())
        result: dict[str, Any] = {"meta": {"symbol": [ticker], "type": ["shares_out"]}}
        if known:
            result |= {"timestamp": [_opening(day) for day, _ in known], "shares_out": [n for _, n in known]}
        return self._answer({"timeseries": {"result": [result], "error": None}})

    async def _splits(self, request: web.Request) -> web.Response:
        days = self._between(request.match_info["code"], request.query["from"], request.query["to"])
        return self._answer([{"date": day, "split": f"{d.split:.6f}/1.000000"} for day, d in days if d.split])

    async def _dividends(self, request: web.Request) -> web.Response:
        days = self._between(request.match_info["code"], request.query["from"], request.query["to"])
        more = {"period": None, "declarationDate": None, "recordDate": None, "paymentDate": None}
        return self._answer([
            {"date": day, "value": d.dividend, "unadjustedValue": d.dividend, "currency": self.currency, **more}
            for day, d in days
            if d.dividend
        ])  # fmt: skip

    async def _fundamentals(self, request: web.Request) -> web.Response:
        if not self.fundamentals:
            return web.Response(status=403, text="Forbidden")
        known = sorted(self.shares.get(request.match_info["code"], {}).items(), reverse=True)
        return self._answer({
            str(n): {"date": day[:7], "dateFormatted": day, "sharesMln": f"{shares / 1e6:.4f}", "shares": shares}
            for n, (day, shares) in enumerate(known)
        })  # fmt: skip

    async def _eod(self, request: web.Request) -> web.Response:
        code = request.match_info["code"]
        self.asked.append(f"eodhd {code}")
        if request.query.get("api_token") != "made-token":
            return web.Response(status=401, text="Unauthenticated")
        if code not in self.sessions and self.mood == "well":
            return web.Response(status=404, text="Ticker Not Found.")
        days = self._between(code, request.query["from"], request.query["to"])
        return self._answer([self._row(d) | {"date": day, "adjusted_close": d.close} for day, d in days])

    async def _feed(self, request: web.Request) -> web.Response:
        self.asked.append(f"feed {request.path_qs}")
        rows = [
            {"ticker": ticker, "session": day, **self._row(d), "currency": self.currency}
            for ticker, known in self.sessions.items()
            for day, d in sorted(known.items())
            if request.query.get("ticker", ticker) == ticker
        ]
        if request.match_info["kind"] == "json":
            return self._answer(rows)
        header = ["ticker", "session", "open", "high", "low", "close", "volume", "currency"]
        lines = [",".join(str("" if row[name] is None else row[name]) for name in header) for row in rows]
        text = "\n".join([",".join(header), *lines]) + "\n"
        return self._failing(text) or web.Response(text=text, content_type="text/csv")

    async def _other(self, request: web.Request) -> web.Response:
        """Cookie, crumb and whatever else yfinance asks on the way."""
        return web.Response(text="crumb" if request.path.endswith("getcrumb") else "", status=200)

    def _between(self, ticker: str, first: str, last: str) -> list[tuple[str, Dealt]]:
        return [(day, d) for day, d in sorted(self.sessions.get(ticker, {}).items()) if first <= day <= last]

    def _row(self, dealt: Dealt) -> dict[str, Any]:
        return {n: dealt.price(n) for n in ("open", "high", "low", "close")} | {"volume": dealt.volume}


def _opening(day: str) -> int:
    return int(datetime.combine(Day.of(day).date, time(9, 30), HONG_KONG).timestamp())


def _single(value: float | None) -> float | None:
    """What single precision leaves of a price, which is what Yahoo sends."""
    return None if value is None else float(struct.unpack("f", struct.pack("f", value))[0])
