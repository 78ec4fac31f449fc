"""The tables of prices that vendors give: believed ones, and those kept aside."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import BigInteger, UniqueConstraint
from sqlmodel import Field, SQLModel


class OfferRow(SQLModel, table=True):
    """A session as one vendor of prices gave it and was believed; no other vendor changes it."""

    __tablename__: ClassVar[str] = "offer"

    ticker: str = Field(primary_key=True, foreign_key="listing.ticker")
    session: date = Field(primary_key=True)
    vendor: str = Field(primary_key=True)
    open: int | None = Field(sa_type=BigInteger)
    high: int | None = Field(sa_type=BigInteger)
    low: int | None = Field(sa_type=BigInteger)
    close: int = Field(sa_type=BigInteger)
    volume: int | None = Field(sa_type=BigInteger)
    at: datetime


class QuarantineRow(SQLModel, table=True):
    """An offer that was not believed, with the reason; `offer` is a JSON document. It stays when it was let in."""

    __tablename__: ClassVar[str] = "quarantine"
    __table_args__ = (UniqueConstraint("vendor", "ticker", "digest", name="quarantine_once"),)

    id: int | None = Field(default=None, primary_key=True)
    vendor: str
    ticker: str
    digest: str
    suspicion: str
    offer: str
    at: datetime
    released_at: datetime | None
    released_by: str
