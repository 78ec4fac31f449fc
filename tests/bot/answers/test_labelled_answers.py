"""What a person typed in free words is answered from claims alone: every number of every labelled question's answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from bot.answer import Answer
from bot.answers.fitting import parts
from bot.answers.operations import answered
from bot.answers.scene import Scene
from bot.errors import ProblemError
from bot.plan import Plan
from bot.questions.names import Names
from bot.questions.outcomes import Understood
from bot.questions.understanding import Reader
from data.fact_store import FactStore
from tests.bot.answers.documents import LANGUAGES, strict
from tests.bot.answers.test_every_answer import accounted
from tests.bot.questions.labelled import Hearing, labels

Asking = Callable[[Plan], tuple[Answer, Scene]]


@pytest.mark.parametrize(
    "name", ["dev.jsonl", "variations.jsonl", "heldout.jsonl", "written_apart.jsonl", "written_after.jsonl"]
)
def test_every_number_said_to_a_question_in_free_words_is_accounted_for(
    name: str, ask: Asking, names: Names, facts: FactStore
) -> None:
    unaccounted, seen = [], 0
    for label, plan in understood(Hearing(Reader(names), facts), name):
        try:
            answer, scene = ask(plan)
        except ProblemError as problem:
            assert all(strict(language).plain(problem.what) for language in LANGUAGES)
            continue
        seen += 1
        try:
            accounted(answer, scene)
        except AssertionError as invented:
            unaccounted.append(f"{label['id']} {label['text']}: {invented}")
    assert seen > len(labels(name)) / 2
    assert unaccounted == []


def understood(hearing: Hearing, name: str) -> Iterator[tuple[dict[str, Any], Plan]]:
    """Yields every labelled question that is understood with each of its plans, follow-ups after what they follow."""
    plans: dict[str, Plan] = {}
    for label in labels(name):
        outcome = hearing.read(label["text"], plans.get(label["context"]))
        if isinstance(outcome, Understood):
            plans[label["id"]] = outcome.plan
            yield from ((label, plan) for plan in parts(outcome.plan))


def test_a_figure_can_be_explained_where_a_row_of_buttons_has_room(ask: Asking) -> None:
    plan = Plan("compare", ("zhipu", "minimax"), ("price_to_sales",))
    answer = answered(plan, ask(plan)[1])
    assert "/explain price_to_sales" in [choice.ask.typed for choice in answer.choices]
    assert len(answer.choices) <= 5
