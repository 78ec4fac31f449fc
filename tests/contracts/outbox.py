"""What the outbox promises on every database. A test module subclasses it and gives it a `database` fixture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from sqlalchemy import delete

from bot.days import Instant
from bot.delivery import Again, Delivery, Parked, Sent, Settlement, Unsure
from bot.plan import Plan
from data.database import Database
from data.outbox_store import LEASE, OutboxStore, put, restored
from data.putting_back import one_of_each, put_back
from data.rule_tables import TickRow
from data.tables import DeliveryRow, table
from tests.fakes.deliveries import START, MovingClock, alerts, delivery

W = "slack:T1"


@dataclass
class Post:
    """An outbox over an empty table, and who works on it."""

    database: Database
    clock: MovingClock
    outbox: OutboxStore

    def put(self, *deliveries: Delivery) -> None:
        self.database.write_now(lambda connection: put(connection, deliveries))

    def claim(self, most: int = 10, holder: str = "a") -> Sequence[Delivery]:
        return self.outbox.claim("slack", holder, most)


class OutboxContract:
    @pytest.fixture
    def post(self, database: Database) -> Post:
        for row in (DeliveryRow, TickRow):
            database.write_now(lambda connection, row=row: connection.execute(delete(table(row))).rowcount)  # type: ignore[misc]
        clock = MovingClock()
        return Post(database, clock, OutboxStore(database, clock))

    def test_what_was_put_comes_back_whole_and_held(self, post: Post) -> None:
        made = delivery("a", thread="1.2", plan=Plan("lookup", ("zhipu",)))
        post.put(made)
        (got,) = post.claim()
        assert got.lease is not None
        assert (got.lease.holder, got.lease.token, got.lease.until.at) == ("a", 1, START.at + LEASE)
        assert replace(got, lease=None, state="pending", next_attempt_at=made.next_attempt_at) == made

    def test_the_same_key_is_put_once_whatever_became_of_it(self, post: Post) -> None:
        post.put(delivery("a"), delivery("a"))
        (got,) = post.claim()
        post.outbox.settle([(got, Sent("1.1"))])
        post.put(delivery("a"), delivery("b"))
        assert alerts(post.claim()) == ["b"]

    def test_what_is_held_is_not_taken_again_until_its_lease_ends(self, post: Post) -> None:
        post.put(delivery("a"))
        first = post.claim()
        assert not post.claim(holder="b")
        post.clock.move(LEASE.total_seconds() + 1)
        (second,) = post.claim(holder="b")
        assert second.lease is not None
        assert (second.lease.holder, second.lease.token) == ("b", 2)
        assert post.outbox.begin(first) == []
        assert post.outbox.settle([(first[0], Sent("1.1"))]) == [second.key]
        assert post.outbox.settle([(second, Sent("1.2"))]) == []

    def test_beginning_notes_the_attempt_and_renews_the_lease(self, post: Post) -> None:
        post.put(delivery("a"))
        held = post.claim()
        post.clock.move(LEASE.total_seconds() + 1)
        (begun,) = post.outbox.begin(held)
        assert begun.unanswered_at == begun.first_attempt_at == post.clock.now()
        assert not post.claim(holder="b")
        post.clock.move(LEASE.total_seconds() + 1)
        (taken,) = post.claim(holder="b")
        assert (taken.attempts, taken.unanswered_at) == (1, begun.unanswered_at)

    def test_an_answered_attempt_leaves_no_doubt_and_an_unanswered_one_does(self, post: Post) -> None:
        post.put(delivery("a", "C1"), delivery("b", "C2"))
        one, two = sorted(post.outbox.begin(post.claim()), key=lambda each: each.alert)
        later = Instant(START.at + timedelta(seconds=5))
        post.outbox.settle([(one, Again(later, "rate_limited")), (two, Again(later, "unreachable", answered=False))])
        assert not post.claim()
        post.clock.move(5)
        assert {each.alert: each.unanswered_at for each in post.claim()} == {"a": None, "b": START}

    def test_a_channel_gets_its_messages_one_by_one_in_order_of_lane_and_time(self, post: Post) -> None:
        early, late = (Instant(START.at - timedelta(minutes=m)) for m in (2, 1))
        post.put(delivery("later", due_at=late), delivery("sooner", due_at=early), delivery("day", lane="unlock"))
        seen = []
        for _ in range(3):
            (got,) = post.claim()
            seen.append(got.alert)
            post.outbox.settle([(got, Sent("1"))])
        assert seen == ["day", "sooner", "later"]

    def test_what_waits_for_another_attempt_holds_back_its_own_channel_alone(self, post: Post) -> None:
        post.put(delivery("a"), delivery("b", due_at=Instant(START.at + timedelta(seconds=1))), delivery("c", "C2"))
        post.clock.move(2)
        first, other = sorted(post.claim(), key=lambda each: each.alert)
        post.outbox.settle([(first, Again(Instant(post.clock.now().at + timedelta(seconds=9))))])
        post.outbox.settle([(other, Sent("1"))])
        assert not post.claim()
        post.clock.move(10)
        assert alerts(post.claim()) == ["a"]

    def test_the_urgent_lane_goes_first_and_every_workspace_gets_its_share(self, post: Post) -> None:
        post.put(*(delivery(f"big{n}", f"C{n}") for n in range(40)))
        post.put(delivery("small", "D", workspace="slack:T2", team="T2"))
        post.put(delivery("day", "E", workspace="slack:T3", team="T3", lane="unlock"))
        got = alerts(post.claim(most=4))
        assert got[0] == "day"
        assert "small" in got

    def test_nothing_is_taken_before_it_is_due_nor_by_another_platform(self, post: Post) -> None:
        post.put(delivery("a", due_at=Instant(START.at + timedelta(seconds=1))))
        assert not post.claim()
        post.clock.move(1)
        assert post.outbox.claim("discord", "a", 9) == ()
        assert len(post.claim()) == 1

    def test_an_edit_knows_the_message_of_its_episode_and_only_the_last_is_made(self, post: Post) -> None:
        post.put(delivery("a", episode="e"))
        (first,) = post.claim()
        post.outbox.settle([(first, Sent("17.1"))])
        post.put(*(delivery(f"a{n}", episode="e", act="edit", version=n) for n in (2, 3)))
        assert not post.claim()
        (edit,) = post.claim()
        assert (edit.version, edit.message) == (3, "17.1")
        post.put(delivery("r", episode="e", act="reply", version=4, thread=""))
        post.outbox.settle([(edit, Sent("17.1"))])
        assert [each.message for each in post.claim()] == ["17.1"]

    def test_parking_takes_what_is_within_its_reach_along(self, post: Post) -> None:
        post.put(*(delivery(f"a{n}", "C1", thread=f"{n}", lane="unlock") for n in range(3)), delivery("b", "C2"))
        post.put(delivery("c", "C1", team="T2", workspace="slack:T2"))
        (gone,) = post.claim(most=1)
        post.outbox.settle([(gone, Parked("channel_gone", "channel"))])
        assert sorted(alerts(post.claim())) == ["b", "c"]

    def test_health_says_what_stands_where_and_why_and_a_person_decides(self, post: Post) -> None:
        post.put(*(delivery(f"a{n}", "C1") for n in range(3)), delivery("b", "C2"), delivery("ok", "C3"))
        for each in post.claim():
            came: dict[str, Settlement] = {"C1": Parked("channel_archived", "channel"), "C2": Unsure(), "C3": Sent("1")}
            post.outbox.settle([(each, came[each.destination.channel])])
        archived, unsure = post.outbox.health(W)
        assert (archived.why, archived.count, archived.rules, archived.since) == ("channel_archived", 3, ("r1",), START)
        assert (unsure.state, unsure.why, unsure.count) == ("unsure", "outcome_unknown", 1)
        assert post.outbox.decide(W, archived.delivery, again=True) == 3
        assert post.outbox.decide(W, unsure.delivery, again=False) == 1
        assert post.outbox.health(W) == []
        assert alerts(post.claim()) == ["a0"] or post.claim() == ()
        assert post.outbox.decide(W, unsure.delivery, again=True) == 0

    def test_a_restored_copy_sends_nothing_unasked(self, post: Post) -> None:
        post.put(delivery("a"), delivery("b", "C2"))
        post.outbox.begin(post.claim(most=1))
        assert post.database.write_now(lambda c: restored(c, post.clock.now().at)) == 2
        post.clock.move(3 * LEASE.total_seconds())
        assert not post.claim()
        assert [(t.state, t.why) for t in post.outbox.health(W)] == [("unsure", "restored")] * 2
        post.outbox.decide(W, post.outbox.health(W)[0].delivery, again=True)
        (again,) = post.claim()
        post.outbox.settle([(again, Sent("1.1"))])

    def test_what_may_have_been_told_before_a_copy_was_put_back_is_held_and_what_comes_after_is_sent(
        self, post: Post
    ) -> None:
        post.database.write_now(lambda c: restored(c, START.at))
        soon = Instant(START.at + timedelta(minutes=30))
        post.put(delivery("told", "C1", lane="unlock"), delivery("fetched anew", "C2", due_at=soon))
        post.put(delivery("due later", "C3", lane="unlock", due_at=soon))
        post.put(delivery("new", "C4", due_at=Instant(START.at + timedelta(hours=2))))
        post.clock.move(3 * 3_600)
        assert sorted(alerts(post.claim())) == ["due later", "new"]
        assert sum(t.count for t in post.outbox.health(W) if t.why == "restored") == 2

    def test_nothing_crosses_between_two_workspaces(self, post: Post) -> None:
        post.put(delivery("a"))
        (got,) = post.claim()
        post.outbox.settle([(got, Parked("refused"))])
        assert post.outbox.health("slack:T2") == []
        assert post.outbox.decide("slack:T2", got.key, again=True) == 0
        assert post.outbox.decide(W, got.key, again=True) == 1

    def test_of_many_who_take_one_tries_a_team_that_was_refused(self, post: Post) -> None:
        others = [OutboxStore(post.database, post.clock) for _ in range(3)]
        every = [post.outbox, *others]
        for each in every:
            assert each.claim("slack", "start", 9) == ()
        post.put(*(delivery(f"a{n}", f"C{n}") for n in range(5)))
        refused = Parked("token_refused", "team", answered=True)
        post.outbox.settle([(each, refused) for each in post.claim(1)])
        tries = 0
        for minute in range(60):
            post.clock.move(61)
            for each in every:
                found = each.claim("slack", f"{minute}", 9)
                tries += len(found)
                assert len(found) <= 1
                # Not all of them hear what came of it at once.
                assert [len(other.claim("slack", "o", 9)) for other in every] == [0] * 4
                post.outbox.settle([(one, refused) for one in found])
        assert tries == 6, "one every ten minutes, whoever makes it"
        new = OutboxStore(post.database, post.clock)
        assert len(new.claim("slack", "new", 9)) == 1, "a new token comes with a new process"

    def test_what_is_put_back_twice_is_taken_once(self, post: Post) -> None:
        post.put(delivery("a"))
        (held,) = post.claim()
        post.outbox.settle([(held, Parked("token_refused", "team", answered=True))])
        rows = post.database.read_now(lambda c: one_of_each(c, "slack", post.clock.now().at, anyway=True)[0])
        post.database.write_now(lambda c: put_back(c, rows, post.clock.now().at))
        (held,) = post.claim(holder="first")
        post.database.write_now(lambda c: put_back(c, rows, post.clock.now().at))
        assert post.claim(holder="second") == ()
        assert post.outbox.settle([(held, Sent("m"))]) == []
