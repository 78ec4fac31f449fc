"""Two pairs beside each other: both ratios, the gain, roles, lead and lag, where it fails, and a placebo."""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.comparing import COUNTED_APART, REFUSED, Comparison, compared
from bot.analysis.conversion import Shown
from bot.analysis.mirrors import MOST_PAIRINGS, Gain, Placebo, gain, moves_between, placebo
from bot.analysis.moments import Moment
from bot.analysis.observed import observed
from bot.analysis.routes import ROUTE_MEASURES
from bot.analysis.series import Series
from bot.answer import Answer, Block, Cell, Choice, Column, Notice, Table
from bot.answers import proportions, side_by_side, wording
from bot.answers.asking import ask_again
from bot.answers.casting import casting
from bot.answers.ordering_in_time import who_went_first
from bot.answers.ratio_picture import ratios_over_time
from bot.answers.scene import PRICED, Scene, inputs_of, needs_of
from bot.days import Day
from bot.facts.book import Needs
from bot.facts.choosing import visible
from bot.facts.records import Claim
from bot.plan import Plan
from bot.ports import Vocabulary
from bot.quantities import Money, Multiple, divided, number_of
from bot.text import Argument, Message, Several

COMMON_CURRENCY = "USD"


def needs(plan: Plan, vocabulary: Vocabulary) -> Needs:
    """Returns the facts of all companies that a placebo may draw from, with the routes and statements of the four."""
    basic = needs_of(plan, vocabulary)
    measures = inputs_of((*basic.measures, *ROUTE_MEASURES), vocabulary)
    return Needs(_pool(plan, vocabulary), measures, basic.bars, statements=True)


def answer(plan: Plan, scene: Scene) -> Answer:
    """Returns the mirror of two pairs on one measure, refusing what the figures do not bear."""
    when = _moment(plan, scene)
    measure = plan.measures[0]
    pairs = [
        compared(scene.evidence, c, measure, when, plan.currency) for c in (plan.companies[:2], plan.companies[2:])
    ]
    notes = wording.Footnotes()
    ratios = [None if c.verdict in REFUSED else proportions.times(*c.weighed[:2]) for c in pairs]
    found = _gain(ratios)
    blocks: list[Block] = [_ratios(pairs, ratios, found, scene)]
    blocks += [Notice(_gain_words(found, scene, plan))] if found else []
    lines = _lines(plan, scene, when)
    blocks += ratios_over_time(plan.companies, measure, lines, scene)
    blocks += _by_the_article(plan, scene, when)
    blocks.append(_figures(pairs, scene, notes))
    blocks += [remark for c in pairs for remark in side_by_side.remarks(c, scene)]
    blocks += casting(plan, scene, when, notes)
    blocks += who_went_first(plan.companies, measure, lines, scene)
    blocks += _placebo(plan, scene, lines, when)
    return Answer(
        _headline(plan, ratios, scene), tuple(blocks), _choices(plan), notes.all(), read_as=wording.read_as(plan, scene)
    )


def _moment(plan: Plan, scene: Scene) -> Moment:
    when = scene.moment(plan)
    stretch = scene.stretch(plan)
    return Moment(stretch[1], when.known_at, when.now, when.replayed) if stretch else when


def _pool(plan: Plan, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The companies that a placebo may draw from, the four among them."""
    among = str(dict(plan.params).get("among", "")).split()
    return tuple(dict.fromkeys((*plan.companies, *(among or vocabulary.companies))))


def _gain(ratios: Sequence[Multiple | None]) -> Gain | None:
    one, other = ratios
    if one is None or other is None or min(one.times, other.times) <= 0:
        return None
    return gain(one.times, other.times)


def _headline(plan: Plan, ratios: Sequence[Multiple | None], scene: Scene) -> Message:
    said: dict[str, Argument] = {"measure": scene.measure(plan.measures[0]).name}
    for place, company in zip(("first", "second", "third", "fourth"), plan.companies, strict=True):
        said[place] = scene.name(company)
    one, other = ratios
    if one is None or other is None:
        return Message("mirror-none", said)
    return Message("mirror-headline", {**said, "one": one, "other": other})


def _ratios(pairs: Sequence[Comparison], ratios: Sequence[Multiple | None], found: Gain | None, scene: Scene) -> Table:
    rows = []
    for place, (pair, ratio) in enumerate(zip(pairs, ratios, strict=True)):
        one, other = pair.shown[:2]
        names: dict[str, Argument] = {
            "first": scene.name(one.figure.company),
            "second": scene.name(other.figure.company),
        }
        claims = (*one.figure.claims, *other.figure.claims)
        rows.append(
            (
                Cell(Message("mirror-pair", names)),
                Cell(ratio, claims),
                Cell(wording.in_hundredths(found.logs[place]) if found else None),
                Cell(_leader(one, other, ratio, scene)),
                Cell(_dates(one, other)),
            )
        )
    columns = (
        Column(Message("mirror-column-pair")),
        Column(Message("field-ratio"), "number"),
        Column(Message("mirror-column-log"), "number"),
        Column(Message("mirror-column-leads")),
        Column(Message("field-as-of")),
    )
    return Table(Message("mirror-caption"), columns, tuple(rows))


def _leader(one: Shown, other: Shown, ratio: Multiple | None, scene: Scene) -> Message | None:
    if ratio is None:
        return None
    if ratio.times == 1:
        return Message("mirror-level")
    return Message("plain", {"text": scene.name((one if ratio.times > 1 else other).figure.company)})


def _dates(one: Shown, other: Shown) -> Several | None:
    days = tuple(dict.fromkeys(s.figure.as_of for s in (one, other) if s.figure.as_of is not None))
    return Several(days) if days else None


def _gain_words(found: Gain, scene: Scene, plan: Plan) -> Message:
    first, second = (
        Message("mirror-pair", {"first": scene.name(a), "second": scene.name(b)})
        for a, b in (plan.companies[:2], plan.companies[2:])
    )
    logs: dict[str, Argument] = {
        "one": wording.in_hundredths(found.logs[0]),
        "other": wording.in_hundredths(found.logs[1]),
        "first": first,
        "second": second,
    }
    if found.gain is None:
        return Message("mirror-gain-refused", logs)
    key = "mirror-gain" if found.gain > 0 else "mirror-gain-apart"
    return Message(key, {**logs, "gain": Multiple(found.gain)})


def _by_the_article(plan: Plan, scene: Scene, when: Moment) -> list[Block]:
    """The same ratios by what the article itself prints, where it prints all four figures."""
    printed = [_printed(company, plan.measures[0], scene, when) for company in plan.companies]
    amounts = [number_of(c.value) if c is not None and isinstance(c.value, Money) else None for c in printed]
    a, b, c, d = amounts
    if a is None or b is None or c is None or d is None:
        return []
    found = gain(divided(a, b), divided(c, d))
    said: dict[str, Argument] = {"one": Multiple(found.ratios[0]), "other": Multiple(found.ratios[1])}
    if found.gain is None:
        return [Notice(Message("mirror-article-no-gain", said))]
    return [Notice(Message("mirror-article", {**said, "gain": Multiple(found.gain)}))]


def _printed(company: str, measure: str, scene: Scene, when: Moment) -> Claim | None:
    claims = visible(scene.book.claims_of(company, measure), when.at, when.known_at)
    return max((c for c in claims if c.source.kind == "article"), key=lambda c: (c.as_of.end, c.id), default=None)


def _figures(pairs: Sequence[Comparison], scene: Scene, notes: wording.Footnotes) -> Table:
    rows = []
    for shown in (s for pair in pairs for s in pair.shown):
        found = shown.figure
        rows.append(
            (
                Cell(scene.name(found.company)),
                side_by_side.cell_of(shown, scene, notes),
                Cell(found.as_of),
                Cell(Message("plain", {"text": wording.basis(found)}) if found.value is not None else None),
                wording.cited_briefly(found.sources, found.claims, notes),
            )
        )
    measure = scene.measure(pairs[0].measure)
    columns = (
        Column(Message("column-company")),
        Column(measure.short, "number"),
        Column(Message("field-as-of")),
        Column(Message("field-basis")),
        Column(Message("field-source")),
    )
    return Table(Message("compared-caption", {"measure": measure.name}), columns, tuple(rows))


def _lines(plan: Plan, scene: Scene, when: Moment) -> dict[str, Series]:
    """The measure over time of every company of the pool, amounts in dollars.

    A listed company without prices at hand is left out of a comparison of prices: a market cap that the press printed
    is one of a day and stands for no other.
    """
    measure = plan.measures[0]
    currency = COMMON_CURRENCY if scene.measure(measure).unit in ("money", "price") else None
    lines = {c: observed(scene.evidence, c, measure, when, currency=currency) for c in _pool(plan, scene.vocabulary)}
    if measure not in PRICED:
        return lines
    listed = {c for c in lines if scene.book.listings.get(c)} - set(plan.companies)
    return {c: line for c, line in lines.items() if line.kind == "daily" or c not in listed}


def _placebo(plan: Plan, scene: Scene, lines: dict[str, Series], when: Moment) -> list[Block]:
    stretch = scene.stretch(plan)
    start = stretch[0] if stretch else _common_start(plan.companies, lines)
    if start is None or start >= when.at or plan.measures[0] in COUNTED_APART:
        return [Notice(Message("mirror-placebo-none"))]
    moves = moves_between(lines.values(), start, when.at)
    a, b, c, d = plan.companies
    found = placebo(moves, (a, b, c, d))
    if found is None:
        return [Notice(Message("mirror-placebo-none"))]
    return [Notice(_placebo_words(found, start, scene))]


def _common_start(companies: Sequence[str], lines: dict[str, Series]) -> Day | None:
    """The first day on which all four stood at a value."""
    if not all(lines[c].points for c in companies):
        return None
    return max(lines[c].points[0].day for c in companies)


def _placebo_words(found: Placebo, start: Day, scene: Scene) -> Message:
    said: dict[str, Argument] = {
        "rank": found.rank,
        "n": found.n,
        "start": start,
        "count": len(found.companies),
        "companies": Several(tuple(scene.name(c) for c in found.companies)),
        "alike": wording.in_hundredths(found.alike),
    }
    if found.sampled:
        return Message("mirror-placebo-sampled", {**said, "possible": found.possible, "most": MOST_PAIRINGS})
    return Message("mirror-placebo", said)


def _choices(plan: Plan) -> tuple[Choice, ...]:
    reversals = plan.with_changes(operation="reversals", companies=plan.companies[:2], params=())
    others = plan.with_changes(operation="reversals", companies=plan.companies[2:], params=())
    claims = Plan("claims", plan.companies, known_at=plan.known_at)
    return (
        Choice(Message("mirror-choice-leads-first"), ask_again(reversals)),
        Choice(Message("mirror-choice-leads-second"), ask_again(others)),
        Choice(Message("mirror-choice-claims"), ask_again(claims)),
    )
