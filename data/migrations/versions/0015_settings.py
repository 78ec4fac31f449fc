"""Settings of people, channels and workspaces; a rule says whether its hour is its own word."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_USUAL = "09:00"


def upgrade() -> None:
    """Makes the table of settings; an hour other than the usual one was somebody's word and stays so."""
    op.create_table(
        "setting",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspace.key"]),
        sa.PrimaryKeyConstraint("workspace", "scope", "platform", "team", "subject", "name"),
    )
    rule = sa.table("rule", sa.column("workspace"), sa.column("id"), sa.column("document"))
    connection = op.get_bind()
    for workspace, id, document in connection.execute(sa.select(rule)).all():
        kept = json.loads(document)
        if kept.get("morning", _USUAL) == _USUAL:
            continue
        connection.execute(
            sa.update(rule)
            .where(rule.c.workspace == workspace, rule.c.id == id)
            .values(document=json.dumps({**kept, "own_hour": True}, separators=(",", ":")))
        )
