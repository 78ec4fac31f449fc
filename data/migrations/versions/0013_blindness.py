"""Why a rule or a series could not be worked out, and since when nothing was seen."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the reason and the moment to both."""
    for table in ("rule_state", "series"):
        op.add_column(table, sa.Column("why", sa.String(), server_default="", nullable=False))
        op.add_column(table, sa.Column("blind_since", sa.DateTime(timezone=True), nullable=True))
