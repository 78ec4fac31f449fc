"""A digest: what moved, what unlocks next, what was newly stated, what is disputed, what fired, what falls due."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from bot.alert_ports import ToldBefore
from bot.alerts import digest_parts as parts
from bot.alerts.timing import local_instant, reached
from bot.analysis.due import Due
from bot.analysis.moments import Moment
from bot.analysis.returns import Return
from bot.answer import Answer, Block, Choice, Notice
from bot.answers import wording
from bot.answers.scene import Scene, inputs_of
from bot.call import Ask, Place
from bot.days import AsOf, Day, Instant
from bot.digest import Cadence, Digest
from bot.facts.book import Needs
from bot.ports import KeptRule, Vocabulary
from bot.quantities import Percent
from bot.sessions import Sessions
from bot.text import Argument, Message, Several

_NAMED, _NEAR = 3, 7
VENUE = "XHKG"
"""The exchange after whose sessions a daily digest comes."""


def needs(vocabulary: Vocabulary) -> Needs:
    """Returns the facts that a digest looks at: of every company, prices, lock-ups, the main figures and statements."""
    measures = inputs_of((*parts.STATED, "unlock_date", "unlock_value", "shares_in_issue"), vocabulary)
    return Needs(tuple(vocabulary.companies), measures, bars=True, holdings=True, statements=True)


def digest(
    scene: Scene,
    cadence: Cadence,
    zone: str,
    since: Instant,
    told: Sequence[ToldBefore],
    asked: Sequence[Block] = (),
) -> Answer:
    """Returns a digest as of the scene's own moment.

    `told` are the alerts since the last one, `asked` the answers to the channel's own questions.
    """
    today = scene.now.day_in(zone)
    moment = Moment(today, today, scene.now)
    notes = wording.Footnotes()
    moved = parts.moved(scene, cadence, moment)
    coming = parts.coming(scene, cadence, moment)
    contests = parts.contests(scene, cadence, moment)
    blocks: list[Block] = [
        parts.moves(moved, cadence, scene, moment) if moved else Notice(parts.last_close(scene, moment)),
        parts.unlocks(coming, scene, moment),
        *parts.stated(scene, since.day_in(zone), moment, contests, notes),
        *parts.disputed(contests, scene, notes),
        *parts.fired(told),
        *parts.falling_due(scene, cadence, today),
        *asked,
    ]
    said: dict[str, Argument] = {"day": today, "what": _in_short(moved, coming, today, scene)}
    headline = Message(f"digest-{cadence}", said)
    other: Cadence = "weekly" if cadence == "daily" else "daily"
    choices = (
        Choice(Message("choice-unlocks"), Ask("unlocks")),
        Choice(Message("choice-open"), Ask("alert", "open")),
        Choice(Message(f"choice-digest-{other}"), Ask("digest", other)),
    )
    return Answer(headline, tuple(blocks), choices, notes.all(), AsOf.of(today.iso))


def told_in(told: Iterable[ToldBefore], rules: Iterable[KeptRule], place: Place) -> list[ToldBefore]:
    """Returns what of a workspace's alerts a channel was told of: no other channel's business is summed up in it."""
    mine = {
        kept.rule.id
        for kept in rules
        if any(replace(d, thread="") == replace(place, thread="") for d in kept.rule.destinations)
    }
    return [each for each in told if each.rule in mine]


def next_time(cadence: Cadence, hour: str, zone: str, now: Instant, sessions: Sessions | None = None) -> Instant:
    """Returns when the next digest is told after now: the hour of a session, of a Friday for a weekly one."""
    day = reached(now, hour, zone).plus(1)
    while not (day.date.weekday() == 4 if cadence == "weekly" else _deals(day, sessions)):
        day = day.plus(1)
    return local_instant(day, hour, zone)


def _deals(day: Day, sessions: Sessions | None) -> bool:
    return sessions.deals(day) if sessions is not None else day.date.weekday() < 5


def told_next(one: Digest, now: Instant, sessions: Sessions | None = None) -> Digest:
    """Returns a digest after it was told."""
    at = next_time(one.cadence, one.hour, one.zone, now, sessions)
    return replace(one, next_at=at, since=now)


def look_back(cadence: Cadence, now: Instant) -> Instant:
    """Returns since when a digest that nobody was told before looks at alerts and new figures."""
    return Instant(now.at - timedelta(days=7 if cadence == "weekly" else 1))


def _in_short(moved: Sequence[Return], coming: Sequence[Due], today: Day, scene: Scene) -> Argument:
    """What a notification shows of it: the widest moves, and what unlocks within days, or next where nothing moved."""
    unlock: Argument | None = None
    if coming and (not moved or coming[0].day.since(today) <= _NEAR):
        first = coming[0]
        unlock = Message("digest-next-unlock", {"company": scene.name(first.release.company), "day": first.day})
    if not moved:
        return unlock or Message("digest-no-closes-short")
    named = tuple(
        Message(
            "digest-one-moved",
            {"company": scene.name(one.company), "change": Percent(one.change.fraction, signed=True)},
        )
        for one in moved[:_NAMED]
    )
    if unlock is None:
        return Several(named)
    return Message("digest-moves-and-unlock", {"moves": Several(named), "unlock": unlock})
