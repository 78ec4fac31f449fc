"""Times that are said by one set phrase, each with the token that stands for it until it is answered."""

from __future__ import annotations

import re

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
"""Months named without a year, which are their own tokens."""

_SPANS = (
    ("week", "(?:week|wk)", "wk"), ("month", "(?:month|mth)", "mth"),
    ("quarter", "(?:quarter|qtr)", "qtr"), ("year", "(?:year|yr)", "(?:yr|calendar year)"),
)  # fmt: skip
"""Spans of the calendar, how they are said at length, and how they are cut short."""

FIXED: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), token)
    for pattern, token in (
        (
            r"(?<!\w)since (?:(?:they|it|both|the|its|their|each|these|two|went|were|was|have|had|being|day one|day 1"
            r"|first|hong kong|hk|floating|floated|coming|came|on|to|latter|former|second"
            r"|later|one|stock) ?)*(?:listed|listing|listings|ipos?|debut|"
            r"public|floated|float|debuted|going public|day one|day 1|market|the bell"
            r"|first day)(?!\w)|(?<!\w)post[- ]ipo(?!\w)|(?<!\w)from (?:(?:the|its|their) )?"
            r"(?:debut|listing|float|ipo|day one|day 1) (?:on(?:wards?)?|forward)(?!\w)|打上市起|上市起"
            r"|上市那天起|上市以来|上市至今|自上市|上市到现在|上市之后至今|"
            r"挂牌以来|挂牌至今|挂牌到现在|挂牌到今天|都上市以来|上市后(?!多久|第|几)|上市后至今|上市后一路|上市到今天",
            "since_listing",
        ),
        (
            r"(?<!\w)since (?:\w+ ){0,3}?(?:(?:came|coming|went|going|hit|hitting|joined|joining|reached|arrived"
            r"|started|starting|began|beginning|got|getting) (?:(?:to|on|onto|the|in|at|up|being) ?)*"
            r"(?:market|public|boards?|exchange|trading|trade|screens?|hkex|bourse|listed|floated)"
            r"|trading (?:began|started|opened)|flotation|first trade|opening bell|maiden (?:day|session)"
            r"|pricing day|(?:its "
            r"|their )?offer(?:ing)?)(?!\w)"
            r"|(?<!\w)(?:its|their|the) life as a (?:listed|public) (?:company|stock)(?!\w)"
            r"|(?<!\w)from (?:the |its |their )?(?:offer(?:ing)?|ipo|listing|float|flotation|debut|issue|launch)"
            r"(?: price| day)?(?= (?:to|until|till|through)(?!\w))",
            "since_listing",
        ),
        (
            r"(?<!\w)(?:(?:the |its |their )?year so far|so far in 2026|2026 (?:so far|to date)|year till date"
            r"|this calendar year so far)(?!\w)",
            "ytd",
        ),
        (
            r"(?<!\w)(?:ytd|year[ -]to[ -]date|this year so far|so far this year|since the start of the year|"
            r"since january 1(?:st)?"
            r"|since new year'?s?(?! day)|since the turn of the year|so far in 2026|(?:on"
            r"|over) the year so far|since the beginning of the year)(?!\w)"
            r"|今年以来|年初至今|年初到现在|开年以来|开年至今|开年到现在|打年初起|从年初起|"
            r"年初以来|今年到现在|今年至今|年内",
            "ytd",
        ),
        (
            r"(?<!\w)(?:first[- ](?:trading[- ])?(?:day|session)(?:'s)?(?: close)?|debut (?:close|day|session)|"
            r"(?:on|at) (?:its |their |the |his )?(?:stock market |market )?debut|day[- ]one close|first close|"
            r"(?:the )?day (?:it|they|the stock|the shares) (?:debuted|floated|came to market)|opening day)(?!\w)"
            r"(?! above)(?! below)(?! over)"
            r"|上市首日|首日|挂牌首日|(?:上市|挂牌)的?(?:头一天|第一天|头天|当天|当日|那天收)|头一天收|首个交易日",
            "first_day",
        ),
        (
            r"(?<!\w)(?:previous|prior|last) (?:session|trading day|close)(?!\w)(?! of)|上一交易日|上个交易日|"
            r"前一交易日|昨收",
            "previous_session",
        ),
        (r"大前天", "3d_ago"),
        (r"(?<!\w)(?:the )?day before yesterday(?!\w)|前天(?!的?前)", "2d_ago"),
        (r"(?<!\w)(?:yesterday|yday|ytday|last night)(?!\w)|昨天|昨日", "yesterday"),
        (r"(?<!\w)(?:tomorrow|tmrw|tmr|tomoz)(?!\w)|明天|明日", "tomorrow"),
        (r"(?<!\w)half a year ago(?!\w)|半年前", "6m_ago"),
        (r"(?<!\w)(?:over )?the (?:last|past) half year(?!\w)|近半年|过去半年|最近半年", "last_6m"),
        (r"(?<!\w)(?:over |in )?(?:the )?past (?:month)(?!\w)|近一个月|最近一个月|过去一个月|近一月", "last_30d"),
        (r"(?<!\w)(?:over |in )?(?:the )?past (?:week)(?!\w)|近一周|最近一周|过去一周|过去一星期", "last_7d"),
        (r"(?<!\w)(?:over |in )?(?:the )?past (?:year)(?!\w)|近一年|最近一年|过去一年", "last_12m"),
        (
            r"(?<!\w)(?:over |in )?(?:the )?past (?:quarter)(?!\w)|近一季|最近一个季度|近三个月|过去三个月|最近三个月",
            "last_90d",
        ),
        (
            r"(?<!\w)(?:(?:by|before|until) (?:the )?year(?:'s end| is (?:done|out|over))|"
            r"(?:by |at |before )?(?:the )?(?:year[- ]end|end of (?:the|this) year))(?!\w)|年底|年末|今年底",
            "year_end",
        ),
        (r"(?<!\w)this week(?!\w)|(?:这|本)个? ?week(?!\w)|本周|这周|这个星期|这星期", "this_week"),
        (
            r"(?<!\w)last week(?!\w)|上个? ?week(?!\w)|上周(?![一二三四五六日天])|上星期(?![一二三四五六日天])|"
            r"上个星期(?![一二三四五六日天])",
            "last_week",
        ),
        (r"(?<!\w)next week(?!\w)|下个? ?week(?!\w)|下周|下星期|下个星期", "next_week"),
        (r"(?<!\w)this month(?!\w)|(?:这|本)个? ?month(?!\w)|本月|这个月|当月", "this_month"),
        (r"(?<!\w)last month(?!\w)|上个? ?month(?!\w)|上个?月", "last_month"),
        (r"(?<!\w)next month(?!\w)|下个? ?month(?!\w)|下个?月", "next_month"),
        (r"(?<!\w)this quarter(?!\w)|(?:这|本)个? ?quarter(?!\w)|本季度?|这个季度", "this_quarter"),
        (r"(?<!\w)last quarter(?!\w)|上个? ?quarter(?!\w)|上个?季度?", "last_quarter"),
        (r"(?<!\w)next quarter(?!\w)|下个? ?quarter(?!\w)|下个?季度?", "next_quarter"),
        (r"(?<!\w)this year(?!\w)|(?:这|本)个? ?year(?!\w)|今年", "this_year"),
        (
            r"(?<!\w)last (?:fiscal |financial )?year(?!\w)|(?<!\w)a year ago(?!\w)(?! today)|去年|上年度?|上一年度?",
            "last_year",
        ),
        (r"(?<!\w)next year(?!\w)|下个? ?year(?!\w)|明年|来年", "next_year"),
        (
            r"(?<!\w)(?:today|right now|now|currently|at present|presently|at the moment|these days|as of today|"
            r"at this point|by now|nowadays)(?!\w)|今天|今日|(?<!出)现在|目前|当前|如今|眼下|此刻|时下|现今|现时",
            "today",
        ),
        (r"(?<!\w)(?:latest|most recent|newest|current)(?!\w)(?! round)|最新|最近一期", "latest"),
    )
)

SPANS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), token)
    for pattern, token in (
        *(
            (
                rf"(?<!\w)(?:the |this )?(?:coming|upcoming) {said}(?!\w)|(?<!\w)the {said} ahead(?!\w)"
                rf"|(?<!\w)n(?:ext|xt) {short}(?!\w)",
                f"next_{token}",
            )
            for token, said, short in _SPANS
        ),
        *(
            (rf"(?<!\w)(?:this {short}|(?:the )?current {said})(?!\w)", f"this_{token}")
            for token, said, short in _SPANS
        ),
        *(
            (rf"(?<!\w)(?:last {short}|(?:the )?(?:previous|prior|preceding) {said})(?!\w)", f"last_{token}")
            for token, said, short in _SPANS
        ),
    )
)
"""Weeks, months, quarters and years as they are cut short or said at length; tried only beside one of these words."""
SPANS_SAY = ("coming", "ahead", "nxt", "next ", "current", "previous", "prior", "preceding", "this ", "last ")
