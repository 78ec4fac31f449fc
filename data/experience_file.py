"""Reading and writing experience.tsv: how often each mark stood in labelled questions of each kind.

One line for each mark, `mark<TAB>kind:count kind:count`; the line of the empty mark counts the questions themselves. It
is made by `make experience` from the labelled questions of the tests and never by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from sys import intern
from typing import Final

from bot.experience import Experience

SHIPPED: Final = Path(__file__).parent / "wordings" / "experience.tsv"


@lru_cache(maxsize=1)
def shipped_experience() -> Experience:
    """Returns what the shipped labelled questions taught, read at its first use; it is part of the program."""
    return read_experience(SHIPPED)


def read_experience(path: Path) -> Experience:
    """Returns the experience that a file holds; raises ValueError for a line that is none."""
    counts = dict(map(_counted, path.read_text(encoding="utf-8").splitlines()))
    return Experience(counts.pop("", {}), counts)


def written_experience(experience: Experience) -> str:
    """Returns experience as the text of its file, in an order of its own, so that the same one is the same text."""
    return "".join(f"{line}\n" for line in _lines(experience))


def _lines(experience: Experience) -> Iterator[str]:
    for mark, kinds in [("", experience.questions), *sorted(experience.marks.items())]:
        yield f"{mark}\t{' '.join(f'{kind}:{count}' for kind, count in sorted(kinds.items()))}"


def _counted(line: str) -> tuple[str, Mapping[str, int]]:
    mark, _, counted = line.partition("\t")
    pairs = (pair.partition(":") for pair in counted.split(" "))
    # The same sixteen words thousands of times: kept once each.
    return mark, {intern(kind): int(count) for kind, _, count in pairs}
