"""The refresh of prices as the settings ask for it: which vendors, where they are, and who hears of a change."""

from __future__ import annotations

from collections.abc import Mapping

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


def refresh_of(
    database: Database, sessions: Mapping[str, Sessions], settings: Settings, clock: Clock, moved: Moved = nobody
) -> Refresh:
    """Returns the refresh of prices; without vendors in the settings it asks nobody and is never due.

    `moved` hears of companies whose prices have changed; a clock elsewhere sees it at its next tick all the same.
    Raises ProblemError for a vendor whose settings are missing.
    """

    def is_session(venue: str, day: Day) -> bool:
        known = sessions.get(venue)
        return known.deals(day) if known is not None else day.date.weekday() < 5

    vendors = [_vendor(name, settings) for name in vendors_of(settings)]
    return Refresh(MarketStore(database, clock), vendors, is_session, clock, moved)


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
