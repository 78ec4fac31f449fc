"""What comes twice, late, broken or from someone else."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

import pytest

from adapters.slack.web import LARGEST_BODY
from tests.adapters.slack.desk import Gate, SetClock, Way, connected, play, standing
from tests.standins.slack.doings import Doings

WAYS = pytest.mark.parametrize("way", ["http", "sockets"])


@WAYS
def test_an_event_that_is_sent_again_is_answered_once(way: Way, database: Path) -> None:
    async def scene() -> None:
        async with connected(database, way) as bot:
            event = Doings(bot.slack).mention("value zhipu")
            for again in range(4):
                await bot.event(event, **({"retry": again} if way == "http" else {}))
                bot.clock.pass_seconds(60)
            await bot.settled()
            assert len(bot.messages) == 1

    play(scene())


@WAYS
def test_an_event_that_is_sent_again_after_a_restart_is_answered_once(way: Way, database: Path) -> None:
    async def scene() -> None:
        clock = SetClock()
        async with standing(clock) as slack:
            event = Doings(slack).mention("value zhipu")
            for _ in range(2):
                async with connected(database, way, slack=slack, clock=clock) as bot:
                    await bot.event(event)
                    await bot.settled()
                clock.pass_seconds(360)
            assert len(slack.world.messages) == 1

    play(scene())


@WAYS
def test_a_retry_whose_first_copy_never_came_is_answered(way: Way, database: Path) -> None:
    async def scene() -> None:
        async with connected(database, way) as bot:
            event = Doings(bot.slack).mention("value zhipu")
            await bot.event(event, **({"retry": 2} if way == "http" else {}))
            await bot.settled()
            assert len(bot.messages) == 1

    play(scene())


@WAYS
def test_a_delivery_is_forgotten_after_an_hour(way: Way, database: Path) -> None:
    async def scene() -> None:
        async with connected(database, way) as bot:
            event = Doings(bot.slack).mention("value zhipu")
            for _ in range(2):
                await bot.event(event)
                await bot.settled()
                bot.clock.pass_seconds(3601)
            assert len(bot.messages) == 2

    play(scene())


def test_one_envelope_on_both_sockets_is_answered_once(database: Path) -> None:
    async def scene() -> None:
        async with connected(database, "sockets") as bot:
            command = Doings(bot.slack).command("value zhipu")
            for socket in (0, 1):
                await bot.slack.envelope("slash_commands", command, id="same", socket=socket)
            await bot.settled()
            assert len(bot.messages) == 1

    play(scene())


def test_a_socket_that_drops_in_the_middle_loses_nothing_and_repeats_nothing(database: Path) -> None:
    async def scene() -> None:
        clock = SetClock()
        gate = Gate(clock)
        held = lambda house: replace(house, take=gate.before(house.take))  # noqa: E731
        async with connected(database, "sockets", clock=clock, change=held) as bot:
            event = Doings(bot.slack).mention("value zhipu")
            await bot.slack.send_envelope("events_api", event, "first")
            await asyncio.to_thread(gate.begun.wait, 20)
            dropped = bot.slack.sockets[0]
            await dropped.close()
            # Slack heard nothing and sends it again, down the other socket.
            await bot.slack.envelope("events_api", event, id="second", socket=-1)
            gate.release_after(seconds=10)
            await bot.settled()
            assert len(bot.messages) == 1
            assert gate.taken == 1
            await bot.slack.world.until(lambda: len(bot.slack.sockets) == 2)
            await bot.command("value minimax", Doings(bot.slack, user="U2"))
            await bot.settled()
            assert len(bot.messages) == 2

    play(scene())


@pytest.mark.parametrize("reason", ["refresh_requested", "warning", "too_many_websockets"])
def test_a_recycled_socket_is_followed_by_another_before_it_closes(reason: str, database: Path) -> None:
    async def scene() -> None:
        async with connected(database, "sockets") as bot:
            old = list(bot.slack.sockets)
            await bot.slack.disconnect(0, reason)
            await bot.slack.world.until(lambda: old[0] not in bot.slack.sockets and len(bot.slack.sockets) == 2)
            assert old[1] in bot.slack.sockets
            assert bot.slack.most_sockets == 3
            for socket in (0, 1):
                doings = Doings(bot.slack, user=f"U{socket}")
                await bot.slack.envelope("slash_commands", doings.command("value zhipu"), socket=socket)
            await bot.settled()
            assert len(bot.messages) == 2

    play(scene())


def test_a_socket_is_tried_again_when_slack_cannot_give_one(database: Path) -> None:
    async def scene() -> None:
        clock = SetClock()
        async with standing(clock) as slack:
            slack.world.refuse("apps.connections.open", "internal_error", times=5)
            slack.world.refuse("apps.connections.open", "ratelimited", times=1, retry_after=30)
            async with connected(database, "sockets", slack=slack, clock=clock) as bot:
                await bot.command("value zhipu")
                await bot.settled()
                assert len(bot.messages) == 1

    play(scene())


def test_forged_stale_and_replayed_requests_are_refused(database: Path) -> None:
    async def scene() -> None:
        async with connected(database, "http") as bot:
            slack, doings = bot.slack, Doings(bot.slack)
            now = int(bot.clock.at.timestamp())

            async def status(**more: int | str) -> int:
                return (await slack.post("slash_commands", doings.command("value zhipu"), **more))[0]  # type: ignore[arg-type]

            assert await status(signature="v0=" + "0" * 64) == 401
            assert await status(signature="v0=ünicode") == 401
            assert await status(at=now - 301) == 401
            assert await status(at=now + 301) == 401
            assert await status(at=now - 299) == 200

            command = doings.command("value minimax")
            assert (await slack.post("slash_commands", command))[0] == 200
            assert (await slack.post("slash_commands", command))[0] == 401
            bot.clock.pass_seconds(200)
            assert (await slack.post("slash_commands", command, at=now))[0] == 401
            # Signed anew it is no replay to the gate, but the same trigger: taken, and not answered again.
            assert (await slack.post("slash_commands", command))[0] == 200
            await bot.settled()
            assert len(bot.messages) == 2

    play(scene())


def test_requests_without_proof_or_with_nonsense_for_it_are_refused(database: Path) -> None:
    async def scene() -> None:
        async with connected(database, "http") as bot:
            body = urlencode(Doings(bot.slack).command("value zhipu")).encode()
            proof = bot.slack.signed(body)
            for headers in (
                {},
                {"X-Slack-Signature": proof["X-Slack-Signature"]},
                {**proof, "X-Slack-Request-Timestamp": "noon"},
                {**proof, "X-Slack-Request-Timestamp": "9" * 400},
                {**proof, "X-Slack-Request-Timestamp": "١٧٩٥٤٣٥٢٠٠"},
                {**proof, "X-Slack-Signature": ""},
            ):
                assert (await bot.slack.post_raw(body, headers))[0] == 401
            assert (await bot.slack.post_raw(b"\xff\xfe", proof))[0] == 401
            await bot.settled()
            assert bot.messages == []

    play(scene())


def test_a_body_of_a_megabyte_is_answered_kindly_and_a_larger_one_is_not_read(database: Path) -> None:
    async def scene() -> None:
        async with connected(database, "http") as bot:
            await bot.command("zhipu " * 180_000)
            await bot.settled()
            (message,) = bot.messages
            assert message.only_for == "U1"
            assert "too long" in message.text or "characters" in message.text
            large = b"x" * (LARGEST_BODY + 1)
            assert (await bot.slack.post_raw(large, bot.slack.signed(large)))[0] == 413

    play(scene())


def test_signed_bodies_that_make_no_sense_are_refused_or_left_and_the_bot_goes_on(
    database: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene() -> None:
        async with connected(database, "http") as bot:
            form = {"Content-Type": "application/x-www-form-urlencoded"}
            for body in (b"", b"payload=", b"payload=%7B", b"payload=%5B%5D", b"{", b"[]", b"null", b"payload=null"):
                kind = form if body.startswith(b"p") else {"Content-Type": "application/json"}
                status, _ = await bot.slack.post_raw(body, {**bot.slack.signed(body), **kind})
                assert status in (200, 400, 404), body
            await bot.command("value zhipu")
            await bot.settled()
            assert len(bot.messages) == 1

    with caplog.at_level(logging.ERROR):
        play(scene())
    assert caplog.records == []


@WAYS
def test_missing_fields_are_logged_once_and_nothing_is_said(
    way: Way, database: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene() -> None:
        async with connected(database, way) as bot:
            doings = Doings(bot.slack)
            for number in range(3):
                broken = doings.mention("value zhipu")
                del broken["event"]["channel"]
                await bot.event(broken)
                command = doings.command("value zhipu")
                del command["user_id"]
                await bot.deliver("slash_commands", command)
                pressed = {"type": "block_actions", "team": {"id": "T1"}, "user": {"id": "U1"}}
                actions = [{"action_id": f"x{number}", "type": "button", "block_id": "b"}]
                await bot.deliver("interactive", {**pressed, "actions": actions, "trigger_id": str(number)})
            await bot.settled()
            assert [m.channel for m in bot.messages if m.channel == "C1"] == []
            assert bot.running.background is not None

    with caplog.at_level(logging.WARNING):
        play(scene())
    assert [r.message for r in caplog.records if "no channel" in r.message] == [
        "a body from Slack was left: no channel"
    ]
    assert not any(r.levelno >= logging.ERROR for r in caplog.records)


@WAYS
def test_an_unknown_action_is_answered_kindly_and_logged_once(
    way: Way, database: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene() -> None:
        async with connected(database, way) as bot:
            await bot.command("value zhipu")
            await bot.settled()
            (message,) = bot.messages
            for value in ("z9|whatever", "a1|value", "", "a1|nothing|of|these"):
                await bot.press(message, {"action_id": "ask:0", "value": value})
            await bot.press(message, {"action_id": "of another version", "value": "1"})
            await bot.press(message, {"action_id": "of another version", "value": "1"})
            await bot.settled()
            told = bot.messages[1:]
            assert len(told) == 6 - sum(m.edits for m in bot.messages)
            assert all(m.only_for == "U1" for m in told)
            assert message.text.startswith("Zhipu") or message.edits

    with caplog.at_level(logging.WARNING):
        play(scene())
    assert sum("another version" in r.message for r in caplog.records) == 1
