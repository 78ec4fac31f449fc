"""What Slack accepts in one message, each number beside the page that states it, and a check against them.

Lengths are taken in UTF-16 units (bot.words.clipping.units), which are never fewer than the characters Slack counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.words.clipping import units

BLOCKS = 50
"""Blocks in a message: docs.slack.dev/reference/block-kit/blocks."""

TEXT = 4_000
"""Characters of the top-level text that Slack advises for best results; it cuts off at 40,000.
docs.slack.dev/reference/methods/chat.postMessage"""

CHARACTERS = 13_000
"""Characters of all blocks together. Not documented: near 13,200 Slack answers msg_blocks_too_long.
github.com/slackapi/bolt-js/issues/2509"""

HEADER = 150
"""Characters of a header block: docs.slack.dev/reference/block-kit/blocks/header-block."""

TEXT_OBJECT = 3_000
"""Characters of a text object, at least 1: docs.slack.dev/reference/block-kit/composition-objects/text-object.
Rich text has no documented limit of its own; we keep to the same number a block."""

CONTEXT_ELEMENTS = 10
"""Elements of a context block: docs.slack.dev/reference/block-kit/blocks/context-block."""

BUTTONS = 25
"""Elements of an actions block: docs.slack.dev/reference/block-kit/blocks/actions-block."""

BUTTON_LABEL = 75
BUTTON_VALUE = 2_000
ACTION_ID = 255
"""docs.slack.dev/reference/block-kit/block-elements/button-element"""

OPTIONS = 100
OPTION_LABEL = 75
OPTION_VALUE = 150
PLACEHOLDER = 150
"""Options of a menu, their texts and values, and what it shows unopened:
docs.slack.dev/reference/block-kit/block-elements/select-menu-element and .../composition-objects/option-object"""

BLOCK_ID = 255
"""docs.slack.dev/reference/block-kit/blocks"""

URL = 3_000
"""docs.slack.dev/reference/block-kit/block-elements/button-element; a link element states none."""

TABLES = 1
"""Native tables in a message (error only_one_table_allowed): docs.slack.dev/reference/block-kit/blocks/table-block.
We count table and data_table together."""

TABLE_ROWS = 100
TABLE_COLUMNS = 20
"""Rows with the header and cells a row: docs.slack.dev/reference/block-kit/blocks/table-block."""

DATA_TABLE_ROWS = 101
"""Rows with the header, at least 2; one reading of the page says 201.
docs.slack.dev/reference/block-kit/blocks/data-table-block"""

TABLE_CHARACTERS = 10_000
"""Characters of all cells of a table: docs.slack.dev/reference/block-kit/blocks/data-table-block."""

PAGE_SIZE = 100
"""Rows of a data table shown at once, at least 1: docs.slack.dev/reference/block-kit/blocks/data-table-block."""

CHARTS = 2
CHART_TITLE = 50
CHART_SERIES = 6
CHART_POINTS = 20
CHART_LABEL = 20
AXIS_LABEL = 50
"""Charts a message, then title, series, categories, names of both and axis titles of one:
docs.slack.dev/reference/block-kit/blocks/data-visualization-block"""


def violations(message: Mapping[str, Any]) -> list[str]:
    """Returns what Slack would refuse in the arguments of chat.postMessage, one line each; empty when it fits."""
    blocks: Sequence[Mapping[str, Any]] = message.get("blocks") or []
    found = list(_over("text", units(message.get("text", "")), TEXT))
    if not message.get("text", "").strip():
        found.append("text: empty")
    found += _over("blocks", len(blocks), BLOCKS)
    found += _over("characters of all blocks", sum(characters(block) for block in blocks), CHARACTERS)
    found += _over("tables", sum(block["type"] in ("table", "data_table") for block in blocks), TABLES)
    found += _over("charts", sum(block["type"] == "data_visualization" for block in blocks), CHARTS)
    ids = [element["action_id"] for block in blocks for element in block.get("elements", []) if "action_id" in element]
    if len(ids) != len(set(ids)):
        found.append("an action_id twice")
    for place, block in enumerate(blocks):
        found += [f"block {place} ({block['type']}): {problem}" for problem in _block(block)]
    return found


def characters(part: object) -> int:
    """Returns the characters of a block that count towards the total: every text, label, caption and address."""
    total, waiting = 0, [part]
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, dict):
            for key, value in inner.items():
                if not isinstance(value, str):
                    waiting.append(value)
                elif key in _COUNTED:
                    total += units(value)
        elif isinstance(inner, list | tuple):
            waiting += inner
        elif isinstance(inner, str):
            total += units(inner)
    return total


_COUNTED = {"text", "caption", "title", "label", "name", "url", "fallback", "x_label", "y_label"}


def _block(block: Mapping[str, Any]) -> Iterator[str]:
    match block["type"]:
        case "header":
            yield from _text("header", block["text"], HEADER)
        case "rich_text":
            yield from _over("characters", characters(block), TEXT_OBJECT)
            yield from _rich(block["elements"])
        case "context":
            yield from _over("elements", len(block["elements"]), CONTEXT_ELEMENTS, least=1)
            for element in block["elements"]:
                yield from _text("element", element, TEXT_OBJECT)
        case "actions":
            yield from _over("elements", len(block["elements"]), BUTTONS, least=1)
            for element in block["elements"]:
                yield from _over("action_id", units(element["action_id"]), ACTION_ID, least=1)
                yield from _menu(element) if element["type"] == "static_select" else _button(element)
        case "table":
            yield from _rows(block["rows"], TABLE_ROWS)
            yield from _over("column settings", len(block.get("column_settings", [])), TABLE_COLUMNS)
        case "data_table":
            yield from _rows(block["rows"], DATA_TABLE_ROWS)
            yield from _over("page size", block.get("page_size", 5), PAGE_SIZE, least=1)
            yield from _over("caption", units(block["caption"]), TEXT_OBJECT, least=1)
            if any(cell["type"] != "raw_text" for cell in block["rows"][0]):
                yield "a header cell that is not raw text"
        case "data_visualization":
            yield from _chart(block)
        case "divider":
            pass
        case other:
            yield f"a block we never send: {other}"


def _button(button: Mapping[str, Any]) -> Iterator[str]:
    yield from _text("label", button["text"], BUTTON_LABEL)
    yield from _over("value", units(button["value"]), BUTTON_VALUE, least=1)


def _menu(menu: Mapping[str, Any]) -> Iterator[str]:
    yield from _text("placeholder", menu["placeholder"], PLACEHOLDER)
    yield from _over("options", len(menu["options"]), OPTIONS, least=1)
    for option in menu["options"]:
        yield from _text("option", option["text"], OPTION_LABEL)
        yield from _over("option value", units(option["value"]), OPTION_VALUE, least=1)


def _rows(rows: Sequence[Sequence[Mapping[str, Any]]], most: int) -> Iterator[str]:
    yield from _over("rows", len(rows), most, least=2)
    yield from _over("columns", len(rows[0]), TABLE_COLUMNS, least=1)
    if len({len(row) for row in rows}) != 1:
        yield "rows of different lengths"
    yield from _over("characters", sum(characters(row) for row in rows), TABLE_CHARACTERS)
    for cell in (cell for row in rows for cell in row):
        match cell["type"]:
            case "raw_text":
                yield from _over("cell", len(cell["text"]), TEXT_OBJECT, least=1)
            case "raw_number":
                if not isinstance(cell["value"], int | float):
                    yield "a raw_number whose value is no number"
            case "rich_text":
                yield from _rich(cell["elements"])
            case other:
                yield f"a cell of type {other}"


def _chart(block: Mapping[str, Any]) -> Iterator[str]:
    chart = block["chart"]
    yield from _over("title", units(block["title"]), CHART_TITLE, least=1)
    yield from _over("series", len(chart["series"]), CHART_SERIES, least=1)
    categories = chart["axis_config"]["categories"]
    yield from _over("categories", len(categories), CHART_POINTS, least=1)
    for name in ("x_label", "y_label"):
        yield from _over(name, units(chart["axis_config"].get(name, "")), AXIS_LABEL)
    names = [series["name"] for series in chart["series"]]
    if len(set(names)) != len(names):
        yield "a series name twice"
    for each in (*names, *categories):
        yield from _over("label", units(each), CHART_LABEL, least=1)
    for series in chart["series"]:
        if [point["label"] for point in series["data"]] != categories:
            yield "a series whose labels are not the categories"


def _rich(elements: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield from _over("rich text elements", len(elements), 10_000, least=1)
    for element in elements:
        if "elements" in element:
            yield from _rich(element["elements"])
        elif element["type"] == "text" and not element["text"]:
            yield "an empty text"
        elif element["type"] == "link":
            yield from _over("address", units(element["url"]), URL, least=1)
            if not element["url"].startswith(("https://", "http://")):
                yield "an address that is not http"


def _text(name: str, text: Mapping[str, Any], most: int) -> Iterator[str]:
    yield from _over(name, units(text["text"]), most, least=1)


def _over(name: str, number: int, most: int, *, least: int = 0) -> Iterator[str]:
    if number > most:
        yield f"{name}: {number} of at most {most}"
    if number < least:
        yield f"{name}: {number} of at least {least}"
