"""Quiet: how each channel stands, and what is muted."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes both tables."""
    op.create_table(
        "quiet",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("release_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("document", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspace.key"]),
        sa.PrimaryKeyConstraint("workspace", "platform", "team", "channel"),
    )
    op.create_index(op.f("ix_quiet_release_at"), "quiet", ["release_at"], unique=False)
    op.create_table(
        "silence",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspace.key"]),
        sa.PrimaryKeyConstraint("workspace", "id"),
    )
    op.create_index(op.f("ix_silence_until"), "silence", ["until"], unique=False)
