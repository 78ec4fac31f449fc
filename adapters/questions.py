"""`twinstar questions`: scoring labelled questions, and taking the log of what was asked out."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TextIO

from adapters.bootstrap import House
from adapters.invocation import Commands, Common, Invocation, take
from bot.commands.hearing import IDENTIFYING, figures_like
from bot.facts.book import Needs
from bot.plan import Plan
from bot.questions.amounts import Amount
from bot.questions.names import Names
from bot.questions.outcomes import Understood
from bot.questions.scoring import Scored, Scores, Tally, score, scores
from bot.questions.understanding import Reader

_WIDTH = 12


def add_options(commands: Commands[argparse.ArgumentParser], common: Common) -> None:
    """Adds `questions` with its own commands to a command line."""
    questions = commands.add_parser("questions", help="score labelled questions, export the log of those asked")
    verbs = questions.add_subparsers(dest="verb", metavar="VERB", required=True)
    scoring = verbs.add_parser(
        "score", help="how a file of labelled questions is read", argument_default=argparse.SUPPRESS
    )
    scoring.add_argument("path", type=Path, help="one JSON object per line, as tests/questions/dev.jsonl has them")
    export = verbs.add_parser(
        "export", help="the log of questions, one JSON object per line", argument_default=argparse.SUPPRESS
    )
    export.add_argument("--workspace", default="", help="of one workspace alone")
    for verb in (scoring, export):
        take(verb, common, start, json=True)


def start(call: Invocation) -> int:
    """Opens the house and carries out one of the verbs."""
    with call.house() as house:
        return run(call.asked, house, sys.stdout)


def run(asked: argparse.Namespace, house: House, out: TextIO) -> int:
    """Carries out a verb; returns the exit status, 1 where a file could not be read."""
    if asked.verb == "export":
        for question in house.questions.asked(asked.workspace):
            plan = question.plan.document() if question.plan else None
            row = {"id": question.id, "text": question.text, "lang": question.language, "outcome": question.outcome}
            out.write(json.dumps({**row, "plan": plan, "good": question.good}, ensure_ascii=False) + "\n")
        return 0
    try:
        labels = [json.loads(line) for line in asked.path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        out.write(f"{asked.path}: {error}\n")
        return 1
    show(scores(scored(labels, house)), out)
    return 0


def scored(labels: Sequence[dict[str, object]], house: House) -> Iterator[Scored]:
    """Yields each labelled question as scored; one that follows another is read with what that one was read as."""
    words = house.directory.vocabulary("")
    reader, plans = Reader(Names(words)), dict[object, Plan]()
    for label in labels:
        outcome = reader.read(str(label["text"]), plans.get(label["context"]), partial(_identified, house))
        if isinstance(outcome, Understood):
            plans[label["id"]] = outcome.plan
        yield score(label, outcome, words)


def _identified(house: House, amount: Amount) -> Sequence[tuple[str, str]]:
    words = house.directory.vocabulary("")
    return figures_like(amount, house.facts.snapshot("", Needs(tuple(words.companies), IDENTIFYING)))


def show(found: Scores, out: TextIO) -> None:
    """Writes tallies and misses as plain text."""
    out.write(f"{'':{_WIDTH}} {'questions':>9} {'lenient':>9} {'strict':>9}\n")
    _line("all", found.total, out)
    for title, group in (("by operation", found.by_operation), ("by language", found.by_language)):
        out.write(f"\n{title}\n")
        for name, tally in sorted(group.items()):
            _line(name, tally, out)
    out.write("\nby field, right\n")
    for name, wrong in found.fields.items():
        out.write(
            f"{name:{_WIDTH}} {found.total.count - wrong:>9} {_share(found.total.count - wrong, found.total):>9}\n"
        )
    out.write(f"\nmisses: {len(found.misses)}\n")
    for miss in found.misses:
        out.write(f"{miss.id} [{', '.join(miss.wrong)}] {miss.text}\n    {miss.said}\n")


def _line(name: str, tally: Tally, out: TextIO) -> None:
    out.write(f"{name:{_WIDTH}} {tally.count:>9} {_share(tally.lenient, tally):>9} {_share(tally.strict, tally):>9}\n")


def _share(right: int, tally: Tally) -> str:
    return f"{100 * right / tally.count:.1f} %" if tally.count else "-"
