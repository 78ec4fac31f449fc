"""The blocks of an answer as pieces of Discord markdown, before anything is known of messages and their limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, assert_never

from adapters.discord.escape import coded, escaped, written
from adapters.discord.limits import TABLE_WIDTH
from bot.answer import Answer, BarChart, Calendar, Chart, Entry, Field, Fields, File, MixChart, Notice, Prose, Table
from bot.answer import Block as Part
from bot.charts import FanChart, StripChart, TornadoChart, WaterfallChart
from bot.text import Message, Plain
from bot.words.cells import note_mark
from bot.words.clipping import clipped, one_line, parted, units
from bot.words.courses import courses
from bot.words.figures_csv import figures_csv, first_lines
from bot.words.grid import Grid, cell_spans, closing_line, colon, grid, label, letters
from bot.words.writer import Writer

Place = Literal["head", "body", "close"]

SMALL = "-# "
"""Starts a line of small print, which Discord knows in messages but not in embeds."""

FILE_UNITS = 1_200
"""Characters of a file that are shown where it cannot be attached: a screenful, well inside one message."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines that belong together: markdown, or those of a code block. `place` says where in the message they stand."""

    lines: tuple[str, ...]
    place: Place = "body"
    code: bool = False

    @property
    def markdown(self) -> str:
        """Returns the piece as it is sent."""
        return coded(self.lines) if self.code else "\n".join(self.lines)

    @property
    def size(self) -> int:
        """Returns the UTF-16 units of the piece as it is sent."""
        return units(self.markdown)


def pieces(answer: Answer, writer: Writer, rows: int) -> list[Piece]:
    """Returns an answer in pieces, in reading order; tables with their first rows and how many more there are."""
    found = [Piece(written(writer.spans(answer.headline), writer.language, "## ") or ("## –",), "head")]
    for part in answer.blocks:
        found += _part(part, writer, rows)
    notes = [
        line
        for number, note in enumerate(answer.footnotes, 1)
        for line in written((Plain(note_mark(number) + " "), *writer.spans(note)), writer.language, SMALL)
    ]
    closing = (*notes, *written(closing_line(answer, writer), writer.language, SMALL))
    return [*(piece for piece in found if any(piece.lines)), *([Piece(closing, "close")] if closing else [])]


def cut(piece: Piece, most: int, first: int | None = None) -> list[Piece]:
    """Returns a piece in pieces that each fit into `most` UTF-16 units when sent, nothing lost but empty lines.

    `first` is what the first one must fit into where that is less: the room left in a message begun. Lines of markdown
    are short enough as they come (LONGEST_LINE); only a line of code may have to be parted.
    """
    first = most if first is None else first
    if piece.size <= first:
        return [piece]
    fence = units(coded(("",))) if piece.code else 0
    room, limit = most - fence, first - fence
    groups: list[list[str]] = [[]]
    used = 0
    for line in piece.lines:
        for part in parted(line, min(room, limit) - 1):
            if groups[-1] and used + units(part) + 1 > limit:
                groups.append([])
                used, limit = 0, room
            groups[-1].append(part)
            used += units(part) + 1
    return [Piece(tuple(group), piece.place, piece.code) for group in groups if any(group)]


def _part(part: Part, writer: Writer, rows: int) -> list[Piece]:
    language = writer.language
    match part:
        case Prose(sentences=sentences):
            between = (Plain(" "),) if language == "en" else ()
            return [Piece(written([s for each in sentences for s in (*writer.spans(each), *between)], language))]
        case Table():
            return _table(part, writer, rows)
        case Fields(fields=fields):
            return [Piece(tuple(line for each in fields for line in _field(each, writer)))]
        case (
            Chart(title=title, summary=summary)
            | BarChart(title=title, summary=summary)
            | MixChart(title=title, summary=summary)
            | WaterfallChart(title=title, summary=summary)
            | StripChart(title=title, summary=summary)
            | FanChart(title=title, summary=summary)
            | TornadoChart(title=title, summary=summary)
        ):
            drawn = courses(part, writer, TABLE_WIDTH)
            return [
                _bold(title, writer),
                *([Piece(drawn, code=True)] if drawn else []),
                Piece(written(writer.spans(summary), language)),
            ]
        case Calendar(caption=caption, entries=entries):
            return [_bold(caption, writer), Piece(tuple(line for each in entries for line in _entry(each, writer)))]
        case File(figures=figures):
            shown, more = first_lines(figures_csv(figures, writer), FILE_UNITS)
            rest = Piece(written(writer.spans(Message("rows-more", {"count": more})), language))
            return [Piece(tuple(one_line(line) for line in shown.split("\n")), code=True), *([rest] if more else [])]
        case Notice(sentence=sentence, tone=tone):
            sign = "⚠️ " if tone == "warning" else ""
            return [Piece(written(writer.spans(sentence), language, f"> {sign}"))]
        case _:
            assert_never(part)


def _table(block: Table, writer: Writer, rows: int) -> list[Piece]:
    shown = grid(block, writer, rows)
    more = len(block.rows) - rows
    below = [line for reason in shown.reasons for line in written((Plain(reason),), writer.language)]
    below += written([span for link in shown.links for span in (link, Plain(" · "))][:-1], writer.language)
    if more > 0:
        below += written(writer.spans(Message("rows-more", {"count": more})), writer.language)
    return [
        _bold(block.caption, writer),
        *([_set(shown, writer)] if shown.rows and shown.headings else ()),
        *([Piece(tuple(below))] if below else []),
    ]


def _set(shown: Grid, writer: Writer) -> Piece:
    """Returns a table aligned, or one record a row where columns so narrow that they wrap would be longer."""
    aligned, apart = shown.lines(TABLE_WIDTH), shown.records(TABLE_WIDTH)
    if len(aligned) <= len(apart) and aligned != apart:
        return Piece(aligned, code=True)
    # A row's place in an order says nothing by itself.
    named = 2 if len(shown.headings) > 2 and all(row[0].isdecimal() for row in shown.rows) else 1
    return Piece(tuple(_record(shown.headings, row, named, writer) for row in shown.rows))


def _record(headings: Sequence[str], row: Sequence[str], named: int, writer: Writer) -> str:
    """Returns a row as its name and, beneath it, what each column says of it: one line that is never parted."""
    says = [f"{heading}{colon(writer)}{cell}" for heading, cell in zip(headings, row, strict=True) if cell]
    beneath = " · ".join(each for each in says[named:])
    return "\n".join([_strong(" ".join(row[:named])), *written((Plain(beneath),), writer.language)])


def _field(each: Field, writer: Writer) -> tuple[str, ...]:
    # The colon stands outside: readers of markdown close bold type after a full-width colon only before a space.
    name = _strong(label(each.label, writer)) + colon(writer)
    return written(cell_spans(each.cell, writer), writer.language, name) or (name.rstrip(),)


def _entry(each: Entry, writer: Writer) -> tuple[str, ...]:
    day = _strong(letters(writer.value(each.day), writer))
    return written(writer.spans(each.what), writer.language, f"- {day} ") or (f"- {day}",)


def _bold(message: Message, writer: Writer) -> Piece:
    return Piece((_strong(letters(writer.spans(message), writer)),))


def _strong(words: str) -> str:
    return f"**{escaped(clipped(words, _LONGEST_TITLE))}**" if words else ""


_LONGEST_TITLE = 300
