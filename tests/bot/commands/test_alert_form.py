"""An alert's form: what it makes can be typed, what can be typed fills it in, what is wrong stands at its field."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.call import Ask, Call, Person, Place
from bot.commands.alert import COMMAND
from bot.commands.alert_fields import KINDS, fields_of
from bot.commands.alert_keeping import rule_from
from bot.commands.alert_lines import line_of, values_of
from bot.commands.deed import Deed
from bot.commands.desk import Desk
from bot.form import Form
from tests.bot.commands.conftest import Asking

LINES = [
    "unlock zhipu T-7 T-1",
    "unlock",
    "zhipu market_value above 500bn HKD",
    "zhipu market_value while below 300bn HKD once",
    "minimax overtakes zhipu market_value daily",
    "ratio zhipu minimax market_value above 6 each close",
    "zhipu falls 10% in 5 sessions",
    "minimax moves 12.5% in 3 sessions once",
    "zhipu drawdown above 20%",
    "zhipu new high",
    "zhipu new low once",
    "new claims anthropic openai run_rate_revenue",
    "openai run_rate_revenue stale 60 days",
    "statements openai",
]
PARTS = {
    "level": st.sampled_from(["500bn HKD", "HK$3tn", "80", "25%", "3000亿港元"]),
    "times": st.sampled_from(["6", "1.5", "2x"]),
    "by": st.sampled_from(["10", "12.5%", "5"]),
    "over": st.integers(1, 60).map(str),
    "days": st.integers(1, 365).map(str),
}


def desk(asking: Asking) -> Desk:
    """Returns a desk with the shipped facts, at which rules are read."""
    call = Call(Ask("alert"), Place("slack", "T", "C"), Person("slack", "T", "U"))
    return replace(asking.desk(Ask("alert"), "2026-11-23"), call=call, facts=asking.facts)


def formed(asking: Asking, verb: str, **values: str) -> Form:
    found = COMMAND.run(Ask("alert", verb, values), desk(asking))
    assert isinstance(found, Deed) and found.form is not None
    return found.form


@pytest.mark.parametrize("line", LINES)
def test_a_typed_rule_fills_in_the_form_that_makes_the_same_rule(asking: Asking, line: str) -> None:
    at = desk(asking)
    rule = rule_from(line, at)
    form = formed(asking, "check", **values_of(rule))
    assert form.done is not None and not form.faults
    assert rule_from(form.done.text.removeprefix("add "), at) == rule


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=15)
@given(data=st.data())
def test_whatever_can_be_picked_makes_a_rule_that_fills_in_the_same(
    asking: Asking, kind: str, data: st.DataObject
) -> None:
    at = desk(asking)
    values = {"what": kind}
    for field in fields_of(values, at)[1:]:
        if field.kind == "text":
            values[field.name] = data.draw(PARTS[field.name])
        elif field.kind == "one":
            values[field.name] = data.draw(st.sampled_from([p.value for p in field.picks]))
        elif field.kind == "several":
            chosen = st.lists(st.sampled_from([p.value for p in field.picks]), min_size=1, max_size=3, unique=True)
            values[field.name] = " ".join(data.draw(chosen))
    form = formed(asking, "check", **values)
    if form.done is None:
        assert form.faults
        return
    rule = rule_from(form.done.text.removeprefix("add "), at)
    assert rule_from(line_of(values_of(rule)), at) == rule


@pytest.mark.parametrize(
    ("values", "faults"),
    [
        ({"what": "level"}, {"who": "form-needs-who", "level": "form-needs-level"}),
        ({"what": "level", "who": "zhipu", "level": "a lot"}, {"level": "form-bad-level"}),
        ({"what": "ratio", "who": "zhipu", "than": "zhipu", "times": "6"}, {"than": "form-needs-than"}),
        ({"what": "ratio", "who": "zhipu", "than": "minimax", "times": "HK$6"}, {"times": "form-bad-times"}),
        ({"what": "move", "who": "zhipu", "by": "0", "over": "0"}, {"by": "form-bad-by", "over": "form-bad-over"}),
        ({"what": "stale", "who": "zhipu", "days": "soon"}, {"days": "form-bad-days"}),
        ({"what": "claims"}, {"who": "form-needs-who"}),
        ({"what": "no such thing"}, {"what": "form-needs-what"}),
    ],
)
def test_what_is_wrong_is_said_at_its_field(asking: Asking, values: dict[str, str], faults: dict[str, str]) -> None:
    form = formed(asking, "check", **values)
    assert {name: fault.key for name, fault in form.faults.items()} == faults
    assert form.done is None


def test_a_form_that_is_being_filled_in_blames_nothing_that_is_still_empty(asking: Asking) -> None:
    assert formed(asking, "form", what="level", who="zhipu").faults == {}
    assert set(formed(asking, "form", what="level", level="a lot").faults) == {"level"}


def test_another_kind_keeps_what_it_shares_and_drops_the_rest(asking: Asking) -> None:
    form = formed(asking, "form", what="drawdown", who="zhipu", of="revenue", level="HK$500bn", often="once")
    assert form.values == {"what": "drawdown", "who": "zhipu", "by": "10", "often": "once"}
    assert form.done == Ask("alert", "add zhipu drawdown above 10% once")
