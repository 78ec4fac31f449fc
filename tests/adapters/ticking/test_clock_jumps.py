"""A clock that jumps: no reminder is lost, none comes twice, none before its hour on the wall; late ones say so."""

from __future__ import annotations

import shutil
import zoneinfo
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from adapters.bootstrap import House, open_house
from adapters.clock import StoppedClock
from adapters.zones import zones_version
from bot.alert import Alert
from bot.alerts import timing
from bot.answer import Notice
from bot.call import Person, Place
from bot.days import Instant
from bot.rule import KeepRule, ReleaseWatch, Rule, Rung
from bot.text import Raw, Several

MADE = Instant.of("2026-11-23T09:00Z")
HOUR, DAY, SECOND = timedelta(hours=1), timedelta(days=1), timedelta(seconds=1)
RUNGS = (30, 14, 7, 3, 1)
"""Of Zhipu's release of 8 January 2027, each told at nine in Hong Kong, one at night in UTC."""


@dataclass
class Watch:
    """A house whose clock is set by hand, with what it told."""

    house: House
    clock: StoppedClock
    told: list[Alert]

    def at(self, moment: datetime) -> None:
        self.clock.moment = Instant(moment)
        self.told += [a for a in self.house.ticker.tick().alerts if a.lane == "unlock"]

    def through(self, first: datetime, last: datetime, step: timedelta = HOUR) -> datetime:
        while first <= last:
            self.at(first)
            first += step
        return first - step

    def rungs(self) -> dict[str, Alert]:
        return {a.key.rsplit(":", 1)[-1]: a for a in self.told}

    def named(self) -> set[str]:
        """Returns the rungs that were told, or named by the one that was told in their place."""
        found = set(self.rungs())
        for alert in self.told:
            for block in alert.document.blocks:
                if isinstance(block, Notice) and block.sentence.key == "alert-instead-of":
                    rungs = block.sentence.args["rungs"]
                    assert isinstance(rungs, Several)
                    found |= {raw.text for raw in rungs.items if isinstance(raw, Raw)}
        return found


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    clock = StoppedClock(MADE)
    house = open_house(f"sqlite:///{tmp_path / 'jumps.db'}", clock)
    house.rules.apply("slack:T", [KeepRule(rule())])
    yield Watch(house, clock, [])
    house.close()


def rule(zone: str = "") -> Rule:
    ladder = ReleaseWatch(("zhipu",), ladder=tuple(Rung(n) for n in RUNGS))
    place = Place("slack", "T", "C")
    return Rule("r1", "slack:T", Person("slack", "T", "U"), (place,), ladder, MADE, zone=zone)


def moment(iso: str) -> datetime:
    return Instant.of(iso).at


def forward(by: timedelta) -> Callable[[Watch], None]:
    def jump(watch: Watch) -> None:
        before = watch.through(moment("2026-12-31T00:30Z"), moment("2027-01-01T00:30Z"))
        watch.through(before + by, moment("2027-01-09T00:30Z"))

    return jump


def back(by: timedelta) -> Callable[[Watch], None]:
    def jump(watch: Watch) -> None:
        before = watch.through(moment("2026-12-31T00:10Z"), moment("2027-01-01T01:10Z"))
        watch.through(before - by, moment("2027-01-09T00:10Z"))

    return jump


def seconds_back(watch: Watch) -> None:
    """A thousand times a second back: over the hour itself, again and again."""
    watch.at(moment("2027-01-01T00:59:59Z"))
    at = moment("2027-01-01T01:00:01Z")
    for number in range(1_000):
        watch.at(at)
        at += SECOND if number % 4 == 3 else -SECOND
    watch.through(moment("2027-01-01T01:10Z"), moment("2027-01-09T01:10Z"))


def suspended(watch: Watch) -> None:
    watch.at(moment("2026-12-12T00:00Z"))
    watch.at(moment("2027-01-12T00:00Z"))


JUMPS = {
    "an hour forward": forward(HOUR),
    "an hour back": back(HOUR),
    "a day forward": forward(DAY),
    "a day back": back(DAY),
    "a thousand seconds back": seconds_back,
    "a month's suspend": suspended,
}


@pytest.mark.parametrize("name", JUMPS)
def test_no_reminder_is_lost_or_comes_twice_or_early(watch: Watch, name: str) -> None:
    watch.through(MADE.at, moment("2026-12-26T00:00Z") if name != "a month's suspend" else MADE.at, DAY)
    JUMPS[name](watch)
    told = [a.key for a in watch.told]
    assert len(told) == len(set(told)), "twice"
    assert watch.named() == {f"T-{n}" for n in RUNGS}, "lost"
    for alert in watch.told:
        early = alert.decided_at.at < alert.due_at.at
        assert not early, alert.key
        late = alert.decided_at.at - alert.due_at.at > timedelta(minutes=30)
        notices = {b.sentence.key for b in alert.document.blocks if isinstance(b, Notice)}
        assert ("alert-late" in notices) == late, alert.key


def test_the_jump_forward_is_told_late_and_a_month_in_one_message(watch: Watch) -> None:
    """The control of the test above: these jumps do make something late, and do merge what they ran over."""
    watch.through(MADE.at, moment("2026-12-26T00:00Z"), DAY)
    forward(DAY)(watch)
    first = watch.rungs()["T-7"]
    assert first.decided_at.at - first.due_at.at == timedelta(hours=23, minutes=30)


def test_after_a_month_one_message_stands_for_all_that_it_ran_over(watch: Watch) -> None:
    watch.at(MADE.at)
    suspended(watch)
    assert [a.key.rsplit(":", 1)[-1] for a in watch.told] == ["T-30", "T-1"]
    assert watch.named() == {f"T-{n}" for n in RUNGS}


@pytest.fixture
def zones(tmp_path: Path) -> Iterator[Callable[[str, str], None]]:
    """Puts other rules of Hong Kong in force, under a version, as a new process with newer zones would see them."""
    folder, own = tmp_path / "zones", zoneinfo.TZPATH

    def read(version: str, like: str) -> None:
        (folder / "Asia").mkdir(parents=True, exist_ok=True)
        found = next(Path(each, like) for each in own if Path(each, like).is_file())
        shutil.copy(found, folder / "Asia" / "Hong_Kong")
        (folder / "tzdata.zi").write_text(f"# version {version}\n")
        zoneinfo.reset_tzpath(to=[str(folder)])
        _forget()

    yield read
    zoneinfo.reset_tzpath(to=own)
    _forget()


def _forget() -> None:
    zoneinfo.ZoneInfo.clear_cache()
    timing._utc.cache_clear()
    zones_version.cache_clear()


@pytest.mark.parametrize(("like", "hour"), [("Asia/Tokyo", "00:00"), ("Asia/Bangkok", "02:00")])
def test_when_a_zone_changes_between_planning_and_its_hour_the_hour_on_the_wall_wins(
    tmp_path: Path, zones: Callable[[str, str], None], like: str, hour: str
) -> None:
    zones("2026a", "Asia/Hong_Kong")
    clock, address = StoppedClock(MADE), f"sqlite:///{tmp_path / 'zones.db'}"
    house = open_house(address, clock)
    house.rules.apply("slack:T", [KeepRule(rule("Asia/Hong_Kong"))])
    watch = Watch(house, clock, [])
    watch.through(MADE.at, moment("2026-12-31T06:00Z"), DAY)
    assert house.ticker.next_due() == Instant.of("2027-01-01T01:00Z")
    house.close()
    zones("2026b", like)
    watch = Watch(open_house(address, clock), clock, [])
    watch.at(moment("2026-12-31T09:00Z"))
    assert watch.house.ticker.next_due() == Instant.of(f"2027-01-01T{hour}Z"), "nine in Hong Kong, by its new clocks"
    watch.through(moment("2026-12-31T09:00Z"), moment("2027-01-02T00:00Z"), timedelta(minutes=30))
    watch.house.close()
    assert [(a.key.rsplit(":", 1)[-1], a.decided_at) for a in watch.told] == [
        ("T-7", Instant.of(f"2027-01-01T{hour}Z"))
    ]


def test_the_same_zones_under_the_same_version_change_nothing(
    tmp_path: Path, zones: Callable[[str, str], None]
) -> None:
    """The control: what moves the hour is the zone's new version, not the restart."""
    zones("2026a", "Asia/Hong_Kong")
    clock, address = StoppedClock(MADE), f"sqlite:///{tmp_path / 'zones.db'}"
    house = open_house(address, clock)
    house.rules.apply("slack:T", [KeepRule(rule("Asia/Hong_Kong"))])
    house.ticker.tick()
    due = house.ticker.next_due()
    house.close()
    zones("2026a", "Asia/Hong_Kong")
    again = open_house(address, clock)
    again.ticker.tick()
    assert again.ticker.next_due() == due
    again.close()
