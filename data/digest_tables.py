"""The table of digests."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlmodel import Field, SQLModel


class DigestRow(SQLModel, table=True):
    """The digest of a channel, as a JSON document, and when it is told next."""

    __tablename__: ClassVar[str] = "digest"

    workspace: str = Field(primary_key=True, foreign_key="workspace.key")
    platform: str = Field(primary_key=True)
    team: str = Field(primary_key=True)
    channel: str = Field(primary_key=True)
    next_at: datetime = Field(index=True)
    document: str
