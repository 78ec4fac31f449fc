"""Reading terms.toml: the terms and formulas that are explained, and the rules that measures follow."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.facts.concepts import Concept, Criterion, Factor, Rule
from bot.text import Link, Name


@dataclass(frozen=True, slots=True)
class Explained:
    """The terms by key and the rules by measure."""

    concepts: Mapping[str, Concept] = field(default_factory=dict)
    rules: Mapping[str, Rule] = field(default_factory=dict)


def read_concepts(path: Path) -> Explained:
    """Returns what can be explained besides measures; nothing where the folder has no such file.

    Raises KeyError for a term without a name or a definition in one of the languages.
    """
    if not path.exists():
        return Explained()
    with path.open("rb") as file:
        declared: Mapping[str, Any] = tomllib.load(file)
    return Explained(
        {key: _concept(key, row) for key, row in declared.get("term", {}).items()},
        {
            key: Rule(key, _optional(row, "formula"), _optional(row, "rule"), _sources(row))
            for key, row in declared.get("rule", {}).items()
        },
    )


def _concept(key: str, row: Mapping[str, Any]) -> Concept:
    return Concept(
        key=key,
        name=_name(row, "name"),
        definition=_name(row, "definition"),
        aliases=(key.replace("_", " "), *row.get("aliases", ())),
        formula=_optional(row, "formula"),
        rule=_optional(row, "rule"),
        sources=_sources(row),
        looks_like=tuple(row.get("looks_like", ())),
        factors=tuple(_factor(factor) for factor in row.get("factor", ())),
        warnings=tuple(Name(warning["en"], warning["zh"]) for warning in row.get("warnings", ())),
        statement=row.get("statement", ""),
        criteria=tuple(_criterion(criterion) for criterion in row.get("criterion", ())),
    )


def _factor(row: Mapping[str, Any]) -> Factor:
    return Factor(row["key"], _name(row, "name"), (row["key"], *row.get("aliases", ())))


def _criterion(row: Mapping[str, Any]) -> Criterion:
    return Criterion(
        row["key"],
        _name(row, "name"),
        tuple(row.get("measures", ())),
        tuple(row.get("statements", ())),
        _optional(row, "missing"),
    )


def _sources(row: Mapping[str, Any]) -> tuple[Link, ...]:
    sources: Sequence[Mapping[str, str]] = row.get("sources", ())
    return tuple(Link(Name(source["title"]), source["url"]) for source in sources)


def _name(row: Mapping[str, Any], part: str) -> Name:
    return Name(row[f"{part}_en"], row[f"{part}_zh"])


def _optional(row: Mapping[str, Any], part: str) -> Name | None:
    return _name(row, part) if f"{part}_en" in row or f"{part}_zh" in row else None
