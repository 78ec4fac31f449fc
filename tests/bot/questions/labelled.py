"""Labelled questions, read over the shipped facts as `twinstar questions score` reads them."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.commands.hearing import IDENTIFYING, figures_like
from bot.facts.book import Needs
from bot.plan import Plan
from bot.questions.amounts import Amount
from bot.questions.outcomes import Outcome, Understood
from bot.questions.scoring import Scored, Scores, score, scores
from bot.questions.understanding import Reader
from data.fact_store import FactStore

FOLDER = Path(__file__).parents[2] / "questions"


@lru_cache
def labels(name: str) -> tuple[dict[str, Any], ...]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines if line.strip())


def pairs() -> list[tuple[str, str]]:
    lines = (FOLDER / "parallel.tsv").read_text(encoding="utf-8").splitlines()
    return [(line.split("\t")[0], line.split("\t")[1]) for line in lines if line.strip()]


class Hearing:
    """Reads questions one after another, each follow-up with the plan of the one it follows."""

    def __init__(self, reader: Reader, facts: FactStore) -> None:
        self.reader, self._facts = reader, facts
        self.words = facts.vocabulary("")

    def read(self, text: str, last: Plan | None = None) -> Outcome:
        return self.reader.read(text, last, self._identified)

    def plan(self, text: str, last: Plan | None = None) -> Plan:
        """Returns the plan that a text is understood as; fails where it is not."""
        outcome = self.read(text, last)
        assert isinstance(outcome, Understood), f"{text}: {outcome}"
        return outcome.plan

    def scored(self, name: str) -> Scores:
        return scores(self._each(name))

    def _each(self, name: str) -> list[Scored]:
        plans: dict[str, Plan] = {}
        found = []
        for label in labels(name):
            outcome = self.read(label["text"], plans.get(label["context"]))
            if isinstance(outcome, Understood):
                plans[label["id"]] = outcome.plan
            found.append(score(label, outcome, self.words))
        return found

    def _identified(self, amount: Amount) -> list[tuple[str, str]]:
        return figures_like(amount, self._facts.snapshot("", Needs(tuple(self.words.companies), IDENTIFYING)))
