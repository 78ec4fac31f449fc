"""Who plays whose role in a mirror and why, and where the analogy fails."""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.conversion import Shown
from bot.analysis.figures import Figure
from bot.analysis.measuring import figure
from bot.analysis.moments import Moment
from bot.analysis.routes import FAILS_BEYOND, ROUTE_MEASURES, Cast, RouteGap, cast, fit, route_gaps
from bot.answer import Block, Cell, Column, Notice, Table
from bot.answers import wording
from bot.answers.claims import against, verdict_words
from bot.answers.scene import Scene
from bot.facts.records import Statement
from bot.plan import Plan
from bot.quantities import Percent, Points
from bot.text import Argument, Message, Several, Term


def casting(plan: Plan, scene: Scene, when: Moment, notes: wording.Footnotes) -> list[Block]:
    """Returns the roles of four companies with the measures they rest on, then every point where the mirror fails."""
    casts = [cast(scene.evidence, scene.company(c), when) for c in plan.companies]
    blocks: list[Block] = [_profile(plan.companies, casts, scene, when)]
    blocks.append(Notice(_roles(casts, scene)))
    gaps = _counterparts(casts, scene, when)
    blocks += [Notice(_differs(g, scene), "warning") for g in gaps if g.fails]
    blocks += [Notice(_miscast(c, scene), "warning") for c in casts if c.contradicted]
    if not any(g.fails for g in gaps):
        blocks.append(Notice(_nothing_far_apart(gaps, scene)))
    doubtful = [s for s in scene.book.statements if s.against and _speaks_of(s, plan.companies)]
    contradictions = [s for s in doubtful if against(s, when.known_at)]
    if contradictions:
        blocks.append(_contradictions(contradictions, when, notes))
    elif doubtful:
        blocks.append(Notice(Message("mirror-nothing-checked", {"day": when.known_at})))
    return blocks


def _profile(companies: Sequence[str], casts: Sequence[Cast], scene: Scene, when: Moment) -> Table:
    """Each route measure that any of the four has, each figure with its day."""
    rows = [(Cell(Message("mirror-role")), *(Cell(_role(c)) for c in casts))]
    for measure in ROUTE_MEASURES:
        found = [figure(scene.evidence, company, measure, when) for company in companies]
        if any(f.value is not None for f in found):
            rows.append((Cell(scene.measure(measure).short), *(_dated(f, scene) for f in found)))
    columns = (Column(Message("column-measure")), *(Column(scene.name(c)) for c in companies))
    return Table(Message("mirror-roles-caption"), columns, tuple(rows))


def _dated(found: Figure, scene: Scene) -> Cell:
    if found.value is None:
        return Cell(None, why=wording.unknown(found, scene))
    return Cell(found.value, found.claims, found.as_of, dated=True, qualifier=wording.qualifier(found))


def _role(one: Cast) -> Message | None:
    if not one.role:
        return None
    role: Argument = Term("route", one.role)
    return Message("plain", {"text": role}) if one.declared else Message("mirror-role-measured", {"role": role})


def _roles(casts: Sequence[Cast], scene: Scene) -> Message:
    said: dict[str, Argument] = {
        place: scene.name(one.company) for place, one in zip(("first", "second", "third", "fourth"), casts, strict=True)
    }
    match fit(casts):
        case "straight":
            roles = {"role": Term("route", casts[0].role), "other": Term("route", casts[1].role)}
            return Message("mirror-roles-straight", {**said, **roles})
        case "crossed":
            roles = {"role": Term("route", casts[0].role), "other": Term("route", casts[1].role)}
            return Message("mirror-roles-crossed", {**said, **roles})
        case _:
            return Message("mirror-roles-undecided", said)


def _counterparts(casts: Sequence[Cast], scene: Scene, when: Moment) -> list[RouteGap]:
    a, b, c, d = (one.company for one in casts)
    if fit(casts) == "crossed":
        c, d = d, c
    return [gap for one, other in ((a, c), (b, d)) for gap in route_gaps(scene.evidence, one, other, when)]


def _differs(gap: RouteGap, scene: Scene) -> Message:
    return Message("mirror-differs-at-most" if gap.at_most else "mirror-differs", _both(gap, scene))


def _both(gap: RouteGap, scene: Scene) -> dict[str, Argument]:
    said: dict[str, Argument] = {"measure": scene.measure(gap.measure).name, "points": Points(gap.gap * 100)}
    for place, one in (("first", gap.one), ("second", gap.other)):
        assert isinstance(one.value, Percent)
        assert one.as_of is not None
        value = wording.qualified(Shown(one, one.value))
        said |= {place: scene.name(one.company), f"{place}_value": value, f"{place}_day": one.as_of}
    return said


def _miscast(one: Cast, scene: Scene) -> Message:
    assert isinstance(one.enterprise.value, Percent)
    assert one.enterprise.as_of is not None
    return Message(
        "mirror-miscast",
        {
            "company": scene.name(one.company),
            "role": Term("route", one.role),
            "share": one.enterprise.value,
            "day": one.enterprise.as_of,
        },
    )


def _nothing_far_apart(gaps: Sequence[RouteGap], scene: Scene) -> Message:
    points = int(FAILS_BEYOND * 100)
    if not gaps:
        return Message("mirror-nothing-in-common", {"points": points})
    measures = tuple(dict.fromkeys(scene.measure(g.measure).name for g in gaps))
    return Message("mirror-nothing-far-apart", {"points": points, "measures": Several(measures)})


def _speaks_of(statement: Statement, companies: Sequence[str]) -> bool:
    return statement.in_article and bool(statement.companies) and set(statement.companies) <= set(companies)


def _contradictions(statements: Sequence[Statement], when: Moment, notes: wording.Footnotes) -> Table:
    columns = (
        Column(Message("mirror-article-says")),
        Column(Message("claims-verdict")),
        Column(Message("claims-checked")),
        Column(Message("field-source")),
    )
    rows = tuple(
        (
            Cell(s.said, (s.id,)),
            Cell(verdict_words(s, when.known_at)),
            Cell(s.found),
            wording.cited_briefly([s.source], (s.id,), notes),
        )
        for s in statements
    )
    return Table(Message("mirror-contradictions"), columns, rows)
