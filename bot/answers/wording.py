"""The sentences that several operations share: how a figure was found, how old it is, what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, Literal

from bot.analysis.comparing import COUNTED_APART
from bot.analysis.conversion import Shown
from bot.analysis.figures import VENDOR_COUNT, Figure, Missing
from bot.analysis.moments import Moment
from bot.analysis.series import Point, Series
from bot.analysis.spoken import COUNTED
from bot.answer import Block, Cell, Notice
from bot.answers.scene import Scene
from bot.days import Day
from bot.facts.rates import Rate
from bot.facts.records import Claim, Qualifier, Source
from bot.plan import Between, Plan
from bot.quantities import Count, Money, Multiple, Percent, Quantity, Range
from bot.text import Argument, Link, Message, Name, Raw, Several, Term


class Footnotes:
    """Collects footnotes and hands out their numbers; the same sentence gets the same number."""

    def __init__(self) -> None:
        self._notes: dict[str, tuple[int, Message]] = {}

    def number(self, note: Message) -> int:
        """Returns the number under which a footnote stands, counted from 1."""
        return self._notes.setdefault(repr(note), (len(self._notes) + 1, note))[0]

    def all(self) -> tuple[Message, ...]:
        """Returns the footnotes in the order of their numbers."""
        return tuple(note for _, note in self._notes.values())


def read_as(plan: Plan, scene: Scene) -> Message:
    """Returns how a plan was read: measures, companies and time, so that a misreading is seen at once."""
    parts: list[Argument] = []
    if plan.operation not in _SAID_BY_THEIR_PARTS:
        parts.append(Term("operation", plan.operation))
    if plan.measures:
        parts.append(Several(tuple(scene.measure(m).name for m in plan.measures)))
    if plan.companies:
        parts.append(Several(tuple(scene.name(c) for c in plan.companies)))
    parts.append(when_words(plan))
    parts += _narrowed(dict(plan.params))
    if plan.known_at:
        parts.append(Message("read-known-at", {"day": plan.known_at}))
    if plan.currency:
        parts.append(Message("read-currency", {"currency": Term("currency", plan.currency)}))
    return Message("read-as", {"parts": joined(parts)})


def _narrowed(params: Mapping[str, Any]) -> list[Argument]:
    """Kinds of holders and a least size, where a plan asks for them."""
    said: list[Argument] = []
    for name in ("holders", "holders_excluded"):
        if kinds := params.get(name):
            each = tuple(Term("holder-kind", kind) for kind in ([kinds] if isinstance(kinds, str) else kinds))
            said.append(Message(f"read-{name.replace('_', '-')}", {"kinds": Several(each)}))
    if params.get("aggregate") in ("sum", "mean", "median"):
        said.append(Message(f"read-together-{params['aggregate']}"))
    if place := params.get("position"):
        said.append(Message("read-place", {"place": place}))
    level = params.get("threshold")
    if level and "metric" in level:
        said.append(_level_words(level))
    if level and "of" in level:
        part = Percent(Decimal(str(level["value"])))
        said.append(Message("read-size", {"level": part, "of": Term("size-of", str(level["of"]))}))
    return said


def _level_words(level: Mapping[str, Any]) -> Argument:
    """A level as it was typed: money where it names a currency, a part or a multiple where it can be nothing else."""
    number = Decimal(str(level["value"]))
    currency = level.get("currency")
    value: Quantity = Money(number, currency) if currency else Count(number)
    if not currency and level["metric"] in ("price_to_arr", "price_to_sales"):
        value = Multiple(number)
    if not currency and abs(number) < 1:
        value = Percent(number)
    return Message("read-below" if str(level["op"]).startswith("<") else "read-above", {"level": value})


_SAID_BY_THEIR_PARTS = frozenset({"lookup", "compare"})


def measured(figure: Figure, scene: Scene) -> Argument:
    """Returns a measure's name; the value of a company that is not listed is never called its market value."""
    listed = (
        figure.basis in _MARKET_BASES if figure.value is not None else bool(scene.book.listings.get(figure.company))
    )
    if figure.measure == "market_value" and not listed:
        return Message("measure-private-value")
    return scene.measure(figure.measure).name


_MARKET_BASES = frozenset({"market_cap", "market_cap_open", "market_cap_intraday", "offer_value"})


def joined(parts: Iterable[Argument]) -> Argument:
    """Returns parts set one after another with the language's comma."""
    first, *rest = parts
    for part in rest:
        first = Message("parts", {"first": first, "second": part})
    return first


def when_words(plan: Plan) -> Argument:
    """Returns the time as asked, in words."""
    match plan.when:
        case None:
            return Message("when-latest")
        case Between(start=start, end=end):
            return Message("when-between", {"start": _end_words(start), "end": _end_words(end)})
        case _:
            return _end_words(plan.when)


def _end_words(token: str) -> Argument:
    if token.startswith("end_of_"):
        return Message("when-end-of", {"month": Term("when", token.removeprefix("end_of_"))})
    if match := _COUNTED.fullmatch(token):
        return Message(f"when-{match[1]}", {"count": int(match[2]), "unit": Term("when-unit", match[3])})
    if match := COUNTED.fullmatch(token):
        return Message(f"when-ago-{'days' if match['of'] == 'd' else 'months'}", {"count": int(match["ago"])})
    if match := _LATER.fullmatch(token):
        said: dict[str, Argument] = {"count": int(match[1]), "unit": Term("when-unit", match[2])}
        return Message(f"when-after-{match[3]}", said)
    return Day.of(token) if token[:1].isdigit() else Term("when", token)


_LATER = re.compile(r"(\d{1,3})([dm])_after_(listing|unlock)")
_COUNTED = re.compile(r"(next|last)_(\d+)([dwmqy])")


def cited(source: Source) -> Argument:
    """Returns a source as it is cited in full: title with its address where it has one."""
    return Link(Name(source.title or source.publisher), source.url)


def cited_briefly(sources: Iterable[Source], claims: tuple[str, ...], notes: Footnotes) -> Cell:
    """Returns the publishers of sources as a cell, each in full in a footnote."""
    kept = tuple(dict.fromkeys(sources))
    numbers = tuple(notes.number(Message("source-note", {"source": cited(s)})) for s in kept)
    publishers = tuple(dict.fromkeys(Raw(s.publisher or s.title) for s in kept))
    return Cell(Several(publishers) if publishers else None, claims, notes=numbers)


def age(figure: Figure, moment: Moment) -> Message:
    """Returns how long before the asked day a figure speaks of, in words."""
    return age_in_days(figure.age(moment.at))


def age_in_days(days: int) -> Message:
    """Returns an age in words: same day, so many days, months or years."""
    if days <= 0:
        return Message("age-same-day")
    if days < 60:
        return Message("age-days", {"count": days})
    return Message("age-months", {"count": days // 30}) if days < 730 else Message("age-years", {"count": days // 365})


def basis(figure: Figure) -> Argument:
    """Returns the basis of a figure in words, its scope behind it where it is not the whole company."""
    words: Argument = Term("basis", figure.basis or "as_stated")
    return Message("basis-and-scope", {"basis": words, "scope": Term("scope", figure.scope)}) if figure.scope else words


def workings(figure: Figure) -> Message | None:
    """Returns the formula of a derived figure with its inputs and their dates, None for a stated one."""
    if len(figure.inputs) != 2 or not figure.formula:
        return None
    top, bottom = figure.inputs
    if top.number is None or bottom.number is None or top.as_of is None or bottom.as_of is None:
        return None
    return Message(
        f"workings-{figure.formula.replace('_', '-')}",
        {"first": top.number, "first_day": top.as_of, "second": bottom.number, "second_day": bottom.as_of},
    )


def rate_note(rate: Rate) -> Message:
    """Returns the footnote of an exchange rate: the rate and its day or period."""
    unit = {"of": Money(Decimal(1), rate.of), "value": Money(rate.value, rate.to)}
    if rate.averaged_from:
        return Message("rate-average", {**unit, "start": rate.averaged_from, "end": rate.day})
    return Message("rate-day", {**unit, "day": rate.day})


def qualified(shown: Shown) -> Argument:
    """Returns a value with its source's own `about` or `at least` in front."""
    assert shown.value is not None
    return as_put(shown.value, qualifier(shown.figure))


def qualifier(figure: Figure) -> Qualifier | Literal[""]:
    """Returns the qualifier of the claim that a figure was taken from, empty for an exact or a derived one."""
    chosen = figure.selection.chosen if figure.selection and not figure.formula else None
    return qualifier_of(chosen) if chosen else ""


def qualifier_of(stated: Claim | Point) -> Qualifier | Literal[""]:
    """Returns a claim's or an observation's qualifier where it has to be said before the value."""
    return "" if stated.qualifier in ("exact", "mismatch") else stated.qualifier


def observation(series: Series, point: Point) -> Argument:
    """Returns an observation's value with its source's own `about` or `at least` in front."""
    return as_put(series.quantity(point), qualifier_of(point))


def own_day_rates(series: Series, notes: Footnotes) -> tuple[int, ...]:
    """Returns the footnote of a line whose amounts were converted each at its own rate, none where none was."""
    rates = [point.rate for point in series.points if point.rate is not None]
    return (notes.number(Message("rates-own-days", {"rate": rate_note(rates[-1])})),) if rates else ()


def disputing(figure: Figure) -> tuple[Argument, ...]:
    """Returns the values that contradict a figure, each as its source put it: about, at least or a range."""
    return tuple(as_put(c.value, qualifier_of(c)) for c in figure.disputes)


def as_put(value: Quantity | Range | Day, said: Qualifier | Literal[""]) -> Argument:
    """Returns a value with the word its source put before it, such as about or at least."""
    return Message(f"qualifier-{said.replace('_', '-')}", {"value": value}) if said else value


def rate_notes(shown: Shown, notes: Footnotes) -> tuple[int, ...]:
    """Returns the numbers of the footnotes on the rates that a value rests on, or on the one it lacks."""
    numbers = [notes.number(rate_note(rate)) for rate in shown.rates]
    if shown.lacks_rate and shown.figure.as_of is not None and shown.currency is not None:
        lacking: dict[str, Argument] = {
            "of": Term("currency", shown.currency),
            "currency": Term("currency", shown.lacks_rate),
            "as_of": shown.figure.as_of,
        }
        numbers.append(notes.number(Message("no-rate", lacking)))
    return tuple(numbers)


NOT_DIVIDED: frozenset[Missing] = frozenset({"other_scope", "too_far_apart"})
"""Reasons under which numerator and denominator are shown and not divided."""


def unknown(figure: Figure, scene: Scene) -> Message:
    """Returns why a figure is not known; two figures that are not divided are named with their dates."""
    place: dict[str, Argument] = {
        "company": scene.name(figure.company),
        "measure": scene.measure(figure.measure).name,
    }
    if figure.missing in NOT_DIVIDED and len(figure.inputs) == 2:
        for name, one in zip(("first", "second"), figure.inputs, strict=True):
            if one.value is not None and one.as_of is not None:
                place |= {name: one.value, f"{name}_day": one.as_of, f"{name}_basis": basis(one)}
    return Message(f"unknown-{(figure.missing or 'no_claim').replace('_', '-')}", place)


def undivided(figure: Figure) -> tuple[str, ...]:
    """Returns the claims of what a missing quotient would rest on, which its reason names."""
    return tuple(i for one in figure.inputs for i in one.claims) if figure.missing in NOT_DIVIDED else ()


def beside(claim: Claim, figure: Figure) -> Message:
    """Returns why a claim stands beside the figure that was taken."""
    if claim.basis == VENDOR_COUNT and figure.basis != VENDOR_COUNT:
        return Message("beside-vendor-count")
    why = next((w.why for w in figure.selection.weighed if w.claim.id == claim.id), "older") if figure.selection else ""
    if figure.formula == "close_times_shares" or figure.basis == "close":
        why = "newer_press" if figure.as_of and claim.as_of.end > figure.as_of.end else "press"
    elif figure.formula:
        why = "disputes" if claim in figure.disputes else "stated"
    return Message(f"beside-{(why or 'older').replace('_', '-')}")


def cell(figure: Figure, scene: Scene, notes: tuple[int, ...] = ()) -> Cell:
    """Returns a figure as a cell with its claims and day, or the reason why it is unknown."""
    if figure.value is None:
        return Cell(None, undivided(figure), why=unknown(figure, scene), notes=notes)
    return Cell(figure.value, figure.claims, figure.as_of, notes)


def unlisted_or_unknown(company: str, measure: str, scene: Scene) -> Message:
    """Returns why a company has no series of a measure: no listing for what is read off prices, else no source."""
    place = {"company": scene.name(company), "measure": scene.measure(measure).name}
    listed = any(listing.listed_on for listing in scene.book.listings.get(company, ()))
    priced = measure in ("share_price", "price_return", "drawdown")
    return Message("unknown-not-listed" if priced and not listed else "unknown-no-claim", place)


def apart(measure: str, one: Series, other: Series, *, scene: Scene) -> Notice | None:
    """Returns why two lines may not be put against one another: lengths of period, or another way of counting."""
    if one.precision != other.precision:
        return _differ("verdict-periods-differ", [(s, s.points[-1].as_of) for s in (one, other)], scene)
    if measure in COUNTED_APART and one.bases != other.bases:
        bases = [(s, Several(tuple(basis_word(b) for b in sorted(s.bases)))) for s in (one, other)]
        return _differ("verdict-users-differ", bases, scene)
    return None


def _differ(key: str, how: Iterable[tuple[Series, Argument]], scene: Scene) -> Notice:
    each = tuple(Message("company-and-what", {"company": scene.name(s.company), "what": what}) for s, what in how)
    return Notice(Message(key, {"each": Several(each)}), "warning")


def mixed_bases(series: Iterable[Series]) -> list[Block]:
    """Returns the warning that the figures of one or more lines rest on different bases, nothing where they do not."""
    bases = frozenset[str]().union(*(s.bases for s in series))
    if len(bases) < 2:
        return []
    return [Notice(Message("reversals-bases", {"bases": Several(tuple(map(basis_word, sorted(bases))))}), "warning")]


def basis_word(basis: str) -> Argument:
    """Returns a basis in words."""
    return Term("basis", basis or "as_stated")


def in_hundredths(number: Decimal) -> Raw:
    """Returns a bare number with two decimals, which both languages write alike."""
    return Raw(f"{number.quantize(Decimal('0.01'))}")
