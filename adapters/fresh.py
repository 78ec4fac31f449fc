"""Everything that is fetched while the bot runs, prices and exchange rates, as one thing to ask and to run."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from adapters.bootstrap import House
from adapters.market.asking_about import AskingAbout
from adapters.market.quoting import Quoting
from adapters.market.refreshing import Refresh
from adapters.market.start import asking_about_of, quoting_of, refresh_of
from adapters.prices_named import NONE
from adapters.rates_refresh import RatesRefresh
from adapters.settings import Settings
from data.rates_store import RatesStore


class Fresh:
    """Closes, quotes, rates, and what vendors say about shares.

    Whoever runs it asks `due` every minute or so, and then awaits `once`.
    """

    def __init__(self, prices: Refresh, rates: RatesRefresh, quotes: Quoting, shares: AskingAbout) -> None:
        self.prices, self.rates, self.quotes, self.shares = prices, rates, quotes, shares

    @property
    def parts(self) -> Mapping[str, Refresh | RatesRefresh | Quoting | AskingAbout]:
        """Returns each of them by the name that a log and a heartbeat use."""
        return {"prices": self.prices, "rates": self.rates, "quotes": self.quotes, "shares": self.shares}

    def due(self) -> bool:
        """Decides whether anything should be fetched now: after each exchange's close, and again while it is missing.

        Quick, but for the first time, which reads the rates that are held.
        """
        return any(part.due() for part in self.parts.values())

    async def once(self) -> None:
        """Fetches what is due. Never raises for a vendor's fault, which is logged once, as its end is.

        It may be cancelled at any moment: nothing is kept running between rounds, and what was written stays.
        """
        due = [part.once() for part in self.parts.values() if part.due()]
        await asyncio.gather(*due)


def fresh(house: House, settings: Settings, *, ticks: bool = True) -> Fresh:
    """Returns what is fetched as the settings ask for it.

    With `ticks` the clock of alerts is asked at once where prices have moved, else at its own next tick: prices leave a
    mark in the database that a clock in any process sees. Raises ProblemError for a vendor whose settings are missing.
    """

    def moved(companies: frozenset[str]) -> None:
        if ticks:
            house.ticker.tick()

    prices = refresh_of(house.database, house.facts.calendar.all(), settings, house.clock, moved)
    address = "" if settings.rates_url == NONE else settings.rates_url
    rates = RatesRefresh(house.rates, RatesStore(house.database, house.clock), address, house.clock)
    quotes = quoting_of(house.database, house.facts.calendar.all(), settings, house.clock, prices.reach)
    shares = asking_about_of(house.database, settings, house.clock, prices.reach)
    return Fresh(prices, rates, quotes, shares)
