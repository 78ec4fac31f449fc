"""What Slack refuses in a message, written from its reference pages and apart from the adapter's own limits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from slack_sdk.models.blocks import Block

NATIVE = {"data_table", "data_visualization"}

_IN_RICH = {"text", "link", "user", "channel", "emoji", "usergroup", "broadcast", "date", "team", "color"}
_RICH = {"rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote"}


def problems(blocks: object, *, native: bool = True, most: int = 50, modal: bool = False) -> list[str]:
    """Returns what is wrong with blocks; empty when Slack would take them."""
    if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
        return ["blocks is no list of objects"]
    found = [f"{len(blocks)} blocks"] if len(blocks) > most else []
    ids = [block["block_id"] for block in blocks if "block_id" in block]
    if len(ids) != len(set(ids)) or any(not 1 <= len(str(id)) <= 255 for id in ids):
        found.append("block_id")
    actions = [e.get("action_id") for b in blocks if b.get("type") == "actions" for e in b.get("elements", ())]
    if len(actions) != len(set(actions)):
        found.append("action_id twice")
    if sum(block.get("type") in ("table", "data_table") for block in blocks) > 1:
        found.append("only_one_table_allowed")
    if _letters(blocks) > 13_200:
        found.append("msg_blocks_too_long")
    for place, block in enumerate(blocks):
        found += [f"{place} {block.get('type')}: {each}" for each in _block(block, native=native, modal=modal)]
    return found


def _block(block: Mapping[str, Any], *, native: bool, modal: bool) -> Iterator[str]:
    kind = block.get("type")
    if kind in NATIVE and not native:
        yield "unknown block"
        return
    if modal and kind in {*NATIVE, "table"}:
        yield "not in a window"
    match kind:
        case "header":
            yield from _plain(block.get("text"), 150)
        case "divider":
            pass
        case "context":
            yield from _count(block.get("elements"), 1, 10)
            for element in block.get("elements", ()):
                yield from _plain(element, 3000)
        case "actions":
            yield from _count(block.get("elements"), 1, 25)
            for element in block.get("elements", ()):
                yield from _menu(element) if element.get("type") == "static_select" else _button(element)
        case "input":
            yield from _input(block, modal=modal)
        case "rich_text":
            yield from _count(block.get("elements"), 1, 10_000)
            for element in block.get("elements", ()):
                yield from _rich(element)
        case "table" | "data_table":
            yield from _table(block, 100 if kind == "table" else 101)
            if kind == "data_table" and not block.get("caption"):
                yield "no caption"
        case "data_visualization":
            yield from _chart(block)
        case _:
            yield "unknown block"
    # The SDK's own models know lengths and counts of what they know at all; the two native blocks they do not know.
    parsed = Block.parse(dict(block)) if kind not in NATIVE else None
    if parsed is not None:
        try:
            parsed.validate_json()
        except Exception as fault:
            yield f"slack_sdk: {fault}"


_FIELDS = {"static_select", "multi_static_select", "plain_text_input", "conversations_select"}


def _input(block: Mapping[str, Any], *, modal: bool) -> Iterator[str]:
    """docs.slack.dev/reference/block-kit/blocks/input-block and the elements it may hold."""
    element = block.get("element") or {}
    if not modal:
        yield "an input outside of a view"
    if not block.get("block_id"):
        yield "an input of which nobody could say what is wrong with it"
    yield from _plain(block.get("label"), 2000)
    if "hint" in block:
        yield from _plain(block["hint"], 2000)
    if element.get("type") not in _FIELDS:
        yield f"element {element.get('type')}"
    if not 1 <= len(str(element.get("action_id") or "")) <= 255:
        yield "action_id"
    options = element.get("options") or []
    if "select" in str(element.get("type")) and "static" in str(element.get("type")):
        yield from _count(options, 1, 100)
    for option in options:
        yield from _plain(option.get("text"), 75)
        if not 1 <= len(str(option.get("value") or "")) <= 150:
            yield "option value"
    begun = element.get("initial_options", [element["initial_option"]] if "initial_option" in element else [])
    if any(each not in options for each in begun) or ("initial_options" in element and not begun):
        yield "begins with what cannot be picked"
    if "initial_value" in element and not 1 <= len(element["initial_value"]) <= element.get("max_length", 3000):
        yield "initial_value"


def _rich(element: Mapping[str, Any]) -> Iterator[str]:
    if element.get("type") not in _RICH:
        yield f"{element.get('type')} in rich text"
        return
    yield from _count(element.get("elements"), 0, 10_000)
    for part in element.get("elements", ()):
        if element["type"] == "rich_text_list":
            yield from _rich(part)
        elif part.get("type") not in _IN_RICH:
            yield f"{part.get('type')} in {element['type']}"
        elif part["type"] == "text" and not part.get("text"):
            yield "empty text"
        elif part["type"] == "link" and not str(part.get("url", "")).startswith(("http://", "https://")):
            yield "link"
        elif part["type"] in ("broadcast", "usergroup"):
            yield "would tell people"


def _table(block: Mapping[str, Any], most: int) -> Iterator[str]:
    rows = block.get("rows")
    yield from _count(rows, 2 if block["type"] == "data_table" else 1, most)
    for row in rows or ():
        yield from _count(row, 1, 20)
        if len(row) != len((rows or [[]])[0]):
            yield "uneven rows"
        for cell in row:
            match cell.get("type"):
                case "raw_text":
                    if not cell.get("text"):
                        yield "empty cell"
                case "raw_number":
                    if not isinstance(cell.get("value"), int | float):
                        yield "no number"
                case "rich_text":
                    for element in cell.get("elements", ()):
                        yield from _rich(element)
                case other:
                    yield f"cell {other}"
    if _letters(rows) > 10_000:
        yield "too many letters"


def _chart(block: Mapping[str, Any]) -> Iterator[str]:
    chart = block.get("chart") or {}
    if not 1 <= len(str(block.get("title") or "")) <= 50:
        yield "title"
    if chart.get("type") not in ("line", "bar", "area", "pie"):
        yield "type"
    yield from _count(chart.get("series"), 1, 6)
    categories = (chart.get("axis_config") or {}).get("categories")
    yield from _count(categories, 1, 20)
    for series in chart.get("series", ()):
        if not 1 <= len(series.get("name", "")) <= 20:
            yield "series name"
        if [point.get("label") for point in series.get("data", ())] != categories:
            yield "labels"
        if not all(isinstance(point.get("value"), int | float) for point in series.get("data", ())):
            yield "values"


def _button(element: Mapping[str, Any]) -> Iterator[str]:
    if element.get("type") != "button":
        yield f"element {element.get('type')}"
    yield from _plain(element.get("text"), 75)
    if not 1 <= len(str(element.get("action_id") or "")) <= 255:
        yield "action_id"
    if len(str(element.get("value") or "")) > 2000:
        yield "value"


def _menu(element: Mapping[str, Any]) -> Iterator[str]:
    yield from _plain(element.get("placeholder"), 150)
    yield from _count(element.get("options"), 1, 100)
    if not 1 <= len(str(element.get("action_id") or "")) <= 255:
        yield "action_id"
    for option in element.get("options", ()):
        yield from _plain(option.get("text"), 75)
        if not 1 <= len(str(option.get("value") or "")) <= 150:
            yield "option value"


def _plain(text: object, most: int) -> Iterator[str]:
    if not isinstance(text, Mapping) or text.get("type") != "plain_text":
        yield "not plain_text"
    elif not 1 <= len(str(text.get("text") or "")) <= most:
        yield f"text of {len(str(text.get('text') or ''))}"


def _count(items: object, least: int, most: int) -> Iterator[str]:
    if not isinstance(items, Sequence) or isinstance(items, str) or not least <= len(items) <= most:
        yield f"count, {least} to {most}"


def _letters(part: object) -> int:
    if isinstance(part, Mapping):
        return sum(len(v) if k == "text" and isinstance(v, str) else _letters(v) for k, v in part.items())
    return sum(_letters(each) for each in part) if isinstance(part, list | tuple) else 0
