"""What a refusal costs over HTTP: a channel that is gone one request, a token that is refused one for all of them."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from aiohttp import web

from adapters.deliver.deliverer import Deliverer
from bot.delivery import Delivery
from data.database import Database
from data.outbox_store import OutboxStore, put
from data.putting_back import TRIED_AGAIN
from tests.adapters.deliver.desk import look
from tests.adapters.deliver.test_storms import OPENS, Weather
from tests.adapters.slack.desk import SetClock
from tests.fakes.deliveries import START, delivery

STEP = 60
AN_HOUR = 3_600


@dataclass
class Refusing(Weather):
    """Says no in a platform's own words."""

    status: int = 200
    body: str = ""

    def answer(self) -> web.Response:
        self.refused += 1
        headers = {"Via": "1.1 stand-in"}
        return web.Response(status=self.status, text=self.body, content_type="application/json", headers=headers)


def on_slack(code: str) -> tuple[str, Refusing]:
    return "slack", Refusing("", body=json.dumps({"ok": False, "error": code}))


def on_discord(status: int, code: int) -> tuple[str, Refusing]:
    return "discord", Refusing("", status=status, body=json.dumps({"message": "no", "code": code}))


def to_each(platform: str, team: str, channels: Sequence[str], clock: SetClock) -> list[Delivery]:
    return [delivery(f"to {c}", c, platform=platform, team=team, due_at=clock.now()) for c in channels]


@pytest.mark.parametrize(
    "given",
    [
        *(on_slack(code) for code in ("channel_not_found", "is_archived", "not_in_channel", "restricted_action")),
        *(on_discord(*each) for each in ((404, 10003), (403, 50001), (403, 50013), (403, 0))),
    ],
    ids=lambda given: given[1].body,
)
def test_a_channel_that_refuses_is_asked_once_and_said_once(
    database: Database, given: tuple[str, Refusing], caplog: pytest.LogCaptureFixture
) -> None:
    platform, weather = given
    clock = SetClock(START.at)

    async def play() -> None:
        async with OPENS[platform](clock, weather) as scene:
            outbox = OutboxStore(database, clock)
            deliverer = Deliverer(outbox, {platform: scene.chat}, clock)
            gone = to_each(platform, scene.team, scene.channels[:1], clock)
            database.write_now(lambda connection: put(connection, gone))
            await look(deliverer)
            weather.storms = False
            others = to_each(platform, scene.team, scene.channels[1:], clock)
            database.write_now(lambda connection: put(connection, others))
            for _ in range(AN_HOUR // STEP):
                await look(deliverer)
                clock.pass_seconds(STEP)
            assert weather.refused == 1
            assert sorted(scene.stands()) == sorted(scene.channels[1:])
            (trouble,) = outbox.health("slack:T1")
            assert (trouble.state, trouble.destination.channel) == ("parked", scene.channels[0])

    with caplog.at_level(logging.ERROR):
        asyncio.run(play())
    assert len([r for r in caplog.records if "is parked" in r.getMessage()]) == 1


@pytest.mark.parametrize(
    "given",
    [
        *(on_slack(code) for code in ("account_inactive", "token_revoked", "invalid_auth")),
        on_discord(401, 0),
    ],
    ids=["account_inactive", "token_revoked", "invalid_auth", "401"],
)
def test_a_token_that_is_refused_costs_one_request_and_then_one_in_ten_minutes(
    database: Database, given: tuple[str, Refusing], caplog: pytest.LogCaptureFixture
) -> None:
    platform, weather = given
    clock = SetClock(START.at)

    async def play() -> None:
        async with OPENS[platform](clock, weather) as scene:
            outbox = OutboxStore(database, clock)
            deliverer = Deliverer(outbox, {platform: scene.chat}, clock)
            first = to_each(platform, scene.team, scene.channels[:-1], clock)
            database.write_now(lambda connection: put(connection, first))
            await look(deliverer)
            assert weather.refused == 1
            later = to_each(platform, scene.team, scene.channels[-1:], clock)
            database.write_now(lambda connection: put(connection, later))
            await look(deliverer)
            assert weather.refused == 1
            for _ in range(AN_HOUR // STEP):
                clock.pass_seconds(STEP)
                await look(deliverer)
            assert weather.refused <= 1 + AN_HOUR / TRIED_AGAIN.total_seconds()
            troubles = outbox.health("slack:T1")
            assert {(each.state, each.why) for each in troubles} == {("parked", "token_refused")}
            assert sum(each.count for each in troubles) == len(scene.channels)
            weather.storms = False
            for _ in range(11):
                clock.pass_seconds(STEP)
                await look(deliverer)
            assert sorted(scene.stands()) == sorted(scene.channels)
            assert outbox.health("slack:T1") == []

    with caplog.at_level(logging.ERROR):
        asyncio.run(play())
    assert len([r for r in caplog.records if "is parked" in r.getMessage()]) == 1
