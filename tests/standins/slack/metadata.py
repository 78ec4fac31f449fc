"""Metadata of messages: what Slack keeps of it and what it refuses.

docs.slack.dev/messaging/message-metadata, and the errors of docs.slack.dev/reference/methods/chat.postMessage
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from tests.standins.slack.refusal import RefusedError


def metadata_of(arguments: Mapping[str, Any], before: dict[str, Any] | None = None) -> dict[str, Any] | None:
    """Returns the metadata a message has after a call: what was there when none is given, none for an empty one."""
    given = arguments.get("metadata")
    if given is None:
        return before
    if isinstance(given, str):
        try:
            given = json.loads(given)
        except ValueError:
            raise RefusedError("invalid_metadata_format") from None
    if given == {}:
        return None
    good = isinstance(given, dict) and set(given) == {"event_type", "event_payload"}
    if not good or not isinstance(given["event_type"], str) or not given["event_type"]:
        raise RefusedError("invalid_metadata_format")
    if not isinstance(given["event_payload"], dict):
        raise RefusedError("invalid_metadata_format")
    return dict(given)
