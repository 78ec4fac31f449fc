"""Every example of the command table, asked on Slack in both languages, is taken as it is posted."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import SetLanguage
from bot.call import Person, Place
from bot.commands.table import COMMANDS
from tests.adapters.slack.desk import connected, play
from tests.standins.slack.doings import Doings


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_example_is_posted_whole_and_nothing_in_it_is_refused(language: str, database: Path) -> None:
    async def scene() -> None:
        async with connected(database, "http") as bot:
            doings = Doings(bot.slack)
            place, person = Place("slack", "T1", "C1"), Person("slack", "T1", "U1")
            workspace = bot.house.settings.workspace_of(place, person)
            chosen = SetLanguage("zh" if language == "zh" else "en")
            bot.house.settings.apply(workspace, place, person, [chosen])
            for command in COMMANDS:
                for example in command.examples:
                    if command.name == "language":
                        continue
                    before = len(bot.messages)
                    await bot.event(doings.mention(example))
                    await bot.settled()
                    said = bot.messages[before:]
                    assert said, example
                    assert all(m.text.strip() and m.blocks for m in said), example
            assert bot.slack.world.problems == []

    play(scene())
