"""A small reader of Discord's markdown, written from its documentation and not from our escaper.

Takes escapes first, as Discord does: a backslash before any mark that is no letter, digit or space shows that mark.
docs.discord.com/developers/reference#message-formatting, support.discord.com "Markdown Text 101"
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"(?P<escape>\\[^0-9A-Za-z\s])"
    r"|(?P<fence>```.*?```)"
    r"|(?P<code>`[^`\n]+`)"
    r"|(?P<link>\[(?:\\.|[^\]\\\n])*\]\(<?[^\s>]+>?\))"
    r"|(?P<time><t:-?\d+(?::[tTdDfFR])?>)"
    r"|(?P<special><(?:@[!&]?|#|/|a?:|id:|https?:|mailto:|\+)[^>\n]*>)"
    r"|(?P<told>@(?:everyone|here))"
    r"|(?P<address>(?:https?|steam|discord)://\S+)"
    r"|(?P<emoji>:[\w~-]+:)"
    r"|(?P<format>\*+|_+|~~|\|\|)",
    re.DOTALL,
)
_LINE = re.compile(r"^(?P<mark>#{1,3} |-# |>>> |> |[-*+] |\d+[.)] )")


@dataclass
class Read:
    """What Discord would make of a text: the words it shows, and what has a meaning, by kind."""

    words: str
    meanings: list[tuple[str, str]]


def read(text: str) -> Read:
    """Returns a text as Discord would read it. Code keeps its letters; an escape shows its mark."""
    meanings: list[tuple[str, str]] = []

    def token(match: re.Match[str]) -> str:
        kind = str(match.lastgroup)
        if kind == "escape":
            return match[0][1]
        meanings.append((kind, match[0]))
        if kind == "fence":
            return match[0][4:-4]
        if kind == "link":
            return re.sub(r"\\(.)", r"\1", match[0][1 : match[0].rindex("](")])
        return match[0].strip("`") if kind == "code" else "" if kind == "format" else match[0]

    fences = [match.span() for match in re.finditer(r"```.*?```", text, re.DOTALL)]
    at = 0
    for line in text.split("\n"):
        if not any(start <= at < end for start, end in fences):
            rest = line
            while (match := _LINE.match(rest)) is not None:
                meanings.append(("line", match["mark"].strip()))
                rest = rest[match.end() :]
        at += len(line) + 1
    return Read(_TOKEN.sub(token, text), meanings)
