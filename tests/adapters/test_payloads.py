"""The payloads of four answers as they were when a person last looked at their pictures.

After a change that is meant: WRITE_PAYLOADS=1 pytest tests/adapters/test_payloads.py, look at the difference, commit.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from adapters.discord import limits as discord_limits
from adapters.discord.render import render as render_discord
from adapters.slack import limits as slack_limits
from adapters.slack.render import render as render_slack
from bot.text import Language
from tests.adapters.samples import SAMPLES
from tests.adapters.writers import LANGUAGES, writer

PAYLOADS = Path(__file__).parent.parent / "payloads"


def payloads(platform: str, name: str, language: Language) -> list[object]:
    """Returns what a sample answer is sent as."""
    answer, write = SAMPLES[name](), writer(language)
    if platform == "slack":
        return [message.arguments() for message in render_slack(answer, write)]
    return [dict(message.body) for message in render_discord(answer, write)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("platform", ["slack", "discord"])
def test_the_payload_is_the_one_last_looked_at(platform: str, name: str, language: Language) -> None:
    file = PAYLOADS / platform / f"{name}-{language}.json"
    made = payloads(platform, name, language)
    if os.environ.get("WRITE_PAYLOADS"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert made == json.loads(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("file", sorted(PAYLOADS.glob("*/*.json")), ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_a_recorded_payload_is_within_the_limits(file: Path) -> None:
    limits = slack_limits if file.parent.name == "slack" else discord_limits
    for message in json.loads(file.read_text(encoding="utf-8")):
        assert limits.violations(message) == []
