"""A button's id carries its ask through a restart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.choices import UnknownChoiceError, asked, carried, decoded, encoded
from bot.call import Ask
from bot.words.clipping import units

any_text = st.one_of(st.text(), st.sampled_from(("|", "~", "~0", "~1", "a1|", "k1|x", "智谱|~")))
asks = st.builds(Ask, any_text, any_text, st.dictionaries(any_text, any_text, max_size=4))


@given(asks)
def test_what_is_encoded_is_decoded(ask: Ask) -> None:
    assert decoded(encoded(ask)) == ask


@given(asks, st.sampled_from((100, 150, 2_000)))
def test_an_id_keeps_its_length_and_finds_its_ask(ask: Ask, longest: int) -> None:
    made = carried(ask, longest)
    assert units(made.id) <= longest
    rows = {made.id: made.store} if made.store is not None else {}
    assert asked(made.id, rows.get) == ask


def test_a_short_ask_can_be_read_in_its_id() -> None:
    assert carried(Ask("value", "zhipu", {"currency": "USD"}), 100).id == "a1|value|zhipu|currency|USD"


def test_two_long_asks_get_two_keys_and_each_always_the_same() -> None:
    first, second = Ask("compare", "a" * 200), Ask("compare", "a" * 201)
    assert carried(first, 100).id == carried(first, 100).id != carried(second, 100).id


@pytest.mark.parametrize("id", ["", "a1", "a1|value", "a1|value|x|y", "a0|value|x", "next_page", "k1|nothing-there"])
def test_an_id_not_made_here_is_refused(id: str) -> None:
    with pytest.raises(UnknownChoiceError):
        asked(id, lambda _: None)


def test_a_limit_too_short_for_a_key_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="cannot hold a key"):
        carried(Ask("value", "x" * 50), 20)
