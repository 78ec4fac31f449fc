"""`twinstar run` with a live vendor: from the vendor's answer to an alert on both platforms."""

from __future__ import annotations

import asyncio
import signal
from decimal import Decimal
from pathlib import Path

import pytest

from adapters.bootstrap import open_house
from adapters.clock import StoppedClock
from bot.call import Ask, Call, Person, Place
from bot.days import Day, Instant
from bot.facts.offers import Offer
from data.market_store import MarketStore
from tests.adapters.discord.gateways import said
from tests.adapters.test_run_everything import both, database, environment, loaded, play, started
from tests.standins.market.server import Market
from tests.standins.slack.doings import Doings

__all__ = ["database", "loaded"]

FRIDAY, MONDAY = "2026-11-20T12:00Z", "2026-11-23T12:00Z"


def watched(address: str, *places: Place) -> None:
    """Makes a rule in each place on a Friday, when the level is not reached."""
    clock = StoppedClock(Instant.of(FRIDAY))
    house = open_house(address, clock)
    try:
        friday = Offer("yahoo", "2513.HK", Day.of("2026-11-20"), Decimal(600), currency="HKD")
        MarketStore(house.database, clock).take([friday], [])
        for place in places:
            ask = Ask.of("/alert add zhipu market value above HK$300bn")
            assert house.turns.take(Call(ask, place, Person(place.platform, place.team, "7"))).outcome == "answered"
        assert house.ticker.tick().alerts == ()
    finally:
        house.close()


@pytest.mark.parametrize("vendor", ["yahoo", "eodhd"])
def test_a_price_from_a_vendor_becomes_one_alert_on_each_platform(vendor: str, database: str, tmp_path: Path) -> None:
    async def scene() -> None:
        market = Market()
        market.deal("2513.HK", "2026-11-23", 700)
        market.deal("0100.HK", "2026-11-23", 260)
        async with both() as (slack, discord, settings), market.running() as address:
            channel = discord.guilds[0].channels[0]
            server = Place("discord", str(discord.guilds[0].id), str(channel.id))
            await asyncio.to_thread(watched, database, Place("slack", "T1", "C1"), server)
            prices = {
                "TWINSTAR_PRICES": vendor,
                "TWINSTAR_YAHOO_URL": address,
                "EODHD_API_TOKEN": "made-token",
                "EODHD_API_URL": f"{address}/api",
            }
            surroundings = environment(database, **settings, **prices)
            bot = await started(tmp_path, surroundings, "--at", MONDAY)
            await slack.world.until(lambda: any(m.channel == "C1" for m in slack.world.messages))
            await discord.until(lambda: any(m.channel is channel for m in discord.messages.values()))
            # The other company's price is there too, and its market value is that of the new session.
            before = len(slack.world.messages)
            await slack.envelope("slash_commands", Doings(slack).command("value minimax", channel="C2"))
            await slack.world.until(lambda: len(slack.world.messages) > before)
            assert "HK$260.00" in str(slack.world.messages[-1].blocks), slack.world.messages[-1]
            bot.send_signal(signal.SIGTERM)
            async with asyncio.timeout(10):
                _, errors = await bot.communicate()
            assert bot.returncode == 0, errors
            [alert] = [m for m in slack.world.messages if m.channel == "C1" and not m.deleted]
            [told] = [m for m in discord.messages.values() if m.channel is channel]
            for text in (alert.text, said(told)):
                assert "Zhipu" in text and "HK$341.3bn" in text, text
            assert b"prices of" not in errors, errors

    play(scene)
