"""A command behind another one: the question that /csv writes to a file and /digest asks anew."""

from __future__ import annotations

from bot.call import Ask
from bot.commands.desk import Desk
from bot.plan import Plan
from bot.questions.outcomes import Understood
from bot.text import folded


def plan_behind(text: str, desk: Desk, besides: str) -> Plan | None:
    """Returns the plan that a command line asks, with or without its stroke; None where it asks none.

    `besides` is the command it stands behind, which is no question. Raises ProblemError for one that cannot be read.
    """
    name, _, rest = text.removeprefix("/").partition(" ")
    command = desk.table.by_name.get(folded(name))
    if command is None or command.name == besides or command.effect == "changes":
        return None
    result = command.run(Ask(command.name, rest), desk)
    if isinstance(result, Understood):
        result = result.plan
    return result if isinstance(result, Plan) else None
