"""Block Kit as a page: roughly what Slack draws, so that a person can look at what is posted without a workspace."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

Block = Mapping[str, Any]

STYLE = """
body{font:15px/1.46 Lato,'Noto Sans CJK SC','Noto Color Emoji',sans-serif;color:#1d1c1d;width:680px;margin:12px 16px}
.who{font-weight:900}.app{background:#eee;font-size:10px;padding:1px 3px;border-radius:2px;color:#616061}
.only{color:#616061;font-size:12px}h3{font-size:18px;margin:6px 0}p{margin:2px 0 6px;white-space:pre-wrap}
pre{font:12px/1.5 'DejaVu Sans Mono','Noto Sans Mono CJK SC',monospace;background:#f8f8f8;border:1px solid #ddd;
border-radius:4px;padding:8px;margin:4px 0;white-space:pre-wrap}
blockquote{border-left:4px solid #ddd;margin:4px 0;padding-left:12px;white-space:pre-wrap}
table{border-collapse:collapse;font-size:13px;margin:4px 0}td,th{border:1px solid #ddd;padding:3px 8px;
text-align:left;vertical-align:top;max-width:260px}th{background:#f8f8f8}.num{text-align:right}
code{color:#e01e5a;background:#f8f8f8;border:1px solid #ddd;border-radius:3px;font-size:12px;padding:0 3px}
a{color:#1264a3;text-decoration:none}.small{font-size:12px;color:#616061}.cap{font-weight:700;font-size:13px}
button,select{font:700 13px Lato,'Noto Sans CJK SC',sans-serif;background:#fff;border:1px solid #bbb;
border-radius:4px;padding:4px 10px;margin:4px 6px 4px 0}
.window{border:1px solid #bbb;border-radius:8px;padding:8px 16px;width:520px}h2{font-size:18px;margin:4px 0}
.field{display:block;border:1px solid #bbb;border-radius:4px;padding:5px 10px;margin:3px 0}
.pages{font-size:12px;color:#616061}
"""

COLOURS = ("#1264a3", "#e8912d", "#2eb67d", "#e01e5a", "#611f69", "#868686")


def page(messages: Sequence[Mapping[str, Any]]) -> str:
    """Returns a page with messages one below another, each as its blocks or, without any, as its text."""
    drawn = "".join(_message(message) for message in messages)
    return f"<!doctype html><meta charset='utf-8'><style>{STYLE}</style>{drawn}"


def window(view: Mapping[str, Any]) -> str:
    """Returns a page with a window, or with a home tab, which has no title and no buttons of its own."""
    title = f"<h2>{escape(view['title']['text'])}</h2>" if "title" in view else ""
    buttons = "".join(f"<button>{escape(view[name]['text'])}</button>" for name in ("close", "submit") if name in view)
    drawn = f"<div class=window>{title}{''.join(_block(block) for block in view['blocks'])}<hr>{buttons}</div>"
    return f"<!doctype html><meta charset='utf-8'><style>{STYLE}</style>{drawn}"


def _message(message: Mapping[str, Any]) -> str:
    blocks = message.get("blocks") or ()
    body = "".join(_block(block) for block in blocks) or f"<p>{escape(str(message.get('text')))}</p>"
    only = "<div class=only>Only visible to you</div>" if message.get("only") else ""
    return f"<div><span class=who>Twinstar</span> <span class=app>APP</span>{only}{body}</div>"


def _block(block: Block) -> str:
    match block["type"]:
        case "header":
            return f"<h3>{escape(block['text']['text'])}</h3>"
        case "context":
            return "".join(f"<p class=small>{escape(element['text'])}</p>" for element in block["elements"])
        case "rich_text":
            return "".join(_rich(element) for element in block["elements"])
        case "data_table" | "table":
            return _table(block)
        case "data_visualization":
            return _chart(block)
        case "actions":
            return "<div>" + "".join(_action(element) for element in block["elements"]) + "</div>"
        case "divider":
            return "<hr>"
        case "input":
            optional = " <span class=small>(optional)</span>" if block.get("optional") else ""
            hint = f"<p class=small>{escape(block['hint']['text'])}</p>" if "hint" in block else ""
            return f"<p><b>{escape(block['label']['text'])}</b>{optional}<br>{_field(block['element'])}</p>{hint}"
        case other:
            return f"<p>[{escape(str(other))}]</p>"


def _rich(element: Block) -> str:
    inside = "".join(_span(part) for part in element["elements"])
    match element["type"]:
        case "rich_text_preformatted":
            return f"<pre>{inside}</pre>"
        case "rich_text_quote":
            return f"<blockquote>{inside}</blockquote>"
        case "rich_text_list":
            tag = "ol" if element["style"] == "ordered" else "ul"
            lines = ("".join(_span(part) for part in each["elements"]) for each in element["elements"])
            items = "".join(f"<li>{line}</li>" for line in lines)
            return f"<{tag} start={element.get('offset', 0) + 1}>{items}</{tag}>"
        case _:
            return f"<p>{inside}</p>"


def _span(part: Block) -> str:
    match part["type"]:
        case "link":
            return f"<a>{escape(part.get('text') or part['url'])}</a>"
        case "date":
            return f"<a>{escape(part['fallback'])}</a>"
        case "emoji":
            return "⚠️" if part["name"] == "warning" else f":{escape(part['name'])}:"
        case _:
            said, style = escape(str(part.get("text", ""))), part.get("style") or {}
            said = f"<b>{said}</b>" if style.get("bold") else said
            return f"<code>{said}</code>" if style.get("code") else said


def _table(block: Block) -> str:
    head, *rows = block["rows"]
    shown = rows[: block.get("page_size", len(rows))]
    caption = f"<div class=cap>{escape(block['caption'])}</div>" if "caption" in block else ""
    right = {i for i, each in enumerate(block.get("column_settings") or ()) if each.get("align") == "right"}
    lines = "".join(
        "<tr>" + "".join(_cell(cell, right=i in right) for i, cell in enumerate(row)) + "</tr>" for row in shown
    )
    heads = "".join(f"<th>{escape(cell['text'])}</th>" for cell in head)
    pages = f"<div class=pages>1–{len(shown)} of {len(rows)}  ‹ ›</div>" if len(shown) < len(rows) else ""
    return f"{caption}<table><tr>{heads}</tr>{lines}</table>{pages}"


def _cell(cell: Block, *, right: bool) -> str:
    if cell["type"] == "rich_text":
        return f"<td>{''.join(''.join(_span(part) for part in each['elements']) for each in cell['elements'])}</td>"
    return f"<td{' class=num' if right or cell['type'] == 'raw_number' else ''}>{escape(cell['text'])}</td>"


def _chart(block: Block) -> str:
    """Draws the lines only: enough to see whether names, days and units stand where they should."""
    chart, width, height = block["chart"], 620, 200
    values = [point["value"] for series in chart["series"] for point in series["data"]]
    low, high = min([*values, 0]), max([*values, 1])
    lines, names = "", ""
    for colour, series in zip(COLOURS, chart["series"], strict=False):
        step = width / max(1, len(series["data"]) - 1)
        points = " ".join(
            f"{40 + i * step * 0.9:.0f},{height - (p['value'] - low) / (high - low) * (height - 20):.0f}"
            for i, p in enumerate(series["data"])
        )
        lines += f"<polyline points='{points}' fill=none stroke='{colour}' stroke-width=2 />"
        names += f"<span style='color:{colour}'>● {escape(series['name'])}</span>  "
    axis = chart["axis_config"]
    days = "  ".join(escape(each) for each in axis["categories"])
    labels = f"{escape(axis.get('y_label', ''))} · {escape(axis.get('x_label', ''))}"
    drawn = f"<svg width={width} height={height + 6}>{lines}</svg>"
    title = f"<div class=cap>{escape(block['title'])}</div><div class=small>{labels}</div>"
    return f"{title}{drawn}<div class=small>{days}<br>{names}</div>"


def _field(element: Mapping[str, Any]) -> str:
    """What a field shows before anybody touches it."""
    one = [element["initial_option"]] if "initial_option" in element else []
    held = element.get("initial_options", one)
    words = ", ".join(each["text"]["text"] for each in held) or element.get("initial_value", "")
    words = words or element.get("initial_conversation", "")
    sign = "" if element["type"] == "plain_text_input" else " ▾"
    return f"<span class=field>{escape(words) or '&nbsp;'}{sign}</span>"


def _action(element: Block) -> str:
    if element["type"] == "static_select":
        options = "".join(f"<option>{escape(each['text']['text'])}</option>" for each in element["options"])
        return f"<select><option>{escape(element['placeholder']['text'])}</option>{options}</select>"
    return f"<button>{escape(element['text']['text'])}</button>"
