"""Measures as a desk speaks of them in both languages, and words that only look like one."""

from __future__ import annotations

import pytest

from bot.questions.lexicon_measures_en import SPOKEN_EN
from bot.questions.lexicon_measures_zh import SPOKEN_ZH
from tests.bot.questions.labelled import Hearing

SPOKEN = {
    "revenue": ["what did zhipu ring up last year", "mistral earns how much from clients", "智谱去年总共收了多少"],
    "run_rate_revenue": [
        "claude's annualised takings?", "what's openai's top line, annualised", "阶跃一年化下来能有多少收入",
    ],
    "net_loss": ["how much did openai lose last year", "how deep in the hole was zhipu in 2025", "智谱去年烧掉多少"],
    "employees": [
        "how many ppl on minimax's books", "ballpark, how many folks work at moonshot", "how big is moonshot's team",
        "deepseek有几号人",
    ],
    "cash": [
        "how much money has zhipu got left", "minimax war chest?", "what has minimax got in the bank",
        "智谱手里还有多少钱",
    ],
    "users": ["grok's maker, how many folks use the thing?", "how many people chat with chatgpt", "海螺有多少人用"],
    "paying_users": [
        "how many ppl actually pay for chatgpt?", "有多少人给chatgpt掏钱", "how many people fork out for claude",
    ],
    "rd_expense": [
        "how much did MiniMax spend for research", "what does zhipu burn on research", "sensetime's r&d bill",
        "智谱一年往研发里砸了多少", "what did baidu pour into r and d",
    ],
    "price_to_sales": [
        "how many turns of revenue are people paying for 2513", "BIDU on what x of LTM sales?",
        "How many times its yearly takings is Alibaba trading on?", "商汤是几倍营收",
    ],
    "price_to_arr": [
        "at what multiple of ARR did Anthropic's last round get done", "智谱现在 trade at 多少倍 ARR 啊",
        "what multiple of run rate does openai fetch",
    ],
    "volume": ["what got done in 3690 yesterday", "7月9号稀宇一共换手了多少股？", "ADV for 2513"],
    "share_price": ["where's 2513 trading", "what's a share of minimax going for", "智谱现在什么价"],
    "offer_price": ["what did ipo punters pay for zhipu", "where was minimax ipo'd at", "智谱招股定价多少"],
    "overseas_share": ["minimax赚老外的钱占多少", "foreign sales share at minimax", "minimax's export share"],
    "enterprise_share": [
        "anthropic的b端成分", "how b2b-heavy is minimax, enterprise slice?", "anthropic企业那块占多大",
    ],
    "market_value": ["size of anthropic", "what's the sticker on openai these days", "月之暗面的身价", "deepseek val"],
    "drawdown": ["zhipu's worst top-to-bottom slide", "2513 从 top 到现在回吐了百分之几", "minimax离历史高点多远"],
}  # fmt: skip


@pytest.mark.parametrize(("measure", "text"), [(m, text) for m, texts in SPOKEN.items() for text in texts])
def test_a_measure_is_known_by_what_a_desk_calls_it(hearing: Hearing, measure: str, text: str) -> None:
    assert hearing.plan(text).measures == (measure,)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("when may minimax's founders cash in", "cash"),
        ("has minimax stock been creeping up or bleeding over the last 30 days?", "net_loss"),
        ("do the GLM guys and the Hailuo guys burn roughly the same on research?", "net_loss"),
        ("what do zhipu and minimax spend on research", "revenue"),
        ("top-line growth of the whole coverage list, hottest first", "listing_date"),
        ("Anthropic在年化营收上领先OpenAI多少", "revenue"),
        ("how many sessions was minimax ahead of zhipu in january", "days_of_volume"),
        ("100 HK weekly closes, last quarter", "users"),
        ("how many turns of sales are people paying for zhipu", "paying_users"),
    ],
)
def test_a_word_that_only_looks_like_a_measure_is_none(hearing: Hearing, text: str, wrong: str) -> None:
    assert wrong not in hearing.plan(text).measures


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("For every yuan SenseTime takes in, how much goes straight into R&D?", ("rd_expense", "revenue")),
        ("智谱烧的研发费是营收的多少倍", ("rd_expense", "revenue")),
        ("每赚一块钱收入,智谱要倒贴几块?", ("net_loss", "revenue")),
    ],
)
def test_what_is_spent_of_each_unit_taken_in_is_divided_by_revenue(
    hearing: Hearing, text: str, measures: tuple[str, ...]
) -> None:
    plan = hearing.plan(text)
    assert (plan.operation, plan.measures) == ("ratio", measures)


def test_each_unit_of_one_company_held_against_another_divides_by_the_one(hearing: Hearing) -> None:
    plan = hearing.plan("For each dollar MiniMax takes in, how many land at OpenAI?")
    assert (plan.operation, plan.companies, plan.currency) == ("ratio", ("openai", "minimax"), None)


def test_every_measure_has_wordings_of_both_languages() -> None:
    few = {
        key: (len(SPOKEN_EN.get(key, ())), len(SPOKEN_ZH.get(key, ())))
        for key in {*SPOKEN_EN, *SPOKEN_ZH}
        if min(len(SPOKEN_EN.get(key, ())), len(SPOKEN_ZH.get(key, ()))) < 6
    }
    assert few == {}
