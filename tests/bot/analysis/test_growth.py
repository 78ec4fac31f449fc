"""Growth of revenue: as stated, else from the same period a year before on one basis."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.analysis.figures import Evidence
from bot.analysis.growth import derived_growth, revenue_growth, year_before
from bot.days import AsOf
from bot.facts.records import Claim
from bot.quantities import Money, Percent
from tests.bot.facts_book import EURO_RATES, at, claim, evidence, shipped

LATEST = at("2026-10-08")
FACTS = Evidence(shipped(), EURO_RATES)


def revenue(ident: str, amount: str, period: str, basis: str = "recognised", scope: str = "") -> Claim:
    money = Money(Decimal(amount), "USD")
    return claim(ident, "acme", "revenue", money, period, basis=basis, scope=scope)


def test_a_stated_growth_is_taken_as_it_was_said() -> None:
    found = revenue_growth(FACTS, "zhipu", LATEST)
    assert (found.number, found.as_of and found.as_of.label) == (Percent(Decimal("3.997")), "H1 2026")
    assert found.claims == ("zhipu-revenue_growth-h1-2026-1",)


@pytest.mark.parametrize("company", ["zhipu", "minimax"])
def test_what_is_derived_agrees_with_what_the_filing_says(company: str) -> None:
    stated, derived = revenue_growth(FACTS, company, LATEST), derived_growth(FACTS, company, LATEST)
    assert isinstance(stated.value, Percent)
    assert isinstance(derived.value, Percent)
    assert derived.as_of == stated.as_of
    assert abs(derived.value.fraction - stated.value.fraction) < Decimal("0.001")
    assert derived.formula == "year_over_year"


def test_without_a_stated_one_it_is_derived_from_the_year_before() -> None:
    found = revenue_growth(FACTS, "openai", LATEST)
    assert isinstance(found.value, Percent)
    assert round(found.value.fraction, 4) == Decimal("2.5405")
    assert found.claims == ("openai-revenue-fy2025-1", "openai-revenue-fy2024-1")


def test_a_derived_growth_of_a_newer_period_replaces_an_older_stated_one() -> None:
    found = revenue_growth(FACTS, "anthropic", LATEST)
    assert (found.as_of and found.as_of.label, found.basis) == ("Q2 2026", "gross")
    earlier = revenue_growth(FACTS, "zhipu", at("2026-06-24"))
    assert (earlier.as_of and earlier.as_of.label, earlier.number) == ("FY2025", Percent(Decimal("1.319")))


@pytest.mark.parametrize(
    "before",
    [
        revenue("h", "50", "H1 2024"),
        revenue("g", "50", "FY2024", basis="gross"),
        revenue("s", "50", "FY2024", scope="api_only"),
        revenue("y", "50", "FY2023"),
        revenue("z", "0", "FY2024"),
    ],
    ids=["half", "basis", "scope", "two years", "zero"],
)
def test_a_year_is_put_against_nothing_but_the_year_before(before: Claim) -> None:
    found = revenue_growth(evidence([revenue("now", "100", "FY2025"), before]), "acme", LATEST)
    assert (found.value, found.missing) == (None, "missing_input")
    assert found.inputs[0].claims == ("now",)


def test_the_longest_period_of_one_end_is_taken() -> None:
    claims = [
        revenue("h2", "60", "H2 2025"),
        revenue("h1", "30", "H2 2024"),
        revenue("y2", "100", "FY2025"),
        revenue("y1", "80", "FY2024"),
    ]
    found = revenue_growth(evidence(claims), "acme", LATEST)
    assert found.number == Percent(Decimal("0.25"))


def test_months_of_a_leap_year_match_those_of_the_next() -> None:
    assert year_before(AsOf.of("2024-02"), AsOf.of("2025-02"))
    assert not year_before(AsOf.of("2024-02"), AsOf.of("2025-03"))
    assert not year_before(AsOf.of("Q4 2024"), AsOf.of("FY2025"))


def test_growth_is_not_known_before_its_results() -> None:
    found = revenue_growth(FACTS, "zhipu", at("2026-10-08", "2026-08-30"))
    assert found.as_of is not None
    assert found.as_of.label == "FY2025"
