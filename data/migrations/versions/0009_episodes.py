"""Episodes: what was told and goes on, whose it is, and until when it is silent."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the table of episodes."""
    op.create_table(
        "episode",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("over", sa.Boolean(), nullable=False),
        sa.Column("wake_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspace.key"]),
        sa.PrimaryKeyConstraint("workspace", "key"),
    )
    op.create_index("episode_id", "episode", ["workspace", "id"], unique=True)
    op.create_index("episode_rule", "episode", ["workspace", "rule", "over"], unique=False)
    op.create_index("episode_event", "episode", ["workspace", "event", "over"], unique=False)
    op.create_index("episode_wake", "episode", ["over", "wake_at"], unique=False)
