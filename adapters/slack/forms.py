"""A form as a window of Slack's, and what somebody filled in there. Pure; sending stands in windows.py.

docs.slack.dev/reference/views/modal-views: 100 blocks, 24 characters of a title and a button, 3,000 of
private_metadata; docs.slack.dev/reference/block-kit/block-elements for the elements of an input.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from adapters.slack.asked import MissingError
from adapters.slack.dressing import MODAL_BLOCKS, MODAL_TITLE
from adapters.slack.limits import OPTION_LABEL, OPTIONS
from adapters.slack.rich import unmarked
from bot.call import Ask
from bot.form import Form, FormField, Pick, joined
from bot.text import Language, Message
from bot.words.clipping import clipped
from bot.words.grid import letters
from bot.words.writer import Writer

WINDOW = "form"
"""The callback_id of the windows that hold a form or what came of one, by which what happens there is known as ours."""

FIELD = "field:"
"""Begins the action_id of a field, which its name follows."""

_HINT = 2_000
_LABEL = 2_000
_PARTED = ":"

Block = dict[str, Any]
View = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a window remembers of its form: whose verbs it is drawn and checked by, where, in which language."""

    command: str = ""
    draw: str = ""
    check: str = ""
    channel: str = ""
    language: Language = "en"

    def written(self) -> str:
        """Returns the sheet as the window's private_metadata."""
        return json.dumps([self.command, self.draw, self.check, self.channel, self.language])

    def ask(self, verb: str, values: Mapping[str, str]) -> Ask:
        """Returns the ask that draws or checks the form with values."""
        return Ask(self.command, verb, dict(values))


def sheet_of(view: Mapping[str, Any]) -> Sheet:
    """Returns what a window remembers; raises MissingError for one that is not ours."""
    try:
        command, draw, check, channel, language = json.loads(str(view.get("private_metadata") or ""))
    except (TypeError, ValueError):
        raise MissingError("not a window of ours") from None
    return Sheet(str(command), str(draw), str(check), str(channel), "zh" if language == "zh" else "en")


def form_view(form: Form, writer: Writer, channel: str, preview: Sequence[Block]) -> View:
    """Returns the window of a form, with what it would do beneath the fields."""
    leading = form.leading
    kind = leading.value if leading else ""
    inputs = [_input(field, kind, writer, channel) for field in form.fields]
    below: list[Block] = [{"type": "divider"}, *preview] if preview else []
    sheet = Sheet(form.command, form.draw, form.check, channel, writer.language)
    return {
        **window(writer.plain(form.title), [*inputs, *below], sheet),
        "submit": _plain(writer.plain(form.send), MODAL_TITLE),
        "close": _plain(writer.plain(Message("form-close")), MODAL_TITLE),
    }


def window(title: str, blocks: Sequence[Block], sheet: Sheet) -> View:
    """Returns a window that holds blocks: a dictionary, as slack_sdk's View drops unknown ones."""
    return {
        "type": "modal",
        "callback_id": WINDOW,
        "title": _plain(title, MODAL_TITLE),
        "private_metadata": sheet.written(),
        "blocks": list(blocks[:MODAL_BLOCKS]),
    }


def filled_in(view: Mapping[str, Any]) -> dict[str, str]:
    """Returns the values that a window holds, by the names of its fields; a channel's is its id."""
    state = view.get("state")
    blocks = state.get("values") if isinstance(state, Mapping) else None
    found: dict[str, str] = {}
    for actions in (blocks or {}).values():
        for action, element in actions.items():
            if action.startswith(FIELD) and isinstance(element, Mapping):
                found[action.removeprefix(FIELD)] = _value(element)
    return {name: value for name, value in found.items() if value}


def errors(form: Form, writer: Writer) -> dict[str, str]:
    """Returns what is wrong by the block that it stands at, as the answer to a form that was sent in says it."""
    kind = form.leading.value if form.leading else ""
    return {_block_id(name, kind): writer.plain(fault) for name, fault in form.faults.items()}


def _input(field: FormField, kind: str, writer: Writer, channel: str) -> Block:
    block: Block = {
        "type": "input",
        "block_id": _block_id(field.name, "" if field.leads else kind),
        "label": _plain(writer.plain(field.label), _LABEL),
        "element": {"action_id": FIELD + field.name, **_element(field, writer, channel)},
        "optional": not field.required,
        # What is told where changes nothing that is shown.
        "dispatch_action": field.kind != "channel",
    }
    return {**block, "hint": _plain(writer.plain(field.hint), _HINT)} if field.hint else block


def _element(field: FormField, writer: Writer, channel: str) -> Block:
    held: Block
    match field.kind:
        case "text":
            when = {"trigger_actions_on": ["on_enter_pressed", "on_character_entered"]}
            held = {"initial_value": field.value} if field.value else {}
            return {"type": "plain_text_input", "max_length": 100, "dispatch_action_config": when, **held}
        case "channel":
            begins: Block = {"initial_conversation": channel} if channel[:1] in ("C", "G") else {}
            kinds: Block = {"filter": {"include": ["public", "private"], "exclude_bot_users": True}}
            return {"type": "conversations_select", **kinds, **begins}
        case "one":
            options = {each["value"]: each for each in _options(field, writer)}
            held = {"initial_option": options[field.value]} if field.value in options else {}
            return {"type": "static_select", "options": list(options.values()), **held}
        case "several":
            every = _options(field, writer)
            chosen = [each for each in every if each["value"] in field.values]
            return {
                "type": "multi_static_select",
                "options": every,
                **({"initial_options": chosen} if chosen else {}),
            }


def _options(field: FormField, writer: Writer) -> list[Block]:
    return [{"text": _label(pick, writer), "value": pick.value} for pick in field.picks[:OPTIONS]]


def _label(pick: Pick, writer: Writer) -> Block:
    spans = writer.spans(pick.label) if isinstance(pick.label, Message) else writer.value(pick.label)
    return _plain(clipped(unmarked(letters(spans, writer)), OPTION_LABEL) or pick.value, OPTION_LABEL)


def _value(element: Mapping[str, Any]) -> str:
    if several := element.get("selected_options"):
        return joined([str(each.get("value") or "") for each in several])
    chosen = element.get("selected_option")
    if isinstance(chosen, Mapping):
        return str(chosen.get("value") or "")
    return str(element.get("value") or element.get("selected_conversation") or "").strip()


def _block_id(name: str, kind: str) -> str:
    """A field of another kind of alert is another block: Slack keeps what was typed for as long as the id stays."""
    return f"{name}{_PARTED}{kind}" if kind else name


def _plain(words: str, most: int) -> Block:
    return {"type": "plain_text", "text": clipped(words, most) or "–", "emoji": False}
