"""Cells of text whose bytes are none any more: read as these bytes, so that one of them does not end a whole query."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection


@contextmanager
def any_bytes(connection: Connection) -> Iterator[None]:
    """Lets sqlite3 hand out bytes that are no UTF-8. Always, that would cost a call for each cell.

    PostgreSQL takes no text that is none, and its driver would say so.
    """
    driver = connection.connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        yield
        return
    driver.text_factory = _text_or_bytes
    try:
        yield
    finally:
        driver.text_factory = str


def _text_or_bytes(cell: bytes) -> str | bytes:
    try:
        return cell.decode()
    except UnicodeDecodeError:
        return cell
