"""The console script `twinstar`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from copy import copy
from pathlib import Path

from pydantic import ValidationError

from adapters import facts, questions, study
from adapters.bootstrap import House, open_house
from adapters.clock import StoppedClock, SystemClock
from adapters.clock_run import run_clock
from adapters.console.calls import PLATFORM
from adapters.console.json_lines import JsonLines
from adapters.console.talk import Talk, is_person, remembering
from adapters.logs import configure
from adapters.settings import Settings
from adapters.words import Writers
from bot.answer import Answer
from bot.days import Instant
from bot.errors import ProblemError
from bot.text import Language, Message
from data import outbox_store

FAILED = 2
"""Exit status of a start that failed; the reason is one sentence on standard error."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command line and returns its exit status: 0 done, 1 found faults, 2 could not start."""
    try:
        return _start(_parser().parse_args(arguments))
    except BrokenPipeError:
        # Whoever read our output has gone; Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _start(asked: argparse.Namespace) -> int:
    try:
        settings = Settings()
    except ValidationError as error:
        for fault in error.errors():
            print(f"twinstar: setting {fault['loc'][0]}: {fault['msg']}", file=sys.stderr)  # noqa: T201
        return FAILED
    configure(settings)
    language: Language = asked.language or settings.language or "en"
    if asked.command in ("slack", "key"):
        return _print(asked.command, settings, language)
    try:
        house = open_house(
            asked.database or settings.database_url,
            StoppedClock(asked.at) if asked.at else SystemClock(),
            in_terminal=asked.command != "run",
        )
    except ProblemError as problem:
        return _refused(problem, language)
    try:
        return _run(house, settings, asked, asked.language or settings.language)
    except ProblemError as problem:
        return _refused(problem, language)
    finally:
        house.close()


def _refused(problem: ProblemError, language: Language) -> int:
    print(f"twinstar: {Writers().of(language).plain(problem.what)}", file=sys.stderr)  # noqa: T201
    return FAILED


def _print(command: str, settings: Settings, language: Language) -> int:
    from adapters import slack_parts  # noqa: PLC0415  slack_bolt takes half a second, which a talk in a terminal spares

    print(slack_parts.new_key() if command == "key" else slack_parts.manifest_text(settings, language))  # noqa: T201
    return 0


def _run(house: House, settings: Settings, asked: argparse.Namespace, language: Language | None) -> int:
    if asked.command == "run":
        from adapters import running  # noqa: PLC0415  it brings the platforms' libraries, half a second each

        running.run(asked.only, house, settings)
        return 0
    if asked.command == "restored":
        said = Message("deliveries-restored", {"count": house.database.write_now(outbox_store.restored)})
        print(house.writers.of(language or "en").plain(said))  # noqa: T201
        return 0
    if asked.command == "questions":
        return questions.run(asked, house, sys.stdout)
    if asked.command == "alerts":
        return _run_clock(house, asked, language)
    if asked.command == "calendar":
        # Lines of a calendar end as RFC 5545 wants them, on every system and in every locale.
        sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
        from adapters import calendar_feed  # noqa: PLC0415  icalendar takes as long to import as a talk to start

        return calendar_feed.run(asked.output, house, house.writers.of(language or "en"), sys.stdout)
    if asked.command not in ("facts", "study"):
        return _console(house, asked, language)
    talk = Talk(house.turns.take, house.writers.of, language, sys.stdout, house.album.keep)
    run = facts.run if asked.command == "facts" else study.run
    return run(asked, house, house.writers.of(language or "en"), sys.stdout, talk.say)


def _run_clock(house: House, asked: argparse.Namespace, language: Language | None) -> int:
    """Lets the clock run and prints every alert at its moment."""
    clock = house.clock
    if not isinstance(clock, StoppedClock):
        print("twinstar: alerts: set the clock with --at", file=sys.stderr)  # noqa: T201
        return FAILED
    talk = Talk(house.turns.take, house.writers.of, language, sys.stdout, house.album.keep)
    for moment, each in run_clock(house.ticker, clock, asked.until):
        print(f"# {moment.at:%Y-%m-%d %H:%M} UTC", flush=True)  # noqa: T201
        talk.show(each.document, each.language)
        print(flush=True)  # noqa: T201
    return 0


def _told(house: House) -> list[tuple[Answer, Language]]:
    return [(d.document, d.language) for d in house.ticker.tick().deliveries if d.destination.platform == PLATFORM]


def _console(house: House, asked: argparse.Namespace, language: Language | None) -> int:
    for stream in (sys.stdin, sys.stdout):
        # A pipe may carry bytes that are no text, and a bare machine may have no locale: neither may end a
        # conversation.
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    if asked.json:
        JsonLines(house.turns.take, house.writers.of, language).serve(sys.stdin, sys.stdout)
        return 0
    talk = Talk(house.turns.take, house.writers.of, language, sys.stdout, house.album.keep, lambda: _told(house))
    if is_person(sys.stdin):
        talk.prompt(remembering(house.home / "history"))
    else:
        talk.pipe(sys.stdin)
    return 0


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--database", metavar="URL", help="where facts and conversations are kept (DATABASE_URL)")
    common.add_argument("--language", choices=("en", "zh"), help="language of the answers (TWINSTAR_LANGUAGE)")
    common.add_argument("--at", type=_instant, metavar="TIME", help="set the clock, as in 2026-06-25T09:00Z")
    common.add_argument("--json", action="store_true", help="one line of JSON for each line of input")
    parser = argparse.ArgumentParser(
        prog="twinstar",
        parents=[common],
        description="Companies side by side, share unlocks, alerts. Without a command it talks in the terminal.",
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    below = [_without_default(option) for option in common._actions]
    console = commands.add_parser("console", help="talk in the terminal", argument_default=argparse.SUPPRESS)
    for option in below:
        console._add_action(option)
    alerts = commands.add_parser(
        "alerts", help="let the clock run and print alerts as they fire", argument_default=argparse.SUPPRESS
    )
    alerts.add_argument("--until", type=_instant, metavar="TIME", required=True, help="where the clock stops")
    for option in below:
        if "--json" not in option.option_strings:
            alerts._add_action(option)
    facts.add_options(commands, below)
    study.add_options(commands, below)
    questions.add_options(commands, below)
    feed = commands.add_parser("calendar", help="the unlock calendar for calendar programs").add_subparsers(
        dest="verb", metavar="VERB", required=True
    )
    export = feed.add_parser("export", help="write it as iCalendar", argument_default=argparse.SUPPRESS)
    export.add_argument("--output", type=Path, default=None, metavar="FILE", help="default: standard output")
    run = commands.add_parser("run", help="the bot on its platforms", argument_default=argparse.SUPPRESS)
    run.add_argument("--only", choices=("discord", "slack"), required=True, help="one platform alone")
    for option in below:
        if "--json" not in option.option_strings:
            export._add_action(option)
            run._add_action(option)
    slack = commands.add_parser("slack", help="what Slack must know of the app").add_subparsers(
        dest="part", required=True
    )
    slack.add_parser("manifest", help="print the app's manifest, for api.slack.com/apps?new_app=1")
    restored = commands.add_parser(
        "restored",
        help="after putting an older copy of the data back: hold what may have been sent since",
        argument_default=argparse.SUPPRESS,
    )
    for option in common._actions:
        if "--json" not in option.option_strings:
            restored._add_action(option)
    commands.add_parser("key", help="print a new key for TWINSTAR_KEY")
    return parser


def _without_default(option: argparse.Action) -> argparse.Action:
    """A copy for a sub-command, whose default would overwrite what stood before the sub-command's name."""
    copied = copy(option)
    copied.default = argparse.SUPPRESS
    return copied


def _instant(text: str) -> Instant:
    try:
        return Instant.of(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no moment with a zone; write 2026-06-25T09:00Z") from None
