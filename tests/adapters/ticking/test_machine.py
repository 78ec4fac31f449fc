"""Rules, facts, corrections, restarts and a wayward clock against a reference model of a page.

The model was written from the wording of the goals: what is known on a day is the newest figure public by then, a
crossing is counted once, what is told late leaves only its last, a clock behind the last tick tells nothing new.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.days import Instant
from tests.adapters.ticking.ticking import Stage, figure, level

STARTS = ("2026-03-27", "2026-10-23", "2027-10-29", "2028-02-27", "2028-03-24", "2026-12-30")
"""Weeks in which clocks are put forward or back, a leap day, the turn of a year."""
VALUES = st.sampled_from([80, 95, 105, 120])
LATE = timedelta(minutes=30)


@dataclass
class Wanted:
    """One rule of the model: its level, and which side of it the figure was last seen on."""

    at: int
    above: bool
    beyond: bool | None = None
    before: bool | None = None
    seen: str = ""
    day: date | None = None
    crossing: str = ""
    told: list[str] = field(default_factory=list)


class Model:
    """Twenty lines of what the whole machinery has to come to."""

    def __init__(self) -> None:
        self.figures: dict[date, list[tuple[date, int, str]]] = {}
        self.rules: dict[str, Wanted] = {}
        self.last: datetime | None = None

    def known(self, day: date) -> tuple[date, int, str] | None:
        """The newest figure public by the end of a day: the last version that was known then."""
        days = [d for d, versions in self.figures.items() if d <= day and any(k <= day for k, _, _ in versions)]
        if not days:
            return None
        newest = max(days)
        versions = [v for v in self.figures[newest] if v[0] <= day]
        _, value, ident = versions[-1]
        return newest, value, ident

    def look(self, ident: str, one: Wanted, day: date, value: int, name: str) -> list[str]:
        """One look at a new figure, or at another version of the one seen last: judged from what stood before it."""
        again = day == one.day
        before = one.before if again else one.beyond
        beyond = value >= one.at if one.above else value <= one.at
        said = one.crossing
        one.seen, one.day, one.before, one.beyond = name, day, before, beyond
        if again and said == f"{day}":
            if beyond:
                return []
            one.crossing = ""
            return [f"{one.told[-1]}:corrected"] if one.told else []
        if beyond and before is False:
            one.crossing = f"{day}"
            return [f"value:{ident}:{name}"]
        return []

    def tick(self, now: datetime) -> None:
        if not self.rules or (self.last is not None and now < self.last):
            return
        moments = []
        if self.last is not None:
            day = self.last.date()
            while day < now.date():
                moments.append(datetime.combine(day, time(23, 59, 59), UTC))
                day += timedelta(days=1)
        moments.append(now)
        for ident, one in self.rules.items():
            fired = []
            for moment in moments if one.beyond is not None else moments[-1:]:
                found = self.known(moment.date())
                if found is not None and found[2] != one.seen:
                    fired += [(moment, key) for key in self.look(ident, one, *found)]
            kept = [k for m, k in fired if now - m <= LATE or (m, k) == fired[-1]]
            one.told += [k for k in kept if k not in one.told]
        self.last = now


class Alerting(RuleBasedStateMachine):
    """Drives the real ticker over a real database, and the model beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.stage = Stage(f"sqlite:///{Path(self.folder.name) / 'rules.db'}")
        self.model = Model()
        self.ended: dict[str, list[str]] = {}
        self.count = 0

    @initialize(start=st.sampled_from(STARTS), value=VALUES)
    def begin(self, start: str, value: int) -> None:
        self.stage.clock.moment = Instant.of(f"{start}T09:00Z")
        self.figure(value)
        self.arm(100, True)

    @rule(at=st.sampled_from([90, 100, 110]), above=st.booleans())
    def arm(self, at: int, above: bool) -> None:
        self.count += 1
        ident = f"r{self.count:03d}"
        self.stage.keep(level(ident, at, "above" if above else "below", made_at=self.stage.clock.now()))
        self.model.rules[ident] = Wanted(at, above)
        self.tick()

    @rule(pick=st.integers(0, 100))
    def drop(self, pick: int) -> None:
        if len(self.model.rules) > 1:
            ident = sorted(self.model.rules)[pick % len(self.model.rules)]
            self.stage.drop(level(ident, 0))
            self.ended[ident] = self.model.rules.pop(ident).told

    @rule(value=VALUES, seen=st.booleans())
    def say(self, value: int, seen: bool) -> None:
        """A figure of today, or where today has one a correction of it; mostly looked at before the next."""
        self.figure(value)
        if seen:
            self.tick()

    @rule(values=st.lists(VALUES, min_size=2, max_size=6))
    def sleep_through(self, values: list[int]) -> None:
        """Figures of several days while no clock ticks, and then one that does."""
        for value in values:
            self._move(timedelta(days=1))
            self.figure(value)
        self.tick()

    def figure(self, value: int) -> None:
        """Makes a figure of today public, in place of any before it."""
        today = self.stage.clock.now().at.date()
        if any(day > today for day in self.model.figures):
            return  # the clock stands before what it has seen: such a figure would be news from the past
        versions = self.model.figures.setdefault(today, [])
        ident = f"f{today}.{len(versions)}"
        if versions and versions[-1][1] == value:
            return
        before = versions[-1][2] if versions else ""
        self.stage.say(figure("star", today.isoformat(), value, ident, supersedes=before))
        versions.append((today, value, ident))

    @rule(minutes=st.integers(1, 600))
    def wait(self, minutes: int) -> None:
        self._move(timedelta(minutes=minutes))

    @rule(days=st.integers(1, 9))
    def stand_still(self, days: int) -> None:
        self._move(timedelta(days=days))

    @rule(minutes=st.integers(1, 3000))
    def step_back(self, minutes: int) -> None:
        self._move(-timedelta(minutes=minutes))

    def _move(self, step: timedelta) -> None:
        self.stage.clock.moment = Instant(self.stage.clock.moment.at + step)

    @rule()
    def tick(self) -> None:
        # Series are read anew every ten minutes: a tick before that sees nothing new by design.
        self._move(timedelta(minutes=10))
        self.stage.ticker.tick()
        self.model.tick(self.stage.clock.now().at)

    @rule()
    def restart(self) -> None:
        self.stage.restart()

    @rule()
    def crash(self) -> None:
        self._move(timedelta(minutes=10))
        self.stage.fails = True
        try:
            self.stage.ticker.tick()
        except OSError:
            pass
        else:  # nothing was to be told, or written: as if it had not been
            self.model.tick(self.stage.clock.now().at)
        self.stage.fails = False
        self.stage.restart()

    @invariant()
    def what_was_told_is_what_the_model_tells(self) -> None:
        expected = [k for one in self.model.rules.values() for k in one.told]
        expected += [k for told in self.ended.values() for k in told]
        assert sorted(self.stage.told()) == sorted(expected)

    def teardown(self) -> None:
        self.stage.close()
        self.folder.cleanup()


TestAlerting = Alerting.TestCase
TestAlerting.settings = settings(
    max_examples=20, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
