"""Generated answers fit both platforms at every step: thousands in `make soak`, a seeded sample in `make test`."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, settings
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
from tests.adapters.writers import LANGUAGES, writer
from tests.strategies.answers import answers

# Explaining a failure runs hundreds of further answers and says nothing that the shrunk one does not show.
QUICK_TO_FAIL = tuple(phase for phase in Phase if phase is not Phase.explain)


@settings(suppress_health_check=list(HealthCheck), phases=QUICK_TO_FAIL)
@given(answers, st.sampled_from(SLACK_STEPS), st.sampled_from(DISCORD_STEPS))
def test_any_answer_fits_both_platforms_in_both_languages(
    answer: Answer, slack_step: SlackStep, discord_step: DiscordStep
) -> None:
    for language in LANGUAGES:
        write = writer(language)
        for slack in render_slack(answer, write, slack_step):
            assert slack_limits.violations(slack.arguments()) == [], f"Slack, {slack_step}, {language}"
        for discord in render_discord(answer, write, discord_step):
            assert discord_limits.violations(discord.body) == [], f"Discord, {discord_step}, {language}"
