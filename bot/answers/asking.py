"""Writing a plan back as the command a person could type, so that every choice under an answer is one."""

from __future__ import annotations

from bot.analysis.moments import MONTHS
from bot.call import Ask
from bot.plan import Between, Plan

_COMMANDS = {"lookup": "value"}


def ask_again(plan: Plan) -> Ask:
    """Returns the command that asks a plan; reading it gives the same plan again."""
    words = [*plan.companies, *plan.measures]
    match plan.when:
        case None:
            pass
        case Between(start=start, end=end):
            words.append(f"from {start} to {end}")
        case when if when[:1].isdigit():
            words.append(f"on {when}")
        case when if when in MONTHS:
            words.append(f"in {when}")
        case when:
            words.append(when.replace("_", " "))
    if plan.known_at:
        words.append(f"known at {plan.known_at.iso}")
    if plan.currency:
        words.append(f"in {plan.currency}")
    return Ask(_COMMANDS.get(plan.operation, plan.operation), " ".join(words))
