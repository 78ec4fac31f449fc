"""Who may do what in a workspace, and the codes by which teams join one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables of roles, of offered codes and of codes that were none."""
    op.create_table(
        "role",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspace.key"]),
        sa.PrimaryKeyConstraint("workspace", "platform", "team", "person"),
    )
    op.create_table(
        "link_offer",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("sealed", sa.String(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspace.key"]),
        sa.PrimaryKeyConstraint("workspace"),
    )
    op.create_index("ix_link_offer_sealed", "link_offer", ["sealed"], unique=False)
    op.create_table(
        "link_try",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspace.key"]),
        sa.PrimaryKeyConstraint("workspace"),
    )
