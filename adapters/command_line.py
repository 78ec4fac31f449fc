"""The command line: what every command takes, and the commands, each declared beside what carries it out."""

from __future__ import annotations

import argparse

from adapters import demo, facts, fetched, keeping, printing, questions, serving, study, talking
from adapters.invocation import instant

SUBCOMMANDS = (
    talking.add_console,
    serving.add_run,
    talking.add_alerts,
    demo.add_options,
    facts.add_options,
    study.add_options,
    fetched.add_options,
    questions.add_options,
    printing.add_calendar,
    keeping.add_options,
    printing.add_slack,
)


def parser() -> argparse.ArgumentParser:
    """Returns the parser of a command line. Without a command it talks."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--database", metavar="URL", help="where facts and conversations are kept (DATABASE_URL)")
    common.add_argument("--language", choices=("en", "zh"), help="language of the answers (TWINSTAR_LANGUAGE)")
    common.add_argument("--at", type=instant, metavar="TIME", help="set the clock, as in 2026-06-25T09:00Z")
    common.add_argument("--json", action="store_true", help="one line of JSON for each line of input")
    made = argparse.ArgumentParser(
        prog="twinstar",
        parents=[common],
        description="Companies side by side, share unlocks, alerts. Without a command it talks in the terminal.",
    )
    made.set_defaults(start=talking.talk)
    commands = made.add_subparsers(dest="command", metavar="COMMAND")
    for add in SUBCOMMANDS:
        add(commands, common._actions)
    return made
