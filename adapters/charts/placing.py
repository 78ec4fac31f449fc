"""Where labels stand so that none covers another: above one another in a column, and in lanes above the plot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


def stacked(wanted: Sequence[tuple[float, float]], top: float, bottom: float) -> list[float]:
    """Returns the upper edges of labels, given the middle each wants and its height, in the order given.

    Labels keep the order of their wishes and move as little as is needed; together they must fit from top to bottom.
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
    """A label for a spot on the axis: its rows in several wordings, the longest first, each with its width."""

    x: float
    wordings: tuple[tuple[tuple[str, ...], float], ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """Rows in lanes upwards from `lane`, the last row lowest: lane 0 is the one next to the plot.

    A stem runs down to the plot at the wish's x, from below the rows or from beside them.
    """

    rows: tuple[str, ...]
    left: float
    width: float
    lane: int


def laned(wishes: Sequence[Wish], left: float, right: float, most: int, apart: float = 14) -> list[Placed | None]:
    """Returns where each label stands in at most so many lanes, None for one that finds no place.

    Labels of one lane keep `apart`, and no stem crosses another label. The rightmost choose first and stand to the
    right of their stems: whoever comes next then finds its own stem free.
    """
    taken: list[list[tuple[float, float]]] = [[] for _ in range(most)]
    found: dict[int, Placed | None] = {}
    for at in sorted(range(len(wishes)), key=lambda place: -wishes[place].x):
        placed = _first_place(wishes[at], taken, left, right, apart)
        found[at] = placed
        if placed is None:
            continue
        for lane in range(placed.lane + len(placed.rows)):
            taken[lane].append((wishes[at].x - 4, wishes[at].x + 4))
            if lane >= placed.lane:
                taken[lane].append((placed.left - apart / 2, placed.left + placed.width + apart / 2))
    return [found[at] for at in range(len(wishes))]


def _first_place(
    wish: Wish, taken: list[list[tuple[float, float]]], left: float, right: float, apart: float
) -> Placed | None:
    def free(lane: int, start: float, end: float) -> bool:
        return all(end <= from_ or to <= start for from_, to in taken[lane])

    for rows, width in wish.wordings:
        centred = min(max(wish.x - width / 2, left), right - width)
        starts = [at for at in (wish.x + 7, centred, wish.x - 7 - width) if left <= at and at + width <= right]
        for start in starts:
            ends = start - apart / 2, start + width + apart / 2
            for lane in range(len(taken) - len(rows) + 1):
                top = lane + len(rows)
                stem = all(free(lower, wish.x - 4, wish.x + 4) for lower in range(top))
                if stem and all(free(each, *ends) for each in range(lane, top)):
                    return Placed(rows, start, width, lane)
    return None
