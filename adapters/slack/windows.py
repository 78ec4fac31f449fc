"""Forms in windows: opened at once, drawn when they are known, drawn anew as they are filled in, and sent in.

A trigger lives for three seconds and opens one window (docs.slack.dev/interactivity/handling-user-interaction), so an
empty window opens before anything is looked up and is filled afterwards, for which there is no such hurry.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from adapters.background import Background
from adapters.choices import UnknownChoiceError, asked
from adapters.slack import asked as read
from adapters.slack.api import Api, RefusedError
from adapters.slack.asked import PLATFORM, Body, MissingError
from adapters.slack.forms import FIELD, WINDOW, Sheet, View, errors, filled_in, form_view, sheet_of, window
from adapters.slack.house import SlackHouse
from adapters.slack.menu import ACTION
from adapters.slack.saying import Saying
from adapters.slack.tables import Step
from adapters.slack.taking import Taking
from bot.answer import Answer
from bot.call import Call, Person, Place
from bot.commands.turn import Reply
from bot.form import Form
from bot.text import Language, Message, has_han

log = logging.getLogger(__name__)

_STEP: Step = "monospace"
"""Windows take no native tables and charts."""

Told = Callable[[Reply, Person, str], Awaitable[None]]
"""Is told of every reply that a window brought about, with who asked and the token."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A window that stands open and empty, and what is to be put into it."""

    view: str
    call: Call


class Windows:
    """Draws forms. Of what somebody fills in quickly only the last state is drawn."""

    def __init__(
        self,
        house: SlackHouse,
        api: Api,
        saying: Saying,
        background: Background,
        told: Told,
        taking: Taking,
    ) -> None:
        self._taking = taking
        self._house, self._api, self._saying, self._background = house, api, saying, background
        self._told = told
        self._waiting: dict[str, Body] = {}
        self._hashes: dict[str, str] = {}

    async def opened(self, body: Body, token: str, command: str) -> Opened | None:
        """Returns the window opened for a command or a press that asks for a form, None where none was."""
        call = self._call(body, command)
        if call is None or not self._house.opens_form(call.ask) or not body.get("trigger_id"):
            return None
        language: Language = "zh" if has_han(call.ask.typed) else "en"
        view = self._empty(Sheet(channel=call.place.channel, language=language))
        try:
            made = await self._api.call(token, "views.open", {"trigger_id": body["trigger_id"], "view": view})
        except RefusedError as refused:
            log.info("no window was opened: %s", refused)
            return None
        return Opened(str((made.get("view") or {}).get("id") or ""), call)

    async def fill(self, opened: Opened, token: str) -> None:
        """Puts what was asked for into a window that stands open."""
        refused = self._house.refusal(opened.call.place, opened.call.person)
        reply = Reply(refused, "refused", "en", "") if refused else await self._taken(opened.call, token)
        await self._shown(opened.view, reply, opened.call.place.channel, token)
        await self._told(reply, opened.call.person, token)

    async def acted(self, body: Body, token: str) -> None:
        """Draws a window anew after somebody filled something in, or pressed a button in it."""
        view = _view_of(body)
        action: Body = next(iter(body.get("actions") or ()), {})
        name = str(action.get("action_id") or "")
        if name.startswith(FIELD):
            await self._changed(str(view["id"]), body, token)
            return
        if not name.startswith(f"{ACTION}:"):
            return
        sheet = sheet_of(view)
        chosen = action.get("selected_option") or action
        try:
            ask = asked(str(chosen.get("value") or ""), lambda _id: None)
        except UnknownChoiceError:
            reply = Reply(Answer(Message("slack-choice-gone"), visible_to="asker"), "refused", sheet.language, "")
        else:
            place, person = _asker(body, sheet)
            reply = await self._taken(Call(ask, place, person, read.once(body), sheet.language), token)
            await self._told(reply, person, token)
        await self._shown(str(view["id"]), reply, sheet.channel, token)

    async def submitted(self, body: Body, token: str) -> dict[str, Any]:
        """Returns how a form that was sent in is acknowledged: what is wrong at its fields, or what was kept.

        Where working that out takes long the window says so, and the outcome follows.
        """
        view = _view_of(body)
        sheet = sheet_of(view)
        if not sheet.check:
            return {}
        work = asyncio.ensure_future(self._sent_in(body, view, sheet, token))
        done, _ = await asyncio.wait({work}, timeout=self._house.patience)
        if done:
            return work.result()
        self._background.start(self._late(work, str(view["id"]), token), read.team_of(body))
        return {"response_action": "update", "view": self._empty(sheet)}

    async def _late(self, work: asyncio.Future[dict[str, Any]], view: str, token: str) -> None:
        answer = await work
        # Slack puts in place what acknowledged the form; this must not come before it.
        await asyncio.sleep(self._house.settling)
        if "view" in answer:
            await self._update(view, answer["view"], token)

    async def _sent_in(self, body: Body, view: Mapping[str, Any], sheet: Sheet, token: str) -> dict[str, Any]:
        place, person = _asker(body, sheet)
        values = filled_in(view)
        # What was told to a channel is for that channel; without one it is for whoever asked.
        place = replace(place, channel=values.pop("where", "") or person.id)
        id = read.once(body)
        checked = await self._taken(Call(sheet.ask(sheet.check, values), place, person, id, sheet.language), token)
        form, writer = checked.form, self._house.writer_of(checked.language)
        if form is not None and form.faults:
            return {"response_action": "errors", "errors": errors(form, writer)}
        kept = checked
        if form is not None and form.done is not None:
            kept = await self._taken(Call(form.done, place, person, f"{id}:done", sheet.language), token)
            await self._told(kept, person, token)
        after = replace(sheet, channel=place.channel, check="")
        return {"response_action": "update", "view": await self._answer_view(kept, after)}

    async def _changed(self, view: str, body: Body, token: str) -> None:
        """Draws the latest state of a window; of what comes while one is drawn only the last is drawn."""
        waiting = self._waiting.get(view)
        # Two that came close together may be taken up in either order.
        if waiting is None or _acted_at(body) >= _acted_at(waiting):
            self._waiting[view] = body
        if waiting is not None:
            return
        drawn: Body | None = None
        try:
            while (latest := self._waiting[view]) is not drawn:
                drawn = latest
                await self._redrawn(view, latest, token)
        finally:
            del self._waiting[view]
            self._hashes.pop(view, None)

    async def _redrawn(self, view: str, body: Body, token: str) -> None:
        held = _view_of(body)
        sheet = sheet_of(held)
        place, person = _asker(body, sheet)
        values = filled_in(held)
        channel = values.pop("where", "")
        call = Call(sheet.ask(sheet.draw, values), place, person, read.once(body), sheet.language)
        hash = self._hashes.get(view) or str(held.get("hash") or "")
        await self._shown(view, await self._taken(call, token), channel or sheet.channel, token, hash)

    async def _shown(self, view: str, reply: Reply, channel: str, token: str, hash: str = "") -> None:
        sheet = Sheet(channel=channel, language=reply.language)
        made = await (
            self._form_view(reply.form, reply.language, channel) if reply.form else self._answer_view(reply, sheet)
        )
        await self._update(view, made, token, hash)

    async def _update(self, view: str, made: View, token: str, hash: str = "") -> None:
        try:
            answer = await self._api.call(
                token, "views.update", {"view_id": view, "view": made, **({"hash": hash} if hash else {})}
            )
        except RefusedError as refused:
            # The window was closed, or another process has drawn a later state.
            log.info("a window was not drawn: %s", refused)
            return
        if view in self._waiting:
            self._hashes[view] = str((answer.get("view") or {}).get("hash") or "")

    async def _form_view(self, form: Form, language: Language, channel: str) -> View:
        preview = await self._saying.rendered(Answer(form.title, form.preview), language, _STEP) if form.preview else []
        blocks = [block for message in preview for block in message.blocks][1:]
        return form_view(form, self._house.writer_of(language), channel, blocks)

    async def _answer_view(self, reply: Reply, sheet: Sheet) -> View:
        messages = await self._saying.rendered(reply.answer, reply.language, _STEP)
        title = self._house.writer_of(reply.language).plain(Message("form-window"))
        return window(title, [block for message in messages for block in message.blocks], sheet)

    def _empty(self, sheet: Sheet) -> View:
        writer = self._house.writer_of(sheet.language)
        words = {"type": "plain_text", "text": writer.plain(Message("form-moment")), "emoji": False}
        waiting = {"type": "context", "elements": [words]}
        return window(writer.plain(Message("form-window")), [waiting], sheet)

    def _call(self, body: Body, command: str) -> Call | None:
        try:
            if body.get("type") == "block_actions":
                place, person, target, action, value = read.press(body)
                if not action.startswith(f"{ACTION}:"):
                    return None
                place = place if target.channel else replace(place, channel=person.id)
                return Call(asked(value, lambda _id: None), place, person, read.once(body))
            if "command" in body:
                return read.command(body, self._house.names, command)[0]
        except (MissingError, UnknownChoiceError):
            return None
        return None

    async def _taken(self, call: Call, token: str) -> Reply:
        return await self._taking.taken(call, token)


def is_ours(body: Body) -> bool:
    """Decides whether something happened in a window that holds a form or what came of one."""
    view = body.get("view")
    return isinstance(view, Mapping) and view.get("callback_id") == WINDOW


def _view_of(body: Body) -> Mapping[str, Any]:
    view = body.get("view")
    if not isinstance(view, Mapping) or not view.get("id"):
        raise MissingError("no view")
    return view


def _acted_at(body: Body) -> float:
    """Returns when somebody did something, in seconds of Slack's clock (action_ts)."""
    action: Body = next(iter(body.get("actions") or ()), {})
    try:
        return float(action.get("action_ts") or 0)
    except ValueError:
        return 0.0


def _asker(body: Body, sheet: Sheet) -> tuple[Place, Person]:
    team, user = read.team_of(body), str((body.get("user") or {}).get("id") or "")
    if not user:
        raise MissingError("no user")
    return Place(PLATFORM, team, sheet.channel or user), Person(PLATFORM, team, user)
