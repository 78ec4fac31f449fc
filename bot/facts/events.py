"""What stands beside the prices: events, what studies and single cases say of releases, and how holders may sell."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bot.days import AsOf, Day
from bot.facts.records import Source
from bot.text import Name


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a company on a day or in a month; `id` names it as claims are named.

    `note` is the reservation that the compiler put beside it, such as a day that is only about right.
    """

    id: str
    company: str
    day: AsOf
    kind: str
    what: Name
    source: Source
    note: str = ""


@dataclass(frozen=True, slots=True)
class BaseRate:
    """What one study found around the end of lock-ups in one market, as fractions; None where it prints no figure.

    `high` is the other end where the study gives a range. `same_as` names the study of which it is another version, so
    that one is never counted twice; a study that is not `significant` printed no estimate but that it found none.
    """

    id: str
    study: str
    market: str
    period: str
    n: int | None
    window: str
    abnormal_return: Decimal | None
    high: Decimal | None
    volume_effect: Decimal | None
    finding: Name
    source: Source
    same_as: str = ""
    significant: bool = True


@dataclass(frozen=True, slots=True)
class Case:
    """One release that the press wrote about, with its raw return: a case, picked because it was news, never a rate."""

    id: str
    name: str
    market: str
    first_session: Day
    raw_return: Decimal | None
    intraday_return: Decimal | None
    confounders: str
    source: Source


@dataclass(frozen=True, slots=True)
class Willingness:
    """Which part of its freed shares a class of holders is assumed to sell, from `low` to `high`, and who says so.

    An assumption, not a fact: nobody publishes what holders intend.
    """

    holder_class: str
    low: Decimal
    high: Decimal
    why: Name
    source: Source
