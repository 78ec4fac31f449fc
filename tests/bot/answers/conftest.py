"""What every test of the answers is asked at: the shipped facts, published rates, and a day after the last price."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from adapters.rates import EuropeanCentralBankRates
from bot.answer import Answer
from bot.answers.operations import OPERATIONS
from bot.answers.scene import Scene
from bot.days import Instant
from bot.facts.rates import Rates
from bot.plan import Plan
from bot.ports import Vocabulary
from data.fact_store import FactStore

NOW = Instant.of("2026-10-10T09:00Z")

Ask = Callable[[Plan], tuple[Answer, Scene]]


@pytest.fixture(scope="session")
def rates() -> Rates:
    return EuropeanCentralBankRates()


@pytest.fixture(scope="session")
def ask(facts: FactStore, vocabulary: Vocabulary, rates: Rates) -> Ask:
    """Answers a plan from exactly the facts its operation says it needs."""

    def asking(plan: Plan) -> tuple[Answer, Scene]:
        operation = OPERATIONS[plan.operation]
        scene = Scene(vocabulary, facts.snapshot("nobody", operation.needs(plan, vocabulary)), rates, NOW)
        return operation.answer(plan, scene), scene

    return asking
