"""The course of an episode: opened by its first alert, marked by people, followed by what comes after, resolved. Pure.

Each change returns the episode with one line more in its record; what its message says follows from the episode alone,
so that it is the same after any restart.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal

from bot.alert import Alert
from bot.alerts.ladder import DEFAULT_ZONE
from bot.alerts.timing import local_instant
from bot.answer import Answer, Block, Choice, Notice
from bot.call import Ask, Person, Place
from bot.days import Day, Instant
from bot.delivery import Act, Delivery, delivery_key
from bot.episode import LOGGED, Acknowledge, Episode, EpisodeMark, Happening, Resolve, Snooze
from bot.quantities import Quantity
from bot.rule import LevelWatch, Rule
from bot.text import Argument, Member, Message

ID_LENGTH = 7
_EVENT_PARTS = 4
_UNLOCK_DAY = "T-0"
_MOVING = {"move", "swing", "high", "low", "drawdown", "volume", "days_of_volume"}
"""Kinds of series and measures that say how a share was traded, and not why."""
_PASSING = {"move", "swing", "high", "low"}
UNLOCK_EXPLAINS = timedelta(days=2)
"""For how long the day of an unlock is why a price moves, and says so in place of a message of its own."""


@dataclass(frozen=True, slots=True)
class Course:
    """How far a rule on a series has gone: `episode` is the key of the crossing that goes on, empty where none does.

    `extreme` is the furthest number seen since the last look, `value` the same with its unit.
    """

    workspace: str
    rule: str
    episode: str
    at: Instant
    extreme: Decimal | None = None
    value: Quantity | None = None
    day: Day | None = None


def episode_id(workspace: str, key: str) -> str:
    """Returns the short name by which people speak of an episode."""
    return hashlib.sha256(f"{workspace}\x1f{key}".encode()).hexdigest()[:ID_LENGTH]


def event_of(key: str) -> str:
    """Returns what an alert is about beyond its own rung: the release on its day; empty for one that is no unlock's."""
    parts = key.split(":")
    return ":".join(parts[:_EVENT_PARTS]) if parts[0] == "unlock" and len(parts) > _EVENT_PARTS else ""


def is_unlock_day(key: str) -> bool:
    """Decides whether an alert is the one of an unlock day itself, which nothing may hold back."""
    return key.startswith("unlock:") and key.rsplit(":", 1)[-1] == _UNLOCK_DAY


def companies_of(rule: Rule | None, key: str) -> tuple[str, ...]:
    """Returns the companies that an alert is about, as far as its rule or its key tells."""
    if key.startswith("unlock:"):
        return (key.split(":")[1],)
    if rule is None:
        return ()
    return rule.subject.companies if rule.subject is not None else getattr(rule.watch, "companies", ())


def opened(rule: Rule, alert: Alert, places: tuple[Place, ...]) -> Episode | None:
    """Returns the episode that an alert begins, None for mere notices, which nobody has to live with."""
    if alert.lane == "notice":
        return None
    watch = rule.watch
    return Episode(
        id=episode_id(alert.workspace, alert.key),
        workspace=alert.workspace,
        key=alert.key,
        rule=alert.rule,
        lane=alert.lane,
        places=places,
        language=rule.language,
        opening=alert.document,
        opened_at=alert.decided_at,
        event=event_of(alert.key),
        unlock=_unlock(rule, alert),
        companies=companies_of(rule, alert.key),
        generic=isinstance(watch, LevelWatch) and {watch.subject.kind, watch.subject.measure} & _MOVING != set(),
        passing=isinstance(watch, LevelWatch) and watch.subject.kind in _PASSING,
        rising=not isinstance(watch, LevelWatch) or watch.side == "above",
        record=(Happening(alert.decided_at, alert.document.headline),),
    )


def marked(episode: Episode, mark: EpisodeMark, now: Instant) -> Episode:
    """Returns an episode as a person left it; one that is over stays as it is."""
    if episode.resolved_at is not None:
        return episode
    who = member(mark.by)
    match mark:
        case Acknowledge(by=by):
            if episode.owner == by:
                return episode
            changed = replace(episode, owner=by, owned_at=now)
            return _logged(changed, now, Message("episode-acknowledged", {"who": who, "at": now}))
        case Snooze(until=until):
            said = Message("episode-snoozed", {"who": who, "until": until})
            return _logged(replace(episode, snooze=mark), now, said)
        case Resolve(by=by):
            changed = replace(episode, resolved_at=now, resolved_by=by, snooze=None)
            said = Message("episode-resolved-by", {"who": who, "after": lasting(episode.opened_at, now)})
            return _logged(changed, now, said)


def followed(episode: Episode, alert: Alert, now: Instant) -> tuple[Episode, bool]:
    """Returns an episode with what followed in it, and whether that is told now or held by a snooze."""
    told = episode.resolved_at is None and (not episode.snoozed(now) or is_unlock_day(alert.key))
    entry = _logged(episode, now, alert.document.headline)
    return (entry if told else replace(entry, held=episode.held + 1)), told


def says_nothing_new(episode: Episode, alert: Alert) -> bool:
    """Decides whether a repeat has the very figures that were told last: a Sunday has no closes to tell of."""
    last = next((h.what for h in reversed(episode.record) if h.what.key.startswith("alert-")), None)
    return alert.reason == "repeat_due" and last is not None and alert.document.headline.args == last.args


def passed_on(before: Episode, opening: Episode, now: Instant) -> tuple[Episode, Episode]:
    """Returns an earlier reminder as over, and the next one of the same event with who took the earlier one on."""
    said = Message("episode-over", {"after": lasting(before.opened_at, now)})
    over = _logged(replace(before, resolved_at=now, snooze=None), now, said)
    if opening.owner is None and before.owner is not None:
        opening = replace(opening, owner=before.owner, owned_at=before.owned_at)
    return over, opening


def gone_on(episode: Episode, course: Course) -> Episode:
    """Returns an episode after a look at its figure: a new extreme noted, or over where its crossing is."""
    changed = episode
    number = course.extreme
    if number is not None and (episode.extreme is None or _further(episode, number)):
        changed = replace(changed, extreme=number, extreme_value=course.value, extreme_day=course.day)
        if course.episode == episode.key and episode.extreme is not None:
            changed = replace(changed, version=changed.version + 1)
    if course.episode != episode.key and episode.resolved_at is None:
        said = Message("episode-over", {"after": lasting(episode.opened_at, course.at)})
        changed = _logged(replace(changed, resolved_at=course.at, snooze=None), course.at, said)
    return changed


def woken(episode: Episode, now: Instant) -> Episode:
    """Returns an episode whose snooze is over."""
    changed = replace(episode, snooze=None, held=0)
    return _logged(changed, now, Message("episode-woken", {"headline": episode.opening.headline}))


def shown(episode: Episode) -> Answer:
    """Returns what the message of an episode says as things stand."""
    said = episode.opening
    status = [Notice(sentence) for sentence in standing(episode)]
    return replace(said, blocks=(*status, *said.blocks), choices=(*_choices(episode), *said.choices))


def standing(episode: Episode) -> list[Message]:
    """Returns where an episode stands, in sentences: whose it is, until when it is silent, how it ended."""
    found: list[Message] = []
    if episode.resolved_at is not None:
        args: dict[str, Argument] = {"after": lasting(episode.opened_at, episode.resolved_at)}
        if episode.resolved_by is None:
            found.append(Message("episode-over", args))
        else:
            found.append(Message("episode-resolved-by", {**args, "who": member(episode.resolved_by)}))
    elif episode.snooze is not None:
        snooze = episode.snooze
        found.append(Message("episode-snoozed", {"who": member(snooze.by), "until": snooze.until}))
    if episode.owner is not None and episode.owned_at is not None:
        found.append(Message("episode-acknowledged", {"who": member(episode.owner), "at": episode.owned_at}))
    found += _furthest(episode)
    return found


def explains(episode: Episode, opening: Episode, now: Instant) -> bool:
    """Decides whether an unlock that has just come explains what another alert is about to tell of the same company."""
    fresh = episode.resolved_at is None and now.at - episode.opened_at.at < UNLOCK_EXPLAINS
    same = episode.workspace == opening.workspace and set(opening.companies) == set(episode.companies)
    return opening.generic and fresh and same and is_unlock_day(episode.key)


def inhibited(said: Answer) -> Answer:
    """Returns an alert as it is told beneath the message of the unlock that explains it."""
    return replace(said, blocks=(Notice(Message("episode-inhibited")), *said.blocks))


def end_is_told(episode: Episode, now: Instant) -> bool:
    """Decides whether the end of an episode is told beneath its message: not of what passes by itself unowned."""
    return not episode.snoozed(now) and (not episode.passing or episode.owner is not None)


def _furthest(episode: Episode) -> list[Message]:
    """How far the figure went, where that is further than the message said at first."""
    value, day = episode.extreme_value, episode.extreme_day
    if value is None or day is None or value == episode.opening.headline.args.get("value"):
        return []
    return [Message("episode-extreme", {"value": value, "day": day})]


def ended(episode: Episode) -> Answer:
    """Returns what is said beneath a message when its episode is over: how long it was, and how far it went."""
    said: dict[str, Argument] = {"over": episode.record[-1].what, "headline": episode.opening.headline}
    headline = Message("episode-ended", said)
    return Answer(headline, tuple(Notice(sentence) for sentence in _furthest(episode)))


def waking(episode: Episode) -> Answer:
    """Returns what is said beneath a message when its snooze is over, with how much was held back."""
    headline = Message("episode-woken", {"headline": episode.opening.headline})
    said: list[Block] = [Notice(sentence) for sentence in _furthest(episode)]
    if episode.held:
        said.append(Notice(Message("episode-held", {"count": episode.held})))
    return Answer(headline, tuple(said), _choices(episode))


def edits(episode: Episode, now: Instant) -> tuple[Delivery, ...]:
    """Returns the edit of an episode's message at each of its places."""
    return _deliveries(episode, episode.key, "edit", shown(episode), now)


def replies(episode: Episode, said: Answer, now: Instant, key: str = "") -> tuple[Delivery, ...]:
    """Returns what is put beneath an episode's message at each of its places; `key` is that of an alert told so."""
    return _deliveries(episode, key or f"{episode.key}#{episode.version}", "reply", said, now)


def member(person: Person) -> Member:
    """Returns a person as a sentence names them."""
    return Member(person.platform, person.id)


def lasting(first: Instant, last: Instant) -> Message:
    """Returns how long something took, in the largest unit that it fills."""
    minutes = max(0, int((last.at - first.at).total_seconds()) // 60)
    if minutes >= 48 * 60:
        return Message("so-many-days", {"count": minutes // (24 * 60)})
    if minutes >= 120:
        return Message("so-many-hours", {"count": minutes // 60})
    return Message("so-many-minutes", {"count": minutes})


def _unlock(rule: Rule, alert: Alert) -> Instant | None:
    """When the release that a reminder is about can first be traded, None for one that lies behind it."""
    event, label = event_of(alert.key), alert.key.rsplit(":", 1)[-1]
    if not event or label.startswith("T+"):
        return None
    if label.startswith("T-"):
        return Instant(alert.due_at.at + timedelta(days=int(label.removeprefix("T-"))))
    return local_instant(Day.of(event.rsplit(":", 1)[-1]), rule.morning, rule.zone or DEFAULT_ZONE)


def _deliveries(episode: Episode, alert: str, act: Act, said: Answer, now: Instant) -> tuple[Delivery, ...]:
    return tuple(
        Delivery(
            key=delivery_key(alert, episode.workspace, place, act, episode.version),
            alert=alert,
            workspace=episode.workspace,
            rule=episode.rule,
            destination=place,
            lane=episode.lane,
            act=act,
            document=said,
            language=episode.language,
            due_at=now,
            next_attempt_at=now,
            episode=episode.key,
            version=episode.version,
        )
        for place in episode.places
    )


def _choices(episode: Episode) -> tuple[Choice, ...]:
    if episode.resolved_at is not None:
        return ()
    found = [Choice(Message("choice-snooze"), Ask("alert", f"snooze {episode.id}"))]
    found.append(Choice(Message("choice-resolve"), Ask("alert", f"resolve {episode.id}")))
    if episode.owner is None:
        found.insert(0, Choice(Message("choice-acknowledge"), Ask("alert", f"ack {episode.id}")))
    return tuple(found)


def _further(episode: Episode, number: Decimal) -> bool:
    assert episode.extreme is not None
    return number > episode.extreme if episode.rising else number < episode.extreme


def _logged(episode: Episode, at: Instant, what: Message) -> Episode:
    record = (*episode.record, Happening(at, what))
    # The first line says what it was all about, so that it stays.
    kept = record if len(record) <= LOGGED else (record[0], *record[-LOGGED + 1 :])
    return replace(episode, version=episode.version + 1, record=kept)
