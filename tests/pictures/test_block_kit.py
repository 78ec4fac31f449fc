"""The pictures show what is posted: every word of it, and no block they cannot draw."""

from __future__ import annotations

import re
from html import unescape

import pytest

from adapters.slack.render import render
from adapters.slack.tables import STEPS, Step
from tests.adapters.samples import SAMPLES
from tests.adapters.slack.markup import shown
from tests.adapters.writers import writer
from tests.pictures.block_kit import STYLE, page


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("name", [name for name in SAMPLES if name != "unlocks"])
def test_a_picture_has_every_word_of_its_message(name: str, step: Step) -> None:
    (message,) = render(SAMPLES[name](), writer("en"), step)
    drawn = unescape(re.sub(r"<[^>]*>", " ", page([message.arguments()]).replace(STYLE, "")))
    assert not re.search(r"\[(section|markdown|image|video)", drawn)
    missing = [word for word in shown(message.blocks).split() if word not in drawn]
    assert missing == []


def test_a_long_table_shows_its_first_page_and_how_many_rows_there_are() -> None:
    (message,) = render(SAMPLES["unlocks"](), writer("en"))
    assert re.search(r"1–15 of \d\d", page([message.arguments()]))
