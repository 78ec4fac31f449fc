"""Living with alerts through the whole house: buttons on two platforms, tests, and nothing left of who leaves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlmodel import SQLModel

from adapters.bootstrap import House, open_house
from adapters.choices import asked, carried
from adapters.clock import StoppedClock
from bot.answer import Answer, Table
from bot.call import Ask, Call, Person, Place
from bot.commands.turn import Reply
from bot.days import Instant
from bot.delivery import Delivery
from bot.text import Typed
from bot.words.fallback import fallback
from data.leaving import forget_team
from data.outbox_store import OutboxStore

OURS, THEIRS = Place("slack", "T1", "C1"), Place("discord", "S1", "D1")
CUSTOM_ID = 100
"""What a button of Discord may carry (Message Components, custom_id); Slack takes more."""


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock(Instant.of("2026-06-14T09:00Z"))


@pytest.fixture
def house(tmp_path: Path, clock: StoppedClock) -> Iterator[House]:
    made = open_house(f"sqlite:///{tmp_path / 'facts.db'}", clock)
    yield made
    made.close()


def say(house: House, line: str, place: Place = OURS) -> Reply:
    return house.turns.take(Call(Ask.of(line), place, Person(place.platform, place.team, "U0ALICE"), line))


def press(house: House, said: Answer, key: str, place: Place = OURS) -> Reply:
    """Presses the button whose label has a key, as it comes back from a platform."""
    (choice,) = [c for c in said.choices if c.label.key == key]
    made = carried(choice.ask, CUSTOM_ID)
    assert made.store is None, "the button works without anything kept beside it"
    ask = asked(made.id, lambda _: None)
    return house.turns.take(Call(ask, place, Person(place.platform, place.team, "U0ALICE"), made.id))


def fired(house: House, clock: StoppedClock, place: Place = OURS) -> Delivery:
    """Lets Zhipu's rise of 15 June 2026 be told."""
    say(house, "/alert add zhipu moves 10% in 1 sessions", place)
    house.ticker.tick()
    clock.moment = Instant.of("2026-06-15T09:00Z")
    (told,) = house.ticker.tick().deliveries
    return told


@pytest.mark.parametrize("place", [OURS, THEIRS])
def test_the_buttons_under_an_alert_do_what_they_say(house: House, clock: StoppedClock, place: Place) -> None:
    told = fired(house, clock, place)
    outbox = OutboxStore(house.database, clock)
    assert [d.act for d in outbox.claim(place.platform, "me", 9)] == ["post"]
    taken = press(house, told.document, "choice-acknowledge", place)
    assert taken.answer.headline.key == "episode-acknowledged" and taken.answer.visible_to == "asker"
    when = press(house, told.document, "choice-snooze", place)
    quiet = press(house, when.answer, "choice-until-close", place)
    assert quiet.answer.headline.args["until"] == Instant.of("2026-06-16T08:10Z")
    over = press(house, told.document, "choice-resolve", place)
    assert over.answer.headline.key == "episode-resolved-by"
    again = press(house, told.document, "choice-acknowledge", place)
    assert again.answer.headline.key == "episode-is-over"
    record = say(house, f"/alert log {told.document.choices[0].ask.text.split()[1]}", place).answer
    for language in ("en", "zh"):
        assert fallback(record, house.writers.of(language))


def test_a_stranger_finds_nothing_to_press(house: House, clock: StoppedClock) -> None:
    told = fired(house, clock)
    strange = press(house, told.document, "choice-acknowledge", THEIRS)
    assert strange.answer.headline.key == "episode-not-there"
    assert say(house, "/alert open", THEIRS).answer.headline.key == "episodes-none"
    assert say(house, "/alert open").answer.headline.key == "episodes-listed"


def test_a_test_goes_to_the_channels_of_its_alert_and_says_what_it_is(house: House, clock: StoppedClock) -> None:
    say(house, "/alert add unlock zhipu T-7")
    sent = say(house, "/alert test last")
    assert sent.answer.headline.args["count"] == 1
    (test,) = OutboxStore(house.database, clock).claim("slack", "me", 9)
    assert (test.destination, test.document.headline.key) == (OURS, "alert-test")
    assert "TEST" in fallback(test.document, house.writers.of("en"))


def test_what_a_silence_would_have_muted_is_shown_before_anybody_misses_it(house: House, clock: StoppedClock) -> None:
    fired(house, clock)
    said = say(house, "/quiet mute zhipu 3 days").answer
    assert "1 alert" in fallback(said, house.writers.of("en"))
    assert press(house, said, "choice-unmute").answer.headline.key == "quiet-unmuted"
    nothing = say(house, "/quiet mute minimax 3 days").answer
    assert "nothing" in fallback(nothing, house.writers.of("en"))


def test_of_a_team_that_leaves_no_row_is_left_and_the_other_keeps_its_own(house: House, clock: StoppedClock) -> None:
    for place in (OURS, THEIRS):
        say(house, "/alert add zhipu moves 10% in 1 sessions", place)
        say(house, "/quiet budget 5", place)
        say(house, "/quiet mute minimax 3 days", place)
        say(house, "/digest daily", place)
    house.ticker.tick()
    clock.moment = Instant.of("2026-06-15T09:00Z")
    house.ticker.tick()
    before = rows(house, "discord:S1")
    assert {"audit", "episode", "quiet", "silence", "digest", "alert", "rule"} <= rows(house, "slack:T1").keys()
    forget_team(house.database, "slack", "T1", "slack:T1")
    assert rows(house, "slack:T1") == {}
    assert rows(house, "discord:S1") == before


def test_with_its_alert_what_goes_on_is_closed_and_what_waits_still_comes(house: House, clock: StoppedClock) -> None:
    say(house, "/quiet hours 16:00-08:00")
    say(house, "/alert add zhipu moves 10% in 1 sessions", THEIRS)
    fired(house, clock)
    for place in (OURS, THEIRS):
        say(house, "/alert remove last", place)
        assert say(house, "/alert open", place).answer.headline.key == "episodes-none"
    clock.moment = Instant.of("2026-06-16T00:00Z")
    (card,) = house.ticker.tick().deliveries
    assert (card.destination, card.document.headline.key) == (OURS, "quiet-card")


def test_every_change_stands_in_the_audit_of_its_own_workspace(house: House, clock: StoppedClock) -> None:
    assert say(house, "/audit").answer.headline.key == "audit-none"
    told = fired(house, clock)
    press(house, told.document, "choice-acknowledge")
    say(house, "/quiet budget 5")
    say(house, "/value zhipu")
    say(house, "/language zh")
    (table_,) = say(house, "/audit").answer.blocks
    assert isinstance(table_, Table)
    typed = [row[2].value for row in table_.rows]
    id = told.document.choices[0].ask.text.split()[1]
    wanted = ["/alert add zhipu moves 10% in 1 sessions", f"/alert ack {id}", "/quiet budget 5"]
    assert sorted(t.text for t in typed if isinstance(t, Typed)) == sorted(wanted)
    assert say(house, "/audit", THEIRS).answer.headline.key == "audit-none"


def rows(house: House, workspace: str) -> dict[str, int]:
    """Returns how many rows of a workspace each table has, where there are any."""
    found = {}
    for target in SQLModel.metadata.sorted_tables:
        if "workspace" in target.c:
            query = select(func.count()).select_from(target).where(target.c.workspace == workspace)
            count = house.database.read_now(lambda c, query=query: c.scalar(query))  # type: ignore[misc]
            found[target.name] = int(count or 0)
    return {name: count for name, count in found.items() if count}
