"""/csv: the figures of any answer as CSV, typed, with their claims and dates."""

from __future__ import annotations

from bot.call import Ask
from bot.commands.behind import plan_behind
from bot.commands.desk import Desk, Result
from bot.commands.reading import text_of
from bot.errors import ProblemError
from bot.plan import Plan
from bot.schema import Command, Option
from bot.text import Message, Raw


def plan(ask: Ask, desk: Desk) -> Plan:
    """Returns the plan of the command behind /csv, to be answered as a file; raises ProblemError where it has none."""
    text = text_of(ask)
    found = plan_behind(text, desk, "csv")
    if found is None:
        words = Raw(text.removeprefix("/").partition(" ")[0][:40])
        steps = ("/csv compare zhipu minimax", "/csv history zhipu")
        raise ProblemError(Message("csv-of-what", {"words": words}), *steps, outcome="clarify")
    return found.with_changes(params=tuple(sorted((*found.params, ("as", "csv")))))


COMMAND: Command[Desk, Result] = Command(
    name="csv",
    summary="command-csv",
    options=(Option("command", "text", "option-csv", required=True),),
    examples=("/csv compare zhipu minimax", "/csv history zhipu", "/csv rank market value in USD"),
    run=plan,
)
