"""The step of a rule: where it stood, what was seen, and where it stands now, with the reason. Pure.

A first observation never fires a crossing. What was seen already, or comes late, changes nothing; a gap neither fires
nor resolves; a corrected observation is judged anew from where the rule stood before it. Each crossing is told once,
under the id of the observation that began it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from typing import Literal

from bot.days import Instant
from bot.rule import LevelWatch, OvertakeWatch, Rule, ValueWatch

Phase = Literal["quiet", "pending", "firing", "resolved", "no_data", "failed"]
Reason = Literal[
    "first",
    "nothing_changed",
    "late",
    "no_data",
    "failed",
    "waiting",
    "fell_back",
    "crossed",
    "held",
    "contested",
    "cooling_down",
    "repeat_due",
    "keeping",
    "recovered",
    "source_corrected",
    "already_told",
    "spent",
]
"""Why a rule stands as it does; printed in what is sent, and logged."""

TELLING: frozenset[Reason] = frozenset({"crossed", "held", "contested", "repeat_due"})
"""Reasons under which something is sent; a correction is sent where what it corrects had been."""

PARITY = Decimal(1)
_GAPS: frozenset[Phase] = frozenset({"no_data", "failed"})
_CALM: frozenset[Phase] = frozenset({"quiet", "resolved"})


@dataclass(frozen=True, slots=True)
class Observation:
    """What a series stood at. A value of None is a gap; `failed` says that it could not be worked out at all.

    `order` holds the day that each part of it speaks of: equal ones are the same observation, perhaps corrected.
    `value` and `beside` are the least and the most favourable number among the live claims, equal where none disagrees.
    `corrects` says that what was seen before is withdrawn, though this one speaks of an earlier day. `kind` says how it
    was found: where that changes, as from private rounds to closes on the day of a listing, a new series begins.
    """

    id: str = ""
    order: tuple[str, ...] = ()
    value: Decimal | None = None
    beside: Decimal | None = None
    failed: bool = False
    corrects: bool = False
    kind: str = ""


@dataclass(frozen=True, slots=True)
class RuleState:
    """Where a rule stands. `under` is the phase beneath a gap; `episode` names the crossing that goes on or was last.

    `beyond` is the side it stood on, None before the first observation; `previous` where it stood before the last one.
    """

    phase: Phase = "quiet"
    under: Phase = "quiet"
    seen: str = ""
    order: tuple[str, ...] = ()
    value: Decimal | None = None
    beside: Decimal | None = None
    beyond: bool | None = None
    kind: str = ""
    episode: str = ""
    since: Instant | None = None
    run: int = 0
    told: bool = False
    told_last: str = ""
    told_at: Instant | None = None
    contested: str = ""
    spent: bool = False
    previous: RuleState | None = None

    @property
    def standing(self) -> Phase:
        """Returns the phase, beneath a gap the one before it."""
        return self.under if self.phase in _GAPS else self.phase


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the state before and after, why, and the key of what is to be told, empty where nothing is."""

    old: RuleState
    new: RuleState
    reason: Reason
    key: str = ""


def step(rule: Rule, state: RuleState, seen: Observation, now: Instant) -> Step:
    """Returns the step that an observation makes; raises TypeError for a rule that watches no series."""
    if not isinstance(rule.watch, ValueWatch):
        raise TypeError(f"{type(rule.watch).__name__} is no watch over a series")
    if state.spent:
        return Step(state, state, "spent")
    if seen.failed or seen.value is None:
        gap: Literal["failed", "no_data"] = "failed" if seen.failed else "no_data"
        return Step(state, replace(state, phase=gap, under=state.standing), gap)
    if (state.seen, state.value, state.beside) == (seen.id, seen.value, seen.beside):
        return Step(state, replace(state, phase=state.standing), "nothing_changed")
    if state.beyond is not None and state.kind != seen.kind:
        begun = RuleState(told_last=state.told_last, told_at=state.told_at)
        return replace(_advance(rule, rule.watch, begun, seen, now), old=state)
    if (state.order and state.order == seen.order) or seen.corrects:
        return _corrected(rule, state, seen, now)
    if state.order and not any(new > old for new, old in zip(seen.order, state.order, strict=True)):
        return Step(state, state, "late")
    calm = replace(state, phase=state.standing, previous=None)
    taken = _advance(rule, rule.watch, calm, seen, now)
    return replace(taken, old=state, new=replace(taken.new, previous=calm))


def passed(rule: Rule, state: RuleState, now: Instant, hour: tuple[str, Instant] | None = None) -> Step:
    """Returns the step that time alone makes: a wait in minutes is over, or another day of a daily alert has come.

    `hour` is the latest local day whose hour was reached, and when that was. A gap holds both back.
    """
    if state.phase == "pending" and rule.pending_minutes and state.since is not None:
        if now.at - state.since.at >= timedelta(minutes=rule.pending_minutes) and state.run >= rule.pending:
            return _fire(rule, state, replace(state, phase="firing", run=0), now, "held")
        return Step(state, state, "waiting")
    if state.phase == "firing" and state.told and rule.frequency == "daily" and hour and state.told_at:
        day, reached_at = hour
        key = f"value:{rule.id}:{state.episode}:{day}"
        if reached_at.at > state.told_at.at and key > state.told_last:
            return Step(state, replace(state, told_last=key, told_at=now), "repeat_due", key)
    return Step(state, state, "nothing_changed")


def _advance(rule: Rule, watch: ValueWatch, state: RuleState, seen: Observation, now: Instant) -> Step:
    assert seen.value is not None
    beyond, over = _beyond(watch, seen.value), not _beyond(watch, _favourable(seen), recovering=True)
    first = state.beyond is None
    new = replace(
        state,
        seen=seen.id,
        order=seen.order,
        value=seen.value,
        beside=seen.beside,
        beyond=beyond,
        kind=seen.kind,
        contested=_contest(watch, state, seen),
    )
    if first and _is_event(watch):
        # It may have stood there for years: nobody saw it cross.
        return Step(state, replace(new, phase="firing" if beyond else "quiet", told=False), "first")
    if state.phase == "firing":
        return _while_firing(rule, state, new, seen, now, over=over)
    if not beyond:
        if state.phase == "pending":
            return Step(state, replace(new, phase="quiet", run=0, episode=""), "fell_back")
        if new.contested == seen.id and state.contested != seen.id:
            key = f"value:{rule.id}:{seen.id}:contested"
            return Step(state, replace(new, phase="quiet", told_at=now, told_last=key), "contested", key)
        return Step(state, replace(new, phase="quiet", run=0), "first" if first else "nothing_changed")
    if state.phase in _CALM:
        new = replace(new, episode=seen.id, since=now, run=0, told=False)
    new = replace(new, run=new.run + 1)
    if new.run < rule.pending or rule.pending_minutes:
        return Step(state, replace(new, phase="pending"), "waiting")
    return _fire(rule, state, replace(new, phase="firing", run=0), now, "crossed" if not first else "held")


def _while_firing(rule: Rule, state: RuleState, new: RuleState, seen: Observation, now: Instant, *, over: bool) -> Step:
    if over:
        run = state.run + 1
        if run < rule.keep:
            return Step(state, replace(new, phase="firing", run=run), "keeping")
        return Step(state, replace(new, phase="resolved", run=0, beyond=False), "recovered")
    new = replace(new, phase="firing", run=0, beyond=True)
    if rule.frequency == "each_close" and state.told:
        key = f"value:{rule.id}:{state.episode}:{seen.id}"
        return Step(state, replace(new, told_at=now, told_last=key), "repeat_due", key)
    return Step(state, new, "nothing_changed")


def _fire(rule: Rule, state: RuleState, new: RuleState, now: Instant, reason: Reason) -> Step:
    key = f"value:{rule.id}:{new.episode}"
    if state.told_last == key:
        return Step(state, replace(new, told=True), "already_told")
    if state.told_at is not None and now.at - state.told_at.at < timedelta(minutes=rule.cooldown_minutes):
        return Step(state, replace(new, told=False), "cooling_down")
    done = rule.frequency == "once"
    return Step(state, replace(new, told=True, told_last=key, told_at=now, spent=done), reason, key)


def _corrected(rule: Rule, state: RuleState, seen: Observation, now: Instant) -> Step:
    """Judges the last observation anew from where the rule stood before it, keeping what was told."""
    before = state.previous or RuleState()
    kept = replace(before, told_last=state.told_last or before.told_last, told_at=state.told_at or before.told_at)
    assert isinstance(rule.watch, ValueWatch)
    was_telling = state.standing == "firing" and state.told
    taken = _advance(rule, rule.watch, kept, seen, now)
    new = replace(taken.new, previous=replace(before, previous=None))
    if was_telling and new.phase == "firing":
        told = replace(new, told=True, episode=state.episode, spent=state.spent)
        return Step(state, replace(told, told_last=state.told_last, told_at=state.told_at), "already_told")
    if was_telling and before.standing != "firing":
        undone = replace(new, phase="resolved", told=False, told_last=state.told_last, told_at=state.told_at)
        return Step(state, undone, "source_corrected", f"value:{rule.id}:{state.episode}:corrected")
    return replace(taken, old=state, new=new)


def _beyond(watch: ValueWatch, value: Decimal, *, recovering: bool = False) -> bool:
    """Decides whether a value lies beyond the level, or beyond the one that it has to fall back past."""
    if isinstance(watch, OvertakeWatch):
        return value > PARITY
    level = watch.recover if recovering else watch.level
    if watch.side == "above":
        return value > level if watch.strict else value >= level
    return value < level if watch.strict else value <= level


def _favourable(seen: Observation) -> Decimal:
    assert seen.value is not None
    return seen.value if seen.beside is None else seen.beside


def _contest(watch: ValueWatch, state: RuleState, seen: Observation) -> str:
    """Returns the observation since which some live claim, but not all, has the order turned round."""
    if not isinstance(watch, OvertakeWatch) or not _beyond(watch, _favourable(seen)):
        return ""
    return state.contested or seen.id


def _is_event(watch: ValueWatch) -> bool:
    return watch.event if isinstance(watch, LevelWatch) else True
