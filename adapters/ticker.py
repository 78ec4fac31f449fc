"""One tick of the clock: what is due and what has changed is put against the rules, and written in one transaction.

What is due is a query. After a stop everything since the last completed tick is gone through in order, day by day, with
the facts as known on each; what is told late says so, and of several of one rule only the last is told.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version

from adapters.tick_work import Work
from bot.alert import Alert
from bot.alerts import documents, knowing, ladder, unlocking, waiting
from bot.alerts.evaluating import Seen, hour_of, run, withdrawn
from bot.alerts.knowing import KnownState
from bot.alerts.ladder import Due, LadderState
from bot.alerts.outcomes import Armed, LastTick, Watched
from bot.alerts.replay import as_then, end_of
from bot.alerts.series import days_of_change, needs_of, read, seen_through
from bot.alerts.step import RuleState, passed
from bot.analysis.moments import Moment
from bot.answers.scene import Scene
from bot.clock import Clock
from bot.days import Instant
from bot.delivery import Delivery
from bot.errors import ProblemError
from bot.facts.book import Needs
from bot.facts.rates import Rates
from bot.faults import Blind, why_of
from bot.ports import Directory, Facts
from bot.rule import ClaimWatch, ReleaseWatch
from data.watch_store import WatchStore

log = logging.getLogger(__name__)

BUCKET_MINUTES = 10
"""How often series are read anew where no facts were seen to change: a close becomes final without any import."""


SCENES_HELD = 16
"""How many scenes a tick keeps for its next rules: thousands wait for one release, but a scene holds all closes."""


@dataclass(frozen=True, slots=True)
class Ticked:
    """What a tick told: its alerts in order, and what is posted or replied because of it, to each place."""

    alerts: tuple[Alert, ...] = ()
    deliveries: tuple[Delivery, ...] = ()


class Ticker:
    """Takes ticks. Two of them may run side by side on one database: each alert is told once."""

    def __init__(
        self,
        store: WatchStore,
        directory: Directory,
        facts: Facts,
        rates: Rates,
        clock: Clock,
    ) -> None:
        self._store, self._directory, self._facts, self._rates = store, directory, facts, rates
        self._clock = clock
        self._looked: Instant | None = None

    def next_due(self) -> Instant | None:
        """Returns when the next thing falls due, None where nothing waits."""
        return self._store.next_due()

    def upcoming(self) -> Instant | None:
        """Returns when the next thing falls due after the last tick; what that left behind waits for a later look."""
        return self._store.next_due(self._looked)

    def tick(self) -> Ticked:
        """Takes one tick and returns what it told; without any rule nothing is read or written."""
        now = self._looked = self._clock.now()
        if not self._store.any():
            return Ticked()
        last = self._store.last()
        work = Work(now)
        edition = f"{self._store.edition()}|{_zones_version()}"
        bucket = int(now.at.timestamp()) // (BUCKET_MINUTES * 60)
        changed = last is None or last.mark.rsplit("|", 1)[0] != edition
        behind = last is not None and now.at < last.at.at
        if changed:
            self._store.split_views()
        due = self._store.due(now)
        for each, armed in due:
            work.take(armed)
            work.done.append(each)
        self._dues(work, due)
        if changed:
            for kind in (ReleaseWatch.__name__, "StatementWatch"):
                self._plan(work, self._store.of_kind(kind))
        else:
            self._plan(work, [a for d, a in due if d.kind == "arm"])
        moved_on = changed or last is None or last.mark.rsplit("|", 1)[1] != str(bucket)
        if moved_on and not behind:
            self._news(work, self._store.of_kind(ClaimWatch.__name__))
        else:
            self._news(work, [a for d, a in due if d.kind == "arm"])
        fresh = {a.rule.subject.key for d, a in due if d.kind == "arm" and a.rule.subject is not None}
        if (moved_on and not behind) or fresh:
            for watched in self._store.watched():
                if not behind and (moved_on or watched.subject.key in fresh):
                    self._series(work, watched)
        at = last.at if last is not None and behind else now
        outcome = work.outcome(LastTick(at, f"{edition}|{bucket}"))
        written = self._store.complete(outcome)
        new = set(written.alerts)
        told = tuple(a for a in outcome.alerts if a.key in new)
        for said in outcome.alerts:
            log.log(logging.INFO if said.key in new else logging.DEBUG, "alert %s %s", said.key, said.reason)
        return Ticked(told, tuple(d for d in written.deliveries if d.act != "edit"))

    def _scene(self, workspace: str, needs: Needs, work: Work) -> Scene:
        """What a workspace looks at; all that have nothing of their own look at one."""
        owners = work.once("owners", self._store.owners)
        view = workspace if workspace in owners else ""
        if len(work.scenes) >= SCENES_HELD:
            work.scenes.clear()
        found = work.scenes.get((view, needs))
        if found is None:
            vocabulary = self._directory.vocabulary(view)
            found = Scene(vocabulary, self._facts.snapshot(view, needs), self._rates, work.now)
            work.scenes[view, needs] = found
        return found

    def _dues(self, work: Work, due: Iterable[tuple[Due, Armed]]) -> None:
        by_key = {(d.workspace, d.rule): a for d, a in due}
        for each, missed in ladder.latest_of_each(d for d, _ in due):
            armed = by_key[each.workspace, each.rule]
            if armed.rule.paused:
                continue
            with work.trying(armed):
                self._due(work, armed, each, missed)

    def _due(self, work: Work, armed: Armed, each: Due, missed: tuple[Due, ...]) -> None:
        match each.kind:
            case "rung":
                self._rung(work, armed, each, missed)
            case "statement":
                self._statement(work, armed, each)
            case "wait" | "daily":
                self._passed(work, armed)
            case "ending" | "ended":
                self._ending(work, armed, each)

    def _rung(self, work: Work, armed: Armed, due: Due, missed: tuple[Due, ...]) -> None:
        rule = armed.rule
        scene = self._scene(rule.workspace, _release_needs((due.subject.split(":")[0],)), work)
        where = (id(scene), due.subject)
        _, release = work.once(where, lambda: (scene, ladder.find(scene.book, due.subject, work.now)))
        if release is None:
            return
        reminder = work.once((*where, due.rung, due.zone), lambda: unlocking.reminder(due, release, scene))
        said = unlocking.of_rung(rule, reminder, scene, work.late(due.at), missed)
        work.tell(rule, due.key, "unlock", "date_reached", said, due.at)
        state = work.state(armed)
        for each in (due, *missed):
            if isinstance(state, LadderState):
                state = ladder.after_telling(state, each)
        work.set(armed, state)

    def _statement(self, work: Work, armed: Armed, due: Due) -> None:
        scene = self._scene(armed.rule.workspace, Needs((), (), statements=True), work)
        statement = next((s for s in scene.book.statements if s.id == due.subject), None)
        if statement is None or (statement.resolved_on and statement.settled(work.now.day_in("UTC"))):
            return
        said = documents.of_statement(armed.rule, statement, due.day, scene, work.late(due.at))
        work.tell(armed.rule, due.key, "notice", "statement_due", said, due.at)

    def _ending(self, work: Work, armed: Armed, due: Due) -> None:
        ended = due.kind == "ended"
        scene = self._scene(armed.rule.workspace, Needs((), ()), work)
        work.tell(armed.rule, due.key, "notice", due.kind, documents.of_expiry(armed.rule, scene, ended=ended), due.at)
        if ended:
            work.ended.append(armed.rule)

    def _passed(self, work: Work, armed: Armed) -> None:
        rule, state = armed.rule, work.state(armed)
        if rule.subject is None or not isinstance(state, RuleState):
            return
        zone = _zone(rule.zone)
        taken = passed(rule, state, work.now, hour_of(rule, work.now, zone))
        work.set(armed, taken.new)
        if taken.key:
            needs = needs_of(rule.subject, dict(self._directory.vocabulary(rule.workspace).measures))
            scene = self._scene(rule.workspace, needs, work)
            reading = read(rule.subject, scene.evidence, _moment(work.now))
            work.tell_value(rule, taken, reading, scene, work.now)
        work.dues[rule.workspace, rule.id] = (
            *waiting.of_rule(rule, work.now, zone),
            *waiting.of_state(rule, taken.new, work.now, zone),
        )

    def _plan(self, work: Work, rules: Iterable[Armed]) -> None:
        """Plans what comes for rules on releases and statements, and arms the ends of all others."""
        for armed in rules:
            if isinstance(armed.rule.watch, ReleaseWatch):
                with work.trying(armed):
                    self._releases(work, armed, armed.rule.watch)
            elif armed.rule.subject is None:
                with work.trying(armed):
                    self._statements(work, armed)

    def _releases(self, work: Work, armed: Armed, watch: ReleaseWatch) -> None:
        rule, zone = armed.rule, _zone(armed.rule.zone)
        companies = watch.companies or tuple(self._directory.vocabulary(rule.workspace).companies)
        scene = self._scene(rule.workspace, _release_needs(companies), work)
        before = work.state(armed)
        state = before if isinstance(before, LadderState) else LadderState()
        found = ladder.plan(rule, scene.book, state, work.now)
        work.set(armed, found.state)
        work.dues[rule.workspace, rule.id] = (*waiting.of_rule(rule, work.now, zone), *found.dues)
        for moved in found.moved:
            day = moved.new.first_free_day.iso
            release = ladder.find(scene.book, f"{moved.new.company}:{moved.new.release}:{day}", work.now)
            if release is not None:
                said = unlocking.of_move(rule, moved, release, scene)
                work.tell(rule, moved.key, "unlock", "moved", said, work.now, supersedes=moved.supersedes)

    def _statements(self, work: Work, armed: Armed) -> None:
        rule, zone = armed.rule, _zone(armed.rule.zone)
        scene = self._scene(rule.workspace, Needs((), (), statements=True), work)
        dues = waiting.of_statements(rule, scene.book.statements, work.now, zone)
        work.dues[rule.workspace, rule.id] = (*waiting.of_rule(rule, work.now, zone), *dues)

    def _news(self, work: Work, rules: Iterable[Armed]) -> None:
        for armed in rules:
            if isinstance(armed.rule.watch, ClaimWatch):
                with work.trying(armed):
                    self._claims(work, armed, armed.rule.watch)

    def _claims(self, work: Work, armed: Armed, watch: ClaimWatch) -> None:
        scene = self._scene(armed.rule.workspace, Needs(watch.companies, watch.measures), work)
        before = work.state(armed)
        state = before if isinstance(before, KnownState) else KnownState()
        after, found = knowing.news(armed.rule, scene.book, state, work.now)
        work.set(armed, after)
        if found is not None:
            said = documents.of_news(armed.rule, found, scene, None)
            work.tell(armed.rule, found.key, "value", "claims", said, work.now)

    def _series(self, work: Work, watched: Watched) -> None:
        subject = watched.subject
        found = self._seen(work, watched)
        if found is None:
            return
        scene, seen, newest = found
        values = [s.reading.seen.value for s in (*seen, newest) if s.reading.seen.value is not None]
        ends = [*values, *([watched.value] if watched.value is not None and values else [])]
        zone = next(iter(ladder.zones_of(scene.book).values()), ladder.DEFAULT_ZONE)
        low, high = (min(ends), max(ends)) if ends else (None, None)
        for armed in self._store.touched(subject.key, watched.view, low, high):
            if not armed.rule.paused:
                with work.trying(armed):
                    self._rule(work, armed, seen, newest, scene, zone)
        through = seen_through(subject, scene.book, work.now)
        last = next((s.reading.seen for s in (newest, *reversed(seen)) if s.reading.seen.value is not None), None)
        blind = Blind(watched.blind.since if watched.blind else work.now) if newest.reading.seen.value is None else None
        work.series.append(
            Watched(
                subject,
                watched.view,
                last.id if last else watched.observation,
                last.value if last else watched.value,
                max(through, watched.through) if watched.through else through,
                blind,
            )
        )

    def _seen(self, work: Work, watched: Watched) -> tuple[Scene, list[Seen], Seen] | None:
        """What a series stood at since it was last looked at; None, which is noted, where it cannot be worked out."""
        subject, today = watched.subject, work.now.day_in("UTC")
        try:
            needs = needs_of(subject, dict(self._directory.vocabulary(watched.view).measures))
            scene = self._scene(watched.view, needs, work)
            newest = Seen(read(subject, scene.evidence, _moment(work.now)), work.now)
            if watched.through is None:
                return scene, [], newest
            days = days_of_change(subject, scene.book, needs.measures, watched.through, today.plus(-1))
            return scene, [Seen(read(subject, scene.evidence, as_then(day)), end_of(day)) for day in days], newest
        except ProblemError:
            raise
        except Exception as error:
            before = watched.blind
            if before is None or not before.why:
                log.exception("series %s could not be worked out", subject.key)
            since = before.since if before is not None else work.now
            work.series.append(replace(watched, blind=Blind(since, why_of(error))))
            return None

    def _rule(self, work: Work, armed: Armed, seen: list[Seen], newest: Seen, scene: Scene, zone: str) -> None:
        rule, before = armed.rule, work.state(armed)
        if isinstance(before, RuleState):
            # What happened before a rule was made is none of its business.
            since = [one for one in seen if one.due_at.at >= rule.made_at.at]
            state, told = run(rule, before, since, zone)
            final = Seen(withdrawn(state, newest.reading), newest.due_at)
            state, more = run(rule, state, [final], zone)
        else:
            state, more = run(rule, RuleState(), [newest], zone)
            told = ()
        work.set(armed, state)
        if "firing" in (state.standing, before.standing if isinstance(before, RuleState) else ""):
            work.follow(rule, state, [*seen, newest])
        if state != before:
            work.dues[rule.workspace, rule.id] = (
                *waiting.of_rule(rule, work.now, zone),
                *waiting.of_state(rule, state, work.now, zone),
            )
        every = (*told, *more)
        late = [t for t in every if work.late(t.due_at) is not None]
        for one in every:
            if one in late and one is not every[-1]:
                log.info("alert %s was passed over: %s came after it", one.step.key, every[-1].step.key)
                continue
            work.tell_value(rule, one.step, one.reading, scene, one.due_at, passed_over=len(every) - 1 if late else 0)


def _release_needs(companies: tuple[str, ...]) -> Needs:
    return Needs(companies, ("shares_in_issue",), bars=True, holdings=True)


def _moment(now: Instant) -> Moment:
    today = now.day_in("UTC")
    return Moment(today, today, now)


def _zone(own: str) -> str:
    return own or ladder.DEFAULT_ZONE


def _zones_version() -> str:
    """Returns the version of the rules of zones, since a change of them moves what is due."""
    try:
        return version("tzdata")
    except PackageNotFoundError:
        return ""
