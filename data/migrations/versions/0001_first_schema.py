"""The first schema: the fact base, and what workspaces, places, people and threads are known by."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_TRIGGERS = {
    "sqlite": (
        "CREATE TRIGGER claim_unchanged BEFORE UPDATE ON claim BEGIN SELECT RAISE(ABORT, 'claims "
        "are append-only'); END",
        "CREATE TRIGGER claim_kept BEFORE DELETE ON claim WHEN OLD.workspace = '' BEGIN SELECT "
        "RAISE(ABORT, 'claims are append-only'); END",
    ),
    "postgresql": (
        "CREATE FUNCTION claim_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE "
        "EXCEPTION 'claims are append-only'; END $$",
        "CREATE TRIGGER claim_unchanged BEFORE UPDATE ON claim FOR EACH ROW EXECUTE FUNCTION claim_refuse()",
        "CREATE TRIGGER claim_kept BEFORE DELETE ON claim FOR EACH ROW WHEN (OLD.workspace = '') "
        "EXECUTE FUNCTION claim_refuse()",
    ),
}


def upgrade() -> None:
    """Makes every table, and the triggers that keep claims append-only."""
    op.create_table(
        "company",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_zh", sa.String(), nullable=False),
        sa.Column("legal_name", sa.String(), nullable=False),
        sa.Column("legal_name_zh", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("route", sa.String(), nullable=False),
        sa.Column("hq", sa.String(), nullable=False),
        sa.Column("founded", sa.String(), nullable=False),
        sa.Column("reporting_currency", sa.String(), nullable=False),
        sa.Column("fiscal_year_end", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "edition",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("workspace", "part"),
    )
    op.create_table(
        "source",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("publisher", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("published_on", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("workspace", "key"),
    )
    op.create_table(
        "statement",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("location", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("speaker", sa.String(), nullable=False),
        sa.Column("stated_on", sa.String(), nullable=False),
        sa.Column("due_on", sa.String(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("verdict_detail", sa.String(), nullable=False),
        sa.Column("resolved_on", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "workspace",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "alias",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("company", sa.String(), nullable=False),
        sa.Column("alias", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("ambiguous", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["company"],
            ["company.key"],
        ),
        sa.PrimaryKeyConstraint("workspace", "company", "alias"),
    )
    op.create_table(
        "claim",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("root", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("supersedes", sa.String(), nullable=False),
        sa.Column("shipped", sa.Boolean(), nullable=False),
        sa.Column("company", sa.String(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=True),
        sa.Column("low", sa.BigInteger(), nullable=True),
        sa.Column("high", sa.BigInteger(), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("as_of", sa.String(), nullable=False),
        sa.Column("as_of_start", sa.Date(), nullable=False),
        sa.Column("as_of_end", sa.Date(), nullable=False),
        sa.Column("as_of_precision", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("audited", sa.Boolean(), nullable=True),
        sa.Column("qualifier", sa.String(), nullable=False),
        sa.Column("stated_by", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("known_at", sa.Date(), nullable=False),
        sa.Column("known_at_basis", sa.String(), nullable=False),
        sa.Column("retrieved_at", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["company"],
            ["company.key"],
        ),
        sa.ForeignKeyConstraint(["workspace", "source"], ["source.workspace", "source.key"], name="claim_source"),
        sa.PrimaryKeyConstraint("workspace", "id"),
        sa.UniqueConstraint("workspace", "root", "version", name="claim_version"),
    )
    op.create_index("claim_subject", "claim", ["company", "measure", "workspace"], unique=False)
    op.create_table(
        "holding",
        sa.Column("company", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("holder", sa.String(), nullable=False),
        sa.Column("row_type", sa.String(), nullable=False),
        sa.Column("holder_class", sa.String(), nullable=False),
        sa.Column("holder_label", sa.String(), nullable=False),
        sa.Column("class_basis", sa.String(), nullable=False),
        sa.Column("shares", sa.BigInteger(), nullable=True),
        sa.Column("share_class", sa.String(), nullable=False),
        sa.Column("tradable", sa.String(), nullable=False),
        sa.Column("pct_of_issued", sa.BigInteger(), nullable=True),
        sa.Column("pct_base", sa.BigInteger(), nullable=True),
        sa.Column("pct_low", sa.BigInteger(), nullable=True),
        sa.Column("pct_high", sa.BigInteger(), nullable=True),
        sa.Column("lock_start", sa.String(), nullable=False),
        sa.Column("last_locked_day", sa.Date(), nullable=True),
        sa.Column("first_free_day", sa.Date(), nullable=True),
        sa.Column("first_session", sa.Date(), nullable=True),
        sa.Column("date_status", sa.String(), nullable=False),
        sa.Column("rule_layer", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["company"],
            ["company.key"],
        ),
        sa.PrimaryKeyConstraint("company", "position"),
    )
    op.create_table(
        "listing",
        sa.Column("ticker", sa.String(), nullable=False),
        sa.Column("company", sa.String(), nullable=False),
        sa.Column("ticker_venue", sa.String(), nullable=False),
        sa.Column("venue", sa.String(), nullable=False),
        sa.Column("listed_on", sa.Date(), nullable=True),
        sa.Column("offer_price", sa.BigInteger(), nullable=True),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["company"],
            ["company.key"],
        ),
        sa.PrimaryKeyConstraint("ticker"),
    )
    op.create_index(op.f("ix_listing_company"), "listing", ["company"], unique=False)
    op.create_table(
        "company_set",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("companies", sa.String(), nullable=False),
        sa.Column("is_default", sa.Boolean(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace"],
            ["workspace.key"],
        ),
        sa.PrimaryKeyConstraint("workspace", "platform", "team", "channel", "name", "version"),
    )
    op.create_table(
        "person",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace"],
            ["workspace.key"],
        ),
        sa.PrimaryKeyConstraint("workspace", "platform", "team", "id"),
    )
    op.create_table(
        "place",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("thread", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace"],
            ["workspace.key"],
        ),
        sa.PrimaryKeyConstraint("workspace", "platform", "team", "channel", "thread"),
        sa.UniqueConstraint("platform", "team", "channel", "thread", name="place_once"),
    )
    op.create_table(
        "receipt",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("plan_hash", sa.String(), nullable=False),
        sa.Column("plan", sa.String(), nullable=False),
        sa.Column("claims", sa.String(), nullable=False),
        sa.Column("code_version", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace"],
            ["workspace.key"],
        ),
        sa.PrimaryKeyConstraint("workspace", "id"),
    )
    op.create_index(op.f("ix_receipt_plan_hash"), "receipt", ["plan_hash"], unique=False)
    op.create_table(
        "thread",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("thread", sa.String(), nullable=False),
        sa.Column("plan", sa.String(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace"],
            ["workspace.key"],
        ),
        sa.PrimaryKeyConstraint("workspace", "platform", "team", "channel", "thread"),
    )
    op.create_table(
        "bar",
        sa.Column("ticker", sa.String(), nullable=False),
        sa.Column("session", sa.Date(), nullable=False),
        sa.Column("open", sa.BigInteger(), nullable=True),
        sa.Column("high", sa.BigInteger(), nullable=True),
        sa.Column("low", sa.BigInteger(), nullable=True),
        sa.Column("close", sa.BigInteger(), nullable=False),
        sa.Column("volume", sa.BigInteger(), nullable=True),
        sa.Column("turnover", sa.BigInteger(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("known_at", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["ticker"],
            ["listing.ticker"],
        ),
        sa.PrimaryKeyConstraint("ticker", "session"),
    )
    op.create_table(
        "withdrawal",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("claim", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["workspace", "claim"], ["claim.workspace", "claim.id"], name="withdrawal_claim"),
        sa.PrimaryKeyConstraint("workspace", "claim"),
    )
    for statement in _TRIGGERS[op.get_bind().dialect.name]:
        op.execute(statement)
