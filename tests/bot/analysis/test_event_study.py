"""Event studies: what was planted is found, chance ranks like chance, and plain numpy gives the same figures."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.abnormal import (
    ESTIMATION,
    METHODS,
    Course,
    Method,
    Track,
    Window,
    abnormal_volume,
    cumulative,
    expected,
)
from bot.analysis.placebos import FEWEST_PLACEBOS, placebo_places, placebo_sums, ranked
from bot.analysis.studies import PROXY, Asked, Study, study
from bot.days import Day
from bot.facts.book import FactBook
from bot.facts.records import Bar, Bars
from tests.bot.facts_book import at, book, listed, shipped

FIRST = date(2026, 1, 5)
WINDOWS = (Window(-5, -1), Window(0, 1), Window(2, 10))


def days(count: int) -> tuple[Day, ...]:
    return tuple(Day(FIRST + timedelta(days=n)) for n in range(count))


def track(returns: Sequence[float], volumes: Sequence[int | None] = ()) -> Track:
    closes = [100.0]
    for change in returns:
        closes.append(closes[-1] * (1 + change))
    known = tuple(volumes) or (None,) * len(closes)
    return Track(days(len(closes)), tuple(closes), known)


def walk(seed: int, sessions: int, scatter: float = 0.03) -> list[float]:
    chance = random.Random(seed)  # noqa: S311  a seeded walk, no secret
    return [chance.gauss(0, scatter) for _ in range(sessions)]


planted = st.lists(st.floats(-0.2, 0.2), min_size=3, max_size=3)


@given(planted, st.floats(-0.01, 0.01))
def test_a_planted_jump_over_a_steady_drift_is_recovered(jump: list[float], drift: float) -> None:
    moves = [drift] * 60
    for session, extra in zip((40, 41, 42), jump, strict=True):
        moves[session - 1] += extra
    course = Course(track(moves).returns(), usual=True)
    assert cumulative(course, 40, Window(0, 2), ESTIMATION) == pytest.approx(sum(jump), abs=1e-9)


@given(planted, st.integers(0, 1_000))
def test_what_moves_the_market_too_is_taken_off(jump: list[float], seed: int) -> None:
    market = walk(seed, 60)
    own = list(market)
    for session, extra in zip((40, 41, 42), jump, strict=True):
        own[session - 1] += extra
    share = track(own)
    course = Course(share.returns(), expected(share, [track(market), track(market)]))
    assert cumulative(course, 40, Window(0, 2), ESTIMATION) == pytest.approx(sum(jump), abs=1e-9)
    assert cumulative(course, 40, Window(-10, -1), ESTIMATION) == pytest.approx(0, abs=1e-9)


def test_a_panel_of_noisy_shares_shows_the_planted_return_within_its_standard_error() -> None:
    found = []
    for seed in range(200):
        moves = walk(seed, 60)
        moves[39] += 0.05
        total = cumulative(Course(track(moves).returns(), usual=True), 40, Window(0, 0), ESTIMATION)
        assert total is not None
        found.append(total)
    error = float(np.std(found, ddof=1)) / len(found) ** 0.5
    assert abs(float(np.mean(found)) - 0.05) < 3 * error
    assert error < 0.003


@pytest.mark.parametrize("usual", [False, True])
def test_on_random_walks_every_placebo_rank_is_equally_likely(usual: bool) -> None:
    """The largest distance of the ranks' distribution from the even one stays below its bound for one walk in 1,000."""
    places = []
    for seed in range(400):
        course = Course(track(walk(seed, 160)).returns(), usual=usual)
        total = cumulative(course, 120, Window(0, 1), ESTIMATION)
        assert total is not None
        rank = ranked(total, placebo_sums(course, Window(0, 1), ESTIMATION, {120}))
        assert rank is not None
        places.append((rank.place - 0.5) / rank.of)
    even = (np.arange(len(places)) + 0.5) / len(places)
    assert float(np.max(np.abs(np.sort(places) - even))) < 1.95 / len(places) ** 0.5


def test_a_planted_jump_ranks_first() -> None:
    moves = walk(7, 160)
    moves[119] += 0.5
    course = Course(track(moves).returns())
    total = cumulative(course, 120, Window(0, 0), ESTIMATION)
    assert total is not None
    rank = ranked(total, placebo_sums(course, Window(0, 0), ESTIMATION, {120}))
    assert rank is not None and rank.place == 1


@given(st.integers(50, 200), st.integers(-10, 0), st.integers(0, 10), st.sets(st.integers(0, 200), max_size=3))
def test_no_placebo_window_comes_near_a_release(sessions: int, first: int, last: int, releases: set[int]) -> None:
    for place in placebo_places(sessions, Window(first, last), releases):
        inside = range(place + first, place + last + 1)
        assert inside[0] >= 0 and inside[-1] < sessions
        assert all(abs(session - release) > 20 for session in inside for release in releases)


def test_with_few_placebos_there_is_no_rank() -> None:
    assert ranked(0.1, [0.0] * (FEWEST_PLACEBOS - 1)) is None
    assert ranked(0.1, [0.0] * FEWEST_PLACEBOS) is not None


def test_abnormal_volume_is_the_mean_of_three_sessions_over_the_usual_one() -> None:
    volumes = [1_000] * 50 + [4_000, 5_000, 6_000] + [1_000] * 10
    share = track(walk(1, 62), volumes)
    assert abnormal_volume(share, 50) == 5
    gap: list[int | None] = [*volumes]
    gap[51] = None
    assert abnormal_volume(track(walk(1, 62), gap), 50) is None


def closes_of(shipped_book: FactBook, company: str) -> dict[str, float]:
    bars = shipped_book.bars_of(company)
    assert bars is not None
    return {bar.session.iso: float(bar.close) for bar in bars.sessions}


def simple(closes: dict[str, float]) -> dict[str, float]:
    """Simple daily returns by day, the plain way."""
    dates = list(closes)
    changes = np.diff(np.array(list(closes.values()))) / np.array(list(closes.values()))[:-1]
    return dict(zip(dates[1:], changes.tolist(), strict=True))


def independently(company: str, day: str, method: Method, peer: str) -> dict[str, float | None]:
    """Per cent by window, worked out with numpy from the shipped prices alone."""
    facts = shipped()
    own = simple(closes_of(facts, company))
    dates = list(own)
    place = next(n for n, d in enumerate(dates) if d >= day)
    if method == "market":
        tables = [simple(closes_of(facts, c)) for c in PROXY if c != company]
        base = {d: float(np.mean([t[d] for t in tables])) for d in dates if all(d in t for t in tables)}
    elif method == "peer":
        base = simple(closes_of(facts, peer))
    elif method == "mean":
        usual = float(np.mean([own[d] for d in dates[place - 20 : place - 5]]))
        base = dict.fromkeys(dates, usual)
    else:
        base = dict.fromkeys(dates, 0.0)
    found: dict[str, float | None] = {}
    for window in WINDOWS:
        inside = dates[place + window.first : place + window.last + 1]
        whole = len(inside) == window.length and all(d in base for d in inside)
        found[window.text] = 100 * float(np.sum([own[d] - base[d] for d in inside])) if whole else None
    return found


CASES = [("zhipu", "2026-07-08", "minimax"), ("minimax", "2026-07-09", "zhipu"), ("tencent", "2026-04-01", "alibaba")]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(("company", "day", "peer"), CASES)
def test_numpy_gives_the_same_figures_on_the_shipped_prices(company: str, day: str, peer: str, method: Method) -> None:
    asked = Asked(company, Day.of(day), method, peer, windows=WINDOWS)
    found = study(shipped(), asked, at("2026-11-23"))
    assert isinstance(found, Study)
    mine = {w.window.text: None if w.total is None else 100 * w.total for w in found.windows}
    theirs = independently(company, day, method, peer)
    assert mine.keys() == theirs.keys()
    for window, value in theirs.items():
        assert mine[window] == (None if value is None else pytest.approx(value, abs=0.01))
    assert found.n == 15


def priced(company: str, count: int) -> Bars:
    sessions = tuple(Bar(day, Decimal(100 + n % 7)) for n, day in enumerate(days(count)))
    return Bars(listed(company, "2026-01-05"), sessions)


def test_later_prices_do_not_change_an_earlier_study() -> None:
    asked = Asked("zhipu", days(60)[40], "raw", windows=(Window(-5, -1),))
    early = study(book(bars=[priced("zhipu", 45)]), asked, at("2026-12-31"))
    late = study(book(bars=[priced("zhipu", 60)]), asked, at("2026-12-31", days(60)[44].iso))
    assert isinstance(early, Study) and isinstance(late, Study)
    assert [w.total for w in early.windows] == [w.total for w in late.windows]


def test_a_window_with_a_missing_session_is_not_summed() -> None:
    asked = Asked("zhipu", days(60)[40], "raw", windows=(Window(2, 10),))
    found = study(book(bars=[priced("zhipu", 45)]), asked, at("2026-12-31"))
    assert isinstance(found, Study)
    assert found.windows[0].total is None
    assert [c.kind for c in found.cautions] == ["window_incomplete"]


@pytest.mark.parametrize("text", ["3:1", "a:b", "5", "", "1:2:3"])
def test_what_is_no_window_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Window.of(text)
