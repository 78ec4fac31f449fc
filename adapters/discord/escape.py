"""Text as Discord's markdown that shows it letter by letter, and spans as the markdown they ask for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote, urlsplit

from adapters.discord.limits import URL
from bot.days import Instant
from bot.text import Code, Language, Link, Mention, Plain, Span
from bot.words.clipping import clipped, one_line, parted, units

_MARKS = re.compile(r"[\\*_~|`<>\[\]:]")
_LINE_START = re.compile(r"^(\s*)(?:([#+\-])|(\d+)(?=[.)]\s|[.)]$))")
_JOINER = "\u2060"

LONGEST_LINE = 1_500
"""UTF-16 units of a line we write; a longer one goes on in the next. Three quarters of the smallest message."""

_LONGEST_TOKEN = 350
"""UTF-16 units of raw text escaped in one go: every mark may take a backslash, and a link its address as well."""


def escaped(text: str) -> str:
    """Returns a text on one line that Discord shows as it stands.

    A backslash stands before every mark of markdown. discord.utils.escape_markdown leaves addresses, headings below the
    first three, small print, numbered lists, and all that starts with < (mentions, timestamps, emoji, commands) as they
    are, so it does not do here. Discord's own rule: a backslash takes the meaning from any mark that is no letter,
    digit or space. Mentions are broken as well, though allowed_mentions is none on everything we send.
    """
    text = _MARKS.sub(r"\\\g<0>", one_line(text))
    text = text.replace("@", f"@{_JOINER}")
    return _LINE_START.sub(_start, text)


def written(spans: Sequence[Span], language: Language, before: str = "") -> tuple[str, ...]:
    """Returns spans as lines of markdown, each no longer than LONGEST_LINE and beginning with `before`.

    As a rule one line. Breaks come between words, never inside an escape, a link or a figure. None for no words.
    """
    lines: list[str] = []
    line = ""
    for token in (token for span in spans for token in _tokens(span, language)):
        if line and units(before + line + token) > LONGEST_LINE:
            lines.append(line)
            line = ""
        line += token
    return tuple(before + each.strip() for each in (*lines, line) if each.strip())


def coded(lines: Sequence[str]) -> str:
    """Returns lines as a code block, in which nothing has a meaning but its own end."""
    return "```\n" + "\n".join(_unticked(line) for line in lines) + "\n```"


def _tokens(span: Span, language: Language) -> list[str]:
    match span:
        case Plain(text=text):
            return [escaped(part) for part in parted(one_line(text), _LONGEST_TOKEN)]
        case Code(text=text):
            parts = (part.strip() for part in parted(_unticked(one_line(text)), _LONGEST_TOKEN))
            return [f"`{part}`" for part in parts if part]
        case Link(url=url):
            words = clipped(one_line(span.label.written(language)).strip() or url, _LONGEST_TOKEN)
            address = _address(url)
            return [f"[{escaped(words)}](<{address}>)" if address else escaped(words)]
        case Instant():
            return [f"<t:{int(span.at.timestamp())}:f>"]
        case Mention(platform="discord", id=id) if id.isascii() and id.isdigit():
            # A name and no call: what is sent lets nobody be mentioned (allowed_mentions).
            return [f"<@{id}>"]
        case Mention(otherwise=words):
            return [escaped(words)]


def _address(url: str) -> str:
    """Returns a source's address as it may stand in a link, empty for one that is not http or https with a host."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    safe = quote(url, safe="%/:?#@!$&*+,;=~._-'")
    fit = parts.scheme in ("http", "https") and parts.hostname and not any(c.isspace() for c in url)
    return safe if fit and units(safe) <= URL else ""


def _start(match: re.Match[str]) -> str:
    space, mark, number = match.groups()
    return f"{space}\\{mark}" if mark else f"{space}{number}\\"


def _unticked(text: str) -> str:
    return text.replace("`", "\u02cb")
