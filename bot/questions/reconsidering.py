"""When the grammar's reading may give way to one that labelled questions make likelier, and what that must hold."""

from __future__ import annotations

from typing import Final, cast, get_args

from bot.plan import Operation, Plan
from bot.questions.outcomes import Declined, Outcome, Unclear, Understood
from bot.questions.sentence import Sentence

_SETTLED_REFUSALS: Final = frozenset(
    {"advice", "forecast", "injection", "secret", "private", "write_action", "impossible_date"}
)
"""What is declined for what it asks, not for want of understanding, stays declined.

So does what is declined by a word for it with no measure beside: patents are no figure that is kept, however asked.
"""

_SETTLED_QUESTIONS: Final = frozenset({"ambiguous_company", "unknown_company"})
"""Whom a name means is asked back whatever is wanted of them."""

_LEAST_WORDS: Final = 2
"""One word alone, after nothing, is no wording."""

_OF_SEVERAL: Final = frozenset({"compare", "difference", "reversals"})


def kind_of(outcome: Outcome) -> str:
    """Returns what kind of question an outcome takes a sentence for: its operation, `clarify` or `refuse`."""
    match outcome:
        case Understood():
            return outcome.plan.operation
        case Unclear():
            return "clarify"
        case Declined():
            return "refuse"


def is_settled(outcome: Outcome, s: Sentence, last: Plan | None) -> bool:
    """Decides whether an outcome stands however likely another reading is."""
    match outcome:
        case Understood():
            # A follow-up that only changes a part of the question before it has no wording of its own to weigh.
            # A figure that is quoted is whose claim it is, and a median is one, whatever stands around them; nor may a
            # change that somebody supposes be left out of the answer.
            params = dict(outcome.plan.params)
            # A figure that one company is given of another's is supposed, however the rest is worded.
            lent = outcome.plan.operation == "what_if" and s.has("TRADE_AT") and _is_lent(params.get("set"))
            said = lent or "aggregate" in params or (outcome.plan.operation == "sources" and "amount" in params)
            said = said or (outcome.plan.operation == "what_if" and (s.has("IF") or "solve_for" in params))
            return said or (outcome.leaned and last is not None and outcome.plan.operation == last.operation)
        case Unclear():
            known = s.cues or s.companies or s.measures
            return outcome.reason in _SETTLED_QUESTIONS or not known or len(s.words) < _LEAST_WORDS
        case Declined():
            alone = outcome.reason in s.limits and not s.measures and not s.has("UNLOCK", "HOLDERS")
            return outcome.reason in _SETTLED_REFUSALS or alone


def _is_lent(given: object) -> bool:
    """Decides whether what is supposed is taken from somebody: MiniMax at the multiple of Zhipu."""
    if not isinstance(given, dict):
        return False
    return any(isinstance(value, str) for each in given.values() if isinstance(each, dict) for value in each.values())


def as_operation(kind: str) -> Operation:
    """Returns a kind of question as the operation it is; raises ValueError for any other word."""
    if kind not in get_args(Operation):
        raise ValueError(kind)
    return cast(Operation, kind)


def holds_together(plan: Plan, everything: bool) -> bool:
    """Decides whether a plan has what its operation needs: nothing is compared with nobody."""
    if plan.operation in _OF_SEVERAL:
        return everything or len(plan.companies) > 1 or len(plan.measures) > 1
    if plan.operation == "ratio":
        return len(plan.companies) > 1 or len(plan.measures) > 1 or plan.measures[:1] in _MULTIPLES
    return bool(plan.operation not in ("lookup", "history") or plan.companies)


_MULTIPLES: Final = (("price_to_sales",), ("price_to_arr",))


def weighed_reason(s: Sentence) -> str:
    """Returns why a sentence is declined that only its wording makes unlike what can be answered."""
    return "unknown_metric" if s.companies or s.subjects.group or s.measures else "off_topic"
