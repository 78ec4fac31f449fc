"""Days known by what is kept on them, and stretches within a month whose second day is only a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bot.plan import Between
from bot.questions.dates import DEFAULT_YEAR, find_days

_KEPT: tuple[tuple[re.Pattern[str], int, int], ...] = tuple(
    (re.compile(pattern), month, day)
    for pattern, month, day in (
        (r"(?<!\w)(?:christmas eve|xmas eve)(?!\w)|平安夜|圣诞前夜", 12, 24),
        (r"(?<!\w)(?:christmas(?: day)?|xmas)(?!\w)|圣诞节?", 12, 25),
        (r"(?<!\w)boxing day(?!\w)|节礼日", 12, 26),
        (r"(?<!\w)new year'?s eve(?!\w)|跨年夜?|元旦前夜", 12, 31),
        (r"(?<!\w)new year'?s day(?!\w)|元旦", 1, 1),
        (r"(?<!\w)valentine'?s(?: day)?(?!\w)|情人节", 2, 14),
        (r"(?<!\w)(?:may day|labou?r day)(?!\w)|劳动节|(?<![一二三四十])五一(?![家名个只二三四五六七八九十])", 5, 1),
        (r"(?<!\w)(?:the )?(?:fourth of july|independence day)(?!\w)|美国独立日", 7, 4),
        (r"(?<!\w)hallowe'?en(?!\w)|万圣节", 10, 31),
        (r"(?<!\w)national day(?!\w)|国庆节?|十一(?=之?前|以?后|假期|长假|当天)", 10, 1),
    )
)
_PASSED_BY = (1, 2)
"""Months whose occasions are long past at the listings' first anniversary: asked ahead, the next year's are meant."""
_SPRING = 5
"""Up to this month an occasion that something is asked until is the next year's."""
_SINCE = re.compile(r"(?:since|from|after|自从|自|从|打)(?: the)? ?$")
_UP_TO = re.compile(
    r"(?:by|before|until|till|up to|ahead of|between now and|from now (?:to|until|till)"
    r"|(?<![日号月年节明午夕诞秋旦初底末天])到|在) ?$"
)
_BESIDE = re.compile(r"(?<!\w)(?:day|session|night) (?:before|after|following) (?:the )?$")
"""The day before an occasion is a day, not the stretch until it."""
_EVER_HAN = re.compile(r"(?:以来|至今|到现在|到今天|过后|之后|以后)")
_BEFORE_HAN = re.compile(r"(?:之|以)?前")
_RANGE_HAN = re.compile(
    r"(?<!\d)(?:(20\d\d) ?年 ?)?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]? ?(?:到|至|-|~|—|–) ?(\d{1,2}) ?[日号](?!\d)"
)
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_MONTH = rf"(?P<month>{_MONTHS})[a-z]*\.?"
_DASH = r" ?(?:to|until|till|through|thru|-|–|—|~|and) ?(?:the )?"
_RANGES = (
    re.compile(rf"(?<!\w){_MONTH} (?P<one>\d{{1,2}})(?:st|nd|rd|th)?{_DASH}(?P<two>\d{{1,2}})(?:st|nd|rd|th)?"
               r"(?:,? (?P<year>20\d\d))?(?![\w%.]| ?(?:days?|shares|bn|million|percent|am|pm))"),
    re.compile(rf"(?<!\w)(?P<one>\d{{1,2}})(?:st|nd|rd|th)?{_DASH}(?P<two>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH}"
               r"(?: (?P<year>20\d\d))?(?!\w)"),
)  # fmt: skip


_MOVING: tuple[tuple[re.Pattern[str], tuple[tuple[int, int], tuple[int, int]]], ...] = tuple(
    (re.compile(pattern), days)
    for pattern, days in (
        (r"(?<!\w)(?:chinese|lunar|chinese lunar) new year(?!\w)(?! eve)|(?<!\w)spring festival(?!\w)"
         r"|(?:(?<=before )|(?<=since )|(?<=after )|(?<=until )|(?<=over ))cny(?!\w)"
         r"|春节|农历新年|大年初一|过年", ((2, 17), (2, 6))),
        (r"(?<!\w)good friday(?!\w)|耶稣受难日", ((4, 3), (3, 26))),
        (r"(?<!\w)easter(?: sunday)?(?!\w)|复活节", ((4, 5), (3, 28))),
        (r"(?<!\w)(?:ching ?ming|qingming|tomb[- ]sweeping day)(?!\w)|清明节?", ((4, 5), (4, 5))),
        (r"(?<!\w)(?:dragon boat(?: festival| day)?|tuen ng)(?!\w)|端午节?", ((6, 19), (6, 9))),
        (r"(?<!\w)mid[- ]autumn(?: festival)?(?!\w)|中秋节?", ((9, 25), (9, 15))),
        (r"(?<!\w)thanksgiving(?: day)?(?!\w)|感恩节", ((11, 26), (11, 25))),
    )
)  # fmt: skip
"""Occasions that move, in 2026 and in 2027 (info.gov.hk, General holidays; Thanksgiving is the fourth Thursday)."""


def occasions_in(text: str) -> Iterator[tuple[str | Between, int, int]]:
    """Yields when and where a text in small letters names an occasion or days of one month.

    A day written out beside an occasion explains which is meant and is read by itself.
    """
    yield from _ranges(text)
    for summer in _SUMMER.finditer(text):
        yield Between(f"{DEFAULT_YEAR}-06-01", f"{DEFAULT_YEAR}-08-31"), *summer.span()
    yield from _parts_of_years(text)
    if find_days(text):
        return
    for pattern, month, day in _KEPT:
        for match in pattern.finditer(text):
            yield _meant(text, match, (month, day), (month, day))
    for pattern, (this, coming) in _MOVING:
        for match in pattern.finditer(text):
            yield _meant(text, match, this, coming)


_LAST_ONE = re.compile(r"(?<!\w)last $")
_SUMMER = re.compile(
    r"(?<!\w)(?:over|during|through|throughout|across|in) (?:the |this )?summer(?!\w)|(?<!\w)this summer(?!\w)"
)


def _meant(
    text: str, match: re.Match[str], this: tuple[int, int], coming: tuple[int, int]
) -> tuple[str | Between, int, int]:
    (month, day), (start, end) = this, match.span()
    before = text[:start]
    if _LAST_ONE.search(before):
        return date(DEFAULT_YEAR - 1, month, day).isoformat(), start - len("last "), end
    if _BESIDE.search(before):
        return date(DEFAULT_YEAR, month, day).isoformat(), start, end
    if (_SINCE.search(before) or _EVER_HAN.match(text, end)) and not _BEFORE_HAN.match(text, end):
        since = _SINCE.search(before)
        if (month, day) == (1, 1) and since:
            return "ytd", since.start(), end
        # Since December is since the one before: none of the year's own is behind anybody who asks within it.
        return date(DEFAULT_YEAR - (month == 12), month, day).isoformat(), start, end
    if (month, day) == (1, 1) and re.match(r"(?:以来|至今|到现在|到今天|起)", text[end:]):
        return "ytd", start, end
    until = _UP_TO.search(before)
    ahead = bool(until or _BEFORE_HAN.match(text, end)) and month <= _SPRING
    year = DEFAULT_YEAR + 1 if month in _PASSED_BY or ahead else DEFAULT_YEAR
    iso = date(year, *(this if year == DEFAULT_YEAR else coming)).isoformat()
    if until or _BEFORE_HAN.match(text, end):
        behind = _BEFORE_HAN.match(text, end)
        return Between("today", iso), until.start() if until else start, behind.end() if behind else end
    return iso, start, end


def _ranges(text: str) -> Iterator[tuple[Between, int, int]]:
    for match in _RANGE_HAN.finditer(text):
        year = int(match[1] or DEFAULT_YEAR)
        if between := _days(year, int(match[2]), int(match[3]), int(match[4])):
            yield between, *match.span()
    for pattern in _RANGES:
        for match in pattern.finditer(text):
            month = _MONTHS.split("|").index(match["month"]) + 1
            year = int(match["year"] or DEFAULT_YEAR)
            if between := _days(year, month, int(match["one"]), int(match["two"])):
                yield between, *match.span()


_PART = re.compile(
    r"(?P<year>去年|今年|明年|前年|来年)的?(?:(?P<half>上|下)半年|(?:第)?(?P<quarter>[一二三四1-4]) ?季度?)"
    r"|(?<!\w)(?:(?P<h>[12])h|h(?P<h2>[12])|q(?P<q>[1-4])|(?P<name>first|second|third|fourth) (?P<unit>half|quarter))"
    r"(?: of)? (?P<which>last|this|next) year(?!\w)"
    r"|(?<!\w)(?P<whose>last|this|next) year'?s (?P<named>first|second|third|fourth) (?P<unit2>half|quarter)(?!\w)"
    r"|(?<!\w)(?:the )?(?:end|close|(?:last|final) (?:trading )?(?:day|session"
    r"|close)) of (?:the )?(?:q(?P<end>[1-4])|(?P<ends>first|second"
    r"|third|fourth) quarter)(?:(?: of)? (?P<ending>20\d\d))?(?!\w)"
)
_OFF = {"去年": -1, "今年": 0, "明年": 1, "来年": 1, "前年": -2, "last": -1, "this": 0, "next": 1}
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2}


def _parts_of_years(text: str) -> Iterator[tuple[str | Between, int, int]]:
    """Halves and quarters of a year said from today, and the last day of a quarter."""
    for match in _PART.finditer(text):
        if match["end"] or match["ends"]:
            year, month = int(match["ending"] or DEFAULT_YEAR), 3 * int(match["end"] or _NTH[match["ends"]])
            yield date(year, month, 31 if month in (3, 12) else 30).isoformat(), *match.span()
            continue
        year = DEFAULT_YEAR + _OFF[match["year"] or match["which"] or match["whose"]]
        half = (
            match["half"]
            or match["h"]
            or match["h2"]
            or ((match["name"] or match["named"]) if (match["unit"] or match["unit2"]) == "half" else None)
        )
        said = half or match["quarter"] or match["q"] or match["name"] or match["named"]
        length, nth = 6 if half else 3, _NTH.get(said) or int(said)
        if nth * length > 12:
            continue
        last = nth * length
        first = date(year, last - length + 1, 1)
        yield Between(first.isoformat(), date(year, last, 31 if last in (3, 12) else 30).isoformat()), *match.span()


def _days(year: int, month: int, one: int, two: int) -> Between | None:
    """Both days where the calendar has them and the first is the earlier one."""
    try:
        first, last = date(year, month, one), date(year, month, two)
    except ValueError:
        return None
    return Between(first.isoformat(), last.isoformat()) if first < last else None
