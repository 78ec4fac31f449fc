"""Reading rows by key: statements composed once, since composing one anew takes longer than running it."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlmodel import SQLModel

from data.tables import table


@cache
def by_key(row: type[SQLModel], wanted: tuple[str, ...], keys: tuple[str, ...]) -> Select[Any]:
    """Returns the statement that reads columns of the rows whose keys have the values it is executed with, by name."""
    target = table(row)
    return select(*(target.c[name] for name in wanted)).where(*(target.c[key] == bindparam(key) for key in keys))
