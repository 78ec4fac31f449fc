"""Tables and fields of the answer document as written text, the same on every platform that sets them as letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answer import Answer, Block, Cell, Fields, Notice, Prose, Table
from bot.days import Instant
from bot.text import Code, Link, Mention, Message, Name, Plain, Span
from bot.words import cells
from bot.words.clipping import clipped, one_line
from bot.words.monospace import records, table
from bot.words.writer import Writer

_LONGEST_CELL = 240
"""UTF-16 units of a cell set as letters; no figure and no name of a company comes near."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Headings and cells as text. `reasons` says why cells are unknown; `links` are those the letters cannot carry."""

    headings: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]
    reasons: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()

    def lines(self, width: int) -> tuple[str, ...]:
        """Returns the grid as an aligned table of at most the width, or as one record a row where it is too wide."""
        return table(self.headings, self.numeric, self.rows, width) or self.records(width)

    def records(self, width: int) -> tuple[str, ...]:
        """Returns one record a row, each value with its heading."""
        return records(self.headings, self.rows, width) if self.headings else ()


def grid(block: Table, writer: Writer, rows: int | None = None) -> Grid:
    """Returns the first rows of a table, or all, as written text.

    A cell that a row lacks is empty; a cell beyond the columns is left out.
    """
    shown = [[_cell(row, place) for place in range(len(block.columns))] for row in block.rows[:rows]]
    headings = tuple(clipped(label(column.heading, writer), _LONGEST_CELL) for column in block.columns)
    written = tuple(
        tuple(clipped(letters(cell_spans(cell, writer, why=False), writer), _LONGEST_CELL) for cell in row)
        for row in shown
    )
    return Grid(
        headings,
        tuple(column.kind == "number" for column in block.columns),
        written,
        tuple(
            f"{texts[0]} · {heading}{colon(writer)}{letters(writer.spans(cell.why), writer)}"
            for row, texts in zip(shown, written, strict=True)
            for heading, cell in zip(headings, row, strict=True)
            if cell.value is None and cell.why
        ),
        tuple(dict.fromkeys(span for row in shown for cell in row for span in _links(cell, writer))),
    )


def said_once(answer: Answer) -> Answer:
    """Returns an answer whose cells leave out the reasons that a sentence of the answer gives anyway."""
    said = [block.sentence for block in answer.blocks if isinstance(block, Notice)]
    said += [sentence for block in answer.blocks if isinstance(block, Prose) for sentence in block.sentences]

    def bared(cell: Cell) -> Cell:
        return replace(cell, why=None) if cell.why in said else cell

    blocks: list[Block] = []
    for block in answer.blocks:
        match block:
            case Table(rows=rows):
                blocks.append(replace(block, rows=tuple(tuple(bared(cell) for cell in row) for row in rows)))
            case Fields(fields=fields):
                blocks.append(replace(block, fields=tuple(replace(each, cell=bared(each.cell)) for each in fields)))
            case _:
                blocks.append(block)
    return replace(answer, blocks=tuple(blocks)) if said else answer


def label(heading: Message | Name, writer: Writer) -> str:
    """Returns the words of a heading or a label on one line."""
    if isinstance(heading, Name):
        return one_line(cells.heading(heading, writer))
    return letters(writer.spans(heading), writer)


def cell_spans(cell: Cell, writer: Writer, *, why: bool = True) -> tuple[Span, ...]:
    """Returns what a cell says, with the reason behind an unknown one."""
    spans = cells.cell_spans(cell, writer)
    if why and cell.value is None and cell.why:
        spans = (*spans, Plain(" ("), *writer.spans(cell.why), Plain(")"))
    return spans


def colon(writer: Writer) -> str:
    """Returns what stands between a label and its value."""
    return "：" if writer.language == "zh" else ": "


def closing_line(answer: Answer, writer: Writer) -> tuple[Span, ...]:
    """Returns how the question was read and the day the answer speaks of, for the small print; empty for neither."""
    read = writer.spans(answer.read_as) if answer.read_as else ()
    if answer.as_of is None:
        return read
    day = (Plain(label(Message("field-as-of"), writer) + colon(writer)), *writer.value(answer.as_of))
    return (*read, Plain(" · "), *day) if read else day


def letters(spans: Sequence[Span], writer: Writer) -> str:
    """Returns spans on one line of bare letters: links by their label alone, instants in UTC."""
    return one_line("".join(_letters(span, writer) for span in spans)).strip()


def _letters(span: Span, writer: Writer) -> str:
    match span:
        case Plain(text=text) | Code(text=text):
            return text
        case Link():
            return span.label.written(writer.language)
        case Instant():
            return span.written
        case Mention(otherwise=otherwise):
            return otherwise


def _links(cell: Cell, writer: Writer) -> list[Link]:
    return [span for span in writer.value(cell.value) if isinstance(span, Link)]


def _cell(row: Sequence[Cell], place: int) -> Cell:
    return row[place] if place < len(row) else _EMPTY


_EMPTY = Cell(Name(""))


def row_counts(answer: Answer, counts: Sequence[int]) -> list[int]:
    """Returns those of the counts of rows that make a difference to an answer, in their order; at least one."""
    longest = max((len(block.rows) for block in answer.blocks if isinstance(block, Table)), default=0)
    return list(dict.fromkeys(min(count, longest) for count in counts))


def without_rows(block: Table, rows: int) -> Table:
    """Returns a table with its first rows only."""
    return replace(block, rows=block.rows[:rows])
