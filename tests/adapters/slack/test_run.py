"""`twinstar run --only slack` as it is started on a machine."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest

from adapters.invocation import FAILED
from adapters.main import main
from tests.adapters.slack.desk import SetClock, Way, play, standing
from tests.standins.slack.doings import Doings
from tests.standins.slack.server import APP_TOKEN, SIGNING_SECRET, StandIn

START = "import sys; from adapters.main import main; sys.exit(main(sys.argv[1:]))"


def settings(slack: StandIn, way: Way, database: Path) -> dict[str, str]:
    own = {
        "SLACK_BOT_TOKEN": slack.world.teams["T1"].token,
        "SLACK_API_URL": f"{slack.url}/api/",
        "DATABASE_URL": f"sqlite:///{database}",
    }
    if way == "sockets":
        return {**own, "SLACK_APP_TOKEN": APP_TOKEN}
    return {**own, "SLACK_SIGNING_SECRET": SIGNING_SECRET}


async def started(more: dict[str, str], folder: Path, *arguments: str) -> asyncio.subprocess.Process:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("SLACK_", "TWINSTAR_"))}
    return await asyncio.create_subprocess_exec(
        sys.executable,
        *("-c", START, "run", "--only", "slack", *arguments),
        cwd=folder,
        env={**clean, "PYTHONPATH": str(Path(__file__).parents[3]), **more},
        stderr=asyncio.subprocess.PIPE,
    )


def test_the_command_answers_over_sockets_until_it_is_told_to_end(database: Path, tmp_path: Path) -> None:
    async def scene() -> None:
        async with standing(SetClock()) as slack:
            bot = await started(settings(slack, "sockets", database), tmp_path)
            await slack.world.until(lambda: len(slack.sockets) == 2)
            await slack.envelope("events_api", Doings(slack).mention("compare anthropic openai P/ARR on 2026-06-24"))
            await slack.world.until(lambda: slack.world.files and all("title" in f for f in slack.world.files.values()))
            assert all(f["bytes"].startswith(b"\x89PNG") for f in slack.world.files.values())
            slack.world.messages.clear()
            await slack.envelope("slash_commands", Doings(slack).command("value zhipu on 2026-06-24"))
            bot.send_signal(signal.SIGTERM)
            _, said = await bot.communicate()
            assert bot.returncode == 0, said
            assert said == b""
            # It was told to end while it answered, and answered first.
            assert [m.text[:5] for m in slack.world.messages] == ["Zhipu"]

    play(scene())


@pytest.mark.parametrize("way", ["sockets", "http"])
def test_a_token_that_slack_refuses_ends_the_start_with_a_sentence(way: Way, database: Path, tmp_path: Path) -> None:
    async def scene() -> None:
        async with standing(SetClock()) as slack:
            wrong = settings(slack, way, database) | {"PORT": "0"}
            wrong |= {"SLACK_APP_TOKEN": "xapp-wrong"} if way == "sockets" else {"SLACK_BOT_TOKEN": "xoxb-wrong"}
            bot = await started(wrong, tmp_path)
            _, said = await bot.communicate()
            assert bot.returncode == FAILED
            assert said.decode().strip().splitlines()[-1] == (
                "twinstar: Slack refused the start: invalid_auth. Check the tokens in the settings."
            )
            assert b"Traceback" not in said
            assert b"wrong" not in said

    play(scene())


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({}, "Slack is not set up."),
        ({"SLACK_SIGNING_SECRET": "s", "SLACK_CLIENT_ID": "1", "SLACK_CLIENT_SECRET": "2"}, "set TWINSTAR_KEY"),
        (
            {
                "SLACK_SIGNING_SECRET": "s",
                "SLACK_CLIENT_ID": "1",
                "SLACK_CLIENT_SECRET": "2",
                "TWINSTAR_KEY": "short",
            },
            "TWINSTAR_KEY is not a key",
        ),
    ],
)
def test_a_start_without_what_it_needs_says_what_to_set(
    more: dict[str, str],
    sentence: str,
    database: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, value in {**more, "DATABASE_URL": f"sqlite:///{database}"}.items():
        monkeypatch.setenv(name, value)
    assert main(["run", "--only", "slack"]) == FAILED
    said = capsys.readouterr().err
    assert sentence in said
    assert "Traceback" not in said
