"""How often a person and a channel may ask in a minute, counted in memory by an injected clock."""

from __future__ import annotations

from collections import OrderedDict, deque
from datetime import datetime, timedelta

from bot.answer import Answer
from bot.call import Person, Place
from bot.clock import Clock
from bot.text import Message

WINDOW = timedelta(minutes=1)

_MOST_KEPT = 20_000
"""Callers remembered at once. Whoever asked longest ago is forgotten first, so that memory stays bounded."""

_Caller = tuple[str, ...]


class Usage:
    """Counts calls over the last minute. A limit of 0 is none."""

    def __init__(self, clock: Clock, per_person: int, per_channel: int) -> None:
        self._clock, self._per_person, self._per_channel = clock, per_person, per_channel
        self._asked: OrderedDict[_Caller, deque[datetime]] = OrderedDict()

    def refusal(self, place: Place, person: Person) -> Answer | None:
        """Returns the answer to a call beyond a limit, which says when to ask again; else counts it and returns None.

        A refused call is not counted, so that asking in vain does not make the wait longer.
        """
        now = self._clock.now().at
        limits = (
            ("calls-of-person", ("person", person.platform, person.id), self._per_person),
            ("calls-of-channel", ("channel", place.platform, place.team, place.channel), self._per_channel),
        )
        counted: list[deque[datetime]] = []
        for key, caller, most in limits:
            if not most:
                continue
            asked = self._of(caller, now)
            if len(asked) >= most:
                wait = asked[0] + WINDOW - now
                said = Message(key, {"count": most, "seconds": max(1, -(-wait // timedelta(seconds=1)))})
                return Answer(said, visible_to="asker")
            counted.append(asked)
        for asked in counted:
            asked.append(now)
        return None

    def _of(self, caller: _Caller, now: datetime) -> deque[datetime]:
        asked = self._asked.setdefault(caller, deque())
        self._asked.move_to_end(caller)
        while asked and asked[0] <= now - WINDOW:
            asked.popleft()
        if len(self._asked) > _MOST_KEPT:
            self._asked.popitem(last=False)
        return asked
