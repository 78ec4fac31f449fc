"""The series of a chart in letters of one width: name, course, first and last value with their days."""

from __future__ import annotations

from decimal import Decimal

from bot.answer import Chart
from bot.quantities import UnitMismatchError, quantity
from bot.words.clipping import one_line
from bot.words.dates import written_day
from bot.words.monospace import columns_of, wrapped
from bot.words.numbers import compact
from bot.words.sparkline import WIDEST, sparkline
from bot.words.writer import Writer


def courses(chart: Chart, writer: Writer, width: int) -> tuple[str, ...]:
    """Returns the lines that show a chart's series where no picture can be drawn, each at most the width."""
    lines: list[str] = []
    for line in chart.lines:
        points = sorted(line.points, key=lambda point: point.day)
        if not points:
            continue
        lines.extend(wrapped(one_line(line.name.written(writer.language)), width))
        lines.append(sparkline([point.number for point in points], min(WIDEST, width)))
        ends = points if len(points) == 1 else (points[0], points[-1])
        written = [
            f"{amount(point.number, chart.unit, writer)} ({written_day(point.day, writer.language)})" for point in ends
        ]
        together = " → ".join(written)
        parts = (together,) if columns_of(together) <= width else (written[0], *(f"→ {each}" for each in written[1:]))
        lines.extend(line for part in parts for line in wrapped(part, width))
    return tuple(lines)


def amount(number: Decimal, unit: str, writer: Writer) -> str:
    """Returns a number with its unit, or bare where the unit is not one of the house's."""
    try:
        return writer.figure(quantity(number, unit))
    except UnitMismatchError:
        return compact(number, writer.language)
