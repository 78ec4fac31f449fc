"""Reading the inputs of a formula that a person types: density=3.2, throughput = 1.5tn, 智能密度=3.2."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from bot.facts.concepts import Factor
from bot.text import cleaned, folded

_NUMBER = (
    r"\s*(?:=|:|是|为)\s*(?P<number>[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:e[+-]?\d{1,2})?)"
    r"\s*(?P<scale>trillion|billion|million|tn|bn|mn|k|m|万亿|亿|万)?(?![a-z0-9.])"
)
_SCALES = {
    "k": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9, "tn": 12, "trillion": 12,
    "万": 4, "亿": 8, "万亿": 12,
}  # fmt: skip
LARGEST = Decimal(10) ** 30
"""Beyond this no index and no count of tokens lies; a longer number is a slip."""


def take_inputs(text: str, factors: Iterable[Factor]) -> tuple[str, dict[str, Decimal]]:
    """Returns a cleaned text without the inputs it names, and their values by the key of their factor.

    A value of zero, below zero or beyond LARGEST is left in the text, for it is no input.
    """
    found: dict[str, Decimal] = {}
    phrases = sorted(
        {(folded(cleaned(alias)), factor.key) for factor in factors for alias in factor.aliases},
        key=lambda p: (-len(p[0]), p),
    )
    for phrase, key in phrases:
        match = re.search(rf"(?<![a-z0-9]){re.escape(phrase)}{_NUMBER}", folded(text))
        if match is None or key in found:
            continue
        value = Decimal(match["number"].replace(",", "")).scaleb(_SCALES.get(match["scale"] or "", 0))
        if 0 < value <= LARGEST:
            found[key] = value
            text = f"{text[: match.start()]} {text[match.end() :]}".strip()
    return text, found
