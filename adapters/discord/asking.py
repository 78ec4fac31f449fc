"""From a call to a reply, before anything is said of how Discord shows it."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace

from adapters.discord.attached import Attached, without_letters
from adapters.discord.limits import CUSTOM_ID
from adapters.discord.wiring import Wiring
from adapters.postings import without_stored_choices
from bot.answer import Answer, Choice, Notice
from bot.call import Ask, Call, Person, Place
from bot.commands.turn import Reply
from bot.errors import Outcome
from bot.text import Language, Message, Raw, has_han

log = logging.getLogger(__name__)

SHARE = "share"
"""An option that only the button under a private answer carries: what is asked is posted for everyone."""


@dataclass(frozen=True, slots=True)
class Said:
    """A reply, and what is attached to it."""

    reply: Reply
    files: Sequence[Attached] = ()

    @property
    def shown(self) -> Answer:
        """Returns what is written: the answer, without the letters of what is attached as a picture."""
        return without_letters(self.reply.answer, self.files)

    @property
    def private(self) -> bool:
        """Decides whether the reply is for the asker alone.

        Errors, refusals, settings and help are, and every answer in a channel that chose so.
        """
        reply = self.reply
        return reply.answer.visible_to == "asker" or reply.outcome != "answered" or reply.showing == "private"


class Asking:
    """Takes calls. Its methods block and run in a thread."""

    def __init__(self, wiring: Wiring) -> None:
        self._wiring = wiring

    def answered(self, call: Call, locale: Language | None) -> Said:
        """Returns what to say to a call from someone whose Discord speaks a language, None where that says nothing.

        What a person chose goes first, then the words they typed, then the language of their Discord.
        """
        if locale and not call.language and not has_han(call.ask.typed) and not self._chosen(call.place, call.person):
            call = replace(call, language=locale)
        return Said(without_stored_choices(self._wiring.take(call), CUSTOM_ID))

    def told(self, answer: Answer, place: Place, person: Person, locale: Language | None) -> Said:
        """Returns an answer that the core was not asked for, in the language of whoever is told."""
        language = self._chosen(place, person) or locale or "en"
        outcome: Outcome = "answered" if answer.visible_to == "everyone" else "refused"
        return Said(Reply(answer, outcome, language, ""))

    def explained(self, place: Place, person: Person, message: str, locale: Language | None) -> Said:
        """Returns what a message of ours rests on."""
        return self.told(self._wiring.postings.explained(place, person, message), place, person, locale)

    def _chosen(self, place: Place, person: Person) -> Language | None:
        try:
            workspace = self._wiring.settings.workspace_of(place, person)
            return self._wiring.settings.language_of(workspace, place, person)
        except Exception as fault:
            # Whoever asked while the database is away is told so all the same, in the language of their Discord.
            log.warning("nobody can tell which language was chosen: %s", type(fault).__name__)
            return None


def shared(ask: Ask) -> Ask | None:
    """Returns what a pressed button wants posted for everyone, None for a button that asks for the presser."""
    if SHARE not in ask.options:
        return None
    return replace(ask, options={name: value for name, value in ask.options.items() if name != SHARE})


def again(said: Said, label: str) -> Said:
    """Returns what is said of a fault with the words of the button to be pressed again once it is mended."""
    if not label:
        return said
    answer = said.reply.answer
    notice = Notice(Message("press-again", {"label": Raw(label)}))
    return replace(said, reply=replace(said.reply, answer=replace(answer, blocks=(*answer.blocks, notice))))


def with_share(reply: Reply, ask: Ask) -> Reply:
    """Returns a private reply with a button that posts it for everyone; errors, changes made and forms get none."""
    changed = reply.deed is not None and reply.deed.changes
    if reply.outcome != "answered" or changed or reply.form is not None:
        return reply
    share = Choice(Message("choice-share"), replace(ask, options={**ask.options, SHARE: "1"}))
    answer = reply.answer
    return without_stored_choices(replace(reply, answer=replace(answer, choices=(*answer.choices, share))), CUSTOM_ID)
