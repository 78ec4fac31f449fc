"""Which claim is taken: SEMANTICS 1 to 5 as a table, and what holds of every book of claims."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.days import AsOf, Day
from bot.facts import choosing
from bot.facts.choosing import NEVER_LATEST, NEVER_REPLACE, Selection, choose
from bot.facts.records import Claim, SourceKind
from bot.quantities import Money, Percent, Quantity, Range
from tests.bot.facts_book import claim

BILLION = Decimal(10) ** 9
LATE = Day.of("2026-12-31")


def usd(billions: str | int) -> Money:
    return Money(Decimal(billions) * BILLION, "USD")


def post_money(ident: str, billions: str | int, as_of: str, **more: str) -> Claim:
    return claim(ident, "openai", "market_value", usd(billions), as_of, **{"basis": "post_money", **more})  # type: ignore[arg-type]


def chosen(claims: Sequence[Claim], at: str = "2026-12-31", known_at: str = "2026-12-31") -> str | None:
    taken = choose(claims, Day.of(at), Day.of(known_at)).chosen
    return taken.id if taken else None


def why(claims: Sequence[Claim], at: str = "2026-12-31") -> dict[str, str]:
    return {w.claim.id: w.why for w in choose(claims, Day.of(at), LATE).weighed}


# SEMANTICS 1: newest as-of first, then rank -------------------------------------------------------------------------


def test_the_newest_as_of_wins_over_the_better_source() -> None:
    old = claim("filing", "zhipu", "users", usd(1), "2026-01-31", kind="exchange_filing")
    new = claim("article", "zhipu", "users", usd(2), "2026-02-28", kind="article")
    assert chosen([old, new]) == "article"
    assert why([old, new])["filing"] == "older"


RANK: list[SourceKind] = [
    "workspace", "exchange_filing", "company", "regulator", "wire", "press", "broker", "compilation", "article",
]  # fmt: skip


@pytest.mark.parametrize(("better", "worse"), list(pairwise(RANK)))
def test_within_one_as_of_the_better_source_wins(better: SourceKind, worse: SourceKind) -> None:
    claims = [
        claim("worse", "zhipu", "users", usd(1), "2026-01-31", kind=worse),
        claim("better", "zhipu", "users", usd(2), "2026-01-31", kind=better),
    ]
    assert chosen(claims) == "better"
    assert why(claims)["worse"] == "disputes"


@pytest.mark.parametrize("basis", sorted(NEVER_LATEST))
def test_what_is_hoped_for_is_never_the_latest_figure(basis: str) -> None:
    hope = claim("hope", "zhipu", "revenue", usd(9), "2026-06-30", basis=basis, kind="exchange_filing")
    fact = claim("fact", "zhipu", "revenue", usd(1), "2025-12-31", kind="article")
    assert chosen([hope, fact]) == "fact"
    assert chosen([hope]) is None
    assert why([hope]) == {"hope": "not_a_fact"}


def test_a_corrected_claim_and_one_that_does_not_fit_are_never_taken() -> None:
    wrong = claim("wrong", "zhipu", "users", usd(1), "2026-01-31", kind="exchange_filing")
    right = claim("right", "zhipu", "users", usd(2), "2026-01-31", kind="article", supersedes="wrong")
    odd = claim("odd", "zhipu", "users", usd(3), "2026-02-28", qualifier="mismatch", kind="exchange_filing")
    assert chosen([wrong, right, odd]) == "right"
    assert why([wrong, right, odd]) == {"wrong": "superseded", "right": "chosen", "odd": "mismatch"}


def test_a_correction_that_was_not_public_yet_corrects_nothing() -> None:
    wrong = claim("wrong", "zhipu", "users", usd(1), "2026-01-31", known_at="2026-02-01")
    right = claim("right", "zhipu", "users", usd(2), "2026-01-31", supersedes="wrong", known_at="2026-03-01")
    assert chosen([wrong, right], known_at="2026-02-15") == "wrong"
    assert chosen([wrong, right], known_at="2026-03-15") == "right"


# SEMANTICS 2: a retelling is not news -------------------------------------------------------------------------------

RETELLINGS = [
    # the later figure, its qualifier and basis, whether it only retells the exact 852bn of the round of 2026-03-31
    ("850", "about", "reported", True),
    ("850", "exact", "reported", True),
    ("835", "nearly", "reported", True),
    ("834", "about", "reported", False),
    ("869.04", "about", "reported", True),
    ("870", "about", "reported", False),
    ("850", "exact", "post_money", False),
    ("852", "about", "post_money", True),
]


@pytest.mark.parametrize(("billions", "qualifier", "basis", "retells"), RETELLINGS)
def test_a_round_figure_near_an_earlier_exact_one_retells_it(
    billions: str, qualifier: str, basis: str, retells: bool
) -> None:
    round_ = post_money("round", 852, "2026-03-31")
    later = post_money("later", billions, "2026-05", basis=basis, qualifier=qualifier, known_at="2026-06-25")
    assert (why([round_, later])["later"] == "retells") is retells
    if retells or basis in NEVER_REPLACE:
        assert chosen([round_, later]) == "round"
    else:
        assert chosen([round_, later]) == "later"


def test_a_round_figure_that_came_first_retells_nothing() -> None:
    early = post_money("early", 850, "2026-03", qualifier="about", known_at="2026-03-15")
    exact = post_money("exact", 852, "2026-03-31", known_at="2026-04-01")
    assert why([early, exact])["early"] != "retells"
    assert chosen([early, exact]) == "exact"


# SEMANTICS 3: private market value ----------------------------------------------------------------------------------


def test_the_tender_of_openai_replaces_the_round_of_half_a_year_before() -> None:
    claims = [
        post_money("round", 300, "2025-03", known_at="2025-03-31"),
        post_money("tender", 500, "2025-10-02", basis="tender", known_at="2025-10-06"),
    ]
    assert chosen(claims) == "tender"
    assert chosen(claims, at="2025-10-01") == "round"


def test_the_round_of_anthropic_stands_against_the_tender_of_its_month() -> None:
    claims = [
        post_money("round", 380, "2026-02-12"),
        post_money("tender", 350, "2026-02", basis="tender", known_at="2026-02-28"),
    ]
    assert chosen(claims) == "round"
    assert why(claims)["tender"] == "tender_too_close"


@pytest.mark.parametrize(("day", "taken"), [("2026-04-01", "round"), ("2026-04-02", "tender")])
def test_a_tender_needs_more_than_ninety_days(day: str, taken: str) -> None:
    claims = [post_money("round", 300, "2026-01-01"), post_money("tender", 500, day, basis="tender")]
    assert chosen(claims) == taken


@pytest.mark.parametrize("basis", sorted(NEVER_REPLACE))
def test_talks_and_their_like_never_replace_a_round_nor_stand_alone(basis: str) -> None:
    talk = post_money("talk", 999, "2026-09-30", basis=basis)
    assert chosen([post_money("round", 300, "2026-01-01"), talk]) == "round"
    assert chosen([talk]) is None


# SEMANTICS 4: bare months and quarters ------------------------------------------------------------------------------


def test_a_bare_month_counts_as_its_last_day() -> None:
    month = post_money("month", 300, "2026-02")
    assert chosen([month], at="2026-02-27") is None
    assert chosen([month], at="2026-02-28") == "month"


def test_a_dated_claim_wins_over_a_bare_month_of_the_same_end() -> None:
    month = post_money("month", 300, "2026-02", kind="exchange_filing")
    dated = post_money("dated", 310, "2026-02-28", kind="article")
    assert chosen([month, dated]) == "dated"


def test_of_periods_that_end_together_the_longest_is_taken_and_they_contradict_nothing() -> None:
    quarter = claim("quarter", "alibaba", "revenue", usd(284), "Q4 2025", kind="exchange_filing")
    year = claim("year", "alibaba", "revenue", usd(780), "FY2025", kind="press")
    assert chosen([quarter, year]) == "year"
    assert why([quarter, year])["quarter"] == "other_period"


def test_figures_on_two_bases_contradict_nothing() -> None:
    close = claim("close", "zhipu", "market_value", usd(58), "2026-01-08", basis="market_cap", kind="wire")
    opening = claim("opening", "zhipu", "market_value", usd(53), "2026-01-08", basis="market_cap_open")
    assert why([close, opening])["opening"] == "other_basis"
    assert why([close, replace(opening, basis="as_stated")])["opening"] == "disputes"


# What holds of every book -------------------------------------------------------------------------------------------

DAYS = st.integers(0, 600).map(lambda n: Day.of("2025-06-01").plus(n))
BASES = ("post_money", "tender", "as_stated", "market_cap", *sorted(NEVER_LATEST | NEVER_REPLACE))


@st.composite
def books(draw: st.DrawFn) -> list[Claim]:
    made: list[Claim] = []
    for n in range(draw(st.integers(0, 9))):
        day = draw(DAYS)
        number = Decimal(draw(st.sampled_from([300, 500, 845, 850, 852, 860, 900]))) * BILLION
        money = Money(number, "USD")
        stated: list[Quantity | Range] = [money, money, Range(money, Money(number * 2, "USD"))]
        as_of = draw(st.sampled_from([day.iso, day.iso[:7], f"FY{day.iso[:4]}"]))
        made.append(
            replace(
                claim(
                    f"c{n}",
                    "x",
                    "market_value",
                    draw(st.sampled_from(stated)),
                    as_of,
                    basis=draw(st.sampled_from(BASES)),
                    qualifier=draw(st.sampled_from(["exact", "about", "nearly", "at_least", "mismatch"])),
                    kind=draw(st.sampled_from(RANK)),
                    supersedes=draw(st.sampled_from(["", "", *(c.id for c in made)])),
                ),
                known_at=draw(DAYS),
            )
        )
    return made


@given(claims=books(), at=DAYS, known=DAYS)
def test_what_is_chosen_was_stated_was_public_and_had_ended(claims: list[Claim], at: Day, known: Day) -> None:
    found = choose(claims, at, known)
    assert all(w.claim.known_at <= known and w.claim.as_of.end <= at for w in found.weighed)
    assert [w.claim for w in found.weighed if w.why == "chosen"] == ([found.chosen] if found.chosen else [])
    if found.chosen is not None:
        assert found.chosen in claims
        assert found.chosen.basis not in NEVER_LATEST | NEVER_REPLACE
        assert found.chosen.qualifier != "mismatch"
        assert found.chosen.id not in {w.claim.supersedes for w in found.weighed}


@given(claims=books(), at=DAYS, known=DAYS, seed=st.integers(0, 99))
def test_the_order_in_which_claims_are_given_does_not_matter(
    claims: list[Claim], at: Day, known: Day, seed: int
) -> None:
    shuffled = random.Random(seed).sample(claims, len(claims))  # noqa: S311
    assert choose(shuffled, at, known) == choose(claims, at, known)


def hindsight(claims: list[Claim], later: list[Claim], at: Day, known: Day) -> tuple[Selection, Selection]:
    """What was chosen, and what is chosen when claims have been added that became public only afterwards."""
    afterwards = [replace(c, id=f"later-{c.id}", known_at=known.plus(n + 1)) for n, c in enumerate(later)]
    return choosing.choose(claims, at, known), choosing.choose([*claims, *afterwards], at, known)


@given(claims=books(), later=books(), at=DAYS, known=DAYS)
def test_what_becomes_known_later_never_changes_an_earlier_answer(
    claims: list[Claim], later: list[Claim], at: Day, known: Day
) -> None:
    before, after = hindsight(claims, later, at, known)
    assert before == after


def test_a_planted_leak_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A choice that looks only at the day a figure speaks of would know the round before it was announced."""

    def leaking(claims: Sequence[Claim], at: Day, known_at: Day) -> tuple[Claim, ...]:
        return tuple(c for c in claims if c.as_of.end <= at)

    monkeypatch.setattr(choosing, "visible", leaking)
    old, new = post_money("old", 300, "2025-03-31"), post_money("new", 852, "2026-03-31")
    before, after = hindsight([old], [new], Day.of("2026-06-01"), Day.of("2026-03-30"))
    assert before != after


def test_ranges_contradict_only_where_they_do_not_meet() -> None:
    def ratio(ident: str, low: str, high: str) -> Claim:
        value = Range(Percent(Decimal(low)), Percent(Decimal(high)))
        return claim(ident, "zhipu", "unlock_ratio", value, "2026-07-31", kind="press")

    assert why([ratio("a", "0.15", "0.25"), ratio("b", "0.2", "0.3")])["b"] == "agrees"
    assert why([ratio("a", "0.15", "0.25"), ratio("b", "0.3", "0.4")])["b"] == "disputes"


def test_the_as_of_of_a_year_is_its_last_day() -> None:
    assert AsOf.of("FY2025").end.iso == "2025-12-31"
