"""Two workspaces: whatever one of them calls or types, it sees nothing of the other and changes nothing there.

The methods are found by reflection: one that is added is swept from then on, or fails here until it can be.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select
from sqlmodel import SQLModel

import data
from adapters.bootstrap import House
from adapters.clock import StoppedClock
from bot.alert_ports import Noted
from bot.answer import Answer, DropSet, KeepQuestions, SetLanguage, SetShowing
from bot.call import Person, Place
from bot.clock import Clock
from bot.commands.table import COMMANDS
from bot.days import Instant
from bot.delivery import Delivery
from bot.digest import DropDigest
from bot.episode import MarkEpisode, Resolve
from bot.facts.book import Needs
from bot.link import FailLink, LeaveLink
from bot.plan import Plan
from bot.ports import KeptRule, Question, Receipt
from bot.preferences import SetPreference
from bot.programme import SwitchProgramme
from bot.quiet import DropSilence, Quiet, SetQuiet
from bot.roles import SetRole
from bot.rule import DropRule
from bot.text import Message
from data import outbox_store
from data.quiet_store import QuietStore
from data.rule_store import RuleStore
from data.seals import unsealed
from data.tables import ClaimRow, SourceRow, table
from tests.adapters.people.saying import say

A, B = Place("slack", "T0AAAAA1", "C0AAAAA1"), Place("discord", "900000000000000001", "900000000000000002")
ANNA, BOB = Person("slack", "T0AAAAA1", "U0ANNA01"), Person("discord", "900000000000000001", "900000000000000003")
OURS, THEIRS = "slack:T0AAAAA1", "discord:900000000000000001"
MARKS = ("T0AAAAA1", "C0AAAAA1", "U0ANNA01", "MARKEDCLAIM", "annaspeers")
"""What stands in an answer only where something of Anna's workspace does."""

ASKED_BY_CODE = {("LinkStore", "foresee")}
"""What a code of the other workspace is there to show: how much would move, of one's own."""


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock(Instant.of("2026-06-14T09:00Z"))


def filled(house: House, clock: StoppedClock) -> None:
    """Gives Anna's workspace something in nearly every table that a workspace has."""
    lines = (
        "/alert add unlock zhipu T-7",
        "/alert add zhipu moves 10% in 1 sessions",
        "/set add annaspeers zhipu minimax",
        "/quiet mute minimax 30 days",
        "/digest daily",
        "/settings currency USD for everyone",
        "/settings morning 8:30",
        "/settings theme dark",
        "/language zh",
        "/answers open",
        "/questions on",
        "/role <@U0ANNA01> editor",
        "/compare zhipu minimax",
        "/link",
        "who is bigger, MARKEDCLAIM zhipu or minimax?",
    )
    for line in lines:
        say(house, line, A, ANNA.id, runs=True)

    def private(connection: Connection) -> None:
        claim, source = table(ClaimRow), table(SourceRow)
        one = unsealed(connection.execute(select(claim).where(claim.c.company == "zhipu").limit(1)).mappings().one())
        known = select(source).where(source.c.workspace == "", source.c.key == one["source"])
        cited = unsealed(connection.execute(known).mappings().one())
        connection.execute(insert(source), [{**cited, "workspace": OURS}])
        mine = {"workspace": OURS, "id": "MARKEDCLAIM", "root": "MARKEDCLAIM", "shipped": False, "note": "MARKEDCLAIM"}
        connection.execute(insert(claim), [{**one, **mine}])

    house.database.write_now(private)
    house.ticker.tick()
    clock.moment = Instant.of("2026-06-15T09:00Z")
    house.ticker.tick()


def rows_of(house: House, workspace: str) -> dict[str, list[str]]:
    """Returns all that a workspace has, table by table."""
    owned = [t for t in SQLModel.metadata.sorted_tables if "workspace" in t.c]

    def read(connection: Connection) -> dict[str, list[str]]:
        return {
            t.name: sorted(repr(tuple(r)) for r in connection.execute(select(t).where(t.c.workspace == workspace)))
            for t in owned
        }

    return house.database.read_now(read)


def methods() -> Iterator[tuple[type, str, inspect.Signature]]:
    """Every public method of the storage ring that takes a workspace."""
    for found in pkgutil.iter_modules(data.__path__):
        module = importlib.import_module(f"data.{found.name}")
        for made in vars(module).values():
            if inspect.isclass(made) and made.__module__ == module.__name__:
                for name, one in vars(made).items():
                    if inspect.isfunction(one) and not name.startswith("_"):
                        signature = inspect.signature(one)
                        if "workspace" in signature.parameters:
                            yield made, name, signature


METHODS = list(methods())


def built(made: type, house: House, clock: Clock) -> Any:  # noqa: ANN401
    """Returns a store over the house's database, made of what its initialiser asks for by name."""
    known: dict[str, Any] = {
        "database": house.database,
        "clock": clock,
        "put": outbox_store.put,
        "measures": lambda: house.facts.measures,
        "quiet": QuietStore(house.database, clock),
    }
    wanted = inspect.signature(made).parameters.values()
    missing = [p.name for p in wanted if p.default is p.empty and p.name not in known]
    assert not missing, f"the sweep cannot make a {made.__name__}: tell it what {missing} are"
    return made(**{p.name: known[p.name] for p in wanted if p.name in known})


def given(house: House, made: type, name: str, parameter: inspect.Parameter) -> Any:  # noqa: ANN401
    """Returns an argument that names something of Anna's, as somebody of another workspace might try it."""
    episode = next(iter(built_episodes(house)), "")
    rule = house.rules.of(OURS)[0].rule
    silence = QuietStore(house.database, house.clock).silences(OURS)[0].id
    delivery = Delivery(
        "K" * 24, "x", OURS, rule.id, A, "value", "post", Answer(Message("empty")), "en", house.clock.now(),
        house.clock.now(),
    )  # fmt: skip
    by_class: dict[str, list[Any]] = {
        "RuleStore": [DropRule(rule.id)],
        "EpisodeStore": [MarkEpisode(episode, Resolve(BOB))],
        "DigestStore": [DropDigest(A)],
        "QuietStore": [DropSilence(silence), SetQuiet(A, Quiet("22:00", "08:00"))],
        "PreferenceStore": [SetPreference("workspace", "currency", ""), SetPreference("channel", "morning", "")],
        "RoleStore": [SetRole(ANNA, None)],
        "SettingsStore": [SetLanguage("en"), SetShowing("private"), DropSet("annaspeers"), KeepQuestions(False)],
        "ProgrammeStore": [SwitchProgramme(A, False)],
        "LinkStore": [FailLink(), LeaveLink()],
    }
    plan = Plan("compare", ("zhipu", "minimax"), ("market_value",))
    table_: dict[str, Callable[[], Any]] = {
        "place": lambda: A,
        "person": lambda: ANNA,
        "id": lambda: episode,
        "most": lambda: 50,
        "since": lambda: Instant.of("2020-01-01T00:00Z"),
        "needs": lambda: Needs(tuple(house.directory.vocabulary(THEIRS).companies), tuple(house.facts.measures)),
        "noted": lambda: Noted(house.clock.now(), BOB, B, "/x"),
        "question": lambda: Question("q1", "?", "en", "answered"),
        "plan": lambda: plan,
        "deliveries": lambda: [delivery],
        "delivery": lambda: delivery.key,
        "again": lambda: True,
        "code": lambda: "ABCDEFGHJKLM",
        "receipt": lambda: Receipt("r1", plan, (), "1") if name == "keep" else "r1",
        "changes": lambda: by_class[made.__name__],
    }
    known = parameter.name in table_ and (parameter.name != "changes" or made.__name__ in by_class)
    assert known, f"the sweep has nothing of the other workspace for {made.__name__}.{name}({parameter.name})"
    return table_[parameter.name]()


def built_episodes(house: House) -> list[str]:
    episodes = SQLModel.metadata.tables["episode"]
    return house.database.read_now(lambda c: list(c.scalars(select(episodes.c.id).where(episodes.c.workspace == OURS))))


def crossing(house: House, made: type, name: str, signature: inspect.Signature, clock: Clock) -> list[str]:
    """Returns what a method showed or changed of Anna's workspace when it was called for Bob's."""
    store, before = built(made, house, clock), rows_of(house, OURS)
    others = [p for p in signature.parameters.values() if p.name not in ("self", "workspace", "connection")]
    arguments = {p.name: given(house, made, name, p) for p in others}

    def call(*first: Any) -> Any:  # noqa: ANN401
        return getattr(store, name)(*first, THEIRS, **arguments)

    said = house.database.read_now(lambda c: repr(call(c))) if "connection" in signature.parameters else repr(call())
    after = rows_of(house, OURS)
    found = [f"{made.__name__}.{name} shows {mark}" for mark in MARKS if mark in said]
    found += [f"{made.__name__}.{name} changed {table}" for table in before if before[table] != after[table]]
    return [] if (made.__name__, name) in ASKED_BY_CODE else found


def test_no_store_shows_or_changes_anything_of_another_workspace(either: House, clock: StoppedClock) -> None:
    filled(either, clock)
    kept = rows_of(either, OURS)
    empty = {name for name, rows in kept.items() if not rows} - {"withdrawal", "alias", "link_try", "programme"}
    assert len(empty) <= 6, f"the sweep has nothing to find in {empty}"
    assert len(METHODS) >= 46
    faults = [fault for made, name, signature in METHODS for fault in crossing(either, made, name, signature, clock)]
    assert faults == []


class LeakyRules(RuleStore):
    """A store that forgot to ask whose rules these are."""

    def of(self, workspace: str) -> tuple[KeptRule, ...]:
        return super().of(OURS)

    def apply(self, workspace: str, changes: Any) -> None:  # noqa: ANN401
        super().apply(OURS, changes)


LeakyRules.__name__ = "RuleStore"


@pytest.mark.parametrize(("name", "what"), [("of", "shows T0AAAAA1"), ("apply", "changed rule")])
def test_a_planted_leak_is_caught(house: House, clock: StoppedClock, name: str, what: str) -> None:
    filled(house, clock)
    signature = inspect.signature(getattr(LeakyRules, name))
    assert f"RuleStore.{name} {what}" in crossing(house, LeakyRules, name, signature, clock)


def lines(house: House) -> Iterator[str]:
    """Every example of every command, and every id of Anna's behind every verb that takes one."""
    yield from (example for command in COMMANDS for example in command.examples)
    rule = house.rules.of(OURS)[0].rule.id
    for verb in ("show", "pause", "resume", "edit", "remove", "preview", "replay", "renew", "test", "here"):
        yield f"/alert {verb} {rule}" + (" once" if verb == "edit" else "")
    for episode in built_episodes(house):
        yield from (f"/alert {verb} {episode}" for verb in ("ack", "resolve", "log", "snooze"))
        yield f"/alert snooze {episode} 1 day"
    silence = QuietStore(house.database, house.clock).silences(OURS)[0].id
    yield from (
        f"/quiet unmute {silence}",
        "/set remove annaspeers",
        "/compare annaspeers",
        "/audit",
        "/alert list all",
    )
    yield from ("/settings currency auto for everyone", "/role <@U0ANNA01> auto", "/link off yes", "/forget me yes")


def test_no_command_shows_or_changes_anything_of_another_workspace(house: House, clock: StoppedClock) -> None:
    filled(house, clock)
    before = rows_of(house, OURS)
    for line in lines(house):
        reply = say(house, line, B, BOB.id, runs=True)
        assert reply.workspace in (THEIRS, ""), line
        echoed = [mark for mark in MARKS if mark in line]
        shown = [mark for mark in MARKS if mark in repr(reply.answer) and mark not in echoed]
        assert not shown, f"{line} shows {shown}"
        for choice in reply.answer.choices:
            pressed = say(house, choice.ask.typed, B, BOB.id, runs=True)
            assert not [mark for mark in MARKS if mark in repr(pressed.answer) and mark not in echoed], choice
    after = rows_of(house, OURS)
    assert [name for name in before if before[name] != after[name]] == []
