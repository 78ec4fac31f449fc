"""/quiet: when a channel hears its alerts, how often at most, and what is muted until when."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.alert_ports import ToldBefore
from bot.alerts import episodes, quieting
from bot.answer import Answer, Block, Cell, Choice, Column, Field, Fields, Notice, Table
from bot.call import Ask
from bot.commands.deed import Deed
from bot.commands.desk import Desk, Result
from bot.commands.reading import text_of
from bot.days import Instant
from bot.errors import ProblemError
from bot.quiet import ChannelState, DropSilence, KeepSilence, Quiet, SetQuiet, Silence
from bot.schema import Command, Option
from bot.text import Argument, Message, Name, Raw, folded

LOOKS_BACK_DAYS = 30
MOST_DAYS = 366
MOST_BUDGET = 500
_SHOWN = 10
_STEPS = ("/quiet hours 22:00-08:00", "/quiet market", "/quiet budget 5", "/quiet mute zhipu 3 days", "/quiet off")
_HOURS = re.compile(
    r"(?:hours|安静时段|免打扰)? ?(?P<start>\d{1,2}:\d{2}) ?(?:-|to|至|到) ?(?P<end>\d{1,2}:\d{2})"
    r"(?: (?P<zone>[a-z_]+/[a-z_]+))?",
    re.I,
)
_BUDGET = re.compile(r"(?:budget|上限|每周) ?(?P<n>\d{1,4}|off|none|不限)(?: ?(?:a week|条))?", re.I)
_MUTE = re.compile(
    r"(?:mute|静音|屏蔽) ?(?P<what>.+?) ?(?:for )?(?P<n>\d{1,4}) ?(?:(?P<h>h|hours?|个?小时)|(?P<d>d|days?|天))", re.I
)
_UNMUTE = re.compile(r"(?:unmute|取消静音|取消屏蔽) ?(?P<id>\w+)", re.I)
_MARKET = ("market", "market hours", "交易时段", "盘中")
_OFF = ("off", "always", "关闭", "随时")
_ALL = ("all", "everything", "全部")


def choose(ask: Ask, desk: Desk) -> Deed:
    """Returns the change of when this channel hears its alerts or of what is muted, or how it stands.

    Raises ProblemError for words that are none of this, and for a company or an alert that is not there.
    """
    text = text_of(ask).strip()
    words = folded(text)
    state = _state(desk)
    if not words:
        return Deed(_shown(state, desk))
    if words in _OFF:
        return _set(replace(state.quiet, start="", end="", market=False, budget=None), desk)
    if words in _MARKET:
        return _set(replace(state.quiet, start="", end="", market=True), desk)
    if match := _HOURS.fullmatch(text):
        own = "" if state.quiet.start else desk.preferences.of("zone", "person").value
        return _set(_hours(match, replace(state.quiet, zone=own or state.quiet.zone)), desk)
    if match := _BUDGET.fullmatch(words):
        most = int(match["n"]) if match["n"].isdigit() else None
        if most is not None and not 1 <= most <= MOST_BUDGET:
            raise ProblemError(Message("quiet-bad-budget", {"most": MOST_BUDGET}), "/quiet budget 5")
        return _set(replace(state.quiet, budget=most), desk)
    if match := _UNMUTE.fullmatch(words):
        return _unmuted(match["id"], desk)
    if match := _MUTE.fullmatch(text):
        return _muted(match, desk)
    raise ProblemError(Message("quiet-what", {"words": Raw(text[:40])}), *_STEPS, outcome="clarify")


def _state(desk: Desk) -> ChannelState:
    place = replace(desk.call.place, thread="")
    found = desk.quietings.channel(desk.workspace, place) if desk.quietings else None
    return found or ChannelState(desk.workspace, place)


def _set(quiet: Quiet, desk: Desk) -> Deed:
    place = replace(desk.call.place, thread="")
    told = replace(quiet, language=desk.language)
    answer = Answer(_words(told), (Notice(Message("quiet-unlock-days")),), visible_to="asker")
    return Deed(answer, quiet=(SetQuiet(place, told),))


def _hours(match: re.Match[str], quiet: Quiet) -> Quiet:
    start, end = (each.rjust(5, "0") for each in (match["start"], match["end"]))
    for hour in (start, end):
        if hour > "23:59" or hour[3:] > "59":
            raise ProblemError(Message("alert-bad-hour", {"words": Raw(hour)}), _STEPS[0])
    if start == end:
        raise ProblemError(Message("quiet-same-hour"), _STEPS[0], "/quiet off")
    zone = match["zone"] or quiet.zone
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ProblemError(Message("alert-unknown-zone", {"words": Raw(zone[:40])}), _STEPS[0]) from None
    return replace(quiet, start=start, end=end, zone=zone, market=False)


def _words(quiet: Quiet) -> Message:
    """What a channel asked for, in one sentence."""
    if quiet.market:
        when = Message("quiet-market", {"zone": Raw(quiet.zone)})
    elif quiet.start:
        said: dict[str, Argument] = {"start": Raw(quiet.start), "end": Raw(quiet.end), "zone": Raw(quiet.zone)}
        when = Message("quiet-hours", said)
    else:
        when = Message("quiet-never")
    if quiet.budget is None:
        return when
    return Message("parts", {"first": when, "second": Message("quiet-budget", {"count": quiet.budget})})


def _shown(state: ChannelState, desk: Desk) -> Answer:
    fields = []
    left = quieting.left(state, desk.now)
    if left is not None:
        fields.append(Field(Message("quiet-left"), Cell(Raw(str(left)))))
    if state.held:
        fields.append(Field(Message("quiet-waiting"), Cell(Raw(str(len(state.held) + state.more)))))
    if state.release_at is not None:
        fields.append(Field(Message("quiet-until"), Cell(Message("plain", {"text": state.release_at}))))
    blocks: list[Block] = [Fields(tuple(fields))] if fields else []
    silences = desk.quietings.silences(desk.workspace) if desk.quietings else ()
    if silences:
        rows = tuple(
            (
                Cell(Raw(s.id)),
                Cell(_muting(s, desk)),
                Cell(Message("plain", {"text": s.until})),
                Cell(Raw(str(s.muted))),
            )
            for s in silences
        )
        columns = tuple(
            Column(Message(k)) for k in ("column-number", "quiet-muted", "column-silent-until", "quiet-held-back")
        )
        blocks.append(Table(Message("quiet-muted-caption"), columns, rows))
    choices = tuple(
        Choice(Message("choice-try", {"example": Raw(step)}), Ask.of(step)) for step in (*_STEPS[:3], _STEPS[-1])
    )
    return Answer(_words(state.quiet), tuple(blocks), choices, visible_to="asker")


def _muted(match: re.Match[str], desk: Desk) -> Deed:
    count = int(match["n"])
    length = timedelta(hours=count) if match["h"] else timedelta(days=count)
    if not timedelta(0) < length <= timedelta(days=MOST_DAYS):
        raise ProblemError(Message("episode-too-far", {"count": MOST_DAYS}), _STEPS[3])
    company, rule = _what(match["what"], desk)
    id = hashlib.sha256(f"{desk.workspace}{company}{rule}{desk.now.iso}".encode()).hexdigest()[:6]
    place = replace(desk.call.place, thread="")
    silence = Silence(
        id,
        desk.workspace,
        desk.call.person,
        place,
        desk.now,
        Instant(desk.now.at + length),
        company,
        rule,
        language=desk.language,
    )
    said = Message("quiet-now-muted", {"what": _muting(silence, desk), "until": silence.until, "id": Raw(id)})
    undo = Choice(Message("choice-unmute"), Ask("quiet", f"unmute {id}"))
    answer = Answer(said, (*_preview(silence, desk), Notice(Message("quiet-unlock-days"))), (undo,), visible_to="asker")
    return Deed(answer, quiet=(KeepSilence(silence),))


def _what(text: str, desk: Desk) -> tuple[str, str]:
    """The company or the rule that words name; neither for everything."""
    if folded(text) in _ALL:
        return "", ""
    kept = desk.rules.of(desk.workspace) if desk.rules else ()
    rule = next((k.rule.id for k in kept if k.rule.id == folded(text)), "")
    if rule:
        return "", rule
    found = [key for name in desk.names.find(text, typos=True) if name.kind == "company" for key in name.keys]
    if len(found) != 1:
        raise ProblemError(Message("quiet-mute-what", {"words": Raw(text[:40])}), _STEPS[3], "/quiet mute all 2 hours")
    return found[0], ""


def _muting(silence: Silence, desk: Desk) -> Raw | Name | Message:
    if silence.rule:
        return Raw(silence.rule)
    if silence.company:
        return desk.names.vocabulary.companies[silence.company].name
    return Message("quiet-everything")


def _preview(silence: Silence, desk: Desk) -> tuple[Block, ...]:
    """What the silence would have muted over the past month, had it held then."""
    since = Instant(desk.now.at - timedelta(days=LOOKS_BACK_DAYS))
    told = desk.quietings.told(desk.workspace, since) if desk.quietings else ()
    rules = {k.rule.id: k.rule for k in (desk.rules.of(desk.workspace) if desk.rules else ())}

    def muted(each: ToldBefore) -> bool:
        about = episodes.companies_of(rules.get(each.rule), each.key)
        covered = quieting.mutes(silence, desk.workspace, each.rule, about, desk.now)
        return covered and not episodes.is_unlock_day(each.key)

    found = [each for each in told if muted(each)]
    notice = Notice(Message("quiet-preview", {"count": len(found), "days": LOOKS_BACK_DAYS}))
    if not found:
        return (notice,)
    rows = tuple((Cell(Message("plain", {"text": f.at})), Cell(f.headline)) for f in found[-_SHOWN:])
    columns = (Column(Message("column-when")), Column(Message("column-happened")))
    return (notice, Table(Message("quiet-preview-caption"), columns, rows))


def _unmuted(id: str, desk: Desk) -> Deed:
    silences = desk.quietings.silences(desk.workspace) if desk.quietings else ()
    silence = next((s for s in silences if s.id == id), None)
    if silence is None:
        raise ProblemError(Message("quiet-not-muted", {"words": Raw(id[:20])}), "/quiet")
    said = Message("quiet-unmuted", {"what": _muting(silence, desk), "count": silence.muted})
    return Deed(Answer(said, visible_to="asker"), quiet=(DropSilence(id),))


COMMAND: Command[Desk, Result] = Command(
    name="quiet",
    summary="command-quiet",
    options=(Option("quiet", "text", "option-quiet"),),
    examples=(
        "/quiet hours 22:00-08:00",
        "/quiet market",
        "/quiet budget 5",
        "/quiet mute zhipu 3 days",
        "/quiet mute all 2 hours",
        "/quiet 静音 智谱 3天",
        "/quiet off",
    ),
    run=choose,
    effect="changes",
    needs="edit",
    names_zh=("免打扰", "静音"),
)
