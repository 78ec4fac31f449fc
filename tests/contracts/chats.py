"""What every chat promises to whoever delivers, a real adapter on its stand-in and the fake alike.

A test module subclasses `ChatContract` and gives it a `rooms` fixture: a function that opens a `Room`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from typing import Protocol

import pytest

from bot.delivery import ClosedError, Delivery, NotTakenError, UnansweredError, UntoldError
from bot.ports import Chat
from tests.fakes.deliveries import START, delivery, said


class Room(Protocol):
    """One chat with two channels, what stands in them, and what goes wrong next."""

    platform: str
    team: str
    channels: tuple[str, str]

    @property
    def chat(self) -> Chat:
        """Returns the chat itself."""
        ...

    def texts(self, channel: str) -> list[str]:
        """Returns what everybody sees in a channel, the oldest first."""
        ...

    def befall(self, mishap: str) -> None:
        """Lays down what befalls the next post: lost, drop, late, 429."""
        ...

    def pass_seconds(self, seconds: float) -> None:
        """Moves the platform's time."""
        ...

    def close(self, channel: str, how: str) -> None:
        """Closes a channel: gone, archived, forbidden; or the team: token."""
        ...

    def hide(self, channel: str) -> None:
        """Closes the history of a channel."""
        ...


Open = Callable[[], AbstractAsyncContextManager[Room]]


class ChatContract:
    can_edit = True

    def play(self, rooms: Open, scene: Callable[[Room], Awaitable[None]]) -> None:
        async def run() -> None:
            async with asyncio.timeout(60), rooms() as room:
                await scene(room)

        asyncio.run(run())

    def of(self, room: Room, alert: str, channel: int = 0, **more: object) -> Delivery:
        made = delivery(alert, room.channels[channel], platform=room.platform, team=room.team)
        return replace(made, unanswered_at=START, first_attempt_at=START, **more)  # type: ignore[arg-type]

    def test_a_post_stands_once_and_is_found_by_its_key_alone(self, rooms: Open) -> None:
        async def scene(room: Room) -> None:
            one, two = self.of(room, "one"), self.of(room, "two")
            await room.chat.turn(one)
            message = await room.chat.post(one, {})
            assert len(room.texts(room.channels[0])) == 1
            assert "one" in room.texts(room.channels[0])[0].lower()
            assert await room.chat.find(one) == {0: message}
            assert await room.chat.find(two) == {}
            assert room.texts(room.channels[1]) == []

        self.play(rooms, scene)

    def test_a_part_that_stands_is_not_posted_again(self, rooms: Open) -> None:
        async def scene(room: Room) -> None:
            one = self.of(room, "one")
            message = await room.chat.post(one, {})
            assert await room.chat.post(one, {0: message}) == message
            assert len(room.texts(room.channels[0])) == 1

        self.play(rooms, scene)

    def test_a_post_that_was_accepted_without_an_answer_stands_once_and_is_found(self, rooms: Open) -> None:
        async def scene(room: Room) -> None:
            await room.chat.post(self.of(room, "before"), {})
            room.befall("drop")
            one = self.of(room, "one")
            with pytest.raises(UnansweredError):
                await room.chat.post(one, {})
            assert len(room.texts(room.channels[0])) == 2
            found = await room.chat.find(one)
            assert list(found) == [0]
            await room.chat.post(one, found)
            assert len(room.texts(room.channels[0])) == 2

        self.play(rooms, scene)

    def test_a_post_that_was_lost_is_not_found(self, rooms: Open) -> None:
        async def scene(room: Room) -> None:
            await room.chat.post(self.of(room, "before"), {})
            room.befall("lost")
            one = self.of(room, "one")
            with pytest.raises(UnansweredError):
                await room.chat.post(one, {})
            assert await room.chat.find(one) == {}
            await room.chat.post(one, {})
            assert len(room.texts(room.channels[0])) == 2

        self.play(rooms, scene)

    def test_one_that_was_accepted_late_is_found_once_it_has_settled(self, rooms: Open) -> None:
        async def scene(room: Room) -> None:
            await room.chat.post(self.of(room, "before"), {})
            room.befall("late")
            one = self.of(room, "one")
            with pytest.raises(UnansweredError):
                await room.chat.post(one, {})
            assert await room.chat.find(one) == {}
            room.pass_seconds(room.chat.settles.total_seconds())
            assert list(await room.chat.find(one)) == [0]

        self.play(rooms, scene)

    def test_while_the_platform_remembers_a_repeated_post_stands_once(self, rooms: Open) -> None:
        async def scene(room: Room) -> None:
            if not room.chat.remembers:
                return
            room.befall("late")
            one = self.of(room, "one")
            with pytest.raises(UnansweredError):
                await room.chat.post(one, {})
            room.pass_seconds(room.chat.remembers.total_seconds() - 1)
            await room.chat.post(one, {})
            await room.chat.post(one, {})
            room.pass_seconds(60)
            assert len(room.texts(room.channels[0])) == 1

        self.play(rooms, scene)

    def test_a_refusal_for_now_says_for_how_long_and_nothing_stands(self, rooms: Open) -> None:
        async def scene(room: Room) -> None:
            room.befall("429")
            with pytest.raises(NotTakenError) as refused:
                await room.chat.post(self.of(room, "one"), {})
            assert refused.value.seconds > 0
            assert room.texts(room.channels[0]) == []

        self.play(rooms, scene)

    @pytest.mark.parametrize(
        ("how", "why", "reach"),
        [
            ("gone", "channel_gone", "channel"),
            ("archived", "channel_archived", "channel"),
            ("forbidden", "forbidden", "channel"),
            ("token", "token_refused", "team"),
        ],
    )
    def test_a_refusal_for_good_says_why_and_what_it_goes_for(
        self, rooms: Open, how: str, why: str, reach: str
    ) -> None:
        async def scene(room: Room) -> None:
            room.close(room.channels[0], how)
            with pytest.raises(ClosedError) as refused:
                await room.chat.post(self.of(room, "one"), {})
            assert (refused.value.why, refused.value.reach) == (why, reach)
            if how != "token":
                await room.chat.post(self.of(room, "two", 1), {})
                assert len(room.texts(room.channels[1])) == 1

        self.play(rooms, scene)

    def test_an_edit_takes_the_messages_place_however_often_it_is_made(self, rooms: Open) -> None:
        async def scene(room: Room) -> None:
            first = self.of(room, "first")
            message = await room.chat.post(first, {})
            edit = self.of(room, "later", act="edit", message=message, document=said("resolved"))
            for _ in range(2):
                assert await room.chat.post(edit, {}) == message
            (text,) = room.texts(room.channels[0])
            assert "resolved" in text.lower()

        self.play(rooms, scene)

    def test_a_reply_is_found_beneath_its_message(self, rooms: Open) -> None:
        async def scene(room: Room) -> None:
            message = await room.chat.post(self.of(room, "first"), {})
            reply = self.of(room, "reply", act="reply", message=message)
            made = await room.chat.post(reply, {})
            assert made != message
            assert await room.chat.find(reply) == {0: made}

        self.play(rooms, scene)

    def test_a_history_that_is_closed_cannot_tell(self, rooms: Open) -> None:
        async def scene(room: Room) -> None:
            one = self.of(room, "one")
            await room.chat.post(one, {})
            room.hide(room.channels[0])
            with pytest.raises(UntoldError):
                await room.chat.find(one)

        self.play(rooms, scene)
