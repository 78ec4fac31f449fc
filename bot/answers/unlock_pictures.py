"""The pictures of the unlock calendar: a float before and after one release, and what is due in one strip."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from bot import charts
from bot.analysis.due import Due
from bot.analysis.free_float import FloatChange
from bot.analysis.releases import Release
from bot.answer import Block
from bot.answers import wording
from bot.answers.scene import Scene
from bot.charts import Lane, Standing, Step, StripChart, WaterfallChart
from bot.days import Day
from bot.text import Argument, Message, Several, Term

LONGEST_DAYS = 366
"""A strip shows at most the next twelve months."""


def waterfall(change: FloatChange, scene: Scene) -> list[Block]:
    """Returns how one release turns the float before into the float after, by class of holder."""
    release, day = change.release, change.release.first_free_day
    steps = tuple(
        Step(Message("plain", {"text": Term("holder-class", key)}), shares, day)
        for key, shares in _tradable_by_class(release)
    )
    said: dict[str, Argument] = {
        "company": scene.name(release.company),
        "day": day,
        "before": change.before.float_shares,
        "after": change.after.float_shares,
        "part": change.after.of_issued,
    }
    return [
        WaterfallChart(
            Message("unlock-waterfall-title", said),
            Message("unlock-waterfall-summary", said),
            Standing(Message("unlock-float-before", {"day": day}), change.before.float_shares.number),
            steps,
            Message("unlock-float-after", {"day": day}),
            "shares",
            Standing(Message("unlock-all-shares"), change.after.issued.number),
            _note(release),
        )
    ]


def _tradable_by_class(release: Release) -> list[tuple[str, Decimal]]:
    """What can be traded of each class; where only groups are stated, of the groups that are."""
    rows = release.tradable_rows if release.tradable_known == "group" else release.holders
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for row in rows:
        if row.tradable == "yes":
            sums[row.holder_class or "all_others"] += row.shares or Decimal(0)
    return sorted(sums.items(), key=lambda item: (-item[1], item[0]))


def strip(found: Sequence[Due], stretch: tuple[Day, Day], scene: Scene) -> list[Block]:
    """Returns what is due within a stretch of days, a row for each company; nothing where nothing is."""
    last = min(stretch[1], stretch[0].plus(LONGEST_DAYS))
    shown = [one for one in found if stretch[0] <= one.day <= last]
    if not shown:
        return []
    companies = list(dict.fromkeys(one.release.company for one in shown))
    lanes = tuple(Lane(scene.name(c), tuple(_due(one) for one in shown if one.release.company == c)) for c in companies)
    each = tuple(
        Message(
            "unlock-strip-one",
            {"company": scene.name(one.release.company), "day": one.day, "shares": one.shares},
        )
        for one in shown
    )
    title = Message("unlock-strip-title", {"start": stretch[0], "end": last})
    summary = Message("unlock-strip-summary", {"start": stretch[0], "end": last, "each": Several(each)})
    return [StripChart(title, summary, stretch[0], last, lanes, "shares", _note(*(one.release for one in shown)))]


def _due(one: Due) -> charts.Due:
    release = one.release
    return charts.Due(release.first_free_day, one.shares.number, release.first_session, release.provisional)


def _note(*releases: Release) -> Message:
    sources = dict.fromkeys(source for release in releases for source in release.sources)
    return Message("source-note", {"source": Several(tuple(wording.cited(source) for source in sources))})
