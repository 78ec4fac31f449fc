"""Questions that a digest asks anew each time: the plan stays, the figures are those of the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Answer, Block, Calendar, Cell, Field, Fields, Notice, Prose, Table
from bot.answers.operations import OPERATIONS
from bot.answers.scene import Scene
from bot.days import Instant
from bot.errors import ProblemError
from bot.facts.rates import Rates
from bot.plan import Plan
from bot.ports import Facts, Vocabulary

MOST_QUESTIONS = 5
"""Questions of one digest: with more of them nobody reads on."""

MOST_ROWS = 8


def asked_anew(
    plans: Sequence[Plan], workspace: str, vocabulary: Vocabulary, facts: Facts, rates: Rates, now: Instant
) -> list[Block]:
    """Returns what answers the questions of a digest now: the headline of each and its first figures."""
    blocks: list[Block] = []
    for plan in plans:
        book = facts.snapshot(workspace, OPERATIONS[plan.operation].needs(plan, vocabulary))
        try:
            answer = OPERATIONS[plan.operation].answer(plan, Scene(vocabulary, book, rates, now))
        except ProblemError as problem:
            blocks.append(Notice(problem.what))
        else:
            blocks += [Prose((answer.headline,)), *_figures(answer)]
    return blocks


def _figures(answer: Answer) -> list[Block]:
    """The first figures of an answer, without the numbers of its own footnotes, which a digest does not repeat."""
    for block in answer.blocks:
        match block:
            case Table(rows=rows):
                return [replace(block, rows=tuple(tuple(_bare(c) for c in row) for row in rows[:MOST_ROWS]))]
            case Fields(fields=fields):
                return [Fields(tuple(Field(f.label, _bare(f.cell)) for f in fields[:MOST_ROWS]))]
            case Calendar(entries=entries):
                return [replace(block, entries=entries[:MOST_ROWS])]
            case _:
                pass
    return []


def _bare(cell: Cell) -> Cell:
    return replace(cell, notes=())
