"""A house whose clock is moved by hand, on SQLite and on PostgreSQL."""

from __future__ import annotations

from tests.plugins.postgres import postgres_server, postgres_url

__all__ = ["postgres_server", "postgres_url"]
