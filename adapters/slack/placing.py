"""Where the answer to a slash command goes, by what the channel chose: to the asker first, to all, into a thread."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import assert_never

from adapters.slack.api import Api, RefusedError
from adapters.slack.asked import Target
from adapters.slack.saying import Saying
from bot.answer import Answer
from bot.call import Call
from bot.commands.turn import Reply
from bot.text import Message, Raw

log = logging.getLogger(__name__)


class Placing:
    """Knows the ways a channel can see answers; without a choice of the channel the asker sees one first."""

    def __init__(self, api: Api, saying: Saying) -> None:
        self._api, self._saying = api, saying

    async def of(self, reply: Reply, call: Call, target: Target, asker: str, token: str) -> Target:
        """Returns where to answer; in a channel of threads it posts the question, which the answer then hangs under.

        What only the asker should see stays with the asker.
        """
        if reply.answer.visible_to == "asker":
            return target
        match reply.showing:
            case None | "private":
                return target
            case "open":
                return replace(target, where="thread", private=False)
            case "thread":
                return replace(
                    target, where="thread", private=False, thread=await self._begun(reply, call, target, asker, token)
                )
            case _:
                assert_never(reply.showing)

    async def _begun(self, reply: Reply, call: Call, target: Target, asker: str, token: str) -> str:
        """Returns the id of the posted question; nothing where it could not be posted, and the answer stands alone."""
        asked = Message("slack-asked", {"person": Raw(asker), "words": Raw(call.ask.typed)})
        (message,) = await self._saying.rendered(Answer(asked), reply.language, "monospace")
        try:
            arguments = {"channel": target.channel, "text": message.text, "unfurl_links": False}
            return str((await self._api.call(token, "chat.postMessage", arguments)).get("ts") or "")
        except RefusedError as refused:
            log.info("a question was not posted: %s", refused)
            return ""
