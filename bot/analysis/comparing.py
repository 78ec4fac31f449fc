"""Putting one measure of several companies side by side, and saying whether they may be compared at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bot.analysis.alignment import Alignment, aligned
from bot.analysis.conversion import Shown, shown_in
from bot.analysis.figures import Evidence, Figure, stated
from bot.analysis.measuring import figure, return_figure
from bot.analysis.moments import Moment
from bot.analysis.returns import since_day, since_later_listing
from bot.days import AsOf, Day, Precision
from bot.facts.measures import Measure
from bot.quantities import number_of, unit_of

COMMON_CURRENCY = "USD"
"""The currency into which amounts of several currencies are brought when nobody asked for one."""

FAR_APART_DAYS = 31
"""As-of days further apart than this are said aloud, not only shown."""

ON_PRICES = frozenset({"market_value", "share_price", "price_return", "drawdown", "price_to_arr", "price_to_sales"})
"""Measures read off daily prices, which are compared on a session that all listed companies have."""

COUNTED_APART = frozenset({"users", "paying_users", "customers"})
"""Measures whose basis says what was counted: registered and monthly active users are two things, never compared."""

Verdict = Literal["comparable", "bases_differ", "periods_differ", "scopes_differ", "users_differ", "no_rate"]
_LENGTHS: tuple[Precision, ...] = ("year", "nine_months", "half", "quarter", "month")
"""Lengths of periods, the longest first."""

REFUSED: frozenset[Verdict] = frozenset({"periods_differ", "scopes_differ", "users_differ", "no_rate"})
"""Verdicts under which the figures are shown and neither ordered nor divided."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One measure of several companies at one moment, in one currency where it is money.

    `weighed` are the same figures as they are ordered and divided: in the currency that nobody had to ask for, since
    amounts of different days at the rates of their own days stand in another ratio in every currency. `dates_differ`
    says that the figures speak of days far apart.
    """

    measure: str
    shown: tuple[Shown, ...]
    weighed: tuple[Shown, ...]
    verdict: Verdict
    dates_differ: bool
    alignment: Alignment

    @property
    def ordered(self) -> tuple[Shown, ...]:
        """Returns the known figures from the highest to the lowest; empty where they must not be ordered."""
        if self.verdict in REFUSED:
            return ()
        places = [place for place, shown in enumerate(self.weighed) if shown.number is not None]
        return tuple(self.shown[place] for place in sorted(places, key=lambda p: -_number(self.weighed[p])))

    def weight_of(self, shown: Shown) -> Shown:
        """Returns one of the figures as it is ordered and divided."""
        return next(w for s, w in zip(self.shown, self.weighed, strict=True) if s is shown)

    @property
    def weighed_apart(self) -> str | None:
        """Returns the currency of order and multiples where it is not the one shown and the figures' days differ."""
        pairs = [(s, w) for s, w in zip(self.shown, self.weighed, strict=True) if w.number is not None]
        if len({w.figure.as_of for _, w in pairs}) < 2:
            return None
        shown, weighed = pairs[0]
        return weighed.currency if weighed.currency != shown.currency else None

    @property
    def known(self) -> tuple[Shown, ...]:
        """Returns the figures that have a value."""
        return tuple(s for s in self.shown if s.value is not None)


def compared(
    evidence: Evidence,
    companies: Sequence[str],
    measure: str,
    moment: Moment,
    currency: str | None,
    start: Day | None = None,
) -> Comparison:
    """Returns a measure of several companies side by side; a price return is counted from `start` where it is given.

    Prices are aligned on the latest session that all listed companies have (SEMANTICS rule 8); period figures on the
    newest period that all have, because a half-year beside a year says nothing.
    """
    declared = evidence.book.measures[measure]
    alignment = aligned(evidence.book, _on_prices(evidence, companies, measure, moment), moment)
    figures = _figures(evidence, companies, declared, moment, alignment, start)
    return _compared(evidence, figures, declared, currency, alignment)


def _compared(
    evidence: Evidence, figures: Sequence[Figure], measure: Measure, currency: str | None, alignment: Alignment
) -> Comparison:
    weighed = tuple(shown_in(f, _common_currency(figures), evidence) for f in figures)
    shown = tuple(shown_in(f, currency, evidence) for f in figures) if currency else weighed
    if any(w.lacks_rate for w in weighed):
        weighed = shown
    far_apart = _far_apart(f.as_of for f in figures)
    return Comparison(measure.key, shown, weighed, _verdict(measure, shown), far_apart, alignment)


def of_one_length(
    evidence: Evidence, comparison: Comparison, moment: Moment, currency: str | None
) -> tuple[Comparison, tuple[Shown, ...]]:
    """Returns each company's newest figure of one length of period, compared, and those who have none left out.

    The length is the one that most companies have figures of, the longest of several. A comparison that is refused for
    anything but the lengths of its periods is returned as it is, as is one of which no two have a figure of one length.
    """
    if comparison.verdict != "periods_differ":
        return comparison, ()
    having = [each.figure for each in comparison.known]
    found = {
        length: [_of_length(evidence, each, comparison.measure, moment, length) for each in having]
        for length in _LENGTHS
    }
    most = max(_LENGTHS, key=lambda length: sum(f.value is not None for f in found[length]))
    figures = [f for f in found[most] if f.value is not None]
    if len(figures) < 2:
        return comparison, ()
    placed = {f.company for f in figures}
    figures += [each.figure for each in comparison.shown if each.value is None]
    others = tuple(each for each in comparison.known if each.figure.company not in placed)
    measure = evidence.book.measures[comparison.measure]
    return _compared(evidence, figures, measure, currency, comparison.alignment), others


def _of_length(evidence: Evidence, newest: Figure, measure: str, moment: Moment, length: Precision) -> Figure:
    claims = evidence.book.claims_of(newest.company, measure)
    kept = [c for c in claims if c.as_of.precision == length and c.scope == newest.scope]
    return stated(newest.company, measure, kept, moment)


def _on_prices(evidence: Evidence, companies: Sequence[str], measure: str, moment: Moment) -> list[str]:
    """The companies whose figure comes from prices; others, whose prices end earlier, would only hold these back."""
    if measure not in ON_PRICES:
        return []
    return [c for c in companies if figure(evidence, c, measure, moment).formula or measure == "share_price"]


def _figures(
    evidence: Evidence,
    companies: Sequence[str],
    measure: Measure,
    moment: Moment,
    alignment: Alignment,
    start: Day | None,
) -> list[Figure]:
    moments = alignment.moments if measure.key in ON_PRICES else {}
    if measure.formula is not None and measure.formula.operation == "return":
        return since_one_day(evidence, {c: moments.get(c, moment) for c in companies}, start)
    figures = [figure(evidence, company, measure.key, moments.get(company, moment)) for company in companies]
    if measure.carry != "period" or measure.formula is not None:
        return figures
    return _same_period(evidence, companies, measure.key, moment, figures)


def since_one_day(evidence: Evidence, moments: Mapping[str, Moment], start: Day | None = None) -> list[Figure]:
    """Returns the price returns of companies read at moments, from a day or since the later listing of all (rule 9)."""
    book = evidence.book
    found = since_later_listing(book, moments) if start is None else since_day(book, moments, start)
    return [return_figure(evidence, company, found[company]) for company in moments]


def _same_period(
    evidence: Evidence, companies: Sequence[str], measure: str, moment: Moment, newest: list[Figure]
) -> list[Figure]:
    """The newest period that every company with a figure has, else each one's newest."""
    having = [f for f in newest if f.as_of is not None]
    periods = [
        {
            (c.as_of.start, c.as_of.end)
            for c in evidence.book.claims_of(f.company, measure)
            if c.known_at <= moment.known_at and c.as_of.end <= moment.at and c.scope == f.scope
        }
        for f in having
    ]
    shared = set.intersection(*periods) if periods else set()
    for start, end in sorted(shared, key=lambda p: (p[1], -p[1].since(p[0])), reverse=True):
        figures = [_of_period(evidence, company, measure, moment, start, end) for company in companies]
        if all(f.value is not None for f in figures if any(f.company == h.company for h in having)):
            return figures
    return newest


def _of_period(evidence: Evidence, company: str, measure: str, moment: Moment, start: Day, end: Day) -> Figure:
    claims = [c for c in evidence.book.claims_of(company, measure) if c.as_of.start == start and c.as_of.end == end]
    return stated(company, measure, claims, moment)


def _common_currency(figures: Iterable[Figure]) -> str | None:
    units = {unit_of(f.number) for f in figures if f.number is not None}
    money = {u for u in units if len(u) == 3 and u.isupper()}
    return COMMON_CURRENCY if len(money) > 1 else None


def _verdict(measure: Measure, shown: Sequence[Shown]) -> Verdict:
    known = [s for s in shown if s.value is not None]
    if len({s.figure.scope for s in known}) > 1:
        return "scopes_differ"
    if any(s.lacks_rate for s in known) or len({s.currency for s in known}) > 1:
        return "no_rate"
    if measure.carry == "period" and measure.formula is None and len({_length(s.figure.as_of) for s in known}) > 1:
        return "periods_differ"
    # Returns since one day start at the offer price or the close before it: one rule (9), not two bases.
    bases = {"" if s.figure.formula == "return" else basis_of(s.figure) for s in known}
    if len(bases) <= 1:
        return "comparable"
    if measure.key in COUNTED_APART:
        return "users_differ"
    return "bases_differ"


def basis_of(figure: Figure) -> str:
    """Returns the basis on which a figure may differ from another: of a quotient, that of what it is divided by."""
    return figure.inputs[1].basis if figure.formula == "quotient" else figure.basis


def _length(as_of: AsOf | None) -> str:
    return as_of.precision if as_of else ""


def _far_apart(days: Iterable[AsOf | None]) -> bool:
    ends = [d.end for d in days if d is not None]
    return bool(ends) and max(ends).since(min(ends)) > FAR_APART_DAYS


def _number(shown: Shown) -> Decimal:
    assert shown.number is not None
    return number_of(shown.number)
