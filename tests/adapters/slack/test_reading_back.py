"""The stand-in as a place to look posted messages up in, judged through Slack's own client."""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncConnectionErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.api import Api, RefusedError, UnreachableError
from tests.adapters.slack.desk import SetClock, no_wait, play, standing
from tests.standins.slack.rates import COMMERCIAL
from tests.standins.slack.server import StandIn

TOKEN = "xoxb-t1-secret"  # noqa: S105


def client(slack: StandIn, **more: Any) -> AsyncWebClient:  # noqa: ANN401
    return AsyncWebClient(TOKEN, base_url=f"{slack.url}/api/", **more)


def marked(key: str) -> dict[str, Any]:
    return {"event_type": "twinstar_delivery", "event_payload": {"key": key}}


def keys(messages: list[dict[str, Any]]) -> list[str]:
    return [m["metadata"]["event_payload"]["key"] if "metadata" in m else "" for m in messages]


def test_history_brings_metadata_back_newest_first_when_it_is_asked_for() -> None:
    async def scene() -> None:
        async with standing(SetClock()) as slack:
            web = client(slack)
            for key in ("one", "two"):
                await web.chat_postMessage(channel="C1", text=key, metadata=marked(key))
            first = slack.world.messages[0].ts
            await web.chat_postMessage(channel="C1", text="beneath", thread_ts=first, metadata=marked("three"))
            await web.chat_postEphemeral(channel="C1", text="private", user="U1")
            await web.chat_postMessage(channel="C2", text="elsewhere", metadata=marked("four"))
            found = await web.conversations_history(channel="C1", include_all_metadata=True)
            assert keys(found["messages"]) == ["two", "one"]
            plain = await web.conversations_history(channel="C1")
            assert keys(plain["messages"]) == ["", ""]
            replies = await web.conversations_replies(channel="C1", ts=first, include_all_metadata=True)
            assert keys(replies["messages"]) == ["one", "three"]

    play(scene())


def test_an_edit_keeps_its_metadata_unless_it_brings_its_own() -> None:
    async def scene() -> None:
        async with standing(SetClock()) as slack:
            web = client(slack)
            ts = (await web.chat_postMessage(channel="C1", text="a", metadata=marked("one")))["ts"]
            for given, kept in ((None, ["one"]), (marked("two"), ["two"]), ({}, [""])):
                await web.chat_update(channel="C1", ts=ts, text="b", metadata=given)
                found = await web.conversations_history(channel="C1", include_all_metadata=True)
                assert keys(found["messages"]) == kept

    play(scene())


def test_history_is_read_by_pages_and_between_timestamps() -> None:
    async def scene() -> None:
        clock = SetClock()
        async with standing(clock) as slack:
            web = client(slack)
            stamps = []
            for number in range(5):
                stamps.append((await web.chat_postMessage(channel="C1", text=str(number)))["ts"])
                clock.pass_seconds(10)
            texts, cursor = [], ""
            while True:
                page = await web.conversations_history(channel="C1", limit=2, cursor=cursor or None)
                texts.append([m["text"] for m in page["messages"]])
                if not page["has_more"]:
                    break
                cursor = page["response_metadata"]["next_cursor"]
            assert texts == [["4", "3"], ["2", "1"], ["0"]]
            between = await web.conversations_history(channel="C1", oldest=stamps[1], latest=stamps[3])
            assert [m["text"] for m in between["messages"]] == ["2"]
            ends = await web.conversations_history(channel="C1", oldest=stamps[1], latest=stamps[3], inclusive=True)
            assert [m["text"] for m in ends["messages"]] == ["3", "2", "1"]

    play(scene())


def test_an_app_sold_outside_the_marketplace_reads_fifteen_messages_once_a_minute() -> None:
    async def scene() -> None:
        clock = SetClock()
        async with standing(clock) as slack:
            slack.world.rates.history = COMMERCIAL
            web = client(slack)
            for number in range(20):
                await web.chat_postMessage(channel="C1", text=str(number))
            page = await web.conversations_history(channel="C1", limit=100)
            assert (len(page["messages"]), page["has_more"]) == (15, True)
            clock.pass_seconds(20)
            with pytest.raises(SlackApiError) as refused:
                await web.conversations_history(channel="C1")
            assert refused.value.response.status_code == 429
            assert refused.value.response.headers["Retry-After"] == "40"
            clock.pass_seconds(40)
            await web.conversations_history(channel="C1")
            assert slack.world.rates.refused == [("T1", "conversations.history")]

    play(scene())


def test_an_internal_app_reads_fifty_times_a_minute() -> None:
    async def scene() -> None:
        async with standing(SetClock()) as slack:
            web = client(slack)
            for _ in range(50):
                await web.conversations_history(channel="C1")
            with pytest.raises(SlackApiError):
                await web.conversations_history(channel="C1")

    play(scene())


def test_reading_needs_the_scope_of_the_kind_of_conversation() -> None:
    async def scene() -> None:
        async with standing(SetClock()) as slack:
            team = slack.world.teams["T1"]
            team.scopes -= {"channels:history"}
            async with Api(f"{slack.url}/api/", no_wait) as api:
                with pytest.raises(RefusedError, match="missing_scope"):
                    await api.call(TOKEN, "conversations.history", {"channel": "C1"})
                assert (await api.call(TOKEN, "conversations.history", {"channel": "D1"}))["messages"] == []

    play(scene())


@pytest.mark.parametrize("metadata", [{"event_type": "x"}, {"event_type": "", "event_payload": {}}, "no json", []])
def test_metadata_of_another_shape_is_refused(metadata: object) -> None:
    async def scene() -> None:
        async with standing(SetClock()) as slack:
            async with Api(f"{slack.url}/api/", no_wait) as api:
                with pytest.raises(RefusedError, match="invalid_metadata_format"):
                    await api.call(TOKEN, "chat.postMessage", {"channel": "C1", "text": "a", "metadata": metadata})
            assert slack.world.messages == []

    play(scene())


def test_a_post_taken_late_appears_only_after_its_time() -> None:
    async def scene() -> None:
        clock = SetClock()
        async with standing(clock) as slack, Api(f"{slack.url}/api/", no_wait) as api:
            slack.world.outcomes.take_late("chat.postMessage", seconds=40)
            with pytest.raises(UnreachableError):
                await api.call(TOKEN, "chat.postMessage", {"channel": "C1", "text": "a", "metadata": marked("one")})
            reading = {"channel": "C1", "include_all_metadata": True}
            assert (await api.call(TOKEN, "conversations.history", reading))["messages"] == []
            clock.pass_seconds(40)
            assert keys((await api.call(TOKEN, "conversations.history", reading))["messages"]) == ["one"]

    play(scene())


def test_a_lost_post_is_never_taken() -> None:
    async def scene() -> None:
        async with standing(SetClock()) as slack, Api(f"{slack.url}/api/", no_wait) as api:
            slack.world.outcomes.lose("chat.postMessage")
            with pytest.raises(UnreachableError):
                await api.call(TOKEN, "chat.postMessage", {"channel": "C1", "text": "a"})
            assert slack.world.messages == []

    play(scene())


def test_a_post_taken_and_dropped_stands_once_with_our_client_and_twice_with_the_kits_own_habit() -> None:
    async def scene() -> None:
        async with standing(SetClock()) as slack:
            slack.world.outcomes.take_and_drop("chat.postMessage")
            async with Api(f"{slack.url}/api/", no_wait) as api:
                with pytest.raises(UnreachableError):
                    await api.call(TOKEN, "chat.postMessage", {"channel": "C1", "text": "ours"})
            assert [m.text for m in slack.world.messages] == ["ours"]
            # The control: what slack_sdk does when it is left alone is the duplicate that this is about.
            slack.world.outcomes.take_and_drop("chat.postMessage")
            async with aiohttp.ClientSession() as session:
                handlers = [AsyncConnectionErrorRetryHandler()]
                await client(slack, session=session, retry_handlers=handlers).chat_postMessage(channel="C1", text="its")
            assert [m.text for m in slack.world.messages] == ["ours", "its", "its"]

    play(scene())


def test_messages_beyond_one_a_second_in_a_channel_are_refused_when_the_strict_reading_is_asked_for() -> None:
    async def scene() -> None:
        clock = SetClock()
        async with standing(clock) as slack, Api(f"{slack.url}/api/", no_wait) as api:
            slack.world.rates.posts_a_second = 1
            for channel in ("C1", "C2"):
                await api.call(TOKEN, "chat.postMessage", {"channel": channel, "text": "a"})
            with pytest.raises(RefusedError, match="ratelimited"):
                await api.call(TOKEN, "chat.postMessage", {"channel": "C1", "text": "b"})
            clock.pass_seconds(1)
            await api.call(TOKEN, "chat.postMessage", {"channel": "C1", "text": "c"})
            assert [m.text for m in slack.world.messages] == ["a", "a", "c"]

    play(scene())
