"""Leaving out measures that only say what another is of, what a figure takes in, or how it is reckoned."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.questions.subjects import Mention
from bot.questions.words import Hit

_SHARES = frozenset({"enterprise_share", "overseas_share"})
_TAKINGS = frozenset({"revenue", "run_rate_revenue"})
_PART_OF = re.compile(
    r"(?<!\w)(?:slices?|chunks?|portions?|proportions?|fractions?|parts?|weights?|shares?|percent(?:age)?s?"
    r"|(?:percentage )?points?|most|much|half|bulk|%)(?: \w+){0,2} of (?:[\w'’.-]+ ){0,3}$"
)
_RECKONED = re.compile(
    r"^(?:so |and |but |wait |ok )*(?:does|do|is|are|was|were|should)(?!\w)(?P<asked>[^,;?]{2,60}?)"
    r"(?<!\w)(?:includ\w+|exclud\w+|contain\w*|count(?:s|ed)? (?:as|in)|cover(?:s|ed)?|measured|reckoned|computed"
    r"|calculated|taken from|net of|before or after|gross or net)(?!\w)"
)
_RECKONED_HAN = re.compile(
    r"^(?P<asked>[^,，;；?？]{1,16}?)(?:里|中)?(?:包不包括|包括|包含|含不含|算不算|是否含|是按|扣没扣)"
)
_QUOTED = re.compile(r"(?<!\w)['‘\"“](?P<said>[^'’\"”]{2,40})['’\"”](?!\w)|[「『“](?P<han>[^」』”]{1,20})[」』”]")
_LEVEL = re.compile(r"clos|high|low|收盘|高|低")


def narrowed(small: str, said: tuple[Mention, ...], cues: Mapping[str, tuple[Hit, ...]]) -> tuple[Mention, ...]:
    """Returns the measures asked about, without those that only describe them; those said where one stands alone."""
    if len({m.key for m in said}) < 2:
        return said
    said = _share_alone(small, said)
    said = _dated_by_listing(small, said, cues)
    said = _drawn_from(small, said)
    return _termed(small, said, cues)


def _share_alone(small: str, said: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The overseas slice of sales is the overseas share; the sales it is a slice of are not asked beside it."""
    if not _SHARES & {m.key for m in said}:
        return said
    return tuple(m for m in said if m.key not in _TAKINGS or not _PART_OF.search(small[: m.start]))


_FROM_THEN = re.compile(
    r"(?<!\w)(?:after|following|before|since|post|until|till|ahead of|prior to|left from)[ -](?:the |its |their )?$"
)


def _dated_by_listing(
    small: str, said: tuple[Mention, ...], cues: Mapping[str, tuple[Hit, ...]]
) -> tuple[Mention, ...]:
    """After the listing is a time, not a day asked for beside another measure."""
    if "WHEN" in cues:
        return said
    return tuple(m for m in said if m.key != "listing_date" or not _FROM_THEN.search(small[: m.start])) or said


def _drawn_from(small: str, said: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """A drawdown has a close or a high it is measured from; that is no price asked beside it."""
    if not any(m.key == "drawdown" for m in said):
        return said
    return tuple(m for m in said if m.key != "share_price" or not _LEVEL.search(small[m.start : m.end]))


def _termed(small: str, said: tuple[Mention, ...], cues: Mapping[str, tuple[Hit, ...]]) -> tuple[Mention, ...]:
    """Does A include B, is A measured from B, and a measure in quotation marks, ask about A."""
    reckoned = _RECKONED.search(small) or _RECKONED_HAN.search(small)
    if reckoned is not None:
        return tuple(m for m in said if m.end <= reckoned.end("asked")) or said
    if "SAID" in cues:
        return said
    quoted = [m.span("said") if m["said"] else m.span("han") for m in _QUOTED.finditer(small)]
    return tuple(m for m in said if any(start <= m.start and m.end <= end for start, end in quoted)) or said
