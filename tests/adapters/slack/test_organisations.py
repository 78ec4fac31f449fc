"""An organisation that installs the app as one for its workspaces (Enterprise Grid)."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from adapters.slack.chat import token_of
from adapters.slack.installing import ManyTeams
from adapters.slack.start import SlackSettings
from bot.delivery import Parked
from data.installation_store import InstallationStore, Seal
from data.outbox_store import put
from tests.adapters.slack.desk import Bot, play
from tests.adapters.slack.test_many_teams import KEY, install, open_to_all, rows_about, use
from tests.fakes.deliveries import delivery
from tests.standins.slack.doings import Doings


@asynccontextmanager
async def installed(database: Path) -> AsyncIterator[Bot]:
    """A bot installed for the organisation E1 of T7 and T8, and for the workspace T1 by itself."""
    async with open_to_all(database) as bot:
        bot.slack.world.team("T7", "C1", "C7")
        bot.slack.world.team("T8", "C8")
        bot.slack.world.organisation("E1", "T7", "T8")
        for team in ("T1", "T7"):
            assert await install(bot, team) == 200
        yield bot


def store_of(bot: Bot) -> InstallationStore:
    return InstallationStore(bot.house.database, bot.clock, Seal([KEY]))


def kept(bot: Bot) -> dict[str, dict[str, object]]:
    """Returns the installations in the database."""
    return {team: json.loads(document) for team, document in store_of(bot).all("slack").items()}


def test_it_is_kept_under_the_organisation_and_answers_in_each_of_its_workspaces(database: Path) -> None:
    async def scene() -> None:
        async with installed(database) as bot:
            assert set(kept(bot)) == {"T1", "E1"}
            assert kept(bot)["E1"]["organisation"] == "E1"
            await bot.event(Doings(bot.slack, team="T7").mention("value zhipu on 2026-06-24", channel="C7"))
            await bot.event(Doings(bot.slack, team="T8").mention("value zhipu on 2026-06-24", channel="C8"))
            await bot.command("value minimax", Doings(bot.slack, team="T8"), channel="C8")
            await bot.settled()
            assert sorted((m.team, m.channel) for m in bot.messages) == [("T7", "C7"), ("T8", "C8"), ("T8", "C8")]
            message = next(m for m in bot.messages if m.team == "T7")
            await bot.press(message, message.button("In US dollars"), Doings(bot.slack, team="T7"))
            await bot.settled()
            assert message.edits == 1
            assert {team: document.get("organisation") for team, document in kept(bot).items()} == {
                "E1": "E1",
                "T1": None,
                "T7": "E1",
                "T8": "E1",
            }

    play(scene())


def test_workspaces_of_one_organisation_see_nothing_of_each_other(database: Path) -> None:
    async def scene() -> None:
        async with installed(database) as bot:
            ours, theirs = Doings(bot.slack, team="T7"), Doings(bot.slack, team="T8")
            await bot.command("value zhipu on 2026-06-24", ours, channel="C7")
            await bot.settled()
            message = bot.messages[-1]
            await bot.press(message, message.button("Share to channel"), theirs)
            await bot.settled()
            assert "cannot be shared" in bot.messages[-1].text

    play(scene())


@pytest.mark.parametrize("leaving", ["app_uninstalled", "tokens_revoked"])
def test_when_it_leaves_no_row_of_any_of_its_workspaces_is_left(leaving: str, database: Path) -> None:
    async def scene() -> None:
        async with installed(database) as bot:
            for team in ("T1", "T7", "T8"):
                await use(bot, team)
            before = rows_about(database, "T1")
            assert {"receipt", "seen", "workspace"} <= set(rows_about(database, "T8"))
            tokens = {"tokens": {"bot": ["UBOT"]}} if leaving == "tokens_revoked" else {}
            await bot.event(Doings(bot.slack, team="T7").event(type=leaving, **tokens))
            await bot.settled()
            assert rows_about(database, "T7", "T8", "E1") == {}
            assert rows_about(database, "T1") == before
            said = len(bot.messages)
            await bot.slack.post("events_api", Doings(bot.slack, team="T8").mention("value zhipu", channel="C8"))
            await bot.settled()
            assert len(bot.messages) == said
            assert set(kept(bot)) == {"T1"}

    play(scene())


def test_a_workspace_that_the_organisation_takes_the_app_from_is_forgotten_alone(database: Path) -> None:
    async def scene() -> None:
        async with installed(database) as bot:
            for team in ("T7", "T8"):
                await use(bot, team)
            doings = Doings(bot.slack, team="T7")
            await bot.event(doings.event(type="team_access_revoked", team_ids=["T8"]))
            await bot.settled()
            assert rows_about(database, "T8") == {}
            assert {"installation", "receipt"} <= set(rows_about(database, "T7"))
            assert set(kept(bot)) == {"E1", "T1", "T7"}

    play(scene())


def test_a_delivery_to_one_of_its_workspaces_has_the_token_of_the_organisation(database: Path) -> None:
    async def scene() -> None:
        async with installed(database) as bot:
            await use(bot, "T7")
            token = token_of(ManyTeams(store_of(bot)), SlackSettings())
            teams = bot.slack.world.teams
            assert [await token(team) for team in ("T1", "T7", "T9")] == [teams["T1"].token, teams["T7"].token, None]

    play(scene())


def test_when_it_installs_the_app_anew_what_its_workspaces_wait_for_goes_at_once(database: Path) -> None:
    async def scene() -> None:
        async with installed(database) as bot:
            for team in ("T7", "T8"):
                await use(bot, team)
            outbox, now = bot.house.outbox, bot.clock.now()
            due = [delivery("a", "C7", team="T7", due_at=now), delivery("b", "C8", team="T8", due_at=now)]
            due.append(delivery("c", "C1", team="T1", due_at=now))
            bot.house.database.write_now(lambda connection: put(connection, due))
            refused = [(each, Parked("token_refused", "team", answered=True)) for each in outbox.claim("slack", "h", 9)]
            assert {"a", "b", "c"} <= {each.alert for each, _ in refused}
            assert outbox.settle(refused) == []
            assert await install(bot, "T7") == 200
            assert sorted(each.alert for each in outbox.claim("slack", "h", 9)) == ["a", "b"]

    play(scene())
