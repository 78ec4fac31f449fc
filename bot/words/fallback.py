"""The whole answer as plain text, for notifications, screen readers, pipes and logs: it stands alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from bot.answer import (
    Answer,
    BarChart,
    Block,
    Calendar,
    Chart,
    Fields,
    File,
    MixChart,
    Notice,
    Prose,
    Table,
)
from bot.charts import FanChart, StripChart, TornadoChart, WaterfallChart
from bot.words.amounts import part_figure
from bot.words.cells import cell_text, heading, note_mark
from bot.words.chart_rows import rows_of
from bot.words.courses import bar_figure, happenings
from bot.words.figures_csv import figures_csv
from bot.words.sparkline import sparkline
from bot.words.writer import Writer


def fallback(answer: Answer, writer: Writer) -> str:
    """Returns every sentence and figure of an answer, a line each: who, what, number and date come first."""
    lines = [writer.plain(answer.headline)]
    for block in answer.blocks:
        lines += _block(block, writer)
    lines += [f"{note_mark(n)} {writer.plain(note)}" for n, note in enumerate(answer.footnotes, 1)]
    lines += [writer.plain(answer.read_as)] if answer.read_as else []
    return "\n".join(lines)


def _block(block: Block, writer: Writer) -> Iterator[str]:
    colon = ": " if writer.language == "en" else "："
    match block:
        case Prose(sentences=sentences):
            yield (" " if writer.language == "en" else "").join(writer.plain(s) for s in sentences)
        case Notice(sentence=sentence):
            yield writer.plain(sentence)
        case File(figures=figures):
            yield from figures_csv(figures, writer).splitlines()
        case Fields(fields=fields):
            for field in fields:
                yield f"{heading(field.label, writer)}{colon}{cell_text(field.cell, writer)}"
        case Table(caption=caption, columns=columns, rows=rows):
            yield writer.plain(caption) + colon.rstrip()
            headings = [heading(c.heading, writer) for c in columns]
            for row in rows:
                first, *rest = row
                said = "; ".join(f"{h} {cell_text(c, writer)}" for h, c in zip(headings[1:], rest, strict=True))
                yield f"- {cell_text(first, writer)}{colon}{said}" if rest else f"- {cell_text(first, writer)}"
        case Chart(title=title, summary=summary, lines=lines):
            yield writer.plain(title)
            yield writer.plain(summary)
            for line in lines:
                yield f"{line.name.written(writer.language)} {sparkline([p.number for p in line.points])}"
            yield from (f"- {line}" for line in happenings(block, writer))
        case BarChart(title=title, summary=summary, bars=bars):
            yield writer.plain(title)
            yield writer.plain(summary)
            for bar in bars:
                yield f"- {bar.name.written(writer.language)}{colon}{bar_figure(bar, block, writer)}"
        case MixChart(title=title, summary=summary, wholes=wholes):
            yield writer.plain(title)
            yield writer.plain(summary)
            for whole in wholes:
                parts = (f"{s.name.written(writer.language)} {part_figure(s.fraction, writer)}" for s in whole.shares)
                yield f"- {whole.name.written(writer.language)}{colon}{'; '.join(parts)}"
        case WaterfallChart() | StripChart() | FanChart() | TornadoChart():
            yield writer.plain(block.title)
            yield writer.plain(block.summary)
            for group in rows_of(block, writer):
                yield from ([group.heading] if group.heading else [])
                yield from (f"- {name}{colon}{figure}" for name, _, figure in group.rows)
        case Calendar(caption=caption, entries=entries):
            yield writer.plain(caption) + colon.rstrip()
            for entry in entries:
                yield f"- {writer.bare_value(entry.day)} {writer.plain(entry.what)}"
        case _:
            assert_never(block)
