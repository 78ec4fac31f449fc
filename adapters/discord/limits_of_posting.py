"""What Discord lets through: so much each second for the whole bot, and what each channel's bucket says."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Mapping, Sequence

from adapters.deliver.gates import Gate, Hold, Jitter
from adapters.deliver.window import Window

A_SECOND = 50
"""Requests a second of one bot, answers to interactions left out: discord.com/developers/docs/topics/rate-limits."""

MOST_CHANNELS = 20_000

A_ROW = 2.0
"""Seconds within which refusals are of one row, although some that were on their way are granted between them."""


MOST_REFUSED, WITHIN = 95, 600.0
"""Refusals in so many seconds, a hundredth of those for which Discord bans an address: 401, 403 and 429 count
(discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans)."""

A_FEW = 20
"""Refusals that are no storm: after these what is left of them is spread over what is left of the time."""

ROUTES = 3
"""Channels that refuse, none granting anything between, from which on it is taken to go for all of them."""


class Refusals:
    """Counts refusals, and says how long to wait so that there are not too many however long it storms.

    As a storm begins the fifty of a window may be on their way, all of them refused: half of what there may be.
    """

    def __init__(self) -> None:
        self._at: deque[float] = deque(maxlen=2 * MOST_REFUSED)
        self._channels: set[str] = set()

    def note(self, now: float, channel: str = "") -> float:
        """Notes one, of a channel where it speaks of that alone, and returns the seconds until the next may come."""
        while self._at and now - self._at[0] >= WITHIN:
            self._at.popleft()
        self._at.append(now)
        if channel:
            self._channels.add(channel)
        if len(self._at) < A_FEW:
            return 0.0
        return (self._at[0] + WITHIN - now) / max(1, MOST_REFUSED - len(self._at))

    def granted(self, now: float) -> None:
        """Takes note that something was granted: what refuses speaks for itself, and a storm is over.

        What was on its way as a storm began may be granted yet; and of those few that are too fast in a crowd that is
        not, none should hold up the others for long.
        """
        self._channels.clear()
        if self._at and now - self._at[-1] >= A_ROW:
            self._at.clear()

    @property
    def of_all(self) -> bool:
        """Decides whether so many channels refuse that all will."""
        return len(self._channels) >= ROUTES


class Bucket(Hold):
    """One channel's bucket as its headers tell of it: when it is empty, nothing goes until it is filled again."""

    def told(self, headers: Mapping[str, str], now: float) -> None:
        """Takes note of the headers of an answer."""
        left, after = headers.get("X-RateLimit-Remaining", ""), headers.get("X-RateLimit-Reset-After", "")
        if left == "0" and after.replace(".", "", 1).isdigit():
            self.closed_until(now + float(after))


class PostingLimits:
    """The gates of the bot and of every channel that was posted to lately; reading has buckets of its own."""

    def __init__(self, a_second: int = A_SECOND) -> None:
        self.jitter = Jitter()
        self.everywhere = Window(a_second, 1.0, self.jitter)
        self.hold = Hold()
        self._refusals = Refusals()
        self._refused_at = float("-inf")
        self._channels: OrderedDict[tuple[str, str], Bucket] = OrderedDict()

    def gates(self, channel: str, method: str) -> Sequence[Gate]:
        """Returns the gates that a request of a method to a channel must pass."""
        return (self.hold, self.bucket(channel, method), self.everywhere)

    def refused(self, now: float, seconds: float) -> float:
        """Takes note that everything is refused and returns the seconds for which nothing will go.

        Of a row the first alone says that we were too fast; whoever refuses for ten minutes says no more of that.
        """
        if not self.hold.refusing and now - self._refused_at >= A_ROW:
            self.everywhere.refused()
        self._refused_at = now
        return self.hold.refused(now, max(seconds, self._refusals.note(now)))

    def refused_by(self, channel: str, method: str, now: float, seconds: float) -> float:
        """Takes note that a channel refuses and returns the seconds for which nothing will go there.

        Where one after another does, nothing goes anywhere: thousands of channels would each be asked in vain.
        """
        least = max(seconds, self._refusals.note(now, channel))
        wait = self.bucket(channel, method).refused(now, seconds)
        return max(wait, self.hold.refused(now, least)) if self._refusals.of_all else wait

    def granted(self, channel: str, method: str, headers: Mapping[str, str], now: float) -> None:
        """Takes note that a request was granted, and of what its answer says of the channel's bucket."""
        self.hold.answered()
        self._refusals.granted(now)
        bucket = self.bucket(channel, method)
        bucket.answered()
        bucket.told(headers, now)

    def given_up(self, channel: str, method: str, now: float) -> None:
        """Takes note that a request was not answered."""
        self.hold.given_up(now)
        self.bucket(channel, method).given_up(now)

    def of_bot(self) -> Sequence[Gate]:
        """Returns the gates of a request that goes to no channel of its own."""
        return (self.hold, self.everywhere)

    def bucket(self, channel: str, method: str) -> Bucket:
        """Returns the bucket of one channel and method."""
        key = (channel, method)
        found = self._channels.get(key)
        if found is None:
            found = self._channels[key] = Bucket()
            if len(self._channels) > MOST_CHANNELS:
                self._channels.popitem(last=False)
        return found
