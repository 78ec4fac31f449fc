"""How far each input moves an outcome: every one a fifth down and a fifth up, the others as they are."""

from __future__ import annotations

from decimal import Decimal

from bot.analysis.scenario_bases import Base
from bot.analysis.scenarios import Edit, Input, Outcome, edited
from bot.answer import Block
from bot.answers.scene import Scene
from bot.charts import Standing, Swing, TornadoChart
from bot.quantities import EXACT, Percent
from bot.text import Argument, Message

STEP = Decimal("0.2")
"""A round step for comparing inputs with one another; it is no forecast of any of them."""

_UNITS: dict[Outcome, str] = {"price_to_arr": "multiple", "price_to_sales": "multiple", "days_of_volume": "count"}
_WHOLE: frozenset[Input] = frozenset({"sold_part"})
"""Inputs that cannot grow beyond what they are: all of the freed shares."""


def tornado(base: Base, outcome: Outcome, currency: str, scene: Scene) -> list[Block]:
    """Returns the picture for one company and outcome, nothing where the outcome is not known or has one input."""
    state = base.state
    middle = state.outcome(outcome)
    names = [name for name in state.factors(outcome) if name not in _WHOLE]
    if middle is None or len(names) < 2:
        return []
    swings = []
    for name in names:
        ends = []
        for factor in (EXACT.subtract(Decimal(1), STEP), EXACT.add(Decimal(1), STEP)):
            (moved,) = edited([state], [Edit(state.company, name, times=factor)])
            ends.append(moved.outcome(outcome))
        swings.append(
            Swing(
                Message(f"whatif-input-{name.replace('_', '-')}"),
                ends[0],
                ends[1],
                Message("whatif-swing", {"change": Percent(-STEP, signed=True)}),
                Message("whatif-swing", {"change": Percent(STEP, signed=True)}),
            )
        )
    said: dict[str, Argument] = {
        "company": scene.name(state.company),
        "measure": Message(f"whatif-input-{outcome.replace('_', '-')}"),
        "step": Percent(STEP),
    }
    return [
        TornadoChart(
            Message("whatif-tornado", said),
            Message("whatif-tornado-summary", said),
            Standing(Message("whatif-column-base"), middle),
            tuple(swings),
            _UNITS.get(outcome, currency),
        )
    ]
