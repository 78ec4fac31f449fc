"""`twinstar demo`: alerts as they fire on the shipped facts, by a clock that runs; no token, and nothing is kept."""

from __future__ import annotations

import argparse
import sys
import tempfile
import threading
from pathlib import Path

from adapters.bootstrap import open_house
from adapters.clock import StoppedClock
from adapters.clock_run import run_clock
from adapters.console.talk import Talk
from adapters.invocation import Commands, Common, Invocation, take
from bot.days import Day, Instant
from bot.text import Message, Typed
from bot.words.dates import written_day

FROM, UNTIL = Instant.of("2026-06-22T00:00Z"), Instant.of("2026-07-09T00:00Z")
"""Around the end of Zhipu's first lock-up, and a day on which its market value passed the level below."""

RULES = ("/alert add unlock zhipu T-7 T-1", "/alert add zhipu market value above HK$1000bn")
SECONDS_A_DAY = 1.0


def add_options(commands: Commands[argparse.ArgumentParser], common: Common) -> None:
    """Adds `demo` to a command line."""
    demo = commands.add_parser(
        "demo", help="alerts firing, by a clock that runs over the shipped facts", argument_default=argparse.SUPPRESS
    )
    demo.add_argument(
        "--seconds", type=float, default=SECONDS_A_DAY, metavar="N", help="seconds that a day takes; default: 1"
    )
    take(demo, common, start)


def start(call: Invocation) -> int:
    """Sets two alerts and lets the clock run until both have fired."""
    clock, pause = StoppedClock(FROM), threading.Event()
    writer, day = call.writer, FROM.day_in("UTC")
    with tempfile.TemporaryDirectory() as folder:
        house = open_house(f"sqlite:///{Path(folder) / 'demo.db'}", clock, in_terminal=True)
        talk = Talk(house.turns.take, house.writers.of, call.language, sys.stdout)

        def moved(now: Instant) -> None:
            nonlocal day
            if (today := now.day_in("UTC")) > day:
                day = today
                _say(f"— {written_day(day, call.language or 'en')}")
                pause.wait(call.asked.seconds)

        try:
            _say(writer.plain(Message("demo-begins", {"from": _day(FROM), "until": _day(UNTIL)})))
            for rule in RULES:
                _say(f"\n» {rule}")
                talk.say(rule)
            _say("")
            for moment, each in run_clock(house.ticker, clock, UNTIL, moved):
                _say(f"\n# {moment.at:%Y-%m-%d %H:%M} UTC")
                talk.show(each.document, call.language or each.language)
                _say("")
            _say("\n" + writer.plain(Message("demo-ends", {"doctor": Typed("twinstar doctor")})))
        finally:
            house.close()
    return 0


def _day(at: Instant) -> Day:
    return at.day_in("UTC")


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201
