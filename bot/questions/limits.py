"""Deciding that a question is not one for figures: orders, secrets, advice, forecasts, other subjects."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.plan import Between, Plan
from bot.questions.dates import DEFAULT_YEAR
from bot.questions.outcomes import Declined
from bot.questions.posed import is_posed
from bot.questions.sentence import Sentence
from bot.questions.words import Hit

_FIRST_WORDS = 5
_ALWAYS_OTHER = (
    "poem", "joke", "script", "weather", "translate", "recipe", "song", "笑话", "诗", "天气", "爬虫", "翻译", "脚本",
    "haiku", "write me", "scrape", "story", "程序", "写代码", "作文", "周报", "邮件", "what time", "time is it",
)  # fmt: skip
_SHOULD = re.compile(
    r"(?<!\w)should (?:\w+ ){1,3}?(?:buy|sell|short|hold|own|trim|keep|exit|avoid|chase|add|dump)(?!\w)"
)
_A_BUY = re.compile(
    r"(?<!\w)(?:would|could|should) (?:\w+ ){1,5}?(?:own|buy|hold|touch|short"
    r"|sell)(?!\w)(?=.{0,30}\?)(?! (?:back|for|at|volume))|"
    r"(?<!\w)(?:right |good |best |now the )?time to (?:buy|sell|short|get in|get out|exit|enter|add|trim)(?!\w)|"
    r"(?<!\w)(?:wise|smart|sensible|foolish|crazy|mad|prudent|daft|silly|stupid|nuts|insane|bonkers|reckless|rash|unwise|dumb)"
    r" (?:to|of me to)(?!\w)|"
    r"(?<!\w)(?:(?:is|still|be|now|as|remains?)(?: \w+)? an? (?:strong |good |clear )?(?:buy|sell|hold"
    r"|short)|still (?:buy|sell))(?!\w)(?! ?(?:-|ing|side|off|pressure))"
    r"|(?<!\w)(?:buy|sell|hold|wait|enter|exit|long|short) (?:or|vs) (?:a )?(?:buy|sell|hold|wait|exit"
    r"|short|avoid|not)(?!\w)"
    r"|(?:买|卖|拿|抛|持有|跟|追)(?:入|掉|进)?(?:还是|或者|or)(?:是)?(?:买|卖|等|不|观望|持有|抛)"
)
_TRADE = re.compile(
    r"^\W*(?:buy|sell|short|long|hold|dump|trim|chase|ditch|keep|bail|exit)(?!\w)(?! ?(?:-|ing|side|pressure|off))"
    r"(?:[^,;]*\?|.{0,80}(?<!\w)(?:yes or no|y/n|yea or nay|or not|or no|thoughts|good idea|go or no go)\W*$)"
)
"""A bare order with a question mark is a question whether to trade: Sell Zhipu before January?"""
_MONEY_OF_ONES_OWN = re.compile(
    r"(?<!\w)(?:my|our|a client's|mum's|dad's) (?:\w+ )?(?:savings|pension|nest egg|isa|401k|inheritance|capital"
    r"|spare cash|bonus|retirement)(?!\w)"
    r"|(?<!\w)(?:how (?:would|should|might) (?:you|one|i|we|u)|how (?:do (?:i|we)|to)) (?:weight|split|allocate"
    r"|apportion|position|hedge|size|play|trade)(?!\w)"
    r"|(?:我|我们|客户|老妈|爸妈)的?(?:积蓄|存款|养老钱|本金|年终奖|闲钱|退休金|私房钱)"
)
"""What somebody has to lay out, or how: whatever the answer were, it would be advice."""
_FUTURE_ONLY = ("next_week", "next_month", "next_quarter", "next_year", "tomorrow")


def refusal(s: Sentence, unlisted: frozenset[str]) -> Declined | None:
    """Returns the refusal that a sentence calls for, None where it asks for something that can be known."""
    reason = _reason(s)
    if reason is None:
        return None
    return Declined(reason, nearest(s, unlisted), s.companies, s.measure_keys)


def nearest(s: Sentence, unlisted: frozenset[str]) -> tuple[Plan, ...]:
    """Returns what is known of whom a declined question was about: the measures nearest to the one asked for."""
    if not s.companies:
        return ()
    company = s.companies[0]
    said = " ".join(s.text[h.start : h.end].lower() for h in s.limit_hits.get("unknown_metric", ()))
    kin = next((measures for words, measures in _KIN if said and words.search(said)), ())
    fitting = [m for m in kin if company not in unlisted or m not in LISTED_ONLY]
    near = [Plan("lookup", (company,), (m,)) for m in fitting[:2]]
    if company in unlisted:
        usual = [Plan("lookup", (company,), (m,)) for m in ("market_value", "run_rate_revenue")]
    else:
        usual = [Plan("lookup", (company,), ("market_value",))]
        usual.append(Plan("history", (company,), ("share_price",), "since_listing"))
    return tuple([*near, *usual][:_MOST_OFFERED])


_MOST_OFFERED = 3


LISTED_ONLY = frozenset(
    {
        "share_price",
        "price_return",
        "drawdown",
        "unlock_date",
        "unlock_ratio",
        "unlock_value",
        "days_of_volume",
        "volume",
        "offer_price",
    }
)
"""What only a company with listed shares has."""

_KIN: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (
        re.compile(r"p ?/ ?e|pe ratio|price earnings|市盈率|p ?/ ?b|book value|市净率"),
        ("price_to_sales", "price_to_arr"),
    ),
    (re.compile(r"eps|ebitda|roe|roa|每股收益|净资产收益率|tax"), ("net_loss", "gross_margin")),
    (re.compile(r"cash flow|capex|debt|自由现金流|资本开支"), ("cash", "net_loss")),
    (re.compile(r"beta|volatility|sharpe|rsi|macd|波动率|夏普|换手"), ("drawdown", "volume")),
    (
        re.compile(r"share|download|retention|churn|nps|followers|下载量|留存|流失|粉丝|市占|份额|app store"),
        ("users", "revenue"),
    ),
    (re.compile(r"gpu|h\d00|a100|b200|chip|compute|data ?cent|显卡|芯片|算力|张卡"), ("rd_expense", "gross_margin")),
    (re.compile(r"arpu|ltv|cac"), ("revenue", "users")),
)
"""What stands nearest to a measure that is not kept."""


def _reason(s: Sentence) -> str | None:
    if "injection" in s.limits:
        return "injection"
    if "secret" in s.limits and not (s.has("FORMULA") or (s.terms and s.has("EXPLAIN"))):
        return "secret"
    if "private" in s.limits and not _is_of_holders(s) and not _is_of_a_source(s):
        return "private"
    if _ASIDE.search(s.text.lower()):
        return "private"
    if _is_order(s):
        return "write_action"
    told = s.has("PREDICTED") and ("forecast" not in s.limits or _is_of_forecasts_made(s))
    spoken = s.speaker or told or s.has("WHO_SAID") or (s.has("STATEMENT") and s.has("VERIFY", "SAID"))
    if _SHOULD.search(s.text.lower()) and (s.companies or s.subjects.group):
        return "advice"
    if _A_BUY.search(s.text.lower()) or _MONEY_OF_ONES_OWN.search(s.text.lower()):
        return "advice"
    if _TRADE.search(s.text.lower()) and s.companies and not s.has("IF") and not s.amounts:
        return "advice"
    if "advice" in s.limits and not s.has("EXPLAIN") and not _is_of_getting_out(s) and not _is_of_putting_down(s):
        return "advice"
    if _is_off_topic(s):
        return "off_topic"
    if not spoken and _is_forecast(s):
        return "forecast"
    if "unknown_metric" in s.limits and not _is_measured(s) and not _is_of_a_feed(s):
        return "unknown_metric"
    return None


_ASIDE = re.compile(
    r"(?:^|[,;:.?!(–—-] ?)(?:strictly |totally |all )?(?:off the record|between (?:us|you and me|ourselves)"
    r"|just between (?:us|you and me)|entre nous|hush[- ]hush)\W*(?:$|[,;:.])"
    r"|(?:私下|悄悄|偷偷|暗地里?)(?:里|地)?(?:告诉|说|透|讲|打听)|^\W*(?:偷偷|悄悄|私下)|透个底|透点风|内线"
)
"""Behind a pause these ask for what is not public; a lab that keeps a figure off the record is asked after itself."""
_NOUNS_OF_FORECASTS = frozenset({"forecast", "forecasts"})
_TRADES = re.compile(
    r"(?<!\w)(?:buy|sell|short|long|hold|own|invest|bet|trade|trim|money|cash|punt|chase|position)(?!\w)"
    r"|买|卖|持|抛|仓|投"
)


def _is_of_forecasts_made(s: Sentence) -> bool:
    """Decides whether forecasts are spoken of that somebody made, and that can be checked: how many have held."""
    said = {s.text[h.start : h.end].lower() for h in s.limit_hits.get("forecast", ())}
    made = s.has("STATEMENT", "VERIFY", "BORNE_OUT", "WHO_SAID") or bool(s.speaker)
    return said <= _NOUNS_OF_FORECASTS and made and "your forecast" not in s.text.lower()


def _is_of_putting_down(s: Sentence) -> bool:
    """Decides whether it is a figure that is put somewhere, in print or on a chart, and no money."""
    of_figures = s.has("RELIABLE", "SOURCE", "FIGURE_DATE", "COMPUTE")
    return of_figures and _TRADES.search(s.text.lower()) is None


def _is_of_holders(s: Sentence) -> bool:
    """Decides whether insiders are spoken of as holders of locked shares, not as a source."""
    said = {s.text[h.start : h.end].lower().rstrip("s") for h in s.limit_hits.get("private", ())}
    locked = s.has("UNLOCK", "SELL", "PRESSURE") or any(m.startswith("unlock") for m in s.measure_keys)
    return said == {"insider"} and locked


def _is_of_getting_out(s: Sentence) -> bool:
    """Decides whether holders are asked after who may get out, not whether somebody should."""
    said = {s.text[h.start : h.end].lower() for h in s.limit_hits.get("advice", ())}
    return said <= {"get out of"} and s.has("WHEN", "HOLDERS") and s.has("UNLOCK", "HOLDERS")


_HEARSAY = frozenset(
    "leak leaked rumor rumour rumors rumours gossip insider 爆料 传闻 泄露 小道消息 内部消息 内部人士 八卦".split()
)


def _is_of_a_source(s: Sentence) -> bool:
    """Decides whether hearsay is named only as what a figure may come from: audited, or just press gossip."""
    said = {s.text[h.start : h.end].lower() for h in s.limit_hits.get("private", ())}
    figure = bool(s.measures or s.amounts)
    return said <= _HEARSAY and figure and s.has("SOURCE", "RELIABLE", "WHO_SAID", "FIGURE_DATE", "VERIFY")


_WRITES = re.compile(
    r"把.{1,48}?(?:改成|改为|改到|设成|设为|设到|写成|记成|记为|调成|调到|换成|更新为|更新成|标成|登记为|录成)"
    r"|把.{1,20}?(?:删|清掉|清空|移除|去掉|拉黑)|^\W*(?:set|change|update|edit|make|put|write|record|log|enter|mark|correct|amend|bump|fix)(?!\w).{2,48}?"
    r"(?<!\w)(?:to|as|at|into|down as)(?!\w).{0,12}\d"
)
_RESULT = re.compile(r"多少|几|谁|会|怎么|吗|[?？]|how|what|who|which|would|then")


def _is_order(s: Sentence) -> bool:
    small = s.text.lower().strip()
    if _WRITES.search(small) and not s.has("IF") and not _RESULT.search(small):
        return True
    hits = s.limit_hits.get("write_action", ())
    if not hits:
        return False
    asks = s.has("WHEN", "WHICH") and bool(s.measures)
    return any(h.first < _FIRST_WORDS or h.start <= _FIRST_WORDS * 2 for h in hits) and not asks and not s.has("IF")


def _is_off_topic(s: Sentence) -> bool:
    hits = s.limit_hits.get("off_topic", ())
    if not hits:
        return False
    said = [s.text[h.start : h.end].lower() for h in hits]
    if set(said) <= _OF_AN_ARTICLE and s.has("STATEMENT", "VERIFY"):
        return False
    strong = any(word in phrase for phrase in said for word in _ALWAYS_OTHER)
    on_topic = bool(s.measures) or s.has("UNLOCK", "PRESSURE", "OVERTAKE", "LEAD_CHANGE", "MIRROR")
    return strong or not on_topic or not (s.companies or s.subjects.group)


_OF_AN_ARTICLE = frozenset({"homework", "essay", "作业", "写篇"})
"""What an author has done, and may be marked: no other subject."""
_WILL = re.compile(
    r"(?<!\w)(?:will|gonna|going to|is set to|shall|(?:who|it|they|that|he|she|what"
    r"|which)'ll)(?!\w)(?! (?:you|this bot|the bot|it take|that be))"
    r"|(?<!\w)(?:can|could|might|may)(?!\w).{2,40}(?<!\w)(?:catch|overtake|reach|recover|rebound|double|crash|collapse|win|beat|survive)"
    r"|(?:会|将|能|能不能|会不会|有望|有可能)(?:.{0,6})(?:涨|跌|到|超|破|反弹|翻|追上|上市|倒|赢|站上|回到)"
    r".{0,14}(?:吗|嘛|么|不|[?？])$"
)
"""Somebody's future, asked as a fact. A supposition, a dated expiry and a solved target are sorted out before."""


def _is_forecast(s: Sentence) -> bool:
    dated = s.has("UNLOCK", "PRESSURE", "HOLDERS") or any(m.startswith("unlock") for m in s.measure_keys)
    hits = tuple(h for h in s.limit_hits.get("forecast", ()) if not dated or h.keys == ("forecast",))
    said = [s.text[h.start : h.end].lower() for h in hits]
    weak = ("likely to", "do you think", "你觉得", "你认为", "will reach", "会涨", "会跌", "will fall", "will rise")
    if s.has("FIGURE_DATE", "RELIABLE", "SOURCE"):
        said, hits = _without(said, hits, (*weak, "会不会", "going to", "概率"))
    if s.has("NEED") and s.amounts:
        said, hits = _without(said, hits, ("涨到多少", "跌到多少", "会涨到", "能到多少"))
    if len(s.measure_keys) > 1:
        said, hits = _without(said, hits, ("多大空间", "空间多大"))
    bare = s.has("DOUBLE", "TRIPLE", "HALVE") and not _WILL.match(s.text.lower().strip())
    # How long the cash lasts is no forecast: it is divided by the last loss.
    lasts = s.measure_keys == ("cash", "net_loss") and s.has("RATIO")
    asks_amount = s.has("WOULD", "NEED") and s.amount("percent", "times", "money") and not hits
    if lasts or s.has("IF") or bare or is_posed(s) or asks_amount:
        return False
    moves = not dated or s.has("RISE", "FALL", "MOVE_UP", "MOVE_DOWN") or "share_price" in s.measure_keys
    moves = moves or _HURTS.search(s.text.lower()) is not None
    if _WILL.search(s.text.lower()) and moves and not s.has("MIRROR", "NEED", "SAID", "VERIFY") and s.when != "today":
        return True
    if dated and not any("price" in p or "目标价" in p for p in said):
        priced = {"share_price", "price_return", "market_value"} & set(s.measure_keys) and not s.has("HOLDERS", "SELL")
        years = tuple(phrase for phrase in said if _A_YEAR.fullmatch(phrase) and not priced)
        willed = tuple(phrase for phrase in said if "will" in phrase)
        said, hits = _without(said, hits, (*weak, *years, *willed))
    if hits or (_HOW_IT_ENDS.search(s.text.lower()) and not s.has("SOURCE", "FIGURE_DATE")):
        return True
    later = isinstance(s.when, Between) and s.when.start[:4].isdigit() and int(s.when.start[:4]) > DEFAULT_YEAR
    if later and not dated and not s.has("SOURCE", "FIGURE_DATE", "PREDICTED", "CALENDAR", "NEED") and s.companies:
        return True
    ahead = s.when in _FUTURE_ONLY or (isinstance(s.when, str) and s.when.startswith("next_"))
    about = bool(s.measures) or s.has("OVERTAKE", "RISE", "FALL") or (s.has("TREND") and s.when in _FUTURE_ONLY)
    about = about or (s.when == "tomorrow" and bool(s.companies))
    return ahead and not dated and not s.has("CALENDAR") and about


_A_YEAR = re.compile(r"(?:by|in|until|by the end of) 20\d\d")
"""An expiry has its year; that a price has one too makes it a forecast."""
_HOW_IT_ENDS = re.compile(
    r"(?<!\w)where(?:'s|’s| is| are| does| do| will)(?!\w).{1,40}(?<!\w)(?:by|come|in) (?:the )?"
    r"(?:spring|summer|autumn|fall|winter|christmas|xmas|easter|new year|year[- ]?end|end of|next|then"
    r"|a year|six months)"
    r"|(?<!\w)(?:is|are|will|be)(?!\w).{1,30}(?<!\w)(?:toast|doomed|cooked|screwed|done for|dead meat"
    r"|finished|in for it)(?!\w)"
)
"""Where somebody stands by a season to come, or how it will end."""
_HURTS = re.compile(
    r"(?<!\w)(?:crater|tank|dent|hurt|hammer|spook|weigh on|punish|pummel|batter|depress|drag|rattle|whack|smash|knock"
    r"|squash|trash|kill|clobber|pop|lift|boost)(?!\w)"
)
"""What an expiry may do to a stock."""


def _without(said: list[str], hits: tuple[Hit, ...], phrases: Sequence[str]) -> tuple[list[str], tuple[Hit, ...]]:
    kept = tuple(h for h, phrase in zip(hits, said, strict=True) if phrase not in phrases)
    return [phrase for phrase in said if phrase not in phrases], kept


def _is_of_a_feed(s: Sentence) -> bool:
    """Decides whether a delay is that of the prices shown, not a measure of a model."""
    said = {s.text[h.start : h.end].lower() for h in s.limit_hits.get("unknown_metric", ())}
    return said <= {"延迟", "latency"} and s.has("SOURCE", "FIGURE_DATE") and bool(s.measures)


def _is_measured(s: Sentence) -> bool:
    """Decides whether a measure that is tracked stands beside the one that is not, and is what is asked for."""
    hits = s.limit_hits.get("unknown_metric", ())
    inside = all(any(h.start >= m.start and h.end <= m.end for m in s.measures) for h in hits)
    return inside or bool(s.has("EXPLAIN", "COMPUTE") and s.measures)
