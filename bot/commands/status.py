"""/status: whether the bot is well: what runs, when it last looked, what waits, and how old what it knows is."""

from __future__ import annotations

from decimal import Decimal

from bot.answer import Answer, Cell, Field, Fields
from bot.answers import wording
from bot.call import Ask
from bot.commands.deed import Deed
from bot.commands.desk import Desk, Result
from bot.days import Day, Instant
from bot.ports import Heard, Pulse
from bot.quantities import Count
from bot.schema import Command
from bot.text import Message, Several, Term, Typed

FRESH_SECONDS = 120
"""Age of a part's last sign of life up to which it counts as alive; it gives one every 15 seconds."""

_RUN = Typed("twinstar run")


def status(_ask: Ask, desk: Desk) -> Deed:
    """Returns how the house stands. What is counted is what the asker's own workspace waits for."""
    pulse = desk.condition.pulse(desk.workspace) if desk.condition else Pulse()
    works = {work.name: work for work in pulse.works}
    fields = (
        Field(Message("status-ticked"), _when(works.get("tick"), desk.now)),
        Field(Message("status-prices"), _when(works.get("prices"), desk.now)),
        Field(Message("status-rates"), _when(works.get("rates"), desk.now)),
        Field(Message("status-waiting"), Cell(_count(pulse.waiting))),
        Field(Message("status-unsure"), Cell(_count(pulse.unsure))),
        Field(Message("status-parked"), Cell(_count(pulse.parked))),
        Field(Message("status-newest-price"), _day(pulse.newest_price, desk)),
        Field(Message("status-newest-claim"), _day(pulse.newest_claim, desk)),
        Field(Message("status-rates-to"), _day(pulse.rates_to, desk)),
    )
    return Deed(Answer(_headline(pulse, desk.now), (Fields(fields),), visible_to="asker"))


def _headline(pulse: Pulse, now: Instant) -> Message:
    if not pulse.parts:
        return Message("status-nothing", {"run": _RUN})
    alive = [part for part in pulse.parts if _seconds(part.at, now) <= FRESH_SECONDS]
    if not alive:
        return Message("status-silent", {"ago": ago(max(p.at for p in pulse.parts), now), "run": _RUN})
    if down := [part for part in alive if part.standing == "down"]:
        return Message("status-down", {"parts": _named(down)})
    if pulse.unserved:
        platforms = Several(tuple(Term("platform", name) for name in sorted(pulse.unserved)))
        return Message("status-unserved", {"count": sum(pulse.unserved.values()), "platforms": platforms})
    return Message("status-runs", {"parts": _named(alive)})


def _named(parts: list[Heard]) -> Several:
    return Several(tuple(Term("part", part.name) for part in parts))


def _when(work: Heard | None, now: Instant) -> Cell:
    return Cell(Message("status-ago", {"ago": ago(work.at, now)}) if work else Message("status-never"))


def _day(day: Day | None, desk: Desk) -> Cell:
    if day is None:
        return Cell(Message("status-never"))
    return Cell(Message("status-day", {"day": day, "age": wording.age_in_days(desk.today.since(day))}))


def ago(then: Instant, now: Instant) -> Message:
    """Returns how long ago a moment was, in its largest whole unit; one that is still to come was just now."""
    seconds = _seconds(then, now)
    if seconds < 120:
        return Message("ago-seconds", {"count": seconds})
    if seconds < 7_200:
        return Message("ago-minutes", {"count": seconds // 60})
    if seconds < 172_800:
        return Message("ago-hours", {"count": seconds // 3_600})
    return Message("ago-days", {"count": seconds // 86_400})


def _seconds(then: Instant, now: Instant) -> int:
    return max(0, int((now.at - then.at).total_seconds()))


def _count(number: int) -> Count:
    return Count(Decimal(number))


COMMAND: Command[Desk, Result] = Command(
    name="status",
    summary="command-status",
    options=(),
    examples=("/status",),
    run=status,
    names_zh=("状态",),
)
