"""The unlock calendar as a person asks for it, recounted from the shipped lists of holders."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

import pytest

from bot.analysis.due import Size, due
from bot.analysis.facing import faced, flips
from bot.analysis.figures import Evidence
from bot.analysis.free_float import free_float
from bot.analysis.windows import window
from bot.answer import Calendar, Table
from bot.answers.asking import ask_again
from bot.days import Day
from bot.facts.book import FactBook, Needs
from bot.plan import Between, When
from bot.quantities import Percent, Shares, divided
from bot.text import Name
from data.fact_store import FactStore
from tests.bot.commands.conftest import RATES, Asking
from tests.bot.facts_book import FACTS, at

TODAY = "2026-11-23"


def held(company: str, free_from: str, free_to: str) -> Decimal:
    """The shares of holders that come free on days from one to another, counted from the file itself."""
    with (FACTS / "holdings" / f"{company}.csv").open(encoding="utf-8", newline="") as stream:
        rows = [r for r in csv.DictReader(stream) if r["row_type"] == "holder" and r["shares"]]
    return sum((Decimal(r["shares"]) for r in rows if free_from <= r["first_free_day"] <= free_to), Decimal(0))


def totals(company: str, day: str) -> set[Decimal]:
    """The totals that the filing itself states for a day."""
    with (FACTS / "holdings" / f"{company}.csv").open(encoding="utf-8", newline="") as stream:
        rows = [r for r in csv.DictReader(stream) if r["row_type"] == "total" and r["shares"]]
    return {Decimal(r["shares"]) for r in rows if r["first_free_day"] == day}


def tables(asking: Asking, line: str) -> list[Table]:
    return [block for block in asking.answer(line, TODAY).blocks if isinstance(block, Table)]


@pytest.fixture(scope="module")
def evidence(facts: FactStore) -> Evidence:
    vocabulary = facts.vocabulary("")
    needs = Needs(tuple(vocabulary.companies), tuple(vocabulary.measures), bars=True, holdings=True)
    return Evidence(facts.snapshot("", needs), RATES)


def test_the_next_90_days_list_what_is_due_and_nothing_else(asking: Asking) -> None:
    listed, sums = tables(asking, "/unlocks next 90 days")
    assert [(row[0].value, row[1].value) for row in listed.rows] == [
        (Day.of("2027-01-08"), Name("Zhipu", "智谱")),
        (Day.of("2027-01-11"), Name("MiniMax", "MiniMax")),
    ]
    in_law = [row[1].value for row in sums.rows]
    assert in_law == [
        Shares(held("zhipu", "2026-11-23", "2027-02-21")),
        Shares(held("minimax", "2026-11-23", "2027-02-21")),
    ]
    assert in_law[0].number in totals("zhipu", "2027-01-08")  # type: ignore[union-attr]
    assert in_law[1].number in totals("minimax", "2027-01-09")  # type: ignore[union-attr]
    assert sums.rows[0][2].value == Shares(Decimal(178_282_205))
    calendars = [b for b in asking.answer("/unlocks next 90 days", TODAY).blocks if isinstance(b, Calendar)]
    assert [e.day.iso for c in calendars for e in c.entries] == ["2027-01-08", "2027-01-11", "2026-12-08"]


@pytest.mark.parametrize("company", ["zhipu", "minimax"])
def test_all_releases_of_a_company_make_up_all_its_holders(evidence: Evidence, company: str) -> None:
    found = due(evidence, [company], at(TODAY, TODAY))
    for one in found:
        assert one.release.shares.number in totals(company, one.release.first_free_day.iso)
    assert sum(one.release.shares.number for one in found) == held(company, "", "9999")


def test_the_same_question_in_both_languages_is_one_plan(asking: Asking) -> None:
    english, chinese = asking.plan("/unlocks next 90 days"), asking.plan("/unlocks 未来90天解禁")
    assert english.canonical() == chinese.canonical()
    assert english.when == "next_90d"
    sized = asking.plan("/unlocks over 5 % of float")
    assert dict(sized.params)["threshold"] == {"of": "float", "op": ">", "value": "0.05"}
    assert sized.canonical() == asking.plan("/unlocks 超过流通股5%").canonical()
    assert dict(asking.plan("/unlocks minimax 基石").params) == {"holders": "cornerstone"}


@pytest.mark.parametrize(
    "line",
    [
        "/unlocks next 90 days",
        "/unlocks zhipu minimax july",
        "/unlocks over 5 % of float next 6 months",
        "/unlocks above 10% of all shares",
        "/unlocks minimax cornerstones and staff",
        "/unlocks this quarter vc",
        "/unlock zhipu known at 2026-06-24",
        "/unlock zhipu who are the holders",
    ],
)
def test_what_was_read_can_be_typed_again(asking: Asking, line: str) -> None:
    plan = asking.plan(line)
    assert asking.plan(ask_again(plan).typed).canonical() == plan.canonical()


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("next_90d", "2026-11-23", "2027-02-21"),
        ("next_2w", "2026-11-23", "2026-12-07"),
        ("next_3m", "2026-11-23", "2027-02-23"),
        ("last_1y", "2025-11-23", "2026-11-23"),
        ("this_week", "2026-11-23", "2026-11-29"),
        ("next_month", "2026-12-01", "2026-12-31"),
        ("this_quarter", "2026-10-01", "2026-12-31"),
        ("next_quarter", "2027-01-01", "2027-03-31"),
        ("next_year", "2027-01-01", "2027-12-31"),
        ("july", "2026-07-01", "2026-07-31"),
        ("january", "2027-01-01", "2027-01-31"),
        ("2027-01-08", "2027-01-08", "2027-01-08"),
        ("year_end", "2026-11-23", "2026-12-31"),
        (Between("2026-07-01", "2027-01-31"), "2026-07-01", "2027-01-31"),
        (Between("today", "march"), "2026-11-23", "2027-03-31"),
        (Between("today", "end_of_january"), "2026-11-23", "2027-01-31"),
        (Between("december", "february"), "2026-12-01", "2027-02-28"),
        (Between("october", "today"), "2026-10-01", "2026-11-23"),
        ("end_of_january", "2026-11-23", "2027-01-31"),
    ],
)
def test_a_stretch_of_time_is_days_of_the_calendar(when: When, first: str, last: str) -> None:
    assert window(when, Day.of(TODAY)) == (Day.of(first), Day.of(last))
    assert window(None, Day.of(TODAY)) is None


def test_a_size_leaves_out_what_is_smaller_or_not_known(evidence: Evidence) -> None:
    now, coming = at(TODAY, TODAY), (Day.of(TODAY), Day.of("2199-12-31"))
    sizes = {
        of: due(evidence, ["zhipu", "minimax"], now, coming, size=Size(Decimal("0.1"), of))
        for of in ("float", "issued")
    }
    assert [one.release.company for one in sizes["float"]] == ["zhipu", "minimax"]  # 210 % and 10.7 %
    assert [one.release.company for one in sizes["issued"]] == ["zhipu"]  # 36.6 % and 7.3 %


def test_only_the_asked_holders_are_counted(evidence: Evidence) -> None:
    july = (Day.of("2026-07-01"), Day.of("2026-07-31"))
    found = due(evidence, ["minimax"], at(TODAY, TODAY), july, frozenset({"cornerstone"}))
    assert [one.shares for one in found] == [Shares(Decimal(16_504_040))]
    assert due(evidence, ["zhipu"], at(TODAY, TODAY), july, frozenset({"staff"})) == ()


def test_the_articles_ratio_would_turn_the_order_by_worth_alone(evidence: Evidence) -> None:
    july, now = (Day.of("2026-07-01"), Day.of("2026-07-31")), at(TODAY, TODAY)
    sides = (due(evidence, ["zhipu"], now, july), due(evidence, ["minimax"], now, july))
    order = faced(evidence, sides)
    assert [(f.by, f.more) for f in order] == [("shares", 1), ("of_issued", 1), ("of_float", 1), ("money", 1)]
    turned = flips(evidence, sides, order, now)
    assert [(f.company, f.claim.source.key, f.by, f.surely) for f in turned] == [("zhipu", "article", ("money",), True)]
    # 15 % of 445,843,090 shares at HK$1,610 is HK$107.7bn, above MiniMax's HK$52.8bn.
    assert Decimal("0.15") * 445_843_090 * 1610 > 145_664_570 * Decimal("362.6")


def test_a_calendar_may_be_asked_for_days_to_come(asking: Asking) -> None:
    before = asking.text("/unlocks zhipu minimax july", "2026-06-25")
    assert "MiniMax faces more by" in before
    assert "2027" not in asking.text("/unlocks on 2026-07-08", "2026-06-25")


def test_disputed_ratios_stand_beside_the_filings_own(asking: Asking) -> None:
    said = asking.text("/unlock zhipu", TODAY)
    assert all(part in said for part in ("5.83%", "5.76%", "About 15% to 25%"))


def test_unlock_measures_can_be_compared(asking: Asking) -> None:
    said = asking.text("/compare zhipu minimax unlock ratio", TODAY)
    assert "36.6%" in said
    assert "7.31%" in said
    assert "2027-01-08" in said.replace("8 Jan 2027", "2027-01-08")
    assert "HK$109.6bn" in asking.text("/value zhipu unlock value", TODAY)
    assert "not listed" in asking.text("/value anthropic unlock ratio", TODAY)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("/unlock", "Which company?"),
        ("/unlock nobody", "nobody"),
        ("/unlock anthropic", "is not listed"),
        ("/unlock xai", "without a stated number of shares"),
        ("/unlock alibaba", "no list of its locked shares"),
        ("/unlocks next 90 days of happiness", "happiness"),
        ("/unlocks zhipu next 10 days", "nothing comes free as asked"),
        ("/unlocks on 2026-02-30", "30"),
    ],
)
def test_what_cannot_be_told_says_why(asking: Asking, line: str, told: str) -> None:
    assert told in asking.text(line, TODAY)


def shares_claims(book: FactBook, company: str, kept: Iterable[str]) -> FactBook:
    """Returns a book in which a company's share counts are only those of some scopes."""
    claims = dict(book.claims)
    key = (company, "shares_in_issue")
    claims[key] = tuple(c for c in claims[key] if c.scope in kept)
    return replace(book, claims=claims)


def test_a_listing_without_shares_says_so_and_the_rest_stands(evidence: Evidence) -> None:
    book, now = shares_claims(evidence.book, "zhipu", ()), at(TODAY, TODAY)
    assert free_float(book, "zhipu", Day.of(TODAY), now) == "no_shares"
    found = due(Evidence(book, RATES), ["zhipu"], now, (Day.of(TODAY), Day.of("2027-12-31")))
    assert found[0].shares == Shares(Decimal(178_282_205))
    assert (found[0].ratio.value, found[0].ratio.missing) == (None, "no_share_count")
    assert found[0].of_float is None


def test_a_holding_above_the_total_makes_the_float_unknown_not_negative(evidence: Evidence) -> None:
    rows = evidence.book.holdings["zhipu"]
    huge = tuple(replace(r, shares=Decimal(10**10)) if r.holder == "Dr. Tang Jie" else r for r in rows)
    book = replace(evidence.book, holdings={**evidence.book.holdings, "zhipu": huge})
    assert free_float(book, "zhipu", Day.of(TODAY), at(TODAY, TODAY)) == "above_total"


def test_stated_totals_are_never_added_to_their_parts(evidence: Evidence) -> None:
    found = due(evidence, ["zhipu"], at(TODAY, TODAY), (Day.of("2027-01-01"), Day.of("2027-01-31")))
    assert found[0].release.shares == Shares(Decimal(402_810_690))
    assert found[0].ratio.value == Percent(divided(Decimal(178_282_205), Decimal(487_588_090)))
