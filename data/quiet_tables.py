"""The tables of quiet: how each channel stands, and what is muted."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlmodel import Field, SQLModel


class QuietRow(SQLModel, table=True):
    """How a channel stands, as a JSON document. `release_at` is when what waits for it may be told."""

    __tablename__: ClassVar[str] = "quiet"

    workspace: str = Field(primary_key=True, foreign_key="workspace.key")
    platform: str = Field(primary_key=True)
    team: str = Field(primary_key=True)
    channel: str = Field(primary_key=True)
    release_at: datetime | None = Field(index=True)
    document: str


class SilenceRow(SQLModel, table=True):
    """Something that is muted, as a JSON document, until a moment."""

    __tablename__: ClassVar[str] = "silence"

    workspace: str = Field(primary_key=True, foreign_key="workspace.key")
    id: str = Field(primary_key=True)
    until: datetime = Field(index=True)
    document: str
