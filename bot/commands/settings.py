"""/settings: what is set for me, for this channel and for everyone, whose word holds, and how to change it."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answer import Answer, Block, Cell, Choice, Column, Notice, Table
from bot.call import Ask
from bot.commands.deed import Deed
from bot.commands.desk import Desk, Result
from bot.commands.reading import text_of
from bot.commands.setting_values import (
    EXAMPLES,
    NAMES,
    USUAL_WORDS,
    take_name,
    take_scope,
    value_of,
    value_words,
)
from bot.errors import ProblemError
from bot.need import Need
from bot.preferences import NEAREST, SCOPES, Scope, SetPreference
from bot.schema import Command, Option
from bot.text import Message, Raw, Term, Typed, folded

_SET = re.compile(r"^(?:set |设为|设置 )", re.IGNORECASE)
_TYPED_SCOPE = {"person": "for me", "channel": "for channel", "workspace": "for everyone"}


def choose(ask: Ask, desk: Desk) -> Deed:
    """Returns the change of a setting, or all of them as they hold here for the asker.

    Raises ProblemError for a setting that is none, for a value it cannot have, and for whom it cannot be set.
    """
    text = re.sub(_SET, "", text_of(ask).strip(), count=1)
    if not text:
        return Deed(_listed(desk))
    name, words = take_name(text)
    if name is None:
        said = Message("setting-unknown", {"words": Raw(text[:40])})
        raise ProblemError(said, "/settings", *list(EXAMPLES.values())[:3], outcome="clarify")
    scope, words = take_scope(words)
    if not words:
        held = desk.preferences.of(name)
        said = Message("setting-what", {"name": Term("setting", name), "value": value_words(name, held.value)})
        raise ProblemError(said, EXAMPLES[name], f"/settings {name} auto", outcome="clarify")
    if scope is not None and scope not in SCOPES[name]:
        whose = Term("setting-for", SCOPES[name][0])
        steps = tuple(f"/settings {name} {words} {_TYPED_SCOPE[each]}" for each in SCOPES[name])
        raise ProblemError(Message("setting-not-for", {"name": Term("setting", name), "whose": whose}), *steps)
    value = "" if folded(words) in USUAL_WORDS else value_of(name, words, desk)
    if value is None:
        said = Message(f"setting-bad-{name}", {"words": Raw(words[:40])})
        raise ProblemError(said, EXAMPLES[name], f"/settings {name} auto")
    return _set(SetPreference(scope or SCOPES[name][0], name, value), words, desk)


def _set(change: SetPreference, words: str, desk: Desk) -> Deed:
    name, scope = change.name, change.scope
    said = Message(
        "setting-set" if change.value else "setting-unset-now",
        {
            "name": Term("setting", name),
            "whose": Term("setting-for", scope),
            "value": value_words(name, change.value or desk.preferences.of(name, scope).value),
        },
    )
    blocks: list[Block] = [Notice(Message(f"setting-does-{name}"))]
    if name == "morning":
        blocks.append(Notice(_following(scope, desk)))
    nearer = desk.preferences.of(name, *NEAREST[NEAREST.index(scope) :])
    if nearer.scope is not None:
        whose, value = Term("setting-from", nearer.scope), value_words(name, nearer.value)
        blocks.append(Notice(Message("setting-nearer", {"whose": whose, "value": value})))
    others = [each for each in SCOPES[name] if each != scope]
    choices = [
        Choice(Message(f"choice-setting-{each}"), Ask("settings", f"{name} {words} {_TYPED_SCOPE[each]}"))
        for each in others
    ]
    if change.value:
        choices.append(Choice(Message("choice-setting-auto"), Ask("settings", f"{name} auto {_TYPED_SCOPE[scope]}")))
    choices.append(Choice(Message("choice-settings"), Ask("settings")))
    needs: Need | None = "administer" if name == "editing" else None
    return Deed(Answer(said, tuple(blocks), tuple(choices), visible_to="asker"), settings=(change,), needs=needs)


def _following(scope: Scope, desk: Desk) -> Message:
    """How many alerts go by the new hour, and how many by one of their own."""
    here = replace(desk.call.place, thread="")
    rules = [kept.rule for kept in (desk.rules.of(desk.workspace) if desk.rules else ())]
    if scope == "channel":
        rules = [rule for rule in rules if rule.destinations[:1] == (here,)]
    own = sum(rule.own_hour for rule in rules)
    return Message("setting-morning-follow", {"count": len(rules) - own, "own": own})


def _listed(desk: Desk) -> Answer:
    rows = [
        (
            Cell(Term("setting", name)),
            Cell(_words(value_words(name, held.value))),
            Cell(Term("setting-from", held.scope or "usual")),
            Cell(Typed(EXAMPLES[name])),
        )
        for name in NAMES
        for held in [desk.preferences.of(name)]
    ]
    rows += [
        (Cell(Term("setting", other)), Cell(said), Cell(Term("setting-from", whose)), Cell(Typed(step)))
        for other, said, whose, step in _elsewhere(desk)
    ]
    columns = tuple(Column(Message(k)) for k in ("setting-column", "setting-now", "setting-whose", "column-typed"))
    notice = Notice(Message("setting-scopes", {"example": Typed("/settings currency USD for everyone")}))
    choices = tuple(
        Choice(Message("choice-try", {"example": Raw(step)}), Ask.of(step))
        for step in (EXAMPLES["currency"], EXAMPLES["morning"], EXAMPLES["theme"])
    )
    table = Table(Message("settings-caption"), columns, tuple(rows))
    return Answer(Message("settings-listed"), (table, notice), choices, visible_to="asker")


def _elsewhere(desk: Desk) -> list[tuple[str, Message, str, str]]:
    """What has a command of its own, with that command."""
    here = replace(desk.call.place, thread="")
    state = desk.quietings.channel(desk.workspace, here) if desk.quietings else None
    told = state is not None and (state.quiet.start or state.quiet.market or state.quiet.budget is not None)
    digest = desk.digests.of(desk.workspace, here) if desk.digests else None
    return [
        (
            "answers",
            Message(f"showing-short-{desk.showing or 'auto'}"),
            "channel" if desk.showing else "usual",
            "/answers private",
        ),
        (
            "quiet",
            Message("setting-quiet-some" if told else "setting-quiet-none"),
            "channel" if told else "usual",
            "/quiet hours 22:00-08:00",
        ),
        (
            "digest",
            Message(f"setting-digest-{digest.cadence}", {"hour": Raw(digest.hour)})
            if digest
            else Message("setting-digest-none"),
            "channel" if digest else "usual",
            "/digest daily",
        ),
    ]


def _words(value: object) -> Raw | Term:
    assert isinstance(value, Raw | Term)
    return value


COMMAND: Command[Desk, Result] = Command(
    name="settings",
    summary="command-settings",
    options=(Option("setting", "text", "option-setting"),),
    examples=(
        "/settings",
        "/settings currency HKD",
        "/settings zone Europe/London",
        "/settings theme dark",
        "/settings morning 8:30",
        "/settings language zh for channel",
        "/settings editing editors",
        "/settings currency auto",
        "/settings 货币 港元 全体",
    ),
    run=choose,
    effect="changes",
    needs="edit",
    names_zh=("设置",),
)
