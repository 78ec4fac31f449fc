"""From alerts to what people see: which begins an episode, which follows in one, which a snooze holds back. Pure.

Evaluation never looks at this: what is held back or merged here was decided and kept all the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.alert import Alert
from bot.alerts import episodes
from bot.alerts.outcomes import Outcome
from bot.days import Instant
from bot.delivery import Delivery
from bot.episode import Episode

Key = tuple[str, str]
"""A workspace and the key of an alert or an episode in it."""


@dataclass(frozen=True, slots=True)
class Routed:
    """The episodes that changed and everything that is sent."""

    episodes: tuple[Episode, ...]
    deliveries: tuple[Delivery, ...]


@dataclass
class _Routing:
    known: dict[Key, Episode]
    openings: Mapping[Key, Episode]
    now: Instant
    changed: dict[Key, Episode] = field(default_factory=dict)
    among: dict[Key, dict[Key, None]] = field(default_factory=lambda: defaultdict(dict))
    sent: list[Delivery] = field(default_factory=list)
    told_events: set[Key] = field(default_factory=set)
    corrected: set[Key] = field(default_factory=set)

    def get(self, key: Key) -> Episode | None:
        return self.changed.get(key) or self.known.get(key)

    def all(self) -> list[Episode]:
        return list((self.known | self.changed).values())

    def of(self, workspace: str, what: str = "") -> list[Episode]:
        """Returns the episodes of a rule or of an event, in the order in which they became known; all without either.

        A tick may hold thousands of episodes, and each of its alerts asks for the few that concern it.
        """
        found = (self.get(key) for key in self.among.get((workspace, what), ()))
        return [e for e in found if e is not None]

    def set(self, episode: Episode) -> None:
        self.changed[episode.workspace, episode.key] = episode
        self.note(episode)

    def note(self, episode: Episode) -> None:
        for what in {"", f"rule:{episode.rule}", episode.event}:
            self.among[episode.workspace, what][episode.workspace, episode.key] = None


def routed(outcome: Outcome, new: set[Key], deliveries: Sequence[Delivery], known: Iterable[Episode]) -> Routed:
    """Returns what a tick sends and how it changes episodes.

    `new` are the alerts that nobody was told before, `known` the episodes of the same rules and events, and those whose
    snooze may be over.
    """
    assert outcome.tick is not None
    work = _Routing(
        {(e.workspace, e.key): e for e in known},
        {(e.workspace, e.key): e for e in outcome.openings},
        outcome.tick.at,
    )
    for each in work.known.values():
        work.note(each)
    by_alert: dict[Key, list[Delivery]] = defaultdict(list)
    for sent in deliveries:
        by_alert[sent.workspace, sent.alert].append(sent)
    for alert in outcome.alerts:
        key = (alert.workspace, alert.key)
        (_first if key in new else _elsewhere)(work, alert, by_alert.get(key, []))
    for course in outcome.courses:
        for episode in work.of(course.workspace, f"rule:{course.rule}"):
            if episode.lane == "value":
                _course(work, episode, course)
    for episode in work.all():
        _wake(work, episode)
    edits = [
        edit
        for key, episode in work.changed.items()
        if key in work.known and episode.version != work.known[key].version
        for edit in episodes.edits(episode, work.now)
    ]
    return Routed(tuple(work.changed.values()), (*work.sent, *edits))


def _first(work: _Routing, alert: Alert, found: Sequence[Delivery]) -> None:
    """An alert nobody was told of: it follows in an episode, is held by a snooze of its event, or begins an episode."""
    parent = work.get((alert.workspace, alert.episode)) if alert.episode != alert.key else None
    event = episodes.event_of(alert.key)
    if parent is None and event:
        parent = next((e for e in work.of(alert.workspace, event) if _silences(e, work.now)), None)
        if parent is not None and episodes.is_unlock_day(alert.key):
            parent = None
    opening = work.openings.get((alert.workspace, alert.key))
    if parent is None and opening is not None and opening.generic:
        unlock = next((e for e in work.of(alert.workspace) if episodes.explains(e, opening, work.now)), None)
        if unlock is not None and {d.destination for d in found} <= set(unlock.places):
            _beneath(work, unlock, alert)
            return
    if parent is None:
        if opening is not None and found:
            opening = replace(opening, places=tuple(dict.fromkeys(d.destination for d in found)))
            for before in work.of(alert.workspace, event) if event else ():
                if before.resolved_at is None:
                    over, opening = episodes.passed_on(before, opening, work.now)
                    work.set(over)
            work.set(opening)
            shown = episodes.shown(opening)
            found = [replace(d, document=shown) for d in found]
        work.sent += found
        work.told_events.add((alert.workspace, event))
        return
    if episodes.says_nothing_new(parent, alert):
        return
    after, told = episodes.followed(parent, alert, work.now)
    work.set(after)
    if alert.reason == "source_corrected":
        work.corrected.add((parent.workspace, parent.key))
    if told and found:
        work.sent += episodes.replies(after, alert.document, work.now, alert.key)


def _beneath(work: _Routing, unlock: Episode, alert: Alert) -> None:
    """A price that moves on the day of an unlock is told beneath the unlock's message, which says why."""
    after, told = episodes.followed(unlock, alert, work.now)
    work.set(after)
    if told:
        work.sent += episodes.replies(after, episodes.inhibited(alert.document), work.now, alert.key)


def _elsewhere(work: _Routing, alert: Alert, found: Sequence[Delivery]) -> None:
    """An alert that was told before: another rule may tell it to a place that has not heard of it."""
    episode = work.get((alert.workspace, alert.key))
    if episode is None:
        work.sent += found
        return
    fresh = [d for d in found if d.destination not in episode.places and d.act == "post"]
    if fresh:
        episode = replace(episode, places=(*episode.places, *(d.destination for d in fresh)))
        work.set(episode)
        shown = episodes.shown(episode)
        work.sent += [replace(d, document=shown) for d in fresh]


def _course(work: _Routing, episode: Episode, course: episodes.Course) -> None:
    if episode.resolved_at is not None:
        return
    after = episodes.gone_on(episode, course)
    if after == episode:
        return
    work.set(after)
    key = (episode.workspace, episode.key)
    over = after.resolved_at is not None
    if over and key not in work.corrected and episodes.end_is_told(episode, work.now):
        work.sent += episodes.replies(after, episodes.ended(after), work.now)


def _wake(work: _Routing, episode: Episode) -> None:
    if episode.resolved_at is not None or episode.snooze is None or episode.snoozed(work.now):
        return
    after = episodes.woken(episode, work.now)
    work.set(after)
    if not episode.event or (episode.workspace, episode.event) not in work.told_events:
        said = replace(episodes.waking(episode), choices=episodes.waking(after).choices)
        work.sent += episodes.replies(after, said, work.now)


def _silences(episode: Episode, now: Instant) -> bool:
    return episode.resolved_at is None and episode.snoozed(now)
