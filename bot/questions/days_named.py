"""Days that people name by a feast instead of a date: since last Christmas, by Halloween, over Lunar New Year."""

from __future__ import annotations

import re
from datetime import date

from bot.questions.dates import DEFAULT_YEAR, FoundWhen

_FEASTS: tuple[tuple[re.Pattern[str], int, int], ...] = tuple(
    (re.compile(rf"(?<!\w)(?P<which>last |this |next |come )?(?:{words})(?: day)?(?: (?P<year>20\d\d))?(?!\w)"), *day)
    for words, day in (
        (r"christmas eve|xmas eve", (12, 24)),
        (r"christmas|xmas", (12, 25)),
        (r"boxing day", (12, 26)),
        (r"new year's eve", (12, 31)),
        (r"halloween", (10, 31)),
        (r"singles'? day", (11, 11)),
        (r"valentine'?s", (2, 14)),
        (r"may day|labou?r day", (5, 1)),
        (r"april fools'?", (4, 1)),
        (r"china's national|national day of china", (10, 1)),
    )
)
_SUMMER = re.compile(
    r"(?<!\w)(?:over|during|through|throughout|across|in) (?:the |this |last )?summer(?!\w)|(?<!\w)this summer(?!\w)"
)


def named_days(small: str) -> list[FoundWhen]:
    """Returns the days a text in small letters names by a feast; `last` is that of the year before the listings."""
    found: list[FoundWhen] = []
    for pattern, month, day in _FEASTS:
        for match in pattern.finditer(small):
            year = int(match["year"] or DEFAULT_YEAR + {"last ": -1, "next ": 1}.get(match["which"] or "", 0))
            found.append(FoundWhen(date(year, month, day).isoformat(), match.start(), match.end()))
    return found


def named_summers(small: str) -> list[tuple[int, int]]:
    """Returns where a text speaks of the summer, June to August."""
    return [match.span() for match in _SUMMER.finditer(small)]
