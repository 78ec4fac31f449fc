"""/alert health: what was not delivered and why, what a person decides about it, and which alerts see nothing."""

from __future__ import annotations

from bot.alerts import saying
from bot.answer import Answer, Cell, Choice, Column, Notice, Table
from bot.call import Ask
from bot.commands.deed import Deed
from bot.commands.desk import Desk
from bot.delivery import Decision, Trouble
from bot.errors import ProblemError
from bot.ports import KeptRule
from bot.text import Message, Raw, Several, Term, Typed, folded

_AGAIN = ("again", "resend", "重发", "再发")
_DROP = ("drop", "discard", "放弃", "丢弃")

MOST_ROWS, MOST_CHOICES = 20, 4


def health(words: str, desk: Desk) -> Deed:
    """Returns what stands undelivered, or the decision about one of it; raises ProblemError for one that is not there.

    What was perhaps delivered is never sent again unasked; here it is asked.
    """
    troubles = list(desk.outbox.health(desk.workspace)) if desk.outbox else []
    verb, _, name = folded(words).partition(" ")
    if verb not in (*_AGAIN, *_DROP):
        return Deed(_listed(troubles, desk))
    found = [t for t in troubles if name and t.delivery.startswith(name.strip()) and t.state in ("unsure", "parked")]
    if len(found) != 1:
        raise ProblemError(Message("health-not-there", {"words": Raw(name[:40])}), "/alert health", outcome="clarify")
    again = verb in _AGAIN
    said = Message("health-again" if again else "health-dropped", {"count": found[0].count})
    return Deed(Answer(said, visible_to="asker"), decisions=(Decision(found[0].delivery, again=again),))


def _listed(troubles: list[Trouble], desk: Desk) -> Answer:
    blind, aside = _blind(desk), set_aside(desk)
    if not troubles:
        said = Message("health-blind", {"count": len(blind)}) if blind else damaged(desk) or Message("health-good")
        return Answer(said, (*aside, *([_blind_table(blind, desk)] if blind else [])), visible_to="asker")
    columns = (
        Column(Message("column-channel")),
        Column(Message("column-messages"), "number"),
        Column(Message("alert-stands")),
        Column(Message("column-reason")),
        Column(Message("column-due")),
        Column(Message("column-number")),
    )
    rows = tuple(
        (
            _place(each, desk),
            Cell(Message("plain", {"text": each.count})),
            Cell(Term("delivery", each.state)),
            Cell(Term("why", each.why)),
            Cell(Message("plain", {"text": each.since})),
            Cell(Raw(each.delivery[:8])),
        )
        for each in troubles[:MOST_ROWS]
    )
    asked = [each for each in troubles if each.state in ("unsure", "parked")][:MOST_CHOICES]
    choices = tuple(
        Choice(Message(key, {"number": Raw(each.delivery[:8])}), Ask("alert", f"health {verb} {each.delivery[:8]}"))
        for each in asked
        for key, verb in (("choice-send-again", "again"), ("choice-drop", "drop"))
    )
    said = Message("health-troubled", {"count": sum(each.count for each in troubles)})
    tables = [Table(Message("health-caption"), columns, rows)]
    if blind:
        tables.append(_blind_table(blind, desk))
    return Answer(said, (*aside, *tables), choices, visible_to="asker")


def damaged(desk: Desk) -> Message | None:
    """Returns how many alerts of a workspace are set aside because they are damaged, None where none is."""
    count = len(desk.rules.damaged(desk.workspace)) if desk.rules else 0
    return Message("health-damaged", {"count": count}) if count else None


def set_aside(desk: Desk) -> tuple[Notice, ...]:
    """Returns which alerts are set aside because they are damaged, and what puts them back."""
    ids = desk.rules.damaged(desk.workspace) if desk.rules else ()
    if not ids:
        return ()
    named = Several(tuple(Raw(id) for id in ids[:MOST_ROWS]))
    remove = Typed(f"/alert remove {ids[0]}")
    return (Notice(Message("health-set-aside", {"count": len(ids), "rules": named, "remove": remove})),)


def _blind(desk: Desk) -> list[KeptRule]:
    kept = desk.rules.of(desk.workspace) if desk.rules else ()
    return [each for each in kept if each.blind is not None and not each.rule.paused]


def _blind_table(blind: list[KeptRule], desk: Desk) -> Table:
    columns = (
        Column(Message("column-rule")),
        Column(Message("column-watches")),
        Column(Message("column-blind-since")),
        Column(Message("column-reason")),
    )
    rows = tuple(
        (
            Cell(Raw(each.rule.id)),
            Cell(saying.rule_words(each.rule, desk.names.vocabulary)),
            Cell(Message("plain", {"text": each.blind.since})),
            Cell(Term("fault", each.blind.why) if each.blind.why else Term("phase", "no_data")),
        )
        for each in blind[:MOST_ROWS]
        if each.blind is not None
    )
    return Table(Message("health-blind-caption"), columns, rows)


def _place(each: Trouble, desk: Desk) -> Cell:
    place, here = each.destination, desk.call.place
    if (place.platform, place.team, place.channel) == (here.platform, here.team, here.channel):
        return Cell(Message("health-here"))
    return Cell(Raw(f"{place.platform} {place.channel}"))
