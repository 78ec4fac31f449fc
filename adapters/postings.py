"""What was posted where: a receipt kept under its message, so that the message can be explained and its buttons work.

A receipt of a posted answer has the reference of the message as its id. One more look-up table would say the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from adapters.choices import asked, carried
from adapters.turns import claims_in
from bot.answer import Answer
from bot.answers import receipt as receipts_answered
from bot.answers.operations import OPERATIONS
from bot.answers.scene import Scene
from bot.call import Ask, Person, Place
from bot.clock import Clock
from bot.commands.turn import Reply
from bot.facts.rates import Rates
from bot.ports import Directory, Facts, Receipt, Receipts, Settings
from bot.text import Message


class Postings:
    """Receipts of what a platform showed, by message. Synchronous: called off the event loop."""

    def __init__(
        self,
        receipts: Receipts,
        settings: Settings,
        directory: Directory,
        facts: Facts,
        rates: Rates,
        clock: Clock,
        code_version: str,
    ) -> None:
        self._receipts, self._settings, self._directory = receipts, settings, directory
        self._facts, self._rates, self._clock, self._code_version = facts, rates, clock, code_version

    def keep(self, reply: Reply, platform: str, channel: str, message: str) -> None:
        """Keeps what a message shows; what it shows later replaces it. A reply without a plan is not kept."""
        if reply.plan is None:
            return
        claims = tuple(sorted(set(claims_in(reply.answer))))
        id = _reference(platform, channel, message)
        self._receipts.keep(reply.workspace, Receipt(id, reply.plan, claims, self._code_version, reply.answer))

    def explained(self, place: Place, person: Person, message: str) -> Answer:
        """Returns what a message rests on, or that nothing is kept about it, as of one of another workspace."""
        workspace = self._settings.workspace_of(place, person)
        receipt = self._find(workspace, place, message)
        if receipt is None:
            return Answer(Message("receipt-unknown"), visible_to="asker")
        vocabulary = self._directory.vocabulary(workspace)
        needs = OPERATIONS[receipt.plan.operation].needs(receipt.plan, vocabulary)
        book = self._facts.snapshot(workspace, needs)
        return receipts_answered.answer(receipt, Scene(vocabulary, book, self._rates, self._clock.now()))

    def shown(self, place: Place, person: Person, message: str) -> Answer | None:
        """Returns what a message showed, None where that workspace has kept none such."""
        receipt = self._find(self._settings.workspace_of(place, person), place, message)
        return receipt.answer if receipt else None

    def asked(self, id: str, place: Place, person: Person, message: str, longest: int) -> Ask:
        """Returns the ask that a button of a message carries in its id of at most `longest` units.

        An ask too long for its id is found among the choices of what the message shows. Raises UnknownChoiceError
        for an id that was not made here and for one of which nothing is kept.
        """
        return asked(id, self._stored(place, person, message, longest))

    def _stored(self, place: Place, person: Person, message: str, longest: int) -> Callable[[str], str | None]:
        def find(id: str) -> str | None:
            answer = self.shown(place, person, message)
            each = (carried(choice.ask, longest) for choice in (answer.choices if answer else ()))
            return next((c.store for c in each if c.id == id), None)

        return find

    def _find(self, workspace: str, place: Place, message: str) -> Receipt | None:
        channel = place.thread or place.channel
        return self._receipts.find(workspace, _reference(place.platform, channel, message))


def without_stored_choices(reply: Reply, longest: int) -> Reply:
    """Returns a reply of which nothing will be kept without the choices that would have to be: their words stand in it.

    An error's choices repeat what its sentence says to type.
    """
    if reply.plan is not None:
        return reply
    kept = tuple(c for c in reply.answer.choices if carried(c.ask, longest).store is None)
    return replace(reply, answer=replace(reply.answer, choices=kept))


def _reference(platform: str, channel: str, message: str) -> str:
    return f"{platform}:{channel}:{message}"
