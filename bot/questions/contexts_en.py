"""Measures that only the English words around them name: struck at is an offer price, a slide a drawdown."""

from __future__ import annotations

from bot.questions.readings import reading

_STOCK = r"(?:shares?|stock|paper|scrip|equity)"
_FLOAT = r"(?:ipo|float|flotation|offering|listing|deal|book|issue|debut)"
_LOST = (
    r"(?:slide|fall|drop|decline|dive|plunge|dip|slump|pullback|pull-back|correction|tumble|descent|rout|swoon"
    r"|crash|wobble)"
)
_WORST = r"(?:biggest|largest|worst|deepest|longest|nastiest|ugliest|sharpest|steepest|heaviest|most painful)"

READINGS_EN = (
    reading(
        "offer_price",
        "struck|set|cut|fixed|printed|pitched|priced|landed|done|get in|got in|paid|subscribe",
        rf"(?<!\w){_FLOAT}(?: \w+){{0,3}}? (?:struck|set|cut|fixed|printed|pitched|priced|landed|done) at(?!\w)"
        rf"|(?<!\w)(?:ipo|float|listing|cornerstone|first-day|day-one) (?:buyers?|investors?|punters?|subscribers?"
        rf"|holders?)"
        rf"(?: \w+)? (?:get in|got in|pay|paid|bought|buy|come in|came in)(?: at)?(?!\w)"
        rf"|(?<!\w)(?:get|got|let|buy|bought) (?:in|into) (?:at )?the {_FLOAT}(?: at)?(?!\w)",
        ("listing_date", "share_price", "price_to_arr"),
    ),
    reading(
        "volume",
        "chang|trad|turn|deal|go through|went through",
        rf"(?<!\w)how (?:many|much)(?: \w+)? {_STOCK}(?: (?:of|in|did|does|do|from) .{{2,24}}?)? "
        r"(?:chang(?:ed?|es|ing) hands|(?:was |were |got |did |is |are )?(?:trad(?:ed?|es|ing)|turn(?:ed|ing)? over"
        r"|dealt"
        r"|go through|went through))(?!\w)(?! (?:at|above|below|over|under|for)(?!\w))"
        rf"|(?<!\w){_STOCK} (?:that )?(?:chang(?:ed?|es|ing) hands|turning over|trading)(?! (?:at|above|below|over"
        rf"|under|for)(?!\w))"
        r"(?= (?:in|on|per|each|a|of|every|today|yesterday|during))"
        rf"|(?<!\w)turnover (?:in|of) (?:the )?[\w ]{{1,20}}?'?s? ?{_STOCK}(?!\w)",
        ("share_price", "revenue"),
        ("days", "sessions", "how long"),
    ),
    reading(
        "revenue",
        "turn over|turned over|turns over|turning over",
        r"(?<!\w)(?:did|does|do|has|have|is|was)(?!\w).{2,30}? turn(?:ed|s|ing)? over(?!\w)(?! (?:the lead|top|its"
        r"|in shares))",
    ),
    reading(
        "price_to_arr",
        "multiple",
        r"(?:(?:^|,|(?<!\w)(?:and|or|on|by|plus|&)) (?:the |their |its )?|(?<=\W)- ?)"
        r"(?P<said>(?:valuation )?multiples?)"
        r"(?=\W*$|\?|,| and | or | &)",
        unless=(
            "sales multiple", "revenue multiple", "earnings multiple", "p/s", "multiple of", "as a multiple", "times",
            "multiples of", "what multiple", "by what",
        ),
    ),
    reading("market_value", "scale", r"(?:(?:^|,|(?<!\w)(?:and|or|on|by|plus)) (?:sheer )?)"
                                     r"(?P<said>scale)(?=\W*$|\?|,| and "
                                     r"| or )"),
    reading(
        "share_price",
        "price|print|last|tick|quote",
        r"(?<!\w)(?:current|latest|live|spot|present|prevailing|today's|yesterday's|quoted"
        r"|market) price(?!\w)(?! (?:tag|target"
        r"|to|of the (?:whole|company)))"
        r"|(?<!\w)(?:[\w-]+) price (?:you(?:'re| are|r)? (?:us\w+|show\w*|have|quot\w+)|feed|history|chart|series|path"
        r"|levels?)(?!\w)"
        r"|(?<!\w)(?:low|high|lowest|highest|first|last|latest|final|worst|best|bottom|top) (?:print|tick|trade"
        r"|quote)(?!\w)"
        r"|(?<!\w)(?:vs\.?|versus|against|over|to|and|or|/|than) "
        r"(?P<said>(?:the )?last)(?=\W*$|[,;] | for(?!\w)| at(?!\w)| please)",
        unless=("offer price you", "p/", "top line", "revenue", "run rate", "run-rate", "arr", "valuation"),
    ),
    reading(
        "share_price",
        "below|under|above|over|beneath|past|through|debut|first",
        r"(?<!\w)(?:its |the |their )?(?:first[- ]day|debut|day[- ]one)(?:'s)? (?:close|level|price|print)(?!\w)",
        ("listing_date",),
        ("first-day cap", "market cap", "market value", "valuation", "mcap"),
    ),
    reading(
        "drawdown",
        "slide|fall|drop|decline|dive|plunge|dip|slump|pull|correction|tumble|descent|rout|swoon|crash|wobble",
        rf"(?<!\w){_WORST} (?:[\w-]+ ){{0,2}}?{_LOST}(?!\w)(?! in (?:revenue|sales|users|arr|margin|headcount))",
        ("share_price", "net_loss"),
        ("revenue", "sales", "users", "run rate", "arr ", "margin", "if ", "one-day", "single day", "single session"),
    ),
    reading(
        "drawdown",
        "water|given back|give back|handed back|surrendered|coughed back",
        r"(?<!\w)under ?-?water.{0,40}?(?<!\w)(?:high|close|peak|best|top|record)(?!\w)"
        r"|(?<!\w)(?:give|gives|given|hand|hands|handed|surrendered|surrender|coughed|cough) ?(?:it )?(?:back"
        r"|up)(?:.{0,30}?"
        r"(?<!\w)(?:top|peak|high|best|summit|record)(?!\w))",
        ("share_price", "price_return"),
    ),
    reading(
        "price_return",
        "day|session|week|month",
        rf"(?<!\w)(?:best|{_WORST[3:-1]}|strongest|weakest|greatest) (?:single |one |individual |trading |ever )?-?"
        r"(?:day|session|week|month)(?:'s)?(?: (?:gain|loss|move|jump|drop|fall|rise|return))?(?!\w)",
        ("share_price", "net_loss"),
        ("volume", "turnover", "traded", "adv", "sessions", "unlock", "lock"),
    ),
    reading(
        "price_return",
        "diverg|perf|better year|good year|bad year|worse year|rough year|pulled apart|drifted apart|parted ways",
        r"(?<!\w)perf(?!\w)|(?<!\w)diverg(?:ed|ing|ence)(?!\w)|(?<!\w)(?:pulled|drifted|moved|grown) apart(?!\w)"
        r"|(?<!\w)(?:better|good|bad|worse|rough|great|awful|decent|terrible|best|worst) (?:year|month|quarter|week"
        r"|run|spell"
        r"|ride|time of it)(?: so far)?(?= (?:in the market|on the (?:market|exchange|screen|tape)|as a stock|of it"
        r"|so far|,))",
        ("share_price", "market_value"),
        ("revenue", "sales", "users", "arr", "margin", "valuation", "run rate", "run-rate"),
    ),
    reading(
        "enterprise_share",
        "mix",
        r"(?<!\w)(?:customer|client|clientele|buyer|customer-type|revenue) mix(?!\w)(?! by (?:country|region))",
        ("customers", "revenue"),
    ),
    reading("overseas_share", "footprint", r"(?<!\w)(?:foreign|overseas|international"
                                           r"|offshore) footprint(?!\w)", ("countries",)),
    reading(
        "customers",
        "customer|client|fortune 500|logos",
        r"(?<!\w)(?:how many|number of|count of|tally of|total|\d[\d,.]*[mk]?) (?:paying |big |large )?(?:business"
        r"|enterprise"
        r"|corporate|company|commercial) (?:customers?|clients?|accounts?)(?!\w)"
        r"|(?<!\w)(?:fortune|ftse|s&p) ?\d{2,3}(?!\w)",
        ("enterprise_share",),
    ),
    reading(
        "listing_date",
        "youngest|oldest|newest|longest|seniority|veteran",
        r"(?<!\w)(?:youngest|oldest|newest|longest|most recent)(?:[- ](?:listed|quoted|standing|serving"
        r"|traded))?(?: \w+){0,3}?"
        r" (?:on|to|in|at) the (?:exchange|market|board|bourse|stock market)(?!\w)"
        r"|(?<!\w)(?:been )?(?:listed|public|trading|quoted|on the (?:exchange|board|market)) (?:the )?(?:longest"
        r"|shortest)(?!\w)",
    ),
    reading(
        "employees",
        "head|bod|capita|person|worker|staffer",
        r"(?<!\w)(?:per|a|for each|for every|each) (?:head|body|staffer|worker|employee|person on (?:the payroll|staff)"
        r"|member of staff|badge|pair of hands|person)(?!\w)(?! (?:of(?! staff)|start|count))"
        r"|(?<!\w)per capita(?!\w)",
        unless=("user", "customer", "subscriber", "chatgpt", "app ", "audience"),
    ),
    reading(
        "gross_proceeds",
        "rais|pull in|pulled in|took in|take in|haul|netted",
        rf"(?<!\w)(?:rais(?:e|ed|es|ing)|pull(?:ed)? in|t[ao]ke? in|took in|haul(?:ed)?(?: in)?"
        rf"|netted)(?: the)?(?: most| least| more| less"
        rf"| how much)?(?: money| cash)? (?:in|at|from|with|by|on|through) (?:the|its|their"
        rf"|his)(?: \w+)? {_FLOAT}(?!\w)(?! price)",
        ("listing_date", "revenue", "market_value"),
    ),
    reading(
        "offer_price",
        "price of|compar|versus|vs|against|above|below|relative|under",
        r"(?<!\w)price of (?:the |its |their )?(?:[\w.]+ )?(?:ipo|float|flotation|offering)(?!\w)"
        r"|(?<!\w)(?:compar\w+ (?:with|to)|vs\.?|versus|against|above|below|relative to|under) (?P<said>(?:the|its"
        r"|their) (?:ipo|float"
        r"|flotation|offering))(?!\w)(?! (?:date|day|price|of))",
        ("listing_date",),
    ),
    reading(
        "share_price",
        "where",
        r"(?<!\w)where (?:did|does|do|has|have) [\w. ]{2,24}? (?:end|ended|finish|finished|close|closed|settled?"
        r"|wind up|wound up"
        r"|leave off|left off|go out)(?: up)?(?= (?:the|on|at|last|yesterday|today|this|in)(?!\w)|\W*$)",
        unless=("valuation", "market cap", "market value", "mcap", "run rate", "revenue", "rank"),
    ),
    reading(
        "paying_users",
        "pay",
        r"(?<!\w)how many (?:of )?(?:the |its |their |[\w']+ )?(?:users|people|folks|customers"
        r"|subscribers)(?: (?:actually|really|in fact|do))*"
        r" pay(?:ing)?(?!\w)",
        ("users", "customers"),
        ("turns", "multiple", "times sales", "a share"),
    ),
    reading(
        "share_price",
        "price",
        r"(?<!\w)(?P<said>price) (?:and|,|plus|vs\.?|versus|against|over|to|beside|next to|minus|less) (?:its |the )?"
        r"(?:offer|issue|ipo|listing|float)(?: price)?(?!\w)|(?<!\w)(?:offer|issue|ipo) price (?:and|,|vs\.?|versus"
        r"|against|to) (?:its |the )?(?:current |latest |last |present )?(?P<last>price)(?!\w)(?! to)",
    ),
    reading(
        "net_loss",
        "margin",
        r"(?<!\w)(?:net|loss|bottom[- ]line)(?: profit| income)? margins?(?!\w)",
        ("gross_margin",),
        ("gross",),
    ),
    reading(
        "operating_loss",
        "margin",
        r"(?<!\w)(?:operating|ebit)(?: profit| loss)? margins?(?!\w)",
        ("gross_margin", "net_loss"),
        ("gross",),
    ),
    reading(
        "offer_price",
        "price",
        r"(?<!\w)(?:ipo|float|listing|flotation|debut) (?:date|day)(?:,| and| &|/| \+| plus) ?"
        r"(?:the |its |offer |issue )?(?P<said>price)(?!\w)",
        ("share_price",),
    ),
    reading(
        "listing_date",
        "date|day",
        r"(?<!\w)(?:ipo|offer|float|listing|issue) price(?:,| and| &|/| \+) ?(?:the |its )?(?P<said>date|day)(?!\w)",
    ),
    reading(
        "share_price",
        "price",
        r"(?<!\w)(?P<said>price)(?= ?(?:,|and(?!\w)|&|/|\+) ?(?:[\w]+[ -]){0,2}?(?:returns?|drawdown|volume|cap|market"
        r"|valuation|mcap|sales|revenue|p/s|p/arr|offer|change|move)(?!\w))",
        unless=("offer price", "ipo price", "issue price", "listing price", "price to sales", "token", "api"),
    ),
    reading(
        "price_return",
        "fare",
        r"(?<!\w)(?:stocks?|shares?|holders|shareholders)(?!\w)[^,;?]{0,24} fared?(?!\w)"
        r"|(?<!\w)fared? since (?:its |the |their )?(?:listing|ipo|debut|float)(?!\w)",
        ("share_price",),
    ),
    # What only looks like a measure.
    reading("", "fair value", r"(?<!\w)fair[- ]value(?!\w)", ("market_value",)),
    reading("", "client|customer", r"(?<!\w)(?:to|for|with|at|by) (?:a |an |our |my |the |his |her "
                                   r"|some )?(?:clients?|customers?)"
            r"(?=\W*$| (?:tomorrow|today|tonight|on|next|this|asking|asked|who|wants?|call|meeting|note"
            r"|deck))", ("customers",)),
    reading("", "accounts", r"(?<!\w)accounts (?:at|of|for|from|signed|audited|filed|published)(?!\w)|(?<!\w)(?:audited"
            r"|annual|full-year|fy ?\d+|published|yearly) accounts(?!\w)", ("customers",)),
    reading(
        "",
        "cornerstone",
        r"(?<!\w)cornerstones?(?!\w)(?! (?:shares?|stakes?|investments?|allocations?|portion|slice|subscriptions?))",
        ("cornerstone_shares",),
        ("how many shares", "how much stock"),
    ),
    reading(
        "",
        "growth",
        r"(?<!\w)(?:users?|subscribers?|customers?|clients?|headcount|staff|employees?|audience|margins?|valuation"
        r"|market cap|cash|loss(?:es)?) growth(?!\w)|(?<!\w)growth (?:in|of) (?:its |the |their )?(?:users|subscribers"
        r"|customers|clients|headcount|staff|employees|audience|margins?|cash|loss(?:es)?)(?!\w)",
        ("revenue_growth",),
    ),
    reading("", "country", r"(?<!\w)(?:home|own|the|that|this|any) country(?!\w)", ("countries",)),
    reading("", "list", r"(?<!\w)(?:you|we|they|twinstar) list(?!\w)", ("offer_price", "listing_date")),
    reading("", "tape", r"(?<!\w)tale of the tape(?!\w)", ("share_price",)),
    reading("", "ipo|float|listing", r"(?<!\w)(?:ai|hk|hong kong|chinese|new|recent|two|both|tech|lab|these|those"
                                     r"|twin) "
            r"(?:ipos|floats|listings|debuts|debutants)(?!\w)(?! (?:date|raise|price))", ("listing_date",)),
    reading(
        "",
        "margin",
        r"(?<!\w)(?:the|a|by what|by how big a|by how wide a|with what|winning|which"
        r"|what) margin(?:s)?(?= (?:in (?:hkd|usd|us|hk"
        r"|yuan|rmb|cny|dollars|renminbi|money|billions)|between|of (?:victory|lead|difference)|over|separating"
        r"|ahead|at (?:the )?"
        r"(?:close|that|end))(?!\w)|\W*$)",
        ("gross_margin",),
        ("gross", "profit", "cost", "trend"),
    ),
    reading("", "off the top|off top", r"(?<!\w)(?:off|from) (?:the )?top (?:spot|slot|rung|table|position|perch"
                                       r"|step|place|job)"
            r"(?!\w)", ("drawdown",)),
    reading("", "benchmark", r"(?<!\w)benchmark(?:ing|ed)? (?:ourselves|us|myself|against|it|them|internally"
                             r"|purposes?)(?!\w)",
            ("benchmark_score",)),
    reading("", "file", r"(?<!\w)(?:i|we|to|must|gotta|have to|need to|can|before i|when i) fil(?:e|ed"
                        r"|ing)(?!\w)(?! (?:for|date))",
            ("filing_date",)),
    reading("", "receipts", r"(?<!\w)(?:got |any |the |your |have )?receipts (?:for|on|to back"
                            r"|behind)(?!\w)", ("revenue",)),
    reading(
        "",
        "priced at|being priced|priced on",
        r"(?<!\w)(?:being|is|are|get|gets|getting) priced (?:at|on|off)(?!\w)",
        ("offer_price",),
        ("ipo", "float", "offering"),
    ),
    reading("", "cash", r"(?<!\w)(?:ha?emorrhag\w+|bleed\w*|burn\w*|torch\w*|leak\w*|shed\w*|los(?:e|es|ing)"
                        r"|incinerat\w+)"
            r"(?: through)?(?: (?:the|its|their|so|that|most|more|much|less|least"
            r"|biggest)){0,3} cash(?!\w)(?! (?:pile|balance))",
            ("cash",)),
    reading("", "outgr", r"(?<!\w)outgr(?:ow|ew|own)(?:s|ing)? (?:the |its |their )?(?:master|teacher|mentor|rival"
                         r"|elder|parent"
            r"|big brother|old guard)(?!\w)", ("revenue_growth",)),
    reading("", "intelligence", r"(?<!\w)intelligence (?:times|x|\*|multiplied by) (?:the )?volume(?!\w)", ("volume",)),
    reading("", "bill", r"(?<!\w)foot(?:s|ed|ing)? the bill(?!\w)|(?<!\w)billed (?:where|to|in|from)(?!\w)",
            ("revenue", "net_loss")),
)  # fmt: skip
"""Read behind those that both languages share (bot.questions.contexts)."""
