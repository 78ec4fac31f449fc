"""How often a workspace asked about each company: small numbers, halved now and then, so that old habits fade."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, select, update

from data.loading import upsert
from data.tables import CompanyUseRow, table

MOST_COMPANIES = 100
"""Companies counted in a workspace; the least asked for are let go. A list that is offered holds 25."""

MOST_TIMES = 64
"""Times at which all of a workspace's counts are halved, so that a hundred new questions outweigh any past."""

MOST_OF_ONE = 8
"""Companies of one question that count: one about every company tells nothing about any."""


def count(connection: Connection, workspace: str, companies: Sequence[str]) -> None:
    """Counts a question about companies."""
    asked = tuple(dict.fromkeys(companies))
    if not asked or len(asked) > MOST_OF_ONE:
        return
    row = table(CompanyUseRow)
    mine = row.c.workspace == workspace
    counted = connection.execute(select(row.c.company, row.c.times).where(mine))
    times: dict[str, int] = {each.company: each.times for each in counted}
    rows = [{"workspace": workspace, "company": company, "times": times.get(company, 0) + 1} for company in asked]
    upsert(connection, CompanyUseRow, rows)
    times |= {company: times.get(company, 0) + 1 for company in asked}
    if max(times.values()) >= MOST_TIMES:
        connection.execute(update(row).where(mine).values(times=row.c.times // 2))
        connection.execute(delete(row).where(mine, row.c.times == 0))
    if len(times) > MOST_COMPANIES:
        kept = {*asked, *sorted(times, key=lambda company: -times[company])[: MOST_COMPANIES - len(asked)]}
        connection.execute(delete(row).where(mine, row.c.company.not_in(kept)))


def most_asked(connection: Connection, workspace: str) -> tuple[str, ...]:
    """Returns the companies that a workspace asked about, the most asked for first."""
    row = table(CompanyUseRow)
    query = select(row.c.company).where(row.c.workspace == workspace).order_by(row.c.times.desc(), row.c.company)
    return tuple(connection.scalars(query))
