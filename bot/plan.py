"""What is asked, once understood: canonical, so that one question in two wordings or languages is one plan."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from typing import Any, Literal

from bot.days import Day

Operation = Literal[
    "lookup",
    "compare",
    "rank",
    "ratio",
    "difference",
    "history",
    "reversals",
    "unlocks",
    "overhang",
    "mirror",
    "what_if",
    "explain",
    "sources",
    "claims",
    "coverage",
    "study",
]
Direction = Literal["highest", "lowest"]


@dataclass(frozen=True, slots=True)
class Between:
    """A stretch of time as asked: each end an ISO date or a token such as `listing` or `today`."""

    start: str
    end: str


When = str | Between | None
"""A date in ISO form, a token such as `ytd` or `since_listing`, a stretch of these, or None for the latest."""

ORDERED_OPERATIONS = frozenset({"ratio", "difference", "mirror"})
"""Where the order of the companies is part of the question: numerator first."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A question with every choice made but its date, which stays as asked until it is answered.

    `params` holds pairs of a name and a value of plain JSON, sorted by name. Companies keep the order in which they
    were named; the canonical form sorts them where the order does not matter.
    """

    operation: Operation
    companies: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    when: When = None
    known_at: Day | None = None
    currency: str | None = None
    direction: Direction | None = None
    params: tuple[tuple[str, Any], ...] = ()

    def document(self) -> dict[str, Any]:
        """Returns the plan as plain JSON values, companies and measures in the order named."""
        when = {"from": self.when.start, "to": self.when.end} if isinstance(self.when, Between) else self.when
        return {
            "operation": self.operation,
            "companies": list(self.companies),
            "measures": list(self.measures),
            "when": when,
            "known_at": self.known_at.iso if self.known_at else None,
            "currency": self.currency,
            "direction": self.direction,
            "params": dict(sorted(self.params)),
        }

    @classmethod
    def from_document(cls, document: dict[str, Any]) -> Plan:
        """Returns the plan that a document was made of; raises KeyError or ValueError for anything else."""
        when = document["when"]
        return cls(
            operation=document["operation"],
            companies=tuple(document["companies"]),
            measures=tuple(document["measures"]),
            when=Between(when["from"], when["to"]) if isinstance(when, dict) else when,
            known_at=Day.of(document["known_at"]) if document["known_at"] else None,
            currency=document["currency"],
            direction=document["direction"],
            params=tuple(sorted(document["params"].items())),
        )

    def canonical(self) -> str:
        """Returns the one text that equal questions share: sorted keys, sorted sets, no spaces."""
        document = self.document()
        document["measures"] = sorted(document["measures"])
        if self.operation not in ORDERED_OPERATIONS:
            document["companies"] = sorted(document["companies"])
        return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)

    @property
    def hash(self) -> str:
        """Returns the first 16 hexadecimal digits of the SHA-256 of the canonical form."""
        return hashlib.sha256(self.canonical().encode()).hexdigest()[:16]

    def with_changes(self, **changes: Any) -> Plan:  # noqa: ANN401
        """Returns the same question with some of its parts replaced."""
        return replace(self, **changes)
