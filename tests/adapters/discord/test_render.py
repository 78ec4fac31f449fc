"""Whatever an answer holds, Discord takes it, and no name in it formats, links or tells anyone."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import discord
import pytest
from discord.components import _component_factory
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.choices import asked
from adapters.discord.escape import escaped
from adapters.discord.limits import TABLE_WIDTH, TEXT_DISPLAY, violations
from adapters.discord.render import STEPS, Step, render
from bot.answer import Answer, Cell, Choice, Column, File, Prose, Table
from bot.call import Ask
from bot.quantities import Money
from bot.text import Language, Member, Message, Name
from bot.words.clipping import one_line
from bot.words.monospace import columns_of
from tests.adapters.discord.markup import read
from tests.adapters.figures import figures_of
from tests.adapters.samples import SAMPLES, comparison, hostile, plain, value
from tests.adapters.writers import LANGUAGES, writer
from tests.strategies.answers import answers, words

any_answer = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def markdown(body: Mapping[str, Any]) -> list[str]:
    """Returns the texts of a message that Discord reads as markdown, in order."""
    texts = [str(body["content"])] if "content" in body else []
    texts += [str(embed["description"]) for embed in body.get("embeds", [])]
    return texts + [str(each["content"]) for each in every(body["components"]) if each["type"] == TEXT_DISPLAY]


def every(components: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Returns components with all that stand in them."""
    return [found for each in components for found in (each, *every(each.get("components", [])))]


@any_answer
@given(answers, st.sampled_from(LANGUAGES), st.sampled_from(STEPS))
def test_any_answer_fits_discord_at_every_step(answer: Answer, language: Language, step: Step) -> None:
    messages = render(answer, writer(language), step)
    assert messages
    for message in messages:
        assert violations(message.body) == []
        json.dumps(message.body, allow_nan=False)


@any_answer
@given(answers, st.sampled_from(LANGUAGES), st.sampled_from(STEPS))
def test_nothing_is_told_linked_or_formatted_but_by_the_document(
    answer: Answer, language: Language, step: Step
) -> None:
    for message in render(answer, writer(language), step):
        for text in markdown(message.body):
            for kind, what in read(text).meanings:
                match kind:
                    case "line":
                        assert what in ("##", "-#", ">", "-")
                    case "link":
                        assert re.search(r"\]\(<https?://[^\s<>()]+>\)$", what)
                    case "format":
                        assert what == "**"
                    case "special":
                        named = Member("discord", what.removeprefix("<@").removesuffix(">"))
                        assert repr(named) in repr(answer), "only whom the house itself names"
                    case "time" | "fence" | "code":
                        pass
                    case _:
                        raise AssertionError(f"{kind}: {what!r} in {text!r}")


@given(words)
def test_escaped_text_reads_as_its_letters(text: str) -> None:
    seen = read(escaped(text))
    assert seen.meanings == []
    assert seen.words.replace("\u2060", "") == one_line(text)


@any_answer
@given(answers, st.sampled_from(LANGUAGES))
def test_tables_and_courses_are_no_wider_than_a_phone(answer: Answer, language: Language) -> None:
    drawn = replace(answer, blocks=tuple(block for block in answer.blocks if not isinstance(block, File)))
    for message in render(drawn, writer(language)):
        for text in markdown(message.body):
            if text.startswith("```"):
                assert all(columns_of(line) <= TABLE_WIDTH for line in text.split("\n")[1:-1])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["value", "comparison"])
def test_every_step_says_the_figures_of_the_answer_in_its_order(name: str, language: Language) -> None:
    write = writer(language)
    answer = SAMPLES[name]()
    expected = figures_of(answer, write)
    for step in STEPS:
        shown = "\n".join(read(text).words for m in render(answer, write, step) for text in markdown(m.body))
        at = 0
        for figure in expected:
            at = shown.index(figure, at) + len(figure)


def test_hostile_names_are_shown_as_they_are_written() -> None:
    for step in STEPS:
        (message,) = render(hostile(), writer("en"), step)
        shown = "\n".join(read(text).words for text in markdown(message.body)).replace("\u2060", "")
        assert "<!channel> *Evil* [click](https://evil.example) @everyone <@123456789012345678>" in shown
        assert message.private


def test_an_instant_is_each_viewer_s_own_time() -> None:
    (message,) = render(comparison(), writer("en"))
    assert "<t:1782291600:f>" in "\n".join(markdown(message.body))


def test_a_table_too_wide_for_a_phone_becomes_one_record_a_row() -> None:
    columns = tuple(Column(Name(f"Measure {n}"), "number") for n in range(7))
    row = tuple(Cell(Money(Decimal(10**9 * (n + 1)), "HKD")) for n in range(7))
    (message,) = render(Answer(plain(Name("Wide")), (Table(plain(Name("Seven")), columns, (row,)),)), writer("en"))
    (record,) = [text for text in markdown(message.body) if "Measure" in text]
    name, beneath = record.split("\n")
    assert name == "**HK$1bn**"
    assert read(beneath).words.startswith("Measure 1: HK$2bn · Measure 2: HK$3bn · ")


def test_a_place_in_an_order_stands_beside_whose_place_it_is() -> None:
    columns = (Column(Name("#")), *(Column(Name(each)) for each in ("Company", "Basis", "Source", "Why")))
    said = ("Zhipu", "priced round, post-money", "Securities Times", "no newer one")
    rows = tuple(tuple(Cell(Name(each)) for each in (f"{n}", *said)) for n in (1, 2))
    (message,) = render(Answer(plain(Name("Order")), (Table(plain(Name("By value")), columns, rows),)), writer("en"))
    shown = "\n".join(read(text).words for text in markdown(message.body))
    assert "1 Zhipu\nBasis: priced round, post-money · Source: Securities Times · Why: no newer one\n2 Zhipu" in shown


def test_rows_give_way_before_a_footnote_does_and_are_counted() -> None:
    rows = tuple((Cell(Name(f"Holder {n}")), Cell(Money(Decimal(n + 10**9), "HKD"))) for n in range(100))
    notes = tuple(plain(Name(f"Footnote number {n} " + "says much " * 15)) for n in range(10))
    table = Table(plain(Name("Many")), (Column(Name("Holder")), Column(Name("Value"), "number")), rows)
    (message,) = render(Answer(plain(Name("Head")), (table,), footnotes=notes), writer("en"))
    shown = "\n".join(read(text).words for text in markdown(message.body))
    assert all(f"Footnote number {n} " in shown for n in range(10))
    left_out = 100 - len(re.findall(r"Holder \d", shown))
    assert left_out > 0
    assert writer("en").plain(Message("rows-more", {"count": left_out})) in shown


def test_an_answer_too_long_for_a_message_continues_in_another() -> None:
    long = plain(Name("word " * 150))
    for step in STEPS:
        messages = render(Answer(plain(Name("Head")), (Prose((long,) * 20),)), writer("en"), step)
        assert len(messages) > 1
        assert sum(text.lower().count("word") for m in messages for text in markdown(m.body)) == 3_000


@pytest.mark.parametrize("step", STEPS)
def test_a_table_longer_than_a_message_begins_in_the_first_one(step: Step) -> None:
    said = tuple(Cell(Name("says much " * 15)) for _ in range(6))
    rows = tuple((Cell(Name(f"Claim {n}")), *said) for n in range(25))
    columns = tuple(Column(Name(f"Heading {n}")) for n in range(7))
    answer = Answer(plain(Name("Head")), (Table(plain(Name("Many")), columns, rows),))
    messages = render(answer, writer("en"), step)
    texts = ["\n".join(read(text).words for text in markdown(m.body)) for m in messages]
    assert len(messages) > 1
    assert "Claim 0" in texts[0]
    assert re.findall(r"Claim (\d+)", "\n".join(texts)) == [str(n) for n in range(25)]


def test_columns_that_would_wrap_and_wrap_become_records() -> None:
    columns = tuple(Column(Name(f"Heading {n}")) for n in range(3))
    wordy = tuple(Cell(Name("many words that go on and on " * 3)) for _ in range(2))
    (message,) = render(
        Answer(plain(Name("Head")), (Table(plain(Name("Wordy")), columns, ((Cell(Name("/value")), *wordy),)),)),
        writer("en"),
    )
    (record,) = [text for text in markdown(message.body) if "Heading" in text]
    assert read(record).words.startswith("/value\nHeading 1: many words that go on and on many words")


def test_a_press_of_any_button_asks_what_its_choice_asks() -> None:
    asks = [Ask("value", "zhipu | ~1"), Ask("compare", "智谱 " * 90, {"currency": "USD"}), Ask("help")]
    choices = tuple(Choice(plain(Name(f"Choice {n}")), ask) for n, ask in enumerate((*asks, asks[0])))
    (message,) = render(Answer(plain(Name("Head")), choices=choices), writer("zh"))
    buttons = [each for each in every(message.body["components"]) if "custom_id" in each]
    assert [asked(button["custom_id"], message.stored.get) for button in buttons] == asks


@pytest.mark.parametrize("step", STEPS)
def test_more_choices_than_buttons_are_a_menu_and_each_asks_what_it_says(step: Step) -> None:
    for count, buttons, menus in ((10, 10, 0), (11, 0, 1), (25, 0, 1), (26, 0, 2), (125, 0, 5)):
        asks = [Ask("value", f"company{n}" + " long" * 30 * (n % 2)) for n in range(count)]
        choices = tuple(Choice(plain(Name(f"Choice {n}")), ask) for n, ask in enumerate(asks))
        (message,) = render(Answer(plain(Name("Head")), choices=choices), writer("en"), step)
        assert violations(message.body) == []
        found = every(message.body["components"])
        assert [len([c for c in found if c["type"] == kind]) for kind in (2, 3)] == [buttons, menus]
        options = [option for c in found if c["type"] == 3 for option in c["options"]]
        ids = [option["value"] for option in options] or [c["custom_id"] for c in found if c["type"] == 2]
        assert [asked(id, message.stored.get) for id in ids] == asks


def test_choices_beyond_all_menus_can_be_typed() -> None:
    choices = tuple(Choice(plain(Name(f"Choice {n}")), Ask("value", f"company{n}")) for n in range(130))
    (message,) = render(Answer(plain(Name("Head")), choices=choices), writer("en"))
    shown = "\n".join(markdown(message.body))
    assert "`/value company129`" in shown
    assert "`/value company124`" not in shown


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("name", SAMPLES)
def test_discord_s_own_classes_take_the_payload_and_give_it_back(name: str, step: Step) -> None:
    for message in render(SAMPLES[name](), writer("zh"), step):
        for component in message.body["components"]:
            parsed = _component_factory(component)
            assert parsed is not None
            assert _same(parsed.to_dict(), component)
        for embed in message.body.get("embeds", []):
            assert discord.Embed.from_dict(embed).description == embed["description"]


def test_a_layout_view_counts_the_same_components_and_characters() -> None:
    (message,) = render(value(), writer("en"))
    view = discord.ui.LayoutView(timeout=None)
    container: discord.ui.Container[discord.ui.LayoutView] = discord.ui.Container()
    for each in message.body["components"][0]["components"]:
        match each["type"]:
            case 10:
                container.add_item(discord.ui.TextDisplay(each["content"]))
            case 14:
                container.add_item(discord.ui.Separator())
            case _:
                row: discord.ui.ActionRow[discord.ui.LayoutView] = discord.ui.ActionRow()
                for button in each["components"]:
                    row.add_item(discord.ui.Button(label=button["label"], custom_id=button["custom_id"]))
                container.add_item(row)
    view.add_item(container)
    assert view.content_length() == sum(len(text) for text in markdown(message.body))
    components: object = view.to_components()  # type: ignore[no-untyped-call]
    assert _same(components, message.body["components"])


def _same(theirs: object, ours: object) -> bool:
    """Decides whether all we send stands in what their classes would send; they add defaults of their own."""
    if isinstance(ours, Mapping):
        return isinstance(theirs, Mapping) and all(key in theirs and _same(theirs[key], ours[key]) for key in ours)
    if isinstance(ours, list):
        return isinstance(theirs, list) and len(theirs) == len(ours) and all(map(_same, theirs, ours))
    return theirs == ours
