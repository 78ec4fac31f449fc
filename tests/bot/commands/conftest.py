"""Asking a question as a person types it, over the shipped facts, without storage of conversations."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from adapters.rates import EuropeanCentralBankRates
from adapters.words import Writers
from bot.answer import Answer
from bot.answers.operations import OPERATIONS
from bot.answers.scene import Scene
from bot.call import Ask, Call, Person, Place
from bot.commands.deed import Deed
from bot.commands.desk import Desk
from bot.commands.hearing import spoken
from bot.commands.table import command_table
from bot.commands.turn import explained
from bot.days import Instant
from bot.errors import ProblemError
from bot.plan import Plan
from bot.questions.names import Names
from bot.questions.outcomes import Understood
from bot.text import has_han
from bot.words.fallback import fallback
from data.fact_store import FactStore

TABLE = command_table()
RATES = EuropeanCentralBankRates()


@dataclass(frozen=True)
class Asking:
    """One person at one desk; `at` is the day on which a question is asked."""

    facts: FactStore
    names: Names

    def plan(self, line: str, at: str = "2026-11-23") -> Plan:
        ask = Ask.of(line)
        result = TABLE.by_name[ask.command].run(ask, self.desk(ask, at))
        if isinstance(result, Understood):
            result = result.plan
        assert isinstance(result, Plan)
        return result

    def answer(self, line: str, at: str = "2026-11-23") -> Answer:
        ask = Ask.of(line)
        try:
            plan = TABLE.by_name[ask.command].run(ask, self.desk(ask, at))
            if isinstance(plan, Deed):
                return plan.answer
            heard = Understood(plan) if isinstance(plan, Plan) else plan
            return spoken(heard, self.names.vocabulary, lambda plan: self.of(plan, at))[0]
        except ProblemError as problem:
            return explained(problem)

    def of(self, plan: Plan, at: str = "2026-11-23") -> Answer:
        operation = OPERATIONS[plan.operation]
        book = self.facts.snapshot("nobody", operation.needs(plan, self.names.vocabulary))
        return operation.answer(plan, Scene(self.names.vocabulary, book, RATES, _noon(at)))

    def text(self, line: str, at: str = "2026-11-23") -> str:
        return fallback(self.answer(line, at), Writers().of("zh" if has_han(line) else "en"))

    def desk(self, ask: Ask, at: str) -> Desk:
        """Returns the desk at which an ask of a day is read."""
        call = Call(ask, Place("console", "", ""), Person("console", "", "you"))
        return Desk(call, self.names, RATES, _noon(at), TABLE)


def _noon(day: str) -> Instant:
    return Instant.of(f"{day}T12:00Z")


@pytest.fixture(scope="session")
def asking(facts: FactStore, names: Names) -> Asking:
    return Asking(facts, names)
