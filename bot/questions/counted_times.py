"""Times counted from today, as desks cut them short: MTD, a fortnight, 6mo, the 52-week high, 半个月, 上上周."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.plan import Between

Found = tuple[str | Between, int, int]

_THIS = r"(?:(?:since|from) )?(?:the )?(?:start|beginning|first(?: day)?) of (?:the|this) (?:current )?{0}"
_FAR = r"{0}[- ]to[- ]date|this {0} so far|so far this {0}|(?:the )?{0} so far"
_NOW_HAN = r"(?:以来|至今|到现在|到今天|到目前为?止?|到今日|迄今|起至今|起到现在)"
_DAYS = r"(?:mon|tues|wednes|thurs|fri)day"
_LISTED = r"(?:ipo|上市|挂牌|敲钟|登陆(?:港股|港交所|联交所|资本市场|香港)|招股|发行)"
_SAID: tuple[tuple[str, str | Between], ...] = (
    *(
        (rf"(?<!\w)(?:{short}|{_FAR.format(said)}|{_THIS.format(said)})(?!\w)|{han}{_NOW_HAN}", f"this_{said}")
        for said, short, han in (
            ("week", "wtd", "(?:本周|这周|这个?星期|这个?礼拜)"),
            ("month", "mtd", "(?:(?:本|这个)?月初|本月|这个月|当月)"),
            ("quarter", "qtd", "(?:本?季初|本季度?|这个季度)"),
        )
    ),
    (
        rf"(?:自从?|从|打从?|自打)?{_LISTED}(?:那天|当天|当日|之日|首日|以后|之后|后)?"
        r"(?:以来|至今|到现在|到今天|到如今|到今|迄今|算起|起(?!来))|(?:自从?|从|打从?|自打)(?:上市|挂牌"
        r"|敲钟)(?!前|那|首|当)",
        "since_listing",
    ),
    (
        r"(?:上市|挂牌|ipo|敲钟)(?:的)?(?:那天|那一天|当日|当天|第一天|第一日|头一日)(?!起|算|以|到|至)"
        r"|第一[天日](?=收|的?收|交易|挂牌|上市)"
        r"|(?<!since )(?<!since the )(?<!since its )(?<!\w)(?:listing|ipo|flotation) day(?!\w)"
        r"|(?<!\w)on the day (?:it|they) (?:listed|ipo'?d|"
        r"went public)(?!\w)",
        "first_day",
    ),
    (r"(?:上|前)一?个?交易日|(?<!\w)t ?- ?1(?!\w)|隔夜|(?<!\w)(?:the )?session before(?!\w)", "previous_session"),
    (
        r"(?<!\w)this (?:morning|afternoon|evening|session)(?!\w)|(?<!\w)intraday(?!\w)|今早|今儿个?|今晚|今晨"
        r"|今朝|今收",
        "today",
    ),
    (
        r"昨儿个?|昨晚|昨夜|昨收盘|寻日|琴日|(?<!\w)yesterday(?:'s)? (?:close|evening|afternoon|morning)(?!\w)",
        "yesterday",
    ),
    (rf"(?<!\w)(?:next|coming) {_DAYS}(?!\w)|下个?(?:周|星期|礼拜)[一二三四五六日天]", "next_week"),
    (rf"(?<!\w)this (?:coming )?{_DAYS}(?!\w)", "this_week"),
    (r"(?<!\w)(?:the )?week before last(?!\w)|上上个?(?:周|星期|礼拜)(?![一二三四五六日天])", "week_before_last"),
    (r"(?<!\w)(?:the )?month before last(?!\w)|上上个?月", "month_before_last"),
    (r"(?<!\w)(?:the )?quarter before last(?!\w)|上上个?季度?", "quarter_before_last"),
    (r"这个?礼拜(?![一二三四五六日天])", "this_week"),
    (r"上个?礼拜(?![一二三四五六日天])", "last_week"),
    (r"下个?礼拜", "next_week"),
    (r"上一个?季度?(?!报)", "last_quarter"),
    (r"下一个?季度?", "next_quarter"),
    (r"上一个?月", "last_month"),
    (r"上一个?(?:周|星期)(?![一二三四五六日天])", "last_week"),
    (
        r"(?<!\w)(?:(?:over|in|during) )?the (?:past|last) fortnight(?!\w)|(?<!\w)(?:past|last) fortnight(?!\w)",
        "last_14d",
    ),
    (r"(?<!\w)(?:(?:over|in|within) )?(?:the )?(?:next|coming) fortnight(?!\w)", "next_14d"),
    (r"半个月(?:之|以)?前", "15d_ago"),
    (r"(?<!\w)(?:a|one) year and a half (?:ago|back)(?!\w)|(?<!\w)1\.5 years ago(?!\w)|一年半(?:之|以)?前", "18m_ago"),
    (r"(?<!\w)two and a half years (?:ago|back)(?!\w)|两年半(?:之|以)?前", "30m_ago"),
    (r"(?<!\w)a month and a half (?:ago|back)(?!\w)|一个半月(?:之|以)?前", "45d_ago"),
    (r"(?:近|最近|过去|这)(?:的)?半个月", "last_15d"),
    (r"(?:未来|接下来|今后|往后|后面)(?:的)?半个月|半个月(?:之|以)?内", "next_15d"),
    (r"(?:近|最近|过去)(?:的)?一个半月", "last_45d"),
    (
        r"(?<!\w)(?:(?:over|in|within|for|during) )?(?:the )?(?:next|coming) (?:half[- ]year|half a year)(?!\w)"
        r"|(?:未来|接下来|今后|往后|后面)(?:的)?半年|半年(?:之|以)?内",
        "next_6m",
    ),
    (r"(?:近|最近|过去|这)(?:的)?(?:几|两三|这几)[天日]|这两[天日]|最近两[天日]", "last_3d"),
    (r"(?:近|最近|过去|这)(?:的)?(?:几|两三)个?(?:周|星期|礼拜)", "last_21d"),
    (r"(?:近|最近|过去|这)(?:的)?(?:几|两三)个月", "last_90d"),
    (
        r"(?<!\w)(?:this time|same (?:day|time)|exactly a year ago,?) last year(?!\w)|去年(?:今天|今日|此时"
        r"|这时候|这个时候|的今天)",
        "12m_ago",
    ),
    (
        r"(?<!\w)(?:this time|same (?:day|time)) last month(?!\w)|上个?月(?:今天|今日|此时|这时候|这个时候"
        r"|的今天)",
        "1m_ago",
    ),
    (r"(?<!\w)(?:this time|same (?:day|time)) last week(?!\w)|上周(?:今天|今日|此时)", "7d_ago"),
    (r"(?<!\w)52[- ]?(?:week|wk|w)s?(?!\w)|52 ?周", Between("12m_ago", "today")),
    (
        r"(?<!\w)(?:over|in|during) (?:the )?(?:golden week)(?!\w)|国庆(?:长假|黄金周|假期)?期间",
        Between("2026-10-01", "2026-10-08"),
    ),
    (r"年[底末](?:之|以)?前", Between("today", "year_end")),
)
_PHRASES = tuple((re.compile(pattern), when) for pattern, when in _SAID)

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "sunday")
_DAY_NAMES = "|".join(_WEEKDAYS[:7])
_BEFORE_LAST = re.compile(
    rf"(?<!\w)two (?P<day>{_DAY_NAMES})s ago(?!\w)|(?<!\w)(?:the )?(?P<day2>{_DAY_NAMES}) before last(?!\w)"
    r"|上上个?(?:周|星期|礼拜)(?P<han>[一二三四五六日天])"
)

_ONES = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "twelve": 12, "thirty": 30, "sixty": 60, "ninety": 90,
}  # fmt: skip
_UNITS = r"(?P<unit>days?|sessions?|weeks?|wks?|mths?|mo|months?|quarters?|qtrs?|years?|yrs?|d|w|m|q|y)"
_SHORT = re.compile(
    rf"(?<!\w)(?P<side>last|past|prev|previous|trailing|next|coming) (?P<count>\d{{1,3}}) ?-?{_UNITS}(?!\w)"
    rf"|(?<![\w.$£€])(?P<count2>\d{{1,3}}|{'|'.join(_ONES)})[- ]?(?P<unit2>day|session|week|wk|month|mth|mo|quarter"
    rf"|year|yr"
    rf"|d|w|m|q|y)(?= (?:price |share |total |stock )?(?:returns?|performance|perf|change|move|moves|chart|trend"
    rf"|momentum|gain"
    rf"|high|low|range|history|trajectory)(?!\w))"
)
"""A count glued to its unit, or in front of what is measured over it: last 6mo, a 3-month return."""


def counted_times(text: str) -> Iterator[Found]:
    """Yields when and where a text in small letters names a time counted from today in a cut or colloquial form."""
    for pattern, when in _PHRASES:
        for match in pattern.finditer(text):
            yield when, *match.span()
    for match in _BEFORE_LAST.finditer(text):
        day = match["day"] or match["day2"] or _WEEKDAYS["一二三四五六日天".index(match["han"])]
        yield f"{day}_before_last", *match.span()
    for match in _SHORT.finditer(text):
        count = match["count"] or match["count2"]
        number = int(count) if count.isdigit() else _ONES[count]
        unit = _IN[(match["unit"] or match["unit2"])[:2].rstrip("s")]
        yield _stretch(match["side"] or "last", number, unit), *match.span()


_IN = {
    "da": "d", "se": "d", "d": "d", "we": "w", "wk": "w", "w": "w", "mt": "m", "mo": "m", "m": "m", "qu": "q",
    "qt": "q", "q": "q", "ye": "y", "yr": "y", "y": "y",
}  # fmt: skip


def _stretch(side: str, count: int, unit: str) -> str | Between:
    """Weeks and quarters are said in days; months behind us by the day on which they begin, as the GUIDE has tokens."""
    ahead = side in ("next", "coming")
    if unit in ("w", "q") or (unit == "m" and count in (1, 3)):
        count, unit = {"w": 7, "q": 90, "m": 30}[unit] * count, "d"
    if unit == "y":
        count, unit = 12 * count, "m"
    if unit == "m" and not ahead:
        return Between(f"{count}m_ago", "today")
    return f"{'next' if ahead else 'last'}_{count}{unit}"
