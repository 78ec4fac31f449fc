"""Saying an answer on Slack: where it goes, what is tried next when Slack refuses, and what is kept of it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from adapters.choices import carried
from adapters.slack.api import Api, RefusedError, UnreachableError
from adapters.slack.asked import PLATFORM, Target
from adapters.slack.charts import held_whole
from adapters.slack.dressing import reference_of, with_receipt, with_share
from adapters.slack.house import SlackHouse
from adapters.slack.limits import BUTTON_VALUE
from adapters.slack.render import SlackMessage, render
from adapters.slack.tables import Step
from adapters.slack.wording import as_typed
from bot.answer import Answer, AnyChart, Chart, File
from bot.commands.turn import Reply
from bot.ports import Theme
from bot.text import Language
from bot.words.figures_csv import figures_csv

log = logging.getLogger(__name__)

_BAD_BLOCKS = {"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "only_one_table_allowed"}
_GONE_ADDRESSES = {"expired_url", "used_url", "invalid_url", "http_404", "http_410"}
_CLOSED_CHANNELS = {"not_in_channel", "channel_not_found"}


class Saying:
    """Posts answers. Nothing is posted twice: a call whose outcome is not known is logged and left."""

    def __init__(self, house: SlackHouse, api: Api, command: str) -> None:
        self._house, self._api, self._command = house, api, command

    async def reply(self, reply: Reply, call_id: str, target: Target, token: str) -> None:
        """Says a reply, keeping what it shows beforehand so that its buttons find it however the posting ends."""
        reference = reference_of(call_id)
        kept = reply.plan is not None
        if kept:
            await asyncio.to_thread(self._house.postings.keep, reply, PLATFORM, target.channel, reference)
        private = reply.answer.visible_to == "asker"
        share = kept and target.where == "response" and target.private and not private
        await self.say(
            reply.answer,
            reply.language,
            target,
            token,
            reference if kept else "",
            share=share,
            theme=reply.theme,
        )

    async def say(
        self,
        answer: Answer,
        language: Language,
        target: Target,
        token: str,
        reference: str = "",
        *,
        share: bool = False,
        theme: Theme | None = None,
    ) -> None:
        """Says an answer; on a refusal of its blocks it is said once more without native ones, at last as bare text."""
        if answer.visible_to == "asker" and target.replaces and not target.private:
            # What only the asker should see must not take the place of what everybody sees.
            target = replace(target, replaces=False, private=True)
        messages = await self.rendered(answer, language, "native", reference, share=share)
        said = 0
        for step in ("as rendered", "without native blocks", "as bare text"):
            if step == "without native blocks":
                messages = await self.rendered(answer, language, "monospace", reference, share=share)
            if step == "as bare text":
                messages = [replace(message, blocks=()) for message in messages]
            try:
                for message in messages[said:]:
                    await self._send(message, replace(target, replaces=target.replaces and said == 0), token)
                    said += 1
                if target.where == "direct" or (not target.private and answer.visible_to == "everyone"):
                    await self._attach(answer, language, messages, target, token, theme)
                return
            except UnreachableError as fault:
                log.error("an answer may not have been posted: %s", fault)
                return
            except RefusedError as refused:
                if refused.code not in _BAD_BLOCKS:
                    log.error("an answer was not posted: %s", refused)
                    return
                log.warning("blocks refused %s: %s", step, refused)

    async def _attach(
        self,
        answer: Answer,
        language: Language,
        messages: Sequence[SlackMessage],
        target: Target,
        token: str,
        theme: Theme | None,
    ) -> None:
        """Posts the charts that no message could hold as pictures, and files whole.

        Not for one person in a channel, since Slack has no such files: there both stand in letters in the message.
        """
        writer = self._house.writer_of(language)
        for name, content, words in [
            *await self._pictures(answer, language, messages, theme or "light"),
            *((f.name, figures_csv(f.figures, writer).encode(), f.name) for f in answer.blocks if isinstance(f, File)),
        ]:
            try:
                await self._api.upload(token, content, name, words, target.channel, target.thread)
            except RefusedError as refused:
                log.warning("a file was not posted: %s", refused)

    async def _pictures(
        self, answer: Answer, language: Language, messages: Sequence[SlackMessage], theme: Theme
    ) -> list[tuple[str, bytes, str]]:
        """Returns the pictures of charts that no message holds whole: name, PNG, and the words that say the same."""
        if self._house.draw is None:
            return []
        lines = [block for block in answer.blocks if isinstance(block, Chart)]
        others = [block for block in answer.blocks if isinstance(block, AnyChart) and not isinstance(block, Chart)]
        native = sum(block["type"] == "data_visualization" for message in messages for block in message.blocks)
        thinned = [chart for chart in lines[:native] if not held_whole(chart)]
        writer = self._house.writer_of(language)
        drawn: list[tuple[str, bytes, str]] = []
        for number, chart in enumerate([*thinned, *lines[native:], *others], start=1):
            picture = await self._house.draw(chart, language, theme)
            if picture is not None:
                drawn.append((f"chart-{number}.png", picture, writer.plain(chart.summary)))
        return drawn

    async def rendered(
        self, answer: Answer, language: Language, step: Step, reference: str = "", *, share: bool = False
    ) -> list[SlackMessage]:
        """Returns an answer as messages, made off the event loop."""
        return await asyncio.to_thread(self._rendered, answer, language, step, reference, share)

    def _rendered(
        self, answer: Answer, language: Language, step: Step, reference: str, share: bool
    ) -> list[SlackMessage]:
        writer = self._house.writer_of(language)
        # A choice too long for its button would have to be kept; on Slack that takes a question of 2,000 characters.
        choices = tuple(c for c in answer.choices if carried(c.ask, BUTTON_VALUE).store is None)
        answer = as_typed(replace(answer, choices=choices), self._command, self._house.names)
        messages: Sequence[SlackMessage] = render(answer, writer, step)
        if share:
            messages = with_share(messages, reference, writer)
        return list(with_receipt(messages, reference) if reference else messages)

    async def _send(self, message: SlackMessage, target: Target, token: str) -> None:
        content = _content(message)
        private = message.private or target.private
        if target.where == "response":
            try:
                await self._api.respond(target.response_url, {**content, **_manner(target, private)})
                return
            except RefusedError as refused:
                if refused.code not in _GONE_ADDRESSES or not target.channel:
                    raise
            # A response address lives for 30 minutes and 5 uses; a slow answer is better late than lost.
        place = {"channel": target.channel, **({"thread_ts": target.thread} if target.thread else {})}
        if private and target.where != "direct":
            await self._api.call(token, "chat.postEphemeral", {**content, **place, "user": target.user})
            return
        if target.where == "response" and target.replaces:
            edit = {"channel": target.channel, "ts": target.message}
            await self._api.call(token, "chat.update", {**content, **edit})
            return
        try:
            await self._api.call(token, "chat.postMessage", {**content, **place, **_UNFURL})
        except RefusedError as refused:
            if refused.code not in _CLOSED_CHANNELS or not target.response_url:
                raise
            await self._api.respond(target.response_url, {**content, "response_type": "in_channel"})


_UNFURL = {"unfurl_links": False, "unfurl_media": False}


def _content(message: SlackMessage) -> dict[str, Any]:
    return {"text": message.text, **({"blocks": list(message.blocks)} if message.blocks else {})}


def _manner(target: Target, private: bool) -> dict[str, Any]:
    return {
        "response_type": "ephemeral" if private else "in_channel",
        "replace_original": target.replaces,
        **_UNFURL,
    }
