"""Answering on Discord: acknowledge first, take the turn off the event loop, show what came of it, once."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, TypeVar

import discord

from adapters.choices import UnknownChoiceError, asked
from adapters.discord.asking import Asking, Said, again, shared, with_share
from adapters.discord.attached import Attached, attached
from adapters.discord.calls import PLATFORM, addressed_text, person_of, place_of_message, runs
from adapters.discord.forms import modal_of, sent_in
from adapters.discord.limits import CUSTOM_ID
from adapters.discord.render import DiscordMessage, Step, render
from adapters.discord.sending import GONE, Post, created, sent
from adapters.discord.turning import InteractionTurn
from adapters.discord.wiring import Wiring
from adapters.turns import excused
from bot.answer import Answer
from bot.call import Ask, Call, Place
from bot.text import Language, Message

log = logging.getLogger(__name__)

_REMEMBERED = 10_000
"""Events remembered so that one delivered twice, as after a resumed connection, is answered once."""

_NONCE = 25
"""Characters of a message's nonce: discord.com/developers/docs/resources/message#create-message."""

Value = TypeVar("Value")


class Answering:
    """Answers commands, buttons, menus and messages. Counts what is under way, so that an end can wait for it."""

    def __init__(self, wiring: Wiring) -> None:
        self._wiring = wiring
        self._asking = Asking(wiring)
        self._seen: OrderedDict[int, None] = OrderedDict()
        self._under_way = 0
        self._idle = asyncio.Event()
        self._idle.set()

    async def drained(self) -> None:
        """Returns when nothing is under way."""
        await self._idle.wait()

    async def command(self, interaction: discord.Interaction, ask: Ask, *, private: bool) -> None:
        """Answers a command. One that speaks of the bot itself is acknowledged as `private` from the start."""
        turn = InteractionTurn(interaction)
        with self._counted():
            if not self._first(interaction.id):
                return
            refusal = self._refusal(turn)
            private = (private or refusal is not None) and not turn.alone
            form = self._form(turn, ask) if refusal is None else None
            if form is not None and await self._formed(turn, form):
                return
            if await turn.acknowledged(private):
                said = await (self._told(turn, refusal) if refusal else form or self._answered(turn, ask))
                await self._show(turn, said, ask)

    async def pressed(self, interaction: discord.Interaction, id: str, label: str = "") -> None:
        """Answers a button in place of the message it stands under, or to the presser alone where that is private.

        Where nothing can be read or written now the message stays, and the presser is told what to press again.
        """
        turn = InteractionTurn(interaction)
        with self._counted():
            if interaction.message is None or not self._first(interaction.id):
                return
            if await self._form_pressed(turn, id) or not await turn.acknowledged(False):
                return
            message = str(interaction.message.id)
            try:
                ask = await _off(self._wiring.postings.asked, id, turn.place, turn.person, message, CUSTOM_ID)
            except UnknownChoiceError as error:
                log.info("a button of message %s: %s", message, error)
                return await self._show(
                    turn, await self._told(turn, Answer(Message("button-gone"), visible_to="asker"))
                )
            except Exception as fault:
                said = await self._told(turn, excused(fault, str(interaction.id)))
                return await self._show(turn, again(said, label), beside=True)
            share = shared(ask)
            refusal = self._refusal(turn)
            said = await (self._told(turn, refusal) if refusal else self._answered(turn, share or ask))
            if said.reply.broken:
                return await self._show(turn, again(said, label), beside=True)
            await self._show(turn, said, share or ask, shared=share is not None)

    async def sent_in(self, interaction: discord.Interaction) -> None:
        """Answers a form that was sent in with what it would do, to be kept or changed."""
        turn = InteractionTurn(interaction)
        with self._counted():
            if not self._first(interaction.id) or not await turn.acknowledged(not turn.alone):
                return
            try:
                ask = sent_in(interaction.data or {})
            except UnknownChoiceError as error:
                log.info("a form was not understood: %s", error)
                return await self._show(
                    turn, await self._told(turn, Answer(Message("button-gone"), visible_to="asker"))
                )
            refusal = self._refusal(turn)
            await self._show(turn, await (self._told(turn, refusal) if refusal else self._answered(turn, ask)))

    async def explain(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Answers "Explain this number" with what the message rests on, to the asker alone."""
        turn = InteractionTurn(interaction)
        with self._counted():
            if not self._first(interaction.id) or not await turn.acknowledged(not turn.alone):
                return
            me = interaction.client.user
            if me is None or message.author.id != me.id:
                said = await self._told(turn, Answer(Message("receipt-not-ours"), visible_to="asker"))
            elif refusal := self._refusal(turn):
                said = await self._told(turn, refusal)
            else:
                said = await self._explained(turn, str(message.id))
            await self._show(turn, said)

    async def refuse(self, interaction: discord.Interaction, key: str) -> None:
        """Tells the asker alone why an interaction could not be read."""
        turn = InteractionTurn(interaction)
        with self._counted():
            if await turn.acknowledged(True):
                await self._show(turn, await self._told(turn, Answer(Message(key), visible_to="asker")))

    async def message(self, message: discord.Message, me: discord.abc.User) -> None:
        """Answers a message that speaks to the bot, as a reply to it; anything else is left alone."""
        text = addressed_text(message, me)
        if text is None or not self._allowed(message.channel) or not self._first(message.id):
            return
        with self._counted():
            place = place_of_message(message)
            person = person_of(message.author, place)
            if refusal := self._wiring.usage.refusal(place, person):
                said = await _off(self._asking.told, refusal, place, person, None)
            else:
                call = Call(Ask(text=text), place, person, str(message.id), administrator=runs(message.author))
                said = await self._taken(call, None)
            reference = message.to_reference(fail_if_not_exists=False)

            async def post(rendered: DiscordMessage, files: Sequence[Attached], number: int) -> str:
                # A nonce made of the question keeps a repeated post, by whoever repeats it, from being shown twice.
                nonce = f"{message.id}.{number}"[:_NONCE]
                body = created(rendered, files)
                return str((await message.channel.send(**body, reference=reference, nonce=nonce)).id)

            await self._shown(said, place, post)

    def allowed(self, interaction: discord.Interaction) -> bool:
        """Decides whether the bot may be used where an interaction took place."""
        return interaction.guild_id is None or self._allowed(interaction.channel)

    def _allowed(self, channel: Any) -> bool:  # noqa: ANN401  discord.py's channels share no type
        channels = self._wiring.channels
        if not channels or getattr(channel, "guild", None) is None:
            return True
        return bool({channel.id, getattr(channel, "parent_id", None)} & channels)

    def _first(self, event: int) -> bool:
        if event in self._seen:
            log.debug("event %d was delivered twice", event)
            return False
        self._seen[event] = None
        if len(self._seen) > _REMEMBERED:
            self._seen.popitem(last=False)
        return True

    def _refusal(self, turn: InteractionTurn) -> Answer | None:
        if not self.allowed(turn.interaction):
            return Answer(Message("channel-not-allowed"), visible_to="asker")
        return self._wiring.usage.refusal(turn.place, turn.person)

    async def _form_pressed(self, turn: InteractionTurn, id: str) -> bool:
        """Opens the form that a button asks for; a button that asks for something else is pressed as any."""
        try:
            ask = asked(id, lambda _id: None)
        except UnknownChoiceError:
            return False
        form = self._form(turn, ask) if self._refusal(turn) is None else None
        return form is not None and await self._formed(turn, form)

    def _form(self, turn: InteractionTurn, ask: Ask) -> asyncio.Future[Said] | None:
        return asyncio.ensure_future(self._answered(turn, ask)) if self._wiring.table.opens_form(ask) else None

    async def _formed(self, turn: InteractionTurn, coming: asyncio.Future[Said]) -> bool:
        """Opens a form where it is known in time: it can only be the first response.

        One that comes too late, or of which it is not known yet which fields it has, is shown as a message whose
        buttons open it.
        """
        done, _ = await asyncio.wait({coming}, timeout=self._wiring.patience)
        form = coming.result().reply.form if done else None
        if form is None or not form.begun:
            return False
        await turn.opened(modal_of(form, self._wiring.writer_of(coming.result().reply.language)))
        return True

    async def _answered(self, turn: InteractionTurn, ask: Ask) -> Said:
        call = Call(ask, turn.place, turn.person, str(turn.interaction.id), administrator=turn.administrator)
        return await self._taken(call, turn.locale)

    async def _taken(self, call: Call, locale: Language | None) -> Said:
        said = await _off(self._asking.answered, call, locale)
        writer = self._wiring.writer_of(said.reply.language)
        return replace(said, files=await attached(said.reply.answer, writer, self._wiring.draw, said.reply.theme))

    async def _explained(self, turn: InteractionTurn, message: str) -> Said:
        try:
            return await _off(self._asking.explained, turn.place, turn.person, message, turn.locale)
        except Exception as fault:
            return await self._told(turn, excused(fault, f"{turn.interaction.id}"))

    async def _told(self, turn: InteractionTurn, answer: Answer) -> Said:
        return await _off(self._asking.told, answer, turn.place, turn.person, turn.locale)

    async def _show(
        self, turn: InteractionTurn, said: Said, ask: Ask | None = None, *, shared: bool = False, beside: bool = False
    ) -> None:
        """Shows what is for the asker alone, or long, to the asker, with a button that shows it to everyone.

        `beside` leaves the message that a button stands under as it is.
        """
        writer = self._wiring.writer_of(said.reply.language)
        rendered = render(said.shown, writer, turn.richest)
        private = not turn.alone and (turn.private or said.private or len(rendered) > 1)
        if shared and said.reply.outcome == "answered":
            private = False
        elif private and ask is not None:
            said = replace(said, reply=with_share(said.reply, ask))
            rendered = render(said.shown, writer, turn.richest)
        await self._shown(
            said,
            turn.place,
            turn.poster(private, shared or beside, writer.plain(Message("for-the-asker"))),
            turn.richest,
            rendered,
        )

    async def _shown(
        self,
        said: Said,
        place: Place,
        post: Post,
        richest: Step = "layout",
        rendered: Sequence[DiscordMessage] = (),
    ) -> None:
        writer = self._wiring.writer_of(said.reply.language)
        try:
            ids = await sent(said.shown, writer, said.files, post, richest, rendered)
        except discord.HTTPException as error:
            level = logging.INFO if error.code in GONE else logging.ERROR
            log.log(level, "an answer could not be shown: %s %s", error.status, error.code)
            return
        channel = place.thread or place.channel
        for id in ids if said.reply.plan is not None else ():
            await _off(self._wiring.postings.keep, said.reply, PLATFORM, channel, id)

    @contextmanager
    def _counted(self) -> Iterator[None]:
        self._under_way += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._under_way -= 1
            if not self._under_way:
                self._idle.set()


async def _off(work: Callable[..., Value], *given: Any) -> Value:  # noqa: ANN401
    """Runs blocking work off the event loop."""
    return await asyncio.to_thread(work, *given)
