"""The terminal for programs: one line of JSON for each line of input, whatever the line holds."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.bootstrap import House, open_house
from adapters.clock import StoppedClock
from adapters.console.json_lines import JsonLines
from adapters.main import main
from bot.days import Instant

AT = "2026-06-25T09:00Z"

HOSTILE = [
    "a" * 10_000,
    "",
    "\x00\x07\x1b[31m\x7f",
    "\u202e\u2066\u200f\u200b",
    "<!channel> <@U024BE7LH> <!subteam^S012> @everyone <@&165511591545143296>",
    '{"text": "/value zhipu on 2026-02-30", "id": "\\ud800"}',
    '{"text": ["/value", "zhipu"], "id": {"a": [1, null]}, "person": 7, "thread": [], "place": {}}',
    '{"text": "' + "[" * 1900,
    '{"a":' * 5_000 + "1" + "}" * 5_000,
    '{"press": 99999999999999999999}',
]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    clock = StoppedClock(Instant.of(AT))
    house = open_house(f"sqlite:///{tmp_path_factory.mktemp('json') / 'facts.db'}", clock)
    yield house
    house.close()


@pytest.fixture
def ask(house: House) -> Callable[..., dict[str, Any]]:
    lines = JsonLines(house.turns.take, house.writers.of, None)

    def asking(line: str = "", **fields: object) -> dict[str, Any]:
        return lines.answer(json.dumps(fields) if fields else line)

    return asking


def served(lines: list[str], house: House) -> list[dict[str, Any]]:
    out = io.StringIO()
    JsonLines(house.turns.take, house.writers.of, None).serve(io.StringIO("\n".join(lines) + "\n"), out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


Ask = Callable[..., dict[str, Any]]


def test_an_answer_carries_all_that_the_terminal_shows_and_the_ids_of_its_claims(ask: Ask) -> None:
    answer = ask("/value zhipu on 2026-06-24")
    assert list(answer) == [
        "kind", "id", "outcome", "read_as", "plan", "headline", "blocks", "choices", "footnotes", "text",
    ]  # fmt: skip
    assert answer["plan"] == {
        "operation": "lookup",
        "companies": ["zhipu"],
        "measures": ["market_value"],
        "when": "2026-06-24",
        "known_at": None,
        "currency": None,
        "direction": None,
        "params": {},
    }
    assert (answer["kind"], answer["outcome"]) == ("answer", "answered")
    assert answer["headline"] == "Zhipu market value: HK$969.3bn (24 Jun 2026)"
    value = answer["blocks"][0]["fields"][0]
    assert (value["value"], value["unit"], value["as_of"]) == ("969262877660", "HKD", "2026-06-24")
    assert "bar:2513.HK:2026-06-24" in value["claims"]
    assert answer["text"].startswith(answer["headline"])


def test_ten_hostile_lines_get_ten_lines_and_leave_the_database_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    database = tmp_path / "facts.db"
    command = ["console", "--json", "--at", AT, "--database", f"sqlite:///{database}"]

    def run(lines: list[str]) -> list[dict[str, Any]]:
        text = ("\n".join(lines) + "\n").encode("utf-8", "surrogatepass") if lines else b""
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text), encoding="utf-8"))
        assert main(command) == 0
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    assert run([]) == []
    before = hashlib.sha256(database.read_bytes()).hexdigest()
    answers = run(HOSTILE)
    assert len(answers) == len(HOSTILE) == 10
    assert {a["kind"] for a in answers} == {"answer"}
    assert {a["outcome"] for a in answers} <= {"clarify", "refused", "error"}
    for answer in answers:
        assert "went wrong inside" not in answer["text"] + answer["headline"]
        assert "内部出错" not in answer["text"]
    assert hashlib.sha256(database.read_bytes()).hexdigest() == before
    assert [p.name for p in tmp_path.iterdir()] == ["facts.db"]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(st.text(alphabet=st.characters(exclude_characters="\n\r"), max_size=60), max_size=5))
def test_any_line_gets_one_line(house: House, lines: list[str]) -> None:
    lines = [line.encode("utf-8", "replace").decode() for line in lines]
    answers = served(lines, house) if lines else []
    assert len(answers) == len(lines)
    for answer in answers:
        assert not answer["headline"].startswith(("Something went wrong", "Twinstar 内部出错"))


@pytest.mark.parametrize(
    "line",
    [
        '{"text"',
        "{}",
        '{"id": 5}',
        '{"text": "x"} trailing',
        "{'text': 'x'}",
        '{"text": 5}',
        '{"text": null}',
        '{"press": [1]}',
        '{"text": "a\tb"}',
        "{" * 100_000,
    ],
)
def test_a_line_that_begins_an_object_and_is_none_says_what_is_wanted(ask: Ask, line: str) -> None:
    answer = ask(line)
    assert answer["outcome"] == "error"
    assert "“text” or “press”" in answer["headline"]


@pytest.mark.parametrize("id", ["a", 7, None, 1.5, True, [1], {"a": {"b": None}}])
def test_the_id_comes_back_as_it_was_sent(ask: Ask, id: object) -> None:
    assert ask(text="/help", id=id)["id"] == id


def test_a_broken_line_gives_back_its_id_where_it_can_be_read(ask: Ask) -> None:
    assert ask(id=5, txt="x")["id"] == 5


def test_a_blank_line_gets_a_line_of_its_own(house: House) -> None:
    assert [a["outcome"] for a in served(["", "   ", "/value zhipu"], house)] == ["clarify", "clarify", "answered"]


def test_a_choice_is_pressed_by_number_by_label_and_by_what_it_carries(ask: Ask) -> None:
    for press in (2, "2", "In US dollars"):
        assert [c["label"] for c in ask(text="/value zhipu")["choices"]][1] == "In US dollars"
        assert ask(press=press)["plan"]["currency"] == "USD"
    carried = ask(text="/value zhipu")["choices"][1]["press"]
    assert ask(press=carried)["plan"]["currency"] == "USD"


@pytest.mark.parametrize("press", [0, -1, 99, "", True, None, [1], "no such button"])
def test_a_press_of_nothing_is_answered_kindly(ask: Ask, press: object) -> None:
    ask(text="/value zhipu")
    answer = ask(press=press)
    assert answer["outcome"] in ("clarify", "error", "refused")
    assert answer["text"]


def test_choices_belong_to_their_thread(ask: Ask) -> None:
    ask(text="/value zhipu", thread="a")
    ask(text="/value openai", thread="b")
    assert ask(press=2, thread="a")["plan"]["companies"] == ["zhipu"]
    assert ask(press=2, thread="b")["plan"]["companies"] == ["openai"]


def test_a_person_keeps_a_language_and_others_keep_theirs(ask: Ask) -> None:
    assert ask(text="/language zh", person="ann")["text"].startswith("今后")
    assert ask(text="/value zhipu", person="ann")["headline"].startswith("智谱")
    assert ask(text="/value zhipu", person="bob")["headline"].startswith("Zhipu")


def test_a_value_says_that_its_source_said_about(ask: Ask) -> None:
    field = ask("/value moonshot")["blocks"][0]["fields"][0]
    assert (field["qualifier"], field["text"].lower()) == ("at_least", "at least us$20bn")
