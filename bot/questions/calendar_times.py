"""Parts of months and years as the calendar cuts them, and years cut short: mid-June, 7月初, 去年底, 25Q4, 3-5月."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from bot.plan import Between
from bot.questions.amounts import han_number
from bot.questions.dates import DEFAULT_YEAR
from bot.questions.fixed_times import MONTHS

Found = tuple[str | Between, int, int]

_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_MONTH = rf"(?P<month>{_MONTHS})(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\.?"
_HAN_MONTH = r"(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])"
_SAID = r"(?:(?P<said>今年|去年|明年|来年|大前年|前年)|(?<![\d.,$¥])(?P<year>(?:20)?2\d) ?年(?![前内]))的? ?"
_OFF = {"今年": 0, "去年": -1, "明年": 1, "来年": 1, "前年": -2, "大前年": -3, "this": 0, "last": -1, "next": 1}
_HAN_PART = "(?P<part>第[一二三四]周|首周|最后一周|初|上旬|中旬|下旬|上半月|下半月|中(?![国间午位等期签外]))"
_SINCE = re.compile(r"(?:since|from|自从|自|从|打)(?: the)? ?$")

_DAY_OF = re.compile(
    rf"{_SAID}(?P<month>{_HAN_MONTH}) ?月 ?(?P<day>\d{{1,2}}|[一二三十]{{1,3}}|[一二三四五六七八九十]+) ?[日号]"
)
_MONTH_OF = re.compile(rf"{_SAID}(?P<month>{_HAN_MONTH}) ?月(?:份)?(?![\d一二三底末初上中下])")
_PART_HAN = re.compile(rf"(?:{_SAID})?(?<![\d十])(?P<month>{_HAN_MONTH}) ?月(?:份)?{_HAN_PART}")
_PART_EN = re.compile(
    rf"(?<!\w)(?:the )?(?P<part>early|mid(?:dle of)?|late|(?:very )?(?:start|beginning|first day) of"
    rf"|(?:first|second) half of|(?:first|second|third|fourth|last) week (?:of|in)|(?:back|latter|front"
    rf"|early) (?:half|part) of)[- ](?:in )?{_MONTH}(?:,? (?P<year>20\d\d))?(?!\w)"
)
_QUARTER_OR_HALF = re.compile(
    r"(?<![a-z\d.])(?P<year>(?:20)?2\d) ?[-.]?(?:q(?P<q>[1-4])|h(?P<h>[12]))(?![\da-z])"
    r"|(?<![a-z\d.])(?:(?P<q2>[1-4])q|(?P<h2>[12])h) ?(?:of )?['’]?(?P<year2>(?:20)?2\d)(?![\d%a-z])"
    r"|(?<![a-z\d.])(?P<q3>[1-4])q(?![\da-z])"
    r"|(?<![a-z\d.])(?:h(?P<h3>[12])|q(?P<q4>[1-4])) ?(?:of )?['’]?(?P<year3>(?:20)?2\d)(?![\d%a-z])"
)
_PART_OF_YEAR = re.compile(
    rf"{_SAID}(?:(?P<half>[上下])半年|(?:第)?(?P<quarter>[一二三四1-4]) ?季度?|q(?P<q>[1-4]))(?P<end>[底末])?"
)
_QUARTER_END = re.compile(r"(?:第)?(?P<quarter>[一二三四]) ?季度?[底末]|(?P<half>上)半年[底末]")
_YEAR_END = re.compile(
    rf"(?:{_SAID})(?:年)?(?:[底末]|终|最后一个?(?:天|日|交易日))(?P<up>(?:之|以)?前)?"
    r"|(?<!\w)(?P<by>by |before |ahead of )?(?:the )?(?:end(?: of |[- ])|close of )(?:(?:fy|fiscal "
    r"|calendar )?(?P<year2>20\d\d)|"
    r"(?P<which>last|next) year)(?!\w)"
    r"|(?<!\w)year[- ]?end ?(?P<year3>20\d\d)(?!\w)|(?<!\w)(?P<which2>last|next) year[- ]end(?!\w)"
)
_YEAR_START = re.compile(
    rf"(?:{_SAID}年?|(?<![一\d今去明前来])年)初(?P<ever>(?:买|买入|持有|拿|捏|抱)?(?:以来|至今|到现在|到今天|到如今|起))?"
    r"|(?<!\w)(?:the )?(?:start|beginning) of (?:(?:the|(?P<which>this|last|next)) year|(?P<year2>20\d\d))(?!\w)"
)
_MID_YEAR = re.compile(
    rf"(?:{_SAID}年?|(?<![一全\d年])年)中(?![期报国旬])|(?<!\w)mid[- ]?(?:year|(?P<year2>20\d\d))(?!\w)"
    r"|(?<!\w)(?:the )?middle of (?P<year3>20\d\d)(?!\w)"
)
_MONTH_TO_MONTH = re.compile(
    rf"(?<!\w)(?P<one>{_MONTHS})(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\.? ?(?:-|–|—|~|to|through|thru"
    rf"|until"
    rf"|till) ?{_MONTH}(?:,? (?P<year>20\d\d))?(?![\w-]| \d)"
)
_MONTHS_HAN = re.compile(
    rf"(?:(?P<year>20\d\d) ?年 ?)?(?<![\d.年月十])(?P<one>{_HAN_MONTH}) ?月?(?:份)? ?(?:到|至|-|~|—"
    rf"|–) ?(?P<month>{_HAN_MONTH}) ?月"
    rf"(?:份)?(?![\d一二三底末初上中下十])"
)
_YEARS_HAN = re.compile(r"(?<![\d.])(?P<one>2[2-9]) ?年? ?(?:到|至|-|~|—|–) ?(?P<two>2[2-9]) ?年(?![\d前内])")
_YEAR_HAN = re.compile(
    r"(?<![\d.,\-月$¥])(?<!过去)(?<!最近)(?<!未来)(?<!近)(?P<year>2[2-9]) ?年(?:度|全年"
    r"|年)?(?![\d前后内来以之间多左期第初底末中])"
    r"|(?<!\w)['’](?P<year2>2[2-9])(?!\w)|(?P<said>大前年|(?<![\d一二三两几])前年)(?!的?(?:1"
    r"|[二三四五六七八九十]) ?月)"
    r"|(?<!\w)the year before last(?!\w)"
)
_NTH_WEEKDAY = re.compile(
    rf"(?<!\w)(?:the )?(?P<nth>first|second|third|fourth|last) (?P<weekday>mon|tues|wednes|thurs|fri)day (?:of"
    rf"|in) {_MONTH}"
    r"(?:,? (?P<year>20\d\d))?(?!\w)"
)
_WEEKDAYS = ("mon", "tues", "wednes", "thurs", "fri")
_THE_DAY = re.compile(rf"(?<!\w){_MONTH} the (?P<day>\d{{1,2}})(?:st|nd|rd|th)(?:,? (?P<year>20\d\d))?(?!\w)")
_SLASHED = re.compile(r"(?<![\d/.])(?P<one>\d{1,2})/(?P<two>\d{1,2})/(?P<year>20\d\d)(?![\d/])")
_SEASON = re.compile(
    r"(?<!\w)(?:(?:in|over|during|since|through|throughout|across|from|after) (?:the |this |last )?|this |last )"
    r"(?P<season>spring|summer|autumn)(?!\w)|(?P<which>今年|去年)?(?:的)?(?P<han>[春夏秋])[天季](?!股)"
    r"|[入开](?P<into>[春夏秋])以来"
)
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "春": 3, "夏": 6, "秋": 9}
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2}
_HINTS = frozenset("年月季旬天半春夏秋/'’-")
_HINTS_EN = (
    *_MONTHS.split("|"),
    "20",
    *(f"{n}{u}" for n in "1234" for u in "qh"),
    *(f"{u}{n}" for n in "1234" for u in "qh"),
    "year",
    "ing",
    "autumn",
    "summer",
)


def calendar_times(text: str) -> Iterator[Found]:
    """Yields when and where a text in small letters names a part of a month or year, or a year cut short.

    A year said from today is the year of the listings, moved (questions GUIDE); a date with slashes whose parts could
    be either is read day first, as Hong Kong writes it.
    """
    if not _HINTS.intersection(text) and not any(hint in text for hint in _HINTS_EN):
        return
    for read in (_days, _weekdays, _slashed, _ranges, _quarters, _parts, _ends, _starts, _months, _years, _seasons):
        yield from read(text)


def _days(text: str) -> Iterator[Found]:
    for pattern in (_DAY_OF, _THE_DAY):
        for match in pattern.finditer(text):
            day = _number(match["day"])
            if (iso := _iso(_year_of(match), _month(match["month"]), day)) is not None:
                yield iso, *match.span()


def _weekdays(text: str) -> Iterator[Found]:
    for match in _NTH_WEEKDAY.finditer(text):
        year, month = _year_of(match), _month(match["month"])
        length, wanted = monthrange(year, month)[1], _WEEKDAYS.index(match["weekday"])
        days = [d for d in range(1, length + 1) if date(year, month, d).weekday() == wanted]
        yield (
            date(year, month, days[-1 if match["nth"] == "last" else _NTH[match["nth"]] - 1]).isoformat(),
            *match.span(),
        )


def _slashed(text: str) -> Iterator[Found]:
    for match in _SLASHED.finditer(text):
        one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
        if (iso := _iso(year, two, one) or _iso(year, one, two)) is not None:
            yield iso, *match.span()


def _ranges(text: str) -> Iterator[Found]:
    for match in (*_MONTH_TO_MONTH.finditer(text), *_MONTHS_HAN.finditer(text)):
        one, two = _month(match["one"]), _month(match["month"])
        if match["year"] and one <= two:
            yield Between(_first(int(match["year"]), one), _last(int(match["year"]), two)), *match.span()
        elif one < two:
            yield Between(MONTHS[one - 1], MONTHS[two - 1]), *match.span()
    for match in _YEARS_HAN.finditer(text):
        yield Between(_first(2000 + int(match["one"]), 1), _last(2000 + int(match["two"]), 12)), *match.span()


_END_BEFORE = re.compile(r"(?:end|close|day|session) of (?:the )?$")


def _quarters(text: str) -> Iterator[Found]:
    for match in _QUARTER_OR_HALF.finditer(text):
        if _END_BEFORE.search(text[: match.start()]):
            continue
        year = _full(match["year"] or match["year2"] or match["year3"])
        quarter, half = (
            match["q"] or match["q2"] or match["q3"] or match["q4"],
            match["h"] or match["h2"] or match["h3"],
        )
        length, nth = (3, int(quarter)) if quarter else (6, int(half))
        yield Between(_first(year, length * nth - length + 1), _last(year, length * nth)), *match.span()
    for match in _PART_OF_YEAR.finditer(text):
        said = match["half"] or match["quarter"] or match["q"]
        length, nth = (6 if match["half"] else 3), _NTH.get(said) or int(said)
        year, last = _year_of(match), length * nth
        stretch = Between(_first(year, last - length + 1), _last(year, last))
        yield stretch.end if match["end"] else stretch, *match.span()
    for match in _QUARTER_END.finditer(text):
        yield _last(DEFAULT_YEAR, 3 * _NTH[match["quarter"]] if match["quarter"] else 6), *match.span()


def _parts(text: str) -> Iterator[Found]:
    for match in (*_PART_EN.finditer(text), *_PART_HAN.finditer(text)):
        part, year, month = match["part"], _year_of(match), _month(match["month"])
        since = _SINCE.search(text[: match.start()])
        if part.startswith(("mid", "中")):
            yield _iso(year, month, 15) or "", *match.span()
        elif part == "初" or "start" in part or "beginning" in part or "day" in part or (since and part == "early"):
            yield _first(year, month), *match.span()
        else:
            first, last = _DAYS_OF_PART[part.replace(" in", " of")]
            end = monthrange(year, month)[1]
            begins = first if first > 0 else end + first
            yield Between(_iso(year, month, begins) or "", _iso(year, month, last or end) or ""), *match.span()


_DAYS_OF_PART = {
    "early": (1, 10), "上旬": (1, 10), "late": (21, 0), "下旬": (21, 0), "first half of": (1, 15), "上半月": (1, 15),
    "second half of": (16, 0), "下半月": (16, 0), "first week of": (1, 7), "last week of": (-6, 0),
    "second week of": (8, 14), "third week of": (15, 21), "fourth week of": (22, 28), "back half of": (16, 0),
    "latter half of": (16, 0), "latter part of": (21, 0), "back part of": (21, 0), "front half of": (1, 15),
    "front part of": (1, 10), "early half of": (1, 15), "early part of": (1, 10), "第一周": (1, 7), "第二周": (8, 14),
    "第三周": (15, 21), "第四周": (22, 28), "首周": (1, 7), "最后一周": (-6, 0),
}  # fmt: skip
"""First and last day of a part of a month; 0 is its end, and what is negative counts from there."""


def _ends(text: str) -> Iterator[Found]:
    for match in _YEAR_END.finditer(text):
        which = match["which"] or match["which2"]
        year = DEFAULT_YEAR + _OFF[which] if which else _year_of(match, match["year2"] or match["year3"])
        if _UNTIL.search(text[: match.start()]):
            continue
        end = _last(year, 12)
        if match["said"] == "今年":
            yield (Between("today", "year_end") if match["up"] else "year_end"), *match.span()
        else:
            yield (
                (Between("today", end) if (match["up"] or match["by"]) and year > DEFAULT_YEAR else end),
                *match.span(),
            )


_UNTIL = re.compile(r"(?:till|until|out to|through(?: to)?|thru|all the way to|as far as|到|至)(?: the)? ?$")


_BOUGHT_TILL_NOW = re.compile(r"(?:就)?(?:买|拿|持有|进|入手|建仓)(?:的|入|了)?(?:到|至)(?:今天|今日|现在|今|目前)")
"""A stake held from the beginning of a year until now: 年初买到今天."""


def _starts(text: str) -> Iterator[Found]:
    for match in _YEAR_START.finditer(text):
        year = DEFAULT_YEAR + _OFF[match["which"]] if match["which"] else _year_of(match, match["year2"])
        since = _SINCE.search(text[: match.start()])
        till_now = _BOUGHT_TILL_NOW.match(text[match.end() :])
        if year == DEFAULT_YEAR and (since or match["ever"] or till_now):
            end = match.end() + (till_now.end() if till_now else 0)
            yield "ytd", since.start() if since else match.start(), end
        else:
            begins = _first(year, 1)
            yield (Between(begins, "today") if match["ever"] else begins), *match.span()
    for match in _MID_YEAR.finditer(text):
        yield _last(_year_of(match, match["year2"] or match["year3"]), 6), *match.span()


def _months(text: str) -> Iterator[Found]:
    for match in _MONTH_OF.finditer(text):
        year, month = _year_of(match), _month(match["month"])
        this = match["said"] == "今年"
        yield (MONTHS[month - 1] if this else Between(_first(year, month), _last(year, month))), *match.span()


def _years(text: str) -> Iterator[Found]:
    for match in _YEAR_HAN.finditer(text):
        two = match["year"] or match["year2"]
        year = 2000 + int(two) if two else DEFAULT_YEAR + _OFF[match["said"] or "前年"]
        yield Between(_first(year, 1), _last(year, 12)), *match.span()


def _seasons(text: str) -> Iterator[Found]:
    for match in _SEASON.finditer(text):
        month = _SEASONS[match["season"] or match["han"] or match["into"]]
        year = DEFAULT_YEAR - ("last " in match.group() or match["which"] == "去年")
        stretch = Between(_first(year, month), _last(year, month + 2))
        onward = match.group().startswith(("since", "from", "after")) or match["into"]
        yield (Between(stretch.start, "today") if onward else stretch), *match.span()


def _year_of(match: re.Match[str], year: str | None = None) -> int:
    groups = match.groupdict()
    if groups.get("said"):
        return DEFAULT_YEAR + _OFF[groups["said"]]
    return _full(year or groups.get("year"))


def _full(year: str | None) -> int:
    if not year:
        return DEFAULT_YEAR
    return int(year) if len(year) == len("2026") else 2000 + int(year)


def _number(text: str) -> int:
    return int(text) if text.isdigit() and text.isascii() else int(han_number(text) or 0)


def _month(word: str) -> int:
    return _MONTHS.split("|").index(word[:3]) + 1 if word[:1].isascii() and word[:1].isalpha() else _number(word)


def _iso(year: int, month: int, day: int) -> str | None:
    """The day, None where no calendar has it."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _first(year: int, month: int) -> str:
    return date(year, month, 1).isoformat()


def _last(year: int, month: int) -> str:
    return date(year, month, monthrange(year, month)[1]).isoformat()
