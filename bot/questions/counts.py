"""How many of an order are asked for, which place of it, and for how many days something must have held."""

from __future__ import annotations

import re

from bot.questions.amounts import SMALL_NUMBERS, han_number
from bot.questions.changes import number
from bot.questions.sentence import Sentence


def how_many(s: Sentence) -> int | None:
    """Returns how many of an order are asked for, as in top three or 最贵的两家; None where that is not said."""
    for one, other in zip(s.words, s.words[1:], strict=False):
        if one.text in ("top", "bottom", "first", "前", "后") or one.base in ("big", "biggest", "largest"):
            count = int(other.text) if other.text.isdigit() and len(other.text) <= 2 else SMALL_NUMBERS.get(other.text)
            if count and other.text not in ("a",):
                return count
        if (
            one.text.isdigit()
            and len(one.text) <= 2
            and other.text
            in ("biggest", "largest", "cheapest", "highest", "lowest", "smallest", "most", "best", "worst", "fastest")
        ):
            return int(one.text)
        if (
            one.text in SMALL_NUMBERS
            and other.text
            in ("biggest", "largest", "cheapest", "highest", "lowest", "smallest", "most", "best", "worst", "fastest")
            and one.text != "one"
        ):
            return SMALL_NUMBERS[one.text]
    extremes = {h.start for cue in ("HIGHEST", "LOWEST") for h in s.cues.get(cue, ())}
    for one, other in zip(s.words, s.words[1:], strict=False):
        if other.start in extremes and one.text in SMALL_NUMBERS and one.text != "one" and one.text.isascii():
            return SMALL_NUMBERS[one.text]
        if other.start in extremes and one.text.isdigit() and len(one.text) <= 2:
            return int(one.text)
    if extremes and (which := _WHICH_MANY.search(s.text.lower())) is not None:
        said = which["count"]
        return int(said) if said.isdigit() else SMALL_NUMBERS.get(said)
    if (few := _FEW.search(s.text.lower())) is not None:
        said = few["count"]
        return 3 if said is None else int(said) if said.isdigit() else SMALL_NUMBERS.get(said)
    if (han := _HAN_COUNT.search(s.text)) is not None:
        said = han["after"] or han["last"] or han["first"]
        return int(said) if said.isdigit() else SMALL_NUMBERS.get(said)
    if _PODIUM_HAN.search(s.text):
        return 3
    return None


_WHICH_MANY = re.compile(
    r"(?<!\w)(?:which|what|name|give me|show me|list) (?P<count>two|three|four|five|six"
    r"|[2-9])(?! of)(?= (?:\w+ ){0,3}?(?:that |who )?(?:ha[sv]e?|are"
    r"|were|with|make|earn|employ|lost|lose|sell|burn|spend|carry|trade)(?!\w))"
)
"""Which three have the fewest: so many, where an extreme stands in the sentence."""
_SO_MANY = r"[两二三四五六七八九十]|(?<!\d)[2-9](?!\d)"
_HAN_COUNT = re.compile(
    rf"最[^,，。的最]{{1,6}}(?:的)?(?:那|这|前|头)?(?P<after>{_SO_MANY}) ?(?:家|只|个(?!点|百|月|季|亿|交)|支|名|位"
    rf"|间|款)"
    rf"|(?:倒数|末尾|垫底的?|后|末)(?P<last>{_SO_MANY}) ?(?:家|只|名|位)|(?<!以)(?:前"
    rf"|头)(?P<first>{_SO_MANY}) ?(?:家|只|甲|强|名|位)"
)
"""So many at either end of an order: 最贵的两家, 倒数三家, 前三甲."""
_PODIUM_HAN = re.compile(r"三甲|状元.{0,4}榜眼.{0,4}探花|冠.?亚.?季|金.?银.?铜")


_FEW = re.compile(
    r"(?<!\w)(?P<count>two|three|four|five|six|\d) (?:\w+ )?(?:tiddlers|minnows|runts|giants|heavyweights|laggards"
    r"|leaders"
    r"|front-?runners|winners|losers|stragglers|bleeders|spenders|heavy hitters|also-rans|stand-?outs)(?!\w)"
    r"|(?<!off the )(?<!\w)podium(?!\w)|(?<!\w)medal(?:s|lists|ists| places| positions)(?!\w)"
)
"""So many of a kind that is itself an extreme; a podium has three places."""


def asks_place(s: Sentence) -> int | None:
    """Returns which place of an order is asked for, as in second or 第三; None where none is."""
    small = s.text.lower()
    for amount in s.amounts:
        small = small[: amount.start] + " " * (amount.end - amount.start) + small[amount.end :]
    small = re.sub(r"[?!.,;]*$", " ", small)
    for phrase in ("second to none", "second thought", "a third"):
        small = small.replace(phrase, "")
    for place, words in _PLACES.items():
        if any(w in small for w in words) and not s.has("TIMES"):
            return place
    return None


_PLACES: dict[int, tuple[str, ...]] = {
    2: (
        "second ", "second-", "第二", "runner-up", "runner up", "runners-up", "no 2", "no. 2", "number two", "number 2",
        "#2", "silver", "2nd ", "next biggest", "next largest", "亚军", "榜眼", "老二", "银牌", "二把手", "次席",
        "仅次于",
    ),
    3: (
        "third ", "third-", "第三", "number three", "number 3", "no. 3", "#3", "3rd ", "bronze", "季军", "探花", "铜牌",
        "老三",
    ),
    4: ("fourth ", "fourth-", "第四", "number four", "number 4", "#4", "4th ", "殿军", "老四", "just off the podium"),
    5: ("fifth-", "fifth place", "第五", "number five", "#5", "5th "),
}  # fmt: skip
"""Words for a place of an order, medals among them."""


_MOST_DAYS = 1000
_DAYS_BEHIND = re.compile(
    r"[ -]?(?:consecutive |straight |trading )?(?:days?|sessions?)(?!\w)| ?个? ?(?:天|日"
    r"|交易日)"
)
"""A number of days beside a change of lead says how long it must have held."""
_DAYS_SAID = re.compile(
    rf"(?<!\w)(?P<count>{'|'.join(w for w in SMALL_NUMBERS if w.isascii())})[ -](?:consecutive |straight |trading "
    rf"|full |market )*(?:days?"
    r"|sessions?|closes)(?!\w)(?! (?:ago|later|before|after|apart))"
    r"|(?P<han>[一二两三四五六七八九十]{1,3}) ?个?(?:交易日|天|日)(?!前|内|后|之)"
)


def days_held(s: Sentence) -> int | float | None:
    """Returns for how many days a lead must have held, None where that is not said."""
    small = s.text.lower()
    days = next((a for a in s.amounts if a.kind == "number" and not a.scaled), None)
    if days is not None and days.value < _MOST_DAYS and _DAYS_BEHIND.match(small, days.end):
        return number(days.value)
    start, end = s.when_span
    for said in _DAYS_SAID.finditer(small):
        if said.start() >= end or said.end() <= start:
            return SMALL_NUMBERS[said["count"]] if said["count"] else int(han_number(said["han"]) or 0) or None
    return None
