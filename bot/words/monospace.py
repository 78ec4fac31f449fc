"""Tables and records in letters of one width, where a Chinese character takes two columns.

Takes strings that are already written and free of line breaks; knows no platform and no language.
"""

from __future__ import annotations

from collections.abc import Sequence

from wcwidth import iter_graphemes, wcswidth

PHONE = 42
"""Columns that a phone shows of a code block without scrolling sideways."""

GAP = "  "
_NARROWEST_TEXT = 10
_NARROWEST_HEADING = 6


def columns_of(text: str) -> int:
    """Returns how many columns a text takes."""
    return max(0, wcswidth(text))


def wrapped(text: str, width: int) -> tuple[str, ...]:
    """Returns a text in lines of at most the width, broken at spaces and beside wide characters, nothing lost.

    A word that is itself wider than a line is broken between letters, since there is no other way to show it.
    """
    lines: list[str] = []
    line, used = "", 0
    for atom in _atoms(text):
        if used + columns_of(atom.rstrip()) <= width:
            line, used = line + atom, used + columns_of(atom)
            continue
        if line.strip():
            lines.append(line.rstrip())
        line, used = atom, columns_of(atom)
        while columns_of(line.rstrip()) > width:
            head = _head(line, width)
            lines.append(head)
            line = line[len(head) :]
            used = columns_of(line)
    if line.strip() or not lines:
        lines.append(line.rstrip())
    return tuple(lines)


def padded(text: str, width: int, *, right: bool = False) -> str:
    """Returns a text filled with spaces to a width, set left or right."""
    room = " " * max(0, width - columns_of(text))
    return room + text if right else text + room


def table(
    headings: Sequence[str], numeric: Sequence[bool], rows: Sequence[Sequence[str]], width: int
) -> tuple[str, ...] | None:
    """Returns the lines of an aligned table, or None where it cannot be set in the width.

    Figures are never wrapped: their column is as wide as the widest. Headings wrap, and text columns shrink and wrap,
    the widest first.
    """
    if not headings:
        return None
    widths = _widths(headings, numeric, rows, width)
    if widths is None:
        return None
    lines = _row(headings, numeric, widths, bottom=True)
    lines.append(GAP.join("─" * each for each in widths))
    for row in rows:
        lines.extend(_row(row, numeric, widths))
    return tuple(lines)


def records(headings: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> tuple[str, ...]:
    """Returns each row as its first cell and, below it, the other cells with their headings: what suits a wide table.

    Values stand in one column where they all fit beside their headings, else each follows its heading.
    """
    label = max((columns_of(heading) for heading in headings[1:]), default=0)
    value = max((columns_of(cell) for row in rows for cell in row[1:]), default=0)
    beside = len(GAP) + label + len(GAP) + value <= width
    lines: list[str] = []
    for row in rows:
        if lines and len(headings) > 1:
            lines.append("")
        lines.extend(wrapped(row[0], width))
        for heading, cell in zip(headings[1:], row[1:], strict=True):
            if beside:
                lines.append(GAP + padded(heading, label) + GAP + cell)
                continue
            first, *rest = wrapped(f"{heading}: {cell}", width - len(GAP))
            lines.append(GAP + first)
            lines.extend(GAP + GAP + part for part in wrapped(" ".join(rest), width - 2 * len(GAP)) if part)
    return tuple(lines)


def _widths(
    headings: Sequence[str], numeric: Sequence[bool], rows: Sequence[Sequence[str]], width: int
) -> list[int] | None:
    bodies = [max((columns_of(row[place]) for row in rows), default=0) for place in range(len(headings))]
    least: list[int] = []
    widths: list[int] = []
    for place, heading in enumerate(headings):
        longest = max((columns_of(atom.rstrip()) for atom in _atoms(heading)), default=1)
        body = bodies[place]
        least.append(max(body if numeric[place] else min(body, _NARROWEST_TEXT), min(longest, _NARROWEST_TEXT), 1))
        widths.append(max(body, columns_of(heading), 1))
    room = width - len(GAP) * (len(headings) - 1)
    # A heading that is wider than its figures gives way before a text column does: it wraps only once.
    wrapped_heads = [max(body, low, _NARROWEST_HEADING) for body, low in zip(bodies, least, strict=True)]
    for lowest in (wrapped_heads, least):
        while (excess := sum(widths) - room) > 0:
            give = [each - low for each, low in zip(widths, lowest, strict=True)]
            most = max(give)
            if most <= 0:
                break
            # The widest gives first, down to the next widest.
            second = max((other for other in give if other < most), default=0)
            widths[give.index(most)] -= min(excess, max(1, most - max(0, second)))
    if sum(widths) > room:
        return None
    return widths


def _row(cells: Sequence[str], numeric: Sequence[bool], widths: Sequence[int], *, bottom: bool = False) -> list[str]:
    columns = [wrapped(cell, each) for cell, each in zip(cells, widths, strict=True)]
    height = max(len(column) for column in columns)
    lines = []
    for at in range(height):
        parts = []
        for column, each, right in zip(columns, widths, numeric, strict=True):
            place = at - (height - len(column)) if bottom else at
            text = column[place] if 0 <= place < len(column) else ""
            parts.append(padded(text, each, right=right))
        lines.append(GAP.join(parts).rstrip())
    return lines


def _atoms(text: str) -> list[str]:
    """Returns a text in the smallest parts a line may break between: words with their space, single wide characters."""
    atoms: list[str] = []
    word = ""
    for grapheme in iter_graphemes(text):
        if columns_of(grapheme) > 1 and not grapheme.isspace():
            if word:
                atoms.append(word)
            word = ""
            # A figure keeps its Chinese unit (9,693亿), and a closing mark stays with what it closes.
            if atoms and (grapheme in _STAYS or (grapheme in _SCALES and atoms[-1][-1:].isdigit())):
                atoms[-1] += grapheme
            else:
                atoms.append(grapheme)
        elif grapheme == " ":
            atoms.append(word + " ")
            word = ""
        else:
            word += grapheme
    return _opened([*atoms, word] if word else atoms)


def _opened(atoms: list[str]) -> list[str]:
    """An opening mark goes with what it opens, so that no line ends in one."""
    kept: list[str] = []
    for atom in atoms:
        if kept and kept[-1][-1:] in _OPENS:
            kept[-1] += atom
        else:
            kept.append(atom)
    return kept


_OPENS = frozenset("（【《「『“")
_STAYS = frozenset("，。、；：！？）】》」』")
_SCALES = frozenset("万亿千百倍股港美欧英日韩元")


def _head(text: str, width: int) -> str:
    head, used = "", 0
    for grapheme in iter_graphemes(text):
        used += columns_of(grapheme)
        if head and used > width:
            break
        head += grapheme
    return head
