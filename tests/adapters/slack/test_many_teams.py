"""Many workspaces: installing, being apart, leaving without a trace."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest
from sqlmodel import SQLModel

from adapters.bootstrap import open_house
from adapters.slack.start import SlackSettings
from adapters.slack_parts import forgetting
from bot.answer import SetLanguage
from bot.call import Person, Place
from data.installation_store import InstallationStore, Seal
from data.seen_store import SeenStore
from data.states import LIFE_SECONDS, StateStore
from tests.adapters.slack.desk import Bot, SetClock, connected, play, standing
from tests.standins.slack.doings import Doings
from tests.standins.slack.server import CLIENT_ID, CLIENT_SECRET

KEY = Seal.new_key()


@asynccontextmanager
async def open_to_all(database: Path, clock: SetClock | None = None) -> AsyncIterator[Bot]:
    """A bot that any workspace may install, on a Slack with two of them."""
    clock = clock or SetClock()
    async with standing(clock) as slack:
        slack.world.team("T2", "C1", "C9")
        house = open_house(f"sqlite:///{database}", clock)
        seal, seen = Seal([KEY]), SeenStore(house.database, clock)
        settings = SlackSettings(
            client_id=CLIENT_ID,
            client_secret=CLIENT_SECRET,
            public_url="https://bot.example",
            installations=InstallationStore(house.database, clock, seal),
            states=StateStore(seal, seen, clock),
        )
        try:
            async with connected(database, "http", slack=slack, clock=clock, settings=settings) as bot:
                yield bot
        finally:
            house.close()


async def install(bot: Bot, team: str, *, cookie: bool = True, wait: float = 0) -> int:
    """Goes through the pages of an installation as a browser does, and returns the last status."""
    slack = bot.slack
    async with slack.session.get(f"{slack.app_url}/slack/install") as page:
        link = re.search(r'href="(https://slack.com/[^"]+)"', await page.text())
        assert link is not None
        state = parse_qs(urlparse(link[1].replace("&amp;", "&")).query)["state"][0]
        jar = {"Cookie": page.headers["Set-Cookie"].split(";")[0]} if cookie else {}
    bot.clock.pass_seconds(wait)
    code = f"code-{slack.world.number()}"
    slack.world.codes[code] = team
    back = f"{slack.app_url}/slack/oauth_redirect"
    async with slack.session.get(back, params={"code": code, "state": state}, headers=jar) as page:
        return page.status


def rows_about(database: Path, *words: str) -> dict[str, int]:
    """Returns how many rows of each table hold one of the words anywhere."""
    found = {}
    with sqlite3.connect(database) as connection:
        for name in SQLModel.metadata.tables:
            rows = connection.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608
            # What is sealed begins so, and by chance holds any two letters; so does the proof of a browser, which is
            # random and nobody's.
            texts = [[str(v) for v in row if not str(v).startswith("gAAAAA")] for row in rows if row[0] != "state"]
            count = sum(any(word in text for text in row for word in words) for row in texts)
            if count:
                found[name] = count
    connection.close()
    return found


def test_a_second_workspace_installs_and_is_answered_by_its_own_bot(database: Path) -> None:
    async def scene() -> None:
        async with open_to_all(database) as bot:
            assert await install(bot, "T1") == 200
            assert await install(bot, "T2") == 200
            for team, channel in (("T1", "C2"), ("T2", "C9")):
                await bot.event(Doings(bot.slack, team=team).mention("value zhipu", channel=channel))
            await bot.settled()
            assert sorted(m.channel for m in bot.messages) == ["C2", "C9"]

    play(scene())


def test_tokens_are_not_readable_in_the_database(database: Path) -> None:
    async def scene() -> None:
        async with open_to_all(database) as bot:
            await install(bot, "T1")
            token = bot.slack.world.teams["T1"].token
            assert rows_about(database, token) == {}
            assert rows_about(database, "T1")["installation"] == 1
            wrong = InstallationStore(bot.house.database, bot.clock, Seal([Seal.new_key()]))
            assert wrong.find("slack", "T1") is None
            both = InstallationStore(bot.house.database, bot.clock, Seal([Seal.new_key(), KEY]))
            assert token in str(both.find("slack", "T1"))

    play(scene())


@pytest.mark.parametrize(("cookie", "wait"), [(False, 0), (True, LIFE_SECONDS + 1)])
def test_an_installation_that_was_not_begun_here_or_took_too_long_is_refused(
    cookie: bool, wait: float, database: Path
) -> None:
    async def scene() -> None:
        async with open_to_all(database) as bot:
            assert await install(bot, "T1", cookie=cookie, wait=wait) in (400, 401)
            assert "installation" not in rows_about(database, "T1")

    play(scene())


def test_a_proof_is_taken_once_and_none_is_made_up(database: Path) -> None:
    clock = SetClock()
    house = open_house(f"sqlite:///{database}", clock)
    states = StateStore(Seal([KEY]), SeenStore(house.database, clock), clock)
    proof = states.issue()
    assert [states.consume(each) for each in (proof, proof, "", "made up", Seal([KEY]).sealed("x"))] == [
        True,
        False,
        False,
        False,
        False,
    ]
    house.close()


def test_a_workspace_without_an_installation_is_told_so_and_asked_for_nothing(database: Path) -> None:
    async def scene() -> None:
        async with open_to_all(database) as bot:
            status, _ = await bot.slack.post("slash_commands", Doings(bot.slack, team="T2").command("value zhipu"))
            assert status == 200
            await bot.settled()
            assert "install" in bot.messages[0].text
            assert not any("Zhipu" in m.text for m in bot.messages)

    play(scene())


@pytest.mark.parametrize("leaving", ["app_uninstalled", "tokens_revoked"])
def test_a_workspace_that_leaves_leaves_no_row(leaving: str, database: Path) -> None:
    async def scene() -> None:
        async with open_to_all(database) as bot:
            for team in ("T1", "T2"):
                await install(bot, team)
                await use(bot, team)
            before = rows_about(database, "T2")
            assert {"installation", "seen", "receipt", "thread", "person", "workspace"} <= set(before)
            kept = rows_about(database, "T1")
            tokens = {"tokens": {"bot": ["UBOT"]}} if leaving == "tokens_revoked" else {}
            await bot.event(Doings(bot.slack, team="T2").event(type=leaving, **tokens))
            await bot.settled()
            assert rows_about(database, "T2") == {}
            assert rows_about(database, "T1") == kept
            # Whoever asks now is not known any more.
            said = len(bot.messages)
            await bot.slack.post("events_api", Doings(bot.slack, team="T2").mention("value zhipu", channel="C9"))
            await bot.settled()
            assert len(bot.messages) == said
            assert rows_about(database, "T2") == {}
            assert await install(bot, "T2") == 200
            # It is welcomed anew, as it was the first time.
            assert set(rows_about(database, "T2")) == {"installation", "delivery"}

    play(scene())


def test_all_that_tells_of_leaving_at_once_ends_and_leaves_no_row(database: Path) -> None:
    async def scene() -> None:
        async with open_to_all(database) as bot:
            await install(bot, "T2")
            doings = Doings(bot.slack, team="T2")
            await asyncio.gather(
                bot.command("compare zhipu minimax", doings),
                bot.event(doings.event(type="tokens_revoked", tokens={"bot": ["UBOT"]})),
                bot.event(doings.event(type="app_uninstalled")),
                bot.event(doings.event(type="tokens_revoked", tokens={"bot": ["UBOT"], "oauth": ["U1"]})),
            )
            await bot.settled()
            assert rows_about(database, "T2") == {}

    play(scene())


def test_every_table_that_can_hold_something_of_a_team_is_emptied_of_it(database: Path) -> None:
    filled = fill(database, "slack:T2", "T2") + fill(database, "slack:T1", "T1")
    assert {"claim", "source", "alias", "place", "installation", "seen"} <= set(filled)
    house = open_house(f"sqlite:///{database}", SetClock())
    kept = rows_about(database, "T1")
    forgetting(house)("T2")
    assert rows_about(database, "T2") == {}
    assert rows_about(database, "T1") == kept
    assert set(kept) == set(filled)
    house.close()


def test_a_workspace_shared_with_another_team_keeps_what_is_the_others(database: Path) -> None:
    fill(database, "slack:T1", "T1")
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE place SET platform = 'slack', channel = '', thread = ''")
        connection.execute(
            "INSERT INTO place (workspace, platform, team, channel, thread, updated_at) "
            "VALUES ('slack:T1', 'slack', 'T2', '', '', '2026-01-01 00:00:00')"
        )
    connection.close()
    house = open_house(f"sqlite:///{database}", SetClock())
    before = rows_about(database, "T1")
    forgetting(house)("T2")
    assert rows_about(database, "T2") == {}
    # Of the two places of that workspace the leaving team's own is gone, and nothing else.
    assert rows_about(database, "T1") == {**before, "place": 1}
    house.close()


def test_a_revoked_token_of_a_person_leaves_the_workspace_alone(database: Path) -> None:
    async def scene() -> None:
        async with open_to_all(database) as bot:
            await install(bot, "T1")
            await use(bot, "T1")
            event = Doings(bot.slack).event(type="tokens_revoked", tokens={"oauth": ["U1"], "bot": []})
            await bot.event(event)
            await bot.settled()
            assert rows_about(database, "T1")["installation"] == 1

    play(scene())


def test_no_handler_shows_one_workspace_what_another_kept(database: Path) -> None:
    """Channel, person and message ids are the same in both, as they may be: only the team tells them apart."""

    async def scene() -> None:
        async with open_to_all(database) as bot:
            for team in ("T1", "T2"):
                await install(bot, team)
            ours, theirs = Doings(bot.slack, team="T1"), Doings(bot.slack, team="T2")
            await bot.event(ours.direct("language zh"))
            await bot.command("value zhipu on 2026-06-24", ours)
            await bot.settled()
            message = bot.messages[-1]
            share = next(b for b in message.buttons if b["action_id"] == "share")

            await bot.press(message, share, theirs)
            await bot.settled()
            assert "HK$969.3bn" not in bot.messages[-1].text
            assert "cannot be shared" in bot.messages[-1].text

            await bot.shortcut(message, theirs)
            await bot.settled()
            assert "2,174" not in str(bot.slack.world.views)

            await bot.event(theirs.direct("value"))
            await bot.event(theirs.direct("value zhipu on 2026-06-24"))
            await bot.event(theirs.event(type="app_home_opened", user="U1", channel="D1", tab="home"))
            await bot.settled()
            assert all("智谱" not in m.text for m in bot.messages[-2:])
            assert "帮助" not in str(bot.slack.world.homes["U1"]["blocks"][0])

    play(scene())


async def use(bot: Bot, team: str) -> None:
    """Leaves something of a team in every table that a team can leave something in."""
    doings = Doings(bot.slack, team=team)
    await bot.command("value zhipu on 2026-06-24", doings)
    await bot.event(doings.mention("compare zhipu minimax"))
    await bot.event(doings.direct("language zh"))
    await bot.settled()
    place, person = Place("slack", team, "C1"), Person("slack", team, "U7")
    workspace = bot.house.settings.workspace_of(place, person)
    bot.house.settings.apply(workspace, place, person, [SetLanguage("en")])


def fill(database: Path, workspace: str, team: str) -> list[str]:
    """Puts a row of a team into every table that has a column for its workspace or for itself."""
    filled = []
    with sqlite3.connect(database) as connection:
        for table in SQLModel.metadata.sorted_tables:
            if not {"workspace", "team"} & set(table.c.keys()) and table.name != "workspace":
                continue
            of = {"workspace": workspace, "team": team, "platform": "slack", "key": workspace}
            row = {c.name: of.get(c.name, _some(c.type.python_type)) for c in table.c}
            marks = ", ".join("?" * len(row))
            names = ", ".join(f'"{name}"' for name in row)
            connection.execute(f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', list(row.values()))  # noqa: S608
            filled.append(table.name)
    connection.close()
    return filled


def _some(kind: type) -> object:
    return {int: 1, bool: False, date: "2026-01-01", datetime: "2026-01-01 00:00:00.000000"}.get(kind, "x")
