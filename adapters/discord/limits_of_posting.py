"""What Discord lets through: so much each second for the whole bot, and what each channel's bucket says."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence

from adapters.deliver.gates import Gate, Hold, Jitter
from adapters.deliver.window import Window

A_SECOND = 50
"""Requests a second of one bot, answers to interactions left out: discord.com/developers/docs/topics/rate-limits."""

MOST_CHANNELS = 20_000

A_ROW = 2.0
"""Seconds within which refusals are of one row, although some that were on their way are granted between them."""


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
        return self.hold.refused(now, seconds)

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
