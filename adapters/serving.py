"""Commands of whoever keeps the bot running. What carries them out is imported when it is wanted."""

from __future__ import annotations

import argparse
import sys

from adapters.invocation import Commands, Common, Invocation, take
from adapters.loading import loading
from bot.text import Message, Raw
from data.addresses import shown
from data.one_at_a_time import ROLES


def add_run(commands: Commands[argparse.ArgumentParser], common: Common) -> None:
    """Adds `run`, `doctor` and `migrate` to a command line."""
    parser = commands.add_parser("run", help="the bot on its platforms", argument_default=argparse.SUPPRESS)
    parser.add_argument(
        "--only", choices=ROLES, default="", help="one role alone: a platform, or what watches, and fetches prices"
    )
    take(parser, common, run)
    take(
        commands.add_parser("doctor", help="what keeps it from running well", argument_default=argparse.SUPPRESS),
        common,
        doctor,
    )
    take(
        commands.add_parser("migrate", help="bring the database up to date", argument_default=argparse.SUPPRESS),
        common,
        migrate,
    )


def run(call: Invocation) -> int:
    """Runs what is configured until it is told to end; raises ProblemError when nothing can be started."""
    with loading():
        from adapters import running  # noqa: PLC0415  it brings the platforms' libraries, half a second each

    with call.house(in_terminal=False) as house:
        running.run(call.asked.only, house, call.settings)
    return 0


def doctor(call: Invocation) -> int:
    """Looks at everything the bot needs and says what to do about each fault; 1 where there is one."""
    with loading():
        from adapters.doctor import run as rounds  # noqa: PLC0415  it brings the platforms' libraries

    return rounds.run(call, sys.stdout)


def migrate(call: Invocation) -> int:
    """Brings the database up to date, with the shipped facts; a start does so too, this is for before one."""
    with call.house(in_terminal=False) as house:
        said = Message("migrated", {"path": Raw(shown(house.database.url))})
        print(call.writer.plain(said))  # noqa: T201
    return 0
