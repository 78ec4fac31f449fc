"""Exporting claims as a table that can be edited and imported again."""

from __future__ import annotations

import csv
import os
import tempfile
from pathlib import Path

from sqlalchemy import Connection

from data import claims
from data.database import Database
from data.facts_import import COLUMNS


def export(database: Database, workspace: str, path: Path) -> int:
    """Writes the newest version of every claim a workspace sees to a file, and returns how many.

    A claim stands under its root: importing the file unchanged changes nothing, and editing a cell corrects one claim.
    The file appears whole or not at all.
    """

    def write(connection: Connection) -> int:
        count = 0
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as stream:
                rows = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
                rows.writeheader()
                for claim in claims.current(connection, workspace):
                    rows.writerow(claims.cells(claim))
                    count += 1
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        return count

    return database.read_now(write)
