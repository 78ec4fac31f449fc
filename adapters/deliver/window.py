"""Windows of a platform that counts by a clock of its own: as many as it lets through, none too early, no long wait."""

from __future__ import annotations

from collections import deque

from adapters.deliver.gates import Jitter, Passage

UNMEASURED, LEAST_MARGIN, MOST_MARGIN = 0.02, 0.012, 0.2
"""By what part windows are kept longer than the platform's own. Until the way there is measured, as much as lets
nothing through too early, over all phases of a fixed window, where requests differ by 80 ms at most."""

MARGIN_OF_SPREAD = 0.18
"""A margin of this part of the measured spread is enough: of two edges only what overlaps is counted twice, and
the way there, which alone matters, differs by less than there and back together."""


class Window:
    """At most so many requests in any window of so many seconds, at whatever phase the platform counts.

    A request goes when the one so many before it is a window and a margin old; that sends each window's requests at its
    beginning, which leaves more room for jitter than sending them evenly. A refusal widens the margin for a while.
    It is let through a little early, so that all that comes before the request itself is done when its time has come.

    One of them is held back for whoever comes after the others went, who would else wait for the next window. It goes
    in the middle of the window, whoever wants it then.
    """

    EARLY = 0.1
    LATE, TOGETHER = 0.04, 0.6
    """From which part of a window on one that goes after the others is late, and up to which it is still of theirs."""

    def __init__(self, most: int, seconds: float, jitter: Jitter) -> None:
        self._most, self._seconds, self._jitter = most, seconds, jitter
        self._taken: deque[Passage] = deque(maxlen=max(1, most - 1))
        self._held = HeldBack(seconds, jitter) if most > 1 else None
        self._caution = 0.0

    @property
    def margin(self) -> float:
        """Returns by what part of itself the window is kept longer."""
        spread = self._jitter.spread / self._seconds
        enough = max(LEAST_MARGIN, MARGIN_OF_SPREAD * spread) if spread else UNMEASURED
        return min(MOST_MARGIN, enough + self._caution)

    def wait(self, now: float) -> float:
        """Returns after how many seconds the next request may go, 0 for at once."""
        return max(0.0, min(self._next - self.EARLY, self._next_held(now) - HeldBack.EARLY) - now)

    def take(self, now: float) -> Passage:
        """Counts a request that is let through now."""
        self._caution *= 0.9998
        after = self._next
        if self._held is not None and after - self.EARLY > now:
            return self._held.take(now, self._next_held(now))
        if self._taken and now - self._taken[-1].at > self._seconds / 2 and now - after < self.LATE * self._seconds:
            self._begin(max(now, after))
        found = Passage(now, after)
        self._taken.append(found)
        return found

    def _begin(self, begins: float) -> None:
        """Counts what would come late in a window as of its beginning, so that it is there with the others next time.

        The one held back goes earlier now and then, and both times it would stand in one window with all the others.
        """
        soonest = begins - self._seconds * (1 + self.margin)
        for each in self._taken:
            if each.at - soonest > self.LATE * self._seconds:
                each.at = begins
        if self._held is not None and self._held.begins_anew(begins):
            self._taken.append(Passage(begins, begins))

    @property
    def _next(self) -> float:
        if len(self._taken) < (self._taken.maxlen or 0):
            return float("-inf")
        return self._began() + self._seconds * (1 + self.margin)

    def _began(self) -> float:
        """When the window before counts as begun, for all of it together: small groups leave no room for jitter.

        One went ahead to find out whether anything is taken, or the machine stood still in the middle. The next window
        waits for the late ones, or leaves them out where that costs less.
        """
        began = self._taken[0].at
        if self._taken[-1].at - began <= self.LATE * self._seconds:
            return began
        of_theirs = [each.at for each in self._taken if each.at - began <= self.TOGETHER * self._seconds]
        for left, at in zip(range(len(of_theirs), 0, -1), of_theirs, strict=True):
            if self.LATE * self._seconds < at - began <= left / self._most * self._seconds:
                began = at
        return began

    def _next_held(self, now: float) -> float:
        return float("inf") if self._held is None else self._held.next(self._taken[0].at if self._taken else now, now)

    def refused(self) -> None:
        """Takes note that the platform counted more than we did."""
        self._caution = min(MOST_MARGIN, self._caution + UNMEASURED)


class HeldBack:
    """The one of a window that goes alone, in its middle: later each time, by as much as requests differ on their way.

    Two bursts on either side of the platform's boundary have room for one more or less; one alone has none, and two
    of them must not fall into one window however they are delayed.
    """

    FIRST, LAST = 0.2, 0.75
    """Between which parts of a window it goes."""

    EARLY = 0.03
    """Seconds by which it is let through before its time: one is written down sooner than all the others."""

    APART = 0.75
    """Of the measured spread: of there and back together, so that what differs on the way there is less."""

    def __init__(self, seconds: float, jitter: Jitter) -> None:
        self._seconds, self._jitter = seconds, jitter
        self._last = Passage(float("-inf"), float("-inf"))

    def next(self, begins: float, now: float) -> float:
        """Returns when it may go in a window that begins at a time, infinite where that is over."""
        soonest = max(begins + self.FIRST * self._seconds, self._apart)
        return soonest if max(soonest, now) <= begins + self.LAST * self._seconds else float("inf")

    def take(self, now: float, after: float) -> Passage:
        """Counts it as let through now."""
        self._last = Passage(now, after)
        return self._last

    def begins_anew(self, begins: float) -> bool:
        """Decides whether it is too late for a window that begins at a time, and goes early in it again if it is."""
        late = self._last.at > begins - self._seconds and self._apart > begins + self.LAST * self._seconds
        if late:
            self._last = Passage(float("-inf"), float("-inf"))
        return late

    @property
    def _apart(self) -> float:
        return self._last.at + self._seconds + max(UNMEASURED * self._seconds, self.APART * self._jitter.spread)
