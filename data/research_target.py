"""The fact base folder: which claims it holds, how a new figure joins them, and how its files are written."""

from __future__ import annotations

import csv
import io
import os
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.days import AsOf
from data.research_claims import Draft
from data.research_rows import Refused, Report, read_table

COLUMNS = (
    "claim",
    "measure",
    "value",
    "low",
    "high",
    "unit",
    "as_of",
    "scope",
    "basis",
    "audited",
    "qualifier",
    "stated_by",
    "source",
    "known_at",
    "known_at_basis",
    "retrieved_at",
    "supersedes",
    "note",
)
_IDENTITY = ("measure", "as_of", "scope", "basis", "source")
_CONTENT = ("value", "low", "high", "unit", "audited", "qualifier", "stated_by", "known_at", "known_at_basis")


@dataclass(slots=True)
class Ledger:
    """The claims of one company. None is ever taken out: a changed figure becomes a claim that supersedes the old."""

    company: str
    fiscal_year_end: str
    rows: dict[str, dict[str, str]] = field(default_factory=dict)
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, folder: Path, company: str, fiscal_year_end: str, report: Report) -> Ledger:
        """Returns the claims a fact base already holds for a company."""
        rows = read_table(folder / "claims", f"{company}.csv", COLUMNS, report)
        return cls(company, fiscal_year_end, {r["claim"]: {c: r[c] for c in COLUMNS} for r in rows})

    def take(self, drafts: Iterable[Draft], retrieved_at: str, report: Report) -> None:
        """Adds the figures that are new or changed; an unchanged one keeps its id and only its note follows.

        Of two rows of one run under the same heading the later one is refused, unless another file only repeats it.
        """
        superseded = {r["supersedes"] for r in self.rows.values() if r["supersedes"]}
        live = {tuple(r[c] for c in _IDENTITY): k for k, r in self.rows.items() if k not in superseded}
        seen: dict[tuple[str, ...], Draft] = {}
        for draft in drafts:
            earlier = seen.setdefault(draft.identity, draft)
            if earlier is not draft:
                same_file = earlier.row.file == draft.row.file
                if same_file or earlier.content[:4] != draft.content[:4]:
                    reason = "duplicate" if earlier.content == draft.content else "contradicts-itself"
                    detail = f"line {earlier.row.line} of {earlier.row.file}"
                    report.refused.append(Refused(draft.row.file, draft.row.line, reason, detail))
                continue
            old = live.get(draft.identity, "")
            if old and _says(self.rows[old], draft):
                self.rows[old]["note"] = draft.note
                continue
            key = self._next_id(draft)
            self.rows[key] = {
                **dict(zip(_IDENTITY, draft.identity, strict=True)),
                **dict(zip(_CONTENT, draft.content, strict=True)),
                **{"claim": key, "retrieved_at": retrieved_at, "supersedes": old, "note": draft.note},
            }
            (self.changed if old else self.added).append(key)

    def table(self) -> list[list[str]]:
        """Returns the rows of the company's file: by measure, then oldest first, then in the order they came."""
        ordered = sorted(self.rows.values(), key=self._place)
        return [[row[c] for c in COLUMNS] for row in ordered]

    def _place(self, row: dict[str, str]) -> tuple[str, str, str, int]:
        end = AsOf.of(row["as_of"], self.fiscal_year_end or "12-31").end.iso
        return row["measure"], end, row["as_of"], int(row["claim"].rsplit("-", 1)[1])

    def _next_id(self, draft: Draft) -> str:
        stem = f"{self.company}-{draft.measure}-{draft.as_of.label.lower().replace(' ', '-')}-"
        used = [int(k.removeprefix(stem)) for k in self.rows if k.startswith(stem) and k.removeprefix(stem).isdigit()]
        return f"{stem}{max(used, default=0) + 1}"


def _says(row: dict[str, str], draft: Draft) -> bool:
    """Decides whether a claim already says what a draft does.

    A day that only tells when the figure was first read stays as it was: a later run reads it later and means no news.
    """
    told = tuple(row[c] for c in _CONTENT)
    read_only = draft.known_at_basis == "retrieved" or (
        row["known_at_basis"] == "retrieved" and draft.known_at_basis != "stated"
    )
    return told[:-2] == draft.content[:-2] if read_only else told == draft.content


def by_company(drafts: Iterable[Draft]) -> dict[str, list[Draft]]:
    """Returns the drafts of each company, in their order."""
    grouped: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        grouped[draft.company].append(draft)
    return grouped


def write_table(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Writes a table as UTF-8 with line feeds, whole or not at all."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    part.write_bytes(text.getvalue().encode())
    os.replace(part, path)
