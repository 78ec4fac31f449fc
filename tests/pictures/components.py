"""Discord's messages as a page: roughly what its client draws on dark ground, so that nobody needs a server to look.

Markdown is read as Discord reads it: escapes first, then what stands at a line's start, then what stands within it.
docs.discord.com/developers/reference#message-formatting, support.discord.com "Markdown Text 101"
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from html import escape
from typing import Any

Body = Mapping[str, Any]

STYLE = """
body{font:16px/1.375 'gg sans','Noto Sans CJK SC','Noto Color Emoji',sans-serif;color:#dbdee1;background:#313338;
width:680px;margin:12px 16px}.one{display:flex;gap:16px;margin-bottom:12px}
.face{flex:none;width:40px;height:40px;border-radius:50%;background:#5865f2;color:#fff;font-weight:700;line-height:40px;
text-align:center}.all{flex:1;min-width:0}.who{font-weight:600;color:#f2f3f5}.when{font-size:12px;color:#949ba4}
.app{background:#5865f2;color:#fff;font-size:10px;padding:1px 4px;border-radius:4px;font-weight:600}
.box{background:#2b2d31;border:1px solid #3f4147;border-radius:8px;padding:16px;max-width:600px;margin-top:4px;
box-sizing:border-box}.box>*+*{margin-top:8px}.embed{border-left:4px solid #1e1f22;border-radius:4px}
h2{font-size:20px;margin:0;color:#f2f3f5;line-height:1.3}.line{min-height:1px;overflow-wrap:anywhere}
.line b{color:#f2f3f5}.small{font-size:13px;color:#949ba4}.quote{border-left:4px solid #4e5058;padding-left:12px;
border-radius:4px}.item{padding-left:20px;text-indent:-14px}
pre{font:14px/1.3 'DejaVu Sans Mono','Noto Sans Mono CJK SC',monospace;background:#1e1f22;border:1px solid #1e1f22;
border-radius:4px;padding:8px;margin:4px 0;white-space:pre-wrap}
code{font:85% 'DejaVu Sans Mono','Noto Sans Mono CJK SC',monospace;background:#1e1f22;border-radius:4px;padding:0 4px}
[lang=zh] pre{font-family:'Noto Sans Mono CJK SC',monospace}a{color:#00a8fc;text-decoration:none}
.at{background:#3f4147;border-radius:3px;padding:0 2px}hr{border:0;border-top:1px solid #3f4147;margin:12px 0}
img{max-width:100%;border-radius:8px;display:block}.row{display:flex;flex-wrap:wrap;gap:8px}
button{font:500 14px 'gg sans','Noto Sans CJK SC',sans-serif;color:#fff;background:#4e5058;border:0;border-radius:8px;
padding:6px 16px}.menu{background:#1e1f22;border-radius:8px;padding:8px 12px;flex:1;color:#949ba4;font-size:15px}
.file{background:#2b2d31;border:1px solid #1e1f22;border-radius:8px;padding:12px;color:#00a8fc}
.only{font-size:13px;color:#949ba4;margin-top:4px}
"""

_WITHIN = re.compile(
    r"\\(?P<mark>[^0-9A-Za-z\s])"
    r"|`(?P<code>[^`\n]+)`"
    r"|\[(?P<words>(?:\\.|[^\]\\\n])*)\]\(<(?P<url>[^\s>]+)>\)"
    r"|<t:(?P<time>-?\d+)(?::\w)?>"
    r"|<@(?P<person>\d+)>"
    r"|\*\*(?P<bold>(?:\\.|[^\\\n])+?)\*\*"
)
_START = re.compile(r"(?P<mark>#{2} |-# |> |- )")


def page(messages: Sequence[Body], files: Mapping[str, str]) -> str:
    """Returns a page with messages one below another; `files` says where the pictures they show are."""
    drawn = "".join(_message(message, files) for message in messages)
    return f"<!doctype html><meta charset='utf-8'><style>{STYLE}</style>{drawn}"


def _message(message: Body, files: Mapping[str, str]) -> str:
    parts = [
        *([_markdown(message["content"])] if message.get("content") else []),
        *(f"<div class='box embed'>{_markdown(each['description'])}</div>" for each in message.get("embeds", ())),
        *(_component(each, files) for each in message.get("components", ())),
    ]
    only = "<div class=only>Only you can see this</div>" if message.get("only") else ""
    who = "<span class=who>Twinstar</span> <span class=app>APP</span> <span class=when>09:00</span>"
    shown = "".join(parts)
    chinese = " lang=zh" if re.search(r"[\u4e00-\u9fff]", shown) else ""
    return f"<div class=one{chinese}><div class=face>T</div><div class=all>{who}{shown}{only}</div></div>"


def _component(each: Body, files: Mapping[str, str]) -> str:
    inner = "".join(_component(part, files) for part in each.get("components", ()))
    match each["type"]:
        case 1:
            return f"<div class=row>{inner}</div>"
        case 2:
            return f"<button>{escape(each['label'])}</button>"
        case 3:
            return f"<div class=menu>{escape(each['placeholder'])} ⌄</div>"
        case 10:
            return f"<div>{_markdown(each['content'])}</div>"
        case 12:
            return "".join(_picture(item, files) for item in each["items"])
        case 13:
            return f"<div class=file>{escape(each['file']['url'].removeprefix('attachment://'))}</div>"
        case 14:
            return "<hr>"
        case 17:
            return f"<div class=box>{inner}</div>"
        case other:
            raise ValueError(f"a component that nothing draws: {other}")


def _picture(item: Body, files: Mapping[str, str]) -> str:
    return f"<img src='{escape(files[item['media']['url']])}' alt='{escape(item['description'], quote=True)}'>"


def _markdown(text: str) -> str:
    """Returns markdown as the page's own: code blocks as they stand, every other line by its start."""
    pieces = re.split(r"```\n(.*?)\n```", text, flags=re.DOTALL)
    return "".join(
        f"<pre>{escape(piece)}</pre>" if place % 2 else "".join(_line(line) for line in piece.strip("\n").split("\n"))
        for place, piece in enumerate(pieces)
    )


def _line(line: str) -> str:
    if not line:
        return ""
    found = _START.match(line)
    rest = _within(line[found.end() :] if found else line)
    match found and found["mark"].strip():
        case "##":
            return f"<h2>{rest}</h2>"
        case "-#":
            return f"<div class='line small'>{rest}</div>"
        case ">":
            return f"<div class='line quote'>{rest}</div>"
        case "-":
            return f"<div class='line item'>•  {rest}</div>"
        case _:
            return f"<div class=line>{rest}</div>"


def _within(text: str) -> str:
    shown, at = "", 0
    for found in _WITHIN.finditer(text):
        shown += escape(text[at : found.start()]) + _token(found)
        at = found.end()
    return shown + escape(text[at:])


def _token(found: re.Match[str]) -> str:
    match found.lastgroup:
        case "mark":
            return escape(found["mark"])
        case "code":
            return f"<code>{escape(found['code'])}</code>"
        case "url":
            return f"<a>{_within(found['words'])}</a>"
        case "time":
            return f"<span class=at>{datetime.fromtimestamp(int(found['time']), UTC):%-d %B %Y %H:%M}</span>"
        case "person":
            return "<span class=at>@alice</span>"
        case _:
            return f"<b>{_within(found['bold'])}</b>"
