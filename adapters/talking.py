"""`twinstar` alone: the talk in the terminal; and `twinstar alerts`: the clock let run there."""

from __future__ import annotations

import argparse
import sys

from adapters.bootstrap import House
from adapters.clock import StoppedClock
from adapters.clock_run import run_clock
from adapters.console.calls import PLATFORM
from adapters.console.json_lines import JsonLines
from adapters.console.talk import Talk, is_person, remembering
from adapters.invocation import FAILED, Commands, Common, Invocation, instant, take
from bot.answer import Answer
from bot.text import Language


def add_console(commands: Commands[argparse.ArgumentParser], common: Common) -> None:
    """Adds `console` to a command line."""
    console = commands.add_parser("console", help="talk in the terminal", argument_default=argparse.SUPPRESS)
    take(console, common, talk, json=True)


def add_alerts(commands: Commands[argparse.ArgumentParser], common: Common) -> None:
    """Adds `alerts` to a command line."""
    alerts = commands.add_parser(
        "alerts", help="let the clock run and print alerts as they fire", argument_default=argparse.SUPPRESS
    )
    alerts.add_argument("--until", type=instant, metavar="TIME", required=True, help="where the clock stops")
    take(alerts, common, let_run)


def talk(call: Invocation) -> int:
    """Talks until the input ends."""
    for stream in (sys.stdin, sys.stdout):
        # A pipe may carry bytes that are no text, and a bare machine may have no locale: neither may end a
        # conversation.
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    with call.house() as house:
        turns, writers = house.turns, house.writers
        if call.asked.json:
            JsonLines(turns.take, writers.of, call.language).serve(sys.stdin, sys.stdout)
            return 0
        here = Talk(turns.take, writers.of, call.language, sys.stdout, house.album.keep, lambda: _told(house))
        if is_person(sys.stdin):
            here.prompt(remembering(house.home / "history"))
        else:
            here.pipe(sys.stdin)
        return 0


def let_run(call: Invocation) -> int:
    """Lets the clock run and prints every alert at its moment."""
    if not call.asked.at:
        print("twinstar: alerts: set the clock with --at", file=sys.stderr)  # noqa: T201
        return FAILED
    with call.house() as house:
        clock = house.clock
        assert isinstance(clock, StoppedClock)
        for moment, each in run_clock(house.ticker, clock, call.asked.until):
            print(f"# {moment.at:%Y-%m-%d %H:%M} UTC", flush=True)  # noqa: T201
            call.talk(house).show(each.document, each.language)
            print(flush=True)  # noqa: T201
    return 0


def _told(house: House) -> list[tuple[Answer, Language]]:
    return [(d.document, d.language) for d in house.ticker.tick().deliveries if d.destination.platform == PLATFORM]
