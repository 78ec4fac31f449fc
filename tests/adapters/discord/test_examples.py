"""Every example of the command table, and every command with each of its options, on simcord in both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest
import simcord

from adapters.bootstrap import House
from adapters.clock import StoppedClock
from adapters.discord.wiring import Wiring
from bot.call import Call
from bot.commands.desk import Desk, Result
from bot.commands.turn import Reply
from bot.schema import Command, Option, OptionKind
from bot.text import Language, Message
from tests.adapters.discord.houses import in_simcord, later, said, wired, words

Opened = tuple[House, StoppedClock]
TYPED: dict[OptionKind, tuple[str, str]] = {
    "company": ("zhipu", "智谱"),
    "companies": ("zhipu minimax", "智谱 稀宇"),
    "measure": ("market value", "市值"),
    "when": ("2026-06-24", "2026年6月24日"),
    "known_at": ("2026-06-25", "2026-06-25"),
    "currency": ("USD", "美元"),
}
NAMED = {"peer": "minimax", "windows": "-5:-1,0:1", "code": "off", "above": "US$1bn", "below": "US$900bn"}
"""What to type into options of free text that take one thing only."""
TODAY = 151 * 86_400
"""Seconds from the house's own day to one on which everything that the examples name has happened."""


def test_every_option_has_a_name_in_the_catalogue_and_is_called_by_it(opened: Opened) -> None:
    english, chinese = (opened[0].writers.of(each) for each in ("en", "zh"))
    for command in opened[0].table.commands:
        for option in command.options:
            key = Message(f"option-name-{option.name.replace('_', '-')}")
            assert english.plain(key).lower() == option.name, option
            assert chinese.plain(key) != key.key, option


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_example_is_answered_in_a_direct_message(
    opened: Opened, language: Language, caplog: pytest.LogCaptureFixture
) -> None:
    house, clock = opened
    later(clock, TODAY)
    wiring, replies = recorded(house)

    async def scenario(env: simcord.Env) -> None:
        alice = env.create_user("alice")
        for command in house.table.commands:
            for example in command.examples:
                await alice.send_dm(f"/language {language}")
                await alice.send_dm(example)
                answer = alice.dm_channel.last_message
                assert answer is not None
                assert words([dict(c.to_dict()) for c in answer.components]), example

    in_simcord(wiring, scenario)
    assert len(replies) == 2 * sum(len(command.examples) for command in house.table.commands)
    # Nobody else belongs to what one writes there, so there is nothing to link it with.
    assert [call.ask.text for call, reply in replies if reply.outcome != "answered"] == ["/link"]
    assert {reply.language for _, reply in replies[1:]} >= {language}
    assert broken(caplog) == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_command_is_answered_with_each_of_its_options(
    opened: Opened, language: Language, caplog: pytest.LogCaptureFixture
) -> None:
    house, clock = opened
    later(clock, TODAY)
    wiring, replies = recorded(house)

    async def scenario(env: simcord.Env) -> None:
        channel = env.create_guild().create_text_channel("general")
        alice = env.guild.add_member(env.create_user("alice"))
        for command in house.table.commands:
            await alice.slash(channel, "language", language=language)
            needed = {o.name: typed(command, o, language) for o in command.options if o.required}
            for option in (None, *(o for o in command.options if not o.required)):
                given = needed | ({option.name: typed(command, option, language)} if option else {})
                assert said(await alice.slash(channel, command.name, **given)), given

    in_simcord(wiring, scenario)
    # Alice is no administrator of the server; whoever is may give roles and link.
    asked_back = {call.ask.command for call, reply in replies if reply.outcome != "answered" and call.ask.options}
    assert asked_back == {"link", "role"}
    assert broken(caplog) == []


def broken(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Returns what was logged as an error; names that the catalogue lacks are the business of a test of their own."""
    return [r.message for r in caplog.records if r.levelname == "ERROR" and r.name != "adapters.words"]


def recorded(house: House) -> tuple[Wiring, list[tuple[Call, Reply]]]:
    """Returns a wiring without limits of use, and every call it took with its reply."""
    wiring = wired(house, TWINSTAR_CALLS_PER_PERSON=0, TWINSTAR_CALLS_PER_CHANNEL=0)
    replies: list[tuple[Call, Reply]] = []

    def take(call: Call) -> Reply:
        reply = wiring.take(call)
        replies.append((call, reply))
        return reply

    return replace(wiring, take=take), replies


def typed(command: Command[Desk, Result], option: Option, language: Language) -> str:
    """Returns something to type into an option; for free text the words of an example."""
    if option.choices:
        return option.choices[-1]
    if option.name in NAMED:
        return NAMED[option.name]
    free = (example.partition(" ")[2] for example in command.examples)
    return next(each for each in free if each) if option.kind == "text" else TYPED[option.kind][language == "zh"]
