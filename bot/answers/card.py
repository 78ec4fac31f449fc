"""The card: what a professional wants to know of several companies at once, on one page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.analysis import returns
from bot.analysis.comparing import Comparison, compared, since_one_day
from bot.analysis.conversion import Shown
from bot.analysis.measuring import return_figure
from bot.analysis.moments import Moment
from bot.analysis.observed import observed
from bot.analysis.releases import Release, releases
from bot.analysis.reversals import reversals
from bot.analysis.unlocking import basis_of, counted, ratio_of
from bot.answer import Answer, Block, Cell, Choice, Column, Prose, Table
from bot.answers import pictures, side_by_side, standing, wording
from bot.answers.asking import ask_again
from bot.answers.scene import Scene, inputs_of
from bot.days import AsOf, Day
from bot.facts.book import Needs
from bot.plan import Plan
from bot.ports import Vocabulary
from bot.text import Argument, Message, Several, Term, Typed

MEASURES = (
    "market_value",
    "revenue",
    "revenue_growth",
    "price_to_arr",
    "price_to_sales",
    "gross_margin",
    "enterprise_share",
    "overseas_share",
    "users",
)
ON_PRICES = ("share_price", "price_return", "drawdown")
COUNTED = frozenset({"users"})
"""Measures whose basis changes what the number means, so that each cell says it."""
UNLIKE = frozenset({"bases_differ", "scopes_differ", "users_differ"})
"""Verdicts on a row of the card under which each cell says its own basis, so that no two are compared unawares."""
WIDEST = 3
"""Companies in one table of the card: more would not leave room for figures with their dates in 80 columns."""
LOOK_AHEAD_DAYS = 3 * 365


@dataclass(frozen=True, slots=True)
class _Row:
    label: Message
    cells: tuple[Cell, ...]


def needs(plan: Plan, vocabulary: Vocabulary) -> Needs:
    """Returns the facts of the whole card."""
    wanted = inputs_of((*MEASURES, *ON_PRICES, "shares_in_issue"), vocabulary)
    return Needs(plan.companies, wanted, bars=True, holdings=True)


def answer(plan: Plan, scene: Scene) -> Answer:
    """Returns the card of two to six companies."""
    when = scene.moment(plan)
    notes = wording.Footnotes()
    value = compared(scene.evidence, plan.companies, "market_value", when, plan.currency)
    rows = _rows(plan, value, scene, when, notes)
    names = Several(tuple(scene.name(c) for c in plan.companies))
    gaps = _gaps(rows)
    rows = [_Row(row.label, tuple(_bared(cell) for cell in row.cells)) for row in rows]
    blocks: list[Block] = []
    for places in _pages(len(plan.companies)):
        columns = (Column(Message("column-measure")), *(Column(scene.name(plan.companies[p])) for p in places))
        table = tuple((Cell(row.label), *(row.cells[p] for p in places)) for row in rows)
        caption = Several(tuple(scene.name(plan.companies[p]) for p in places))
        blocks.append(Table(Message("compared-several", {"companies": caption}), columns, table))
    blocks += standing.words_of(value, scene)
    blocks += gaps
    blocks += [remark for remark in side_by_side.remarks(value, scene) if remark.tone == "warning"]
    blocks += standing.stability_of(value, scene)
    blocks += standing.newer_of(value, scene)
    blocks += _picture(plan, value, scene, when)
    blocks.append(Prose((Message("card-dates"), Message("card-mix"))))
    others = [m for m in ("price_to_arr", "revenue") if m in scene.vocabulary.measures]
    more = [
        Choice(
            Message("choice-measure", {"measure": scene.measure(m).short}), ask_again(plan.with_changes(measures=(m,)))
        )
        for m in others
    ]
    headline = standing.headline_of(value, scene) if value.known else Message("compared-several", {"companies": names})
    choices = side_by_side.choices(plan, [value], *more)
    return Answer(headline, tuple(blocks), choices, notes.all(), read_as=wording.read_as(plan, scene))


def _rows(plan: Plan, value: Comparison, scene: Scene, when: Moment, notes: wording.Footnotes) -> list[_Row]:
    days = {s.figure.company: s.figure.as_of for s in value.shown}

    def row(
        label: Message,
        shown: Sequence[Shown],
        *,
        first: bool = False,
        basis: bool = False,
    ) -> _Row:
        """A figure of the same day as its company's value in the first row does not repeat the day."""
        cells = []
        for one in shown:
            dated = first or one.figure.as_of != days[one.figure.company]
            cell = side_by_side.cell_of(one, scene, notes, dated=dated, basis=basis)
            if one.figure.formula == "quotient":
                cell = replace(cell, as_of=one.figure.inputs[1].as_of, dated=True)
            cells.append(cell)
        return _Row(label, tuple(cells))

    # A round is never taken for a market capitalisation, so where one stands every value says which it is.
    private = any(s.figure.basis != "market_cap" for s in value.known)
    rows = [row(Message("card-own-value"), [_own(s) for s in value.shown], first=True, basis=private)]
    if any(s.original is not None for s in value.shown):
        currency = next((s.currency for s in value.shown if s.currency), "")
        label = Message("card-common-value", {"currency": Term("currency", currency)})
        rows.append(row(label, value.shown))
    if apart := value.weighed_apart:
        label = Message("card-common-value", {"currency": Term("currency", apart)})
        rows.append(_Row(label, tuple(side_by_side.weight_cell(w, apart, notes) for w in value.weighed)))
    moments = value.alignment.moments
    read = {company: moments.get(company, when) for company in plan.companies}
    since = since_one_day(scene.evidence, read)
    rows.append(row(Message("card-since-listing"), [Shown(f, f.value) for f in since]))
    rows.append(row(Message("card-ytd"), _this_year(read, scene)))
    for measure in ("drawdown", *MEASURES[1:]):
        comparison = compared(scene.evidence, plan.companies, measure, when, None)
        shown = [_own(s) for s in comparison.shown]
        label = Message("card-measure", {"measure": scene.measure(measure).short})
        rows.append(row(label, shown, basis=measure in COUNTED or comparison.verdict in UNLIKE))
    rows.append(_Row(Message("card-route"), tuple(_route(c, scene) for c in plan.companies)))
    rows.append(_Row(Message("card-unlock"), tuple(_unlock(c, scene, when) for c in plan.companies)))
    return rows


def _picture(plan: Plan, value: Comparison, scene: Scene, when: Moment) -> list[Block]:
    """What the companies were worth over time, in the common currency; nothing where there is no line to draw."""
    currency = next((s.currency for s in value.shown if s.currency), None)
    drawn = [observed(scene.evidence, c, "market_value", when, currency=currency) for c in plan.companies]
    drawn = [series for series in drawn if len(series.points) > 1]
    if not drawn:
        return []
    led = reversals(drawn[0], drawn[1]) if len(drawn) == 2 else None
    return [pictures.lines(drawn, "market_value", scene, when, led)]


def _own(shown: Shown) -> Shown:
    return Shown(shown.figure, shown.figure.value)


def _this_year(read: Mapping[str, Moment], scene: Scene) -> list[Shown]:
    found = {company: returns.year_to_date(scene.book, company, moment) for company, moment in read.items()}
    figures = [return_figure(scene.evidence, company, result) for company, result in found.items()]
    return [Shown(f, f.value) for f in figures]


def _route(company: str, scene: Scene) -> Cell:
    route = scene.company(company).route
    return Cell(Term("route", route)) if route else Cell(None)


def _unlock(company: str, scene: Scene, when: Moment) -> Cell:
    """The next release by the moment, else the last one; a company that is not listed has none."""
    coming = releases(scene.book, company, when.at, when.at.plus(LOOK_AHEAD_DAYS), when)
    if coming:
        return _release_cell(_NEXT, coming[0])
    past = releases(scene.book, company, Day.of("2000-01-01"), when.at, when)
    return _release_cell(_LAST, past[-1]) if past else Cell(None)


_NEXT = {"tradable": "card-next-tradable", "free_in_law": "card-next-free"}
_LAST = {"tradable": "card-last-tradable", "free_in_law": "card-last-free"}


def _release_cell(keys: Mapping[str, str], release: Release) -> Cell:
    """Counted as the calendar counts it, so that card, calendar and reminders say one number."""
    day, ratio = release.first_free_day, ratio_of(release)
    claims = (*release.claims, *(row.id for row in release.tradable_rows))
    if ratio is None:
        return Cell(day, claims, AsOf.day(day))
    said: dict[str, Argument] = {"day": day, "shares": counted(release), "ratio": ratio}
    return Cell(Message(keys[basis_of(release)], said), claims, AsOf.day(day))


def _pages(count: int) -> list[range]:
    """The companies of each table, as evenly as they divide: four are two and two, five three and two."""
    pages = -(-count // WIDEST)
    size = -(-count // pages)
    return [range(start, min(start + size, count)) for start in range(0, count, size)]


_GATHERED = frozenset({"unknown-not-listed", "unknown-no-claim"})
"""Reasons that the gaps say once for all cells, so that no cell repeats its own."""


def _bared(cell: Cell) -> Cell:
    return replace(cell, why=None) if cell.why is not None and cell.why.key in _GATHERED else cell


def _gaps(rows: Sequence[_Row]) -> list[Block]:
    """Why figures are missing, so that no dash is left unexplained: by reason, with what would fill it."""
    unlisted: dict[Argument, None] = {}
    unstated: dict[Argument, dict[Argument, None]] = {}
    others: dict[Message, None] = {}
    for row in rows:
        for cell in row.cells:
            if cell.why is None:
                continue
            if cell.why.key == "unknown-not-listed":
                unlisted[cell.why.args["company"]] = None
            elif cell.why.key == "unknown-no-claim":
                unstated.setdefault(cell.why.args["measure"], {})[cell.why.args["company"]] = None
            else:
                others[cell.why] = None
    said = list(others)
    if unlisted:
        said.append(Message("gaps-not-listed", {"companies": Several(tuple(unlisted)), "count": len(unlisted)}))
    if unstated:
        each = tuple(
            Message("gap", {"measure": measure, "companies": Several(tuple(companies))})
            for measure, companies in unstated.items()
        )
        said.append(Message("gaps-no-source", {"each": wording.joined(each)}))
        said.append(Message("gaps-fill", {"command": Typed("/coverage")}))
    return [Prose(tuple(said))] if said else []
