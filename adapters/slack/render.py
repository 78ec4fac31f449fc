"""An answer as Slack messages: pure, total, and within Slack's limits whatever the answer holds.

All that people or sources wrote goes into rich text, raw text and plain text, which Slack shows letter by letter: no
name can format, link or tell anyone. Nothing in blocks is mrkdwn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, assert_never

from adapters.slack.charts import chart_blocks
from adapters.slack.escape import escaped
from adapters.slack.limits import (
    BLOCKS,
    CHARACTERS,
    CHARTS,
    HEADER,
    TABLES,
    TEXT,
    TEXT_OBJECT,
    characters,
)
from adapters.slack.menu import choice_blocks
from adapters.slack.rich import Block, elements, is_address, listed, paragraphs, preformatted, quotation, text, unmarked
from adapters.slack.tables import Step, table_blocks
from bot.answer import (
    Answer,
    BarChart,
    Calendar,
    Chart,
    Entry,
    Field,
    Fields,
    File,
    MixChart,
    Notice,
    Prose,
    Table,
)
from bot.answer import Block as Part
from bot.charts import FanChart, StripChart, TornadoChart, WaterfallChart
from bot.days import Instant
from bot.text import Link, Mention, Message, Plain, Span
from bot.words.clipping import clipped, one_line, units
from bot.words.fallback import fallback
from bot.words.figures_csv import figures_csv, first_lines
from bot.words.grid import cell_spans, closing_line, colon, label, letters, row_counts, said_once, without_rows
from bot.words.writer import Writer

_ROWS = (100, 50, 25, 10)
"""Rows of a table that are tried in turn until the answer fits one message."""

_ROWS_OF_SEVERAL = 25

FILE_UNITS = 2_000
"""Characters of a file that are shown where it cannot be attached: a screenful, well inside one section."""


@dataclass(frozen=True, slots=True)
class SlackMessage:
    """One message to post: what notifications and screen readers say, and the blocks.

    `stored` holds what must be kept under a button's value for it to work; `private` is for the asker alone.
    """

    text: str
    blocks: tuple[Block, ...]
    private: bool = False
    stored: Mapping[str, str] = field(default_factory=dict)

    def arguments(self) -> dict[str, Any]:
        """Returns the arguments of chat.postMessage that say the content."""
        return {"text": self.text, "blocks": list(self.blocks), "unfurl_links": False, "unfurl_media": False}


def render(answer: Answer, writer: Writer, step: Step = "native") -> list[SlackMessage]:
    """Returns an answer as one message, or several where one cannot hold it; never none.

    `step` is the richest form allowed: after invalid_blocks, render again one step down. Tables give up rows, saying
    how many, before a footnote is touched; what still does not fit continues in a further message.
    """
    answer = said_once(answer)
    stored: dict[str, str] = {}
    choices = choice_blocks(answer.choices, writer, stored)
    packed: list[list[Block]] = []
    for rows in (*row_counts(answer, _ROWS), _ROWS_OF_SEVERAL):
        packed = _packed([*_content(answer, writer, step, rows), *_closing(answer, writer), *choices])
        if len(packed) == 1:
            break
    first = _text(answer, writer)
    headline = clipped(escaped(letters(writer.spans(answer.headline), writer)), TEXT_OBJECT) or "–"
    count = len(packed)
    return [
        SlackMessage(
            first if place == 0 else f"{headline} ({place + 1}/{count})",
            tuple(blocks),
            answer.visible_to == "asker",
            stored if place == count - 1 else {},
        )
        for place, blocks in enumerate(packed)
    ]


def _content(answer: Answer, writer: Writer, step: Step, rows: int) -> list[Block]:
    blocks = _headline(answer.headline, writer)
    for part in answer.blocks:
        kinds = [block["type"] for block in blocks]
        table = kinds.count("table") + kinds.count("data_table") < TABLES
        chart = kinds.count("data_visualization") < CHARTS
        blocks += _part(part, writer, step, rows, table=table, chart=chart)
    return blocks


def _headline(message: Message, writer: Writer) -> list[Block]:
    spans = writer.spans(message)
    words = unmarked(letters(spans, writer)) or "–"
    if units(words) <= HEADER and all(isinstance(span, Plain) for span in spans):
        return [{"type": "header", "text": {"type": "plain_text", "text": words, "emoji": False}}]
    return paragraphs([elements(spans, writer.language, bold=True)])


def _part(part: Part, writer: Writer, step: Step, rows: int, *, table: bool, chart: bool) -> list[Block]:
    match part:
        case Prose(sentences=sentences):
            between = text(" ") if writer.language == "en" else []
            line: list[dict[str, Any]] = []
            for sentence in sentences:
                line += [*(between if line else []), *elements(writer.spans(sentence), writer.language)]
            return paragraphs([line] if line else [])
        case Table():
            return table_blocks(part, writer, rows, step, native=table)
        case Fields(fields=fields):
            return paragraphs(_field(each, writer) for each in fields)
        case Chart() | BarChart() | MixChart() | WaterfallChart() | StripChart() | FanChart() | TornadoChart():
            return chart_blocks(part, writer, native=chart and step == "native")
        case Calendar(caption=caption, entries=entries):
            head = paragraphs([elements(writer.spans(caption), writer.language, bold=True)])
            return [*head, *listed((_entry(entry, writer) for entry in entries), "bullet")]
        case File(figures=figures):
            shown, more = first_lines(figures_csv(figures, writer), FILE_UNITS)
            rest = elements(writer.spans(Message("rows-more", {"count": more})), writer.language)
            return [preformatted([one_line(line) for line in shown.split("\n")]), *(paragraphs([rest]) if more else [])]
        case Notice(sentence=sentence, tone=tone):
            sign = [{"type": "emoji", "name": "warning"}, *text(" ")] if tone == "warning" else []
            return quotation([[*sign, *elements(writer.spans(sentence), writer.language)]])
        case _:
            assert_never(part)


def _field(each: Field, writer: Writer) -> list[dict[str, Any]]:
    line = text(label(each.label, writer) + colon(writer), bold=True)
    return line + elements(cell_spans(each.cell, writer), writer.language)


def _entry(entry: Entry, writer: Writer) -> list[dict[str, Any]]:
    day = elements(writer.value(entry.day), writer.language, bold=True)
    return [*day, *text(" · "), *elements(writer.spans(entry.what), writer.language)]


def _closing(answer: Answer, writer: Writer) -> list[Block]:
    """Returns footnotes as a list with the numbers that figures point to, then how the question was read."""
    notes = [elements(writer.spans(note), writer.language) or text("–") for note in answer.footnotes]
    return [*listed(notes, "ordered"), *_small(closing_line(answer, writer), writer)]


def _small(spans: Sequence[Span], writer: Writer) -> list[Block]:
    """Returns a line in small print, which has no viewer's clock and no links: a line with those stays large."""
    words = unmarked(letters(spans, writer))
    if any(isinstance(span, Instant | Link | Mention) for span in spans) or units(words) > TEXT_OBJECT:
        return paragraphs([elements(spans, writer.language)])
    return [{"type": "context", "elements": [{"type": "plain_text", "text": words, "emoji": False}]}] if words else []


def _packed(blocks: Sequence[Block]) -> list[list[Block]]:
    """Returns blocks in messages, filled in order.

    Buttons may be long in values, which Slack does not count as text.
    """
    messages: list[list[Block]] = [[]]
    used = 0
    for block in blocks:
        size = characters(block)
        if messages[-1] and (len(messages[-1]) == BLOCKS or used + size > CHARACTERS):
            messages.append([])
            used = 0
        messages[-1].append(block)
        used += size
    return messages


def _text(answer: Answer, writer: Writer) -> str:
    """Returns the whole answer as disarmed text, or as much of it as Slack advises: rows go first, footnotes stay."""
    addresses = _addresses(answer, writer)
    for rows in (100, 20, 5, 0):
        blocks = tuple(without_rows(part, rows) if isinstance(part, Table) else part for part in answer.blocks)
        short = replace(answer, blocks=blocks if rows else (), choices=())
        words = escaped(fallback(short, writer), addresses)
        if units(words) <= TEXT:
            return words if words.strip() else "–"
    return clipped(escaped(letters(writer.spans(answer.headline), writer), addresses), TEXT)


def _addresses(answer: Answer, writer: Writer) -> frozenset[str]:
    """Returns the addresses the answer itself links, which stay links in its text."""
    spans = [span for note in answer.footnotes for span in writer.spans(note)]
    for part in answer.blocks:
        match part:
            case Prose(sentences=sentences):
                spans += [span for each in sentences for span in writer.spans(each)]
            case Fields(fields=fields):
                spans += [span for each in fields for span in writer.value(each.cell.value)]
            case Table(rows=rows):
                spans += [span for row in rows for cell in row for span in writer.value(cell.value)]
            case Calendar() | Notice() | File():
                pass
            case Chart() | BarChart() | MixChart() | WaterfallChart() | StripChart() | FanChart() | TornadoChart():
                pass
            case _:
                assert_never(part)
    found = (span.url for span in spans if isinstance(span, Link))
    return frozenset(url for url in found if is_address(url))
