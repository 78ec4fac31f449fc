"""Whatever an answer holds, Slack takes it, and no name in it formats, links or tells anyone."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from slack_sdk.models.blocks import Block

from adapters.choices import asked
from adapters.slack.limits import violations
from adapters.slack.render import render
from adapters.slack.tables import STEPS, Step
from bot.answer import Answer, Cell, Choice, Column, Fields, Notice, Prose, Table
from bot.call import Ask
from bot.quantities import Count, Money
from bot.text import Language, Member, Message, Name
from tests.adapters.figures import figures_of
from tests.adapters.samples import SAMPLES, comparison, hostile, plain, unlocks, value
from tests.adapters.slack.markup import addresses, meanings, parts, shown
from tests.adapters.writers import LANGUAGES, writer
from tests.strategies.answers import answers

any_answer = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))

_OURS = {
    *("header", "rich_text", "rich_text_section", "rich_text_list", "rich_text_quote", "rich_text_preformatted"),
    *("text", "link", "user", "date", "emoji", "plain_text", "context", "actions", "button", "static_select"),
    *("table", "data_table", "raw_text", "raw_number", "data_visualization", "line"),
}


@any_answer
@given(answers, st.sampled_from(LANGUAGES), st.sampled_from(STEPS))
def test_any_answer_fits_slack_at_every_step(answer: Answer, language: Language, step: Step) -> None:
    messages = render(answer, writer(language), step)
    assert messages
    for message in messages:
        assert violations(message.arguments()) == []
        json.dumps(message.arguments(), allow_nan=False)


@any_answer
@given(answers, st.sampled_from(LANGUAGES), st.sampled_from(STEPS))
def test_blocks_hold_no_markup_and_link_only_to_addresses_of_the_answer(
    answer: Answer, language: Language, step: Step
) -> None:
    for message in render(answer, writer(language), step):
        for part in parts(message.blocks):
            assert part["type"] in _OURS
            if part["type"] == "user":
                assert repr(Member("slack", part["user_id"])) in repr(answer), "only whom the house itself names"
            if part["type"] in ("plain_text", "raw_text"):
                assert not {"<", ">"} & set(part["text"])
            if part["type"] == "emoji":
                assert part["name"] == "warning"


@any_answer
@given(answers, st.sampled_from(LANGUAGES))
def test_the_top_level_text_means_nothing_but_its_letters(answer: Answer, language: Language) -> None:
    bare = replace(
        answer, footnotes=(), blocks=tuple(b for b in answer.blocks if not isinstance(b, Prose | Fields | Table))
    )
    for message in render(bare, writer(language)):
        assert meanings(message.text) == []


def test_hostile_names_are_shown_as_they_are_written() -> None:
    for language in LANGUAGES:
        for step in STEPS:
            (message,) = render(hostile(), writer(language), step)
            assert "<!channel> *Evil* [click](https://evil.example)" in shown(message.blocks)
            assert not [part for part in parts(message.blocks) if part["type"] in ("link", "user", "broadcast")]
            assert meanings(message.text) == []
            assert message.private


def test_addresses_of_sources_stay_links_in_the_text() -> None:
    (message,) = render(value(), writer("en"))
    assert addresses(message.text) == [
        "https://www.hkex.com.hk/eng/stat/quot.htm",
        "https://www.zhipu.example/ar_2025.pdf?lang=en",
        "https://www.hkex.com.hk/eng/stat/quot.htm",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["value", "comparison"])
def test_every_step_says_the_figures_of_the_answer_in_its_order(name: str, language: Language) -> None:
    write = writer(language)
    answer = SAMPLES[name]()
    expected = figures_of(answer, write)
    for step in STEPS:
        words = shown([block for message in render(answer, write, step) for block in message.blocks])
        at = 0
        for figure in expected:
            at = words.index(figure, at) + len(figure)


def test_a_second_table_of_a_message_is_set_as_letters() -> None:
    table = next(block for block in comparison().blocks if isinstance(block, Table))
    (message,) = render(Answer(plain(Name("Two")), (table, table)), writer("en"))
    kinds = [block["type"] for block in message.blocks]
    assert kinds.count("data_table") == 1
    assert [part for part in parts(message.blocks) if part["type"] == "rich_text_preformatted"]


def test_figures_sort_by_their_value_and_read_by_their_text() -> None:
    (message,) = render(comparison(), writer("en"))
    (table,) = [block for block in message.blocks if block["type"] == "data_table"]
    assert table["rows"][1][1] == {"type": "raw_number", "value": 969262877000, "text": "HK$969.3bn¹"}
    assert table["rows"][3][2] == {"type": "raw_text", "text": "–"}


def test_rows_give_way_before_a_footnote_does_and_are_counted() -> None:
    long = Name("a holder whose name goes on and on " * 6)
    rows = tuple((Cell(long), Cell(Money(Decimal(n + 10**9), "HKD"))) for n in range(100))
    notes = tuple(plain(Name(f"Footnote number {n} " + "says much " * 20)) for n in range(20))
    table = Table(plain(Name("Many")), (Column(Name("Holder")), Column(Name("Value"), "number")), rows)
    (message,) = render(Answer(plain(Name("Head")), (table,), footnotes=notes), writer("en"))
    words = shown(message.blocks)
    assert all(f"Footnote number {n} " in words for n in range(20))
    (shown_table,) = [block for block in message.blocks if block["type"] in ("data_table", "table")]
    left_out = 100 - (len(shown_table["rows"]) - 1)
    assert left_out > 0
    assert writer("en").plain(Message("rows-more", {"count": left_out})) in words


def test_an_answer_too_long_for_a_message_continues_in_another() -> None:
    long = plain(Name("word " * 150))
    messages = render(Answer(plain(Name("Head")), (Prose((long,) * 40),)), writer("en"))
    assert len(messages) > 1
    assert sum(shown(message.blocks).lower().count("word") for message in messages) == 6_000
    assert messages[1].text.startswith("Head (2/")


def test_the_text_stands_alone_when_the_answer_is_far_too_long() -> None:
    rows = tuple((Cell(Name(f"Row {n}")), Cell(Count(Decimal(n)))) for n in range(2_000))
    table = Table(plain(Name("Many")), (Column(Name("Row")), Column(Name("Value"), "number")), rows)
    note = plain(Name("Where it comes from"))
    answer = replace(unlocks(), blocks=(table,), footnotes=(note,))
    text = render(answer, writer("en"))[0].text
    assert text.startswith("Share unlocks in the next 12 months")
    assert "Where it comes from" in text


def test_a_press_of_any_button_asks_what_its_choice_asks() -> None:
    long = Ask("compare", "智谱 " * 900, {"currency": "USD"})
    asks = [Ask("value", "zhipu | ~1 in USD"), long]
    answer = Answer(
        plain(Name("Head")), choices=tuple(Choice(plain(Name(f"Choice {n}")), a) for n, a in enumerate(asks))
    )
    (message,) = render(answer, writer("zh"))
    buttons = [part for part in parts(message.blocks) if part["type"] == "button"]
    assert [asked(button["value"], message.stored.get) for button in buttons] == asks
    assert len({button["action_id"] for button in buttons}) == 2


def test_of_many_choices_four_are_buttons_and_the_others_a_menu_that_asks_the_same() -> None:
    asks = [Ask("value", f"company {n}", {"currency": "USD"}) for n in range(9)]
    asks[6] = Ask("value", "𐀀" * 90)
    answer = Answer(plain(Name("Head")), choices=tuple(Choice(plain(Name(f"Choice {a.text}")), a) for a in asks))
    (message,) = render(answer, writer("en"))
    *buttons, menu = message.blocks[-1]["elements"]
    too_long_for_an_option = asks.pop(6)
    assert [asked(b["value"], message.stored.get) for b in buttons] == [*asks[:4], too_long_for_an_option]
    assert [asked(o["value"], message.stored.get) for o in menu["options"]] == asks[4:]
    assert violations(message.arguments()) == []


def test_five_choices_are_all_buttons() -> None:
    choices = tuple(Choice(plain(Name(f"Choice {n}")), Ask("value", str(n))) for n in range(5))
    (message,) = render(Answer(plain(Name("Head")), choices=choices), writer("en"))
    assert [element["type"] for element in message.blocks[-1]["elements"]] == ["button"] * 5


def test_choices_beyond_a_full_menu_are_buttons_and_then_lines_to_type() -> None:
    choices = tuple(Choice(plain(Name(f"Choice {n}")), Ask("value", str(n))) for n in range(140))
    (message,) = render(Answer(plain(Name("Head")), choices=choices), writer("en"))
    *buttons, menu = message.blocks[-1]["elements"]
    assert (len(buttons), len(menu["options"])) == (23, 100)
    assert len(message.blocks[-2]["elements"][0]["elements"]) == 140 - 123
    assert violations(message.arguments()) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_slack_s_own_models_take_the_blocks_they_know(name: str) -> None:
    for message in render(SAMPLES[name](), writer("en"), "table"):
        for block in message.blocks:
            parsed = Block.parse(block)
            assert parsed is not None
            parsed.validate_json()


def test_a_reason_that_the_answer_states_anyway_is_not_said_twice() -> None:
    why = plain(Name("No source states it."))
    table = Table(
        plain(Name("One")),
        (Column(Name("A")), Column(Name("B"), "number")),
        ((Cell(Name("Zhipu")), Cell(None, why=why)),),
    )
    for blocks in ((table,), (table, Notice(why))):
        (message,) = render(Answer(plain(Name("Head")), blocks), writer("en"))
        assert shown(message.blocks).count("No source states it.") == 1
