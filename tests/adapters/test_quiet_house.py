"""Quiet through the whole house, ticker to outbox: a storm, quiet hours, and months on a budget."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select

from adapters.bootstrap import House, open_house
from adapters.clock import StoppedClock
from bot.alerts.episodes import is_unlock_day
from bot.alerts.quieting import week_of
from bot.answer import Answer, Table
from bot.call import Ask, Call, Person, Place
from bot.days import Instant
from bot.rule import KeepRule, LevelWatch, Rule, Subject
from bot.text import Message
from data import documents
from data.tables import DeliveryRow, table

PLACE = Place("slack", "T1", "C1")
ALICE = Person("slack", "T1", "U0ALICE")
MANY = 500
WORTH = Subject("figure", ("minimax",), "market_value", "HKD")
FUND = (
    "/alert add unlock T-7 T-1 T-0 T+1 T+5",
    "/alert add zhipu moves 5% in 1 sessions",
    "/alert add minimax moves 5% in 1 sessions",
    "/alert add ratio zhipu minimax above 7",
    "/alert add zhipu drawdown 20%",
    "/alert add minimax drawdown 50%",
    "/alert add new figures zhipu minimax anthropic openai",
)


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock(Instant.of("2026-07-08T00:30Z"))


@pytest.fixture
def house(tmp_path: Path, clock: StoppedClock) -> Iterator[House]:
    made = open_house(f"sqlite:///{tmp_path / 'facts.db'}", clock)
    yield made
    made.close()


def say(house: House, line: str) -> None:
    house.turns.take(Call(Ask.of(line), PLACE, ALICE, line))


def at_once(house: House, clock: StoppedClock, number: int) -> None:
    """Makes rules that hold already, each of which is told as soon as it is looked at."""
    rules = [
        Rule(f"r{n:03}", "slack:T1", ALICE, (PLACE,), LevelWatch(WORTH, "above", Decimal(n), Decimal(n), event=False),
             clock.now())
        for n in range(number, number + MANY // 5)
    ]  # fmt: skip
    house.rules.apply("slack:T1", [KeepRule(rule) for rule in rules])


def outbox(house: House) -> list[tuple[str, str, Instant, Answer]]:
    """Returns everything that was put on its way: act, alert, when it may go, and what it says."""
    row = table(DeliveryRow)
    query = select(row.c.act, row.c.alert, row.c.next_attempt_at, row.c.document).order_by(row.c.next_attempt_at)
    return house.database.read_now(
        lambda c: [(a, k, Instant(at), documents.read(d)) for a, k, at, d in c.execute(query)]
    )


def pass_minute(house: House, clock: StoppedClock) -> None:
    """Lets 500 rules fire within the minute in which two reminders of unlocks fall due."""
    say(house, "/alert add unlock zhipu minimax T-1 T-0")
    house.ticker.tick()
    for part in range(5):
        clock.moment = Instant(Instant.of("2026-07-08T01:00Z").at + timedelta(seconds=12 * part))
        at_once(house, clock, part * MANY // 5 + 1)
        house.ticker.tick()


def test_five_hundred_in_a_minute_are_one_summary_and_every_unlock(house: House, clock: StoppedClock) -> None:
    pass_minute(house, clock)
    sent = outbox(house)
    posts = [(alert, said) for act, alert, _, said in sent if act == "post"]
    assert sorted(a.split(":")[0] for a, _ in posts) == ["storm", "unlock", "unlock"]
    assert sorted(a.rsplit(":", 1)[1] for a, _ in posts if a.startswith("unlock")) == ["T-0", "T-1"]
    edits = [said for act, alert, _, said in sent if act == "edit" and alert.startswith("storm")]
    assert max(said.headline.args["count"] for said in edits) == MANY  # type: ignore[type-var]
    assert len(edits) == 4


def test_quiet_hours_let_the_unlock_day_through_and_give_one_card(house: House, clock: StoppedClock) -> None:
    say(house, "/quiet hours 08:00-10:00")
    pass_minute(house, clock)
    assert [a.rsplit(":", 1)[1] for act, a, _, _ in outbox(house) if act == "post"] == ["T-0"]
    clock.moment = Instant.of("2026-07-08T02:00Z")
    house.ticker.tick()
    (card,) = [said for act, a, _, said in outbox(house) if act == "post" and a.startswith("card:")]
    assert card.headline == Message("quiet-card", {"count": MANY + 1})
    rows = next(b for b in card.blocks if isinstance(b, Table)).rows
    times = {row[0].value for row in rows}
    assert times == {Message("plain", {"text": Instant.of("2026-07-08T01:00Z")})}, "when it happened, not when told"
    assert len([1 for act, *_ in outbox(house) if act == "post"]) == 2


def test_five_a_week_over_two_months_are_never_exceeded_and_no_unlock_day_waits(tmp_path: Path) -> None:
    clock = StoppedClock(Instant.of("2026-05-31T12:00Z"))
    house = open_house(f"sqlite:///{tmp_path / 'facts.db'}", clock)
    for line in (*FUND, "/quiet budget 5"):
        say(house, line)
    house.ticker.tick()
    unlock_days: dict[str, Instant] = {}
    while clock.moment.at < Instant.of("2026-08-01T00:00Z").at:
        for hour in ("01:00", "09:00"):
            day = clock.moment.day_in("UTC").iso
            clock.moment = Instant.of(f"{day}T{hour}Z")
            told = house.ticker.tick().deliveries
            unlock_days |= {d.alert: d.due_at for d in told if is_unlock_day(d.alert) and d.act == "post"}
        clock.moment = Instant.of(f"{clock.moment.day_in('UTC').plus(1).iso}T00:00Z")
    posts = [(alert, at) for act, alert, at, _ in outbox(house) if act == "post"]
    house.close()
    weeks = Counter(week_of(at, "Asia/Hong_Kong").iso for alert, at in posts if not is_unlock_day(alert))
    assert max(weeks.values()) == 5 and len(weeks) > 6
    assert any(alert.startswith("card:") for alert, _ in posts), "what waited was told"
    assert sorted(unlock_days.values()) == [Instant.of("2026-07-08T01:00Z"), Instant.of("2026-07-09T01:00Z")]
    assert {alert: at for alert, at in posts if is_unlock_day(alert)} == unlock_days
