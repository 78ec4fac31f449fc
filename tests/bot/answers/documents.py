"""Reading an answer document as a checker does: every typed value in it, and every number of its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import bot.words
from bot.answer import Answer, AnyChart, BarChart, Calendar, Cell, Chart, Column, Fields, MixChart, Notice, Prose, Table
from bot.charts import FanChart, StripChart, TornadoChart, WaterfallChart
from bot.days import AsOf, Day, Instant
from bot.quantities import Count, Money, Multiple, Percent, Points, Quantity, Range, Shares, quantity
from bot.text import Argument, Language, Link, Message, Name, Raw, Several, Term, Typed
from bot.words.dates import written_as_of, written_day
from bot.words.numbers import written
from bot.words.sparkline import sparkline
from bot.words.writer import Writer
from tests.bot.answers.supply_parts import supply_parts

LANGUAGES: tuple[Language, ...] = ("en", "zh")
CATALOGUE = Path(bot.words.__path__[0])
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")

OWN_COUNTS = frozenset(
    {
        "column-place",
        "column-claims",
        "column-measures",
        "column-disputes",
        "reversals-days-led",
        "reversals-closes-led",
        "reversals-marks-led",
        "reversals-longest",
        "intelligence density",
        "token throughput",
        "upper bound of intelligence",
        "token consumption",
    }
)
"""Columns that count the answer's own rows, claims or days, and what the asker typed: they come from no source."""


@dataclass(frozen=True)
class Placed:
    """A cell with the heading it stands under."""

    heading: str
    cell: Cell


@cache
def strict(language: Language) -> Writer:
    """A writer that fails where the catalogue lacks a sentence or a sentence lacks an argument."""

    def fail(what: str) -> None:
        raise AssertionError(f"catalogue of {language} lacks {what}")

    return Writer(language, _texts(language), fail)


def placed_cells(answer: Answer) -> Iterator[Placed]:
    """Yields every cell of an answer."""
    for block in answer.blocks:
        match block:
            case Table(columns=columns, rows=rows):
                for row in rows:
                    yield from (Placed(_heading(c), cell) for c, cell in zip(columns, row, strict=True))
            case Fields(fields=fields):
                for field in fields:
                    yield Placed(field.label.key if isinstance(field.label, Message) else field.label.en, field.cell)
            case _:
                pass


def sentences(answer: Answer) -> Iterator[Message]:
    """Yields every sentence that stands outside of cells, in reading order."""
    yield answer.headline
    for block in answer.blocks:
        match block:
            case Prose(sentences=said):
                yield from said
            case Notice(sentence=sentence):
                yield sentence
            case Table(caption=caption) | Calendar(caption=caption):
                yield caption
                if isinstance(block, Calendar):
                    yield from (entry.what for entry in block.entries)
            case Chart() | BarChart() | MixChart() | WaterfallChart() | StripChart() | FanChart() | TornadoChart():
                yield from (part for part in parts_of(block) if isinstance(part, Message))
            case _:
                pass
    yield from answer.footnotes
    if answer.read_as is not None:
        yield answer.read_as


def parts_of(chart: AnyChart) -> Iterator[Argument]:
    """Yields all that a picture's own text says: names, days, sentences and the figures of bars and parts."""
    match chart:
        case Chart(title=title, summary=summary, lines=lines, marks=marks, stretches=stretches):
            yield from (title, summary)
            yield from (line.name for line in lines)
            for mark in marks:
                yield from (mark.day, mark.what)
            for stretch in stretches:
                yield from (stretch.first, stretch.last, stretch.what)
        case BarChart(title=title, summary=summary, bars=bars, unit=unit):
            yield from (title, summary)
            for bar in bars:
                yield bar.name
                yield from (part for part in (bar.as_of, bar.why) if part is not None)
                yield from (quantity(number, unit) for number in (bar.number,) if number is not None)
        case MixChart(title=title, summary=summary, wholes=wholes):
            yield from (title, summary)
            for whole in wholes:
                yield whole.name
                for share in whole.shares:
                    yield from (share.name, Percent(share.fraction))
        case WaterfallChart() | StripChart() | FanChart() | TornadoChart():
            yield from supply_parts(chart)


def leaves(value: Argument | None) -> Iterator[Argument]:
    """Yields the typed values that a value is made of; of a sentence, those that a language's pattern shows."""
    match value:
        case None:
            return
        case Message(key=key, args=args):
            shown = shown_args(key)
            for name in sorted(args):
                if name in shown:
                    yield from leaves(args[name])
        case Several(items=items):
            for item in items:
                yield from leaves(item)
        case Range(low=low, high=high):
            yield from (end for end in (low, high) if end is not None)
        case _:
            yield value


def typed_values(answer: Answer) -> list[Argument]:
    """Returns every typed value that an answer shows, sentences first."""
    found = [leaf for sentence in sentences(answer) for leaf in leaves(sentence)]
    for placed in placed_cells(answer):
        found += leaves(placed.cell.value)
        if placed.cell.dated and placed.cell.as_of is not None:
            found.append(placed.cell.as_of)
    for block in answer.blocks:
        if isinstance(block, Table):
            found += [leaf for column in block.columns for leaf in leaves(column.heading)]
        if isinstance(block, Fields):
            found += [leaf for field in block.fields for leaf in leaves(field.label)]
        if isinstance(block, AnyChart):
            for part in parts_of(block):
                found += [] if isinstance(part, Message) else leaves(part)
        if isinstance(block, Calendar):
            found += [entry.day for entry in block.entries]
    return found


def quantities(values: Iterable[Argument]) -> list[Quantity]:
    """Returns the amounts among typed values."""
    return [v for v in values if isinstance(v, Money | Shares | Percent | Points | Multiple | Count)]


def numbers_in(text: str) -> list[str]:
    """Returns every number of a text, without those of the footnotes' marks."""
    return [match.rstrip(",") for match in NUMBER.findall(text)]


def numbers_of(values: Iterable[Argument], answer: Answer, language: Language) -> set[str]:
    """Returns every number that the writings of typed values hold, and those of the catalogue's own sentences."""
    found = {number for value in values for number in numbers_in(_writing(value, language))}
    for key in _keys(answer):
        found.update(numbers_in(_pattern(language).get(key, "")))
    for placed in placed_cells(answer):
        if placed.cell.as_of is not None and placed.cell.dated:
            found.update(numbers_in(placed.cell.as_of.label))
    for block in answer.blocks:
        if isinstance(block, Chart):
            found.update(numbers_in(" ".join(sparkline([p.number for p in line.points]) for line in block.lines)))
    return found


@cache
def shown_args(key: str) -> frozenset[str]:
    """Returns the arguments that a sentence shows in either language."""
    return frozenset(
        name for language in LANGUAGES for name in re.findall(r"\{ *\$(\w+) *\}", _pattern(language).get(key, ""))
    )


def _writing(value: Argument, language: Language) -> str:
    match value:
        case Money() | Shares() | Percent() | Points() | Multiple() | Count():
            return written(value, language)
        case Day():
            return written_day(value, language)
        case AsOf():
            return written_as_of(value, language)
        case Name():
            return f"{value.en} {value.zh}"
        case Link(label=label, url=url):
            return f"{label.en} {label.zh} {url}"
        case Raw(text=text) | Typed(text=text):
            return text
        case Term(family=family, key=key):
            return _pattern(language).get(f"{family}-{key}", key)
        case Instant():
            return value.iso
        case _:
            return str(value)


def _keys(answer: Answer) -> set[str]:
    found: set[str] = set()

    def walk(value: Argument | None) -> None:
        if isinstance(value, Message):
            found.add(value.key)
            for argument in value.args.values():
                walk(argument)
        elif isinstance(value, Several):
            for item in value.items:
                walk(item)

    for sentence in sentences(answer):
        walk(sentence)
    for placed in placed_cells(answer):
        walk(placed.cell.value)
        found.add(placed.heading)
    return found


@cache
def _texts(language: Language) -> str:
    return (CATALOGUE / f"{language}.ftl").read_text(encoding="utf-8")


@cache
def _pattern(language: Language) -> dict[str, str]:
    """The patterns of a catalogue by key, each with the lines that continue it."""
    entries = re.split(r"^(?=[a-zA-Z][\w-]* = )", _texts(language), flags=re.MULTILINE)
    pairs = (entry.partition(" = ") for entry in entries if " = " in entry)
    return {key.strip(): "\n".join(_without_comments(text)) for key, _, text in pairs}


def _without_comments(text: str) -> list[str]:
    return [line for line in text.splitlines() if not line.startswith("#")]


def _heading(column: Column) -> str:
    return column.heading.key if isinstance(column.heading, Message) else column.heading.en
