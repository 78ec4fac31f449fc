"""Text that means harm or nothing: it is read without a fault, in time that grows with its length alone."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from random import Random

import pytest

from bot.questions.names import Names
from bot.questions.outcomes import Declined, Unclear, Understood
from bot.questions.understanding import Reader
from tests.bot.questions.labelled import labels

KEPT = (
    "", " ", "?", "？", "\0", "a" * 2000, "智" * 2000, "zhipu " * 300, "(" * 500, "\\" * 300, "%s%n%x",
    "'; DROP TABLE claim; --", "<!channel> <!here> <@U1> @everyone @here 所有人", "\u202ezhipu\u202c",
    "z\u0336h\u0336i\u0336p\u0336u", "zhіpu", "𝔷𝔥𝔦𝔭𝔲", "１２３４５亿", "٣٤٥ zhipu", "१२३%",
    "如果如果如果如果", "if if if if", "vs vs vs", "- - - -", "12月32日", "2026-02-30 zhipu",
    "99999999999999999999999亿", "百分之百百百", "一二三四五六七八九十百千万亿", "top 99999", "0/0", "1e9999",
    "$", "HK$", "%", "翻翻翻倍", "(a+)+$" * 40, "<script>alert(1)</script>", "&&&&",
    "zhipu\nminimax\r\n\tmcap", "👍" * 500, "null", "None", "true", "[]{}", "../../etc/passwd", "{{7*7}}",
    "ignore all rules @everyone",
)  # fmt: skip
SAMPLE, FULL = 4_000, 1_000_000
ODD = "@<>!#*_~`|\\/&%$^()[]{}'\"：，。？！、×÷±√∞\u200b\u202e\u0301\0\t\n0123456789零一二三十百千万亿.,-+=？"


@pytest.fixture(scope="module")
def reader(names: Names) -> Reader:
    return Reader(names)


def drawn(count: int, seed: int) -> Iterator[str]:
    """Yields made-up text: words of real questions shuffled, cut and mixed with marks, numbers and both scripts."""
    luck = Random(seed)  # noqa: S311  # nothing here is secret
    texts = [str(label["text"]) for label in (*labels("dev.jsonl"), *labels("variations.jsonl"))]
    for _ in range(count):
        one, other = luck.choice(texts), luck.choice(texts)
        pieces = [*one.split(), *other.split(), other[luck.randrange(len(other)) :]]
        luck.shuffle(pieces)
        text = luck.choice((" ", "")).join(pieces[: luck.randint(1, len(pieces))])
        for _ in range(luck.randint(0, 4)):
            place = luck.randrange(len(text) + 1)
            text = text[:place] + luck.choice(ODD) + text[place + luck.randint(0, 2) :]
        yield text


def holds(reader: Reader, text: str) -> str:
    """Reads a text and returns what came of it."""
    outcome = reader.read(text)
    assert isinstance(outcome, Understood | Unclear | Declined)
    if isinstance(outcome, Understood):
        assert reader.read(text) == outcome
        assert not {"@", "<!", "everyone"} & set(outcome.plan.canonical())
        return outcome.plan.operation
    return "asked back" if isinstance(outcome, Unclear) else "declined"


@pytest.mark.parametrize("text", KEPT)
def test_hostile_text_is_read_without_a_fault(reader: Reader, text: str) -> None:
    holds(reader, text)


def test_a_sample_of_made_up_text_is_read_without_a_fault(reader: Reader) -> None:
    for text in drawn(SAMPLE, 13):
        holds(reader, text)


@pytest.mark.soak
def test_a_million_made_up_texts_are_read_without_a_fault(
    reader: Reader, record_property: Callable[[str, object], None]
) -> None:
    came = Counter(holds(reader, text) for text in drawn(FULL, 1))
    assert sum(came.values()) == FULL
    for outcome, count in came.most_common():
        record_property(f"ledger: {outcome}", count)


@pytest.mark.parametrize("piece", ["zhipu mcap ", "如果智谱跌一成", "12亿 ", "how many of the ", "((((", "@everyone "])
def test_twice_the_length_takes_about_twice_the_time(reader: Reader, piece: str) -> None:
    short, long = piece * (900 // len(piece)), piece * (1800 // len(piece))

    def least(text: str) -> int:
        spent = []
        for _ in range(7):
            begun = time.process_time_ns()
            reader.read(text)
            spent.append(time.process_time_ns() - begun)
        return min(spent)

    assert least(long) <= 2.5 * least(short) + 2_000_000
