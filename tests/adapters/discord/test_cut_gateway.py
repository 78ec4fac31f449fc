"""A gateway that is cut again and again, also while the database is away: each command that came is answered once.

`make soak` cuts six hundred times, which is once a second for ten minutes.
"""

from __future__ import annotations

import itertools
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from adapters.bootstrap import House
from adapters.clock import StoppedClock
from adapters.discord.client import TwinstarClient
from adapters.discord.wiring import Wiring
from bot.call import Call
from bot.commands.turn import Reply
from tests.adapters.discord.gateways import one_server, place, play, said, whispered
from tests.adapters.discord.houses import later, wired
from tests.standins.discord.gateway import INVALID_SESSION, RECONNECT
from tests.standins.discord.payloads import Asked
from tests.standins.discord.server import Discord

Opened = tuple[House, StoppedClock]
LEDGER = Callable[[str, object], None]

CUTS = ("dropped", "reconnect", "invalid session", "resumable", "resume refused")
LOSING = frozenset({"invalid session", "resume refused"})
"""After these Discord begins a new session, and what was asked between the two is gone with the old one."""


async def cut(discord: Discord, how: str) -> None:
    gateway = discord.gateway
    gateway.refuse_resume = how == "resume refused"
    match how:
        case "reconnect":
            await gateway.tell(RECONNECT)
        case "invalid session" | "resumable":
            await gateway.tell(INVALID_SESSION, how == "resumable")
        case _:
            gateway.drop()


def counting(wiring: Wiring, taken: Counter[str]) -> Wiring:
    def take(call: Call) -> Reply:
        taken[call.id] += 1
        return wiring.take(call)

    return replace(wiring, take=take)


@contextmanager
def without_database(house: House) -> Iterator[None]:
    """A time in which every statement fails, as where the server or the disk is gone."""

    def fail(*_given: object) -> None:
        raise OperationalError("", {}, sqlite3.OperationalError("disk I/O error"))

    event.listen(house.database._engine, "before_cursor_execute", fail)
    try:
        yield
    finally:
        event.remove(house.database._engine, "before_cursor_execute", fail)


def cuts(opened: Opened, times: int) -> tuple[int, int]:
    """Returns how many commands came, and how many were lost with a session, having seen the others answered once."""
    house, clock = opened
    taken = Counter[str]()
    came: list[Asked] = []
    lost: list[Asked] = []

    async def scenario(discord: Discord, client: TwinstarClient) -> None:
        alice, channel = place(discord)
        for number, how in zip(range(1, times + 1), itertools.cycle(CUTS)):
            # Nobody may ask so often within a minute.
            later(clock, 60)
            came.append(await discord.slash(alice, channel, "value", company="zhipu"))
            await discord.shown(came[-1])
            await cut(discord, how)
            meanwhile = await discord.slash(alice, channel, "value", company="minimax")
            (lost if how in LOSING else came).append(meanwhile)
            await discord.gateway.connected(1 + number)
            await discord.gateway.flushed()
        for each in came:
            [message] = await discord.shown(each)
            assert said(message)
        await client.drained(10)
        assert {taken[str(each.id)] for each in came} == {1}
        assert {taken[str(each.id)] for each in lost} == {0}

    play(counting(wired(house), taken), scenario, one_server)
    return len(came), len(lost)


def test_whatever_cuts_the_gateway_each_command_that_came_is_answered_once(opened: Opened) -> None:
    assert cuts(opened, 2 * len(CUTS)) == (16, 4)


@pytest.mark.parametrize("how", CUTS)
def test_a_gateway_that_comes_back_before_the_database_says_so_and_then_answers(opened: Opened, how: str) -> None:
    house = opened[0]

    async def scenario(discord: Discord, client: TwinstarClient) -> None:
        alice, channel = place(discord)
        bo = discord.user("bo", "zh-CN")
        with without_database(house):
            asked = await discord.slash(bo, channel, "value", company="zhipu")
            told = await whispered(discord, asked)
            await cut(discord, how)
            await discord.gateway.connected(2)
            again = await discord.slash(alice, channel, "value", company="zhipu")
            too = await whispered(discord, again)
            assert "Twinstar 内部" in said(told)
            assert "inside Twinstar" in said(too)
        anew = await discord.slash(alice, channel, "value", company="zhipu")
        [message] = await discord.shown(anew)
        assert "Zhipu" in said(message)
        await client.drained(10)
        assert [len(each.shown) for each in (asked, again, anew)] == [1, 1, 1]

    play(wired(house), scenario, one_server)


@pytest.mark.soak
def test_six_hundred_cuts_and_each_command_that_came_is_answered_once(opened: Opened, record_property: LEDGER) -> None:
    came, lost = cuts(opened, 600)
    record_property("ledger:connections to Discord's gateway cut, in five ways", 600)
    record_property("ledger:connections to Discord's gateway cut: commands that came, each answered once", came)
    record_property("ledger:connections to Discord's gateway cut: commands lost with their session", lost)
