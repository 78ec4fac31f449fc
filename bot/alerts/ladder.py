"""The reminders of coming releases: which rungs are still to come, and which of them a moved release makes void.

A rung is keyed by the release's day, so that a moved release has rungs of its own. Passed rungs are never sent again;
each place that was told the old day is told of the move once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.alerts.timing import local_instant
from bot.analysis.moments import Moment
from bot.analysis.releases import Release, releases
from bot.days import Day, Instant
from bot.facts.book import FactBook
from bot.quantities import number_of
from bot.rule import ReleaseWatch, Rule, Rung
from bot.sessions import OutOfBoundsError

LOOKS_BACK_DAYS = 60
LOOKS_AHEAD_DAYS = 1_200
"""How far from today a release may lie to be planned for: T+20 of one gone by, and the longest lock-ups of the base."""

DEFAULT_ZONE = "Asia/Hong_Kong"
"""The zone of reminders of a company whose listing names none."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A release as it was last planned: its day, whose shares they are, and which rungs were told."""

    company: str
    release: str
    first_free_day: Day
    session: Day
    holders: tuple[str, ...]
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LadderState:
    """What a rule on releases has planned and told; it has planned nothing before it was first armed."""

    planned: tuple[Planned, ...] = ()
    armed: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    """Something that falls due at an instant. Zone and hour are kept beside it: they decide when zones' rules change.

    `subject` says what of, as in zhipu:3f2a:2027-01-08, and `rung` which reminder of it.
    """

    workspace: str
    rule: str
    key: str
    at: Instant
    kind: str
    day: Day
    zone: str
    hour: str
    subject: str = ""
    rung: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """A release that was told of under another day."""

    old: Planned
    new: Planned

    @property
    def key(self) -> str:
        """Returns the key of the one correction that is sent."""
        new = self.new
        return f"unlock:{new.company}:{new.release}:{new.first_free_day.iso}:moved:{self.old.first_free_day.iso}"

    @property
    def supersedes(self) -> str:
        """Returns the key of the last alert that no longer holds."""
        return key_of(self.old, self.old.told[-1])


@dataclass(frozen=True, slots=True)
class Ladder:
    """The state after planning, everything that will fall due, and what has moved and was told otherwise."""

    state: LadderState
    dues: tuple[Due, ...]
    moved: tuple[Moved, ...] = ()


def plan(rule: Rule, book: FactBook, state: LadderState, now: Instant) -> Ladder:
    """Returns the rungs still to come of every release a rule watches, as the book has them now.

    Raises TypeError for a rule that watches no releases.
    """
    watch = rule.watch
    if not isinstance(watch, ReleaseWatch):
        raise TypeError(f"{type(watch).__name__} watches no releases")
    zones = zones_of(book)
    found = [planned_of(r) for r in watched(rule, watch, book, now)]
    kept, moved, gone = _matched(state.planned, found)
    dues = tuple(
        due
        for release in kept
        for rung in watch.ladder
        if rung.label not in release.told
        for due in [_due(rule, release, rung, rule.zone or zones.get(release.company, DEFAULT_ZONE), book)]
        if due.at.at > now.at
    )
    told = tuple(m for m in moved if m.old.told)
    # What was told of a release is remembered while the release is missing from the book, should it come back.
    oldest = now.day_in("UTC").plus(-LOOKS_BACK_DAYS)
    missing = [p for p in gone if p.told and p.first_free_day >= oldest]
    return Ladder(LadderState((*kept, *missing), armed=True), dues, told)


def watched(rule: Rule, watch: ReleaseWatch, book: FactBook, now: Instant) -> list[Release]:
    """Returns the releases that a watch covers, of the companies in a book."""
    today = now.day_in("UTC")
    moment = Moment(today, today, now)
    first, last = today.plus(-LOOKS_BACK_DAYS), today.plus(LOOKS_AHEAD_DAYS)
    if watch.within is not None:
        last = min(last, rule.made_at.day_in("UTC").plus(watch.within))
    companies = watch.companies or tuple(book.companies)
    found = [r for c in companies for r in releases(book, c, first, last, moment)]
    return [r for r in found if _covers(watch, r)]


def planned_of(release: Release) -> Planned:
    """Returns a release as it is planned for, under a name that a change of its day leaves as it is."""
    holders = tuple(sorted({f"{h.holder}|{h.share_class}" for h in release.holders}))
    session = release.first_session or release.first_free_day
    name = hashlib.sha256("\x1f".join(holders).encode()).hexdigest()[:6]
    return Planned(release.company, name, release.first_free_day, session, holders)


def find(book: FactBook, subject: str, now: Instant) -> Release | None:
    """Returns the release that a due rung was planned for, None where the book no longer has it on that day."""
    company, _, day = subject.split(":")
    today = now.day_in("UTC")
    first = Day.of(day)
    return next(iter(releases(book, company, first, first, Moment(today, today, now))), None)


def key_of(release: Planned, rung: str) -> str:
    """Returns the key of a reminder, which holds the release's day and no hour."""
    return f"unlock:{release.company}:{release.release}:{release.first_free_day.iso}:{rung}"


def after_telling(state: LadderState, due: Due) -> LadderState:
    """Returns the state in which a rung was told."""
    planned = tuple(
        replace(p, told=(*p.told, due.rung)) if _subject(p) == due.subject and due.rung not in p.told else p
        for p in state.planned
    )
    return replace(state, planned=planned)


def latest_of_each(dues: Iterable[Due]) -> tuple[tuple[Due, tuple[Due, ...]], ...]:
    """Returns of each release the last rung that is due, with the earlier ones that it makes superfluous."""
    groups: dict[tuple[str, str, str, str], list[Due]] = {}
    for due in sorted(dues, key=lambda d: (d.at, d.key)):
        groups.setdefault((due.workspace, due.rule, due.kind, due.subject), []).append(due)
    return tuple((group[-1], tuple(group[:-1])) for group in groups.values())


def session_after(book: FactBook, company: str, day: Day, count: int) -> Day:
    """Returns the session so many sessions after a day; weekdays count as such where no calendar reaches."""
    sessions = book.sessions_of(company)
    if sessions is not None:
        try:
            return sessions.shifted(day, count)
        except OutOfBoundsError:
            pass
    while count:
        day = day.plus(1)
        count -= day.date.weekday() < 5
    return day


def zones_of(book: FactBook) -> Mapping[str, str]:
    """Returns the zone of each company's exchange."""
    return {company: listings[0].zone for company, listings in book.listings.items() if listings and listings[0].zone}


def _covers(watch: ReleaseWatch, release: Release) -> bool:
    if watch.classes and not any(h.holder_class in watch.classes for h in release.holders):
        return False
    share = release.of_issued or release.of_listing
    return watch.at_least is None or (share is not None and number_of(share) >= watch.at_least)


def _due(rule: Rule, release: Planned, rung: Rung, zone: str, book: FactBook) -> Due:
    # What a session did is known after its close, so it is told on the morning after.
    day = (
        session_after(book, release.company, release.session, rung.after).plus(1)
        if rung.after
        else release.session.plus(-rung.before)
    )
    at = local_instant(day, rule.morning, zone)
    key = key_of(release, rung.label)
    return Due(rule.workspace, rule.id, key, at, "rung", day, zone, rule.morning, _subject(release), rung.label)


def _subject(release: Planned) -> str:
    return f"{release.company}:{release.release}:{release.first_free_day.iso}"


def _matched(before: Sequence[Planned], found: Iterable[Planned]) -> tuple[list[Planned], list[Moved], list[Planned]]:
    """Finds each release among those planned before: by its day, else by most of its holders, who then moved.

    Those that are found no more come last.
    """
    by_day = {(p.company, p.first_free_day): p for p in before}
    fresh = list(found)
    days = {(p.company, p.first_free_day) for p in fresh}
    gone = [p for p in before if (p.company, p.first_free_day) not in days]
    kept: list[Planned] = []
    moved: list[Moved] = []
    for new in fresh:
        old = by_day.get((new.company, new.first_free_day))
        if old is not None:
            # A holder more or less is no other release: its rungs keep the name they were planned under.
            kept.append(replace(new, release=old.release, told=old.told))
            continue
        was = next((p for p in gone if p.company == new.company and _mostly(p.holders, new.holders)), None)
        if was is None:
            kept.append(new)
            continue
        gone.remove(was)
        # Whoever is told of the move has been told the new day: of the next move there is a correction again.
        told = (f"moved:{was.first_free_day.iso}",) if was.told else ()
        kept.append(replace(new, told=told))
        moved.append(Moved(was, kept[-1]))
    return kept, moved, gone


def _mostly(old: Sequence[str], new: Sequence[str]) -> bool:
    return 2 * len(set(old) & set(new)) > max(1, len(set(old)))
