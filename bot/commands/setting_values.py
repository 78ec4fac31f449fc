"""Reading what a setting is to be: a zone by its city, a currency, an hour, and by whom it is meant to hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.commands.desk import Desk
from bot.preferences import Name, Scope
from bot.questions.currencies import find_currency
from bot.text import Argument, Raw, Term, folded

NAMES: Mapping[Name, tuple[str, ...]] = {
    "zone": ("zone", "time zone", "timezone", "时区"),
    "currency": ("currency", "货币", "币种"),
    "language": ("language", "语言"),
    "theme": ("theme", "pictures", "charts", "图表", "配色"),
    "morning": ("morning", "morning hour", "reminders", "早间", "提醒时间", "早间提醒"),
    "editing": tuple("editing,who may edit,edit,编辑,编辑权限,谁可编辑".split(",")),
}
"""What each setting is called, the word that is offered first."""

EXAMPLES: Mapping[Name, str] = {
    "zone": "/settings zone Europe/London",
    "currency": "/settings currency HKD",
    "language": "/settings language zh for channel",
    "theme": "/settings theme dark",
    "morning": "/settings morning 8:30",
    "editing": "/settings editing editors",
}
USUAL_WORDS = ("auto", "default", "usual", "off", "自动", "默认", "恢复默认", "取消")

_SCOPES: tuple[tuple[Scope, re.Pattern[str]], ...] = (
    ("person", re.compile(r" (?:for (?:me|myself)|(?:只|仅)?对我|给我|我自己)$")),
    ("channel", re.compile(r" (?:for (?:this |the )?channel|for here|本频道|(?:只|仅)?对本频道)$")),
    ("workspace", re.compile(r" (?:for (?:everyone|everybody|all|(?:the |this )?workspace)|全体|整个工作区|工作区)$")),
)
_CITIES = {
    "hong kong": "Asia/Hong_Kong",
    "香港": "Asia/Hong_Kong",
    "beijing": "Asia/Shanghai",
    "北京": "Asia/Shanghai",
    "shanghai": "Asia/Shanghai",
    "上海": "Asia/Shanghai",
    "singapore": "Asia/Singapore",
    "新加坡": "Asia/Singapore",
    "tokyo": "Asia/Tokyo",
    "东京": "Asia/Tokyo",
    "london": "Europe/London",
    "伦敦": "Europe/London",
    "new york": "America/New_York",
    "纽约": "America/New_York",
    "san francisco": "America/Los_Angeles",
    "旧金山": "America/Los_Angeles",
}
_THEMES = {"light": "light", "浅色": "light", "dark": "dark", "深色": "dark"}
_LANGUAGES = {"en": "en", "english": "en", "英文": "en", "英语": "en", "zh": "zh", "chinese": "zh", "中文": "zh"}
_EDITING = {
    "everyone": "everyone",
    "everybody": "everyone",
    "all": "everyone",
    "所有人": "everyone",
    "editors": "editors",
    "editor": "editors",
    "编辑者": "editors",
    "administrators": "administrators",
    "admins": "administrators",
    "administrator": "administrators",
    "管理员": "administrators",
}
_HOUR = re.compile(r"(?P<hour>\d{1,2})(?:[:点时](?P<minute>\d{1,2}|半)?分?)? ?(?P<half>am|pm)?")


def take_name(text: str) -> tuple[Name | None, str]:
    """Returns the setting that a text begins with, None for none, and the words behind it."""
    small = folded(text)
    found = [(word, name) for name, words in NAMES.items() for word in words if small.startswith(word)]
    for word, name in sorted(found, key=lambda pair: -len(pair[0])):
        if not word.isascii() or len(small) == len(word) or small[len(word)] in " :=":
            return name, text[len(word) :].strip(" :=：")
    return None, text


def take_scope(text: str) -> tuple[Scope | None, str]:
    """Returns for whom a setting is meant, None where nobody said, and the words before that."""
    for scope, pattern in _SCOPES:
        if match := pattern.search(f" {folded(text)}"):
            return scope, text[: max(0, match.start() - 1)].strip()
    return None, text


def value_of(name: Name, text: str, desk: Desk) -> str | None:
    """Returns the value that words give a setting, None for words that give it none."""
    return _READERS[name](folded(text).strip(), desk)


def value_words(name: Name, value: str) -> Argument:
    """Returns a value in words; an empty one as what then holds."""
    if not value:
        return Term("setting-unset", name)
    if name in ("zone", "morning"):
        return Raw(value)
    return Term({"currency": "currency", "language": "language"}.get(name, f"setting-{name}"), value)


def _zone(text: str, _desk: Desk) -> str | None:
    if text in _CITIES:
        return _CITIES[text]
    if text == "utc":
        return "UTC"
    named = "/".join("_".join(w.capitalize() for w in re.split("[ _]", part)) for part in text.split("/"))
    try:
        ZoneInfo(named)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
    return named if "/" in named else None


def _currency(text: str, desk: Desk) -> str | None:
    found = find_currency(f"in {text}", desk.rates.currencies())
    return found.code if found is not None and found.end == len(text) + 3 else None


_HALF_PAST = ("半",)


def _hour(text: str, _desk: Desk) -> str | None:
    match = _HOUR.fullmatch(text)
    if match is None:
        return None
    hour, minute = int(match["hour"]), 30 if match["minute"] in _HALF_PAST else int(match["minute"] or 0)
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] == "pm" else 0) if 1 <= hour <= 12 else 24
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


_READERS: Mapping[Name, Callable[[str, Desk], str | None]] = {
    "zone": _zone,
    "currency": _currency,
    "language": lambda text, _desk: _LANGUAGES.get(text),
    "theme": lambda text, _desk: _THEMES.get(text),
    "morning": _hour,
    "editing": lambda text, _desk: _EDITING.get(text),
}
