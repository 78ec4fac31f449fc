"""What Discord accepts in one message, each number beside the page that states it, and a check against them.

Lengths are taken in UTF-16 units (bot.words.clipping.units), which are never fewer than the characters Discord counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.words.clipping import units

CONTENT = 2_000
"""Characters of a message's content: discord.com/developers/docs/resources/message#create-message."""

COMPONENTS = 40
"""Components of a message, nested ones counted; discord.py refuses more itself.
discord.com/developers/docs/components/reference"""

CHARACTERS = 4_000
"""Characters of all text displays of a message together, at least 1 each: LayoutView.content_length in discord.py."""

BUTTONS = 5
ROWS = 5
"""Buttons in an action row, action rows of a message without layout.
discord.com/developers/docs/components/reference"""

SELECT_OPTIONS = 25
OPTION_LABEL = OPTION_VALUE = 100
PLACEHOLDER = 150
"""Options of a select menu, characters of an option's label and value, and of what stands in a menu nobody has used:
discord.com/developers/docs/components/reference#string-select"""

LABEL = 80
"""Characters of a button's label: discord.com/developers/docs/components/reference#button."""

CUSTOM_ID = 100
"""Characters of a custom_id, which must differ within a message.
discord.com/developers/docs/components/reference#anatomy-of-a-component"""

EMBEDS = 10
EMBED_TITLE = 256
EMBED_DESCRIPTION = 4_096
EMBED_FOOTER = 2_048
EMBED_CHARACTERS = 6_000
"""Embeds a message, their parts, and all parts of all embeds together:
discord.com/developers/docs/resources/message#embed-object-embed-limits"""

URL = 512
"""Characters of a link we write; Discord states none but that of a link button: components/reference#button."""

TABLE_WIDTH = 42
"""Columns of a code block that a phone shows without breaking its lines; not documented, measured by users."""

SUPPRESS_EMBEDS = 1 << 2
COMPONENTS_V2 = 1 << 15
"""Flags of a message: discord.com/developers/docs/resources/message#message-object-message-flags."""

ACTION_ROW, BUTTON, SELECT, TEXT_DISPLAY, SEPARATOR, CONTAINER = 1, 2, 3, 10, 14, 17
"""Types of component: discord.com/developers/docs/components/reference#component-object-component-types."""


def violations(message: Mapping[str, Any]) -> list[str]:
    """Returns what Discord would refuse in the body of a message, one line each; empty when it fits."""
    components: Sequence[Mapping[str, Any]] = message.get("components", [])
    every = list(_walk(components))
    found: list[str] = []
    if message.get("allowed_mentions") != {"parse": []}:
        found.append("mentions are allowed")
    ids = [each["custom_id"] for each in every if "custom_id" in each]
    if len(ids) != len(set(ids)):
        found.append("a custom_id twice")
    if message.get("flags", 0) & COMPONENTS_V2:
        found += _layout(message, every)
    else:
        found += _over("content", units(message.get("content", "")), CONTENT)
        found += _over("action rows", len(components), ROWS)
        found += _embeds(message.get("embeds", []))
        if not message.get("content", "").strip() and not message.get("embeds"):
            found.append("an empty message")
        if any(each["type"] not in (ACTION_ROW, BUTTON, SELECT) for each in every):
            found.append("a layout component without the layout flag")
    for each in every:
        found += _component(each)
    return found


def _layout(message: Mapping[str, Any], every: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    if "content" in message or "embeds" in message:
        yield "content or embeds beside a layout"
    yield from _over("components", len(every), COMPONENTS, least=1)
    written = sum(units(each["content"]) for each in every if each["type"] == TEXT_DISPLAY)
    yield from _over("characters", written, CHARACTERS, least=1)


def _component(each: Mapping[str, Any]) -> Iterator[str]:
    match each["type"]:
        case 1:
            yield from _over("buttons in a row", len(each["components"]), BUTTONS, least=1)
            if any(inner["type"] == SELECT for inner in each["components"]):
                yield from _over("parts of a row with a menu", len(each["components"]), 1)
        case 2:
            yield from _over("label", units(each["label"]), LABEL, least=1)
            yield from _over("custom_id", units(each["custom_id"]), CUSTOM_ID, least=1)
        case 3:
            options = each["options"]
            yield from _over("options", len(options), SELECT_OPTIONS, least=1)
            yield from _over("placeholder", units(each["placeholder"]), PLACEHOLDER, least=1)
            yield from _over("custom_id", units(each["custom_id"]), CUSTOM_ID, least=1)
            for option in options:
                yield from _over("label of an option", units(option["label"]), OPTION_LABEL, least=1)
                yield from _over("value of an option", units(option["value"]), OPTION_VALUE, least=1)
            if len({option["value"] for option in options}) != len(options):
                yield "a value twice"
        case 10:
            yield from _over("text display", units(each["content"].strip()), CHARACTERS, least=1)
        case 14:
            pass
        case 17:
            yield from _over("parts of a container", len(each["components"]), COMPONENTS, least=1)
        case other:
            yield f"a component we never send: {other}"


def _embeds(embeds: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield from _over("embeds", len(embeds), EMBEDS)
    parts = [(each.get("title", ""), each["description"], each.get("footer", {}).get("text", "")) for each in embeds]
    yield from _over("characters of embeds", sum(units(text) for each in parts for text in each), EMBED_CHARACTERS)
    for title, description, footer in parts:
        yield from _over("title", units(title), EMBED_TITLE)
        yield from _over("description", units(description), EMBED_DESCRIPTION, least=1)
        yield from _over("footer", units(footer), EMBED_FOOTER)


def _walk(components: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for each in components:
        yield each
        yield from _walk(each.get("components", []))


def _over(name: str, number: int, most: int, *, least: int = 0) -> Iterator[str]:
    if number > most:
        yield f"{name}: {number} of at most {most}"
    if number < least:
        yield f"{name}: {number} of at least {least}"
