"""The answer document: what is said, with typed values, before any platform or language is thought of."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bot.call import Ask
from bot.charts import SupplyChart
from bot.days import AsOf, Day
from bot.facts.records import Qualifier
from bot.quantities import Quantity, Range
from bot.text import Language, Message, Name, Raw, Several, Term, Typed

VisibleTo = Literal["everyone", "asker"]

Showing = Literal["private", "open", "thread"]
"""Where a channel sees the answers to commands: the asker alone, who may share them; everyone; or a thread."""
Tone = Literal["plain", "warning"]
Kind = Literal["text", "number"]
MarkKind = Literal["lead", "release", "event"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a table or a field, with the claims it rests on and the day it speaks of.

    `notes` are numbers of the answer's footnotes, counted from 1. A value of None is unknown; `why` then says why.
    A cell is `dated` where its day differs from its neighbours', so that the reader sees the day beside the value.
    `qualifier` is the source's own `about` or `at_least`, empty for an exact value.
    """

    value: Quantity | Range | Day | AsOf | Name | Term | Message | Raw | Several | Typed | None
    claims: tuple[str, ...] = ()
    as_of: AsOf | None = None
    notes: tuple[int, ...] = ()
    why: Message | None = None
    dated: bool = False
    qualifier: Qualifier | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading and whether its cells are figures (set right, sorted as numbers)."""

    heading: Message | Name
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Prose:
    """Sentences in reading order."""

    sentences: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns. `caption` says what the table shows to someone who cannot see it."""

    caption: Message
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A label and its value."""

    label: Message | Name
    cell: Cell


@dataclass(frozen=True, slots=True)
class Fields:
    """Labelled values of one thing."""

    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a chart's line on a day; the number is in the chart's unit."""

    day: Day
    number: Decimal


@dataclass(frozen=True, slots=True)
class Line:
    """A named series of a chart; `steps` means that it stands until the next point, as a private round does."""

    name: Name
    points: tuple[Point, ...]
    steps: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened on one day of a chart: the lead changed, shares came free, or anything else."""

    day: Day
    what: Message
    kind: MarkKind = "event"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days between which something happened on a day nobody knows, both included: an overtaking between two rounds."""

    first: Day
    last: Day
    what: Message


@dataclass(frozen=True, slots=True)
class Level:
    """A height of a chart worth seeing, such as parity; with `high` a band between the two."""

    low: Decimal
    what: Message
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of series over time. `unit` is written as in the fact files; `summary` is its alternative text.

    `logarithmic` asks for a scale on which equal multiples are equally high, granted where all numbers are above zero.
    `until` is the day up to which the axis runs where that is later than the last figure: a round still stands then.
    `note` is the small print that goes with the picture wherever it is passed on: sources, basis.
    """

    title: Message
    summary: Message
    lines: tuple[Line, ...]
    unit: str
    marks: tuple[Mark, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    levels: tuple[Level, ...] = ()
    logarithmic: bool = False
    until: Day | None = None
    note: Message | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure of a bar chart in the chart's unit. A number of None is unknown; `why` then says why."""

    name: Name
    number: Decimal | None
    as_of: AsOf | None = None
    why: Message | None = None


@dataclass(frozen=True, slots=True)
class BarChart:
    """A picture of one figure of each of several companies, such as a multiple, in the order given."""

    title: Message
    summary: Message
    bars: tuple[Bar, ...]
    unit: str
    note: Message | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, as a fraction of 1."""

    name: Name
    fraction: Decimal


@dataclass(frozen=True, slots=True)
class Whole:
    """What one company discloses of its parts; they may overlap and need not add up to the whole."""

    name: Name
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class MixChart:
    """A picture of how companies are made up: each part against its whole, never stacked, since parts may overlap."""

    title: Message
    summary: Message
    wholes: tuple[Whole, ...]
    note: Message | None = None


AnyChart = Chart | BarChart | MixChart | SupplyChart
"""What can be drawn as a picture."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One dated item of a calendar."""

    day: Day
    what: Message
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Calendar:
    """Dated items, earliest first."""

    caption: Message
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence set apart from the figures: a warning, or what to do next."""

    sentence: Message
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class File:
    """The figures of an answer as a file, whose content the renderer writes."""

    name: str
    figures: Answer


Block = File | Prose | Table | Fields | AnyChart | Calendar | Notice


@dataclass(frozen=True, slots=True)
class Choice:
    """A button under an answer, and what pressing it asks."""

    label: Message
    ask: Ask


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything one reply says. The headline alone, with the footnotes, must stand without the blocks."""

    headline: Message
    blocks: tuple[Block, ...] = ()
    choices: tuple[Choice, ...] = ()
    footnotes: tuple[Message, ...] = ()
    as_of: AsOf | None = None
    read_as: Message | None = None
    visible_to: VisibleTo = "everyone"


@dataclass(frozen=True, slots=True)
class SetLanguage:
    """A change: from now on a person is answered in a language, or the place's own when None."""

    language: Language | None


@dataclass(frozen=True, slots=True)
class SetShowing:
    """A change: from now on a channel sees the answers to commands so, or as its platform does it when None."""

    showing: Showing | None


@dataclass(frozen=True, slots=True)
class KeepSet:
    """A change: a channel's named set of companies gets a new version; at most one set of a channel is its default."""

    name: str
    companies: tuple[str, ...]
    is_default: bool = False


@dataclass(frozen=True, slots=True)
class DropSet:
    """A change: a channel's named set is put away."""

    name: str


@dataclass(frozen=True, slots=True)
class KeepQuestions:
    """A change: from now on a workspace's questions are kept for learning, or not, and then those kept are deleted."""

    kept: bool


@dataclass(frozen=True, slots=True)
class RateQuestion:
    """A change: somebody said whether the answer to a question helped."""

    id: str
    good: bool


Change = SetLanguage | SetShowing | KeepSet | DropSet | KeepQuestions | RateQuestion
"""What a command may ask the shell to write, in one transaction with the receipt of its answer."""
