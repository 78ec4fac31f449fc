"""Reading the catalogue of sentences from the package, one language at a time, each once."""

from __future__ import annotations

import logging
from importlib.resources import files

from bot.text import Language
from bot.words.writer import Writer

log = logging.getLogger(__name__)


class Writers:
    """Hands out the writer of a language; its catalogue is read when first asked for."""

    def __init__(self) -> None:
        self._writers: dict[Language, Writer] = {}

    def of(self, language: Language) -> Writer:
        """Returns the writer of a language."""
        writer = self._writers.get(language)
        if writer is None:
            texts = files("bot.words").joinpath(f"{language}.ftl").read_text(encoding="utf-8")
            writer = self._writers[language] = Writer(
                language, texts, lambda what: log.error("catalogue lacks %s", what)
            )
        return writer
