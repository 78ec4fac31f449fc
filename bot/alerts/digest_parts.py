"""The parts of a digest: what moved, what unlocks, what was stated or is contested, what was told, what falls due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.alert_ports import ToldBefore
from bot.alerts.closes import VENUES
from bot.alerts.ladder import DEFAULT_ZONE
from bot.analysis.due import Due, due
from bot.analysis.figures import Figure, all_weighed
from bot.analysis.measuring import figure
from bot.analysis.moments import Moment, last_closed
from bot.analysis.observed import closes
from bot.analysis.returns import Return, over
from bot.answer import Block, Calendar, Cell, Column, Entry, Field, Fields, Notice, Prose, Table
from bot.answers import wording
from bot.answers.scene import Scene
from bot.answers.unlock_words import MOST_CLASSES, by_class, standing
from bot.days import AsOf, Day
from bot.digest import Cadence
from bot.facts.choosing import RETELLING_WITHIN, close
from bot.facts.records import Claim
from bot.quantities import Percent, Range, number_of, unit_of
from bot.text import Argument, Message, Raw, Several, Term

STATED = ("market_value", "run_rate_revenue", "revenue", "unlock_ratio")
"""Figures whose new or contested values belong in a digest."""

UNLOCK_DAYS: dict[Cadence, int] = {"daily": 30, "weekly": 120}
DUE_DAYS: dict[Cadence, int] = {"daily": 7, "weekly": 45}
CONTESTED_DAYS = 30
"""For how long after its last word a contest stands in daily digests; a weekly one has all of them."""

_MOST, _MOST_STATED, _MOST_AGAINST = 6, 8, 2
_LOOKS_AHEAD = 400


def moved(scene: Scene, cadence: Cadence, moment: Moment) -> list[Return]:
    """Returns the changes of listed shares to the last close from the one before, or of a week ago, widest first.

    Empty where that close is not known: yesterday's moves are no news today.
    """
    found: list[Return] = []
    for company in scene.book.listings:
        points = closes(scene.evidence, company, moment).points
        if len(points) < 2 or points[-1].day < _last_session(scene, company, moment):
            continue
        start = points[-2].day if cadence == "daily" else points[-1].day.plus(-7)
        one = over(scene.book, company, start, moment)
        if isinstance(one, Return):
            found.append(one)
    return sorted(found, key=lambda r: (-abs(r.change.fraction), r.company))


def moves(found: Sequence[Return], cadence: Cadence, scene: Scene, moment: Moment) -> Table:
    """Returns the moves as a table, with what each company is worth now."""
    rows = tuple(
        (
            Cell(scene.name(one.company)),
            Cell(Percent(one.change.fraction, signed=True), one.claims),
            Cell(one.close, one.claims[-1:], AsOf.of(one.end.iso)),
            _worth(one, scene, moment),
        )
        for one in found
    )
    columns = (
        Column(Message("column-company")),
        Column(Message("digest-change"), "number"),
        Column(Message("digest-close"), "number"),
        Column(Message("digest-worth"), "number"),
    )
    return Table(Message(f"digest-moved-{cadence}", {"day": max(one.end for one in found)}), columns, rows)


def _worth(one: Return, scene: Scene, moment: Moment) -> Cell:
    """What a company is worth at the close that moved, never at an older one."""
    found = figure(scene.evidence, one.company, "market_value", moment)
    return wording.cell(found, scene) if found.as_of is not None and found.as_of.end == one.end else Cell(None)


def last_close(scene: Scene, moment: Moment) -> Message:
    """Returns the sentence that takes the place of moves: since when there are no closes."""
    points = [p for c in scene.book.listings for p in closes(scene.evidence, c, moment).points[-1:]]
    last = max((p.day for p in points), default=None)
    return Message("digest-no-closes") if last is None else Message("digest-closes-end", {"day": last})


def coming(scene: Scene, cadence: Cadence, moment: Moment) -> tuple[Due, ...]:
    """Returns what unlocks within the digest's horizon, else the next unlock behind it."""
    ahead = (moment.at.plus(1), moment.at.plus(_LOOKS_AHEAD))
    found = due(scene.evidence, tuple(scene.book.listings), moment, ahead)
    near = tuple(one for one in found if one.day.since(moment.at) <= UNLOCK_DAYS[cadence])
    return near[:_MOST] or found[:1]


def unlocks(found: Sequence[Due], scene: Scene, moment: Moment) -> Block:
    """Returns what unlocks next: whose shares, what part of all, what they are worth, and how far it is away."""
    if not found:
        return Notice(Message("digest-no-unlocks", {"count": _LOOKS_AHEAD}))
    entries = tuple(Entry(one.day, _unlock(one, scene, moment), one.release.claims) for one in found)
    return Calendar(Message("digest-unlocks"), entries)


def stated(
    scene: Scene, first: Day, moment: Moment, contests: Sequence[Contest], notes: wording.Footnotes
) -> list[Block]:
    """Returns the figures that became public since the last digest, however old what they speak of is.

    Left out is what only repeats a figure worked out from prices, and what stands among the contests.
    """
    said = {claim.id for one in contests for claim in one.others}
    found = [
        c
        for company in scene.vocabulary.companies
        for measure in STATED
        for c in scene.book.claims_of(company, measure)
        if first < c.known_at <= moment.at and c.id not in said and not _repeats(c, scene, moment)
    ]
    if not found:
        return []
    found.sort(key=lambda c: (c.known_at, c.as_of.end, c.id), reverse=True)
    rows = tuple(
        (
            Cell(scene.name(c.company)),
            Cell(Message("plain", {"text": _measure(c, scene)})),
            Cell(c.value, (c.id,), c.as_of, qualifier=wording.qualifier_of(c)),
            Cell(c.as_of),
            wording.cited_briefly((c.source,), (c.id,), notes),
        )
        for c in found[:_MOST_STATED]
    )
    columns = (
        Column(Message("column-company")),
        Column(Message("column-measure")),
        Column(Message("field-value"), "number"),
        Column(Message("field-as-of")),
        Column(Message("field-source")),
    )
    return [Table(Message("digest-stated", {"count": len(found)}), columns, rows)]


@dataclass(frozen=True, slots=True)
class Contest:
    """A figure and the claims that speak against it."""

    taken: Figure
    others: tuple[Claim, ...]


def contests(scene: Scene, cadence: Cadence, moment: Moment) -> list[Contest]:
    """Returns figures on which sources disagree; for a daily digest those of which somebody spoke lately."""
    found = []
    for company in scene.vocabulary.companies:
        for measure in STATED:
            taken = figure(scene.evidence, company, measure, moment)
            others = _against(taken, moment)
            fresh = any(moment.at.since(c.known_at) <= CONTESTED_DAYS for c in others)
            if others and (fresh or cadence == "weekly"):
                found.append(Contest(taken, others))
    return found[:_MOST]


def disputed(found: Sequence[Contest], scene: Scene, notes: wording.Footnotes) -> list[Block]:
    """Returns contests: what is taken with its basis and day, and what others say, with who they are."""
    if not found:
        return []
    fields = tuple(
        Field(
            Message("digest-figure", _named(c.taken, scene)),
            Cell(_contest(c), c.taken.claims, notes=_noted(c, notes)),
        )
        for c in found
    )
    return [Prose((Message("digest-disputed"),)), Fields(fields)]


def fired(told: Sequence[ToldBefore]) -> list[Block]:
    """Returns the alerts that this channel was told of since the last digest."""
    if not told:
        return []
    rows = tuple((Cell(Message("plain", {"text": t.at})), Cell(t.headline)) for t in told[-_MOST:])
    columns = (Column(Message("column-when")), Column(Message("column-happened")))
    return [Table(Message("digest-fired", {"count": len(told)}), columns, rows)]


def falling_due(scene: Scene, cadence: Cadence, today: Day) -> list[Block]:
    """Returns what was said and has to show soon."""
    last = today.plus(DUE_DAYS[cadence])
    entries = [
        Entry(s.due_on, Message("digest-said", {"speaker": s.speaker.name, "said": s.said}))
        for s in scene.book.statements
        if s.due_on is not None
        and today <= s.due_on <= last
        and s.known(today)
        and not (s.resolved_on and s.settled(today))
    ]
    if not entries:
        return []
    entries.sort(key=lambda e: e.day)
    return [Calendar(Message("digest-due"), tuple(entries[:_MOST]))]


def _last_session(scene: Scene, company: str, moment: Moment) -> Day:
    """The last day on which a company's exchange has closed by now."""
    listing = scene.book.listings[company][0]
    day = min(moment.at, last_closed(listing, moment.now))
    sessions = scene.book.sessions.get(listing.venue) or scene.book.sessions.get(VENUES[DEFAULT_ZONE])
    while not (sessions.deals(day) if sessions else day.date.weekday() < 5):
        day = day.plus(-1)
    return day


def _unlock(one: Due, scene: Scene, moment: Moment) -> Message:
    classes: list[Argument] = [Term("holder-class", key) for key, _ in by_class(one.release)]
    if len(classes) > MOST_CLASSES:
        classes = [*classes[:MOST_CLASSES], Message("unlocks-more-classes", {"count": len(classes) - MOST_CLASSES})]
    said: dict[str, Argument] = {
        "company": scene.name(one.release.company),
        "classes": Several(tuple(classes)),
        "standing": standing(one, moment),
        "shares": one.shares,
    }
    part, worth = one.ratio.value, one.value
    key = "digest-unlock"
    if isinstance(part, Percent):
        said["part"], key = part, "digest-unlock-part"
        if worth.value is not None and worth.as_of is not None and not isinstance(worth.value, Range | Day):
            said |= {"value": worth.value, "day": worth.as_of}
            key = "digest-unlock-worth"
    return Message(key, said)


def _against(found: Figure, moment: Moment) -> tuple[Claim, ...]:
    """What contradicts a figure: of the same period, on whatever basis; of an unlock ahead, whatever speaks of it."""
    if found.value is None or found.as_of is None:
        return ()
    ahead = found.measure == "unlock_ratio" and found.as_of.end >= moment.at
    beside = (*all_weighed(found), *(found.also if ahead else ()))
    return tuple(
        c
        for c in dict.fromkeys((*found.disputes, *beside))
        if c.id not in found.claims and not _agrees(c, found) and _speaks_of(c, found.as_of, ahead)
    )


def _speaks_of(claim: Claim, as_of: AsOf, ahead: bool) -> bool:
    of = claim.as_of
    return of.start <= as_of.end <= of.end if ahead else (of.start, of.end) == (as_of.start, as_of.end)


def _agrees(claim: Claim, found: Figure) -> bool:
    """Decides whether a claim lets a figure stand: near it, a range around it, or a bound that it keeps."""
    value = found.number
    if value is None or isinstance(claim.value, Day):
        return claim.value == found.value
    if isinstance(claim.value, Range):
        low, high = claim.value.low, claim.value.high
    elif claim.qualifier in ("at_least", "more_than"):
        low, high = claim.value, None
    else:
        return close(claim.value, value, RETELLING_WITHIN)
    above = low is None or (unit_of(low) == unit_of(value) and number_of(low) <= number_of(value))
    return above and (high is None or (unit_of(high) == unit_of(value) and number_of(value) <= number_of(high)))


def _repeats(claim: Claim, scene: Scene, moment: Moment) -> bool:
    """Decides whether a claim says only what was known before: of prices and share counts, or from another source."""
    before = replace(moment, known_at=claim.known_at.plus(-1))
    worked_out = replace(moment, at=min(claim.as_of.end, moment.at))
    for when in (before, worked_out):
        found = figure(scene.evidence, claim.company, claim.measure, when)
        same = found.as_of is not None and claim.as_of.start <= found.as_of.end <= claim.as_of.end
        if same and claim.id not in found.claims and _agrees(claim, found):
            return True
    return False


def _measure(claim: Claim, scene: Scene) -> Argument:
    return wording.measured(Figure(claim.company, claim.measure, claim.value, basis=claim.basis), scene)


def _named(taken: Figure, scene: Scene) -> dict[str, Argument]:
    return {"company": scene.name(taken.company), "measure": wording.measured(taken, scene)}


def _contest(contest: Contest) -> Message:
    """What is taken, and against it the others, with their basis where it is another."""
    taken = contest.taken
    assert taken.value is not None and taken.as_of is not None
    against: list[Argument] = []
    for claim in contest.others[:_MOST_AGAINST]:
        said: dict[str, Argument] = {
            "value": wording.as_put(claim.value, wording.qualifier_of(claim)),
            "source": Raw(claim.source.publisher or claim.source.title),
        }
        if claim.basis not in (taken.basis, "", "as_stated"):
            said["basis"] = wording.basis_word(claim.basis)
        against.append(Message("digest-other-basis" if "basis" in said else "digest-other", said))
    args: dict[str, Argument] = {
        "value": taken.value,
        "basis": wording.basis(taken),
        "day": taken.as_of,
        "others": Several(tuple(against)),
    }
    return Message("digest-contest", args)


def _noted(contest: Contest, notes: wording.Footnotes) -> tuple[int, ...]:
    sources = dict.fromkeys(c.source for c in contest.others[:_MOST_AGAINST])
    return tuple(notes.number(Message("source-note", {"source": wording.cited(s)})) for s in sources)
