"""/forget me: what is kept of somebody is deleted, after a word that says what that is."""

from __future__ import annotations

from bot.answer import Answer, Choice, Notice
from bot.call import Ask
from bot.commands.deed import Deed
from bot.commands.desk import Desk, Result
from bot.commands.reading import text_of
from bot.errors import ProblemError
from bot.schema import Command, Option
from bot.text import Message, Raw, folded

_ME = ("me", "myself", "", "我", "我的数据")
_SURE = ("yes", "确认")


def choose(ask: Ask, desk: Desk) -> Deed:
    """Returns what forgetting the asker would delete, or the deed itself; raises ProblemError for somebody else."""
    words = folded(text_of(ask).strip())
    who, _, word = words.partition(" ")
    alone = not desk.call.place.team
    what = (Notice(Message("forget-alone" if alone else "forget-what")),)
    if who in _ME and word in _SURE:
        return Deed(Answer(Message("forget-done"), what, visible_to="asker"), forgets=True)
    if words not in _ME:
        raise ProblemError(Message("forget-whom", {"words": Raw(words[:40])}), "/forget me")
    sure = Choice(Message("choice-forget"), Ask("forget", "me yes"))
    return Deed(Answer(Message("forget-asked"), what, (sure,), visible_to="asker"))


COMMAND: Command[Desk, Result] = Command(
    name="forget",
    summary="command-forget",
    options=(Option("who", "text", "option-forget"),),
    examples=("/forget me",),
    run=choose,
    effect="changes",
    # Everybody may have what is their own deleted.
    needs="view",
    names_zh=("忘记我", "忘记"),
)
