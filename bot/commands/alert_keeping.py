"""Making a rule and saying so: what it watches, how often it speaks, what it would have said over the past months."""

from __future__ import annotations

from dataclasses import replace

from bot.alerts import saying
from bot.answer import Answer, Block, Cell, Choice, Field, Fields, Notice
from bot.call import Ask
from bot.commands import alert_proof
from bot.commands.alert_options import take_options, with_options
from bot.commands.alert_words import EXAMPLES, read_watch
from bot.commands.deed import Deed
from bot.commands.desk import Desk
from bot.errors import ProblemError
from bot.quantities import Percent, unit_of
from bot.rule import (
    MOST_PER_PERSON,
    MOST_PER_WORKSPACE,
    Frequency,
    KeepRule,
    LevelWatch,
    ReleaseWatch,
    Rule,
    Watch,
    rule_id,
)
from bot.text import Message, Raw


def rule_from(text: str, desk: Desk) -> Rule:
    """Returns the rule that words ask for; raises ProblemError for words that ask for none."""
    if not text.strip():
        raise ProblemError(Message("alert-what"), *EXAMPLES, outcome="clarify")
    words, options = take_options(text, desk)
    watch = _in_its_currency(read_watch(words, desk), desk)
    # A thread is where it was asked for; what happens is told to the channel.
    place = replace(desk.call.place, thread="")
    rule = Rule(
        rule_id(desk.workspace, place, watch),
        desk.workspace,
        desk.call.person,
        (place,),
        watch,
        desk.now,
        frequency=_usual(watch),
        language=desk.language,
        morning=desk.preferences.of("morning", "person").value,
    )
    return with_options(rule, options)


def _usual(watch: Watch) -> Frequency:
    """A fall of a tenth after a fall of a twentieth is news; a figure that stays beyond a level is none."""
    moves = isinstance(watch, LevelWatch) and watch.subject.kind in ("move", "swing", "high", "low")
    return "each_close" if moves else "each_crossing"


def add(text: str, desk: Desk) -> Deed:
    """Returns a new rule to be kept, and what it will do; raises ProblemError where there are too many already."""
    rule = rule_from(text, desk)
    kept = desk.rules.of(desk.workspace) if desk.rules else ()
    if not any(k.rule.id == rule.id for k in kept):
        own = sum(k.rule.owner == rule.owner for k in kept)
        if own >= MOST_PER_PERSON:
            raise ProblemError(Message("alert-too-many-own", {"most": MOST_PER_PERSON}), "/alert list")
        if len(kept) >= MOST_PER_WORKSPACE:
            raise ProblemError(Message("alert-too-many", {"most": MOST_PER_WORKSPACE}), "/alert list")
    return Deed(confirmed("alert-kept", rule, desk), rules=(KeepRule(rule),))


def edited(rule: Rule, text: str, desk: Desk) -> Deed:
    """Returns a rule with options changed; raises ProblemError for words that are no options."""
    words, options = take_options(text, desk)
    if words or not options:
        steps = (f"/alert edit {rule.id} daily at 08:30", f"/alert edit {rule.id} band 5%")
        raise ProblemError(Message("alert-edit-what", {"words": Raw(words[:60])}), *steps, outcome="clarify")
    changed = with_options(rule, options)
    return Deed(confirmed("alert-edited", changed, desk), rules=(KeepRule(changed),))


def confirmed(key: str, rule: Rule, desk: Desk, *, kept: bool = False) -> Answer:
    """Returns what a rule will do: its words, its value now, the line of replay, and what can be done with it."""
    said = Message(key, {"rule": saying.rule_words(rule, desk.names.vocabulary), "id": Raw(rule.id)})
    fields = [Field(Message("alert-how-often"), Cell(saying.often(rule)))]
    blocks: list[Block] = []
    choices: list[Choice] = []
    if isinstance(rule.watch, ReleaseWatch):
        blocks.append(alert_proof.coming(rule, desk))
    elif rule.subject is not None:
        proof = alert_proof.proof(rule, desk)
        found = proof.now(desk)
        blocks.append(alert_proof.standing(found, kept=kept))
        blocks.append(alert_proof.past_notice(rule, desk))
        event = not isinstance(rule.watch, LevelWatch) or rule.watch.event
        blocks.append(Notice(Message("alert-first-look" if event else "alert-fires-if-true")))
        band = proof.band(desk)
        if band is not None:
            blocks.append(Notice(Message("alert-band-proposed", {"band": band})))
            assert isinstance(band, Percent)
            wide = f"{(band.fraction * 100).normalize():f}"
            ask = Ask("alert", f"edit {rule.id} band {wide}%")
            choices.append(Choice(Message("choice-band", {"band": band}), ask))
        choices.append(Choice(Message("choice-replay"), Ask("alert", f"replay {rule.id}")))
    choices += [
        Choice(Message("choice-pause"), Ask("alert", f"pause {rule.id}")),
        Choice(Message("choice-list-alerts"), Ask("alert", "list")),
    ]
    return Answer(said, (Fields(tuple(fields)), *blocks), tuple(choices), visible_to="asker")


def _in_its_currency(watch: Watch, desk: Desk) -> Watch:
    """A level without a currency is in that of the figure as it stands."""
    if not isinstance(watch, LevelWatch) or watch.subject.kind != "figure" or watch.subject.currency:
        return watch
    if desk.names.vocabulary.measures[watch.subject.measure].unit not in ("money", "price"):
        return watch
    company = desk.names.vocabulary.companies[watch.subject.companies[0]]
    rule = Rule("", desk.workspace, desk.call.person, (), watch, desk.now)
    found = alert_proof.proof(rule, desk).now(desk)
    value = found.reading.value or next((f.number for f in found.reading.figures if f.number is not None), None)
    currency = unit_of(value) if value is not None else company.reporting_currency
    return replace(watch, subject=replace(watch.subject, currency=currency))
