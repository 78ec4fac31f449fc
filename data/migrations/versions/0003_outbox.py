"""The outbox: every alert on its way to a channel."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the table of deliveries."""
    text = {name: sa.Column(name, sa.String(), nullable=False) for name in _TEXT}
    op.create_table(
        "delivery",
        *text.values(),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("plan", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("queue", sa.String(), nullable=True),
        sa.Column("turn", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("next_attempt_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("first_attempt_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("unanswered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("holder", sa.String(), nullable=False),
        sa.Column("token", sa.Integer(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("workspace", "key"),
    )
    for name, columns in _INDEXES.items():
        op.create_index(name, "delivery", columns, unique=False)


_TEXT = ("workspace", "key", "alert", "rule", "episode", "platform", "team", "channel", "thread", "lane", "act")
_INDEXES = {
    "delivery_queue": ["queue", "lane", "workspace", "turn"],
    "delivery_destination": ["queue", "team", "channel", "thread", "turn", "key"],
    "delivery_state": ["workspace", "state"],
    "delivery_episode": ["workspace", "episode"],
}
