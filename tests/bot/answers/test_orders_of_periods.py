"""Orders of figures of periods: figures of one length stand in order, and whoever has none of it is named below."""

from __future__ import annotations

from collections.abc import Callable

from bot.answer import Answer, Table
from bot.answers.scene import Scene
from bot.days import AsOf
from bot.plan import Plan
from tests.bot.answers.documents import sentences

Asking = Callable[[Plan], tuple[Answer, Scene]]


def periods_in_order(answer: Answer) -> list[str]:
    [table] = [b for b in answer.blocks if isinstance(b, Table) and b.caption.key == "rank-caption"]
    return [cell.value.precision for row in table.rows for cell in row if isinstance(cell.value, AsOf)]


def test_an_order_of_newest_figures_of_many_lengths_is_one_of_years(ask: Asking) -> None:
    answer, _ = ask(Plan("rank", (), ("revenue",)))
    placed = periods_in_order(answer)
    assert len(placed) > 4
    assert set(placed) == {"year"}
    # Alibaba's year is none of those that are kept, and it is not forgotten for that.
    assert any(s.key == "rank-other-lengths" for s in sentences(answer))
    assert not any(s.key == "verdict-periods-differ" for s in sentences(answer))


def test_a_sum_is_not_made_of_those_that_happen_to_be_of_one_length(ask: Asking) -> None:
    answer, _ = ask(Plan("rank", (), ("revenue",), params=(("aggregate", "sum"),)))
    assert not any(isinstance(b, Table) and b.caption.key == "rank-caption" for b in answer.blocks)
