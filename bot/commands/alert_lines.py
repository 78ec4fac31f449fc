"""The values of an alert's form as the line a person could type, and a rule as the values of its form.

A form makes nothing that cannot be typed: its rule is read from its line by the same reader.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from bot.form import joined
from bot.rule import (
    LADDER,
    ClaimWatch,
    LevelWatch,
    OvertakeWatch,
    ReleaseWatch,
    Rule,
    StatementWatch,
)

Values = Mapping[str, str]

_FREQUENCIES = {"once": "once", "each_close": "each close", "daily": "daily"}
_SIDES = {"above": "above", "below": "below", "is_above": "while above", "is_below": "while below"}
_MOVES = {"either": "moves", "up": "rises", "down": "falls"}
_SCALES = ((Decimal(10) ** 12, "tn"), (Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m"))


def line_of(values: Values) -> str:
    """Returns the words behind /alert add that ask for what a form holds; its values are whole and right."""
    who, than, of = (values.get(name, "") for name in ("who", "than", "of"))
    side = _SIDES.get(values.get("side", ""), "above")
    match values.get("what"):
        case "unlock":
            rungs = values.get("rungs", "")
            words = f"unlock {who} {'' if rungs.split() == [r.label for r in LADDER] else rungs}"
        case "level":
            words = f"{who} {of} {side} {values['level']}"
        case "ratio":
            words = f"ratio {who} {than} {of} {side} {values['times']}"
        case "overtake":
            words = f"{who} overtakes {than} {of}"
        case "move":
            way, by = _MOVES.get(values.get("way", ""), "moves"), percent(values["by"])
            words = f"{who} {way} {by}% in {values['over']} sessions"
        case "drawdown":
            words = f"{who} drawdown above {percent(values['by'])}%"
        case "high" | "low":
            words = f"{who} new {values['what']}"
        case "claims":
            words = f"new claims {who} {of}"
        case "stale":
            words = f"{who} {of} stale {values['days']} days"
        case _:
            words = f"statements {who}"
    often = _FREQUENCIES.get(values.get("often", ""), "")
    return " ".join(f"{words} {often}".split())


def percent(text: str) -> str:
    """Returns a percentage as typed without its sign."""
    return re.sub(r"[%％\s]", "", text)


def values_of(rule: Rule) -> dict[str, str]:
    """Returns the values of the form that makes a rule; options that a form does not ask for are left out."""
    watch = rule.watch
    often = {"often": rule.frequency}
    match watch:
        case ReleaseWatch(companies=companies, ladder=ladder):
            return {"what": "unlock", "who": joined(companies), "rungs": joined([r.label for r in ladder])}
        case OvertakeWatch(first=first, second=second, measure=measure):
            return {"what": "overtake", "who": first, "than": second, "of": measure, **often}
        case ClaimWatch(companies=companies, measures=measures):
            return {"what": "claims", "who": joined(companies), "of": measures[0]}
        case StatementWatch(companies=companies):
            return {"what": "statements", "who": joined(companies)}
        case LevelWatch():
            return {**_level(watch), **often}


def _level(watch: LevelWatch) -> dict[str, str]:
    subject = watch.subject
    who, of, part = {"who": subject.companies[0]}, {"of": subject.measure}, _plain(abs(watch.level) * 100)
    side = {"side": watch.side if watch.event else f"is_{watch.side}"}
    match subject.kind:
        case "figure":
            level = f"{_scaled(watch.level)} {subject.currency}".strip()
            return {"what": "level", **who, **of, **side, "level": level}
        case "ratio":
            return {"what": "ratio", **who, "than": subject.companies[1], **of, **side, "times": _plain(watch.level)}
        case "move" | "swing":
            way = "either" if subject.kind == "swing" else "down" if watch.side == "below" else "up"
            return {"what": "move", **who, "way": way, "by": part, "over": str(subject.sessions)}
        case "drawdown":
            return {"what": "drawdown", **who, "by": part}
        case "age":
            return {"what": "stale", **who, **of, "days": _plain(watch.level)}
        case "high" | "low":
            return {"what": subject.kind, **who}


def _scaled(number: Decimal) -> str:
    for scale, word in _SCALES:
        if number >= scale:
            return f"{_plain(number / scale)}{word}"
    return _plain(number)


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
