"""Two teams in one workspace and apart again, forgetting people, and nothing left of who leaves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, select
from sqlmodel import SQLModel

from adapters.bootstrap import House
from adapters.clock import StoppedClock
from bot.answer import Table
from bot.call import Person, Place
from bot.days import Instant
from bot.text import Raw, Typed
from data.leaving import forget_team
from tests.adapters.people.saying import notices, say

SLACK, DISCORD = Place("slack", "T0SLACK1", "C0SLACK1"), Place("discord", "900000000000000001", "900000000000000002")
ANNA, BOB = "U0ANNA01", "900000000000000003"


def everything(house: House) -> Iterator[tuple[str, str]]:
    """Every text that is kept anywhere, with its table."""

    def read(connection: Connection) -> list[tuple[str, str]]:
        rows = [(t.name, row) for t in SQLModel.metadata.sorted_tables for row in connection.execute(select(t))]
        return [(name, value) for name, row in rows for value in row if isinstance(value, str)]

    yield from house.database.read_now(read)


def naming(house: House, *words: str) -> list[tuple[str, str]]:
    return [(name, text[:200]) for name, text in everything(house) if any(word in text for word in words)]


def filled(house: House, place: Place, who: str) -> None:
    """Uses most of what keeps something."""
    lines = (
        "/alert add unlock zhipu T-7",
        "/alert add zhipu moves 10% in 1 sessions",
        f"/set add peers{place.platform} zhipu minimax",
        "/quiet hours 22:00-08:00",
        "/quiet mute zhipu 3 days",
        "/digest daily",
        "/settings currency USD",
        "/settings morning 8:30",
        "/settings theme dark for everyone",
        "/language zh",
        "/answers open",
        f"/role <@{who}> editor",
        "/compare zhipu minimax",
        "/link",
    )
    for line in lines:
        assert say(house, line, place, who, runs=True).outcome == "answered", line


def code_of(house: House, place: Place = SLACK, who: str = ANNA) -> str:
    said = say(house, "/link", place, who, runs=True).answer.headline.args["command"]
    assert isinstance(said, Typed)
    return said.text.split()[1]


def join(house: House) -> None:
    assert say(house, f"/link {code_of(house)} yes", DISCORD, BOB, runs=True).answer.headline.key == "link-joined"


def test_joining_says_before_what_it_does_and_then_does_it(either: House) -> None:
    filled(either, SLACK, ANNA)
    filled(either, DISCORD, BOB)
    code = code_of(either)
    asked = say(either, f"/link {code}", DISCORD, BOB, runs=True)
    assert asked.answer.headline.key == "link-asked" and "link-before" in notices(asked)
    (moving,) = [block for block in asked.answer.blocks if isinstance(block, Table)]
    assert moving.rows[0][1].value == Raw("2") and not asked.writes
    assert len(either.rules.of("slack:T0SLACK1")) == 2, "nothing has moved yet"
    join(either)
    assert len(either.rules.of("slack:T0SLACK1")) == 4
    assert all(kept.rule.workspace == "slack:T0SLACK1" for kept in either.rules.of("slack:T0SLACK1"))
    assert not naming(either, f'"discord:{DISCORD.team}"') and not any(
        text == f"discord:{DISCORD.team}" for _, text in everything(either)
    )
    assert say(either, "/alert list all", DISCORD, BOB).answer.headline.args["count"] == 4
    assert say(either, "/set list", DISCORD, BOB).answer.headline.key == "set-listed"
    assert say(either, "/settings", DISCORD, BOB).workspace == say(either, "/settings", SLACK, ANNA).workspace
    assert say(either, f"/link {code} yes", DISCORD, BOB, runs=True).answer.headline.key == "link-no-such"


def test_an_acknowledgement_in_one_place_shows_in_the_other(house: House, clock: StoppedClock) -> None:
    clock.moment = Instant.of("2026-06-14T09:00Z")
    say(house, "/alert add zhipu moves 10% in 1 sessions", SLACK, ANNA)
    join(house)
    assert say(house, "/alert here last", DISCORD, BOB).outcome != "answered", "the last one of this channel is none"
    (rule,) = house.rules.of("slack:T0SLACK1")
    say(house, f"/alert here {rule.rule.id}", DISCORD, BOB)
    house.ticker.tick()
    clock.moment = Instant.of("2026-06-15T09:00Z")
    told = house.ticker.tick().deliveries
    assert {d.destination.platform for d in told} == {"slack", "discord"}
    taken = next(c.ask for c in told[0].document.choices if c.label.key == "choice-acknowledge")
    say(house, f"/{taken.command} {taken.text}", SLACK, ANNA)
    waiting = {d.destination.platform for p in ("slack", "discord") for d in house.outbox.claim(p, "me", 9)}
    assert waiting == {"slack", "discord"}
    listed = next(b for b in say(house, "/alert open", DISCORD, BOB).answer.blocks if isinstance(b, Table))
    assert ANNA in repr(listed.rows[0])


@pytest.mark.parametrize("place", [SLACK, DISCORD])
def test_whoever_parts_gets_a_fresh_empty_workspace_and_leaves_the_rest(either: House, place: Place) -> None:
    filled(either, SLACK, ANNA)
    filled(either, DISCORD, BOB)
    join(either)
    leaver, stays = (ANNA, BOB) if place == SLACK else (BOB, ANNA)
    other = DISCORD if place == SLACK else SLACK
    asked = say(either, "/link off", place, leaver, runs=True)
    assert asked.answer.headline.key == "link-part-asked" and not asked.writes
    assert say(either, "/link off yes", place, leaver, runs=True).answer.headline.key == "link-parted"
    mine, theirs = say(either, "/alert list all", place, leaver), say(either, "/alert list all", other, stays)
    assert mine.workspace != theirs.workspace
    assert mine.answer.headline.key == "alert-none" and theirs.answer.headline.args["count"] == 2
    assert say(either, "/link off", other, stays, runs=True).answer.headline.key == "link-not-linked"
    say(either, "/alert add unlock minimax T-7", place, leaver)
    assert say(either, "/alert list all", other, stays).answer.headline.args["count"] == 2


@pytest.mark.parametrize("place", [SLACK, DISCORD])
def test_after_parting_and_uninstalling_no_row_names_who_left(house: House, place: Place) -> None:
    filled(house, SLACK, ANNA)
    filled(house, DISCORD, BOB)
    join(house)
    who = ANNA if place == SLACK else BOB
    say(house, "/link off yes", place, who, runs=True)
    filled(house, place, who)
    person = Person(place.platform, place.team, who)
    forget_team(house.database, place.platform, place.team, house.settings.workspace_of(place, person))
    # A workspace keeps the name it was made under: it is a key, and leads nowhere.
    left = [found for found in naming(house, place.team, place.channel, who) if "slack:T0SLACK1" not in found[1]]
    assert left == []


def test_uninstalling_while_linked_leaves_the_others_theirs(house: House) -> None:
    filled(house, SLACK, ANNA)
    filled(house, DISCORD, BOB)
    join(house)
    forget_team(house.database, DISCORD.platform, DISCORD.team, "slack:T0SLACK1")
    assert naming(house, DISCORD.team, DISCORD.channel, BOB) == []
    assert say(house, "/alert list all", SLACK, ANNA).answer.headline.args["count"] == 2


def test_a_forgotten_person_is_named_nowhere_and_what_they_made_stays(either: House) -> None:
    filled(either, SLACK, ANNA)
    assert naming(either, ANNA)
    asked = say(either, "/forget me", SLACK, ANNA)
    assert asked.answer.headline.key == "forget-asked" and not asked.writes
    assert say(either, "/forget me yes", SLACK, ANNA).answer.headline.key == "forget-done"
    assert naming(either, ANNA) == []
    assert len(either.rules.of("slack:T0SLACK1")) == 2
    assert say(either, "/audit", SLACK, "U0OTHER1").answer.headline.key == "audit-listed"
    assert either.ticker.tick() is not None


def test_a_private_workspace_goes_whole(house: House) -> None:
    alone = Place("discord", "", "900000000000000009")
    for line in ("/alert add unlock zhipu T-7", "/settings currency USD", "/compare zhipu minimax"):
        say(house, line, alone, BOB)
    say(house, "/forget me yes", alone, BOB)
    assert naming(house, BOB, alone.channel) == []


def test_codes_are_for_administrators_once_and_for_ten_minutes(house: House, clock: StoppedClock) -> None:
    assert say(house, "/link", SLACK, ANNA, runs=False).answer.headline.key == "not-permitted-administer"
    code = code_of(house)
    assert not any(code.replace("-", "") in text or code in text for _, text in everything(house)), "only its hash"
    assert say(house, f"/link {code}", DISCORD, BOB, runs=False).answer.headline.key == "not-permitted-administer"
    assert say(house, f"/link {code}", SLACK, ANNA, runs=True).answer.headline.key == "link-itself"
    clock.moment = Instant.of("2026-11-23T00:10:01Z")
    assert say(house, f"/link {code}", DISCORD, BOB, runs=True).answer.headline.key == "link-no-such"


def test_guessing_ends_after_five_tries(house: House, clock: StoppedClock) -> None:
    code = code_of(house)
    for _ in range(5):
        assert say(house, "/link ABCD-EFGH-JKLM", DISCORD, BOB, runs=True).answer.headline.key == "link-no-such"
    assert say(house, f"/link {code}", DISCORD, BOB, runs=True).answer.headline.key == "link-too-often"
    clock.moment = Instant.of("2026-11-23T00:10:01Z")
    assert say(house, f"/link {code_of(house)}", DISCORD, BOB, runs=True).answer.headline.key == "link-asked"


@pytest.mark.parametrize(
    ("line", "place", "key"),
    [
        ("/link hello there", SLACK, "link-what"),
        ("/link off", SLACK, "link-not-linked"),
        ("/link", Place("discord", "", "1"), "link-needs-team"),
        ("/forget bob", SLACK, "forget-whom"),
    ],
)
def test_what_cannot_be_done_says_what_to_type(house: House, line: str, place: Place, key: str) -> None:
    said = say(house, line, place, ANNA, runs=True)
    assert said.answer.headline.key == key and said.answer.choices
