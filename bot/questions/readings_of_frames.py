"""Measures named by two words with a company between them: how much did it lose, how many people has it got."""

from __future__ import annotations

from bot.questions.readings import PEOPLE, reading

_DO = r"(?:do|does|did|has|have|had|is|are|was|were|will|can)"
_WHO = r"[^,;?]{2,32}?"
_NO_LEAD = (
    "lead",
    "crown",
    "ahead",
    "share price",
    "in value",
    "market value",
    "peak",
    "valuation",
    "of its value",
    "market cap",
    "shares",
    "stock",
    "2513 ",
)

OF_FRAMES = (
    reading(
        "net_loss",
        "lose|lost|losing|bleed|bled|burn|down the drain|hole|red",
        rf"(?<!\w)how (?:much|many \w+)(?: money| cash| dough)? {_DO}(?!\w) ?{_WHO}(?<!\w)(?:los(?:e|t"
        rf"|ing)|bleed(?:ing)?"
        r"|bled|burn(?:t|ed|ing)?)(?!\w)(?! (?:its|the|their|from|since|against|to|ground|on research|on r|on \d"
        r"|on \w+day"
        r"|yesterday|today|this week|this month|last week|last month|ytd|so far))"
        r"|(?<!\w)how (?:deep|far) (?:in|into) (?:the )?(?:hole|red)(?!\w)(?!.{0,30}(?:high|peak|top))"
        r"|(?<!\w)(?:deep|deepest|deeper|far|furthest|further) (?:in|into) the (?:hole"
        r"|red)(?!\w)(?!.{0,30}(?:high|peak|top))",
        unless=_NO_LEAD,
    ),
    reading(
        "price_return",
        "los|shed|drop|gain|put on|add|jump|fall|fell|climb|made|make",
        rf"(?<!\w)how much {_DO}(?!\w) ?{_WHO}(?<!\w)(?:los[et]|losing|shed|drop(?:ped)?|gain(?:ed)?|put on"
        rf"|add(?:ed)?|jump(?:ed)?"
        r"|fall(?:en)?|fell|climb(?:ed)?|made|make)(?!\w)(?= (?:on (?:\d|\w+day|jan|feb|mar|apr|may|jun|jul|aug|sep"
        r"|oct|nov|dec)"
        r"|yesterday|today|this (?:week|month)|last (?:week|month)|since (?:listing|it listed|its (?:ipo|debut"
        r"|listing))|ytd|so far))",
        unless=("revenue", "sales", "users", "arr", "run rate", "run-rate", "market", "valu", "if "),
    ),
    reading(
        "volume",
        "shares|stock",
        rf"(?<!\w)how (?:many (?:shares|lots)|much (?:stock|paper)) (?:did|does|do|has|have)(?!\w) ?{_WHO}"
        r"(?<!\w)(?:trade[ds]?|turn(?:ed)? over|change[d]? hands)(?!\w)",
        ("share_price", "price_return"),
    ),
    reading(
        "revenue",
        "gross|bill|book|from|take|took|bring|brought|pull|rak|turn|ring|rang|earn|mak|made|sell|sold|收|卖|赚|挣",
        rf"(?<!\w)how much(?: money| cash| dough| business)? {_DO}(?!\w) ?{_WHO}(?<!\w)(?:gross(?:ed)?"
        rf"|bill(?:ed)?|invoice[d]?"
        r"|book(?:ed)?|tak(?:e|ing) in|took in|bring(?:ing)? in|brought in|pull(?:ing|ed)? in|rak(?:e"
        r"|ing|ed) in|turn(?:ed)? over"
        r"|ring(?:ing)? up|rang up|earn(?:ed|ing)?|sell|sold)(?!\w)(?! (?:its|the|their|off|out|shares|stock|to|down))"
        r"|(?<!\w)(?:earns?|gross(?:es)?|takes? in|brings? in|pulls? in|rakes? in|turns? over|books?"
        r"|bills?) (?:how much|what)(?!\w)"
        r"|(?<!\w)(?:haul|take|money|earn\w*|income|takings|revenues?|sales|makes?|made"
        r"|dollars) (?:\w+ ){0,3}?from (?:its |their )?"
        r"(?:customers|clients|users)(?!\w)"
        r"|(?:总共|一共|一年|全年|去年|今年|前年)(?:总共|一共)?(?:收|卖|赚|挣|进)(?:了|回来|回|到|进来)?(?:多少|几)"
        r"(?!股|倍|个点|钱了吗)",
        ("customers",),
        ("lose", "loss", "profit", "run rate", "annuali", "shares", "holders", "ipo", "founder", "股东", "利润"),
    ),
    reading(
        "employees",
        "多少人|几多人|team|staff|crew|workforce"
        "|squad|books|toil|slave|slog|labour|body count|desks|bums|号人|口人|摊子",
        rf"(?<!\w)how (?:big|large|small|many) (?:is|are|was|were)(?: the)?(?! \w+ (?:team size)) ?{_WHO}(?:'s)? "
        r"(?:team|staff|crew|workforce|squad|headcount|payroll)(?!\w)"
        rf"|(?<!\w){PEOPLE} (?:\w+ ){{0,2}}?on {_WHO}(?:'s)? (?:books|payroll|staff)(?!\w)"
        rf"|(?<!\w){PEOPLE}(?: \w+){{0,2}} (?:toil\w*|slav\w+|slog\w*|labour\w*|graft\w*|beaver\w*|clock in)(?!\w)"
        r"|(?<!\w)(?:body count|bums on seats|warm bodies|desks filled)(?!\w)"
        r"|(?:多少|几多|几百|几千)人(?=\W*$|呢|啊|呀|了\W*$)"
        r"|(?:多少|几|几百|几千|上千|上万)(?:来)?(?:号|口)人|摊子(?:有)?(?:多大|多少人)",
    ),
    reading(
        "cash",
        "left|got|hold|sit|piggy|in hand|purse|wallet|money|钱|家当",
        rf"(?<!\w)how much(?: money| cash| dough)? {_DO}(?!\w) ?{_WHO}(?<!\w)(?:got left|have left"
        rf"|left|still have|still got"
        r"|sit(?:ting)? on|in hand|in the bank|stashed|put by|to spare)(?!\w)"
        r"|(?<!\w)how much (?:money|cash|dough) (?:has|have|does|do) "
        rf"{_WHO}(?<!\w)(?:got|have|hold)(?!\w)(?! (?:to |lost|made|burn))"
        r"|(?<!\w)(?:piggy bank|purse|rainy[- ]day fund|nest egg)(?!\w)"
        r"|(?:手|兜|袋|账|家|库)(?:里|头|上|中)(?:面)?(?:还)?(?:有|剩|剩下|攥着|捏着)(?:多少|几)(?!股|人)",
        unless=("lock", "unlock", "volume", "shares", "upside", "to go"),
    ),
    reading(
        "users",
        "chat|talk|play|log|sign|rely|hang out|open|tap|登录|登陆|聊|玩|打开",
        rf"(?<!\w){PEOPLE}(?: \w+){{0,2}} (?:chat(?:s|ted|ting)?|talk(?:s|ed|ing)?|play(?:s|ed|ing)?|log(?:s|ged"
        rf"|ging)?(?: in)?"
        rf"|sign(?:ed)? up|rel(?:y|ies|ied)"
        r"|hang(?:ing)? out|open(?:s|ed|ing)?|tap\w*|tun(?:e|ed) in)(?: (?:with|to|on|in|into|for|onto))?(?!\w)"
        r"|(?:多少|几多|几)(?:个)?人(?:每天|每周|每月|天天|在)?(?:在)?(?:登录|聊|玩|打开)",
    ),
    reading(
        "paying_users",
        "掏钱|付钱|花钱|付费|买单|充值|交钱|给钱",
        r"(?:多少|几多|几|有)(?:个)?(?:人|用户|用家|客).{0,3}?(?:给|为|替|肯|愿意|在|真)?[^,，。?？]{0,12}?(?:掏钱|付钱|花钱|付费|买单"
        r"|充值|交钱|给钱)",
        ("users",),
        ("股", "一股", "股份"),
    ),
    reading(
        "share_price",
        "trading|share|stock|什么价|啥价|几块",
        r"(?<!\w)where(?:'s|s| is| are| was| were) (?:[\w.]+ ){1,3}?(?:trading|quoted|changing hands"
        r"|marked today)(?!\w)"
        rf"|(?<!\w)(?:what|how much)(?:'s| is| does| do| was| did| would)? ?(?:a|one|each"
        rf"|a single) shares?(?: of| in)?(?!\w) ?{_WHO}"
        r"(?<!\w)(?:go(?:ing)? for|cost\w*|fetch\w*|sell\w* for|trad\w+|chang\w+ hands|worth|set me back)(?!\w)"
        r"|(?:什么|啥|多少|几)(?:样的)?(?:价|钱一股|块一股|块钱一股)(?!格战|公式|位置|值)",
        ("market_value",),
        ("ipo", "发行", "招股", "offer", "api", "token"),
    ),
    reading(
        "shares_in_issue",
        "shares",
        rf"(?<!\w)how many shares (?:in total )?(?:does|do|has|have|did|are|is) ?{_WHO}(?<!\w)(?:have"
        rf"|out|issued|outstanding"
        r"|in issue|got|there)(?!\w)(?! (?:free|loose))",
        unless=("unlock", "free", "lock-up", "lockup", "freed", "trade", "sell", "changed hands"),
    ),
    reading(
        "offer_price",
        "ipo|float|retail|subscri|打新|申购",
        r"(?<!\w)(?:ipo|float|offering|retail)(?: \w+)? (?:punters|buyers|investors|subscribers|crowd"
        r"|takers|participants)"
        r"(?: \w+)? (?:pay|paid|shell(?:ed)? out|cough(?:ed)? up|put up|hand(?:ed)? over)(?!\w)"
        r"|(?<!\w)(?:paid|pay) (?:\w+ ){0,3}?(?:at|in) (?:the |its )?(?:ipo|float|offering)(?!\w)"
        r"|(?:打新|申购|中签)(?:的人|的|者)?.{0,8}(?:花|付|掏|多少钱|什么价|几块)",
        ("listing_date", "paying_users"),
    ),
    reading(
        "gross_proceeds",
        "size of|how big|raise|rake|融|募",
        r"(?<!\w)(?:size of|how (?:big|large) (?:was|is)) (?:the |its |their |[\w]+'s )?(?:ipo|float"
        r"|offering|listing)(?!\w)"
        rf"|(?<!\w)how much(?: money| cash)? (?:did|has|have|does)(?!\w) ?{_WHO}(?<!\w)(?:rais\w+"
        rf"|rake in|pull in|bring in|pocket)"
        r"(?!\w)(?:.{0,24}(?<!\w)(?:ipo|listing|float\w*|listed|debut|offering)(?!\w))",
        ("listing_date", "revenue", "offer_price"),
    ),
    reading(
        "market_value",
        "size of|sticker|how much of a company|price on",
        r"(?<!\w)size of (?!the (?:unlock|expiry|block|tranche|team|ipo|float|staff|lead|gap|order|supply|release))"
        r"(?=(?:the )?[\w .'-]{2,18}\W*$)|(?<!\w)(?:sticker|price tag|tag) (?:on|hangs? on|for)(?!\w)",
        unless=("unlock", "ipo", "team", "staff", "lock", "float", "audience", "user", "crowd", "workforce", "base",
                "model", "loss", "margin", "revenue", "sales", "cash", "loan", "raise"),
    ),
)  # fmt: skip
