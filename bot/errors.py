"""What a person is told when something cannot be done: what was wrong, and what to type next."""

from __future__ import annotations

from typing import Literal

from bot.text import Message, Typed

Outcome = Literal["answered", "clarify", "refused", "error"]


class ProblemError(Exception):
    """A reason not to answer, written for the person who asked.

    `what` says what was wrong, `next_step` what to type instead (nothing where there is nothing to type), and `outcome`
    whether Twinstar asks back, declines, or could not read the request.
    """

    def __init__(self, what: Message, *next_step: str, outcome: Outcome = "error") -> None:
        super().__init__(what.key)
        self.what = what
        self.next_step = tuple(Typed(text) for text in next_step)
        self.outcome: Outcome = outcome
