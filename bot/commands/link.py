"""/link: a Slack workspace and a Discord server in one workspace, by a one-time code, and apart again."""

from __future__ import annotations

import re

from bot.answer import Answer, Block, Cell, Choice, Column, Notice, Table
from bot.call import Ask
from bot.commands.deed import Deed
from bot.commands.desk import Desk, Result
from bot.commands.reading import text_of
from bot.errors import ProblemError
from bot.link import LASTS, FailLink, Foreseen, JoinLink, LeaveLink, OfferLink
from bot.people_ports import Links
from bot.schema import Command, Option
from bot.text import Message, Raw, Term, Typed, folded

_CODE = re.compile(r"(?P<code>[A-Za-z0-9]{4}(?:-?[A-Za-z0-9]{4}){2})(?P<sure> (?:yes|确认))?")
_OFF = ("off", "leave", "解除", "断开")
_SURE = ("yes", "确认")
_STEPS = ("/link", "/link off")


def change(ask: Ask, desk: Desk) -> Deed:
    """Returns a fresh code, what joining by a code would do, the joining itself, or the parting.

    Raises ProblemError outside of any team, for words that are no code, and where nothing is linked.
    """
    if desk.links is None or not desk.call.place.team:
        raise ProblemError(Message("link-needs-team"), "/settings", outcome="refused")
    words = folded(text_of(ask).strip())
    if not words:
        return _offered(desk.links)
    verb, _, sure = words.partition(" ")
    if verb in _OFF and sure in ("", *_SURE):
        return _parted(desk.links, desk, sure=bool(sure))
    match = _CODE.fullmatch(words)
    if match is None:
        raise ProblemError(Message("link-what", {"words": Raw(words[:40])}), *_STEPS, outcome="clarify")
    return _joined(desk.links, match["code"].replace("-", "").upper(), desk, sure=bool(match["sure"]))


def _offered(links: Links) -> Deed:
    code = links.fresh()
    shown = "-".join(code[start : start + 4] for start in range(0, len(code), 4))
    minutes = int(LASTS.total_seconds()) // 60
    said = Message("link-offered", {"command": Typed(f"/link {shown}"), "minutes": minutes})
    answer = Answer(said, (Notice(Message("link-offered-what")),), visible_to="asker")
    return Deed(answer, links=(OfferLink(code),), needs="administer")


def _joined(links: Links, code: str, desk: Desk, *, sure: bool) -> Deed:
    if links.tries_left(desk.workspace) <= 0:
        raise ProblemError(Message("link-too-often", {"minutes": int(LASTS.total_seconds()) // 60}), outcome="refused")
    found = links.foresee(desk.workspace, code)
    if found is None:
        steps = tuple(Choice(Message("choice-try", {"example": Raw(step)}), Ask.of(step)) for step in _STEPS[:1])
        said = Answer(Message("link-no-such"), choices=steps, visible_to="asker")
        return Deed(said, links=(FailLink(),), needs="administer")
    if found.workspace == desk.workspace:
        raise ProblemError(Message("link-itself"), *_STEPS, outcome="refused")
    if sure:
        off = Choice(Message("choice-unlink"), Ask("link", "off"))
        answer = Answer(Message("link-joined"), _moves(found), (off,), visible_to="asker")
        return Deed(answer, links=(JoinLink(code),), needs="administer")
    join = Choice(Message("choice-link"), Ask("link", f"{code} yes"))
    blocks = (*_moves(found), Notice(Message("link-before")))
    return Deed(Answer(Message("link-asked"), blocks, (join,), visible_to="asker"), needs="administer")


def _moves(found: Foreseen) -> tuple[Block, ...]:
    """What moves along, and where both have the same, what stays instead."""
    kinds = [kind for kind in found.moving if found.moving[kind]]
    if not kinds:
        return (Notice(Message("link-nothing")),)
    rows = tuple(
        (
            Cell(Term("link", kind)),
            Cell(Raw(str(found.moving[kind]))),
            Cell(Raw(str(found.conflicts[kind])) if found.conflicts.get(kind) else None),
        )
        for kind in kinds
    )
    columns = (
        Column(Message("link-what-moves")),
        Column(Message("link-moving"), "number"),
        Column(Message("link-conflicts"), "number"),
    )
    return (Table(Message("link-caption"), columns, rows),)


def _parted(links: Links, desk: Desk, *, sure: bool) -> Deed:
    if len(links.teams(desk.workspace)) < 2:
        raise ProblemError(Message("link-not-linked"), "/link", outcome="refused")
    if sure:
        answer = Answer(Message("link-parted"), (Notice(Message("link-parted-what")),), visible_to="asker")
        return Deed(answer, links=(LeaveLink(),), needs="administer")
    here = (desk.call.place.platform, desk.call.place.team)
    kept = [k.rule for k in desk.rules.of(desk.workspace)] if desk.rules else []
    ends = sum(all((d.platform, d.team) == here for d in rule.destinations) for rule in kept)
    blocks = (Notice(Message("link-parting", {"count": ends})), Notice(Message("link-parted-what")))
    part = Choice(Message("choice-unlink-sure"), Ask("link", "off yes"))
    return Deed(Answer(Message("link-part-asked"), blocks, (part,), visible_to="asker"), needs="administer")


COMMAND: Command[Desk, Result] = Command(
    name="link",
    summary="command-link",
    options=(Option("code", "text", "option-link"),),
    examples=("/link",),
    run=change,
    effect="changes",
    needs="administer",
    names_zh=("关联",),
)
