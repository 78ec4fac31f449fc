"""One number of several companies is worked out from figures that rest on claims, and from nothing else."""

from __future__ import annotations

import pytest

from bot.plan import Plan
from tests.bot.answers.conftest import Ask
from tests.bot.answers.test_every_answer import accounted


@pytest.mark.parametrize("kind", ["sum", "mean", "median"])
@pytest.mark.parametrize("measure", ["market_value", "price_to_arr", "revenue", "gross_margin", "users", "employees"])
def test_every_number_of_it_rests_on_claims(ask: Ask, kind: str, measure: str) -> None:
    four = ("zhipu", "minimax", "anthropic", "openai")
    accounted(*ask(Plan("compare", four, (measure,), params=(("aggregate", kind),))))
    accounted(*ask(Plan("rank", four, (measure,), direction="highest", params=(("aggregate", kind),))))
