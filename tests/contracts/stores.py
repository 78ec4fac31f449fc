"""What every store promises, whether it keeps things in memory, in an SQLite file or in PostgreSQL.

A test module subclasses `StoresContract` and gives it a `stores` fixture over the facts of `FACTS`.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

import pytest

from bot.answer import Answer, DropSet, KeepSet, Prose, SetLanguage, SetShowing
from bot.call import Person, Place
from bot.days import AsOf, Day
from bot.facts.book import Needs
from bot.facts.records import Claim, Source
from bot.plan import Between, Plan
from bot.ports import CompanySet, Directory, Facts, Receipt, Receipts, Settings, Threads
from bot.quantities import Money, Percent, Range
from bot.text import Message, Raw

CLAIM_COLUMNS = (
    "claim,measure,value,low,high,unit,as_of,scope,basis,audited,qualifier,stated_by,source,known_at,known_at_basis,"
    "retrieved_at,supersedes,note"
)

FACTS = {
    "measures.toml": """
[measure.revenue]
unit = "money"
carry = "period"
stale_after_days = 400
name_en = "Revenue"
name_zh = "收入"
short_en = "Revenue"
short_zh = "收入"
definition_en = "Sales."
definition_zh = "销售额。"
aliases_en = ["sales"]
aliases_zh = ["营收"]

[measure.price_to_sales]
unit = "multiple"
carry = "point"
carry_days = 3
stale_after_days = 5
operation = "divide"
inputs = ["market_value", "revenue"]
max_lag_days = 120
name_en = "P/S"
name_zh = "市销率"
short_en = "P/S"
short_zh = "市销率"
definition_en = "Value over sales."
definition_zh = "市值除以收入。"
available = false
reason = "later"
""",
    "companies.csv": """\
company,name,name_zh,legal_name,legal_name_zh,status,route,hq,founded,reporting_currency,fiscal_year_end,note,source
star,Star,星,Star Ltd,星有限公司,listed,,,,CNY,03-31,,press
twin,Twin,,Twin Inc,,private,,,,USD,,,press
""",
    "aliases.csv": """\
company,alias,language,kind,ambiguous,note
star,Sterne,none,nickname,yes,
star,star ltd,en,legal,no,
""",
    "listings.csv": """\
company,ticker,ticker_venue,venue,listed_on,offer_price,currency,zone,source,note
star,1.HK,00001,XHKG,2026-01-08,116.2,HKD,Asia/Hong_Kong,press,
""",
    "sources.csv": """\
source,kind,publisher,title,url,published_on,note
press,press,Paper,A story,,2026-01-01,
prices,compilation,Tables,Daily prices,https://example.org/p,,
""",
    "statements.csv": """\
statement,location,subject,kind,text,speaker,stated_on,due_on,verdict,verdict_detail,resolved_on,source,note
x-1,article: end,star;twin,prediction,star rises,someone_else,2026-06,2026-12-31,open,a guess,,press,seen once
x-2,later source,,statement,it rained,writer,2026-06-25,,wrong,contradicted,2026-10-08,press,
""",
    "statements.toml": """\
[speaker.writer]
name_en = "The Writer"
aliases = ["writer"]
[standing.pending]
[standing.contradicted]
against = true
[verdicts]
open = "pending"
"wrong/contradicted" = "contradicted"
[statement.x-2]
en = "It rained."
zh = "下过雨。"
check_en = "It did not."
check_zh = "没有。"
""",
    "claims/star.csv": f"""\
{CLAIM_COLUMNS}
star-revenue,revenue,724334000.25,,,CNY,FY2026,,recognised,yes,exact,filing,press,2026-06-01,stated,2026-10-08,,
star-share,overseas_share,,0.15,0.25,ratio,2026-07,,as_stated,,about,press,press,2026-07-31,assumed,,,
star-open,overseas_share,,0.4,,ratio,2026-07,,as_stated,,at_least,press,press,2026-07-31,assumed,,,
star-day,unlock_date,2026-07-08,,,date,2026-01-08,,terms,no,exact,filing,press,2026-01-08,stated,,,"a note, with comma"
""",
    "claims/twin.csv": f"""\
{CLAIM_COLUMNS}
twin-revenue,revenue,13100000000,,,USD,FY2025,,recognised,,about,press,press,2026-01-05,stated,,,
""",
    "holdings/star.csv": """\
company,holder,row_type,holder_class,holder_label,class_basis,shares,share_class,tradable,pct_of_issued,pct_base,pct_low,\
pct_high,lock_start,last_locked_day,first_free_day,first_session,date_status,rule_layer,rule,source,note
star,Fund,holder,cornerstone,,,25681600,H,yes,5.8337,440230190,,,2026-01,2026-07-07,2026-07-08,2026-07-08,fixed,,,press,
star,Other,holder,staff,,,,H,,,,,,,,,,reported,,,press,
""",
    "bars/1.HK.csv": """\
session,open,high,low,close,volume,turnover,source,note
2026-01-08,120,135,116.1,131.5,17518159,2229091549.6,prices,
2026-01-09,,,,158.612345,,,prices,
""",
}
"""Two companies: a value with cents, a range, an open range, a day, and prices with and without volume."""


@dataclass(frozen=True)
class Stores:
    """Everything that one way of keeping things offers, and a way to record a team's own claim."""

    directory: Directory
    facts: Facts
    threads: Threads
    receipts: Receipts
    settings: Settings


SLACK = Place("slack", "T1", "C1", "1.2")
ANNA = Person("slack", "T1", "U1")
PLAN = Plan("compare", ("star", "twin"), ("revenue",), Between("listing", "2026-06-24"), Day.of("2026-07-01"), "HKD")
OTHER_PLAN = Plan("lookup", ("twin",), params=(("n", 3), ("names", "\u0000 '; --")))


@pytest.fixture
def workspace() -> str:
    return f"slack:{uuid.uuid4().hex}"


class StoresContract:
    def test_the_vocabulary_names_companies_by_every_name_once(self, stores: Stores) -> None:
        vocabulary = stores.directory.vocabulary("w")
        assert set(vocabulary.companies) == {"star", "twin"}
        names = {a.text: a.ambiguous for a in vocabulary.aliases if a.company == "star"}
        assert set(names) == {"Star", "星", "star ltd", "星有限公司", "1.HK", "Sterne"}
        assert [name for name, ambiguous in names.items() if ambiguous] == ["Sterne"]
        assert vocabulary.measures["revenue"].aliases == ("sales", "营收")
        formula = vocabulary.measures["price_to_sales"].formula
        assert formula is not None
        assert (formula.operation, formula.inputs, formula.max_lag_days) == ("divide", ("market_value", "revenue"), 120)
        assert vocabulary.measures["price_to_sales"].unavailable == "later"
        assert vocabulary.measures["revenue"].unavailable == ""

    def test_the_vocabulary_is_the_same_object_until_its_version_changes(self, stores: Stores) -> None:
        assert stores.directory.vocabulary("w") is stores.directory.vocabulary("w")

    def test_a_figure_comes_back_digit_by_digit_with_all_that_was_stated(self, stores: Stores) -> None:
        book = stores.facts.snapshot("w", Needs(("star",), ("revenue",)))
        (claim,) = book.claims_of("star", "revenue")
        assert claim == Claim(
            id="star-revenue",
            company="star",
            measure="revenue",
            value=Money(Decimal("724334000.25"), "CNY"),
            as_of=AsOf.of("FY2026", "03-31"),
            scope="",
            basis="recognised",
            audited=True,
            qualifier="exact",
            stated_by="filing",
            source=Source("press", "press", "Paper", "A story", ""),
            known_at=Day.of("2026-06-01"),
            known_at_basis="stated",
            retrieved_at=Day.of("2026-10-08"),
        )
        assert claim.as_of.end == Day(date(2026, 3, 31))

    def test_ranges_and_days_come_back_as_such(self, stores: Stores) -> None:
        book = stores.facts.snapshot("w", Needs(("star",), ("overseas_share", "unlock_date")))
        values = {c.id: c.value for c in book.claims_of("star", "overseas_share")}
        assert values["star-share"] == Range(Percent(Decimal("0.15")), Percent(Decimal("0.25")))
        assert values["star-open"] == Range(Percent(Decimal("0.4")), None)
        (day,) = book.claims_of("star", "unlock_date")
        assert day.value == Day.of("2026-07-08")
        assert day.note == "a note, with comma"

    def test_a_book_holds_what_was_needed_and_nothing_else(self, stores: Stores) -> None:
        book = stores.facts.snapshot("w", Needs(("star",), ("revenue",)))
        assert set(book.claims) == {("star", "revenue")}
        assert set(book.companies) == set(book.listings) == {"star"}
        assert book.bars == {}
        assert set(book.sources) == {"press"}

    def test_an_unknown_company_or_measure_is_simply_absent(self, stores: Stores) -> None:
        book = stores.facts.snapshot("w", Needs(("nobody",), ("nothing",), bars=True))
        assert (book.companies, book.claims, book.listings, book.bars) == ({}, {}, {}, {})

    def test_bars_come_oldest_first_with_what_is_known_of_each(self, stores: Stores) -> None:
        book = stores.facts.snapshot("w", Needs(("star", "twin"), (), bars=True))
        bars = book.bars_of("star")
        assert bars is not None
        first, second = bars.sessions
        assert (first.open, first.high, first.low) == (Decimal(120), Decimal(135), Decimal("116.1"))
        assert (first.volume, first.turnover) == (17518159, Decimal("2229091549.6"))
        assert (second.close, second.volume, second.open) == (Decimal("158.612345"), None, None)
        assert bars.listing.offer_price == Decimal("116.2")
        assert book.sources["prices"].title == "Daily prices"
        assert book.bars_of("twin") is None

    def test_bars_before_the_day_asked_are_left_out(self, stores: Stores) -> None:
        book = stores.facts.snapshot("w", Needs(("star",), (), bars=True, bars_from=Day.of("2026-01-09")))
        bars = book.bars_of("star")
        assert bars is not None
        assert [b.session.iso for b in bars.sessions] == ["2026-01-09"]

    def test_holdings_come_in_the_order_of_their_list_where_needed(self, stores: Stores) -> None:
        assert stores.facts.snapshot("w", Needs(("star",), ())).holdings == {}
        book = stores.facts.snapshot("w", Needs(("star", "twin"), (), holdings=True))
        assert set(book.holdings) == {"star"}
        fund, other = book.holdings["star"]
        assert (fund.id, fund.holder, other.id) == ("holding:star:1", "Fund", "holding:star:2")
        assert (fund.shares, fund.percent_at_listing) == (Decimal(25681600), Decimal("5.8337"))
        assert fund.shares_at_listing == Decimal(440230190)
        assert (fund.last_locked_day, fund.first_free_day) == (Day.of("2026-07-07"), Day.of("2026-07-08"))
        assert fund.source.title == "A story"
        assert (other.shares, other.first_free_day, other.percent_at_listing) == (None, None, None)

    def test_statements_come_in_words_of_both_languages_where_needed(self, stores: Stores) -> None:
        assert stores.facts.snapshot("w", Needs(("star",), ())).statements == ()
        guess, rain = stores.facts.snapshot("w", Needs((), (), statements=True)).statements
        assert (guess.companies, guess.speaker.name.en, guess.in_article) == (("star", "twin"), "someone else", True)
        assert (guess.verdict, guess.against, guess.due_on) == ("pending", False, Day.of("2026-12-31"))
        assert guess.found is not None
        assert (guess.said.zh, guess.found.en) == ("", "seen once")
        assert guess.known(Day.of("2026-06-30"))
        assert not guess.known(Day.of("2026-06-29"))
        assert rain.found is not None
        assert (rain.said.zh, rain.found.zh, rain.speaker.name.en) == ("下过雨。", "没有。", "The Writer")
        assert rain.against
        assert not rain.settled(Day.of("2026-10-07"))
        assert rain.settled(Day.of("2026-10-08"))

    def test_a_thread_keeps_its_last_plan(self, stores: Stores, workspace: str) -> None:
        assert stores.threads.last_plan(workspace, SLACK) is None
        stores.threads.remember(workspace, SLACK, OTHER_PLAN)
        stores.threads.remember(workspace, SLACK, PLAN)
        assert stores.threads.last_plan(workspace, SLACK) == PLAN

    def test_what_a_workspace_asks_about_most_comes_first(self, stores: Stores, workspace: str) -> None:
        assert list(stores.threads.most_asked(workspace)) == []
        for companies in (("sun",), ("moon",), ("moon", "star"), ("star",), ("star",), ("star", "moon"), ("star",)):
            stores.threads.remember(workspace, SLACK, replace(PLAN, companies=companies))
        assert list(stores.threads.most_asked(workspace)) == ["star", "moon", "sun"]

    def test_threads_of_one_channel_are_apart(self, stores: Stores, workspace: str) -> None:
        stores.threads.remember(workspace, SLACK, PLAN)
        assert stores.threads.last_plan(workspace, Place("slack", "T1", "C1", "9.9")) is None

    def test_hostile_names_and_plans_are_kept_as_they_are(self, stores: Stores, workspace: str) -> None:
        place = Place("console", "\u0000", "'; DROP TABLE thread; --", "\ud800\\0")
        stores.threads.remember(workspace, place, OTHER_PLAN)
        assert stores.threads.last_plan(workspace, place) == OTHER_PLAN
        assert stores.threads.last_plan(workspace, Place("console", "\\0", place.channel, place.thread)) is None

    def test_a_receipt_comes_back_whole(self, stores: Stores, workspace: str) -> None:
        said = Answer(Message("headline", {"name": Raw("\u0000 \ud800 *x*")}), (Prose((Message("more"),)),))
        receipt = Receipt("r1", PLAN, ("star-revenue", "bar:1.HK:2026-01-08"), "0.1.0", said)
        stores.receipts.keep(workspace, receipt)
        assert stores.receipts.find(workspace, "r1") == receipt
        assert stores.receipts.find(workspace, "r2") is None

    def test_a_person_is_answered_in_the_language_last_chosen(self, stores: Stores, workspace: str) -> None:
        settings = stores.settings
        assert settings.language_of(workspace, SLACK, ANNA) is None
        settings.apply(workspace, SLACK, ANNA, [SetLanguage("en"), SetLanguage("zh")])
        assert settings.language_of(workspace, SLACK, ANNA) == "zh"
        assert settings.language_of(workspace, SLACK, Person("slack", "T1", "U2")) is None
        settings.apply(workspace, SLACK, ANNA, [SetLanguage(None)])
        assert settings.language_of(workspace, SLACK, ANNA) is None

    def test_a_channel_chooses_where_it_sees_answers(self, stores: Stores, workspace: str) -> None:
        settings, thread = stores.settings, Place("slack", "T1", "C1", "1.1")
        assert settings.showing_of(workspace, SLACK) is None
        settings.apply(workspace, thread, ANNA, [SetShowing("open"), SetShowing("thread")])
        assert settings.showing_of(workspace, SLACK) == settings.showing_of(workspace, thread) == "thread"
        assert settings.showing_of(workspace, Place("slack", "T1", "C2")) is None
        assert settings.workspace_of(SLACK, ANNA) == stores.settings.workspace_of(Place("slack", "T1", "C2"), ANNA)
        settings.apply(workspace, SLACK, ANNA, [SetShowing(None)])
        assert settings.showing_of(workspace, SLACK) is None

    def test_a_channels_sets_are_its_own_and_every_change_is_a_version(self, stores: Stores, workspace: str) -> None:
        settings, other_channel = stores.settings, Place("slack", "T1", "C9")
        settings.apply(
            workspace, SLACK, ANNA, [KeepSet("peers", ("star", "moon")), KeepSet("two", ("moon", "sun"), True)]
        )
        settings.apply(workspace, SLACK, ANNA, [KeepSet("peers", ("star", "moon", "sun"), True)])
        assert settings.sets_of(workspace, SLACK) == {
            "peers": CompanySet("peers", 2, ("star", "moon", "sun"), is_default=True),
            "two": CompanySet("two", 2, ("moon", "sun")),
        }
        assert settings.sets_of(workspace, other_channel) == {}
        settings.apply(workspace, SLACK, ANNA, [DropSet("peers"), DropSet("never there")])
        assert set(settings.sets_of(workspace, SLACK)) == {"two"}
        settings.apply(workspace, SLACK, ANNA, [KeepSet("peers", ("moon", "star"))])
        assert settings.sets_of(workspace, SLACK)["peers"] == CompanySet("peers", 4, ("moon", "star"))

    def test_a_team_is_one_workspace_in_all_its_channels_and_for_all_its_people(self, stores: Stores) -> None:
        one = stores.settings.workspace_of(SLACK, ANNA)
        assert one == stores.settings.workspace_of(Place("slack", "T1", "C2"), Person("slack", "T1", "U2"))

    def test_teams_platforms_and_direct_messages_are_workspaces_of_their_own(self, stores: Stores) -> None:
        found = [
            stores.settings.workspace_of(Place(platform, team, "C"), Person(platform, team, person))
            for platform in ("slack", "discord")
            for team, person in (("T1", "U1"), ("T2", "U1"), ("@U1", "U9"), ("", "U1"), ("", "U2"), ("%40U1", "U1"))
        ]
        assert "" not in found
        assert len(set(found)) == len(found)

    def test_nothing_crosses_between_two_workspaces(self, stores: Stores) -> None:
        """Every method that takes a workspace is called for one and asked for the other."""
        ours, theirs = (f"slack:{uuid.uuid4().hex}" for _ in range(2))
        stores.threads.remember(ours, SLACK, PLAN)
        stores.receipts.keep(ours, Receipt("same", PLAN, (), "1"))
        stores.settings.apply(ours, SLACK, ANNA, [SetLanguage("zh")])
        assert stores.threads.last_plan(theirs, SLACK) is None
        assert list(stores.threads.most_asked(theirs)) == []
        assert stores.receipts.find(theirs, "same") is None
        assert stores.settings.language_of(theirs, SLACK, ANNA) is None
        stores.threads.remember(theirs, SLACK, OTHER_PLAN)
        stores.receipts.keep(theirs, Receipt("same", OTHER_PLAN, (), "2"))
        stores.settings.apply(theirs, SLACK, ANNA, [SetLanguage("en")])
        assert stores.threads.last_plan(ours, SLACK) == PLAN
        assert stores.receipts.find(ours, "same") == Receipt("same", PLAN, (), "1")
        assert stores.settings.language_of(ours, SLACK, ANNA) == "zh"
        stores.settings.apply(ours, SLACK, ANNA, [KeepSet("peers", ("star", "moon"), True)])
        assert stores.settings.sets_of(theirs, SLACK) == {}
        stores.settings.apply(ours, SLACK, ANNA, [SetShowing("open")])
        assert stores.settings.showing_of(theirs, SLACK) is None
