"""Reading measures.toml: what can be asked of a company, as declared in data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

from bot.facts.measures import Carry, Formula, Measure, UnitKind
from bot.text import Name


class MeasureError(ValueError):
    """Says which measure is declared wrongly, and how."""


def read_measures(path: Path) -> dict[str, Measure]:
    """Returns every declared measure by its key, in the order of the file.

    Raises MeasureError for a declaration that lacks something or uses a word that is not known.
    """
    with path.open("rb") as file:
        declared: Mapping[str, Mapping[str, Any]] = tomllib.load(file)["measure"]
    return {key: _measure(key, row) for key, row in declared.items()}


def _measure(key: str, row: Mapping[str, Any]) -> Measure:
    for field, allowed in (("unit", get_args(UnitKind)), ("carry", get_args(Carry))):
        if row.get(field) not in allowed:
            raise MeasureError(f"{key}: {field} is one of {', '.join(allowed)}")
    missing = [f"{part}_{language}" for part in ("name", "short", "definition") for language in ("en", "zh")]
    missing = [field for field in missing if not row.get(field)]
    if missing:
        raise MeasureError(f"{key}: {missing[0]} is missing")
    return Measure(
        key=key,
        unit=row["unit"],
        carry=row["carry"],
        name=Name(row["name_en"], row["name_zh"]),
        short=Name(row["short_en"], row["short_zh"]),
        definition=Name(row["definition_en"], row["definition_zh"]),
        aliases=(*row.get("aliases_en", ()), *row.get("aliases_zh", ())),
        carry_days=row.get("carry_days"),
        stale_after_days=row.get("stale_after_days") or None,
        formula=_formula(row),
        looks_like=tuple(row.get("looks_like", ())),
        higher_is=row.get("higher_is", ""),
        unavailable="" if row.get("available", True) else row.get("reason", ""),
    )


def _formula(row: Mapping[str, Any]) -> Formula | None:
    if "operation" not in row:
        return None
    return Formula(row["operation"], tuple(row.get("inputs", ())), row.get("max_lag_days"))
