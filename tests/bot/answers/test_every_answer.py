"""What holds for every answer: nothing breaks, every number has a claim or a derivation, both languages say the same.

`make soak` draws thousands of plans, `make test` a seeded sample of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.answer import Answer, Chart
from bot.answers.scene import Scene
from bot.charts import FanChart
from bot.commands.table import COMMANDS
from bot.errors import ProblemError
from bot.facts.rates import Rates
from bot.plan import Plan
from bot.ports import Vocabulary
from bot.quantities import EXACT, Money, Percent, Points, Quantity, number_of
from bot.questions.names import Names
from bot.text import Argument, Language, Message, Several
from bot.words.fallback import fallback
from bot.words.numbers import written
from tests.bot.answers.asking import plan_of
from tests.bot.answers.conftest import NOW
from tests.bot.answers.documents import (
    LANGUAGES,
    OWN_COUNTS,
    leaves,
    numbers_in,
    numbers_of,
    placed_cells,
    quantities,
    sentences,
    strict,
    typed_values,
)
from tests.bot.answers.plans import plans

EXAMPLES = [example for command in COMMANDS for example in command.examples if command.effect == "answers"]
GENERATED = settings(
    phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None
)
Asking = Callable[[Plan], tuple[Answer, Scene]]


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_number_of_an_example_is_accounted_for(example: str, ask: Asking, names: Names, rates: Rates) -> None:
    plan = plan_of(example, names, rates, NOW)
    if plan is not None:
        answer, scene = ask(plan)
        accounted(answer, scene)


@GENERATED
@given(data=st.data())
def test_every_number_of_any_answer_is_accounted_for(ask: Asking, vocabulary: Vocabulary, data: st.DataObject) -> None:
    plan = data.draw(plans(vocabulary))
    try:
        answer, scene = ask(plan)
    except ProblemError as problem:
        for language in LANGUAGES:
            assert strict(language).plain(problem.what)
        return
    accounted(answer, scene)


def accounted(answer: Answer, scene: Scene) -> None:
    """Fails for a number that no typed value wrote, a figure without claims, and a claim that is not there."""
    values = typed_values(answer)
    known = ids(scene)
    for placed in placed_cells(answer):
        figures = quantities(leaves(placed.cell.value))
        if figures and placed.heading not in OWN_COUNTS:
            assert placed.cell.claims, f"{placed.heading}: {placed.cell.value} rests on nothing"
        missing = set(placed.cell.claims) - known
        assert not missing, f"{placed.heading} rests on {missing}, which are not there"
    for sentence in sentences(answer):
        explained(sentence, answer, scene)
    for language in LANGUAGES:
        text = fallback(answer, strict(language))
        invented = set(numbers_in(text)) - numbers_of(values, answer, language)
        assert not invented, f"no typed value wrote {invented} in\n{text}"
        unsaid = [q for q in quantities(values) if written(q, language) not in text]
        assert not unsaid, f"{unsaid} is not said in {language}\n{text}"
    for quantity in quantities(values):
        english, chinese = (magnitude(written(quantity, language), language) for language in LANGUAGES)
        assert alike(english, chinese), f"{quantity} is {english} in English and {chinese} in Chinese"


def ids(scene: Scene) -> set[str]:
    """Every id a figure of the scene may rest on: claims, holders' rows, sessions, listings, events and studies."""
    claims = {c.id for group in scene.book.claims.values() for c in group}
    holdings = {h.id for group in scene.book.holdings.values() for h in group}
    bars = {f"bar:{ticker}:{b.session.iso}" for ticker, own in scene.book.bars.items() for b in own.sessions}
    said = {s.id for s in scene.book.statements}
    book = scene.book
    said |= {e.id for group in (book.events, book.base_rates, book.cases) for e in group}
    said |= {f"willingness:{name}" for name in book.willingness}
    return claims | holdings | bars | said | {f"listing:{li.ticker}" for g in scene.book.listings.values() for li in g}


PUBLISHED = frozenset({"rate-day", "rate-average"})
"""Sentences whose numbers are exchange rates, proved by their own tests."""
ASKED = "level"
"""The argument that repeats an amount from the question, such as above HK$500bn."""
PROJECTED = frozenset({"reversals-near", "reversals-near-projected", "divergence", "divergence-few"})
"""Sentences that give a gap worked out from logarithms, so not exactly: proved by the tests of the analysis."""
MIRRORED = frozenset(
    {"mirror-gain", "mirror-gain-apart", "mirror-article", "mirror-lead", "mirror-lead-together", "mirror-lead-chance"}
)
"""Sentences whose numbers are quotients of logarithms or the outcome of a shuffle, proved by tests of the mirror."""
TYPED_IN = frozenset({"explain-computed", "whatif-tornado", "whatif-tornado-summary", "whatif-swing", "whatif-rate"})
"""Sentences worked out from what the asker typed or what is assumed; tests of /explain multiply it again."""


def explained(sentence: Message, answer: Answer, scene: Scene) -> None:
    """Fails for an amount of a sentence that no cell or claim states and that no two of them give."""
    if not (wanted := [q for q in stated_in(sentence) if number_of(q) not in known_numbers(answer, scene)]):
        return
    cells = sorted(cell_numbers(answer) | ends_drawn(answer))
    made = {number for a, b in product(cells, cells) for number in derived(a, b)}
    for quantity in wanted:
        number = number_of(quantity)
        number = number / 100 if isinstance(quantity, Points) else number
        assert any(alike_exactly(number, m) for m in made), f"{quantity} of {sentence.key} comes from nowhere"


def stated_in(value: Argument) -> list[Quantity]:
    match value:
        case Message(key=key) if key in PUBLISHED | PROJECTED | MIRRORED | TYPED_IN:
            return []
        case Message(args=args):
            return [q for name, argument in args.items() if name != ASKED for q in stated_in(argument)]
        case Several(items=items):
            return [q for item in items for q in stated_in(item)]
        case Money(amount=amount) if amount == 1:
            return []
        case _:
            return quantities([value])


def cell_numbers(answer: Answer) -> set[Decimal]:
    """The amounts of cells that rest on claims, and those that the reason of an empty one names."""
    cells = [placed.cell for placed in placed_cells(answer) if placed.cell.claims]
    named = {number_of(q) for cell in cells if cell.why is not None for q in stated_in(cell.why)}
    return named | {number_of(q) for cell in cells for q in quantities(leaves(cell.value))}


def ends_drawn(answer: Answer) -> set[Decimal]:
    """The first and last number of each line of a picture: its summary says how far the one lies from the other."""
    lines = [line for block in answer.blocks if isinstance(block, Chart) for line in block.lines if line.points]
    return {number for line in lines for number in (line.points[0].number, line.points[-1].number)}


def known_numbers(answer: Answer, scene: Scene) -> set[Decimal]:
    """The numbers of cells that carry claims, of the claims and closes themselves, and of what a chart draws."""
    claims = (c.value for group in scene.book.claims.values() for c in group)
    closes = {bar.close for own in scene.book.bars.values() for bar in own.sessions}
    held = {row.shares for rows in scene.book.holdings.values() for row in rows if row.shares is not None}
    drawn = {p.number for b in answer.blocks if isinstance(b, Chart) for line in b.lines for p in line.points}
    drawn |= {p.number for b in answer.blocks if isinstance(b, FanChart) for path in b.paths for p in path.points}
    return (
        cell_numbers(answer)
        | drawn
        | closes
        | held
        | {number_of(q) for value in claims for q in quantities(leaves(value))}
    )


def derived(a: Decimal, b: Decimal) -> tuple[Decimal, ...]:
    """A multiple, a share, a change and a difference of two figures."""
    gap = EXACT.subtract(a, b)
    return (gap.copy_abs(), EXACT.divide(a, b), EXACT.divide(gap, b)) if b else (gap.copy_abs(),)


def alike_exactly(one: Decimal, other: Decimal) -> bool:
    return one == other or abs(one - other) <= abs(other) * Decimal("1e-26")


_SCALES = {"tn": 12, "bn": 9, "m": 6, "万亿": 12, "亿": 8, "万": 4, "%": -2}


def magnitude(text: str, language: Language) -> Decimal:
    """Returns the number that a writing says, read back as a person would."""
    match = re.search(r"(-?)\D*?(\d[\d,]*(?:\.\d+)?) ?(tn|bn|m(?![a-z])|万亿|亿|万|%)?", text)
    assert match, f"no number in {text}"
    number = Decimal(match[2].replace(",", "")).scaleb(_SCALES.get(match[3] or "", 0))
    return -number if match[1] or text.startswith("-") else number


def alike(one: Decimal, other: Decimal) -> bool:
    """Decides whether two writings of one figure say the same, each at its four significant digits."""
    return abs(one - other) <= max(abs(one), abs(other)) * Decimal("0.001")


SAID_TWICE = (
    ("/value zhipu market value on 2026-06-24", "/查 智谱 市值 2026年6月24日"),
    ("/compare zhipu minimax market value on 2026-06-24", "/对比 智谱 稀宇 市值 6月24日"),
    ("/compare zhipu minimax market value in USD", "/比较 智谱 稀宇 市值 以美元计"),
    ("/ratio zhipu minimax revenue", "/倍数 智谱 稀宇 收入"),
    ("/difference zhipu minimax gross margin", "/差距 智谱 稀宇 毛利率"),
    ("/rank zhipu minimax sensetime P/S lowest", "/排名 智谱 稀宇 商汤 市销率 从小到大"),
    ("/history zhipu share price since listing", "/走势 智谱 股价 上市以来"),
    ("/reversals zhipu minimax held 2 closes", "/反超 智谱 稀宇 持续2个交易日"),
    ("/sources zhipu net loss", "/来源 智谱 净亏损"),
    ("/coverage zhipu", "/覆盖 智谱"),
    ("/mirror on 2026-06-24", "/镜像 2026年6月24日"),
    ("/claims musk", "/说法 马斯克"),
    ("/explain P/ARR", "/解释 P/ARR"),
    ("/overhang zhipu minimax on 2026-07-07", "/抛压 智谱 稀宇 2026年7月7日"),
    ("/whatif minimax sell 30%", "/假设 稀宇 卖出30%"),
    ("/whatif zhipu price -30%", "/假设 智谱 股价 下跌30%"),
    ("/whatif minimax extend founder 12 months", "/假设 稀宇 延长 创始人 12个月"),
    ("/study zhipu on 2026-07-08 market", "/事件研究 智谱 2026年7月8日 大盘"),
)


@pytest.mark.parametrize(("english", "chinese"), SAID_TWICE)
def test_a_question_in_either_language_is_the_same_plan_and_gives_the_same_figures(
    english: str, chinese: str, ask: Asking, names: Names, rates: Rates
) -> None:
    one, other = (plan_of(line, names, rates, NOW) for line in (english, chinese))
    assert one is not None and other is not None
    assert one.hash == other.hash
    assert typed_values(ask(one)[0]) == typed_values(ask(other)[0])


def test_a_number_that_no_value_wrote_is_caught(ask: Asking) -> None:
    answer, scene = ask(Plan("lookup", ("zhipu",), ("market_value",), "2026-06-24"))
    planted = Message("company-and-value", {"company": scene.name("zhipu"), "value": Money(Decimal(12345), "HKD")})
    with pytest.raises(AssertionError, match="from nowhere"):
        explained(planted, answer, scene)
    with pytest.raises(AssertionError):
        accounted(Answer(answer.headline, tuple(b for b in answer.blocks), footnotes=(planted,)), scene)


def test_a_share_read_back_from_its_writing_keeps_its_sign() -> None:
    assert magnitude(written(Percent(Decimal("-0.0285")), "en"), "en") == Decimal("-0.0285")
    assert magnitude(written(Money(Decimal("969263000000"), "HKD"), "zh"), "zh") == Decimal("969300000000")
