"""The unlock calendar: what comes free when, of one company, of two side by side, or of all that are covered."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from bot.analysis.due import Due, Size, due
from bot.analysis.moments import Moment
from bot.analysis.releases import locks
from bot.analysis.unlocking import unsized
from bot.analysis.windows import window
from bot.answer import Answer, Block, Cell, Choice, Column, Notice, Prose, Table
from bot.answers import unlock_ladder, unlock_pictures, unlock_twins, wording
from bot.answers.asking import ask_again
from bot.answers.scene import Scene, inputs_of
from bot.answers.unlock_words import FIGURES, figures, left_out, others_due, prices, unmeasured, upcoming
from bot.days import AsOf, Day
from bot.facts.book import Needs
from bot.facts.lockups import classes_covered
from bot.plan import Plan
from bot.ports import Vocabulary
from bot.quantities import Shares
from bot.text import Argument, Message, Several

MEASURES = ("unlock_date", "unlock_ratio", "unlock_value")
FAR = Day.of("2199-12-31")


def needs(plan: Plan, vocabulary: Vocabulary) -> Needs:
    """Returns holdings, prices and share counts of the asked companies, or of all."""
    wanted = inputs_of((*MEASURES, "shares_in_issue"), vocabulary)
    return Needs(plan.companies or tuple(vocabulary.companies), wanted, bars=True, holdings=True)


def answer(plan: Plan, scene: Scene) -> Answer:
    """Returns the ladder of one company, two companies side by side, or the list of what is due."""
    moment = _moment(plan, scene)
    params = dict(plan.params)
    stretch = window(plan.when, moment.at)
    classes, size = classes_of(params, scene), size_of(params)
    if len(plan.companies) == 1:
        return unlock_ladder.answer(plan, scene, moment, stretch, classes, size)
    if len(plan.companies) == 2 and not size:
        return unlock_twins.answer(plan, scene, moment, stretch, classes)
    return _calendar(plan, scene, moment, stretch or (moment.at, FAR), classes, size)


def _moment(plan: Plan, scene: Scene) -> Moment:
    """A calendar is read from today on, or from the day up to which facts were to be known."""
    return scene.moment(plan.with_changes(when=None))


def classes_of(params: Mapping[str, Any], scene: Scene) -> frozenset[str]:
    """Returns the classes of holders that a plan asks for, none where it asks for all of them."""
    everyone = {h.holder_class for rows in scene.book.holdings.values() for h in rows if h.row_type == "holder"}
    without = classes_covered(params.get("holders_excluded"))
    asked = classes_covered(params.get("holders"))
    return frozenset((asked or everyone) - without) if asked or without else frozenset()


def size_of(params: Mapping[str, Any]) -> Size | None:
    """Returns the least size that a plan asks for."""
    level = params.get("threshold")
    if not level:
        return None
    return Size(Decimal(str(level["value"])), "issued" if level.get("of") == "issued" else "float")


def _calendar(
    plan: Plan, scene: Scene, moment: Moment, stretch: tuple[Day, Day], classes: frozenset[str], size: Size | None
) -> Answer:
    companies = plan.companies or tuple(scene.vocabulary.companies)
    found = due(scene.evidence, companies, moment, stretch, classes, size)
    notes = wording.Footnotes()
    blocks: list[Block] = []
    if found:
        blocks += [upcoming(found, moment, scene, Message("unlocks-calendar")), _table(found, scene, notes)]
        blocks += [*_sums(found, scene), *left_out(found, scene), *unlock_pictures.strip(found, stretch, scene)]
    bare = [lock for c in companies for lock in unsized(locks(scene.book, c, moment), *stretch)]
    if not classes and not size:
        blocks += unmeasured(bare, scene, notes)
        blocks += others_due(companies, stretch, moment, scene)
    elif size:
        blocks.append(Notice(Message("unlocks-size-known-only")))
    later = due(scene.evidence, companies, moment, (stretch[1].plus(1), FAR), classes, size) if stretch[1] < FAR else ()
    headline = _headline(found, stretch, scene)
    if not found and later:
        blocks[:0] = [Notice(_next(later[0], scene)), _table(later[:1], scene, notes)]
    choices = tuple(
        Choice(Message("choice-unlock", {"company": scene.name(c)}), ask_again(Plan("unlocks", (c,))))
        for c in dict.fromkeys(d.release.company for d in (*found, *later))
    )
    return Answer(headline, tuple(blocks), choices[:4], notes.all(), read_as=wording.read_as(plan, scene))


def _headline(found: tuple[Due, ...], stretch: tuple[Day, Day], scene: Scene) -> Message:
    if not found:
        key = "unlocks-none" if stretch[1] < FAR else "unlocks-none-from"
        return Message(key, {"start": stretch[0], "end": stretch[1]})
    said: dict[str, Argument] = {
        "count": len(found),
        "start": stretch[0],
        "end": stretch[1] if stretch[1] < FAR else found[-1].day,
        "companies": Several(tuple(dict.fromkeys(scene.name(d.release.company) for d in found))),
        "first": scene.name(found[0].release.company),
        "day": found[0].day,
        "shares": found[0].shares,
    }
    return Message("unlocks-headline", said)


def _next(one: Due, scene: Scene) -> Message:
    said: dict[str, Argument] = {"company": scene.name(one.release.company), "day": one.day, "shares": one.shares}
    return Message("unlocks-next", said)


def _table(found: tuple[Due, ...], scene: Scene, notes: wording.Footnotes) -> Table:
    rows = []
    for one in found:
        release = one.release
        cited = wording.cited_briefly(release.sources, release.claims, notes)
        company = Cell(scene.name(release.company), notes=cited.notes)
        rows.append((Cell(one.day, release.claims, AsOf.day(release.first_free_day)), company, *figures(one, scene)))
    columns = (Column(Message("unlocks-first-session")), Column(Message("column-company")), *FIGURES)
    return Table(Message("unlocks-caption"), columns, tuple(rows))


def _sums(found: tuple[Due, ...], scene: Scene) -> list[Block]:
    """What the rows of each company add up to: free in law, and what of it is counted as tradable."""
    rows = []
    for company in dict.fromkeys(d.release.company for d in found):
        own = [d for d in found if d.release.company == company]
        claims = tuple(dict.fromkeys(i for d in own for i in d.release.claims))
        sums = (sum((each(d) for d in own), Decimal(0)) for each in (_in_law, _counted))
        rows.append((Cell(scene.name(company)), *(Cell(Shares(total), claims) for total in sums)))
    columns = (
        Column(Message("column-company")),
        Column(Message("unlock-free-in-law"), "number"),
        Column(Message("unlocks-counted"), "number"),
    )
    return [Table(Message("unlocks-sums-caption"), columns, tuple(rows)), Prose(prices(found, scene))]


def _in_law(one: Due) -> Decimal:
    return one.release.shares.number


def _counted(one: Due) -> Decimal:
    return one.shares.number
