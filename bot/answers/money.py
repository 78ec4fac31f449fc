"""Showing a figure in another currency, at the rate of the figure's own date."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from bot.analysis.figures import Figure
from bot.answers import wording
from bot.answers.scene import Scene
from bot.days import Day
from bot.facts.rates import Rate, converted, rate_for
from bot.quantities import Money, Quantity, Range
from bot.text import Argument, Message, Term


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure as it is shown: its value, in another currency where one was asked for and a rate exists.

    `original` is the value in its own currency when it was converted; `no_rate` says why it could not be.
    """

    figure: Figure
    value: Quantity | Range | Day | None
    original: Quantity | Range | None = None
    rate: Rate | None = None
    no_rate: Message | None = None

    @property
    def currency(self) -> str | None:
        """Returns the currency the value is shown in, None where it is no money."""
        end = (self.value.high or self.value.low) if isinstance(self.value, Range) else self.value
        return end.currency if isinstance(end, Money) else None

    @property
    def qualified(self) -> Quantity | Range | Day | Message:
        """Returns the value with its source's own `about` or `at least` in front."""
        assert self.value is not None
        selection = self.figure.selection
        chosen = selection.chosen if selection and not self.figure.formula else None
        if chosen is None or chosen.qualifier in ("exact", "mismatch"):
            return self.value
        return Message(f"qualifier-{chosen.qualifier.replace('_', '-')}", {"value": self.value})

    def note_numbers(self, notes: wording.Footnotes) -> tuple[int, ...]:
        """Returns the numbers of the footnotes on the rate of the conversion and on rates inside the figure."""
        said = [wording.rate_note(r) for r in (*((self.rate,) if self.rate else ()), *self.figure.rates)]
        said += [self.no_rate] if self.no_rate else []
        return tuple(notes.number(note) for note in said)


def shown_in(found: Figure, currency: str | None, scene: Scene) -> Shown:
    """Returns a figure in a currency, or in its own where none is asked for or no rate of its date is published."""
    value = found.value
    own = Shown(found, value)
    if currency is None or found.as_of is None or own.currency is None or own.currency == currency:
        return own
    assert isinstance(value, Money | Range)
    period = scene.measure(found.measure).carry == "period"
    rate = rate_for(scene.rates, own.currency, currency, found.as_of, period=period)
    if rate is None:
        pair: dict[str, Argument] = {
            "of": Money(Decimal(1), own.currency),
            "currency": Term("currency", currency),
            "as_of": found.as_of,
        }
        return replace(own, no_rate=Message("no-rate", pair))
    return Shown(found, _converted(value, rate), value, rate)


def _converted(value: Money | Range, rate: Rate) -> Money | Range:
    if isinstance(value, Money):
        return converted(value, rate)
    low = converted(value.low, rate) if isinstance(value.low, Money) else None
    high = converted(value.high, rate) if isinstance(value.high, Money) else None
    return Range(low, high)
