"""What Slack lets through when messages are posted and read back, team by team and channel by channel."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field

from adapters.deliver.gates import Allowance, Gate, Hold, Jitter, Spacing

A_SECOND_A_CHANNEL = 1.0
"""Seconds between two messages of a channel: docs.slack.dev/apis/web-api/rate-limits, chat.postMessage."""

BURST, PER_SECOND = 15.0, 4.95
"""What one workspace takes at once and then each second. Slack says that there is such a limit and not what it is
("several hundred messages per minute"); this is a little under 300 a minute, and slower after a refusal. The first of a
burst may be on their way for a second longer than the next ones, which come upon fewer than we counted."""

MOST_CHANNELS = 20_000


@dataclass
class _Team:
    posts: Allowance
    posting: Hold = field(default_factory=Hold)
    reads: Spacing | None = None
    reading: Hold = field(default_factory=Hold)


class PostingLimits:
    """The gates of every team and channel that was posted to lately.

    `reads_per_minute` is the class of the app: 50 for one's own and those of the Marketplace, 1 for others, as
    docs.slack.dev/reference/methods/conversations.history says.
    """

    def __init__(self, reads_per_minute: int, *, burst: float = BURST, per_second: float = PER_SECOND) -> None:
        self._burst, self._per_second = burst, per_second
        self.jitter = Jitter()
        self._seconds_a_read = 60.0 / reads_per_minute
        self._teams: dict[str, _Team] = {}
        self._channels: OrderedDict[tuple[str, str], Spacing] = OrderedDict()

    def of_post(self, team: str, channel: str) -> Sequence[Gate]:
        """Returns the gates that a message must pass."""
        spacing = self._channels.get((team, channel))
        if spacing is None:
            spacing = self._channels[team, channel] = Spacing(A_SECOND_A_CHANNEL, self.jitter)
            if len(self._channels) > MOST_CHANNELS:
                self._channels.popitem(last=False)
        found = self._of(team)
        return (found.posting, found.posts, spacing)

    def of_read(self, team: str) -> Sequence[Gate]:
        """Returns the gates that a look-up must pass."""
        found = self._of(team)
        if found.reads is None:
            found.reads = Spacing(self._seconds_a_read, self.jitter)
        return (found.reading, found.reads)

    def refused(self, team: str, *, reading: bool, now: float, seconds: float) -> float:
        """Takes note of a 429 and returns the seconds for which nothing of the kind will go."""
        found = self._of(team)
        if reading:
            return found.reading.refused(now, seconds)
        if not found.posting.refusing:
            # One of a row: whoever refuses everything for ten minutes says nothing of how many are too many.
            found.posts.slow()
        return found.posting.refused(now, seconds)

    def answered(self, team: str, *, reading: bool) -> None:
        """Takes note that a request was granted."""
        found = self._of(team)
        (found.reading if reading else found.posting).answered()

    def given_up(self, team: str, *, reading: bool, now: float) -> None:
        """Takes note that a request was not answered."""
        found = self._of(team)
        (found.reading if reading else found.posting).given_up(now)

    def _of(self, team: str) -> _Team:
        found = self._teams.get(team)
        if found is None:
            found = self._teams[team] = _Team(Allowance(self._burst, self._per_second))
        return found
