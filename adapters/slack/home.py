"""The home tab: filled when somebody opens it, and again when what it shows has changed under their hands.

docs.slack.dev/reference/methods/views.publish: a hash makes a publication fail that would overwrite a later one. Within
one process publications of one person follow each other; between two processes the later one of them is drawn anew.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import replace
from typing import Any

from adapters.slack.api import Api, RefusedError
from adapters.slack.asked import PLATFORM
from adapters.slack.dressing import MODAL_BLOCKS
from adapters.slack.house import SlackHouse
from adapters.slack.saying import Saying
from adapters.slack.tables import Step
from bot.answer import Answer, Notice
from bot.call import Ask, Call, Person, Place
from bot.commands.turn import Reply

_STEP: Step = "monospace"
"""The home tab takes no native tables and charts."""

MOST_KNOWN = 10_000
"""Tabs remembered to be open; one that is forgotten is filled when it is opened again."""

_CONFLICT = "hash_conflict"


class HomeTabs:
    """Knows whose tab stands open in this process, and fills it."""

    def __init__(self, house: SlackHouse, api: Api, saying: Saying) -> None:
        self._house, self._api, self._saying = house, api, saying
        self._open: OrderedDict[Person, asyncio.Lock] = OrderedDict()

    async def opened(self, person: Person, token: str, hash: str = "") -> None:
        """Fills the tab that somebody opened; `hash` is of what Slack says stands there."""
        self._known(person)
        await self._filled(person, token, hash)

    async def after(self, reply: Reply, person: Person, token: str, *, here: bool = False) -> bool:
        """Fills an open tab anew after a reply that changed something, and returns whether it did.

        `here` is a press in the tab itself, which then says at its top what came of it.
        """
        if not reply.writes or (person not in self._open and not here):
            return False
        self._known(person)
        await self._filled(person, token, said=reply.answer if here else None)
        return True

    def _known(self, person: Person) -> None:
        self._open.setdefault(person, asyncio.Lock())
        self._open.move_to_end(person)
        if len(self._open) > MOST_KNOWN:
            self._open.popitem(last=False)

    async def _filled(self, person: Person, token: str, hash: str = "", said: Answer | None = None) -> None:
        async with self._open.get(person) or asyncio.Lock():
            for known in (hash, "") if hash else ("",):
                view = await self._view(person, said)
                arguments: dict[str, Any] = {"user_id": person.id, "view": view, **({"hash": known} if known else {})}
                try:
                    await self._api.call(token, "views.publish", arguments)
                    return
                except RefusedError as refused:
                    # A later publication stands there; what it lacks is in the one that is drawn now.
                    if refused.code != _CONFLICT or not known:
                        raise

    async def _view(self, person: Person, said: Answer | None) -> dict[str, Any]:
        place = Place(PLATFORM, person.team, person.id)
        reply = await asyncio.to_thread(self._house.take, Call(Ask("home"), place, person))
        answer = reply.answer
        if said is not None:
            answer = replace(answer, blocks=(Notice(said.headline), *answer.blocks))
        messages = await self._saying.rendered(answer, reply.language, _STEP)
        blocks = [block for message in messages for block in message.blocks]
        return {"type": "home", "blocks": blocks[:MODAL_BLOCKS]}
