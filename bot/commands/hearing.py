"""Answering a sentence as it was understood: its plan, a question back with figures, or a refusal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from bot.answer import Answer
from bot.answers.fitting import parts
from bot.answers.understood import asked_back, declined, noted, together
from bot.errors import Outcome, ProblemError
from bot.facts.book import FactBook
from bot.facts.quoting import CLOSE, numbers_quoted
from bot.plan import Plan
from bot.ports import Vocabulary
from bot.questions.amounts import Amount
from bot.questions.outcomes import Declined, Unclear, Understood

AnswerOf = Callable[[Plan], Answer]
"""Answers one plan; raises ProblemError where it cannot be answered."""

IDENTIFYING = (
    "market_value",
    "run_rate_revenue",
    "revenue",
    "users",
    "net_loss",
    "gross_proceeds",
    "unlock_value",
    "unlock_ratio",
    "countries",
    "employees",
    "gross_margin",
    "overseas_share",
    "enterprise_share",
    "revenue_growth",
    "cash",
    "rd_expense",
    "customers",
    "paying_users",
)
"""Measures whose figures people quote bare, the likelier first."""


def spoken(
    heard: Understood | Unclear | Declined, words: Vocabulary, answer_of: AnswerOf
) -> tuple[Answer, Outcome, Plan | None]:
    """Returns the answer to a sentence, how it went, and the plan to be remembered, if there is one."""
    if isinstance(heard, Unclear):
        return asked_back(heard.reason, heard.words, list(_computed(heard.choices, answer_of)), words), "clarify", None
    if isinstance(heard, Declined):
        return declined(heard.reason, list(_computed(heard.nearest, answer_of)), words), "refused", None
    answers = [answer_of(plan) for plan in parts(heard.plan)]
    answer = noted(
        together(answers), leaned=heard.leaned, mended=heard.mended, assumed=heard.assumed, plan=heard.plan, words=words
    )
    return answer, "answered", heard.plan


def _computed(plans: Sequence[Plan], answer_of: AnswerOf) -> Iterator[tuple[Plan, Answer]]:
    """Yields the plans that can be answered, with their answers; one without a figure only where none has any."""
    answered = []
    for plan in plans:
        try:
            answered.append((plan, answer_of(plan)))
        except ProblemError:
            continue
    known = [(plan, answer) for plan, answer in answered if answer.headline.key != "lookup-unknown"]
    yield from known or answered[:1]


def figures_like(amount: Amount, book: FactBook) -> list[tuple[str, str]]:
    """Returns whose figures, of which measure, an amount quotes, the nearest first."""
    found: dict[tuple[str, str], Decimal] = {}
    for subject, claims in book.claims.items():
        for claim in claims:
            for number in numbers_quoted(claim.value, amount.currency):
                apart = abs(number - amount.value) / abs(number)
                if apart <= CLOSE:
                    found[subject] = min(found.get(subject, Decimal(1)), apart)
    ranks = {measure: place for place, measure in enumerate(IDENTIFYING)}
    return sorted(found, key=lambda s: (found[s], ranks.get(s[1], len(ranks)), s))
