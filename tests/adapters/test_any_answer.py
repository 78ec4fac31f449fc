"""Thousands of generated answers fit both platforms at every step; `make test` runs samples of the same elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.discord import limits as discord_limits
from adapters.discord.render import STEPS as DISCORD_STEPS
from adapters.discord.render import Step as DiscordStep
from adapters.discord.render import render as render_discord
from adapters.slack import limits as slack_limits
from adapters.slack.render import render as render_slack
from adapters.slack.tables import STEPS as SLACK_STEPS
from adapters.slack.tables import Step as SlackStep
from bot.answer import Answer
from bot.text import Language
from tests.adapters.writers import LANGUAGES, writer
from tests.strategies.answers import answers


@pytest.mark.soak
@settings(suppress_health_check=list(HealthCheck))
@given(answers, st.sampled_from(LANGUAGES), st.sampled_from(SLACK_STEPS), st.sampled_from(DISCORD_STEPS))
def test_any_answer_fits_both_platforms(
    answer: Answer, language: Language, slack_step: SlackStep, discord_step: DiscordStep
) -> None:
    write = writer(language)
    for slack in render_slack(answer, write, slack_step):
        assert slack_limits.violations(slack.arguments()) == []
    for discord in render_discord(answer, write, discord_step):
        assert discord_limits.violations(discord.body) == []
