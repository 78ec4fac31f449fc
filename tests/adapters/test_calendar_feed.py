"""The unlock calendar as two calendar programs read it, and how a corrected day moves its entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import vobject
from icalendar import Calendar

from adapters.bootstrap import House, open_house
from adapters.calendar_feed import due, written
from adapters.clock import StoppedClock
from adapters.main import main
from bot.analysis.moments import Moment
from bot.answers.unlock_feed import FeedItem, feed_items
from bot.days import Day, Instant
from bot.facts.book import FactBook, Needs
from bot.facts.lockups import Amendment
from tests.adapters.writers import LANGUAGES, writer

AT = "2026-11-23T09:00Z"
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
LATER = NOW + timedelta(days=3)
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    opened = open_house(
        f"sqlite:///{tmp_path_factory.mktemp('feed') / 'facts.db'}", StoppedClock(Instant.of(AT)), in_terminal=True
    )
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def items(house: House) -> tuple[FeedItem, ...]:
    return due(house)


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `twinstar calendar export` and returns its exit status and what it printed."""
    monkeypatch.setenv("TWINSTAR_LOG_FILE", str(tmp_path / "log"))

    def running(*words: str) -> tuple[int, str, str]:
        database = f"sqlite:///{tmp_path / 'facts.db'}"
        status = main(["calendar", "export", *words, "--database", database, "--at", AT])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return running


Seen = tuple[date, int, str, str, str, int]


def by_icalendar(text: bytes) -> dict[str, Seen]:
    """Returns what a program built on icalendar shows: day, version, title, words, status and reminders, by UID."""
    return {
        str(event["uid"]): (
            event.decoded("dtstart"), int(str(event["sequence"])), str(event["summary"]), str(event["description"]),
            str(event["status"]), len(event.walk("VALARM")),
        )
        for event in Calendar.from_ical(text).walk("VEVENT")
    }  # fmt: skip


def by_vobject(text: bytes) -> dict[str, Seen]:
    """Returns what a program built on vobject shows."""
    return {
        event.uid.value: (
            event.dtstart.value, int(event.sequence.value), event.summary.value, event.description.value,
            event.status.value, len(event.contents.get("valarm", [])),
        )
        for event in vobject.readOne(text.decode()).vevent_list
    }  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_programs_read_the_same_entries(items: tuple[FeedItem, ...], language: str) -> None:
    text = written(items, NOW, writer("zh" if language == "zh" else "en"))
    assert by_icalendar(text) == by_vobject(text)
    assert len(by_icalendar(text)) == len(items) > 5


def test_entries_stand_on_the_first_session_and_last_the_whole_day(items: tuple[FeedItem, ...]) -> None:
    days = {item.day.iso for item in items}
    assert {"2026-07-08", "2026-07-09", "2026-10-09", "2027-01-08", "2027-01-11", "2028-01-10"} <= days
    for event in Calendar.from_ical(written(items, NOW, writer("en"))).walk("VEVENT"):
        assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(days=1)
        assert event["dtstart"].params["VALUE"] == "DATE"


def test_an_entry_names_its_sources_and_reminds_twice(items: tuple[FeedItem, ...]) -> None:
    seen = by_icalendar(written(items, NOW, writer("en")))
    assert all("Source: " in words and reminders == 2 for *_, words, _, reminders in seen.values())


def test_the_shares_of_a_day_sum_to_the_release(items: tuple[FeedItem, ...]) -> None:
    """129,160,530 of existing holders and 16,504,040 of cornerstones, as the allotment announcement totals them."""
    titles = [writer("en").plain(item.title) for item in items if item.day.iso == "2026-07-09"]
    assert [title for title in titles if "129,160,530 shares" in title]
    assert [title for title in titles if "16,504,040 shares" in title]


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_are_folded_at_75_bytes_and_no_character_is_cut(items: tuple[FeedItem, ...], language: str) -> None:
    """RFC 5545, 3.1: lines of at most 75 octets; a reader that unfolds bytes or characters finds the same text."""
    text = written(items, NOW, writer("zh" if language == "zh" else "en"))
    lines = text.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert all(line.decode() is not None for line in lines)
    assert b"\n" not in text.replace(b"\r\n", b"")
    if language == "zh":
        assert "首个可交易日" in text.replace(b"\r\n ", b"").decode()


def test_the_same_entries_written_again_are_the_same_file(items: tuple[FeedItem, ...]) -> None:
    first = written(items, NOW, writer("en"))
    assert written(items, LATER, writer("en"), Calendar.from_ical(first)) == first


def test_a_corrected_day_moves_the_entry_under_the_same_uid(house: House) -> None:
    book, today = snapshot(house), Day.of("2026-11-23")
    before = feed(house, book, today)
    moved = feed(house, corrected(book, "minimax", "2027-01-08", 7), today)
    assert {item.uid for item in moved} == {item.uid for item in before}
    changed = [(a.day.iso, b.day.iso, a.uid) for a, b in zip(by_uid(before), by_uid(moved), strict=True) if a != b]
    assert [(old, new) for old, new, _ in changed] == [("2027-01-11", "2027-01-18")]
    first = written(before, NOW, writer("en"))
    seen = by_vobject(written(moved, LATER, writer("en"), Calendar.from_ical(first)))
    uid = changed[0][2]
    assert seen[uid][:2] == (date(2027, 1, 18), 1)
    assert all(version == 0 for key, (_, version, *_) in seen.items() if key != uid)


def test_an_amendment_moves_the_entry_from_its_announcement_on(house: House) -> None:
    book = snapshot(house)
    holdings = [
        h for h in book.holdings["minimax"] if h.row_type == "holder" and h.last_locked_day == Day.of("2028-01-08")
    ]
    amendments = tuple(
        Amendment(
            f"test-{n}", "minimax", h.holder, "extension", Day.of("2028-01-08"), Day.of("2028-07-08"),
            Day.of("2026-11-01"), h.source,
        )
        for n, h in enumerate(holdings)
    )  # fmt: skip
    assert amendments
    amended = replace(book, locks=replace(book.locks, amendments=(*book.locks.amendments, *amendments)))
    old, unannounced, new = (
        {item.uid: item for item in feed(house, each, Day.of(day))}
        for each, day in ((book, "2026-11-23"), (amended, "2026-10-31"), (amended, "2026-11-23"))
    )
    uid = next(uid for uid, item in old.items() if item.day.iso == "2028-01-10")
    assert unannounced[uid].day.iso == "2028-01-10"
    assert (old[uid].version, new[uid].version) == (0, len(amendments))
    assert new[uid].day > Day.of("2028-07-08")
    assert any("Changed on 1 Nov 2026" in writer("en").plain(said) for said in new[uid].details)


def test_an_entry_that_is_no_longer_due_is_cancelled_once(items: tuple[FeedItem, ...]) -> None:
    first = written(items, NOW, writer("en"))
    fewer = written(items[1:], LATER, writer("en"), Calendar.from_ical(first))
    day, version, *_, status, reminders = by_icalendar(fewer)[items[0].uid]
    assert (day, version, status, reminders) == (items[0].day.date, 1, "CANCELLED", 0)
    assert written(items[1:], LATER, writer("en"), Calendar.from_ical(fewer)) == fewer


def test_the_command_prints_or_writes_a_file(run: Run, tmp_path: Path) -> None:
    status, printed, _ = run()
    assert (status, printed.startswith("BEGIN:VCALENDAR")) == (0, True)
    file = tmp_path / "unlocks.ics"
    status, said, _ = run("--output", str(file), "--language", "zh")
    assert (status, "unlocks.ics" in said) == (0, True)
    assert set(by_icalendar(file.read_bytes())) == set(by_vobject(printed.encode()))
    once = file.read_bytes()
    run("--output", str(file), "--language", "zh")
    assert file.read_bytes() == once


def test_a_file_that_cannot_be_written_or_is_no_calendar_is_refused(run: Run, tmp_path: Path) -> None:
    missing = tmp_path / "nowhere" / "unlocks.ics"
    status, _, said = run("--output", str(missing))
    assert (status, "cannot be written" in said, "Traceback" in said) == (2, True, False)
    other = tmp_path / "notes.txt"
    other.write_text("my notes\n")
    status, _, said = run("--output", str(other))
    assert (status, other.read_text()) == (2, "my notes\n")


def snapshot(house: House) -> FactBook:
    companies = tuple(sorted(house.directory.vocabulary("").companies))
    return house.facts.snapshot("", Needs(companies, ("shares_in_issue",), holdings=True))


def feed(house: House, book: FactBook, today: Day) -> tuple[FeedItem, ...]:
    names = house.directory.vocabulary("")
    return feed_items(book, sorted(names.companies), names, Moment(today, today, Instant.of(AT)))


def by_uid(items: tuple[FeedItem, ...]) -> list[FeedItem]:
    return sorted(items, key=lambda item: item.uid)


def corrected(book: FactBook, company: str, last_locked: str, days: int) -> FactBook:
    """Returns a book whose list of holders gives a later day, as after a correction of the file."""
    rows = tuple(
        replace(row, last_locked_day=row.last_locked_day.plus(days), first_free_day=row.first_free_day.plus(days))
        if row.last_locked_day == Day.of(last_locked) and row.first_free_day
        else row
        for row in book.holdings[company]
    )
    return replace(book, holdings={**book.holdings, company: rows})
