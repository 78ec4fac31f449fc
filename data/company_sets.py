"""A channel's named sets of companies: every change is a new version, nothing is overwritten."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert

from bot.ports import CompanySet
from data.keyed import by_key
from data.tables import CompanySetRow, table

Channel = Mapping[str, Any]
"""The columns that name a channel: workspace, platform, team and channel."""


def sets_of(connection: Connection, channel: Channel) -> dict[str, CompanySet]:
    """Returns a channel's sets in their newest version, by name; those put away are left out."""
    return {name: found for name, found in _newest(connection, channel).items() if found.companies}


def keep(connection: Connection, channel: Channel, kept: CompanySet, made_by: str, now: datetime) -> None:
    """Writes the next version of a set; a new default takes that mark from the set that had it."""
    newest = _newest(connection, channel)
    if kept.is_default:
        for other in newest.values():
            if other.is_default and other.name != kept.name:
                _add(connection, channel, other.name, other.version + 1, other.companies, False, made_by, now)
    earlier = newest.get(kept.name)
    version = earlier.version + 1 if earlier else 1
    _add(connection, channel, kept.name, version, kept.companies, kept.is_default, made_by, now)


def drop(connection: Connection, channel: Channel, name: str, made_by: str, now: datetime) -> None:
    """Puts a set away, which is a version without companies."""
    earlier = _newest(connection, channel).get(name)
    if earlier is not None and earlier.companies:
        _add(connection, channel, name, earlier.version + 1, (), False, made_by, now)


def _newest(connection: Connection, channel: Channel) -> dict[str, CompanySet]:
    query = by_key(CompanySetRow, ("name", "version", "companies", "is_default"), tuple(channel))
    rows = sorted(connection.execute(query, channel), key=lambda row: (row.name, row.version))
    return {r.name: CompanySet(r.name, r.version, tuple(json.loads(r.companies)), r.is_default) for r in rows}


def _add(
    connection: Connection,
    channel: Channel,
    name: str,
    version: int,
    companies: tuple[str, ...],
    is_default: bool,
    made_by: str,
    now: datetime,
) -> None:
    values = {
        **channel,
        "name": name,
        "version": version,
        "companies": json.dumps(companies),
        "is_default": is_default,
        "made_by": made_by,
        "made_at": now,
    }
    connection.execute(insert(table(CompanySetRow)).values(values))
