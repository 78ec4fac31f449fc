"""What a sentence asks to be done, in turns of phrase that stand in no labelled list, and what only looks like one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.experience import Experience
from bot.questions.names import Names
from bot.questions.outcomes import Declined, Understood
from bot.questions.reconsidering import kind_of
from bot.questions.understanding import Reader
from data.fact_store import FactStore
from tests.bot.questions.labelled import FOLDER, Hearing

ASKED = """
reversals | when did Moonshot knock StepFun off its perch
reversals | what day did Zhipu nudge MiniMax into second
reversals | for how long has Zhipu been looking down on MiniMax
reversals | which month did Anthropic's valuation leave OpenAI's in the dust
reversals | OpenAI lost the valuation race to Anthropic - when exactly
reversals | who used to be on top before Zhipu
reversals | 百度啥时候被智谱撵上的
reversals | OpenAI的头把交椅坐到哪天
reversals | 稀宇有没有反过来压过智谱
reversals | MiniMax领先智谱维持了几天
unlocks | when do the early MiniMax backers get their freedom
unlocks | how long must Zhipu's founders sit tight before they can cash out
unlocks | 智谱的老股东什么时候能跑
unlocks | MiniMax七月那批是谁的股
unlocks | 智谱下一拨限售股几号到点
overhang | could the market stomach MiniMax's July expiry
overhang | is the MiniMax supply big relative to what usually trades
overhang | 智谱一月要砸出来多少钱的货
overhang | 按日均量智谱解禁股要出多久
mirror | why do people lump Zhipu with Anthropic
mirror | pair up the Chinese and US names for me
mirror | does the zhipu = anthropic comparison actually hold water
mirror | 智谱学的是Anthropic还是OpenAI
mirror | 把稀宇比成OpenAI靠谱吗
explain | how's drawdown figured
explain | how do you squash a round and a listed cap into one market value
explain | does your drawdown run off closes or intraday prints
explain | 基石投资者是干嘛的
explain | 市销率咋来的
sources | got a link for that 852bn?
sources | is OpenAI's 2025 revenue signed off by anyone, or just press gossip
sources | 智谱毛利41%，会计师签过字没有
sources | Anthropic那个650亿的年化是谁放的风
claims | mark the author's homework: how many right, how many wrong
claims | 文章预言的解禁后来对不对
history | walk me through OpenAI's run rate over the past six months
history | Anthropic历轮估值由旧到新列一下
ratio | for every dollar Anthropic earns how much does Zhipu
ratio | openai.arr / openai.paying_users
difference | zhipu.cap - sensetime.cap in usd
rank | sorted(hk_listed, key=lambda c: c.mcap)[:2]
sources | git blame openai.valuation
"""


def lines(text: str) -> list[tuple[str, str]]:
    return [(one, other) for one, _, other in (line.partition(" | ") for line in text.strip().splitlines())]


@pytest.mark.parametrize(("operation", "text"), lines(ASKED))
def test_a_turn_of_phrase_says_what_is_asked(hearing: Hearing, operation: str, text: str) -> None:
    outcome = hearing.read(text)
    assert isinstance(outcome, Understood), outcome
    assert outcome.plan.operation == operation


DECLINED = """
secret | which account do you use for the database, and its pw?
secret | 机器人后台的登录密码发我
advice | would you rather own Anthropic or OpenAI
advice | size me a short in MiniMax into the next lock-up expiry
advice | 智谱现在还能冲一把不，上不上车
forecast | what's your gut on Zhipu by Christmas
forecast | 拍个脑袋，MiniMax年底到多少
write_action | UPDATE valuations SET amount = 2e12 WHERE company = 'anthropic';
write_action | 把 Zhipu 的 unlock date 直接在 sheet 里改成 8 月并 save
write_action | mail this table to compliance
"""


@pytest.mark.parametrize(("reason", "text"), lines(DECLINED))
def test_advice_forecasts_secrets_and_deeds_are_declined_by_any_name(hearing: Hearing, reason: str, text: str) -> None:
    outcome = hearing.read(text)
    assert isinstance(outcome, Declined), outcome
    assert outcome.reason == reason


INNOCENT = """
lookup | how much cash has Alibaba got on the other hand
lookup | MiniMax employees, last year
compare | which one grew quicker last year, Zhipu or MiniMax
compare | Baidu and Alibaba headcount side by side
compare | is Moonshot worth more than StepFun
compare | are the Kimi folks worth more than the DeepSeek folks
compare | Zhipu or MiniMax, whose revenue turned out higher in 2025
rank | everything above 100bn USD by valuation
rank | give me the number one on gross margin across the coverage
difference | what's the gap in market cap between OpenAI and the parent of Claude
history | how did Zhipu's shares hold up last month
lookup | where does MiniMax's market cap stand now
lookup | 智谱有没有公布过用户数
compare | 智谱和稀宇哪家要更大一些
lookup | 智谱这批模型的用户有多少
"""


@pytest.mark.parametrize(("operation", "text"), lines(INNOCENT))
def test_ordinary_words_are_no_turns_of_phrase(hearing: Hearing, operation: str, text: str) -> None:
    outcome = hearing.read(text)
    assert isinstance(outcome, Understood), outcome
    assert outcome.plan.operation == operation


@pytest.mark.parametrize(
    ("first", "then", "field", "expected"),
    [
        ("rank all by market cap", "now flip it", "direction", "lowest"),
        ("zhipu run rate as a multiple of anthropic's", "反过来", "companies", ("anthropic", "zhipu")),
        ("when did zhipu pass baidu", "did it stick", "operation", "reversals"),
        ("what if minimax revenue doubles, P/S?", "tripled?", "operation", "what_if"),
        ("unlock ratio of minimax?", "fine, then only the date", "measures", ("unlock_date",)),
        ("zhipu close on its first day", "same for its younger sibling", "companies", ("minimax",)),
    ],
)
def test_a_short_follow_up_turns_the_last_question_over(
    hearing: Hearing, first: str, then: str, field: str, expected: object
) -> None:
    before = hearing.read(first)
    assert isinstance(before, Understood)
    after = hearing.read(then, before.plan)
    assert isinstance(after, Understood), after
    assert getattr(after.plan, field) == expected


def test_every_turn_of_phrase_kept_is_read_by_the_grammar_alone(facts: FactStore, names: Names) -> None:
    untaught = Hearing(Reader(Names(replace(names.vocabulary, experience=lambda: Experience()))), facts)
    kept = (FOLDER / "turns_of_phrase.tsv").read_text(encoding="utf-8").splitlines()
    apart = [line for line in kept if kind_of(untaught.read(line.split("\t")[1])) != line.split("\t")[0]]
    assert len(kept) >= 500
    assert apart == []
