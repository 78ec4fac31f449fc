"""How days and periods are written: 24 Jun 2026 in English, 2026年6月24日 in Chinese."""

from __future__ import annotations

import re

from babel.dates import format_date

from bot.days import AsOf, Day
from bot.text import Language

_LOCALE: dict[Language, str] = {"en": "en", "zh": "zh_Hans_CN"}
_DAY: dict[Language, str] = {"en": "d MMM yyyy", "zh": "y年M月d日"}
_MONTH: dict[Language, str] = {"en": "MMM yyyy", "zh": "y年M月"}
_PART_ZH = {
    "Q1": "第一季度",
    "Q2": "第二季度",
    "Q3": "第三季度",
    "Q4": "第四季度",
    "H1": "上半年",
    "H2": "下半年",
    "9M": "前九个月",
}


def written_day(day: Day, language: Language) -> str:
    """Returns a calendar day in words."""
    return format_date(day.date, _DAY[language], locale=_LOCALE[language])


def written_label(as_of: AsOf, language: Language) -> str:
    """Returns a day or period as its source wrote it, short enough for a table."""
    if as_of.precision == "trailing" and language == "zh":
        return f"截至{as_of.end.iso}的12个月"
    return as_of.label


def written_as_of(as_of: AsOf, language: Language) -> str:
    """Returns the day or period that a figure speaks of, at the precision its source gave."""
    if as_of.precision == "day":
        return written_day(as_of.end, language)
    if as_of.precision == "month":
        return format_date(as_of.end.date, _MONTH[language], locale=_LOCALE[language])
    if as_of.precision == "trailing":
        end = written_day(as_of.end, language)
        return f"12 months to {end}" if language == "en" else f"截至{end}的12个月"
    if language == "en":
        return as_of.label
    match = re.fullmatch(r"(?:(\w\w) )?(FY)?(\d{4})", as_of.label)
    if match is None:
        return as_of.label
    year = f"{match[3]}{'财年' if match[2] else '年'}"
    return year + (_PART_ZH.get(match[1], match[1]) if match[1] else "")
