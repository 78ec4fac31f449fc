"""The reviewed mapping from the names of research files to the measures, scopes and sources of the fact base."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping as Dict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from data.research_rows import BadCellError, Row


@dataclass(frozen=True, slots=True)
class MeasureUse:
    """What reading a figure needs to know of its measure: the kind of its unit and how it carries in time."""

    unit: str
    carry: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A cell of the research that a reviewer read differently, and why; it holds while the cells of `where` match."""

    file: str
    where: Dict[str, str]
    put: Dict[str, str]
    reason: str


@dataclass(frozen=True, slots=True)
class Mapping:
    """mapping.toml beside the units and carries of measures.toml."""

    measures: Dict[str, MeasureUse]
    measure_names: Dict[str, str]
    scopes: Dict[str, str]
    scope_in_measure: frozenset[str]
    units: Dict[str, str]
    bases: frozenset[str]
    price_bases: frozenset[str]
    qualifiers: frozenset[str]
    stated_by: frozenset[str]
    default_basis: str
    listing_fields: Dict[str, Dict[str, str]]
    share_columns: Dict[str, str]
    hosts: Dict[str, Dict[str, str]]
    default_host: Dict[str, str]
    source_titles: Dict[str, str]
    unsourced: str
    title_rules: Sequence[tuple[re.Pattern[str], str, str]]
    note_rules: Sequence[tuple[re.Pattern[str], str]]
    companies: Dict[str, Dict[str, str]]
    statuses: Dict[str, str]
    venues: Dict[str, Dict[str, str]]
    corrections: Sequence[Correction]
    announcement_days: int
    results_days: int
    retrieved_at: str

    def measure(self, name: str) -> str:
        """Returns the measure a research file means by a name; raises BadCellError when it is none of ours."""
        key = self.measure_names.get(name, name)
        if key not in self.measures:
            raise BadCellError("unknown-measure", name)
        return key

    def scope(self, measure: str, name: str) -> str:
        """Returns the scope a research file means, empty for the whole company; raises BadCellError when unknown."""
        if measure in self.scope_in_measure or not name:
            return ""
        if name not in self.scopes:
            raise BadCellError("unknown-scope", name)
        return self.scopes[name]

    def unit(self, measure: str, name: str) -> str:
        """Returns the unit as claims write it; raises BadCellError for one that does not fit the measure."""
        kind = self.measures[measure].unit
        unit = self.units.get(name, name)
        if unit == "count" and kind == "shares":
            unit = "shares"
        fits = re.fullmatch("[A-Z]{3}", unit) is not None if kind in ("money", "price") else unit == kind
        if not fits:
            raise BadCellError("wrong-unit", f"{name} for {measure}")
        return unit

    def basis(self, name: str) -> str:
        """Returns the basis of a figure, the one for "just so stated" when the file names none."""
        if not name:
            return self.default_basis
        if name not in self.bases:
            raise BadCellError("unknown-basis", name)
        return name

    def qualifier(self, name: str) -> str:
        """Returns how exact a figure is meant; raises BadCellError for a word that is none of ours."""
        if (name or "exact") not in self.qualifiers:
            raise BadCellError("unknown-qualifier", name)
        return name or "exact"

    def speaker(self, name: str) -> str:
        """Returns who stated a figure; raises BadCellError for a word that is none of ours."""
        if name not in self.stated_by:
            raise BadCellError("unknown-stated-by", name)
        return name

    def note(self, text: str) -> str:
        """Returns a note without the wording that only made sense where the research was written."""
        for pattern, instead in self.note_rules:
            text = pattern.sub(instead, text)
        return text.strip(" ;")

    def title(self, text: str) -> tuple[str, str]:
        """Returns a source's own title, and as a note how it was read when the title said so in brackets."""
        notes: list[str] = []
        for pattern, instead, note in self.title_rules:
            text, hits = pattern.subn(instead, text)
            if hits and note and note not in notes:
                notes.append(note)
        return text.strip(), "; ".join(notes)

    def corrected(self, row: Row) -> Row:
        """Returns the row with the cells a reviewer put right, and the reason added to its note."""
        for correction in self.corrections:
            if correction.file == row.file and all(row[c] == v for c, v in correction.where.items()):
                note = "; ".join(part for part in (row["note"], correction.reason) if part)
                row = replace(row, cells={**row.cells, **correction.put, "note": note})
        return row


def read_mapping(folder: Path) -> Mapping:
    """Returns the mapping of a folder with mapping.toml and measures.toml; raises OSError or TOMLDecodeError."""
    raw = _toml(folder / "mapping.toml")
    declared = _toml(folder / "measures.toml")["measure"]
    measures = {key: MeasureUse(entry["unit"], entry["carry"]) for key, entry in declared.items()}
    return Mapping(
        measures=measures,
        measure_names=raw["measures"],
        scopes={name: key for key, names in raw["scopes"].items() for name in [key, *names]},
        scope_in_measure=frozenset(raw["figures"]["scope_in_measure"]),
        units=raw["units"],
        bases=frozenset(raw["figures"]["bases"]),
        price_bases=frozenset(raw["figures"]["price_bases"]),
        qualifiers=frozenset(raw["figures"]["qualifiers"]),
        stated_by=frozenset(raw["figures"]["stated_by"]),
        default_basis=raw["figures"]["default_basis"],
        listing_fields=raw["listing_fields"],
        share_columns=raw["share_columns"],
        hosts=raw["hosts"],
        default_host=raw["default_host"],
        source_titles=raw["source_titles"],
        unsourced=raw["figures"]["unsourced"],
        title_rules=[(re.compile(r["find"]), r["put"], r["note"]) for r in raw["title"]],
        note_rules=[(re.compile(r["find"]), r["put"]) for r in raw["note"]],
        companies=raw["companies"],
        statuses=raw["statuses"],
        venues=raw["venues"],
        corrections=[Correction(c["file"], c["where"], c["put"], c["reason"]) for c in raw["correction"]],
        announcement_days=raw["known_at"]["announcement_days"],
        results_days=raw["known_at"]["results_days"],
        retrieved_at=raw["known_at"]["retrieved_at"],
    )


def _toml(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)
