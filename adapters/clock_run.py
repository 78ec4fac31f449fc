"""A run of the clock: from one moment to another, from one thing due to the next and hour by hour between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

from adapters.clock import StoppedClock
from adapters.ticker import Ticker
from bot.days import Instant
from bot.delivery import Delivery

STEP = timedelta(hours=1)


def run_clock(
    ticker: Ticker, clock: StoppedClock, until: Instant, moved: Callable[[Instant], None] = lambda _now: None
) -> Iterator[tuple[Instant, Delivery]]:
    """Yields every delivery that falls due up to a moment, each with the moment the clock stood at.

    The clock is moved: it stands at `until` when the run is over. `moved` hears of each moment it is moved to.
    """
    while True:
        for each in ticker.tick().deliveries:
            yield clock.now(), each
        now = clock.now()
        if now.at >= until.at:
            return
        due = ticker.next_due()
        following = [Instant(now.at + STEP), until, *([due] if due is not None and due.at > now.at else [])]
        clock.moment = min(following)
        moved(clock.moment)
