"""Taking a turn: the reply is worked out, what it changes is written, and nothing that breaks reaches a person raw."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace

from bot.alert_ports import Noted
from bot.answer import Answer, Calendar, Choice, Fields, Table
from bot.call import Ask, Call
from bot.clock import Clock
from bot.commands.deed import Deed
from bot.commands.stores import Stores
from bot.commands.turn import Conversation, Reply, explained
from bot.errors import ProblemError
from bot.ports import Question, Receipt, Receipts, Settings, Threads
from bot.text import LONGEST_INPUT, Language, Message, Raw, cleaned, has_han

log = logging.getLogger(__name__)

Reading = Callable[[], AbstractContextManager[object]]
"""Holds what is read while a reply is worked out to one state of the stores."""

LONGEST_NOTED = 300
"""Characters of a change that are kept with it."""


class Turns:
    """Takes calls one after another on the calling thread; a platform's adapter calls it off its event loop."""

    def __init__(
        self,
        conversation: Conversation,
        settings: Settings,
        threads: Threads,
        receipts: Receipts,
        clock: Clock,
        code_version: str,
        stores: Stores,
        unlogged: str = "",
        *,
        reading: Reading = nullcontext,
    ) -> None:
        """`unlogged` names a platform of which neither questions nor changes are noted."""
        self._conversation, self._settings, self._threads = conversation, settings, threads
        self._receipts, self._clock, self._code_version = receipts, clock, code_version
        self._stores, self._unlogged, self._reading = stores, unlogged, reading

    def take(self, call: Call) -> Reply:
        """Returns the reply to a call, after what it changes was written.

        A fault of our own becomes an answer with a reference under which the log has the whole of it; a database that
        cannot be used is said to be so, with what to type.
        """
        try:
            with self._reading():
                reply = self._conversation.reply(call)
            self._write(call, reply)
            reply = self._logged(call, reply)
        except Exception as fault:
            language: Language = call.language or ("zh" if has_han(call.ask.typed) else "en")
            outcome = fault.outcome if isinstance(fault, ProblemError) else "error"
            return Reply(excused(fault, f"{call.id}{self._clock.now().iso}"), outcome, language, "", broken=True)
        return reply

    def _write(self, call: Call, reply: Reply) -> None:
        if reply.deed is not None:
            self._do(reply.deed, reply.workspace, call)
        if reply.plan is not None:
            self._threads.remember(reply.workspace, call.place, reply.plan)
            self._receipts.keep(reply.workspace, self._receipt(call, reply))

    def _do(self, deed: Deed, workspace: str, call: Call) -> None:
        stores, place, person = self._stores, call.place, call.person
        if deed.changes:
            self._settings.apply(workspace, place, person, deed.changes)
        if deed.settings and stores.choices is not None:
            stores.choices.apply(workspace, place, person, deed.settings)
        if deed.forgets and stores.forgetting is not None:
            stores.forgetting.forget(workspace, place, person)
            return
        if deed.links and stores.links is not None:
            stores.links.apply(workspace, place, person, deed.links)
        if deed.roles and stores.roles is not None:
            stores.roles.apply(workspace, deed.roles)
        if deed.rules and stores.rules is not None:
            stores.rules.apply(workspace, deed.rules)
        if deed.digests and stores.digests is not None:
            stores.digests.apply(workspace, deed.digests)
        if deed.programmes and stores.programmes is not None:
            stores.programmes.apply(workspace, deed.programmes)
        if deed.quiet and stores.quietings is not None:
            stores.quietings.apply(workspace, deed.quiet)
        if deed.tests and stores.episodes is not None:
            stores.episodes.tell(workspace, deed.tests)
        if deed.episodes and stores.episodes is not None:
            stores.episodes.apply(workspace, deed.episodes)
        if deed.released and stores.quarantine is not None:
            stores.quarantine.release(deed.released, person, as_split=deed.as_split)
        if stores.outbox is not None:
            for each in deed.decisions:
                stores.outbox.decide(workspace, each.delivery, again=each.again)
        if stores.audit is not None and place.platform != self._unlogged and deed.concerns_others:
            # What linked a team is noted where it belongs from now on.
            noted_in = self._settings.workspace_of(place, person) if deed.links else workspace
            stores.audit.note(noted_in, Noted(self._clock.now(), person, place, storable(call.ask.typed)))

    def _logged(self, call: Call, reply: Reply) -> Reply:
        """Keeps a question asked in words, where the workspace wants that, and offers a thumb up and down for it."""
        ask = call.ask
        asked = ask.typed.removeprefix("/ask").strip()
        in_words = ask.command in ("", "ask") and asked and not asked.startswith("/")
        if self._stores.questions is None or call.place.platform == self._unlogged or not in_words:
            return reply
        id = hashlib.sha256(f"{call.place}{call.id}{asked}{self._clock.now().iso}".encode()).hexdigest()[:16]
        question = Question(id, asked[:LONGEST_INPUT], reply.language, reply.outcome, reply.plan)
        if not self._stores.questions.keep(reply.workspace, question):
            return reply
        thumbs = (
            Choice(Message("choice-good"), Ask("questions", f"good {id}")),
            Choice(Message("choice-bad"), Ask("questions", f"bad {id}")),
        )
        return replace(reply, answer=replace(reply.answer, choices=(*reply.answer.choices, *thumbs)))

    def _receipt(self, call: Call, reply: Reply) -> Receipt:
        assert reply.plan is not None
        said = f"{reply.plan.hash}{call.place}{call.id}{self._clock.now().iso}"
        receipt = hashlib.sha256(said.encode()).hexdigest()[:16]
        return Receipt(receipt, reply.plan, tuple(sorted(set(claims_in(reply.answer)))), self._code_version)


def excused(fault: Exception, about: str) -> Answer:
    """Returns what a person is told of a fault, which is logged: what is wrong, else a reference."""
    if isinstance(fault, ProblemError):
        log.error("nothing could be read or written: %r", fault.what)
        return explained(fault)
    reference = hashlib.sha256(about.encode()).hexdigest()[:8]
    log.error("reference %s", reference, exc_info=fault)
    return Answer(Message("internal", {"reference": Raw(reference)}), visible_to="asker")


def storable(typed: str) -> str:
    """Returns what was typed as both databases keep it, cut where nobody reads on."""
    return cleaned(typed).encode("utf-8", "replace").decode()[:LONGEST_NOTED]


def claims_in(answer: Answer) -> Iterator[str]:
    """Yields the ids of all claims and bars that an answer's values rest on."""
    for block in answer.blocks:
        match block:
            case Fields(fields=fields):
                for field in fields:
                    yield from field.cell.claims
            case Table(rows=rows):
                for row in rows:
                    for cell in row:
                        yield from cell.claims
            case Calendar(entries=entries):
                for entry in entries:
                    yield from entry.claims
            case _:
                pass
