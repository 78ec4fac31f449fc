"""Series made of the book: what counts as an observation, what is left out, and that nothing known later leaks in."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis import observed
from bot.analysis.figures import Evidence, Figure, market_value, stated
from bot.analysis.moments import Moment
from bot.analysis.series import same_unit
from bot.days import Day
from bot.facts.records import Claim
from bot.quantities import Count, Money, Range, Shares, UnitMismatchError
from tests.bot.facts_book import EURO_RATES, FixedRates, at, book, claim, evidence, listed, sessions, shipped

LATEST = at("2026-10-08")
SHIPPED = Evidence(shipped(), EURO_RATES)


def usd(number: str) -> Money:
    return Money(Decimal(number), "USD")


def round_of(ident: str, value: str, as_of: str, basis: str = "post_money", **more: str) -> Claim:
    return claim(ident, "acme", "market_value", usd(value), as_of, basis=basis, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("company", ["zhipu", "minimax"])
@pytest.mark.parametrize("known_at", [None, "2026-07-13"])
def test_the_market_value_of_every_session_is_the_figure_of_that_day(company: str, known_at: str | None) -> None:
    moment = at("2026-10-08", known_at)
    series = observed.observed(SHIPPED, company, "market_value", moment)
    for point in series.points:
        figure = market_value(SHIPPED.book, company, replace(moment, at=point.day))
        assert figure.value == series.quantity(point)
        assert figure.claims == point.claims
        assert figure.as_of == point.as_of
    assert series.kind == "daily"
    assert series.from_start
    assert not series.dropped


def test_a_long_series_chooses_a_share_count_once_for_each_change_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counting(company: str, measure: str, claims: tuple[Claim, ...], moment: Moment) -> Figure:
        asked.append(measure)
        return stated(company, measure, claims, moment)

    monkeypatch.setattr(observed, "stated", counting)
    series = observed.market_values(SHIPPED, "zhipu", LATEST)
    days = {c.as_of.end for c in SHIPPED.book.claims_of("zhipu", "shares_in_issue")}
    assert len(series.points) == 179
    assert len(asked) == len(days)


def test_a_share_count_published_later_is_not_known_earlier() -> None:
    bars = sessions(listed("acme", "2026-07-10", "10"), {"2026-07-10": "11", "2026-07-13": "12"})
    old = claim("old", "acme", "shares_in_issue", Shares(Decimal(100)), "2026-07-10")
    placed = claim("new", "acme", "shares_in_issue", Shares(Decimal(150)), "2026-07-13", known_at="2026-07-14")
    facts = evidence([old, placed], [bars])
    before = observed.market_values(facts, "acme", at("2026-07-20", "2026-07-13"))
    after = observed.market_values(facts, "acme", at("2026-07-20", "2026-07-14"))
    assert [p.value for p in before.points] == [1100, 1200]
    assert [p.value for p in after.points] == [1100, 1800]


def test_a_session_before_any_share_count_is_left_out_and_counted() -> None:
    bars = sessions(listed("acme", "2026-01-05", "10"), {"2026-01-05": "11", "2026-01-06": "12"})
    facts = evidence([claim("s", "acme", "shares_in_issue", Shares(Decimal(100)), "2026-01-06")], [bars])
    series = observed.observed(facts, "acme", "market_value", LATEST)
    assert [p.value for p in series.points] == [1200]
    assert [(d.as_of.label, d.why) for d in series.dropped] == [("2026-01-05", "no_shares")]
    assert not series.from_start


def test_a_class_of_shares_is_never_taken_for_the_whole() -> None:
    bars = sessions(listed("acme", "2026-01-05", "10"), {"2026-01-05": "11"})
    part = claim("s", "acme", "shares_in_issue", Shares(Decimal(100)), "2026-01-05", scope="h_or_class_a")
    press = claim("m", "acme", "market_value", usd("5000"), "2026-01-05", basis="market_cap")
    series = observed.observed(evidence([part, press], [bars]), "acme", "market_value", LATEST)
    assert [(p.value, p.claims) for p in series.points] == [(Decimal(5000), ("m",))]
    assert series.kind == "marks"


def test_private_marks_are_priced_rounds_and_tenders_by_the_ninety_day_rule() -> None:
    openai = observed.observed(SHIPPED, "openai", "market_value", LATEST)
    assert [(p.as_of.label, int(p.value / 10**9), p.basis) for p in openai.points] == [
        ("2024-10", 157, "post_money"),
        ("2025-03", 300, "post_money"),
        ("2025-10-02", 500, "tender"),
        ("2026-03-31", 852, "post_money"),
    ]
    anthropic = observed.observed(SHIPPED, "anthropic", "market_value", LATEST)
    assert [(p.as_of.label, int(p.value / 10**6)) for p in anthropic.points] == [
        ("2025-03-03", 61_500),
        ("2025-09-02", 183_000),
        ("2026-02-12", 380_000),
        ("2026-05-28", 965_000),
    ]


def test_a_private_mark_is_not_known_before_it_was_published() -> None:
    known = observed.observed(SHIPPED, "openai", "market_value", at("2026-06-24", "2026-03-01"))
    assert known.points[-1].as_of.label == "2025-10-02"


def test_rounds_before_listing_stop_the_day_before_it() -> None:
    rounds = observed.rounds_before_listing(SHIPPED, "minimax", LATEST)
    assert rounds.points[-1].as_of.label == "2025-08-16"
    assert {p.basis for p in rounds.points} == {"post_money"}


def test_each_point_is_converted_at_its_own_day_and_dropped_without_a_rate() -> None:
    bars = sessions(listed("acme", "2026-01-05", "10"), {"2026-01-05": "11", "2026-01-20": "12"})
    rates = FixedRates(Day.of("2026-01-06"), USD="2", HKD="16")
    series = observed.closes(Evidence(book(bars=[bars]), rates), "acme", LATEST, currency="USD")
    assert [(p.day.iso, p.value, p.rate.day.iso if p.rate else "") for p in series.points] == [
        ("2026-01-05", Decimal("1.375"), "2026-01-05")
    ]
    assert [(d.as_of.label, d.why) for d in series.dropped] == [("2026-01-20", "no_rate")]


def test_a_measure_of_periods_never_mixes_halves_and_years() -> None:
    revenue = observed.observed(SHIPPED, "zhipu", "revenue", LATEST)
    assert revenue.precision == "year"
    assert [p.as_of.label for p in revenue.points] == ["FY2022", "FY2023", "FY2024", "FY2025"]
    halves = observed.marks(SHIPPED, "zhipu", "revenue", LATEST, precision="half")
    assert [p.as_of.label for p in halves.points] == ["H1 2024", "H1 2025", "H1 2026"]
    assert observed.usual_length(SHIPPED.book, ("zhipu", "minimax"), "revenue", LATEST) == "year"
    assert observed.usual_length(SHIPPED.book, ("zhipu", "deepseek"), "revenue", LATEST) is None


def test_a_run_rate_stands_for_120_days_and_a_round_until_the_next() -> None:
    run_rate = observed.observed(SHIPPED, "openai", "run_rate_revenue", LATEST)
    assert run_rate.standing(Day.of("2026-07-29")) is not None
    assert run_rate.standing(Day.of("2026-07-30")) is None
    assert run_rate.at(Day.of("2026-07-30")) is not None
    rounds = observed.observed(SHIPPED, "openai", "market_value", LATEST)
    assert rounds.standing(Day.of("2028-01-01")) == rounds.points[-1]


def test_ranges_and_days_are_left_out_and_counted() -> None:
    facts = evidence(
        [
            claim("a", "acme", "users", Count(Decimal(5)), "2026-01-31"),
            claim("b", "acme", "users", Range(Count(Decimal(5)), Count(Decimal(9))), "2026-02-28"),
        ]
    )
    series = observed.observed(facts, "acme", "users", LATEST)
    assert [p.value for p in series.points] == [5]
    assert [d.why for d in series.dropped] == ["range"]
    assert series.unit == "count"


def test_a_company_without_anything_has_an_empty_series() -> None:
    for measure in ("market_value", "share_price", "revenue", "users"):
        assert observed.observed(evidence(), "nobody", measure, LATEST).points == ()


_DAYS = st.integers(0, 500).map(lambda n: Day.of("2025-01-01").plus(n))
_BASES = st.sampled_from(["post_money", "tender", "talks", "reported", "implied"])


@st.composite
def _marks(draw: st.DrawFn) -> list[Claim]:
    return [
        claim(
            f"c{place}",
            "acme",
            "market_value",
            usd(str(draw(st.integers(1, 60)))),
            draw(_DAYS).iso,
            basis=draw(_BASES),
            known_at=draw(_DAYS).iso,
            qualifier=draw(st.sampled_from(["exact", "about"])),
        )
        for place in range(draw(st.integers(0, 12)))
    ]


@given(_marks(), _DAYS)
def test_every_mark_is_what_a_lookup_of_its_day_would_say(claims: list[Claim], known: Day) -> None:
    moment = at("2026-12-31", known.iso)
    series = observed.marks(evidence(claims), "acme", "market_value", moment)
    for point in series.points:
        figure = stated("acme", "market_value", claims, replace(moment, at=point.day))
        assert figure.claims == point.claims
    days = [p.day for p in series.points]
    assert days == sorted(set(days))
    latest = stated("acme", "market_value", claims, moment)
    assert (series.points[-1].claims if series.points else ()) == latest.claims


@given(_marks(), _marks(), _DAYS)
def test_claims_known_later_change_no_earlier_series(now: list[Claim], later: list[Claim], known: Day) -> None:
    moment = at("2026-12-31", known.iso)
    hidden = [replace(c, id=f"later-{c.id}", known_at=known.plus(1)) for c in later]
    before = observed.marks(evidence(now), "acme", "market_value", moment)
    assert observed.marks(evidence([*now, *hidden]), "acme", "market_value", moment) == before


def test_series_of_different_lengths_of_period_are_not_comparable() -> None:
    from_years = observed.marks(SHIPPED, "zhipu", "revenue", LATEST, currency="USD", precision="year")
    from_halves = observed.marks(SHIPPED, "minimax", "revenue", LATEST, currency="USD", precision="half")
    with pytest.raises(UnitMismatchError):
        same_unit(from_years, from_halves)
