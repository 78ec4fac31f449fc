"""What is found of the house itself: the database, its revision, calendars, facts, rates, and vendors of prices."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import islice
from pathlib import Path

from adapters.doctor.findings import Finding, Findings
from adapters.unserved import served
from bot.clock import Clock
from bot.days import Day
from bot.errors import ProblemError
from bot.facts.rates import Rates
from bot.facts.records import Listing
from bot.market import MarketData, UnknownShareError, VendorError
from bot.sessions import Sessions
from bot.text import Message, Raw, Term, Typed
from data.addresses import AddressError, normalised, shown
from data.beat_store import BeatStore
from data.condition_store import ConditionStore
from data.database import Database
from data.opening import HEAD, damaged_documents, look_at_facts, revision_of, stays_empty
from data.problems import problem
from data.unserved_store import UnservedStore

REACH_DAYS = 548
"""Eighteen months: as far ahead as lock-ups commonly last."""

MOST_NAMED = 20
"""Damaged rows that are named; where there are more, the first twenty say enough."""

OLDEST_FIGURE_DAYS = 45
OLDEST_PRICE_DAYS = 5
OLDEST_RATE_DAYS = 7
"""A week without a rate is more than any run of the bank's holidays."""


def database_of(address: str) -> tuple[Findings, Database | None]:
    """Returns what is found of the database, and the database where it can be read; nothing is written or migrated."""
    try:
        url = normalised(address)
    except AddressError:
        return [_unusable(problem("database-unreachable", shown(address)))], None
    path = Path(url.database or "")
    if url.get_backend_name() == "sqlite" and not path.exists():
        return [Finding("database", Message("doctor-database-new", {"path": Raw(str(path))}))], None
    if url.get_backend_name() == "sqlite" and stays_empty(path):
        return [_unusable(problem("database-empty", url))], None
    database = Database(url)
    try:
        at = database.read_now(revision_of)
        if at == HEAD:
            database.read_now(look_at_facts)
    except ProblemError as fault:
        database.close()
        return [_unusable(fault)], None
    found = [Finding("database", Message("doctor-database", {"path": Raw(shown(url))}))]
    if at == HEAD:
        found.append(Finding("migrations", Message("doctor-migrations", {"revision": Raw(HEAD)})))
        return [*found, *_set_aside(database)], database
    database.close()
    if at is not None and at > HEAD:
        said = Message("doctor-newer", {"revision": Raw(at), "head": Raw(HEAD)})
        return [*found, Finding("migrations", said, Message("doctor-newer-do"))], None
    said = Message("doctor-behind", {"revision": Raw(at or "0"), "head": Raw(HEAD)})
    return [
        *found,
        Finding("migrations", said, Message("doctor-behind-do", {"migrate": Typed("twinstar migrate")})),
    ], None


def _set_aside(database: Database) -> Findings:
    """What is damaged and fails alone: a rule, a delivery, whatever is kept as a document."""
    named = database.read_now(lambda connection: list(islice(damaged_documents(connection), MOST_NAMED)))
    restore = Typed("twinstar restore FILE --yes")
    do = Message("doctor-row-damaged-do" if database.is_sqlite else "doctor-row-altered-do", {"restore": restore})
    return [Finding("rows", Message("doctor-row-damaged", {"what": Raw(what)}), do) for what in named]


def _unusable(fault: ProblemError) -> Finding:
    return Finding("database", fault.what, Message("doctor-database-do"))


def calendars(sessions: Mapping[str, Sessions], venues: Sequence[str], clock: Clock) -> Findings:
    """Returns whether the trading days of exchanges with lock-ups reach eighteen months ahead."""
    until = clock.now().day_in("UTC").plus(REACH_DAYS)
    short = [(venue, sessions.get(venue)) for venue in venues]
    found = []
    for venue, known in short:
        if known is None or known.last < until:
            last = known.last if known else clock.now().day_in("UTC")
            said = Message("doctor-calendar-short", {"venue": Raw(venue), "day": last})
            found.append(Finding("calendars", said, Message("doctor-calendar-do")))
    return found or [Finding("calendars", Message("doctor-calendars", {"day": until}))]


def facts(database: Database, clock: Clock) -> Findings:
    """Returns how old the newest figure and the newest price are."""
    today = clock.now().day_in("UTC")
    price, figure = ConditionStore(database).newest(today)
    return [
        _aged("facts", figure, today, OLDEST_FIGURE_DAYS, Typed("twinstar facts import FILE --yes")),
        _aged("prices", price, today, OLDEST_PRICE_DAYS, Typed("twinstar prices refresh")),
    ]


def deliveries(database: Database, set_up: Collection[str], clock: Clock) -> Findings:
    """Returns the platforms for which something waits that nothing delivers to and that are not set up here either."""
    parts, _ = BeatStore(database, clock).heard()
    there = served(parts, clock.now()) | set(set_up)
    waiting = UnservedStore(database, clock).waiting()
    found = []
    for platform in sorted(waiting.keys() - there):
        said = Message("doctor-unserved", {"count": waiting[platform], "platform": Term("platform", platform)})
        do = Message("doctor-unserved-do", {"run": Typed("twinstar run")})
        found.append(Finding("deliveries", said, do))
    return found or [Finding("deliveries", Message("doctor-deliveries"))]


def rates(known: Rates, clock: Clock) -> Findings:
    """Returns how old the newest exchange rate is."""
    today = clock.now().day_in("UTC")
    found = known.per_euro("USD", today)
    return [_aged("rates", found[1] if found else None, today, OLDEST_RATE_DAYS, Typed("TWINSTAR_RATES_URL"))]


def _aged(name: str, newest: Day | None, today: Day, oldest: int, do: Typed) -> Finding:
    if newest is None:
        return Finding(name, Message("doctor-none", {"what": Term("doctor-what", name)}), _renew(name, do))
    days = today.since(newest)
    said = Message("doctor-age", {"what": Term("doctor-what", name), "day": newest, "count": days})
    return Finding(name, said, _renew(name, do) if days > oldest else None)


def _renew(name: str, do: Typed) -> Message:
    return Message(f"doctor-renew-{name}", {"do": do})


async def _asked(vendor: MarketData, listing: Listing, today: Day) -> None:
    """Asks for one listing; that a vendor does not know it is an answer too."""
    try:
        await vendor.bars(listing, today.plus(-7), today)
    except UnknownShareError:
        pass
    finally:
        await vendor.close()


async def vendors(asked: Sequence[MarketData], listings: Sequence[Listing], clock: Clock) -> Findings:
    """Returns whether each vendor of prices answers for one listing."""
    if not asked or not listings:
        return [Finding("vendors", Message("doctor-no-vendor"))]
    today, found = clock.now().day_in("UTC"), []
    for vendor in asked:
        name = Term("vendor", vendor.vendor)
        try:
            await _asked(vendor, listings[0], today)
        except VendorError as fault:
            said = Message("doctor-vendor-down", {"vendor": name, "why": Raw(fault.why)})
            found.append(Finding("vendors", said, Message("doctor-vendor-do")))
        else:
            found.append(Finding("vendors", Message("doctor-vendor", {"vendor": name})))
    return found
