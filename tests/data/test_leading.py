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
