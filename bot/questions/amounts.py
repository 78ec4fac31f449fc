"""Reading amounts as people write them: HK$500bn, 9750亿港元, 300m, 20%, 三成, ten times, 翻一倍."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bot.questions.words import Places, plain

Kind = Literal["percent", "times", "money", "number"]

_SCALES = {
    "trillion": 12, "billion": 9, "million": 6, "thousand": 3, "tn": 12, "trn": 12, "bn": 9, "mn": 6, "mm": 6, "k": 3,
    "m": 6, "b": 9, "t": 12, "万亿": 12, "亿": 8, "千万": 7, "百万": 6, "万": 4,
}  # fmt: skip
CURRENCIES = {
    "hk$": "HKD", "hkd": "HKD", "港元": "HKD", "港币": "HKD", "港幣": "HKD", "港纸": "HKD", "港紙": "HKD",
    "港刀": "HKD", "港钱": "HKD", "hong kong dollars": "HKD", "hong kong dollar": "HKD", "hk dollars": "HKD",
    "hk dollar": "HKD", "hong kong money": "HKD", "hk money": "HKD", "us money": "USD", "american money": "USD",
    "us$": "USD", "usd": "USD", "$": "USD", "us dollars": "USD", "us dollar": "USD", "dollars": "USD",
    "dollar": "USD", "bucks": "USD", "greenbacks": "USD", "美纸": "USD", "美钞": "USD", "美元": "USD",
    "美金": "USD", "美刀": "USD", "刀": "USD", "rmb": "CNY", "cny": "CNY", "yuan": "CNY", "renminbi": "CNY",
    "kuai": "CNY", "mainland money": "CNY", "软妹币": "CNY", "人民币": "CNY", "元人民币": "CNY", "¥": "CNY",
    "元": "CNY", "块钱": "CNY", "€": "EUR", "eur": "EUR", "euros": "EUR", "euro": "EUR", "欧元": "EUR", "£": "GBP",
    "gbp": "GBP", "pounds": "GBP", "sterling": "GBP", "quid": "GBP", "英镑": "GBP", "yen": "JPY", "jpy": "JPY",
    "日元": "JPY",
}  # fmt: skip
"""Ways to write a currency, by its ISO 4217 code."""

_SIGNS = "|".join(re.escape(c) for c in ("hk$", "us$", "hkd", "usd", "rmb", "cny", "eur", "$", "¥", "€", "£"))
_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))
_UNITS = "|".join(re.escape(c) for c in sorted(CURRENCIES, key=len, reverse=True))
_SOME = ("几", "数")
"""In front of a scale these ask for a number or leave it open: 几千亿 is no amount."""
_ROUND, _ROUNDLY = 20, ("多", "余", "来", "人", "名")
"""A number in Chinese words that nothing measures is one where it is said to be round or counts people: 两百多国."""
_HAN = "零〇一二两三四五六七八九十百千"
_NUMBER = re.compile(
    rf"(?P<sign>{_SIGNS})? ?(?P<minus>[-+])?"
    rf"(?:(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)|(?<![统唯专同万])(?P<han>[{_HAN}]+(?:点[{_HAN}]+)?))"
    rf" ?(?P<scale>(?:{_SCALE})(?![a-z]))?(?P<more> ?(?:{_UNITS})(?![a-z]))?(?P<unit> ?(?:%|percent|"
    rf"per cent|pct|pc(?![a-z])|x(?![a-z])|times|fold|倍|成(?!交|本|长|立|为)))?"
)
_OF_HUNDRED = re.compile(rf"百分之(\d+(?:\.\d+)?|[{_HAN}]+)")
_TENTHS = re.compile(
    r"(?<![零一二三四五六七八九十])([一二两三四五六七八九])成(半|[一二三四五六七八九](?![成个家倍年月天]))"
)
"""Two tenths and a half: 两成五, 三成半."""
_HALF = re.compile(
    r"(?<![a-z])(?:a |one )?half(?! (?:year|of 20|a year|yearly))(?![a-z])|一半|半数|(?<!上)(?<!下)半(?=的|被|卖|抛)"
)
_FRACTION = re.compile(
    r"(?<![a-z])(a|an|one|two|three|four|five|six|seven|eight|nine)[ -](third|quarter|fourth|fifth|sixth|seventh|eighth"
    r"|ninth|tenth)s?(?![a-z])"
    r"(?! (?:stars?|one|company|name|lab|part(?:y|ies)|pair|player|option|time|person|opinion|way"
    r"|twin|place|day|session))"
    r"|([一二两三四五六七八九十])分之([一二两三四五六七八九])"
)
_PART_OF_SCALE = re.compile(
    rf"(?<![a-z])(?P<sign>{_SIGNS})?(?:(?P<whole>one|two|three|four|five|six|seven|eight|nine"
    rf"|ten) and )?(?:(?P<three>three)|an?|one)?"
    rf"[ -]?(?P<part>half|quarter|third)s?(?: of)? an? (?P<scale>trillion|billion"
    rf"|million)(?P<more> ?(?:{_UNITS})(?![a-z]))?"
)
"""Half a trillion, three quarters of a billion dollars."""
_PARTS = {
    "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_WORDS = {
    "a": 1,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "hundred": 100,
}  # fmt: skip
_SPELT = re.compile(
    rf"(?<![a-z])({'|'.join(_WORDS)}) (?P<unit>percent|per cent|times|fold|trillion|billion|million)(?![a-z])"
    rf"(?P<more> ?(?:{_UNITS})(?![a-z]))?"
)
_DISCOUNT = re.compile(rf"打(?:个)?(\d(?:\.\d)?|[{_HAN}]{{1,2}})折")
"""A price at seven tenths is said 打七折, at eight and a half 打八五折: what is left, not what is taken off."""
_BARE = {"万亿": 12, "千亿": 11, "百亿": 10, "十亿": 9}
_BARE_SCALE = re.compile(rf"(?<![\d.{_HAN}几])({'|'.join(_BARE)})( ?(?:{_UNITS})(?![a-z]))?")
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that was typed: a fraction of 1, a multiple, money in base units, or a plain number."""

    kind: Kind
    value: Decimal
    start: int
    end: int
    currency: str | None = None
    scaled: bool = False


def amounts_in(text: str) -> list[Amount]:
    """Returns the amounts of a cleaned text in order."""
    small = plain(text)
    found: list[Amount] = []
    places = Places(len(small))

    def add(amount: Amount) -> None:
        if not places.meets(amount.start, amount.end):
            places.take(amount.start, amount.end)
            found.append(amount)

    for match in _OF_HUNDRED.finditer(small):
        value = han_number(match[1]) if match[1][0] in _HAN else Decimal(match[1])
        if value is not None:
            add(Amount("percent", value / 100, match.start(), match.end()))
    for match in _TENTHS.finditer(small):
        rest = 5 if match[2] == "半" else _DIGITS[match[2]]
        add(Amount("percent", Decimal(_DIGITS[match[1]] * 10 + rest) / 100, match.start(), match.end()))
    for match in _DISCOUNT.finditer(small):
        kept = han_number(match[1]) if match[1][0] in _HAN else Decimal(match[1])
        if kept is not None and 0 < kept < 100:
            part = kept / (10 if kept < 10 else 100)
            add(Amount("percent", part - 1, match.start(), match.end()))
    for match in _BARE_SCALE.finditer(small):
        currency = CURRENCIES.get((match[2] or "").strip())
        value = Decimal(1).scaleb(_BARE[match[1]])
        add(Amount("money" if currency else "number", value, match.start(), match.end(), currency, scaled=True))
    for match in _PART_OF_SCALE.finditer(small):
        part = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "third": Decimal(1) / 3}[match["part"]]
        part = part * 3 if match["three"] else part
        currency = CURRENCIES.get((match["more"] or "").strip()) or CURRENCIES.get(match["sign"] or "")
        value = (part + (_WORDS.get(match["whole"] or "", 0))).scaleb(_SCALES[match["scale"]])
        add(Amount("money" if currency else "number", value, match.start(), match.end(), currency, scaled=True))
    for match in _SPELT.finditer(small):
        add(_spelt(match))
    for match in _FRACTION.finditer(small):
        above = _WORDS.get(match[1] or "", 1) if match[1] else han_number(match[4]) or 1
        below = _PARTS[match[2]] if match[2] else han_number(match[3]) or 1
        if above < below:
            add(Amount("percent", round(Decimal(above) / below, 4), match.start(), match.end()))
    for match in _HALF.finditer(small):
        add(Amount("percent", Decimal("0.5"), match.start(), match.end()))
    for match in _NUMBER.finditer(small):
        if (amount := _number(match, small)) is not None:
            add(amount)
    return sorted(found, key=lambda a: a.start)


def _spelt(match: re.Match[str]) -> Amount:
    value, unit = Decimal(_WORDS[match[1]]), match["unit"]
    if unit in _SCALES:
        currency = CURRENCIES.get((match["more"] or "").strip())
        kind: Kind = "money" if currency else "number"
        return Amount(kind, value.scaleb(_SCALES[unit]), match.start(), match.end(), currency, scaled=True)
    kind = "percent" if unit.startswith("per") else "times"
    return Amount(kind, value / 100 if kind == "percent" else value, match.start(), match.end())


def _number(match: re.Match[str], text: str) -> Amount | None:
    start, end = match.span()
    start += len(match.group()) - len(match.group().lstrip())
    end -= len(match.group()) - len(match.group().rstrip())
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    digits = match["digits"]
    unit, scale = (match["unit"] or "").strip(), match["scale"] or ""
    glued = not (match["sign"] or match["minus"])
    if digits and ((glued and before.isascii() and before.isalpha()) or (after.isascii() and after.isalnum())):
        return None
    value = Decimal(digits.replace(",", "")) if digits else han_number(match["han"])
    if value is None or before in _SOME:
        return None
    if not digits and not (scale or unit or match["more"]) and (value < _ROUND or after not in _ROUNDLY):
        return None
    value = value.scaleb(_SCALES.get(scale, 0))
    if match["minus"] == "-":
        value = -value
    currency = CURRENCIES.get(match["sign"] or "") or CURRENCIES.get((match["more"] or "").strip())
    if unit in ("%", "percent", "per cent", "pct", "pc"):
        return Amount("percent", value / 100, start, end)
    if unit == "成":
        return Amount("percent", value / 10, start, end)
    if unit:
        return Amount("times", value, start, end)
    kind: Kind = "money" if currency else "number"
    return Amount(kind, value, start, end, currency, bool(scale))


def han_number(text: str) -> Decimal | None:
    """Returns the number that Chinese numerals up to thousands write, None for what is none."""
    whole, _, rest = text.partition("点")
    total, digit = 0, 0
    if not whole or any(c not in _HAN for c in text.replace("点", "")):
        return None
    if all(c in _DIGITS for c in whole):
        total = int("".join(str(_DIGITS[c]) for c in whole))
    else:
        for char in whole:
            if char in _DIGITS:
                digit = _DIGITS[char]
            else:
                total += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[char]
                digit = 0
        total += digit
    fraction = "".join(str(_DIGITS[c]) for c in rest if c in _DIGITS)
    return Decimal(f"{total}.{fraction}") if fraction else Decimal(total)


SMALL_NUMBERS = {word: n for word, n in _WORDS.items() if n <= 20 and word != "a"} | {
    "一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
}  # fmt: skip
"""Small numbers as words, as in top three or 前三."""
