"""What is due on a calendar: releases with their float, worth and countdown, narrowed by holders and by size."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bot.analysis.figures import Evidence, Figure
from bot.analysis.free_float import ALWAYS, FloatChange, float_around
from bot.analysis.lock_dates import sessions_left
from bot.analysis.moments import Moment
from bot.analysis.releases import Release, releases
from bot.analysis.unlocking import counted, measured, of_classes
from bot.days import Day
from bot.quantities import Percent, Shares, divided

Base = Literal["float", "issued"]


@dataclass(frozen=True, slots=True)
class Size:
    """A least size: more than a part of the float before, or of all shares in issue."""

    above: Decimal
    of: Base


@dataclass(frozen=True, slots=True)
class Due:
    """One release as a calendar shows it. `whole` is the release before holders were chosen, `change` its float."""

    release: Release
    whole: Release
    change: FloatChange | None
    value: Figure
    ratio: Figure
    sessions: int | None

    @property
    def day(self) -> Day:
        """Returns the first tradable session, the first free day where no calendar reaches so far."""
        return self.release.first_session or self.release.first_free_day

    @property
    def shares(self) -> Shares:
        """Returns the shares that the calendar counts."""
        return counted(self.release)

    @property
    def of_float(self) -> Percent | None:
        """Returns the counted shares per float before, None where that or what can be traded is not known."""
        if self.change is None or self.release.tradable is None or not self.change.before.float_shares.number:
            return None
        return Percent(divided(self.release.tradable.number, self.change.before.float_shares.number))


def due(
    evidence: Evidence,
    companies: Iterable[str],
    moment: Moment,
    stretch: tuple[Day, Day] | None = None,
    classes: frozenset[str] = frozenset(),
    size: Size | None = None,
) -> tuple[Due, ...]:
    """Returns the releases whose first tradable session lies in a stretch of days (always, without), earliest first.

    With `classes` only what holders of these classes hold; with a size only releases known to be above it.
    """
    first, last = stretch or ALWAYS
    found: list[Due] = []
    for company in companies:
        for whole in releases(evidence.book, company, *ALWAYS, moment):
            session = whole.first_session or whole.first_free_day
            release = of_classes(whole, classes) if classes else whole
            if release is None or not first <= session <= last:
                continue
            one = _one(evidence, release, whole, moment)
            if size is None or _above(one, size):
                found.append(one)
    return tuple(sorted(found, key=lambda d: (d.day, d.release.company)))


def _one(evidence: Evidence, release: Release, whole: Release, moment: Moment) -> Due:
    change = float_around(evidence.book, whole, moment)
    sessions = evidence.book.sessions_of(release.company)
    left = sessions_left(moment.at, release.first_session, sessions)
    return Due(
        release,
        whole,
        change if isinstance(change, FloatChange) else None,
        measured(evidence, release, "unlock_value", moment),
        measured(evidence, release, "unlock_ratio", moment),
        left if left else None,
    )


def _above(one: Due, size: Size) -> bool:
    part = one.of_float if size.of == "float" else one.ratio.value
    return isinstance(part, Percent) and part.fraction > size.above
