"""Database addresses: what a person may write, what the drivers understand, and what may be shown."""

from __future__ import annotations

import re
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

_POSTGRES = {"postgres", "postgresql", "postgresql+psycopg"}
_SECRET_OPTIONS = ("password", "sslpassword")


class AddressError(ValueError):
    """Says that an address names neither an SQLite file nor a PostgreSQL database."""


def normalised(address: str) -> URL:
    """Returns the address with the driver that is used: psycopg 3 for PostgreSQL however written, else an SQLite file.

    A bare path is an SQLite file and may begin with ~. Hosting services hand out postgres://, which SQLAlchemy does not
    know, and postgresql://, for which it would pick another driver. Raises AddressError for anything else.
    """
    if "://" not in address:
        if not address.strip() or address.strip() == ":memory:":
            raise AddressError(shown(address))
        return URL.create("sqlite+pysqlite", database=str(Path(address).expanduser().absolute()))
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        raise AddressError(shown(address)) from None
    if url.drivername in _POSTGRES:
        return url.set(drivername="postgresql+psycopg")
    if url.drivername in ("sqlite", "sqlite+pysqlite") and url.database and url.database != ":memory:":
        return URL.create("sqlite+pysqlite", database=str(Path(url.database).expanduser().absolute()))
    raise AddressError(shown(address))


def shown(address: str | URL) -> str:
    """Returns an address without any password, as it may stand in an error or a log; a file is shown as its path."""
    if isinstance(address, URL):
        if address.get_backend_name() == "sqlite":
            return address.database or ""
        address = address.set(drivername="postgresql").render_as_string(hide_password=False)
    bare = re.sub(r"(?<=://)([^/@:]*):.*@", r"\1@", address)
    return re.sub(rf"(?i)([?&](?:{'|'.join(_SECRET_OPTIONS)})=)[^&]*", r"\1", bare)
