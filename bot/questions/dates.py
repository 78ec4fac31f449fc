"""Reading dates, periods and tokens of time in both languages, kept as asked until the answer needs a day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bot.days import Day
from bot.plan import Between, When
from bot.text import folded

DEFAULT_YEAR = 2026
"""The year of a date written without one: the year of the listings this house was built to follow (questions GUIDE)."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH_WORD = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    r"aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)

_TEENS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_ORDINALS = {word: day for day, word in enumerate(_TEENS, 1)} | {
    f"twenty{join}{word}": 20 + day for day, word in enumerate(_TEENS[:9], 1) for join in ("-", " ")
} | {"thirtieth": 30, "thirty-first": 31, "thirty first": 31}  # fmt: skip

_DAY_FORMS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)"), "ymd"),
    (re.compile(r"(?<!\d)(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]?(?!\d)"), "ymd"),
    (re.compile(r"(?<!\d)(\d{1,2}) ?月 ?(\d{1,2})(?: ?[日号]|(?= ?[到至~-] ?\d{1,2} ?月))"), "md"),
    (re.compile(r"([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]"), "han"),
    (re.compile(rf"(?<!\w)(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH_WORD}(?:,? (\d{{4}}))?(?!\w)"), "dmy"),
    (re.compile(rf"(?<!\w)({'|'.join(_ORDINALS)}) of {_MONTH_WORD}(?:,? (\d{{4}}))?(?!\w)"), "ordinal"),
    (re.compile(rf"(?<!\w){_MONTH_WORD} (\d{{1,2}})(?:st|nd|rd|th)?(?:,? (\d{{4}}))?(?!\w)"), "mdy"),
)

_TOKENS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), token)
    for pattern, token in (
        (r"(?<!\w)since (?:the |its |their )?(?:listing|ipo|debut)(?!\w)|上市以来|上市至今", "since_listing"),
        (r"(?<!\w)(?:ytd|year[ -]to[ -]date|this year so far|so far this year)(?!\w)|今年以来|年初至今", "ytd"),
        (r"(?<!\w)(?:first (?:trading )?day|debut (?:close|day))(?!\w)|首日", "first_day"),
        (r"(?<!\w)yesterday(?!\w)|昨天|昨日", "yesterday"),
        (r"(?<!\w)tomorrow(?!\w)|明天|明日", "tomorrow"),
        (r"(?<!\w)(?:today|now|right now|currently)(?!\w)|今天|今日|现在|目前", "today"),
        (r"(?<!\w)(?:previous|last) (?:session|trading day|close)(?!\w)|上一交易日|上个交易日", "previous_session"),
        (r"(?<!\w)latest(?!\w)|最新", ""),
    )
)


_TOKEN = (
    r"(?:\d{1,3}[dm]_ago|(?:last|next)_\d{1,3}[dm]|(?:last|this|next)_(?:week|month|quarter|year)"
    r"|last_(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:week|month|quarter|(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day)_before_last|year_end|previous_session"
    r"|\d{1,3}[dm]_after_(?:listing|unlock)|unlock_(?:day|eve|latest)|first_(?:week|month)|second_day"
    rf"|end_of_(?:{'|'.join(_MONTH_NAMES)}))"
).replace("_", "[_ ]")
_EDGE = rf"(?:{_TOKEN}|\d{{4}}-\d\d-\d\d|today|first_day|since_listing|{'|'.join(_MONTH_NAMES)})"
_AGAIN = re.compile(
    rf"(?<!\w)(?:from (?P<from>{_EDGE}) to (?P<to>{_EDGE})|(?:on )?(?P<token>{_TOKEN})"
    r"|(?P<side>last|next) (?P<count>\d{1,3}) (?P<unit>day|month)s)(?!\w)"
)
"""The tokens of a plan as a button writes them to be read again, with spaces or without."""


@dataclass(frozen=True, slots=True)
class FoundWhen:
    """A moment or stretch of time found in a text, where it stands, and whether it is a day that does not exist."""

    when: When
    start: int
    end: int
    impossible: str = ""


def find_when(text: str) -> FoundWhen | None:
    """Returns the first date, pair of dates, period or token of time in a cleaned text, None when there is none.

    Days without a year are of 2026. A day that no calendar has comes back as impossible, with the text as written.
    """
    small = folded(text)
    days = sorted(find_days(small), key=lambda d: d.start)
    if days and days[0].impossible:
        return days[0]
    if (again := _AGAIN.search(small)) and (not again["from"] or len(days) < _BOTH):
        return FoundWhen(_as_planned(again), again.start(), again.end())
    if len(days) >= 2 and re.fullmatch(
        r" ?(?:to|until|till|-|~|and|到|至|和|与) ?", small[days[0].end : days[1].start]
    ):
        return FoundWhen(Between(str(days[0].when), str(days[1].when)), days[0].start, days[1].end)
    if days:
        since = re.search(r"(?:since|from|自|从) ?$", small[: days[0].start])
        if since and not days[0].impossible:
            until = re.match(r" ?(?:to|until|till|-|~|到|至) ?(?:today|now|今天|今日|现在|今)", small[days[0].end :])
            end = days[0].end + (until.end() if until else 0)
            return FoundWhen(Between(str(days[0].when), "today"), since.start(), end)
        return days[0]
    for pattern, token in _TOKENS:
        if match := pattern.search(small):
            return FoundWhen(token or None, match.start(), match.end())
    return _month_or_year(small)


_BOTH = 2


def _as_planned(match: re.Match[str]) -> When:
    if match["token"]:
        return match["token"].replace(" ", "_")
    if match["side"]:
        return f"{match['side']}_{match['count']}{match['unit'][0]}"
    return Between(match["from"].replace(" ", "_"), match["to"].replace(" ", "_"))


def read_day(text: str) -> Day | None:
    """Returns the day that a text is, or None when it is anything else."""
    found = sorted(find_days(folded(text)), key=lambda d: d.start)
    return Day.of(found[0].when) if found and isinstance(found[0].when, str) else None


def find_days(text: str) -> list[FoundWhen]:
    """Returns every calendar day that a text in small letters names, those that no calendar has included."""
    found: list[FoundWhen] = []
    for pattern, form in _DAY_FORMS:
        for match in pattern.finditer(text):
            if any(f.start < match.end() and match.start() < f.end for f in found):
                continue
            found.append(_day(match, form))
    return found


def _day(match: re.Match[str], form: str) -> FoundWhen:
    parts = match.groups()
    match form:
        case "ymd":
            year, month, day = int(parts[0]), int(parts[1]), int(parts[2])
        case "md":
            year, month, day = DEFAULT_YEAR, int(parts[0]), int(parts[1])
        case "ordinal":
            year, month, day = int(parts[2] or DEFAULT_YEAR), _month(parts[1]), _ORDINALS[parts[0]]
        case "han":
            year, month, day = DEFAULT_YEAR, _han(parts[0]), _han(parts[1])
        case "dmy":
            year, month, day = int(parts[2] or DEFAULT_YEAR), _month(parts[1]), int(parts[0])
        case _:
            year, month, day = int(parts[2] or DEFAULT_YEAR), _month(parts[0]), int(parts[1])
    try:
        return FoundWhen(date(year, month, day).isoformat(), match.start(), match.end())
    except ValueError:
        return FoundWhen(None, match.start(), match.end(), impossible=match.group())


def _han(numeral: str) -> int:
    """A day or month in Chinese numerals: up to thirty-one, so tens and ones are all there is."""
    tens, ten, ones = numeral.partition("十")
    count = _HAN_ONES.find(tens) + 1 if tens else 1 if ten else 0
    return count * 10 + (_HAN_ONES.find(ones) + 1 if ones else 0) if ten else count


_HAN_ONES = "一二三四五六七八九"


def _month(word: str) -> int:
    return _MONTHS.index(word[:3]) + 1


def _month_or_year(text: str) -> FoundWhen | None:
    month_zh = re.search(r"(?<!\d)(?:(\d{4}) ?年)? ?(1[0-2]|[1-9]) ?月(?!\d)", text)
    if month_zh:
        return named_month(int(month_zh[2]), month_zh[1], month_zh.start(), month_zh.end())
    month_en = re.search(rf"(?<!\w){_MONTH_WORD}(?: (\d{{4}}))?(?!\w)", text)
    verb = month_en is not None and month_en[1] in ("may", "mar", "march") and not month_en[2]
    if month_en and (not verb or re.search(r"in $", text[: month_en.start()])):
        return named_month(_month(month_en[1]), month_en[2], month_en.start(), month_en.end())
    year = re.search(r"(?<![\d,.])(?:fy ?)?(20[12]\d)(?: ?年| ?财年)?(?![\d,.]\d)(?!\w)", text)
    if year:
        return FoundWhen(Between(f"{year[1]}-01-01", f"{year[1]}-12-31"), year.start(), year.end())
    return None


def named_month(month: int, year: str | None, start: int, end: int) -> FoundWhen:
    """Returns a month: without a year a token (questions GUIDE), with its year a stretch of days."""
    if year is None:
        return FoundWhen(_MONTH_NAMES[month - 1], start, end)
    first = date(int(year), month, 1)
    after = date(int(year) + month // 12, month % 12 + 1, 1)
    return FoundWhen(Between(first.isoformat(), Day(after).plus(-1).iso), start, end)
