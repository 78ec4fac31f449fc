"""What Discord says no with, and how a request can go wrong without a word of Discord's."""

from __future__ import annotations

from dataclasses import dataclass


class RefusedError(Exception):
    """Carries what Discord says to a request that it does not grant, and after how many seconds to ask again."""

    def __init__(self, status: int, code: int, why: str, retry_after: float = 0.0, *, everywhere: bool = False) -> None:
        super().__init__(why)
        self.status, self.code = status, code
        self.retry_after, self.everywhere = retry_after, everywhere


@dataclass(frozen=True, slots=True)
class Mishap:
    """What goes wrong with one write to a channel.

    `done_after` are the seconds of the stand-in's time until it is done all the same, None for never. `status` is what
    is answered, 0 for a connection that ends without one; `silent` leaves the connection open and says nothing, until
    the asker gives up; `heard` lets that many bytes of the true answer through before the connection ends.
    """

    done_after: float | None = 0.0
    status: int = 0
    silent: bool = False
    heard: int = 0


ACCEPT_AND_DROP = Mishap()
"""The message stands there, and its sender never hears of it."""

LOST = Mishap(done_after=None)
"""The connection ends before anything is done."""


def accept_late(seconds: float, *, silent: bool = False) -> Mishap:
    """Returns a mishap: the sender hears nothing, and the message appears only so many seconds later."""
    return Mishap(done_after=seconds, silent=silent)


def cut_after(size: int) -> Mishap:
    """Returns a mishap: the message stands there, and the connection ends within the answer that says so."""
    return Mishap(heard=size)


class MishapError(Exception):
    """Carries a mishap that has taken place, and the answer of which part may still be heard."""

    def __init__(self, mishap: Mishap, answer: object = None) -> None:
        super().__init__("nothing is answered")
        self.mishap, self.answer = mishap, answer
