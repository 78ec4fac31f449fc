"""The real writer of both languages, which fails on a key or argument the catalogue lacks."""

from __future__ import annotations

from importlib import resources

from bot.text import Language
from bot.words.writer import Writer

LANGUAGES: tuple[Language, ...] = ("en", "zh")

_PENDING = {
    "en": "rows-more = … and { $count } more",
    "zh": "rows-more = ……另有{ $count }行",
}


def writer(language: Language) -> Writer:
    """Returns a strict writer over the shipped catalogue."""
    texts = (resources.files("bot.words") / f"{language}.ftl").read_text(encoding="utf-8")
    if "\nrows-more =" not in texts:
        texts += "\n" + _PENDING[language] + "\n"
    return Writer(language, texts, _fail)


def _fail(what: str) -> None:
    raise AssertionError(f"the catalogue lacks {what}")
