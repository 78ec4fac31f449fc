"""The operations that can be answered, each with the facts it needs and the file that answers it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bot.answer import Answer, Choice, Fields, File, Table
from bot.answers import (
    claims,
    compare,
    coverage,
    difference,
    explain,
    history,
    lookup,
    mirror,
    overhang,
    rank,
    ratio,
    reversals,
    sources,
    study,
    unlocks,
    what_if,
)
from bot.answers.arming import alert_of
from bot.answers.asking import ask_again
from bot.answers.event_days import on_days, with_events
from bot.answers.scene import Scene
from bot.call import Ask
from bot.facts.book import Needs
from bot.plan import Operation, Plan
from bot.ports import Vocabulary
from bot.text import Message


@dataclass(frozen=True, slots=True)
class Answering:
    """How one operation is answered: what it needs to read first, then plan and facts to answer."""

    reads: Callable[[Plan, Vocabulary], Needs]
    answers: Callable[[Plan, Scene], Answer]

    def needs(self, plan: Plan, vocabulary: Vocabulary) -> Needs:
        """Returns the facts to read for a plan, those that date the event it is timed by included."""
        return with_events(plan, self.reads(plan, vocabulary))

    def answer(self, plan: Plan, scene: Scene) -> Answer:
        """Returns the answer to a plan, an event that it is timed by taken for the day it fell on."""
        return self.answers(on_days(plan, scene), scene)


OPERATIONS: Mapping[Operation, Answering] = {
    "lookup": Answering(lookup.needs, lookup.answer),
    "compare": Answering(compare.needs, compare.answer),
    "rank": Answering(rank.needs, rank.answer),
    "ratio": Answering(ratio.needs, ratio.answer),
    "difference": Answering(difference.needs, difference.answer),
    "history": Answering(history.needs, history.answer),
    "reversals": Answering(reversals.needs, reversals.answer),
    "sources": Answering(sources.needs, sources.answer),
    "unlocks": Answering(unlocks.needs, unlocks.answer),
    "mirror": Answering(mirror.needs, mirror.answer),
    "explain": Answering(explain.needs, explain.answer),
    "claims": Answering(claims.needs, claims.answer),
    "coverage": Answering(coverage.needs, coverage.answer),
    "overhang": Answering(overhang.needs, overhang.answer),
    "what_if": Answering(what_if.needs, what_if.answer),
    "study": Answering(study.needs, study.answer),
}


EXPLAINED = frozenset({"lookup", "compare", "rank", "ratio", "difference", "history", "sources", "overhang", "what_if"})
"""Operations whose answer is figures of one measure, so that one definition explains them."""
MOST_IN_A_ROW = 5
"""Buttons that a row holds on both platforms: what is explained is offered where there is room, the file after it."""


def answered(plan: Plan, scene: Scene) -> Answer:
    """Returns the answer to a plan, as a file of its figures where that was asked, else with what else to do."""
    plan = on_days(plan, scene)
    answer = OPERATIONS[plan.operation].answer(plan, scene)
    if dict(plan.params).get("as") == "csv":
        name = "-".join([plan.operation, *plan.companies]) + ".csv"
        return Answer(
            answer.headline,
            (File(name, answer),),
            footnotes=answer.footnotes,
            read_as=answer.read_as,
            visible_to="asker",
        )
    if (alert := alert_of(plan)) is not None:
        answer = replace(answer, choices=(*answer.choices, Choice(Message("choice-alert"), alert)))
    has_figures = any(isinstance(block, Table | Fields) for block in answer.blocks)
    if has_figures and plan.operation in EXPLAINED and plan.measures and len(answer.choices) < MOST_IN_A_ROW - 1:
        explaining = Choice(Message("choice-explain"), Ask("explain", plan.measures[0]))
        answer = replace(answer, choices=(*answer.choices, explaining))
    line = ask_again(plan).typed.removeprefix("/")
    if has_figures:
        answer = replace(answer, choices=(*answer.choices, Choice(Message("choice-csv"), Ask("csv", line))))
    return replace(
        answer, choices=(*answer.choices, Choice(Message("choice-digest-add"), Ask("digest", f"add {line}")))
    )
