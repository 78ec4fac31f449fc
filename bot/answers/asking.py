"""Writing a plan back as the command a person could type, so that every choice under an answer is one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from bot.analysis.moments import MONTHS
from bot.call import Ask
from bot.facts.lockups import classes_covered
from bot.plan import Between, Plan

_COMMANDS = {"lookup": "value", "what_if": "whatif"}


def ask_again(plan: Plan) -> Ask:
    """Returns the command that asks a plan; reading it gives the same plan again."""
    words = [*plan.companies, *plan.measures]
    match plan.when:
        case None:
            pass
        case Between(start=start, end=end):
            words.append(f"from {start} to {end}")
        case when if when[:1].isdigit():
            words.append(f"on {when}")
        case when if when in MONTHS:
            words.append(f"in {when}")
        case when if match := re.fullmatch(r"(next|last)_(\d+)([dwmqy])", when):
            words.append(f"{match[1]} {match[2]} {_UNITS[match[3]]}")
        case when:
            words.append(when.replace("_", " "))
    if plan.known_at:
        words.append(f"known at {plan.known_at.iso}")
    if plan.currency:
        words.append(f"in {plan.currency}")
    words += _conditions(plan)
    return Ask(_COMMANDS.get(plan.operation, plan.operation), " ".join(words))


def _conditions(plan: Plan) -> list[str]:
    """What a plan asks beyond names and times, in the words that its command reads."""
    params = dict(plan.params)
    words: list[str] = [plan.direction] if plan.direction and plan.operation == "rank" else []
    if "n" in params:
        words.append(f"top {params['n']}")
    if "held" in params:
        words.append(f"held {params['held']} closes")
    if "band" in params:
        words.append(f"band {Decimal(params['band']) * 100:f}%")
    if plan.operation == "unlocks":
        return [*words, *_unlock_conditions(params)]
    if level := params.get("threshold"):
        words.append(
            f"{'below' if level['op'] == '<' else 'above'} {level['value']} {level.get('currency', '')}".strip()
        )
    words += [f"{name}={params[name]}" for name in str(params.get("inputs", "")).split()]
    words += [str(params[name]).replace("_", " ") for name in _NAMED if name in params]
    words += [_AGGREGATES[params["aggregate"]]] if params.get("aggregate") in _AGGREGATES else []
    words += ["count"] if params.get("count") and plan.operation == "rank" else []
    words += ["due"] if params.get("due_soon") else []
    words += [f"among {params['among']}"] if "among" in params else []
    words += _studied(params) if plan.operation == "study" else []
    words += _supposed(plan, params) if plan.operation == "what_if" else []
    return words


def _unlock_conditions(params: Mapping[str, Any]) -> list[str]:
    words: list[str] = []
    if level := params.get("threshold"):
        of = "total" if level.get("of") == "issued" else "float"
        words.append(f"over {Decimal(level['value']) * 100:f}% of {of}")
    kinds = params.get("holders") or []
    words += [kind.replace("_", "-") for kind in ([kinds] if isinstance(kinds, str) else kinds)]
    return [*words, "holders"] if params.get("ask") == "holders" else words


_UNITS = {"d": "days", "w": "weeks", "m": "months", "q": "quarters", "y": "years"}


def _studied(params: Mapping[str, Any]) -> list[str]:
    """A study's own conditions; a peer that is named implies its method."""
    words = [f"peer {params['peer']}"] if "peer" in params else []
    words += [str(params["method"])] if "method" in params and "peer" not in params else []
    return words + [f"{name} {params[name]}" for name in ("windows", "estimation") if name in params]


def _supposed(plan: Plan, params: Mapping[str, Any]) -> list[str]:
    """A scenario's edits in the words that /whatif reads."""
    words: list[str] = []
    for param, name in _CHANGED.items():
        change = params.get(param)
        if isinstance(change, Mapping):
            words += [f"{name} {company}={_percent(value)}" for company, value in change.items()]
        elif change is not None:
            words.append(f"{name} {_percent(change)}")
    if "sell_fraction" in params:
        sold = f"sell {_percent(params['sell_fraction']).lstrip('+')}"
        words.append(f"{sold} {_held_by(classes_covered(params.get('holders')))}".strip())
    for name in ("extend", "waive"):
        if name in params:
            held = _held_by(params[name]["holders"])
            words.append(f"{name} {held} {params[name]['months']} months" if name == "extend" else f"{name} {held}")
    words += [f"{pair} {value}" for pair, value in dict(params.get("fx") or {}).items()]
    given = dict(dict(params.get("set") or {}).get(plan.companies[0]) or {}) if plan.companies else {}
    if "solve_for" in params and params.get("until") != "equal":
        words.append(f"solve {_CHANGED.get(f'{_stem(params)}_change', _stem(params))}")
    if isinstance(given.get("market_value"), int | float):
        words.append(f"for {Decimal(str(given['market_value'])).scaleb(-9).normalize():f}bn")
    if "share_price" in given:
        words += ["price", "at", str(given["share_price"])]
    words += [
        f"at {given[key]} {said}"
        for key, said in (("price_to_arr", "p/arr"), ("price_to_sales", "p/s"))
        if key in given
    ]
    if params.get("until") == "equal":
        words.append("equal")
    elif "on" in params and "solve_for" not in params:
        words.append(f"only {' '.join(params['on'])}")
    return words


def _held_by(classes: Iterable[str]) -> str:
    """Classes of holders in the words that /whatif reads."""
    said = {"pathfinder_sii": "pathfinder", "financial_vc": "vc", "other_pre_ipo": "pre-ipo"}
    return " ".join(said.get(c, c) for c in sorted(classes))


def _stem(params: Mapping[str, Any]) -> str:
    return str(params["solve_for"]).removesuffix("_change")


def _percent(fraction: object) -> str:
    return f"{(Decimal(str(fraction)) * 100).normalize():+f}%"


_CHANGED = {
    "price_change": "price",
    "run_rate_revenue_change": "run-rate",
    "revenue_change": "revenue",
    "volume_change": "volume",
}

_AGGREGATES = {"sum": "total", "mean": "average", "median": "median"}

_NAMED = ("term", "speaker", "standing", "kind", "place")
"""Conditions whose key, in words, is what a person types."""
