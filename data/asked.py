"""Many keys asked for at once, as rows to join with: one statement and few parameters, however many they are."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import ARRAY, CTE, Connection, String, bindparam, func, select

SQLITE = "sqlite"


@lru_cache(maxsize=100)
def asked(dialect: str, *names: str) -> CTE:
    """Returns the rows that `asking` hands over, under these names, to be joined with a table by its key.

    A list of pairs behind IN would make SQLite look at every row, and a parameter for each would take longer to bind
    than to look up.
    """
    if dialect == SQLITE:
        each = func.json_each(bindparam("asked", type_=String)).table_valued("value", name="each")
        columns = [func.json_extract(each.c.value, f"$[{n}]", type_=String).label(name) for n, name in enumerate(names)]
        return select(*columns).select_from(each).cte("asked")
    lists = [bindparam(f"asked_{name}", type_=ARRAY(String)) for name in names]
    return select(func.unnest(*lists).table_valued(*names, name="each").render_derived()).cte("asked")


def asking(connection: Connection, rows: Collection[Sequence[str]], *names: str) -> dict[str, Any]:
    """Returns the parameters of a statement that joins with what is asked."""
    if connection.dialect.name == SQLITE:
        return {"asked": json.dumps(list(rows))}
    return {f"asked_{name}": [row[n] for row in rows] for n, name in enumerate(names)}
