"""What can be chosen under an answer: a few choices as buttons, more as menus, each carrying what it asks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from adapters.choices import Carried, carried
from adapters.discord.escape import written
from adapters.discord.limits import (
    ACTION_ROW,
    BUTTON,
    BUTTONS,
    CUSTOM_ID,
    LABEL,
    OPTION_LABEL,
    PLACEHOLDER,
    ROWS,
    SELECT,
    SELECT_OPTIONS,
)
from bot.answer import Choice
from bot.text import Code, Message, Plain
from bot.words.clipping import clipped
from bot.words.grid import letters
from bot.words.writer import Writer

MOST_BUTTONS = 2 * BUTTONS
"""Choices shown as buttons: two rows. A phone shows more of them as a wall, of which a menu names each in one line."""

MENU = "m1"
"""Stands first in the id of a menu, as a version; its options carry what they ask as buttons do."""

MENU_ID = re.compile(r"m\d+\|.*", re.DOTALL)
"""Ids of menus of any version: one no longer read has options that nobody can read either, which are answered so."""

_SECONDARY = 2
"""A grey button: discord.com/developers/docs/components/reference#button-button-styles."""

Row = dict[str, Any]
_Found = tuple[Choice, Carried, str]


def rows_of(choices: Sequence[Choice], writer: Writer, stored: dict[str, str]) -> tuple[list[Row], list[str]]:
    """Returns the choices as rows of buttons or menus, and those beyond all room as lines to be typed.

    Puts asks too long for an id in `stored`. Two choices that ask the same would share an id, which Discord refuses:
    the second is left out.
    """
    found: dict[str, _Found] = {}
    for choice in choices:
        each = carried(choice.ask, CUSTOM_ID)
        found.setdefault(each.id, (choice, each, letters(writer.spans(choice.label), writer)))
    every = list(found.values())
    shown, beyond = every[: ROWS * SELECT_OPTIONS], every[ROWS * SELECT_OPTIONS :]
    stored.update({each.id: each.store for _, each, _ in shown if each.store is not None})
    made = [_button(each) for each in shown] if len(shown) <= MOST_BUTTONS else _menus(shown, writer)
    in_row = BUTTONS if len(shown) <= MOST_BUTTONS else 1
    rows = [{"type": ACTION_ROW, "components": made[at : at + in_row]} for at in range(0, len(made), in_row)]
    typed = (written((Plain(words + " "), Code(c.ask.typed)), writer.language, "- ") for c, _, words in beyond)
    return rows, [line for lines in typed for line in lines]


def _button(each: _Found) -> Row:
    choice, carrier, words = each
    return {"type": BUTTON, "style": _SECONDARY, "label": _said(words, choice, LABEL), "custom_id": carrier.id}


def _menus(shown: Sequence[_Found], writer: Writer) -> list[Row]:
    parts = [shown[at : at + SELECT_OPTIONS] for at in range(0, len(shown), SELECT_OPTIONS)]
    placeholder = clipped(writer.plain(Message("menu-choose")), PLACEHOLDER)
    return [
        {
            "type": SELECT,
            "custom_id": f"{MENU}|{number}",
            "placeholder": placeholder if len(parts) == 1 else f"{placeholder} {number}/{len(parts)}",
            "options": [_option(each) for each in part],
        }
        for number, part in enumerate(parts, 1)
    ]


def _option(each: _Found) -> Mapping[str, str]:
    choice, carrier, words = each
    return {"label": _said(words, choice, OPTION_LABEL), "value": carrier.id}


def _said(words: str, choice: Choice, most: int) -> str:
    return clipped(words or choice.ask.typed, most).strip() or "–"
