"""A house whose clock is moved by hand, on SQLite and on PostgreSQL."""

from __future__ import annotations

from tests.plugins.harms import how
from tests.plugins.postgres import either_url, postgres_server, postgres_url

__all__ = ["either_url", "how", "postgres_server", "postgres_url"]
