"""Tables on Slack, one function for each step down: data table, plain table, letters of one width, fields."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal, get_args

from adapters.slack.limits import DATA_TABLE_ROWS, TABLE_CHARACTERS, TABLE_COLUMNS, TABLE_ROWS, TEXT_OBJECT, characters
from adapters.slack.rich import Block, elements, listed, paragraphs, preformatted, section, text, unmarked
from bot.answer import Cell, Table
from bot.quantities import Count, Money, Multiple, Percent, Points, Shares, number_of
from bot.text import Message, Plain
from bot.words.clipping import clipped, units
from bot.words.grid import Grid, cell_spans, grid, letters
from bot.words.writer import Writer

Step = Literal["native", "table", "monospace", "fields"]
"""How richly a message is made: native data tables and charts, plain tables, aligned letters, labelled lines."""

STEPS: tuple[Step, ...] = get_args(Step)

WIDTH = 64
"""Columns of a code block that Slack shows without wrapping beside an open side bar."""

_NATIVE_CHARACTERS = TABLE_CHARACTERS - 1_500
"""Room left for the rest of the message, which has no more than 13,000 in all."""

_SHOWN_AT_ONCE = 15
_SHOWN_WITHOUT_PAGES = 25
_CELL = 400

_MARKS = frozenset("<>&@*_~`:#")
"""What may mean something in markup: a cell with any of these is rich text, which certainly reads none."""


def table_blocks(block: Table, writer: Writer, rows: int, step: Step, *, native: bool) -> list[Block]:
    """Returns a table in the richest form, from a step downwards, that holds its first rows; and how many more it has.

    `native` says whether this message may still hold a native table (Slack allows one). A caption stands above forms
    that have no place for one; reasons of unknown cells, and links that letters cannot carry, stand below.
    """
    caption = paragraphs([elements(writer.spans(block.caption), writer.language, bold=True)])
    shown = min(rows, len(block.rows))
    if not block.columns or not shown:
        return caption
    if native and step == "native" and _fits(block, shown, DATA_TABLE_ROWS):
        made = _data_table(block, writer, shown)
        if characters(made) <= _NATIVE_CHARACTERS:
            return [made, *_below(block, writer, shown)]
    # Only a data table has pages; all other forms show every row they are given.
    shown = min(shown, _SHOWN_WITHOUT_PAGES)
    if native and step in ("native", "table") and _fits(block, shown, TABLE_ROWS):
        made = _table(block, writer, shown)
        if characters(made) <= _NATIVE_CHARACTERS:
            return [*caption, made, *_below(block, writer, shown)]
    if step == "fields":
        return [*caption, *_fields(block, writer, shown), *_more(block, writer, shown)]
    written = grid(block, writer, shown)
    links = paragraphs([_links(written, writer)]) if written.links else []
    return [*caption, *_monospace(written), *links, *_below(block, writer, shown)]


def _below(block: Table, writer: Writer, shown: int) -> list[Block]:
    reasons = paragraphs([text(reason) for reason in grid(block, writer, shown).reasons])
    return [*reasons, *_more(block, writer, shown)]


def _more(block: Table, writer: Writer, shown: int) -> list[Block]:
    more = len(block.rows) - shown
    return paragraphs([elements(writer.spans(Message("rows-more", {"count": more})), writer.language)]) if more else []


def _fits(block: Table, shown: int, most: int) -> bool:
    return shown + 1 <= most and len(block.columns) <= TABLE_COLUMNS


def _data_table(block: Table, writer: Writer, shown: int) -> Block:
    return {
        "type": "data_table",
        "caption": clipped(unmarked(letters(writer.spans(block.caption), writer)), TEXT_OBJECT - 10) or "–",
        "page_size": min(shown, _SHOWN_AT_ONCE),
        "rows": _rows(block, writer, shown, sortable=True),
    }


def _table(block: Table, writer: Writer, shown: int) -> Block:
    return {
        "type": "table",
        "column_settings": [
            {"align": "right" if column.kind == "number" else "left", "is_wrapped": column.kind == "text"}
            for column in block.columns
        ],
        "rows": _rows(block, writer, shown, sortable=False),
    }


def _rows(block: Table, writer: Writer, shown: int, *, sortable: bool) -> list[list[dict[str, Any]]]:
    heads = [_raw(heading) for heading in grid(block, writer, 0).headings]
    rows = [[_cell(cell, writer, sortable=sortable) for cell in row[: len(heads)]] for row in block.rows[:shown]]
    return [heads, *([*row, *[_raw("")] * (len(heads) - len(row))] for row in rows)]


def _cell(cell: Cell, writer: Writer, *, sortable: bool) -> dict[str, Any]:
    spans = cell_spans(cell, writer, why=False)
    match cell.value:
        case Money() | Shares() | Percent() | Points() | Multiple() | Count() if sortable:
            # The value sorts the column; what is read is the text. A float is exact enough to sort by, and finite here.
            return {"type": "raw_number", "value": _sortable(number_of(cell.value)), "text": letters(spans, writer)}
        case _ if any(not isinstance(span, Plain) or not _MARKS.isdisjoint(span.text) for span in spans):
            parts = elements(spans, writer.language)
            return {"type": "rich_text", "elements": [section(parts)]} if parts else _raw("")
        case _:
            return _raw(letters(spans, writer))


def _sortable(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)


def _raw(words: str) -> dict[str, Any]:
    return {"type": "raw_text", "text": clipped(unmarked(words), _CELL) or " "}


def _monospace(written: Grid) -> list[Block]:
    blocks: list[Block] = []
    lines: list[str] = []
    room = TEXT_OBJECT
    for line in written.lines(WIDTH):
        if units(line) + 1 > room:
            blocks.append(preformatted(lines))
            lines, room = [], TEXT_OBJECT
        lines.append(line)
        room -= units(line) + 1
    return [*blocks, preformatted(lines)]


def _links(written: Grid, writer: Writer) -> list[dict[str, Any]]:
    parts: list[dict[str, Any]] = []
    for link in written.links:
        parts += [*(text(" · ") if parts else []), *elements((link,), writer.language)]
    return parts


def _fields(block: Table, writer: Writer, shown: int) -> list[Block]:
    lines = []
    headings = grid(block, writer, 0).headings
    for row in block.rows[:shown]:
        line = elements(cell_spans(row[0], writer), writer.language, bold=True) if row else []
        for heading, cell in zip(headings[1:], row[1:], strict=False):
            line += [
                *text(" · " if line else ""),
                *text(f"{heading} "),
                *elements(cell_spans(cell, writer), writer.language),
            ]
        if line:
            lines.append(line)
    return listed(lines, "bullet")
