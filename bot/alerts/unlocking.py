"""What the reminder of a release says: before its day what is coming, after it what happened, in raw figures."""

from __future__ import annotations

from dataclasses import dataclass

from bot.alerts import documents
from bot.alerts.ladder import Due, Moved
from bot.analysis.figures import Figure, share_price
from bot.analysis.moments import Moment
from bot.analysis.observed import closes
from bot.analysis.releases import Release
from bot.analysis.series import Point
from bot.analysis.unlocking import counted, ratio_of
from bot.answer import Answer, Block, Cell, Field, Fields, Notice
from bot.answers import wording
from bot.answers.scene import Scene
from bot.days import AsOf, Day, Instant
from bot.quantities import EXACT, Count, Money, Percent, Shares, divided, number_of
from bot.rule import Rule
from bot.text import Argument, Message, Raw, Several, Term

FRESH_DAYS = 4
"""Over a weekend and a holiday no close is newer; an older one is told with its age."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """What a rung says of its release, whoever is told: many rules wait for the same one."""

    headline: Message
    blocks: tuple[Block, ...]
    notes: tuple[Message, ...]


def reminder(due: Due, release: Release, scene: Scene) -> Reminder:
    """Returns what a rung says, the same for every rule on the same release, rung and zone."""
    notes = wording.Footnotes()
    moment = _moment(scene)
    price = share_price(scene.book, release.company, moment)
    after = due.rung.startswith("T+")
    blocks: list[Block] = [_coming(release, price, scene, notes, worth=not after)]
    if after:
        # What happened comes first: the release itself was told before.
        blocks.insert(0, _happened(release, int(due.rung[2:]), scene))
    return Reminder(_headline(due, release, scene), tuple(blocks), notes.all())


def of_rung(rule: Rule, said: Reminder, scene: Scene, late: Instant | None, missed: tuple[Due, ...]) -> Answer:
    """Returns the reminder that a rung of the ladder sends a rule; earlier ones it makes superfluous are named."""
    blocks = said.blocks
    if missed:
        rungs = Several(tuple(Raw(d.rung) for d in missed))
        blocks = (*blocks, Notice(Message("alert-instead-of", {"rungs": rungs})))
    return documents.finished(said.headline, blocks, said.notes, rule, "rung", scene, late)


def of_move(rule: Rule, moved: Moved, release: Release, scene: Scene) -> Answer:
    """Returns the one correction that a place gets which was told another day."""
    notes = wording.Footnotes()
    said: dict[str, Argument] = {
        "company": scene.name(release.company),
        "shares": counted(release),
        "old": moved.old.first_free_day,
        "new": moved.new.first_free_day,
    }
    price = share_price(scene.book, release.company, _moment(scene))
    blocks: list[Block] = [_coming(release, price, scene, notes)]
    return documents.finished(Message("alert-moved", said), blocks, notes.all(), rule, "moved", scene, None)


def _headline(due: Due, release: Release, scene: Scene) -> Message:
    said: dict[str, Argument] = {
        "company": scene.name(release.company),
        "shares": counted(release),
        "part": part(release),
        "day": _session(release),
    }
    if due.rung.startswith("T+"):
        count = int(due.rung[2:])
        since = _since(release, count, scene)
        if since is None:
            return Message("alert-unlock-after", {**said, "count": count})
        return Message("alert-unlock-happened", {**said, "change": _change(*since), "last": since[1].day})
    # Counted to the day itself: a reminder that comes late is nearer to it than its rung says.
    left = _session(release).since(scene.now.day_in(due.zone))
    if left < 0:
        return Message("alert-unlock-past", said)
    return Message("alert-unlock-before", {**said, "count": left}) if left else Message("alert-unlock-today", said)


def part(release: Release) -> Argument:
    """Returns what part of the shares in issue the counted shares of a release are, as far as that is known."""
    return _of_issued(release) or Message("part-unknown")


def _of_issued(release: Release) -> Percent | None:
    return ratio_of(release) or (release.of_listing if release.tradable is None else None)


def _coming(release: Release, price: Figure, scene: Scene, notes: wording.Footnotes, *, worth: bool = True) -> Fields:
    ids = (*release.claims, *(row.id for row in release.tradable_rows))
    fields = [
        Field(Message("unlock-shares" if release.tradable is None else "unlock-tradable"), Cell(counted(release), ids)),
        Field(Message("unlock-of-issued"), Cell(_of_issued(release), ids)),
    ]
    if release.not_tradable is not None and release.not_tradable.number:
        fields.append(Field(Message("unlock-free-in-law"), Cell(release.shares, release.claims)))
        fields.append(Field(Message("unlock-left-out"), Cell(release.not_tradable, ids)))
    if worth and isinstance(price.value, Money) and price.as_of is not None:
        today = scene.now.day_in("UTC")
        value = price.value.times(counted(release).number)
        fields += [
            Field(Message("unlock-value"), Cell(value, price.claims, price.as_of, dated=True)),
            Field(Message("unlock-close"), Cell(price.value, price.claims, price.as_of, dated=True)),
        ]
        if price.age(today) > FRESH_DAYS:
            fields.append(Field(Message("unlock-close-age"), Cell(wording.age_in_days(price.age(today)))))
    classes = tuple(dict.fromkeys(h.holder_class for h in release.holders if h.holder_class))
    if release.first_free_day != _session(release):
        # The headline names the first session.
        fields.append(Field(Message("unlock-first-free"), Cell(release.first_free_day)))
    fields += [
        Field(Message("unlock-holders"), Cell(_count(release))),
        Field(
            Message("unlock-classes"),
            Cell(Several(tuple(Term("holder-class", c) for c in classes)) if classes else None),
        ),
        Field(
            Message("field-source"), wording.cited_briefly((*release.sources, *price.sources), release.claims, notes)
        ),
    ]
    return Fields(tuple(fields))


def _count(release: Release) -> Count:
    return Count(EXACT.create_decimal(len(release.holders)))


def _happened(release: Release, sessions: int, scene: Scene) -> Block:
    """The closes from the last one before the first tradable session on, compared raw: nothing is read into them."""
    found = closes(scene.evidence, release.company, _moment(scene))
    session = _session(release)
    since = _since(release, sessions, scene)
    if since is None:
        return Notice(Message("unlock-no-closes"))
    before, last = since
    change = _change(before, last)
    ids = (*before.claims, *last.claims)
    return Fields(
        (
            Field(
                Message("unlock-before"), Cell(found.quantity(before), before.claims, AsOf.day(before.day), dated=True)
            ),
            Field(Message("unlock-after"), Cell(found.quantity(last), last.claims, AsOf.day(last.day), dated=True)),
            Field(Message("unlock-change"), Cell(change, ids)),
            *_volume(release, session, last.day, scene),
        )
    )


def _since(release: Release, sessions: int, scene: Scene) -> tuple[Point, Point] | None:
    """The close before the first tradable session and the one so many sessions after it, as far as they are known."""
    found = closes(scene.evidence, release.company, _moment(scene))
    session = _session(release)
    before = found.at(session.plus(-1))
    after = [p for p in found.points if p.day >= session]
    if before is None or not after or before.value <= 0:
        return None
    return before, after[min(sessions, len(after) - 1)]


def _change(before: Point, last: Point) -> Percent:
    return Percent(EXACT.subtract(divided(last.value, before.value), EXACT.create_decimal(1)), signed=True)


def _volume(release: Release, first: Day, last: Day, scene: Scene) -> list[Field]:
    bars = scene.book.bars_of(release.company)
    known = [b for b in bars.sessions if first <= b.session <= last and b.volume is not None] if bars else []
    if not known:
        return []
    total = sum(b.volume or 0 for b in known)
    shares = Shares(EXACT.create_decimal(total))
    released = number_of(counted(release))
    return [
        Field(Message("unlock-volume"), Cell(shares)),
        Field(Message("unlock-volume-part"), Cell(Percent(divided(shares.number, released)) if released else None)),
    ]


def _session(release: Release) -> Day:
    return release.first_session or release.first_free_day


def _moment(scene: Scene) -> Moment:
    today = scene.now.day_in("UTC")
    return Moment(today, today, scene.now)
