"""Lock-ups as they might be: holders of some classes held longer, or let go at once, and the float that follows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Literal

from bot.analysis.free_float import FreeFloat, NoFloat, free_float
from bot.analysis.lock_dates import anniversary
from bot.analysis.moments import Moment
from bot.analysis.releases import Release, releases
from bot.days import Day
from bot.facts.book import FactBook
from bot.facts.records import Holding

Change = Literal["extend", "waive"]


@dataclass(frozen=True, slots=True)
class OnDay:
    """The shares that come free on a day and the float after it, in the base and in the scenario."""

    day: Day
    base: Release | None
    scenario: Release | None
    float_base: FreeFloat | NoFloat
    float_scenario: FreeFloat | NoFloat


def relocked(
    book: FactBook, company: str, change: Change, classes: Collection[str], moment: Moment, months: int = 0
) -> FactBook:
    """Returns the book as it would be if holders of some classes were locked longer, or free from the moment's day.

    Only rows still locked at the moment change; a stated total or split moves with them where its own class does.
    """
    rows = tuple(_moved(h, change, classes, moment, months) for h in book.holdings.get(company, ()))
    return replace(book, holdings={**book.holdings, company: rows})


def _moved(holding: Holding, change: Change, classes: Collection[str], moment: Moment, months: int) -> Holding:
    day = holding.first_free_day
    if day is None or day <= moment.at or holding.holder_class not in classes:
        return holding
    if holding.row_type not in ("holder", "class_split"):
        return holding
    free = anniversary(day, months)[0] if change == "extend" else moment.at
    return replace(holding, first_free_day=free, last_locked_day=free.plus(-1), first_session=None)


def course(book: FactBook, other: FactBook, company: str, moment: Moment) -> tuple[OnDay, ...]:
    """Returns every day from the moment on with a release in either book, with both floats."""
    last = Day.of("2199-12-31")
    base = {r.first_free_day: r for r in releases(book, company, moment.at, last, moment)}
    scenario = {r.first_free_day: r for r in releases(other, company, moment.at, last, moment)}
    return tuple(
        OnDay(
            day,
            base.get(day),
            scenario.get(day),
            free_float(book, company, day, moment),
            free_float(other, company, day, moment),
        )
        for day in sorted({*base, *scenario})
    )


def conserved(found: FreeFloat) -> bool:
    """Decides whether float, locked and untradable shares of a day are all shares in issue."""
    together = found.float_shares.number + found.locked.number + found.not_tradable.number
    return together == found.issued.number
