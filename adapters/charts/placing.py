"""Where labels stand so that none covers another: above one another in a column, and in lanes above the plot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


def stacked(wanted: Sequence[tuple[float, float]], top: float, bottom: float) -> list[float]:
    """Returns the upper edges of labels, given the middle each wants and its height, in the order given.

    Labels keep the order of their wishes and move as little as is needed; together they must fit between top and bottom.
    """
    order = sorted(range(len(wanted)), key=lambda place: (wanted[place][0], place))
    groups: list[_Group] = []
    for place in order:
        middle, height = wanted[place]
        groups.append(_Group([place], middle - height / 2, height))
        while len(groups) > 1 and groups[-2].top + groups[-2].height > groups[-1].top:
            last = groups.pop()
            groups[-1] = groups[-1].joined(last, top, bottom)
        groups[-1].hold(top, bottom)
        while len(groups) > 1 and groups[-2].top + groups[-2].height > groups[-1].top:
            last = groups.pop()
            groups[-1] = groups[-1].joined(last, top, bottom)
    edges = [0.0] * len(wanted)
    for group in groups:
        at = group.top
        for place in group.places:
            edges[place] = at
            at += wanted[place][1]
    return edges


@dataclass
class _Group:
    places: list[int]
    top: float
    height: float

    def joined(self, below: _Group, top: float, bottom: float) -> _Group:
        """Returns both as one group in the middle of what its labels wanted."""
        weights = (len(self.places), len(below.places))
        middles = (self.top + self.height / 2, below.top + below.height / 2)
        height = self.height + below.height
        # Each half pulls by its number of labels towards where it stood.
        pull = (middles[0] + below.height / 2) * weights[0] + (middles[1] - self.height / 2) * weights[1]
        made = _Group([*self.places, *below.places], pull / sum(weights) - height / 2, height)
        made.hold(top, bottom)
        return made

    def hold(self, top: float, bottom: float) -> None:
        """Keeps the group between top and bottom."""
        self.top = max(top, min(self.top, bottom - self.height))


@dataclass(frozen=True, slots=True)
class Wish:
    """A label for a spot on the axis: its words from the longest to the shortest, each with its width."""

    x: float
    words: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """Words in a lane: 0 is the one next to the plot. A stem runs down to the plot from below the words, or beside them."""

    words: str
    left: float
    lane: int


@dataclass
class _Lanes:
    taken: list[list[tuple[float, float]]] = field(default_factory=list)

    def free(self, lane: int, left: float, right: float) -> bool:
        return all(right <= start or end <= left for start, end in self.taken[lane])


def laned(wishes: Sequence[Wish], left: float, right: float, most: int, apart: float = 14) -> list[Placed | None]:
    """Returns where each label stands, None for one that finds no place; earlier wishes choose first.

    Neither do labels of one lane come closer than `apart`, nor does the stem of a higher one cross a lower one.
    """
    lanes = _Lanes([[] for _ in range(most)])
    found: list[Placed | None] = []
    for wish in wishes:
        placed = _first_place(wish, lanes, left, right, most, apart)
        found.append(placed)
        if placed is None:
            continue
        width = dict(wish.words)[placed.words]
        lanes.taken[placed.lane].append((placed.left - apart / 2, placed.left + width + apart / 2))
        for lower in range(placed.lane + 1):
            lanes.taken[lower].append((wish.x - 4, wish.x + 4))
    return found


def _first_place(wish: Wish, lanes: _Lanes, left: float, right: float, most: int, apart: float) -> Placed | None:
    for words, width in wish.words:
        if width > right - left:
            continue
        centred = min(max(wish.x - width / 2, left), right - width)
        beside = (wish.x + 6, wish.x - 6 - width)
        for lane in range(most):
            stem = all(lanes.free(lower, wish.x - 4, wish.x + 4) for lower in range(lane + 1))
            for start in (centred, *beside):
                inside = left <= start and start + width <= right
                if inside and stem and lanes.free(lane, start - apart / 2, start + width + apart / 2):
                    return Placed(words, start, lane)
    return None
