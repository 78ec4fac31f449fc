"""Fields of English questions by class of wording: times, measures, extremes, groups, holders and amounts."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from bot.plan import Between
from bot.questions.amounts import amounts_in
from bot.questions.names import Names
from bot.questions.sentence import Tagger
from bot.questions.times import when_in
from tests.bot.questions.labelled import Hearing

HONG_KONG = {"zhipu", "minimax", "sensetime", "baidu", "alibaba"}
PRIVATE = {"anthropic", "openai", "moonshot", "deepseek", "stepfun", "mistral"}


@pytest.fixture(scope="module")
def tagger(names: Names) -> Tagger:
    return Tagger(names)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("zhipu px since it came to market", "since_listing"),
        ("minimax since its flotation", "since_listing"),
        ("weekly closes since trading began on the exchange, 2513", "since_listing"),
        ("from ipo to now, what has 0100 returned", "since_listing"),
        ("return from float to last friday", Between("since_listing", "last_friday")),
        ("how's baidu doing, year so far", "ytd"),
        ("alibaba 2026 to date", "ytd"),
        ("anything due in the upcoming month", "next_month"),
        ("the quarter ahead, what expires", "next_quarter"),
        ("zhipu volume last wk", "last_week"),
        ("unlocks nxt qtr", "next_quarter"),
        ("zhipu's close the previous month", "last_month"),
        ("close yday", "yesterday"),
        ("what expires until 2028", Between("today", "2028-12-31")),
        ("what expires through year end", Between("today", "year_end")),
        ("what is left of the year, expiries", Between("today", "year_end")),
        ("pressure over the remaining months of 2026", Between("today", "year_end")),
        ("arr from 2024 onwards", Between("2024-01-01", "today")),
        ("openai valuation, raise by raise, from 2024", Between("2024-01-01", "today")),
        ("revenue from 2024", Between("2024-01-01", "2024-12-31")),
        ("run rate since last christmas", Between("2025-12-25", "today")),
        ("volume over the summer", Between("2026-06-01", "2026-08-31")),
        ("price at end july", "end_of_july"),
        ("has it regained the lead, or did it ever after july", Between("july", "today")),
        ("revenue in q1 '26", Between("2026-01-01", "2026-03-31")),
        ("zhipu on thursday 9 july", "2026-07-09"),
    ],
)
def test_times_are_read_as_desks_say_them(text: str, when: object) -> None:
    found = when_in(text)
    assert (found.when if found else None) == when


@pytest.mark.parametrize(
    "text",
    [
        "for our call tomorrow: zhipu market cap",
        "now with half of the volume",
        "ok now only the listed ones",
        "did it ever fall below its debut close",
        "i have to file on friday, what is minimax worth",
        "what does the 25 june piece say of zhipu",
    ],
)
def test_a_time_that_is_only_mentioned_is_not_asked_about(text: str) -> None:
    found = when_in(text)
    assert found is None or found.when is None


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("what was the minimax float struck at", {"offer_price"}),
        ("where was zhipu's book priced at", {"offer_price"}),
        ("how many shares in 2513 went through on 9 July", {"volume"}),
        ("what did SenseTime turn over in 2025", {"revenue"}),
        ("compare zhipu and minimax by growth and multiple", {"revenue_growth", "price_to_arr"}),
        ("offer price against last, zhipu", {"offer_price", "share_price"}),
        ("latest price over offer price at zhipu", {"share_price", "offer_price"}),
        ("nastiest tumble in 0100 since July", {"drawdown"}),
        ("steepest descent 2513 has had", {"drawdown"}),
        ("best single session zhipu has had", {"price_return"}),
        ("how have zhipu and minimax drifted apart since June", {"price_return"}),
        ("zhipu vs minimax on client mix", {"enterprise_share"}),
        ("openai's international footprint", {"overseas_share"}),
        ("number of corporate clients at anthropic", {"customers"}),
        ("sales per staffer at minimax", {"revenue", "employees"}),
        ("revenue for every employee at SenseTime", {"revenue", "employees"}),
        ("who is haemorrhaging the most cash", {"net_loss"}),
        ("who raised more in their float, zhipu or minimax", {"gross_proceeds"}),
        ("price of the zhipu flotation", {"offer_price"}),
        ("where did 0100 finish the week", {"share_price"}),
        ("latest tick on 9988", {"share_price"}),
        ("how many users actually pay at openai", {"paying_users"}),
    ],
)
def test_measures_are_known_from_what_stands_around_a_word(tagger: Tagger, text: str, measures: set[str]) -> None:
    assert set(tagger.tag(text, None).measure_keys) == measures


@pytest.mark.parametrize(
    "text",
    [
        "tale of the tape, zhipu and minimax",
        "the two HK AI IPOs, side by side",
        "bigger by what margin",
        "who knocked zhipu off the top spot",
        "benchmarking ourselves against anthropic",
        "before i file at four: zhipu and minimax",
        "has zhipu outgrown its teacher",
        "who foots the bill",
        "is scale all that matters at openai",
        "last one standing at anthropic",
        "which day suits for a call",
        "we need a head of research",
        "is it fair value stuff",
        "it goes in a note to clients",
        "were the audited accounts at MiniMax late",
    ],
)
def test_ordinary_words_name_no_measure(tagger: Tagger, text: str) -> None:
    assert tagger.tag(text, None).measure_keys == ()


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("who takes the wooden spoon on revenue, everyone covered", "lowest"),
        ("name the three minnows by valuation, all names", "lowest"),
        ("who brings up the rear on gross margin among the four", "lowest"),
        ("order the four from slow growers to fast growers", "lowest"),
        ("order the four from cheap to dear on p/arr", "lowest"),
        ("rank the four by users, biggest to smallest", "highest"),
        ("rank the four by gross margin, thinnest at the bottom", "highest"),
        ("which of the five in hong kong was listed first", "lowest"),
        ("which listed lab has the newest listing", "highest"),
        ("who has the upper hand on users, openai or anthropic", "highest"),
        ("which is further along on enterprise revenue, zhipu or minimax", "highest"),
        ("whose supply overhang is nastier, zhipu or minimax", "highest"),
        ("whose overhang is easier to swallow, zhipu or minimax", "lowest"),
        ("if zhipu drops 20%, who's bigger", "highest"),
        ("suppose minimax gains 40%, which one is ahead", "highest"),
        ("when's the next expiry for the two", "lowest"),
    ],
)
def test_extremes_are_known_without_a_superlative(hearing: Hearing, text: str, direction: str) -> None:
    assert hearing.plan(text).direction == direction


@pytest.mark.parametrize(
    ("text", "companies"),
    [
        ("rank the hong kong AI stocks by market cap", HONG_KONG),
        ("dearest P/S on the hong kong exchange", HONG_KONG),
        ("rank the names with no ticker by valuation", PRIVATE),
        ("rank listed peers zhipu, minimax and sensetime by staff", {"zhipu", "minimax", "sensetime"}),
        ("rank western labs by valuation (anthropic, openai, mistral)", {"anthropic", "openai", "mistral"}),
        ("when did minimax list in hong kong", {"minimax"}),
        ("what is zhipu worth in hong kong", {"zhipu"}),
    ],
)
def test_groups_are_known_by_place_and_by_the_names_they_spell_out(
    hearing: Hearing, text: str, companies: set[str]
) -> None:
    assert set(hearing.plan(text).companies) == companies


@pytest.mark.parametrize(
    ("text", "excluded"),
    [
        ("rank chinese labs ex-Baidu by value", {"baidu"}),
        ("top chinese labs by value leaving out the internet giants", {"alibaba", "baidu", "tencent", "meituan"}),
        ("biggest chinese labs without the tech giants", {"alibaba", "baidu", "tencent", "meituan"}),
    ],
)
def test_who_is_left_out_is_left_out(hearing: Hearing, text: str, excluded: set[str]) -> None:
    plan = hearing.plan(text)
    params: dict[str, Any] = dict(plan.params)
    assert set(params["exclude"]) == excluded
    assert not set(plan.companies) & excluded


def test_a_company_that_holds_shares_is_a_holder_and_not_what_is_asked_about(hearing: Hearing) -> None:
    plan = hearing.plan("is Alibaba's MiniMax stake still in lock-up")
    assert (plan.companies, dict(plan.params)["holders"]) == (("minimax",), ["alibaba"])


@pytest.mark.parametrize(
    ("text", "companies"),
    [
        ("when can Yan Junjie start selling his shares", {"minimax"}),
        ("when does the Tsinghua lot come out of lock-up", {"zhipu"}),
        ("when are the miHoYo shares out of lock-up", {"minimax"}),
        ("when do the cornerstones come out of lock-up", {"zhipu", "minimax"}),
    ],
)
def test_a_holder_of_one_of_the_two_says_which_is_meant(hearing: Hearing, text: str, companies: set[str]) -> None:
    assert set(hearing.plan(text).companies) == companies


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("half a trillion dollars", "500000000000"),
        ("three quarters of a billion", "750000000"),
        ("quarter of a trillion", "250000000000"),
        ("up 40 pc", "0.4"),
        ("a third", "0.3333"),
        ("half", "0.5"),
    ],
)
def test_parts_of_large_numbers_are_amounts(text: str, value: str) -> None:
    assert [amount.value for amount in amounts_in(text)] == [Decimal(value)]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("what share of OpenAI's users are paying users", ("paying_users", "users")),
        ("how many years of losses does zhipu's cash cover", ("cash", "net_loss")),
    ],
)
def test_what_is_divided_follows_the_sentence(hearing: Hearing, text: str, measures: tuple[str, ...]) -> None:
    assert hearing.plan(text).measures == measures


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("how big is the zhipu unlock relative to daily volume", ("days_of_volume",)),
        ("unlock schedule for minimax, every tranche", ("unlock_date", "unlock_ratio")),
        ("until when are zhipu's founders locked in", ("unlock_date",)),
        ("who is still locked in at minimax", ()),
    ],
)
def test_what_is_asked_of_an_expiry_is_told_apart(hearing: Hearing, text: str, measures: tuple[str, ...]) -> None:
    assert hearing.plan(text).measures == measures


def test_a_follow_up_that_asks_who_asks_for_the_holders(hearing: Hearing) -> None:
    last = hearing.plan("when does zhipu's lock-up end")
    plan = hearing.plan("and who exactly can sell then?", last)
    assert (plan.operation, plan.companies, plan.measures) == ("unlocks", ("zhipu",), ())


@pytest.mark.parametrize(
    ("text", "change"),
    [("zhipu minus 15%, new market cap?", -0.15), ("if zhipu tanks 30% what is it worth", -0.3)],
)
def test_a_fall_is_a_fall_however_it_is_said(hearing: Hearing, text: str, change: float) -> None:
    assert dict(hearing.plan(text).params)["price_change"] == change


def test_what_a_company_lists_at_in_trillions_is_its_value(hearing: Hearing) -> None:
    plan = hearing.plan("if openai goes public at 2 trillion dollars, what P/ARR is that")
    params: dict[str, Any] = dict(plan.params)
    assert params["set"] == {"openai": {"market_value": 2_000_000_000_000}}
    assert set(plan.measures) == {"price_to_arr", "market_value"}
