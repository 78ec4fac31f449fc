"""Spans of text as Slack's rich text, whose text elements are shown letter by letter and need no escaping.

docs.slack.dev/reference/block-kit/blocks/rich-text-block
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Literal
from urllib.parse import urlsplit

from adapters.slack.limits import TEXT_OBJECT, URL, characters
from bot.days import Instant
from bot.text import Code, Language, Link, Mention, Plain, Span
from bot.words.clipping import one_line, parted, units

Element = dict[str, Any]
Block = dict[str, Any]

_INSTANT = "{date_short_pretty} {time}"
_ACCOUNT = re.compile("[UW][A-Z0-9]{2,20}")
_LONGEST = TEXT_OBJECT - 400
"""A block is closed before its last line would pass this, leaving room for one address."""


def elements(spans: Sequence[Span], language: Language, *, bold: bool = False) -> list[Element]:
    """Returns spans as the elements of a rich text section; empty spans vanish."""
    return [element for span in spans for element in _element(span, language, bold=bold)]


def text(words: str, *, bold: bool = False, code: bool = False) -> list[Element]:
    """Returns words as text elements, in several where one would be too long for a block; none for no words."""
    style = {name: True for name, on in (("bold", bold), ("code", code)) if on}
    return [
        {"type": "text", "text": part, **({"style": style} if style else {})}
        for part in parted(one_line(words), _LONGEST)
        if part
    ]


def unmarked(words: str) -> str:
    """Returns words for a plain or raw text object, which is shown as it stands.

    Slack's page on escaping speaks of "text objects" without setting plain ones apart, so angle brackets, in which
    every mention and link of Slack's markup stands, give way to look-alikes, and an at sign is parted from its
    name.
    """
    return one_line(words).translate(_PLAIN).strip()


_PLAIN = str.maketrans({"<": "‹", ">": "›", "@": "@\u2060"})


def section(parts: Sequence[Element]) -> Element:
    """Returns one paragraph."""
    return {"type": "rich_text_section", "elements": list(parts)}


def preformatted(lines: Sequence[str]) -> Block:
    """Returns lines in letters of one width."""
    element = {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": "\n".join(lines)}]}
    return {"type": "rich_text", "elements": [element]}


def paragraphs(lines: Iterable[Sequence[Element]]) -> list[Block]:
    """Returns paragraphs in as many blocks as their length asks for."""
    return [{"type": "rich_text", "elements": [section(_broken(group))]} for _, group in _grouped(lines)]


def quotation(lines: Iterable[Sequence[Element]]) -> list[Block]:
    """Returns paragraphs set apart with a bar at their left."""
    return [
        {
            "type": "rich_text",
            "elements": [{"type": "rich_text_quote", "elements": _broken(group)}],
        }
        for _, group in _grouped(lines)
    ]


def listed(lines: Iterable[Sequence[Element]], style: Literal["bullet", "ordered"]) -> list[Block]:
    """Returns a list, numbered on from block to block when ordered."""
    blocks = []
    for before, group in _grouped(lines):
        element: Element = {"type": "rich_text_list", "style": style, "elements": [section(line) for line in group]}
        if style == "ordered" and before:
            element["offset"] = before
        blocks.append({"type": "rich_text", "elements": [element]})
    return blocks


def _element(span: Span, language: Language, *, bold: bool) -> list[Element]:
    match span:
        case Plain(text=words):
            return text(words, bold=bold)
        case Code(text=words):
            return text(words, code=True)
        case Link(url=url):
            words = one_line(span.label.written(language)).strip()
            if not is_address(url):
                return text(words, bold=bold)
            return [{"type": "link", "url": url, "text": parted(words, 500)[0] or url}]
        case Instant():
            at = int(span.at.timestamp())
            return [{"type": "date", "timestamp": at, "format": _INSTANT, "fallback": span.written}]
        case Mention(platform="slack", id=id) if _ACCOUNT.fullmatch(id):
            return [{"type": "user", "user_id": id}]
        case Mention(otherwise=words):
            return text(words, bold=bold)


def is_address(url: str) -> bool:
    """Decides whether a source's address may be linked: http or https with a host, no spaces, not overlong."""
    if not url.isprintable() or any(c.isspace() or c in '<>|"' for c in url) or units(url) > min(URL, 400):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def _grouped(lines: Iterable[Sequence[Element]]) -> list[tuple[int, list[Sequence[Element]]]]:
    """Returns the lines in groups that fit into a block, each with the number of lines before it.

    A line too long for a block of its own continues in the next one.
    """
    groups: list[tuple[int, list[Sequence[Element]]]] = []
    room = 0
    for number, line in enumerate(lines):
        for part in _pieces(line):
            size = sum(characters(element) for element in part) + 1
            if size > room or not groups:
                groups.append((number, []))
                room = TEXT_OBJECT
            groups[-1][1].append(part)
            room -= size
    return groups


def _pieces(line: Sequence[Element]) -> list[list[Element]]:
    pieces: list[list[Element]] = []
    room = 0
    for element in line:
        size = characters(element)
        if size > room or not pieces:
            pieces.append([])
            room = TEXT_OBJECT - 10
        pieces[-1].append(element)
        room -= size
    return pieces


def _broken(group: Sequence[Sequence[Element]]) -> list[Element]:
    """Returns lines in one run: a client may set a second section on the same line, a line break it may not lose."""
    parts: list[Element] = []
    for line in group:
        parts += [*([{"type": "text", "text": "\n"}] if parts else []), *line]
    return parts
