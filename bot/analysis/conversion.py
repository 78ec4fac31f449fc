"""A figure in another currency, at the rate of the figure's own date (SEMANTICS rule 14)."""

from __future__ import annotations

from dataclasses import dataclass

from bot.analysis.figures import Evidence, Figure
from bot.days import Day
from bot.facts.rates import Rate, converted, rate_for
from bot.quantities import Money, Quantity, Range


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure as it is shown: its value, in another currency where one was asked for and a rate exists.

    `original` is the value in its own currency when it was converted; `lacks_rate` names the currency that it could not
    be converted into.
    """

    figure: Figure
    value: Quantity | Range | Day | None
    original: Quantity | Range | None = None
    rate: Rate | None = None
    lacks_rate: str = ""

    @property
    def currency(self) -> str | None:
        """Returns the currency the value is shown in, None where it is no money."""
        end = (self.value.high or self.value.low) if isinstance(self.value, Range) else self.value
        return end.currency if isinstance(end, Money) else None

    @property
    def number(self) -> Quantity | None:
        """Returns the value as one quantity, None where it is unknown, a range or a day."""
        return None if self.value is None or isinstance(self.value, Range | Day) else self.value

    @property
    def rates(self) -> tuple[Rate, ...]:
        """Returns every rate that the value rests on, that of the conversion first."""
        return (*((self.rate,) if self.rate else ()), *self.figure.rates)


def shown_in(found: Figure, currency: str | None, evidence: Evidence) -> Shown:
    """Returns a figure in a currency, or in its own where none is asked for or no rate of its date is published."""
    value = found.value
    own = Shown(found, value)
    if currency is None or found.as_of is None or own.currency is None or own.currency == currency:
        return own
    assert isinstance(value, Money | Range)
    period = evidence.book.measures[found.measure].carry == "period"
    rate = rate_for(evidence.rates, own.currency, currency, found.as_of, period=period)
    if rate is None:
        return Shown(found, value, lacks_rate=currency)
    return Shown(found, _converted(value, rate), value, rate)


def _converted(value: Money | Range, rate: Rate) -> Money | Range:
    if isinstance(value, Money):
        return converted(value, rate)
    low = converted(value.low, rate) if isinstance(value.low, Money) else None
    high = converted(value.high, rate) if isinstance(value.high, Money) else None
    return Range(low, high)
