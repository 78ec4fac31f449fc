"""/digest: what happened, summed up after the close, each day or each week; now to look at, or from now on."""

from __future__ import annotations

import re
from dataclasses import replace
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.alerts import digests
from bot.answer import Answer, Cell, Choice, Field, Fields, Notice
from bot.answers.scene import Scene
from bot.call import Ask
from bot.commands import digest_questions
from bot.commands.alert_proof import book_of
from bot.commands.deed import Deed
from bot.commands.desk import Desk, Result
from bot.commands.digest_words import next_of, words_of
from bot.commands.reading import text_of
from bot.digest import AFTER_CLOSE, EXCHANGE_ZONE, Cadence, Digest, DropDigest, KeepDigest
from bot.errors import ProblemError
from bot.schema import Command, Option
from bot.text import Message, Raw, folded

_STEPS = ("/digest", "/digest daily", "/digest weekly", "/digest stop")
_WHEN = re.compile(
    r"(?P<which>daily|weekly|每[天日]|每周)(?: ?(?:at )?(?P<hour>\d{1,2}:\d{2}))?"
    r"(?: (?:zone )?(?P<zone>[a-z_]+/[a-z_]+))?",
    re.I,
)
_NOW = {
    "": "daily",
    "now": "daily",
    "today": "daily",
    "今天": "daily",
    "week": "weekly",
    "this week": "weekly",
    "本周": "weekly",
}
_ADD = re.compile(r"(?:add|加入|添加) ?", re.IGNORECASE)
_REMOVE = re.compile(r"(?:remove|delete|移除|删除)(?: |$)", re.IGNORECASE)
_WEEKLY = ("weekly", "每周")
_STOP = ("stop", "off", "停止", "取消")
_SHOW = ("show", "when", "list", "查看", "列表")


def choose(ask: Ask, desk: Desk) -> Deed:
    """Returns a digest as of now, or the change of when this channel gets one.

    Raises ProblemError for words that are neither, for an hour that is none and a zone nobody knows.
    """
    text = text_of(ask).strip()
    words = folded(text)
    if words in _NOW:
        cadence: Cadence = "weekly" if _NOW[words] == "weekly" else "daily"
        return Deed(_preview(cadence, desk))
    place = replace(desk.call.place, thread="")
    if words in _STOP:
        return Deed(Answer(Message("digest-stopped"), visible_to="asker"), digests=(DropDigest(place),))
    if words in _SHOW:
        return Deed(_standing(desk))
    if found := _ADD.match(text):
        return digest_questions.added(text[found.end() :], place, desk)
    if found := _REMOVE.match(text):
        return digest_questions.removed(text[found.end() :].strip(), place, desk)
    match = _WHEN.fullmatch(text)
    if match is None:
        raise ProblemError(Message("digest-what", {"words": Raw(text[:40])}), *_STEPS, outcome="clarify")
    cadence = "weekly" if folded(match["which"]) in _WEEKLY else "daily"
    # An hour somebody names is one of their own zone; the usual one follows the close in Hong Kong.
    own = desk.preferences.of("zone", "person").value if match["hour"] else ""
    hour, zone = _hour(match["hour"]), _zone(match["zone"] or own or None)
    at = next_of(cadence, hour, zone, desk)
    before = desk.digests.of(desk.workspace, place) if desk.digests else None
    asked = before.asked if before else ()
    kept = Digest(desk.workspace, place, cadence, at, desk.now, hour, zone, desk.language, asked)
    preview = Choice(Message("choice-digest-now"), Ask("digest", "week" if cadence == "weekly" else "now"))
    said = Answer(words_of(kept), choices=(preview, _stop()), visible_to="asker")
    return Deed(said, digests=(KeepDigest(kept),))


def _preview(cadence: Cadence, desk: Desk) -> Answer:
    vocabulary = desk.names.vocabulary
    book = book_of(desk, digests.needs(vocabulary))
    since = digests.look_back(cadence, desk.now)
    everything = desk.quietings.told(desk.workspace, since) if desk.quietings else ()
    told = digests.told_in(everything, desk.rules.of(desk.workspace) if desk.rules else (), desk.call.place)
    scene = Scene(vocabulary, book, desk.rates, desk.now)
    kept = desk.digests.of(desk.workspace, desk.call.place) if desk.digests else None
    asked = digest_questions.anew(kept.asked, desk) if kept else ()
    return digests.digest(scene, cadence, EXCHANGE_ZONE, since, told, asked)


def _standing(desk: Desk) -> Answer:
    kept = desk.digests.of(desk.workspace, desk.call.place) if desk.digests else None
    if kept is None:
        choices = tuple(Choice(Message("choice-try", {"example": Raw(s)}), Ask.of(s)) for s in _STEPS[:3])
        return Answer(Message("digest-none"), (Notice(Message("digest-none-yet")),), choices, visible_to="asker")
    fields = Fields((Field(Message("digest-next"), Cell(Message("plain", {"text": kept.next_at}))),))
    listed = digest_questions.listed(kept.asked)
    return Answer(words_of(kept), (fields, *listed.blocks), (*listed.choices, _stop()), visible_to="asker")


def _stop() -> Choice:
    return Choice(Message("choice-digest-stop"), Ask("digest", "stop"))


def _hour(text: str | None) -> str:
    if text is None:
        return AFTER_CLOSE
    hour = text.rjust(5, "0")
    if hour > "23:59" or hour[3:] > "59":
        raise ProblemError(Message("alert-bad-hour", {"words": Raw(text)}), "/digest daily 17:00")
    return hour


def _zone(text: str | None) -> str:
    if text is None:
        return EXCHANGE_ZONE
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ProblemError(Message("alert-unknown-zone", {"words": Raw(text[:40])}), "/digest daily 17:00") from None
    return text


COMMAND: Command[Desk, Result] = Command(
    name="digest",
    summary="command-digest",
    options=(Option("digest", "text", "option-digest"),),
    examples=(
        "/digest",
        "/digest week",
        "/digest daily",
        "/digest daily 17:00 Europe/London",
        "/digest weekly",
        "/digest add compare zhipu minimax",
        "/digest show",
        "/digest remove 1",
        "/digest stop",
    ),
    run=choose,
    effect="changes",
    needs="edit",
    names_zh=("摘要", "日报"),
)
