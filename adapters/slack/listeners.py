"""One Bolt listener for each kind of thing Slack sends. A listener only hands on: acknowledging is all it waits for.

With process_before_response the HTTP answer leaves when the listener returns, so no work stands in one.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

from adapters.background import Background
from adapters.choices import UnknownChoiceError, asked
from adapters.slack import asked as read
from adapters.slack.api import Api, RefusedError
from adapters.slack.asked import PLATFORM, Body, MissingError, Target
from adapters.slack.dressing import SHARE, modal, read_share_value, receipt_in
from adapters.slack.home import HomeTabs
from adapters.slack.house import SlackHouse
from adapters.slack.manifest import MOST_PROMPTS
from adapters.slack.menu import ACTION
from adapters.slack.organisations import Organisations, organisation_of
from adapters.slack.placing import Placing
from adapters.slack.saying import Saying
from adapters.slack.seen import SeenAnyway
from adapters.slack.tables import Step
from adapters.slack.taking import Taking
from adapters.slack.windows import Windows, is_ours
from bot.answer import Answer, Notice
from bot.call import Ask, Call, Person, Place
from bot.commands.turn import Reply
from bot.text import Language, Message, Raw, has_han

log = logging.getLogger(__name__)

_ANY = re.compile("")
_EXPLAINABLE: Step = "monospace"
_WORDS = frozenset({None, "file_share", "thread_broadcast"})
"""Subtypes of messages that a person wrote; all others tell of edits, joins and bots."""

Work = Callable[[Body, str], Awaitable[None]]


class Listeners:
    """Reads what comes in, answers it in the background, each delivery once."""

    def __init__(
        self,
        house: SlackHouse,
        api: Api,
        background: Background,
        command: str,
        organisations: Organisations | None = None,
    ) -> None:
        self._house, self._api, self._background, self._command = house, api, background, command
        self._saying = Saying(house, api, command)
        self._placing = Placing(api, self._saying)
        self._taking = Taking(house.take, api, house.clock)
        self._organisations = organisations or Organisations(None)
        self._homes = HomeTabs(house, api, self._saying)
        self._windows = Windows(house, api, self._saying, background, self._after, self._taking)
        self._seen = SeenAnyway(house.seen)
        self._told: set[str] = set()
        self._leaving: set[str] = set()
        self._welcomed: set[str] = set()

    def register(self, app: AsyncApp) -> None:
        """Adds the listeners to an app: as few as there are kinds, since Bolt asks them one after another."""
        for kind, work in (
            (app.command(_ANY), self._on_command),
            (app.action(_ANY), self._on_press),
            (app.event(_ANY), self._on_event),
            (app.shortcut(_ANY), self._on_shortcut),
        ):
            kind(self._handing_on(work))
        app.view(_ANY)(self._on_sent_in)

    def _handing_on(self, work: Work) -> Callable[..., Awaitable[None]]:
        async def listener(ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext) -> None:
            self._background.start(self._once(work, body, context.bot_token or ""), _owner(body))
            await ack()

        return listener

    async def _once(self, work: Work, body: Body, token: str) -> None:
        """Does the work of a delivery unless it was done before.

        A retry is new unless its first copy came: what Slack tried while no socket was open comes as a retry only.
        """
        try:
            team, organisation = read.team_of(body), organisation_of(body)
            # A repeat has a trigger that was used, so that it opens nothing.
            window = await self._windows.opened(body, token, self._command)
            if organisation:
                await asyncio.to_thread(self._organisations.note, team, organisation)
            if not await self._seen.first(team, read.once(body)):
                log.debug("a repeated delivery was left")
                return
            await (self._windows.fill(window, token) if window else work(body, token))
        except MissingError as missing:
            self._log_once(f"a body from Slack was left: {missing}")
        except RefusedError as refused:
            log.error("Slack refused: %s", refused)

    async def _on_command(self, body: Body, token: str) -> None:
        call, target = read.command(body, self._house.names, self._command)
        await self._answer(call, target, token, str(body.get("user_name") or "?"))

    async def _on_event(self, body: Body, token: str) -> None:
        event = body.get("event")
        if not isinstance(event, dict):
            raise MissingError("no event")
        match event.get("type"):
            case "app_mention" if not event.get("bot_id"):
                await self._answer(*read.mention(body, self._house.names), token)
            case "message" if event.get("channel_type") == "im" and not event.get("bot_id"):
                if event.get("subtype") in _WORDS:
                    await self._answer(*read.direct(body, self._house.names), token)
            case "app_home_opened":
                await self._opened(body, event, token)
            case "app_uninstalled":
                await self._left(body)
            case "tokens_revoked" if (event.get("tokens") or {}).get("bot"):
                await self._left(body)
            case "team_access_revoked":
                for team in event.get("team_ids") or ():
                    await self._forget(str(team))
            case _:
                pass

    async def _on_press(self, body: Body, token: str) -> None:
        if is_ours(body):
            await self._windows.acted(body, token)
            return
        place, person, target, action, value = read.press(body)
        if not target.channel and not target.response_url:
            # A button of the home tab or of a window: its answer goes into the direct conversation.
            target = replace(target, where="direct", channel=person.id)
            place = replace(place, channel=person.id)
        if action == SHARE:
            await self._share(place, person, target, value, body, token)
            return
        try:
            if not action.startswith(f"{ACTION}:"):
                raise UnknownChoiceError(f"an action that is not ours: {action[:50]!r}")
            ask = asked(value, lambda _id: None)
        except UnknownChoiceError as unknown:
            self._log_once(f"a button was not understood: {unknown}")
            await self._tell(Message("slack-choice-gone"), place, person, replace(target, replaces=False), token)
            return
        call = Call(ask, place, person, read.once(body))
        await (self._answer_at_home if read.at_home(body) else self._answer)(call, target, token)

    async def _answer_at_home(self, call: Call, target: Target, token: str) -> None:
        """Says in the tab itself what a press there changed; what it asked is answered in the conversation."""
        if not await self._refused(call, target, token):
            reply = await self._taking.taken(call, token)
            if not await self._homes.after(reply, call.person, token, here=True):
                await self._saying.reply(reply, call.id, target, token)

    async def _on_shortcut(self, body: Body, token: str) -> None:
        """Explains the message that the shortcut was used on: in a window, or where it opens no more, to the asker."""
        message, channel = body.get("message") or {}, body.get("channel") or {}
        team, user = read.team_of(body), (body.get("user") or {}).get("id")
        if not user or not message:
            raise MissingError("no message to explain")
        where = str(channel.get("id") or "")
        place, person = Place(PLATFORM, team, where), Person(PLATFORM, team, user)
        answer = await asyncio.to_thread(self._house.postings.explained, place, person, receipt_in(message))
        language = await self._language(place, person, str(message.get("text") or ""))
        still = replace(answer, choices=())
        messages = await self._saying.rendered(still, language, _EXPLAINABLE)
        title = self._house.writer_of(language).plain(Message("slack-explain-title"))
        try:
            view = {"trigger_id": body.get("trigger_id"), "view": modal(messages, title)}
            await self._api.call(token, "views.open", view)
        except RefusedError as refused:
            log.info("no window was opened: %s", refused)
            address = str(body.get("response_url") or "")
            target = Target("response" if address else "thread", where, user, response_url=address, private=True)
            await self._saying.say(answer, language, target, token)

    async def _on_sent_in(self, ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext) -> None:
        """Acknowledges a window that was sent in with what came of it: Slack takes what is wrong there alone."""
        answer: dict[str, Any] = {}
        try:
            if is_ours(body):
                answer = await self._windows.submitted(body, context.bot_token or "")
        except MissingError as missing:
            self._log_once(f"a window that was sent in was left: {missing}")
        await ack(**answer)

    async def _share(self, place: Place, person: Person, target: Target, value: str, body: Body, token: str) -> None:
        """Posts a private answer for all to see, with who asked, and takes the private one away."""
        reference, language = read_share_value(value)
        home = replace(place, thread="")
        answer = await asyncio.to_thread(self._house.postings.shown, home, person, reference)
        if answer is None:
            await self._tell(Message("slack-share-gone"), place, person, replace(target, replaces=False), token)
            return
        user = body.get("user") or {}
        by = Notice(Message("slack-shared", {"person": Raw(str(user.get("username") or user.get("name") or "?"))}))
        shared = replace(answer, blocks=(by, *answer.blocks), visible_to="everyone")
        everyone = Target("thread", target.channel, target.user, target.thread, target.response_url)
        await self._saying.say(shared, language, everyone, token, reference)
        if target.response_url:
            await self._api.respond(target.response_url, {"delete_original": True})

    async def _opened(self, body: Body, event: Body, token: str) -> None:
        """Fills the home tab, or offers first questions in the conversation of an app with an agent's view."""
        team, user = read.team_of(body), event.get("user")
        if not isinstance(user, str):
            raise MissingError("no user")
        place, person = Place(PLATFORM, team, str(event.get("channel") or user)), Person(PLATFORM, team, user)
        await self._welcome(place, person)
        if event.get("tab") == "home":
            view = event.get("view")
            await self._homes.opened(person, token, str(view.get("hash") or "") if isinstance(view, dict) else "")
        elif event.get("tab") == "messages":
            reply = await asyncio.to_thread(self._house.take, Call(Ask("help"), place, person, read.once(body)))
            lines = [choice.ask.typed.removeprefix("/") for choice in reply.answer.choices[:MOST_PROMPTS]]
            prompts = [{"title": line, "message": line} for line in lines]
            arguments = {"channel_id": place.channel, "prompts": prompts}
            await self._api.call(token, "assistant.threads.setSuggestedPrompts", arguments)

    async def _welcome(self, place: Place, person: Person) -> None:
        """Welcomes a team in the conversation with whoever opens it first, where no installation by a page did."""
        if person.team in self._welcomed:
            return
        language = await self._language(place, person, "")
        await asyncio.to_thread(self._house.welcome, replace(place, channel=""), place, person, language)
        self._welcomed.add(person.team)

    async def _left(self, body: Body) -> None:
        """Forgets a team, or with an organisation that had installed the app as one every team of it."""
        if organisation := organisation_of(body):
            for team in await asyncio.to_thread(self._organisations.leaving, organisation):
                await self._forget(team)
        else:
            await self._forget(read.team_of(body))

    async def _forget(self, team: str) -> None:
        """Deletes all of a team once nothing that runs for it can write any more.

        Slack tells of the uninstallation and of the revoked tokens at once; two waiting for each other would for ever.
        """
        if team in self._leaving:
            return
        self._leaving.add(team)
        try:
            await self._background.drained(team)
            await asyncio.to_thread(self._house.forget, team)
            self._welcomed.discard(team)
        finally:
            self._leaving.discard(team)
        log.warning("Slack team %s removed Twinstar: its installation and everything kept for it are deleted", team)

    async def _answer(self, call: Call, target: Target, token: str, asker: str = "") -> None:
        """Answers a call; that of a command, which names its asker, goes where the channel wants to see it."""
        if await self._refused(call, target, token):
            return
        reply = await self._taking.taken(call, token)
        if asker:
            target = await self._placing.of(reply, call, target, asker, token)
        await self._saying.reply(reply, call.id, target, token)
        await self._homes.after(reply, call.person, token)

    async def _refused(self, call: Call, target: Target, token: str) -> bool:
        refusal = self._house.refusal(call.place, call.person)
        if refusal is not None:
            language = await self._language(call.place, call.person, call.ask.typed)
            await self._saying.say(refusal, language, target, token)
        return refusal is not None

    async def _after(self, reply: Reply, person: Person, token: str) -> None:
        """Draws a home tab anew that a reply may have changed."""
        await self._homes.after(reply, person, token)

    async def _tell(self, message: Message, place: Place, person: Person, target: Target, token: str) -> None:
        language = await self._language(place, person, "")
        private = replace(target, private=target.where != "direct")
        await self._saying.say(Answer(message, visible_to="asker"), language, private, token)

    async def _language(self, place: Place, person: Person, text: str) -> Language:
        chosen = await asyncio.to_thread(self._house.language_of, place, person)
        return chosen or ("zh" if has_han(text) else "en")

    def _log_once(self, said: str) -> None:
        """Logs a thing the first time: a broken button pressed a thousand times is one fault."""
        if said not in self._told and len(self._told) < 1000:
            self._told.add(said)
            log.warning("%s", said)


def _owner(body: Body) -> str:
    """Returns the team that work is for: of an organisation's app the authorisation names none, the body does."""
    try:
        return read.team_of(body)
    except MissingError:
        return ""
