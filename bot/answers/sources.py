"""Where a figure comes from: every claim behind it, chosen and not chosen, with dates and links."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot.analysis.conversion import Shown
from bot.analysis.figures import Figure
from bot.analysis.measuring import figure
from bot.analysis.moments import Moment
from bot.analysis.releases import Release, releases
from bot.answer import Answer, Block, Cell, Choice, Column, Notice, Prose, Table
from bot.answers import wording
from bot.answers.asking import ask_again
from bot.answers.scene import Scene, needs_of
from bot.days import AsOf, Day
from bot.facts.book import Needs
from bot.facts.choosing import Why, choose
from bot.facts.quoting import CLOSE, numbers_quoted
from bot.facts.records import Claim
from bot.plan import Plan
from bot.ports import Vocabulary
from bot.quantities import Quantity, Range
from bot.text import Argument, Message, Term

MOST_CLAIMS = 20
UNLOCK_MEASURES = frozenset({"unlock_ratio", "unlock_value", "unlock_date", "unlocked_shares"})


def needs(plan: Plan, vocabulary: Vocabulary) -> Needs:
    """Returns the facts behind a figure, holdings among them for what is worked out from releases."""
    basic = needs_of(plan, vocabulary)
    if not UNLOCK_MEASURES & set(plan.measures):
        return basic
    return Needs(basic.companies, (*basic.measures, "shares_in_issue"), basic.bars, holdings=True)


def answer(plan: Plan, scene: Scene) -> Answer:
    """Returns the sources of one measure of one company: what was taken, why, and what was not."""
    company, measure = plan.companies[0], plan.measures[0]
    when = scene.moment(plan)
    claims = _candidates(plan, scene, when)
    found = figure(scene.evidence, company, measure, when)
    place = {"company": scene.name(company), "measure": wording.measured(found, scene)}
    notes = wording.Footnotes()
    rows = [*_derived_rows(found, plan, scene, when, notes), *_claim_rows(claims[:MOST_CLAIMS], found, when, notes)]
    read = wording.read_as(plan, scene)
    if not rows:
        return Answer(Message("sources-none", place), (Notice(wording.unknown(found, scene)),), read_as=read)
    columns = (
        Column(Message("field-value"), "number"),
        Column(Message("field-as-of")),
        Column(Message("field-basis")),
        Column(Message("column-standing")),
        Column(Message("column-known-at")),
        Column(Message("field-source")),
    )
    blocks: list[Block] = [Table(Message("sources-caption", place), columns, tuple(rows))]
    if len(claims) > MOST_CLAIMS:
        blocks.append(Notice(Message("and-more", {"count": len(claims) - MOST_CLAIMS})))
    if found.value is not None and found.as_of is not None:
        value = wording.qualified(Shown(found, found.value))
        headline = Message("sources-headline", {**place, "value": value, "as_of": found.as_of})
        how = wording.workings(found)
        said = [Message("sources-workings", {"workings": how})] if how else []
        said.append(Message("why-derived" if found.formula == "close_times_shares" else "why-chosen"))
        blocks.append(Prose(tuple(said)))
    else:
        headline = Message("sources-stated-only", place)
        blocks.append(Notice(wording.unknown(found, scene)))
    if (quoted := _quoted(claims, plan)) is not None and not _states(found.value, plan):
        as_put: dict[str, Argument] = {
            "value": wording.as_put(quoted.value, wording.qualifier_of(quoted)),
            "source": wording.cited(quoted.source),
            "as_of": quoted.as_of,
        }
        headline = Message("sources-quoted", {**place, **as_put})
    if plan.known_at:
        notes.number(Message("sources-known-at", {"day": plan.known_at}))
    lookup = Choice(Message("choice-figure"), ask_again(plan.with_changes(operation="lookup")))
    return Answer(headline, tuple(blocks), (lookup,), notes.all(), found.as_of, read)


def _candidates(plan: Plan, scene: Scene, when: Moment) -> list[Claim]:
    """The public claims of the asked time: of a stretch where one was asked, else of all days up to the moment."""
    stretch = scene.stretch(plan)
    first = stretch[0] if stretch else None
    last = stretch[1] if stretch else when.at
    claims = [
        c
        for c in scene.book.claims_of(plan.companies[0], plan.measures[0])
        if c.known_at <= when.known_at and c.as_of.end <= last and (first is None or c.as_of.end >= first)
    ]
    return sorted(claims, key=lambda c: (-c.as_of.end.date.toordinal(), c.rank, c.id))


def _quoted(claims: Sequence[Claim], plan: Plan) -> Claim | None:
    """The claim that a quoted amount is taken from, the newest of several; None where none states it."""
    return next((c for c in claims if _states(c.value, plan)), None)


def _states(value: Quantity | Range | Day | None, plan: Plan) -> bool:
    """Decides whether a value is the amount that the question quotes, as people round it."""
    amount = dict(plan.params).get("amount")
    if not amount or value is None:
        return False
    stated = Decimal(str(amount["value"]))
    return any(abs(n - stated) <= abs(n) * CLOSE for n in numbers_quoted(value, amount.get("currency")))


def _derived_rows(
    found: Figure, plan: Plan, scene: Scene, when: Moment, notes: wording.Footnotes
) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    if found.formula and found.value is not None and found.as_of is not None:
        rows.append(
            (
                Cell(found.value, found.claims, found.as_of, wording.rate_notes(Shown(found, found.value), notes)),
                Cell(found.as_of),
                Cell(Message("plain", {"text": wording.basis(found)})),
                Cell(Message("standing-derived" if found.formula == "close_times_shares" else "standing-worked-out")),
                Cell(found.as_of),
                wording.cited_briefly(found.sources, found.claims, notes),
            )
        )
    if found.basis == "close" and not found.formula and found.value is not None:
        rows.append(_close_row(found, notes))
    if found.formula in ("quotient", "unlock_ratio", "unlock_value") or found.missing in wording.NOT_DIVIDED:
        rows += [_input_row(one, scene, notes) for one in found.inputs if one.value is not None]
    if UNLOCK_MEASURES & set(plan.measures):
        stretch = scene.stretch(plan) or (when.at, when.at.plus(365))
        for release in releases(scene.book, plan.companies[0], *stretch, when):
            rows += _release_rows(release, plan.measures[0], notes)
    return rows


def _close_row(found: Figure, notes: wording.Footnotes) -> tuple[Cell, ...]:
    """The close that was taken is a session's, not a claim's: it stands at the head of what was printed beside it."""
    return (
        Cell(found.value, found.claims, found.as_of),
        Cell(found.as_of),
        Cell(Term("basis", found.basis)),
        Cell(Message("standing-chosen")),
        Cell(found.as_of),
        wording.cited_briefly(found.sources, found.claims, notes),
    )


def _input_row(one: Figure, scene: Scene, notes: wording.Footnotes) -> tuple[Cell, ...]:
    """What was divided by what, since a quotient is only as good as the two."""
    return (
        Cell(one.value, one.claims, one.as_of, qualifier=wording.qualifier(one)),
        Cell(one.as_of),
        Cell(Message("plain", {"text": wording.basis(one)})),
        Cell(Message("standing-input", {"measure": scene.measure(one.measure).short})),
        Cell(None),
        wording.cited_briefly(one.sources, one.claims, notes),
    )


def _release_rows(release: Release, measure: str, notes: wording.Footnotes) -> list[tuple[Cell, ...]]:
    """What the filing's own rows of holders add up to: per share at listing, and per share in issue on the day."""
    day = AsOf.day(release.first_free_day)
    holders: dict[str, Argument] = {"count": len(release.holders), "shares": release.shares}
    values = {
        "unlock_ratio": (("release-of-listing", release.of_listing), ("release-of-issued", release.of_issued)),
        "unlocked_shares": (("release-shares", release.shares),),
        "unlock_date": (("release-shares", release.first_free_day),),
    }.get(measure, (("release-shares", release.shares),))
    return [
        (
            Cell(value, release.claims, day),
            Cell(day),
            Cell(Message(key, holders), release.claims),
            Cell(Message("standing-filing")),
            Cell(None),
            wording.cited_briefly(release.sources, release.claims, notes),
        )
        for key, value in values
        if value is not None
    ]


def _claim_rows(
    claims: Sequence[Claim], found: Figure, when: Moment, notes: wording.Footnotes
) -> list[tuple[Cell, ...]]:
    reasons: dict[str, Why] = {w.claim.id: w.why for w in choose(claims, when.at, when.known_at).weighed}
    if found.selection is not None:
        reasons |= {w.claim.id: w.why for w in found.selection.weighed}
    return [
        (
            Cell(claim.value, (claim.id,), claim.as_of, qualifier=wording.qualifier_of(claim)),
            Cell(claim.as_of),
            Cell(Message("basis-and-scope", {"basis": Term("basis", claim.basis), "scope": Term("scope", claim.scope)}))
            if claim.scope
            else Cell(Term("basis", claim.basis)),
            Cell(_standing(claim, found, reasons)),
            Cell(claim.known_at),
            wording.cited_briefly([claim.source], (claim.id,), notes),
        )
        for claim in claims
    ]


def _standing(claim: Claim, found: Figure, reasons: dict[str, Why]) -> Message:
    why = reasons.get(claim.id, "older")
    if claim.id in found.claims:
        return Message("standing-chosen")
    if why == "chosen":
        return Message("standing-beside" if found.formula or found.value is None else "standing-other-scope")
    return Message(f"beside-{why.replace('_', '-')}")
