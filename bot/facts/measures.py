"""Measures: what can be asked of a company, as declared in data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.text import Name

Carry = Literal["point", "level", "mark", "period"]
"""How a figure carries: a price to the next session, a level until replaced, a round until the next, a period never."""

UnitKind = Literal["money", "price", "shares", "ratio", "count", "points", "multiple", "days", "date"]


@dataclass(frozen=True, slots=True)
class Formula:
    """How a measure is made of others: the first input divided by the second, or a named computation of the house."""

    operation: str
    inputs: tuple[str, ...]
    max_lag_days: int | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure with its unit, names, how it carries in time and, where derived, its formula.

    `stale_after_days` is the age from which a figure is marked old; `unavailable` is a catalogue term that says why the
    measure has no figures yet.
    """

    key: str
    unit: UnitKind
    carry: Carry
    name: Name
    short: Name
    definition: Name
    aliases: tuple[str, ...] = ()
    carry_days: int | None = None
    stale_after_days: int | None = None
    formula: Formula | None = None
    looks_like: tuple[str, ...] = ()
    higher_is: str = ""
    unavailable: str = ""
