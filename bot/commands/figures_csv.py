"""/csv: the figures of any answer as CSV, typed, with their claims and dates."""

from __future__ import annotations

from bot.call import Ask
from bot.commands.desk import Desk, Result
from bot.commands.reading import text_of
from bot.errors import ProblemError
from bot.plan import Plan
from bot.questions.outcomes import Understood
from bot.schema import Command, Option
from bot.text import Message, Raw, folded


def plan(ask: Ask, desk: Desk) -> Plan:
    """Returns the plan of the command behind /csv, to be answered as a file; raises ProblemError where it has none."""
    name, _, rest = text_of(ask).removeprefix("/").partition(" ")
    command = desk.table.by_name.get(folded(name))
    steps = ("/csv compare zhipu minimax", "/csv history zhipu")
    if command is None or command.name == "csv":
        raise ProblemError(Message("csv-of-what", {"words": Raw(name[:40])}), *steps, outcome="clarify")
    result = command.run(Ask(command.name, rest), desk)
    if isinstance(result, Understood):
        result = result.plan
    if not isinstance(result, Plan):
        raise ProblemError(Message("csv-of-what", {"words": Raw(name[:40])}), *steps, outcome="clarify")
    return result.with_changes(params=tuple(sorted((*result.params, ("as", "csv")))))


COMMAND: Command[Desk, Result] = Command(
    name="csv",
    summary="command-csv",
    options=(Option("command", "text", "option-csv", required=True),),
    examples=("/csv compare zhipu minimax", "/csv history zhipu", "/csv rank market value in USD"),
    run=plan,
)
