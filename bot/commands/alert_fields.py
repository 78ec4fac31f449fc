"""The fields of an alert's form: which there are for each kind of alert, what may be picked, and what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.call import Ask
from bot.commands.alert_lines import Values, percent
from bot.commands.desk import Desk
from bot.commands.levels import take_level
from bot.form import FieldKind, FormField, Pick
from bot.rule import LADDER
from bot.text import Message, Raw, Term

KINDS: Mapping[str, tuple[str, ...]] = {
    "unlock": ("who", "rungs"),
    "level": ("who", "of", "side", "level", "often"),
    "move": ("who", "way", "by", "over", "often"),
    "overtake": ("who", "than", "of", "often"),
    "ratio": ("who", "than", "of", "side", "times", "often"),
    "drawdown": ("who", "by", "often"),
    "high": ("who", "often"),
    "low": ("who", "often"),
    "claims": ("who", "of"),
    "stale": ("who", "of", "days"),
    "statements": ("who",),
}
"""What can be watched, and the fields that say it, the most telling first: a platform may have room for few."""

_OF_SEVERAL = frozenset({"unlock", "claims", "statements"})
_OF_ALL = frozenset({"unlock", "statements"})
"""Kinds of alert on several companies, and those that without a company are on all of them."""

_PICKED = {
    "side": ("above", "below", "is_above", "is_below"),
    "way": ("either", "up", "down"),
}
_USUAL = {
    "rungs": " ".join(r.label for r in LADDER),
    "of": "market_value",
    "side": "above",
    "way": "either",
    "by": "10",
    "over": "5",
    "days": "30",
    "often": "each_crossing",
}
_BESIDES = re.compile(r"[%％x×倍\s]*|times", re.IGNORECASE)


def fields_of(values: Values, desk: Desk) -> tuple[FormField, ...]:
    """Returns the fields for what is to be watched, filled with values and else with what is usual."""
    what = values.get("what", "")
    kinds = tuple(Pick(kind, Message(f"form-what-{kind}")) for kind in KINDS)
    leading = FormField("what", "one", Message("form-what"), what, kinds, required=True, leads=True)
    if what not in KINDS:
        return (replace(leading, value=""),)
    made = [_field(name, what, values, desk) for name in KINDS[what]]
    where = FormField("where", "channel", Message("form-where"), hint=Message("form-where-hint"))
    return (leading, *made, where)


def unusual(values: Values) -> dict[str, str]:
    """Returns the values that are not what a field holds anyway, so that a button has room for them."""
    return {name: value for name, value in values.items() if value != _USUAL.get(name)}


def checked(fields: tuple[FormField, ...], desk: Desk) -> tuple[FormField, ...]:
    """Returns fields with what is wrong in each: something missing, or a text that is none of what it should be."""
    held = {f.name: f.value for f in fields}
    return tuple(replace(field, fault=_fault(field, held) or _of_another_unit(field, held, desk)) for field in fields)


def _field(name: str, what: str, values: Values, desk: Desk) -> FormField:
    value = values.get(name, _USUAL.get(name, ""))
    label, hint = Message(f"form-{name}"), None
    kind: FieldKind = "one"
    picks: tuple[Pick, ...] = ()
    required = True
    match name:
        case "who" | "than":
            picks = tuple(Pick(key, each.name) for key, each in desk.names.vocabulary.companies.items())
            if name == "who" and what in _OF_SEVERAL:
                kind, required = "several", what not in _OF_ALL
                label = Message("form-whom")
                hint = None if required else Message("form-whom-hint")
            elif name == "who" and what in ("overtake", "ratio"):
                label = Message(f"form-who-{what}")
            elif name == "than":
                label = Message(f"form-than-{what}")
        case "of":
            measures = desk.names.vocabulary.measures.items()
            picks = tuple(Pick(key, each.name) for key, each in measures if each.unit != "date")
        case "rungs":
            kind, picks = "several", tuple(Pick(r.label, Message(_rung(r.label), _days(r.label))) for r in LADDER)
        case "side" | "way":
            picks = tuple(Pick(each, Message(f"form-{name}-{each}")) for each in _PICKED[name])
        case "often":
            often = ("each_crossing", "once", "each_close", "daily")
            picks = tuple(Pick(each, Message("plain", {"text": Term("frequency", each)})) for each in often)
        case _:
            kind, hint = "text", Message(f"form-{name}-hint")
    field = FormField(name, kind, label, value, picks, hint, required)
    return field if kind == "text" else replace(field, value=" ".join(field.values[: 1 if kind == "one" else None]))


def _rung(label: str) -> str:
    return "form-rung-0" if label == "T-0" else "form-rung-after" if "+" in label else "form-rung-before"


def _days(label: str) -> dict[str, Raw | int]:
    return {"rung": Raw(label), "count": int(label[2:])}


def _fault(field: FormField, held: Mapping[str, str]) -> Message | None:
    if field.required and not field.value.strip():
        return Message(f"form-needs-{field.name}")
    if field.name == "than" and field.value == held.get("who"):
        return Message("form-needs-than")
    check = _CHECKS.get(field.name)
    if check is None or check(field.value):
        return None
    return Message(f"form-bad-{field.name}", {"words": Raw(field.value[:40])})


def _of_another_unit(field: FormField, held: Mapping[str, str], desk: Desk) -> Message | None:
    """An amount of money as the level of a share, or a percentage as that of an amount."""
    measure = desk.names.vocabulary.measures.get(held.get("of", ""))
    _, level = take_level(Ask("alert", f"above {field.value}"))
    if field.name != "level" or measure is None or level is None:
        return None
    money = measure.unit in ("money", "price")
    if ("currency" not in level or money) and ("%" not in field.value or measure.unit == "ratio"):
        return None
    return Message("form-other-unit", {"words": Raw(field.value[:40]), "measure": measure.name})


def _is_level(text: str) -> bool:
    rest, level = take_level(Ask("alert", f"above {text}"))
    return level is not None and _BESIDES.fullmatch(rest.text) is not None


def _is_times(text: str) -> bool:
    rest, level = take_level(Ask("alert", f"above {text}"))
    return level is not None and "currency" not in level and _BESIDES.fullmatch(rest.text) is not None


def _is_percent(text: str) -> bool:
    found = re.fullmatch(r"\d{1,2}(?:\.\d+)?|\d{3}", percent(text))
    return found is not None and float(found[0]) > 0


def _is_count(text: str) -> bool:
    return re.fullmatch(r"[1-9]\d{0,2}", text.strip()) is not None


_CHECKS: Mapping[str, Callable[[str], bool]] = {
    "level": _is_level,
    "times": _is_times,
    "by": _is_percent,
    "over": _is_count,
    "days": _is_count,
}
