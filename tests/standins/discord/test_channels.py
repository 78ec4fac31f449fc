"""What a deliverer relies on: nonces, history, mishaps, limits and closed channels of the stand-in."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest

from tests.standins.discord.buckets import Limit
from tests.standins.discord.payloads import Channel, Posted, snowflake
from tests.standins.discord.refusing import ACCEPT_AND_DROP, LOST, Mishap, accept_late, cut_after
from tests.standins.discord.server import TOKEN, Discord

LAYOUT = {
    "flags": 1 << 15,
    "components": [{"type": 10, "content": "an alert"}],
    "allowed_mentions": {"parse": []},
}
Sent = tuple[int, Any, "dict[str, str]"]
Send = Callable[..., Awaitable[Sent]]


class Bare:
    """A client that does nothing by itself: no retries, no waiting."""

    def __init__(self, session: aiohttp.ClientSession, api: str, channel: Channel) -> None:
        self._session, self._api, self._channel = session, api, channel

    async def send(self, method: str, path: str = "/messages", **given: Any) -> Sent:  # noqa: ANN401
        url = f"{self._api}/channels/{self._channel.id}{path}"
        async with self._session.request(method, url, **given) as answer:
            return answer.status, await answer.json(), dict(answer.headers)

    async def post(self, nonce: str = "", **body: Any) -> Sent:  # noqa: ANN401
        keyed = {"nonce": nonce, "enforce_nonce": True} if nonce else {}
        return await self.send("POST", json={**LAYOUT, **keyed, **body})

    async def history(self, **asked: int) -> list[Any]:
        return list((await self.send("GET", params=asked))[1])


def play(scenario: Callable[[Discord, Bare], Awaitable[None]]) -> None:
    async def run() -> None:
        discord = Discord()
        [channel] = discord.guild("one").channels
        timeout = aiohttp.ClientTimeout(total=0.3)
        headers = {"Authorization": f"Bot {TOKEN}"}
        async with (
            discord.running() as (api, _),
            aiohttp.ClientSession(headers=headers, timeout=timeout) as session,
        ):
            await scenario(discord, Bare(session, api, channel))

    asyncio.run(run())


def there(discord: Discord) -> list[Posted]:
    return discord.standing(discord.guilds[0].channels[0])


def test_a_nonce_is_known_for_its_window_and_no_longer() -> None:
    async def scenario(discord: Discord, bare: Bare) -> None:
        discord.nonce_window = 60
        _, first, _ = await bare.post("key")
        assert first["nonce"] == "key"
        discord.now = 59
        assert (await bare.post("key"))[1]["id"] == first["id"]
        assert (await bare.post("other"))[1]["id"] != first["id"]
        discord.now = 60
        assert (await bare.post("key"))[1]["id"] != first["id"]
        assert len(there(discord)) == 3

    play(scenario)


def test_a_nonce_that_is_not_enforced_or_whose_message_is_gone() -> None:
    async def scenario(discord: Discord, bare: Bare) -> None:
        _, first, _ = await bare.post("key")
        assert (await bare.send("POST", json={**LAYOUT, "nonce": "key"}))[1]["id"] != first["id"]
        status, _, _ = await bare.send("GET", f"/messages/{first['id']}")
        assert status == 200
        there(discord)[0].deleted = True
        status, said, _ = await bare.post("key")
        assert (status, said["code"]) == (404, 10008)

    play(scenario)


def test_history_is_the_newest_first_with_what_was_shown_and_without_nonces() -> None:
    async def scenario(discord: Discord, bare: Bare) -> None:
        for number in range(5):
            discord.now = number * 10.0
            await bare.post(f"key {number}", components=[{"type": 10, "content": f"alert {number}"}])
        found = await bare.history(limit=2)
        assert [m["components"][0]["content"] for m in found] == ["alert 4", "alert 3"]
        assert not any("nonce" in m for m in found)
        assert found[0]["timestamp"].startswith("2026-06-25T09:00:40")
        discord.now = 20
        since = await bare.history(after=snowflake(discord.moment) - 1, limit=100)
        assert [m["components"][0]["content"] for m in since] == ["alert 4", "alert 3", "alert 2"]
        oldest = await bare.history(after=0, limit=2)
        assert [m["components"][0]["content"] for m in oldest] == ["alert 1", "alert 0"]
        before = await bare.history(before=int(oldest[0]["id"]))
        assert [m["components"][0]["content"] for m in before] == ["alert 0"]
        assert (await bare.send("GET", params={"limit": 101}))[0] == 400
        discord.hidden.add(discord.guilds[0].channels[0].id)
        assert await bare.history() == []

    play(scenario)


def test_an_edit_is_seen_in_history() -> None:
    async def scenario(discord: Discord, bare: Bare) -> None:
        _, first, _ = await bare.post("key")
        body = {"flags": 1 << 15, "components": [{"type": 10, "content": "a later word"}]}
        assert (await bare.send("PATCH", f"/messages/{first['id']}", json=body))[0] == 200
        [message] = await bare.history()
        assert message["components"][0]["content"] == "a later word"
        assert message["edited_timestamp"]
        status, said, _ = await bare.send("PATCH", f"/messages/{first['id']}", json={"flags": 0, "content": "x"})
        assert (status, said["code"]) == (400, 50035)

    play(scenario)


@pytest.mark.parametrize(
    "mishap", [ACCEPT_AND_DROP, cut_after(1), cut_after(90), Mishap(silent=True), Mishap(status=502)]
)
def test_accepted_and_not_told(mishap: Mishap) -> None:
    async def scenario(discord: Discord, bare: Bare) -> None:
        discord.mishaps = [mishap]
        if mishap.status:
            assert (await bare.post("key"))[0] == mishap.status
        else:
            with pytest.raises((aiohttp.ClientError, TimeoutError)):
                await bare.post("key")
        [message] = there(discord)
        assert (await bare.post("key"))[1]["id"] == str(message.id)

    play(scenario)


def test_lost_on_the_way() -> None:
    async def scenario(discord: Discord, bare: Bare) -> None:
        discord.mishaps = [None, LOST]
        await bare.post("one")
        with pytest.raises(aiohttp.ClientError):
            await bare.post("two")
        assert len(there(discord)) == 1

    play(scenario)


def test_accepted_late_is_not_in_history_until_then() -> None:
    async def scenario(discord: Discord, bare: Bare) -> None:
        discord.mishaps = [accept_late(30)]
        with pytest.raises(aiohttp.ClientError):
            await bare.post("key")
        discord.now = 29
        assert await bare.history() == []
        discord.now = 30
        assert len(await bare.history()) == 1
        await bare.post("key")
        assert len(there(discord)) == 1

    play(scenario)


def test_a_bucket_and_the_limit_over_all_say_when_to_ask_again() -> None:
    async def scenario(discord: Discord, bare: Bare) -> None:
        discord.buckets.routes = {"POST /api/v10/channels": Limit(2, 5)}
        _, _, headers = await bare.post()
        assert (headers["X-RateLimit-Remaining"], headers["X-RateLimit-Reset-After"]) == ("1", "5.000")
        await bare.post()
        status, said, headers = await bare.post()
        assert (status, said["retry_after"], said["global"]) == (429, 5.0, False)
        assert headers["Retry-After"] == "5.000"
        assert "Via" in headers
        discord.now = 5
        assert (await bare.post())[0] == 200
        discord.buckets.everywhere = Limit(2, 1)
        assert [(await bare.post())[0], len(await bare.history())] == [200, 4]
        status, said, headers = await bare.post()
        assert (status, said["global"], headers["X-RateLimit-Global"]) == (429, True, "true")
        assert discord.buckets.refused == ["POST /api/v10/channels/{channel}/messages", "global"]

    play(scenario)


def test_channels_that_are_closed_or_gone() -> None:
    async def scenario(discord: Discord, bare: Bare) -> None:
        channel = discord.guilds[0].channels[0]
        discord.bar(channel, code=50013, why="Missing Permissions")
        status, said, _ = await bare.post()
        assert (status, said["code"]) == (403, 50013)
        assert (await bare.send("GET"))[0] == 403
        discord.channels.pop(channel.id)
        status, said, _ = await bare.post()
        assert (status, said["code"]) == (404, 10003)

    play(scenario)
