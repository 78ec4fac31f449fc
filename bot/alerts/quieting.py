"""What a channel hears when: held over quiet hours or a spent budget, rolled up in a storm, muted by a silence. Pure.

Nothing here touches what is due on an unlock day: that is told when it is due, whatever a channel asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.alerts import episodes
from bot.alerts.closes import VENUES, closed_until, trades_in
from bot.alerts.timing import local_instant, reached
from bot.answer import Answer, Block, Cell, Choice, Column, Notice, Table
from bot.call import Ask, Place
from bot.days import Instant
from bot.delivery import Act, Delivery, delivery_key
from bot.episode import Episode
from bot.quiet import HELD_SHOWN, ChannelState, Held, Quiet, Silence
from bot.rule import MORNING
from bot.sessions import Sessions
from bot.text import Argument, Message, Raw

STORM_WINDOW = timedelta(minutes=3)
STORM_MOST = 15
"""More than so many messages in such a time are read by nobody: from there on they become one summary."""

STORM_ROLLS = timedelta(hours=1)
"""For how long a summary goes on being edited before a new one is begun."""

CARD_ROWS = 20
_OPEN = Choice(Message("choice-open"), Ask("alert", "open"))
Where = tuple[str, Place]
Calendar = Mapping[str, Sessions]
"""The sessions of exchanges by their codes."""

ALL_WEEKDAYS: Calendar = {}
"""Without an exchange's sessions every weekday counts as one."""


@dataclass(frozen=True, slots=True)
class Quieted:
    """What is sent after all, and how channels, silences and episodes stand then."""

    deliveries: tuple[Delivery, ...]
    channels: tuple[ChannelState, ...]
    silences: tuple[Silence, ...]
    episodes: tuple[Episode, ...]


def where(delivery: Delivery) -> Where:
    """Returns the channel that a delivery goes to: a thread is as quiet as the channel it stands in."""
    place = delivery.destination
    return delivery.workspace, replace(place, thread="") if place.thread else place


def quieted(
    sent: Sequence[Delivery],
    changed: Sequence[Episode],
    channels: Mapping[Where, ChannelState],
    silences: Iterable[Silence],
    now: Instant,
    calendar: Calendar = ALL_WEEKDAYS,
) -> Quieted:
    """Returns what of a tick's messages is told now; what is held back waits in the state of its channel."""
    by_key = {(e.workspace, e.key): e for e in changed}
    muting = {(s.workspace, s.id): s for s in silences}
    states = dict(channels)
    told: list[Delivery] = []
    waiting: dict[Where, list[Delivery]] = {}
    for each in sent:
        if each.act == "edit" or episodes.is_unlock_day(each.alert):
            told.append(each)
            continue
        episode = by_key.get((each.workspace, each.episode))
        about = episode.companies if episode is not None else episodes.companies_of(None, each.alert)
        silence = next((s for s in muting.values() if mutes(s, each.workspace, each.rule, about, now)), None)
        if silence is not None:
            muting[silence.workspace, silence.id] = replace(silence, muted=silence.muted + 1)
            _unplace(by_key, each)
            continue
        waiting.setdefault(where(each), []).append(each)
    for spot, posts in waiting.items():
        state = states.get(spot) or ChannelState(*spot, quiet=Quiet(language=posts[0].language))
        state, now_told, not_told = _through(state, posts, now, calendar)
        states[spot] = state
        told += now_told
        for each in not_told:
            _unplace(by_key, each)
    for spot, state in list(states.items()):
        states[spot], card = _released(state, now, calendar)
        told += card
    ended = [s for s in muting.values() if s.until.at <= now.at]
    told += [_ended(s, now) for s in ended]
    return Quieted(
        tuple(told),
        tuple(s for spot, s in states.items() if s != channels.get(spot)),
        tuple(muting.values()),
        tuple(by_key.values()),
    )


def quiet_until(quiet: Quiet, now: Instant, calendar: Calendar = ALL_WEEKDAYS) -> Instant | None:
    """Returns when a channel may be told again, None where it may be told now."""
    if quiet.market:
        return closed_until(now, quiet.zone, calendar.get(VENUES[trades_in(quiet.zone)]))
    if not quiet.start:
        return None
    begun = local_instant(reached(now, quiet.start, quiet.zone), quiet.start, quiet.zone)
    ended = local_instant(reached(now, quiet.end, quiet.zone), quiet.end, quiet.zone)
    if ended.at > begun.at:
        return None
    return local_instant(reached(now, quiet.end, quiet.zone).plus(1), quiet.end, quiet.zone)


def week_of(now: Instant, zone: str) -> Instant:
    """Returns the beginning of the week in a zone: its Monday."""
    day = now.day_in(zone)
    return local_instant(day.plus(-day.date.weekday()), "00:00", zone)


def left(state: ChannelState, now: Instant) -> int | None:
    """Returns how many interruptions of the week's budget are left, None without a budget."""
    if state.quiet.budget is None:
        return None
    begun = week_of(now, state.quiet.zone)
    return max(0, state.quiet.budget - sum(t.at >= begun.at for t in state.told))


def _through(
    state: ChannelState, posts: Sequence[Delivery], now: Instant, calendar: Calendar
) -> tuple[ChannelState, list[Delivery], list[Delivery]]:
    """What of a channel's messages goes out now and what does not: replies only wait, posts are gathered."""
    until = quiet_until(state.quiet, now, calendar)
    replies = [p for p in posts if p.act == "reply"]
    fresh = [p for p in posts if p.act == "post"]
    if until is not None:
        late = [replace(r, due_at=until, next_attempt_at=until, document=_since(r, now)) for r in replies]
        return _held(state, fresh, until, now), late, fresh
    recent = sum(now.at - t.at < STORM_WINDOW for t in state.told)
    stormy = [p for p in fresh if p.lane != "unlock"]
    if len(stormy) + recent > STORM_MOST:
        # Reminders of unlocks stay messages of their own: they are few, and what a storm would bury.
        state, summary = _storm(state, stormy, now)
        reminders = [p for p in fresh if p.lane == "unlock"]
        state, told, rest = _within_budget(state, reminders, now)
        return state, [*summary, *replies, *told], [*stormy, *rest]
    state, told, rest = _within_budget(state, fresh, now)
    return state, [*replies, *told], rest


def _within_budget(
    state: ChannelState, posts: Sequence[Delivery], now: Instant
) -> tuple[ChannelState, list[Delivery], list[Delivery]]:
    room = left(state, now)
    told, rest = (list(posts), list[Delivery]()) if room is None else (list(posts[:room]), list(posts[room:]))
    state = _told(state, len(told), now)
    return (_held(state, rest, _next_week(state, now), now) if rest else state), told, rest


def _held(state: ChannelState, posts: Sequence[Delivery], until: Instant, now: Instant) -> ChannelState:
    if not posts:
        return state
    items = (*state.held, *(_item(p, now) for p in posts))
    release = until if state.release_at is None else max(until, state.release_at)
    more = state.more + max(0, len(items) - HELD_SHOWN)
    return replace(state, held=items[:HELD_SHOWN], more=more, release_at=release)


def _released(state: ChannelState, now: Instant, calendar: Calendar) -> tuple[ChannelState, list[Delivery]]:
    """One card of everything that was held, once the time has come and the budget has room for it."""
    if state.release_at is None or state.release_at.at > now.at or not state.held:
        return state, []
    until = quiet_until(state.quiet, now, calendar)
    if until is None and left(state, now) == 0:
        until = _next_week(state, now)
    if until is not None:
        return replace(state, release_at=until), []
    count = len(state.held) + state.more
    card = card_of(Message("quiet-card", {"count": count}), state.held, state.more)
    key = f"card:{state.release_at.iso}"
    after = replace(_told(state, 1, now), held=(), more=0, release_at=None)
    return after, [_delivery(state, key, "post", 1, card, now)]


def _storm(state: ChannelState, posts: Sequence[Delivery], now: Instant) -> tuple[ChannelState, list[Delivery]]:
    """One summary for all, which is edited as long as it is fresh."""
    items = tuple(_item(p, now) for p in posts)
    rolling = state.storm_at is not None and now.at - state.storm_at.at < STORM_ROLLS
    if not rolling and left(state, now) == 0:
        return _held(state, posts, _next_week(state, now), now), []
    before, more = (state.storm_held, state.storm_more) if rolling else ((), 0)
    every = (*before, *items)
    changed = replace(
        state,
        storm=state.storm if rolling else f"storm:{now.iso}",
        storm_at=state.storm_at if rolling else now,
        storm_version=state.storm_version + 1 if rolling else 1,
        storm_held=every[:HELD_SHOWN],
        storm_more=more + max(0, len(every) - HELD_SHOWN),
    )
    count = len(changed.storm_held) + changed.storm_more
    card = card_of(Message("quiet-storm", {"count": count}), changed.storm_held, changed.storm_more)
    act: Act = "edit" if rolling else "post"
    if not rolling:
        changed = _told(changed, 1, now)
    return changed, [_delivery(changed, changed.storm, act, changed.storm_version, card, now)]


def card_of(headline: Message, held: Sequence[Held], more: int) -> Answer:
    """Returns held alerts as one answer, each with the time at which it would have been told."""
    rows = tuple(
        (Cell(Message("plain", {"text": h.at})), Cell(h.headline), Cell(Raw(h.episode) if h.episode else None))
        for h in held[:CARD_ROWS]
    )
    columns = tuple(Column(Message(key)) for key in ("column-when", "column-happened", "column-episode"))
    blocks: list[Block] = [Table(Message("quiet-card-caption"), columns, rows)]
    unnamed = more + max(0, len(held) - CARD_ROWS)
    if unnamed:
        blocks.append(Notice(Message("quiet-more", {"count": unnamed})))
    return Answer(headline, tuple(blocks), (_OPEN,))


def _ended(silence: Silence, now: Instant) -> Delivery:
    said: dict[str, Argument] = {"count": silence.muted, "id": Raw(silence.id)}
    place = silence.place
    return Delivery(
        key=delivery_key(f"silence:{silence.id}", silence.workspace, place, "post", 1),
        alert=f"silence:{silence.id}",
        workspace=silence.workspace,
        rule="",
        destination=place,
        lane="notice",
        act="post",
        document=Answer(Message("silence-ended", said), choices=(_OPEN,)),
        language=silence.language,
        due_at=now,
        next_attempt_at=now,
        episode=f"silence:{silence.id}",
    )


def _delivery(state: ChannelState, key: str, act: Act, version: int, said: Answer, now: Instant) -> Delivery:
    return Delivery(
        key=delivery_key(key, state.workspace, state.place, act, version),
        alert=key,
        workspace=state.workspace,
        rule="",
        destination=state.place,
        lane="value",
        act=act,
        document=said,
        language=state.quiet.language,
        due_at=now,
        next_attempt_at=now,
        episode=key,
        version=version,
    )


def _told(state: ChannelState, count: int, now: Instant) -> ChannelState:
    begun = min(week_of(now, state.quiet.zone).at, now.at - STORM_WINDOW)
    return replace(state, told=(*(t for t in state.told if t.at >= begun), *[now] * count))


def _item(post: Delivery, now: Instant) -> Held:
    known = post.lane != "notice"
    return Held(now, post.document.headline, episodes.episode_id(post.workspace, post.episode) if known else "")


def _since(reply: Delivery, now: Instant) -> Answer:
    said = reply.document
    return replace(said, blocks=(*said.blocks, Notice(Message("quiet-since", {"at": now}))))


def mutes(silence: Silence, workspace: str, rule: str, companies: Sequence[str], now: Instant) -> bool:
    """Decides whether a silence mutes what a rule tells about companies, as of a moment."""
    if silence.workspace != workspace or silence.until.at <= now.at:
        return False
    if silence.rule:
        return rule == silence.rule
    return not silence.company or silence.company in companies


def _unplace(by_key: dict[tuple[str, str], Episode], each: Delivery) -> None:
    """Takes a place away from an episode that has no message there."""
    key = (each.workspace, each.episode)
    episode = by_key.get(key)
    if episode is not None and each.act == "post":
        by_key[key] = replace(episode, places=tuple(p for p in episode.places if p != each.destination))


def _next_week(state: ChannelState, now: Instant) -> Instant:
    zone = state.quiet.zone
    monday = week_of(now, zone).day_in(zone).plus(7)
    return local_instant(monday, MORNING, zone)
