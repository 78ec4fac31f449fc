"""Whatever is asked is answered, asked back or declined: no reading is a plan that its answer cannot carry out."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator

import pytest

from adapters.bootstrap import House, open_house
from adapters.clock import StoppedClock
from adapters.console.calls import call_of
from bot.days import Instant
from tests.bot.questions.labelled import FOLDER, labels

SAMPLE, MANY = 250, 5_000
_PIECE = re.compile(r"[A-Za-z'&/.-]+|\d+%?|[\u4e00-\u9fff]{1,4}|\S")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    url = f"sqlite:///{tmp_path_factory.mktemp('any') / 'any.db'}"
    house = open_house(url, StoppedClock(Instant.of("2026-06-25T09:00Z")))
    yield house
    house.close()


def texts() -> list[str]:
    return [label["text"] for path in sorted(FOLDER.glob("*.jsonl")) for label in labels(path.name)]


def shuffled(chance: random.Random, count: int) -> Iterator[str]:
    """Yields pieces of real questions thrown together: words that mean something, in orders that mean nothing."""
    pieces = [_PIECE.findall(text) for text in texts()]
    for _ in range(count):
        some = [each for found in chance.sample(pieces, 2) for each in chance.sample(found, min(len(found), 4))]
        yield " ".join(chance.sample(some, chance.randint(1, len(some))))


def broken(house: House, asked: list[str]) -> list[str]:
    """Returns what ended in an internal error; each four questions are one thread, so that some lean on the last."""
    found = ((text, house.turns.take(call_of(text, place=f"t{n // 4}"))) for n, text in enumerate(asked))
    return [text for text, reply in found if reply.answer.headline.key.startswith("internal")]


def test_some_real_questions_and_some_of_their_words_thrown_together_never_break(house: House) -> None:
    chance = random.Random(13)  # noqa: S311
    assert broken(house, chance.sample(texts(), SAMPLE)) == []
    assert broken(house, list(shuffled(chance, SAMPLE))) == []


@pytest.mark.soak
def test_every_real_question_and_many_thrown_together(
    house: House, record_property: Callable[[str, object], None]
) -> None:
    chance = random.Random(14)  # noqa: S311
    assert broken(house, texts()) == []
    assert broken(house, list(shuffled(chance, MANY))) == []
    record_property("ledger:questions answered whole, none broken", len(texts()) + MANY)
