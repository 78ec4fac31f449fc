"""A proxy on loopback that lets requests through whole and cuts the answer to some of them short, at any byte."""

from __future__ import annotations

import asyncio
import contextlib
import re
import socket
import struct
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)

Cut = Callable[[bytes], int | None]
"""Says after how many bytes the answer to a request ends, None for an answer that is let through whole."""


@dataclass
class Cutting:
    """What was cut: after how many bytes, of how many. `resets` ends connections with a reset where one can be sent."""

    cut: Cut
    resets: bool = False
    done: list[tuple[int, int]] = field(default_factory=list)

    @contextlib.asynccontextmanager
    async def before(self, url: str) -> AsyncIterator[str]:
        """Yields the address in front of another one, path and all."""
        host, _, rest = url.removeprefix("http://").partition("/")
        name, _, port = host.partition(":")

        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            try:
                while (request := await _message(reader)) and await self._answered(request, name, int(port), writer):
                    pass
            finally:
                writer.close()

        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        here = server.sockets[0].getsockname()[1]
        async with server:
            yield f"http://127.0.0.1:{here}/{rest}"

    async def _answered(self, request: bytes, name: str, port: int, writer: asyncio.StreamWriter) -> bool:
        """Answers a request and says whether the connection goes on."""
        there, back = await asyncio.open_connection(name, port)
        back.write(request)
        answer = await _message(there)
        back.close()
        size = self.cut(request)
        writer.write(answer if size is None else answer[:size])
        with contextlib.suppress(ConnectionError):
            await writer.drain()
        if size is None:
            return True
        self.done.append((size, len(answer)))
        if self.resets:
            linger = struct.pack("ii", 1, 0)
            writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            writer.transport.abort()
        return False


async def _message(reader: asyncio.StreamReader) -> bytes:
    """Returns the next request or answer with its body, nothing where the connection has ended."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
        length = _LENGTH.search(head)
        return head + (await reader.readexactly(int(length.group(1))) if length else b"")
    except (asyncio.IncompleteReadError, ConnectionError):
        return b""
