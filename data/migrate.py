"""Bringing a database to the schema of this version. Only this module and the migrations themselves import Alembic.

It is imported when a database's revision differs and never otherwise, because Alembic alone takes half a second.

To add a revision: change data.tables, copy the newest file of data/migrations/versions, write what changes into it, and
set data.opening.HEAD to its name. The tests compare a fresh schema with a migrated one on both databases.
"""

from __future__ import annotations

from pathlib import Path

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from data.problems import NewerDatabaseError

FOLDER = Path(__file__).parent / "migrations"


def scripts() -> ScriptDirectory:
    """Returns the folder of revisions."""
    return ScriptDirectory(str(FOLDER))


def upgrade(connection: Connection) -> None:
    """Runs the revisions that a database lacks, within the transaction it is given.

    Raises NewerDatabaseError for a revision that this version does not have.
    """
    folder = scripts()
    known = {script.revision for script in folder.walk_revisions()}
    context = MigrationContext.configure(connection, opts={"fn": lambda heads, _: folder._upgrade_revs("head", heads)})
    if not set(context.get_current_heads()) <= known:
        raise NewerDatabaseError
    with Operations.context(context):
        context.run_migrations()
