"""The table of programmes."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlmodel import Field, SQLModel


class ProgrammeRow(SQLModel, table=True):
    """What a server wants in its own calendar, as a JSON document, and when it is looked at next."""

    __tablename__: ClassVar[str] = "programme"

    workspace: str = Field(primary_key=True, foreign_key="workspace.key")
    platform: str = Field(primary_key=True)
    team: str = Field(primary_key=True)
    next_at: datetime = Field(index=True)
    document: str
