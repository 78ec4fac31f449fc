"""The tables: what is kept, under which key, and what finds it quickly.

Shipped facts stand under the empty workspace; everything a team owns has its workspace first in the key. Amounts are
whole numbers at the scale of their unit (data.amounts), days are dates, instants are kept in UTC. What answers are made
of carries a seal (data.seals).
"""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import BigInteger, ForeignKeyConstraint, Index, Table, UniqueConstraint
from sqlmodel import Field, SQLModel

from data.seals import seal_field


class CompanyRow(SQLModel, table=True):
    """A company that can be asked about."""

    __tablename__: ClassVar[str] = "company"

    key: str = Field(primary_key=True)
    name: str
    name_zh: str
    legal_name: str
    legal_name_zh: str
    status: str
    route: str
    hq: str
    founded: str
    reporting_currency: str
    fiscal_year_end: str
    note: str
    source: str
    seal: int | None = seal_field()


class AliasRow(SQLModel, table=True):
    """A further name of a company; one with a workspace is that team's own."""

    __tablename__: ClassVar[str] = "alias"

    workspace: str = Field(primary_key=True)
    company: str = Field(primary_key=True, foreign_key="company.key")
    alias: str = Field(primary_key=True)
    language: str
    kind: str
    ambiguous: bool
    note: str
    seal: int | None = seal_field()


class ListingRow(SQLModel, table=True):
    """A company's shares on one exchange; the offer price is kept with the scale of prices."""

    __tablename__: ClassVar[str] = "listing"

    ticker: str = Field(primary_key=True)
    company: str = Field(foreign_key="company.key", index=True)
    ticker_venue: str
    venue: str
    listed_on: date | None
    offer_price: int | None = Field(sa_type=BigInteger)
    currency: str
    zone: str
    source: str
    note: str
    seal: int | None = seal_field()


class SourceRow(SQLModel, table=True):
    """Where figures were published; one that a team cites for its own claims stands under its workspace."""

    __tablename__: ClassVar[str] = "source"

    workspace: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    kind: str
    publisher: str
    title: str
    url: str
    published_on: str
    note: str
    seal: int | None = seal_field()


class ClaimRow(SQLModel, table=True):
    """One stated figure. Rows are never changed: a correction is a further version of the same root that supersedes it.

    `shipped` marks what came with the program; a claim that was imported for everybody stands beside it unmarked.

    A figure is `value`, a range is `low` and `high` with an open end left out, a date is `day`; one of the three.
    """

    __tablename__: ClassVar[str] = "claim"
    __table_args__ = (
        ForeignKeyConstraint(["workspace", "source"], ["source.workspace", "source.key"], name="claim_source"),
        UniqueConstraint("workspace", "root", "version", name="claim_version"),
        Index("claim_subject", "company", "measure", "workspace"),
    )

    workspace: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    root: str
    version: int
    supersedes: str
    shipped: bool
    company: str = Field(foreign_key="company.key")
    measure: str
    value: int | None = Field(sa_type=BigInteger)
    low: int | None = Field(sa_type=BigInteger)
    high: int | None = Field(sa_type=BigInteger)
    day: date | None
    unit: str
    as_of: str
    as_of_start: date
    as_of_end: date
    as_of_precision: str
    scope: str
    basis: str
    audited: bool | None
    qualifier: str
    stated_by: str
    source: str
    known_at: date
    known_at_basis: str
    retrieved_at: date | None
    note: str
    seal: int | None = seal_field()


class WithdrawalRow(SQLModel, table=True):
    """A claim that is no longer stated, because its row was taken out of the shipped files. The claim itself stays."""

    __tablename__: ClassVar[str] = "withdrawal"
    __table_args__ = (
        ForeignKeyConstraint(["workspace", "claim"], ["claim.workspace", "claim.id"], name="withdrawal_claim"),
    )

    workspace: str = Field(primary_key=True)
    claim: str = Field(primary_key=True)
    at: datetime


class BarRow(SQLModel, table=True):
    """One session of one listing: prices with the scale of prices, turnover with that of money, volume in shares."""

    __tablename__: ClassVar[str] = "bar"

    ticker: str = Field(primary_key=True, foreign_key="listing.ticker")
    session: date = Field(primary_key=True)
    open: int | None = Field(sa_type=BigInteger)
    high: int | None = Field(sa_type=BigInteger)
    low: int | None = Field(sa_type=BigInteger)
    close: int = Field(sa_type=BigInteger)
    volume: int | None = Field(sa_type=BigInteger)
    turnover: int | None = Field(sa_type=BigInteger)
    source: str
    known_at: date
    note: str
    seal: int | None = seal_field()


class HoldingRow(SQLModel, table=True):
    """One line of a company's lock-up list, in the order of its file: a holder, a total, a split or further supply.

    `lock_start` is as the source wrote it, which may be a month alone.
    """

    __tablename__: ClassVar[str] = "holding"

    company: str = Field(primary_key=True, foreign_key="company.key")
    position: int = Field(primary_key=True)
    holder: str
    row_type: str
    holder_class: str
    holder_label: str
    class_basis: str
    shares: int | None = Field(sa_type=BigInteger)
    share_class: str
    tradable: str
    pct_of_issued: int | None = Field(sa_type=BigInteger)
    pct_base: int | None = Field(sa_type=BigInteger)
    pct_low: int | None = Field(sa_type=BigInteger)
    pct_high: int | None = Field(sa_type=BigInteger)
    lock_start: str
    last_locked_day: date | None
    first_free_day: date | None
    first_session: date | None
    date_status: str
    rule_layer: str
    rule: str
    source: str
    note: str
    seal: int | None = seal_field()


class StatementRow(SQLModel, table=True):
    """Something that was said or predicted, and what became of it."""

    __tablename__: ClassVar[str] = "statement"

    key: str = Field(primary_key=True)
    location: str
    subject: str
    kind: str
    text: str
    speaker: str
    stated_on: str
    due_on: str
    verdict: str
    verdict_detail: str
    resolved_on: str
    source: str
    note: str
    seal: int | None = seal_field()


class EditionRow(SQLModel, table=True):
    """Which edition of the shipped facts a database holds, by the fingerprint of their files."""

    __tablename__: ClassVar[str] = "edition"

    workspace: str = Field(primary_key=True)
    part: str = Field(primary_key=True)
    fingerprint: str
    at: datetime


class WorkspaceRow(SQLModel, table=True):
    """One team of people: the tenant that everything private belongs to."""

    __tablename__: ClassVar[str] = "workspace"

    key: str = Field(primary_key=True)
    created_at: datetime


class PlaceRow(SQLModel, table=True):
    """The workspace a place belongs to and the language it chose. An empty channel stands for the whole team."""

    __tablename__: ClassVar[str] = "place"
    __table_args__ = (UniqueConstraint("platform", "team", "channel", "thread", name="place_once"),)

    workspace: str = Field(primary_key=True, foreign_key="workspace.key")
    platform: str = Field(primary_key=True)
    team: str = Field(primary_key=True)
    channel: str = Field(primary_key=True)
    thread: str = Field(primary_key=True)
    language: str | None
    updated_at: datetime


class ChannelRow(SQLModel, table=True):
    """What a channel chose for itself: where it sees the answers to commands."""

    __tablename__: ClassVar[str] = "channel"

    workspace: str = Field(primary_key=True, foreign_key="workspace.key")
    platform: str = Field(primary_key=True)
    team: str = Field(primary_key=True)
    channel: str = Field(primary_key=True)
    showing: str | None
    updated_at: datetime


class CompanySetRow(SQLModel, table=True):
    """One version of a channel's named set of companies, a JSON list; an empty list is a set that was put away."""

    __tablename__: ClassVar[str] = "company_set"

    workspace: str = Field(primary_key=True, foreign_key="workspace.key")
    platform: str = Field(primary_key=True)
    team: str = Field(primary_key=True)
    channel: str = Field(primary_key=True)
    name: str = Field(primary_key=True)
    version: int = Field(primary_key=True)
    companies: str
    is_default: bool
    made_by: str
    made_at: datetime


class PersonRow(SQLModel, table=True):
    """What a person chose for themselves within a workspace."""

    __tablename__: ClassVar[str] = "person"

    workspace: str = Field(primary_key=True, foreign_key="workspace.key")
    platform: str = Field(primary_key=True)
    team: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    language: str | None
    updated_at: datetime


class ThreadRow(SQLModel, table=True):
    """The plan that was answered last in a thread."""

    __tablename__: ClassVar[str] = "thread"

    workspace: str = Field(primary_key=True, foreign_key="workspace.key")
    platform: str = Field(primary_key=True)
    team: str = Field(primary_key=True)
    channel: str = Field(primary_key=True)
    thread: str = Field(primary_key=True)
    plan: str
    updated_at: datetime


class CompanyUseRow(SQLModel, table=True):
    """How often a workspace asked about a company of late."""

    __tablename__: ClassVar[str] = "company_use"

    workspace: str = Field(primary_key=True, foreign_key="workspace.key")
    company: str = Field(primary_key=True)
    times: int


class ReceiptRow(SQLModel, table=True):
    """What an answer rested on. Plan, claim ids and answer are JSON documents."""

    __tablename__: ClassVar[str] = "receipt"

    workspace: str = Field(primary_key=True, foreign_key="workspace.key")
    id: str = Field(primary_key=True)
    plan_hash: str = Field(index=True)
    plan: str
    claims: str
    code_version: str
    answer: str | None
    kept_at: datetime


class DeliveryRow(SQLModel, table=True):
    """One alert on its way to one place (bot.delivery). Document and plan are JSON.

    `queue` and `turn` stand only as long as it waits: whose deliverer will take it, and its place in the order. An
    instant at which it may be taken is `next_attempt_at`, which for one that is held is when its lease ends. `token`
    counts how often it was taken.
    """

    __tablename__: ClassVar[str] = "delivery"
    __table_args__ = (
        Index("delivery_queue", "queue", "lane", "workspace", "turn"),
        Index("delivery_destination", "queue", "team", "channel", "thread", "turn", "key"),
        Index("delivery_state", "workspace", "state"),
        Index("delivery_episode", "workspace", "episode"),
    )

    workspace: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    alert: str
    rule: str
    episode: str
    platform: str
    team: str
    channel: str
    thread: str
    lane: str
    act: str
    version: int
    document: str
    plan: str | None
    language: str
    due_at: datetime
    queue: str | None
    turn: int | None = Field(sa_type=BigInteger)
    state: str
    next_attempt_at: datetime
    attempts: int
    first_attempt_at: datetime | None
    unanswered_at: datetime | None
    holder: str
    token: int
    message: str
    why: str
    settled_at: datetime | None


def table(row: type[SQLModel]) -> Table:
    """Returns the table of a row class, as Core statements take it."""
    return SQLModel.metadata.tables[str(row.__tablename__)]
