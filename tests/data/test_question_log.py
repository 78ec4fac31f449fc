"""The log of questions: kept by workspace, not kept where it said no, gone with the workspace, without who asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.clock import StoppedClock
from bot.answer import KeepQuestions, RateQuestion, SetLanguage
from bot.call import Person, Place
from bot.days import Instant
from bot.plan import Plan
from bot.ports import Question
from data.database import Database
from data.leaving import forget_team
from data.opening import open_database
from data.question_log import QuestionLog
from data.workspace_store import SettingsStore, ThreadStore

PLACE, PERSON = Place("slack", "T1", "C1"), Person("slack", "T1", "U1")
ASKED = Question("ab12cd34", "智谱市值多少？", "zh", "answered", Plan("lookup", ("zhipu",), ("market_value",)))
CLOCK = StoppedClock(Instant.of("2026-06-25T09:00Z"))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = open_database(f"sqlite:///{tmp_path / 'log.db'}", CLOCK)
    yield database
    database.close()


@pytest.fixture
def settings(database: Database) -> SettingsStore:
    return SettingsStore(database, CLOCK)


def workspace(settings: SettingsStore) -> str:
    ours = settings.workspace_of(PLACE, PERSON)
    settings.apply(ours, PLACE, PERSON, [SetLanguage("zh")])
    return ours


def test_a_question_is_kept_with_its_plan_and_what_somebody_thought_of_the_answer(
    database: Database, settings: SettingsStore
) -> None:
    ours, log = workspace(settings), QuestionLog(database, CLOCK)
    assert log.keep(ours, ASKED)
    settings.apply(ours, PLACE, PERSON, [RateQuestion(ASKED.id, good=False)])
    (kept,) = log.asked(ours)
    assert (kept.text, kept.plan, kept.good) == (ASKED.text, ASKED.plan, False)
    assert log.asked("another") == ()


def test_who_says_no_is_not_logged_and_what_was_kept_is_gone(database: Database, settings: SettingsStore) -> None:
    ours, log = workspace(settings), QuestionLog(database, CLOCK)
    log.keep(ours, ASKED)
    settings.apply(ours, PLACE, PERSON, [KeepQuestions(kept=False)])
    assert log.asked() == ()
    assert not log.keep(ours, ASKED)
    settings.apply(ours, PLACE, PERSON, [KeepQuestions(kept=True)])
    assert log.keep(ours, ASKED)


def test_a_team_that_leaves_takes_its_questions_along(database: Database, settings: SettingsStore) -> None:
    ours, log = workspace(settings), QuestionLog(database, CLOCK)
    log.keep(ours, ASKED)
    assert forget_team(database, "slack", "T1", ours)["question"] == 1
    assert log.asked() == ()


def test_a_thread_is_leaned_on_for_half_a_day(database: Database) -> None:
    early, late = (
        ThreadStore(database, StoppedClock(Instant.of(at))) for at in ("2026-06-25T09:00Z", "2026-06-25T20:59Z")
    )
    after = ThreadStore(database, StoppedClock(Instant.of("2026-06-25T21:01Z")))
    plan = Plan("lookup", ("zhipu",), ("market_value",))
    early.remember("w", PLACE, plan)
    assert late.last_plan("w", PLACE) == plan
    assert after.last_plan("w", PLACE) is None
