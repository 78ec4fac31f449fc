"""Reading the tables of a research folder, one row at a time, so that a bad row never takes a good one with it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TypeVar

from bot.days import AsOf, Day

Made = TypeVar("Made")


class BadCellError(ValueError):
    """Says why a row cannot be taken: a short reason, and the column with what stands in it."""

    def __init__(self, reason: str, detail: str = "") -> None:
        """Keeps the reason and the cell."""
        super().__init__(f"{reason} {detail}".strip())
        self.reason = reason
        self.detail = detail


class LeftOutError(Exception):
    """Says that a sound row is not a fact to be stored, such as a market value that was computed from a price."""

    def __init__(self, reason: str) -> None:
        """Keeps the reason."""
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that was not taken, with its line in the file (the header is line 1; line 0 is the file as a whole)."""

    file: str
    line: int
    reason: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A sound row that is deliberately not stored, and why."""

    file: str
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its cells by column name, without surrounding spaces."""

    file: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """Returns the cell of a column, empty when the table has no such column."""
        return self.cells.get(column, "")

    def need(self, column: str) -> str:
        """Returns a cell that may not be empty; raises BadCellError otherwise."""
        text = self[column]
        if not text:
            raise BadCellError("empty", column)
        return text


@dataclass(slots=True)
class Report:
    """What happened to the rows that did not become facts."""

    refused: list[Refused]
    left_out: list[LeftOut]

    def each(self, rows: Iterable[Row], make: Callable[[Row], Made]) -> list[Made]:
        """Returns what could be made of the rows, in order, and keeps the reason for each of the others."""
        made: list[Made] = []
        for row in rows:
            try:
                made.append(make(row))
            except BadCellError as error:
                self.refused.append(Refused(row.file, row.line, error.reason, error.detail))
            except LeftOutError as error:
                self.left_out.append(LeftOut(row.file, row.line, error.reason))
        return made


def read_table(folder: Path, name: str, columns: Sequence[str], report: Report) -> list[Row]:
    """Returns the rows of a table that have as many cells as the header; a missing file has none.

    A file that is not UTF-8, holds a NUL, or lacks a needed column is refused as a whole: half a file read as if it
    were a whole one would look like figures that were withdrawn.
    """
    path = folder / name
    if not path.exists():
        return []
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        report.refused.append(Refused(name, 0, "not-utf-8", f"byte {error.start}"))
        return []
    if "\0" in text:
        report.refused.append(Refused(name, 0, "not-text"))
        return []
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[Row] = []
    header: list[str] | None = None
    try:
        for record in reader:
            line = reader.line_num
            if header is None:
                header = [cell.strip() for cell in record]
                missing = [column for column in columns if column not in header]
                if missing:
                    report.refused.append(Refused(name, 1, "missing-columns", " ".join(missing)))
                    return []
            elif record and len(record) != len(header):
                report.refused.append(Refused(name, line, "cells", f"{len(record)} of {len(header)}"))
            elif record:
                rows.append(Row(name, line, dict(zip(header, (c.strip() for c in record), strict=True))))
    except csv.Error as error:
        report.refused.append(Refused(name, reader.line_num, "cut-or-broken", str(error)))
    return rows


def number(row: Row, column: str) -> str:
    """Returns a cell as a plain decimal number without superfluous zeros, empty when the cell is empty.

    Thousands signs, percent signs and exponents are refused rather than guessed at.
    """
    text = row[column]
    if not text:
        return ""
    if not re.fullmatch(r"-?\d+(\.\d+)?", text):
        raise BadCellError("not-a-number", f"{column}={text}")
    try:
        return plain(Decimal(text))
    except InvalidOperation:
        raise BadCellError("not-a-number", f"{column}={text}") from None


def plain(value: Decimal) -> str:
    """Returns a number in digits: no exponent, no trailing zeros after the point."""
    written = format(value, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written


def day(row: Row, column: str) -> str:
    """Returns a cell that is empty or an ISO day; raises BadCellError for a month, a year or an impossible date."""
    text = row[column]
    if text:
        try:
            return Day.of(text).iso
        except ValueError:
            raise BadCellError("not-a-day", f"{column}={text}") from None
    return ""


def as_of(row: Row, column: str, fiscal_year_end: str) -> AsOf:
    """Returns the day or period a cell names; raises BadCellError when it names none."""
    text = row.need(column)
    try:
        return AsOf.of(text, fiscal_year_end)
    except ValueError:
        raise BadCellError("not-a-period", f"{column}={text}") from None
