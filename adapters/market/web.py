"""Vendors that are asked over HTTP and answer with JSON or CSV: EODHD, and a team's own feed."""

from __future__ import annotations

from pathlib import Path

import aiohttp

from adapters.fetching import body_of
from adapters.market.about_shares import UNREAD, counts_of, dividends_of, splits_of
from adapters.market.reading import from_csv, from_json, of_ticker, quote_from_json
from bot.days import Day
from bot.facts.offers import About, Offer
from bot.facts.records import Listing
from bot.market import UnknownShareError, VendorError

TIMEOUT = aiohttp.ClientTimeout(total=20)
LARGEST = 20_000_000
"""Bytes of one reply that are read: twenty years of a thousand listings; more is no price list."""

EODHD_VENUES = {"SZ": "SHE", "SS": "SHG", "HK": "HK"}
"""How EODHD writes the part of a ticker after the point (eodhd.com, List of supported exchanges); others are US."""


class Eodhd:
    """Prices of EODHD (eodhd.com/financial-apis/api-for-historical-data-and-volumes).

    Its `close` is as traded; `adjusted_close` is left aside, since returns here are on prices as traded.
    """

    vendor = "eodhd"

    def __init__(self, token: str, address: str) -> None:
        self._token, self._address = token, address.rstrip("/")
        self._line = _Line(self.vendor)

    async def bars(self, listing: Listing, first: Day, last: Day) -> tuple[Offer, ...]:
        """Returns the sessions between two days as the vendor gives them; raises VendorError when nothing came."""
        query = {"from": first.iso, "to": last.iso, "fmt": "json", "api_token": self._token}
        sent = await self._line.get(f"{self._address}/eod/{self._code(listing)}", query)
        # A page that tells of a fault may repeat the address, and what is kept aside is shown to people.
        sent = sent.replace(self._token, "…")
        return from_json(self.vendor, listing.ticker, sent, listing.currency)

    async def quote(self, listing: Listing) -> Offer | None:
        """Returns the last price within the session (eodhd.com, Live Stock Prices API): 15 to 20 minutes old."""
        code = self._code(listing)
        sent = await self._line.get(f"{self._address}/real-time/{code}", {"fmt": "json", "api_token": self._token})
        return quote_from_json(self.vendor, listing, sent.replace(self._token, "…"))

    async def about(self, listing: Listing, first: Day, last: Day) -> About:
        """Returns splits, dividends and shares in issue (eodhd.com, Splits and Dividends API, Fundamentals API).

        An account without fundamentals has no shares in issue: EODHD answers 403, and the rest stands.
        """
        code, query = self._code(listing), {"fmt": "json", "api_token": self._token}
        between = query | {"from": first.iso, "to": last.iso}
        splits = await self._line.get(f"{self._address}/splits/{code}", between)
        dividends = await self._line.get(f"{self._address}/div/{code}", between)
        try:
            address = f"{self._address}/fundamentals/{code}"
            counted = await self._line.get(address, query | {"filter": "outstandingShares::quarterly"})
        except VendorError as error:
            if error.why != "HTTP 403":
                raise
            counted = "{}"
        try:
            return About(
                tuple(c for c in counts_of(self.vendor, listing, counted) if first <= c.day <= last),
                (*splits_of(self.vendor, listing, splits), *dividends_of(self.vendor, listing, dividends)),
            )
        except UNREAD:
            raise VendorError(self.vendor, "it sent what cannot be read") from None

    def _code(self, listing: Listing) -> str:
        symbol, _, venue = listing.ticker.partition(".")
        return f"{symbol}.{EODHD_VENUES.get(venue, 'US')}"

    async def close(self) -> None:
        """Closes the connection."""
        await self._line.close()


class Feed:
    """A team's own prices: a CSV file, or an address that answers with such a file or with a JSON list.

    An address may hold {ticker}, {first} and {last}, which are filled in; without {ticker} it gives all listings.
    """

    vendor = "feed"

    def __init__(self, place: str) -> None:
        self._place = place
        self._line = _Line(self.vendor)

    async def bars(self, listing: Listing, first: Day, last: Day) -> tuple[Offer, ...]:
        """Returns the sessions between two days as the feed gives them; raises VendorError when it cannot be read."""
        if not self._place.startswith(("http://", "https://")):
            try:
                sent = Path(self._place).read_text(encoding="utf-8", errors="replace")
            except OSError as error:
                raise VendorError(self.vendor, error.strerror or "unreadable") from None
        else:
            filled = {"{ticker}": listing.ticker, "{first}": first.iso, "{last}": last.iso}
            address = self._place
            for mark, value in filled.items():
                address = address.replace(mark, value)
            sent = await self._line.get(address, {})
        if sent.lstrip().startswith("["):
            offers = from_json(self.vendor, listing.ticker, sent, listing.currency)
        else:
            offers = from_csv(self.vendor, sent, {listing.ticker: listing.currency})
        return of_ticker(offers, listing.ticker, first, last)

    async def quote(self, listing: Listing) -> Offer | None:
        """Returns None: a feed of one's own is of sessions."""
        return None

    async def about(self, listing: Listing, first: Day, last: Day) -> About:
        """Returns nothing: what a team knows of shares it imports as facts."""
        return About()

    async def close(self) -> None:
        """Closes the connection."""
        await self._line.close()


class _Line:
    """A connection to a vendor, opened with the first question of a round and kept for the others."""

    def __init__(self, vendor: str) -> None:
        self._vendor = vendor
        self._session: aiohttp.ClientSession | None = None

    async def get(self, address: str, query: dict[str, str]) -> str:
        """Returns what an address answers; raises VendorError where it answers with no document."""
        session = self._session = self._session or aiohttp.ClientSession(timeout=TIMEOUT)
        try:
            async with session.get(address, params=query) as reply:
                if reply.status == 404:
                    raise UnknownShareError(self._vendor, "unknown share")
                if reply.status != 200:
                    raise VendorError(self._vendor, f"HTTP {reply.status}")
                body = await body_of(reply, LARGEST)
                return body.decode("utf-8", errors="replace")
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            # The address carries the token, so of an error only its kind is told.
            raise VendorError(self._vendor, type(error).__name__) from None

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None
