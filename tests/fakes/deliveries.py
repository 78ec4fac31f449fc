"""Deliveries to put, and a clock that moves when it is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from bot.alert import Lane
from bot.answer import Answer, Prose
from bot.call import Place
from bot.days import Instant
from bot.delivery import Act, Delivery, delivery_key
from bot.plan import Plan
from bot.text import Message, Raw

START = Instant(datetime(2026, 11, 23, 12, tzinfo=UTC))


class MovingClock:
    """Stands until it is moved."""

    def __init__(self, moment: Instant = START) -> None:
        self.moment = moment

    def now(self) -> Instant:
        return self.moment

    def move(self, seconds: float) -> None:
        self.moment = Instant(self.moment.at + timedelta(seconds=seconds))


def said(text: str = "due") -> Answer:
    return Answer(Message("plain", {"text": Raw(text)}), (Prose((Message("plain", {"text": Raw("more")}),)),))


def delivery(
    alert: str,
    channel: str = "C1",
    *,
    workspace: str = "slack:T1",
    team: str = "T1",
    platform: str = "slack",
    thread: str = "",
    lane: Lane = "value",
    act: Act = "post",
    episode: str = "",
    version: int = 1,
    due_at: Instant = START,
    document: Answer | None = None,
    plan: Plan | None = None,
) -> Delivery:
    place = Place(platform, team, channel, thread)
    return Delivery(
        key=delivery_key(alert, workspace, place, act, version),
        alert=alert,
        workspace=workspace,
        rule="r1",
        destination=place,
        lane=lane,
        act=act,
        document=document or said(alert),
        language="en",
        due_at=due_at,
        next_attempt_at=due_at,
        episode=episode or alert,
        version=version,
        plan=plan,
    )


def alerts(deliveries: Sequence[Delivery]) -> list[str]:
    return [each.alert for each in deliveries]
