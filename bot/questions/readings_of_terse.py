"""Measures as they are named in a hurry: shares traded, a bigger slice freed, years of run rate, payers, API money."""

from __future__ import annotations

from bot.questions.readings import PEOPLE, reading

_PART = r"(?:slices?|chunks?|portions?|percent(?:age)?s?|proportions?|fractions?|parts?|pieces?|%)"
_FREE = (
    r"(?:frees?|freed|freeing|releas(?:e|es|ed|ing)|unlock(?:s|ed|ing)?|unleash(?:es|ed)?"
    r"|lets? (?:go|loose)|sets? free)"
)
_FIRMS = r"(?:firms?|companies|businesses|corporates?|corporations?|enterprises?|conglomerates|blue chips)"
_YEARLY = r"(?:run[- ]?rates?|arr|annuali[sz]ed (?:revenues?|sales|takings))"
_SALES = r"(?:sales|revenues?|turnover|takings)"
_PRICED = r"(?:priced|valued|trad(?:es?|ing)|worth|valuation|market cap|mcap)"
_HELD = r"(?! (?:at|above|below|over|under|for|now|near)(?!\w))"

OF_TERSE = (
    reading(
        "volume",
        "share|stock|scrip|traded|trading",
        rf"(?<!\w)(?:shares?|stock|scrip) traded(?!\w){_HELD}"
        r"|(?<!\w)(?:on|with|in) how (?:many|much) (?:shares|stock|paper)(?! in issue)(?!\w)"
        r"|(?<!\w)(?:more|less|most|least|heaviest|busiest|heavily|actively|thinly|briskly|lightly)[- ]"
        r"(?:(?:heavily|actively|thinly|briskly|lightly)[- ])?traded(?!\w)"
        r"|(?<!\w)(?:heavier|lighter|thinner|busier|heaviest|busiest|thinnest|quietest) trad(?:ed|ing)(?!\w)"
        r"(?! (?:day|session|week))",
    ),
    reading(
        "volume",
        "股",
        r"(?:成交|交易|换手|买卖)(?:了)?(?:几|多少)(?:万|亿)?股",
    ),
    reading(
        "unlock_ratio",
        "free|releas|unlock|unleash|let|set",
        rf"(?<!\w){_FREE}(?: up)? (?:the |a |an )?(?:bigger|larger|smaller|biggest|largest|smallest|greater"
        rf"|fatter) {_PART}(?!\w)"
        rf"|(?<!\w)(?:bigger|larger|smaller|biggest|largest|smallest|greater|what) {_PART}"
        rf"(?: (?:is|was|gets?|got|being|that|to be|comes?))* {_FREE}(?!\w)",
        ("unlock_date",),
        ("revenue", "sales"),
    ),
    reading(
        "rd_expense",
        "research",
        r"(?<!\w)(?P<said>research)(?: costs?)? (?:as an? (?:percentage|percent|share|part|fraction|slice|multiple"
        r"|%) of|over|relative to|versus|vs|against) (?:its |the )?(?:sales|revenues?|turnover|takings|cash|losses"
        r"|loss)(?!\w)"
        r"|(?<!\w)(?:fund|cover|pay for|finance|bankroll|afford)(?:s|ed|ing)? (?:its |their |the )?(?:own )?"
        r"(?:(?:yearly|annual|whole|entire|full) )?research(?! (?:note|report|team))(?!\w)",
    ),
    reading(
        "price_to_sales",
        "year",
        rf"(?<!\w)years?(?: worth)? of (?:its |their |the )?{_SALES}.{{0,30}}(?<!\w){_PRICED}(?!\w)"
        rf"|(?<!\w){_PRICED} .{{0,20}}years?(?: worth)? of (?:its |their |the )?{_SALES}(?!\w)",
        ("offer_price", "market_value", "share_price"),
    ),
    reading(
        "unlock_ratio",
        "size",
        r"^(?!.*(?:list|ipo|float|trad)).*(?<!\w)(?:dates?|when) and (?P<said>(?:the )?size)(?!\w)",
    ),
    reading(
        "price_to_arr",
        "year",
        rf"(?<!\w)years?(?: worth)? of (?:its |their |the )?{_YEARLY}.{{0,30}}(?<!\w){_PRICED}(?!\w)"
        rf"|(?<!\w){_PRICED} .{{0,20}}years?(?: worth)? of (?:its |their |the )?{_YEARLY}(?!\w)",
        ("offer_price", "market_value", "share_price"),
    ),
    reading("price_to_arr", "年化", r"(?:估值|市值|股价|价格).{0,6}(?:多少|几)年(?:的)?(?:年化(?:收入|营收)?|arr)"),
    reading(
        "price_return",
        "underwater|under water|above water|in the green",
        r"(?<!\w)(?:up or (?:underwater|under water)|(?:underwater|under water|above water"
        r"|in the green|in the red) (?:since|on|from|vs|versus) (?:its |the )?(?:ipo|float|listing|debut|issue))(?!\w)"
        r"|(?<!\w)(?:since|from|on) (?:its |the )?(?:ipo|float|listing|debut)\W* "
        r"(?:up|above water|underwater|under water|in the green)(?!\w)",
        ("listing_date", "drawdown", "net_loss"),
    ),
    reading("price_return", "破发|水下", r"(?:上市|挂牌|ipo)(?:以来|至今|到现在).{0,6}(?:水上|水下|浮盈|浮亏)"),
    reading(
        "customers",
        "customer|client|compan|business|firm|enterprise|corporate",
        r"(?<!\w)(?:per|a|each|every) paying (?:customer|client)(?!\w)"
        rf"|(?<!\w)(?:number|tally|count|roster|how many)(?: of)? (?:\w+ )?(?:business|company|corporate|enterprise"
        r"|commercial) (?:customers|clients|accounts)(?!\w)"
        r"|(?<!\w)(?:business|company|corporate|enterprise|commercial) (?:customers|clients)(?:,| and)?.{0,20}"
        r"(?<!\w)(?:tally|count|numbers?|headcount|roster|how many)(?!\w)"
        rf"|(?<!\w)how many {_FIRMS} (?:now |actually |currently )?(?:buy|pay|use|subscribe|sign|run on|are on"
        r"|build on)(?!\w)(?! (?:more|less))",
        (),
        ("percent", "share of"),
    ),
    reading("customers", "企业|公司", r"(?:多少|几)(?:家|个)(?:企业|公司|商家|机构)(?:在|肯|愿意)?(?:用|买|付费|订阅)"),
    reading(
        "paying_users",
        "subscrib|payer|paying|付费",
        rf"(?<!\w){PEOPLE} (?:actually |now |currently |who )?subscribe(?!\w)"
        r"|(?<!\w)pay(?:ing|er) (?:share|ratio|proportion|rate|percentage|fraction)(?! of)(?!\w)|付费(?:率|比例|占比)"
        r"|(?<!\w)payers?(?: numbers?| count| base)?(?!\w)",
    ),
    reading(
        "paying_users",
        "付费|掏钱|给钱|付钱",
        r"用户(?:里|中|当中|里面)?(?:有|是)?(?:多少|几成|多大|百分之几|百分之多少)(?:比例)?(?:的人|的)?(?:是|在|肯|会)?(?P<said>付费|掏钱|给钱|付钱)",
        ("unlock_ratio",),
    ),
    reading(
        "",
        "subscrib",
        rf"(?<!\w)(?:how many )?{PEOPLE} (?:actually |now |currently |who )?subscribe(?: to [\w ]{{2,24}})?",
        ("users",),
    ),
    reading(
        "users",
        "crowd|following|flock",
        r"(?<!\w)(?:bigger|larger|biggest|largest|smaller|smallest|wider) (?:crowd|following|flock|fan base)(?!\w)",
    ),
    reading(
        "enterprise_share",
        "firm|compan|business|enterpr|corpor|api",
        rf"(?<!\w)(?:money|sales|revenues?|takings|income|turnover) (?:\w+ ){{0,2}}?from (?:the )?(?:big |large "
        rf"|bigger |corporate |other )?{_FIRMS}(?!\w)"
        rf"|(?<!\w)what {_FIRMS} (?:contribute|bring in|chip in|put in)(?!\w)"
        r"|(?<!\w)api (?:money|revenue|sales|income|takings|business)(?!\w)",
        (),
        ("reported",),
    ),
    reading("enterprise_share", "api", r"api ?(?:收入|生意|的钱|营收|业务)"),
    reading(
        "offer_price",
        "charged|asked|per share|a share",
        r"(?<!\w)(?:ipo|float|flotation|offering) (?:buyers?|investors?|punters?|subscribers?)(?: were| was)? "
        r"(?:charged|asked|made to pay)(?!\w)"
        r"|(?<!\w)(?:asked|charged|wanted) (?:more|less|the most|the least|how much) (?:per|a|for a|for each)"
        r" share(?!\w)",
        ("share_price",),
    ),
    reading(
        "",
        "account",
        r"(?<!\w)(?:(?:reported|audited|annual|published|filed|statutory|by|in|into) (?:the )?accounts"
        r"|accounts? (?:say|show|bear|for))(?!\w)",
        ("customers",),
    ),
    reading("", "score", r"(?<!\w)(?:^score|score (?:the|each|them|it|how|pair))(?!\w)", ("benchmark_score",)),
)  # fmt: skip
