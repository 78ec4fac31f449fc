"""From alerts to messages: a snooze until the unlock, and an unlock that explains why a price moves."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from bot.alert import Alert
from bot.alerts import episodes
from bot.alerts.outcomes import LastTick, Outcome
from bot.alerts.routing import Routed, routed
from bot.alerts.sending import alert, deliveries
from bot.answer import Answer, Notice
from bot.call import Person
from bot.days import Instant
from bot.episode import Acknowledge, Episode, Snooze
from bot.rule import LevelWatch, ReleaseWatch, Rule, Subject
from bot.text import Message, Raw
from tests.bot.alerts.rules import PLACE, rule

MORNING = Instant.of("2027-01-08T01:00Z")
LADDER = rule(ReleaseWatch(), "ladder")


def moving(company: str) -> Rule:
    subject = Subject("move", (company,), "price", "", 1)
    return rule(LevelWatch(subject, "above", Decimal("0.1"), Decimal("0.1")), f"{company}-moves")


MOVES, OTHERS = moving("star"), moving("moon")
EVENT = "unlock:star:3f2a:2027-01-08"


def days(count: int) -> Instant:
    return Instant(MORNING.at - timedelta(days=count))


def said(one: Rule, key: str, at: Instant, lane: str = "unlock") -> Alert:
    document = Answer(Message("plain", {"text": Raw(key)}))
    return alert(one, key, lane, "date_reached", document, at, at)  # type: ignore[arg-type]


def tick(at: Instant, known: tuple[Episode, ...], *told: tuple[Rule, Alert]) -> Routed:
    outcome = Outcome(
        alerts=tuple(a for _, a in told),
        openings=tuple(e for one, a in told if (e := episodes.opened(one, a, ())) is not None),
        tick=LastTick(at, ""),
    )
    sent = [d for one, a in told for d in deliveries(one, a)]
    return routed(outcome, {(a.workspace, a.key) for _, a in told}, sent, known)


def rung(days_before: int) -> Alert:
    return said(LADDER, f"{EVENT}:T-{days_before}", days(days_before))


def test_snoozed_until_the_unlock_the_rungs_between_are_held_and_its_day_comes() -> None:
    (week,) = tick(days(7), (), (LADDER, rung(7))).episodes
    assert week.unlock == MORNING
    snoozed = episodes.marked(week, Snooze(Person("slack", "T1", "U1"), MORNING, "unlock"), days(6))
    before = tick(days(1), (snoozed,), (LADDER, rung(1)))
    assert [d.act for d in before.deliveries] == ["edit"]
    (held,) = before.episodes
    assert held.held == 1
    today = tick(MORNING, (held,), (LADDER, rung(0)))
    assert [(d.act, d.alert) for d in today.deliveries if d.act != "edit"] == [("post", f"{EVENT}:T-0")]


def test_a_snooze_does_not_hold_the_unlock_day_even_where_it_lasts_longer() -> None:
    (week,) = tick(days(7), (), (LADDER, rung(7))).episodes
    snoozed = episodes.marked(week, Snooze(Person("slack", "T1", "U1"), days(-3)), days(6))
    today = tick(MORNING, (snoozed,), (LADDER, rung(0)))
    assert [d.act for d in today.deliveries] == ["post", "edit"]


def test_the_next_reminder_takes_over_from_the_one_before_with_its_owner() -> None:
    (week,) = tick(days(7), (), (LADDER, rung(7))).episodes
    alice = Person("slack", "T1", "U1")
    taken = episodes.marked(week, Acknowledge(alice), days(6))
    found = tick(days(1), (taken,), (LADDER, rung(1)))
    over, fresh = sorted(found.episodes, key=lambda e: e.opened_at)
    assert over.resolved_at is not None and fresh.resolved_at is None
    assert fresh.owner == alice
    assert [d.act for d in found.deliveries] == ["post", "edit"]
    assert "episode-acknowledged" in [
        b.sentence.key for b in found.deliveries[0].document.blocks if isinstance(b, Notice)
    ]


def test_on_an_unlock_day_a_price_that_moves_is_told_beneath_the_unlock_and_says_why() -> None:
    (unlock,) = tick(MORNING, (), (LADDER, rung(0))).episodes
    later = Instant(MORNING.at + timedelta(hours=8))
    found = tick(later, (unlock,), (MOVES, said(MOVES, "value:moves:o1", later, "value")))
    reply = next(d for d in found.deliveries if d.act == "reply")
    assert (reply.episode, reply.destination) == (unlock.key, PLACE)
    assert reply.document.blocks[0] == Notice(Message("episode-inhibited"))
    assert not [d for d in found.deliveries if d.act == "post"]


def test_another_company_and_another_week_are_told_by_themselves() -> None:
    (unlock,) = tick(MORNING, (), (LADDER, rung(0))).episodes
    later = Instant(MORNING.at + timedelta(hours=8))
    other = tick(later, (unlock,), (OTHERS, said(OTHERS, "value:others:o1", later, "value")))
    assert [d.act for d in other.deliveries] == ["post"]
    week = days(-7)
    found = tick(week, (unlock,), (MOVES, said(MOVES, "value:moves:o2", week, "value")))
    assert [d.act for d in found.deliveries] == ["post"]
