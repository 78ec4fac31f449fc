"""The tables of who may do what, and of the codes that join teams."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlmodel import Field, SQLModel


class RoleRow(SQLModel, table=True):
    """What somebody is in a workspace, where an administrator said so."""

    __tablename__: ClassVar[str] = "role"

    workspace: str = Field(primary_key=True, foreign_key="workspace.key")
    platform: str = Field(primary_key=True)
    team: str = Field(primary_key=True)
    person: str = Field(primary_key=True)
    role: str
    updated_at: datetime


class LinkOfferRow(SQLModel, table=True):
    """A code by which another team may join a workspace, sealed by its hash. A workspace has one at a time."""

    __tablename__: ClassVar[str] = "link_offer"

    workspace: str = Field(primary_key=True, foreign_key="workspace.key")
    sealed: str = Field(index=True)
    platform: str
    team: str
    person: str
    ends_at: datetime


class LinkTryRow(SQLModel, table=True):
    """How often a workspace typed a code that is none, since when."""

    __tablename__: ClassVar[str] = "link_try"

    workspace: str = Field(primary_key=True, foreign_key="workspace.key")
    times: int
    since: datetime
