"""The tables of what is fetched: prices of vendors, believed and kept aside, what else they say, exchange rates."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import BigInteger, UniqueConstraint
from sqlmodel import Field, SQLModel

from data.seals import seal_field


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
    seal: int | None = seal_field()


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


class QuoteRow(SQLModel, table=True):
    """The last price within a session that a vendor gave of a listing; it is no close and never becomes one."""

    __tablename__: ClassVar[str] = "quote"

    ticker: str = Field(primary_key=True, foreign_key="listing.ticker")
    vendor: str = Field(primary_key=True)
    price: int = Field(sa_type=BigInteger)
    at: datetime
    seal: int | None = seal_field()


class ActionRow(SQLModel, table=True):
    """A split or dividend as a vendor reports it: shares that one share became, or money for each share."""

    __tablename__: ClassVar[str] = "corporate_action"

    ticker: str = Field(primary_key=True, foreign_key="listing.ticker")
    day: date = Field(primary_key=True)
    vendor: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    amount: int = Field(sa_type=BigInteger)
    at: datetime
    seal: int | None = seal_field()


class ShareCountRow(SQLModel, table=True):
    """Shares in issue on a day as a vendor says; a filing's number stands above it."""

    __tablename__: ClassVar[str] = "share_count"

    ticker: str = Field(primary_key=True, foreign_key="listing.ticker")
    day: date = Field(primary_key=True)
    vendor: str = Field(primary_key=True)
    shares: int = Field(sa_type=BigInteger)
    at: datetime
    seal: int | None = seal_field()


class RatesRow(SQLModel, table=True):
    """The newest file of reference rates of a bank, as it was sent, for every process and in every copy."""

    __tablename__: ClassVar[str] = "rates"

    bank: str = Field(primary_key=True)
    day: date
    packed: bytes
    at: datetime
    seal: int | None = seal_field()
