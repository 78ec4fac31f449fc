"""An answer as Discord messages: pure, total, and within Discord's limits whatever the answer holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, assert_never, get_args

from adapters.discord.choosing import rows_of
from adapters.discord.limits import (
    CHARACTERS,
    COMPONENTS,
    COMPONENTS_V2,
    CONTAINER,
    CONTENT,
    EMBED_DESCRIPTION,
    SEPARATOR,
    SUPPRESS_EMBEDS,
    TEXT_DISPLAY,
)
from adapters.discord.parts import SMALL, Piece, cut, pieces
from bot.answer import Answer
from bot.words.grid import row_counts, said_once
from bot.words.writer import Writer

Step = Literal["layout", "embed", "text"]
"""How richly a message is made: components in a container, an embed, plain markdown."""

STEPS: tuple[Step, ...] = get_args(Step)

_TABLE_ROWS = (100, 50, 25, 15, 10)
"""Rows of a table that are tried in turn until the answer fits one message."""

_ROWS_OF_SEVERAL = 25

_ROOM: Mapping[Step, int] = {"layout": CHARACTERS, "embed": EMBED_DESCRIPTION, "text": CONTENT}


@dataclass(frozen=True, slots=True)
class DiscordMessage:
    """The body of one message to create, and what must be stored under its buttons' ids for them to work.

    `private` is for the asker alone: the flag for it exists only in answers to an interaction, so the sender sets it.
    """

    body: Mapping[str, Any]
    private: bool = False
    stored: Mapping[str, str] = field(default_factory=dict)


def render(answer: Answer, writer: Writer, step: Step = "layout") -> list[DiscordMessage]:
    """Returns an answer as one message, or several where one cannot hold it; never none.

    `step` is the richest form allowed. Tables give up rows, saying how many, before a footnote is touched; what still
    does not fit continues in a further message, which carries the buttons.
    """
    answer = said_once(answer)
    stored: dict[str, str] = {}
    choosing, beyond = rows_of(answer.choices, writer, stored)
    beneath = [Piece(tuple(beyond), "close")] if beyond else []
    packed: list[list[Piece]] = []
    for rows in (*row_counts(answer, _TABLE_ROWS), _ROWS_OF_SEVERAL):
        packed = _packed([*pieces(answer, writer, rows), *beneath], _ROOM[step], _most(step, choosing))
        if len(packed) == 1:
            break
    last = len(packed) - 1
    return [
        DiscordMessage(
            _body(group, choosing if place == last else [], step),
            answer.visible_to == "asker",
            stored if place == last else {},
        )
        for place, group in enumerate(packed)
    ]


def _most(step: Step, choosing: Sequence[Mapping[str, Any]]) -> int:
    """Returns how many pieces fit beside the container, two separators and the rows of what can be chosen."""
    if step != "layout":
        return 1_000
    return COMPONENTS - 3 - sum(1 + len(row["components"]) for row in choosing)


def _packed(found: Sequence[Piece], room: int, most: int) -> list[list[Piece]]:
    groups: list[list[Piece]] = [[]]
    used = 0
    for piece in found:
        left = room - used - _BETWEEN
        # A long table begins beneath its caption: a message of a headline alone says nothing.
        begun = left if piece.place == "body" and left >= room // 2 else None
        for part in cut(piece, room, begun):
            if groups[-1] and (used + part.size + _BETWEEN > room or len(groups[-1]) == most):
                groups.append([])
                used = 0
            groups[-1].append(part)
            used += part.size + _BETWEEN
    return groups


_BETWEEN = 2
"""Two line breaks between pieces where they share one text."""


def _body(group: Sequence[Piece], choosing: Sequence[dict[str, Any]], step: Step) -> dict[str, Any]:
    rows = list(choosing)
    quiet: dict[str, Any] = {"allowed_mentions": {"parse": []}}
    match step:
        case "layout":
            container = {"type": CONTAINER, "components": [*_displays(group), *rows]}
            return {"flags": COMPONENTS_V2, "components": [container], **quiet}
        case "embed":
            return {"embeds": [{"description": _large(_joined(group))}], "components": rows, **quiet}
        case "text":
            return {"content": _joined(group), "flags": SUPPRESS_EMBEDS, "components": rows, **quiet}
        case _:
            assert_never(step)


def _displays(group: Sequence[Piece]) -> list[dict[str, Any]]:
    shown: list[dict[str, Any]] = []
    before: Piece | None = None
    for piece in group:
        if before is not None and before.place != "close" and piece.place == "close":
            shown.append({"type": SEPARATOR, "divider": True, "spacing": 1})
        shown.append({"type": TEXT_DISPLAY, "content": piece.markdown})
        before = piece
    return shown


def _large(text: str) -> str:
    return "\n".join(line.removeprefix(SMALL) for line in text.split("\n"))


def _joined(group: Sequence[Piece]) -> str:
    """Returns pieces as one text, an empty line before the small print, which would else go on a quotation above it."""
    joined = ""
    before: Piece | None = None
    for piece in group:
        apart = before is not None and before.place != "close" and piece.place == "close"
        joined += ("\n\n" if apart else "\n" if joined else "") + piece.markdown
        before = piece
    return joined
