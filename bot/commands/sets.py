"""/set: a channel's named sets of companies, and which of them is its default."""

from __future__ import annotations

import re

from bot.answer import Answer, Cell, Choice, Column, DropSet, KeepSet, Table
from bot.call import Ask
from bot.commands.deed import Deed
from bot.commands.desk import Desk, Result
from bot.commands.reading import only, read, text_of
from bot.commands.several import FEWEST, MOST
from bot.errors import ProblemError
from bot.ports import CompanySet
from bot.schema import Command, Option
from bot.text import Argument, Message, Raw, Several, Typed, folded

LONGEST_NAME = 24
_ADD = ("add", "save", "新增", "添加", "保存")
_REMOVE = ("remove", "delete", "drop", "删除")
_DEFAULT = ("default", "默认")
_LIST = ("list", "show", "列表")


def change(ask: Ask, desk: Desk) -> Deed:
    """Returns the change of the channel's sets, or their list when nothing was typed.

    Raises ProblemError for a name that cannot be one, a set that is not there, and companies that are too few or many.
    """
    verb, _, rest = text_of(ask).partition(" ")
    verb = folded(verb)
    if not verb or verb in _LIST:
        return Deed(_listed(desk))
    name, _, companies = rest.strip().partition(" ")
    if verb in _ADD:
        return _add(name, companies, desk)
    if verb in _REMOVE:
        kept = _existing(name, desk)
        return Deed(_said("set-removed", kept), (DropSet(kept.name),))
    if verb in _DEFAULT:
        kept = _existing(name, desk)
        return Deed(_said("set-default", kept), (KeepSet(kept.name, kept.companies, is_default=True),))
    raise ProblemError(
        Message("set-unknown-verb", {"words": Raw(verb[:40])}),
        "/set add peers zhipu minimax",
        "/set default peers",
        "/set list",
        outcome="clarify",
    )


def _add(name: str, companies: str, desk: Desk) -> Deed:
    example = "/set add peers zhipu minimax sensetime"
    if not re.fullmatch(r"[\w-]{2,24}", name) or name.isdigit():
        raise ProblemError(Message("set-bad-name", {"most": LONGEST_NAME}), example, outcome="clarify")
    if desk.names.exactly(name, "company") or desk.names.exactly(name, "measure"):
        raise ProblemError(Message("set-name-taken", {"words": Raw(name)}), example, outcome="clarify")
    given = only(read(Ask("set", companies), desk), desk, "set add " + name)
    if not FEWEST <= len(given.companies) <= MOST:
        said: dict[str, Argument] = {"fewest": FEWEST, "most": MOST}
        raise ProblemError(Message("set-size", said), example, outcome="clarify")
    earlier = desk.sets.get(folded(name))
    default = bool(earlier and earlier.is_default)
    names = Several(tuple(desk.names.vocabulary.companies[c].name for c in given.companies))
    answer = Answer(
        Message("set-kept", {"name": Raw(folded(name)), "companies": names}),
        choices=(
            Choice(Message("choice-try", {"example": Raw(f"/compare {folded(name)}")}), Ask("compare", folded(name))),
        ),
        visible_to="asker",
    )
    return Deed(answer, (KeepSet(folded(name), given.companies, default),))


def _existing(name: str, desk: Desk) -> CompanySet:
    kept = desk.sets.get(folded(name))
    if kept is None:
        have = [f"/set default {n}" for n in desk.sets][:3] or ["/set add peers zhipu minimax"]
        raise ProblemError(Message("set-not-there", {"words": Raw(name[:40])}), *have, outcome="clarify")
    return kept


def _said(key: str, kept: CompanySet) -> Answer:
    return Answer(Message(key, {"name": Raw(kept.name)}), visible_to="asker")


def _listed(desk: Desk) -> Answer:
    if not desk.sets:
        command = Typed("/set add peers zhipu minimax sensetime")
        return Answer(Message("set-none", {"command": command}), visible_to="asker")
    rows = tuple(
        (
            Cell(Raw(kept.name)),
            Cell(Several(tuple(desk.names.vocabulary.companies[c].name for c in kept.companies))),
            Cell(Raw(str(kept.version))),
            Cell(Message("yes") if kept.is_default else None),
        )
        for kept in desk.sets.values()
    )
    columns = (
        Column(Message("column-set")),
        Column(Message("column-companies")),
        Column(Message("column-version"), "number"),
        Column(Message("column-default")),
    )
    return Answer(Message("set-listed"), (Table(Message("set-listed"), columns, rows),), visible_to="asker")


COMMAND: Command[Desk, Result] = Command(
    name="set",
    summary="command-set",
    options=(Option("change", "text", "option-set"),),
    examples=("/set list", "/set add peers zhipu minimax sensetime", "/set default peers", "/set remove peers"),
    run=change,
    effect="changes",
    needs="edit",
    names_zh=("组合",),
)
