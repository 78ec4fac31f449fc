"""A rendered answer with what Slack's own ways need around it: the receipt it carries, and the share button."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from adapters.slack.limits import BLOCKS, BUTTONS
from adapters.slack.render import SlackMessage
from bot.text import Language, Message
from bot.words.writer import Writer

RECEIPT = "receipt:"
"""Begins the block_id by which the shortcut finds what a message rests on, wherever and however it was posted.

Answers by a response address come back without the message's timestamp, so the reference has to be in the message.
"""

SHARE = "share"
MODAL_BLOCKS = 100
MODAL_TITLE = 24
"""docs.slack.dev/reference/views/modal-views"""


def reference_of(call_id: str) -> str:
    """Returns the name under which the answer to a call is kept: the same for the same call, and nothing to guess."""
    return hashlib.sha256(call_id.encode()).hexdigest()[:20]


def with_receipt(messages: Sequence[SlackMessage], reference: str) -> list[SlackMessage]:
    """Returns messages whose first block carries the reference; ids of blocks differ within a message anyway."""
    return [
        replace(m, blocks=({**m.blocks[0], "block_id": RECEIPT + reference}, *m.blocks[1:])) if m.blocks else m
        for m in messages
    ]


def with_share(messages: Sequence[SlackMessage], reference: str, writer: Writer) -> list[SlackMessage]:
    """Returns messages with the share button under the last one; without it where there is no room."""
    *before, last = messages
    label = writer.plain(Message("slack-share"))
    button = {
        "type": "button",
        "text": {"type": "plain_text", "text": label, "emoji": False},
        "action_id": SHARE,
        "value": share_value(reference, writer.language),
    }
    blocks = list(last.blocks)
    if blocks and blocks[-1]["type"] == "actions":
        if len(blocks[-1]["elements"]) < BUTTONS:
            blocks[-1] = {**blocks[-1], "elements": [*blocks[-1]["elements"], button]}
    elif len(blocks) < BLOCKS:
        blocks.append({"type": "actions", "elements": [button]})
    return [*before, replace(last, blocks=tuple(blocks))]


def share_value(reference: str, language: Language) -> str:
    """Returns what the share button carries."""
    return f"{reference}:{language}"


def read_share_value(value: str) -> tuple[str, Language]:
    """Returns the reference and the language that a share button carries."""
    reference, _, language = value.partition(":")
    return reference, "zh" if language == "zh" else "en"


def receipt_in(message: Mapping[str, Any]) -> str:
    """Returns the reference that a message carries, else the message's own id."""
    for block in message.get("blocks") or ():
        name = block.get("block_id") if isinstance(block, Mapping) else None
        if isinstance(name, str) and name.startswith(RECEIPT):
            return name.removeprefix(RECEIPT)
    return str(message.get("ts") or "")


def modal(messages: Sequence[SlackMessage], title: str) -> dict[str, Any]:
    """Returns the view that shows an answer in a window: a dictionary, as slack_sdk's View drops unknown blocks."""
    blocks = [block for message in messages for block in message.blocks]
    return {
        "type": "modal",
        "title": {"type": "plain_text", "text": title[:MODAL_TITLE], "emoji": False},
        "blocks": blocks[:MODAL_BLOCKS],
    }
