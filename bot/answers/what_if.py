"""A result under an assumption, its base beside it: edits of inputs, solved backwards, or lock-ups as they might be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from bot.analysis.assumed_rates import AssumedRates
from bot.analysis.moments import Moment
from bot.analysis.scenario_bases import MEASURES, Base, base_of
from bot.analysis.scenarios import Edit, Input, Outcome, State, UnsolvableError, differing, edited
from bot.answer import Answer, Block, Cell, Choice, Column, Notice, Table
from bot.answers import what_if_locks, what_if_tornado, wording
from bot.answers.asking import ask_again
from bot.answers.overhang import TWINS
from bot.answers.scene import Scene
from bot.answers.what_if_edits import (
    Solution,
    edits_of,
    input_named,
    number_in,
    outcome_named,
    solution_of,
    unknown_input,
)
from bot.errors import ProblemError
from bot.facts.book import Needs
from bot.plan import Plan
from bot.ports import Vocabulary
from bot.quantities import EXACT, Count, Money, Multiple, Percent, Quantity, Shares, divided
from bot.text import Argument, Message, Several, Typed

_BY_INPUT: dict[str, Outcome] = {
    "share_price": "market_value",
    "shares_in_issue": "market_value",
    "valuation": "market_value",
    "run_rate_revenue": "price_to_arr",
    "revenue": "price_to_sales",
    "volume": "days_of_volume",
    "freed": "days_of_volume",
    "sold_part": "days_of_volume",
}
"""The outcome that is shown for an edited input where the question names none that follows from it."""


def needs(plan: Plan, vocabulary: Vocabulary) -> Needs:
    """Returns everything a company's value, revenue, lock-ups and volume are read from."""
    return Needs(plan.companies or TWINS, (*MEASURES, "offer_price"), bars=True, holdings=True, events=True)


def answer(plan: Plan, scene: Scene) -> Answer:
    """Returns base and scenario beside each other, and what was solved for where something was.

    Raises ProblemError for an edit that cannot be made and a plan that edits nothing.
    """
    plan = plan if plan.companies else plan.with_changes(companies=TWINS)
    when = _moment(plan, scene)
    params = dict(plan.params)
    if params.get("extend") or params.get("waive"):
        return what_if_locks.answer(plan, scene, when)
    currency = _currency(plan, scene)
    bases = [base_of(scene.evidence, c, when, currency, scene.stretch(plan)) for c in plan.companies]
    assumed = _assumed_rate(params)
    changed_bases = bases
    if assumed is not None:
        other = replace(scene, rates=AssumedRates(scene.rates, *assumed))
        changed_bases = [base_of(other.evidence, c, when, currency, scene.stretch(plan)) for c in plan.companies]
    states = [base.state for base in changed_bases]
    edits = edits_of(plan, changed_bases, scene, when, currency)
    try:
        scenario = list(edited(states, edits))
    except UnsolvableError:
        raise unknown_input(edits[0].company, edits[0].name, scene) from None
    solution = solution_of(plan, scenario, scene, when, currency)
    if solution is None and not edits and assumed is None:
        raise ProblemError(Message("whatif-nothing"), "/whatif zhipu price -30%", outcome="clarify")
    if solution is not None:
        scenario = list(edited(scenario, _solving(plan, solution, scenario)))
    notes = wording.Footnotes()
    moved = differing([b.state for b in bases], scenario)
    shown = _shown(plan, moved, rated=assumed is not None)
    table = _table(bases, scenario, shown, currency, scene, notes)
    blocks: list[Block] = [table]
    blocks += _who_leads(bases, scenario, shown, scene)
    blocks.append(Notice(_what_changed(moved, scene)))
    blocks += (
        [Notice(Message("whatif-rate", {"of": Money(Decimal(1), assumed[0]), "value": Money(assumed[2], assumed[1])}))]
        if assumed
        else []
    )
    if (outcome := outcome_named(shown[0])) is not None:
        blocks += what_if_tornado.tornado(bases[0], outcome, currency, scene)
    headline = (
        _headline(bases, scenario, shown, currency, scene)
        if solution is None
        else _solved(solution, _worth(solution, plan, bases, scenario), currency, scene)
    )
    return Answer(headline, tuple(blocks), _choices(plan), notes.all(), read_as=read_as(plan, scene))


def read_as(plan: Plan, scene: Scene) -> Message:
    """Returns how a scenario was read, with the line that asks it, since its edits are the question."""
    return Message("whatif-read", {"read": wording.read_as(plan, scene), "line": Typed(ask_again(plan).typed)})


def quantity_of(name: Input | Outcome, number: Decimal, currency: str) -> Quantity:
    """Returns a number of an input or an outcome with its unit."""
    match name:
        case "shares_in_issue" | "freed" | "volume":
            return Shares(number)
        case "sold_part":
            return Percent(number)
        case "price_to_arr" | "price_to_sales":
            return Multiple(number)
        case "days_of_volume":
            return Count(round(number, 1))
        case _:
            return Money(number, currency)


def name_of(name: Input | Outcome) -> Message:
    """Returns an input or an outcome in words."""
    return Message(f"whatif-input-{name.replace('_', '-')}")


def claims_of(base: Base, name: Input | Outcome) -> tuple[str, ...]:
    """Returns the claims that an input or an outcome of the base rests on."""
    outcome = outcome_named(name)
    own = input_named(name)
    names = base.state.factors(outcome) if outcome is not None else [own] if own is not None else []
    return tuple(dict.fromkeys(i for n in names for i in base.claims.get(n, ())))


def _moment(plan: Plan, scene: Scene) -> Moment:
    when, stretch = scene.moment(plan), scene.stretch(plan)
    return Moment(stretch[1], when.known_at, when.now, when.replayed) if stretch else when


def _currency(plan: Plan, scene: Scene) -> str:
    """The currency asked for, else the one that all the companies are priced in, else dollars."""
    if plan.currency:
        return plan.currency
    own = {li.currency for c in plan.companies for li in scene.book.listings.get(c, ())[:1]}
    listed = all(scene.book.listings.get(c) for c in plan.companies)
    return own.pop() if listed and len(own) == 1 else "USD"


def _assumed_rate(params: dict[str, Any]) -> tuple[str, str, Decimal] | None:
    """The one rate that a plan assumes: fx {"USDHKD": 8.0} is eight Hong Kong dollars for one US dollar."""
    for pair, value in dict(params.get("fx") or {}).items():
        if len(pair) == 6:
            return pair[:3].upper(), pair[3:].upper(), Decimal(str(value))
    return None


def _solving(plan: Plan, found: Solution, states: Sequence[State]) -> list[Edit]:
    """The edits that carry a solution out: the input solved for, and a value the question fixed beside it."""
    given = dict(dict(dict(plan.params).get("set") or {}).get(found.company) or {})
    edits = [Edit(found.company, found.name, to=found.needed)]
    state = next(s for s in states if s.company == found.company)
    value = given.get("market_value")
    if value is not None and found.name != state.value_input and not isinstance(value, str):
        before = state.outcome("market_value")
        if before:
            edits.append(Edit(found.company, state.value_input, times=divided(Decimal(str(value)), before)))
    return edits


def _shown(plan: Plan, moved: frozenset[tuple[str, Input]], *, rated: bool) -> tuple[Input | Outcome, ...]:
    """The outcomes to show: those asked for, and those that the edited inputs lead to.

    At another rate of exchange an amount is another one itself: revenue in dollars is what is asked for, no multiple.
    """
    amounts = [i for m in plan.measures if (i := input_named(m)) is not None]
    if rated and amounts:
        return tuple(dict.fromkeys(amounts))
    asked = [o for m in plan.measures if (o := outcome_named(m)) is not None]
    follow = [_BY_INPUT[name] for _, name in sorted(moved)]
    return tuple(dict.fromkeys([*asked, *follow])) or ("market_value",)


def _table(
    bases: Sequence[Base],
    scenario: Sequence[State],
    shown: Sequence[Input | Outcome],
    currency: str,
    scene: Scene,
    notes: wording.Footnotes,
) -> Table:
    columns = (
        Column(Message("column-company")),
        Column(Message("whatif-column-what")),
        Column(Message("whatif-column-base"), "number"),
        Column(Message("whatif-column-scenario"), "number"),
        Column(Message("whatif-column-change"), "number"),
    )
    rows: list[tuple[Cell, ...]] = []
    for base, state in zip(bases, scenario, strict=True):
        names = [n for _, n in sorted(differing([base.state], [state]))]
        for name in dict.fromkeys((*names, *shown)):
            before = number_in(base.state, name)
            after = number_in(state, name)
            rows.append(_row(base, name, before, after, currency, scene, notes))
    return Table(Message("whatif-caption"), columns, tuple(rows))


def _row(
    base: Base,
    name: Input | Outcome,
    before: Decimal | None,
    after: Decimal | None,
    currency: str,
    scene: Scene,
    notes: wording.Footnotes,
) -> tuple[Cell, ...]:
    claims = claims_of(base, name)
    numbers = tuple(notes.number(wording.rate_note(rate)) for rate in base.rates) if currency != "HKD" else ()
    unknown = Cell(None, why=Message("whatif-not-known"))
    change = unknown
    if before and after is not None:
        change = Cell(Percent(EXACT.subtract(divided(after, before), Decimal(1)), signed=True), claims)
    return (
        Cell(scene.name(base.state.company)),
        Cell(name_of(name)),
        Cell(quantity_of(name, before, currency), claims, notes=numbers) if before is not None else unknown,
        Cell(quantity_of(name, after, currency), claims) if after is not None else unknown,
        change,
    )


def _who_leads(
    bases: Sequence[Base], scenario: Sequence[State], shown: Sequence[Input | Outcome], scene: Scene
) -> list[Block]:
    """Whether the order of the companies survives the scenario, on the first outcome shown."""
    if len(bases) < 2:
        return []
    before = [(number_in(b.state, shown[0]), b.state.company) for b in bases]
    after = [(number_in(s, shown[0]), s.company) for s in scenario]
    if any(number is None for number, _ in (*before, *after)):
        return []
    first, then = (max(pairs, key=lambda p: p[0] or Decimal(0)) for pairs in (before, after))
    said: dict[str, Argument] = {
        "company": scene.name(then[1]),
        "measure": name_of(shown[0]),
        "before": scene.name(first[1]),
    }
    level = len({number for number, _ in after}) == 1
    key = "whatif-level" if level else "whatif-order-holds" if first[1] == then[1] else "whatif-order-turns"
    return [Notice(Message(key, said))]


def _what_changed(moved: frozenset[tuple[str, Input]], scene: Scene) -> Message:
    each = tuple(
        Message("whatif-moved", {"company": scene.name(company), "input": name_of(name)})
        for company, name in sorted(moved)
    )
    return Message("whatif-only", {"each": Several(each)}) if each else Message("whatif-only-rate")


def _headline(
    bases: Sequence[Base], scenario: Sequence[State], shown: Sequence[Input | Outcome], currency: str, scene: Scene
) -> Message:
    parts: list[Argument] = []
    for base, state in zip(bases, scenario, strict=True):
        before, after = number_in(base.state, shown[0]), number_in(state, shown[0])
        if before is None or after is None:
            continue
        said: dict[str, Argument] = {
            "company": scene.name(state.company),
            "after": quantity_of(shown[0], after, currency),
            "before": quantity_of(shown[0], before, currency),
        }
        parts.append(Message("whatif-one" if before != after else "whatif-one-same", said))
    if not parts:
        return Message("whatif-headline-none", {"measure": name_of(shown[0])})
    return Message("whatif-headline", {"measure": name_of(shown[0]), "each": Several(tuple(parts))})


def _worth(
    found: Solution, plan: Plan, bases: Sequence[Base], scenario: Sequence[State]
) -> tuple[Input | Outcome, Decimal | None, Decimal]:
    """What was sought with its number before and after: the whole company's worth, where a price stands for it."""
    after = next(s for s in scenario if s.company == found.company).outcome("market_value")
    if dict(plan.params).get("solve_for") != "market_value" or after is None:
        return found.name, found.before, found.needed
    return (
        "market_value",
        next(b.state for b in bases if b.state.company == found.company).outcome("market_value"),
        after,
    )


def _solved(
    found: Solution, sought: tuple[Input | Outcome, Decimal | None, Decimal], currency: str, scene: Scene
) -> Message:
    name, before, needed = sought
    said: dict[str, Argument] = {
        "company": scene.name(found.company),
        "input": name_of(name),
        "needed": quantity_of(name, needed, currency),
        "measure": name_of(found.outcome),
        "target": quantity_of(found.outcome, found.target, currency),
    }
    if not before:
        return Message("whatif-solved", said)
    change = Percent(EXACT.subtract(divided(needed, before), Decimal(1)), signed=True)
    return Message("whatif-solved-change", {**said, "change": change})


def _choices(plan: Plan) -> tuple[Choice, ...]:
    base = Plan(
        "compare" if len(plan.companies) > 1 else "lookup", plan.companies, ("market_value",), None, plan.known_at
    )
    return (Choice(Message("whatif-choice-base"), ask_again(base)),)
