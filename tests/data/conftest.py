"""What the tests of the storage ring share."""

from __future__ import annotations

from tests.plugins.postgres import postgres_server, postgres_url

__all__ = ["postgres_server", "postgres_url"]
