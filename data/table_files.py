"""Reading comma-separated tables line by line, so that a fault is named by the line a person finds it on.

Memory stays flat whatever the length: one row is held at a time.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from bot.text import Message, Raw, Typed

_LONGEST_CELL = 100_000
_UTF8_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a file: where it stands and a sentence that says what and what to do about it.

    `line` is counted from 1 with the heading; 0 means the file as a whole.
    """

    file: str
    line: int
    what: Message


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, its cells without surrounding spaces, and the line it begins on."""

    file: str
    line: int
    cells: Mapping[str, str]

    def fault(self, key: str, **args: str | int) -> Fault:
        """Returns a fault of this row; text arguments are shown as they are."""
        return fault(self.file, self.line, key, **args)


def fault(file: str, line: int, key: str, **args: str | int) -> Fault:
    """Returns a fault with its sentence; `column` is shown as something to type, other texts as they are."""
    typed = {
        name: value if isinstance(value, int) else Typed(value) if name == "column" else Raw(value)
        for name, value in args.items()
    }
    return Fault(file, line, Message(key, typed))


class FaultError(Exception):
    """Carries what is wrong with one cell, before it is known where the cell stands."""

    def __init__(self, key: str, **args: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.arguments = args


def read_rows(
    path: Path, required: Sequence[str], *, name: str = "", optional: Sequence[str] = ()
) -> Iterator[Row | Fault]:
    """Yields every row of a file, and a fault for each line that is none; the rows around a bad one are still read.

    A file that cannot be opened, whose heading is not UTF-8 or that lacks a column yields one fault and nothing else.
    """
    name = name or path.name
    try:
        stream = path.open("rb")
    except OSError:
        yield fault(name, 0, "file-unreadable")
        return
    with stream:
        lines = _Lines(stream)
        reader = csv.reader(lines, strict=True)
        try:
            header = [cell.strip() for cell in next(reader, [])]
        except csv.Error:
            header = []
        if lines.bad:
            yield fault(name, lines.number, "file-not-utf8")
            return
        missing = [column for column in required if column not in header]
        if missing:
            yield fault(name, 1, "file-lacks-column", column=missing[0])
            return
        unknown = [column for column in header if column not in required and column not in optional]
        if unknown or len(set(header)) != len(header):
            yield fault(name, 1, "file-unknown-column", column=(unknown or header)[0])
            return
        yield from _body(name, reader, lines, header)


def _body(name: str, reader: Iterator[list[str]], lines: _Lines, header: list[str]) -> Iterator[Row | Fault]:
    while True:
        first, lines.bad = lines.number + 1, False
        try:
            cells = next(reader, None)
        except csv.Error:
            yield fault(name, first, "row-broken")
            if lines.ended:
                return
            reader = csv.reader(lines, strict=True)
            continue
        if cells is None:
            return
        if lines.bad:
            yield fault(name, first, "row-not-utf8")
        elif not any(cell.strip() for cell in cells):
            continue
        elif len(cells) != len(header):
            yield fault(name, first, "row-wrong-length", found=len(cells), expected=len(header))
        else:
            yield Row(name, first, dict(zip(header, (cell.strip() for cell in cells), strict=True)))


class _Lines:
    """The lines of a file as text; remembers whether one was not UTF-8, which the csv module would only raise."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.number = 0
        self.bad = False
        self.ended = False

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._stream.readline(_LONGEST_CELL)
        if not line:
            self.ended = True
            raise StopIteration
        self.number += 1
        if self.number == 1:
            line = line.removeprefix(_UTF8_MARK)
        try:
            return line.decode()
        except UnicodeDecodeError:
            self.bad = True
            return line.decode(errors="replace")
