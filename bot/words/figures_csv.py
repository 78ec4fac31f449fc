"""An answer's figures as CSV: one figure a row, typed, with its claims and the day it speaks of."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from bot.answer import Answer, Calendar, Cell, Fields, Table
from bot.days import Day
from bot.quantities import Count, Money, Multiple, Percent, Points, Range, Shares, number_of, unit_of
from bot.words.cells import heading
from bot.words.writer import Writer

COLUMNS = ("table", "row", "column", "value", "low", "high", "unit", "as_of", "claims", "text")


def figures_csv(answer: Answer, writer: Writer) -> str:
    """Returns every value of an answer's fields, tables and calendars, lines ended by a newline alone.

    `value`, `low` and `high` are exact and in base units, as the fact files write them; `text` is how it is said.
    """
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    rows.writerows(_rows(answer, writer))
    return out.getvalue()


def _rows(answer: Answer, writer: Writer) -> Iterator[tuple[str, ...]]:
    for block in answer.blocks:
        match block:
            case Fields(fields=fields):
                for field in fields:
                    yield from _row(writer.plain(answer.headline), heading(field.label, writer), "", field.cell, writer)
            case Table(caption=caption, columns=columns, rows=rows):
                for row in rows:
                    first, *rest = row
                    name = writer.bare_value(first.value)
                    for column, cell in zip(columns[1:], rest, strict=True):
                        yield from _row(writer.plain(caption), name, heading(column.heading, writer), cell, writer)
            case Calendar(caption=caption, entries=entries):
                for entry in entries:
                    cell = Cell(entry.day, entry.claims)
                    yield from _row(writer.plain(caption), writer.plain(entry.what), "", cell, writer)
            case _:
                pass


def _row(table: str, row: str, column: str, cell: Cell, writer: Writer) -> Iterator[tuple[str, ...]]:
    value, low, high, unit = _typed(cell)
    if not unit and cell.why is None:
        return
    text = "" if cell.value is None else writer.bare_value(cell.value)
    as_of = cell.as_of.label if cell.as_of else ""
    yield tuple(_safe(c) for c in (table, row, column, value, low, high, unit, as_of, " ".join(cell.claims), text))


def _typed(cell: Cell) -> tuple[str, str, str, str]:
    match cell.value:
        case Money() | Shares() | Percent() | Points() | Multiple() | Count():
            return format(number_of(cell.value), "f"), "", "", unit_of(cell.value)
        case Range(low=low, high=high):
            end = low or high
            assert end is not None
            bottom, top = (format(number_of(e), "f") if e else "" for e in (low, high))
            return "", bottom, top, unit_of(end)
        case Day():
            return cell.value.iso, "", "", "date"
        case _:
            return "", "", "", ""


def _safe(text: str) -> str:
    """A spreadsheet runs what begins like a formula; an apostrophe keeps it text. Negative numbers stay numbers."""
    risky = text[:1] in ("=", "+", "@", "\t", "\r") or (text[:1] == "-" and not text[1:2].isdigit())
    return f"'{text}" if risky else text


def first_lines(text: str, most: int) -> tuple[str, int]:
    """Returns as many whole lines as fit into so many characters, and how many were left out."""
    lines = text.rstrip("\n").split("\n")
    kept: list[str] = []
    used = 0
    for line in lines:
        used += len(line) + 1
        if used > most:
            break
        kept.append(line)
    return "\n".join(kept), len(lines) - len(kept)
