"""Commands of whoever keeps the bot running: `run`. What carries them out is imported when it is wanted."""

from __future__ import annotations

import argparse

from adapters.invocation import Commands, Common, Invocation, take
from data.one_at_a_time import ROLES


def add_run(commands: Commands[argparse.ArgumentParser], common: Common) -> None:
    """Adds `run` to a command line."""
    parser = commands.add_parser("run", help="the bot on its platforms", argument_default=argparse.SUPPRESS)
    parser.add_argument(
        "--only", choices=ROLES, default="", help="one role alone: a platform, or what watches, and fetches prices"
    )
    take(parser, common, run)


def run(call: Invocation) -> int:
    """Runs what is configured until it is told to end; raises ProblemError when nothing can be started."""
    from adapters import running  # noqa: PLC0415  it brings the platforms' libraries, half a second each

    with call.house(in_terminal=False) as house:
        running.run(call.asked.only, house, call.settings)
    return 0
