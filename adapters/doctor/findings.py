"""What the doctor finds: one line each, and for a fault what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.text import Message


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, under a short name; `do` is what to do next, None where all is well."""

    name: str
    said: Message
    do: Message | None = None

    @property
    def is_fault(self) -> bool:
        """Says whether something is to be done."""
        return self.do is not None


Findings = Sequence[Finding]
