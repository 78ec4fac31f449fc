"""A sentence read by itself is the one that reading the whole catalogue gives."""

from __future__ import annotations

from pathlib import Path

import pytest
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser, ast

import bot.words
from bot.words.catalogue import Catalogue


@pytest.mark.parametrize(("language", "locale"), [("en", "en_GB"), ("zh", "zh_Hans_CN")])
def test_every_sentence_is_the_same_by_itself(language: str, locale: str) -> None:
    texts = (Path(bot.words.__path__[0]) / f"{language}.ftl").read_text(encoding="utf-8")
    whole = FluentBundle([locale.replace("_", "-")], use_isolating=False)
    whole.add_resource(FluentResource(texts))
    catalogue = Catalogue(locale, texts)
    keys = [each.id.name for each in FluentParser().parse(texts).body if isinstance(each, ast.Message)]
    assert len(keys) > 1_000
    for key in keys:
        for number in (0, 1, 2):
            # Without its arguments a sentence names each in its place.
            pattern = whole.get_message(key).value
            assert pattern is not None
            given = dict.fromkeys(("count", "n", "months", "days"), number)
            written, errors = whole.format_pattern(pattern, given)
            text, wrong = catalogue.sentence(key, given)
            assert (text, bool(wrong)) == (written, bool(errors))


def test_a_sentence_built_of_others_reads_them_too() -> None:
    catalogue = Catalogue("en_GB", "whole = { part } of { -house }\npart = One\n-house = Twinstar\n")
    assert catalogue.sentence("whole", {}) == ("One of Twinstar", "")


def test_sentences_built_of_each_other_are_read_once() -> None:
    assert Catalogue("en_GB", "one = { two }\ntwo = { one }\n").has("one")


@pytest.mark.parametrize("texts", ["", "other = Said\n", "wanted = { broken\n"])
def test_what_is_not_there_or_cannot_be_read_is_none(texts: str) -> None:
    catalogue = Catalogue("en_GB", texts)
    assert not catalogue.has("wanted")
    assert catalogue.sentence("wanted", {}) == (None, "wanted")


def test_a_comment_beneath_a_sentence_is_no_part_of_it() -> None:
    assert Catalogue("en_GB", "said = So\n# Not said\nnext = Then\n").sentence("said", {}) == ("So", "")
