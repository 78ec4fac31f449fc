"""How amounts are written: HK$969.3bn in English, 9,693亿港元 in Chinese.

Large amounts carry four significant digits in both languages, so that one figure reads the same in each. What is cut is
rounded half to even; a zero is dropped from the end only where the digits are exact (US$852bn, but 93.30bn for
93.2999bn).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Decimal

from bot.quantities import Count, Money, Multiple, Percent, Points, Quantity, Shares
from bot.text import Language

SIGNIFICANT = 4

_SCALES: dict[Language, tuple[tuple[Decimal, str], ...]] = {
    "en": ((Decimal(10) ** 12, "tn"), (Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m")),
    "zh": ((Decimal(10) ** 12, "万亿"), (Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万")),
}
_BEFORE = {"HKD": "HK$", "USD": "US$", "CNY": "RMB", "EUR": "€", "GBP": "£", "JPY": "JP¥", "SGD": "S$", "TWD": "NT$"}
_AFTER = {
    "HKD": "港元",
    "USD": "美元",
    "CNY": "元人民币",
    "EUR": "欧元",
    "GBP": "英镑",
    "JPY": "日元",
    "KRW": "韩元",
    "SGD": "新加坡元",
    "TWD": "新台币",
}
_COMPACT_FROM: dict[Language, Decimal] = {"en": Decimal(10) ** 6, "zh": Decimal(10) ** 5}


def written(quantity: Quantity, language: Language) -> str:
    """Returns a quantity as it is written in a language, with its unit."""
    match quantity:
        case Money():
            return _money(quantity, language)
        case Percent(fraction=fraction, signed=signed):
            return _percent(fraction, signed=signed)
        case Multiple(times=times):
            return _rounded(times, _places(times, 3)) + ("x" if language == "en" else "倍")
        case Shares(number=number):
            return _rounded(number, 0) + (" shares" if language == "en" else "股")
        case Points(number=number):
            return _rounded(number, 1) + (" points" if language == "en" else "个百分点")
        case Count(number=number):
            return compact(number, language)


def compact(number: Decimal, language: Language) -> str:
    """Returns a bare number, shortened from a million (from 100,000 in Chinese) on to four significant digits."""
    sign, size = ("-" if number < 0 else ""), abs(number)
    if size < _COMPACT_FROM[language]:
        return sign + _rounded(size, 0 if size == size.to_integral_value() else 2)
    digits, scale = _scaled(size, _SCALES[language])
    return f"{sign}{digits}{scale}"


def _money(money: Money, language: Language) -> str:
    size = abs(money.amount)
    sign = "-" if money.amount < 0 else ""
    number = compact(size, language) if size >= _COMPACT_FROM[language] else _small(size)
    if language == "zh":
        after = _AFTER.get(money.currency)
        return f"{sign}{number}{after}" if after else f"{sign}{number} {money.currency}"
    before = _BEFORE.get(money.currency)
    return f"{sign}{before}{number}" if before else f"{sign}{money.currency} {number}"


def _small(size: Decimal) -> str:
    """A price keeps two decimals always: 116.20, 2,174.00; more only where four significant digits need them: 7.798."""
    places = max(2, SIGNIFICANT - 1 - size.adjusted()) if size else 2
    rounded = size.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_EVEN)
    if rounded == size:
        rounded = rounded.quantize(Decimal(1).scaleb(-max(2, -int(size.normalize().as_tuple().exponent))))
    return f"{rounded:,f}"


def _percent(fraction: Decimal, *, signed: bool) -> str:
    percent = fraction * 100
    size = abs(percent)
    places = 2 if size < Decimal("9.995") else 1 if size < Decimal("999.95") else 0
    text = _rounded(percent, places)
    return f"{'+' if signed and percent > 0 else ''}{text}%"


def _scaled(size: Decimal, scales: Sequence[tuple[Decimal, str]]) -> tuple[str, str]:
    """Rounding may carry into the next scale: 999.96bn is written 1.000tn, its zeros kept because they were rounded."""
    for place, (unit, name) in enumerate(scales):
        if size < unit:
            continue
        scaled = size / unit
        places = _places(scaled, SIGNIFICANT)
        digits = scaled.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_EVEN)
        if place and digits * unit >= scales[place - 1][0]:
            next_unit, next_name = scales[place - 1]
            return f"{digits * unit / next_unit:.{SIGNIFICANT - 1}f}", next_name
        return _rounded(scaled, places), name
    return _rounded(size, 0), ""


def _places(number: Decimal, significant: int) -> int:
    """How many decimals leave this many significant digits; none for a number that already has more before the point.

    Rounding may carry: 99.996 to four digits is 100.0, with one decimal and not two.
    """
    if not number:
        return 0
    places = max(0, significant - 1 - max(number.adjusted(), 0))
    carried = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_EVEN)
    return max(0, significant - 1 - max(carried.adjusted(), 0))


def _rounded(number: Decimal, places: int) -> str:
    text = f"{number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_EVEN):,}"
    if places and Decimal(text.replace(",", "")) == number:
        text = text.rstrip("0").rstrip(".")
    return text
