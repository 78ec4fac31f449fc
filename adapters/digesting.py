"""Telling digests: those whose time has come are written from the facts of the moment and put on their way, once."""

from __future__ import annotations

import logging

from bot.alert_ports import Quietings
from bot.alerts import digests
from bot.alerts.digest_questions import asked_anew
from bot.answers.scene import Scene
from bot.clock import Clock
from bot.delivery import Delivery, delivery_key
from bot.digest import Digest
from bot.facts.rates import Rates
from bot.ports import Directory, Facts, Rules
from data.digest_store import DigestStore

log = logging.getLogger(__name__)


class Digesting:
    """Takes up digests that are due. Two of it may run on one database: each digest is told once."""

    def __init__(
        self,
        store: DigestStore,
        directory: Directory,
        facts: Facts,
        rates: Rates,
        quietings: Quietings,
        rules: Rules,
        clock: Clock,
    ) -> None:
        self._store, self._directory, self._facts, self._rates = store, directory, facts, rates
        self._quietings, self._rules, self._clock = quietings, rules, clock

    def tick(self) -> tuple[Delivery, ...]:
        """Puts every digest that is due on its way and returns them; one missed in a stop is told once, not each."""
        sent = []
        for one in self._store.due(self._clock.now()):
            delivery, after = self._written(one)
            if self._store.tell(one, after, delivery):
                log.info("digest %s %s", one.cadence, delivery.key)
                sent.append(delivery)
        return tuple(sent)

    def _written(self, one: Digest) -> tuple[Delivery, Digest]:
        """The message of a digest, and the digest after it."""
        vocabulary, now = self._directory.vocabulary(one.workspace), self._clock.now()
        book = self._facts.snapshot(one.workspace, digests.needs(vocabulary))
        everything = self._quietings.told(one.workspace, one.since)
        told = digests.told_in(everything, self._rules.of(one.workspace), one.place)
        scene = Scene(vocabulary, book, self._rates, now)
        asked = asked_anew(one.asked, one.workspace, vocabulary, self._facts, self._rates, now)
        said = digests.digest(scene, one.cadence, one.zone, one.since, told, asked)
        key = f"digest:{one.cadence}:{one.next_at.iso}"
        delivery = Delivery(
            key=delivery_key(key, one.workspace, one.place, "post", 1),
            alert=key,
            workspace=one.workspace,
            rule="",
            destination=one.place,
            lane="notice",
            act="post",
            document=said,
            language=one.language,
            due_at=one.next_at,
            next_attempt_at=now,
            episode=key,
        )
        return delivery, digests.told_next(one, now, book.sessions.get(digests.VENUE))
