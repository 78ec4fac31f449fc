"""Occasions, parts of years, rates of exchange and groups, said as people say them in both languages."""

from __future__ import annotations

import pytest

from bot.plan import Between, When
from tests.bot.questions.labelled import Hearing


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("unlocks between now and Christmas for zhipu", Between("today", "2026-12-25")),
        ("圣诞前智谱有解禁吗", Between("today", "2026-12-25")),
        ("sensetime return since new year's day", "ytd"),
        ("商汤元旦至今涨跌", "ytd"),
        ("7月8号到20号MiniMax逐日收盘", Between("2026-07-08", "2026-07-20")),
        ("zhipu closes from July 8 to 20", Between("2026-07-08", "2026-07-20")),
        ("zhipu closes between 8 and 20 July", Between("2026-07-08", "2026-07-20")),
        ("plot(minimax.close, from='2026-03-01', to='2026-03-31')", Between("2026-03-01", "2026-03-31")),
        ("zhipu's share price on the last trading day of June", "end_of_june"),
        ("zhipu's share price at the end of Q1", "2026-03-31"),
        ("去年下半年minimax营收", Between("2025-07-01", "2025-12-31")),
        ("zhipu revenue in the second half of last year", Between("2025-07-01", "2025-12-31")),
        ("前天智谱收盘价", "2d_ago"),
        ("zhipu px, wk by wk from the debut on", "since_listing"),
        ("智谱挂牌头一天收在什么价位", "first_day"),
        ("2513 这个 quarter 到现在 return 多少", "this_quarter"),
        ("OpenAI's annualised revenue over the past six months", Between("6m_ago", "today")),
        ("MiniMax股价的低谷出现在哪一天", None),
    ],
)
def test_a_time_is_known_however_it_is_said(hearing: Hearing, text: str, when: When) -> None:
    assert hearing.plan(text).when == when


def test_a_day_beside_an_occasion_is_the_day(hearing: Hearing) -> None:
    assert hearing.plan("稀宇国庆前（9月30号）收盘价").when == "2026-09-30"


@pytest.mark.parametrize(
    ("text", "fx", "currency"),
    [
        ("Take 6.8 yuan to the dollar: Zhipu's 2025 sales in USD?", {"USDCNY": 6.8}, "USD"),
        ("With a dollar at 7 yuan, the 2025 turnover of MiniMax makes how many RMB?", {"USDCNY": 7}, "CNY"),
        ("假如1美元兑7.9港元，智谱值多少美元", {"USDHKD": 7.9}, "USD"),
    ],
)
def test_a_rate_of_exchange_carries_its_currencies(
    hearing: Hearing, text: str, fx: dict[str, float], currency: str
) -> None:
    plan = hearing.plan(text)
    assert (plan.operation, dict(plan.params)["fx"], plan.currency) == ("what_if", fx, currency)


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("折成港纸智谱值多少", "HKD"),
        ("zhipu market cap in greenbacks", "USD"),
        ("minimax net loss in mainland money", "CNY"),
        ("what got done in 3690 yesterday, shares not dollars", None),
        ("what do investors pay for a dollar of OpenAI's revenue", None),
        ("OpenAI / Anthropic 的 run rate 加 net loss, 单位统一 USD", "USD"),
    ],
)
def test_a_currency_is_the_one_that_is_wanted(hearing: Hearing, text: str, currency: str | None) -> None:
    assert hearing.plan(text).currency == currency


@pytest.mark.parametrize(
    ("text", "companies"),
    [
        ("rank the HK five by market cap", {"zhipu", "minimax", "sensetime", "baidu", "alibaba"}),
        ("the 4 priciest labs that aren't on any exchange", {
            "anthropic", "openai", "moonshot", "deepseek", "stepfun", "mistral"}),
        ("国内还没上市的那几家大模型公司，谁个头最大", {"moonshot", "deepseek", "stepfun"}),
        ("sort the non-Chinese labs by staff", {"anthropic", "openai", "xai", "mistral"}),
        ("are the Kimi folks worth more than the DeepSeek folks", {"moonshot", "deepseek"}),
        ("between baidu and ali, who has more people on the payroll", {"baidu", "alibaba"}),
        ("musk's ai shop: revenue last year?", {"xai"}),
        ("李彦宏家的现金", {"baidu"}),
    ],
)  # fmt: skip
def test_companies_are_known_by_what_they_are(hearing: Hearing, text: str, companies: set[str]) -> None:
    assert set(hearing.plan(text).companies) == companies


@pytest.mark.parametrize(
    ("text", "position"), [("silver medal for most valuable firm you follow?", 2), ("营收榜上谁是探花", 3)]
)
def test_a_medal_is_a_place_of_an_order(hearing: Hearing, text: str, position: int) -> None:
    plan = hearing.plan(text)
    assert (plan.operation, dict(plan.params)["position"]) == ("rank", position)


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("In case the volume would be only the half, the MiniMax unlock needs how many days to be absorbed?", -0.5),
        ("stress case: 0100 turnover dries up by half, days to clear?", -0.5),
        ("if zhipu's trading volume fell by two fifths, days to absorb the unlock?", -0.4),
    ],
)
def test_what_is_left_and_what_is_lost_are_told_apart(hearing: Hearing, text: str, change: float) -> None:
    assert dict(hearing.plan(text).params)["volume_change"] == change
