"""Windows and home tabs of the stand-in: opened by a trigger once, changed under a hash, filled in and sent in.

docs.slack.dev/reference/methods/views.open, views.update and views.publish with their errors, and
docs.slack.dev/reference/views for what a view may hold. What somebody filled into a field stays through an update as
long as the field keeps its block and its action; another field begins with its own initial value.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator, Mapping
from typing import Any

from tests.standins.slack.refusal import RefusedError
from tests.standins.slack.validating import problems
from tests.standins.slack.world import Team, World

Arguments = dict[str, Any]
View = dict[str, Any]


def views_open(world: World, team: Team, arguments: Arguments) -> Arguments:
    trigger = str(arguments.get("trigger_id"))
    if trigger in world.exchanged:
        raise RefusedError("exchanged_trigger_id")
    until = world.triggers.pop(trigger, None)
    if until is None:
        raise RefusedError("invalid_trigger_id")
    if world.clock.now().at > until:
        raise RefusedError("expired_trigger_id")
    world.exchanged.add(trigger)
    view = _view(world, arguments, "modal")
    view |= {
        "id": f"V{world.number()}",
        "hash": f"{world.number()}.hash",
        "team_id": team.id,
        "state": _state(view, {}),
    }
    world.views.append(view)
    return {"view": view}


def views_update(world: World, team: Team, arguments: Arguments) -> Arguments:
    found = next((v for v in world.views if v["id"] == arguments.get("view_id") and v["team_id"] == team.id), None)
    if found is None:
        raise RefusedError("not_found")
    if arguments.get("hash") and arguments["hash"] != found["hash"]:
        raise RefusedError("hash_conflict")
    put(world, found, _view(world, arguments, "modal"))
    return {"view": found}


def views_publish(world: World, team: Team, arguments: Arguments) -> Arguments:
    user = str(arguments.get("user_id") or "")
    if not user:
        raise RefusedError("invalid_arguments")
    before = world.homes.get(user)
    if arguments.get("hash") and (before is None or arguments["hash"] != before["hash"]):
        raise RefusedError("hash_conflict")
    view = _view(world, arguments, "home")
    world.homes[user] = {**view, "id": f"H{user}", "hash": f"{world.number()}.hash", "team_id": team.id}
    world.published += 1
    return {"view": world.homes[user]}


def acknowledged(world: World, view: View, answer: Mapping[str, Any]) -> dict[str, str]:
    """Does what the acknowledgement of a sent-in window says, and returns the errors that it shows at its fields."""
    match answer.get("response_action"):
        case None | "clear":
            world.views.remove(view)
        case "errors":
            inputs = {block["block_id"] for block in view["blocks"] if block["type"] == "input"}
            if not answer["errors"] or not set(answer["errors"]) <= inputs:
                world.problems.append(f"errors at {set(answer['errors']) - inputs}")
            return dict(answer["errors"])
        case "update":
            put(world, view, _view(world, {"view": answer["view"]}, "modal"))
        case other:
            world.problems.append(f"response_action {other}")
    return {}


def put(world: World, held: View, view: View) -> None:
    """Puts a view in the place of another, with what was filled in where its field is the same."""
    held_state = held["state"]
    kept = {key: held[key] for key in ("id", "team_id")}
    held.clear()
    held |= {**view, **kept, "hash": f"{world.number()}.hash", "state": _state(view, held_state)}


def field_of(view: View, name: str) -> tuple[View, View]:
    """Returns the block and the element of a field by the name its action ends in."""
    for block in view["blocks"]:
        if block["type"] == "input" and block["element"]["action_id"].endswith(f":{name}"):
            return block, block["element"]
    raise KeyError(name)


def filled(element: View, value: str) -> View:
    """Returns the state of an element in which a person picked or typed something, by the words that they see."""
    kind = element["type"]
    if kind == "plain_text_input":
        return {"type": kind, "value": value or None}
    if kind == "conversations_select":
        return {"type": kind, "selected_conversation": value or None}
    options = {each["text"]["text"]: each for each in element["options"]}
    if kind == "multi_static_select":
        return {"type": kind, "selected_options": [options[each] for each in value.split(", ") if each]}
    return {"type": kind, "selected_option": options[value]}


def _state(view: View, before: Mapping[str, Any]) -> View:
    values: dict[str, Any] = {}
    for block in view["blocks"]:
        if block["type"] == "input":
            element = block["element"]
            kept = before.get("values", {}).get(block["block_id"], {}).get(element["action_id"])
            begun = {key.replace("initial_", "selected_"): each for key, each in element.items() if "initial_" in key}
            begun = {"value": element.get("initial_value")} if element["type"] == "plain_text_input" else begun
            values[block["block_id"]] = {element["action_id"]: kept or {"type": element["type"], **begun}}
    return {"values": values}


def _view(world: World, arguments: Arguments, kind: str) -> View:
    view = arguments.get("view")
    view = json.loads(view) if isinstance(view, str) else view
    if not isinstance(view, dict) or view.get("type") != kind:
        raise RefusedError("invalid_arguments")
    found = list(_faults(view, kind))
    if found or (found := problems(view.get("blocks"), native=False, most=100, modal=True)):
        world.problems += found
        raise RefusedError("invalid_blocks", response_metadata={"messages": found})
    return copy.deepcopy(view)


def _faults(view: View, kind: str) -> Iterator[str]:
    if len(view.get("private_metadata") or "") > 3000:
        yield "private_metadata"
    if len(view.get("callback_id") or "") > 255:
        yield "callback_id"
    if not isinstance(view.get("blocks"), list):
        return
    inputs = [block for block in view["blocks"] if block.get("type") == "input"]
    if kind == "home":
        return
    for name in ("title", "submit", "close"):
        part = view.get(name)
        if part is None and name != "title":
            continue
        if not isinstance(part, dict) or part.get("type") != "plain_text" or not 1 <= len(part.get("text", "")) <= 24:
            yield name
    if inputs and "submit" not in view:
        yield "an input without a submit"
