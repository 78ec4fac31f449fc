"""Commands that print something for other programs: Slack's manifest, a new key, the unlock calendar."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from adapters.invocation import Commands, Common, Invocation, take


def add_calendar(commands: Commands[argparse.ArgumentParser], common: Common) -> None:
    """Adds `calendar` to a command line."""
    feed = commands.add_parser("calendar", help="the unlock calendar for calendar programs").add_subparsers(
        dest="verb", metavar="VERB", required=True
    )
    export = feed.add_parser("export", help="write it as iCalendar", argument_default=argparse.SUPPRESS)
    export.add_argument("--output", type=Path, default=None, metavar="FILE", help="default: standard output")
    take(export, common, calendar)


def add_slack(commands: Commands[argparse.ArgumentParser], _common: Common) -> None:
    """Adds `slack` and `key` to a command line."""
    slack = commands.add_parser("slack", help="what Slack must know of the app").add_subparsers(
        dest="part", required=True
    )
    take(slack.add_parser("manifest", help="print the app's manifest, for api.slack.com/apps?new_app=1"), (), manifest)
    take(commands.add_parser("key", help="print a new key for TWINSTAR_KEY"), (), key)


def calendar(call: Invocation) -> int:
    """Writes the unlock calendar."""
    from adapters import calendar_feed  # noqa: PLC0415  icalendar takes as long to import as a talk to start

    # Lines of a calendar end as RFC 5545 wants them, on every system and in every locale.
    sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
    with call.house() as house:
        return calendar_feed.run(call.asked.output, house, house.writers.of(call.language or "en"), sys.stdout)


def manifest(call: Invocation) -> int:
    """Prints the app's manifest; raises ProblemError for an alias that is no command."""
    from adapters import slack_parts  # noqa: PLC0415  slack_bolt takes half a second, which a talk in a terminal spares

    print(slack_parts.manifest_text(call.settings, call.language or "en"))  # noqa: T201
    return 0


def key(_call: Invocation) -> int:
    """Prints a new key."""
    from adapters import slack_parts  # noqa: PLC0415  slack_bolt takes half a second, which a talk in a terminal spares

    print(slack_parts.new_key())  # noqa: T201
    return 0
