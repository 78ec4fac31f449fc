"""What people do on Discord, played on simcord, which refuses what Discord refuses."""

from __future__ import annotations

from dataclasses import replace

import pytest
import simcord

from adapters.bootstrap import House
from adapters.choices import encoded
from adapters.clock import StoppedClock
from adapters.discord.client import TwinstarClient, intents
from bot.answer import Answer, Choice
from bot.call import Ask, Call, Person, Place
from bot.commands.turn import Reply
from bot.text import Message
from tests.adapters.discord.houses import in_simcord, labels, later, said, shown, wired, words

Opened = tuple[House, StoppedClock]


def test_nothing_that_has_to_be_asked_for_is_listened_to() -> None:
    assert not (intents().message_content or intents().members or intents().presences)


def test_compare_is_deferred_and_answered_for_everyone_with_layout_chart_and_sources(opened: Opened) -> None:
    async def scenario(env: simcord.Env) -> None:
        channel = env.create_guild().create_text_channel("general")
        alice = env.guild.add_member(env.create_user("alice"))
        result = await alice.slash(channel, "compare", companies="zhipu minimax", measure="market_value")
        assert [r.path.rsplit("/", 1)[1] for r in env.http_requests][-2:] == ["callback", "@original"]
        assert not result.ephemeral
        assert shown(result).flags.components_v2
        assert "Zhipu" in said(result)
        assert "-# ¹" in said(result)

    in_simcord(wired(opened[0]), scenario)


@pytest.mark.parametrize(
    ("typed", "first"),
    [("zhi", "zhipu"), ("智", "zhipu"), ("02513", "zhipu"), ("稀宇", "minimax"), ("zhipu mini", "zhipu minimax")],
)
def test_companies_are_offered_in_both_scripts(opened: Opened, typed: str, first: str) -> None:
    async def scenario(env: simcord.Env) -> None:
        channel = env.create_guild().create_text_channel("general")
        alice = env.guild.add_member(env.create_user("alice"))
        offered = await alice.autocomplete(channel, "compare", "companies", typed)
        assert offered[0]["value"] == first
        assert len(offered) <= 25

    in_simcord(wired(opened[0]), scenario)


def test_what_the_channel_spoke_of_last_is_offered_first(opened: Opened) -> None:
    async def scenario(env: simcord.Env) -> None:
        channel = env.create_guild().create_text_channel("general")
        alice = env.guild.add_member(env.create_user("alice"))
        await alice.slash(channel, "value", company="moonshot", measure="revenue")
        assert (await alice.autocomplete(channel, "value", "company", ""))[0]["value"] == "moonshot"
        assert (await alice.autocomplete(channel, "value", "measure", ""))[0]["value"] == "revenue"

    in_simcord(wired(opened[0]), scenario)


def test_companies_asked_for_most_are_offered_first_in_their_workspace(opened: Opened) -> None:
    async def scenario(env: simcord.Env) -> None:
        one, two = env.create_guild("one"), env.create_guild("two")
        channel, other, there = (s.create_text_channel(n) for s, n in ((one, "a"), (one, "b"), (two, "c")))
        alice, eve = one.add_member(env.create_user("alice")), two.add_member(env.create_user("eve"))
        before = [each["value"] for each in await eve.autocomplete(there, "value", "company", "")]
        for company in ("minimax", "moonshot", "minimax", "zhipu", "moonshot", "minimax", "zhipu"):
            await alice.slash(channel, "value", company=company)
        offered = [each["value"] for each in await alice.autocomplete(other, "value", "company", "")]
        assert offered[:3] == ["minimax", "moonshot", "zhipu"]
        # M begins the names of several: the one that is asked about more goes first.
        begun = [each["value"] for each in await alice.autocomplete(other, "compare", "companies", "m")]
        assert begun[:2] == ["minimax", "moonshot"]
        assert [each["value"] for each in await eve.autocomplete(there, "value", "company", "")] == before

    in_simcord(wired(opened[0]), scenario)


def test_a_button_edits_in_place_and_still_works_after_a_restart(opened: Opened) -> None:
    async def scenario(env: simcord.Env) -> None:
        channel = env.create_guild().create_text_channel("general")
        alice = env.guild.add_member(env.create_user("alice"))
        result = await alice.slash(channel, "value", company="zhipu")
        before = words(shown(result).components)
        await env.restart_bot(TwinstarClient(wired(opened[0])))
        pressed = await alice.click(shown(result), label="Sources")
        assert shown(pressed).id == shown(result).id
        assert words(shown(pressed).components) != before
        assert "where it comes from" in words(shown(pressed).components)

    in_simcord(wired(opened[0]), scenario)


def test_a_menu_of_many_choices_edits_in_place_after_a_restart(opened: Opened) -> None:
    wiring = wired(opened[0])
    companies = list(wiring.directory.vocabulary("").companies.values())[:12]
    choices = tuple(Choice(Message("plain", {"text": c.name}), Ask("value", "", {"company": c.key})) for c in companies)

    def take(call: Call) -> Reply:
        return Reply(Answer(Message("help-companies"), choices=choices), "answered", "en", "")

    async def scenario(env: simcord.Env) -> None:
        channel = env.create_guild().create_text_channel("general")
        alice = env.guild.add_member(env.create_user("alice"))
        result = await alice.slash(channel, "value", company="which")
        await env.restart_bot(TwinstarClient(wiring))
        chosen = await alice.select(shown(result), [encoded(Ask("value", "", {"company": "minimax"}))])
        assert shown(chosen).id == shown(result).id
        assert "MiniMax" in words(shown(chosen).components)

    in_simcord(replace(wiring, take=take), scenario)


def test_the_menu_explains_what_a_message_rests_on_to_the_asker_alone(opened: Opened) -> None:
    async def scenario(env: simcord.Env) -> None:
        channel = env.create_guild().create_text_channel("general")
        alice = env.guild.add_member(env.create_user("alice"))
        result = await alice.slash(channel, "value", company="zhipu")
        explained = await alice.context_menu(channel, "Explain this number", shown(result))
        assert explained.ephemeral
        assert "rests on" in said(explained)
        assert "Receipt" in said(explained)
        other = await alice.send(channel, "a number: 42")
        assert "Only what Twinstar posted" in said(await alice.context_menu(channel, "Explain this number", other))

    in_simcord(wired(opened[0]), scenario)


def test_a_message_and_a_mention_are_answered_and_nothing_else_is(opened: Opened) -> None:
    async def scenario(env: simcord.Env) -> None:
        channel = env.create_guild().create_text_channel("general")
        alice = env.guild.add_member(env.create_user("alice"))
        await alice.send(channel, "zhipu market value")
        assert env.bot.user is not None
        mention = f"<@{env.bot.user.id}>"
        assert len(channel.history()) == 1
        await alice.send(channel, f"{mention} zhipu market value")
        answer = channel.last_message
        assert answer is not None
        assert answer.author.id == env.bot.user.id
        assert answer.reference is not None
        assert "Zhipu" in words([dict(c.to_dict()) for c in answer.components])
        direct = await env.create_user("bob").send_dm("智谱 市值")
        assert direct.author.id != env.bot.user.id

    in_simcord(wired(opened[0]), scenario)


def test_errors_settings_and_help_are_for_the_asker_alone(opened: Opened) -> None:
    async def scenario(env: simcord.Env) -> None:
        channel = env.create_guild().create_text_channel("general")
        alice = env.guild.add_member(env.create_user("alice"))
        wrong = await alice.slash(channel, "value", company="no such company at all")
        assert [m.ephemeral for m in wrong.followups] == [True]
        assert "does not know" in said(wrong)
        assert not [m for m in channel.history() if not m.flags.ephemeral]
        assert (await alice.slash(channel, "help")).ephemeral
        set_ = await alice.slash(channel, "language", language="zh")
        assert set_.ephemeral
        assert "Share" not in labels(shown(set_).components)
        value = await alice.slash(channel, "value", company="zhipu")
        assert "智谱" in said(value)

    in_simcord(wired(opened[0]), scenario)


def test_what_only_the_asker_sees_can_be_shared(opened: Opened) -> None:
    async def scenario(env: simcord.Env) -> None:
        channel = env.create_guild().create_text_channel("general")
        alice = env.guild.add_member(env.create_user("alice"))
        result = await alice.slash(channel, "help")
        pressed = await alice.click(shown(result), label="Share")
        assert [m.ephemeral for m in pressed.followups] == [False]
        assert words(pressed.followups[0].components).startswith("## Ask about")

    in_simcord(wired(opened[0]), scenario)


def test_a_channel_that_chose_so_shows_answers_to_the_asker_who_may_share_them(opened: Opened) -> None:
    async def scenario(env: simcord.Env) -> None:
        channel = env.create_guild().create_text_channel("general")
        alice = env.guild.add_member(env.create_user("alice"))
        await alice.slash(channel, "answers", where="private")
        asked = await alice.slash(channel, "value", company="zhipu")
        assert [m.ephemeral for m in asked.followups] == [True]
        shared = await alice.click(asked.followups[0], label="Share")
        assert [m.ephemeral for m in shared.followups] == [False]
        assert "Zhipu" in words(shared.followups[0].components)
        await alice.slash(channel, "answers", where="open")
        assert not (await alice.slash(channel, "value", company="zhipu")).ephemeral

    in_simcord(wired(opened[0]), scenario)


def test_too_many_calls_are_answered_with_when_to_ask_again(opened: Opened) -> None:
    house, clock = opened

    async def scenario(env: simcord.Env) -> None:
        channel = env.create_guild().create_text_channel("general")
        alice, bob = (env.guild.add_member(env.create_user(name)) for name in ("alice", "bob"))
        for _ in range(2):
            assert "Zhipu" in said(await alice.slash(channel, "value", company="zhipu"))
        refused = await alice.slash(channel, "value", company="zhipu")
        assert "Ask again in 60 seconds" in said(refused)
        assert refused.ephemeral
        assert "Zhipu" in said(await bob.slash(channel, "value", company="zhipu"))
        assert "This channel asked 3 times" in said(await bob.slash(channel, "value", company="zhipu"))
        later(clock, 60)
        assert "Zhipu" in said(await alice.slash(channel, "value", company="zhipu"))

    in_simcord(wired(house, TWINSTAR_CALLS_PER_PERSON=2, TWINSTAR_CALLS_PER_CHANNEL=3), scenario)


def test_the_tree_is_sent_only_when_it_differs(opened: Opened) -> None:
    async def scenario(env: simcord.Env) -> None:
        sent = [r for r in env.http_requests if r.method == "PUT"]
        assert len(sent) == 1
        await env.restart_bot(TwinstarClient(wired(opened[0])))
        assert len([r for r in env.http_requests if r.method == "PUT"]) == 1

    in_simcord(wired(opened[0]), scenario)


def test_servers_never_see_each_others_messages_explained(opened: Opened) -> None:
    async def scenario(env: simcord.Env) -> None:
        one, two = env.create_guild("one"), env.create_guild("two")
        here, there = one.create_text_channel("here"), two.create_text_channel("there")
        alice, eve = one.add_member(env.create_user("alice")), two.add_member(env.create_user("eve"))
        result = await alice.slash(here, "value", company="zhipu")
        await alice.slash(here, "language", language="zh")
        assert "Zhipu" in said(await eve.slash(there, "value", company="zhipu"))
        assert (await eve.autocomplete(there, "value", "company", ""))[0]["value"] == "zhipu"
        message = str(shown(result).id)
        for server, channel, known in ((one, here, True), (one, there, False), (two, here, False), (two, there, False)):
            place = Place("discord", str(server.id), str(channel.id))
            kept = opened[0].postings.shown(place, Person("discord", place.team, str(eve.id)), message)
            assert (kept is not None) == known

    in_simcord(wired(opened[0]), scenario)
