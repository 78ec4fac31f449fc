"""Deliveries as rows and back, and their place in the queue."""

from __future__ import annotations

import json
from datetime import datetime
from functools import lru_cache
from typing import Any, get_args

from sqlalchemy import RowMapping

from bot.alert import Lane
from bot.answer import Answer
from bot.call import Place
from bot.days import Instant
from bot.delivery import Delivery, Lease
from bot.plan import Plan
from data import documents

Values = dict[str, Any]

LANES: tuple[Lane, ...] = get_args(Lane)
"""In the order of their urgency."""

_LANE, _VERSIONS = 10**18, 100


def turn(lane: Lane, due_at: datetime, version: int) -> int:
    """Returns a delivery's place in the queue as one number, so that one index orders them: lane, due time, version."""
    microseconds = int(due_at.timestamp() * 1_000_000)
    return LANES.index(lane) * _LANE + microseconds * _VERSIONS + min(version, _VERSIONS - 1)


def row_of(delivery: Delivery, document: str) -> Values:
    """Returns the row of a delivery that nobody has attempted yet; `document` is its answer as JSON."""
    place, due_at = delivery.destination, delivery.due_at.at
    return {
        "workspace": delivery.workspace,
        "key": delivery.key,
        "alert": delivery.alert,
        "rule": delivery.rule,
        "episode": delivery.episode,
        "platform": place.platform,
        "team": place.team,
        "channel": place.channel,
        "thread": place.thread,
        "lane": delivery.lane,
        "act": delivery.act,
        "version": delivery.version,
        "document": document,
        "plan": _plan_text(delivery.plan) if delivery.plan else None,
        "language": delivery.language,
        "due_at": due_at,
        "queue": place.platform,
        "turn": turn(delivery.lane, due_at, delivery.version),
        "state": "pending",
        "next_attempt_at": delivery.next_attempt_at.at,
        "attempts": 0,
        "first_attempt_at": None,
        "unanswered_at": None,
        "holder": "",
        "token": 0,
        "message": "",
        "why": "",
        "settled_at": None,
    }


@lru_cache(maxsize=1_000)
def _plan_text(plan: Plan) -> str:
    return json.dumps(plan.document())


def delivery_of(row: RowMapping, read: dict[str, Answer]) -> Delivery:
    """Returns the delivery of a row. `read` keeps documents that were read already: a fan-out is one document."""
    document = row["document"]
    if document not in read:
        read[document] = documents.read(document)
    held = row["state"] == "in_flight"
    return Delivery(
        key=row["key"],
        alert=row["alert"],
        workspace=row["workspace"],
        rule=row["rule"],
        destination=Place(row["platform"], row["team"], row["channel"], row["thread"]),
        lane=row["lane"],
        act=row["act"],
        document=read[document],
        language=row["language"],
        due_at=Instant(row["due_at"]),
        next_attempt_at=Instant(row["next_attempt_at"]),
        episode=row["episode"],
        version=row["version"],
        plan=Plan.from_document(json.loads(row["plan"])) if row["plan"] else None,
        state=row["state"],
        attempts=row["attempts"],
        first_attempt_at=_instant(row["first_attempt_at"]),
        unanswered_at=_instant(row["unanswered_at"]),
        lease=Lease(row["holder"], row["token"], Instant(row["next_attempt_at"])) if held else None,
        message=row["message"],
        why=row["why"],
    )


def _instant(at: datetime | None) -> Instant | None:
    return None if at is None else Instant(at)
