"""A form as a modal of Discord's, and what somebody filled in there.

discord.com/developers/docs/components/reference and interactions/receiving-and-responding: five fields, 45 characters
of a title and a label, 100 of a description and an id, 25 options. A modal cannot be changed while it is open, so what
decides which fields there are is chosen under a message before, and what the values would do is shown after.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import discord
from discord import ui

from adapters.choices import UnknownChoiceError, asked, carried
from adapters.discord.limits import CUSTOM_ID, OPTION_LABEL, SELECT_OPTIONS
from bot.call import Ask
from bot.form import Form, FormField, Pick, joined
from bot.text import Message
from bot.words.clipping import clipped
from bot.words.grid import letters
from bot.words.writer import Writer

FIELDS = 5
TITLE = LABEL = 45
DESCRIPTION = 100
TEXT = 100


def modal_of(form: Form, writer: Writer) -> ui.Modal:
    """Returns a form as a modal: its first five fields but the leading one, which its id carries with what has no room.

    The modal is stopped: what is sent in finds its way by its id alone, also after a restart (client.on_interaction).
    """
    fields = [f for f in form.fields if not f.leads and f.kind != "channel"]
    shown = {field.name for field in fields[:FIELDS]}
    modal = ui.Modal(
        title=clipped(writer.plain(form.title), TITLE),
        timeout=None,
        custom_id=_id(form, {name: value for name, value in form.values.items() if name not in shown}),
    )
    for field in fields[:FIELDS]:
        words = field.fault or field.hint
        modal.add_item(
            ui.Label(
                text=clipped(writer.plain(field.label), LABEL),
                description=clipped(writer.plain(words), DESCRIPTION) if words else None,
                component=_component(field, writer),
            )
        )
    modal.stop()
    return modal


def sent_in(data: Mapping[str, Any]) -> Ask:
    """Returns the ask that a modal was sent in as; raises UnknownChoiceError for one that is not ours."""
    ask = asked(str(data.get("custom_id") or ""), lambda _id: None)
    filled = {each["custom_id"]: _value(each) for each in _filled(data.get("components") or ())}
    values = {**ask.options, **filled}
    return Ask(ask.command, ask.text, {name: value for name, value in values.items() if value})


def _id(form: Form, hidden: Mapping[str, str]) -> str:
    """What has no room in the id either keeps its usual value: the kind of form, which leads, always has."""
    leading = form.leading
    least = {leading.name: leading.value} if leading else {}
    for values in (hidden, least):
        id = carried(form.ask(form.check, values), CUSTOM_ID)
        if id.store is None:
            return id.id
    raise UnknownChoiceError("a form whose kind fits no id")


def _component(field: FormField, writer: Writer) -> ui.Item[Any]:
    if field.kind == "text":
        return ui.TextInput(custom_id=field.name, default=field.value or None, required=field.required, max_length=TEXT)
    picks = _room(field)
    several = field.kind == "several"
    return ui.Select(
        custom_id=field.name,
        options=[
            discord.SelectOption(label=_label(pick, writer), value=pick.value, default=pick.value in field.values)
            for pick in picks
        ],
        min_values=1 if field.required else 0,
        max_values=len(picks) if several else 1,
        required=field.required,
    )


def _room(field: FormField) -> tuple[Pick, ...]:
    """The first picks that a menu has room for, what is held among them."""
    held = tuple(p for p in field.picks[SELECT_OPTIONS:] if p.value in field.values)
    return (*held, *field.picks)[:SELECT_OPTIONS] if held else field.picks[:SELECT_OPTIONS]


def _label(pick: Pick, writer: Writer) -> str:
    spans = writer.spans(pick.label) if isinstance(pick.label, Message) else writer.value(pick.label)
    return clipped(letters(spans, writer), OPTION_LABEL) or pick.value


def _filled(components: Any) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401  Discord's JSON
    for each in components:
        if "custom_id" in each:
            yield each
        inner = each.get("component")
        yield from _filled([inner] if inner else each.get("components") or ())


def _value(each: Mapping[str, Any]) -> str:
    values = each.get("values")
    return joined([str(value) for value in values]) if values is not None else str(each.get("value") or "").strip()
