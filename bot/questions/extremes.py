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
    r"|(?:更|最|要|偏|比较)?(?:重|猛|狠|凶|吓人|沉)(?:一?[点些]|得多)?|(?:压力|冲击|抛压|卖压|盘子)(?:更|最|要)?大"
)
_LIGHTER = re.compile(
    r"(?<!\w)(?:lighter|easier|milder|softer|gentler|kinder|smaller|less|least|lightest|easiest|safer)(?!\w)"
    r"|(?:更|最|要|偏)?(?:轻|温和)(?:一?[点些]|得多)?|(?:压力|冲击|抛压|卖压)(?:更|最|要)?小"
)
_EARLIEST = re.compile(
    r"(?<!\w)(?:first|earliest|oldest|longest|soonest|before (?:the )?(?:other|anyone))(?!\w)"
    r"|最老|最早|最先|最久|最长|资深"
)
_NEWEST = re.compile(
    r"(?<!\w)(?:newest|youngest|latest|most recent(?:ly)?|last|freshest)(?!\w)"
    r"|最年轻|最新|最晚|最浅|最短|最后"
)
_NEXT = re.compile(
    r"(?<!\w)(?:next|nearest|soonest) (?:[\w-]+ ){0,2}?(?:expiry|expiration|unlock|release|cliff|tranche|batch"
    r"|lapse)(?!\w)"
)
_LAST_OF_ALL = re.compile(
    r"(?<!\w)(?:when(?:'?s| is| are)|what(?:'?s| is)) the (?:very )?(?:last|latest|final) (?:time|day|date|point|moment"
    r"|lock-?up|tranche|expiry|release|restriction)(?!\w)(?! (?:it|they|we|was|were|happened))"
    r"|最后(?:一批|一次|一天)?(?:是)?(?:什么时候|哪天|何时|几时)(?:解禁|解锁|到期|松绑)|最后一批(?:什么时候|哪天|何时|几时)"
)
_WHO_THEN = re.compile(
    r"(?<!\w)(?:who|which one)(?:'?s| is| are| would| will| comes| ends| stays| still)*"
    r"(?: (?:still|now|then|be|up|out|the))* (?:bigger|larger|ahead|in front|on top|worth more|leads?|leading|richer"
    r"|more valuable|dearer|pricier|number one|top dog|biggest|largest)(?!\w)"
    r"|(?:谁|哪家|哪个|哪只|哪边)(?:还|更|会|就|才|能|的?市值|的?估值| )*"
    r"(?:大|高|贵|值钱|领先|在前|靠前|占先|bigger|larger|ahead)"
)


def said_extreme(
    small: str, operation: str, measures: tuple[str, ...], asks: bool, whom: int
) -> tuple[Direction | None, bool]:
    """Returns the extreme that a wording settles, and whether it settles it; `whom` counts the companies named."""
    direction: Direction | None = None
    if operation == "rank":
        direction = _of_order(small, measures)
    elif operation == "compare" and asks and _AHEAD.search(small):
        direction = "highest"
    elif operation == "overhang" and asks and (whom != 1 or small.isascii()):
        direction = "highest" if _HEAVIER.search(small) else "lowest" if _LIGHTER.search(small) else None
    elif operation == "unlocks" and measures == ("unlock_date",) and whom != 1 and _NEXT.search(small):
        direction = "lowest"
    elif operation == "unlocks":
        largest = _BIGGEST.search(small) or (whom != 1 and asks and _HEAVIER.search(small))
        last = measures == ("unlock_date",) and _LAST_OF_ALL.search(small)
        direction = "highest" if last or (measures == ("unlock_ratio",) and largest) else None
    return direction, direction is not None


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
