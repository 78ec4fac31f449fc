"""The pictures of an answer: series with changes of lead and releases, rebased lines, bars of a multiple, mixes."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot.analysis.comparing import Comparison
from bot.analysis.divergence import Divergence
from bot.analysis.moments import Moment
from bot.analysis.releases import releases
from bot.analysis.reversals import Reversals
from bot.analysis.series import Series
from bot.answer import Bar, BarChart, Chart, Level, Line, Mark, MixChart, Point, Share, Stretch, Whole
from bot.answers import wording
from bot.answers.scene import Scene
from bot.quantities import Multiple, Percent, number_of
from bot.text import Message, Several

INDEX = "index"
"""The unit of rebased lines: 100 at the start."""


def lines(shown: Sequence[Series], measure: str, scene: Scene, when: Moment, found: Reversals | None = None) -> Chart:
    """Returns a measure of one or more companies over time, with changes of lead and past releases marked.

    A change between sparse marks is a stretch of days, since nobody saw the day itself.
    """
    ends = tuple(
        Message(
            "chart-from-to",
            {
                "company": scene.name(s.company),
                "first": s.quantity(s.points[0]),
                "start": s.points[0].as_of,
                "last": s.quantity(s.points[-1]),
                "end": s.points[-1].as_of,
            },
        )
        for s in shown
    )
    changes = found.changes if found is not None else ()
    daily = found is not None and found.kind == "daily"
    marks = [Mark(c.day, Message("chart-leads", {"company": scene.name(c.leader)}), "lead") for c in changes if daily]
    stretches = tuple(
        Stretch(c.after, c.day, Message("chart-lead-between", {"company": scene.name(c.leader)}))
        for c in changes
        if not daily
    )
    return Chart(
        Message("chart-title", {"measure": scene.measure(measure).name}),
        Message("chart-summary", {"each": wording.joined(ends)}),
        tuple(_line(s, scene) for s in shown),
        shown[0].unit,
        (*marks, *_releases(shown, scene, when)),
        stretches,
        logarithmic=len(shown) > 1 and all(p.value > 0 for s in shown for p in s.points),
        until=when.at if any(s.kind == "marks" for s in shown) else None,
    )


def _line(series: Series, scene: Scene) -> Line:
    points = tuple(Point(p.day, p.value) for p in series.points)
    return Line(scene.name(series.company), points, steps=series.kind == "marks")


def _releases(shown: Sequence[Series], scene: Scene, when: Moment) -> list[Mark]:
    first, last = min(s.points[0].day for s in shown), max(s.points[-1].day for s in shown)
    return [
        Mark(release.first_free_day, Message("chart-release", {"company": scene.name(s.company)}), "release")
        for s in shown
        for release in releases(scene.book, s.company, first, last, when)
    ]


def rebased(found: Divergence, scene: Scene) -> Chart:
    """Returns two companies drawn from one start, each 100 on the first session both have."""
    names = [scene.name(c) for c in found.companies]
    drawn = tuple(
        Line(name, tuple(Point(day, number) for day, number in line))
        for name, line in zip(names, found.lines, strict=True)
    )
    ends = tuple(
        Message("chart-index-end", {"company": name, "change": Percent(line[-1][1] / 100 - 1, signed=True)})
        for name, line in zip(names, found.lines, strict=True)
    )
    return Chart(
        Message("chart-rebased", {"day": found.first}),
        Message("chart-summary", {"each": wording.joined(ends)}),
        drawn,
        INDEX,
        levels=(Level(Decimal(100), Message("chart-start")),),
        logarithmic=all(number > 0 for line in found.lines for _, number in line),
    )


def bars(comparison: Comparison, scene: Scene) -> BarChart:
    """Returns one multiple of several companies as bars, the highest first, unknown ones last with the reason."""
    order = [*comparison.ordered, *(s for s in comparison.shown if s not in comparison.ordered)]
    drawn = tuple(
        Bar(
            scene.name(s.figure.company),
            number_of(s.number) if s.number is not None else None,
            s.figure.as_of,
            wording.unknown(s.figure, scene) if s.value is None else None,
        )
        for s in order
    )
    each = tuple(
        Message("company-and-value", {"company": scene.name(s.figure.company), "value": s.number})
        for s in order
        if s.number is not None
    )
    name = scene.measure(comparison.measure).name
    return BarChart(
        Message("chart-bars", {"measure": name}), Message("chart-summary", {"each": Several(each)}), drawn, "multiple"
    )


def mix(comparisons: Sequence[Comparison], scene: Scene) -> MixChart | None:
    """Returns what each company discloses of its parts, None where none discloses any."""
    parts: dict[str, list[Share]] = {}
    for comparison in comparisons:
        for shown in comparison.shown:
            if isinstance(shown.number, Percent):
                share = Share(scene.measure(comparison.measure).short, shown.number.fraction)
                parts.setdefault(shown.figure.company, []).append(share)
    if not parts:
        return None
    wholes = tuple(Whole(scene.name(company), tuple(shares)) for company, shares in parts.items())
    each = tuple(
        Message(
            "mix-part",
            {"company": scene.name(s.figure.company), "measure": scene.measure(c.measure).short, "value": s.number},
        )
        for c in comparisons
        for s in c.shown
        if s.number is not None
    )
    return MixChart(Message("chart-mix"), Message("chart-summary", {"each": Several(each)}), wholes)


def swing(found: Divergence, scene: Scene) -> Message:
    """Returns how far two companies moved apart and how that compares with their own noise, with n."""
    first, second = (scene.name(c) for c in found.companies)
    grew = Multiple(found.swing.exp())
    if found.size is None:
        return Message("divergence-few", {"first": first, "second": second, "times": grew, "count": found.n})
    return Message(
        "divergence",
        {
            "first": first,
            "second": second,
            "times": grew,
            "start": found.first,
            "end": found.last,
            "size": Multiple(abs(found.size)),
            "count": found.n,
        },
    )
