"""Asking a platform over HTTP: what it says, what time it has, and nothing that could give a token away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp

TIMEOUT = aiohttp.ClientTimeout(total=15)


@dataclass(frozen=True, slots=True)
class Said:
    """An answer: its status, 0 where none came, its JSON, its headers in lower case, and the moment in them."""

    status: int
    body: Mapping[str, Any] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    why: str = ""

    @property
    def at(self) -> datetime | None:
        """Returns the other side's time, None where it does not say."""
        try:
            return parsedate_to_datetime(self.headers["date"])
        except (KeyError, ValueError):
            return None


async def asked(session: aiohttp.ClientSession, method: str, address: str, authorization: str) -> Said:
    """Returns what an address answers; a fault of the connection is an answer too, named by its kind alone."""
    try:
        async with session.request(method, address, headers={"Authorization": authorization}) as reply:
            try:
                body = await reply.json(content_type=None)
            except ValueError:
                body = {}
            headers = {name.lower(): value for name, value in reply.headers.items()}
            return Said(reply.status, body if isinstance(body, dict) else {}, headers)
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as fault:
        # The text of such an error can hold the address, and an address of one's own can hold a key.
        return Said(0, why=type(fault).__name__)
