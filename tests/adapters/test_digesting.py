"""Digests: told once after the close, in the channel's language, with what moved, unlocks, and falls due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.bootstrap import House, open_house
from adapters.choices import asked, carried
from adapters.clock import StoppedClock
from bot.alerts.digests import next_time
from bot.answer import Answer, Calendar, Notice, Prose, Table
from bot.call import Ask, Call, Person, Place
from bot.days import Instant
from bot.digest import Cadence
from bot.words.fallback import fallback
from data.outbox_store import OutboxStore

SLACK, DISCORD = Place("slack", "T1", "C1"), Place("discord", "S1", "D1")


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock(Instant.of("2026-06-23T09:00Z"))


@pytest.fixture
def house(tmp_path: Path, clock: StoppedClock) -> Iterator[House]:
    made = open_house(f"sqlite:///{tmp_path / 'facts.db'}", clock)
    yield made
    made.close()


def say(house: House, line: str, place: Place = SLACK) -> Answer:
    person = Person(place.platform, place.team, "U1")
    return house.turns.take(Call(Ask.of(line), place, person, line)).answer


def test_a_channel_that_asked_gets_its_digest_after_the_close_once(house: House, clock: StoppedClock) -> None:
    assert say(house, "/digest daily").headline.key == "digest-kept-daily"
    say(house, "/digest 每天", DISCORD)
    clock.moment = Instant.of("2026-06-24T08:29Z")
    assert house.digesting.tick() == ()
    clock.moment = Instant.of("2026-06-24T08:30Z")
    told = house.digesting.tick()
    told = tuple(sorted(told, key=lambda d: d.language))
    assert [(d.destination, d.language) for d in told] == [(SLACK, "en"), (DISCORD, "zh")]
    assert house.digesting.tick() == ()
    outbox = OutboxStore(house.database, clock)
    assert [d.act for d in outbox.claim("slack", "me", 9)] == ["post"]
    said = told[0].document
    assert "Zhipu" in fallback(said, house.writers.of("en"))
    assert "智谱" in fallback(said, house.writers.of("zh"))
    moved = next(b for b in said.blocks if isinstance(b, Table))
    assert moved.caption.key == "digest-moved-daily" and len(moved.rows) >= 2
    assert all(row[1].claims for row in moved.rows), "every change can be traced to its closes"
    unlocks = next(b for b in said.blocks if isinstance(b, Calendar))
    assert [e.day.iso for e in unlocks.entries[:2]] == ["2026-07-08", "2026-07-09"]


def test_after_a_stop_one_digest_is_told_and_not_each_that_was_missed(house: House, clock: StoppedClock) -> None:
    say(house, "/digest daily")
    clock.moment = Instant.of("2026-07-03T12:00Z")
    assert len(house.digesting.tick()) == 1
    clock.moment = Instant.of("2026-07-06T08:30Z")
    assert len(house.digesting.tick()) == 1


def test_stopped_it_stays_stopped_and_another_team_has_its_own(house: House, clock: StoppedClock) -> None:
    say(house, "/digest daily")
    say(house, "/digest weekly", DISCORD)
    say(house, "/digest stop")
    assert say(house, "/digest show").headline.key == "digest-none"
    assert say(house, "/digest show", DISCORD).headline.key == "digest-kept-weekly"
    clock.moment = Instant.of("2026-06-26T08:30Z")
    assert [d.destination for d in house.digesting.tick()] == [DISCORD]


def test_what_is_looked_at_now_is_what_is_told(house: House, clock: StoppedClock) -> None:
    say(house, "/digest daily")
    clock.moment = Instant.of("2026-06-24T08:30Z")
    shown = say(house, "/digest")
    (told,) = house.digesting.tick()
    assert told.document == shown


def test_on_a_holiday_nothing_is_summed_up(house: House, clock: StoppedClock) -> None:
    clock.moment = Instant.of("2026-06-18T09:00Z")
    assert say(house, "/digest daily").headline.args["at"] == Instant.of("2026-06-22T08:30Z")


def test_moves_of_another_day_are_no_news(house: House, clock: StoppedClock) -> None:
    clock.moment = Instant.of("2026-11-23T09:00Z")
    said = say(house, "/digest")
    assert [b.sentence.key for b in said.blocks if isinstance(b, Notice)] == ["digest-closes-end"]
    assert said.headline.args["what"].key == "digest-next-unlock"  # type: ignore[union-attr]


def test_what_other_channels_were_told_is_left_out(house: House, clock: StoppedClock) -> None:
    other = replace(SLACK, channel="C2")
    say(house, "/alert add zhipu moves 5% in 1 sessions", other)
    house.ticker.tick()
    clock.moment = Instant.of("2026-06-26T09:00Z")
    assert house.ticker.tick().alerts
    assert "digest-fired" in captions(say(house, "/digest", other))
    assert "digest-fired" not in captions(say(house, "/digest"))


def test_a_contested_figure_is_said_once_with_who_contests_it(house: House, clock: StoppedClock) -> None:
    clock.moment = Instant.of("2026-06-26T09:00Z")
    text = fallback(say(house, "/digest week"), house.writers.of("en"))
    assert text.count("15% to 25%") == 1 and "She Zongming" in text
    assert "46.4%" in text and "40% says" not in text, "more than 40% lets 46.4% stand"


def captions(said: Answer) -> list[str]:
    return [b.caption.key for b in said.blocks if isinstance(b, Table)]


@pytest.mark.parametrize("words", ["/digest daily 25:00", "/digest daily 09:00 Nowhere/Atall", "/digest sometimes"])
def test_words_that_say_no_time_are_answered_with_what_to_type(house: House, words: str) -> None:
    said = say(house, words)
    assert said.choices and said.visible_to == "asker"
    assert say(house, "/digest show").headline.key == "digest-none"


@given(st.integers(0, 60 * 24 * 21), st.sampled_from(["daily", "weekly"]))
def test_the_next_one_lies_ahead_on_a_weekday(minute: int, cadence: Cadence) -> None:
    now = Instant(Instant.of("2026-06-01T00:00Z").at.replace(day=1 + minute // 1440, hour=minute // 60 % 24))
    at = next_time(cadence, "16:30", "Asia/Hong_Kong", now)
    assert now.at < at.at
    assert (at.at - now.at).days <= (7 if cadence == "weekly" else 3)
    weekday = at.day_in("Asia/Hong_Kong").date.weekday()
    assert weekday == 4 if cadence == "weekly" else weekday < 5


@pytest.mark.parametrize("place", [SLACK, DISCORD])
def test_a_question_added_from_under_an_answer_is_answered_anew_in_each_digest(
    house: House, clock: StoppedClock, place: Place
) -> None:
    said = say(house, "/value zhipu", place)
    (add,) = [choice for choice in said.choices if choice.label.key == "choice-digest-add"]
    made = carried(add.ask, 100)
    assert made.store is None
    person = Person(place.platform, place.team, "U1")
    added = house.turns.take(Call(asked(made.id, lambda _: None), place, person, "press"))
    assert next(b.sentence.key for b in added.answer.blocks if isinstance(b, Notice)) == "digest-begun"
    heard = []
    for day in ("2026-06-24", "2026-06-25"):
        clock.moment = Instant.of(f"{day}T08:30Z")
        (told,) = house.digesting.tick()
        (headline,) = [b.sentences[0] for b in told.document.blocks if isinstance(b, Prose)]
        heard.append(house.writers.of("en").plain(headline))
    assert heard[0].startswith("Zhipu market value: HK$") and heard[1].startswith("Zhipu market value: HK$")
    assert heard[0] != heard[1]


def test_a_digest_answers_a_few_questions_each_once(house: House) -> None:
    companies = ("zhipu", "minimax", "openai", "anthropic", "tencent", "xai")
    for company in (*companies[:5], "zhipu"):
        assert say(house, f"/digest add value {company}").headline.key == "digest-added"
    assert say(house, "/digest add value xai").headline.key == "digest-full"
    say(house, "/digest weekly")
    kept = say(house, "/digest show")
    assert sum(choice.label.key == "choice-digest-remove" for choice in kept.choices) == 5
    assert say(house, "/digest remove 5").headline.key == "digest-removed"
    assert say(house, "/digest remove 5").headline.key == "digest-no-question"
    assert say(house, "/digest remove all").headline.key == "digest-removed-all"
    assert say(house, "/digest show").headline.key == "digest-kept-weekly"


@pytest.mark.parametrize("words", ["", "nonsense", "alert list", "digest", "/language zh"])
def test_what_is_no_question_is_not_added(house: House, words: str) -> None:
    assert say(house, f"/digest add {words}").headline.key == "digest-add-what"
    assert say(house, "/digest show").headline.key == "digest-none"
