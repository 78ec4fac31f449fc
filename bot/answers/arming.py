"""Turning an answer into a watch: which alert goes with a plan, as a command that a person could type."""

from __future__ import annotations

from bot.call import Ask
from bot.plan import Plan

_PRICED = frozenset({"market_value", "share_price", "price_return", "drawdown"})
_PAIRS = frozenset({"compare", "ratio", "difference", "reversals", "mirror"})
_FIGURES = frozenset({"lookup", "history", "compare", "rank", "ratio", "difference", "sources", "reversals", "mirror"})
_RELEASES = frozenset({"unlocks", "overhang"})
_UNLOCKS = frozenset({"unlock_date", "unlock_ratio", "unlock_value", "days_of_volume", "unlocked_shares"})
MOST = 5
"""Companies that one alert on new figures names; a longer list is a digest and no alert."""


def alert_of(plan: Plan) -> Ask | None:
    """Returns the command that watches what a plan asks, None for a plan with nothing to watch.

    Two companies side by side are watched for an overtake, a price for a move in a form, shares coming free by their
    ladder, any other figure for a new or corrected claim; a level that was asked for is watched itself.
    """
    companies, measures = plan.companies, plan.measures
    params = dict(plan.params)
    if plan.operation in _RELEASES or (companies and set(measures) & _UNLOCKS):
        return _ask("unlock", *companies[:MOST])
    if not companies or not measures or plan.operation not in _FIGURES:
        return None
    level = params.get("threshold")
    if level and len(companies) == 1:
        side = "below" if level["op"] == "<" else "above"
        return _ask(companies[0], measures[0], side, level["value"], level.get("currency", ""))
    if plan.operation in _PAIRS and len(companies) >= 2:
        return _ask(companies[1], "overtakes", companies[0], measures[0])
    if len(companies) == 1 and measures[0] in _PRICED:
        # How far it should move nobody said: a usual move is put into the form, to be kept or changed.
        return _typed("form", companies[0], "share_price", "moves", "10%", "in", "5", "sessions")
    return _ask("new", "claims", *companies[:MOST], *measures)


def _ask(*words: str) -> Ask:
    return _typed("add", *words)


def _typed(*words: str) -> Ask:
    return Ask("alert", " ".join(word for word in words if word))
