"""Times that are events, since the unlock, the first week of trading, turned into the days they fell on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.analysis.free_float import ALWAYS
from bot.analysis.moments import Moment, moment
from bot.analysis.releases import Release, releases
from bot.analysis.spoken import shifted
from bot.analysis.unlocking import counted
from bot.answers.scene import Scene
from bot.days import Day
from bot.errors import ProblemError
from bot.facts.book import Needs
from bot.plan import Between, Plan, When
from bot.text import Message

_RELEASED = ("unlock_day", "unlock_eve", "unlock_latest")
_LATER = re.compile(r"(?P<count>\d{1,3})(?P<unit>[dm])_after_(?P<event>listing|unlock)")
_AFTER_LISTING = {"second_day": 1, "first_week": 6, "first_month": 30}
"""Days behind the first day of trading on which each ends; a day without a session carries the close before it."""


def with_events(plan: Plan, needs: Needs) -> Needs:
    """Returns what a plan has to see, with the locked shares where it is timed by a release of them."""
    released = any(end in _RELEASED or end.endswith("_after_unlock") for end in _ends(plan.when))
    return replace(needs, holdings=True) if released else needs


def on_days(plan: Plan, scene: Scene) -> Plan:
    """Returns a plan timed by an event as timed by its day: a release, or a day or stretch of trading.

    "The unlock" is the largest release by now, the first to come where there was none, and the newest one where that is
    said; which day it is stands in the read-as line.
    Of several companies it is the latest such day, as since_listing is (SEMANTICS rule 9). Raises ProblemError where
    none of them has had the event.
    """
    if not any(end in (*_RELEASED, *_AFTER_LISTING) or _LATER.fullmatch(end) for end in _ends(plan.when)):
        return plan
    now = moment(plan.with_changes(when=None), scene.now)
    if isinstance(plan.when, Between):
        return plan.with_changes(when=Between(*(_day(end, plan, scene, now) for end in _ends(plan.when))))
    return plan.with_changes(when=_day(str(plan.when), plan, scene, now))


def _ends(when: When) -> tuple[str, ...]:
    match when:
        case Between(start=start, end=end):
            return start, end
        case str():
            return (when,)
        case _:
            return ()


def _day(event: str, plan: Plan, scene: Scene, now: Moment) -> str:
    if later := _LATER.fullmatch(event):
        begin = _day("first_day" if later["event"] == "listing" else "unlock_day", plan, scene, now)
        return shifted(Day.of(begin), int(later["count"]), later["unit"]).iso
    if event in _RELEASED:
        day = _latest(_release(event, company, scene, now) for company in plan.companies)
        if day is None:
            raise ProblemError(Message("no-unlock-day"), "/unlocks", outcome="refused")
        return (day.plus(-1) if event == "unlock_eve" else day).iso
    if event in _AFTER_LISTING or event == "first_day":
        listed = scene.later_listing(plan.companies)
        if listed is None:
            first = plan.companies[0] if plan.companies else ""
            said = Message("no-first-day", {"company": scene.name(first)}) if first else Message("needs-company")
            raise ProblemError(said, f"/value {first}".strip(), outcome="refused")
        return listed.plus(_AFTER_LISTING.get(event, 0)).iso
    return event


def _latest(days: Iterable[Day | None]) -> Day | None:
    return max((day for day in days if day is not None), default=None)


def _release(event: str, company: str, scene: Scene, now: Moment) -> Day | None:
    found = releases(scene.book, company, *ALWAYS, now)
    past = [r for r in found if _session(r) <= now.at]
    if not past:
        return _session(found[0]) if found else None
    return _session(past[-1] if event == "unlock_latest" else max(past, key=lambda r: counted(r).number))


def _session(release: Release) -> Day:
    return release.first_session or release.first_free_day
