"""Settings through the whole house: whose word holds, what it changes, and that no reminder comes twice."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from adapters.bootstrap import House
from adapters.clock import StoppedClock
from bot.answer import Answer, Notice, Table
from bot.days import Instant
from bot.text import Message, Raw, Term, Typed
from bot.words.fallback import fallback
from data.rule_tables import DueRow
from data.tables import table
from tests.adapters.people.saying import BESIDE, THEIRS, notices, say


def held(answer: Answer) -> dict[str, tuple[object, str]]:
    """What the list of settings says: of each its value and whose word it is."""
    (listed,) = [block for block in answer.blocks if isinstance(block, Table)]
    found: dict[str, tuple[object, str]] = {}
    for name, value, whose, typed in listed.rows:
        assert isinstance(name.value, Term) and isinstance(whose.value, Term) and isinstance(typed.value, Typed)
        found[name.value.key] = (value.value, whose.value.key)
    return found


def dues(house: House) -> list[tuple[str, str]]:
    row = table(DueRow)
    query = select(row.c.rung, row.c.at).where(row.c.kind == "rung").order_by(row.c.at)
    return house.database.read_now(lambda c: [(rung, Instant(at).iso) for rung, at in c.execute(query)])


def test_the_nearest_word_holds_and_the_list_says_whose_it_is(either: House) -> None:
    say(either, "/settings currency USD for everyone")
    say(either, "/settings currency CNY for channel")
    said = say(either, "/settings currency EUR for channel", BESIDE)
    assert said.answer.headline.args["value"] == Term("currency", "EUR")
    say(either, "/settings currency HKD")
    assert held(say(either, "/settings").answer)["currency"] == (Term("currency", "HKD"), "person")
    assert held(say(either, "/settings", who="U2").answer)["currency"] == (Term("currency", "CNY"), "channel")
    say(either, "/settings currency auto for channel")
    assert held(say(either, "/settings", who="U2").answer)["currency"] == (Term("currency", "USD"), "workspace")
    assert held(say(either, "/settings", THEIRS).answer)["currency"] == (Term("setting-unset", "currency"), "usual")


def test_whoever_sets_it_for_all_is_told_that_a_nearer_word_still_holds_for_them(house: House) -> None:
    say(house, "/settings theme dark")
    assert "setting-nearer" in notices(say(house, "/settings theme light for everyone"))


def test_a_comparison_is_in_the_currency_that_holds_unless_one_is_named(house: House) -> None:
    plain = say(house, "/compare zhipu anthropic market value")
    assert plain.plan is not None and plain.plan.currency is None
    say(house, "/settings currency CNY for channel")
    assert (plan := say(house, "/compare zhipu anthropic market value").plan) and plan.currency == "CNY"
    assert (plan := say(house, "对比 智谱 anthropic 市值").plan) and plan.currency == "CNY"
    assert (plan := say(house, "/compare zhipu anthropic market value in EUR").plan) and plan.currency == "EUR"
    assert (plan := say(house, "/value zhipu").plan) and plan.currency is None, "one figure stays as it is stated"


def test_times_are_written_in_the_zone_that_holds_and_pictures_get_their_ground(house: House) -> None:
    say(house, "/digest daily")
    english = house.writers.of("en")
    assert "UTC" in fallback(say(house, "/digest show").answer, english)
    say(house, "/settings zone london")
    said = fallback(say(house, "/digest show").answer, english)
    assert "08:30 Europe/London" in said and "UTC" not in said
    assert say(house, "/settings theme dark for channel").theme is None
    assert say(house, "/compare zhipu minimax").theme == "dark"


@pytest.mark.parametrize(("line", "language"), [("/settings language zh for channel", "zh"), ("/settings", "en")])
def test_a_language_of_the_channel_is_that_of_everyone_who_chose_none(house: House, line: str, language: str) -> None:
    say(house, line)
    say(house, "/language en", who="U2")
    assert say(house, "/help").language == language
    assert say(house, "/help", who="U2").language == "en"
    assert say(house, "/help", BESIDE).language == "en"


def test_another_morning_hour_moves_what_is_to_come_and_sends_nothing_twice(either: House, clock: StoppedClock) -> None:
    say(either, "/alert add unlock zhipu T-7 T-1")
    say(either, "/alert add unlock zhipu T-0 at 07:15")
    either.ticker.tick()
    assert dues(either) == [
        ("T-7", "2027-01-01T01:00:00Z"),
        ("T-1", "2027-01-07T01:00:00Z"),
        ("T-0", "2027-01-07T23:15:00Z"),
    ]
    said = say(either, "/settings morning 10:00").answer
    assert Message("setting-morning-follow", {"count": 1, "own": 1}) in [
        block.sentence for block in said.blocks if isinstance(block, Notice)
    ]
    assert dues(either)[0] == ("T-7", "2027-01-01T02:00:00Z") and dues(either)[2] == ("T-0", "2027-01-07T23:15:00Z")
    clock.moment = Instant.of("2027-01-01T02:00Z")
    assert [d.alert[-3:] for d in either.ticker.tick().deliveries] == ["T-7"]
    say(either, "/settings morning 11:00")
    for hour in range(2, 12):
        clock.moment = Instant.of(f"2027-01-01T{hour:02d}:30Z")
        assert not either.ticker.tick().deliveries
    assert [rung for rung, _ in dues(either)] == ["T-1", "T-0"]


def test_an_earlier_hour_that_has_passed_today_tells_at_once_what_was_still_to_come(
    house: House, clock: StoppedClock
) -> None:
    say(house, "/alert add unlock zhipu T-7")
    house.ticker.tick()
    clock.moment = Instant.of("2027-01-01T00:30Z")
    assert not house.ticker.tick().deliveries
    say(house, "/settings morning 8:00")
    assert [d.alert[-3:] for d in house.ticker.tick().deliveries] == ["T-7"]
    assert not house.ticker.tick().deliveries


def test_a_new_alert_goes_by_the_hour_of_its_channel_else_of_the_workspace(house: House) -> None:
    say(house, "/settings morning 8:30 for everyone")
    say(house, "/settings morning 7 for channel")
    say(house, "/alert add unlock zhipu T-7")
    say(house, "/alert add unlock zhipu T-7", BESIDE)
    house.ticker.tick()
    assert [at[11:16] for _, at in dues(house)] == ["23:00", "00:30"]


def test_what_was_set_stands_in_the_audit(house: House) -> None:
    say(house, "/settings currency USD for everyone")
    (listed,) = [b for b in say(house, "/audit").answer.blocks if isinstance(b, Table)]
    assert [row[2].value for row in listed.rows] == [Typed("/settings currency USD for everyone")]


@pytest.mark.parametrize(
    ("line", "key", "step"),
    [
        ("/settings colour red", "setting-unknown", "/settings"),
        ("/settings currency XYZ", "setting-bad-currency", "/settings currency HKD"),
        ("/settings zone Mars/Olympus", "setting-bad-zone", "/settings zone Europe/London"),
        ("/settings morning 25:00", "setting-bad-morning", "/settings morning 8:30"),
        ("/settings morning 8:30 for me", "setting-not-for", "/settings morning 8:30 for channel"),
        ("/settings theme purple", "setting-bad-theme", "/settings theme dark"),
        ("/settings editing nobody", "setting-bad-editing", "/settings editing editors"),
        ("/settings language fr", "setting-bad-language", "/settings language zh for channel"),
        ("/settings zone", "setting-what", "/settings zone Europe/London"),
    ],
)
def test_what_cannot_be_set_says_what_to_type(house: House, line: str, key: str, step: str) -> None:
    said = say(house, line)
    assert said.answer.headline.key == key and not said.writes
    assert step in [
        c.label.args["example"].text for c in said.answer.choices if isinstance(c.label.args["example"], Raw)
    ]
