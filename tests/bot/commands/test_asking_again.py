"""Every choice under an answer is a line to type: reading it gives the plan it stands for."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.rates import EuropeanCentralBankRates
from bot.answers.asking import ask_again
from bot.call import Ask, Call, Person, Place
from bot.commands.desk import Desk
from bot.commands.table import command_table
from bot.days import Instant
from bot.plan import Between, Operation, Plan
from bot.ports import Vocabulary
from bot.questions.names import Names

NOW = Instant.of("2026-11-20T09:00Z")
TODAY = NOW.day_in("UTC")
TABLE = command_table()
RATES = EuropeanCentralBankRates()


def read(ask: Ask, names: Names) -> object:
    desk = Desk(Call(ask, Place("console", "", ""), Person("console", "", "you")), names, RATES, NOW, TABLE)
    return TABLE.by_name[ask.command].run(ask, desk)


COMPANIES: Mapping[Operation, tuple[int, int]] = {
    "lookup": (1, 1),
    "sources": (1, 1),
    "compare": (2, 6),
    "ratio": (2, 2),
    "difference": (2, 2),
}
TOKENS = ("today", "yesterday", "previous_session", "first_day", "january", "may", "march", "october")

past = st.integers(0, 4_000).map(lambda days: TODAY.plus(-days))
stretches = st.tuples(past, past).map(sorted).map(lambda d: Between(d[0].iso, d[1].iso))
until_today = past.map(lambda day: Between(day.iso, "today"))
times = st.none() | past.map(lambda day: day.iso) | st.sampled_from(TOKENS) | stretches | until_today
currencies = st.none() | st.sampled_from(sorted(RATES.currencies()))


def plans(vocabulary: Vocabulary, operation: Operation) -> st.SearchStrategy[Plan]:
    fewest, most = COMPANIES[operation]
    companies = st.lists(st.sampled_from(sorted(vocabulary.companies)), min_size=fewest, max_size=most, unique=True)
    many = 3 if operation in ("lookup", "compare") else 1
    measures = st.lists(st.sampled_from(sorted(vocabulary.measures)), min_size=1, max_size=many, unique=True)
    return st.builds(
        Plan,
        st.just(operation),
        companies.map(tuple),
        measures.map(tuple),
        times,
        st.none() | past,
        st.none() if operation == "sources" else currencies,
    )


EXAMPLES = [e for name in ("mirror", "claims", "explain") for e in TABLE.by_name[name].examples]


@pytest.mark.parametrize(
    "line",
    [*EXAMPLES, "/claims predictions zhipu pending", "/claims intraday only known at 2026-09-01", "/explain P/S"],
)
def test_an_example_with_conditions_is_read_as_the_same_plan_again(names: Names, line: str) -> None:
    plan = read(Ask.of(line), names)
    assert isinstance(plan, Plan)
    assert read(ask_again(plan), names) == plan, ask_again(plan).typed


@pytest.mark.parametrize("operation", COMPANIES)
def test_a_plan_written_as_a_command_is_read_as_that_plan(
    names: Names, vocabulary: Vocabulary, operation: Operation
) -> None:
    @settings(max_examples=100, deadline=None)
    @given(plan=plans(vocabulary, operation))
    def holds(plan: Plan) -> None:
        assert read(ask_again(plan), names) == plan, ask_again(plan).typed

    holds()
