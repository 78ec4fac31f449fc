"""SEMANTICS 12: market value over whole-company run rate, at most 120 days apart, else shown and not divided."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.analysis.figures import Evidence, Figure
from bot.analysis.measuring import figure
from bot.facts.measures import Formula
from bot.facts.records import Claim
from bot.quantities import Money, Multiple
from tests.bot.facts_book import EURO_RATES, MEASURES, at, book, claim, measure

P_ARR = measure("price_to_arr", "multiple", "point", Formula("divide", ("market_value", "run_rate_revenue"), 120))


def usd(billions: str, currency: str = "USD") -> Money:
    return Money(Decimal(billions) * 10**9, currency)


def value(billions: str, day: str) -> Claim:
    return claim("value", "x", "market_value", usd(billions), day, basis="post_money")


def arr(ident: str, billions: str, day: str, scope: str = "", known_at: str | None = None) -> Claim:
    return claim(
        ident, "x", "run_rate_revenue", usd(billions), day, basis="run_rate_gross", scope=scope, known_at=known_at
    )


def multiple(*claims: Claim, day: str = "2026-12-31", known_at: str | None = None) -> Figure:
    facts = replace(book(claims), measures={**MEASURES, "price_to_arr": P_ARR})
    return figure(Evidence(facts, EURO_RATES), "x", "price_to_arr", at(day, known_at))


def test_the_newest_run_rate_is_divided_by() -> None:
    found = multiple(value("900", "2026-05-28"), arr("old", "30", "2026-04-30"), arr("new", "45", "2026-05-31"))
    assert found.value == Multiple(Decimal(20))
    assert found.claims == ("value", "new")
    assert [i.as_of.label for i in found.inputs if i.as_of] == ["2026-05-28", "2026-05-31"]


@pytest.mark.parametrize(("day", "divided"), [("2026-01-28", True), ("2026-01-27", False)])
def test_a_run_rate_may_be_120_days_older_and_no_more(day: str, divided: bool) -> None:
    found = multiple(value("900", "2026-05-28"), arr("arr", "45", day))
    assert (found.value is not None) is divided
    assert found.missing == (None if divided else "too_far_apart")
    assert [i.claims for i in found.inputs] == [("value",), ("arr",)], "shown, though not divided"


def test_a_run_rate_too_far_ahead_gives_way_to_an_older_one() -> None:
    found = multiple(value("900", "2026-05-28"), arr("ahead", "90", "2026-10-31"), arr("near", "45", "2026-04-30"))
    assert found.claims == ("value", "near")


def test_a_run_rate_of_a_part_of_the_company_is_not_divided_by() -> None:
    found = multiple(value("900", "2026-05-28"), arr("api", "45", "2026-05-31", scope="open_platform_api"))
    assert (found.value, found.missing) == (None, "other_scope")


def test_a_whole_company_figure_goes_before_a_newer_one_of_a_part() -> None:
    found = multiple(
        value("900", "2026-05-28"), arr("whole", "45", "2026-04-30"), arr("api", "9", "2026-05-31", scope="api")
    )
    assert found.claims == ("value", "whole")


def test_what_was_not_known_is_not_divided_by() -> None:
    claims = (
        value("900", "2026-05-28"),
        arr("old", "30", "2026-04-30", known_at="2026-05-02"),
        arr("new", "45", "2026-05-31", known_at="2026-06-20"),
    )
    assert multiple(*claims, day="2026-06-10", known_at="2026-06-10").claims == ("value", "old")


def test_two_currencies_meet_at_the_rate_of_the_numerators_day() -> None:
    in_yuan = replace(arr("arr", "45", "2026-05-31"), value=usd("7", "CNY"))
    found = multiple(value("20", "2026-05-28"), in_yuan)
    assert found.value == Multiple(Decimal(20))
    assert [r.day.iso for r in found.rates] == ["2026-05-28"]


def test_nothing_is_divided_by_zero_or_less() -> None:
    assert multiple(value("900", "2026-05-28"), arr("arr", "0", "2026-05-31")).missing == "not_positive"
