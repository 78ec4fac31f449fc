"""Rules: what was asked for, where each stands, what finds it, what falls due, and what was told."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables, rules first, since most of the others refer to them."""
    op.create_table(
        "rule",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspace.key"]),
        sa.PrimaryKeyConstraint("workspace", "id"),
    )
    op.create_index(op.f("ix_rule_kind"), "rule", ["kind"], unique=False)
    _of_rules()
    op.create_table(
        "series",
        sa.Column("series", sa.String(), nullable=False),
        sa.Column("view", sa.String(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("observation", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("through", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("series", "view"),
    )
    op.create_table(
        "series_input",
        sa.Column("series", sa.String(), nullable=False),
        sa.Column("company", sa.String(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("series", "company", "measure"),
    )
    op.create_index("series_input_claim", "series_input", ["company", "measure", "series"], unique=False)
    op.create_table(
        "alert",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("lane", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("episode", sa.String(), nullable=False),
        sa.Column("supersedes", sa.String(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspace.key"]),
        sa.PrimaryKeyConstraint("workspace", "key"),
    )
    op.create_index(op.f("ix_alert_rule"), "alert", ["rule"], unique=False)
    op.create_index(op.f("ix_alert_decided_at"), "alert", ["decided_at"], unique=False)
    op.create_table(
        "tick",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )


def _of_rules() -> None:
    rule = ["workspace", "rule"]
    op.create_table(
        "rule_state",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("phase", sa.String(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(rule, ["rule.workspace", "rule.id"], name="rule_state_rule", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("workspace", "rule"),
    )
    op.create_table(
        "rule_level",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("series", sa.String(), nullable=False),
        sa.Column("view", sa.String(), nullable=False),
        sa.Column("level", sa.BigInteger(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(rule, ["rule.workspace", "rule.id"], name="rule_level_rule", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("workspace", "rule"),
    )
    found_by = ["series", "view", "active", "level", "workspace", "rule"]
    op.create_index("rule_level_range", "rule_level", found_by, unique=False)
    op.create_table(
        "due",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("hour", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("rung", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(rule, ["rule.workspace", "rule.id"], name="due_rule", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("workspace", "rule", "key"),
    )
    op.create_index(op.f("ix_due_at"), "due", ["at"], unique=False)
