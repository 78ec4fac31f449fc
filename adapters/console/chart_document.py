"""Charts as plain JSON values; numbers are strings, so that none passes through floating point."""

from __future__ import annotations

from typing import Any, assert_never

from adapters.console.supply_document import supply_document
from bot.answer import AnyChart, BarChart, Chart, Level, Line, MixChart
from bot.charts import FanChart, StripChart, TornadoChart, WaterfallChart
from bot.words.writer import Writer


def chart_document(chart: AnyChart, writer: Writer) -> dict[str, Any]:
    """Returns a chart with its words written and its numbers exact."""
    said = {
        "title": writer.plain(chart.title),
        "summary": writer.plain(chart.summary),
        "note": writer.plain(chart.note) if chart.note else None,
    }
    match chart:
        case Chart(lines=lines, unit=unit, marks=marks, stretches=stretches, levels=levels):
            return {
                "type": "chart",
                **said,
                "unit": unit,
                "lines": [_line(line, writer) for line in lines],
                "marks": [{"day": m.day.iso, "kind": m.kind, "what": writer.plain(m.what)} for m in marks],
                "stretches": [
                    {"first": s.first.iso, "last": s.last.iso, "what": writer.plain(s.what)} for s in stretches
                ],
                "levels": [_level(level, writer) for level in levels],
            }
        case BarChart(bars=bars, unit=unit):
            drawn = [
                {
                    "name": bar.name.written(writer.language),
                    "number": format(bar.number, "f") if bar.number is not None else None,
                    "as_of": bar.as_of.label if bar.as_of else None,
                    "why": writer.plain(bar.why) if bar.why else None,
                }
                for bar in bars
            ]
            return {"type": "bar_chart", **said, "unit": unit, "bars": drawn}
        case MixChart(wholes=wholes):
            mixes = [
                {
                    "name": whole.name.written(writer.language),
                    "shares": [
                        {"name": share.name.written(writer.language), "fraction": format(share.fraction, "f")}
                        for share in whole.shares
                    ],
                }
                for whole in wholes
            ]
            return {"type": "mix_chart", **said, "wholes": mixes}
        case WaterfallChart() | StripChart() | FanChart() | TornadoChart():
            return {**said, **supply_document(chart, writer)}
        case _:
            assert_never(chart)


def _line(line: Line, writer: Writer) -> dict[str, Any]:
    points = [{"day": p.day.iso, "number": format(p.number, "f")} for p in line.points]
    return {"name": line.name.written(writer.language), "steps": line.steps, "points": points}


def _level(level: Level, writer: Writer) -> dict[str, Any]:
    high = format(level.high, "f") if level.high is not None else None
    return {"low": format(level.low, "f"), "high": high, "what": writer.plain(level.what)}
