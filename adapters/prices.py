"""`twinstar prices`: what is held of whom and how old it is, and asking the vendors now."""

from __future__ import annotations

import argparse
import asyncio
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from adapters.bootstrap import House
from adapters.market.refreshing import Refresh, Refreshed
from adapters.market.start import refresh_of
from adapters.settings import Settings
from bot.analysis.moments import last_closed, weekdays_between
from bot.days import Day
from bot.facts.records import Listing
from bot.text import Argument, Message, Raw, Term
from bot.words.writer import Writer
from data.market_store import MarketStore

DONE, FAILED = 0, 1


def run(asked: argparse.Namespace, house: House, settings: Settings, writer: Writer, out: TextIO) -> int:
    """Carries out one of the verbs and returns the exit status: 1 when a vendor could not be asked.

    Raises ProblemError for a vendor whose settings are missing.
    """
    if asked.verb == "show":
        _show(house, writer, out)
        return DONE
    refresh = refresh_of(house.database, house.facts.calendar.all(), settings, house.clock)
    found = asyncio.run(_refreshed(refresh, house, asked.since, out))
    counts: dict[str, Argument] = {"taken": found.taken, "aside": found.aside, "companies": len(found.companies)}
    _say("prices-refreshed", counts, writer, out)
    for vendor in found.failed:
        _say("prices-vendor-failed", {"vendor": Term("vendor", vendor)}, writer, out)
    return FAILED if found.failed or not refresh.vendors else DONE


async def _refreshed(refresh: Refresh, house: House, since: Day | None, out: TextIO) -> Refreshed:
    """Asks, with a bar that grows by each listing where a person looks on."""
    if not out.isatty():
        return await refresh.once(since)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(file=out)) as progress:
        count = len(MarketStore(house.database, house.clock).listings())
        tasks = {vendor.vendor: progress.add_task(vendor.vendor, total=count) for vendor in refresh.vendors}

        def told(vendor: str, listing: Listing) -> None:
            progress.advance(tasks[vendor])

        return await refresh.once(since, told)


def _show(house: House, writer: Writer, out: TextIO) -> None:
    store = MarketStore(house.database, house.clock)
    shipped, held = store.shipped(), store.held()
    calendar = house.facts.calendar.all()
    for listing in store.listings():
        closed = last_closed(listing, house.clock.now())
        sources = [("shipped", shipped[listing.ticker])] if listing.ticker in shipped else []
        sources += [(h.vendor, h.last) for h in held if h.ticker == listing.ticker]
        if not sources:
            _say("prices-none", {"ticker": Raw(listing.ticker)}, writer, out)
        for source, last in sources:
            known = calendar.get(listing.venue)
            covered = known is not None and known.covers(last) and known.covers(closed)
            behind = known.count(last, closed) if known and covered else weekdays_between(last, closed)
            said: dict[str, Argument] = {
                "ticker": Raw(listing.ticker), "source": Term("vendor", source), "day": last, "sessions": behind
            }  # fmt: skip
            _say("prices-held", said, writer, out)
    if count := store.count_quarantined():
        _say("prices-in-quarantine", {"count": count}, writer, out)


def _say(key: str, args: dict[str, Argument], writer: Writer, out: TextIO) -> None:
    out.write(writer.plain(Message(key, args)) + "\n")
