"""What the pictures show: real answers and a real alert, on the shipped facts and a clock that stands."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from adapters.bootstrap import House, open_house
from adapters.clock import StoppedClock
from adapters.clock_run import run_clock
from bot.answer import Answer
from bot.call import Ask, Call, Person, Place
from bot.days import Instant
from bot.text import Language

KINDS: dict[str, str] = {
    "value": "/value zhipu on 2026-06-24",
    "compare": "/compare zhipu minimax",
    "ratio": "/ratio zhipu minimax on 2026-06-24",
    "long-table": "/help measures",
    "sources": "/sources zhipu market value",
    "rank": "/rank zhipu minimax openai anthropic by market value",
    "history": "/history zhipu",
    "overhang": "/overhang zhipu minimax on 2026-06-24",
    "mirror": "/mirror",
    "claims": "/claims",
    "receipt": "/explain zhipu market value",
    "help": "/help",
    "error": "/value nobody-knows",
    "choices": "/answers",
    "csv": "/csv value zhipu",
    "chinese": "/compare 智谱 稀宇",
    "chinese-value": "智谱 市值 6月24日",
    "chinese-help": "/help 帮助",
}
"""Lines to type, by the name of what comes back."""

ALERTED = "alert"
ALERT = "/alert add unlock zhipu T-7"
NOON = Instant.of("2026-06-25T09:00Z")
BEFORE, AFTER = Instant.of("2026-06-30T00:00Z"), Instant.of("2026-07-02T00:00Z")
"""Around the day on which the alert fires, a week before shares of Zhipu come free."""


def language_of(kind: str) -> Language:
    """Returns the language in which a kind of message is drawn."""
    return "zh" if kind.startswith("chinese") else "en"


@contextmanager
def posed(at: Instant = NOON) -> Iterator[tuple[House, StoppedClock]]:
    """Opens a house of its own whose clock stands."""
    with tempfile.TemporaryDirectory() as folder:
        clock = StoppedClock(at)
        house = open_house(f"sqlite:///{Path(folder) / 'twinstar.db'}", clock)
        try:
            yield house, clock
        finally:
            house.close()


def answered(house: House, platform: str, line: str, language: Language) -> Answer:
    """Returns what a person is answered on a platform."""
    call = Call(Ask.of(line), Place(platform, "T1", "C1"), Person(platform, "T1", "U1"), line, language)
    return house.turns.take(call).answer


def alerted(platform: str, language: Language) -> Answer:
    """Returns the alert that a channel is posted when its moment comes."""
    with posed(BEFORE) as (house, clock):
        answered(house, platform, ALERT, language)
        told = (each.document for _, each in run_clock(house.ticker, clock, AFTER))
        return next(told)
