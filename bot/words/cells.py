"""Writing a cell: its value, the day it speaks of where the table asks for it, and the marks of its footnotes."""

from __future__ import annotations

from bot.answer import Cell
from bot.text import Message, Name, Plain, Span
from bot.words.dates import written_label
from bot.words.writer import Writer, bare, capitalised

NOTE_MARKS = "⁰¹²³⁴⁵⁶⁷⁸⁹"


def cell_spans(cell: Cell, writer: Writer) -> tuple[Span, ...]:
    """Returns a cell as spans.

    A dated one carries its day or period as its source wrote it, short enough for a table.
    """
    spans = writer.value(cell.value)
    if cell.qualifier and cell.value is not None:
        spans = writer.spans(Message(f"qualifier-{cell.qualifier.replace('_', '-')}", {"value": cell.value}))
    if cell.dated and cell.as_of is not None and cell.value is not None:
        spans = (*spans, Plain(f" ({written_label(cell.as_of, writer.language)})"))
    # Marks set close together would read as one number.
    marks = "·".join(note_mark(number) for number in cell.notes)
    return (*spans, Plain(marks)) if marks else spans


def cell_text(cell: Cell, writer: Writer) -> str:
    """Returns a cell as bare text."""
    return bare(cell_spans(cell, writer), writer.language)


def note_mark(number: int) -> str:
    """Returns the raised digits by which a cell points to a footnote."""
    return "".join(NOTE_MARKS[int(digit)] for digit in str(number))


def heading(label: Message | Name, writer: Writer) -> str:
    """Returns a label or a column's heading, which is a sentence of the catalogue or a name."""
    if isinstance(label, Name):
        return capitalised(label.en) if writer.language == "en" else label.written("zh")
    return writer.plain(label)
