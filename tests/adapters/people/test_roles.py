"""Who may change what, through the whole house and in the one place where it is decided."""

from __future__ import annotations

import itertools
from typing import get_args

import pytest

from adapters.bootstrap import House
from bot.answer import Table
from bot.call import Ask, Place
from bot.commands.table import COMMANDS
from bot.need import Need
from bot.roles import Role, allowed
from bot.text import Typed
from tests.adapters.people.saying import BESIDE, THEIRS, notices, say

CHANGES = (
    "/alert add unlock zhipu T-7",
    "/quiet hours 22:00-08:00",
    "/quiet mute zhipu 3 days",
    "/digest daily",
    "/set add peers zhipu minimax",
    "/answers open",
    "/questions off",
    "/settings currency USD for everyone",
    "/settings morning 8:30",
)
OWN = (
    "/language zh",
    "/settings currency USD",
    "/value zhipu",
    "/alert list",
    "/settings",
    "/role",
    "/quiet",
    "/digest",
)


def restricted(house: House, editing: str) -> None:
    assert say(house, f"/settings editing {editing}", runs=True).outcome == "answered"


@pytest.mark.parametrize("line", CHANGES)
def test_everybody_may_edit_until_an_administrator_says_otherwise(house: House, line: str) -> None:
    assert say(house, line).outcome == "answered"
    restricted(house, "editors")
    refused = say(house, line, who="U2", runs=False)
    assert refused.answer.headline.key == "not-permitted-editors" and refused.outcome == "refused"
    assert refused.answer.visible_to == "asker"
    assert not refused.writes
    assert say(house, line, THEIRS, who="U2").outcome == "answered", "another workspace goes by its own"


@pytest.mark.parametrize("line", OWN)
def test_what_is_ones_own_and_what_only_asks_is_everybodys(house: House, line: str) -> None:
    restricted(house, "administrators")
    say(house, "/role <@U0VIEWER> viewer", runs=True)
    assert say(house, line, who="U0VIEWER", runs=False).outcome == "answered"


def test_a_refused_change_changes_nothing(either: House) -> None:
    restricted(either, "editors")
    say(either, "/alert add unlock zhipu T-7", who="U2", runs=False)
    assert either.rules.of("slack:T1") == ()
    say(either, "/role <@U0BOB123> editor", runs=True)
    assert say(either, "/alert add unlock zhipu T-7", who="U0BOB123", runs=False).outcome == "answered"
    assert len(either.rules.of("slack:T1")) == 1
    said = say(either, "/alert remove last", who="U2", runs=False)
    assert said.outcome == "refused" and len(either.rules.of("slack:T1")) == 1


@pytest.mark.parametrize("line", ["/settings editing everyone", "/role <@U0BOB123> administrator", "/role <@U2> auto"])
def test_who_may_is_said_by_administrators_alone(house: House, line: str) -> None:
    assert say(house, line, runs=False).answer.headline.key == "not-permitted-administer"
    say(house, "/role <@U1> editor", runs=True)
    assert say(house, line, runs=False).answer.headline.key == "not-permitted-administer"
    say(house, "/role <@U1> administrator", runs=True)
    assert say(house, line, runs=False).outcome == "answered"


def test_only_a_change_that_hangs_on_it_asks_the_platform_who_somebody_is(house: House) -> None:
    assert not say(house, "/alert add unlock zhipu T-7").asks_standing
    assert say(house, "/settings editing editors").asks_standing
    restricted(house, "editors")
    assert say(house, "/alert add unlock zhipu T-1").asks_standing
    say(house, "/role <@U0BOB123> editor", runs=True)
    assert not say(house, "/alert add unlock zhipu T-1", who="U0BOB123").asks_standing
    assert not say(house, "/value zhipu").asks_standing


def test_a_button_and_a_sentence_go_through_the_same_check(house: House) -> None:
    kept = say(house, "/alert add unlock zhipu T-7").answer
    restricted(house, "editors")
    pause = next(choice.ask for choice in kept.choices if choice.label.key == "choice-pause")
    assert pause == Ask("alert", pause.text)
    assert say(house, f"/alert {pause.text}", who="U2", runs=False).outcome == "refused"
    spoken = say(house, "alert me when zhipu market value is above HK$500bn", who="U2", runs=False)
    assert not spoken.writes


def test_in_a_direct_conversation_one_is_ones_own_administrator(house: House) -> None:
    alone = Place("discord", "", "D9")
    assert say(house, "/settings editing administrators", alone, runs=False).outcome == "answered"
    assert say(house, "/alert add unlock zhipu T-7", alone, runs=False).outcome == "answered"


def test_the_list_says_who_has_a_role_and_what_holds_for_the_others(house: House) -> None:
    say(house, "/role <@U0BOB123> viewer", runs=True)
    restricted(house, "editors")
    said = say(house, "/role", BESIDE)
    assert said.answer.headline.args == {"count": 1} and "role-editing-editors" in notices(said)
    assert not any(isinstance(b, Table) for b in say(house, "/role", THEIRS).answer.blocks)
    say(house, "/role <@U0BOB123> auto", runs=True)
    assert say(house, "/role").answer.headline.args == {"count": 0}


@pytest.mark.parametrize(
    ("line", "key"),
    [("/role bob editor", "role-whom"), ("/role <@U0BOB123> boss", "role-what"), ("/role <@U0BOB123>", "role-what")],
)
def test_a_role_that_cannot_be_given_says_what_to_type(house: House, line: str, key: str) -> None:
    said = say(house, line, runs=True)
    assert said.answer.headline.key == key and said.answer.choices


def test_who_made_whom_what_stands_in_the_audit(house: House) -> None:
    say(house, "/role <@U0BOB123> editor", runs=True)
    (listed,) = [b for b in say(house, "/audit").answer.blocks if isinstance(b, Table)]
    assert listed.rows[0][2].value == Typed("/role <@U0BOB123> editor")


def test_every_command_that_changes_something_says_what_that_needs() -> None:
    own = {"language", "forget", "quarantine"}
    assert {c.name for c in COMMANDS if c.effect == "changes" and c.needs == "view"} == own


def test_more_standing_never_permits_less() -> None:
    roles: tuple[Role | None, ...] = ("viewer", None, "editor", "administrator")
    for need, editing in itertools.product(get_args(Need), ("everyone", "editors", "administrators")):
        may = [bool(allowed(need, role, editing, False)) for role in roles]
        assert may == sorted(may), (need, editing)
        assert all(allowed(need, role, editing, True) for role in roles)
        for role in roles:
            unasked, no = allowed(need, role, editing, None), allowed(need, role, editing, False)
            assert bool(unasked) == bool(no), "without the platform's word nobody is more than they are without it"


def test_a_role_belongs_to_one_account_of_one_team(house: House) -> None:
    say(house, "/role <@U0BOB123> viewer", runs=True)
    assert say(house, "/alert add unlock zhipu T-7", who="U0BOB123", runs=False).outcome == "refused"
    assert say(house, "/alert add unlock zhipu T-7", THEIRS, who="U0BOB123", runs=False).outcome == "answered"
