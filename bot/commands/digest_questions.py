"""Questions of a channel that its digest answers anew: added from under any answer, listed, taken out again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.alerts.digest_questions import MOST_QUESTIONS, asked_anew
from bot.answer import Answer, Block, Cell, Choice, Field, Fields, Notice
from bot.answers.asking import ask_again
from bot.call import Ask, Place
from bot.commands.behind import plan_behind
from bot.commands.deed import Deed
from bot.commands.desk import Desk
from bot.commands.digest_words import next_of, words_of
from bot.digest import AFTER_CLOSE, EXCHANGE_ZONE, Digest, KeepDigest
from bot.errors import ProblemError
from bot.plan import Plan
from bot.text import Message, Raw, Typed, folded

_ALL = ("all", "全部", "所有")
_STEP = "/digest add compare zhipu minimax"


def added(text: str, place: Place, desk: Desk) -> Deed:
    """Returns the question behind `add` as one of the channel's digest, which comes each day where there was none.

    Where there are enough already they are listed, to take one out. Raises ProblemError for words that ask no question.
    """
    named = folded(text.removeprefix("/").partition(" ")[0]) in desk.table.by_name
    plan = plan_behind(text if named else f"ask {text}", desk, "digest") if text else None
    if plan is None:
        raise ProblemError(Message("digest-add-what", {"words": Raw(text[:40])}), _STEP, outcome="clarify")
    before = _kept(place, desk)
    kept = before or _daily(place, desk)
    if plan.hash not in [each.hash for each in kept.asked]:
        if len(kept.asked) >= MOST_QUESTIONS:
            full = replace(listed(kept.asked), headline=Message("digest-full", {"most": MOST_QUESTIONS}))
            return Deed(replace(full, visible_to="asker"))
        kept = replace(kept, asked=(*kept.asked, plan))
    number = [each.hash for each in kept.asked].index(plan.hash) + 1
    blocks: tuple[Block, ...] = (Notice(words_of(kept)),)
    if before is None:
        blocks = (Notice(Message("digest-begun")), *blocks)
    choices = (
        Choice(Message("choice-digest-now"), Ask("digest", "week" if kept.cadence == "weekly" else "now")),
        _taking_out(number),
        Choice(Message("choice-digest-stop"), Ask("digest", "stop")),
    )
    said = Answer(Message("digest-added", {"line": line_of(plan)}), blocks, choices, visible_to="asker")
    return Deed(said, digests=(KeepDigest(kept),))


def removed(which: str, place: Place, desk: Desk) -> Deed:
    """Returns a digest without one of its questions, by its number, or without all of them.

    Raises ProblemError for a number that none has.
    """
    kept = _kept(place, desk)
    asked = kept.asked if kept else ()
    if kept is not None and asked and folded(which) in _ALL:
        said = Answer(Message("digest-removed-all"), visible_to="asker")
        return Deed(said, digests=(KeepDigest(replace(kept, asked=())),))
    number = int(which) if which.isascii() and which.isdigit() and len(which) < 4 else 0
    if kept is None or not 1 <= number <= len(asked):
        said_what = Message("digest-no-question", {"words": Raw(which[:40]), "count": len(asked)})
        raise ProblemError(said_what, "/digest show", _STEP, outcome="clarify")
    rest = (*asked[: number - 1], *asked[number:])
    listing = listed(rest)
    line = line_of(asked[number - 1])
    answer = replace(listing, headline=Message("digest-removed", {"line": line}), visible_to="asker")
    return Deed(answer, digests=(KeepDigest(replace(kept, asked=rest)),))


def listed(asked: Sequence[Plan]) -> Answer:
    """Returns the questions of a digest by number, each with the button that takes it out; nothing for none."""
    fields = tuple(
        Field(Message("digest-question", {"number": number}), Cell(Message("plain", {"text": line_of(plan)})))
        for number, plan in enumerate(asked, 1)
    )
    choices = tuple(_taking_out(number) for number in range(1, len(asked) + 1))
    return Answer(Message("digest-questions", {"count": len(asked)}), (Fields(fields),) if fields else (), choices)


def anew(asked: Sequence[Plan], desk: Desk) -> list[Block]:
    """Returns the answers to a digest's questions as of now."""
    if desk.facts is None:
        return []
    return asked_anew(asked, desk.workspace, desk.names.vocabulary, desk.facts, desk.rates, desk.now)


def line_of(plan: Plan) -> Typed:
    """Returns the line that asks a plan."""
    return Typed(ask_again(plan).typed)


def _taking_out(number: int) -> Choice:
    return Choice(Message("choice-digest-remove", {"number": number}), Ask("digest", f"remove {number}"))


def _kept(place: Place, desk: Desk) -> Digest | None:
    return desk.digests.of(desk.workspace, place) if desk.digests else None


def _daily(place: Place, desk: Desk) -> Digest:
    at = next_of("daily", AFTER_CLOSE, EXCHANGE_ZONE, desk)
    return Digest(desk.workspace, place, "daily", at, desk.now, language=desk.language)
