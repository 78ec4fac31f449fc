"""The table of episodes: what was told and goes on, whose it is, and until when it is silent."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Index
from sqlmodel import Field, SQLModel


class EpisodeRow(SQLModel, table=True):
    """An episode as a JSON document, with what it is looked up by. `wake_at` is when its snooze ends."""

    __tablename__: ClassVar[str] = "episode"
    __table_args__ = (
        Index("episode_id", "workspace", "id", unique=True),
        Index("episode_rule", "workspace", "rule", "over"),
        Index("episode_event", "workspace", "event", "over"),
        Index("episode_wake", "over", "wake_at"),
    )

    workspace: str = Field(primary_key=True, foreign_key="workspace.key")
    key: str = Field(primary_key=True)
    id: str
    rule: str
    event: str
    over: bool
    wake_at: datetime | None
    opened_at: datetime
    document: str
