"""Words that name a measure, or none, only in their context: burn is a loss, but burn on research is research."""

from __future__ import annotations

from bot.questions.readings import PEOPLE, reading

_LOOSE = (
    r"(?:released?|goes? free|going free|went free|set (?:free|loose)|let (?:go|loose|out|off)|freed|frees|freeing"
    r"|com(?:e|es|ing) (?:loose|free|unstuck)|came (?:loose|free)|unlock(?:s|ed|ing)?|liberated|unshackled"
    r"|off the leash|becom(?:e|es|ing) (?:sellable|tradable|saleable))"
)
_PART = r"(?:%|percent(?:age)?|per cent|pct|portion|slice|part|chunk|fraction|share|proportion|bit|cut|wedge)"
_LOOSE_HAN = r"(?:解禁|松绑|出笼|放出来?|放开|解锁|解套|流出来?|要放|开闸|能卖|可卖)"
_PART_HAN = (
    r"(?:几成|[一二三四五六七八九两半]成|多大比例|多大一?块|多少比例|百分之|占多少|占多大|占几|占比|几个点|\d ?%)"
)
_RESEARCH = r"(?:research(?:ing)?(?! (?:note|report|house))|r ?& ?d|rnd|r and d|the lab(?!s|oratories))"

OF_WORDS = (
    reading(
        "paying_users",
        "pay|fork|shell|cough|subscrib",
        rf"(?<!\w)(?:{PEOPLE}|how many)(?: (?!not\b)\w+){{0,2}} "
        r"(?:pay|pays|paying|fork(?:ing)? out|shell(?:ing)? out|cough(?:ing)? up|subscribed?)(?: up)?"
        r"(?: (?:for|to|every|each|a month|monthly)(?!\w)|\W*$)(?! ?(?:a |one |each "
        r"|every )?(?:dollar|buck|yuan|share))",
        unless=("turns of", "multiple", "times", "x of", "per share", "a share", "stock", "ticker", "investors", "ipo"),
    ),
    reading("users", "us", rf"(?<!\w){PEOPLE}(?: \w+){{0,2}} (?:use|uses|using|used)(?!\w)"),
    reading(
        "employees",
        "work|employ|hire|payroll|strong|head|bod|people|ppl",
        rf"(?<!\w){PEOPLE}(?: \w+){{0,2}} (?:work|works|working|worked|employed|strong|hired)(?!\w)(?! through)"
        r"|(?<!\w)how many (?:people|heads|bodies|souls|ppl|folks) (?:does|do|did|has|have|are|is)(?!\w).{2,30}?"
        r"(?<!\w)(?:have|got|employ|carry|keep|house|at|on the books|on staff|down to|up to)(?= ?(?:now|today|$|\W))",
    ),
    reading(
        "rd_expense",
        "research|r&d|r & d|rnd|r and d|the lab",
        r"(?<!\w)(?:burn(?:s|ing|ed|t)?|torch(?:es|ing|ed)?|blow(?:s|ing|n)?|blew|spen[dt](?:s|ing)?|pour(?:s|ing"
        r"|ed)?"
        r"|plou?gh?w?(?:s|ing|ed)?|s[iau]nk(?:s|ing)?|throw(?:s|ing|n)?|threw|put(?:s|ting)?|shovel(?:s|ling|led)?"
        r"|go(?:es|ing)?|went|lavish(?:es|ed)?|splash(?:es|ed|ing)?|invest(?:s|ed|ing)?|fork(?:s|ed|ing)? out)"
        rf"(?: [\w'%]+){{0,5}} (?:on|into|in|to|for|at)(?: (?:its|their|the|pure|basic))? {_RESEARCH}(?!\w)",
    ),
    reading(
        "rd_expense",
        "研发|科研|搞研究",
        r"(?:烧|砸|花|投|掏|撒|扔)(?:了|在|进|到|给|掉|的)?[^,，。和、]{0,6}(?:研发|科研|搞研究)"
        r"|(?:研发|科研)[^,，。和、]{0,4}(?:烧|砸|花|投)(?:了|掉|进)?",
    ),
    reading(
        "price_return",
        "bleed|bled|sliding|creeping|drifting|hurting|under water|underwater",
        r"(?<!\w)(?:stocks?|shares?|px|price|chart|tape|holders|shareholders)(?!\w)[^,.;?]{0,40}?(?<!\w)"
        r"(?:bleeding|bled|bleed|sliding|creeping|drifting|hurting|under ?water)(?!\w)[^,.;?]{0,24}?"
        r"(?:(?<!\w)(?:bleeding|bled|bleed|sliding|up|down)(?!\w))?",
        ("net_loss", "share_price"),
    ),
    reading(
        "price_return",
        "held|bought|owned|been in|been long|sat on|持有|拿着|买了|买入|捏着",
        r"(?<!\w)(?:had|have|has|if|been|who|anyone|investors?|punters|i|we|you)(?:'d|'ve)?(?: \w+)? "
        r"(?:held|bought|owned|been long|been in|sat on)(?!\w).{2,60}?"
        r"(?<!\w)(?:hurt(?:ing)?|made?|los[et]|up|down|ahead|better|worse|richer|poorer|gained?)(?!\w)"
        r"|(?:持有|拿着|买了|买入|捏着).{2,30}?(?:赚了?多少|亏了?多少|赔了?多少|赚几|亏几|浮亏|浮盈|是赚是亏)",
        ("net_loss", "market_value", "share_price"),
    ),
    reading(
        "price_return",
        "up|down|off|risen|fallen|climbed|soared|jumped|multiplied|rocketed|rallied",
        r"(?<!\w)(?:being|is|was|were|be|are|had|has|have|gone|went)(?: been| gone| shot| risen)? ?"
        r"(?:up|down|off(?!.{0,30}(?:high|peak|top))|risen|fallen|climbed|soared|jumped|multiplied|rocketed|rallied"
        r"|surged)"
        r"(?: (?:up|by|some|about|around|nearly|over|under|roughly|almost|more than|less than|at least|as much as))* "
        r"(?:[\d,.]+ ?(?:%|percent|pct|x(?!\w)|fold|-fold|times)|a (?:tenth|fifth|quarter|third|half)(?!\w)"
        r"|\w+-?fold(?!\w))(?: from (?:its|the) "
        r"(?:offer|issue|ipo)(?: price)?)?",
        ("offer_price",),
        ("revenue", "sales", "run rate", "run-rate", "arr", "if ", "cap ", "valuation", "users", "suppose", "say "),
    ),
    reading(
        "unlock_ratio",
        "free|loose|release|unlock|let |liberat|unshackl|leash|sellable|tradable",
        rf"(?:(?<!\w)(?:what|which|how (?:big|large) an?|whose|the|over|above|than|about|roughly|almost|nearly|some)"
        rf" ?|\d ?){_PART}(?!\w)(?: of)? .{{0,40}}?(?<!\w){_LOOSE}(?!\w)",
        unless=("of volume", "of daily", "of market", "of its market", "of cap", "of its cap", "if "),
    ),
    reading(
        "unlock_ratio",
        "解禁|松绑|出笼|放出|放开|解锁|解套|流出|要放|开闸|能卖|可卖",
        rf"{_PART_HAN}.{{0,10}}{_LOOSE_HAN}|{_LOOSE_HAN}[^,，。？?]{{0,10}}{_PART_HAN}",
        unless=("市值", "成交", "盘子", "要是", "如果", "假如", "只卖", "卖掉", "抛"),
    ),
    reading(
        "unlock_value",
        "hit",
        r"(?<!\w)(?:paper|stock|shares|supply|wall|block|scrip)(?!\w)[^?.;]{0,40}?(?<!\w)hit(?:s|ting)? the "
        r"(?:tape|market|screens?|street|floor)(?!\w)",
        ("share_price", "listing_date"),
    ),
    reading(
        "share_price",
        "price|价格",
        r"(?<!\w)(?:2513|0100|zhipu|minimax|sensetime|baidu|alibaba|ali|tencent|meituan|iflytek)(?:\.hk)?(?:'s)?"
        r"(?: latest| last| current| closing)? price(?!\w)(?! (?:tag|to|per|of|war|change|rise|target|cut|for"
        r"|against|relative|action))"
        r"|(?<!\w)(?<!issue )(?<!offer )(?<!ipo )(?<!listing )(?<!float )price of "
        r"(?:zhipu|minimax|2513|0100|sensetime|baidu|alibaba|tencent|meituan)(?!\w)"
        r"|(?:智谱|稀宇|商汤|百度|阿里|腾讯|美团|讯飞)的?(?:现在|当前|最新)?的?价格(?!战|变动|公式)",
        unless=("api", "token", "ipo", "offer", "价值"),
    ),
    reading(
        "share_price",
        "price",
        r"(?<!\w)prices? at(?!\w)(?! (?:the |its |their )?(?:ipo|float|listing|offer|debut))",
        ("offer_price",),
        ("ipo", "float", "offer"),
    ),
    reading(
        "share_price",
        "clos|trad|price",
        r"(?<!\w)(?:clos(?:e|ing)|trades? at|price)(?= (?:minus|less|over|versus|vs|against"
        r"|compared \w+)(?!\w).{0,20}?(?:issue|offer"
        r"|ipo|float))|(?<=minus )(?:the |its )?clos(?:e|ing)(?!\w)",
    ),
    reading(
        "volume",
        "turnover|volume|成交|换手",
        r"(?<!\w)(?:daily|day's|trading|stock|share|normal|usual|average|market"
        r"|(?!20[12]\d)\d{3,4}(?:\.hk)?)(?:'s)? turnover(?!\w)"
        r"|(?<!\w)turnover(?: in \w+| of \w+)?(?=.{0,60}(?:days|sessions|absorb|clear|work through|digest|unlock"
        r"|freed"
        r"|lock-?up))",
        ("revenue",),
        ("revenue", "sales", "推算"),
    ),
    reading(
        "",
        "how many|几|多少",
        r"(?<!\w)how many (?:trading )?(?:days|sessions)(?: in a row)?(?=.{0,60}?(?<!\w)(?:crown|lead"
        r"|led|ahead|above|in front"
        r"|on top|bigger|worth more|outrank\w*|pole position)(?!\w))"
        r"|(?:几|多少)个?(?:交易日|天)(?=.{0,20}(?:领先|在前|压着|压过|居上|第一|占先|头把))"
        r"|(?:领先|压着|压过|居上|占先).{0,8}(?:几|多少)个?(?:交易日|天)",
        ("days_of_volume",),
        ("unlock", "lock-up", "lockup", "解禁", "absorb", "消化"),
    ),
    reading(
        "",
        "cash",
        r"(?<!\w)cash(?:es|ed|ing)? (?:in|out)(?!\w)(?! (?:the |its |your |our |hand|bank|reserve))",
        ("cash",),
    ),
    reading(
        "",
        "list|float",
        r"(?<!\w)(?:coverage|watch|whole|entire|full|this|our|short|wish|price|complete|to-do"
        r"|mailing) ?-?lists?(?!\w)"
        r"|(?<!\w)(?:the|whose|its|their|free|each|smaller|bigger|tighter"
        r"|every) float(?!\w)(?! (?:date|price|day|happen))"
        r"|(?<!\w)(?:stock|shares|equity|capital)(?:'s| is| are| was|) ?(?:isn't|aren't|not|n't)?(?: even)? "
        r"(?:not )?(?:even )?listed(?!\w)",
        ("listing_date",),
    ),
    reading(
        "",
        "filing",
        r"(?<!\w)(?:an?|the|which|what|any|company|from|by|in|that|official|exchange) filings?(?!\w)(?! date)"
        r"|(?:哪份|哪个|哪一份|份|个) ?filings?",
        ("filing_date",),
    ),
    reading(
        "",
        "burn|烧",
        r"(?<!\w)burn(?:s|ed|t|ing)?(?: \w+){0,3} (?:tokens?|gpus?|cards|chips|compute|flops|watts"
        r"|calories|power)(?!\w)"
        r"|烧(?:了|掉)?(?:多少|几)?(?:张|块|万|个|亿)?(?:卡|显卡|token|算力|电|gpu|芯片)",
        ("net_loss",),
    ),
)  # fmt: skip
