"""/events: the unlocks ahead in the server's own calendar, on Discord: on, off, or how it stands."""

from __future__ import annotations

from dataclasses import replace

from bot.answer import Answer, Block, Cell, Choice, Field, Fields, Notice
from bot.call import Ask
from bot.commands.deed import Deed
from bot.commands.desk import Desk, Result
from bot.commands.reading import text_of
from bot.errors import ProblemError
from bot.programme import Programme, SwitchProgramme
from bot.schema import Command, Option
from bot.text import Message, Raw, folded

_ON = ("on", "开启", "开")
_OFF = ("off", "关闭", "关")
_DAILY = Ask("digest", "daily")


def choose(ask: Ask, desk: Desk) -> Deed:
    """Returns the switch of a server's programme, or how it stands.

    Raises ProblemError for words that are no switch.
    """
    words = folded(text_of(ask).strip())
    place = replace(desk.call.place, channel="", thread="")
    if place.platform != "discord" or not place.team:
        instead = (Choice(Message("choice-unlocks"), Ask("unlocks")), Choice(Message("choice-events-digest"), _DAILY))
        return Deed(Answer(Message("events-discord-only"), choices=instead, visible_to="asker"))
    if words in _ON:
        said = Answer(Message("events-on"), (Notice(Message("events-needs")),), (_show(),), visible_to="asker")
        return Deed(said, programmes=(SwitchProgramme(place, True, desk.language),))
    if words in _OFF:
        return Deed(
            Answer(Message("events-off"), visible_to="asker"),
            programmes=(SwitchProgramme(place, False, desk.language),),
        )
    if words:
        raise ProblemError(Message("events-what", {"words": Raw(words[:40])}), "/events on", "/events off")
    return Deed(_standing(desk.programmes.of(desk.workspace, place) if desk.programmes else None))


def _standing(programme: Programme | None) -> Answer:
    if programme is None or not programme.on:
        on = Choice(Message("choice-events-on"), Ask("events", "on"))
        return Answer(Message("events-are-off"), choices=(on,), visible_to="asker")
    said = Message("events-stand", {"count": len(programme.standing)})
    blocks: list[Block] = []
    if programme.hindrance:
        blocks.append(Notice(Message(f"events-hindered-{programme.hindrance}"), "warning"))
    fields = []
    if programme.standing:
        first = min(each.starts for each in programme.standing)
        fields.append(Field(Message("digest-next"), Cell(Message("plain", {"text": first}))))
    if programme.looked_at is not None:
        fields.append(Field(Message("events-looked"), Cell(Message("plain", {"text": programme.looked_at}))))
    if fields:
        blocks.append(Fields(tuple(fields)))
    again = Choice(Message("choice-events-again"), Ask("events", "on"))
    off = Choice(Message("choice-events-off"), Ask("events", "off"))
    return Answer(said, tuple(blocks), (again, off) if programme.hindrance else (off,), visible_to="asker")


def _show() -> Choice:
    return Choice(Message("choice-events-show"), Ask("events"))


COMMAND: Command[Desk, Result] = Command(
    name="events",
    summary="command-events",
    options=(Option("events", "text", "option-events"),),
    examples=("/events", "/events on", "/events off"),
    run=choose,
    effect="changes",
    needs="edit",
    names_zh=("活动",),
)
