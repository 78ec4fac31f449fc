"""What Discord refuses in a message and a command: unknown keys, wrong types, too long, too many.

Written from discord.com/developers/docs (resources/message, components/reference, interactions/application-commands),
not from the limits that the adapter itself keeps, so that each finds the other's mistakes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]

_MESSAGE = frozenset(
    "content embeds components flags allowed_mentions attachments nonce enforce_nonce tts message_reference".split()
)
_COMPONENTS = {
    1: {"type", "id", "components"},
    2: {"type", "id", "style", "label", "custom_id", "disabled", "emoji", "url"},
    3: {"type", "id", "custom_id", "options", "placeholder", "min_values", "max_values", "disabled", "required"},
    10: {"type", "id", "content"},
    12: {"type", "id", "items"},
    13: {"type", "id", "file", "spoiler", "name", "size"},
    14: {"type", "id", "divider", "spacing"},
    17: {"type", "id", "components", "accent_color", "spoiler"},
}
_TOP = {1, 10, 12, 13, 14, 17}
_INSIDE = {1: {2, 3}, 17: {1, 10, 12, 13, 14}}
_NAME = re.compile(r"^[-_'\w]{1,32}$")


def message_faults(body: Json, *, edit: bool = False, files: int = 0) -> list[str]:
    """Returns what Discord would refuse in a message that is created or edited."""
    found = [f"unknown key {key}" for key in body.keys() - _MESSAGE]
    layout = bool((body.get("flags") or 0) & 1 << 15)
    components = body.get("components") or []
    every = list(_walk(components))
    if body.get("allowed_mentions") != {"parse": []} and not edit:
        found.append("allowed_mentions lets somebody be told")
    if len(body.get("content") or "") > 2000:
        found.append("content is over 2000")
    if len(body.get("nonce") or "") > 25:
        found.append("nonce is over 25")
    if body.get("enforce_nonce") and not body.get("nonce"):
        found.append("enforce_nonce without a nonce")
    if layout:
        found += ["content or embeds beside a layout"] if body.get("content") or body.get("embeds") else []
        found += ["over 40 components"] if len(every) > 40 else []
        found += ["over 4000 characters"] if sum(len(c.get("content", "")) for c in every) > 4000 else []
        found += [f"component {c['type']} at the top" for c in components if c["type"] not in _TOP]
    elif not (body.get("content") or body.get("embeds") or components or files or edit):
        found.append("an empty message")
    elif any(c["type"] not in (1, 2, 3) for c in every):
        found.append("a layout component without the flag")
    found += ["over 5 rows"] if not layout and len(components) > 5 else []
    found += [fault for each in every for fault in _component(each)]
    ids = [c["custom_id"] for c in every if "custom_id" in c]
    found += ["a custom_id twice"] if len(ids) != len(set(ids)) else []
    found += [fault for embed in body.get("embeds") or [] for fault in _embed(embed)]
    found += ["over 10 files"] if files > 10 else []
    return found


def modal_faults(modal: Json) -> list[str]:
    """Returns what Discord would refuse in a modal: resources of components/reference#label and what it may hold."""
    found = [f"unknown key {key}" for key in modal.keys() - {"custom_id", "title", "components"}]
    found += [] if 1 <= len(modal.get("custom_id") or "") <= 100 else ["custom_id"]
    found += [] if 1 <= len(modal.get("title") or "") <= 45 else ["title"]
    fields = modal.get("components") or []
    found += [] if 1 <= len(fields) <= 5 else [f"{len(fields)} fields"]
    ids = [each.get("component", {}).get("custom_id") for each in fields]
    found += ["a custom_id twice"] if len(ids) != len(set(ids)) else []
    return found + [fault for each in fields for fault in _label(each)]


def _label(each: Json) -> Iterator[str]:
    inner = each.get("component") or {}
    if each.get("type") != 18:
        yield f"{each.get('type')} is no label"
    if not 1 <= len(each.get("label") or "") <= 45:
        yield "a label of none or over 45"
    if each.get("description") is not None and not 1 <= len(each["description"]) <= 100:
        yield "a description of none or over 100"
    if not 1 <= len(inner.get("custom_id") or "") <= 100:
        yield "a field's custom_id"
    if inner.get("type") == 3:
        yield from _menu({"placeholder": "", **inner})
        least, most, options = inner.get("min_values", 1), inner.get("max_values", 1), inner["options"]
        if not 0 <= least <= most <= len(options) or sum(bool(o.get("default")) for o in options) > most:
            yield "more picked than can be"
        if inner.get("required", True) and least == 0:
            yield "required, and nothing need be picked"
    elif inner.get("type") == 4:
        if inner.get("label"):
            yield "a text with a label of its own inside a label"
        if len(inner.get("value") or "") > inner.get("max_length", 4000):
            yield "a text longer than it may be"
    else:
        yield f"component {inner.get('type')} in a label"


def command_faults(command: Json) -> list[str]:
    """Returns what Discord would refuse in a command."""
    found: list[str] = []
    names = [command["name"], *(command.get("name_localizations") or {}).values()]
    if command.get("type", 1) == 1:
        found += [f"name {n!r}" for n in names if not _NAME.match(n) or n != n.lower()]
        texts = [command.get("description", ""), *(command.get("description_localizations") or {}).values()]
        found += [f"description of {command['name']}" for text in texts if not 1 <= len(text) <= 100]
    else:
        found += [f"name {n!r}" for n in names if not 1 <= len(n) <= 32]
    options = command.get("options") or []
    found += ["over 25 options"] if len(options) > 25 else []
    required = [bool(option.get("required")) for option in options]
    found += ["an optional option before a required one"] if sorted(required, reverse=True) != required else []
    for option in options:
        found += command_faults({**option, "type": 1, "options": []})
        found += ["choices beside autocomplete"] if option.get("choices") and option.get("autocomplete") else []
    return found


def _walk(components: list[Json]) -> Iterator[Json]:
    for each in components:
        yield each
        yield from _walk(each.get("components", []))


def _component(each: Json) -> Iterator[str]:
    kind = each.get("type")
    if kind not in _COMPONENTS:
        yield f"component of type {kind}"
        return
    for key in each.keys() - _COMPONENTS[kind]:
        yield f"component {kind} has {key}"
    for inner in each.get("components", []):
        if inner.get("type") not in _INSIDE[kind]:
            yield f"component {inner.get('type')} inside {kind}"
    if kind == 1 and not 1 <= len(each["components"]) <= 5:
        yield "a row of none or over 5 buttons"
    if kind == 1 and len(each["components"]) > 1 and any(c["type"] == 3 for c in each["components"]):
        yield "a menu beside something in its row"
    if kind == 3:
        yield from _menu(each)
    if kind in (2, 3) and not 1 <= len(each.get("custom_id", "")) <= 100:
        yield "a custom_id of none or over 100"
    if kind == 2 and not 1 <= len(each.get("label") or "") <= 80:
        yield "a label of none or over 80"
    if kind == 10 and not each["content"].strip():
        yield "an empty text"
    if kind == 17 and not each["components"]:
        yield "an empty container"


def _menu(each: Json) -> Iterator[str]:
    options = each["options"]
    if not 1 <= len(options) <= 25:
        yield "a menu of none or over 25 options"
    if len(each.get("placeholder") or "") > 150:
        yield "a placeholder over 150"
    if not all(1 <= len(o["label"]) <= 100 and 1 <= len(o["value"]) <= 100 for o in options):
        yield "an option of none or over 100"
    if len({o["value"] for o in options}) != len(options):
        yield "a value twice"


def _embed(embed: Json) -> Iterator[str]:
    for key, most in (("title", 256), ("description", 4096)):
        if len(embed.get(key) or "") > most:
            yield f"{key} of an embed is over {most}"
