"""The bench frame: turns, medians, and a control that must come out bad."""

from __future__ import annotations

import itertools

import pytest

from tests.benchmarks.frame import Bench, Contestant, run


def bench(control: float, order: list[str] | None = None, rounds: int = 5) -> Bench:
    def measured(name: str, scores: list[float]) -> Contestant:
        ring = itertools.cycle(scores)

        def measure() -> float:
            if order is not None:
                order.append(name)
            return next(ring)

        return Contestant(name, measure)

    return Bench(
        "Answering",
        "ms",
        ours=(measured("ours", [9, 10, 11, 10, 90]),),
        reference=measured("reference", [5]),
        control=measured("control", [control]),
        apart=2,
        rounds=rounds,
    )


def test_contestants_are_measured_in_turns() -> None:
    order: list[str] = []
    run(bench(30, order))
    assert order == ["ours", "reference", "control"] * 5


def test_one_slow_round_moves_the_spread_and_not_the_figure() -> None:
    (ours,) = run(bench(30)).ours
    assert (ours.median, ours.spread) == (10, 8.1)
    assert "10.0 ms" in run(bench(30)).table() and "2.00 × reference" in run(bench(30)).table()


@pytest.mark.parametrize(("control", "bad"), [(19, False), (20, True)])
def test_a_control_that_is_not_bad_enough_voids_the_bench(control: float, bad: bool) -> None:
    outcome = run(bench(control))
    assert outcome.control_is_bad is bad
    assert ("no figure counts" in outcome.table()) is not bad


def test_few_rounds_are_refused() -> None:
    with pytest.raises(ValueError, match="anecdote"):
        bench(30, rounds=4)
