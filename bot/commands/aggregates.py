"""Reading whether one number of several companies is asked for: their total, average or median."""

from __future__ import annotations

import re

from bot.call import Ask
from bot.commands.reading import text_of
from bot.schema import Option

OPTION = Option("together", "choice", "option-together", choices=("total", "average", "median"))

_WORDS = (
    (
        "sum",
        re.compile(r"(?<!\w)(?:total|sum|combined|together|in all|aggregate)(?!\w)|合计|总和|加起来|加总|总计", re.I),
    ),
    ("mean", re.compile(r"(?<!\w)(?:average|mean|avg)(?!\w)|平均数?值?|均值", re.I)),
    ("median", re.compile(r"(?<!\w)median(?!\w)|中位数|中位", re.I)),
)


def take_aggregate(ask: Ask) -> tuple[Ask, str]:
    """Returns the words without the one that asks for a total, average or median, and which it is; empty for none."""
    text = text_of(ask)
    for kind, pattern in _WORDS:
        if match := pattern.search(text):
            return Ask(ask.command, f"{text[: match.start()]} {text[match.end() :]}"), kind
    return Ask(ask.command, text), ""
