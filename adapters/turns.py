"""Taking a turn: the reply is worked out, what it changes is written, and nothing that breaks reaches a person raw."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace

from bot.alert_ports import Audit, Digests, Episodes, Noted, Programmes, Quietings
from bot.answer import Answer, Calendar, Choice, Fields, SetLanguage, Table
from bot.call import Ask, Call
from bot.clock import Clock
from bot.commands.turn import Conversation, Reply
from bot.market import Quarantine
from bot.people_ports import Choices, Forgetting, Links, Roles
from bot.ports import Outbox, Question, Questions, Receipt, Receipts, Rules, Settings, Threads
from bot.text import LONGEST_INPUT, Message, Raw, cleaned

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
        rules: Rules | None = None,
        outbox: Outbox | None = None,
        questions: Questions | None = None,
        quarantine: Quarantine | None = None,
        unlogged: str = "",
        *,
        episodes: Episodes | None = None,
        quietings: Quietings | None = None,
        digests: Digests | None = None,
        audit: Audit | None = None,
        reading: Reading = nullcontext,
        choices: Choices | None = None,
        programmes: Programmes | None = None,
        roles: Roles | None = None,
        links: Links | None = None,
        forgetting: Forgetting | None = None,
    ) -> None:
        self._links, self._forgetting = links, forgetting
        self._audit, self._choices, self._programmes = audit, choices, programmes
        self._reading, self._roles = reading, roles
        self._episodes, self._quietings, self._digests = episodes, quietings, digests
        self._quarantine, self._unlogged = quarantine, unlogged
        self._rules, self._outbox, self._questions = rules, outbox, questions
        self._conversation, self._settings, self._threads = conversation, settings, threads
        self._receipts, self._clock, self._code_version = receipts, clock, code_version

    def take(self, call: Call) -> Reply:
        """Returns the reply to a call, after what it changes was written.

        A fault of our own becomes an answer with a reference under which the log has the whole of it.
        """
        try:
            with self._reading():
                reply = self._conversation.reply(call)
            self._write(call, reply)
            reply = self._logged(call, reply)
        except Exception:
            reference = hashlib.sha256(f"{call.id}{self._clock.now().iso}".encode()).hexdigest()[:8]
            log.exception("reference %s", reference)
            answer = Answer(Message("internal", {"reference": Raw(reference)}), visible_to="asker")
            return Reply(answer, "error", call.language or "en", "")
        return reply

    def _write(self, call: Call, reply: Reply) -> None:
        if reply.changes:
            self._settings.apply(reply.workspace, call.place, call.person, reply.changes)
        if reply.settings and self._choices is not None:
            self._choices.apply(reply.workspace, call.place, call.person, reply.settings)
        if reply.forgets and self._forgetting is not None:
            self._forgetting.forget(reply.workspace, call.place, call.person)
            return
        workspace = reply.workspace
        if reply.links and self._links is not None:
            self._links.apply(workspace, call.place, call.person, reply.links)
            # What was changed is noted where the team belongs from now on.
            workspace = self._settings.workspace_of(call.place, call.person)
        if reply.roles and self._roles is not None:
            self._roles.apply(reply.workspace, reply.roles)
        if reply.rules and self._rules is not None:
            self._rules.apply(reply.workspace, reply.rules)
        if reply.digests and self._digests is not None:
            self._digests.apply(reply.workspace, reply.digests)
        if reply.programmes and self._programmes is not None:
            self._programmes.apply(reply.workspace, reply.programmes)
        if reply.quiet and self._quietings is not None:
            self._quietings.apply(reply.workspace, reply.quiet)
        if reply.tests and self._episodes is not None:
            self._episodes.tell(reply.workspace, reply.tests)
        if reply.episodes and self._episodes is not None:
            self._episodes.apply(reply.workspace, reply.episodes)
        if reply.released and self._quarantine is not None:
            self._quarantine.release(reply.released, call.person, as_split=reply.as_split)
        if self._outbox is not None:
            for each in reply.decisions:
                self._outbox.decide(reply.workspace, each.delivery, again=each.again)
        if self._audit is not None and call.place.platform != self._unlogged and _changes(reply):
            noted = Noted(self._clock.now(), call.person, call.place, storable(call.ask.typed))
            self._audit.note(workspace, noted)
        if reply.plan is not None:
            self._threads.remember(reply.workspace, call.place, reply.plan)
            self._receipts.keep(reply.workspace, self._receipt(call, reply))

    def _logged(self, call: Call, reply: Reply) -> Reply:
        """Keeps a question asked in words, where the workspace wants that, and offers a thumb up and down for it."""
        ask = call.ask
        asked = ask.typed.removeprefix("/ask").strip()
        in_words = ask.command in ("", "ask") and asked and not asked.startswith("/")
        if self._questions is None or call.place.platform == self._unlogged or not in_words:
            return reply
        id = hashlib.sha256(f"{call.place}{call.id}{asked}{self._clock.now().iso}".encode()).hexdigest()[:16]
        question = Question(id, asked[:LONGEST_INPUT], reply.language, reply.outcome, reply.plan)
        if not self._questions.keep(reply.workspace, question):
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


def storable(typed: str) -> str:
    """Returns what was typed as both databases keep it, cut where nobody reads on."""
    return cleaned(typed).encode("utf-8", "replace").decode()[:LONGEST_NOTED]


def _changes(reply: Reply) -> bool:
    """Decides whether a reply changes what others see or hear; a language is one's own affair."""
    mine = all(isinstance(c, SetLanguage) for c in reply.changes)
    others = (
        *(reply.rules, reply.episodes, reply.quiet, reply.digests, reply.programmes),
        *(reply.tests, reply.decisions, reply.settings, reply.roles, reply.links),
    )
    return not mine or any(others) or bool(reply.released)


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
