"""Reading single cells of the fact files: numbers, days, periods and words out of a short list."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal

from bot.days import AsOf
from data.amounts import AmountError, stored
from data.table_files import FaultError

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_CURRENCY = re.compile(r"[A-Z]{3}")
_UNITS = frozenset({"shares", "ratio", "points", "multiple", "count", "days", "date"})
EARLIEST, LATEST = date(1600, 1, 1), date(2200, 1, 1)
"""Days outside of these are slips of the pen: no figure is older than the first exchange or promised for longer."""


def text(cells: Mapping[str, str], column: str) -> str:
    """Returns a cell that has to be filled in; raises FaultError for an empty one."""
    if not cells[column]:
        raise FaultError("fact-missing", column=column)
    return cells[column]


def word(cells: Mapping[str, str], column: str, allowed: Collection[str]) -> str:
    """Returns a cell that holds one of a few words; raises FaultError for any other."""
    found = text(cells, column)
    if found not in allowed:
        raise FaultError("fact-not-allowed", column=column, text=found, allowed=", ".join(sorted(allowed)))
    return found


def yes_no(cells: Mapping[str, str], column: str) -> bool | None:
    """Returns what a yes-or-no cell says, None where it is empty."""
    return None if not cells[column] else word(cells, column, ("yes", "no")) == "yes"


def number(cells: Mapping[str, str], column: str, scale: int) -> int | None:
    """Returns a number as it is kept at a scale, None for an empty cell."""
    found = cells[column]
    if not found:
        return None
    if not _NUMBER.fullmatch(found):
        raise FaultError("fact-not-a-number", column=column, text=found)
    try:
        return stored(Decimal(found), scale)
    except AmountError:
        raise FaultError("fact-not-kept", column=column, text=found, decimals=scale) from None


def whole(cells: Mapping[str, str], column: str) -> int | None:
    """Returns a whole number, None for an empty cell."""
    return number(cells, column, 0)


def day(cells: Mapping[str, str], column: str) -> date | None:
    """Returns a day written as YYYY-MM-DD, None for an empty cell."""
    found = cells[column]
    if not found:
        return None
    try:
        read = date.fromisoformat(found) if len(found) == 10 else None
    except ValueError:
        read = None
    if read is None or not EARLIEST <= read < LATEST:
        raise FaultError("fact-not-a-day", column=column, text=found)
    return read


def some_day(cells: Mapping[str, str], column: str) -> date:
    """Returns a day that has to be there."""
    text(cells, column)
    found = day(cells, column)
    if found is None:
        raise FaultError("fact-missing", column=column)
    return found


def period(cells: Mapping[str, str], column: str, fiscal_year_end: str) -> AsOf:
    """Returns the day or period a label covers, in a company's own fiscal year."""
    label = text(cells, column)
    try:
        read = AsOf.of(label, fiscal_year_end)
    except ValueError:
        read = None
    if read is None or read.start.date < EARLIEST or read.end.date >= LATEST:
        raise FaultError("fact-not-a-period", column=column, text=label)
    return read


def unit(cells: Mapping[str, str], column: str) -> str:
    """Returns a unit: one of ours or the three capital letters of a currency."""
    found = text(cells, column)
    if found not in _UNITS and not _CURRENCY.fullmatch(found):
        raise FaultError("fact-not-a-unit", column=column, text=found)
    return found
