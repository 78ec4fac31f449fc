"""`twinstar backup` and `twinstar restore`: a copy of the database while it is in use, and putting one back."""

from __future__ import annotations

import argparse
from decimal import Decimal
from pathlib import Path

from adapters.invocation import Commands, Common, Invocation, take
from bot.errors import ProblemError
from bot.quantities import Count
from bot.text import Argument, Message, Raw, Typed
from data import backup, outbox_store
from data.one_at_a_time import ROLES, FileLock

WAITS = 1
"""Exit status of a restore that would replace a database and was not told to."""


def add_options(commands: Commands[argparse.ArgumentParser], common: Common) -> None:
    """Adds `backup`, `restore` and `restored` to a command line."""
    out = commands.add_parser("backup", help="copy the database while it is in use", argument_default=argparse.SUPPRESS)
    out.add_argument("path", type=Path, metavar="FILE", help="where to; an older copy there is replaced")
    take(out, common, back_up)
    put = commands.add_parser("restore", help="put a copy in the database's place", argument_default=argparse.SUPPRESS)
    put.add_argument("path", type=Path, metavar="FILE", help="a file that backup wrote")
    put.add_argument("--yes", action="store_true", default=False, help="replace the database that stands there")
    take(put, common, restore)
    held = commands.add_parser(
        "restored",
        help="after putting a copy back by other means (pg_restore): hold what may have been sent since",
        argument_default=argparse.SUPPRESS,
    )
    take(held, common, restored)


def back_up(call: Invocation) -> int:
    """Writes a copy; raises ProblemError when that cannot be done."""
    copy = backup.back_up(backup.file_of(call.database_url), call.asked.path)
    _say(call, "backup-done", copy)
    return 0


def restore(call: Invocation) -> int:
    """Puts a copy back; raises ProblemError when it cannot be trusted or the database is in use."""
    into = backup.file_of(call.database_url)
    copy = backup.looked_at(call.asked.path)
    if into.exists() and not call.asked.yes:
        command = Typed(f"twinstar restore {call.asked.path} --yes")
        print(call.writer.plain(Message("restore-waits", {"path": Raw(str(into)), "command": command})))  # noqa: T201
        return WAITS
    into.parent.mkdir(parents=True, exist_ok=True)
    locks = [FileLock(into, role) for role in ROLES]
    try:
        for lock in locks:
            if not lock.take():
                raise ProblemError(Message("run-twice", {"process": Raw(lock.holder), "path": Raw(str(lock.path))}))
        done = backup.restore(copy.path, into, call.clock)
    finally:
        for lock in locks:
            lock.let_go()
    _say(call, "restore-done", backup.Copy(into, copy.size, copy.claims, copy.rules))
    if done.before is not None:
        print(call.writer.plain(Message("restore-before", {"path": Raw(str(done.before))})))  # noqa: T201
    if done.unsure:
        print(call.writer.plain(Message("restore-unsure", {"count": done.unsure})))  # noqa: T201
    return 0


def restored(call: Invocation) -> int:
    """Marks what waits to be delivered as unsure, in a database that something else put back."""
    with call.house() as house:
        now = call.clock.now().at
        held = house.database.write_now(lambda connection: outbox_store.restored(connection, now))
        said = Message("deliveries-restored", {"count": held})
        print(call.writer.plain(said))  # noqa: T201
    return 0


def _say(call: Invocation, key: str, copy: backup.Copy) -> None:
    said: dict[str, Argument] = {
        "path": Raw(str(copy.path)), "claims": Count(Decimal(copy.claims)), "rules": copy.rules
    }  # fmt: skip
    print(call.writer.plain(Message(key, said)))  # noqa: T201
