"""The comparisons people know by heart, each with the figures that must be in it, as a table of cases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from bot.days import Instant
from bot.errors import ProblemError
from bot.facts.rates import Rates
from bot.questions.names import Names
from bot.words.fallback import fallback
from data.fact_store import FactStore
from tests.bot.answers.asking import answer_of
from tests.bot.answers.documents import strict

ARTICLE = "2026-06-25T09:00Z"
"""The morning the article of the two pairs appeared."""
AUTUMN = "2026-10-10T09:00Z"
Says = Callable[..., str]


@pytest.fixture
def says(facts: FactStore, names: Names, rates: Rates) -> Says:
    """Returns what is answered to a line, every sentence and figure of it, in English."""

    def answering(line: str, at: str = ARTICLE) -> str:
        try:
            answer = answer_of(line, facts, names, rates, Instant.of(at))
        except ProblemError as problem:
            steps = " ".join(step.text for step in problem.next_step)
            return f"{strict('en').plain(problem.what)} > {steps}"
        return fallback(answer, strict("en"))

    return answering


@dataclass(frozen=True)
class Case:
    """A line, what its answer must hold, and what it must not."""

    line: str
    holds: tuple[str, ...]
    never: tuple[str, ...] = ()
    at: str = ARTICLE

    def __str__(self) -> str:
        return self.line


BY_HEART = (
    Case(
        "/compare zhipu minimax on 2026-06-24",
        (
            "HK$969.3bn", "HK$149.8bn", "6.47x", "MiniMax is less than one sixth of Zhipu", "+1,771%", "+189.5%",
            "RMB724.3m (FY2025)", "US$79.04m (FY2025)", "5.76% of all", "46.4% of all", "At least 236m",
        ),
    ),
    Case(
        "/compare anthropic openai price_to_arr on 2026-06-24",
        (
            "35.5x", "20.5x", "US$965bn (28 May 2026) ÷ US$47bn (May 2026)",
            "US$852bn (31 Mar 2026) ÷ US$24bn (Mar 2026)",
            "Anthropic run rate, gross and OpenAI run rate (gross or net not stated)", "days more than a month apart",
        ),
    ),
    Case("/compare zhipu minimax market value on 2026-06-24 in USD", ("US$123.6bn", "US$19.11bn", "6.47x")),
    Case("/ratio zhipu minimax on 2026-06-24", ("Zhipu is 6.47x MiniMax",)),
    Case("/ratio minimax zhipu on 2026-06-24", ("MiniMax is 0.15x Zhipu", "less than one sixth")),
    Case("/difference zhipu minimax on 2026-06-24", ("Zhipu is HK$819.5bn ahead of MiniMax",)),
    Case("/rank zhipu minimax anthropic openai on 2026-06-24", ("Anthropic leads 4 companies",)),
    Case(
        "/value minimax overseas share",
        ("60.8%", "H1 2026"),
        never=("73%", "70%"),
        at=AUTUMN,
    ),
    Case(
        "/sources minimax overseas share",
        ("60.8%: As of H1 2026; Basis recognised; Standing taken", "73%", "More than 70%", "older"),
        never=("contradicts",),
        at=AUTUMN,
    ),
    Case("/compare zhipu minimax", ("60.8% (H1 2026)", "26.4% (H1 2026)", "17.9% (H1 2026)"), ("73%",), AUTUMN),
    Case("/value openai market value on 2026-06-24 known at 2026-03-01", ("US$500bn",), ("852",)),
    Case("/value openai market value on 2026-06-24 known at 2026-03-31", ("US$852bn",), ("850",)),
    Case("/sources zhipu market value on 2026-06-24", ("About HK$975bn", "HK$969.3bn", "worked out from the close")),
    Case("/sources zhipu unlock ratio in july", ("5.83%", "About 15% to 25%", "the July release only"), at=AUTUMN),
    Case("/reversals anthropic openai", ("after 31 Mar 2026 and by 28 May 2026", "US$965bn", "US$852bn")),
    Case("/history zhipu share price from 2026-06-01 to 2026-06-24", ("HK$2,174.00 (2026-06-24)",)),
)  # fmt: skip


@pytest.mark.parametrize("case", BY_HEART, ids=str)
def test_a_figure_known_by_heart_is_in_the_answer(case: Case, says: Says) -> None:
    said = says(case.line, case.at)
    for wanted in case.holds:
        assert wanted in said, f"{wanted} is not in\n{said}"
    for unwanted in case.never:
        assert unwanted not in said, f"{unwanted} is in\n{said}"


UNLIKE = (
    # Gross against net: footnoted wherever both stand, in words that name each company's basis.
    Case("/compare anthropic openai run rate revenue", ("The bases differ: Anthropic run rate, gross",)),
    Case("/ratio anthropic openai run rate revenue", ("The bases differ: Anthropic run rate, gross",)),
    Case("/difference anthropic openai run rate revenue", ("The bases differ: Anthropic run rate, gross",)),
    Case("/rank anthropic openai run rate revenue", ("The bases differ:",)),
    Case("/reversals anthropic openai run rate revenue", ("rest on different bases",)),
    Case("/history anthropic openai run rate revenue", ("rest on different bases",)),
    Case("/compare anthropic openai", ("run rate, gross", "run rate (gross or net not stated)")),
    Case("/compare anthropic openai run rate revenue P/ARR", ("run-rate revenue: The bases differ:",)),
    # A round against a market capitalisation.
    Case("/compare anthropic zhipu market value", ("The bases differ: Anthropic priced round, post-money",)),
    Case("/ratio anthropic zhipu market value", ("The bases differ:",)),
    Case("/difference anthropic zhipu market value", ("The bases differ:",)),
    Case("/rank market value", ("The bases differ:",)),
    Case("/reversals anthropic zhipu", ("rest on different bases",)),
    Case("/history anthropic zhipu", ("rest on different bases",)),
    # Users counted in different ways are shown, and neither divided, subtracted, ordered nor overtaken.
    Case("/compare minimax openai users", ("Not compared, because users are counted differently",), ("ratio",)),
    Case("/ratio minimax openai users", ("not divided", "users are counted differently"), ("0.3x", "3.33x")),
    Case("/difference minimax openai users", ("not subtracted", "users are counted differently"), ("ahead",)),
    Case("/rank minimax openai users", ("No order on users", "users are counted differently"), ("leads",)),
    Case("/reversals minimax openai users", ("no changes of lead", "users are counted differently"), ("led",)),
    Case("/history minimax openai users", ("users are counted differently",), (" went from ",)),
    Case("/compare minimax openai", ("Counted as: not stated", "Counted as: weekly active")),
    # A part of a company against the whole of another.
    Case("/compare zhipu minimax run rate revenue on 2026-03-01", ("cover different things",), ("ratio",)),
    Case("/ratio zhipu minimax run rate revenue on 2026-03-01", ("not divided", "cover different things")),
    Case("/difference zhipu minimax run rate revenue on 2026-03-01", ("not subtracted", "cover different things")),
    Case("/rank zhipu minimax run rate revenue on 2026-03-01", ("No order", "cover different things")),
    Case("/reversals zhipu minimax run rate revenue on 2026-03-01", ("no changes of lead",)),
    Case("/compare zhipu minimax P/ARR on 2026-03-01", ("does not cover the whole company",), ("ratio",)),
    # Periods of different lengths.
    Case("/compare alibaba minimax revenue", ("periods differ in length",), ("ratio",), AUTUMN),
    Case("/ratio alibaba minimax revenue", ("not divided", "periods differ in length"), at=AUTUMN),
    Case("/difference alibaba minimax revenue", ("not subtracted", "periods differ in length"), at=AUTUMN),
    Case("/rank alibaba zhipu revenue", ("No order", "periods differ in length"), at=AUTUMN),
    Case("/reversals alibaba zhipu revenue", ("no changes of lead", "periods differ in length"), at=AUTUMN),
    Case("/history alibaba zhipu revenue", ("periods differ in length",), (" went from ",), AUTUMN),
    Case("/history zhipu minimax revenue", ("FY2025", " went from "), ("periods differ", "H1"), AUTUMN),
)


@pytest.mark.parametrize("case", UNLIKE, ids=str)
def test_what_is_unlike_is_footnoted_or_refused_in_every_operation(case: Case, says: Says) -> None:
    test_a_figure_known_by_heart_is_in_the_answer(case, says)


BAD_INPUT = (
    Case("/compare zhipu", ("needs at least 2 companies", "/compare zhipu minimax")),
    Case("/compare", ("needs at least 2 companies", "/compare zhipu minimax")),
    Case("/compare zhipu zhipu", ("You named Zhipu twice", "/compare zhipu minimax")),
    Case("/ratio minimax minimax", ("You named MiniMax twice",)),
    Case(
        "/compare zhipu minimax anthropic openai sensetime baidu alibaba",
        ("takes up to 6 companies; left over: Alibaba", "/compare zhipu minimax anthropic openai sensetime baidu"),
    ),
    Case("/ratio zhipu minimax openai", ("takes up to 2 companies; left over: OpenAI", "/ratio zhipu minimax")),
    Case("/value openai share price", ("OpenAI is not listed, so it has no share price",), ("US$",)),
    Case("/compare zhipu openai share price", ("OpenAI is not listed, so it has no share price",), ("ratio",)),
    Case("/ratio zhipu openai share price", ("not divided", "OpenAI is not listed"), ("x OpenAI",)),
    Case("/difference zhipu openai share price", ("not subtracted", "OpenAI is not listed"), ("ahead",)),
    Case("/reversals zhipu openai share price", ("no changes of lead", "OpenAI is not listed"), ("led",)),
    Case("/history openai share price", ("no history", "OpenAI is not listed"), ("US$",)),
    Case("/value zhipu share price on 2025-12-31", ("Zhipu had no closing price by that day",), ("HK$",)),
    Case("/value zhipu on 2025-12-31", ("Zhipu private value: RMB24.38bn", "priced round, post-money"), ("HK$",)),
    Case("/compare zhipu minimax on 2025-12-31", ("priced round", "not listed yet on that day"), ("HK$",)),
    Case("/compare zhipu minimax on 2027-01-01", ("lies ahead; today is 25 Jun 2026", "on 2026-06-25"), ("HK$",)),
    Case("/compare zhipu minimax known at 2027-01-01", ("lies ahead", "known at 2026-06-25"), ("HK$",)),
    Case("/compare zhipu minimax on 2026-02-30", ("There is no day “2026-02-30”", "on 2026-06-24"), ("HK$",)),
    Case("/compare zhipu minimax in XYZ", ("no exchange rates for “XYZ”", "in USD"), ("HK$969",)),
    Case("/compare zhipu minimax xyzzyq", ("could not read “xyzzyq”",), ("HK$",)),
    Case("/compare zhipu minimax revenoo", ("Did you mean revenue?", "/compare zhipu minimax revenue"), ("RMB",)),
    Case("/compare zhippo minimaxx", ("Did you mean Zhipu?", "/compare zhipu minimax"), ("HK$",)),
)


@pytest.mark.parametrize("case", BAD_INPUT, ids=str)
def test_a_request_that_cannot_be_met_says_why_and_what_to_type(case: Case, says: Says) -> None:
    test_a_figure_known_by_heart_is_in_the_answer(case, says)
