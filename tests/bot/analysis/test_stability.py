"""Whether an order survives its sources: the fast way says what trying every combination says."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations, product

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from bot.analysis.candidates import contender
from bot.analysis.figures import Evidence
from bot.analysis.measuring import figure
from bot.analysis.stability import Candidate, Contender, Deviation, Stability, order_stability
from bot.quantities import Money, Range, Shares
from tests.bot.facts_book import EURO_RATES, FixedRates, at, claim, evidence, listed, sessions, shipped

MOST_CLAIMS = 12


def value(ident: str, number: int) -> Candidate:
    return Candidate((ident,), Decimal(number), Decimal(number))


def by_brute_force(contenders: list[Contender]) -> Stability:
    """Tries every way of picking one figure for each company."""
    picks = [[(c.chosen, 0), *((d, 1) for d in c.disputed_by)] for c in contenders]
    base = ranking([(c.company, c.chosen) for c in contenders])
    if base is None:
        return Stability((), "undecided")
    broken = []
    for combination in product(*picks):
        taken = [(c.company, pick[0]) for c, pick in zip(contenders, combination, strict=True)]
        if ranking(taken) != base:
            broken.append(
                frozenset(
                    Deviation(c.company, candidate)
                    for c, (candidate, off) in zip(contenders, combination, strict=True)
                    if off
                )
            )
    if not broken:
        return Stability(base, "survives")
    fewest = min(len(b) for b in broken)
    return Stability(base, "flips", frozenset(b for b in broken if len(b) == fewest))


def ranking(taken: list[tuple[str, Candidate]]) -> tuple[str, ...] | None:
    """Returns the order, highest first, None where any two tie or overlap."""
    for (_, one), (_, other) in combinations(taken, 2):
        if not (one.bottom > other.top or other.bottom > one.top):
            return None
    return tuple(name for name, _ in sorted(taken, key=lambda t: t[1].bottom, reverse=True))


@st.composite
def books(draw: st.DrawFn, nearest: int = 6) -> list[Contender]:
    """Draws up to four companies some way apart, with up to 12 disputing claims that reach more or less far."""
    spread = draw(st.sampled_from([3, 9, 9, 25]))
    left, centre = MOST_CLAIMS, 0
    found = []
    for place in range(draw(st.integers(2, 4))):
        centre += draw(st.integers(nearest, 14))
        disputes = draw(st.integers(0, min(left, 4)))
        left -= disputes
        figures = [candidate(draw, f"{place}-{n}", centre, spread if n else 0) for n in range(disputes + 1)]
        found.append(Contender(f"company {place}", figures[0], tuple(figures[1:])))
    return draw(st.permutations(found))


def candidate(draw: st.DrawFn, ident: str, centre: int, spread: int) -> Candidate:
    low = Decimal(centre + draw(st.integers(-spread, spread)))
    open_ended = ["at least", "at most"] if draw(st.integers(0, 9)) == 0 else []
    shape = draw(st.sampled_from(["value", "value", "range", *open_ended]))
    high = low + draw(st.integers(0, 6)) if shape == "range" else low
    return Candidate((ident,), None if shape == "at most" else low, None if shape == "at least" else high)


@settings(max_examples=3000, deadline=None)
@given(books())
def test_the_fast_verdict_is_that_of_every_combination(contenders: list[Contender]) -> None:
    found, expected = order_stability(contenders), by_brute_force(contenders)
    event(f"{expected.verdict}, {max((len(p) for p in expected.pivots), default=0)} to break it")
    assert found.verdict == expected.verdict
    assert found.pivots == expected.pivots
    if expected.verdict != "undecided":
        assert found.order == expected.order


@settings(max_examples=1000, deadline=None)
@given(books(nearest=0))
def test_books_of_companies_that_tie_and_overlap_agree_too(contenders: list[Contender]) -> None:
    found, expected = order_stability(contenders), by_brute_force(contenders)
    assert (found.verdict, found.pivots) == (expected.verdict, expected.pivots)


@given(books(), st.data())
def test_the_order_in_which_companies_are_named_does_not_matter(
    contenders: list[Contender], data: st.DataObject
) -> None:
    assert order_stability(data.draw(st.permutations(contenders))) == order_stability(contenders)


def test_one_claim_that_flips_the_order_is_named() -> None:
    a = Contender("a", value("a0", 100), (value("a1", 80), value("a2", 99)))
    b = Contender("b", value("b0", 90), (value("b1", 95),))
    found = order_stability([b, a])
    assert (found.order, found.verdict) == (("a", "b"), "flips")
    assert found.pivots == {frozenset({Deviation("a", value("a1", 80))})}


def test_two_claims_are_named_where_neither_flips_it_alone() -> None:
    a = Contender("a", value("a0", 100), (value("a1", 92),))
    b = Contender("b", value("b0", 90), (value("b1", 95),))
    found = order_stability([a, b])
    assert found.pivots == {frozenset({Deviation("a", value("a1", 92)), Deviation("b", value("b1", 95))})}


def test_who_had_more_money_coming_free_in_july_hangs_on_the_article_alone() -> None:
    billions = Decimal(10**9)
    article = Candidate(("zhipu: article, 15 to 25 %",), 146 * billions, 244 * billions)
    zhipu = Contender("zhipu", Candidate(("zhipu: filing, 5.83 %",), 57 * billions, 57 * billions), (article,))
    more = Candidate(("minimax: article, more than",), 60 * billions, None)
    minimax = Contender("minimax", Candidate(("minimax: filing",), 74 * billions, 74 * billions), (more,))
    found = order_stability([zhipu, minimax])
    assert (found.order, found.verdict) == (("minimax", "zhipu"), "flips")
    assert found.pivots == {frozenset({Deviation("zhipu", article)})}


def test_a_tie_is_no_order() -> None:
    found = order_stability([Contender("a", value("a0", 5)), Contender("b", value("b0", 5))])
    assert (found.verdict, found.overlapping) == ("undecided", (("a", "b"),))


def test_the_order_of_four_by_market_value_stands_on_the_shipped_facts() -> None:
    facts = Evidence(shipped(), EURO_RATES)
    moment = at("2026-06-24")
    found = [
        contender(facts, figure(facts, name, "market_value", moment), "USD")
        for name in ("minimax", "zhipu", "openai", "anthropic")
    ]
    verdict = order_stability([c for c in found if c is not None])
    assert verdict == Stability(("anthropic", "openai", "zhipu", "minimax"), "survives")


def test_a_press_figure_within_two_percent_of_the_derived_one_agrees_with_it() -> None:
    facts = Evidence(shipped(), EURO_RATES)
    found = contender(facts, figure(facts, "zhipu", "market_value", at("2026-06-24")), "HKD")
    assert found is not None
    assert found.chosen.low == 2174 * Decimal(445843090)
    assert found.disputed_by == ()


def test_a_figure_said_to_be_at_least_so_much_is_open_above() -> None:
    said = claim(
        "a", "acme", "market_value", Money(Decimal(20), "USD"), "2026-05-01", basis="post_money", qualifier="at_least"
    )
    facts = evidence([said])
    found = contender(facts, figure(facts, "acme", "market_value", at("2026-06-01")), "USD")
    assert found is not None
    assert (found.chosen.low, found.chosen.high) == (Decimal(20), None)


def test_what_has_no_rate_or_no_value_contends_for_nothing() -> None:
    said = claim("a", "acme", "market_value", Money(Decimal(20), "GBP"), "2026-05-01", basis="post_money")
    facts = Evidence(evidence([said]).book, FixedRates(USD="1.1"))
    assert contender(facts, figure(facts, "acme", "market_value", at("2026-06-01")), "USD") is None
    assert contender(facts, figure(facts, "nobody", "market_value", at("2026-06-01")), "USD") is None


def test_disputes_of_one_day_and_ranges_are_converted_at_their_own_day() -> None:
    low, high = Money(Decimal("4.4"), "USD"), Money(Decimal("5.5"), "USD")
    chosen = claim("a", "acme", "market_value", Money(Decimal(3), "EUR"), "2026-05-01", basis="post_money", kind="wire")
    other = claim("b", "acme", "market_value", Range(low, high), "2026-05-01", basis="post_money")
    facts = evidence([chosen, other])
    found = contender(facts, figure(facts, "acme", "market_value", at("2026-06-01")), "EUR")
    assert found is not None
    assert found.chosen == Candidate(("a",), Decimal(3), Decimal(3))
    assert [(c.claims, round(c.bottom, 6), round(c.top, 6)) for c in found.disputed_by] == [
        (("b",), Decimal(4), Decimal(5))
    ]


@pytest.mark.parametrize(("press", "verdict"), [(1150, "survives"), (900, "flips")])
def test_the_press_figure_of_a_session_disputes_the_derived_market_value(press: int, verdict: str) -> None:
    bars = sessions(listed("acme", "2026-05-01", "10", "USD"), {"2026-05-01": "11"})
    facts = evidence(
        [
            claim("s", "acme", "shares_in_issue", Shares(Decimal(100)), "2026-05-01"),
            claim("p", "acme", "market_value", Money(Decimal(press), "USD"), "2026-05-01", basis="market_cap"),
            claim("n", "acme", "market_value", Money(Decimal(1), "USD"), "2026-05-02", basis="market_cap"),
            claim("r", "rival", "market_value", Money(Decimal(1000), "USD"), "2026-04-01", basis="post_money"),
        ],
        [bars],
    )
    found = [contender(facts, figure(facts, n, "market_value", at("2026-05-03")), "USD") for n in ("acme", "rival")]
    assert order_stability([c for c in found if c is not None]).verdict == verdict
