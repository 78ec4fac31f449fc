"""The check of a message finds what Discord would refuse."""

from __future__ import annotations

from typing import Any

import pytest

from adapters.discord.limits import COMPONENTS_V2, violations

QUIET: dict[str, Any] = {"allowed_mentions": {"parse": []}}
DISPLAY = {"type": 10, "content": "x"}
BUTTON = {"type": 2, "style": 2, "label": "x", "custom_id": "a"}


def layout(*parts: dict[str, Any]) -> dict[str, Any]:
    """Returns a layout message of one container."""
    return {"flags": COMPONENTS_V2, "components": [{"type": 17, "components": list(parts)}], **QUIET}


def test_a_plain_message_fits() -> None:
    assert violations(layout(DISPLAY, {"type": 1, "components": [BUTTON]})) == []
    assert violations({"content": "x", **QUIET}) == []
    assert violations({"embeds": [{"description": "x"}], **QUIET}) == []


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ({"content": "x"}, "mentions are allowed"),
        ({"content": "x" * 2_001, **QUIET}, "content: 2001"),
        ({"content": "😀" * 1_001, **QUIET}, "content: 2002"),
        ({"content": "  ", **QUIET}, "an empty message"),
        ({"embeds": [{"description": "x" * 4_097}], **QUIET}, "description: 4097"),
        ({"embeds": [{"description": "x" * 3_500}] * 2, **QUIET}, "characters of embeds: 7000"),
        ({"content": "x", "components": [DISPLAY], **QUIET}, "a layout component without the layout flag"),
        ({**layout(DISPLAY), "content": "x"}, "content or embeds beside a layout"),
        (layout(*[DISPLAY] * 40), "components: 41"),
        (layout({**DISPLAY, "content": "x" * 2_001}, {**DISPLAY, "content": "x" * 2_000}), "characters: 4001"),
        (layout({**DISPLAY, "content": "  "}), "text display: 0"),
        (layout(DISPLAY, {"type": 1, "components": [BUTTON, BUTTON]}), "a custom_id twice"),
        (layout(DISPLAY, {"type": 1, "components": [{**BUTTON, "label": "x" * 81}]}), "label: 81"),
        (layout(DISPLAY, {"type": 1, "components": [{**BUTTON, "custom_id": "x" * 101}]}), "custom_id: 101"),
        (layout(DISPLAY, {"type": 1, "components": [BUTTON] * 6}), "buttons in a row: 6"),
    ],
)
def test_what_discord_refuses_is_said(message: dict[str, Any], said: str) -> None:
    assert any(said in problem for problem in violations(message)), violations(message)
