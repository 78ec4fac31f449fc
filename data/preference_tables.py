"""The table of settings."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlmodel import Field, SQLModel


class SettingRow(SQLModel, table=True):
    """One setting of a workspace, of one of its channels or of one of its people; `subject` is the id of either."""

    __tablename__: ClassVar[str] = "setting"

    workspace: str = Field(primary_key=True, foreign_key="workspace.key")
    scope: str = Field(primary_key=True)
    platform: str = Field(primary_key=True)
    team: str = Field(primary_key=True)
    subject: str = Field(primary_key=True)
    name: str = Field(primary_key=True)
    value: str
    updated_at: datetime
