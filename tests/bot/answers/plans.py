"""Plans drawn at random over everything that is shipped, as commands and questions could make them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from bot.days import Day
from bot.plan import Between, Direction, Operation, Plan, When
from bot.ports import Vocabulary

PAIRED: tuple[Operation, ...] = ("ratio", "difference", "reversals")
OPERATIONS: tuple[Operation, ...] = (
    "lookup", "compare", "rank", "ratio", "difference", "history", "reversals", "sources", "coverage",
    "mirror", "claims", "overhang", "what_if", "study",
)  # fmt: skip
FOLLOWED = ("zhipu", "minimax", "anthropic", "openai")
TELLING = ("market_value", "price_to_arr", "run_rate_revenue", "revenue", "users", "overseas_share", "share_price")
CURRENCIES = ("USD", "HKD", "CNY", "EUR", "SEK")

SUPPOSED: tuple[tuple[tuple[str, Any], ...], ...] = (
    (("price_change", -0.3),),
    (("on", ["zhipu"]), ("price_change", 1.0)),
    (("run_rate_revenue_change", 0.5),),
    (("sell_fraction", 0.2),),
    (("fx", {"USDHKD": 8.0}),),
    (("on", ["openai"]), ("solve_for", "price_change"), ("until", "equal")),
    (("extend", {"holders": ["founder"], "months": 12}),),
    (("waive", {"holders": ["controlling", "pathfinder_sii"]}),),
)

days = st.integers(0, 900).map(lambda n: Day.of("2024-05-01").plus(n))
"""From before any listing to after the last price."""


@st.composite
def stretches(draw: st.DrawFn) -> Between:
    first, last = sorted((draw(days), draw(days)))
    return Between(first.iso, last.iso)


TOKENS = ("today", "yesterday", "previous_session", "first_day", "since_listing", "ytd", "july", "end_of_june")
whens: st.SearchStrategy[When] = st.one_of(
    st.none(),
    days.map(lambda d: d.iso),
    st.just("2026-06-24"),
    stretches(),
    days.map(lambda d: Between(d.iso, "today")),
    days.map(lambda d: Between("listing", d.iso)),
    st.sampled_from(TOKENS),
)


@st.composite
def plans(draw: st.DrawFn, vocabulary: Vocabulary, operations: Sequence[Operation] = OPERATIONS) -> Plan:
    """Draws a plan: often of the companies and measures that people ask for, sometimes of any."""
    operation = draw(st.sampled_from(operations))
    company = st.one_of(st.sampled_from(FOLLOWED), st.sampled_from(sorted(vocabulary.companies)))
    measure = st.one_of(st.sampled_from(TELLING), st.sampled_from(sorted(vocabulary.measures)))
    fewest, most = {
        "lookup": (1, 1), "sources": (1, 1), "coverage": (0, 1), "history": (1, 2), "compare": (2, 6), "rank": (0, 8),
        "mirror": (4, 4), "claims": (0, 2),
        "overhang": (0, 3), "what_if": (0, 3), "study": (0, 1),
    }.get(operation, (2, 2))  # fmt: skip
    companies = draw(st.lists(company, min_size=fewest, max_size=most, unique=True))
    least = 0 if operation in ("compare", "coverage", "claims", "overhang", "what_if", "study") else 1
    several = {"lookup": 3, "compare": 3, "coverage": 0, "claims": 0, "study": 0}.get(operation, 1)
    measures = draw(st.lists(measure, min_size=least, max_size=several, unique=True))
    directions: tuple[Direction | None, ...] = ("highest", "lowest", None)
    direction = draw(st.sampled_from(directions)) if operation == "rank" else None
    return Plan(
        operation,
        tuple(companies),
        tuple(measures),
        draw(st.none() | days.map(lambda d: d.iso)) if operation == "study" else draw(whens),
        draw(st.one_of(st.none(), days)),
        draw(st.one_of(st.none(), st.sampled_from(CURRENCIES))),
        direction,
        draw(_params(operation)),
    )


@st.composite
def _params(draw: st.DrawFn, operation: Operation) -> tuple[tuple[str, Any], ...]:
    if operation == "rank":
        return draw(st.sampled_from(((), (("n", 1),), (("n", 3),))))
    if operation == "what_if":
        return draw(st.sampled_from(SUPPOSED))
    if operation == "study":
        return draw(st.sampled_from(((), (("method", "raw"),), (("method", "market"),), (("method", "peer"),))))
    if operation == "reversals":
        return draw(st.sampled_from(((), (("held", 2),), (("band", "0.05"),), (("band", "0.1"), ("held", 3)))))
    if operation == "history" and draw(st.booleans()):
        level = {"op": draw(st.sampled_from((">", "<"))), "value": draw(st.sampled_from(("500000000000", "1000")))}
        currency = draw(st.sampled_from((None, "HKD", "USD")))
        return (("threshold", {**level, "currency": currency} if currency else level),)
    return ()
