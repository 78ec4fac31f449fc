"""A sentence that stands alone: what it asks for, with what is left unsaid filled in, asked back or declined."""

from __future__ import annotations

import re

from bot.plan import Operation, Plan
from bot.questions import asking_back, limits, measured, operations
from bot.questions.groups import TWO
from bot.questions.outcomes import Declined, Outcome, Understood
from bot.questions.planning import not_applicable, planned
from bot.questions.sentence import Sentence

_MANY_UNKNOWN = 4
"""So many words that nothing knows make another subject, not another measure."""

_ABOUT_SEVERAL = ("rank", "compare", "difference", "history", "ratio")

_BARE_WORTH = re.compile(
    r"\W*(?:(?:the|which|what|who|is|are|so|one|ones|company|lab|name|stock|of|them|all|s|does|doing|it|do|ok)\W+)*"
    r"(?:best|better|good|worse|worst|winner)\W*(?:(?:company|lab|name|stock|one|of|them|all|now)\W*)*"
    r"|\W*(?:哪个|哪家|哪只|谁|哪一家)(?:公司|股票)?(?:是|更|最|比较)?(?:好|强|棒|牛|行)(?:一?点|些)?(?:呢|啊|呀)?\W*"
)
"""Best at what, is not said: it is asked back, never answered with the biggest."""

_SIZES = (
    "big",
    "large",
    "small",
    "cheap",
    "expensive",
    "dear",
    "fast",
    "valuable",
    "ahead",
    "top",
    "rank",
    "最大",
    "最小",
    "最贵",
    "最便宜",
    "最快",
    "排",
)


def stood_alone(
    s: Sentence,
    companies: tuple[str, ...],
    everything: bool,
    unlisted: frozenset[str],
    operation: Operation | None = None,
) -> Outcome:
    """Returns what a sentence asks that leans on nothing before it, read as an operation where one is given."""
    if not companies and not everything and operations.is_of_the_twins(s):
        companies = TWO
    operation = operation or operations.operation_of(s, companies, everything)
    if operation is None or (operation == "lookup" and not companies):
        return asking_back.unplaced(s, companies)
    if operation in _ABOUT_SEVERAL and not companies and not everything and not _is_about_all(s, operation):
        return asking_back.unplaced(s, companies)
    measures, named = measured.measures_of(s, operation, companies)
    if operations.asks_why(s, companies):
        measures, named = ("market_value" if set(companies) & unlisted else "share_price",), True
    if operation == "rank" and not named and not companies:
        if _BARE_WORTH.fullmatch(s.text.lower()):
            return asking_back.unplaced(s, companies)
        sized = s.amount("money") is not None or any(w in s.text.lower() for w in _SIZES)
        if s.rest and not s.has("COMP_HIGH") and not sized:
            reason = "unknown_metric" if len(s.rest) < _MANY_UNKNOWN else "off_topic"
            return Declined(reason, limits.nearest(s, unlisted))
    plan = planned(s, operation, companies, measures, unlisted)
    if (declined := not_applicable(plan, unlisted)) is not None:
        return declined
    if operation == "lookup" and not named and _asks_for_something_else(s):
        return Declined("unknown_metric", limits.nearest(s, unlisted), companies)
    return Understood(plan, assumed=_assumed(s, plan, measures, named))


def _is_about_all(s: Sentence, operation: Operation) -> bool:
    """Whether an operation on nobody in particular makes sense of its own: an order or a spread of all."""
    if operation == "compare":
        return s.has("LACK") or set(s.measure_keys) == {"listing_date"}
    if operation == "rank":
        return True
    return operation == "difference" and s.has("HIGHEST") and s.has("LOWEST")


def _asks_for_something_else(s: Sentence) -> bool:
    """Whether the words of a look-up name no measure but something else that is counted."""
    if s.measures or s.currency:
        return False
    if s.left and not s.has("MOVE", "RISE", "FALL", "WHY", "TREND"):
        return True
    return bool(s.rest) and (s.when is None or s.has("HOW_MUCH"))


def _assumed(s: Sentence, plan: Plan, measures: tuple[str, ...], named: bool) -> tuple[str, ...]:
    """What was filled in to get a plan, which its read-as line says."""
    share = ("share",) if measured.is_share_for_money(s, measures) else ()
    guessed = () if named else ("measure",)
    nobody = not s.companies and not s.subjects.group and bool(plan.companies) and plan.operation != "mirror"
    return (*share, *guessed, *(("companies",) if nobody else ()))
