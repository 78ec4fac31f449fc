"""The clock over rules: told once, in one transaction, in order, and late ones say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import func, select

from bot.alerts.evaluating import Seen, run
from bot.alerts.preview import preview
from bot.alerts.series import needs_of, read
from bot.alerts.step import RuleState
from bot.analysis.figures import Evidence
from bot.analysis.moments import Moment
from bot.answer import Notice
from bot.call import Place
from bot.days import Instant
from bot.rule import ClaimWatch, LevelWatch, OvertakeWatch, Rule
from data.tables import DeliveryRow, table
from tests.adapters.ticking.ticking import RUN_RATE, SUBJECT, Stage, figure, keep_claim, keys, level
from tests.bot.facts_book import EURO_RATES


@pytest.fixture
def stage(either_url: str) -> Iterator[Stage]:
    made = Stage(either_url)
    made.say(figure("star", "2026-05-20", 90), figure("moon", "2026-05-20", 95))
    yield made
    made.close()


@pytest.fixture
def quick(tmp_path: Path) -> Iterator[Stage]:
    made = Stage(f"sqlite:///{tmp_path / 'rules.db'}")
    made.say(figure("star", "2026-05-20", 90), figure("moon", "2026-05-20", 95))
    yield made
    made.close()


def deliveries(stage: Stage) -> int:
    query = select(func.count()).select_from(table(DeliveryRow))
    return int(stage.database.read_now(lambda c: c.scalar(query)) or 0)


def test_a_crossing_is_told_once_however_often_the_clock_ticks(stage: Stage) -> None:
    stage.keep(level("up", 100))
    assert keys(stage.at("2026-06-01T09:00Z")) == []
    stage.say(figure("star", "2026-06-02", 110))
    assert keys(stage.at("2026-06-02T09:00Z")) == ["value:up:star-2026-06-02"]
    for _ in range(3):
        assert keys(stage.after(hours=1)) == []
    stage.restart()
    assert keys(stage.after(days=1)) == []
    assert stage.told() == ["value:up:star-2026-06-02"]
    assert deliveries(stage) == 1


def test_a_tick_that_fails_leaves_nothing_behind_and_the_next_one_tells(stage: Stage) -> None:
    stage.keep(level("up", 100))
    stage.at("2026-06-01T09:00Z")
    stage.say(figure("star", "2026-06-02", 110))
    stage.fails = True
    with pytest.raises(OSError, match="plug"):
        stage.at("2026-06-02T09:00Z")
    assert (stage.told(), deliveries(stage)) == ([], 0)
    stage.fails = False
    stage.restart()
    assert keys(stage.at("2026-06-02T09:10Z")) == ["value:up:star-2026-06-02"]
    assert deliveries(stage) == 1


def test_two_clocks_on_one_database_tell_once(stage: Stage) -> None:
    stage.keep(level("up", 100))
    stage.at("2026-06-01T09:00Z")
    stage.say(figure("star", "2026-06-02", 110))
    stage.clock.moment = Instant.of("2026-06-02T09:00Z")
    first, second = stage.store.touched(SUBJECT.key, "", Decimal(90), Decimal(110)), stage.ticker.tick()
    assert len(keys(second)) == 1
    late = replace(first[0], state=RuleState("firing", beyond=True))
    other = Stage.__dict__["after"](stage, minutes=20)
    assert keys(other) == []
    assert late.version < stage.store.touched(SUBJECT.key, "", Decimal(90), Decimal(110))[0].version


def test_what_happened_while_the_clock_stood_is_told_in_order_and_said_to_be_late(stage: Stage) -> None:
    stage.keep(level("up", 100), level("once", 200))
    stage.at("2026-06-01T09:00Z")
    stage.say(figure("star", "2026-06-03", 110), figure("star", "2026-06-05", 80), figure("star", "2026-06-06", 250))
    stage.say(figure("star", "2026-06-07", 70))
    ticked = stage.at("2026-06-08T09:00Z")
    assert keys(ticked) == ["value:once:star-2026-06-06", "value:up:star-2026-06-06"]
    for alert in ticked.alerts:
        notices = [b.sentence.key for b in alert.document.blocks if isinstance(b, Notice)]
        assert "alert-late" in notices
        assert ("alert-passed-over" in notices) == (alert.rule == "up")
        assert alert.due_at.day_in("UTC").iso == "2026-06-06"


def test_a_rule_is_not_told_of_what_happened_before_it_was_made(quick: Stage) -> None:
    quick.keep(level("old", 1000))
    quick.at("2026-06-01T09:00Z")
    quick.say(figure("star", "2026-06-03", 110), figure("star", "2026-06-05", 80))
    quick.clock.moment = Instant.of("2026-06-06T09:00Z")
    quick.keep(level("up", 100))
    assert keys(quick.ticker.tick()) == []
    quick.say(figure("star", "2026-06-07", 120))
    assert keys(quick.at("2026-06-07T09:00Z")) == ["value:up:star-2026-06-07"]


def test_a_correction_is_told_as_one_and_answers_what_it_corrects(quick: Stage) -> None:
    quick.keep(level("up", 100))
    quick.at("2026-06-01T09:00Z")
    quick.say(figure("star", "2026-06-02", 110))
    quick.at("2026-06-02T09:00Z")
    quick.say(figure("star", "2026-06-02", 95, "better", known="2026-06-02", supersedes="star-2026-06-02"))
    ticked = quick.at("2026-06-02T12:00Z")
    assert [(a.reason, a.supersedes) for a in ticked.alerts] == [("source_corrected", "value:up:star-2026-06-02")]
    assert [d.act for d in ticked.deliveries] == ["reply"]


def test_a_clock_that_steps_back_tells_nothing_twice_and_nothing_early(quick: Stage) -> None:
    quick.keep(level("up", 100))
    quick.at("2026-06-01T09:00Z")
    quick.say(figure("star", "2026-06-03", 110))
    assert keys(quick.at("2026-06-02T09:00Z")) == []
    assert keys(quick.at("2026-06-03T09:00Z")) == ["value:up:star-2026-06-03"]
    for back in ("2026-06-02T09:00Z", "2026-06-03T08:00Z", "2026-06-01T00:00Z", "2026-06-03T09:00Z"):
        assert keys(quick.at(back)) == []
    quick.say(figure("star", "2026-06-04", 80), figure("star", "2026-06-05", 130))
    quick.at("2026-06-04T09:00Z")
    assert keys(quick.at("2026-06-05T09:00Z")) == ["value:up:star-2026-06-05"]


def test_daily_goes_on_each_morning_while_it_holds(quick: Stage) -> None:
    quick.keep(level("up", 100, frequency="daily", zone="Europe/London", morning="01:30"))
    quick.at("2026-10-20T09:00Z")
    quick.say(figure("star", "2026-10-23", 110))
    keyed = []
    quick.clock.moment = Instant.of("2026-10-23T09:00Z")
    while quick.clock.moment.at < Instant.of("2026-10-27T12:00Z").at:
        keyed += keys(quick.after(minutes=10))
    assert keyed == ["value:up:star-2026-10-23", *(f"value:up:star-2026-10-23:2026-10-{d}" for d in (24, 25, 26, 27))]


def test_a_wait_in_minutes_ends_when_it_is_due(quick: Stage) -> None:
    quick.keep(level("up", 100, pending_minutes=45))
    quick.at("2026-06-01T09:00Z")
    quick.say(figure("star", "2026-06-02", 110))
    assert keys(quick.at("2026-06-02T09:00Z")) == []
    due = quick.store.next_due()
    assert due == Instant.of("2026-06-02T09:45Z")
    assert keys(quick.at("2026-06-02T09:44Z")) == []
    assert keys(quick.at("2026-06-02T09:45Z")) == ["value:up:star-2026-06-02"]


def test_a_rule_that_ends_says_so_a_week_ahead_and_then_is_silent(quick: Stage) -> None:
    quick.keep(level("up", 100, expires_at=Instant.of("2026-07-01T00:00Z")))
    quick.at("2026-06-01T09:00Z")
    notice = quick.at("2026-06-24T00:00Z").alerts
    assert [a.reason for a in notice] == ["ending"]
    assert notice[0].document.choices[0].ask.typed == "/alert renew up"
    assert [a.reason for a in quick.at("2026-07-01T00:00Z").alerts] == ["ended"]
    quick.say(figure("star", "2026-07-02", 110))
    assert keys(quick.at("2026-07-02T09:00Z")) == []
    assert quick.rules.of("w")[0].rule.paused


def test_a_paused_rule_is_silent_and_starts_anew(quick: Stage) -> None:
    rule = level("up", 100)
    quick.keep(rule)
    quick.at("2026-06-01T09:00Z")
    quick.keep(replace(rule, paused=True))
    quick.say(figure("star", "2026-06-02", 110))
    assert keys(quick.at("2026-06-02T09:00Z")) == []
    quick.keep(rule)
    assert keys(quick.at("2026-06-03T09:00Z")) == [], "what it crossed while paused is no crossing that it saw"


def test_new_and_corrected_claims_are_told_together_once(quick: Stage) -> None:
    quick.keep(replace(level("new", 0), watch=ClaimWatch(("star",), (RUN_RATE,))))
    assert keys(quick.at("2026-06-01T09:00Z")) == []
    quick.say(figure("star", "2026-06-01", 91), figure("star", "2026-06-02", 92, supersedes="x"))
    ticked = quick.at("2026-06-02T09:00Z")
    assert [a.reason for a in ticked.alerts] == ["claims"]
    assert keys(quick.after(hours=1)) == []


def test_an_overtake_is_found_though_no_level_lies_between(quick: Stage) -> None:
    quick.keep(replace(level("over", 0), watch=OvertakeWatch("star", "moon", RUN_RATE)))
    quick.at("2026-06-01T09:00Z")
    quick.say(figure("star", "2026-06-02", 99))
    assert [a.reason for a in quick.at("2026-06-02T09:00Z").alerts] == ["crossed"]


def test_a_second_rule_tells_its_own_place_of_the_same_thing(quick: Stage) -> None:
    other = replace(level("two", 100), destinations=(Place("discord", "G", "C"),))
    quick.keep(level("one", 100), other)
    quick.at("2026-06-01T09:00Z")
    quick.say(figure("star", "2026-06-02", 110))
    assert {d.destination.platform for d in quick.at("2026-06-02T09:00Z").deliveries} == {"slack", "discord"}


def random_rule(luck: Random, number: int) -> Rule:
    at = luck.randint(60, 140)
    side = luck.choice(["above", "below"])
    event = luck.random() < 0.5
    away = luck.choice([0, 0, 5, 20])
    recover = Decimal(at - away if side == "above" else at + away)
    watch = LevelWatch(SUBJECT, side, Decimal(at), recover, event=event, strict=luck.random() < 0.3)  # type: ignore[arg-type]
    return replace(
        level(f"r{number}", at),
        watch=watch,
        frequency=luck.choice(["once", "each_crossing", "each_close", "daily"]),
        pending=luck.choice([1, 1, 2, 3]),
        keep=luck.choice([1, 2]),
        cooldown_minutes=luck.choice([0, 0, 600]),
    )


def test_the_preview_is_what_the_clock_then_does_for_a_thousand_rules(quick: Stage) -> None:
    luck = Random(90)  # noqa: S311  # a sample
    rules = [random_rule(luck, n) for n in range(1000)]
    quick.keep(*rules)
    evidence = Evidence(quick.facts.snapshot("w", needs_of(SUBJECT)), EURO_RATES)
    expected = {r.id: preview(r, evidence, quick.clock.now(), "UTC") for r in rules}
    ticked = quick.at("2026-06-01T09:00Z")
    assert sorted(keys(ticked)) == sorted(t.step.key for p in expected.values() for t in p.told)
    assert {k.rule.id: k.phase for k in quick.rules.of("w")} == {i: p.state.phase for i, p in expected.items()}
    assert len({p.state.phase for p in expected.values()}) == 3
    assert 100 < len(ticked.alerts) < 900


def test_the_index_finds_every_rule_that_looking_at_all_would(quick: Stage) -> None:
    """Of each move only the rules found by the range are stepped; a twin looks at all, and both tell the same."""
    luck = Random(91)  # noqa: S311  # a sample
    rules = [random_rule(luck, n) for n in range(200)]
    quick.keep(*rules)
    quick.at("2026-06-01T09:00Z")
    found, touched = set[str](), 0
    states = {r.id: _first(r, quick) for r in rules}
    for day in range(2, 29):
        iso = f"2026-06-{day:02d}"
        quick.say(figure("star", iso, luck.randint(60, 140)))
        ticked = quick.at(f"{iso}T09:00Z")
        found |= set(keys(ticked)) - {k for k in keys(ticked) if k.count(":") > 2}
        touched += len(ticked.alerts)
    expected = _looking_at_all(rules, states, quick)
    assert {k for k in expected if k.count(":") == 2} == found
    assert touched > 200


def _first(rule: Rule, stage: Stage) -> RuleState:
    evidence = Evidence(stage.facts.snapshot("w", needs_of(SUBJECT)), EURO_RATES)
    return preview(rule, evidence, Instant.of("2026-06-01T09:00Z"), "UTC").state


def _looking_at_all(rules: list[Rule], states: dict[str, RuleState], stage: Stage) -> set[str]:
    evidence = Evidence(stage.facts.snapshot("w", needs_of(SUBJECT)), EURO_RATES)
    told: set[str] = set()
    for day in range(2, 29):
        now = Instant.of(f"2026-06-{day:02d}T09:00Z")
        at = now.day_in("UTC")
        seen = Seen(read(SUBJECT, evidence, Moment(at, at, now)), now)
        for rule in rules:
            states[rule.id], found = run(rule, states[rule.id], [seen], "UTC")
            told |= {t.step.key for t in found}
    return told


def test_a_workspace_with_claims_of_its_own_has_a_view_of_its_own(quick: Stage) -> None:
    quick.keep(level("mine", 100, workspace="w"), level("theirs", 100, workspace="v"))
    quick.at("2026-06-01T09:00Z")
    own_claim(quick, "2026-06-02", 150, "v")
    ticked = quick.at("2026-06-02T09:00Z")
    assert [(a.workspace, a.rule) for a in ticked.alerts] == [("v", "theirs")]
    assert [(w.view, w.value) for w in quick.store.watched()] == [("", Decimal(90)), ("v", Decimal(150))]
    quick.say(figure("star", "2026-06-03", 120))
    assert [(a.workspace, a.rule) for a in quick.at("2026-06-03T09:00Z").alerts] == [("w", "mine")]


def own_claim(stage: Stage, day: str, value: int, workspace: str) -> None:
    claim = figure("star", day, value, workspace=workspace)
    stage.say(claim)
    keep_claim(stage, claim)


def test_rules_of_one_workspace_are_nothing_to_another(stage: Stage) -> None:
    ours, theirs = level("same", 100, workspace="ours"), level("same", 80, "below", workspace="theirs")
    stage.keep(ours, theirs)
    assert [k.rule for k in stage.rules.of("ours")] == [ours]
    assert [k.rule for k in stage.rules.of("theirs")] == [theirs]
    stage.at("2026-06-01T09:00Z")
    stage.say(figure("star", "2026-06-02", 110))
    assert [a.workspace for a in stage.at("2026-06-02T09:00Z").alerts] == ["ours"]
    assert (len(stage.told("ours")), stage.told("theirs")) == (1, [])
    stage.drop(ours)
    assert [k.rule for k in stage.rules.of("theirs")] == [theirs]
    stage.clock.moment = Instant(stage.clock.moment.at + timedelta(days=1))
    assert len(stage.told("ours")) == 1, "what was told outlives its rule"
