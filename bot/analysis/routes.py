"""Routes: how companies earn their revenue, and how far two that are said to mirror each other differ in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bot.analysis.figures import Evidence, Figure
from bot.analysis.measuring import figure
from bot.analysis.moments import Moment
from bot.facts.records import Company
from bot.quantities import Percent

ROUTE_MEASURES = ("enterprise_share", "overseas_share", "api_share", "on_premise_share", "cloud_channel_share")
"""Shares of revenue that tell one route to money from another."""

FAILS_BEYOND = Decimal("0.20")
"""Counterparts whose shares lie further apart than this, 20 points, do not mirror each other there."""

MAJORITY = Decimal("0.5")

Role = Literal["enterprise", "consumer", "both", ""]
Fit = Literal["straight", "crossed", "undecided"]


@dataclass(frozen=True, slots=True)
class RouteGap:
    """One measure on which two counterparts both have a figure, and how far those lie apart, as a fraction.

    `at_most` says that the lower one was stated as "at least", so that the true gap may be smaller.
    """

    measure: str
    one: Figure
    other: Figure
    gap: Decimal
    at_most: bool

    @property
    def fails(self) -> bool:
        """Decides whether the counterparts are too far apart to mirror each other on this measure."""
        return self.gap > FAILS_BEYOND


@dataclass(frozen=True, slots=True)
class Cast:
    """The role a company plays, whether the fact base declares it, and the share of enterprises it rests on."""

    company: str
    role: Role
    declared: bool
    enterprise: Figure

    @property
    def contradicted(self) -> bool:
        """Decides whether most of the revenue comes from the side that the declared role leaves out."""
        share = _fraction(self.enterprise)
        if share is None or not self.declared:
            return False
        if self.role == "consumer":
            return share > MAJORITY
        return self.role == "enterprise" and share < MAJORITY and not _open_upwards(self.enterprise)


def cast(evidence: Evidence, company: Company, moment: Moment) -> Cast:
    """Returns the role that a company plays: the declared route, else the side that brings most of its revenue."""
    found = figure(evidence, company.key, "enterprise_share", moment)
    share = _fraction(found)
    match company.route:
        case "enterprise" | "consumer" | "both" as declared:
            return Cast(company.key, declared, True, found)
        case _ if share is None:
            return Cast(company.key, "", False, found)
        case _:
            return Cast(company.key, "enterprise" if share > MAJORITY else "consumer", False, found)


def fit(casts: Sequence[Cast]) -> Fit:
    """Returns whether four roles pair first with third and second with fourth, crosswise, or neither way."""
    a, b, c, d = (one.role for one in casts)
    if not all((a, b, c, d)) or a == b or c == d:
        return "undecided"
    if (a, b) == (c, d):
        return "straight"
    return "crossed" if (a, b) == (d, c) else "undecided"


def route_gaps(evidence: Evidence, one: str, other: str, moment: Moment) -> tuple[RouteGap, ...]:
    """Returns every route measure on which both companies have a single figure of the same scope, widest gap first."""
    found = []
    for measure in ROUTE_MEASURES:
        first, second = (figure(evidence, company, measure, moment) for company in (one, other))
        a, b = _fraction(first), _fraction(second)
        if a is None or b is None or first.scope != second.scope:
            continue
        lower = first if a < b else second
        found.append(RouteGap(measure, first, second, abs(a - b), _open_upwards(lower)))
    return tuple(sorted(found, key=lambda g: -g.gap))


def _fraction(found: Figure) -> Decimal | None:
    return found.value.fraction if isinstance(found.value, Percent) else None


def _open_upwards(found: Figure) -> bool:
    chosen = found.selection.chosen if found.selection else None
    return chosen is not None and chosen.qualifier in ("at_least", "more_than")
