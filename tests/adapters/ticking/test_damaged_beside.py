"""Damage beside the rules: an episode, a quiet channel, a silence, a digest; alerts are told without it, and once."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.days import Instant
from bot.digest import Digest, KeepDigest
from bot.quiet import KeepSilence, Quiet, Silence
from data.digest_store import DigestStore
from data.digest_tables import DigestRow
from data.episode_tables import EpisodeRow
from data.outbox_store import put
from data.quiet_tables import QuietRow, SilenceRow
from tests.adapters.ticking.test_episodes import ALICE, SLACK
from tests.adapters.ticking.test_quiet import Still
from tests.adapters.ticking.ticking import figure, keys, level
from tests.bot.alerts.rules import PLACE
from tests.fakes.damage import Harm, harm


@pytest.fixture
def stage(either_url: str) -> Iterator[Still]:
    made = Still(either_url)
    made.say(figure("star", "2026-05-20", 90))
    yield made
    made.close()


def test_an_alert_of_a_damaged_episode_is_told_by_itself_and_the_episode_stays(
    stage: Still, how: Harm, caplog: pytest.LogCaptureFixture
) -> None:
    stage.keep(level("first", 100), level("second", 120))
    stage.at("2026-06-01T09:00Z")
    stage.say(figure("star", "2026-06-02", 110))
    assert keys(stage.at("2026-06-02T09:00Z")) == ["value:first:star-2026-06-02"]
    one = stage.one()
    mend = harm(stage.database, EpisodeRow, how, key=one.key)
    stage.say(figure("star", "2026-06-03", 130))
    with caplog.at_level(logging.WARNING):
        assert keys(stage.at("2026-06-03T09:00Z")) == ["value:second:star-2026-06-03"]
        stage.after(hours=1)
    assert [m.split(" is damaged")[0] for m in caplog.messages] == [f"episode {one.key} of w"]
    assert [each.rule for each in stage.episodes.going_on("w")] == ["second"]
    mend()
    assert {each.rule for each in stage.episodes.going_on("w")} == {"first", "second"}
    assert stage.episodes.find("w", one.id) == one, "nothing was written over it"
    stage.after(hours=1)
    assert len(stage.told()) == 2


def test_a_damaged_channel_hears_at_once_and_what_waited_there_is_told_once_it_is_whole(
    stage: Still, how: Harm
) -> None:
    stage.quiet(PLACE, Quiet("22:00", "08:00", "UTC"))
    stage.keep(level("first", 100), level("second", 120))
    stage.at("2026-06-01T09:00Z")
    stage.say(figure("star", "2026-06-01", 110, "x"))
    stage.at("2026-06-01T23:00Z")
    assert stage.sent(PLACE) == [], "it is night there"
    mend = harm(stage.database, QuietRow, how, workspace="w", channel=PLACE.channel)
    stage.say(figure("star", "2026-06-02", 130))
    stage.at("2026-06-02T00:30Z")
    assert len(stage.sent(PLACE)) == 1
    stage.at("2026-06-02T09:00Z")
    assert len(stage.sent(PLACE)) == 1
    mend()
    stage.after(minutes=1)
    assert len(stage.sent(PLACE)) == 2
    stage.after(hours=1)
    assert len(stage.sent(PLACE)) == 2


def test_a_damaged_silence_mutes_nothing_and_no_other_tick_is_the_worse_for_it(stage: Still, how: Harm) -> None:
    now = Instant.of("2026-06-01T09:00Z")
    silence = Silence("s1", "w", ALICE, PLACE, now, Instant.of("2026-06-09T09:00Z"), company="star")
    stage.quietings.apply("w", [KeepSilence(silence)])
    stage.keep(level("first", 100))
    stage.at("2026-06-01T09:00Z")
    mend = harm(stage.database, SilenceRow, how, id="s1")
    stage.say(figure("star", "2026-06-02", 110))
    assert keys(stage.at("2026-06-02T09:00Z")) == ["value:first:star-2026-06-02"]
    assert len(stage.sent(PLACE)) == 1
    mend()
    assert stage.quietings.silences("w") == (silence,)


def test_of_digests_the_damaged_one_waits(stage: Still, how: Harm) -> None:
    store = DigestStore(stage.database, stage.clock, put)
    at = stage.clock.now()
    for place in (SLACK, replace(SLACK, channel="C2")):
        store.apply("w", [KeepDigest(Digest("w", place, "daily", at, at))])
    mend = harm(stage.database, DigestRow, how, channel="C2")
    assert [each.place.channel for each in store.due(at)] == ["C1"]
    mend()
    assert [each.place.channel for each in store.due(at)] == ["C1", "C2"]
