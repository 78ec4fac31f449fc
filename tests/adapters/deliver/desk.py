"""A deliverer over a real outbox and a chat in memory, moved through time by hand."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from sqlalchemy import select

from adapters.deliver.deliverer import Deliverer
from bot.delivery import Delivery, Trouble
from data.database import Database
from data.outbox_store import OutboxStore, put
from data.tables import DeliveryRow, table
from tests.fakes.chat import FakeChat
from tests.fakes.deliveries import MovingClock


@dataclass
class Desk:
    """One outbox, one chat, and the deliverers that come and go."""

    database: Database
    clock: MovingClock
    chat: FakeChat
    outbox: OutboxStore
    kept: list[tuple[str, str]] = field(default_factory=list)

    @classmethod
    def over(cls, database: Database, remembers: float = 0.0) -> Desk:
        clock = MovingClock()
        chat = FakeChat(clock, timedelta(seconds=remembers))
        return cls(database, clock, chat, OutboxStore(database, clock))

    def put(self, *deliveries: Delivery) -> None:
        self.database.write_now(lambda connection: put(connection, deliveries))

    def deliverer(self, outbox: OutboxStore | None = None, holder: str = "") -> Deliverer:
        def keep(delivery: Delivery, message: str) -> None:
            self.kept.append((delivery.alert, message))

        async def passing(seconds: float) -> None:
            self.clock.move(seconds)

        return Deliverer(outbox or self.outbox, {"slack": self.chat}, self.clock, keep, holder=holder, wait=passing)

    def run(self, seconds: float = 0.0, *, step: float = 5.0) -> None:
        """Delivers what is due now and at each step until so much later."""
        asyncio.run(self.running(seconds, step))

    async def running(self, seconds: float, step: float = 5.0) -> None:
        deliverer = self.deliverer()
        await look(deliverer)
        for _ in range(int(seconds / step)):
            self.clock.move(step)
            await look(deliverer)

    def states(self) -> Mapping[str, str]:
        row = table(DeliveryRow)
        query = select(row.c.alert, row.c.state)
        return self.database.read_now(lambda c: {alert: str(state) for alert, state in c.execute(query)})

    def health(self, workspace: str = "slack:T1") -> Sequence[Trouble]:
        return self.outbox.health(workspace)


async def look(deliverer: Deliverer) -> None:
    """Takes and delivers until nothing is due."""
    for _ in range(100):
        await deliverer.look()
        if not deliverer.busy:
            return
        await deliverer.drained()
    raise AssertionError("it never comes to rest")


Scene = Callable[[Desk], None]
