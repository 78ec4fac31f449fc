"""Reading a typed line and answering it over the shipped facts, without a conversation around it."""

from __future__ import annotations

from bot.answer import Answer
from bot.answers.operations import OPERATIONS
from bot.answers.scene import Scene
from bot.call import Ask, Call, Person, Place
from bot.commands.desk import Desk
from bot.commands.table import command_table
from bot.days import Instant
from bot.facts.rates import Rates
from bot.plan import Plan
from bot.questions.names import Names
from data.fact_store import FactStore

TABLE = command_table()


def plan_of(line: str, names: Names, rates: Rates, now: Instant) -> Plan | None:
    """Returns the plan of a line as typed, None for a command that asks nothing of the facts."""
    typed = Ask.of(line)
    desk = Desk(Call(typed, Place("console", "", ""), Person("console", "", "you")), names, rates, now, TABLE)
    result = TABLE.by_name[typed.command].run(typed, desk)
    return result if isinstance(result, Plan) else None


def answer_of(line: str, facts: FactStore, names: Names, rates: Rates, now: Instant) -> Answer:
    """Returns the answer to a line; raises ProblemError where it cannot be met."""
    plan = plan_of(line, names, rates, now)
    assert plan is not None, f"{line} asks nothing of the facts"
    operation = OPERATIONS[plan.operation]
    book = facts.snapshot("nobody", operation.needs(plan, names.vocabulary))
    return operation.answer(plan, Scene(names.vocabulary, book, rates, now))
