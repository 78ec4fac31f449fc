"""Reading a level that a measure is held against, such as above HK$500bn or 低于3000亿港元."""

from __future__ import annotations

import re
from decimal import Decimal

from bot.call import Ask
from bot.commands.reading import text_of

_SCALES = {
    "k": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "b": 9, "billion": 9, "tn": 12, "t": 12, "trillion": 12,
    "万": 4, "亿": 8, "万亿": 12, "": 0,
}  # fmt: skip
_CURRENCIES = {
    "hk$": "HKD", "hkd": "HKD", "港元": "HKD", "港币": "HKD", "us$": "USD", "usd": "USD", "$": "USD", "美元": "USD",
    "rmb": "CNY", "cny": "CNY", "元": "CNY", "人民币": "CNY", "€": "EUR", "eur": "EUR",
}  # fmt: skip
_WORD = "|".join(sorted((re.escape(w) for w in _CURRENCIES), key=len, reverse=True))
_SCALE = "|".join(sorted((re.escape(w) for w in _SCALES if w), key=len, reverse=True))
_LEVEL = re.compile(
    rf"(?P<side>above|over|beyond|past|more than|>=?|below|under|less than|<=?|超过|高于|突破|低于|跌破|不到) ?"
    rf"(?P<before>{_WORD})? ?(?P<number>\d[\d,]*(?:\.\d+)?) ?(?P<scale>{_SCALE})?(?![a-z]) ?(?P<after>{_WORD})?",
    re.IGNORECASE,
)
_BELOW = ("below", "under", "less", "<", "低于", "跌破", "不到")


def take_level(ask: Ask) -> tuple[Ask, dict[str, str] | None]:
    """Returns the words without the level in them, and the level: its side, number in base units, and any currency."""
    text = text_of(ask)
    match = _LEVEL.search(text)
    if match is None:
        return Ask(ask.command, text), None
    number = Decimal(match["number"].replace(",", "")).scaleb(_SCALES[(match["scale"] or "").lower()])
    level = {"op": "<" if match["side"].lower().startswith(_BELOW) else ">", "value": format(number, "f")}
    if currency := match["before"] or match["after"]:
        level["currency"] = _CURRENCIES[currency.lower()]
    return Ask(ask.command, f"{text[: match.start()]} {text[match.end() :]}"), level
