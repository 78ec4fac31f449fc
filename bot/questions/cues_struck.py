"""Cues that only seem to stand in a sentence: last year is no duration, and 有没有 lacks nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.questions.words import Hit

_NOT_MEANT: Mapping[str, re.Pattern[str]] = {
    "HOW_LONG": re.compile(
        r"last (?:year|month|week|quarter|night|time|close|print|round|session|friday|monday|tuesday|wednesday"
        r"|thursday"
        r"|day|days|raise|price|known|summer|winter|autumn|spring|january|february|march|april|may|june|july|august"
        r"|september|october|november|december|few|couple|two|three|six|\d)|(?<=at )last|stretch(?:ed|es|"
        r"ing)?(?= (?:the|it|a))|stretched(?= (?:is|are|was|were|does|looks?)(?!\w))"
    ),
    "RATIO": re.compile(
        r"over the (?=(?:past|last|next|rounds?|years?|months?|weeks?|days?|period|summer|winter|spring|autumn"
        r"|quarters?|course|same|long|first|whole|coming|funding|time|half)(?!\w))"
    ),
    "GAP": re.compile(r"差(?<=[最更较]差)|差(?=(?:劲|生|评))"),
    "MIRROR": re.compile(r"(?<=cash and )equivalents?|(?<=cash & )equivalents?"),
    "COMPUTE": re.compile(r"(?<=for )compute|(?<=on )compute|compute (?:costs?|bills?|spend)"),
    "TREND": re.compile(r"far(?!\w)"),
    "LEAD": re.compile(r"第一(?=[次回家季年天个])"),
    "LOWEST": re.compile(r"(?<=at )least"),
    "HIGHEST": re.compile(r"(?<=at )most"),
    "HOLDERS": re.compile(
        r"(?:which (?:\w+ ){0,2}?)?(?:names |stocks |shares |ones )?are (?:up|down|off|above|below|over|under|worth"
        r"|trading"
        r"|higher|lower|cheaper|dearer)(?!\w)"
    ),
    "NEED": re.compile(r"(?<=did )(?:it )?take|(?<=has )taken"),
    "LACK": re.compile(r"(?<=有)没有"),
    "NEGATION": re.compile(r"(?<=有)没有"),
    "IF": re.compile(r"(?:was|is|are|been) (?:worth|valued|priced)(?! (?:at|the same|like))"),
}
"""By cue, what stands at the place of a hit that is not one."""


def strike(small: str, cues: dict[str, tuple[Hit, ...]]) -> None:
    """Takes out of the cues of a sentence those that its other words show not to be meant."""
    for cue, pattern in _NOT_MEANT.items():
        if cue not in cues:
            continue
        kept = tuple(h for h in cues[cue] if not pattern.match(small, h.start))
        if kept:
            cues[cue] = kept
        else:
            del cues[cue]
