"""Taking somebody, or a whole team, out of a workspace's documents: what they did stays, by nobody in particular."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Table, select, update
from sqlmodel import SQLModel

from data.seals import bare_text, resealed

Document = dict[str, Any]
Names = Callable[[Document], bool]
"""Decides whether a person or a place in a document is one that is to be forgotten."""


def scrub(connection: Connection, workspace: str, names: Names) -> None:
    """Blanks every person and place that is to be forgotten in a workspace's documents, whatever table they are of."""
    for target in SQLModel.metadata.sorted_tables:
        if "workspace" in target.c and target.name != "claim":
            for column in target.c:
                if not column.primary_key and str(column.type) in ("VARCHAR", "TEXT"):
                    _column(connection, target, column.name, workspace, names)


def _column(connection: Connection, target: Table, name: str, workspace: str, names: Names) -> None:
    keys = [column.name for column in target.primary_key.columns]
    query = select(*(target.c[key] for key in keys), target.c[name]).where(
        target.c.workspace == workspace, target.c[name].like('{%"team"%')
    )
    for *found, text in connection.execute(query).all():
        document = json.loads(bare_text(text))
        clean = blanked(document, names)
        if clean != document:
            mine = [target.c[key] == value for key, value in zip(keys, found, strict=True)]
            row = {name: resealed(text, json.dumps(clean, separators=(",", ":")))}
            connection.execute(update(target).where(*mine).values(**row))


def blanked(document: Any, names: Names) -> Any:  # noqa: ANN401  JSON is what it is
    """Returns a document in which those who are to be forgotten are nobody, and messages go to no place of theirs."""
    if isinstance(document, list):
        kept = [item for item in document if not (_is_place(item) and names(item))]
        return [blanked(item, names) for item in kept]
    if not isinstance(document, dict):
        return document
    if "platform" in document and "team" in document and names(document):
        blank = {"id", "team", "channel", "thread"} & document.keys()
        return {**document, **dict.fromkeys(blank, "")}
    if "platform" in document and document.get("is") == "Member" and names({**document, "team": None}):
        return {**document, "id": ""}
    return {key: blanked(item, names) for key, item in document.items()}


def _is_place(item: object) -> bool:
    return isinstance(item, dict) and item.get("is") == "Place"
