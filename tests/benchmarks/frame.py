"""Timing things beside one another: in turns, so that a machine that slows down slows all of them down alike."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

Unit = str
LEAST_ROUNDS = 5


@dataclass(frozen=True)
class Contestant:
    """Something measured once a round. `measure` returns the figure of one go, in the bench's unit."""

    name: str
    measure: Callable[[], float]


@dataclass(frozen=True)
class Bench:
    """One figure of ours beside its reference, and a control that has to come out bad.

    The control is the thing done wrong on purpose. When it does not come out at least `apart` times worse than ours,
    the bench cannot tell good from bad and its other figures say nothing either.
    """

    title: str
    unit: Unit
    ours: Sequence[Contestant]
    reference: Contestant
    control: Contestant
    apart: float
    rounds: int = LEAST_ROUNDS

    def __post_init__(self) -> None:
        if self.rounds < LEAST_ROUNDS:
            raise ValueError(f"a median of fewer than {LEAST_ROUNDS} rounds is an anecdote")


@dataclass
class Figures:
    """What one contestant scored, round by round."""

    name: str
    scores: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        """Returns the middle score."""
        return statistics.median(self.scores)

    @property
    def spread(self) -> float:
        """Returns how far the worst lies from the best, as a share of the median."""
        return (max(self.scores) - min(self.scores)) / self.median if self.median else 0.0


@dataclass(frozen=True)
class Outcome:
    """A bench that was run."""

    bench: Bench
    ours: tuple[Figures, ...]
    reference: Figures
    control: Figures

    @property
    def control_is_bad(self) -> bool:
        """Decides whether the control came out as bad as it must, against the first of ours."""
        return self.control.median >= self.bench.apart * self.ours[0].median

    def table(self) -> str:
        """Returns the figures as aligned text, each beside the reference."""
        rows = [*self.ours, self.reference, self.control]
        width = max(len(r.name) for r in rows)
        lines = [self.bench.title]
        for row in rows:
            role = "reference" if row is self.reference else "control" if row is self.control else ""
            times = row.median / self.reference.median if self.reference.median else float("nan")
            lines.append(
                f"  {row.name:<{width}}  {row.median:>10.1f} {self.bench.unit:<3}  ±{row.spread:>4.0%}  "
                f"{times:>6.2f} × reference  {role}".rstrip()
            )
        voided = f"IS NOT {self.bench.apart:g} TIMES WORSE: no figure counts"
        verdict = "is bad, as it must be" if self.control_is_bad else voided
        return "\n".join([*lines, f"  {len(self.reference.scores)} rounds in turns; the control {verdict}"])


def run(bench: Bench) -> Outcome:
    """Measures every contestant once a round, in turns, and returns their figures."""
    contestants = [*bench.ours, bench.reference, bench.control]
    figures = [Figures(c.name) for c in contestants]
    for _ in range(bench.rounds):
        for contestant, figure in zip(contestants, figures, strict=True):
            figure.scores.append(contestant.measure())
    *ours, reference, control = figures
    return Outcome(bench, tuple(ours), reference, control)
