"""A small reader of Slack's markup, written from its documentation and not from our escaper.

docs.slack.dev/messaging/formatting-message-text
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

_SPECIAL = re.compile(r"<([^<>\n]*)>")
_FORMAT = re.compile(
    r"(?<![A-Za-z0-9])([*_~])(?=\S)[^\n]*?(?<=\S)\1(?![A-Za-z0-9])|`[^`\n]+`|^\s*(&gt;|>)", re.MULTILINE
)
_EMOJI = re.compile(r":[a-z0-9_+'-]+:", re.IGNORECASE)
_TOLD = re.compile(r"@(here|channel|everyone|\w)")
_ADDRESS = re.compile(r"\w+://[^\s<>()]*")


def meanings(text: str) -> list[str]:
    """Returns everything in a text that Slack would not show letter by letter."""
    found = [match[0] for match in _SPECIAL.finditer(text)]
    found += [match[0] for pattern in (_FORMAT, _EMOJI, _TOLD) for match in pattern.finditer(text)]
    return found + addresses(text)


def addresses(text: str) -> list[str]:
    """Returns the bare addresses Slack would make into links."""
    return [match[0] for match in _ADDRESS.finditer(text)]


def parts(block: object) -> Iterator[Mapping[str, Any]]:
    """Yields every object with a type inside blocks, outermost first."""
    if isinstance(block, Mapping):
        if "type" in block:
            yield block
        for value in block.values():
            yield from parts(value)
    elif isinstance(block, list | tuple):
        for value in block:
            yield from parts(value)


def shown(blocks: object) -> str:
    """Returns the words that blocks show, in order, a space between text objects of their own."""
    words = []
    for part in parts(blocks):
        match part["type"]:
            case "text" | "link":
                words.append(part["text"])
            case "raw_text" | "raw_number" | "plain_text":
                words.append(" " + part["text"] + " ")
            case "date":
                words.append(part["fallback"])
            case "rich_text_section" | "rich_text_preformatted" | "rich_text_quote":
                words.append("\n")
            case _:
                pass
    return "".join(words)
