"""Organisations of many workspaces (Enterprise Grid) that installed the app as one: which workspaces were heard of.

Such an organisation has one token for all its workspaces, and nothing tells us which those are; each that is heard from
is noted beside the installation, so that all of them can be forgotten together.
docs.slack.dev/enterprise/developing-for-enterprise-orgs
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from adapters.slack.asked import PLATFORM, Body
from adapters.slack.installing import ORGANISATION, Installations, teams_of


class Organisations:
    """Notes workspaces of organisations, and names those of one. Synchronous: called off the event loop."""

    def __init__(self, installations: Installations | None) -> None:
        self._installations = installations
        self._noted: set[tuple[str, str]] = set()

    def note(self, team: str, organisation: str) -> None:
        """Keeps that a workspace is of an organisation; one with an installation of its own keeps that instead."""
        if self._installations is None or team == organisation or (team, organisation) in self._noted:
            return
        if self._installations.find(PLATFORM, team) is None and self._installations.find(PLATFORM, organisation):
            self._installations.keep(PLATFORM, team, json.dumps({ORGANISATION: organisation}))
        self._noted.add((team, organisation))

    def leaving(self, organisation: str) -> list[str]:
        """Returns the workspaces to forget with an organisation, itself the last, and forgets having noted them."""
        self._noted = {pair for pair in self._noted if pair[1] != organisation}
        teams = teams_of(self._installations, organisation) if self._installations is not None else []
        return [*teams, organisation]


def organisation_of(body: Body) -> str:
    """Returns the organisation for which the app that a body reaches is installed whole, empty when it is not.

    An event says it in its authorizations, anything else at its top.
    """
    given = body.get("authorizations")
    first = given[0] if isinstance(given, list) and given and isinstance(given[0], Mapping) else body
    if str(first.get("is_enterprise_install")).lower() != "true":
        return ""
    enterprise: Any = body.get("enterprise")
    found = first.get("enterprise_id") or (enterprise.get("id") if isinstance(enterprise, Mapping) else enterprise)
    return found if isinstance(found, str) else ""
