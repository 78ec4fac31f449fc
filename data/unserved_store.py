"""What waits in the outbox for platforms on which nobody delivers: counted, and marked so that a person sees it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, func, select, update

from bot.clock import Clock
from bot.delivery import Why
from data.database import Database
from data.tables import DeliveryRow, table

_WHY: Why = "no_adapter"


class UnservedStore:
    """Deliveries that are due, and for nobody to take. The mark is a word of why; it keeps none of them from going."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    def waiting(self) -> Mapping[str, int]:
        """Returns how many deliveries are due on each platform, those of which somebody is at work left out."""
        due = select(_row.c.queue, func.count()).where(_row.c.queue.is_not(None), _row.c.next_attempt_at <= self._now)
        return self._database.read_now(lambda c: {str(q): int(n) for q, n in c.execute(due.group_by(_row.c.queue))})

    def marked(self, workspace: str) -> Mapping[str, int]:
        """Returns how many deliveries of a workspace wait for nobody, by platform."""
        found = select(_row.c.platform, func.count()).where(
            _row.c.workspace == workspace, _row.c.queue.is_not(None), _row.c.why == _WHY
        )
        return self._database.read_now(
            lambda c: {str(p): int(n) for p, n in c.execute(found.group_by(_row.c.platform))}
        )

    def mark(self, unserved: Collection[str]) -> None:
        """Marks what is due on these platforms, and takes the mark from what waits on all others."""
        marked = _row.c.queue.is_not(None), _row.c.why == _WHY
        on = update(_row).where(_row.c.queue.in_(unserved), _row.c.why == "", _row.c.next_attempt_at <= self._now)
        off = update(_row).where(*marked, _row.c.queue.not_in(unserved))

        def write(connection: Connection) -> int:
            return sum(connection.execute(s).rowcount for s in (on.values(why=_WHY), off.values(why="")))

        # Most of the time there is nothing to do, and finding that out must not take the one writer's turn.
        stands = select(_row.c.key).where(*marked).limit(1)
        if unserved or self._database.read_now(lambda c: c.scalar(stands)) is not None:
            self._database.write_now(write)

    @property
    def _now(self) -> object:
        return self._clock.now().at


_row = table(DeliveryRow)
