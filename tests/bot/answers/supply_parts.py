"""Reading charts of supply and of what may happen as a checker does."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from bot.charts import FanChart, Standing, StripChart, SupplyChart, TornadoChart, WaterfallChart
from bot.quantities import Percent, quantity
from bot.text import Argument

WRITTEN_OUT = frozenset({-20, -5, -1, 0, 1, 5, 10, 20})
"""Sessions of a fan that its text writes out; the others are drawn alone."""


def supply_parts(chart: SupplyChart) -> Iterator[Argument]:
    """Yields all that a picture's own text says: names, days, sentences and figures."""
    yield from (chart.title, chart.summary)
    match chart:
        case WaterfallChart(before=before, steps=steps, after=after, total=total, unit=unit):
            yield from (*_standing(before, unit), after, quantity(chart.end, unit))
            for step in steps:
                yield from (part for part in (step.name, step.day, step.why) if part is not None)
                yield from _numbers((step.number,), unit)
            if total is not None:
                yield from _standing(total, unit)
                shares = (before.number, chart.end, *(s.number for s in steps if s.number is not None))
                yield from (Percent(abs(number) / total.number) for number in shares if total.number > 0)
        case StripChart(lanes=lanes, unit=unit):
            for lane in lanes:
                yield lane.name
                for due in lane.due:
                    yield from (day for day in (due.day, due.session) if day is not None)
                    yield from _numbers((due.number,), unit)
        case FanChart(paths=paths, bands=bands, event=event, unit=unit):
            yield event
            for path in paths:
                yield path.name
                for point in (p for p in path.points if p.sessions in WRITTEN_OUT or p is path.points[-1]):
                    yield from (point.sessions, *_numbers((point.number,), unit))
            for band in bands:
                yield band.what
                for edge in (e for e in band.edges if e.sessions in WRITTEN_OUT or e is band.edges[-1]):
                    yield from _numbers((edge.low, edge.high), unit)
        case TornadoChart(base=base, swings=swings, unit=unit):
            yield from _standing(base, unit)
            for swing in swings:
                said = (swing.name, swing.low_input, swing.high_input, swing.why)
                yield from (part for part in said if part is not None)
                yield from _numbers((swing.low, swing.high), unit)


def _standing(standing: Standing, unit: str) -> Iterator[Argument]:
    yield from (standing.name, quantity(standing.number, unit))


def _numbers(numbers: tuple[Decimal | None, ...], unit: str) -> Iterator[Argument]:
    yield from (quantity(number, unit) for number in numbers if number is not None)
