"""How much a platform lets through and when: arithmetic over times that are handed in, in seconds of a steady clock."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Protocol

_SAMPLES = 400


@dataclass
class Passage:
    """A request that was let through: not before when it may go out, and `at` when it did, as far as is known."""

    at: float
    not_before: float


class Gate(Protocol):
    """Something that lets requests through, so many at a time."""

    def wait(self, now: float) -> float:
        """Returns after how many seconds the next request may go, 0 for at once."""
        ...

    def take(self, now: float) -> Passage:
        """Counts a request that is let through now; what is written down before it goes out may take a while yet."""
        ...


class Jitter:
    """How much the times differ that requests are on their way for, measured by those of the newest answers."""

    def __init__(self) -> None:
        self._times: deque[float] = deque(maxlen=_SAMPLES)
        self._noted = 0
        self.spread = 0.0
        """The seconds between the 5th and the 95th of a hundred times, 0 before there are twenty."""

    def note(self, seconds: float) -> None:
        """Notes how long a request took from going out to its answer."""
        self._times.append(seconds)
        self._noted += 1
        if self._noted % 20 == 0:
            ordered = sorted(self._times)
            self.spread = ordered[len(ordered) * 95 // 100] - ordered[len(ordered) * 5 // 100]


class Hold:
    """Lets nothing through for as long as a platform says, and then one request alone, to hear whether it goes on.

    Refusals in a row are waited for longer and longer, because a platform bans whoever goes on asking; six and a half
    seconds make fewer than a hundred refusals in ten minutes.
    """

    LONGEST_OWN, ANSWERED_WITHIN, SOON = 6.5, 30.0, 1.0

    def __init__(self) -> None:
        self._until = 0.0
        self._refusals = 0
        self._asking = False

    @property
    def refusing(self) -> bool:
        """Says whether the last that was heard was a refusal."""
        return self._refusals > 0

    def refused(self, now: float, seconds: float) -> float:
        """Takes note of a refusal and returns the seconds for which nothing will go."""
        self._refusals += 1
        self._asking = False
        self._until = max(self._until if self._until < now + seconds else 0.0, now + seconds)
        self._until = max(self._until, now + self._own)
        return self._until - now

    def closed_until(self, until: float) -> None:
        """Lets nothing through until a time that was told without a refusal."""
        self._until = max(self._until, until)

    def answered(self) -> None:
        """Takes note that a request was granted."""
        if self._refusals:
            self._until, self._refusals, self._asking = 0.0, 0, False

    def given_up(self, now: float) -> None:
        """Takes note that nobody will hear any more what came of the one that asked; another may."""
        if self._asking:
            self._until, self._asking = now + self._own, False

    def wait(self, now: float) -> float:
        """Returns the seconds that are left; while one asks a moment, since its answer may open it any time."""
        left = max(0.0, self._until - now)
        return min(left, self.SOON) if self._asking else left

    def take(self, now: float) -> Passage:
        """Lets nobody follow the first one after a refusal until it is answered, or should have been."""
        if self._refusals:
            self._until, self._asking = now + self.ANSWERED_WITHIN, True
        return Passage(now, now)

    @property
    def _own(self) -> float:
        """How long is waited whatever the platform says, longer with each refusal in a row."""
        return min(self.LONGEST_OWN, 2.0 ** min(self._refusals - 1, 10) / 2)


class Spacing:
    """One request in so many seconds, and as much longer as requests differ in the time they are on their way for."""

    LEAST, MOST = 0.05, 1.0

    def __init__(self, seconds: float, jitter: Jitter) -> None:
        self._seconds, self._jitter = seconds, jitter
        self._last = Passage(float("-inf"), float("-inf"))

    def wait(self, now: float) -> float:
        """Returns after how many seconds the next request may go, 0 for at once."""
        apart = self._seconds + min(self.MOST, max(self.LEAST, self._jitter.spread))
        return max(0.0, self._last.at + apart - now)

    def take(self, now: float) -> Passage:
        """Counts a request that is let through now."""
        self._last = Passage(now, now)
        return self._last


class Allowance:
    """A burst of requests, filled up again by so many a second."""

    SLOWER, FASTER, LEAST = 0.97, 1.0005, 0.5
    """By what a refusal slows it, what each request takes back of that, and the least part of itself it falls to."""

    def __init__(self, burst: float, rate: float) -> None:
        self._burst, self._full = burst, rate
        self._rate = rate
        self._left, self._at = burst, 0.0

    def wait(self, now: float) -> float:
        """Returns after how many seconds the next request may go, 0 for at once."""
        # What rounding loses would else be waited for a thousand times over.
        return max(0.0, (1.0 - self._now(now)) / self._rate - 1e-9)

    def take(self, now: float) -> Passage:
        """Counts a request that is let through now."""
        self._left, self._at = self._now(now) - 1.0, now
        self._rate = min(self._full, self._rate * self.FASTER)
        return Passage(now, now)

    def slow(self) -> None:
        """Takes note that the platform counted more than we did: a little slower for some hundred requests."""
        self._rate = max(self._full * self.LEAST, self._rate * self.SLOWER)

    def _now(self, now: float) -> float:
        return min(self._burst, self._left + (now - self._at) * self._rate)
