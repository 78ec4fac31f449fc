"""The choices under an answer: a few as buttons, further ones in a menu beside them, the last as lines to be typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from adapters.choices import Carried, carried
from adapters.slack.limits import BUTTON_LABEL, BUTTON_VALUE, BUTTONS, OPTION_LABEL, OPTION_VALUE, OPTIONS
from adapters.slack.rich import Block, Element, elements, listed, text, unmarked
from bot.answer import Choice
from bot.text import Message
from bot.words.clipping import clipped, units
from bot.words.grid import letters
from bot.words.writer import Writer

ACTION = "ask"
"""Starts the action_id of every choice, which ends in its number: ids must differ within a message."""

MOST_AS_BUTTONS = 5
BUTTONS_BESIDE_A_MENU = 4
"""A row of more than five buttons breaks into a second line beside an open side bar, and nobody reads twenty."""

_ROOM = BUTTONS - 2
"""Elements for buttons: the menu has a place, and the share button may come."""


def choice_blocks(choices: Sequence[Choice], writer: Writer, stored: dict[str, str]) -> list[Block]:
    """Returns the choices as blocks; puts into `stored` what must be kept under a button's value for it to work.

    An option's value is short, so a choice too long for one stays a button. Both carry the same versioned id, and
    nothing has to be remembered for either to work after a restart.
    """
    asks = [carried(choice.ask, BUTTON_VALUE) for choice in choices]
    first = len(choices) if len(choices) <= MOST_AS_BUTTONS else BUTTONS_BESIDE_A_MENU
    buttons: list[Element] = []
    options: list[Element] = []
    beyond: list[list[Element]] = []
    for number, (choice, made) in enumerate(zip(choices, asks, strict=True)):
        if number >= first and len(options) < OPTIONS and made.store is None and units(made.id) <= OPTION_VALUE:
            options.append(_option(choice, made, writer))
        elif len(buttons) < _ROOM:
            buttons.append(_button(choice, made, number, writer))
            stored |= {made.id: made.store} if made.store is not None else {}
        else:
            typed = text(choice.ask.typed, code=True)
            beyond.append([*elements(writer.spans(choice.label), writer.language), *text(" "), *typed])
    row = [*buttons, *([_menu(options, writer)] if options else [])]
    return [*listed(beyond, "bullet"), *([{"type": "actions", "elements": row}] if row else [])]


def _button(choice: Choice, made: Carried, number: int, writer: Writer) -> Element:
    label = _label(choice, writer, BUTTON_LABEL)
    return {"type": "button", "text": label, "action_id": f"{ACTION}:{number}", "value": made.id}


def _option(choice: Choice, made: Carried, writer: Writer) -> Element:
    return {"text": _label(choice, writer, OPTION_LABEL), "value": made.id}


def _menu(options: Sequence[Element], writer: Writer) -> Element:
    placeholder = {"type": "plain_text", "text": writer.plain(Message("slack-more")), "emoji": False}
    return {
        "type": "static_select",
        "placeholder": placeholder,
        "options": list(options),
        "action_id": f"{ACTION}:menu",
    }


def _label(choice: Choice, writer: Writer, most: int) -> dict[str, Any]:
    words = unmarked(letters(writer.spans(choice.label), writer)) or unmarked(choice.ask.typed)
    return {"type": "plain_text", "text": clipped(words, most) or "–", "emoji": False}
