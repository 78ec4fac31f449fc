"""Whom a plan is about, in the order that its operation needs, with those that go without saying."""

from __future__ import annotations

import re

from bot.questions.groups import COUNTERPART, COUNTERPART_ABROAD, FOUR, TWO
from bot.questions.holders_named import held_by_named, holder_companies
from bot.questions.joined_measures import FOR_EACH
from bot.questions.per_head import counted_company
from bot.questions.sentence import Sentence


def companies_of(s: Sentence, operation: str, companies: tuple[str, ...]) -> tuple[str, ...]:
    """Returns the companies in the order that an operation needs, with those that go without saying."""
    if operation == "mirror":
        return _mirrored(s, companies)
    if operation in ("unlocks", "overhang") and (outside := holder_companies(s)):
        return tuple(c for c in companies if c in TWO and c not in outside) or TWO
    if operation in ("unlocks", "overhang") and not companies and (held := held_by_named(s)):
        return held
    if operation in ("unlocks", "overhang") and not companies:
        return () if s.has("EVERYTHING") and not s.subjects.group else TWO
    if operation == "reversals" and len(companies) == 1 and companies[0] in COUNTERPART:
        return (*companies, COUNTERPART[companies[0]])
    if operation == "ratio" and len(companies) == 2 and _is_turned(s):
        return (companies[1], companies[0])
    return companies


def _mirrored(s: Sentence, companies: tuple[str, ...]) -> tuple[str, ...]:
    if not companies or (len(companies) >= 3 and set(companies) <= set(FOUR)):
        return FOUR
    if len(companies) == 2 and set(companies) == {"zhipu", "minimax"}:
        return FOUR
    if s.subjects.group in ("hong_kong", "listed") and not s.companies:
        return FOUR
    if len(companies) == 1 and companies[0] in COUNTERPART_ABROAD:
        one, other = companies[0], COUNTERPART_ABROAD[companies[0]]
        return (one, other) if one in ("zhipu", "minimax") else (other, one)
    return companies


_GOES_INTO = re.compile(r"(?<!\w)(?:go|goes|fit|fits|gone|slot|slots) (?:in|into|inside)(?!\w)")


_HELD_AGAINST = re.compile(r"(?<!\w)(?:relative to|compared (?:to|with)|versus|vs|against|next to)(?!\w)|相对|相比")
"""Each unit is one of a measure, and the two companies are held against each other in the order they are named."""


def _is_turned(s: Sentence) -> bool:
    """Decides whether the second company named is the one divided: how many of A fit into B, what part of A is B."""
    if len(s.subjects.named) < 2:
        return False
    small = s.text.lower()
    first, second = s.subjects.named[0], s.subjects.named[-1]
    before, between = small[: first.start], small[first.end : second.start]
    if counted_company(s) == 0:
        return True
    each = FOR_EACH.search(small)
    if each is not None and each.start() < second.start and not _HELD_AGAINST.search(between):
        return True
    part = any(
        w in before
        for w in (
            "multiple of",
            "fraction of",
            "share of",
            "percentage of",
            "percent of",
            "% of",
            "proportion of",
            "portion of",
        )
    )
    if part and (" is " in f" {between} " or " does " in f" {between} " or "would " in between):
        return True
    if counted_company(s) is None and s.has("FIT", "TIMES") and _GOES_INTO.search(between):
        return True
    smaller = any(w in small for w in ("smaller than", "times smaller"))
    return smaller
