"""Someone in a sentence: named on their own platform and called nowhere, a word for them anywhere else."""

from __future__ import annotations

import pytest

from adapters.discord.escape import written
from adapters.slack.rich import elements
from bot.text import Language, Member, Message
from tests.adapters.writers import writer

ALICE, BOB = Member("slack", "U0ALICE"), Member("discord", "70012345")


def markdown(who: Member) -> str:
    return "".join(written(writer("en").spans(said(who, "en")), "en"))


def said(who: Member, language: Language) -> Message:
    return Message("episode-resolved-by", {"who": who, "after": Message("so-many-days", {"count": 3})})


@pytest.mark.parametrize("language", ["en", "zh"])
def test_on_slack_a_colleague_there_is_named_and_one_elsewhere_described(language: Language) -> None:
    there = elements(writer(language).spans(said(ALICE, language)), language)
    assert {"type": "user", "user_id": "U0ALICE"} in there
    elsewhere = elements(writer(language).spans(said(BOB, language)), language)
    assert all(e["type"] == "text" for e in elsewhere) and "Discord" in "".join(e["text"] for e in elsewhere)


@pytest.mark.parametrize("who", [Member("slack", "<!here>"), Member("slack", "U0 x"), Member("discord", "@everyone")])
def test_what_is_no_account_never_becomes_a_mention(who: Member) -> None:
    spans = writer("en").spans(said(who, "en"))
    assert all(e["type"] == "text" for e in elements(spans, "en"))
    assert "<@" not in markdown(who) and "everyone" not in markdown(who)


def test_on_discord_a_colleague_there_is_named_and_one_elsewhere_described() -> None:
    assert "<@70012345>" in markdown(BOB)
    assert "Slack" in markdown(ALICE)
