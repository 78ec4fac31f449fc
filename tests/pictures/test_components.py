"""The pictures show what Discord is sent: every word of it as it is read there, and nothing that only Discord reads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from typing import Any

import pytest

from adapters.discord.render import STEPS, Step, render
from tests.adapters.discord.markup import read
from tests.adapters.samples import SAMPLES
from tests.adapters.writers import writer
from tests.pictures.components import STYLE, page


def letters(drawn: str) -> str:
    within = re.sub(r"</?(?:b|a|code|span)\b[^>]*>", "", drawn.replace(STYLE, ""))
    return unescape(re.sub(r"<[^>]*>", " ", within))


def markdown(part: Mapping[str, Any]) -> list[str]:
    own = [part[key] for key in ("content", "description") if key in part]
    inner = [*part.get("embeds", ()), *part.get("components", ())]
    return own + [text for each in inner for text in markdown(each)]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("name", SAMPLES)
def test_a_picture_has_every_word_of_its_message(name: str, step: Step) -> None:
    for message in render(SAMPLES[name](), writer("en"), step):
        drawn = letters(page([message.body], {}))
        words = [word for text in markdown(message.body) for word in read(text).words.split()]
        missing = [word for word in words if word not in drawn and word not in ("##", "-#", ">", "-")]
        assert [word for word in missing if not word.startswith("<t:")] == []


def test_marks_of_discord_s_own_are_drawn_and_not_shown() -> None:
    content = r"## **Bold** 2\*3 [a](<https://example.com/>) <t:1782291600:f> <@70012345> `code`"
    drawn = page([{"content": content}], {})
    assert "<h2><b>Bold</b> 2*3 <a>a</a>" in drawn
    assert "<code>code</code></h2>" in drawn
    assert "24 June 2026 09:00" in letters(drawn)
    assert "<@70012345>" not in unescape(drawn)


def test_code_is_shown_letter_by_letter() -> None:
    assert "<pre>**no** &lt;b&gt;</pre>" in page([{"content": "```\n**no** <b>\n```"}], {})


def test_what_nothing_draws_is_a_fault_and_no_gap() -> None:
    with pytest.raises(ValueError, match="99"):
        page([{"components": [{"type": 99}]}], {})
