"""Answers in a terminal: tables inside 80 columns, with Chinese characters counted as the two columns they take."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import assert_never

from rich.box import SIMPLE_HEAD
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.segment import Segment
from rich.table import Table as Grid
from rich.text import Text

from adapters.console.folding import folded
from bot.answer import (
    Answer,
    AnyChart,
    BarChart,
    Block,
    Calendar,
    Cell,
    Chart,
    Fields,
    File,
    MixChart,
    Notice,
    Prose,
    Table,
)
from bot.charts import FanChart, StripChart, TornadoChart, WaterfallChart
from bot.days import AsOf, Day, Instant
from bot.text import Code, Language, Link, Mention, Message, Plain, Raw, Span, Typed
from bot.words.cells import cell_spans, heading, note_mark
from bot.words.courses import courses
from bot.words.figures_csv import figures_csv
from bot.words.writer import Writer

WIDTH = 80

LONGEST_WHOLE = 12
"""Columns up to which a word in a table is not broken; a name of a company takes fewer."""

_UNBROKEN = re.compile(r"[!-~]+")

Keep = Callable[[AnyChart, Language], Path | None]
"""Draws a chart, keeps the picture and returns where; None where none could be made."""


def unkept(chart: AnyChart, language: Language) -> None:
    """Keeps no picture: for terminals without a folder for them."""


def render(answer: Answer, writer: Writer, kept: Keep = unkept) -> Iterator[RenderableType]:
    """Yields an answer piece by piece: headline, blocks, footnotes, how it was read, and the choices by number."""
    yield folded(_text(writer.spans(answer.headline), writer, "bold"))
    for block in answer.blocks:
        if isinstance(block, Table) and block.caption == answer.headline:
            # What the headline has said is not said again.
            yield _grid(block, writer)
        else:
            yield from _block(block, writer, kept)
    for number, note in enumerate(answer.footnotes, 1):
        yield folded(Text.assemble(f"{note_mark(number)} ", _text(writer.spans(note), writer), style="dim"))
    if answer.read_as is not None:
        yield folded(_text(writer.spans(answer.read_as), writer, "dim"))
    if answer.choices:
        choices = [
            Text.assemble((f"[{n}] ", "cyan"), _text(writer.spans(c.label), writer))
            for n, c in enumerate(answer.choices, 1)
        ]
        yield folded(Text("  ").join(choices))


def _block(block: Block, writer: Writer, kept: Keep) -> Iterator[RenderableType]:
    match block:
        case Prose(sentences=sentences):
            between = " " if writer.language == "en" else ""
            yield folded(Text(between).join(_text(writer.spans(s), writer) for s in sentences))
        case File(figures=figures):
            yield _AsItStands(figures_csv(figures, writer))
        case Notice(sentence=sentence, tone=tone):
            mark = ("! ", "bold yellow") if tone == "warning" else ("> ", "cyan")
            # A grid keeps the mark beside its sentence: Chinese has no spaces, and wrapping would leave the mark alone.
            grid = Grid.grid(padding=(0, 1))
            grid.add_column(no_wrap=True)
            grid.add_column(overflow="fold")
            grid.add_row(Text(mark[0].strip(), mark[1]), folded(_text(writer.spans(sentence), writer)))
            yield grid
        case Fields(fields=fields):
            grid = Grid.grid(padding=(0, 2))
            grid.add_column(style="dim", no_wrap=True)
            grid.add_column(overflow="fold")
            for field in fields:
                grid.add_row(heading(field.label, writer), folded(_cell(field.cell, writer)))
            yield Padding(grid, (0, 0, 0, 2))
        case Table():
            yield from _table(block, writer)
        case Chart() | BarChart() | MixChart() | WaterfallChart() | StripChart() | FanChart() | TornadoChart():
            yield _text(writer.spans(block.title), writer, "bold")
            yield from (Text(line, no_wrap=True) for line in courses(block, writer, WIDTH))
            yield folded(_text(writer.spans(block.summary), writer))
            path = kept(block, writer.language)
            if path is not None:
                yield _text(writer.spans(Message("chart-kept", {"path": Typed(str(path))})), writer, "dim")
        case Calendar(caption=caption, entries=entries):
            yield _text(writer.spans(caption), writer, "italic")
            grid = Grid.grid(padding=(0, 2))
            grid.add_column()
            grid.add_column(overflow="fold")
            for entry in entries:
                grid.add_row(writer.bare_value(entry.day), folded(_text(writer.spans(entry.what), writer)))
            yield Padding(grid, (0, 0, 0, 2))
        case _:
            assert_never(block)


class _AsItStands:
    """Text that is not folded to the terminal's width: a line of CSV would become two."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield Segment(self._text)


def _table(table: Table, writer: Writer) -> Iterator[RenderableType]:
    yield Text("")
    yield _text(writer.spans(table.caption), writer, "italic")
    yield _grid(table, writer)


def _grid(table: Table, writer: Writer) -> Grid:
    grid = Grid(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), title_justify="left")
    rows = [[_table_cell(cell, writer) for cell in row] for row in table.rows]
    for place, column in enumerate(table.columns):
        number = column.kind == "number"
        dates = all(isinstance(row[place].value, Day | AsOf | None) for row in table.rows)
        grid.add_column(
            heading(column.heading, writer),
            justify="right" if number else "left",
            no_wrap=number or dates,
            overflow="fold",
            min_width=min(LONGEST_WHOLE, max((_longest_word(row[place].plain) for row in rows), default=0)),
        )
    for row in rows:
        grid.add_row(*map(folded, row))
    return grid


def _longest_word(text: str) -> int:
    """How many columns the longest word takes that may not be broken, as Chinese may between any two characters."""
    return max(map(len, _UNBROKEN.findall(text)), default=0)


def _table_cell(cell: Cell, writer: Writer) -> Text:
    """A day stands in a table in figures: narrower than in words, and no space or sign to break it at."""
    if isinstance(cell.value, AsOf) and cell.value.precision == "day":
        cell = replace(cell, value=Raw(cell.value.label))
    elif isinstance(cell.value, Day):
        cell = replace(cell, value=Raw(cell.value.iso))
    return _cell(cell, writer)


def _cell(cell: Cell, writer: Writer) -> Text:
    return _text(cell_spans(cell, writer), writer)


def _text(spans: tuple[Span, ...], writer: Writer, style: str = "") -> Text:
    text = Text(style=style)
    for span in spans:
        match span:
            case Plain(text=words):
                text.append(words)
            case Code(text=words):
                text.append(words, "bold cyan")
            case Link(label=label, url=url):
                text.append(label.written(writer.language), f"link {url}" if url.startswith("https://") else "")
            case Instant():
                text.append(span.written if span.zone else f"{span.at.astimezone():%Y-%m-%d %H:%M %Z}")
            case Mention(otherwise=otherwise):
                text.append(otherwise)
            case _:
                assert_never(span)
    return text
