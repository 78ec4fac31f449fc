"""The overhang as a person asks for it: the numbers of the filings, each sense apart, with and without hindsight."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.answer import Answer, Cell, Notice, Table
from bot.plan import Plan
from bot.quantities import Count, Money, Multiple, Percent, Quantity, Range, Shares, number_of
from bot.text import Message
from tests.bot.commands.conftest import Asking


def sizes(answer: Answer) -> dict[str, tuple[Cell, ...]]:
    """The first table by sense: one cell a company."""
    table = next(b for b in answer.blocks if isinstance(b, Table))
    return {row[0].value.key: row[1:] for row in table.rows if isinstance(row[0].value, Message)}


def values(answer: Answer, sense: str) -> list[object]:
    return [cell.value for cell in sizes(answer)[f"overhang-{sense}"]]


def number(value: object) -> Decimal:
    assert isinstance(value, Money | Shares | Percent | Multiple | Count)
    return number_of(value)


def rounded(values: list[object], places: str) -> list[str]:
    return [str(number(v).quantize(Decimal(places))) for v in values]


BOTH = "/overhang zhipu minimax on 2026-07-07"


def test_the_july_releases_are_those_of_the_filings(asking: Asking) -> None:
    found = asking.answer(BOTH, at="2026-11-23")
    assert values(found, "shares") == [Shares(Decimal(25_681_600)), Shares(Decimal(145_664_570))]
    assert rounded(values(found, "of-total"), "0.0001") == ["0.0576", "0.4644"]
    assert rounded(values(found, "of-listing"), "0.0001") == ["0.0583", "0.4710"]
    assert rounded(values(found, "of-class"), "0.001") == ["0.116", "0.626"]
    assert values(found, "float-before") == [Shares(Decimal(17_350_800)), Shares(Decimal(17_073_200))]
    assert rounded(values(found, "float-multiple"), "0.01") == ["2.48", "9.53"]


@pytest.mark.parametrize(
    ("line", "value"),
    [("/overhang zhipu on 2026-07-08", "41.3"), ("/overhang minimax on 2026-07-09", "52.8")],
)
def test_a_past_release_is_valued_at_the_close_before_it(asking: Asking, line: str, value: str) -> None:
    (money,) = values(asking.answer(line, at="2026-11-23"), "money")
    assert str((number(money) / 10**9).quantize(Decimal("0.1"))) == value


def test_january_counts_the_shares_that_can_be_traded(asking: Asking) -> None:
    found = asking.answer("/overhang zhipu minimax", at="2026-11-23")
    assert values(found, "shares") == [Shares(Decimal(402_810_690)), Shares(Decimal(25_765_128))]
    assert values(found, "tradable") == [Shares(Decimal(178_282_205)), Shares(Decimal(25_765_128))]
    assert rounded(values(found, "of-total"), "0.001") == ["0.826", "0.073"]
    assert rounded(values(found, "of-class"), "0.001") == ["0.678", "0.095"]


def test_the_four_senses_are_ordered_each_on_its_own(asking: Asking) -> None:
    july = asking.text(BOTH, at="2026-11-23")
    said = july.split("in every sense known")[1].split("Days of volume")[0]
    assert said.count("MiniMax") == 4
    now = asking.text("/overhang zhipu minimax", at="2026-11-23").split("in every sense known")[1]
    assert now.split("Days of volume")[0].count("Zhipu") == 4


def test_volume_is_dated_by_its_last_session_and_leaves_out_the_release(asking: Asking) -> None:
    found = asking.answer("/overhang zhipu", at="2026-11-23")
    spans = [b for b in found.blocks if isinstance(b, Table)][1]
    assert {str(row[3].value) for row in spans.rows} == {"Day(date=datetime.date(2026, 7, 31))"}
    assert len(spans.rows) == 3
    said = asking.text("/overhang zhipu", at="2026-11-23")
    assert "31 Jul 2026" in said
    assert "3 sessions after a release are left out" in said


def test_the_range_is_an_assumption_with_its_source(asking: Asking) -> None:
    said = asking.text("/overhang minimax on 2026-07-07", at="2026-11-23")
    assert "5% to 50%" in said
    assert "Assumption:" in said
    assert "not a forecast" in said
    assert "order of magnitude" in said


def test_the_least_is_never_more_than_the_most(asking: Asking) -> None:
    found = asking.answer("/overhang zhipu minimax", at="2026-11-23")
    table = next(b for b in found.blocks if isinstance(b, Table) and b.caption.key == "overhang-ranges")
    rows = {row[0].value.key: row[1:] for row in table.rows if isinstance(row[0].value, Message)}
    for least, most in zip(rows["overhang-sold-least"], rows["overhang-sold-most"], strict=True):
        assert number(least.value) <= number(most.value)
    for days in rows["overhang-sold-days"]:
        assert isinstance(days.value, Range)


def test_a_day_before_the_july_prices_knows_no_july_price(asking: Asking) -> None:
    found = asking.answer("/overhang minimax known at 2026-06-24", at="2026-11-23")
    (cell,) = sizes(found)["overhang-money"]
    assert cell.as_of is not None and cell.as_of.label <= "2026-06-24"


def test_a_private_company_has_nothing_to_come_free(asking: Asking) -> None:
    assert "not listed" in asking.text("/overhang openai", at="2026-11-23")


def test_dollars_are_at_the_rate_of_the_price_s_day(asking: Asking) -> None:
    quantity: list[Quantity] = [
        v for v in values(asking.answer("/overhang zhipu in USD", at="2026-11-23"), "money") if isinstance(v, Money)
    ]
    assert [q.currency for q in quantity if isinstance(q, Money)] == ["USD"]


@pytest.mark.parametrize(("holders", "told"), [("founders", True), (None, False)])
def test_of_one_kind_of_holders_it_says_that_the_whole_is_shown(
    asking: Asking, holders: str | None, told: bool
) -> None:
    params = (("holders", holders),) if holders else ()
    answer = asking.of(Plan("overhang", ("minimax",), ("unlock_value",), params=params), at="2026-11-23")
    keys = {block.sentence.key for block in answer.blocks if isinstance(block, Notice)}
    assert ("overhang-whole-release" in keys) is told
