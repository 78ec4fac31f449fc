"""The doctor's round, from the platforms to the facts, and its report."""

from __future__ import annotations

import asyncio
from typing import TextIO

from sqlalchemy import Connection, select

from adapters.doctor import house
from adapters.doctor.findings import Finding, Findings
from adapters.doctor.platforms import platforms
from adapters.invocation import Invocation
from adapters.market.start import refresh_of
from adapters.rates import EuropeanCentralBankRates
from adapters.settings import configured
from bot.errors import ProblemError
from bot.facts.records import Listing
from bot.text import Message, Typed
from bot.words.writer import Writer
from data.database import Database
from data.market_store import MarketStore
from data.rates_store import RatesStore
from data.sessions_file import ShippedCalendar
from data.tables import HoldingRow, ListingRow, table

FAULTS = 1
"""Exit status where something is to be done."""


def run(call: Invocation, out: TextIO) -> int:
    """Looks at everything, prints a line for each, and returns the exit status. Nothing is written or migrated."""
    found = [*asyncio.run(platforms(call.settings, call.clock)), *_house(call)]
    report(found, call.writer, out)
    return FAULTS if any(each.is_fault for each in found) else 0


def report(found: Findings, writer: Writer, out: TextIO) -> None:
    """Writes what was found, each fault with what to do next, and how many there are."""
    for each in found:
        out.write(f"{'fault' if each.is_fault else 'ok':5}  {each.name}: {writer.plain(each.said)}\n")
        if each.do is not None:
            out.write(f"       → {writer.plain(each.do)}\n")
    faults = sum(each.is_fault for each in found)
    out.write(writer.plain(Message("doctor-faults", {"count": faults}) if faults else Message("doctor-well")) + "\n")


def _house(call: Invocation) -> list[Finding]:
    known, database = house.database_of(call.database_url)
    if database is None:
        return [*known, *house.rates(EuropeanCentralBankRates(), call.clock)]
    found = list(known)
    try:
        found += house.rates(EuropeanCentralBankRates(RatesStore(database, call.clock)), call.clock)
        found += house.calendars(ShippedCalendar().all(), database.read_now(_venues), call.clock)
        found += house.facts(database, call.clock)
        found += house.deliveries(database, configured(call.settings), call.clock)
        found += _vendors(call, database)
    finally:
        database.close()
    return found


def _vendors(call: Invocation, database: Database) -> Findings:
    store = MarketStore(database, call.clock)
    try:
        refresh = refresh_of(database, ShippedCalendar().all(), call.settings, call.clock)
    except ProblemError as fault:
        return [Finding("vendors", fault.what, Message("doctor-vendor-setting", {"example": Typed(".env.example")}))]
    listings: tuple[Listing, ...] = store.listings()
    return asyncio.run(house.vendors(refresh.vendors, listings[:1], call.clock))


def _venues(connection: Connection) -> list[str]:
    holding, listing = table(HoldingRow), table(ListingRow)
    query = select(listing.c.venue).where(listing.c.company.in_(select(holding.c.company))).distinct()
    return sorted(connection.scalars(query))
