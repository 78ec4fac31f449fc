"""A rule that cannot be worked out fails by itself: its owner is told, all others go on, and it recovers."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from adapters import ticker as ticking
from adapters.words import Writers
from bot.alerts import ladder
from bot.alerts.evaluating import run
from bot.alerts.ladder import Ladder
from bot.alerts.series import Reading, read
from bot.analysis.figures import Evidence
from bot.analysis.moments import Moment
from bot.days import Instant
from bot.errors import ProblemError
from bot.facts.book import FactBook
from bot.faults import Blind
from bot.rule import ReleaseWatch, Rule, Subject
from bot.text import Message
from tests.adapters.ticking.ticking import RUN_RATE, SUBJECT, Stage, figure, keys, level

MOON = Subject("figure", ("moon",), RUN_RATE, "USD")


class Broken:
    """Makes the evaluation of some rules, or the reading of some series, raise until it is mended."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.rules: dict[str, Exception] = {}
        self.series: dict[str, Exception] = {}
        patch.setattr(ticking, "run", self._run)
        patch.setattr(ticking, "read", self._read)
        patch.setattr(ladder, "plan", self._plan(ladder.plan))

    def _run(self, rule: Rule, *rest: object) -> object:
        self._raise(self.rules, rule.id)
        return run(rule, *rest)  # type: ignore[arg-type]

    def _read(self, subject: Subject, evidence: Evidence, moment: Moment) -> Reading:
        self._raise(self.series, subject.key)
        return read(subject, evidence, moment)

    def _plan(self, plan: object) -> object:
        def planned(rule: Rule, book: FactBook, *rest: object) -> Ladder:
            self._raise(self.rules, rule.id)
            found: Ladder = plan(rule, book, *rest)  # type: ignore[operator]
            return found

        return planned

    @staticmethod
    def _raise(errors: Mapping[str, Exception], name: str) -> None:
        if name in errors:
            raise errors[name]


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Broken:
    return Broken(monkeypatch)


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = Stage(f"sqlite:///{tmp_path / 'rules.db'}")
    made.say(figure("star", "2026-05-20", 90), figure("moon", "2026-05-20", 95))
    yield made
    made.close()


def standing(stage: Stage) -> dict[str, tuple[str, Blind | None]]:
    return {k.rule.id: (k.phase, k.blind) for k in stage.rules.of("w")}


def test_one_rule_that_raises_fails_with_a_reason_and_the_others_are_told(stage: Stage, broken: Broken) -> None:
    stage.keep(level("bad", 100), level("good", 100))
    stage.at("2026-06-01T09:00Z")
    broken.rules["bad"] = ZeroDivisionError()
    stage.say(figure("star", "2026-06-02", 110))
    ticked = stage.at("2026-06-02T09:00Z")
    since = Instant.of("2026-06-02T09:00Z")
    assert keys(ticked) == ["failed:bad:2026-06-02T09:00:00Z", "value:good:star-2026-06-02"]
    assert standing(stage) == {"bad": ("failed", Blind(since, "numbers")), "good": ("firing", None)}
    for language, said in (("en", "its figures cannot be reckoned with"), ("zh", "它的数据无法计算")):
        assert said in Writers().of(language).plain(ticked.alerts[0].document.headline)  # type: ignore[arg-type]
    assert [d.lane for d in ticked.deliveries if d.rule == "bad"] == ["notice"]


def test_its_owner_is_told_once_however_long_it_lasts(
    stage: Stage, broken: Broken, caplog: pytest.LogCaptureFixture
) -> None:
    stage.keep(level("bad", 80))
    stage.at("2026-06-01T09:00Z")
    broken.rules["bad"] = RuntimeError("a fault of ours")
    with caplog.at_level(logging.WARNING):
        every = [keys(stage.after(hours=1)) for _ in range(6)]
        stage.restart()
        every.append(keys(stage.after(days=3)))
    assert every == [["failed:bad:2026-06-01T10:00:00Z"], *[[]] * 6]
    assert [r.levelname for r in caplog.records] == ["ERROR"]
    assert standing(stage)["bad"] == ("failed", Blind(Instant.of("2026-06-01T10:00Z"), "unexpected"))


def test_the_next_good_look_mends_it_and_what_happened_meanwhile_is_told(stage: Stage, broken: Broken) -> None:
    stage.keep(level("bad", 100))
    stage.at("2026-06-01T09:00Z")
    broken.rules["bad"] = KeyError("star")
    stage.say(figure("star", "2026-06-02", 110))
    stage.at("2026-06-02T09:00Z")
    assert standing(stage)["bad"][0] == "failed"
    del broken.rules["bad"]
    assert keys(stage.after(minutes=10)) == ["value:bad:star-2026-06-02"], "a failure neither fires nor resolves"
    assert standing(stage)["bad"] == ("firing", None)
    broken.rules["bad"] = KeyError("star")
    assert keys(stage.after(hours=1)) == ["failed:bad:2026-06-02T10:10:00Z"], "a new failure is told anew"
    del broken.rules["bad"]
    assert keys(stage.after(hours=1)) == []
    assert standing(stage)["bad"] == ("firing", None), "it held throughout and is not told twice"


def test_a_rule_that_fails_at_its_first_look_begins_with_the_first_good_one(stage: Stage, broken: Broken) -> None:
    broken.rules["bad"] = KeyError("star")
    stage.keep(level("bad", 100))
    stage.at("2026-06-01T09:00Z")
    assert standing(stage)["bad"][0] == "failed"
    del broken.rules["bad"]
    stage.after(hours=1)
    assert standing(stage)["bad"] == ("quiet", None)
    stage.say(figure("star", "2026-06-02", 110))
    assert keys(stage.at("2026-06-02T09:00Z")) == ["value:bad:star-2026-06-02"]


def test_a_rule_on_releases_is_looked_at_again_without_any_new_fact(stage: Stage, broken: Broken) -> None:
    broken.rules["bad"] = KeyError("star")
    stage.keep(replace(level("bad", 0), watch=ReleaseWatch(("star",))))
    assert keys(stage.at("2026-06-01T09:00Z")) == ["failed:bad:2026-06-01T09:00:00Z"]
    assert stage.store.next_due() == Instant.of("2026-06-01T09:10Z")
    assert keys(stage.at("2026-06-01T09:11Z")) == []
    assert standing(stage)["bad"][0] == "failed"
    del broken.rules["bad"]
    stage.at("2026-06-01T09:25Z")
    assert standing(stage)["bad"] == ("quiet", None)
    assert stage.store.next_due() is None


def test_a_series_that_cannot_be_read_fails_its_rules_and_no_others(stage: Stage, broken: Broken) -> None:
    far = replace(level("far", 0), watch=replace(level("far", 0).watch, subject=MOON, level=Decimal(999)))  # type: ignore[arg-type]
    stage.keep(level("near", 100), far)
    stage.at("2026-06-01T09:00Z")
    broken.series[MOON.key] = ArithmeticError()
    stage.say(figure("star", "2026-06-02", 110))
    assert keys(stage.at("2026-06-02T09:00Z")) == ["value:near:star-2026-06-02"]
    since = Instant.of("2026-06-02T09:00Z")
    assert standing(stage) == {"near": ("firing", None), "far": ("failed", Blind(since, "numbers"))}
    broken.series.clear()
    stage.after(hours=1)
    assert standing(stage)["far"] == ("quiet", None)


def test_a_rule_says_since_when_it_sees_nothing(stage: Stage) -> None:
    stage.keep(level("quiet", 1000), level("holds", 50))
    stage.at("2026-06-01T09:00Z")
    assert standing(stage) == {"quiet": ("quiet", None), "holds": ("firing", None)}
    stage.facts.claims.clear()
    for _ in range(3):
        stage.after(hours=1)
    blind = Blind(Instant.of("2026-06-01T10:00Z"))
    assert standing(stage) == {"quiet": ("no_data", blind), "holds": ("no_data", blind)}
    stage.say(figure("star", "2026-06-01", 91))
    stage.after(hours=1)
    assert standing(stage) == {"quiet": ("quiet", None), "holds": ("firing", None)}
    assert stage.told() == [], "a gap neither fires nor resolves"


def test_a_database_that_is_gone_fails_the_tick_and_no_rule(stage: Stage, broken: Broken) -> None:
    stage.keep(level("bad", 80))
    stage.at("2026-06-01T09:00Z")
    for errors, name in ((broken.rules, "bad"), (broken.series, SUBJECT.key)):
        errors[name] = ProblemError(Message("database-unreachable"))
        with pytest.raises(ProblemError):
            stage.after(hours=1)
        errors.clear()
    assert standing(stage)["bad"] == ("firing", None)
