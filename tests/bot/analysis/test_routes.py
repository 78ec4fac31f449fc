"""Roles and route gaps: who mirrors whom, and on which shares of revenue counterparts lie too far apart."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.figures import Evidence, Figure
from bot.analysis.routes import ROUTE_MEASURES, Cast, Role, cast, fit, route_gaps
from bot.facts.book import FactBook
from bot.facts.records import Claim, Company, Qualifier
from bot.quantities import Percent
from bot.text import Name
from tests.bot.facts_book import EURO_RATES, at, claim, measure

MEASURES = {key: measure(key, "ratio", "period") for key in ROUTE_MEASURES}
NOW = at("2026-10-01")


def share(company: str, value: str, as_of: str = "FY2025", qualifier: Qualifier = "exact", scope: str = "") -> Claim:
    ident = f"{company}-{as_of}-{value}"
    return claim(ident, company, "enterprise_share", Percent(Decimal(value)), as_of, qualifier=qualifier, scope=scope)


def evidence(*claims: Claim) -> Evidence:
    grouped: dict[tuple[str, str], tuple[Claim, ...]] = {}
    for one in claims:
        grouped[one.company, one.measure] = (*grouped.get((one.company, one.measure), ()), one)
    return Evidence(FactBook(measures=MEASURES, claims=grouped), EURO_RATES)


def company(key: str, route: str = "") -> Company:
    return Company(key, Name(key), Name(key), "private", route, "USD", "12-31")


def casts(*roles: Role) -> list[Cast]:
    return [Cast(str(place), role, True, Figure(str(place), "enterprise_share")) for place, role in enumerate(roles)]


@given(st.decimals("0", "1", places=3), st.decimals("0", "1", places=3))
def test_counterparts_fail_to_mirror_beyond_twenty_points(one: Decimal, other: Decimal) -> None:
    (gap,) = route_gaps(evidence(share("a", str(one)), share("b", str(other))), "a", "b", NOW)
    assert gap.gap == abs(one - other)
    assert gap.fails == (abs(one - other) > Decimal("0.2"))


def test_a_gap_above_a_stated_minimum_may_be_smaller() -> None:
    low = share("b", "0.4", qualifier="at_least")
    (gap,) = route_gaps(evidence(share("a", "0.634"), low), "a", "b", NOW)
    assert gap.fails
    assert gap.at_most
    (other,) = route_gaps(evidence(share("a", "0.1"), low), "a", "b", NOW)
    assert not other.at_most


def test_shares_of_different_scopes_are_not_compared() -> None:
    assert route_gaps(evidence(share("a", "0.9"), share("b", "0.1", scope="large")), "a", "b", NOW) == ()


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        (("enterprise", "consumer", "enterprise", "consumer"), "straight"),
        (("enterprise", "consumer", "consumer", "enterprise"), "crossed"),
        (("enterprise", "enterprise", "enterprise", "consumer"), "undecided"),
        (("enterprise", "consumer", "", "consumer"), "undecided"),
    ],
)
def test_who_plays_whose_part(roles: tuple[Role, ...], expected: str) -> None:
    assert fit(casts(*roles)) == expected


def test_without_a_declared_route_the_majority_of_revenue_decides() -> None:
    found = cast(evidence(share("a", "0.7")), company("a"), NOW)
    assert (found.role, found.declared) == ("enterprise", False)
    assert cast(evidence(share("a", "0.3")), company("a"), NOW).role == "consumer"
    assert cast(evidence(), company("a"), NOW).role == ""


def test_revenue_may_contradict_a_declared_role() -> None:
    assert cast(evidence(share("a", "0.634")), company("a", "consumer"), NOW).contradicted
    assert not cast(evidence(share("a", "0.4")), company("a", "consumer"), NOW).contradicted
    assert cast(evidence(share("a", "0.2")), company("a", "enterprise"), NOW).contradicted
    assert not cast(evidence(share("a", "0.4", qualifier="at_least")), company("a", "enterprise"), NOW).contradicted
