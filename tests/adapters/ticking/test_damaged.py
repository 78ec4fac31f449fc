"""A rule whose row is damaged fails alone: nothing of it is told, all others go on, and put back it does too."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from adapters.bootstrap import open_house
from adapters.clock import StoppedClock
from adapters.words import Writers
from bot.days import Instant
from bot.rule import DropRule, KeepRule, ReleaseWatch
from bot.words.fallback import fallback
from data.rule_tables import RuleRow, RuleStateRow, SeriesRow
from tests.adapters.people.saying import say
from tests.adapters.ticking.ticking import Stage, figure, keys, level
from tests.fakes.damage import Harm, harm


@pytest.fixture
def stage(either_url: str) -> Iterator[Stage]:
    made = Stage(either_url)
    made.say(figure("star", "2026-05-20", 90))
    yield made
    made.close()


def test_the_others_are_told_and_the_damaged_one_once_it_is_whole(
    stage: Stage, how: Harm, caplog: pytest.LogCaptureFixture
) -> None:
    stage.keep(level("bad", 100), level("good", 100))
    stage.at("2026-06-01T09:00Z")
    mend = harm(stage.database, RuleRow, how, workspace="w", id="bad")
    stage.say(figure("star", "2026-06-02", 110))
    with caplog.at_level(logging.WARNING):
        assert keys(stage.at("2026-06-02T09:00Z")) == ["value:good:star-2026-06-02"]
        assert [keys(stage.after(hours=1)) for _ in range(3)] == [[], [], []]
        assert stage.rules.damaged("w") == ("bad",)
        assert [each.rule.id for each in stage.rules.of("w")] == ["good"]
        mend()
        assert keys(stage.after(minutes=1)) == ["value:bad:star-2026-06-02"], "at the very next tick"
    first, second = caplog.messages
    assert first.startswith("rule bad of w is damaged and set aside, all others go on:")
    assert ("twinstar restore FILE --yes" in first) is stage.database.is_sqlite
    assert second == "rule bad of w is damaged no more"
    stage.restart()
    assert [keys(stage.after(hours=1)) for _ in range(2)] == [[], []]
    assert stage.rules.damaged("w") == ()
    assert sorted(stage.told()) == ["value:bad:star-2026-06-02", "value:good:star-2026-06-02"], "each of them once"


def test_of_a_rule_nobody_knows_where_it_stands_nothing_is_told_again(stage: Stage, how: Harm) -> None:
    stage.keep(level("bad", 80), level("good", 100))
    stage.at("2026-06-01T09:00Z")
    told = stage.told()
    mend = harm(stage.database, RuleStateRow, how, workspace="w", rule="bad")
    stage.say(figure("star", "2026-06-02", 110))
    assert keys(stage.at("2026-06-02T09:00Z")) == ["value:good:star-2026-06-02"]
    assert stage.rules.damaged("w") == ("bad",)
    mend()
    stage.after(hours=1)
    assert stage.told() == [*told, "value:good:star-2026-06-02"], "it was above its level all the while"
    assert stage.rules.damaged("w") == ()


def test_a_damaged_series_is_looked_at_from_where_it_stood(
    stage: Stage, how: Harm, caplog: pytest.LogCaptureFixture
) -> None:
    stage.keep(level("bad", 100))
    stage.at("2026-06-01T09:00Z")
    (series,) = stage.store.watched()
    mend = harm(stage.database, SeriesRow, how, series=series.subject.key)
    stage.say(figure("star", "2026-06-02", 110))
    with caplog.at_level(logging.WARNING):
        assert [keys(stage.after(hours=1)) for _ in range(24)] == [[]] * 24
        assert stage.rules.damaged("w") == ("bad",)
        mend()
        assert keys(stage.after(hours=1)) == ["value:bad:star-2026-06-02"]
    assert [record.levelname for record in caplog.records] == ["ERROR", "WARNING"]


def test_what_fell_due_meanwhile_waits_and_what_came_up_is_planned(stage: Stage) -> None:
    rule = replace(level("bad", 0), watch=ReleaseWatch(("star",)))
    stage.keep(rule)
    mend = harm(stage.database, RuleRow, "a letter", workspace="w", id="bad")
    stage.at("2026-06-01T09:00Z")
    assert [k.phase for k in stage.rules.of("w")] == []
    mend()
    stage.after(minutes=1)
    assert [k.phase for k in stage.rules.of("w")] == ["quiet"], "it took its first look"
    assert stage.store.next_due() is None


def test_it_can_be_removed_or_made_anew(stage: Stage, how: Harm) -> None:
    stage.keep(level("gone", 100), level("anew", 100))
    stage.at("2026-06-01T09:00Z")
    for id in ("gone", "anew"):
        harm(stage.database, RuleRow, how, workspace="w", id=id)
    stage.at("2026-06-01T10:00Z")
    stage.rules.apply("w", [DropRule("gone"), KeepRule(level("anew", 105))])
    stage.after(minutes=1)
    assert stage.rules.damaged("w") == ()
    stage.say(figure("star", "2026-06-02", 110))
    assert keys(stage.at("2026-06-02T09:00Z")) == ["value:anew:star-2026-06-02"]


def test_people_see_which_it_is_and_can_take_it_away(tmp_path: Path) -> None:
    house = open_house(f"sqlite:///{tmp_path / 'twinstar.db'}", StoppedClock(Instant.of("2026-06-25T09:00Z")))

    def says(words: str) -> str:
        return fallback(say(house, words, runs=True).answer, Writers().of("en"))

    for line in ("/alert add unlock zhipu T-7", "/alert add unlock minimax T-7"):
        say(house, line, runs=True)
    bad, good = (kept.rule.id for kept in house.rules.of("slack:T1"))
    mend = harm(house.database, RuleRow, "a letter", id=bad)
    house.ticker.tick()
    for line in ("/alert health", "/alert list"):
        assert f"Damaged and set aside: {bad}. All other alerts go on" in says(line)
        assert "twinstar restore FILE --yes" in says(line)
    assert good in says("/alert list")
    assert says("/alert health").startswith("One alert is damaged and set aside")
    assert f"Alert {bad} is damaged: nothing can be read of it." in says(f"/alert show {bad}")
    mend()
    assert says("/alert health").startswith("Everything that was due has been delivered.")
    harm(house.database, RuleRow, "a letter", id=bad)
    assert says(f"/alert remove {bad}").startswith(f"Alert {bad}, which was damaged, is removed.")
    assert [kept.rule.id for kept in house.rules.of("slack:T1")] == [good]
    assert says("/alert health").startswith("Everything that was due has been delivered.")
    house.close()
