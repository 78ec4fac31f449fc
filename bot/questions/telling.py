"""Deciding that it is asked where a figure comes from, what somebody said and whether it held, or what a word means."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.plan import Between, Plan
from bot.questions.asking_back import names_somebody
from bot.questions.kinds_of_holders import kinds_of
from bot.questions.operations import said_operation
from bot.questions.sentence import Sentence

_COMPANY_SPEAKERS = frozenset({"anthropic", "minimax", "openai", "zhipu"})
"""Companies whose own statements are kept; what they say of themselves is a figure more often than a saying."""
_MADE = ("怎么来的", "咋来的", "怎么来")
"""How it came about: of a figure somebody named it asks for the source, of none for how it is worked out."""


def asks_origin(s: Sentence, companies: tuple[str, ...]) -> bool:
    """Decides whether the source, the date or the reliability of a figure is asked for."""
    if _is_quoted(s, companies):
        return True
    if not asks_whose(s) and (not s.has("SOURCE", "FIGURE_DATE", "RELIABLE") or _is_origin_of_revenue(s)):
        return False
    if s.has("WHEN") and not s.has("SOURCE", "FIGURE_DATE"):
        return False
    if s.has("STATEMENT") and s.has("VERIFY") and not s.has("SOURCE", "FIGURE_DATE"):
        return False
    if s.has("MIRROR", "LEAD_CHANGE", "COMPUTE") and not s.measures and not s.amounts and not s.has("FIGURE_DATE"):
        return False
    if (
        s.has("FIGURE_DATE")
        and not s.has("SOURCE", "RELIABLE")
        and s.has("FIRST", "OVERTAKE", "PEAK", "TROUGH", "LEVEL_OVER")
    ):
        return False
    if s.speaker and s.has("SAID", "PREDICTED"):
        return False
    only_dated = s.has("FIGURE_DATE") and not s.has("SOURCE", "RELIABLE")
    if only_dated and (s.has("UNLOCK") or "listing_date" in s.measure_keys or "unlock_date" in s.measure_keys):
        return False
    made = _only(s, "SOURCE", _MADE) and not s.amounts
    return not ((s.has("COMPUTE") or made) and not companies and not s.has("FIGURE_DATE"))


def _is_origin_of_revenue(s: Sentence) -> bool:
    """Decides whether `comes from` speaks of where revenue is made, not where a figure was found."""
    only = all(s.text[h.start : h.end].lower().startswith(("come", "came", "coming")) for h in s.cues.get("SOURCE", ()))
    asks = any(w in s.text.lower() for w in ("where", "which source", "哪"))
    return only and not asks and not s.has("FIGURE_DATE", "RELIABLE")


_DOES_WITH_FIGURE = (
    "IF NEED WOULD MATCH STILL LEVEL_OVER LEVEL_UNDER COMP_HIGH COMP_LOW STATEMENT SAID PREDICTED VERIFY SELL RISE "
    "FALL DOUBLE TRIPLE HALVE COMPUTE EXPLAIN FIRST TRADE_AT"
).split()


def _is_quoted(s: Sentence, companies: tuple[str, ...]) -> bool:
    """Decides whether a large figure of one company is only quoted: nothing but its source can be meant."""
    figure = next((a for a in s.amounts if a.scaled), None)
    if figure is None or len(companies) != 1 or s.has(*_DOES_WITH_FIGURE) or s.pair:
        return False
    return said_operation(s, companies, everything=False) is None


def asks_whose(s: Sentence) -> bool:
    """Decides whether it is asked who gave a figure: `who said` with an amount is of the figure, not of a speech."""
    said = s.has("WHO_SAID") or (s.has("WHICH") and s.has("SAID", "PREDICTED", "STATEMENT"))
    figure = s.amount("percent", "money") or next((a for a in s.amounts if a.scaled), None)
    return bool(said and figure and not s.speaker and (s.measures or s.has("UNLOCK")))


def is_person(s: Sentence) -> bool:
    """Decides whether somebody is named who speaks for himself, not for a company or the press."""
    return bool(s.speaker) and s.speaker not in ("press", "investors") and s.speaker not in _COMPANY_SPEAKERS


_TABLE = re.compile(r"(?<!the )(?<!his )(?<!her )(?<!that )(?<!this )(?<!june )(?<!opinion )(?<!guest )(?<!\w)column")
"""One column of a table, not the column of an author."""


def is_of_article(s: Sentence, companies: tuple[str, ...]) -> bool:
    """Decides whether a statement, the article or its author is spoken of."""
    if not s.has("STATEMENT") or (s.has("EXPLAIN") and s.terms):
        return False
    table = _only(s, "STATEMENT", ("column",)) and _TABLE.search(s.text.lower()) is not None
    return not table and not _is_reported(s, companies)


def asks_saying(s: Sentence, companies: tuple[str, ...], last: Plan | None) -> bool:
    """Decides whether it is asked what somebody said or predicted, or whether that came about."""
    said = s.has("SAID", "PREDICTED", "STATEMENT", "WHO_SAID") or (s.has("VERIFY") and bool(s.speaker))
    if s.has("LACK") and s.subjects.group and s.measures:
        return False
    if s.has("MIRROR") and not s.speaker and _only(s, "STATEMENT", ("说法", "论断", "观点", "assertion")):
        return False
    return bool(
        (is_person(s) and not ((s.measures or s.has("UNLOCK")) and not said))
        or s.has("PREDICTED", "WHO_SAID")
        or (_WAS_RIGHT.search(s.text.lower()) is not None and not s.has("IF", "WHICH"))
        or is_of_article(s, companies)
        or (s.has("SAID") and companies and not s.measures and not s.has("UNLOCK", "IF"))
        or (
            s.has("SAID", "PREDICTED")
            and companies
            and is_of_a_boss(s)
            and not s.has("UNLOCK", "IF", "HOLDERS", "SELL")
        )
        or (s.has("BORNE_OUT") and companies and s.amount("percent", "money", "times") and not s.has("IF"))
        or (last is not None and last.operation == "claims" and (s.has("VERIFY", "SAID") or s.speaker))
    )


_WAS_RIGHT = re.compile(
    r"(?<!\w)(?:was|were|is|did) (?:he|she|they|the (?:author|writer|columnist|piece|man|woman)) "
    r"(?:get it |got it |be )?(?:right|wrong|correct|mistaken|vindicated|spot on)(?!\w)"
    r"|(?:他|她|他们|作者)(?:说|猜|看|讲)?(?:对|错|准)了?(?:吗|没|么)"
)
_BOSS = re.compile(
    r"(?<!\w)(?:founder|co-?founder|boss|chief|ceo|chairman|chair|chief executive|top brass|management)(?:'s|es)?(?!\w)"
    r"|创始人|老板|掌门|一把手|董事长|ceo"
)


def is_of_a_boss(s: Sentence) -> bool:
    """Decides whether somebody is named by being at the head of a company."""
    return _BOSS.search(s.text.lower()) is not None


def _only(s: Sentence, cue: str, words: Sequence[str]) -> bool:
    """Decides whether a cue stands in a sentence by some of these words alone."""
    said = [s.text[h.start : h.end].lower() for h in s.cues.get(cue, ())]
    return bool(said) and all(w in words for w in said)


_IS_WHAT = re.compile(r"(?:=|:|：|＝|->)\s*(?:[?？]+|what|啥|何)\W*$|^\W*[\w -]{3,24}\?\?+$")
"""A term and a question mark with nothing but an equals sign between: cornerstone investor = ?"""


def _is_reported(s: Sentence, companies: tuple[str, ...]) -> bool:
    """Decides whether a company only reports its figure: how many users does OpenAI claim is of the users."""
    words = {s.text[h.start : h.end].lower() for h in s.cues["STATEMENT"]}
    counted = "how many" in s.text.lower() or "how much" in s.text.lower()
    figure = bool(s.measures and companies) and (counted or s.has("GAP", "COMP_HIGH", "COMP_LOW", "RATIO", "TIMES"))
    return figure and words <= {"claim", "claims", "claimed", "statement", "column"} and not s.has("VERIFY")


def asks_definition(s: Sentence, companies: tuple[str, ...], last: Plan | None) -> bool:
    """Decides whether the meaning of a word, a formula or a method of the house is asked for."""
    if _is_walk(s, companies) or _is_meant_instead(s):
        return False
    nobody = not companies and not s.subjects.group and not s.amount("money", "times")
    of_the_house = nobody and (bool(s.measures) or not s.amounts) and _is_of_the_house(s)
    known = s.terms or s.has("EXPLAIN", "FORMULA", "COMPUTE") or (of_the_house and not s.subjects.unknown)
    if s.subjects.unknown or (s.rest and not known and names_somebody(s)):
        return False
    concept = bool(s.measures or s.terms or s.has("FORMULA", "UNLOCK", "MIRROR"))
    concept = concept or ((s.has("COMPUTE", "WHY") or of_the_house) and _OF_FIGURES.search(s.text.lower()) is not None)
    if not concept:
        return False
    asks = s.has("EXPLAIN", "COMPUTE") or (bool(s.terms) and _IS_WHAT.search(s.text) is not None)
    asks = asks or _only(s, "SOURCE", _MADE) or (s.has("FORMULA") and not s.has("SAID", "VERIFY", "PREDICTED"))
    asks = asks or of_the_house or (bool(companies) and _is_of_an_adjustment(s))
    differs = (
        s.has("DIFFERENT")
        and not companies
        and len(s.measures) + max(len(s.terms) + s.has("UNLOCK") + s.has("SELL"), len(kinds_of(s))) >= 2
        and not s.has("HIGHEST", "LOWEST", "EVERYTHING", "WHEN")
    )
    differs = differs or (nobody and not s.amounts and _BETWEEN_TWO.search(s.text.lower()) is not None)
    wonders = (
        s.has("WHY") and not companies and not s.has("MOVE", "MOVE_UP", "MOVE_DOWN", "FALL", "RISE") and s.when is None
    )
    leans = last is not None and any(w in f" {s.text.lower()} " for w in (" the ", " its ", " their ", "它", "about"))
    plain = _is_bare(s, companies) and not leans and _is_short_definition(s)
    if not (asks or differs or wonders or plain):
        return False
    if asks and s.has("IF") and not s.has("COMPUTE", "EXPLAIN"):
        return False
    return not (asks and not s.has("COMPUTE") and companies and s.has("FALL", "MOVE", "RISE") and s.has("WHY"))


_OF_THE_HOUSE = re.compile(
    r"(?<!\w)how are (?:you|u|we) \w{4,}ing(?!\w)"
    r"|(?<!\w)how (?:do|does|did|would|can) (?:you|u|we|it|the bot|twinstar) (?!know|feel|like|see|think|rate|rank)\w+"
    r"|(?<!\w)(?:do|does|did|is|are|why (?:is|are|does|do)|which|what) (?:\w+ ){0,2}?(?:your|twinstar's|"
    r"the bot's) .{3,60}"
    r"(?<!\w)(?:or|based|use|uses|using|off|include|count|mean|run|calculated|computed|net|gross)(?!\w)"
    r"|(?<!\w)why (?:do|does|did|are|is|don't) (?:you|the bot|twinstar)(?!\w)"
    r"|(?<!\w)(?:do|does|is|are) .{2,40}(?<!\w)(?:include|exclude|count|counted|based on|net of|gross of|"
    r"adjusted)(?!\w)"
    r"|是[^谁哪]{1,12}还是[^谁哪]{1,12}$"
    r"|(?:你们?|你这儿?|你这边|机器人)(?:的|家|算|用|取|看|显示|给)?.{2,30}(?:还是|是按|是用|包不包|含不含|怎么取|怎么定|什么价|什么口径)"
)
"""How the house itself does it: how do you squash a round and a cap into one, is your drawdown off closes or prints."""
_ONE_OR_THE_OTHER = re.compile(
    r"(?<!\w)(?:gross or net|net or gross|(?:year on year|yoy|y/y) (?:or|vs)|(?:quarter on quarter|qoq) (?:or|vs)"
    r"|clos\w+ (?:or|to clos\w+)|intraday or|spot or|(?:trading|calendar) days? or|mean or median|median or mean"
    r"|simple or|basic or|pre or post|with or without|including or|before or after tax|reported or adjusted"
    r"|adjusted or (?:reported|headline)|fiscal or calendar|calendar or fiscal)(?!\w)"
    r"|(?<!\w)of what(?: exactly| precisely)?\W*$|(?<!\w)what(?:'s| is) left(?: over)? after(?!\w)"
    r"|(?<!\w)(?:is|are|isn't|aren't) (?:[\w/]+ ){1,3}(?:just|simply|merely|basically|only|really) "
    r"|(?<!\w)(?:you|u) (?:measure|count|take|compute|calc\w*|define|work)(?: it| them| that| this)?(?!\w)"
    r"|(?:你|你们|机器人).{0,6}(?:从|按|用|以|拿).{1,14}(?:量|算|起算|取|定|计)的"
)
"""Which of two ways a figure is worked out: year on year or quarter on quarter, of what exactly."""


def _is_of_the_house(s: Sentence) -> bool:
    """Decides whether it is asked how the house itself works a figure out."""
    small = s.text.lower()
    either = len(set(s.measure_keys)) == 1 and not s.has("WHICH", "HIGHEST", "LOWEST", "ORDER", "SOURCE", "LACK")
    return _OF_THE_HOUSE.search(small) is not None or (either and _ONE_OR_THE_OTHER.search(small) is not None)


_ADJUSTED = re.compile(r"(?<!\w)(?:adjusted|non-?(?:ifrs|gaap)|headline|statutory|underlying)(?!\w)|经调整|调整后|账面")


def _is_of_an_adjustment(s: Sentence) -> bool:
    """Decides whether it is asked why a loss and the same loss adjusted are apart, which the measure explains."""
    losses = set(s.measure_keys) == {"net_loss"} and _ADJUSTED.search(s.text.lower()) is not None
    return losses and s.has("WHY", "DIFFERENT") and not s.has("HOW_MUCH")


_BETWEEN_TWO = re.compile(
    r"(?<!\w)(?:what's|whats|what is|explain|tell) (?:me )?the difference between |^\W*differences? between "
    r"|(?:和|与|跟).{1,14}(?:有)?(?:什么|啥|何)(?:区别|差别|不同|两样)"
)
_OF_FIGURES = re.compile(
    r"(?<!\w)(?:fx|exchange|rate|rates|hkd|usd|cny|rmb|currency|currencies|figures?|numbers?|shares|prices?|data)(?!\w)|汇率|货币|口径|数据"
)
_WALK = re.compile(r"(?:walk|take|talk|run|guide|lead|step|bring) (?:me|us|\w+) through|讲讲|讲一下")


def _is_walk(s: Sentence, companies: tuple[str, ...]) -> bool:
    """Decides whether one is to be walked through figures over time, not through what a word means."""
    told = [s.text[h.start : h.end].lower() for h in s.cues.get("EXPLAIN", ())]
    stretch = s.has("TREND") or isinstance(s.when, Between) or (isinstance(s.when, str) and s.when.startswith("last_"))
    return bool(companies) and stretch and bool(s.measures) and bool(told) and all(_WALK.match(w) for w in told)


def _is_meant_instead(s: Sentence) -> bool:
    """Decides whether `I mean` only says the same again, not that a meaning is asked for."""
    told = s.cues.get("EXPLAIN", ())
    return s.has("CORRECTION") and all(s.text[: h.start].lower().rstrip().endswith(" i") for h in told)


_DOES_MORE = (
    "HIGHEST LOWEST GAP CALENDAR WHEN EVERYTHING OVERTAKE PEAK WHICH PRONOUN MIRROR IF TREND COMP_HIGH COMP_LOW ORDER"
).split()
"""Cues beside which `what is` asks for a figure, not for a meaning."""


def _is_bare(s: Sentence, companies: tuple[str, ...]) -> bool:
    """Decides whether `what is` stands with a term alone: nobody, no time and no amount beside it."""
    alone = not companies and not s.subjects.group and s.when is None and not s.amounts
    return s.has("MEANING") and alone and not s.has(*_DOES_MORE) and not (s.has("PRESSURE") and s.has("UNLOCK"))


def _is_short_definition(s: Sentence) -> bool:
    return len(s.rest) <= 3 and s.size <= 14
