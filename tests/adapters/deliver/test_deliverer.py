"""What becomes of deliveries: told once, looked up where doubtful, held back or parked with a reason that is seen."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.days import Instant
from data.database import Database
from data.outbox_store import OutboxStore
from tests.adapters.deliver.desk import Desk, look
from tests.fakes.deliveries import delivery


def texts(desk: Desk, channel: str = "") -> list[str]:
    return [each.text.strip() for each in desk.chat.standing(channel)]


def test_what_is_put_is_told_once_and_can_be_explained(desk: Desk) -> None:
    desk.put(delivery("a", "C1"), delivery("b", "C2"))
    desk.run(120)
    assert sorted(each.channel for each in desk.chat.standing()) == ["C1", "C2"]
    assert set(desk.states().values()) == {"sent"}
    assert {alert for alert, _ in desk.kept} == {"a", "b"}


@pytest.mark.parametrize("mishap", ["lost", "drop", "late", "429"])
@pytest.mark.parametrize("remembers", [0.0, 100.0])
def test_whatever_befalls_a_post_it_stands_once_in_the_end(database: Database, mishap: str, remembers: float) -> None:
    desk = Desk.over(database, remembers)
    desk.chat.mishaps = [mishap, mishap]  # type: ignore[list-item]
    desk.put(delivery("a"))
    desk.run(600)
    assert len(desk.chat.standing()) == 1
    assert desk.states() == {"a": "sent"}


def test_a_look_up_is_made_only_where_something_is_doubtful(desk: Desk) -> None:
    desk.chat.mishaps = ["429", "", "drop"]
    desk.put(delivery("a", "C1"))
    desk.run(60)
    assert desk.chat.reads == 0
    desk.put(delivery("b", "C2"))
    desk.run(20)
    assert (desk.chat.reads, desk.states()["b"]) == (0, "pending")
    desk.run(60)
    assert (desk.chat.reads, desk.chat.posts) == (1, 3)


def test_where_nobody_can_tell_an_unlock_is_repeated_and_says_so_and_others_wait_for_a_person(desk: Desk) -> None:
    desk.chat.mishaps = ["drop", "drop"]
    desk.put(delivery("day", "C1", lane="unlock"), delivery("price", "C2"))
    desk.chat.history = "closed"
    desk.run(120)
    assert texts(desk, "C1") == ["Raw(text='day')", "Raw(text='day') delivery-may-repeat"]
    assert len(texts(desk, "C2")) == 1
    (trouble,) = desk.health()
    assert (trouble.state, trouble.why, trouble.destination.channel) == ("unsure", "look_up_failed", "C2")
    desk.outbox.decide("slack:T1", trouble.delivery, again=True)
    desk.run(60)
    assert len(texts(desk, "C2")) == 2


def test_a_history_that_is_busy_is_asked_again_for_hours_before_a_person_is(desk: Desk) -> None:
    desk.chat.mishaps, desk.chat.history = ["drop"], "busy"
    desk.put(delivery("a"))
    desk.run(3600, step=60)
    assert desk.states() == {"a": "pending"}
    desk.chat.history = "open"
    desk.run(1200, step=60)
    assert (desk.states(), len(desk.chat.standing())) == ({"a": "sent"}, 1)


def test_a_channel_that_is_gone_is_tried_once_said_once_and_holds_back_nobody_else(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.chat.closed["C1"] = ("channel_gone", "channel")
    desk.put(*(delivery(f"a{n}", "C1", thread=str(n)) for n in range(20)), delivery("b", "C2"))
    with caplog.at_level(logging.ERROR):
        desk.run(30)
    assert texts(desk) == ["Raw(text='b')"]
    troubles = desk.health()
    assert {(t.state, t.why) for t in troubles} == {("parked", "channel_gone")}
    assert sum(t.count for t in troubles) == 20


def test_a_refused_token_parks_the_team_until_a_person_has_mended_it(desk: Desk) -> None:
    for channel in ("C1", *(f"D{n}" for n in range(500))):
        desk.chat.closed[channel] = ("token_refused", "team")
    desk.put(delivery("a", "C1", lane="unlock"), *(delivery(f"b{n}", f"D{n}") for n in range(500)))
    desk.run(5)
    assert desk.chat.posts < 120
    assert {t.why for t in desk.health()} == {"token_refused"}
    desk.chat.closed.clear()
    for trouble in desk.health():
        desk.outbox.decide("slack:T1", trouble.delivery, again=True)
    desk.run(60)
    assert len({each.key for each in desk.chat.standing()}) == len(desk.chat.standing()) == 501


def test_a_token_that_is_mended_lets_the_alerts_of_that_day_go_by_themselves(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.chat.closed["C1"] = desk.chat.closed["C2"] = ("token_refused", "team")
    week_ago = Instant(desk.clock.now().at - timedelta(days=7))
    desk.put(*(replace(delivery(f"old{n}", f"C{n}"), due_at=week_ago) for n in (1, 2)))
    with caplog.at_level(logging.ERROR):
        desk.run(5)
        desk.put(delivery("a", "C1", lane="unlock"), delivery("b", "C2", due_at=desk.clock.now()))
        desk.run(3_600, step=60)
    posts = desk.chat.posts
    assert posts <= 10
    assert len([r for r in caplog.records if "token_refused" in r.getMessage()]) <= 2
    desk.chat.closed.clear()
    desk.run(1_200, step=60)
    assert sorted(text.split("'")[1] for text in texts(desk)) == ["a", "b"]
    assert [(t.why, t.count) for t in desk.health()] == [("token_refused", 1), ("token_refused", 1)]


def test_a_refused_token_is_asked_once_whatever_is_due_and_comes_after(desk: Desk) -> None:
    for n in range(300):
        desk.chat.closed[f"C{n}"] = ("token_refused", "team")
    desk.put(*(delivery(f"a{n}", f"C{n}", due_at=desk.clock.now()) for n in range(200)))
    desk.put(delivery("elsewhere", "E1", team="T2", due_at=desk.clock.now()))

    async def scene() -> None:
        deliverer = desk.deliverer()
        await look(deliverer)
        assert [each.text.strip() for each in desk.chat.standing()] == ["Raw(text='elsewhere')"]
        assert desk.chat.posts == 2
        # What comes later is parked with the reason and no request; one in ten minutes finds out whether that holds.
        for n in range(200, 300):
            desk.put(delivery(f"a{n}", f"C{n}", due_at=desk.clock.now()))
            desk.clock.move(36)
            await look(deliverer)
        assert desk.chat.posts - 2 <= 60 // 10
        assert sum(t.count for t in desk.health() if (t.state, t.why) == ("parked", "token_refused")) == 300
        desk.chat.closed.clear()
        for _ in range(20):
            desk.clock.move(36)
            await look(deliverer)
        assert desk.health() == []
        assert len(desk.chat.standing()) == len({each.key for each in desk.chat.standing()}) == 301

    asyncio.run(scene())


def test_one_token_for_every_team_is_refused_once_and_said_once(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    desk.chat.one_token = True
    for n in range(50):
        desk.chat.closed[f"C{n}"] = ("token_refused", "team")
    desk.put(*(delivery(f"a{n}", f"C{n}", team=f"T{n}", due_at=desk.clock.now()) for n in range(50)))
    with caplog.at_level(logging.ERROR):
        desk.run()
    assert desk.chat.posts == 1
    assert len([r for r in caplog.records if "token_refused" in r.getMessage()]) == 1
    desk.chat.closed.clear()
    desk.run(1_200, step=60)
    assert len(desk.chat.standing()) == 50


def test_a_start_with_a_new_token_lets_go_what_the_old_one_was_refused_for(desk: Desk) -> None:
    channels = [f"C{n}" for n in range(5)]
    for channel in channels:
        desk.chat.closed[channel] = ("token_refused", "team")
    desk.put(*(delivery(f"a{channel}", channel, due_at=desk.clock.now()) for channel in channels))
    desk.run()
    # Another start with the old one costs one request more.
    desk.outbox = OutboxStore(desk.database, desk.clock)
    desk.run()
    assert desk.chat.posts == 2
    desk.chat.closed.clear()
    desk.outbox = OutboxStore(desk.database, desk.clock)
    desk.run()
    assert sorted(each.channel for each in desk.chat.standing()) == channels


def test_what_may_stand_is_looked_up_before_it_is_told_once_the_token_is_mended(desk: Desk) -> None:
    desk.chat.mishaps = ["drop"]
    desk.put(delivery("a", "C1", due_at=desk.clock.now()))
    desk.run()
    desk.chat.closed["C2"] = ("token_refused", "team")
    desk.put(delivery("b", "C2", due_at=desk.clock.now()))
    desk.run()
    assert desk.states() == {"a": "parked", "b": "parked"}
    desk.chat.closed.clear()
    desk.run(1_200, step=60)
    assert desk.states() == {"a": "sent", "b": "sent"}
    assert (len(desk.chat.standing()), desk.chat.reads) == (2, 1)


def test_an_edit_without_its_message_is_parked_and_one_with_it_is_made(desk: Desk) -> None:
    desk.put(delivery("alone", "C2", episode="x", act="edit", version=2))
    desk.put(delivery("first", "C1", episode="e"))
    desk.run(5)
    desk.put(delivery("later", "C1", episode="e", act="edit", version=2))
    desk.run(5)
    (message,) = desk.chat.standing()
    assert (message.edits, message.text.strip()) == (1, "Raw(text='later')")
    assert [(t.why, t.destination.channel) for t in desk.health()] == [("nothing_to_edit", "C2")]


def test_a_late_message_says_when_it_was_due(desk: Desk) -> None:
    old = Instant(desk.clock.now().at.replace(hour=9))
    desk.put(replace(delivery("a"), due_at=old))
    desk.run()
    assert texts(desk) == ["Raw(text='a') delivery-late"]


def test_a_holder_that_stood_still_past_its_lease_sends_nothing(desk: Desk) -> None:
    desk.put(delivery("a"))
    held = desk.outbox.claim("slack", "old", 10)
    desk.clock.move(61)
    desk.run()
    assert len(desk.chat.standing()) == 1
    assert desk.outbox.begin(held) == []
    assert len(desk.chat.standing()) == 1
