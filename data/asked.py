"""Many keys asked for at once, as rows to join with: one statement and one parameter, however many they are."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import CTE, Connection, String, func, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.sql.expression import cast


def asked(connection: Connection, rows: Iterable[Sequence[str]], *names: str) -> CTE:
    """Returns rows of texts under these names, to be joined with a table by its key.

    A list of pairs behind IN would make SQLite look at every row, and a parameter for each would take longer to bind
    than to look up.
    """
    every = list(rows)
    if connection.dialect.name == "sqlite":
        each = func.json_each(json.dumps(every)).table_valued("value", name="each")
        columns = [func.json_extract(each.c.value, f"$[{n}]", type_=String).label(name) for n, name in enumerate(names)]
        return select(*columns).select_from(each).cte("asked")
    lists = [cast([row[n] for row in every], ARRAY(String)) for n in range(len(names))]
    return select(func.unnest(*lists).table_valued(*names, name="each").render_derived()).cte("asked")
