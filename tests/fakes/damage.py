"""Damage to one row, and the row put back as it was: a letter of its document, bytes that are no text, its seal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from sqlalchemy import cast, literal, select, update
from sqlalchemy.types import LargeBinary, Text
from sqlmodel import SQLModel

from data.database import Database
from data.tables import table

Harm = str

HARMS: Final = ("a letter", "no text", "its seal")


def harm(database: Database, row: type[SQLModel], harm: Harm, **key: str) -> Callable[[], None]:
    """Damages the document of the row under a key, and returns what puts it back as it was."""
    target = table(row)
    this = [target.c[name] == value for name, value in key.items()]
    was: str = database.read_now(lambda c: str(c.scalars(select(target.c.document).where(*this)).one()))
    harmed: Any = was.replace('"is":"', '"is":"X', 1)
    if harm == "its seal":
        harmed = was.replace(',"seal":"', ',"sael":"')
    elif harm == "no text":
        harmed = cast(literal(was.encode().replace(b'"is":"', b'"is":\xff', 1), LargeBinary), Text)
    assert isinstance(harmed, str) is (harm != "no text")

    def write(document: Any) -> None:  # noqa: ANN401
        changed = update(target).where(*this).values(document=document)
        assert database.write_now(lambda c: c.execute(changed).rowcount) == 1

    write(harmed)
    return lambda: write(was)
