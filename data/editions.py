"""What tells that the facts in a database are still those that were read: a few marks, compared as one text.

Whoever writes facts moves a mark in the same transaction: loading the shipped ones, importing, taking prices.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Select, bindparam, literal, select, union_all

from data.loading import upsert
from data.market_store import PRICES
from data.quote_store import QUOTES
from data.rule_tables import TickRow
from data.share_store import SHARES
from data.tables import EditionRow, table

IMPORTED: Final = "imported"


class Editions:
    """Reads the marks. Its statements are built once: composing one anew takes longer than running it."""

    def __init__(self) -> None:
        edition, tick = table(EditionRow), table(TickRow)
        self._names: Select[Any] = (
            select(edition.c.workspace, edition.c.part, edition.c.fingerprint)
            .where(edition.c.workspace.in_(bindparam("workspaces", expanding=True)))
            .order_by(edition.c.workspace, edition.c.part)
        )
        marked = select(literal(""), tick.c.name, tick.c.mark).where(tick.c.name.in_([PRICES, QUOTES, SHARES]))
        self._figures = union_all(self._names.order_by(None), marked)

    def of_names(self, connection: Connection, workspace: str) -> str:
        """Returns what changes whenever names or claims that a workspace sees do."""
        return _text(connection.execute(self._names, {"workspaces": ["", workspace]}).all())

    def of_figures(self, connection: Connection, workspace: str) -> str:
        """Returns what changes whenever anything does that a workspace's books are made of, prices too."""
        return _text(sorted(connection.execute(self._figures, {"workspaces": ["", workspace]}).all()))


def renew(connection: Connection, workspace: str, at: datetime) -> None:
    """Marks that claims were imported into a workspace; the empty one stands for everybody."""
    edition = table(EditionRow)
    mine = (edition.c.workspace == workspace, edition.c.part == IMPORTED)
    before = connection.scalar(select(edition.c.fingerprint).where(*mine))
    row = {"workspace": workspace, "part": IMPORTED, "fingerprint": str(int(before or 0) + 1), "at": at}
    upsert(connection, EditionRow, [row])


def _text(rows: Any) -> str:  # noqa: ANN401
    return ":".join("/".join(row) for row in rows)
