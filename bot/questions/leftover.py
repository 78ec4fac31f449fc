"""What a Chinese sentence says beyond all that is known: characters that no name, measure, time or cue covers."""

from __future__ import annotations

import re
from collections.abc import Iterable

_OF_EVERY_SENTENCE = frozenset(
    "的了吗呢是有在多少钱几什么怎样个家只这那哪谁都和与跟及或还也就才吧啊呀嘛哦呗么到底大概约差不现目前最近新今去年月日天周号"
    "一二三四五六七八九十两百千万亿元块美港人民币请我你您他她它们俩想看查给说问下看来去会能可要用把被让比跟对从向于以为"
    "上中里内外前后时候间总共只单就很太好挺真又再已经将被按照等数值据字公司股票只支具体情况如何啥咋呗地得着过起个点儿些"
    "此该其某每各另别同样更加最高低大小长短快慢贵便宜强弱重轻"
)
_RUN = re.compile(r"[\u3400-\u9fff]+")
_LEAST = 2
"""One character alone may be part of a word that is known; two that nothing covers are a word."""


def unknown_words(small: str, covered: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    """Returns the stretches of two and more Chinese characters that nothing covers and that carry a meaning."""
    text = list(small)
    for start, end in covered:
        text[start:end] = " " * (end - start)
    bare = "".join(" " if c in _OF_EVERY_SENTENCE else c for c in text)
    return tuple(m.group() for m in _RUN.finditer(bare) if len(m.group()) >= _LEAST)
