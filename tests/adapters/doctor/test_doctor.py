"""`twinstar doctor` on a machine that is well, and on one that has one thing wrong at a time."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import discord as library
import pytest

from adapters.clock import StoppedClock
from adapters.doctor import platforms
from adapters.main import main
from bot.days import Instant
from data.addresses import normalised
from data.database import Database
from data.opening import open_database
from data.outbox_store import put
from data.tables import DeliveryRow
from tests.adapters.discord.gateways import one_server
from tests.adapters.slack.desk import SetClock
from tests.fakes.damage import harm
from tests.fakes.deliveries import delivery
from tests.standins.discord.server import TOKEN, Discord
from tests.standins.slack.server import APP_TOKEN, StandIn

NOW = "2026-06-25T09:00Z"
NOWHERE = "http://127.0.0.1:9"
VENDOR = "feed-of-a-team"


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("loaded") / "twinstar.db"
    open_database(f"sqlite:///{path}", StoppedClock(Instant.of(NOW))).close()
    return path


@dataclass
class Machine:
    """A machine that is well, to do something to."""

    slack: StandIn
    discord: Discord
    database: Path
    settings: dict[str, str]
    at: str = NOW
    stand_ins: list[str] = field(default_factory=list)

    def set(self, **settings: str) -> None:
        self.settings |= settings

    def statement(self, *statements: str) -> None:
        with sqlite3.connect(self.database) as connection:
            for statement in statements:
                connection.execute(statement)


def examined(
    loaded: Path,
    folder: Path,
    harm: Callable[[Machine], None],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> tuple[int, str]:
    """Returns the exit status and what is printed after something was done to a machine that is well."""
    prices = folder / "prices.csv"
    prices.write_text("ticker,session,close\n2513.HK,2026-06-24,2174\n", encoding="utf-8")

    async def scene() -> int:
        discord = one_server()
        async with StandIn(SetClock(Instant.of(NOW).at)) as slack, discord.running() as (api, _gateway):
            team = slack.world.team("T1", "C1")
            settings = {
                "SLACK_BOT_TOKEN": team.token,
                "SLACK_APP_TOKEN": APP_TOKEN,
                "SLACK_API_URL": f"{slack.url}/api/",
                "DISCORD_TOKEN": TOKEN,
                "DISCORD_API_URL": api,
                "TWINSTAR_PRICES": "feed",
                "TWINSTAR_FEED": str(prices),
            }
            database = Path(shutil.copy(loaded, folder / "twinstar.db"))
            machine = Machine(slack, discord, database, settings)
            harm(machine)
            for name, value in machine.settings.items():
                monkeypatch.setenv(name, value)
            command = ["doctor", "--database", str(machine.database), "--at", machine.at]
            return await asyncio.to_thread(main, command)

    monkeypatch.chdir(folder)
    status = asyncio.run(scene())
    return status, capsys.readouterr().out


def test_a_machine_that_is_well_has_no_fault(
    loaded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status, said = examined(loaded, tmp_path, lambda machine: None, monkeypatch, capsys)
    assert status == 0, said
    names = [line.split()[1].rstrip(":") for line in said.splitlines() if line.startswith("ok ")]
    assert names == [
        *("slack-token", "slack-app-token", "slack-access", "slack-scopes", "slack-sockets"),
        *("discord-access", "discord-intents", "discord-starts", "clock", "database", "migrations", "rates"),
        *("calendars", "facts", "prices", "deliveries", "vendors"),
    ]
    assert said.splitlines()[-1] == "All well."


def given(setting: str, value: str) -> Callable[[Machine], None]:
    return lambda machine: machine.settings.update({setting: value})


def without_platforms(machine: Machine) -> None:
    machine.set(SLACK_BOT_TOKEN="", SLACK_APP_TOKEN="", DISCORD_TOKEN="")


def tokens_swapped(machine: Machine) -> None:
    machine.set(SLACK_BOT_TOKEN=APP_TOKEN)


def damaged(machine: Machine) -> None:
    machine.database.write_bytes(b"no database" * 500)


def emptied(machine: Machine) -> None:
    machine.database.write_bytes(b"")


def scope_taken_away(machine: Machine) -> None:
    team = machine.slack.world.teams["T1"]
    machine.slack.world.teams["T1"] = replace(team, scopes=team.scopes - {"files:write"})


def later(at: str) -> Callable[[Machine], None]:
    """The whole world is at another time, the platforms too: only what the machine knows is of old."""

    def move(machine: Machine) -> None:
        machine.at = at
        machine.slack.world.clock.at = Instant.of(at).at  # type: ignore[attr-defined]
        machine.discord.began = Instant.of(at).at

    return move


def waiting_for_discord(machine: Machine) -> None:
    machine.set(DISCORD_TOKEN="")
    due = delivery("a", platform="discord", due_at=Instant.of("2026-06-25T08:00Z"))
    database = Database(normalised(str(machine.database)))
    database.write_now(lambda connection: put(connection, [due]))
    database.close()


def delivery_altered(machine: Machine) -> None:
    database = Database(normalised(str(machine.database)))
    database.write_now(lambda connection: put(connection, [delivery("a"), delivery("b")]))
    harm(database, DeliveryRow, "no text", alert="a")
    database.close()


FAULTS: dict[str, tuple[Callable[[Machine], None], str, str]] = {
    "nothing set up": (without_platforms, "platforms", "Put a token into .env"),
    "tokens swapped": (tokens_swapped, "slack-token", "the one that begins with xoxb-"),
    "Slack refuses the bot": (given("SLACK_BOT_TOKEN", "xoxb-old-token"), "slack-access", "SLACK_BOT_TOKEN"),
    "a scope is missing": (scope_taken_away, "slack-scopes", "twinstar slack manifest"),
    "Slack refuses the app": (given("SLACK_APP_TOKEN", "xapp-old-token"), "slack-sockets", "SLACK_APP_TOKEN"),
    "no way in for Slack": (lambda m: m.set(SLACK_APP_TOKEN=""), "slack", "SLACK_SIGNING_SECRET"),
    "Slack is unreachable": (lambda m: m.set(SLACK_API_URL=f"{NOWHERE}/api/"), "slack-access", "network"),
    "Discord refuses": (given("DISCORD_TOKEN", "old.dis.cord"), "discord-access", "DISCORD_TOKEN"),
    "a token with the word Bot": (given("DISCORD_TOKEN", "Bot a.b.c"), "discord-token", "without the word Bot"),
    "no starts left": (lambda m: setattr(m.discord, "starts_left", 0), "discord-starts", "tomorrow"),
    "the clock is off": (lambda m: setattr(m, "at", "2026-06-25T09:04Z"), "clock", "timedatectl"),
    "database damaged": (damaged, "database", "DATABASE_URL"),
    "database of old": (
        lambda m: m.statement("UPDATE alembic_version SET version_num = '0001'"), "migrations", "twinstar migrate"
    ),
    "database of a newer version": (
        lambda m: m.statement("UPDATE alembic_version SET version_num = '9999'"), "migrations", "newer Twinstar"
    ),
    "calendars end": (later("2029-12-03T09:00Z"), "calendars", "exchange_sessions"),
    "no fresh facts": (
        lambda m: m.statement("DROP TRIGGER claim_kept", "DELETE FROM claim WHERE known_at > '2026-01-01'"),
        "facts", "twinstar facts import",
    ),
    "a figure that was altered": (
        lambda m: m.statement("UPDATE bar SET close = close + 1 WHERE session = '2026-06-24'"),
        "database", "twinstar restore",
    ),
    "a delivery that was altered": (delivery_altered, "rows", "twinstar restore FILE --yes"),
    "an empty file": (emptied, "database", "twinstar restore"),
    "no fresh prices": (lambda m: m.statement("DELETE FROM bar"), "prices", "twinstar prices refresh"),
    "no fresh rates": (later("2026-11-20T09:00Z"), "rates", "TWINSTAR_RATES_URL"),
    "alerts for a platform without its token": (
        waiting_for_discord, "deliveries", "Set its token and start twinstar run"
    ),
    "a vendor is down": (
        lambda m: m.settings.update(
            {"TWINSTAR_PRICES": "eodhd", "EODHD_API_TOKEN": "eodhd-secret", "EODHD_API_URL": NOWHERE}
        ),
        "vendors", "another vendor",
    ),
    "a vendor without its token": (lambda m: m.set(TWINSTAR_PRICES="eodhd"), "vendors", ".env.example"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_each_planted_fault_is_named_with_what_to_do(
    fault: str, loaded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    harm, name, do = FAULTS[fault]
    status, said = examined(loaded, tmp_path, harm, monkeypatch, capsys)
    lines = said.splitlines()
    named = {line.split()[1].rstrip(":"): lines[n + 1] for n, line in enumerate(lines) if line.startswith("fault ")}
    assert status == 1
    assert name in named, said
    assert do in named[name]
    # A world of another time is old in several ways, and both tokens go to one Slack; all else has one fault alone.
    several = ("calendars end", "no fresh rates", "tokens swapped", "Slack is unreachable")
    assert len(named) == 1 or fault in several, said
    for secret in ("xoxb-", "xapp-", "old-token", "old.dis.cord", "eodhd-secret", TOKEN, APP_TOKEN):
        shown = said.replace("begins with xoxb-", "").replace("begin with xoxb-", "").replace("begins with xapp-", "")
        assert secret not in shown


def test_an_intent_that_the_application_may_not_use_is_named(
    loaded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(platforms, "intents", lambda: library.Intents(guilds=True, message_content=True))
    status, said = examined(loaded, tmp_path, lambda machine: None, monkeypatch, capsys)
    assert status == 1
    assert "fault  discord-intents: The application may not use message_content" in said
    assert "Privileged Gateway Intents" in said
