"""One step of a rule: what fires it, what does not, and that each crossing is told once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.alerts.step import Observation, RuleState, passed, step
from bot.days import Instant
from bot.rule import OvertakeWatch
from tests.bot.alerts.rules import after, fed, level, rule, seen, series, told

OVERTAKE = rule(OvertakeWatch("star", "moon", "market_value"))


def test_a_first_observation_never_fires_a_crossing() -> None:
    steps = fed(level("100"), series("150", "151", "90", "101"))
    assert [s.reason for s in steps] == ["first", "nothing_changed", "recovered", "crossed"]
    assert told(steps) == ["value:r1:o3"]


def test_a_state_fires_at_its_first_look_where_it_already_holds() -> None:
    steps = fed(level("100", event=False), series("150", "160"))
    assert (steps[0].reason, told(steps)) == ("held", ["value:r1:o0"])


def test_a_crossing_is_told_under_the_observation_that_began_it() -> None:
    assert told(fed(level("100"), series("90", "100", "120", "80", "130"))) == ["value:r1:o1", "value:r1:o4"]
    assert told(fed(level("100", "below"), series("110", "100", "90", "120", "99"))) == ["value:r1:o1", "value:r1:o4"]


FLAPPING = ("95", "101", "99", "102", "98", "101", "99", "103", "97", "101")


def test_a_series_that_flaps_within_a_band_fires_once() -> None:
    assert told(fed(level("100", recover="90"), series(*FLAPPING))) == ["value:r1:o1"]
    assert len(told(fed(level("100"), series(*FLAPPING)))) == 5, "without a band it would be told every time"


@pytest.mark.parametrize("gap", [Observation(), Observation(failed=True)])
def test_a_gap_neither_fires_nor_resolves(gap: Observation) -> None:
    quiet = fed(level("100"), [seen(0, "90"), gap, seen(2, "95")])
    assert [s.new.phase for s in quiet] == ["quiet", "failed" if gap.failed else "no_data", "quiet"]
    assert told(quiet) == []
    firing = fed(level("100"), [seen(0, "90"), seen(1, "110"), gap, gap, seen(4, "120"), seen(5, "80")])
    assert [s.new.standing for s in firing] == ["quiet", "firing", "firing", "firing", "firing", "resolved"]
    assert told(firing) == ["value:r1:o1"]


def test_a_crossing_across_a_gap_is_told_when_the_figures_are_back() -> None:
    assert told(fed(level("100"), [seen(0, "90"), Observation(), seen(2, "110")])) == ["value:r1:o2"]


def test_what_was_seen_or_comes_late_changes_nothing() -> None:
    steps = fed(level("100"), [seen(0, "90"), seen(3, "110"), seen(3, "110"), seen(1, "120"), seen(2, "80")])
    assert [s.reason for s in steps[2:]] == ["nothing_changed", "late", "late"]
    assert told(steps) == ["value:r1:o3"]


def test_a_correction_takes_a_crossing_back_once_and_says_so() -> None:
    steps = fed(level("100"), [seen(0, "90"), seen(1, "110"), seen(1, "95"), seen(1, "110"), seen(2, "120")])
    assert [s.reason for s in steps] == ["first", "crossed", "source_corrected", "already_told", "nothing_changed"]
    assert told(steps) == ["value:r1:o1", "value:r1:o1:corrected"]


def test_a_correction_that_makes_a_crossing_fires_it() -> None:
    assert told(fed(level("100"), [seen(0, "90"), seen(1, "95"), seen(1, "110", "better")])) == ["value:r1:better"]


def test_a_correction_within_a_crossing_tells_nothing() -> None:
    steps = fed(level("100"), [seen(0, "90"), seen(1, "110"), seen(1, "111"), seen(2, "112"), seen(2, "113")])
    assert told(steps) == ["value:r1:o1"]


def test_a_figure_that_is_withdrawn_is_judged_as_a_correction() -> None:
    back = replace(seen(0, "90", "o0b"), corrects=True)
    steps = fed(level("100"), [seen(0, "90"), seen(1, "110"), back])
    assert [s.reason for s in steps] == ["first", "crossed", "source_corrected"]


def test_several_observations_have_to_agree_before_a_pending_rule_fires() -> None:
    steps = fed(level("100", pending=3), series("90", "110", "95", "110", "111", "112"))
    assert [s.reason for s in steps[1:]] == ["waiting", "fell_back", "waiting", "waiting", "crossed"]
    assert told(steps) == ["value:r1:o3"]


def test_a_wait_in_minutes_ends_by_the_clock() -> None:
    one = level("100", pending_minutes=60)
    waiting = fed(one, series("90", "110"))[-1].new
    begun = after(1)
    early = passed(one, waiting, Instant(begun.at + timedelta(minutes=59)))
    assert (early.reason, early.key) == ("waiting", "")
    done = passed(one, waiting, Instant(begun.at + timedelta(minutes=60)))
    assert (done.reason, done.key) == ("held", "value:r1:o1")
    assert passed(one, done.new, after(3)).key == ""


def test_a_rule_goes_on_firing_until_enough_observations_say_it_is_over() -> None:
    steps = fed(level("100", keep=2), series("90", "110", "95", "110", "95", "94", "110"))
    assert [s.reason for s in steps[2:]] == ["keeping", "nothing_changed", "keeping", "recovered", "crossed"]
    assert told(steps) == ["value:r1:o1", "value:r1:o6"]


def test_once_is_once() -> None:
    steps = fed(level("100", frequency="once"), series("90", "110", "80", "110"))
    assert (told(steps), steps[-1].reason) == (["value:r1:o1"], "spent")


def test_each_close_tells_every_observation_while_it_holds() -> None:
    steps = fed(level("100", frequency="each_close"), series("90", "110", "111", "80", "112"))
    assert told(steps) == ["value:r1:o1", "value:r1:o1:o2", "value:r1:o4"]


def test_a_cooling_rule_keeps_silent() -> None:
    steps = fed(level("100", cooldown_minutes=3 * 24 * 60), series("90", "110", "80", "110", "80", "110"))
    assert [s.reason for s in steps[1:]] == ["crossed", "recovered", "cooling_down", "recovered", "crossed"]


def test_daily_is_told_again_each_day_and_not_twice_when_the_clock_steps_back() -> None:
    one = level("100", frequency="daily")
    state = fed(one, series("90", "110"))[-1].new
    morning = ("2026-06-03", Instant.of("2026-06-03T01:00Z"))
    first = passed(one, state, Instant.of("2026-06-03T01:00Z"), morning)
    assert first.key == "value:r1:o1:2026-06-03"
    assert passed(one, first.new, Instant.of("2026-06-03T05:00Z"), morning).key == ""
    yesterday = ("2026-06-02", Instant.of("2026-06-02T01:00Z"))
    assert passed(one, first.new, Instant.of("2026-06-02T01:00Z"), yesterday).key == ""


def ratio(day: int, low: str, high: str) -> Observation:
    return replace(seen(day, low), beside=Decimal(high))


def test_an_overtake_is_contested_until_every_live_claim_agrees() -> None:
    steps = fed(
        OVERTAKE, [ratio(0, "0.8", "0.8"), ratio(1, "0.9", "1.1"), ratio(2, "0.9", "1.2"), ratio(3, "1.1", "1.2")]
    )
    assert [s.reason for s in steps] == ["first", "contested", "nothing_changed", "crossed"]
    assert told(steps) == ["value:r1:o1:contested", "value:r1:o3"]


def test_an_overtake_that_becomes_contested_again_is_not_told_again() -> None:
    steps = fed(
        OVERTAKE, [ratio(0, "0.8", "0.8"), ratio(1, "1.1", "1.1"), ratio(2, "0.9", "1.1"), ratio(3, "1.1", "1.1")]
    )
    assert told(steps) == ["value:r1:o1"]


def test_a_series_that_is_found_in_another_way_begins_anew() -> None:
    """On the day of its listing a company's value jumps from the last round to the first close: nobody crossed."""
    private = [replace(seen(day, "90"), kind="stated") for day in (0, 1)]
    closes = [replace(seen(day, value), kind="closes") for day, value in ((2, "150"), (3, "80"), (4, "120"))]
    steps = fed(level("100"), [*private, *closes])
    assert [s.reason for s in steps[2:]] == ["first", "recovered", "crossed"]
    assert told(steps) == ["value:r1:o4"]


def reference(values: list[int], at: int, recover: int) -> int:
    """How often a series crosses a level upwards, written down without a look at the state machine."""
    crossings, armed = 0, values[0] < at
    for value in values[1:]:
        if armed and value >= at:
            crossings, armed = crossings + 1, False
        elif not armed and value < recover:
            armed = True
    return crossings


@given(
    st.lists(st.integers(80, 120), min_size=1, max_size=40),
    st.integers(85, 115),
    st.integers(0, 10),
    st.integers(0, 2**32),
)
def test_repeats_late_ones_and_gaps_change_no_crossing(values: list[int], at: int, band: int, seed: int) -> None:
    luck, stream = Random(seed), list[Observation]()  # noqa: S311  # a sample
    for day, value in enumerate(values):
        stream.append(seen(day, str(value)))
        while luck.random() < 0.4:
            earlier = luck.randrange(day + 1)
            again = seen(earlier, str(values[earlier]))
            stream.append(luck.choice([Observation(), again, stream[-1]]))
    keys = told(fed(level(str(at), recover=str(at - band)), stream))
    assert len(keys) == len(set(keys)) == reference(values, at, at - band)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(80, 120)), max_size=40), st.integers(85, 115))
def test_no_crossing_is_told_twice_whatever_order_and_corrections_come(fed_in: list[tuple[int, int]], at: int) -> None:
    state, keys = RuleState(), []
    one = level(str(at))
    for place, (day, value) in enumerate(fed_in):
        taken = step(one, state, seen(day, str(value)), after(place))
        state = taken.new
        if taken.key and not taken.key.endswith(":corrected"):
            keys.append(taken.key)
            assert value >= at
            assert state.phase == "firing"
    days = [int(key.rsplit("o", 1)[1]) for key in keys]
    assert days == sorted(set(days)), "a crossing of an earlier day was told after a later one, or one was told twice"
