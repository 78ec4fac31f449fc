"""Swapping the companies mirrors an answer, and another currency changes amounts alone."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from bot.answer import Answer, Cell, Table
from bot.answers.scene import Scene
from bot.errors import ProblemError
from bot.plan import Plan
from bot.ports import Vocabulary
from bot.quantities import Money, Multiple, Quantity, number_of
from bot.text import Message, Name
from tests.bot.answers.documents import leaves, placed_cells, quantities, sentences
from tests.bot.answers.plans import plans

Asking = Callable[[Plan], tuple[Answer, Scene]]
GENERATED = settings(
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
    deadline=None,
)


def swapped(plan: Plan) -> Plan:
    """Returns the plan with its two companies in the other order."""
    return plan.with_changes(companies=plan.companies[::-1])


def found(answer: Answer, label: str) -> Quantity | None:
    """Returns the amount of a labelled field."""
    values = [p.cell.value for p in placed_cells(answer) if p.heading == label]
    return next((q for value in values for q in quantities(leaves(value))), None)


@GENERATED
@given(data=st.data())
def test_a_ratio_turned_round_is_its_inverse(ask: Asking, vocabulary: Vocabulary, data: st.DataObject) -> None:
    plan = data.draw(plans(vocabulary, ("ratio",)))
    assume(plan.when != "first_day")
    (one, _), (other, _) = ask(plan), ask(swapped(plan))
    a, b = found(one, "field-ratio"), found(other, "field-ratio")
    if a is None or b is None or not number_of(a) or not number_of(b):
        # Nothing is divided by zero or by a value below it, so one way round may be refused alone.
        assert one.headline.key == other.headline.key or {a is None, b is None} == {True, False}
        return
    assert abs(number_of(a) * number_of(b) - 1) < Decimal("1e-30")
    assert _words(one) == _words(other)


def _words(answer: Answer) -> list[Message]:
    return [s for s in sentences(answer) if s.key.startswith("words-")]


@GENERATED
@given(data=st.data())
def test_a_difference_turned_round_changes_its_sign_and_not_who_is_ahead(
    ask: Asking, vocabulary: Vocabulary, data: st.DataObject
) -> None:
    plan = data.draw(plans(vocabulary, ("difference",)))
    assume(plan.when != "first_day")
    (one, _), (other, _) = ask(plan), ask(swapped(plan))
    a, b = found(one, "field-difference"), found(other, "field-difference")
    assert (a is None) == (b is None)
    if a is not None and b is not None:
        assert number_of(a) == number_of(b).copy_negate()
    if one.headline.key == "difference-headline":
        assert one.headline == other.headline


@GENERATED
@given(data=st.data())
def test_a_comparison_is_the_same_whoever_is_named_first(
    ask: Asking, vocabulary: Vocabulary, data: st.DataObject
) -> None:
    plan = data.draw(plans(vocabulary, ("compare",)))
    assume(plan.when != "first_day" and plan.measures)
    (one, _), (other, _) = ask(plan), ask(swapped(plan))
    assert _by_company(one) == _by_company(other)
    assert {s.key for s in sentences(one)} == {s.key for s in sentences(other)}


def _by_company(answer: Answer) -> dict[str, set[tuple[object, ...]]]:
    """What every company is said to have, whichever way the table runs; footnotes are numbered by order."""
    found: dict[str, set[tuple[object, ...]]] = {}
    for block in answer.blocks:
        if not isinstance(block, Table):
            continue
        for row in block.rows:
            for column, cell in zip(block.columns, row, strict=True):
                about = row[0].value if isinstance(row[0].value, Name) else None
                company = column.heading if isinstance(column.heading, Name) else about
                if isinstance(company, Name):
                    found.setdefault(company.en, set()).add((repr(cell.value), cell.claims, cell.as_of, cell.qualifier))
    return found


@GENERATED
@given(data=st.data())
def test_changes_of_lead_are_the_same_from_either_side(
    ask: Asking, vocabulary: Vocabulary, data: st.DataObject
) -> None:
    plan = data.draw(plans(vocabulary, ("reversals",)))
    assume(plan.when != "first_day")
    (one, _), (other, _) = ask(plan), ask(swapped(plan))
    assert _by_company(one) == _by_company(other)
    assert sorted(s.key for s in sentences(one)) == sorted(s.key for s in sentences(other))
    assert one.headline.args.get("leader") == other.headline.args.get("leader")
    assert one.headline.args.get("count") == other.headline.args.get("count")


@GENERATED
@given(data=st.data())
def test_another_currency_leaves_multiples_percentages_and_order_alone(
    ask: Asking, vocabulary: Vocabulary, data: st.DataObject
) -> None:
    plan = data.draw(plans(vocabulary, ("compare", "ratio", "rank", "reversals")))
    currencies = data.draw(st.sampled_from((("USD", "HKD"), ("HKD", "CNY"), ("EUR", "USD"), ("CNY", None))))
    try:
        answers = [ask(plan.with_changes(currency=currency))[0] for currency in currencies]
    except ProblemError:
        return
    if any("no-rate" in {s.key for s in sentences(a)} or _refused(a) for a in answers):
        return
    one, other = answers
    assert _timeless(one) == _timeless(other)
    assert _order(one) == _order(other)


def _refused(answer: Answer) -> bool:
    return any(s.key in ("verdict-no-rate", "history-left-out") for s in sentences(answer))


def _timeless(answer: Answer) -> list[Quantity]:
    """Every amount that is no money, in reading order."""
    values = [leaf for s in sentences(answer) if not s.key.startswith("rate") for leaf in leaves(s)]
    values += [leaf for placed in placed_cells(answer) for leaf in leaves(placed.cell.value)]
    return [q for q in quantities(values) if not isinstance(q, Money)]


def _order(answer: Answer) -> list[Cell]:
    """The first cell of every row; in the card's own row the common currency is named, which is no order."""
    tables = [b for b in answer.blocks if isinstance(b, Table)]
    firsts = [row[0].value for table in tables for row in table.rows]
    return [Cell(v) for v in firsts if not (isinstance(v, Message) and v.key == "card-common-value")]


def test_a_multiple_of_two_days_is_the_same_in_every_currency(ask: Asking) -> None:
    times = set()
    for currency in (None, "USD", "HKD", "CNY"):
        answer, _ = ask(Plan("ratio", ("anthropic", "zhipu"), ("market_value",), "2026-06-24", currency=currency))
        ratio = found(answer, "field-ratio")
        assert isinstance(ratio, Multiple)
        times.add(ratio)
        said = "note-weighed" in {s.key for s in sentences(answer)}
        assert said is (currency in ("HKD", "CNY"))
    assert len(times) == 1
