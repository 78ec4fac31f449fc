"""What the answers of the unlock calendar share: whose shares, how far along, what is left out, what else is due."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from bot.analysis.due import Due
from bot.analysis.moments import Moment
from bot.analysis.releases import Locked, Release
from bot.answer import Block, Calendar, Cell, Column, Entry, Notice, Table
from bot.answers import wording
from bot.answers.scene import Scene
from bot.days import AsOf, Day
from bot.facts.records import Holding
from bot.quantities import Percent, Shares, divided
from bot.text import Argument, Message, Raw, Several, Term

MOST_CLASSES = 3
DEMAND = frozenset({"stock_connect", "index", "star_plan", "a_listing"})
"""Kinds of events that bring buyers or open another market to the shares."""


def by_class(release: Release) -> tuple[tuple[str, Decimal], ...]:
    """Returns the classes of holders of a release with their shares, the largest first."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for row in release.holders:
        sums[row.holder_class] += row.shares or 0
    return tuple(sorted(sums.items(), key=lambda item: (-item[1], item[0])))


def classes_of(sides: Sequence[Sequence[Release]], scene: Scene) -> Table:
    """Returns which part of each company's releases each class of holders holds, a column for each company."""
    parts = [_parts(side) for side in sides]
    keys = list(dict.fromkeys(key for side in parts for key in side))
    columns = (
        Column(Message("unlock-class")),
        *(Column(scene.name(side[0].company), "number") for side in sides if side),
    )
    rows = tuple(
        (Cell(Term("holder-class", key)), *(side.get(key, Cell(None)) for side in parts if side)) for key in keys
    )
    return Table(Message("unlock-classes-caption"), columns, rows)


def _parts(side: Sequence[Release]) -> dict[str, Cell]:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for release in side:
        for key, shares in by_class(release):
            sums[key] += shares
    total = sum(sums.values(), Decimal(0))
    claims = tuple(dict.fromkeys(i for release in side for i in release.claims))
    ordered = sorted(sums.items(), key=lambda item: (-item[1], item[0]))
    return {key: Cell(Percent(divided(shares, total)), claims) for key, shares in ordered if total}


FIGURES = (
    Column(Message("unlocks-tradable"), "number"),
    Column(Message("unlocks-of-all"), "number"),
    Column(Message("unlocks-of-float"), "number"),
    Column(Message("unlocks-worth"), "number"),
)
"""The headings of what a calendar says of each release in figures."""


def figures(one: Due, scene: Scene) -> tuple[Cell, ...]:
    """Returns a release in figures: the shares counted, their part of all and of the float before, and their worth."""
    release = one.release
    return (
        Cell(one.shares, release.claims, AsOf.day(release.first_free_day)),
        wording.cell(one.ratio, scene),
        Cell(one.of_float, one.change.before.claims if one.change and one.of_float else ()),
        wording.cell(one.value, scene),
    )


def upcoming(found: Iterable[Due], moment: Moment, scene: Scene, caption: Message) -> Calendar:
    """Returns releases as a calendar: the first session of each, how far it is away, and whose shares they are."""
    entries = []
    for one in found:
        release = one.release
        classes: list[Argument] = [Term("holder-class", key) for key, _ in by_class(release)]
        if len(classes) > MOST_CLASSES:
            more = Message("unlocks-more-classes", {"count": len(classes) - MOST_CLASSES})
            classes = [*classes[:MOST_CLASSES], more]
        told: dict[str, Argument] = {
            "company": scene.name(release.company),
            "classes": Several(tuple(classes)),
            "standing": standing(one, moment),
        }
        entries.append(Entry(one.day, Message("unlocks-entry", told), release.claims))
    return Calendar(caption, tuple(entries))


def status_cell(one: Due, moment: Moment) -> Cell:
    """Returns how far a release is away in sessions, or what has become of it, in few words."""
    if one.day > moment.at and one.sessions is not None:
        return Cell(Message("unlocks-left-short", {"count": one.sessions}), one.release.claims)
    return Cell(standing(one, moment), one.release.claims)


def standing(one: Due, moment: Moment) -> Term | Message:
    """Returns how far a release is away in sessions and days, or what has become of it."""
    release = one.release
    if one.day <= moment.at or release.status in ("effective", "verified"):
        return Term("unlock-status", release.status)
    if one.sessions is None:
        return Message("unlocks-days", {"calendar": one.day.since(moment.at)})
    key = "unlocks-sessions-provisional" if release.provisional else "unlocks-sessions"
    return Message(key, {"count": one.sessions, "calendar": one.day.since(moment.at)})


def prices(found: Iterable[Due], scene: Scene) -> tuple[Message, ...]:
    """Returns at which close the worth of releases is taken, once for each close (SEMANTICS rule 16)."""
    said: dict[Message, None] = {}
    for one in found:
        close = one.value.inputs[0].number if one.value.inputs else None
        if close is not None and one.value.as_of is not None:
            told = {"company": scene.name(one.release.company), "price": close, "day": one.value.as_of}
            said[Message("unlock-worth-at", told)] = None
    return tuple(said)


def left_out(found: Iterable[Due], scene: Scene) -> list[Block]:
    """Returns what the counted shares leave out, and what is known for a group only or for nobody."""
    said: list[Block] = []
    provisional: dict[Argument, None] = {}
    for one in found:
        release = one.release
        place: dict[str, Argument] = {
            "company": scene.name(release.company),
            "day": release.first_free_day,
            "shares": release.shares,
        }
        if release.tradable is None:
            said.append(Notice(Message("unlocks-split-unknown", place), "warning"))
        elif release.not_tradable and release.not_tradable.number:
            key = "unlocks-left-out-group" if release.tradable_known == "group" else "unlocks-left-out"
            place |= {"tradable": release.tradable, "out": release.not_tradable}
            said.append(Notice(Message(key, place), "warning"))
        if release.first_session and release.first_session != release.first_free_day:
            place["session"] = release.first_session
            said.append(Notice(Message("unlocks-not-a-session", place)))
        if release.provisional:
            provisional[release.first_session or release.first_free_day] = None
        said += conditions(release, scene)
    if provisional:
        said.append(Notice(Message("unlocks-provisional", {"days": Several(tuple(provisional))})))
    return said


def conditions(release: Release, scene: Scene) -> list[Block]:
    """Returns how the conditions and amendments stand that a release rests on, each once."""
    said: dict[Message, None] = {}
    for lock in release.locked:
        state = lock.condition
        if state is not None:
            day = state.met_on
            key = (
                "unlocks-condition-open"
                if day is None
                else ("unlocks-condition-met" if state.fixed else "unlocks-condition-reported")
            )
            told: dict[str, Argument] = {
                "company": scene.name(release.company),
                "condition": Term("unlock-condition", state.condition.kind),
                "count": state.condition.sessions,
                "limit": release.last_locked_day,
            }
            if day is not None:
                told |= {"day": day, "free": day.plus(1)}
            if state.event is not None:
                told |= {"event": state.event.what, "event_day": state.event.day}
            said[Message(key, told)] = None
        if lock.amendment is not None:
            change = lock.amendment
            amended: dict[str, Argument] = {
                "holder": Raw(change.holder),
                "before": change.was_locked_to,
                "after": change.locked_to,
                "announced": change.announced_on,
            }
            said[Message(f"unlocks-{change.kind.replace('_', '-')}", amended)] = None
    return [Notice(sentence) for sentence in said]


def unmeasured(bare: Sequence[Locked], scene: Scene, notes: wording.Footnotes) -> list[Block]:
    """Returns the locks that end by then and of which nobody states a number of shares, as a calendar."""
    entries = []
    for lock in bare:
        row = lock.holding
        notes.number(Message("source-note", {"source": wording.cited(row.source)}))
        said: dict[str, Argument] = {
            "company": scene.name(row.company),
            "holder": Raw(row.holder),
            "rule": Raw(row.rule),
        }
        entries.append(Entry(lock.first_free, Message("unlocks-unsized", said), (row.id,)))
    return [Calendar(Message("unlocks-unsized-caption"), tuple(entries))] if entries else []


def others_due(companies: Iterable[str], stretch: tuple[Day, Day], moment: Moment, scene: Scene) -> list[Block]:
    """Returns further supply (placings, convertible bonds) and dates of demand within a stretch, as one calendar."""
    entries: list[Entry] = []
    for company in companies:
        for row in scene.book.holdings.get(company, ()):
            day = row.first_free_day
            if (
                row.row_type == "supply_event"
                and row.known(moment.known_at)
                and day
                and stretch[0] <= day <= stretch[1]
            ):
                entries.append(Entry(day, _supply(row, scene), (row.id,)))
        for event in scene.book.locks.events:
            public = event.day.start <= moment.known_at and stretch[0] <= event.day.end <= stretch[1]
            if event.company == company and event.kind in DEMAND and public:
                told = {"company": scene.name(company), "what": event.what}
                entries.append(Entry(event.day.end, Message("unlocks-demand", told)))
    entries.sort(key=lambda entry: entry.day)
    return [Calendar(Message("unlocks-others-caption"), tuple(entries))] if entries else []


def undated_supply(company: str, moment: Moment, scene: Scene) -> list[Block]:
    """Returns bonds that become shares once converted, and of which no source says from when."""
    return [
        Notice(Message("unlocks-supply-undated", dict(_supply(row, scene).args)))
        for row in scene.book.holdings.get(company, ())
        if row.row_type == "supply_event"
        and row.needs_conversion
        and row.first_free_day is None
        and row.known(moment.known_at)
        and row.shares is not None
    ]


def _supply(row: Holding, scene: Scene) -> Message:
    said: dict[str, Argument] = {"company": scene.name(row.company), "what": Raw(row.holder)}
    if row.shares is not None:
        said["shares"] = Shares(row.shares)
    return Message("unlocks-supply", said)
