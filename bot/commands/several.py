"""Reading commands that put several companies side by side."""

from __future__ import annotations

from collections.abc import Sequence

from bot.call import Ask
from bot.commands.desk import Desk
from bot.commands.reading import Read, only, read, unknown_words
from bot.errors import ProblemError
from bot.schema import Option
from bot.text import Argument, Message, Several, Typed

FEWEST, MOST = 2, 6

OPTIONS = (
    Option("companies", "companies", "option-companies", required=True),
    Option("measure", "measure", "option-measure"),
    Option("when", "when", "option-when"),
    Option("currency", "currency", "option-currency"),
    Option("known_at", "known_at", "option-known-at"),
)
"""What every command takes that puts companies side by side."""


def several_companies(
    ask: Ask, desk: Desk, command: str, *, default_measures: Sequence[str] = (), fewest: int = FEWEST, most: int = MOST
) -> Read:
    """Returns what was read when it names as many companies as the command compares, or a named set of them.

    With no company named the place's own default set is taken, where it has one. Raises ProblemError for too few, too
    many, the same one twice, and words that mean nothing.
    """
    given = read(ask, desk, default_measures=default_measures)
    if not given.companies and given.left:
        raise unknown_words(given.left, desk, command, ())
    if not given.companies and desk.default_set:
        given = given.of(desk.default_set)
    given = only(given, desk, command)
    count = len(given.companies)
    example = f"/{command} zhipu minimax"
    if count < fewest:
        if given.repeated:
            twice = desk.names.vocabulary.companies[given.repeated[0]].name
            raise ProblemError(Message("same-twice", {"company": twice}), example, outcome="clarify")
        said: dict[str, Argument] = {"command": Typed(f"/{command}"), "count": fewest}
        steps = (
            [f"/{command} {given.companies[0]} {other}" for other in _others(given.companies)] if count else [example]
        )
        raise ProblemError(Message("too-few-companies", said), *steps, outcome="clarify")
    if count > most:
        names = tuple(desk.names.vocabulary.companies[c].name for c in given.companies[most:])
        said_many: dict[str, Argument] = {"command": Typed(f"/{command}"), "count": most, "left": Several(names)}
        steps = [f"/{command} {' '.join(given.companies[:most])}"]
        raise ProblemError(Message("too-many-companies", said_many), *steps, outcome="clarify")
    return given


def _others(companies: Sequence[str]) -> list[str]:
    """The counterpart that people usually mean: the twins listed in one week, and the pair they mirror."""
    pairs = {"zhipu": "minimax", "minimax": "zhipu", "anthropic": "openai", "openai": "anthropic"}
    return [pairs.get(companies[0], "zhipu" if companies[0] != "zhipu" else "minimax")]
