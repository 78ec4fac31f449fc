"""Whether the house is well, in one sentence and a few figures."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from adapters.words import Writers
from bot.call import Ask, Call, Person, Place
from bot.commands.deed import Deed
from bot.commands.desk import Desk
from bot.commands.status import status
from bot.days import Day, Instant
from bot.ports import Heard, Pulse
from bot.words.fallback import fallback
from tests.bot.commands.conftest import RATES, TABLE, Asking

NOW = Instant.of("2026-11-23T12:00Z")


@dataclass(frozen=True)
class Known:
    said: Pulse

    def pulse(self, workspace: str) -> Pulse:
        assert workspace == "team"
        return self.said


def said(asking: Asking, pulse: Pulse, language: str = "en") -> str:
    call = Call(Ask.of("/status"), Place("slack", "T1", "C1"), Person("slack", "T1", "U1"))
    desk = Desk(call, asking.names, RATES, NOW, TABLE, workspace="team", condition=Known(pulse))
    deed = status(call.ask, desk)
    assert isinstance(deed, Deed)
    assert deed.answer.visible_to == "asker"
    return fallback(deed.answer, Writers().of("zh" if language == "zh" else "en"))


def part(name: str, at: str, standing: str = "running") -> Heard:
    return Heard(name, Instant.of(at), standing)


@pytest.mark.parametrize(
    ("parts", "english", "chinese"),
    [
        ((), "No running Twinstar has used this database yet", "还没有运行过"),
        (
            (part("slack", "2026-11-23T11:59:50Z"), part("worker", "2026-11-23T11:59:50Z")),
            "Twinstar runs: Slack and the clock for alerts.",
            "运行正常",
        ),
        (
            (part("slack", "2026-11-23T11:59:50Z"), part("discord", "2026-11-23T11:59:50Z", "down")),
            "Not well: Discord is down",
            "Discord已停",
        ),
        ((part("slack", "2026-11-23T09:00Z"),), "the last sign of life came 3 hours ago", "3 小时前"),
        # One that was shut down long ago is no fault of those that run.
        (
            (part("slack", "2026-11-23T11:59:50Z"), part("discord", "2026-11-20T11:59Z", "down")),
            "Twinstar runs: Slack.",
            "运行正常",
        ),
    ],
    ids=["never", "well", "one down", "silent", "one gone"],
)
def test_the_headline_says_how_the_house_stands(
    asking: Asking, parts: tuple[Heard, ...], english: str, chinese: str
) -> None:
    assert english in said(asking, Pulse(parts))
    assert chinese in said(asking, Pulse(parts), "zh")


def test_what_waits_where_nothing_delivers_stands_above_all_that_is_well(asking: Asking) -> None:
    pulse = Pulse((part("slack", "2026-11-23T11:59:50Z"),), waiting=3, unserved={"discord": 3})
    assert said(asking, pulse).startswith("3 messages wait for Discord, where nothing delivers now.")
    assert "有 3 条消息在等 Discord" in said(asking, pulse, "zh")


def test_it_says_what_waits_and_how_old_things_are(asking: Asking) -> None:
    works = (Heard("tick", Instant.of("2026-11-23T11:59:57Z")), Heard("prices", Instant.of("2026-11-23T09:30Z")))
    pulse = Pulse((), works, 3, 2, 1, Day.of("2026-11-20"), Day.of("2026-11-22"), Day.of("2026-07-31"))
    text = said(asking, pulse)
    for line in (
        *("evaluated: 3 seconds ago", "Prices asked for: 2 hours ago", "rates asked for: never"),
        *("waiting: 3", "unsure: 2", "parked: 1", "20 Nov 2026 (3 days old)", "31 Jul 2026 (3 months old)"),
    ):
        assert line in text, text
