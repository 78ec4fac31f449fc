"""Episodes as two channels live with them: one message each, edited, followed beneath, silent and over when asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from adapters.ticker import Ticker
from bot.answer import Answer, Notice
from bot.call import Person, Place
from bot.days import Instant
from bot.delivery import Act, Sent
from bot.episode import Acknowledge, Episode, EpisodeMark, MarkEpisode, Resolve, Snooze
from bot.quantities import Money
from bot.text import Message
from data import documents
from data.episode_store import EpisodeStore
from data.outbox_store import OutboxStore
from data.tables import DeliveryRow, table
from data.watch_store import WatchStore
from tests.adapters.ticking.ticking import Stage, figure, level
from tests.bot.facts_book import EURO_RATES

SLACK = Place("slack", "T1", "C1")
DISCORD = Place("discord", "S1", "D1")
ALICE = Person("slack", "T1", "U0ALICE")
BOB = Person("discord", "S1", "7001")


class Living(Stage):
    """A stage on which alerts become episodes, as in the house."""

    def restart(self) -> None:
        super().restart()
        self.episodes = EpisodeStore(self.database, self.clock, self._put)
        self.store = WatchStore(self.database, self._put, self.episodes.route)
        self.ticker = Ticker(self.store, self.facts, self.facts, EURO_RATES, self.clock)

    def mark(self, mark: EpisodeMark, workspace: str = "w") -> None:
        self.episodes.apply(workspace, [MarkEpisode(self.one().id, mark)])

    def one(self) -> Episode:
        (found,) = self.episodes.going_on("w")
        return found

    def sent(self, place: Place) -> list[tuple[Act, Answer]]:
        """Returns everything that was put on its way to a place, in order."""
        row = table(DeliveryRow)
        query = (
            select(row.c.act, row.c.document)
            .where(row.c.platform == place.platform, row.c.channel == place.channel)
            .order_by(row.c.turn, row.c.act, row.c.key)
        )
        return self.database.read_now(lambda c: [(act, documents.read(d)) for act, d in c.execute(query)])


@pytest.fixture
def stage(either_url: str) -> Iterator[Living]:
    made = Living(either_url)
    made.say(figure("star", "2026-05-20", 90))
    yield made
    made.close()


@pytest.fixture
def quick(tmp_path: Path) -> Iterator[Living]:
    made = Living(f"sqlite:///{tmp_path / 'rules.db'}")
    made.say(figure("star", "2026-05-20", 90))
    yield made
    made.close()


def crossed(stage: Living, frequency: str = "each_close") -> None:
    """Lets a rule of both channels fire on 2 June."""
    stage.keep(level("up", 100, destinations=(SLACK, DISCORD), frequency=frequency))
    stage.at("2026-06-01T09:00Z")
    stage.say(figure("star", "2026-06-02", 110))
    stage.at("2026-06-02T09:00Z")


def acts(stage: Living, place: Place) -> list[Act]:
    return [act for act, _ in stage.sent(place)]


def sentences(said: Answer) -> set[str]:
    return {said.headline.key} | {n.key for n in notices(said)}


def notices(said: Answer) -> list[Message]:
    return [b.sentence for b in said.blocks if isinstance(b, Notice)]


def keys_of_choices(said: Answer) -> list[str]:
    return [f"{c.ask.command} {c.ask.text.split()[0]}" for c in said.choices]


def whole_story(stage: Living, *, restarts: bool) -> list[tuple[Act, Answer]]:
    """Fires, is taken on from Slack, snoozed from Discord, goes on, wakes, and is over."""

    def perhaps() -> None:
        if restarts:
            stage.restart()

    crossed(stage)
    perhaps()
    stage.clock.moment = Instant.of("2026-06-02T09:05Z")
    stage.mark(Acknowledge(ALICE))
    perhaps()
    stage.clock.moment = Instant.of("2026-06-02T09:10Z")
    stage.mark(Snooze(BOB, Instant.of("2026-06-04T08:00Z"), "close"))
    perhaps()
    stage.say(figure("star", "2026-06-03", 140))
    stage.at("2026-06-03T09:00Z")
    perhaps()
    stage.at("2026-06-04T08:00Z")
    perhaps()
    stage.say(figure("star", "2026-06-05", 80))
    stage.at("2026-06-05T09:00Z")
    return stage.sent(DISCORD)


def test_a_whole_episode_in_both_channels(stage: Living) -> None:
    story = whole_story(stage, restarts=False)
    assert [act for act, _ in story if act != "edit"] == ["post", "reply", "reply"]
    (_, first), *_ = story
    assert keys_of_choices(first) == ["alert ack", "alert snooze", "alert resolve", "alert pause"]
    replies = [said for act, said in story if act == "reply"]
    assert [said.headline.key for said in replies] == ["episode-woken", "episode-ended"]
    assert notices(replies[0])[-1] == Message("episode-held", {"count": 1})
    assert notices(replies[0])[0].key == "episode-extreme", "how far it went in the silence"
    last = [said for act, said in story if act == "edit"][-1]
    assert last.headline == first.headline
    assert {"episode-over", "episode-acknowledged", "episode-extreme"} <= sentences(last)
    assert keys_of_choices(last) == ["alert pause"]
    furthest = next(n for n in notices(last) if n.key == "episode-extreme")
    assert isinstance(furthest.args["value"], Money) and furthest.args["value"].amount == 140
    assert stage.episodes.going_on("w") == ()
    assert acts(stage, SLACK) == [act for act, _ in story]


def test_restarts_in_between_change_nothing(tmp_path: Path) -> None:
    told = []
    for name, restarts in (("through", False), ("anew", True)):
        made = Living(f"sqlite:///{tmp_path / name}.db")
        made.say(figure("star", "2026-05-20", 90))
        told.append(whole_story(made, restarts=restarts))
        made.close()
    assert told[0] == told[1]


def test_taken_on_in_slack_it_shows_in_discord_on_the_message_that_stands_there(stage: Living) -> None:
    crossed(stage)
    outbox = OutboxStore(stage.database, stage.clock)
    for platform, message in (("slack", "1717.001"), ("discord", "9001")):
        held = outbox.begin(outbox.claim(platform, "me", 10))
        assert [d.act for d in held] == ["post"]
        outbox.settle([(d, Sent(message)) for d in held])
    stage.clock.moment = Instant.of("2026-06-02T09:01Z")
    stage.mark(Acknowledge(ALICE))
    (edit,) = outbox.claim("discord", "me", 10)
    assert (edit.act, edit.message) == ("edit", "9001")
    assert "episode-acknowledged" in sentences(edit.document)


def test_marking_twice_writes_once(quick: Living) -> None:
    crossed(quick)
    quick.mark(Acknowledge(ALICE))
    before = quick.sent(SLACK)
    quick.mark(Acknowledge(ALICE))
    assert quick.sent(SLACK) == before


def test_closed_by_a_person_nothing_more_is_told_of_it(quick: Living) -> None:
    crossed(quick)
    quick.clock.moment = Instant.of("2026-06-02T12:00Z")
    quick.mark(Resolve(BOB))
    assert acts(quick, SLACK) == ["post", "edit", "reply"]
    quick.say(figure("star", "2026-06-03", 150))
    quick.at("2026-06-03T09:00Z")
    quick.say(figure("star", "2026-06-04", 50))
    quick.at("2026-06-04T09:00Z")
    assert [a for a in acts(quick, SLACK) if a != "edit"] == ["post", "reply"]
    quick.say(figure("star", "2026-06-05", 150))
    quick.at("2026-06-05T09:00Z")
    assert acts(quick, SLACK)[-1] == "post", "a new crossing is a new episode"


def test_what_goes_further_is_edited_in_and_told_beneath_once_a_close(quick: Living) -> None:
    crossed(quick)
    quick.say(figure("star", "2026-06-03", 130))
    quick.at("2026-06-03T09:00Z")
    assert sorted(acts(quick, SLACK)) == ["edit", "post", "reply"]
    for _ in range(3):
        quick.after(hours=1)
    assert sorted(acts(quick, SLACK)) == ["edit", "post", "reply"]


def test_a_correction_takes_the_message_back(quick: Living) -> None:
    crossed(quick, "each_crossing")
    quick.facts.claims[:] = [c for c in quick.facts.claims if c.id != "star-2026-06-02"]
    quick.say(figure("star", "2026-06-02", 95, "corrected", known="2026-06-03"))
    quick.at("2026-06-03T09:00Z")
    assert sorted(acts(quick, SLACK)) == ["edit", "post", "reply"]
    assert next(said for act, said in quick.sent(SLACK) if act == "reply").headline.key == "alert-value-corrected"
    assert quick.episodes.going_on("w") == ()


def test_nobody_of_another_workspace_finds_or_marks_an_episode(quick: Living) -> None:
    crossed(quick)
    quick.keep(level("theirs", 100, workspace="v", destinations=(replace(SLACK, team="T2"),)))
    id = quick.one().id
    assert quick.episodes.find("v", id) is None
    assert quick.episodes.going_on("v") == ()
    before = quick.sent(SLACK)
    quick.mark(Resolve(ALICE), workspace="v")
    assert quick.sent(SLACK) == before and quick.one().resolved_at is None


def test_a_tick_that_fails_leaves_no_episode(quick: Living) -> None:
    quick.keep(level("up", 100, destinations=(SLACK,)))
    quick.at("2026-06-01T09:00Z")
    quick.say(figure("star", "2026-06-02", 110))
    quick.fails = True
    with pytest.raises(OSError, match="plug"):
        quick.at("2026-06-02T09:00Z")
    quick.fails = False
    quick.restart()
    assert quick.episodes.going_on("w") == ()
    quick.at("2026-06-02T09:10Z")
    assert len(quick.episodes.going_on("w")) == 1


def test_a_day_without_new_figures_is_not_told_again(quick: Living) -> None:
    crossed(quick, "daily")
    for hours in range(24 * 4):
        quick.after(hours=1 if hours else 0)
    assert acts(quick, SLACK) == ["post"]
    quick.say(figure("star", "2026-06-06", 120))
    quick.after(hours=1)
    quick.after(days=1)
    assert [a for a in acts(quick, SLACK) if a != "edit"] == ["post", "reply"]
