"""The event fan: the path around the day asked for, and how far ordinary days of the same share reach."""

from __future__ import annotations

from decimal import Decimal

from bot.analysis.placebos import APART
from bot.analysis.studies import Study, references
from bot.answer import Block
from bot.answers.scene import Scene
from bot.charts import Edge, EventPath, FanChart, Offset, QuantileBand
from bot.quantities import Percent
from bot.text import Argument, Message, Several


def event_fan(found: Study, scene: Scene) -> list[Block]:
    """Returns the picture of a study, nothing where the path is not known in full or has no placebos beside it."""
    drawn = found.fan
    if drawn is None:
        return []
    company = scene.name(found.asked.company)
    names = Several(tuple(scene.name(c) for c in references(found.asked)))
    value = Percent(_number(drawn.path[-1]), signed=True)
    said: dict[str, Argument] = {
        "company": company,
        "day": found.day,
        "first": _session(drawn.sessions[0]),
        "last": _session(drawn.sessions[-1]),
        "value": value,
        "method": Message(f"study-method-{found.asked.method}", {"companies": names}),
    }
    points = tuple(Offset(s, _number(v)) for s, v in zip(drawn.sessions, drawn.path, strict=True))
    bands = tuple(
        QuantileBand(
            Message(key),
            tuple(Edge(s, _number(low), _number(high)) for s, (low, high) in zip(drawn.sessions, edges, strict=True)),
        )
        for key, edges in zip(("study-fan-wide", "study-fan-narrow"), drawn.bands, strict=True)
    )
    return [
        FanChart(
            Message("study-fan", said),
            Message("study-fan-summary", said),
            (EventPath(company, points),),
            bands,
            "ratio",
            Message("study-fan-event"),
            Message("study-fan-note", {"apart": APART}),
        )
    ]


def _session(session: int) -> Message:
    key = "study-before" if session < 0 else "study-after" if session else "study-event-day"
    return Message(key, {"count": abs(session)})


def _number(value: float) -> Decimal:
    return Decimal(repr(round(value, 8)))
