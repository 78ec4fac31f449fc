"""Rendered messages as discord.py takes them, and sending them in the richest form that Discord accepts."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from io import BytesIO
from typing import Any

import discord
from discord import ui

from adapters.discord.attached import FILE, MEDIA_GALLERY, Attached, shown_in
from adapters.discord.limits import ACTION_ROW, BUTTON, COMPONENTS_V2, CONTAINER, SELECT, SEPARATOR, TEXT_DISPLAY
from adapters.discord.render import STEPS, DiscordMessage, Step, render
from bot.answer import Answer
from bot.words.writer import Writer

log = logging.getLogger(__name__)

_REFUSED = 50035
"""Invalid form body: discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes."""

GONE = frozenset({10008, 10015, 10062, 40060, 50027})
"""Codes of an interaction or message that no longer is: unknown message, unknown webhook, unknown interaction, answered
already, invalid webhook token. Nobody is there to be told; the same page."""

Body = dict[str, Any]
"""Keyword arguments of discord.py's methods that send and edit."""


def view_of(message: DiscordMessage, files: Sequence[Attached] = ()) -> ui.LayoutView | ui.View | None:
    """Returns a rendered message's components with what is attached to it, None for one without any.

    The view is stopped: buttons find their way by their ids alone (adapters.discord.buttons), and discord.py would keep
    every view that is not for as long as the process lives.
    """
    components: Sequence[Mapping[str, Any]] = message.body.get("components", ())
    if message.body.get("flags", 0) & COMPONENTS_V2:
        layout = ui.LayoutView(timeout=None)
        for component in shown_in(components, files) if files else components:
            layout.add_item(_item(component))
        layout.stop()
        return layout
    if not components:
        return None
    view = ui.View(timeout=None)
    for row, each in enumerate(components):
        for inner in each["components"]:
            view.add_item(_chosen(inner, row))
    view.stop()
    return view


def created(message: DiscordMessage, files: Sequence[Attached] = ()) -> Body:
    """Returns the arguments that post a message as a new one."""
    body: Body = {}
    view = view_of(message, files)
    if view is not None:
        body["view"] = view
    if not isinstance(view, ui.LayoutView):
        if "content" in message.body:
            body["content"] = message.body["content"]
        if "embeds" in message.body:
            body["embeds"] = [discord.Embed.from_dict(each) for each in message.body["embeds"]]
    if files:
        body["files"] = _files(files)
    return body


def edited(message: DiscordMessage, files: Sequence[Attached] = ()) -> Body:
    """Returns the arguments that put a message in another's place, whatever that one held."""
    body = created(message, files)
    body["attachments"] = body.pop("files", [])
    if not isinstance(body.get("view"), ui.LayoutView):
        body = {"view": None, "content": None, "embeds": [], **body}
    return body


def _item(component: Mapping[str, Any]) -> ui.Item[Any]:
    match component["type"]:
        case kind if kind == CONTAINER:
            colour = component.get("accent_color")
            return ui.Container(*(_item(each) for each in component["components"]), accent_colour=colour)
        case kind if kind == TEXT_DISPLAY:
            return ui.TextDisplay(component["content"])
        case kind if kind == SEPARATOR:
            spacing = discord.SeparatorSpacing(component.get("spacing", 1))
            return ui.Separator(visible=component.get("divider", True), spacing=spacing)
        case kind if kind == ACTION_ROW:
            return ui.ActionRow(*(_chosen(each) for each in component["components"]))
        case kind if kind == MEDIA_GALLERY:
            items = (
                discord.MediaGalleryItem(each["media"]["url"], description=each.get("description"))
                for each in component["items"]
            )
            return ui.MediaGallery(*items)
        case kind if kind == FILE:
            return ui.File(component["file"]["url"])
        case other:
            raise ValueError(f"a component that nothing renders: {other}")


def _chosen(component: Mapping[str, Any], row: int | None = None) -> ui.Button[Any] | ui.Select[Any]:
    id = component["custom_id"]
    match component["type"]:
        case kind if kind == BUTTON:
            style = discord.ButtonStyle(component["style"])
            return ui.Button(style=style, label=component["label"], custom_id=id, row=row)
        case kind if kind == SELECT:
            options = [discord.SelectOption(label=o["label"], value=o["value"]) for o in component["options"]]
            return ui.Select(placeholder=component["placeholder"], options=options, custom_id=id, row=row)
        case other:
            raise ValueError(f"a row holds buttons and menus alone, not {other}")


def _files(files: Sequence[Attached]) -> list[discord.File]:
    return [discord.File(BytesIO(each.data), each.name, description=each.described or None) for each in files]


Post = Callable[[DiscordMessage, Sequence[Attached], int], Awaitable[str]]
"""Posts the message of that number, counted from 0, and returns its id."""


async def sent(
    answer: Answer,
    writer: Writer,
    files: Sequence[Attached],
    post: Post,
    richest: Step = "layout",
    rendered: Sequence[DiscordMessage] = (),
) -> list[str]:
    """Returns the ids of the messages that show an answer, stepping down once more whenever Discord refuses one.

    `rendered` is the richest form where the caller has it already.

    Raises discord.HTTPException when the plainest form is refused too, and for every other reason than its form.
    """
    steps = STEPS[STEPS.index(richest) :]
    ids: list[str] = []
    for step in steps:
        messages = rendered if rendered and step == richest else render(answer, writer, step)
        try:
            for number in range(len(ids), len(messages)):
                ids.append(await post(messages[number], files if number == 0 else (), number))
        except discord.HTTPException as error:
            if error.code != _REFUSED or step == steps[-1]:
                raise
            # What was posted before the refusal stays; the plainer form goes on from there, for a table's first part
            # said twice would be worse than one message in another dress.
            log.warning("Discord refused the %s form: %s", step, error.text[:200])
            continue
        return ids
    return ids
