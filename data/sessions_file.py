"""The shipped trading days of exchanges: weekdays without full trading in a file each, and bounds with corrections."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast

from bot.days import Day
from bot.sessions import Closure, Sessions
from bot.text import Name
from data import shipped

FOLDER: Final = shipped.FOLDER / "sessions"
COLUMNS: Final = ("day", "kind")
_KINDS: Final = frozenset({"holiday", "weather", "half", "late"})
_TRADED: Final = frozenset({"half", "late"})


@dataclass(frozen=True, slots=True)
class Bounds:
    """What is said of an exchange beside its days; `special` are days kept by hand, which stand above the library's."""

    name: Name
    first: Day
    last: Day
    published_to: Day
    same_as: str
    special: Mapping[Day, Closure]


class ShippedCalendar:
    """TradingCalendar over the shipped files. Read once, when first asked for: some 700 lines, two milliseconds."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder
        self._read: Mapping[str, Sessions] | None = None

    def sessions(self, venue: str) -> Sessions | None:
        """Returns the sessions of an exchange by its ISO 10383 code, None for one that is not covered."""
        return self.all().get(venue)

    def all(self) -> Mapping[str, Sessions]:
        """Returns the sessions of every covered exchange."""
        if self._read is None:
            self._read = read_sessions(self._folder)
        return self._read


def read_bounds(folder: Path = FOLDER) -> dict[str, Bounds]:
    """Returns what exchanges.toml says of each exchange; raises ValueError or KeyError for a file that is wrong."""
    path = folder / "exchanges.toml"
    if not path.exists():
        return {}
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["exchange"]
    return {venue: _bounds(row) for venue, row in rows.items()}


def _bounds(row: Mapping[str, Any]) -> Bounds:
    special = {Day(item["day"]): _kind(item["kind"]) for item in row.get("special", ())}
    return Bounds(
        Name(row["name_en"], row["name_zh"]),
        Day(row["first"]),
        Day(row["last"]),
        Day(row["published_to"]),
        row.get("same_as", ""),
        special,
    )


def read_sessions(folder: Path = FOLDER) -> dict[str, Sessions]:
    """Returns the sessions of every exchange of a folder; raises ValueError or KeyError for a file that is wrong."""
    bounds = read_bounds(folder)
    return {venue: _sessions(folder, venue, found, bounds) for venue, found in bounds.items()}


def _sessions(folder: Path, venue: str, own: Bounds, bounds: Mapping[str, Bounds]) -> Sessions:
    source = own.same_as or venue
    days = _days(folder / f"{source}.csv") | dict(bounds[source].special) | dict(own.special)
    return Sessions(
        venue,
        own.first,
        own.last,
        own.published_to,
        closed={day: kind for day, kind in days.items() if kind not in _TRADED},
        short={day: kind for day, kind in days.items() if kind in _TRADED},
    )


def _days(path: Path) -> dict[Day, Closure]:
    with path.open(encoding="utf-8", newline="") as stream:
        return {Day.of(row["day"]): _kind(row["kind"]) for row in csv.DictReader(stream)}


def _kind(text: str) -> Closure:
    if text not in _KINDS:
        raise ValueError(f"no kind of closed day: {text}")
    return cast(Closure, text)
