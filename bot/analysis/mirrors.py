"""The mirror: two ratios beside each other, how much one exaggerates the other, and whether chance would do as well.

The gain is ln R1 / ln R2: 1 is an equal mirror, 15 a grotesque one, below zero the pairs lean to different sides. It
has no meaning where the second ratio is near 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from random import Random

from bot.analysis.series import Point, Series
from bot.days import Day
from bot.quantities import EXACT, divided

NEAR_PARITY = Decimal("0.05")
"""Within this |ln R|, about 5 %, a ratio says nobody leads, and dividing by its log says nothing."""

MOST_PAIRINGS = 5_000
"""Pairings that a placebo looks at; of more, so many are drawn."""

OLDEST_START = 365
"""Days: a private round older than a year says little about the day a comparison begins."""

SEED = 20260625
"""The day of the article: the same question draws the same sample."""

Pairing = tuple[str, str, str, str]
"""Four companies in their roles: the first is to the second as the third is to the fourth."""


@dataclass(frozen=True, slots=True)
class Gain:
    """Two ratios with their natural logarithms; `gain` is None where |ln| of the second is below NEAR_PARITY."""

    ratios: tuple[Decimal, Decimal]
    logs: tuple[Decimal, Decimal]
    gain: Decimal | None


def gain(first: Decimal, second: Decimal) -> Gain:
    """Returns ln(first) / ln(second), refused near parity; raises ValueError for a ratio that is not above zero."""
    if min(first, second) <= 0:
        raise ValueError("a ratio has a logarithm above zero only")
    logs = (EXACT.ln(first), EXACT.ln(second))
    size = None if EXACT.abs(logs[1]) < NEAR_PARITY else divided(*logs)
    return Gain((first, second), logs, size)


@dataclass(frozen=True, slots=True)
class Placebo:
    """Where one pairing stands among all others: `rank` 1 is the most alike of `n`, its own place included.

    `sampled` says that `n` are a seeded sample of `possible` pairings.
    """

    alike: Decimal
    rank: int
    n: int
    possible: int
    companies: tuple[str, ...]

    @property
    def sampled(self) -> bool:
        """Decides whether not all pairings were looked at."""
        return self.n < self.possible


def alike(moves: Mapping[str, Decimal], pairing: Pairing) -> Decimal:
    """Returns how far both ratios of a pairing moved to the same side, negative where they moved apart.

    `moves` is each company's ln(value at the end / value at the start). The change of ln(a / b) is a's move less b's;
    the geometric mean of both changes counts, so that one pair's large move cannot make up for the other's rest.
    """
    one, other = (EXACT.subtract(moves[a], moves[b]) for a, b in (pairing[:2], pairing[2:]))
    size = EXACT.sqrt(EXACT.multiply(EXACT.abs(one), EXACT.abs(other)))
    return size if (one >= 0) == (other >= 0) else EXACT.minus(size)


def moves_between(lines: Iterable[Series], start: Day, end: Day) -> dict[str, Decimal]:
    """Returns ln(value at the end / value at the start) of each company that stood at a value on both days.

    All lines are of one currency. A value more than OLDEST_START days old at the start is no value of that day.
    """
    found: dict[str, Decimal] = {}
    for line in lines:
        first, last = line.standing(start), line.standing(end)
        if _usable(first, start) and first is not None and last is not None and last.value > 0:
            found[line.company] = EXACT.subtract(EXACT.ln(last.value), EXACT.ln(first.value))
    return found


def _usable(point: Point | None, start: Day) -> bool:
    return point is not None and point.value > 0 and start.since(point.day) <= OLDEST_START


def placebo(
    moves: Mapping[str, Decimal], pairing: Pairing, *, most: int = MOST_PAIRINGS, seed: int = SEED
) -> Placebo | None:
    """Returns the rank of a pairing among every way to set four of the companies into the four roles.

    Turning both pairs round, or one pair for the other, is the same mirror and counted once. Ties go before the asked
    pairing, so that its rank is never flattered. None without the move of one of the four.
    """
    companies = tuple(sorted(moves))
    if not set(pairing) <= set(companies):
        return None
    own = alike(moves, pairing)
    possible = _possible(len(companies))
    others = _sampled(companies, pairing, most - 1, seed) if possible > most else _others(companies, pairing)
    scores = [alike(moves, other) for other in others]
    return Placebo(own, 1 + sum(score >= own for score in scores), 1 + len(scores), possible, companies)


def pairings(companies: Sequence[str]) -> Iterator[Pairing]:
    """Returns every mirror that companies can form, each once: three ways to pair four, and two to face the pairs."""
    for four in combinations(companies, 4):
        yield from _of_four(*four)


def _of_four(a: str, b: str, c: str, d: str) -> tuple[Pairing, ...]:
    return (a, b, c, d), (a, b, d, c), (a, c, b, d), (a, c, d, b), (a, d, b, c), (a, d, c, b)


def _others(companies: Sequence[str], pairing: Pairing) -> Iterator[Pairing]:
    own = canonical(pairing)
    return (p for p in pairings(companies) if canonical(p) != own)


def canonical(pairing: Pairing) -> Pairing:
    """Returns the one way to write a mirror: turned and swapped so that the first company sorts before the others."""
    a, b, c, d = pairing
    return min((a, b, c, d), (b, a, d, c), (c, d, a, b), (d, c, b, a))


def _possible(count: int) -> int:
    return count * (count - 1) * (count - 2) * (count - 3) // 4


def _sampled(companies: Sequence[str], pairing: Pairing, wanted: int, seed: int) -> Iterator[Pairing]:
    """Draws different pairings; every one is as likely as any other."""
    draw = Random(seed)  # noqa: S311  a sample for statistics, to be the same each time
    seen = {canonical(pairing)}
    while len(seen) <= wanted:
        four = draw.sample(companies, 4)
        found = canonical((four[0], four[1], four[2], four[3]))
        if found not in seen:
            seen.add(found)
            yield found
