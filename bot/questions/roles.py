"""Naming one company by another's part: the local OpenAI, China's answer to Anthropic, 港版OpenAI, 东方的Claude."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NEAR = 32
"""How far before a name the words that cast it in a part are looked for."""
_PLACES = (
    r"china|the mainland|hong kong|hk|asia|the east|america|the us|the states|the west|silicon valley|this side|beijing"
)
_ORIGINS = (
    r"chinese|mainland|hong kong|asian|eastern|american|us|western|local|domestic|home-?grown|mini|little|baby|"
    r"next|would-be|discount|budget|poor man's|so-called|own"
)
_CAST = re.compile(
    rf"(?<!\w)(?:(?:{_PLACES})'?s?'? (?:own |very own |version of |answer to |take on |equivalent of )(?:the )?"
    rf"|(?:the|a|an|our|their|some sort of|kind of) (?:{_ORIGINS})(?: version of)? ?|(?:{_PLACES})'s (?:the )?"
    rf"|(?:{_ORIGINS}) (?:version|edition|copy|cousin|twin) of (?:the )?|(?:another|a second) )$"
    r"|(?:中国|国内|国产|本土|港股|香港|东方|亚洲|美国|西方|海外|硅谷)(?:的|版的?|里的|这边的|那边的)?(?:小|下一个)?$"
    r"|(?:港版|小号|下一个|另一个|平价版|山寨)(?:的)?$"
)


def is_cast(small: str, starts: Iterable[int]) -> bool:
    """Decides whether any of the names that start at these places is said to be played by somebody else."""
    return any(_CAST.search(small[max(0, start - _NEAR) : start]) for start in starts)
