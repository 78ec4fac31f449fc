"""Reading how often a rule speaks and what holds it back: once, daily at 08:30, held 2 closes, band 5%, until a day."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.alerts.timing import local_instant
from bot.commands.desk import Desk
from bot.days import Day, Instant
from bot.errors import ProblemError
from bot.rule import LevelWatch, Rule
from bot.text import Message, Raw

Set = dict[str, Any]
MOST_PENDING = 100
LONGEST_DAYS = 3 * 366


def take_options(text: str, desk: Desk) -> tuple[str, Set]:
    """Returns the words without the options in them, and the options as fields of a rule; `band` stands apart."""
    found: Set = {}
    for pattern, read in _READERS:
        match = pattern.search(text)
        if match is not None:
            found |= read(match, desk)
            text = f"{text[: match.start()]} {text[match.end() :]}"
    return " ".join(text.split()), found


def with_options(rule: Rule, options: Set) -> Rule:
    """Returns a rule with options put in; a band moves the level it has to fall back past."""
    fields = {name: value for name, value in options.items() if name != "band"}
    changed = replace(rule, **fields)
    band: Decimal | None = options.get("band")
    watch = changed.watch
    if band is None or not isinstance(watch, LevelWatch):
        return changed
    away = abs(watch.level) * band
    recover = watch.level - away if watch.side == "above" else watch.level + away
    return replace(changed, watch=replace(watch, recover=recover))


def _frequency(match: re.Match[str], desk: Desk) -> Set:
    if match["daily"]:
        return {"frequency": "daily", **(_morning(match, desk) if match["hour"] else {})}
    if match["close"]:
        return {"frequency": "each_close"}
    return {"frequency": "once" if match["once"] else "each_crossing"}


def _hour(text: str) -> str:
    hour, _, minute = text.partition(":")
    if int(hour) > 23 or int(minute or 0) > 59:
        raise ProblemError(Message("alert-bad-hour", {"words": Raw(text)}), "/alert add unlock zhipu at 08:30")
    return f"{int(hour):02d}:{int(minute or 0):02d}"


def _morning(match: re.Match[str], desk: Desk) -> Set:
    return {"morning": _hour(match["hour"]), "own_hour": True}


def _pending(match: re.Match[str], desk: Desk) -> Set:
    return {"pending": max(1, min(MOST_PENDING, int(match["n"] or match["m"])))}


def _minutes(match: re.Match[str], desk: Desk) -> Set:
    return {"pending_minutes": min(7 * 24 * 60, int(match["n"]))}


def _keep(match: re.Match[str], desk: Desk) -> Set:
    return {"keep": max(1, min(MOST_PENDING, int(match["n"])))}


def _cooldown(match: re.Match[str], desk: Desk) -> Set:
    each = 24 * 60 if match["days"] else 60
    return {"cooldown_minutes": min(LONGEST_DAYS * 24 * 60, int(match["n"]) * each)}


def _band(match: re.Match[str], desk: Desk) -> Set:
    return {"band": min(Decimal(50), Decimal(match["n"])) / 100}


def _until(match: re.Match[str], desk: Desk) -> Set:
    try:
        day = Day.of(match["day"])
    except ValueError:
        raise ProblemError(Message("no-such-day", {"words": Raw(match["day"])}), "/alert list") from None
    if not desk.today < day <= desk.today.plus(LONGEST_DAYS):
        raise ProblemError(Message("alert-end-passed", {"day": day, "today": desk.today}), "/alert list")
    return {"expires_at": local_instant(day, "00:00", "UTC")}


def _lasting(match: re.Match[str], desk: Desk) -> Set:
    days = max(1, min(LONGEST_DAYS, int(match["n"])))
    return {"expires_at": Instant(desk.now.at + timedelta(days=days))}


def _zone(match: re.Match[str], desk: Desk) -> Set:
    zone = match["zone"] or match["zh"]
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ProblemError(
            Message("alert-unknown-zone", {"words": Raw(zone[:40])}),
            "/alert add unlock zhipu zone Europe/London",
        ) from None
    return {"zone": zone}


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Desk], Set]], ...] = (
    (re.compile(r"\bzone (?P<zone>[a-z_]+(?:/[a-z_+-]+)*\d*)|时区 ?(?P<zh>[a-z_]+/[a-z_]+)", re.I), _zone),
    (re.compile(r"(?:until|至|直到) ?(?P<day>\d{4}-\d{2}-\d{2})", re.I), _until),
    (re.compile(r"(?:lasting|expires? in|有效期?) ?(?P<n>\d{1,4}) ?(?:days?|天)", re.I), _lasting),
    (re.compile(r"(?:\b(?:hysteresis )?band (?:of )?|(?:缓冲|回差) ?)(?P<n>\d{1,2}(?:\.\d+)?) ?%", re.I), _band),
    (
        re.compile(
            r"(?:cool ?down|冷却|静默) ?(?:of )?(?P<n>\d{1,4}) ?(?:(?P<days>days?|d\b|天|日)|hours?|h\b|小时)", re.I
        ),
        _cooldown,
    ),
    (re.compile(r"\bkeep(?: firing)? (?:for )?(?P<n>\d{1,3}) ?(?:closes?|observations?)?", re.I), _keep),
    (re.compile(r"恢复需? ?(?P<n>\d{1,3}) ?(?:个|次)?(?:收盘|交易日)"), _keep),
    (re.compile(r"\b(?:held|pending) (?:for )?(?P<n>\d{1,4}) ?min(?:ute)?s?\b", re.I), _minutes),
    (re.compile(r"持续 ?(?P<n>\d{1,4}) ?分钟"), _minutes),
    (
        re.compile(
            r"\b(?:held|pending) (?:for )?(?P<n>\d{1,3}) ?(?:closes?|observations?|sessions?)?"
            r"|持续 ?(?P<m>\d{1,3}) ?(?:个|次)?(?:收盘|交易日)",
            re.I,
        ),
        _pending,
    ),
    (
        re.compile(
            r"(?P<once>\bonce\b|只提醒一次|仅一次)|(?P<close>\b(?:each|every) close\b|每次收盘|每个收盘)"
            r"|(?P<each>\beach (?:time|crossing)\b|每次都?提醒)"
            r"|(?P<daily>\b(?:daily|every day)\b|每[天日])(?:(?: at)? ?(?P<hour>\d{1,2}:\d{2}))?",
            re.I,
        ),
        _frequency,
    ),
    (re.compile(r"(?:\bat|早上|上午) ?(?P<hour>\d{1,2}:\d{2})", re.I), _morning),
)
