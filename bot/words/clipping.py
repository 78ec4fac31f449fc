"""Text made fit to be shown: one line without invisible tricks, measured and cut without spoiling a figure."""

from __future__ import annotations

import re
import unicodedata

ELLIPSIS = "…"

_INVISIBLE = frozenset("\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u2060\ufeff") | {
    chr(code) for code in (*range(0x202A, 0x202F), *range(0x2061, 0x2070), *range(0xE0000, 0xE0080))
}
_DROPPED = {"Cc", "Cn", "Co", "Cs"}
_FIGURE = re.compile(r"[A-Za-z$€£¥+\-–]*\d(?:[\d.,:/\-]*\d)?[A-Za-z%万亿千百十]*")


def one_line(text: str) -> str:
    """Returns a text on one line, without control, direction and invisible characters.

    The joiner of emoji (U+200D) stays; everything else that a reader cannot see could reorder a line, hide a mention
    from the escaper, or leave a message empty that a platform wants filled.
    """
    # Nothing printable is dropped or replaced, and next to all that is ever written is printable.
    if text.isprintable() and "  " not in text:
        return text
    spaced = (" " if c.isspace() or unicodedata.category(c) in ("Zl", "Zp") else c for c in text)
    kept = (c for c in spaced if c not in _INVISIBLE and unicodedata.category(c) not in _DROPPED)
    return re.sub(r" +", " ", "".join(kept))


def units(text: str) -> int:
    """Returns the length of a text in UTF-16 units.

    Both platforms say "characters" without saying which; UTF-16 units are never fewer than code points, so a text that
    fits by this measure fits by either.
    """
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def safe_cut(text: str, limit: int) -> int:
    """Returns how many characters of a text fit into a limit of UTF-16 units, no figure or joined letter cut.

    A figure is kept with its sign, currency and unit: HK$969.3bn cut to HK$969 would be another amount. Zero when the
    figure at the start does not fit.
    """
    if units(text) <= limit:
        return len(text)
    cut = used = 0
    while cut < len(text) and used + units(text[cut]) <= limit:
        used += units(text[cut])
        cut += 1
    for figure in _FIGURE.finditer(text):
        if figure.start() < cut < figure.end():
            cut = figure.start()
            break
    while 0 < cut < len(text) and (
        unicodedata.combining(text[cut]) or text[cut] in "\u200d\ufe0f" or text[cut - 1] == "\u200d"
    ):
        cut -= 1
    return cut


def clipped(text: str, limit: int) -> str:
    """Returns the text, or as much of it as fits with an ellipsis; never cut inside a figure."""
    if units(text) <= limit:
        return text
    return text[: safe_cut(text, limit - 1)].rstrip() + ELLIPSIS


def parted(text: str, limit: int) -> tuple[str, ...]:
    """Returns a text in parts that each fit into a limit of UTF-16 units, nothing lost; at a space where one is near.

    A single figure longer than the limit is parted all the same: nothing else can be done with it.
    """
    parts: list[str] = []
    rest = text
    while units(rest) > limit:
        cut = safe_cut(rest, limit)
        space = rest.rfind(" ", limit // 2, cut)
        cut = space + 1 if space > 0 else cut
        cut = cut or max(1, limit // 2)
        parts.append(rest[:cut])
        rest = rest[cut:]
    return (*parts, rest) if rest or not parts else tuple(parts)
