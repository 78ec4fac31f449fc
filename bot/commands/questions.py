"""/questions: whether what is asked here is kept for learning, and whether an answer helped."""

from __future__ import annotations

import re

from bot.answer import Answer, KeepQuestions, RateQuestion
from bot.call import Ask
from bot.commands.deed import Deed
from bot.commands.desk import Desk, Result
from bot.commands.reading import text_of
from bot.errors import ProblemError
from bot.schema import Command, Option
from bot.text import Message, Raw, folded

_KEEP = {"on": True, "off": False, "开": True, "关": False}
_RATE = {"good": True, "bad": False}
_ID = re.compile(r"(good|bad) ([0-9a-f]{8,40})")


def choose(ask: Ask, desk: Desk) -> Deed:
    """Returns the change asked for; raises ProblemError for other words."""
    word = folded(text_of(ask))
    if match := _ID.fullmatch(word):
        return Deed(Answer(Message("questions-rated"), visible_to="asker"), (RateQuestion(match[2], _RATE[match[1]]),))
    if word not in _KEEP:
        said = Message("questions-what", {"words": Raw(word[:40])})
        raise ProblemError(said, "/questions on", "/questions off", outcome="clarify")
    kept = _KEEP[word]
    said = Message("questions-on") if kept else Message("questions-off")
    return Deed(Answer(said, visible_to="asker"), (KeepQuestions(kept),))


COMMAND: Command[Desk, Result] = Command(
    name="questions",
    summary="command-questions",
    options=(Option("keep", "choice", "option-questions-keep", choices=("on", "off")),),
    examples=("/questions on", "/questions off"),
    run=choose,
    effect="changes",
    needs="edit",
    names_zh=("提问记录",),
)
