"""Concepts: the terms and formulas that are explained on request, as declared in data."""

from __future__ import annotations

from dataclasses import dataclass

from bot.text import Link, Name


@dataclass(frozen=True, slots=True)
class Factor:
    """One input of a formula that a team fills in itself, with the words it may be typed by."""

    key: str
    name: Name
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Criterion:
    """One yardstick of a scorecard: measures and statements that are evidence on it, or why there are none."""

    key: str
    name: Name
    measures: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    missing: Name | None = None


@dataclass(frozen=True, slots=True)
class Concept:
    """A term of the trade or of the house in both languages.

    `formula` is how it is worked out, `rule` what the house decided about it, `sources` where it can be read.
    `looks_like` holds measures, and concepts as term:KEY. `factors` make it a product that is computed from typed
    inputs, with `warnings` to be read beside it; `statement` is the id of the words that coined it; `criteria` make it
    a scorecard of evidence.
    """

    key: str
    name: Name
    definition: Name
    aliases: tuple[str, ...] = ()
    formula: Name | None = None
    rule: Name | None = None
    sources: tuple[Link, ...] = ()
    looks_like: tuple[str, ...] = ()
    factors: tuple[Factor, ...] = ()
    warnings: tuple[Name, ...] = ()
    statement: str = ""
    criteria: tuple[Criterion, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """What a measure follows: its formula in words, the rule of the house, and where a rule can be read."""

    measure: str
    formula: Name | None = None
    rule: Name | None = None
    sources: tuple[Link, ...] = ()
