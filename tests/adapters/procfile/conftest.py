"""A real PostgreSQL, which the processes of the Procfile share."""

from __future__ import annotations

from tests.plugins.postgres import postgres_server, postgres_url

__all__ = ["postgres_server", "postgres_url"]
