"""Prices of vendors: believed ones, and those kept aside."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the two tables."""
    prices = [sa.Column(name, sa.BigInteger(), nullable=name != "close") for name in ("open", "high", "low", "close")]
    op.create_table(
        "offer",
        sa.Column("ticker", sa.String(), nullable=False),
        sa.Column("session", sa.Date(), nullable=False),
        sa.Column("vendor", sa.String(), nullable=False),
        *prices,
        sa.Column("volume", sa.BigInteger(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["ticker"], ["listing.ticker"]),
        sa.PrimaryKeyConstraint("ticker", "session", "vendor"),
    )
    op.create_table(
        "quarantine",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vendor", sa.String(), nullable=False),
        sa.Column("ticker", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("suspicion", sa.String(), nullable=False),
        sa.Column("offer", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("released_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("released_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("vendor", "ticker", "digest", name="quarantine_once"),
    )
