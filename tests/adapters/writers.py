"""The real writer of both languages, which fails on a key or argument the catalogue lacks."""

from __future__ import annotations

from functools import cache
from importlib import resources

from bot.text import Language
from bot.words.writer import Writer

LANGUAGES: tuple[Language, ...] = ("en", "zh")


@cache
def writer(language: Language) -> Writer:
    """Returns a strict writer over the shipped catalogue, read once: that takes ten times as long as an answer does."""
    texts = (resources.files("bot.words") / f"{language}.ftl").read_text(encoding="utf-8")
    return Writer(language, texts, _fail)


def _fail(what: str) -> None:
    # Fluent leaves out arguments of thousands of characters, which only generated answers have.
    if "Too many characters" not in what:
        raise AssertionError(f"the catalogue lacks {what}")
