"""`twinstar study`: one event study from the command line, as a person reads it or as one line of JSON."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from typing import TextIO

from adapters.bootstrap import House
from adapters.console.calls import call_of
from adapters.invocation import Commands, Common, Invocation, take
from bot.analysis.abnormal import ESTIMATION, METHODS, WINDOWS
from bot.analysis.moments import moment
from bot.analysis.studies import study
from bot.answers.study import asked_of, caution_words, needs, refused
from bot.text import Message
from bot.words.writer import Writer

REFUSED = 1
"""Exit status where no study could be made; the reason is the line of JSON, or the answer itself."""


def add_options(commands: Commands[argparse.ArgumentParser], common: Common) -> None:
    """Adds `study` to a command line."""
    asked = commands.add_parser(
        "study", help="what a share did around a day", argument_default=argparse.SUPPRESS, allow_abbrev=False
    )
    asked.add_argument("company", metavar="COMPANY", help="a listed company with prices, such as zhipu or 2513.HK")
    asked.add_argument("day", metavar="DAY", help="the day of the event, YYYY-MM-DD")
    asked.add_argument("--method", choices=METHODS, default="mean", help="which return is taken off (default: mean)")
    asked.add_argument(
        "--estimation", metavar="FIRST:LAST", default=ESTIMATION.text,
        help="sessions the usual return is estimated from, as in --estimation=-20:-6",
    )  # fmt: skip
    asked.add_argument(
        "--windows", metavar="FIRST:LAST,…", default=",".join(w.text for w in WINDOWS),
        help="sessions whose returns are added up, as in --windows=-5:-1,0:1",
    )  # fmt: skip
    asked.add_argument("--peer", metavar="COMPANY", default="", help="whose return is taken off, for --method peer")
    take(asked, common, start, json=True)


def start(call: Invocation) -> int:
    """Opens the house and answers the study."""
    with call.house() as house:
        return run(call.asked, house, call.writer, sys.stdout, call.talk(house).say)


def run(asked: argparse.Namespace, house: House, writer: Writer, out: TextIO, show: Callable[[str], None]) -> int:
    """Answers the study and returns the exit status. `show` answers a line as the terminal does.

    As JSON, windows hold cumulative abnormal returns in per cent and null where a session of one is missing; `n` is how
    many returns the estimation window holds.
    """
    line = _line(asked)
    if not asked.json:
        show(line)
        return 0
    reply = house.turns.take(call_of(line, language=writer.language))
    if reply.plan is None:
        return _refusal(reply.answer.headline, writer, out)
    vocabulary = house.facts.vocabulary(reply.workspace)
    when = moment(reply.plan.with_changes(when=None), house.clock.now())
    book = house.facts.snapshot(reply.workspace, needs(reply.plan, vocabulary))
    wanted = asked_of(reply.plan, book, when)
    if wanted is None:
        return _refusal(reply.answer.headline, writer, out)
    found = study(book, wanted, when)
    if isinstance(found, str):
        return _refusal(refused(found, wanted, vocabulary).what, writer, out)
    document = {
        "company": wanted.company,
        "day": wanted.day.iso,
        "event_session": found.day.iso,
        "method": wanted.method,
        "peer": wanted.peer,
        "estimation": wanted.estimation.text,
        "windows": {w.window.text: None if w.total is None else round(100 * w.total, 6) for w in found.windows},
        "n": found.n,
        "ranks": {w.window.text: [w.rank.place, w.rank.of] if w.rank else None for w in found.windows},
        "abnormal_volume": None if found.volume is None else round(found.volume, 4),
        "events": [
            {"day": h.day.label, "company": h.company, "what": h.event.what.written(writer.language)}
            for h in found.happened
            if h.event is not None
        ],
        "warnings": [writer.plain(caution_words(c, found, vocabulary)) for c in found.cautions],
    }
    out.write(json.dumps(document, ensure_ascii=False) + "\n")
    return 0


def _line(asked: argparse.Namespace) -> str:
    peer = f"peer {asked.peer} " if asked.peer and asked.method == "peer" else ""
    return (
        f"/study {asked.company} on {asked.day} {peer}method {asked.method} "
        f"windows {asked.windows} estimation {asked.estimation}"
    )


def _refusal(why: Message, writer: Writer, out: TextIO) -> int:
    out.write(json.dumps({"windows": {}, "n": 0, "warnings": [writer.plain(why)]}, ensure_ascii=False) + "\n")
    return REFUSED
