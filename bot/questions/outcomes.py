"""What a sentence was understood as: a plan, a question back, or something that is declined."""

from __future__ import annotations

from dataclasses import dataclass

from bot.plan import Plan


@dataclass(frozen=True, slots=True)
class Understood:
    """A plan, and what was filled in to get it: nothing, or the last question, a default measure, mended words."""

    plan: Plan
    leaned: bool = False
    assumed: tuple[str, ...] = ()
    mended: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unclear:
    """One question back: why, and the plans among which to choose. `words` is what fits nothing or too much."""

    reason: str
    choices: tuple[Plan, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Declined:
    """A refusal: why, about whom, and the nearest plans that can be answered."""

    reason: str
    nearest: tuple[Plan, ...] = ()
    companies: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()


Outcome = Understood | Unclear | Declined
