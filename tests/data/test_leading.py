from __future__ import annotations

from pathlib import Path

import psycopg

from data.addresses import normalised
from data.leading import Leadership
from tests.plugins.postgres import Server


def test_one_leads_and_the_next_takes_over_when_it_is_gone(postgres_server: Server) -> None:
    address = postgres_server.fresh()
    first, second = (Leadership(normalised(address)) for _ in range(2))
    assert [first.leads(), first.leads(), second.leads()] == [True, True, False]
    with psycopg.connect(address, autocommit=True) as connection:
        # As if its process had died: the server sees its connection end.
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'")
    assert second.leads()
    assert not first.leads()
    second.leave()
    assert first.leads()
    first.leave()


def test_on_sqlite_everybody_leads(tmp_path: Path) -> None:
    assert all(Leadership(normalised(str(tmp_path / "a.db"))).leads() for _ in range(2))


def test_different_works_are_led_apart(postgres_server: Server) -> None:
    address = postgres_server.fresh()
    ticking, discord, other = (Leadership(normalised(address), w) for w in ("ticking", "discord", "discord"))
    assert [ticking.leads(), discord.leads(), other.leads()] == [True, True, False]
    for each in (ticking, discord):
        each.leave()


def test_one_that_stands_still_without_a_word_loses_the_lead(postgres_server: Server) -> None:
    address = postgres_server.fresh()
    still = Leadership(normalised(address), "discord", silent=0.2)
    waiting = Leadership(normalised(address), "discord")
    assert still.leads()
    with psycopg.connect(address, autocommit=True) as connection:
        # As long as the server sees the lock; it needs no help from the process that had it.
        held = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
        while (connection.execute(held).fetchone() or [0])[0]:
            pass
    assert waiting.leads()
    assert not still.leads()
    waiting.leave()
