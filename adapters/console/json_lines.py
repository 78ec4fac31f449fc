"""The terminal for programs: a line of plain text or JSON in, exactly one line of JSON out."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TextIO, assert_never

from adapters.console.calls import Take, call_of
from adapters.console.chart_document import chart_document
from bot.answer import (
    Answer,
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
from bot.commands.turn import Reply
from bot.days import AsOf, Day
from bot.quantities import (
    Count,
    Money,
    Multiple,
    Percent,
    Points,
    Range,
    Shares,
    number_of,
    unit_of,
)
from bot.text import Language, Message
from bot.words.cells import cell_spans, heading
from bot.words.fallback import fallback
from bot.words.figures_csv import figures_csv
from bot.words.writer import Writer, bare


class JsonLines:
    """Answers lines with lines.

    Choices of the last answer of a thread can be pressed by number, by label, or by what they carry.
    """

    def __init__(self, take: Take, writer_of: Callable[[Language], Writer], language: Language | None) -> None:
        self._take, self._writer_of, self._language = take, writer_of, language
        self._choices: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}

    def serve(self, lines: TextIO, out: TextIO) -> None:
        """Answers every line of input until its end."""
        for line in lines:
            out.write(json.dumps(self.answer(line.rstrip("\r\n")), ensure_ascii=False) + "\n")
            out.flush()

    def answer(self, line: str) -> dict[str, Any]:
        """Returns the answer to one line as plain JSON values."""
        asked = _asked(line)
        if not _is_ask(asked):
            return self._broken(asked.get("id"))
        thread, place = _text(asked, "thread"), _text(asked, "place") or "terminal"
        call = call_of(
            self._line(asked, (place, thread)),
            place=place,
            thread=thread,
            person=_text(asked, "person") or "you",
            id=_text(asked, "id"),
            language=self._language,
        )
        reply = self._take(call)
        answered = document(reply, self._writer_of(reply.language), asked.get("id"))
        self._choices[(place, thread)] = tuple((c["label"], c["press"]) for c in answered["choices"])
        return answered

    def _line(self, asked: dict[str, Any], thread: tuple[str, str]) -> str:
        if "press" not in asked:
            return _text(asked, "text")
        press = _text(asked, "press").strip()
        choices = self._choices.get(thread, ())
        if press.isascii() and press.isdigit() and len(press) < 4 and 1 <= int(press) <= len(choices):
            return choices[int(press) - 1][1]
        return next((typed for label, typed in choices if press == label), press)

    def _broken(self, asked_id: object) -> dict[str, Any]:
        answer = Answer(Message("bad-json"), visible_to="asker")
        reply = Reply(answer, "error", self._language or "en", "")
        return document(reply, self._writer_of(reply.language), asked_id)


def _asked(line: str) -> dict[str, Any]:
    """A line that begins like an object is read as one, empty where it is none; any other line is text as it stands."""
    if not line.lstrip().startswith("{"):
        return {"text": line}
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return asked if isinstance(asked, dict) else {}


def _is_ask(asked: dict[str, Any]) -> bool:
    return isinstance(asked.get("text"), str) or isinstance(asked.get("press"), str | int)


def _text(asked: dict[str, Any], name: str) -> str:
    value = asked.get(name)
    return "" if value is None else str(value)


def document(reply: Reply, writer: Writer, asked_id: object) -> dict[str, Any]:
    """Returns a reply as plain JSON values, its figures typed and with the ids of their claims."""
    answer = reply.answer
    return {
        "kind": "answer",
        "id": asked_id,
        "outcome": reply.outcome,
        "read_as": writer.plain(answer.read_as) if answer.read_as else None,
        "plan": reply.plan.document() if reply.plan else None,
        "headline": writer.plain(answer.headline),
        "blocks": [_block(block, writer) for block in answer.blocks],
        "choices": [{"label": writer.plain(c.label), "press": c.ask.typed} for c in answer.choices],
        "footnotes": [writer.plain(note) for note in answer.footnotes],
        "text": fallback(answer, writer),
    }


def _block(block: Block, writer: Writer) -> dict[str, Any]:
    match block:
        case Prose(sentences=sentences):
            return {"type": "prose", "sentences": [writer.plain(s) for s in sentences]}
        case File(name=name, figures=figures):
            return {"type": "file", "name": name, "content": figures_csv(figures, writer)}
        case Notice(sentence=sentence, tone=tone):
            return {"type": "notice", "tone": tone, "sentence": writer.plain(sentence)}
        case Fields(fields=fields):
            cells = [{"label": heading(f.label, writer), **_cell(f.cell, writer)} for f in fields]
            return {"type": "fields", "fields": cells}
        case Table(caption=caption, columns=columns, rows=rows):
            return {
                "type": "table",
                "caption": writer.plain(caption),
                "columns": [{"heading": heading(c.heading, writer), "kind": c.kind} for c in columns],
                "rows": [[_cell(cell, writer) for cell in row] for row in rows],
            }
        case Chart() | BarChart() | MixChart() | WaterfallChart() | StripChart() | FanChart() | TornadoChart():
            return chart_document(block, writer)
        case Calendar(caption=caption, entries=entries):
            dated = [{"day": e.day.iso, "what": writer.plain(e.what), "claims": list(e.claims)} for e in entries]
            return {"type": "calendar", "caption": writer.plain(caption), "entries": dated}
        case _:
            assert_never(block)


def _cell(cell: Cell, writer: Writer) -> dict[str, Any]:
    return {
        **_value(cell),
        "text": bare(cell_spans(replace(cell, notes=(), dated=False), writer), writer.language),
        "claims": list(cell.claims),
        "qualifier": cell.qualifier or None,
        "as_of": cell.as_of.label if cell.as_of else None,
        "notes": list(cell.notes),
        "why": writer.plain(cell.why) if cell.why else None,
    }


def _value(cell: Cell) -> dict[str, Any]:
    """Exact amounts are written as strings, since a JSON number would pass through floating point on the other side."""
    match cell.value:
        case Money() | Shares() | Percent() | Points() | Multiple() | Count():
            return {"type": "quantity", "value": format(number_of(cell.value), "f"), "unit": unit_of(cell.value)}
        case Range(low=low, high=high):
            end = low or high
            assert end is not None
            return {
                "type": "range",
                "low": format(number_of(low), "f") if low else None,
                "high": format(number_of(high), "f") if high else None,
                "unit": unit_of(end),
            }
        case Day():
            return {"type": "day", "value": cell.value.iso}
        case AsOf(label=label):
            return {"type": "as_of", "value": label}
        case None:
            return {"type": "unknown", "value": None}
        case _:
            return {"type": "text"}
