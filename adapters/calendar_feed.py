"""`twinstar calendar export`: the unlock calendar as iCalendar (RFC 5545), for any calendar program."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TextIO

from icalendar import Alarm, Calendar, Event, vDDDTypes

from adapters.bootstrap import House
from bot.analysis.moments import Moment
from bot.answers.unlock_feed import FeedItem, feed_items
from bot.errors import ProblemError
from bot.facts.book import Needs
from bot.text import Link, Message, Name, Raw
from bot.words.writer import Writer

REMINDERS = (timedelta(days=-6, hours=-15), timedelta(hours=-15))
"""How long before the day of an entry a program reminds: at nine in the morning a week and a day ahead."""

REFRESH = timedelta(hours=12)
"""How often a program that subscribes to the file should look for changes (RFC 7986, 5.7)."""


def run(path: Path | None, house: House, writer: Writer, out: TextIO) -> int:
    """Writes the feed to a file, or to `out` without one, and returns the exit status.

    A file that is there already is taken up: an entry that differs from what stands there counts one version on, one
    that does not stays as it is, and one that is no longer due is cancelled. Raises ProblemError where the file cannot
    be read or written.
    """
    items = due(house)
    if path is None:
        out.write(written(items, house.clock.now().at, writer).decode())
        return 0
    try:
        before = Calendar.from_ical(path.read_bytes()) if path.exists() else None
        path.write_bytes(written(items, house.clock.now().at, writer, before))
    except (OSError, ValueError) as problem:
        reason = (problem.strerror if isinstance(problem, OSError) else None) or str(problem)
        raise ProblemError(Message("feed-unwritable", {"path": Raw(str(path)), "reason": Raw(reason)})) from problem
    out.write(writer.plain(Message("feed-done", {"count": len(items), "path": Raw(str(path))})) + "\n")
    return 0


def due(house: House) -> tuple[FeedItem, ...]:
    """Returns the entries of every company in the base, as known now."""
    now = house.clock.now()
    today = now.day_in("UTC")
    names = house.directory.vocabulary("")
    companies = tuple(sorted(names.companies))
    book = house.facts.snapshot("", Needs(companies, ("shares_in_issue",), holdings=True))
    return feed_items(book, companies, names, Moment(today, today, now))


def written(items: Sequence[FeedItem], now: datetime, writer: Writer, before: Calendar | None = None) -> bytes:
    """Returns a calendar of entries as UTF-8, its lines folded at 75 bytes; `before` is what a reader may have."""
    calendar = Calendar()
    calendar.add("prodid", "-//Twinstar//share unlocks//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", writer.plain(Message("feed-name")))
    refresh = vDDDTypes(REFRESH)
    refresh.params["VALUE"] = "DURATION"
    calendar.add("refresh-interval", refresh)
    kept = {str(event["uid"]): event for event in before.events} if before is not None else {}
    for item in items:
        calendar.add_component(_event(item, now, writer, kept.pop(item.uid, None)))
    for event in kept.values():
        calendar.add_component(_cancelled(event, now))
    return bytes(calendar.to_ical())


def _event(item: FeedItem, now: datetime, writer: Writer, before: Event | None) -> Event:
    """Returns an entry; the one before where nothing in it changed, else a version after it."""
    made = _first(item, now, writer)
    if before is None:
        return made
    if _content(made) == _content(before):
        return before
    made["sequence"] = _plus_one(before, item.version)
    return made


def _first(item: FeedItem, now: datetime, writer: Writer) -> Event:
    title = writer.plain(item.title)
    sources = [Message("feed-source", {"source": Link(Name(s.title or s.key), s.url)}) for s in item.sources]
    event = Event()
    event.add("uid", item.uid)
    event.add("sequence", item.version)
    event.add("dtstamp", now)
    event.add("dtstart", item.day.date)
    event.add("dtend", item.day.plus(1).date)
    event.add("summary", title)
    lines = [writer.plain(said) for said in item.details]
    lines += [_source(said, s.url, writer) for said, s in zip(sources, item.sources, strict=True)]
    event.add("description", "\n".join(lines))
    address = next((s.url for s in item.sources if s.url.startswith("https://")), "")
    if address:
        event.add("url", address)
    event.add("status", "TENTATIVE" if item.tentative else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    for before in REMINDERS:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", writer.plain(Message("feed-reminder", {"title": item.title})))
        alarm.add("trigger", before)
        event.add_component(alarm)
    return event


def _source(said: Message, url: str, writer: Writer) -> str:
    words = writer.plain(said)
    return words if not url or url in words else f"{words} {url}"


def _cancelled(event: Event, now: datetime) -> Event:
    """Returns an entry that is no longer due; a program takes it off only when it is told so."""
    if str(event.get("status")) == "CANCELLED":
        return event
    gone = Event.from_ical(event.to_ical())
    assert isinstance(gone, Event)
    gone["sequence"] = _plus_one(event, 0)
    gone.pop("status", None)
    gone.pop("dtstamp", None)
    gone.add("status", "CANCELLED")
    gone.add("dtstamp", now)
    gone.subcomponents = []
    return gone


def _plus_one(before: Event, least: int) -> int:
    return max(int(before.get("sequence", 0)) + 1, least)


def _content(event: Event) -> list[str]:
    """Returns what a reader sees of an entry: everything but when it was written and how often."""
    lines = event.to_ical().decode().replace("\r\n ", "").split("\r\n")
    return [line for line in lines if not line.startswith(("SEQUENCE", "DTSTAMP"))]
