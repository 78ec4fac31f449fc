"""Whether a figure fits what is already known: its company, measure and source, its unit, and a plausible size."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from bot.facts.measures import Measure, UnitKind
from data.amounts import restored, scale_of
from data.table_files import FaultError

Values = Mapping[str, Any]

_UNITS: Final[Mapping[UnitKind, str]] = {
    "shares": "shares",
    "ratio": "ratio",
    "count": "count",
    "points": "points",
    "multiple": "multiple",
    "days": "days",
    "date": "date",
}
CURRENCY: Final = "HKD"
"""What stands for any currency where a unit is asked for."""

_PARTS_OF_A_WHOLE: Final = ("_share", "_margin", "_ratio")
LARGEST_PART: Final = Decimal(1)
LARGEST_CHANGE: Final = Decimal(25)
"""A part of a whole is at most 1, a growth or a return at most 25 (2,500 %): above it stands a percentage.

The largest in the shipped facts is the return of a share since its listing, 19.74.
"""


@dataclass(frozen=True, slots=True)
class Known:
    """The companies, measures and sources that a figure may name."""

    companies: frozenset[str]
    measures: Mapping[str, Measure]
    sources: frozenset[str]

    def check(self, claim: Values) -> None:
        """Raises FaultError for a claim of something unknown, in a wrong unit, or with a percentage for a ratio."""
        self.check_company(claim["company"])
        self.check_source(claim["source"])
        self.check_figure(claim)

    def check_figure(self, claim: Values) -> None:
        """Raises FaultError for a measure that is not known, a unit it does not have, or a percentage for a ratio."""
        measure = self.measures.get(claim["measure"])
        if measure is None:
            raise FaultError("fact-unknown-measure", column="measure", text=claim["measure"])
        unit = claim["unit"]
        expected = _UNITS.get(measure.unit)
        if unit != expected and (expected is not None or unit in _UNITS.values()):
            raise FaultError(
                "fact-wrong-unit", column="unit", text=unit, measure=measure.key, expected=expected or CURRENCY
            )
        if unit == "ratio":
            self._check_ratio(claim)

    def check_company(self, company: str) -> None:
        """Raises FaultError for a company that is not in the list."""
        if company not in self.companies:
            raise FaultError("fact-unknown-company", column="company", text=company)

    def check_source(self, source: str) -> None:
        """Raises FaultError for a source that is not in the list."""
        if source not in self.sources:
            raise FaultError("fact-unknown-source", column="source", text=source)

    def _check_ratio(self, claim: Values) -> None:
        of_whole = claim["measure"].endswith(_PARTS_OF_A_WHOLE) or claim["measure"] == "drawdown"
        bound = LARGEST_PART if of_whole else LARGEST_CHANGE
        for column in ("value", "low", "high"):
            if claim[column] is None:
                continue
            ratio = restored(claim[column], scale_of("ratio"))
            if abs(ratio) > bound and not (
                ratio < 0 and claim["measure"].endswith("_margin") and ratio > -LARGEST_CHANGE
            ):
                raise FaultError(
                    "fact-percent", column=column, text=f"{ratio:f}", instead=f"{ratio / 100:f}", bound=f"{bound:f}"
                )
