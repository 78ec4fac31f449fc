"""/home: one page of what is mine and ours: alerts, what unlocks next, whether the bot is well, what is set."""

from __future__ import annotations

from collections.abc import Sequence

from bot.alerts import saying
from bot.analysis.due import due
from bot.analysis.moments import Moment
from bot.answer import Answer, Block, Cell, Choice, Column, Field, Fields, Notice, Table
from bot.answers.scene import Scene, inputs_of
from bot.answers.unlock_words import upcoming
from bot.call import Ask
from bot.commands.deed import Deed
from bot.commands.desk import Desk, Result
from bot.commands.setting_values import value_words
from bot.commands.status import ago
from bot.facts.book import Needs
from bot.ports import KeptRule, Pulse
from bot.preferences import Name as Setting
from bot.schema import Command
from bot.text import Argument, Message, Raw, Term

MOST_RULES = 10
MOST_UNLOCKS = 4
MOST_TOGGLES = 4
UNLOCK_DAYS = 120
TRY = ("/value zhipu", "/compare zhipu minimax", "/unlocks next 90 days")
"""What is offered to somebody who has nothing yet."""

_SHOWN_SETTINGS: tuple[Setting, ...] = ("zone", "currency", "morning")

_UNLOCK_MEASURES = ("unlock_date", "unlock_ratio", "unlock_value", "shares_in_issue")


def page(_ask: Ask, desk: Desk) -> Deed:
    """Returns the page of whoever asks: their alerts, the workspace's others, next unlocks, and how the bot stands."""
    kept = list(desk.rules.of(desk.workspace)) if desk.rules else []
    me = desk.call.person
    mine = [k for k in kept if (k.rule.owner.platform, k.rule.owner.id) == (me.platform, me.id)]
    others = [k for k in kept if k not in mine]
    pulse = desk.condition.pulse(desk.workspace) if desk.condition else Pulse()
    blocks: list[Block] = []
    if mine:
        blocks.append(_rules(mine, Message("home-mine"), desk))
    if others:
        blocks.append(_rules(others, Message("home-others"), desk))
    if not kept:
        blocks.append(Notice(Message("home-none")))
    blocks += _unlocks(desk)
    blocks.append(_standing(pulse, desk))
    said: dict[str, Argument] = {"mine": len(mine), "others": len(others), "open": _going_on(desk)}
    return Deed(Answer(Message("home-headline", said), tuple(blocks), _choices(mine, kept), visible_to="asker"))


def _going_on(desk: Desk) -> int:
    return len(desk.episodes.going_on(desk.workspace)) if desk.episodes else 0


def _rules(kept: Sequence[KeptRule], caption: Message, desk: Desk) -> Table:
    """The newest first, since those are what somebody comes to look at."""
    rows = tuple(
        (
            Cell(Raw(k.rule.id)),
            Cell(saying.rule_words(k.rule, desk.names.vocabulary)),
            Cell(Message("alert-is-paused") if k.rule.paused else Term("phase", k.phase or "unseen")),
        )
        for k in list(reversed(kept))[:MOST_RULES]
    )
    columns = (Column(Message("column-rule")), Column(Message("column-watches")), Column(Message("alert-stands")))
    return Table(caption, columns, rows)


def _unlocks(desk: Desk) -> list[Block]:
    if desk.facts is None:
        return []
    vocabulary = desk.names.vocabulary
    needs = Needs(tuple(vocabulary.companies), inputs_of(_UNLOCK_MEASURES, vocabulary), bars=True, holdings=True)
    scene = Scene(vocabulary, desk.facts.snapshot(desk.workspace, needs), desk.rates, desk.now)
    moment = Moment(desk.today, desk.today, desk.now)
    window = (desk.today, desk.today.plus(UNLOCK_DAYS))
    coming = due(scene.evidence, tuple(scene.book.listings), moment, window)[:MOST_UNLOCKS]
    if not coming:
        return [Notice(Message("digest-no-unlocks", {"count": UNLOCK_DAYS}))]
    return [upcoming(coming, moment, scene, Message("home-unlocks"))]


def _standing(pulse: Pulse, desk: Desk) -> Fields:
    ticked = next((work for work in pulse.works if work.name == "tick"), None)
    evaluated = Message("status-ago", {"ago": ago(ticked.at, desk.now)}) if ticked else Message("status-never")
    stuck = pulse.unsure + pulse.parked
    fields = [
        Field(Message("home-evaluated"), Cell(evaluated)),
        Field(Message("home-delivery"), Cell(Message("home-stuck", {"count": stuck}))),
    ]
    if pulse.newest_price is not None:
        fields.append(Field(Message("status-newest-price"), Cell(pulse.newest_price)))
    return Fields((*fields, *_settings(desk)))


def _settings(desk: Desk) -> list[Field]:
    """What is set; where nobody has set anything, what then holds."""
    return [
        Field(Message("plain", {"text": Term("setting", name)}), Cell(Message("plain", {"text": words})))
        for name in _SHOWN_SETTINGS
        for words in [value_words(name, desk.preferences.of(name).value)]
    ]


def _choices(mine: Sequence[KeptRule], kept: Sequence[KeptRule]) -> tuple[Choice, ...]:
    toggles = [
        Choice(
            Message("home-resume" if k.rule.paused else "home-pause", {"id": Raw(k.rule.id)}),
            Ask("alert", f"{'resume' if k.rule.paused else 'pause'} {k.rule.id}"),
        )
        for k in list(reversed(mine))[:MOST_TOGGLES]
    ]
    tries = [] if kept else [Choice(Message("choice-try", {"example": Raw(each)}), Ask.of(each)) for each in TRY]
    every = [Choice(Message("choice-list-alerts"), Ask("alert", "list all"))] if kept else []
    return (
        Choice(Message("form-alert"), Ask("alert", "new")),
        *tries,
        *toggles,
        *every,
        Choice(Message("home-choice-settings"), Ask("settings")),
        Choice(Message("choice-help"), Ask("help")),
    )


COMMAND: Command[Desk, Result] = Command(
    name="home",
    summary="command-home",
    options=(),
    examples=("/home",),
    run=page,
    names_zh=("主页", "首页"),
)
