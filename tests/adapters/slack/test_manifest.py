"""The manifest is made from the command table and asks for nothing that no feature needs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from adapters.main import main
from adapters.slack.manifest import EVENTS, SCOPES, as_yaml, manifest
from adapters.words import Writers
from bot.commands.table import command_table
from tests.adapters.slack.desk import connected, play
from tests.standins.slack.doings import Doings
from tests.standins.slack.methods import METHODS

ENGLISH = Writers().of("en")


def test_every_alias_is_a_command_of_the_table_and_limits_hold() -> None:
    table = command_table()
    names = tuple(c.name for c in table.commands)
    made = manifest(table, ENGLISH, aliases=names, url="https://bot.example/")
    commands = made["features"]["slash_commands"]
    assert [c["command"] for c in commands] == ["/twinstar", *(f"/{name}" for name in names)]
    assert all(c["url"] == "https://bot.example/slack/events" for c in commands)
    assert all(len(c["description"]) <= 2000 and len(c.get("usage_hint", "")) <= 1000 for c in commands)
    assert len(made["features"]["shortcuts"][0]["name"]) <= 24
    assert len(made["display_information"]["description"]) <= 140
    assert made["settings"]["socket_mode_enabled"] is False


def test_a_new_command_stands_in_the_hint_and_a_gone_one_does_not() -> None:
    table = command_table()
    hint = manifest(table, ENGLISH)["features"]["slash_commands"][0]["usage_hint"]
    shown = hint.split("|")
    assert shown == [c.name for c in table.commands][: len(shown)]
    assert len(hint) <= 100


def test_without_an_address_the_manifest_is_for_socket_mode() -> None:
    made = manifest(command_table(), ENGLISH)
    assert made["settings"]["socket_mode_enabled"] is True
    assert "request_url" not in json.dumps(made)
    assert "redirect_urls" not in json.dumps(made)


def test_each_scope_has_its_reason_and_each_method_its_scope() -> None:
    made = manifest(command_table(), ENGLISH)
    assert made["oauth_config"]["scopes"]["bot"] == sorted(SCOPES)
    # The methods the bot calls, by what the stand-in says they need; events and commands need the rest.
    of_methods = {scope for scope, _ in METHODS.values() if scope}
    of_events = {"app_mention": "app_mentions:read", "message.im": "im:history"}
    looking_up = {"channels:history", "groups:history"}
    assert set(SCOPES) == of_methods | looking_up | {of_events[e] for e in EVENTS if e in of_events} | {"commands"}


def test_the_printed_manifest_carries_a_reason_beside_every_scope(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["slack", "manifest"]) == 0
    printed = capsys.readouterr().out
    assert printed.rstrip("\n") == as_yaml(manifest(command_table(), ENGLISH)).rstrip("\n")
    for scope, reason in SCOPES.items():
        assert re.search(rf'- "{re.escape(scope)}"  # {re.escape(reason)}\n', printed)
    # No tab, and every line a key, an item or both: what YAML takes.
    assert all(re.fullmatch(r' *(- )?([a-z_]+:( .+)?|".+?"(  # .+)?)', line) for line in printed.splitlines() if line)


def test_a_new_key_is_printed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["key"]) == 0
    assert re.fullmatch(r"[\w-]{43}=\n", capsys.readouterr().out)


def test_all_that_the_bot_does_needs_no_other_scope(database: Path) -> None:
    async def scene() -> None:
        async with connected(database, "http") as bot:
            team = bot.slack.world.teams["T1"]
            team.scopes = frozenset(SCOPES)
            doings = Doings(bot.slack)
            await bot.command("compare zhipu minimax")
            await bot.event(doings.mention("value zhipu"))
            await bot.event(doings.direct("value zhipu"))
            for tab in ("home", "messages"):
                await bot.event(doings.event(type="app_home_opened", user="U1", channel="D1", tab=tab))
            await bot.settled()
            await bot.shortcut(bot.messages[0])
            await bot.settled()
            assert len(bot.messages) == 3
            assert (len(bot.slack.world.homes), len(bot.slack.world.prompts), len(bot.slack.world.views)) == (1, 1, 1)

    play(scene())
