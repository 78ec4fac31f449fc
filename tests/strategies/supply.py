"""Hypothesis strategies for charts of supply and of what may happen, made of whatever parts the caller has."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from bot.charts import (
    Due,
    Edge,
    EventPath,
    FanChart,
    Lane,
    Offset,
    QuantileBand,
    Standing,
    Step,
    StripChart,
    SupplyChart,
    Swing,
    TornadoChart,
    WaterfallChart,
)
from bot.days import Day
from bot.text import Message, Name


def supply_charts(
    messages: st.SearchStrategy[Message],
    names: st.SearchStrategy[Name],
    numbers: st.SearchStrategy[Decimal],
    days: st.SearchStrategy[Day],
    units: st.SearchStrategy[str],
    most: int = 16,
) -> st.SearchStrategy[SupplyChart]:
    """Returns charts of all four kinds with up to so many parts."""
    named, note, maybe = messages | names, st.none() | messages, st.none() | numbers
    standings = st.builds(Standing, named, numbers)
    steps = st.lists(st.builds(Step, named, maybe, st.none() | days, note), max_size=most).map(tuple)
    due = st.lists(st.builds(Due, days, maybe, st.none() | days, st.booleans()), max_size=most).map(tuple)
    lanes = st.lists(st.builds(Lane, names, due), max_size=min(most, 7)).map(tuple)
    sessions = st.integers(-30, 40) | st.integers(-(10**9), 10**9)
    points = st.lists(st.builds(Offset, sessions, numbers), max_size=most).map(tuple)
    edges = st.lists(st.builds(Edge, sessions, numbers, numbers), max_size=most).map(tuple)
    paths = st.lists(st.builds(EventPath, names, points), max_size=7).map(tuple)
    bands = st.lists(st.builds(QuantileBand, messages, edges), max_size=4).map(tuple)
    swings = st.lists(st.builds(Swing, named, maybe, maybe, note, note, note), max_size=most).map(tuple)
    return st.one_of(
        st.builds(WaterfallChart, messages, messages, standings, steps, named, units, st.none() | standings, note),
        st.builds(StripChart, messages, messages, days, days, lanes, units, note),
        st.builds(FanChart, messages, messages, paths, bands, units, messages, note),
        st.builds(TornadoChart, messages, messages, standings, swings, units, note),
    )
