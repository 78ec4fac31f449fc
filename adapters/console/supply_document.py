"""Pictures of supply and of what may happen as plain JSON values; numbers are strings, as in all charts."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, assert_never

from bot.charts import FanChart, Standing, StripChart, SupplyChart, TornadoChart, WaterfallChart
from bot.text import Message, Name
from bot.words.writer import Writer


def supply_document(chart: SupplyChart, writer: Writer) -> dict[str, Any]:
    """Returns what a chart holds besides its title, its summary and its note."""

    def said(words: Message | Name | None) -> str | None:
        return writer.plain(words) if isinstance(words, Message) else words.written(writer.language) if words else None

    def standing(each: Standing | None) -> dict[str, Any] | None:
        return {"name": said(each.name), "number": _exact(each.number)} if each else None

    match chart:
        case WaterfallChart(steps=steps, unit=unit):
            return {
                "type": "waterfall_chart",
                "unit": unit,
                "before": standing(chart.before),
                "steps": [
                    {
                        "name": said(step.name),
                        "number": _exact(step.number),
                        "day": step.day.iso if step.day else None,
                        "why": said(step.why),
                    }
                    for step in steps
                ],
                "after": {"name": said(chart.after), "number": _exact(chart.end)},
                "total": standing(chart.total),
            }
        case StripChart(lanes=lanes, unit=unit):
            return {
                "type": "strip_chart",
                "unit": unit,
                "first": chart.first.iso,
                "last": chart.last.iso,
                "lanes": [
                    {
                        "name": said(lane.name),
                        "due": [
                            {
                                "day": due.day.iso,
                                "session": due.session.iso if due.session else None,
                                "number": _exact(due.number),
                                "provisional": due.provisional,
                            }
                            for due in lane.due
                        ],
                    }
                    for lane in lanes
                ],
            }
        case FanChart(paths=paths, bands=bands, unit=unit):
            return {
                "type": "fan_chart",
                "unit": unit,
                "event": said(chart.event),
                "paths": [
                    {
                        "name": said(path.name),
                        "points": [{"sessions": p.sessions, "number": _exact(p.number)} for p in path.points],
                    }
                    for path in paths
                ],
                "bands": [
                    {
                        "what": said(band.what),
                        "edges": [
                            {"sessions": e.sessions, "low": _exact(e.low), "high": _exact(e.high)} for e in band.edges
                        ],
                    }
                    for band in bands
                ],
            }
        case TornadoChart(base=base, unit=unit):
            return {
                "type": "tornado_chart",
                "unit": unit,
                "base": standing(base),
                "swings": [
                    {
                        "name": said(swing.name),
                        "low": _exact(swing.low),
                        "high": _exact(swing.high),
                        "low_input": said(swing.low_input),
                        "high_input": said(swing.high_input),
                        "why": said(swing.why),
                    }
                    for swing in chart.ordered
                ],
            }
        case _:
            assert_never(chart)


def _exact(number: Decimal | None) -> str | None:
    return format(number, "f") if number is not None else None
