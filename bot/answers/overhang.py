"""How much comes free next: against shares, float, money and volume, by class of holder, and as a range.

For several companies it says who faces more in each sense, since the senses disagree.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot.analysis.moments import MONTHS
from bot.analysis.overhang import PARTICIPATION, NoOverhang, Overhang, next_release, overhang
from bot.analysis.windows import window
from bot.answer import Answer, Block, Cell, Choice, Column, Notice, Table
from bot.answers import overhang_parts, wording
from bot.answers.asking import ask_again
from bot.answers.scene import Scene
from bot.errors import ProblemError
from bot.facts.book import Needs
from bot.facts.rates import converted, rate_on
from bot.plan import Between, Plan
from bot.ports import Vocabulary
from bot.quantities import Count, Money, Multiple, Percent, Shares
from bot.text import Argument, Message, Several, Term

MEASURES = ("shares_in_issue", "share_price")
TWINS = ("zhipu", "minimax")
"""Whose releases are meant where nobody is named (questions/GUIDE): the two listed in Hong Kong."""


def needs(plan: Plan, vocabulary: Vocabulary) -> Needs:
    """Returns prices, share counts, lock-up lists and assumptions of the companies asked for."""
    return Needs(plan.companies or TWINS, MEASURES, bars=True, holdings=True, events=True)


def answer(plan: Plan, scene: Scene) -> Answer:
    """Returns the overhang of each company's release, and for several who faces more in each sense.

    Raises ProblemError where none of the companies has a release then.
    """
    plan = _of_the_month_meant(plan, scene)
    when = scene.moment(plan)
    stretch = scene.stretch(plan)
    found: list[Overhang] = []
    problems: list[Message] = []
    for company in plan.companies or TWINS:
        release = next_release(scene.book, company, when, stretch)
        if isinstance(release, str):
            problems.append(missing(release, company, scene))
        else:
            found.append(overhang(scene.book, release, when))
    if not found:
        raise ProblemError(problems[0], "/overhang zhipu minimax", outcome="refused")
    notes = wording.Footnotes()
    blocks: list[Block] = [_sizes(found, plan, scene, notes)]
    if {"holders", "holders_excluded"} & dict(plan.params).keys():
        blocks.append(Notice(Message("overhang-whole-release"), "warning"))
    blocks += [Notice(_orders(found, scene))] if len(found) > 1 else []
    blocks.append(overhang_parts.volume(found, scene))
    for one in found:
        blocks += overhang_parts.classes(one, scene, notes)
    blocks += overhang_parts.ranges(found, scene)
    for one in found:
        blocks += overhang_parts.remarks(one, scene)
    blocks += [Notice(problem) for problem in problems]
    blocks.append(Notice(Message("overhang-no-forecast")))
    return Answer(
        _headline(found, plan, scene), tuple(blocks), _choices(plan), notes.all(), read_as=wording.read_as(plan, scene)
    )


def _of_the_month_meant(plan: Plan, scene: Scene) -> Plan:
    """A month named alone is the one nearest to today, as the calendar of unlocks has it, so January may be next."""
    if plan.when not in MONTHS:
        return plan
    stretch = window(plan.when, scene.moment(plan.with_changes(when=None)).at)
    return plan.with_changes(when=Between(stretch[0].iso, stretch[1].iso)) if stretch else plan


def missing(why: NoOverhang, company: str, scene: Scene) -> Message:
    """Returns why a company has no release to measure."""
    return Message(f"overhang-{why.replace('_', '-')}", {"company": scene.name(company)})


def money_of(one: Overhang, shares: Shares, plan: Plan, scene: Scene, notes: wording.Footnotes) -> Cell:
    """Returns shares at the release's price as a cell, in the currency asked for at the price's own day's rate."""
    amount = one.at_price(shares)
    if amount is None or one.price.as_of is None:
        return Cell(None, why=Message("overhang-no-price"))
    claims = (*one.supply.claims, *one.price.claims)
    if plan.currency is None or plan.currency == amount.currency:
        return Cell(amount, claims, one.price.as_of, dated=True)
    rate = rate_on(scene.rates, amount.currency, plan.currency, one.price.as_of.end)
    if rate is None:
        return Cell(amount, claims, one.price.as_of, dated=True)
    number = notes.number(wording.rate_note(rate))
    return Cell(converted(amount, rate), claims, one.price.as_of, (number,), dated=True)


def _headline(found: Sequence[Overhang], plan: Plan, scene: Scene) -> Message:
    each = tuple(
        Message(
            "overhang-one" if o.supply.stated else "overhang-one-whole",
            {
                "company": scene.name(o.release.company),
                "day": o.release.first_free_day,
                "shares": o.supply.shares,
                "value": worth if isinstance(worth, Money) else Message("overhang-no-price"),
            },
        )
        for o, worth in ((o, money_of(o, o.supply.shares, plan, scene, wording.Footnotes()).value) for o in found)
    )
    if plan.measures == ("days_of_volume",) and all(o.main for o in found):
        each = tuple(_with_days(said, o) for said, o in zip(each, found, strict=True))
    return Message("overhang-headline", {"each": Several(each)})


def _with_days(said: Message, one: Overhang) -> Message:
    """The first line of a release with the sessions it lasts at each part of an average day's volume."""
    assert one.main is not None
    fast, slow = (Count(round(one.days(one.main, part), 1)) for part in PARTICIPATION)
    return Message("overhang-one-days", {"said": said, "fast": fast, "slow": slow})


def _sizes(found: Sequence[Overhang], plan: Plan, scene: Scene, notes: wording.Footnotes) -> Table:
    """One row a sense, one column a company."""
    columns = (
        Column(Message("overhang-column-sense")),
        *(Column(scene.name(o.release.company), "number") for o in found),
    )
    rows: list[tuple[Cell, ...]] = []

    def row(key: str, cells: Sequence[Cell]) -> None:
        rows.append((Cell(Message(f"overhang-{key}")), *cells))

    row("first-free", [Cell(o.release.first_free_day, o.release.claims) for o in found])
    row("shares", [Cell(o.release.shares, o.release.claims) for o in found])
    row("tradable", [_cell(o.supply.shares if o.supply.stated else None, o.supply.claims) for o in found])
    row("of-total", [_cell(o.release.of_issued, o.release.claims) for o in found])
    row("of-listing", [_cell(o.release.of_listing, o.release.claims) for o in found])
    row("of-class", [_cell(o.supply.of_traded_class if o.supply.stated else None, o.supply.claims) for o in found])
    row("float-before", [_cell(o.supply.before, o.supply.claims) for o in found])
    row("of-float", [_cell(o.supply.of_float, o.supply.claims) for o in found])
    row("float-multiple", [_cell(o.float_multiple, o.supply.claims) for o in found])
    row("money", [money_of(o, o.supply.shares, plan, scene, notes) for o in found])
    row("days-20", [_days(o, PARTICIPATION[0]) for o in found])
    row("days-10", [_days(o, PARTICIPATION[1]) for o in found])
    return Table(Message("overhang-caption"), columns, tuple(rows))


def _cell(value: Shares | Percent | Multiple | None, claims: tuple[str, ...]) -> Cell:
    if value is None:
        return Cell(None, why=Message("overhang-no-count"))
    return Cell(value, claims)


def _days(one: Overhang, participation: Decimal) -> Cell:
    if one.main is None:
        return Cell(None, why=Message("overhang-no-volume"))
    days = Count(round(one.days(one.main, participation), 1))
    return Cell(days, (*one.supply.claims, *one.main.claims))


def _orders(found: Sequence[Overhang], scene: Scene) -> Message:
    """Who faces more in each of four senses, each on its own."""
    senses: list[Argument] = []
    ahead: set[str] = set()
    for key, values in (
        ("of-total", [o.release.of_issued.fraction if o.release.of_issued else None for o in found]),
        ("float-multiple", [o.float_multiple.times if o.float_multiple else None for o in found]),
        ("money", [_comparable(o, scene) for o in found]),
        ("days", [o.days(o.main, Decimal(1)) if o.main else None for o in found]),
    ):
        known = [(value, o.release.company) for value, o in zip(values, found, strict=True) if value is not None]
        if len(known) < len(found):
            continue
        most = max(known, key=lambda pair: pair[0])
        ahead.add(most[1])
        senses.append(Message("overhang-more", {"sense": Term("overhang-sense", key), "company": scene.name(most[1])}))
    key = "overhang-orders-alike" if len(ahead) == 1 else "overhang-orders"
    return Message(key, {"each": Several(tuple(senses))})


def _comparable(one: Overhang, scene: Scene) -> Decimal | None:
    """The money in dollars at the price's own day, None without a rate."""
    amount = one.money
    if amount is None or one.price.as_of is None:
        return None
    rate = rate_on(scene.rates, amount.currency, "USD", one.price.as_of.end)
    return None if rate is None else converted(amount, rate).amount


def _choices(plan: Plan) -> tuple[Choice, ...]:
    companies = plan.companies or TWINS
    scenario = Plan(
        "what_if", companies, ("days_of_volume",), plan.when, plan.known_at, params=(("sell_fraction", 0.2),)
    )
    study = Plan("study", companies[:1], known_at=plan.known_at)
    return (
        Choice(Message("overhang-choice-sell"), ask_again(scenario)),
        Choice(Message("overhang-choice-study"), ask_again(study)),
    )
