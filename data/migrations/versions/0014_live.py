"""What is fetched while the bot runs, beside closes: exchange rates, quotes, splits and dividends, shares in issue."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the four tables."""
    op.create_table(
        "rates",
        sa.Column("bank", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("bank"),
    )
    op.create_table(
        "quote",
        sa.Column("ticker", sa.String(), nullable=False),
        sa.Column("vendor", sa.String(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["ticker"], ["listing.ticker"]),
        sa.PrimaryKeyConstraint("ticker", "vendor"),
    )
    op.create_table(
        "corporate_action",
        sa.Column("ticker", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("vendor", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["ticker"], ["listing.ticker"]),
        sa.PrimaryKeyConstraint("ticker", "day", "vendor", "kind"),
    )
    op.create_table(
        "share_count",
        sa.Column("ticker", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("vendor", sa.String(), nullable=False),
        sa.Column("shares", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["ticker"], ["listing.ticker"]),
        sa.PrimaryKeyConstraint("ticker", "day", "vendor"),
    )
