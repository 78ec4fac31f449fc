"""The ladder of one company: its releases with their float and dates, named holders, and what others state."""

from __future__ import annotations

from decimal import Decimal

from bot.analysis.due import Due, Size, due
from bot.analysis.free_float import ALWAYS, FreeFloat, free_float
from bot.analysis.moments import Moment
from bot.analysis.releases import Locked, Release, locks
from bot.analysis.unlocking import stated_of, unsized
from bot.answer import Answer, Block, Cell, Choice, Column, Notice, Prose, Table
from bot.answers import unlock_pictures, wording
from bot.answers.asking import ask_again
from bot.answers.scene import Scene
from bot.answers.unlock_words import (
    FIGURES,
    classes_of,
    figures,
    left_out,
    others_due,
    prices,
    undated_supply,
    unmeasured,
    upcoming,
)
from bot.days import AsOf, Day
from bot.plan import Plan
from bot.quantities import Percent, Shares, divided
from bot.text import Argument, Message, Raw, Term

MOST_HOLDERS = 12


def answer(
    plan: Plan,
    scene: Scene,
    moment: Moment,
    stretch: tuple[Day, Day] | None,
    classes: frozenset[str],
    size: Size | None,
) -> Answer:
    """Returns one company's releases, of a stretch of days where one was asked for, else all past and coming ones."""
    company = plan.companies[0]
    found = due(scene.evidence, [company], moment, stretch, classes, size)
    bare = unsized(locks(scene.book, company, moment), *(stretch or ALWAYS))
    notes = wording.Footnotes()
    read = wording.read_as(plan, scene)
    if not found:
        told = unmeasured(bare, scene, notes)
        headline = _nothing(company, scene, stretch, narrowed=bool(classes or size), dated=bool(bare))
        return Answer(headline, (*told, *_without_day(company, scene)), footnotes=notes.all(), read_as=read)
    focus = next((d for d in found if d.day >= moment.at), found[-1])
    blocks: list[Block] = [upcoming(found, moment, scene, Message("unlock-ladder-caption"))]
    blocks += [_ladder(found, notes, scene), _float_fields(focus, moment, scene)]
    blocks += left_out(found, scene)
    blocks.append(_dates(found, scene))
    blocks += _tolerance(found)
    blocks += [Prose(prices(found, scene)), classes_of([[focus.release]], scene)]
    blocks += _holders(focus, plan, notes, scene)
    blocks += _stated(found, moment, notes, scene)
    blocks += [*unmeasured(bare, scene, notes), *others_due([company], stretch or ALWAYS, moment, scene)]
    blocks += undated_supply(company, moment, scene)
    blocks += unlock_pictures.waterfall(focus.change, scene) if focus.change else []
    sources = Plan("sources", (company,), ("unlock_ratio",), plan.when, plan.known_at)
    choices = (Choice(Message("choice-sources"), ask_again(sources)),)
    return Answer(_headline(focus, moment, scene), tuple(blocks), choices, notes.all(), read_as=read)


def _headline(focus: Due, moment: Moment, scene: Scene) -> Message:
    said: dict[str, Argument] = {
        "company": scene.name(focus.release.company),
        "shares": focus.shares,
        "day": focus.day,
        "calendar": focus.day.since(moment.at),
    }
    if focus.ratio.number is not None:
        said["ratio"] = focus.ratio.number
    if focus.day < moment.at:
        return Message("unlock-last", said)
    if focus.sessions is None:
        return Message("unlock-next-uncounted", said)
    return Message("unlock-next", {**said, "count": focus.sessions})


def _nothing(company: str, scene: Scene, stretch: tuple[Day, Day] | None, *, narrowed: bool, dated: bool) -> Message:
    name: dict[str, Argument] = {"company": scene.name(company)}
    if scene.book.listing_of(company) is None and not dated:
        return Message("unlock-not-listed", name)
    if dated:
        return Message("unlock-unsized", name)
    if narrowed or stretch:
        return Message("unlock-none-such", name)
    return Message("unlock-no-holdings", name)


def _without_day(company: str, scene: Scene) -> list[Block]:
    """Locks that are reported without a day on which they end."""
    return [
        Notice(Message("unlock-undated", {"holder": Raw(row.holder), "rule": Raw(row.rule)}))
        for row in scene.book.holdings.get(company, ())
        if row.row_type == "holder" and row.first_free_day is None
    ]


def _float_fields(focus: Due, moment: Moment, scene: Scene) -> Block:
    """The float today, and before and after the release in focus."""
    rows: list[tuple[Cell, ...]] = []
    today = free_float(scene.book, focus.release.company, moment.at, moment)
    if isinstance(today, FreeFloat):
        rows.append(_float_row(Message("unlock-float-today"), today))
    if focus.change is not None:
        day: dict[str, Argument] = {"day": focus.whole.first_free_day}
        rows.append(_float_row(Message("unlock-float-before", day), focus.change.before))
        rows.append(_float_row(Message("unlock-float-after", day), focus.change.after))
    if not rows:
        reason = today if not isinstance(today, FreeFloat) else "split_unknown"
        return Notice(Message("unlock-no-float", {"why": Term("no-float", reason)}), "warning")
    columns = (
        Column(Message("unlock-float")),
        Column(Message("unlock-float-shares"), "number"),
        Column(Message("unlocks-of-all"), "number"),
        Column(Message("unlock-locked"), "number"),
        Column(Message("unlock-not-tradable"), "number"),
    )
    return Table(Message("unlock-float-caption"), columns, tuple(rows))


def _float_row(label: Message, found: FreeFloat) -> tuple[Cell, ...]:
    day = AsOf.day(found.day)
    return (
        Cell(label),
        Cell(found.float_shares, found.claims, day),
        Cell(found.of_issued, found.claims, day),
        Cell(found.locked, found.claims, day),
        Cell(found.not_tradable, found.claims, day),
    )


def _ladder(found: tuple[Due, ...], notes: wording.Footnotes, scene: Scene) -> Table:
    rows = []
    for one in found:
        cited = wording.cited_briefly(one.release.sources, one.release.claims, notes)
        day = Cell(one.day, one.release.claims, AsOf.day(one.release.first_free_day), cited.notes)
        rows.append((day, *figures(one, scene)))
    return Table(Message("unlocks-caption"), (Column(Message("unlocks-first-session")), *FIGURES), tuple(rows))


def _dates(found: tuple[Due, ...], scene: Scene) -> Table:
    """The days of each release: as filed, and as its rules give them."""
    rows = []
    for one in found:
        release = one.release
        lock = _typical(release)
        check = lock.agreed
        binding = check.latest if check else None
        rows.append(
            (
                Cell(release.last_locked_day, release.claims),
                Cell(release.first_free_day, release.claims),
                Cell(check.ruled if check else None),
                Cell(binding.name if binding else None),
                Cell(Term("lock-agreement", check.verdict) if check else None),
            )
        )
    columns = (
        Column(Message("unlock-last-locked")),
        Column(Message("unlock-first-free")),
        Column(Message("unlock-by-rule")),
        Column(Message("unlock-rule")),
        Column(Message("unlock-agreement")),
    )
    return Table(Message("unlock-dates-caption"), columns, tuple(rows))


def _typical(release: Release) -> Locked:
    """The lock that speaks for a release: one in disagreement first, else that of the largest holder."""
    return next((k for k in release.locked if k.agreed and k.agreed.verdict == "differ"), release.locked[0])


def _tolerance(found: tuple[Due, ...]) -> list[Block]:
    checks = [lock.agreed for one in found for lock in one.release.locked if lock.agreed]
    said: list[Block] = []
    if any(check.verdict == "differ" for check in checks):
        said.append(Notice(Message("unlock-disagree"), "warning"))
    days = max((check.tolerance for check in checks), default=0)
    if days:
        said.append(Notice(Message("unlock-tolerance", {"count": days})))
    layered = max((len(check.layers) for check in checks), default=0)
    if layered > 1:
        said.append(Notice(Message("unlock-layers", {"count": layered})))
    return said


def _holders(focus: Due, plan: Plan, notes: wording.Footnotes, scene: Scene) -> list[Block]:
    """The largest holders by name; all of them where holders were asked for."""
    rows = focus.release.holders
    whole = focus.release.issued.value if focus.release.issued else None
    most = len(rows) if dict(plan.params).get("ask") == "holders" else MOST_HOLDERS
    table = tuple(
        (
            Cell(Raw(row.holder), (row.id,)),
            Cell(Term("holder-class", row.holder_class)),
            Cell(Shares(row.shares or Decimal(0)), (row.id,)),
            Cell(
                Percent(divided(row.shares or Decimal(0), whole.number)) if isinstance(whole, Shares) else None,
                (row.id,),
            ),
        )
        for row in rows[:most]
    )
    columns = (
        Column(Message("unlock-holder")),
        Column(Message("unlock-class")),
        Column(Message("unlock-free-in-law"), "number"),
        Column(Message("unlocks-of-all"), "number"),
    )
    blocks: list[Block] = [
        Table(Message("unlock-holders-caption", {"day": focus.release.first_free_day}), columns, table)
    ]
    if len(rows) > most:
        blocks.append(Notice(Message("and-more", {"count": len(rows) - most})))
    return blocks


def _stated(found: tuple[Due, ...], moment: Moment, notes: wording.Footnotes, scene: Scene) -> list[Block]:
    """What sources state of the same releases, beside what the filing's own rows add up to."""
    rows: list[tuple[Cell, ...]] = []
    for one in found:
        claims = stated_of(scene.book, one.whole, "unlock_ratio", moment)
        if not claims:
            continue
        release = one.whole
        filing = wording.cited_briefly(release.sources, release.claims, notes)
        day = AsOf.day(release.first_free_day)
        for value, base in ((release.of_listing, "listing"), (release.of_issued, "issued")):
            if value is not None:
                rows.append(
                    (
                        Cell(release.first_free_day),
                        Cell(value, release.claims, day),
                        Cell(Term("ratio-of", base)),
                        filing,
                    )
                )
        for claim in sorted(claims, key=lambda c: (c.rank, c.id)):
            cited = wording.cited_briefly([claim.source], (claim.id,), notes)
            scope: Argument = Term("scope", claim.scope) if claim.scope else Term("ratio-of", "issued")
            value_cell = Cell(claim.value, (claim.id,), claim.as_of, qualifier=wording.qualifier_of(claim))
            rows.append((Cell(release.first_free_day), value_cell, Cell(Message("plain", {"text": scope})), cited))
    if not rows:
        return []
    columns = (
        Column(Message("unlock-first-free")),
        Column(Message("field-value"), "number"),
        Column(Message("unlock-share-of")),
        Column(Message("field-source")),
    )
    return [Table(Message("unlock-stated-caption"), columns, tuple(rows))]
