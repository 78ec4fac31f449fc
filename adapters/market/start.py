"""The refresh of prices as the settings ask for it: which vendors, where they are, and who hears of a change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from adapters.market.asking_about import AskingAbout
from adapters.market.quoting import Quoting
from adapters.market.reaching import Reach
from adapters.market.refreshing import Moved, Refresh, nobody
from adapters.market.web import Eodhd, Feed
from adapters.market.yahoo import Yahoo
from adapters.prices_named import vendors_of
from adapters.settings import Settings
from bot.clock import Clock
from bot.days import Day
from bot.errors import ProblemError
from bot.market import MarketData
from bot.sessions import Sessions
from bot.text import Message, Typed
from data.database import Database
from data.market_store import MarketStore
from data.quote_store import QuoteStore
from data.share_store import ShareStore


def refresh_of(
    database: Database, sessions: Mapping[str, Sessions], settings: Settings, clock: Clock, moved: Moved = nobody
) -> Refresh:
    """Returns the refresh of prices; without vendors in the settings it asks nobody and is never due.

    `moved` hears of companies whose prices have changed; a clock elsewhere sees it at its next tick all the same.
    Raises ProblemError for a vendor whose settings are missing.
    """
    vendors = [_vendor(name, settings) for name in vendors_of(settings)]
    return Refresh(MarketStore(database, clock), vendors, _deals(sessions), clock, moved)


def quoting_of(
    database: Database, sessions: Mapping[str, Sessions], settings: Settings, clock: Clock, reach: Reach | None = None
) -> Quoting:
    """Returns the asking for prices within a session; where the settings say 0 minutes it is never due.

    Raises ProblemError for a vendor whose settings are missing.
    """
    # Vendors of its own: a round of closes lets go of their connections while this one may still use them.
    vendors = [_vendor(name, settings) for name in vendors_of(settings)]
    store, every = MarketStore(database, clock), timedelta(minutes=settings.quotes_minutes)
    return Quoting(QuoteStore(database, clock), store, vendors, _deals(sessions), clock, every, reach)


def asking_about_of(database: Database, settings: Settings, clock: Clock, reach: Reach) -> AskingAbout:
    """Returns the asking for shares in issue, splits and dividends; without vendors in the settings it is never due.

    Raises ProblemError for a vendor whose settings are missing.
    """
    vendors = [_vendor(name, settings) for name in vendors_of(settings)]
    return AskingAbout(ShareStore(database, clock), MarketStore(database, clock), vendors, clock, reach)


def _deals(sessions: Mapping[str, Sessions]) -> Callable[[str, Day], bool]:
    def is_session(venue: str, day: Day) -> bool:
        known = sessions.get(venue)
        return known.deals(day) if known is not None else day.date.weekday() < 5

    return is_session


def _vendor(name: str, settings: Settings) -> MarketData:
    match name:
        case "eodhd":
            token = settings.eodhd_token.get_secret_value()
            return Eodhd(_given("EODHD_API_TOKEN", token), settings.eodhd_url)
        case "feed":
            return Feed(_given("TWINSTAR_FEED", settings.feed.get_secret_value()))
        case _:
            return Yahoo(settings.yahoo_url)


def _given(setting: str, value: str) -> str:
    if not value:
        raise ProblemError(Message("prices-setting-missing", {"setting": Typed(setting)}))
    return value
