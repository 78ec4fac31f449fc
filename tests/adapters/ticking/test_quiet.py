"""Quiet in a channel: hours, the market's hours, a week's budget, a storm, a silence; unlock days pass through all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.ticker import Ticker
from bot.alerts import episodes
from bot.alerts.quieting import quiet_until, quieted, week_of, where
from bot.answer import Answer, Notice, Table
from bot.call import Place
from bot.days import Instant
from bot.delivery import Delivery, delivery_key
from bot.episode import Acknowledge, MarkEpisode
from bot.quiet import ChannelState, KeepSilence, Quiet, SetQuiet, Silence
from bot.text import Message, Raw
from data.episode_store import EpisodeStore
from data.quiet_store import QuietStore
from data.watch_store import WatchStore
from tests.adapters.ticking.test_episodes import ALICE, DISCORD, SLACK, Living, acts
from tests.adapters.ticking.ticking import figure, level
from tests.bot.facts_book import EURO_RATES

NIGHT = Quiet("22:00", "08:00", "Asia/Hong_Kong")


class Still(Living):
    """A stage on which channels can be quiet."""

    def restart(self) -> None:
        super().restart()
        self.quietings = QuietStore(self.database, self.clock)
        self.episodes = EpisodeStore(self.database, self.clock, self._put, self.quietings)
        self.store = WatchStore(self.database, self._put, self.episodes.route)
        self.ticker = Ticker(self.store, self.facts, self.facts, EURO_RATES, self.clock)

    def quiet(self, place: Place, quiet: Quiet) -> None:
        self.quietings.apply("w", [SetQuiet(place, quiet)])


@pytest.fixture
def stage(either_url: str) -> Iterator[Still]:
    made = Still(either_url)
    made.say(figure("star", "2026-05-20", 90))
    yield made
    made.close()


def headline(said: Answer) -> str:
    return said.headline.key


def rows(said: Answer) -> int:
    return sum(len(b.rows) for b in said.blocks if isinstance(b, Table))


def test_quiet_hours_release_one_card_with_the_times_at_which_it_happened(stage: Still) -> None:
    stage.keep(*(level(f"up{n}", 100 + n, destinations=(SLACK, DISCORD)) for n in range(3)))
    stage.quiet(SLACK, NIGHT)
    stage.at("2026-06-01T09:00Z")
    stage.say(figure("star", "2026-06-02", 110))
    stage.at("2026-06-02T18:00Z")
    stage.restart()
    assert (acts(stage, SLACK), acts(stage, DISCORD)) == ([], ["post"]), "one close, one message"
    stage.at("2026-06-02T23:50Z")
    assert acts(stage, SLACK) == []
    stage.at("2026-06-03T00:00Z")
    ((act, card),) = stage.sent(SLACK)
    assert (act, headline(card), rows(card)) == ("post", "quiet-card", 3)
    at = next(b for b in card.blocks if isinstance(b, Table)).rows[0][0].value
    assert at == Message("plain", {"text": Instant.of("2026-06-02T18:00Z")})
    stage.after(minutes=10)
    assert acts(stage, SLACK) == ["post"]
    assert {e.places for e in stage.episodes.going_on("w")} == {(DISCORD,)}, "no message stands there to be edited"


def test_rules_that_one_close_moves_are_one_message_with_parts(stage: Still) -> None:
    stage.keep(*(level(f"up{n}", 100 + n, destinations=(SLACK,)) for n in range(3)))
    stage.keep(level("theirs", 100, workspace="v", destinations=(SLACK,)))
    stage.at("2026-06-01T09:00Z")
    stage.say(figure("star", "2026-06-02", 110))
    stage.at("2026-06-02T09:00Z")
    stage.restart()
    posts = [said for act, said in stage.sent(SLACK) if act == "post"]
    assert sorted(notices(said).count("alert-part") for said in posts) == [0, 2], "another workspace has its own"
    lead = next(e for e in stage.episodes.going_on("w") if e.parts)
    assert len(stage.episodes.going_on("w")) == 3
    stage.episodes.apply("w", [MarkEpisode(lead.id, Acknowledge(ALICE))])
    assert {e.owner for e in stage.episodes.going_on("w")} == {ALICE}, "who takes the message takes its parts"
    edited = [said for act, said in stage.sent(SLACK) if act == "edit"]
    assert len(edited) == 1 and notices(edited[0]).count("alert-part") == 2
    stage.say(figure("star", "2026-06-03", 101))
    stage.at("2026-06-03T09:00Z")
    stage.after(hours=1)
    over = [said for act, said in stage.sent(SLACK) if act == "reply"]
    assert [said.headline.key for said in over] == ["episode-ended"], "a part ends by itself, beneath the message"
    assert len(stage.episodes.going_on("w")) == 2


def test_a_muted_part_is_left_out_of_the_message(stage: Still) -> None:
    stage.keep(*(level(f"up{n}", 100 + n, destinations=(SLACK,)) for n in range(3)))
    until = Instant.of("2026-06-09T08:00Z")
    made = Silence("s1", "w", ALICE, SLACK, Instant.of("2026-06-01T09:00Z"), until, rule="up0")
    stage.quietings.apply("w", [KeepSilence(made)])
    stage.at("2026-06-01T09:00Z")
    stage.say(figure("star", "2026-06-02", 110))
    stage.at("2026-06-02T09:00Z")
    ((act, said),) = stage.sent(SLACK)
    assert act == "post" and notices(said).count("alert-part") == 1


def notices(said: Answer) -> list[str]:
    return [b.sentence.key for b in said.blocks if isinstance(b, Notice)]


def test_a_storm_is_one_summary_that_rolls_on(stage: Still) -> None:
    stage.keep(*(level(f"r{n}", 100 + n, destinations=(SLACK,)) for n in range(40)))
    stage.at("2026-06-01T09:00Z")
    stage.say(figure("star", "2026-06-01", 120))
    stage.at("2026-06-02T09:00Z")
    stage.restart()
    stage.say(figure("star", "2026-06-02", 160))
    stage.at("2026-06-02T09:10Z")
    told = [(act, said.headline) for act, said in stage.sent(SLACK)]
    summaries = [("post", Message("quiet-storm", {"count": 21})), ("edit", Message("quiet-storm", {"count": 40}))]
    assert told == summaries


def test_a_silence_mutes_counts_and_says_when_it_ends(stage: Still) -> None:
    stage.keep(level("up", 100, destinations=(SLACK,)), level("theirs", 100, workspace="v", destinations=(DISCORD,)))
    until = Instant.of("2026-06-03T08:00Z")
    made = Silence("s1", "w", ALICE, SLACK, Instant.of("2026-06-01T09:00Z"), until, company="star")
    stage.quietings.apply("w", [KeepSilence(made)])
    stage.at("2026-06-01T09:00Z")
    stage.say(figure("star", "2026-06-02", 110))
    stage.at("2026-06-02T09:00Z")
    assert (acts(stage, SLACK), acts(stage, DISCORD)) == ([], ["post"]), "another workspace hears its own"
    assert stage.quietings.silences("v") == ()
    stage.at("2026-06-03T08:00Z")
    ((_, said),) = stage.sent(SLACK)
    assert said.headline == Message("silence-ended", {"count": 1, "id": Raw("s1")})
    assert stage.quietings.silences("w") == ()
    stage.after(days=1)
    assert acts(stage, SLACK) == ["post"]


def post(number: int, key: str = "", lane: str = "value") -> Delivery:
    at = Instant.of("2026-06-01T09:00Z")
    name = key or f"value:r{number}:o{number}"
    said = Answer(Message("plain", {"text": Raw(str(number))}))
    key = delivery_key(name, "w", SLACK, "post", 1)
    return Delivery(key, name, "w", f"r{number}", SLACK, lane, "post", said, "en", at, at, episode=name)  # type: ignore[arg-type]


def unlock_day(number: int) -> Delivery:
    return post(number, f"unlock:star:r{number}:2026-06-02:T-0", "unlock")


def test_five_hundred_at_once_are_one_summary_and_every_unlock() -> None:
    sent = [post(n) for n in range(500)] + [unlock_day(n) for n in range(7)]
    found = quieted(sent, (), {}, (), Instant.of("2026-06-02T09:00Z"))
    told = [headline(d.document) for d in found.deliveries if not episodes.is_unlock_day(d.alert)]
    assert told == ["quiet-storm"]
    assert sum(episodes.is_unlock_day(d.alert) for d in found.deliveries) == 7
    assert found.deliveries[-1].document.headline.args["count"] == 500
    again = quieted([post(n + 500) for n in range(20)], (), {where(sent[0]): found.channels[0]}, (), _later(1))
    assert [(d.act, d.version) for d in again.deliveries] == [("edit", 2)]
    assert again.deliveries[0].document.headline.args["count"] == 520


def _later(minutes: int) -> Instant:
    return Instant(Instant.of("2026-06-02T09:00Z").at + timedelta(minutes=minutes))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(10, 60 * 30), st.integers(0, 20), st.booleans()),
        min_size=5,
        max_size=60,
    ),
    st.integers(1, 6),
)
def test_a_budget_is_never_exceeded_and_no_unlock_day_waits(steps: list[tuple[int, int, bool]], budget: int) -> None:
    spot = ("w", SLACK)
    state = ChannelState(*spot, quiet=replace(NIGHT, budget=budget))
    now, number = Instant.of("2026-03-02T00:00Z"), 0
    told: list[Instant] = []
    held = named = 0
    for minutes, count, unlock in steps:
        now = Instant(now.at + timedelta(minutes=minutes))
        sent = [post(number + n) for n in range(count)] + ([unlock_day(number)] if unlock else [])
        number += count + 1
        found = quieted(sent, (), {spot: state}, (), now)
        state = found.channels[0] if found.channels else state
        assert sum(episodes.is_unlock_day(d.alert) for d in found.deliveries) == unlock
        others = [d for d in found.deliveries if not episodes.is_unlock_day(d.alert)]
        if quiet_until(state.quiet, now) is not None:
            assert not [d for d in others if d.act == "post"], "nothing is told at night"
        told += [now for d in others if d.act == "post"]
        held += count
        for each in others:
            if each.alert.startswith("value:"):
                named += 1
            elif each.alert.startswith("card:"):
                count_said = each.document.headline.args["count"]
                assert isinstance(count_said, int)
                named += count_said
    weeks = [week_of(t, "Asia/Hong_Kong") for t in told]
    assert all(weeks.count(w) <= budget for w in weeks)
    waiting = len(state.held) + state.more
    assert named + waiting <= held


def test_market_hours_hold_what_comes_at_the_weekend_until_monday() -> None:
    quiet = Quiet(market=True)
    assert quiet_until(quiet, Instant.of("2026-06-05T03:00Z")) is None
    assert quiet_until(quiet, Instant.of("2026-06-05T08:10Z")) == Instant.of("2026-06-08T01:30Z")
    assert quiet_until(quiet, Instant.of("2026-06-06T03:00Z")) == Instant.of("2026-06-08T01:30Z")
    assert quiet_until(quiet, Instant.of("2026-06-08T01:00Z")) == Instant.of("2026-06-08T01:30Z")


@given(st.integers(0, 24 * 60 - 1))
def test_quiet_hours_over_midnight(minute: int) -> None:
    now = Instant(Instant.of("2026-06-01T16:00Z").at + timedelta(minutes=minute))
    quiet = minute < 8 * 60 or minute >= 22 * 60
    until = quiet_until(NIGHT, now)
    assert (until is not None) == quiet
    if until is not None:
        assert timedelta(0) < until.at - now.at <= timedelta(hours=10)
