"""Reading a currency that an answer is wanted in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.text import folded

_WORDS: tuple[tuple[str, str], ...] = (
    ("HKD", r"hong kong dollars?|hk\$|港元|港币|港幣"),
    ("USD", r"us dollars?|u\.?s\.? ?dollars?|dollars?|us\$|美元|美金"),
    ("CNY", r"yuan|renminbi|rmb|人民币|人民幣"),
    ("EUR", r"euros?|€|欧元"),
    ("GBP", r"pounds?(?: sterling)?|sterling|£|英镑"),
    ("JPY", r"yen|日元|日圆"),
)


@dataclass(frozen=True, slots=True)
class FoundCurrency:
    """A currency asked for, by its ISO 4217 code, and where it stands in the text."""

    code: str
    start: int
    end: int


_DOLLAR = r"(?:us dollars?|dollars?|usd|us\$|greenback|美元|美金|美刀)"
_OTHER = (
    r"(?P<{0}>hong kong dollars?|hk dollars?|hkd|hk\$|yuan|renminbi|rmb|cny|cnh|kuai|redback"
    r"|港元|港币|港纸|人民币|块人民币|元人民币)"
)
_GOES = (
    r"(?:(?: rate| exchange rate)?(?=[ =])(?: is| are| was| were| being| goes| went| moves?| slides?| falls?| drops?"
    r"| slips?| strengthens?| weakens?| rises?| trades?| trading| sits?| fixed| pegged){0,2}"
    r"(?: at| to| of| hits| around| ?=){1,2} ?"
    r"| ?(?:汇率)?(?:再|如果|要是|若)?"
    r"(?:升|跌|贬|涨|走|回|掉|去|升值|贬值|走强|走弱|按|破|是|在){0,3}(?:到|至|成|为|按|是|在|了){1,2} ?)"
)
_A_RATE = (
    r"(?:1?\d\.\d+|1?\d块\d|[5-9])(?![\d.,]*\d)(?! ?(?:%|x(?!\w)|倍|成|亿|万|千|bn|billion|tn|trillion"
    r"|m(?!\w)|million|k(?!\w)|个))"
)
"""A rate of exchange as it is said: with a decimal, or one figure; no scale behind it."""
_RATES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\w)(?:(?:a|one|the|each|every|1) )?{_DOLLAR}(?: is| being| was| were)? ?(?:at|worth|="
        rf"|equals?|buys|buying"
        rf"|fetche?s?|costs?|goes for|for|to) ?\d+(?:\.\d+)? ?{_OTHER.format('one')}(?!\w)",
        rf"(?<![\w.])\d+(?:\.\d+)? ?{_OTHER.format('two')} ?(?:to|per|for|a|against|=|/|换"
        rf"|兑) ?(?:(?:the|a|one|each|every|1) )?"
        rf"[1一]?(?:个)?{_DOLLAR}(?!\w)",
        rf"(?<!\w){_OTHER.format('four')}{_GOES}{_A_RATE}(?: ?(?:to|per|a|against|/|兑|对|换)"
        rf" ?(?:(?:the|a|one|each|every|1|一) ?)?{_DOLLAR}(?!\w))?",
        rf"(?<!\w)(?:the )?(?P<peg>peg|联系汇率|联汇){_GOES}{_A_RATE}",
        rf"[1一](?:块)?{_DOLLAR}(?:兑|换|等于|合|按|=|是|能换|折)?(?:成)?\d+(?:\.\d+)?(?:块钱?|元)?{_OTHER.format('three')}",
    )
)


def rate_in(small: str) -> tuple[str, str, tuple[int, int]] | None:
    """Returns the two currencies of a rate said in a text in small letters, the dollar first, and where it stands."""
    for pattern in _RATES:
        if match := pattern.search(small):
            other = next(g for g in match.groups() if g)
            return "USD", "HKD" if other.startswith(("h", "港", "peg", "联")) else "CNY", match.span()
    return None


def find_currency(text: str, known: Iterable[str]) -> FoundCurrency | None:
    """Returns the currency that a cleaned text asks for with `in`, `以`, `折合` or the like, None for none."""
    small = folded(text)
    codes = "|".join(sorted({c.casefold() for c in known} | {"hkd", "usd", "cny", "eur", "gbp", "jpy"}))
    for code, words in (*_WORDS, ("", codes)):
        pattern = rf"(?:(?<!\w)(?:in|into|as) |[以用按]|折合(?:成)?|换算成|折成)({words})"
        pattern += r"(?:计价|计|来说|说|表示)?(?![a-z0-9])"
        if match := re.search(pattern, small):
            return FoundCurrency(code or match[1].upper(), match.start(), match.end())
    return None


def unknown_currency(text: str) -> tuple[str, tuple[int, int]] | None:
    """Returns a three-letter code after `in` that nothing else claimed, to be named, and where both stand."""
    match = re.search(r"(?<!\w)in ([A-Z]{3})(?!\w)", text)
    return (match[1], match.span()) if match else None
