"""Reading what a server sends, up to a size."""

from __future__ import annotations

import aiohttp


async def body_of(reply: aiohttp.ClientResponse, largest: int) -> bytes:
    """Returns the whole body of a reply; raises ValueError for one that is larger than allowed."""
    parts = bytearray()
    async for part in reply.content.iter_chunked(65_536):
        parts += part
        if len(parts) > largest:
            raise ValueError(f"more than {largest} bytes")
    return bytes(parts)
