"""No secret stands in a log or in what a person is told, whatever fails."""

from __future__ import annotations

import io
import json
import logging
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from adapters.logs import Discreet, Structured, secrets_of
from adapters.settings import Settings
from bot.call import Call
from bot.commands.turn import Reply
from tests.adapters.slack.desk import connected, play
from tests.standins.slack.doings import Doings
from tests.standins.slack.server import APP_TOKEN, SIGNING_SECRET

SECRETS = (
    "xoxb-1234-5678-abcDEF",
    "xoxe.xoxb-1-abcdef",
    "xapp-1-A0-1-abc",
    "https://hooks.slack.com/commands/T1/2/three",
    "wss://wss-primary.slack.com/link/?ticket=abc",
)


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """Everything that is logged, from the first level up, as the log file would have it."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Discreet([SIGNING_SECRET]))
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield stream
    root.setLevel(before)
    root.removeHandler(handler)


@pytest.mark.parametrize("secret", SECRETS)
def test_a_secret_is_hidden_by_its_form_in_messages_and_tracebacks(secret: str, written: io.StringIO) -> None:
    logging.getLogger("any").warning("it said %s.", secret)
    try:
        raise ValueError(f"refused {secret}")
    except ValueError:
        logging.getLogger("any").exception("broken by %r", {"token": secret})
    said = written.getvalue()
    assert secret not in said
    assert said.count("(hidden)") >= 3
    assert "ValueError: refused" in said


def test_every_secret_setting_is_hidden_by_its_value(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    values = {
        "SLACK_CLIENT_SECRET": "0123abcd",
        "TWINSTAR_KEY": "new-key-1,old-key-2",
        "SLACK_SIGNING_SECRET": "s3cretly",
    }
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    known = secrets_of(Settings())
    record = logging.LogRecord("x", logging.WARNING, "", 0, "0123abcd new-key-1 old-key-2 s3cretly", None, None)
    line = Discreet(known).format(record)
    assert line.endswith(" ".join(["(hidden)"] * 4))
    assert not any(value in repr(Settings()) for value in ("0123abcd", "new-key", "s3cretly"))


@pytest.mark.parametrize("way", ["http", "sockets"])
def test_no_failing_call_puts_a_secret_into_a_log_or_an_answer(way: str, database: Path, written: io.StringIO) -> None:
    urls: list[str] = []

    def failing(call: Call) -> Reply:
        raise RuntimeError("a fault of our own")

    async def scene() -> None:
        async with connected(database, "http" if way == "http" else "sockets") as bot:
            doings = Doings(bot.slack)
            for code in ("invalid_auth", "invalid_blocks", "ratelimited", "fatal_error"):
                bot.slack.world.refuse("response_url", code, times=3)
                command = doings.command("value zhipu")
                urls.append(command["response_url"])
                await bot.deliver("slash_commands", command)
                await bot.settled()
            for method in ("chat.postMessage", "views.open", "views.publish"):
                bot.slack.world.outcomes.take_and_drop(method)
            await bot.event(doings.mention("value zhipu"))
            await bot.event(doings.event(type="app_home_opened", user="U1", channel="D1", tab="home"))
            await bot.settled()
            urls.append(f"{bot.slack.url}/socket/")
            if way == "sockets":
                bot.slack.world.refuse("apps.connections.open", "internal_error")
                await bot.slack.disconnect(0)
                await bot.slack.world.until(lambda: bot.slack.most_sockets == 3)
            said = written.getvalue() + str([(m.text, m.blocks) for m in bot.messages])
            secrets = [bot.slack.world.teams["T1"].token, APP_TOKEN, SIGNING_SECRET, *urls]
            assert [secret for secret in secrets if secret in said] == []
            assert "an answer was not posted" in said

        broken = lambda house: replace(house, take=failing)  # noqa: E731
        async with connected(database, "http", change=broken) as bot:
            await bot.command("value zhipu")
            await bot.settled()
            assert bot.slack.world.teams["T1"].token not in written.getvalue()

    play(scene())


@pytest.mark.parametrize(
    "secret",
    [
        *SECRETS,
        "MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs-abc",
        "postgresql://twinstar:pass-word@db.example.org/twinstar",
        "https://eodhd.com/api/eod/2513.HK?api_token=0123456789abcdef&fmt=json",
    ],
)
def test_a_line_of_json_is_whole_and_holds_no_secret(secret: str) -> None:
    try:
        raise ValueError(f"refused {secret}")
    except ValueError:
        record = logging.LogRecord("any", logging.ERROR, "", 0, "it said “%s”\nand more", (secret,), sys.exc_info())
    line = Structured([SIGNING_SECRET]).format(record)
    assert "\n" not in line
    said = json.loads(line)
    assert said.keys() == {"at", "level", "logger", "said", "trace"}
    assert (said["level"], said["logger"]) == ("error", "any")
    assert "ValueError: refused" in said["trace"]
    for part in ("pass-word", "0123456789abcdef", "ZnCjm1XVW7vRze4b7Cq4se7kKWs", "abcDEF", "ticket=abc", "two/three"):
        assert part not in line
