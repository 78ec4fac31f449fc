"""Saying a line in the house as somebody of a platform, and reading what came back."""

from __future__ import annotations

from adapters.bootstrap import House
from bot.answer import Notice
from bot.call import Ask, Call, Person, Place
from bot.commands.turn import Reply

OURS, BESIDE, THEIRS = Place("slack", "T1", "C1"), Place("slack", "T1", "C2"), Place("slack", "T2", "C1")


def say(house: House, line: str, place: Place = OURS, who: str = "U1", *, runs: bool | None = None) -> Reply:
    """Returns the reply to a line typed by somebody in a place; `runs` is their platform's word on them."""
    person = Person(place.platform, place.team, who)
    return house.turns.take(Call(Ask.of(line), place, person, f"{line}{place}", administrator=runs))


def notices(reply: Reply) -> list[str]:
    """Returns the keys of what is said beside the figures."""
    return [block.sentence.key for block in reply.answer.blocks if isinstance(block, Notice)]
