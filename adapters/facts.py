"""`twinstar facts`: checking the fact base, and taking claims out of it and into it."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from adapters.bootstrap import House
from adapters.invocation import Commands, Common, Invocation, take
from bot.text import Argument, Message, Raw
from bot.words.writer import Writer
from data import facts_check, facts_export, facts_import, shipped
from data.facts_import import Difference, ImportPlan
from data.table_files import Fault

FOUND_FAULTS = 1
MOST_SHOWN = 20

Say = Callable[[str, dict[str, Argument]], None]


def add_options(commands: Commands[argparse.ArgumentParser], common: Common) -> None:
    """Adds `facts` with its own commands to a command line."""
    facts = commands.add_parser("facts", help="check, import, export and survey the fact base")
    verbs = facts.add_subparsers(dest="verb", metavar="VERB", required=True)
    check = verbs.add_parser(
        "check", help="look for nonsense in a folder of fact files", argument_default=argparse.SUPPRESS
    )
    check.add_argument("folder", nargs="?", type=Path, default=shipped.FOLDER, help="default: the shipped facts")
    bring = verbs.add_parser("import", help="show what a file would change", argument_default=argparse.SUPPRESS)
    bring.add_argument("path", type=Path, help="a CSV file in the form that export writes")
    bring.add_argument("--yes", action="store_true", default=False, help="write it")
    bring.add_argument("--workspace", default="", help="for one workspace alone; without it for everybody")
    export = verbs.add_parser("export", help="write every claim as CSV", argument_default=argparse.SUPPRESS)
    export.add_argument("path", nargs="?", type=Path, default=None, help="default: standard output")
    export.add_argument("--workspace", default="", help="with one workspace's own claims")
    cover = verbs.add_parser(
        "coverage", help="what is known, how new, and what is missing", argument_default=argparse.SUPPRESS
    )
    cover.add_argument("company", nargs="?", default="", help="one company; all of them when left out")
    for verb in (check, bring, export, cover):
        take(verb, common, start, json=True)


def start(call: Invocation) -> int:
    """Opens the house and carries out one of the verbs."""
    with call.house() as house:
        return run(call.asked, house, call.writer, sys.stdout, call.talk(house).say)


def run(asked: argparse.Namespace, house: House, writer: Writer, out: TextIO, show: Callable[[str], None]) -> int:
    """Carries out one of the verbs and returns the exit status: 1 when faults were found.

    `show` answers a line as the terminal does.
    """

    def say(key: str, args: dict[str, Argument]) -> None:
        out.write(writer.plain(Message(key, args)) + "\n")

    match asked.verb:
        case "check":
            return _check(asked.folder, say, out, writer, show)
        case "import":
            return _import(asked.path, asked.workspace, asked.yes, house, say, out, writer)
        case "export":
            return _export(asked.path, asked.workspace, house, say, out)
        case _:
            show(f"/coverage {asked.company}".strip())
            return 0


def _check(folder: Path, say: Say, out: TextIO, writer: Writer, show: Callable[[str], None]) -> int:
    found = facts_check.check(folder)
    for fault in found.faults:
        out.write(_fault(fault, writer) + "\n")
    if found.faults:
        say("check-faults", {"count": len(found.faults), "rows": found.rows})
        return FOUND_FAULTS
    say("check-assumed", {"count": len(found.assumed)})
    by_file: dict[str, list[str]] = defaultdict(list)
    for placed in found.assumed:
        by_file[placed.file].append(str(placed.values["root"]))
    for file, claims in sorted(by_file.items()):
        out.write(f"  {file}: {', '.join(claims)}\n")
    say("check-passed", {"rows": found.rows})
    if folder == shipped.FOLDER:
        show("/coverage")
    return 0


def _import(path: Path, workspace: str, write: bool, house: House, say: Say, out: TextIO, writer: Writer) -> int:
    plan = facts_import.plan_import(house.database, workspace, dict(house.facts.measures), path)
    _tell(plan, say, out, writer)
    status = FOUND_FAULTS if plan.faulty else 0
    good = plan.count.added + plan.count.changed
    if not good:
        say("import-nothing", {})
        return status
    if not write:
        say("import-waits", {"count": good, "command": Raw(f"twinstar facts import {path} --yes")})
        return status
    try:
        done = facts_import.apply_import(house.database, plan, dict(house.facts.measures), house.clock.now().at)
    except facts_import.ChangedFileError:
        say("import-moved", {})
        return FOUND_FAULTS
    say("import-done", {"added": done.added, "changed": done.changed})
    return status


def _tell(plan: ImportPlan, say: Say, out: TextIO, writer: Writer) -> None:
    for fault in plan.faults[:MOST_SHOWN]:
        out.write(_fault(fault, writer) + "\n")
    for sign, differences in (("+", plan.added), ("~", plan.changed)):
        for difference in differences[:MOST_SHOWN]:
            out.write(f"{sign} {plan.path.name}:{difference.line} {difference.claim}{_columns(sign, difference)}\n")
    count = plan.count
    say(
        "import-counts",
        {"added": count.added, "changed": count.changed, "unchanged": count.unchanged, "faulty": plan.faulty},
    )


def _columns(sign: str, difference: Difference) -> str:
    if sign == "+":
        return ""
    return ": " + ", ".join(f"{name} {old or '–'} → {new or '–'}" for name, old, new in difference.columns)


def _export(path: Path | None, workspace: str, house: House, say: Say, out: TextIO) -> int:
    if path is None:
        with tempfile.TemporaryDirectory() as folder:
            kept = Path(folder) / "claims.csv"
            facts_export.export(house.database, workspace, kept)
            out.write(kept.read_text(encoding="utf-8"))
        return 0
    count = facts_export.export(house.database, workspace, path)
    say("export-done", {"count": count, "path": Raw(str(path))})
    return 0


def _fault(fault: Fault, writer: Writer) -> str:
    place = f"{fault.file}:{fault.line}" if fault.line else fault.file
    return f"{place}: {writer.plain(fault.what)}"
