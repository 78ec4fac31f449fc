"""Deaths by the thousand, in one process: every point before and after every write and request, twice in a row.

The deliverer, the outbox and its SQLite file are the real ones; the chat is the fake that passes the chats' contract,
and a death is an exception after which nothing of that deliverer does anything any more. Real processes and real kills
are in test_crashes.py.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete

from adapters.deliver.deliverer import Deliverer
from bot.delivery import Delivery, Sent, Settlement, Trouble
from data import schema
from data.addresses import normalised
from data.database import Database
from data.outbox_store import OutboxStore, put
from data.tables import DeliveryRow, table
from tests.fakes.chat import FakeChat, Mishap
from tests.fakes.deliveries import MovingClock, delivery

STEPS = 12
"""No attempt takes more points than this, so that a death at any later one is none."""

MISHAPS: tuple[Mishap, ...] = ("", "", "lost", "drop", "late", "429", "garbage")


class DiedError(Exception):
    """Ends a deliverer."""


class Life:
    """Counts the points that a deliverer passes, and ends it at one of them."""

    def __init__(self, ends_at: int) -> None:
        self._left, self.over = ends_at, False

    def point(self) -> None:
        self._left -= 1
        if self._left == 0:
            self.over = True
        if self.over:
            raise DiedError


class MortalOutbox:
    def __init__(self, outbox: OutboxStore, life: Life, mark_first: bool) -> None:
        self._outbox, self._life, self._mark_first = outbox, life, mark_first

    def claim(
        self, platform: str, holder: str, most: int, besides: Collection[str] = frozenset()
    ) -> Sequence[Delivery]:
        if self._life.over:
            raise DiedError
        found = self._outbox.claim(platform, holder, most, besides)
        if found:
            self._life.point()
        return found

    def begin(self, held: Sequence[Delivery]) -> Sequence[Delivery]:
        self._life.point()
        begun = self._outbox.begin(held)
        if self._mark_first:
            self._outbox.settle([(each, Sent("marked")) for each in begun])
        self._life.point()
        return begun

    def settle(self, settled: Sequence[tuple[Delivery, Settlement]]) -> Sequence[str]:
        self._life.point()
        refused = self._outbox.settle(settled)
        self._life.point()
        return refused

    def health(self, workspace: str) -> Sequence[Trouble]:
        return self._outbox.health(workspace)

    def decide(self, workspace: str, delivery: str, *, again: bool) -> int:
        return self._outbox.decide(workspace, delivery, again=again)


class MortalChat:
    def __init__(self, chat: FakeChat, life: Life, blind: bool) -> None:
        self._chat, self._life, self._blind = chat, life, blind
        self.remembers, self.settles, self.one_token = chat.remembers, chat.settles, chat.one_token

    async def turn(self, delivery: Delivery) -> None:
        self._life.point()

    async def post(self, delivery: Delivery, standing: Mapping[int, str]) -> str:
        self._life.point()
        message = await self._chat.post(delivery, standing)
        self._life.point()
        return message

    async def find(self, delivery: Delivery) -> Mapping[int, str]:
        self._life.point()
        found = {} if self._blind else await self._chat.find(delivery)
        self._life.point()
        return found


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    folder: Path = tmp_path_factory.mktemp("model")
    found = Database(normalised(str(folder / "outbox.db")))
    found.write_now(schema.create_all)
    yield found
    found.close()


def run(database: Database, seed: int, *, blind: bool = False, mark_first: bool = False) -> tuple[int, str]:
    """Returns how many messages stand after a life with two deaths, and the state of the delivery."""
    chance = random.Random(seed)  # noqa: S311
    clock = MovingClock()
    chat = FakeChat(clock, timedelta(seconds=chance.choice((0.0, 100.0))))
    chat.mishaps = [chance.choice(MISHAPS) for _ in range(3)]
    outbox = OutboxStore(database, clock)
    row = table(DeliveryRow)
    database.write_now(lambda c: c.execute(delete(row)).rowcount)
    database.write_now(lambda c: put(c, [delivery("a", lane=chance.choice(("unlock", "value")))]))
    lives = [chance.randint(1, STEPS), chance.randint(1, STEPS), 10_000]

    async def live() -> None:
        life = Life(lives.pop(0))

        async def passing(seconds: float) -> None:
            if life.over:
                raise DiedError
            clock.move(seconds)

        def born() -> Deliverer:
            mortal = MortalOutbox(outbox, life, mark_first)
            return Deliverer(mortal, {"slack": MortalChat(chat, life, blind)}, clock, wait=passing)

        deliverer = born()
        for _ in range(60):
            await deliverer.look()
            await deliverer.drained()
            clock.move(chance.choice((7, 25, 70)))
            if life.over and lives:
                life = Life(lives.pop(0))
                deliverer = born()
            if not life.over and state() == "sent":
                break
        # Whatever is accepted late has shown by then.
        clock.move(600)

    def state() -> str:
        return database.read_now(lambda c: str(c.execute(row.select()).mappings().one()["state"]))

    asyncio.run(live())
    return len(chat.standing()), state()


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(100)


def test_two_deaths_at_any_points_leave_one_message(database: Database) -> None:
    # The last two once told twice: a post accepted late outlived the nonce that it was to be known by.
    for seed in (*range(60), 1770, 2312):
        assert run(database, seed) == (1, "sent"), seed


@pytest.mark.soak
def test_the_same_ten_thousand_times(database: Database, record_property: Callable[[str, object], None]) -> None:
    for seed in range(10_000):
        assert run(database, seed) == (1, "sent"), seed
    record_property("ledger:runs of the model with two deaths each; 0 lost, 0 twice", 10_000)


def test_a_sender_that_does_not_look_tells_twice_and_one_that_marks_first_tells_nobody(database: Database) -> None:
    assert any(run(database, seed, blind=True)[0] > 1 for seed in range(40))
    assert any(run(database, seed, mark_first=True)[0] == 0 for seed in range(40))
