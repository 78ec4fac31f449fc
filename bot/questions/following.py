"""Leaning on the last question: what a short follow-up changes, and what it takes over."""

from __future__ import annotations

import re
from typing import Any

from bot.plan import Direction, Plan
from bot.questions.changes import number
from bot.questions.conditions import LESS_IS_MORE
from bot.questions.groups import COUNTERPART, FOUR
from bot.questions.sentence import Sentence

_SHORT = 7
_ENDS_ASKING = ("呢", "呢?", "呢？")
_ASKS_ALSO = re.compile(r"^.{1,12}?呢[,，?？。 ]")
"""A name with 呢 behind it carries the question over to it, whatever follows: 智谱呢，也这么大吗."""
_SETS = ("compare", "rank")
_STARTS = (
    "add ",
    "include ",
    "plus ",
    "with ",
    "加上",
    "再加",
    "加",
    "and ",
    "what about",
    "how about",
    "same",
    "also ",
    "then ",
    "now ",
    "ok ",
    "okay ",
    "but ",
    "那",
    "换成",
    "再",
    "同样",
    "还有",
    "改",
    "in ",
    "on ",
    "by ",
    "用",
    "按",
    "以",
)


_HELD_AGAINST = re.compile(r"(?:跟|和|与|同|比起?|对比|相比)[^,，。?？]{1,12}(?:相?比|对比|比起来|放一起)")
"""Somebody is held against whom the last question was about: 跟智谱比呢."""


def leans(s: Sentence, last: Plan | None) -> bool:
    """Decides whether a sentence cannot stand alone and there is a question before it."""
    if last is None:
        return False
    small = s.text.strip().lower()
    starts = small.startswith(_STARTS) or small.endswith(_ENDS_ASKING) or _ASKS_ALSO.search(small) is not None
    if s.has("CORRECTION", "OTHER", "OTHER_PAIR") or (s.subjects.excluded and not s.companies and not s.subjects.group):
        return True
    named = bool(s.companies) or bool(s.subjects.group)
    if named and s.measures and not starts:
        return False
    if s.has("EVERYTHING") and s.measures and not starts:
        return False
    if named and not s.measures and s.size <= 2 and not s.amounts:
        return True
    if starts and s.size <= _SHORT + 3:
        return True
    return not named and s.size <= 2 * _SHORT


def other_companies(s: Sentence, last: Plan) -> tuple[str, ...] | None:
    """Returns whom `the other one` or `the other pair` means after a question, None where neither is said."""
    if s.has("OTHER_PAIR"):
        others = tuple(c for c in FOUR if c not in last.companies)
        return others if len(others) == 2 else None
    if s.has("OTHER"):
        if len(last.companies) == 1 and last.companies[0] in COUNTERPART:
            return (COUNTERPART[last.companies[0]],)
        others = tuple(c for c in FOUR if c not in last.companies)
        return others if len(others) == 2 and len(last.companies) == 2 else None
    return None


def joined(s: Sentence, companies: tuple[str, ...], last: Plan) -> tuple[str, ...]:
    """Returns the companies of a follow-up that names some, beside or instead of those before."""
    if s.has("CORRECTION") and len(companies) == 1 and len(last.companies) == 2:
        kept = [c for c in last.companies if c not in companies]
        return (kept[0], *companies) if len(kept) == 2 else last.companies
    if len(companies) == 1 and _HELD_AGAINST.search(s.text) and companies[0] not in last.companies:
        return (*last.companies[:1], *companies)
    if len(companies) != 1 or len(last.companies) < 2:
        return companies
    if last.operation in _SETS or s.text.strip().lower().startswith(("add", "include", "plus", "加", "再加")):
        return tuple(dict.fromkeys((*last.companies, *companies)))
    if last.operation in ("ratio", "difference", "reversals") and companies[0] not in last.companies:
        return (last.companies[0], companies[0])
    return companies


def changed(s: Sentence, last: Plan, companies: tuple[str, ...], measures: tuple[str, ...]) -> Plan:
    """Returns the last question with what a follow-up without its own operation says put in."""
    plan = last
    if s.subjects.excluded and not companies:
        kept = tuple(c for c in last.companies if c not in s.subjects.excluded)
        plan = plan.with_changes(companies=kept) if len(kept) < len(last.companies) and kept else plan
    if companies:
        plan = plan.with_changes(companies=joined(s, companies, last))
    if measures:
        if last.operation == "explain" and s.has("DIFFERENT", "VERSUS"):
            measures = tuple(dict.fromkeys((*last.measures, *measures)))
        plan = plan.with_changes(measures=measures, direction=_kept_direction(last, measures))
    if s.when is not None:
        plan = plan.with_changes(when=s.when)
    if s.currency:
        plan = plan.with_changes(currency=s.currency)
    return plan.with_changes(params=tuple(sorted(_params(s, last).items())))


def _kept_direction(last: Plan, measures: tuple[str, ...]) -> Direction | None:
    """An order keeps its direction; who is ahead does too, unless less of the new measure is more."""
    if last.operation == "compare" and set(measures) & LESS_IS_MORE:
        return None
    return last.direction if last.operation in _SETS else None


def _params(s: Sentence, last: Plan) -> dict[str, Any]:
    params = dict(last.params)
    if s.subjects.excluded and last.operation == "rank":
        params["exclude"] = [*params.get("exclude", ()), *s.subjects.excluded]
    percent = s.amount("percent")
    if last.operation == "what_if" and percent is not None:
        for key in ("sell_fraction", "price_change", "revenue_change", "run_rate_revenue_change", "volume_change"):
            if key in params and isinstance(params[key], int | float):
                minus = (params[key] < 0 and not s.has("RISE")) or s.has("FALL")
                params[key] = number(-abs(percent.value) if minus and key != "sell_fraction" else percent.value)
    return params
