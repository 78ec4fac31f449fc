"""Tests over several events: refused where n does not bear them, quiet on chance, loud on what was planted."""

from __future__ import annotations

import random
from collections.abc import Callable

import numpy as np
import pytest

from bot.analysis.event_tests import FEWEST_ESTIMATED, FEWEST_EVENTS, Outcome, Sample, all_tests, bmp, rank, sign

Tested = Callable[[list[Sample]], Outcome]
TESTS: tuple[Tested, ...] = (bmp, rank, sign)


def samples(seed: int, count: int, planted: float = 0.0, before: int = 60) -> list[Sample]:
    chance = random.Random(seed)  # noqa: S311  a seeded sample, no secret
    return [
        Sample(
            tuple(chance.gauss(0, 0.03) for _ in range(before)),
            tuple(chance.gauss(0, 0.03) + planted for _ in range(2)),
        )
        for _ in range(count)
    ]


@pytest.mark.parametrize("test", TESTS)
def test_with_few_events_a_test_is_refused_with_what_it_needs(test: Tested) -> None:
    found = test(samples(1, FEWEST_EVENTS - 1))
    assert (found.refused, found.needed, found.n) == ("too_few_events", FEWEST_EVENTS, FEWEST_EVENTS - 1)
    assert found.statistic is None
    short = test(samples(1, FEWEST_EVENTS, before=FEWEST_ESTIMATED - 1))
    assert short.refused == "too_few_estimated"


@pytest.mark.parametrize("test", TESTS)
def test_a_planted_return_is_found_and_its_sign_kept(test: Tested) -> None:
    for planted in (-0.05, 0.05):
        found = test(samples(3, 40, planted))
        assert found.statistic is not None and found.chance is not None
        assert found.statistic * planted > 0
        assert found.chance < 0.001


@pytest.mark.parametrize("test", TESTS)
def test_on_chance_alone_a_test_is_as_often_wrong_as_it_says(test: Tested) -> None:
    wrong = sum((test(samples(seed, 20)).chance or 1) < 0.05 for seed in range(150))
    assert 1 <= wrong <= 18


def test_bmp_is_what_its_paper_says_where_events_are_not_correlated() -> None:
    """Against numpy, the events' returns before made exactly uncorrelated in pairs, so that nothing is corrected."""
    rng = np.random.default_rng(5)
    basis, _ = np.linalg.qr(rng.normal(size=(60, 12)))
    columns = (basis - basis.mean(axis=0)) * 0.2
    windows = rng.normal(0.02, 0.03, size=(12, 2))
    given = [Sample(tuple(columns[:, k]), tuple(windows[k])) for k in range(12)]
    scaled = windows.sum(axis=1) / (columns.std(axis=0, ddof=1) * np.sqrt(2 + 4 / 60))
    plain = float(scaled.mean() * np.sqrt(12) / scaled.std(ddof=1))
    correlation = np.corrcoef(columns.T)
    r = max(float((correlation.sum() - 12) / (12 * 11)), 0.0)
    found = bmp(given).statistic
    assert found == pytest.approx(plain * np.sqrt((1 - r) / (1 + 11 * r)), rel=1e-6)


def test_events_that_move_together_weaken_the_verdict() -> None:
    apart = samples(9, 20, 0.03)
    shared = apart[0].before
    together = [
        Sample(tuple(0.9 * a + 0.1 * b for a, b in zip(shared, s.before, strict=True)), s.window) for s in apart
    ]
    alone, crowded = bmp(apart), bmp(together)
    assert alone.statistic is not None and crowded.statistic is not None
    assert abs(crowded.statistic) < abs(alone.statistic)


def test_windows_of_unequal_length_have_no_ranks() -> None:
    given = [*samples(1, FEWEST_EVENTS), Sample(samples(2, 1)[0].before, (0.1,))]
    assert rank(given).refused == "unequal_lengths"


def test_a_share_that_never_moved_has_no_scatter() -> None:
    still = [Sample((0.0,) * 20, (0.01,))] * FEWEST_EVENTS
    assert {found.refused for found in all_tests(still)} == {"no_scatter"}
