"""Taking a call on Slack: where an answer hangs on it, Slack is asked whether the asker runs the workspace."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from adapters.slack.api import Api, RefusedError, UnreachableError
from bot.call import Call, Person
from bot.clock import Clock
from bot.commands.turn import Reply

log = logging.getLogger(__name__)

REMEMBERED = timedelta(minutes=5)
"""How long Slack's word is good for: someone who lost the workspace can still change alerts for as long."""

_MOST = 1_000
_RUNS = ("is_admin", "is_owner", "is_primary_owner")
"""What makes somebody an administrator: docs.slack.dev/reference/objects/user-object."""


class Taking:
    """Takes calls, each once more with Slack's word on the asker where it was refused for want of that."""

    def __init__(self, take: Callable[[Call], Reply], api: Api, clock: Clock) -> None:
        self._take, self._api, self._clock = take, api, clock
        self._known: OrderedDict[Person, tuple[datetime, bool]] = OrderedDict()

    async def taken(self, call: Call, token: str) -> Reply:
        """Returns the reply to a call."""
        reply = await asyncio.to_thread(self._take, call)
        if not reply.asks_standing:
            return reply
        runs = await self._runs(call.person, token)
        return await asyncio.to_thread(self._take, replace(call, administrator=runs))

    async def _runs(self, person: Person, token: str) -> bool:
        """Decides whether somebody runs the workspace; where Slack does not say so, they do not."""
        now = self._clock.now().at
        known = self._known.get(person)
        if known is not None and now - known[0] < REMEMBERED:
            return known[1]
        try:
            answer = await self._api.call(token, "users.info", {"user": person.id}, form=True)
        except (RefusedError, UnreachableError) as fault:
            # Without the scope users:read nobody is known as one; /role still makes administrators.
            log.warning("Slack did not say who runs the workspace: %s", fault)
            return False
        user = answer.get("user")
        runs = isinstance(user, dict) and any(user.get(each) is True for each in _RUNS)
        self._known[person] = (now, runs)
        if len(self._known) > _MOST:
            self._known.popitem(last=False)
        return runs
