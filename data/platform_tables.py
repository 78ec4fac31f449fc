"""The tables of platforms: what they delivered, and what their installations gave us."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlmodel import Field, SQLModel


class SeenRow(SQLModel, table=True):
    """A delivery of a platform that was taken, so that its repeats are known for an hour."""

    __tablename__: ClassVar[str] = "seen"

    platform: str = Field(primary_key=True)
    team: str = Field(primary_key=True)
    delivery: str = Field(primary_key=True)
    at: datetime = Field(index=True)


class InstallationRow(SQLModel, table=True):
    """What a team's installation gave us, tokens among it, sealed with a key that the database does not hold."""

    __tablename__: ClassVar[str] = "installation"

    platform: str = Field(primary_key=True)
    team: str = Field(primary_key=True)
    sealed: str
    at: datetime
