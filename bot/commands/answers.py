"""/answers: where a channel sees the answers to commands: the asker alone first, everyone, or in a thread."""

from __future__ import annotations

from bot.answer import Answer, SetShowing, Showing
from bot.call import Ask
from bot.commands.deed import Deed
from bot.commands.desk import Desk, Result
from bot.commands.reading import text_of
from bot.errors import ProblemError
from bot.schema import Command, Option
from bot.text import Message, Raw, folded

_WORDS: dict[str, Showing | None] = {
    "private": "private",
    "私密": "private",
    "仅自己": "private",
    "open": "open",
    "public": "open",
    "公开": "open",
    "thread": "thread",
    "讨论串": "thread",
    "auto": None,
    "自动": None,
}
_STEPS = ("/answers private", "/answers open", "/answers thread", "/answers auto")


def choose(ask: Ask, desk: Desk) -> Deed:
    """Returns the change for this channel; raises ProblemError for another word, and for none to say what holds now."""
    word = folded(text_of(ask))
    if not word:
        raise ProblemError(_said(desk.showing), *_STEPS, outcome="clarify")
    if word not in _WORDS:
        raise ProblemError(Message("unknown-showing", {"words": Raw(word[:40])}), *_STEPS)
    showing = _WORDS[word]
    return Deed(Answer(_said(showing), visible_to="asker"), (SetShowing(showing),))


def _said(showing: Showing | None) -> Message:
    return Message(f"showing-{showing or 'auto'}")


COMMAND: Command[Desk, Result] = Command(
    name="answers",
    summary="command-answers",
    options=(Option("where", "choice", "option-where", choices=("private", "open", "thread", "auto")),),
    examples=_STEPS,
    run=choose,
    effect="changes",
    needs="edit",
    names_zh=("回答方式",),
)
