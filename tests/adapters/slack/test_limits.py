"""The check of a message finds what Slack would refuse."""

from __future__ import annotations

from typing import Any

import pytest

from adapters.slack import limits
from adapters.slack.limits import violations

TEXT = {"type": "plain_text", "text": "x"}
SECTION = {"type": "rich_text_section", "elements": [{"type": "text", "text": "x"}]}
RICH = {"type": "rich_text", "elements": [SECTION]}
BUTTON = {"type": "button", "text": TEXT, "value": "v", "action_id": "a"}
OPTION = {"text": TEXT, "value": "v"}
MENU = {"type": "static_select", "placeholder": TEXT, "options": [OPTION], "action_id": "m"}
CELL = {"type": "raw_text", "text": "x"}
TABLE = {"type": "data_table", "caption": "c", "rows": [[CELL], [CELL]]}


def rich(words: str) -> dict[str, Any]:
    """Returns a block that shows words."""
    return {"type": "rich_text", "elements": [{**SECTION, "elements": [{"type": "text", "text": words}]}]}


def menu(**more: Any) -> dict[str, Any]:  # noqa: ANN401
    """Returns a message with a menu."""
    return {"text": "x", "blocks": [{"type": "actions", "elements": [{**MENU, **more}]}]}


def test_a_plain_message_fits() -> None:
    assert violations({"text": "x", "blocks": [RICH, TABLE, {"type": "actions", "elements": [BUTTON, MENU]}]}) == []


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ({"text": "", "blocks": [RICH]}, "text: empty"),
        ({"text": "x" * (limits.TEXT + 1)}, "text: 4001"),
        ({"text": "x", "blocks": [RICH] * 51}, "blocks: 51"),
        ({"text": "x", "blocks": [rich("x" * 2_900)] * 5}, "characters of all blocks: 14500"),
        ({"text": "x", "blocks": [rich("😀" * 1_501)]}, "characters: 3002"),
        ({"text": "x", "blocks": [rich("")]}, "an empty text"),
        ({"text": "x", "blocks": [TABLE, TABLE]}, "tables: 2"),
        ({"text": "x", "blocks": [{**TABLE, "rows": [[CELL]]}]}, "rows: 1 of at least 2"),
        ({"text": "x", "blocks": [{**TABLE, "rows": [[CELL]] * 102}]}, "rows: 102"),
        ({"text": "x", "blocks": [{**TABLE, "rows": [[CELL], [CELL, CELL]]}]}, "rows of different lengths"),
        ({"text": "x", "blocks": [{**TABLE, "rows": [[RICH], [CELL]]}]}, "a header cell that is not raw text"),
        ({"text": "x", "blocks": [{"type": "header", "text": {**TEXT, "text": "x" * 151}}]}, "header: 151"),
        ({"text": "x", "blocks": [{"type": "actions", "elements": [BUTTON, BUTTON]}]}, "an action_id twice"),
        ({"text": "x", "blocks": [{"type": "actions", "elements": [{**BUTTON, "value": "x" * 2_001}]}]}, "value: 2001"),
        (menu(options=[OPTION] * 101), "options: 101"),
        (menu(options=[]), "options: 0 of at least 1"),
        (menu(options=[{**OPTION, "value": "x" * 151}]), "option value: 151"),
        (menu(options=[{**OPTION, "text": {**TEXT, "text": "x" * 76}}]), "option: 76"),
        (menu(placeholder={**TEXT, "text": ""}), "placeholder: 0"),
        ({"text": "x", "blocks": [{"type": "section", "text": TEXT}]}, "a block we never send: section"),
    ],
)
def test_what_slack_refuses_is_said(message: dict[str, Any], said: str) -> None:
    assert any(said in problem for problem in violations(message)), violations(message)
