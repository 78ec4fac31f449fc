"""/overhang: how much comes free next, in every sense of "how much"."""

from __future__ import annotations

from bot.answers.overhang import TWINS
from bot.call import Ask
from bot.commands.desk import Desk, Result
from bot.commands.reading import only, read
from bot.errors import ProblemError
from bot.plan import Plan
from bot.schema import Command, Option
from bot.text import Argument, Message, Several, Typed

MOST = 4
DEFAULT_MEASURES = ("unlock_value", "days_of_volume")
"""What pressure in general means (questions/GUIDE)."""


def plan(ask: Ask, desk: Desk) -> Plan:
    """Returns the question for the overhang of one or a few companies, the Hong Kong pair where nobody is named.

    Raises ProblemError for more companies than stand side by side and for words that name nothing.
    """
    given = only(read(ask, desk, default_measures=DEFAULT_MEASURES, ahead=True), desk, "overhang")
    companies = given.companies or TWINS
    if len(companies) > MOST:
        names = tuple(desk.names.vocabulary.companies[c].name for c in companies[MOST:])
        said: dict[str, Argument] = {"command": Typed("/overhang"), "count": MOST, "left": Several(names)}
        step = f"/overhang {' '.join(companies[:MOST])}"
        raise ProblemError(Message("too-many-companies", said), step, outcome="clarify")
    return Plan("overhang", companies, given.measures, given.when, given.known_at, given.currency)


COMMAND: Command[Desk, Result] = Command(
    name="overhang",
    summary="command-overhang",
    options=(
        Option("companies", "companies", "option-overhang-companies"),
        Option("when", "when", "option-when"),
        Option("currency", "currency", "option-currency"),
        Option("known_at", "known_at", "option-known-at"),
    ),
    examples=(
        "/overhang zhipu minimax on 2026-07-07",
        "/overhang zhipu minimax",
        "/overhang minimax in july",
        "/overhang zhipu in USD",
        "/overhang 智谱 稀宇 2026年7月7日",
    ),
    run=plan,
    names_zh=("抛压", "解禁压力"),
)
