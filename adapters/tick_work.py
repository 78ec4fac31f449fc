"""What one tick has gathered so far: states, alerts and what waits, each rule's own state seen by its later steps."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any, TypeVar

from bot.alert import Alert, Lane
from bot.alerts import documents, episodes, evaluating, sending, waiting
from bot.alerts.episodes import Course
from bot.alerts.evaluating import Seen, Told
from bot.alerts.ladder import Due
from bot.alerts.outcomes import Armed, LastTick, Outcome, State, Watched
from bot.alerts.series import Reading
from bot.alerts.step import Observation, RuleState, Step, step
from bot.answer import Answer, Block, Notice
from bot.answers.scene import Scene
from bot.days import Instant
from bot.errors import ProblemError
from bot.facts.book import Needs
from bot.faults import Blind, why_of
from bot.rule import Rule
from bot.text import Message

T = TypeVar("T")

log = logging.getLogger(__name__)

LATE_AFTER = timedelta(minutes=30)
"""How long after its time an alert is told without a word about it: longer than any tick takes to come round."""


@dataclass
class Work:
    """The work of one tick."""

    now: Instant
    armed: dict[tuple[str, str], Armed] = field(default_factory=dict)
    changed: dict[tuple[str, str], Armed] = field(default_factory=dict)
    alerts: list[tuple[Rule, Alert]] = field(default_factory=list)
    dues: dict[tuple[str, str], tuple[Due, ...]] = field(default_factory=dict)
    done: list[Due] = field(default_factory=list)
    again: list[Due] = field(default_factory=list)
    series: list[Watched] = field(default_factory=list)
    ended: list[Rule] = field(default_factory=list)
    courses: list[Course] = field(default_factory=list)
    failed: set[tuple[str, str]] = field(default_factory=set)
    scenes: dict[tuple[str, Needs], Scene] = field(default_factory=dict)
    made: dict[Hashable, Any] = field(default_factory=dict)

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """Returns what was made under a key at its first asking: one figure or release is told to many rules."""
        if key not in self.made:
            self.made[key] = make()
        made: T = self.made[key]
        return made

    def take(self, armed: Armed) -> None:
        """Remembers a rule as it was read."""
        self.armed.setdefault(_key(armed), armed)

    def state(self, armed: Armed) -> State | None:
        """Returns where a rule stands by now."""
        return self.changed.get(_key(armed), self.armed.get(_key(armed), armed)).state

    def set(self, armed: Armed, state: State | None) -> None:
        """Takes a rule's new state, to be written where it differs from the old."""
        if state != self.state(armed) and state is not None and _key(armed) not in self.failed:
            self.changed[_key(armed)] = replace(self.armed.get(_key(armed), armed), state=state)

    @contextmanager
    def trying(self, armed: Armed) -> Iterator[None]:
        """Puts a rule whose evaluation raises into the state failed, without anything it told, and spares all others.

        What cannot be done because the database cannot be used is raised, and the whole tick is taken again.
        """
        told, followed, waits = len(self.alerts), len(self.courses), self.dues.get(_key(armed))
        try:
            yield
        except ProblemError:
            raise
        except Exception as error:
            del self.alerts[told:], self.courses[followed:]
            self.dues.pop(_key(armed), None)
            if waits is not None:
                self.dues[_key(armed)] = waits
            self._fail(armed, error)
        else:
            self._recover(armed)

    def _fail(self, armed: Armed, error: Exception) -> None:
        rule, before = armed.rule, self.armed.get(_key(armed), armed)
        self.failed.add(_key(armed))
        state = before.state
        if isinstance(state, RuleState):
            state = step(rule, state, Observation(failed=True), self.now).new
        if rule.subject is None:
            self.again.append(waiting.another_look(rule, self.now))
        if before.failed is not None:
            self.changed.pop(_key(armed), None)
            log.debug("alert %s still cannot be worked out: %r", rule.id, error)
            return
        why = why_of(error)
        log.error("alert %s of %s could not be worked out", rule.id, rule.workspace, exc_info=error)
        self.changed[_key(armed)] = replace(before, state=state, failed=Blind(self.now, why))
        self.tell(
            rule, f"failed:{rule.id}:{self.now.iso}", "notice", "failed", documents.of_failure(rule, why), self.now
        )

    def _recover(self, armed: Armed) -> None:
        key = _key(armed)
        if self.armed.get(key, armed).failed is None or key in self.failed:
            return
        state = self.state(armed)
        if isinstance(state, RuleState):
            state = replace(state, phase=state.standing if state.phase == "failed" else state.phase)
        self.changed[key] = replace(self.armed.get(key, armed), state=state, failed=None)
        log.warning("alert %s of %s works again", armed.rule.id, armed.rule.workspace)

    def late(self, due: Instant) -> Instant | None:
        """Returns when something should have been told, None where it is in time."""
        return due if self.now.at - due.at > LATE_AFTER else None

    def tell(
        self,
        rule: Rule,
        key: str,
        lane: Lane,
        reason: str,
        said: Answer,
        due: Instant,
        *,
        episode: str = "",
        supersedes: str = "",
    ) -> None:
        """Takes an alert."""
        alert = sending.alert(rule, key, lane, reason, said, due, self.now, episode=episode, supersedes=supersedes)
        self.alerts.append((rule, alert))

    def tell_value(
        self, rule: Rule, taken: Step, reading: Reading, scene: Scene, due: Instant, *, passed_over: int = 0
    ) -> None:
        """Takes the alert of a step of a rule on a series."""
        figures = self.once(("behind", id(reading)), lambda: (reading, documents.behind(reading, scene)))[1]
        said = documents.of_value(rule, Told(taken, reading, due), figures, scene, self.late(due))
        if passed_over:
            more: Block = Notice(Message("alert-passed-over", {"count": passed_over}))
            said = replace(said, blocks=(*said.blocks, more))
        supersedes = f"value:{rule.id}:{taken.old.episode}" if taken.reason == "source_corrected" else ""
        episode = f"value:{rule.id}:{taken.new.episode or taken.old.episode}"
        if taken.reason == "contested":
            # Nothing has crossed: the contest stands for itself.
            episode = taken.key
        self.tell(rule, taken.key, "value", taken.reason, said, due, episode=episode, supersedes=supersedes)

    def follow(self, rule: Rule, state: RuleState, seen: Iterable[Seen]) -> None:
        """Takes how far a rule's crossing has gone, as of the readings of this tick."""
        self.courses.append(evaluating.course(rule, state, seen, self.now))

    def outcome(self, tick: LastTick) -> Outcome:
        """Returns everything gathered, to be written in one transaction."""
        once: dict[tuple[str, str], tuple[Rule, Alert]] = {}
        self.alerts.sort(key=lambda pair: (pair[1].due_at, pair[1].key, pair[0].id))
        for rule, alert in self.alerts:
            once.setdefault((alert.workspace, alert.key), (rule, alert))
        places: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        deliveries = []
        for rule, alert in self.alerts:
            # Two rules may tell one release: the alert is one, and each place hears of it once.
            for each in sending.deliveries(rule, alert):
                if each.key not in places[alert.workspace, alert.key]:
                    places[alert.workspace, alert.key][each.key] = None
                    deliveries.append(each)
        return Outcome(
            states=tuple(self.changed.values()),
            alerts=tuple(alert for _, alert in once.values()),
            deliveries=tuple(deliveries),
            dues=self.dues,
            # What was due of a rule that failed stays due.
            done=tuple(d for d in self.done if (d.workspace, d.rule) not in self.failed or d.kind == "arm"),
            again=tuple(self.again),
            series=tuple(self.series),
            ended=tuple(self.ended),
            openings=tuple(
                opened for rule, alert in once.values() if (opened := episodes.opened(rule, alert, ())) is not None
            ),
            courses=tuple(self.courses),
            tick=tick,
        )


def _key(armed: Armed) -> tuple[str, str]:
    return (armed.rule.workspace, armed.rule.id)
