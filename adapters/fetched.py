"""`twinstar prices` on the command line; what carries it out is imported when it is wanted."""

from __future__ import annotations

import argparse
import sys

from adapters.invocation import Commands, Common, Invocation, take
from bot.days import Day


def add_options(commands: Commands[argparse.ArgumentParser], common: Common) -> None:
    """Adds `prices` to a command line."""
    prices = commands.add_parser(
        "prices", help="what is held of each listing, or ask the vendors now", argument_default=argparse.SUPPRESS
    )
    prices.add_argument("verb", nargs="?", choices=("show", "refresh"), default="show", help="default: show")
    prices.add_argument(
        "--from", dest="since", type=_day, default=None, metavar="DAY",
        help="refresh from this day on, not only what is new",
    )  # fmt: skip
    take(prices, common, start)


def start(call: Invocation) -> int:
    """Opens the house and carries out one of the verbs; raises ProblemError for a vendor whose settings are missing."""
    from adapters import prices  # noqa: PLC0415  aiohttp takes longer to import than a talk to start

    with call.house() as house:
        return prices.run(call.asked, house, call.settings, house.writers.of(call.language or "en"), sys.stdout)


def _day(text: str) -> Day:
    try:
        return Day.of(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write 2026-06-25") from None
