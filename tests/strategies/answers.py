"""Hypothesis strategies for any answer the document allows, with names that try to format, link and tell people."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from hypothesis import strategies as st

from bot.answer import (
    Answer,
    Block,
    Calendar,
    Cell,
    Chart,
    Choice,
    Column,
    Entry,
    Field,
    Fields,
    File,
    Line,
    Notice,
    Point,
    Prose,
    Table,
)
from bot.call import Ask
from bot.days import AsOf, Day, Instant
from bot.quantities import Count, Money, Multiple, Percent, Points, Quantity, Range, Shares, quantity, unit_of
from bot.text import Argument, Link, Member, Message, Name, Raw, Several, Term, Typed
from tests.strategies.supply import supply_charts

HOSTILE = (
    "<!channel>",
    "<!here|here>",
    "<@U012ABCDEF>",
    "<#C012ABCDEF|general>",
    "<!subteam^S012ABCDEF>",
    "<https://evil.example|safe>",
    "[click](https://evil.example)",
    "[click](<https://evil.example>)",
    "https://evil.example/path",
    "@everyone",
    "@here",
    "<@123456789012345678>",
    "<@&123456789012345678>",
    "<#123456789012345678>",
    "</value:123456789012345678>",
    "<t:1782291600:R>",
    "<:tada:123456789012345678>",
    ":tada:",
    "*bold*",
    "**bold**",
    "_it_",
    "__under__",
    "~no~",
    "~~no~~",
    "||spoiler||",
    "`code`",
    "```block```",
    "> quote",
    ">>> all",
    "# heading",
    "-# small",
    "- item",
    "1. item",
    "&lt;!channel&gt;",
    "&amp;",
    "\\",
    "\\*",
    "a\u202eb\u200b*",
    "line\nbreak\r\n> quote",
    "\x00\x1b[31m",
    "智谱华章科技股份有限公司",
    "👩‍👩‍👧‍👦 é",
    "",
    " ",
)

# No private-use characters: the writer marks places with them, and input is cleaned of them before it is read.
_letters = st.characters(exclude_categories=("Cs", "Co"))
words = st.one_of(
    st.sampled_from(HOSTILE),
    st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=4).map(" ".join),
    st.lists(st.sampled_from(HOSTILE), min_size=2, max_size=3).map("".join),
    st.text(_letters, max_size=30),
    st.text(_letters, min_size=1, max_size=8).map(lambda part: part * 100),
)
names = st.builds(Name, words, words)
days = st.dates(date(2015, 1, 1), date(2035, 12, 31)).map(Day)
instants = st.datetimes(datetime(2015, 1, 1), datetime(2035, 12, 31)).map(  # noqa: DTZ001 (given a zone at once)
    lambda at: Instant(at.replace(tzinfo=UTC))
)
accounts = st.one_of(st.just("U0ALICE"), st.just("70012345"), words)
members = st.builds(Member, st.sampled_from(("slack", "discord", "console")), accounts)
as_ofs = st.one_of(
    days.map(AsOf.day), st.sampled_from(("2026-07", "Q1 2026", "H1 2026", "9M 2025", "FY2025")).map(AsOf.of)
)
numbers = st.decimals(Decimal("-1e15"), Decimal("1e15"), allow_nan=False, allow_infinity=False, places=4)
urls = st.one_of(
    st.sampled_from(("https://www.hkex.com.hk/eng/stat/quot.htm", "http://a.example/x_y_z?q=1&r=(2)#*three*", "")),
    st.sampled_from(
        ("javascript:alert(1)", "https://", "https://a b", "https://a.example/>|<", "https://[::1", "x" * 5000)
    ),
    words,
)
links = st.builds(Link, names, urls)
quantities: st.SearchStrategy[Quantity] = st.one_of(
    st.builds(Money, numbers, st.sampled_from(("HKD", "USD", "CNY", "JPY", "XYZ"))),
    st.builds(Shares, numbers),
    st.builds(Percent, numbers),
    st.builds(Points, numbers),
    st.builds(Multiple, numbers),
    st.builds(Count, numbers),
)


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    """Draws a range with one open end, or two ends of one unit in order."""
    first = draw(quantities)
    match draw(st.sampled_from(("low", "high", "both"))):
        case "low":
            return Range(first, None)
        case "high":
            return Range(None, first)
        case _:
            low, high = sorted((draw(numbers), draw(numbers)))
            return Range(quantity(low, unit_of(first)), quantity(high, unit_of(first)))


terms = st.sampled_from((Term("basis", "close"), Term("currency", "USD"), Term("when", "latest")))
typed = st.builds(Typed, words)
pieces: st.SearchStrategy[Argument] = st.one_of(
    quantities, ranges(), days, as_ofs, instants, members, names, terms, links, st.builds(Raw, words), typed
)
arguments = st.one_of(pieces, st.lists(pieces, min_size=1, max_size=4).map(lambda items: Several(tuple(items))))
messages = st.one_of(
    st.builds(lambda text: Message("plain", {"text": text}), arguments),
    st.builds(lambda first, second: Message("parts", {"first": first, "second": second}), arguments, arguments),
)
values = st.one_of(st.none(), quantities, ranges(), days, as_ofs, names, terms, messages, st.builds(Raw, words), typed)
cells = st.builds(
    Cell,
    values,
    as_of=st.one_of(st.none(), as_ofs),
    notes=st.lists(st.integers(1, 12), max_size=2).map(tuple),
    why=st.one_of(st.none(), messages),
    dated=st.booleans(),
    qualifier=st.sampled_from(("", "about", "at_least")),
)
headings = st.one_of(messages, names)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Draws a table, now and then with no rows, or more rows or columns than a platform takes."""
    width = draw(st.one_of(st.integers(1, 6), st.integers(1, 6), st.integers(1, 6), st.integers(1, 24)))
    columns = draw(
        st.lists(st.builds(Column, headings, st.sampled_from(("text", "number"))), min_size=width, max_size=width)
    )
    rows = draw(st.lists(st.lists(cells, min_size=width, max_size=width).map(tuple), max_size=4))
    times = draw(st.sampled_from((1, 1, 1, 1, 1, 1, 7, 30)))
    return Table(draw(messages), tuple(columns), tuple(rows * times))


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    """Draws a chart, half the time one whose lines share their days."""
    shared = draw(st.lists(days, unique=True, max_size=30))
    lines = []
    for _ in range(draw(st.integers(0, 8))):
        own = shared if draw(st.booleans()) else draw(st.lists(days, unique=True, max_size=30))
        points = tuple(Point(day, draw(numbers)) for day in own)
        lines.append(Line(draw(names), points, draw(st.booleans())))
    return Chart(
        draw(messages), draw(messages), tuple(lines), draw(st.sampled_from(("HKD", "ratio", "multiple", "odd unit")))
    )


blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Prose, st.lists(messages, max_size=4).map(tuple)),
    tables(),
    st.builds(Fields, st.lists(st.builds(Field, headings, cells), max_size=12).map(tuple)),
    charts(),
    supply_charts(messages, names, numbers, days, st.sampled_from(("HKD", "ratio", "shares", "odd unit")), 4),
    st.builds(Calendar, messages, st.lists(st.builds(Entry, days, messages), max_size=12).map(tuple)),
    st.builds(Notice, messages, st.sampled_from(("plain", "warning"))),
    st.builds(File, words, st.builds(lambda head, table: Answer(head, (table,)), messages, tables())),
)
asks = st.builds(Ask, words, words, st.dictionaries(words, words, max_size=3))
answers = st.builds(
    Answer,
    messages,
    st.lists(blocks, max_size=5).map(tuple),
    st.lists(st.builds(Choice, messages, asks), max_size=30).map(tuple),
    st.lists(messages, max_size=12).map(tuple),
    st.one_of(st.none(), as_ofs),
    st.one_of(st.none(), messages),
    st.sampled_from(("everyone", "asker")),
)
