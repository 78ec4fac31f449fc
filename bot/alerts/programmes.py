"""Which unlocks stand in a server's own calendar, and what has to be done so that they do. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bot.alerts.closes import hours
from bot.alerts.ladder import DEFAULT_ZONE, planned_of
from bot.alerts.unlocking import part
from bot.analysis.moments import Moment
from bot.analysis.releases import Release, releases
from bot.analysis.unlocking import counted
from bot.answers.scene import Scene
from bot.answers.unlock_words import MOST_CLASSES, by_class
from bot.days import Day, Instant
from bot.facts.book import Needs
from bot.programme import Item, Programme, PutUp, Rewrite, Shown, Step, TakeBack
from bot.rule import ReleaseWatch, Rule
from bot.text import Argument, Message, Raw, Several, Term

AHEAD_DAYS = 400
MOST = 40
"""Entries at once; Discord takes a hundred of a server, and people put up some of their own."""


def needs(companies: Sequence[str]) -> Needs:
    """Returns the facts that a programme looks at."""
    return Needs(tuple(companies), ("shares_in_issue",), bars=True, holdings=True)


def watched(rules: Iterable[Rule], everybody: Iterable[str]) -> tuple[str, ...]:
    """Returns the companies whose unlocks a workspace is reminded of; everybody where it has no such reminder."""
    watches = [rule.watch for rule in rules if isinstance(rule.watch, ReleaseWatch)]
    if not watches or any(not watch.companies for watch in watches):
        return tuple(everybody)
    return tuple(dict.fromkeys(company for watch in watches for company in watch.companies))


def items(scene: Scene, companies: Iterable[str]) -> tuple[Item, ...]:
    """Returns the unlocks of companies that lie ahead, each over the hours of its first session, the next one first."""
    today = scene.now.day_in(DEFAULT_ZONE)
    moment = Moment(today, today, scene.now)
    found = [
        _item(release, scene)
        for company in companies
        for release in releases(scene.book, company, today, today.plus(AHEAD_DAYS), moment)
    ]
    return tuple(sorted((i for i in found if i.starts.at > scene.now.at), key=lambda i: (i.starts, i.key))[:MOST])


def steps(programme: Programme, there: Mapping[str, str], wanted: Sequence[Item], now: Instant) -> tuple[Step, ...]:
    """Returns what is to be done; `there` are the ids of what stands by their keys, as the server says.

    What a person took down stays down. What stands without our knowing was put up before a crash, and is ours.
    """
    known = {each.key: each for each in programme.standing}
    found: list[Step] = []
    for item in wanted if programme.on else ():
        id, before = there.get(item.key), known.get(item.key)
        if id is None and before is None:
            found.append(PutUp(item))
        elif id is not None and (before is None or before.wording != print_of(item, programme)):
            found.append(Rewrite(id, item))
    keys = {item.key for item in wanted} if programme.on else set()
    for key, id in there.items():
        before = known.get(key)
        ahead = before is None or before.starts.at > now.at
        if key not in keys and ahead:
            found.append(TakeBack(id, key))
    return tuple(found)


def done(programme: Programme, step: Step, id: str = "") -> Programme:
    """Returns a programme after a step was taken; `id` is that of what was put up."""
    match step:
        case TakeBack(key=key):
            return replace(programme, standing=tuple(s for s in programme.standing if s.key != key))
        case PutUp(item=item) | Rewrite(item=item):
            stands = id if isinstance(step, PutUp) else step.id
            one = Shown(item.key, stands, print_of(item, programme), item.starts)
            others = tuple(s for s in programme.standing if s.key != item.key)
            return replace(programme, standing=(*others, one))


def looked(programme: Programme, now: Instant) -> Programme:
    """Returns a programme after everything in it was seen to: what is over is forgotten."""
    ahead = tuple(s for s in programme.standing if s.starts.at > now.at)
    return replace(programme, standing=ahead, hindrance="", looked_at=now)


def print_of(item: Item, programme: Programme) -> str:
    """Returns what differs as soon as an entry would read otherwise."""
    return hashlib.sha256(repr((item, programme.language)).encode()).hexdigest()[:16]


def _item(release: Release, scene: Scene) -> Item:
    day = release.first_session or release.first_free_day
    listing = scene.book.listing_of(release.company)
    zone = listing.zone if listing is not None else DEFAULT_ZONE
    starts, ends = _hours(day, zone, scene, release.company)
    classes: list[Argument] = [Term("holder-class", key) for key, _ in by_class(release)]
    if len(classes) > MOST_CLASSES:
        classes = [*classes[:MOST_CLASSES], Message("unlocks-more-classes", {"count": len(classes) - MOST_CLASSES})]
    said: dict[str, Argument] = {
        "company": scene.name(release.company),
        "part": part(release),
        "shares": counted(release),
        "classes": Several(tuple(classes)),
        "source": Several(tuple(Raw(s.publisher or s.title) for s in release.sources[:2])),
    }
    where = Message("events-where", {"ticker": Raw(listing.ticker if listing is not None else release.company)})
    text = Message("events-text-provisional" if release.provisional else "events-text", said)
    key = f"{release.company}:{planned_of(release).release}"
    return Item(key, Message("events-title", said), text, where, starts, ends)


def _hours(day: Day, zone: str, scene: Scene, company: str) -> tuple[Instant, Instant]:
    """The hours of the first session; a day that is none after all is taken as a whole one."""
    return hours(day, zone, scene.book.sessions_of(company)) or _weekday(day, zone)


def _weekday(day: Day, zone: str) -> tuple[Instant, Instant]:
    while (found := hours(day, zone, None)) is None:
        day = day.plus(1)
    return found
