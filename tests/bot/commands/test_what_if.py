"""Scenarios as a person types them: base and scenario beside each other, solved backwards, lock-ups moved."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.analysis.free_float import FreeFloat
from bot.analysis.relocked import conserved, course, relocked
from bot.answer import Answer, Table
from bot.answers.asking import ask_again
from bot.call import Ask
from bot.errors import ProblemError
from bot.facts.book import Needs
from bot.plan import Plan
from data.fact_store import FactStore
from tests.bot.commands.conftest import Asking
from tests.bot.facts_book import at

LINES: list[tuple[str, tuple[str, ...], dict[str, Any]]] = [
    ("/whatif zhipu minimax price -30% only zhipu", ("zhipu", "minimax"), {"price_change": -0.3, "on": ["zhipu"]}),
    ("/whatif zhipu price falls 30%", ("zhipu",), {"price_change": -0.3}),
    ("/whatif minimax doubles", ("minimax",), {"price_change": 1.0}),
    ("/whatif minimax sell 30%", ("minimax",), {"sell_fraction": 0.3}),
    ("/whatif sell 20%", ("zhipu", "minimax"), {"sell_fraction": 0.2}),
    ("/whatif minimax sell 20% cornerstone", ("minimax",), {"sell_fraction": 0.2, "holders": ["cornerstone"]}),
    ("/whatif anthropic run rate +50%", ("anthropic",), {"run_rate_revenue_change": 0.5}),
    ("/whatif zhipu revenue +50%", ("zhipu",), {"revenue_change": 0.5}),
    ("/whatif minimax volume -20%", ("minimax",), {"volume_change": -0.2}),
    ("/whatif zhipu USDHKD 8.0 in USD", ("zhipu",), {"fx": {"USDHKD": 8.0}}),
    ("/whatif minimax at zhipu p/arr", ("minimax", "zhipu"), {"set": {"minimax": {"price_to_arr": "zhipu"}}}),
    (
        "/whatif openai anthropic equal",
        ("openai", "anthropic"),
        {"solve_for": "price_change", "on": ["openai"], "until": "equal"},
    ),
    (
        "/whatif anthropic solve run rate for 965bn at openai multiple",
        ("anthropic", "openai"),
        {
            "solve_for": "run_rate_revenue",
            "on": ["anthropic"],
            "set": {"anthropic": {"market_value": 965e9, "price_to_arr": "openai"}},
        },
    ),
    ("/whatif zhipu price at 800", ("zhipu",), {"set": {"zhipu": {"share_price": 800.0}}}),
    ("/whatif zhipu price back to offer_price", ("zhipu",), {"set": {"zhipu": {"share_price": "offer_price"}}}),
    ("/whatif minimax price at first_day", ("minimax",), {"set": {"minimax": {"share_price": "first_day"}}}),
    ("/whatif anthropic for 1500bn", ("anthropic",), {"set": {"anthropic": {"market_value": 1500e9}}}),
    ("/whatif minimax extend founder 12 months", ("minimax",), {"extend": {"holders": ["founder"], "months": 12}}),
    ("/whatif minimax waive pathfinder", ("minimax",), {"waive": {"holders": ["pathfinder_sii"]}}),
    ("/假设 智谱 股价 -30%", ("zhipu",), {"price_change": -0.3}),
]


@pytest.mark.parametrize(("line", "companies", "params"), LINES)
def test_a_line_is_the_plan_that_questions_are_labelled_with(
    asking: Asking, line: str, companies: tuple[str, ...], params: dict[str, Any]
) -> None:
    plan = asking.plan(line, at="2026-11-23")
    assert plan.operation == "what_if"
    assert plan.companies == companies
    assert dict(plan.params) == params


@pytest.mark.parametrize("line", [line for line, _, _ in LINES])
def test_the_line_that_is_shown_asks_the_same(asking: Asking, line: str) -> None:
    plan = asking.plan(line, at="2026-11-23")
    again: Ask = ask_again(plan)
    assert asking.plan(again.typed, at="2026-11-23").hash == plan.hash


def test_the_labelled_questions_of_other_forms_are_answered_too(asking: Asking) -> None:
    forms: list[tuple[tuple[str, ...], tuple[str, ...], dict[str, Any]]] = [
        (("zhipu", "minimax"), ("market_value",), {"price_change": {"zhipu": -0.3, "minimax": 0.1}}),
        (("openai",), ("market_value",), {"set": {"openai": {"market_value": 1e12}}}),
        (("zhipu",), ("market_value",), {"set": {"zhipu": {"share_price": "2026-06-22"}}}),
        (("minimax",), ("market_value",), {"solve_for": "price_change", "on": ["minimax"], "until": 500_000_000_000}),
    ]
    for companies, measures, params in forms:
        plan = Plan("what_if", companies, measures, params=tuple(sorted(params.items())))
        answer = asking.of(plan, at="2026-11-23")
        assert any(isinstance(block, Table) for block in answer.blocks), params


def rows(answer: Answer) -> dict[tuple[str, str], tuple[str, ...]]:
    table = next(b for b in answer.blocks if isinstance(b, Table))
    return {(str(r[0].value), str(r[1].value)): tuple(str(c.value) for c in r[2:]) for r in table.rows}


def test_only_the_edited_company_differs_from_its_base(asking: Asking) -> None:
    found = rows(asking.answer("/whatif zhipu minimax price -30% only zhipu", at="2026-11-23"))
    same = {company for (company, _), (base, scenario, _) in found.items() if base == scenario}
    moved = {company for (company, _), (base, scenario, _) in found.items() if base != scenario}
    assert len(same) == len(moved) == 1 and not same & moved


def test_a_run_rate_is_solved_for_at_another_s_multiple(asking: Asking) -> None:
    said = asking.text("/whatif anthropic solve run rate for 965bn at openai multiple on 2026-06-24", at="2026-11-23")
    assert "US$27.18bn" in said
    assert "35.5x" in said


def test_what_would_make_two_level_is_said(asking: Asking) -> None:
    said = asking.text("/whatif openai anthropic equal on 2026-06-24", at="2026-11-23")
    assert "+13.3%" in said
    assert "level on market value" in said


@pytest.mark.parametrize("change", ["extend", "waive"])
@pytest.mark.parametrize("held", ["founder", "cornerstone", "pathfinder_sii", "financial_vc", "staff", "controlling"])
@pytest.mark.parametrize("company", ["zhipu", "minimax"])
def test_releases_and_float_stay_the_total(facts: FactStore, company: str, held: str, change: Any) -> None:  # noqa: ANN401
    book = facts.snapshot("nobody", Needs((company,), ("shares_in_issue",), bars=True, holdings=True))
    moment = at("2026-02-10")
    other = relocked(book, company, change, (held,), moment, 12)
    locked = {h.holder: h.shares for h in book.holdings[company]}
    assert {h.holder: h.shares for h in other.holdings[company]} == locked
    moved = [
        (a, b)
        for a, b in zip(book.holdings[company], other.holdings[company], strict=True)
        if a.first_free_day != b.first_free_day
    ]
    assert all(a.holder_class == held for a, _ in moved)
    for day in course(book, other, company, moment):
        for found in (day.float_base, day.float_scenario):
            assert not isinstance(found, FreeFloat) or conserved(found)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("/whatif zhipu", "Say what changes"),
        ("/whatif zhipu price -130%", "Nothing falls by more"),
        ("/whatif minimax extend 12 months", "Say whose lock-up"),
        ("/whatif zhipu waive cornerstone", "locked any more"),
        ("/whatif zhipu sell 20% controlling", "not stated which shares"),
        ("/whatif minimax sell 20% cornerstone", "known to be theirs"),
        ("/whatif openai volume +20%", "is not known"),
    ],
)
def test_what_cannot_be_supposed_is_said(asking: Asking, line: str, said: str) -> None:
    assert said in asking.text(line, at="2026-11-23")


def test_labels_of_the_shared_questions_read_as_plans() -> None:
    """The forms above are those of questions/GUIDE; a document made of each comes back as the same plan."""
    for line, companies, params in LINES:
        plan = Plan("what_if", companies, params=tuple(sorted(params.items())))
        assert Plan.from_document(json.loads(json.dumps(plan.document()))).hash == plan.hash, line


@pytest.mark.parametrize("kind", ["founders", "vc", "employees"])
def test_a_kind_of_holders_covers_its_classes(asking: Asking, kind: str) -> None:
    plan = Plan("what_if", ("zhipu",), ("days_of_volume",), params=(("holders", kind), ("sell_fraction", 0.5)))
    with pytest.raises(ProblemError) as raised:
        asking.of(plan, at="2026-11-23")
    assert raised.value.what.key == "whatif-split-unknown"


def test_at_another_rate_the_amount_itself_is_shown(asking: Asking) -> None:
    said = asking.text("/whatif zhipu revenue in USD USDCNY 6.8", at="2026-11-23")
    assert said.startswith("Revenue of twelve months: Zhipu US$")
    assert "P/S" not in said


def test_a_share_back_at_its_offer_is_in_the_currency_asked_for(asking: Asking) -> None:
    assert "HK$56.66bn" in asking.text("/whatif zhipu price back to offer_price", at="2026-11-23")
    assert "US$7.27" in asking.text("/whatif zhipu price back to offer_price in USD", at="2026-11-23")
    at_debut = asking.text("/whatif zhipu price at debut", at="2026-11-23")
    assert at_debut.startswith("Market value: Zhipu HK$") and "HK$56.66bn" not in at_debut
