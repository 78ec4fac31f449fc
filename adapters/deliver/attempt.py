"""One attempt at one delivery: looked up where it is doubtful, posted once, and what came of it.

Of a delivery that nobody knows the outcome of, one thing holds everywhere: it is looked up before it is posted again,
unless the platform itself still keeps a second post with its key from standing there.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from bot.alert import Lane
from bot.answer import Block, Notice
from bot.clock import Clock
from bot.days import Instant
from bot.delivery import (
    Again,
    ClosedError,
    Delivery,
    NotTakenError,
    Parked,
    Sent,
    Settlement,
    UnansweredError,
    Unsure,
    UntoldError,
    Why,
)
from bot.ports import Chat
from bot.text import Message

log = logging.getLogger(__name__)

FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=2), timedelta(minutes=10)
"""Between attempts: doubled each time."""

LATE = timedelta(minutes=15)
"""From here on a message says when it was due."""

PATIENCE: Mapping[Lane, timedelta] = {
    "unlock": timedelta(minutes=30),
    "value": timedelta(hours=6),
    "notice": timedelta(hours=6),
}
"""For how long a look-up that cannot be made just now is tried again."""

MOST_REPEATS = 5
"""Attempts after which an alert is not told again even where that is better than silence."""

Begin = Callable[[Delivery], Awaitable[Delivery | None]]
"""Notes that an attempt begins and returns the delivery as it is then, None where somebody else holds it by now."""


async def attempted(delivery: Delivery, chat: Chat, begin: Begin, clock: Clock) -> Settlement | None:
    """Returns what came of an attempt, None where the delivery is not ours any more and nothing was done."""
    known = False
    try:
        if delivery.act != "post" and not delivery.message:
            return Parked("nothing_to_edit")
        # Before its turn too: whoever goes through and asks for nothing would only keep others from it.
        if early := _early(delivery, chat, clock.now()):
            return Again(_after(clock.now(), early), delivery.why, answered=False)
        await chat.turn(delivery)
        if early := _early(delivery, chat, clock.now()):
            return Again(_after(clock.now(), early), delivery.why, answered=False)
        standing: Mapping[int, str] = {}
        why: Why = ""
        looked_up = _to_look_up(delivery, chat, clock.now())
        if looked_up:
            found = await _found(delivery, chat, clock)
            if isinstance(found, Again | Unsure):
                return found
            standing, why = found
        begun = await begin(delivery)
        if begun is None or _stale(begun, chat, clock.now()):
            return None
        # What was looked up is known by now; what was not looked up stays doubtful even after a clear refusal.
        known = not standing and (begun.act == "edit" or delivery.unanswered_at is None or looked_up)
        return await _posted(_dressed(begun, why, clock.now()), chat, standing, why, known, clock)
    except NotTakenError as fault:
        # Its turn did not come, or the look-up was put off: nothing was done, and what was doubtful still is.
        return Again(_after(clock.now(), fault.seconds), fault.why, answered=False)
    except ClosedError as fault:
        return Parked(fault.why, fault.reach, known)


async def _found(delivery: Delivery, chat: Chat, clock: Clock) -> Again | Unsure | tuple[Mapping[int, str], Why]:
    """Returns the parts that stand, or what is to become of a delivery of which nobody can tell."""
    assert delivery.unanswered_at is not None
    try:
        return await chat.find(delivery), ""
    except UntoldError as fault:
        log.warning("delivery %s: a look-up cannot tell: %s", delivery.key, fault)
    except (UnansweredError, NotTakenError) as fault:
        patience = PATIENCE[delivery.lane]
        if clock.now().at - delivery.unanswered_at.at < patience:
            seconds = fault.seconds if isinstance(fault, NotTakenError) else 0.0
            return _looked_in_vain(delivery, clock.now(), seconds)
        log.warning("delivery %s: could not be looked up for %s", delivery.key, patience)
    # Better told twice than not at all where people act on a day; anything else is for its owner to decide.
    repeated = delivery.lane == "unlock" and delivery.attempts < MOST_REPEATS
    return ({}, "may_repeat") if repeated else Unsure("look_up_failed")


async def _posted(
    delivery: Delivery, chat: Chat, standing: Mapping[int, str], why: Why, known: bool, clock: Clock
) -> Settlement:
    try:
        return Sent(await chat.post(delivery, standing), why)
    except NotTakenError as fault:
        return Again(_after(clock.now(), fault.seconds), fault.why, answered=known)
    except UnansweredError as fault:
        log.warning("delivery %s: no answer: %s", delivery.key, fault)
        pause = max(pause_after(delivery.attempts), chat.settles.total_seconds() if delivery.act != "edit" else 0.0)
        return Again(_after(clock.now(), pause), "unreachable", answered=False)


def _stale(begun: Delivery, chat: Chat, now: Instant) -> bool:
    """Decides whether a process stood still for so long after it began that another may have taken over by now."""
    assert begun.lease is not None
    return now.at >= begun.lease.until.at - chat.settles


def _to_look_up(delivery: Delivery, chat: Chat, now: Instant) -> bool:
    """Decides whether a delivery is doubtful and must be looked up before it is posted again.

    It need not where the platform itself still keeps a second post from standing there; also one that it accepts as
    late as it may must come before it has forgotten the first.
    """
    if delivery.act == "edit" or delivery.unanswered_at is None:
        return False
    return now.at - delivery.unanswered_at.at >= chat.remembers - chat.settles


def _early(delivery: Delivery, chat: Chat, now: Instant) -> float:
    """Returns the seconds until a doubtful attempt can be looked up: one that was accepted late must have shown."""
    since = delivery.unanswered_at
    if since is None or not _to_look_up(delivery, chat, now):
        return 0.0
    return max(0.0, (since.at + chat.settles - now.at).total_seconds())


def _looked_in_vain(delivery: Delivery, now: Instant, seconds: float = 0.0) -> Again:
    return Again(_after(now, max(seconds, pause_after(delivery.attempts))), "look_up_failed", answered=False)


def pause_after(attempts: int) -> float:
    """Returns the seconds between an attempt without an answer and the next one."""
    return min(LONGEST_PAUSE.total_seconds(), FIRST_PAUSE.total_seconds() * 2.0 ** min(max(0, attempts - 1), 20))


def _after(now: Instant, seconds: float) -> Instant:
    return Instant(now.at + timedelta(seconds=seconds))


def _dressed(delivery: Delivery, why: Why, now: Instant) -> Delivery:
    """Returns a delivery whose document says that it is late, or perhaps told twice."""
    notes: list[Block] = []
    if why == "may_repeat":
        notes.append(Notice(Message("delivery-may-repeat")))
    if now.at - delivery.due_at.at > LATE:
        notes.append(Notice(Message("delivery-late", {"due": delivery.due_at})))
    if not notes:
        return delivery
    said = delivery.document
    return replace(delivery, document=replace(said, blocks=(*notes, *said.blocks)))
