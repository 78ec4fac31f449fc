"""What is known: for each company and measure how many claims, how new, what is missing and what is disputed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from bot.answer import Answer, Block, Cell, Column, Notice, Table
from bot.answers import wording
from bot.answers.scene import Scene
from bot.days import AsOf, Day
from bot.facts.book import Needs
from bot.facts.choosing import NEVER_LATEST, choose
from bot.facts.records import Claim
from bot.plan import Plan
from bot.ports import Vocabulary
from bot.quantities import Count
from bot.text import Argument, Message, Several


@dataclass(frozen=True, slots=True)
class Covered:
    """How well one measure of one company is covered. `disputes` counts claims that contradict the figure taken."""

    company: str
    measure: str
    claims: int
    newest: AsOf
    disputes: int
    ids: tuple[str, ...]


def needs(plan: Plan, vocabulary: Vocabulary) -> Needs:
    """Returns every claim of the asked companies."""
    return Needs(plan.companies or tuple(vocabulary.companies), tuple(vocabulary.measures), bars=True)


def answer(plan: Plan, scene: Scene) -> Answer:
    """Returns the coverage of one company by measure, or of all companies."""
    today = scene.now.day_in("UTC")
    known = min(plan.known_at or today, today)
    covered = [
        entry
        for (company, measure), claims in sorted(scene.book.claims.items())
        if (entry := coverage_of(company, measure, claims, known)) is not None
    ]
    if plan.companies:
        return _company(plan, scene, [c for c in covered if c.company == plan.companies[0]])
    return _everyone(plan, scene, covered, known)


def coverage_of(company: str, measure: str, claims: Iterable[Claim], known: Day) -> Covered | None:
    """Returns how one measure is covered by what was public on a day, None when nothing was."""
    seen = [c for c in claims if c.known_at <= known]
    if not seen:
        return None
    # A target or a coming release speaks of a day ahead, so it never makes a measure look fresh.
    facts = [c.as_of for c in seen if c.basis not in NEVER_LATEST and c.as_of.end <= known] or [c.as_of for c in seen]
    newest = max(facts, key=lambda a: (a.end, a.label))
    scopes = {c.scope for c in seen}
    disputes = sum(len(choose([c for c in seen if c.scope == s], known, known).disputes) for s in scopes)
    return Covered(company, measure, len(seen), newest, disputes, tuple(c.id for c in seen))


def _everyone(plan: Plan, scene: Scene, covered: list[Covered], known: Day) -> Answer:
    rows = []
    for key, company in scene.vocabulary.companies.items():
        own = [c for c in covered if c.company == key]
        bars = scene.book.bars_of(key)
        newest = max((c.newest for c in own if c.newest.end <= known), key=lambda a: a.end, default=None)
        closes = [bar.session for bar in bars.sessions if bar.session <= known] if bars else []
        rows.append(
            (
                Cell(company.name),
                Cell(_count(sum(c.claims for c in own)), tuple(i for c in own for i in c.ids[:1])),
                Cell(_count(len(own))),
                Cell(newest),
                Cell(_count(sum(c.disputes for c in own))),
                Cell(closes[-1] if closes else None),
            )
        )
    columns = (
        Column(Message("column-company")),
        Column(Message("column-claims"), "number"),
        Column(Message("column-measures"), "number"),
        Column(Message("column-newest")),
        Column(Message("column-disputes"), "number"),
        Column(Message("column-prices-to")),
    )
    headline = Message(
        "coverage-headline",
        {
            "companies": len(scene.vocabulary.companies),
            "claims": sum(c.claims for c in covered),
            "measures": len({c.measure for c in covered}),
            "day": max((c.newest.end for c in covered if c.newest.end <= known), default=known),
        },
    )
    return Answer(
        headline,
        (Table(Message("coverage-caption"), columns, tuple(rows)),),
        read_as=wording.read_as(plan, scene),
        visible_to="asker",
    )


def _company(plan: Plan, scene: Scene, covered: list[Covered]) -> Answer:
    name = scene.name(plan.companies[0])
    rows = tuple(
        (
            Cell(scene.measure(c.measure).name),
            Cell(_count(c.claims), c.ids),
            Cell(c.newest),
            Cell(_count(c.disputes)),
        )
        for c in covered
    )
    columns = (
        Column(Message("column-measure")),
        Column(Message("column-claims"), "number"),
        Column(Message("column-newest")),
        Column(Message("column-disputes"), "number"),
    )
    blocks: list[Block] = [Table(Message("coverage-company-caption", {"company": name}), columns, rows)]
    have = {c.measure for c in covered}
    gaps = [m.short for m in scene.vocabulary.measures.values() if m.key not in have and m.formula is None]
    if gaps:
        blocks.append(Notice(Message("coverage-gaps", {"company": name, "measures": Several(tuple(gaps))})))
    counts: dict[str, Argument] = {"company": name, "claims": sum(c.claims for c in covered), "measures": len(covered)}
    return Answer(
        Message("coverage-company", counts), tuple(blocks), read_as=wording.read_as(plan, scene), visible_to="asker"
    )


def _count(number: int) -> Count:
    return Count(Decimal(number))
