"""The table of what people changed."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Index
from sqlmodel import Field, SQLModel


class AuditRow(SQLModel, table=True):
    """One change: who asked for it, where, when, and in which words."""

    __tablename__: ClassVar[str] = "audit"
    __table_args__ = (Index("audit_at", "workspace", "at"),)

    workspace: str = Field(primary_key=True, foreign_key="workspace.key")
    id: str = Field(primary_key=True)
    at: datetime
    platform: str
    team: str
    channel: str
    person: str
    typed: str
