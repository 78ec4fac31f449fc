"""The ladder of a release: its rungs, and what becomes of them when the release moves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bot.alerts.ladder import Due, Ladder, LadderState, after_telling, key_of, latest_of_each, plan
from bot.days import Day, Instant
from bot.facts.book import FactBook
from bot.facts.records import Holding
from bot.rule import ReleaseWatch, Rule, Rung
from tests.bot.alerts.rules import rule
from tests.bot.facts_book import MEASURES, listed, source

NOW = Instant.of("2026-06-01T09:00Z")
LADDER = (Rung(30), Rung(7), Rung(1), Rung(0), Rung(after=1), Rung(after=5))
WATCH = ReleaseWatch(("star",), ladder=LADDER)


def holding(holder: str, free: str, shares: int = 100, holder_class: str = "cornerstone") -> Holding:
    day = Day.of(free)
    return Holding(
        f"h:{holder}", "star", holder, "holder", holder_class, Decimal(shares), "H", "yes", None, Decimal(1000),
        day.plus(-1), day, day, "fixed", "", source(),
    )  # fmt: skip


def book(*holdings: Holding) -> FactBook:
    return FactBook(measures=MEASURES, listings={"star": (listed("star", "2026-01-08"),)}, holdings={"star": holdings})


def planned(one: Rule, holdings: Iterable[Holding], state: LadderState | None = None, now: Instant = NOW) -> Ladder:
    return plan(one, book(*holdings), state or LadderState(), now)


def rungs(found: Ladder) -> list[tuple[str, str]]:
    return [(d.rung, d.at.iso) for d in sorted(found.dues, key=lambda d: d.at)]


def test_rungs_before_count_calendar_days_and_those_after_count_sessions() -> None:
    found = planned(rule(WATCH), [holding("a", "2026-07-08")])
    assert rungs(found) == [
        ("T-30", "2026-06-08T01:00:00Z"),
        ("T-7", "2026-07-01T01:00:00Z"),
        ("T-1", "2026-07-07T01:00:00Z"),
        ("T-0", "2026-07-08T01:00:00Z"),
        ("T+1", "2026-07-10T01:00:00Z"),
        ("T+5", "2026-07-16T01:00:00Z"),
    ]


def test_the_hour_is_the_places_own_in_the_exchanges_zone_or_another() -> None:
    one = rule(WATCH, morning="07:30", zone="Europe/London")
    assert rungs(planned(one, [holding("a", "2026-07-08")]))[1] == ("T-7", "2026-07-01T06:30:00Z")


def test_passed_rungs_are_never_planned() -> None:
    late = Instant.of("2026-07-03T09:00Z")
    assert [r for r, _ in rungs(planned(rule(WATCH), [holding("a", "2026-07-08")], now=late))] == [
        "T-1",
        "T-0",
        "T+1",
        "T+5",
    ]


def test_a_release_is_covered_by_class_size_and_time() -> None:
    holdings = [holding("a", "2026-07-08"), holding("b", "2026-08-10", 20, "staff"), holding("c", "2027-01-08", 300)]

    def days(watch: ReleaseWatch) -> list[str]:
        return [p.first_free_day.iso for p in planned(rule(watch), holdings).state.planned]

    assert days(WATCH) == ["2026-07-08", "2026-08-10", "2027-01-08"]
    assert days(replace(WATCH, classes=("staff",))) == ["2026-08-10"]
    assert days(replace(WATCH, at_least=Decimal("0.05"))) == ["2026-07-08", "2027-01-08"]
    assert days(replace(WATCH, within=90)) == ["2026-07-08", "2026-08-10"]


def tell(found: Ladder, *labels: str) -> LadderState:
    state = found.state
    for due in found.dues:
        if due.rung in labels:
            state = after_telling(state, due)
    return state


def test_a_moved_release_has_new_rungs_and_each_place_told_the_old_day_gets_one_correction() -> None:
    one = rule(WATCH)
    first = planned(one, [holding("a", "2026-07-08"), holding("b", "2026-07-08")])
    state = tell(first, "T-30")
    now = Instant.of("2026-06-20T09:00Z")
    moved = planned(one, [holding("a", "2026-07-22"), holding("b", "2026-07-22")], state, now)
    assert [m.key.split(":", 3)[3] for m in moved.moved] == ["2026-07-22:moved:2026-07-08"]
    assert moved.moved[0].supersedes == key_of(first.state.planned[0], "T-30")
    assert [r for r, _ in rungs(moved)] == ["T-30", "T-7", "T-1", "T-0", "T+1", "T+5"]
    again = planned(one, [holding("a", "2026-07-22"), holding("b", "2026-07-22")], moved.state, now)
    assert (again.moved, rungs(again)) == ((), rungs(moved))


def test_a_release_moved_nearer_leaves_out_what_has_passed() -> None:
    one = rule(WATCH)
    state = tell(planned(one, [holding("a", "2026-07-08")]), "T-30")
    moved = planned(one, [holding("a", "2026-06-25")], state, Instant.of("2026-06-20T09:00Z"))
    assert [r for r, _ in rungs(moved)] == ["T-1", "T-0", "T+1", "T+5"]
    assert len(moved.moved) == 1


def test_a_release_that_moves_twice_is_corrected_twice() -> None:
    one = rule(WATCH)
    state = tell(planned(one, [holding("a", "2026-07-08")]), "T-30")
    once = planned(one, [holding("a", "2026-07-22")], state)
    twice = planned(one, [holding("a", "2026-07-29")], once.state)
    assert twice.moved[0].supersedes == once.moved[0].key


def test_what_was_told_is_remembered_while_a_release_is_missing() -> None:
    one = rule(WATCH)
    state = tell(planned(one, [holding("a", "2026-07-08")]), "T-30")
    gone = planned(one, [], state)
    assert (gone.dues, gone.moved) == ((), ())
    back = planned(one, [holding("a", "2026-07-08")], gone.state)
    assert "T-30" not in [d.rung for d in back.dues]


def test_nobody_is_corrected_who_was_told_nothing() -> None:
    one = rule(WATCH)
    state = planned(one, [holding("a", "2026-07-08")]).state
    assert planned(one, [holding("a", "2026-07-22")], state).moved == ()


def test_one_holder_more_makes_no_other_release() -> None:
    one = rule(WATCH)
    first = planned(one, [holding("a", "2026-07-08")])
    grown = planned(one, [holding("a", "2026-07-08"), holding("b", "2026-07-08")], tell(first, "T-30"))
    assert [d.key for d in grown.dues] == [d.key for d in first.dues if d.rung != "T-30"]
    assert grown.moved == ()


def test_of_several_rungs_due_at_once_the_last_is_told_and_names_the_others() -> None:
    dues = planned(rule(WATCH), [holding("a", "2026-07-08")]).dues
    assert [(due.rung, [m.rung for m in missed]) for due, missed in latest_of_each(dues[:3])] == [
        ("T-1", ["T-30", "T-7"])
    ]


@given(
    st.lists(
        st.tuples(st.integers(1, 30), st.sampled_from(["stay", "earlier", "later"]), st.integers(1, 40)), max_size=12
    )
)
def test_however_it_moves_no_rung_is_told_twice_or_before_its_time(moves: list[tuple[int, str, int]]) -> None:
    one, state, now = rule(WATCH), LadderState(), NOW
    free = Day.of("2026-09-01")
    told: list[str] = []
    waiting: tuple[Due, ...] = ()
    for days, way, by in moves:
        later = Instant.of(f"{now.day_in('UTC').plus(days).iso}T09:00Z")
        for due in sorted((d for d in waiting if d.at.at <= later.at), key=lambda d: d.at):
            assert due.at.at > now.at, "told though it had passed when it was planned"
            told.append(due.key)
            state = after_telling(state, due)
        now = later
        free = free.plus({"stay": 0, "earlier": -by, "later": by}[way])
        before = {p.first_free_day for p in state.planned if p.told}
        free = max(free, now.day_in("UTC").plus(-50))
        found = planned(one, [holding("a", free.iso)], state, now)
        assert len(found.moved) == (bool(before) and free not in before)
        told += [m.key for m in found.moved]
        state, waiting = found.state, found.dues
    assert len([k for k in told if ":moved:" not in k]) == len({k for k in told if ":moved:" not in k})
