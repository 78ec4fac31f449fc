"""From a rule and a listing to days: last locked, first free, first tradable session, and how many are left.

Terms are counted on the calendar (HKEX rules know no roll-forward); the day a free share can first be sold is the next
session of its exchange, which mainland notices print as the trading day itself.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.days import Day
from bot.facts.lockups import LockRule
from bot.facts.records import Holding
from bot.sessions import OutOfBoundsError, Sessions

Agreement = Literal["agree", "within_tolerance", "differ", "only_filed", "only_ruled", "unknown"]
"""How the day that a filing states and the day that the rules give stand to each other: a catalogue term."""


class RuleError(ValueError):
    """Says that a rule was applied where it cannot be; `reason` is a catalogue term."""

    def __init__(self, reason: Literal["rule_of_another_venue", "before_listing"], text: str) -> None:
        super().__init__(text)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class LockDates:
    """What a lock-up means in days.

    `first_session` is None where no calendar reaches so far; `provisional` says that the holidays around it are not
    published yet.
    """

    last_locked: Day
    first_free: Day
    first_session: Day | None
    provisional: bool


@dataclass(frozen=True, slots=True)
class Agreed:
    """The day a filing states beside the one that the rules give, which binds latest of all that bind.

    `latest` is the rule that ends last; `layers` are all of them with their last locked days, the latest last.
    """

    filed: Day | None
    ruled: Day | None
    verdict: Agreement
    latest: LockRule | None
    layers: tuple[tuple[LockRule, Day], ...]

    @property
    def tolerance(self) -> int:
        """Returns by how many days a strict reader of the wording may differ, 0 where no rule is known."""
        return self.latest.tolerance if self.latest else 0


def last_locked(rule: LockRule, start: Day, venue: str = "") -> Day:
    """Returns the last day on which a rule locks shares, counted from the listing or prospectus.

    Raises RuleError for a venue that does not know the rule.
    """
    if venue and venue not in rule.venues:
        raise RuleError("rule_of_another_venue", f"{rule.key} is no rule of {venue}")
    match rule.counting:
        case "days":
            return start.plus(rule.term)
        case "day_one":
            return start.plus(rule.term - 2)
        case "same_day":
            return anniversary(start, rule.term)[0]
        case _:
            day, exists = anniversary(start, rule.term)
            return day.plus(-1) if exists else day


def anniversary(start: Day, months: int) -> tuple[Day, bool]:
    """Returns the same day so many months later and True, or the month's last day and False where it has no such day.

    A month without the day ends the period on its last one (PRC Civil Code art. 202; Dodds v Walker [1981] 1 WLR 1027
    for Hong Kong).
    """
    month = start.date.month - 1 + months
    year, month = start.date.year + month // 12, month % 12 + 1
    length = calendar.monthrange(year, month)[1]
    return Day(date(year, month, min(start.date.day, length))), start.date.day <= length


def dates(last: Day, sessions: Sessions | None) -> LockDates:
    """Returns the days that follow from a last locked day on an exchange."""
    first_free = last.plus(1)
    session = session_from(first_free, sessions)
    provisional = sessions is None or session is None or sessions.is_provisional(session)
    return LockDates(last, first_free, session, provisional)


def session_from(day: Day, sessions: Sessions | None) -> Day | None:
    """Returns the first session that is not before a day, None where no calendar reaches so far."""
    if sessions is None:
        return None
    try:
        return sessions.on_or_after(day)
    except OutOfBoundsError:
        return None


def sessions_left(today: Day, session: Day | None, sessions: Sessions | None) -> int | None:
    """Returns how many sessions it is to a session, itself counted; None where no calendar covers both days."""
    if session is None or sessions is None:
        return None
    try:
        return sessions.count(today, session)
    except OutOfBoundsError:
        return None


def agreed(holding: Holding, rules: Iterable[LockRule], listed_on: Day | None, venue: str) -> Agreed:
    """Returns the filing's first free day beside that of the rules that bind a holding; the latest of them wins.

    Raises RuleError for a rule of another venue, or a filed day that is not after the listing.
    """
    filed = holding.first_free_day
    if filed is not None and listed_on is not None and filed < listed_on:
        raise RuleError("before_listing", f"{filed.iso} is before {listed_on.iso}")
    if listed_on is None:
        return Agreed(filed, None, "only_filed" if filed else "unknown", None, ())
    layers = sorted(
        ((rule, last_locked(rule, listed_on, venue)) for rule in rules if rule.starts == "listing"),
        key=lambda layer: (layer[1], layer[0].key),
    )
    if not layers:
        return Agreed(filed, None, "only_filed" if filed else "unknown", None, ())
    latest, last = layers[-1]
    ruled = last.plus(1)
    return Agreed(filed, ruled, _verdict(filed, ruled, latest.tolerance), latest, tuple(layers))


def _verdict(filed: Day | None, ruled: Day, tolerance: int) -> Agreement:
    if filed is None:
        return "only_ruled"
    apart = abs(filed.since(ruled))
    return "agree" if apart == 0 else "within_tolerance" if apart <= tolerance else "differ"
