"""The tables of rules: what was asked for, where each rule stands, what finds it, what falls due, what was told.

A level is kept as a whole number at one scale for all units (data.rule_levels), because it is only ever put in order.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import BigInteger, ForeignKeyConstraint, Index
from sqlmodel import Field, SQLModel


class RuleRow(SQLModel, table=True):
    """A rule as a JSON document, with what it is looked up by."""

    __tablename__: ClassVar[str] = "rule"

    workspace: str = Field(primary_key=True, foreign_key="workspace.key")
    id: str = Field(primary_key=True)
    owner: str
    kind: str = Field(index=True)
    document: str
    paused: bool
    made_at: datetime


class RuleStateRow(SQLModel, table=True):
    """Where a rule stands, as a JSON document. `version` counts its changes, so that of two writers one gives way.

    `why` and `blind_since` say why it could not be worked out, and since when; empty where it could.
    """

    __tablename__: ClassVar[str] = "rule_state"
    __table_args__ = (
        ForeignKeyConstraint(
            ["workspace", "rule"], ["rule.workspace", "rule.id"], name="rule_state_rule", ondelete="CASCADE"
        ),
    )

    workspace: str = Field(primary_key=True)
    rule: str = Field(primary_key=True)
    phase: str
    document: str
    version: int
    at: datetime
    why: str = Field(default="", sa_column_kwargs={"server_default": ""})
    blind_since: datetime | None


class RuleLevelRow(SQLModel, table=True):
    """What finds a rule by its series: the level a quiet one waits at; one that is not quiet is `active`.

    `view` is the workspace where that has claims of its own on the series, else empty: then the public one.
    """

    __tablename__: ClassVar[str] = "rule_level"
    __table_args__ = (
        ForeignKeyConstraint(
            ["workspace", "rule"], ["rule.workspace", "rule.id"], name="rule_level_rule", ondelete="CASCADE"
        ),
        Index("rule_level_range", "series", "view", "active", "level", "workspace", "rule"),
    )

    workspace: str = Field(primary_key=True)
    rule: str = Field(primary_key=True)
    series: str
    view: str
    level: int = Field(sa_type=BigInteger)
    active: bool


class SeriesRow(SQLModel, table=True):
    """A watched series as one view has it, with the value that rules were last put against.

    `blind_since` is when its newest observation was none for the first time; `why` where it could not be worked out.
    """

    __tablename__: ClassVar[str] = "series"

    series: str = Field(primary_key=True)
    view: str = Field(primary_key=True)
    document: str
    observation: str
    value: str
    through: date | None
    why: str = Field(default="", sa_column_kwargs={"server_default": ""})
    blind_since: datetime | None


class SeriesInputRow(SQLModel, table=True):
    """Which claims a watched series is read from: what a changed claim changes."""

    __tablename__: ClassVar[str] = "series_input"
    __table_args__ = (Index("series_input_claim", "company", "measure", "series"),)

    series: str = Field(primary_key=True)
    company: str = Field(primary_key=True)
    measure: str = Field(primary_key=True)


class DueRow(SQLModel, table=True):
    """Something that falls due at an instant, derived from a local day and hour in a zone, which are kept beside it."""

    __tablename__: ClassVar[str] = "due"
    __table_args__ = (
        ForeignKeyConstraint(["workspace", "rule"], ["rule.workspace", "rule.id"], name="due_rule", ondelete="CASCADE"),
    )

    workspace: str = Field(primary_key=True)
    rule: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    at: datetime = Field(index=True)
    kind: str
    day: date
    zone: str
    hour: str
    subject: str
    rung: str


class AlertRow(SQLModel, table=True):
    """An alert under its key, once a workspace; it outlives its rule. The document is what was to be told."""

    __tablename__: ClassVar[str] = "alert"

    workspace: str = Field(primary_key=True, foreign_key="workspace.key")
    key: str = Field(primary_key=True)
    rule: str = Field(index=True)
    lane: str
    reason: str
    due_at: datetime
    decided_at: datetime = Field(index=True)
    episode: str
    supersedes: str
    document: str


class TickRow(SQLModel, table=True):
    """How far the clock was followed: the last completed tick, and the mark of the facts it looked at."""

    __tablename__: ClassVar[str] = "tick"

    name: str = Field(primary_key=True)
    at: datetime
    mark: str
