"""Reading what stands beside the prices: events.csv, base_rates.csv, unlock_cases.csv, willingness.csv.

They are few and part of the program, as the measures are, so that no table of a database keeps them. A file that is
absent is one without rows.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from bot.days import AsOf, Day
from bot.facts.events import BaseRate, Case, Event, Willingness
from bot.facts.records import Source
from bot.text import Name
from data.cells import day, number, period, text, whole
from data.table_files import Fault, FaultError, Row, read_rows

EVENT = ("company", "day", "kind", "what_en", "what_zh", "source", "note")
STUDY = (
    "study", "market", "sample_period", "n", "window", "abnormal_return", "abnormal_return_high", "volume_effect",
    "finding", "source", "note",
)  # fmt: skip
CASE = (
    "case", "name", "ticker", "market", "listing_date", "last_locked_day", "first_free_session", "shares_freed",
    "pct_of_issued", "holders", "currency", "close_before", "close_first_day", "intraday_low", "raw_return_first_day",
    "raw_return_intraday", "raw_return_5_sessions", "raw_return_20_sessions", "volume_first_day", "confounders",
    "source", "note",
)  # fmt: skip
WILLINGNESS = ("holder_class", "low", "high", "reason_en", "reason_zh", "source", "note")

_YEAR_END = "12-31"
_SCALE = 6

Cells = Mapping[str, str]
Cited = Callable[[str], Source]


@dataclass(slots=True)
class EventRows:
    """The rows of the four files that can be read, and the faults of those that cannot."""

    events: list[Row] = field(default_factory=list)
    studies: list[Row] = field(default_factory=list)
    cases: list[Row] = field(default_factory=list)
    willingness: list[Row] = field(default_factory=list)
    words: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    @property
    def groups(self) -> tuple[list[Row], ...]:
        """Returns the rows of each file."""
        return (self.events, self.studies, self.cases, self.willingness)

    @property
    def sources(self) -> frozenset[str]:
        """Returns the keys of all sources that the rows name."""
        return frozenset(row.cells["source"] for group in self.groups for row in group)


def read_event_rows(folder: Path) -> EventRows:
    """Returns the rows of the four files of a fact folder; one with a cell that cannot be read is a fault instead."""
    rows = EventRows()
    for name, columns, check, into in (
        ("events.csv", EVENT, _check_event, rows.events),
        ("base_rates.csv", STUDY, _check_study, rows.studies),
        ("unlock_cases.csv", CASE, _check_case, rows.cases),
        ("willingness.csv", WILLINGNESS, _check_willingness, rows.willingness),
    ):
        if (folder / name).exists():
            into += _read(folder / name, columns, check, rows.faults)
    if (folder / "studies.toml").exists():
        with (folder / "studies.toml").open("rb") as file:
            rows.words = tomllib.load(file)
    return rows


def _read(path: Path, columns: tuple[str, ...], check: Callable[[Cells], None], faults: list[Fault]) -> Iterator[Row]:
    for row in read_rows(path, columns):
        if isinstance(row, Fault):
            faults.append(row)
            continue
        try:
            check(row.cells)
        except FaultError as error:
            faults.append(row.fault(error.key, **error.arguments))
        else:
            yield row


def _check_event(cells: Cells) -> None:
    for column in ("company", "kind", "what_en", "source"):
        text(cells, column)
    period(cells, "day", _YEAR_END)


def _check_study(cells: Cells) -> None:
    for column in ("study", "market", "window", "finding", "source"):
        text(cells, column)
    whole(cells, "n")
    for column in ("abnormal_return", "abnormal_return_high", "volume_effect"):
        _fraction(cells, column, Decimal(-1), Decimal(5))


def _check_case(cells: Cells) -> None:
    for column in ("case", "name", "market", "source", "first_free_session"):
        text(cells, column)
    day(cells, "first_free_session")
    for column in ("raw_return_first_day", "raw_return_intraday", "raw_return_5_sessions", "raw_return_20_sessions"):
        _fraction(cells, column, Decimal(-1), Decimal(5))


def _check_willingness(cells: Cells) -> None:
    for column in ("holder_class", "low", "high", "reason_en", "source"):
        text(cells, column)
    low, high = (_fraction(cells, column, Decimal(0), Decimal(1)) for column in ("low", "high"))
    if low is not None and high is not None and low > high:
        raise FaultError("fact-range-order", column="low", text=f"{cells['low']} > {cells['high']}")


def _fraction(cells: Cells, column: str, low: Decimal, high: Decimal) -> Decimal | None:
    if number(cells, column, _SCALE) is None:
        return None
    found = Decimal(cells[column])
    if not low <= found <= high:
        instead = f"{found / 100:f}"
        raise FaultError("fact-percent", column=column, text=cells[column], instead=instead, bound=f"{high:f}")
    return found


def events(rows: EventRows, cited: Cited) -> tuple[Event, ...]:
    """Returns the events, earliest first; raises KeyError for a source that `cited` does not know."""
    found = [
        Event(
            f"event:{row.line}",
            c["company"],
            AsOf.of(c["day"]),
            c["kind"],
            Name(c["what_en"], c["what_zh"]),
            cited(c["source"]),
            c["note"],
        )
        for row, c in _cells(rows.events)
    ]
    return tuple(sorted(found, key=lambda e: (e.day.end, e.company, e.id)))


def base_rates(rows: EventRows, cited: Cited) -> tuple[BaseRate, ...]:
    """Returns the studies, those of one market together; raises KeyError for an unknown source."""
    found = []
    for row, c in _cells(rows.studies):
        words = rows.words.get(c["study"], {})
        found.append(
            BaseRate(
                f"study:{row.line}",
                c["study"],
                c["market"],
                c["sample_period"],
                int(c["n"]) if c["n"] else None,
                c["window"],
                _decimal(c, "abnormal_return"),
                _decimal(c, "abnormal_return_high"),
                _decimal(c, "volume_effect"),
                Name(c["finding"], words.get("finding_zh", "")),
                cited(c["source"]),
                words.get("same_as", ""),
                not words.get("not_significant", False),
            )
        )
    return tuple(sorted(found, key=lambda s: (s.market, s.study)))


def cases(rows: EventRows, cited: Cited) -> tuple[Case, ...]:
    """Returns the cases, newest first; raises KeyError for an unknown source."""
    found = [
        Case(
            f"case:{c['case']}",
            c["name"],
            c["market"],
            Day.of(c["first_free_session"]),
            _decimal(c, "raw_return_first_day"),
            _decimal(c, "raw_return_intraday"),
            c["confounders"],
            cited(c["source"]),
        )
        for _, c in _cells(rows.cases)
    ]
    return tuple(sorted(found, key=lambda s: (s.first_session, s.id), reverse=True))


def willingness(rows: EventRows, cited: Cited) -> Mapping[str, Willingness]:
    """Returns the assumption of each class of holders; raises KeyError for an unknown source."""
    return {
        c["holder_class"]: Willingness(
            c["holder_class"],
            Decimal(c["low"]),
            Decimal(c["high"]),
            Name(c["reason_en"], c["reason_zh"]),
            cited(c["source"]),
        )
        for _, c in _cells(rows.willingness)
    }


def _cells(rows: Iterable[Row]) -> Iterator[tuple[Row, Cells]]:
    return ((row, row.cells) for row in rows)


def _decimal(cells: Cells, column: str) -> Decimal | None:
    return Decimal(cells[column]) if cells[column] else None
