"""Discord's rate limits: a bucket for each route and channel, and one over everything but interactions.

discord.com/developers/docs/topics/rate-limits
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.standins.discord.refusing import RefusedError


@dataclass(frozen=True, slots=True)
class Limit:
    """So many requests in a window of so many seconds; a window of 0 ends with the refusal that it leads to."""

    most: int
    seconds: float = 0.0


@dataclass
class _Used:
    since: float = 0.0
    times: int = 0


@dataclass
class Buckets:
    """Counts requests by fixed windows of the stand-in's time, which begin wherever its clock lets them.

    `routes` are limits by a part of method and path, such as "POST /api/v10/channels"; each channel has its own bucket.
    `everywhere` is over all that is not the answer to an interaction. `refused` counts the 429s of each kind.
    """

    routes: dict[str, Limit] = field(default_factory=dict)
    everywhere: Limit | None = None
    refused: list[str] = field(default_factory=list)
    _used: dict[str, _Used] = field(default_factory=dict)

    def count(self, template: str, channel: str, now: float, *, interaction: bool) -> dict[str, str]:
        """Returns the headers of an answer; raises RefusedError with 429 for a request too many."""
        if self.everywhere is not None and not interaction:
            left, wait = self._taken("", self.everywhere, now)
            if left < 0:
                self.refused.append("global")
                raise RefusedError(429, 0, "You are being rate limited.", wait, everywhere=True)
        limit = next((limit for part, limit in self.routes.items() if part in template), Limit(1000))
        left, wait = self._taken(f"{template} {channel}", limit, now)
        if left < 0:
            self.refused.append(template)
            raise RefusedError(429, 0, "You are being rate limited.", wait)
        return {
            "X-RateLimit-Limit": str(limit.most),
            "X-RateLimit-Remaining": str(left),
            "X-RateLimit-Reset-After": f"{wait:.3f}",
            "X-RateLimit-Bucket": format(hash(template) & 0xFFFF, "x"),
        }

    def _taken(self, bucket: str, limit: Limit, now: float) -> tuple[int, float]:
        """Takes one from a bucket. Returns how many are left and the seconds until it is full again."""
        used = self._used.setdefault(bucket, _Used(now - now % limit.seconds if limit.seconds else now))
        if limit.seconds and now - used.since >= limit.seconds:
            used.since += (now - used.since) // limit.seconds * limit.seconds
            used.times = 0
        used.times += 1
        left = limit.most - used.times
        if left < 0 and not limit.seconds:
            used.times = 0
        return left, max(0.0, used.since + limit.seconds - now) if limit.seconds else 0.0
