"""Seeing to programmes: what is to stand in a server's own calendar is put up, rewritten and taken back."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace

from bot.alert_ports import ServerCalendar
from bot.alerts import programmes
from bot.answers.scene import Scene
from bot.clock import Clock
from bot.facts.rates import Rates
from bot.ports import Directory, Facts, Rules
from bot.programme import HinderedError, Item, Programme, PutUp, Rewrite, Step, TakeBack
from data.programme_store import ProgrammeStore

log = logging.getLogger(__name__)


class Programming:
    """Takes up programmes whose turn it is. Any number of processes may: each programme is one's at a time."""

    def __init__(
        self, store: ProgrammeStore, directory: Directory, facts: Facts, rates: Rates, rules: Rules, clock: Clock
    ) -> None:
        self._store, self._directory, self._facts, self._rates = store, directory, facts, rates
        self._rules, self._clock = rules, clock

    async def tick(self, calendar: ServerCalendar) -> int:
        """Sees to every programme whose turn it is and returns how many steps were taken.

        A server that refuses, or cannot be reached, keeps why; it is asked again with its next turn.
        """
        taken = 0
        for programme in await asyncio.to_thread(self._store.claim):
            taken += await self._one(programme, calendar)
        return taken

    async def _one(self, programme: Programme, calendar: ServerCalendar) -> int:
        wanted = await asyncio.to_thread(self._wanted, programme)
        taken, now = 0, self._clock.now()
        try:
            there = await calendar.standing(programme.place)
            for step in programmes.steps(programme, there, wanted, now):
                programme = await self._take(programme, step, calendar)
                # Kept after each: what stands is known even if the next step breaks.
                await asyncio.to_thread(self._store.keep, programme)
                taken += 1
        except HinderedError as fault:
            log.warning("programme of %s: %s", programme.place.team, fault)
            hindered = replace(programme, hindrance=fault.why, looked_at=now)
            await asyncio.to_thread(self._store.keep, hindered)
            return taken
        after = programmes.looked(programme, now)
        await asyncio.to_thread(self._store.keep if after.on else self._store.end, after)
        return taken

    def _wanted(self, programme: Programme) -> tuple[Item, ...]:
        vocabulary = self._directory.vocabulary(programme.workspace)
        rules = [kept.rule for kept in self._rules.of(programme.workspace)]
        companies = programmes.watched(rules, vocabulary.companies)
        book = self._facts.snapshot(programme.workspace, programmes.needs(companies))
        return programmes.items(Scene(vocabulary, book, self._rates, self._clock.now()), companies)

    async def _take(self, programme: Programme, step: Step, calendar: ServerCalendar) -> Programme:
        match step:
            case PutUp(item=item):
                id = await calendar.put_up(programme.place, item, programme.language)
                return programmes.done(programme, step, id)
            case Rewrite(id=id, item=item):
                await calendar.rewrite(programme.place, id, item, programme.language)
            case TakeBack(id=id):
                await calendar.take_back(programme.place, id)
        return programmes.done(programme, step)
