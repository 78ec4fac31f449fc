"""Which extreme a wording asks for where no superlative says it: the wooden spoon, from slow to fast, the edge."""

from __future__ import annotations

import re

from bot.plan import Direction

_LAST = re.compile(
    r"(?<!\w)(?:wooden spoon|tiddlers?|minnows?|runts?|small fry|midgets?|pip-?squeaks?|booby prize|dunce(?:'s cap)?"
    r"|(?:bottom|foot|tail|end) of the (?:class|heap|pile|table|league|list|queue|pack|field)|back of the (?:pack"
    r"|field)"
    r"|bring(?:s|ing)? up the rear|rock[- ]bottom|tail[- ]end(?:er)?s?|back[- ]?markers?|cellar|also-rans?"
    r"|lanterne rouge)(?!\w)"
)
_LOW = (
    r"(?:slow|small|cheap|low|worst|weak|poor|short|light|least|bottom|tini|tiny|thin|lean|few|narrow|puni|mild"
    r"|shallow)"
)
_HIGH = (
    r"(?:fast|big|large|dear|pric|expensive|high|best|strong|rich|long|heavy|heavi|most|top|huge|fat|wide|deep"
    r"|great|quick)"
)
_UPWARDS = re.compile(
    rf"(?<!\w)(?:from )?(?:the )?{_LOW}\w*(?: [\w-]+){{0,2}} (?:up )?(?:to|through to) (?:the )?{_HIGH}"
)
_DOWNWARDS = re.compile(
    rf"(?<!\w)(?:from )?(?:the )?{_HIGH}\w*(?: [\w-]+){{0,2}} (?:down )?(?:to|through to) (?:the )?{_LOW}"
)
_AT_THE_BOTTOM = re.compile(rf"(?<!\w){_LOW}\w*(?: one| ones| name)? (?:at the (?:bottom|end|foot)|last)(?!\w)")
_AT_THE_END = re.compile(rf"(?<!\w){_HIGH}\w*(?: one| ones| name)? (?:at the (?:bottom|end|foot)|last)(?!\w)")
_AHEAD = re.compile(
    r"(?<!\w)(?:(?:ha[sd]|have|got|get|with|holds?|enjoys?|takes?|who's) (?:got )?the (?:edge|upper hand|whip hand"
    r"|advantage"
    r"|better of(?: it)?|bragging rights|bigger slice|lead)|further (?:along|ahead|down the road)|a leg up|one up on"
    r"|comes? out"
    r" (?:on top|ahead|in front)|wins? (?:out|on|the)|better placed|the better of|ahead of the game"
    r"|nose in front)(?!\w)"
)
_HEAVIER = re.compile(
    r"(?<!\w)(?:worse|heavier|harder|stiffer|tougher|nastier|scarier|steeper|bigger|greater|graver|more (?:exposed"
    r"|painful"
    r"|supply|stock|paper|trouble|pressure|at risk)|worst|hardest|most exposed|swamped)(?!\w)"
    r"|更(?:重|大|多|惨|猛|悬|吓人|难扛|沉)|[重大多惨猛]一?[点些啲]|(?:压力|抛压|卖压|盘子|货|包袱)[大重多](?!不)|扛不住"
    r"|最吓人"
)
_LIGHTER = re.compile(
    r"(?<!\w)(?:lighter|easier|milder|softer|gentler|kinder|smaller|less|least|lightest|easiest|safer)(?!\w)"
    r"|更(?:轻|小|少|松)|[轻小少]一?[点些啲]|(?:压力|抛压|卖压|盘子|货|包袱)[小轻少](?!不)|(?:较|比较)[轻小少]"
)
_EARLIEST = re.compile(r"(?<!\w)(?:first|earliest|oldest|longest|soonest|before (?:the )?(?:other|anyone))(?!\w)")
_NEWEST = re.compile(r"(?<!\w)(?:newest|youngest|latest|most recent(?:ly)?|last|freshest)(?!\w)")
_NEXT = re.compile(
    r"(?<!\w)(?:next|nearest|soonest) (?:[\w-]+ ){0,2}?(?:expiry|expiration|unlock|release|cliff|tranche|batch"
    r"|lapse)(?!\w)"
)
_LAST_OF_ALL = re.compile(
    r"(?<!\w)(?:when(?:'?s| is| are)|what(?:'?s| is)) the (?:very )?(?:last|latest|final) (?:time|day|date|point"
    r"|moment"
    r"|lock-?up|tranche|expiry|release|restriction)(?!\w)(?! (?:it|they|we|was|were|happened))"
    r"|最后(?:一批|一次|一天)?(?:是)?(?:什么时候|哪天|何时|几时)(?:解禁|解锁|到期|松绑)|最后一批(?:什么时候|哪天"
    r"|何时|几时)"
)
_WHO_THEN = re.compile(
    r"(?<!\w)(?:who|which one)(?:'?s| is| are| would| will| comes| ends| stays| still)*"
    r"(?: (?:still|now|then|be|up|out|the))* (?:bigger|larger|ahead|in front|on top|worth more|leads?|leading|richer"
    r"|more valuable|dearer|pricier|number one|top dog|biggest|largest)(?!\w)"
)


def said_extreme(
    small: str, operation: str, measures: tuple[str, ...], asks: bool, whom: int
) -> tuple[Direction | None, bool]:
    """Returns the extreme that a wording settles, and whether it settles it; `whom` counts the companies named."""
    direction: Direction | None = None
    if operation == "rank":
        direction = _of_order(small, measures) or _of_course(small, measures)
    elif operation in ("compare", "difference") and asks and _of_course(small, measures):
        direction = _of_course(small, measures)
    elif operation == "compare" and asks and _AHEAD.search(small):
        direction = "highest"
    elif operation == "compare" and asks and whom == _PAIR:
        direction = _of_two_han(small, measures)
    elif operation == "overhang" and asks and (_HEAVIER.search(small) or _LIGHTER.search(small)):
        direction = "highest" if _HEAVIER.search(small) else "lowest"
    elif operation == "unlocks" and _asks_for_next(small, measures, whom):
        direction = "lowest"
    elif operation == "unlocks":
        largest = _BIGGEST.search(small) or (whom != 1 and asks and _HEAVIER.search(small))
        last = measures == ("unlock_date",) and _LAST_OF_ALL.search(small)
        direction = "highest" if last or (measures == ("unlock_ratio",) and largest) else None
    return direction, direction is not None


def _asks_for_next(small: str, measures: tuple[str, ...], whom: int) -> bool:
    soonest = measures == ("unlock_date",) and whom != 1 and _NEXT.search(small)
    return bool(soonest) or starts_with_next(small)


def starts_with_next(small: str) -> bool:
    """Decides whether a calendar is asked for with what comes next at its top."""
    return _ON_TOP.search(small) is not None


_PAIR = 2
_FELL = (
    r"(?:f[ae]ll(?:en)?|dropped|drops?|lost|loses?|slid|slipped|sunk|sank|declined?|slumped|down|off|given (?:up"
    r"|back)|gave (?:up|back)"
    r"|pulled back|retreated|round-tripped|tumbled)"
)
_FELL_MORE = re.compile(
    rf"(?<!\w){_FELL}(?: by)?(?: the)? (?:more|most|further|furthest|farther|farthest|harder|hardest|deeper|deepest"
    rf"|worse|worst)(?!\w)"
    r"|(?<!\w)(?:bigger|biggest|larger|largest|steeper|steepest|sharper|sharpest|worse|worst|deeper"
    r"|deepest) (?:\w+ )?"
    r"(?:fall|drop|loss|decline|slump|slide|drawdown|pullback|retreat)(?!\w)"
    r"|(?<!\w)(?:further|farther|furthest|farthest|deeper|deepest|more|most) (?:off|from|below|under|beneath"
    r"|down)(?!\w)"
    r"|[跌亏缩套](?:得|的|了)?(?:更|最|比较)?[多狠惨深猛凶]|跌幅(?:更|最|较|比较)?[大深多高]|回撤(?:得)?(?:更|最|较"
    r"|比较)?[大深多狠]|回吐(?:得)?(?:更|最)?多"
)
_FELL_LESS = re.compile(
    rf"(?<!\w){_FELL}(?: by)?(?: the)? (?:less|least)(?!\w)|(?<!\w)(?:smaller|smallest|milder|mildest|shallower"
    rf"|shallowest) (?:\w+ )?"
    r"(?:fall|drop|loss|decline|slump|slide|drawdown|pullback|retreat)(?!\w)"
    r"|(?<!\w)(?:h[eo]lds? up|held up|holding up|weathered (?:it|the \w+)|fared) (?:better|best)(?!\w)"
    r"|(?<!\w)(?:more|most) resilient(?!\w)"
    r"|[跌亏](?:得|的|了)?(?:更|最|比较)?[少轻浅]|跌幅(?:更|最|较|比较)?小|回撤(?:得)?(?:更|最|较|比较)?[小浅少]"
    r"|抗跌|扛跌|跌不动"
)


def _of_course(small: str, measures: tuple[str, ...]) -> Direction | None:
    """Who fell more has the lower return and the higher drawdown; who held up better, the other way about."""
    if measures not in (("price_return",), ("drawdown",)):
        return None
    less = _FELL_LESS.search(small)
    if less is None and _FELL_MORE.search(small) is None:
        return None
    return "highest" if (less is not None) == (measures == ("price_return",)) else "lowest"


_WHICH_HAN = r"(?:谁|哪[个家只支边]?|边个|哪一[家个只])[^,，。?？谁哪]{0,8}?(?:更|比较|要|算)?"
_END_HAN = r"(?=[点些啲呢啊呀吗嘛?？,，。 ]|一[点些]|得多|$|的$|的是)"
_MORE_HAN = re.compile(
    rf"{_WHICH_HAN}[高大多快贵强好重深久厚稳旺猛肥]{_END_HAN}|(?:healthy|solid|strong|big|rich"
    rf"|expensive|high) ?[点些啲]"
)
_LESS_HAN = re.compile(rf"{_WHICH_HAN}(?:[低小少慢弱差轻浅薄]|便宜){_END_HAN}|(?:cheap|small|weak|low) ?[点些啲]")


def _of_two_han(small: str, measures: tuple[str, ...]) -> Direction | None:
    """Which of two is asked for by an adjective behind 谁 or 哪家, where its measure has no other way to be good."""
    if measures[:1] in (("net_loss",), ("drawdown",)):
        return None
    high, low = _MORE_HAN.search(small), _LESS_HAN.search(small)
    return None if bool(high) == bool(low) else "highest" if high else "lowest"


_ON_TOP = re.compile(
    r"(?<!\w)(?:soonest|earliest|nearest|closest|next)(?: \w+)? (?:first|on top|at the top|up top)(?!\w)|(?:最近"
    r"|最早|最快)的?(?:排|放|在)(?:最)?(?:前|上)"
)
_BIGGEST = re.compile(r"(?<!\w)(?:biggest|largest|heaviest|steepest)(?!\w)")


def _of_order(small: str, measures: tuple[str, ...]) -> Direction | None:
    dated = measures[:1] in (("listing_date",), ("unlock_date",))
    if dated:
        first, last = _EARLIEST.search(small), _NEWEST.search(small)
        if first and last:
            return "lowest" if first.start() < last.start() else "highest"
        return "lowest" if first else "highest" if last else None
    if _UPWARDS.search(small) or _AT_THE_END.search(small) or _LAST.search(small):
        return "lowest"
    return "highest" if _DOWNWARDS.search(small) or _AT_THE_BOTTOM.search(small) else None


def asks_who_then(small: str) -> bool:
    """Decides whether a scenario asks who stands ahead once it has come about."""
    return _WHO_THEN.search(small) is not None
