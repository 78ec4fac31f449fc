"""Filling in a window of Slack as somebody who looks at it does, and reading what it shows."""

from __future__ import annotations

import json
from typing import Any

from tests.adapters.slack.desk import Bot
from tests.standins.slack.doings import Doings
from tests.standins.slack.views import acknowledged

View = dict[str, Any]


async def fill(bot: Bot, view: View, name: str, value: str) -> None:
    await bot.deliver("interactive", Doings(bot.slack).fill(view, name, value))
    await bot.settled()


async def send_in(bot: Bot, view: View) -> dict[str, str]:
    """Sends a window in, and returns what it then shows to be wrong at its fields."""
    answer = await bot.deliver("interactive", Doings(bot.slack).send_in(view))
    said = answer.get("payload") or {} if isinstance(answer, dict) else json.loads(str(answer) or "{}")
    return acknowledged(bot.slack.world, view, said)


async def opened(bot: Bot, line: str) -> View:
    await bot.command(line)
    await bot.settled()
    (view,) = bot.slack.world.views
    assert isinstance(view, dict)
    return view


def words(view: View) -> str:
    return json.dumps(view["blocks"], ensure_ascii=False)
