"""Reading when a question is about: days, named periods, and relative times, which stay tokens until answered."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from datetime import date

from bot.days import Day
from bot.plan import Between, When
from bot.questions.amounts import han_number
from bot.questions.calendar_times import calendar_times
from bot.questions.counted_times import counted_times
from bot.questions.dates import DEFAULT_YEAR, FoundWhen, find_days, named_month
from bot.questions.fixed_times import FIXED, MONTHS, SPANS, SPANS_SAY
from bot.questions.occasions import occasions_in
from bot.questions.times_aside import without_asides
from bot.questions.words import Places, plain

_DAYS_EN = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_COUNT = (
    r"(\d{1,3}|[一二两三四五六七八九十百]+|(?:a )?couple(?: of)?|(?:a )?few|several|half a dozen|a|an|one|two|three"
    r"|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty)"
)
_COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "few": 3, "a few": 3, "several": 3, "couple": 2,
    "a couple": 2, "couple of": 2, "a couple of": 2, "half a dozen": 6,
}  # fmt: skip
_UNIT_EN = (
    r"(?:(?:trading|business|working|calendar|full|market) )?"
    r"(day|session|fortnight|week|wk|month|mth|mo|quarter|qtr|year|yr)s?"
)
_UNIT_ZH = r" ?(?:个)?(日|天|交易日|周|星期|月|季度|年)"
_UNIT = {
    "day": "d", "session": "d", "fortnight": "f", "week": "w", "wk": "w", "month": "m", "mth": "m", "mo": "m",
    "quarter": "q", "qtr": "q", "year": "y", "yr": "y", "日": "d", "天": "d",
    "交易日": "d", "周": "w", "星期": "w", "月": "m", "季度": "q", "年": "y",
}  # fmt: skip

_WEEKDAY = re.compile(
    rf"(?<!\w)(?:last|on|this past|since|from|as of|by) ({'|'.join(_DAYS_EN)})(?:'s)?(?!\w)"
    rf"|(?<!\w)({'|'.join(_DAYS_EN)})(?:'s)?(?= (?:close|closing|price|open|volume|turnover|session|trading|trade"
    rf"|move))"
    rf"|(?<![每逢下])(?<!每个)(?:上个?|本|这个?)?(?:周|星期|礼拜)([一二三四五六日天])(?!都)"
)
_AGO = re.compile(
    rf"(?<!\w){_COUNT} {_UNIT_EN} (?:ago|back)(?!\w)"
    rf"|{_COUNT}{_UNIT_ZH}(?:之|以)?前(?!\d|[一二三四五六七八九十][名家大强位])"
)
_LAST = re.compile(
    rf"(?<!\w)(?:over |in |for |during )?(?:the )?(?<!it )(?<!must )(?<!they )(?:last|past|previous|"
    rf"trailing) {_COUNT} {_UNIT_EN}(?!\w)|(?:过去|最近|近|前)(?:的)?{_COUNT}{_UNIT_ZH}"
)
_NEXT = re.compile(
    rf"(?<!\w)(?:over |in |for |during |within )?(?:the )?(?:next|coming|"
    rf"following) {_COUNT} {_UNIT_EN}(?!\w)|(?<!\w)within {_COUNT} {_UNIT_EN}(?!\w)|(?:未来|接下来|今后|"
    rf"往后|后面|之后)(?:的)?{_COUNT}{_UNIT_ZH}|{_COUNT}{_UNIT_ZH}(?:之|以)?内(?!又|就|再|还|便|即|翻|反)"
)
_END_OF = re.compile(
    rf"(?<!\w)(?:the )?(?:(?:end|close)(?: of |-| )|(?:last|final) (?:trading )?(?:day|session|close) (?:of"
    rf"|in) )({'|'.join(MONTHS)})(?: (20\d\d))?(?!\w)|"
    rf"(?<!\w)({'|'.join(MONTHS)})[- ]end(?!\w)|(1[0-2]|[1-9]|十一|十二|"
    rf"[一二三四五六七八九十]) ?月(?:底|末|最后一个?(?:天|日|交易日))"
)
_QUARTER = re.compile(
    r"(?<!\w)q([1-4])(?: ?(?:of )?['’]?((?:20)?2\d))?(?!\w)|(?<!\w)(first|second|third|"
    r"fourth) quarter(?: (?:of )?(20\d\d))?(?!\w)|(?:(20\d\d) ?年?)? ?(?:第)?([一二三四]) ?季度?|"
    r"(20\d\d) ?q([1-4])"
)
_HALF = re.compile(
    r"(?<!\w)(?:h([12])|(first|second) half)(?: (?:of )?(20\d\d))?(?!\w)|(?:(20\d\d) ?年?)?(上"
    r"|下)半年"
)
_YEAR = re.compile(
    r"(?<![\d.$¥])(?<!\d,)(?:fy ?=? ?|cy ?|fiscal |calendar )?(20[12]\d)(?: ?年度?|"
    r" ?财年)?(?![\d,.]\d)(?![a-z0-9])(?! ?(?:亿|万|bn|hk|\.hk))|(?<!\w)fy ?(2\d)(?!\w)"
    r"|(?<![\d.第])(2[3-6]) ?年(?![前后内间来以之期多半])"
)
_MONTH_HAN = re.compile(r"(?<![十\d])(十一|十二|[一二三四五六七八九十]) ?月(?:份)?(?![底末])")
_MONTH = re.compile(
    rf"(?<![\w])({'|'.join(MONTHS)}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|"
    rf"dec)\.?(?:,? (20\d\d))?(?!\w)|(?<![\d.])(?:(20\d\d) ?年)? ?(1[0-2]|[1-9]) ?月(?:份)?(?!\d)(?![底末])"
)
_MONTH_OF = re.compile(
    rf"(去年|明年|来年|前年)(?:的)? ?(1[0-2]|[1-9]|十一|十二|[一二三四五六七八九十]) ?月(?:份)?"
    rf"(?!底|末|[\d一二三]+[日号])|"
    rf"(?<!\w)(?:(last|next) ({'|'.join(MONTHS)})|({'|'.join(MONTHS)})(?: of)? (last|next) year)(?!\w)"
)
_YEARS_OFF = {"去年": -1, "明年": 1, "来年": 1, "前年": -2, "last": -1, "next": 1}
"""A month beside a year said from today: the year is that of the listings, moved."""
_NEAR = 24
"""How far before a time its preposition is looked for."""
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2}

_SINCE = re.compile(
    r"(?:since|from|starting|starting with|starting in|ever since|自从|自|从|打)(?: the)?(?: start of| beginning of"
    r"| end of| early(?: days of)?| opening (?:weeks|months|days) of)?[ -]?$"
)
_SINCE_AFTER = re.compile(r"(?:份)?(?:以来|至今|到现在|到今天|到目前|起|开始|之后到现在|以后至今|至今为止)")
_TILL_NOW = re.compile(
    r" ?(?:to|until|till|up to|through|-|~|到|至) ?(?:today|now|date|the present|今天|今日|现在|目前|今)"
)
_TO = re.compile(
    r"['\"]?,? ?(?:份)?(?:to ?=?|until|till|through|-|~|and|vs|到|至|和|与|跟) ?['\"]?(?:the )?(?:end of )?"
)


_AGAINST = re.compile(r"vs|[和与跟]")
_LISTED = re.compile(r" ?[,，、/] ?")


@dataclass(frozen=True, slots=True)
class _Atom:
    when: str | Between
    start: int
    end: int


_WHOLE = ("since_listing", "ytd", "today", "latest", "first_day")
"""Times that until now, or since then, adds nothing to; so does this week, month, quarter or year."""


def when_in(text: str, taken: tuple[tuple[int, int], ...] = ()) -> FoundWhen | None:
    """Returns when a cleaned text is about, None where it does not say; what stands in `taken` is no time."""
    small = without_asides(plain(text))
    atoms = sorted(_atoms(small, taken), key=lambda a: a.start)
    impossible = next((d for d in find_days(small) if d.impossible), None)
    if impossible is not None:
        return impossible
    if not atoms:
        return None
    for one, other in itertools.pairwise(atoms):
        between = small[one.end : other.start]
        before = small[: one.start]
        years = _is_year(one.when) and _is_year(other.when)
        joined = before.rstrip().endswith("between") or years
        if (_TO.fullmatch(between) and ("and" not in between or joined)) or (years and _LISTED.fullmatch(between)):
            since = _SINCE.search(before)
            if other.when == "today" and isinstance(one.when, str) and one.when.startswith("this_"):
                return FoundWhen(one.when, one.start, other.end)
            begins, ends = _first(one.when), _last(other.when)
            if _AGAINST.search(between) and _is_running(one.when) and not _is_running(other.when):
                begins, ends = _first(other.when), "today"
            elif _is_year(one.when) and _is_year(other.when):
                ends = _last_of_years(small, atoms, other)
            whole = begins == "since_listing" and ends in ("today", "latest")
            stretch = begins if whole else "ytd" if _is_ytd(begins, ends) else Between(begins, ends)
            return FoundWhen(stretch, since.start() if since else one.start, other.end)
    told = [a for a in atoms if a.when not in ("today", "latest")] or atoms
    atom = told[0]
    since, after = _SINCE.search(small[: atom.start]), _SINCE_AFTER.match(small[atom.end :])
    until = _TILL_NOW.match(small[atom.end :])
    if since and since.group().strip().startswith(("from", "从", "自", "打")) and not (until or after):
        since = since if _ONWARDS.match(small[atom.end :]) or _IN_STEPS.search(small) else None
    if (until_then := _until(small, atom)) is not None:
        return until_then
    running = isinstance(atom.when, str) and atom.when.startswith("this_") and not since
    if (since or after) and not running and atom.when not in _WHOLE:
        start = since.start() if since else atom.start
        end = atom.end + (after.end() if after else until.end() if until else 0)
        begins = _first(atom.when)
        return FoundWhen("ytd" if _is_ytd(begins, "today") else Between(begins, "today"), start, end)
    if atom.when == "latest":
        return FoundWhen(None, atom.start, atom.end)
    return _beside(small, atom) or FoundWhen(atom.when, atom.start, atom.end)


_DAY_BESIDE = re.compile(r"(?<!\w)(?:the )?(?:day|session|night) (?:(?P<before>before)|after|following) (?:the )?$")
_WEEK_OF = re.compile(
    r"(?<!\w)(?:(?:in|during|over|for) )?(?:the )?week (?:of|beginning|commencing|starting|ending|from"
    r"|containing) (?:the )?$"
)
_WEEK_HAN = re.compile(r"(?:的)?(?:那|这|当|所在的?)一?个?(?:周|星期|礼拜)(?![一二三四五六日天末])")
_EVE = re.compile(r"(?:的)?(?:(?P<before>前[一1][天日])|后[一1][天日]|次日|第二天)")


def _beside(small: str, atom: _Atom) -> FoundWhen | None:
    """The day before or after one that is named: the day before Thanksgiving, 7月9日后一天."""
    if not isinstance(atom.when, str) or not atom.when[:4].isdigit() or "_" in atom.when:
        return None
    week, week_han = _WEEK_OF.search(small[: atom.start]), _WEEK_HAN.match(small, atom.end)
    if week or week_han:
        monday = Day.of(atom.when).plus(-Day.of(atom.when).date.weekday())
        stretch = Between(monday.iso, monday.plus(6).iso)
        return FoundWhen(stretch, week.start() if week else atom.start, week_han.end() if week_han else atom.end)
    said, han = _DAY_BESIDE.search(small[: atom.start]), _EVE.match(small, atom.end)
    match = said or han
    if match is None:
        return None
    day = Day.of(atom.when).plus(-1 if match["before"] else 1)
    return FoundWhen(day.iso, match.start() if said else atom.start, match.end() if han else atom.end)


_ONWARDS = re.compile(r" ?(?:on|onwards?|forwards?|upwards?|out)(?!\w)")
_IN_STEPS = re.compile(
    r"(?<!\w)(?:(round|month|week|year|quarter|raise|step) by (?:\1)|walk|trace|track|trajectory|evol(?:ved?|ution"
    r"|ving))(?!\w)"
)
"""From a year on, or told step by step from there: not of that year alone."""
_UNTIL = re.compile(
    r"(?:排|列|看|算|一直)?(?:到|至|截至|截止)(?:了)?$"
    r"|(?<!\w)(?:till|until|up until|out to|through(?: to)?|thru|all the way to|as far as)(?: the)?(?: end of)? ?$"
)
_REST = re.compile(
    r"(?<!\w)(?:rest|remainder|remaining (?:part|months|bit|weeks)|balance|what(?:'s| is) left) (?:of|in) (?:the )?$"
)
_REST_OF_YEAR = re.compile(
    r"(?<!\w)(?:the )?(?:rest|remainder|remaining (?:part|months|bit|weeks)|balance|what(?:'s| is) left) of (?:the"
    r"|this) year(?!\w)|(?:今年|年内)(?:剩下|余下|剩余|接下来|还剩)的?(?:几个月|日子|时间|这几个月)?"
)
_RETURNED = re.compile(r"(?<!\w)(?:did|has|have|ever|was|were)(?!\w).{3,60}(?<!\w)after $")


def _until(small: str, atom: _Atom) -> FoundWhen | None:
    """From now until a time still to come, what is left of one, or from a time that is over until now."""
    before = small[: atom.start]
    year = _is_year(atom.when)
    ahead = year or (isinstance(atom.when, str) and (atom.when == "year_end" or atom.when.startswith("next_")))
    if ahead and (said := _UNTIL.search(before)):
        return FoundWhen(Between("today", _last(atom.when)), said.start(), atom.end)
    if (atom.when == "this_year" or year) and (said := _REST.search(before)):
        return FoundWhen(Between("today", "year_end"), said.start(), atom.end)
    if isinstance(atom.when, str) and atom.when in MONTHS and _RETURNED.search(before) and "lock" not in small:
        return FoundWhen(Between(atom.when, "today"), atom.start, atom.end)
    return None


def _is_running(when: str | Between) -> bool:
    """Whether a time ends now: held against an earlier one, what is asked for runs from that to today."""
    return isinstance(when, str) and (when in ("ytd", "today", "latest") or when.startswith("this_"))


def _last_of_years(small: str, atoms: list[_Atom], last: _Atom) -> str:
    """The end of a run of years set one after another: in 2023, 2024 and 2025."""
    for atom in atoms[atoms.index(last) + 1 :]:
        if not _is_year(atom.when) or not (
            _TO.fullmatch(said := small[last.end : atom.start]) or _LISTED.fullmatch(said)
        ):
            break
        last = atom
    return _last(last.when)


def _is_ytd(begins: str, ends: str) -> bool:
    return begins == f"{DEFAULT_YEAR}-01-01" and ends in ("today", "latest")


def _is_year(when: str | Between) -> bool:
    return isinstance(when, Between) and (when.start[5:], when.end[5:]) == ("01-01", "12-31")


def _first(when: str | Between) -> str:
    return when.start if isinstance(when, Between) else when


def _last(when: str | Between) -> str:
    return when.end if isinstance(when, Between) else when


def _atoms(text: str, taken: tuple[tuple[int, int], ...]) -> list[_Atom]:
    found: list[_Atom] = []
    places = Places(len(text), taken)

    def add(when: When, start: int, end: int) -> None:
        if when is not None and not places.meets(start, end):
            places.take(start, end)
            found.append(_Atom(when, start, end))

    for kept_on, start, end in itertools.chain(calendar_times(text), counted_times(text), occasions_in(text)):
        add(kept_on, start, end)
    for day in find_days(text):
        add(day.when, day.start, day.end)
    for match in _REST_OF_YEAR.finditer(text) if " year" in text or "年" in text else ():
        add(Between("today", "year_end"), *match.span())
    for match in _END_OF.finditer(text):
        word = match[1] or match[3]
        month = MONTHS.index(word) + 1 if word else _int(match[4])
        if match[2]:
            when = named_month(month, match[2], *match.span()).when
            add(when.end if isinstance(when, Between) else when, *match.span())
        else:
            add(f"end_of_{MONTHS[month - 1]}", *match.span())
    for match in _MONTH_OF.finditer(text):
        word = match[4] or match[5]
        month = MONTHS.index(word) + 1 if word else _int(match[2])
        add(_months(DEFAULT_YEAR + _YEARS_OFF[match[1] or match[3] or match[6]], month, 1), *match.span())
    for pattern, shape in ((_AGO, "{}{}_ago"), (_LAST, "last_{}{}"), (_NEXT, "next_{}{}")):
        for match in pattern.finditer(text):
            count, unit = [g for g in match.groups() if g is not None][:2]
            add(_stretch(_relative(shape, _int(count), _UNIT[unit])), *match.span())
    for match in _WEEKDAY.finditer(text):
        day_name = match[1] or match[2] or _DAYS_EN["一二三四五六日".index(match[3].replace("天", "日"))]
        word = match.group().split()[0]
        start = match.start() + (len(word) + 1 if word in ("since", "from") else 0)
        add(f"last_{day_name}", start, match.end())
    spans = SPANS if any(word in text for word in SPANS_SAY) else ()
    for pattern, token in (*spans, *FIXED):
        for match in pattern.finditer(text):
            add(token, *match.span())
    for match in _QUARTER.finditer(text):
        groups = match.groups()
        number = groups[0] or groups[2] or groups[5] or groups[7]
        year = groups[1] or groups[3] or groups[4] or groups[6]
        quarter = _ORDINALS.get(number) or int(number)
        year = f"20{year}" if year and len(year) == 2 else year
        add(_months(int(year or DEFAULT_YEAR), 3 * quarter - 2, 3), *match.span())
    for match in _HALF.finditer(text):
        number = match[1] or match[2] or match[5]
        half = _ORDINALS.get(number) or int(number)
        add(_months(int(match[3] or match[4] or DEFAULT_YEAR), 6 * half - 5, 6), *match.span())
    for match in _MONTH_HAN.finditer(text):
        add(MONTHS[_int(match[1]) - 1], *match.span())
    for match in _MONTH.finditer(text):
        _add_month(match, text, add)
    for match in _YEAR.finditer(text):
        year = int(match[1] or f"20{match[2] or match[3]}")
        add(_months(year, 1, 12), *match.span())
    return found


def _add_month(match: re.Match[str], text: str, add: object) -> None:
    assert callable(add)
    if match[1]:
        month = next(i for i, name in enumerate(MONTHS, 1) if name.startswith(match[1][:3]))
        before = text[max(0, match.start() - _NEAR) : match.start()]
        is_verb = match[1] in ("may", "mar", "march") and not match[2]
        if is_verb and not re.search(
            r"(?:in|since|from|of|by|for|between|through|after|before|until|till|to|and|last|this|early|late"
            r"|mid) ?-?$",
            before,
        ):
            return
        year = match[2]
    else:
        month, year = int(match[4]), match[3]
    add(named_month(month, year, *match.span()).when, *match.span())


def _relative(shape: str, count: int, unit: str) -> str:
    """Weeks and quarters are said in days, as the tokens have it."""
    if unit in ("w", "f") or (unit == "m" and count in (1, 3) and "ago" not in shape) or unit == "q":
        count, unit = {"w": 7, "f": 14, "m": 30, "q": 90}[unit] * count, "d"
    if unit == "y":
        count, unit = count * 12, "m"
    return shape.format(count, unit)


def _stretch(token: str) -> str | Between:
    """Months behind us are said by where they begin: the GUIDE's tokens have days of a stretch, months of a day ago."""
    months = re.fullmatch(r"last_(\d+)m", token)
    return Between(f"{months[1]}m_ago", "today") if months else token


def _months(year: int, first: int, count: int) -> Between:
    start = date(year, first, 1)
    after = date(year + (first + count - 1) // 12, (first + count - 1) % 12 + 1, 1)
    return Between(start.isoformat(), Day(after).plus(-1).iso)


def _int(text: str) -> int:
    if text in _COUNTS:
        return _COUNTS[text]
    if text.isdigit() and text.isascii():
        return int(text)
    number = han_number(text)
    return int(number) if number is not None else 1
