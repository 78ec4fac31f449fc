"""Whatever an answer holds, what discord.py makes of it is what Discord takes, in every form."""

from __future__ import annotations

import asyncio
from typing import Any

from discord.http import handle_message_parameters
from discord.ui import LayoutView
from hypothesis import HealthCheck, given, settings

from adapters.discord.attached import Attached
from adapters.discord.render import STEPS, render
from adapters.discord.sending import created
from bot.answer import Answer
from tests.adapters.samples import SAMPLES
from tests.adapters.writers import LANGUAGES, writer
from tests.standins.discord.checks import message_faults
from tests.strategies.answers import answers

QUIET: dict[str, Any] = {"allowed_mentions": {"parse": []}}
FILES = [Attached("chart-1.png", b"x", "A chart."), Attached("figures.csv", b"x")]


def faults(answer: Answer) -> list[str]:
    """Returns what Discord would refuse of an answer in any form and language, with and without files."""

    async def sent() -> list[str]:
        found: list[str] = []
        for language in LANGUAGES:
            for step in STEPS:
                for message in render(answer, writer(language), step):
                    for files in ([], FILES):
                        found += message_faults(body(created(message, files)), files=len(files))
        return found

    return asyncio.run(sent())


def body(arguments: dict[str, Any]) -> dict[str, Any]:
    """Returns the body that discord.py makes of its arguments."""
    view = arguments.get("view")
    assert view is None or view.is_finished(), "a view that is not stopped is kept for ever"
    files = arguments.pop("files", [])
    payload = handle_message_parameters(**arguments).payload
    assert payload is not None
    if isinstance(view, LayoutView):
        assert len(files) in (0, len(FILES))
    return {**payload, **QUIET}


def test_samples_are_taken_in_every_form_and_language() -> None:
    for name, sample in SAMPLES.items():
        assert faults(sample()) == [], name


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(answers)
def test_any_answer_is_taken_in_every_form_and_language(answer: Answer) -> None:
    assert faults(answer) == []
