"""Measures for each user, customer or person at work, and which of two companies is counted in the other."""

from __future__ import annotations

from bot.questions.sentence import Sentence

_NEAR = 24
"""How far before a name its surroundings are looked at."""

HEADS = frozenset({"users", "employees", "customers", "paying_users", "countries"})
"""What another measure may be divided by within one company."""


def is_per_user(s: Sentence) -> bool:
    """Decides whether one measure is asked for each user or customer."""
    small = s.text.lower()
    return (
        any(
            w in small
            for w in (
                "per user",
                "per head",
                " a head ",
                "每用户",
                "单用户",
                "每个用户",
                "人均付费",
                "每位用户",
                "per customer",
            )
        )
        and len(s.measure_keys) >= 1
    )


def is_per_head(s: Sentence) -> bool:
    """Decides whether one measure is asked for each person who works there: 人均创收, output per employee."""
    small = s.text.lower()
    return any(
        w in small
        for w in (
            "人均创收",
            "人均营收",
            "人均收入",
            "人均产出",
            "人效",
            "per employee",
            "每名员工",
            "一个员工",
            "每个员工",
            "一名员工",
            "单个员工",
            "每位员工",
            "per head of staff",
        )
    )


def counted_company(s: Sentence) -> int | None:
    """Returns which of the companies named is counted, as in how many of it; None where none is."""
    small = s.text.lower()
    for place, mention in enumerate(s.subjects.named):
        before = small[max(0, mention.start - _NEAR) : mention.start].rstrip()
        if before.endswith(("how many", "多少个", "几个", "how many of", "多少家", "几家")):
            return place
    return None
