"""Reading statements.toml: speakers, verdicts, and what the rows of statements.csv say in both languages."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import RowMapping

from bot.days import AsOf, Day
from bot.facts.records import Source, Speaker, Standing, Statement
from bot.text import Name

ARTICLE = "article"
"""How the place of a statement begins that stands in the article of 25 June 2026."""


@dataclass(frozen=True, slots=True)
class StatementWords:
    """The words for statements, and which verdict is shown for each verdict and detail of the file."""

    speakers: Mapping[str, Speaker] = field(default_factory=dict)
    standings: Mapping[str, Standing] = field(default_factory=dict)
    verdicts: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def standing(self, verdict: str, detail: str) -> Standing:
        """Returns the verdict that readers are shown; raises ValueError for one that no line of the file maps."""
        if not self.maps(verdict, detail):
            raise ValueError(f"statements.toml maps no verdict {verdict}/{detail}")
        return self.standings[self._key(verdict, detail)]

    def maps(self, verdict: str, detail: str) -> bool:
        """Decides whether a verdict of the file is one that readers are shown."""
        return self._key(verdict, detail) in self.standings

    def _key(self, verdict: str, detail: str) -> str:
        return self.verdicts.get(f"{verdict}/{detail}") or self.verdicts.get(verdict, "")

    def statement(self, row: RowMapping, source: Source) -> Statement:
        """Returns a row as the core's record, in words of both languages where there are any."""
        words = self.texts.get(row["key"], {})
        standing = self.standing(row["verdict"], row["verdict_detail"])
        speaker = self.speakers.get(row["speaker"]) or Speaker(row["speaker"], Name(row["speaker"].replace("_", " ")))
        found = Name(words.get("check_en", "" if words else row["note"]), words.get("check_zh", ""))
        return Statement(
            id=row["key"],
            companies=tuple(c for c in row["subject"].split(";") if c),
            kind=row["kind"],
            said=Name(words.get("en") or row["text"], words.get("zh", "")),
            speaker=speaker,
            stated_on=AsOf.of(row["stated_on"]) if row["stated_on"] else None,
            due_on=AsOf.of(row["due_on"]).end if row["due_on"] else None,
            verdict=standing.key,
            against=standing.against,
            resolved_on=Day.of(row["resolved_on"]) if row["resolved_on"] else None,
            found=found if found.en or found.zh else None,
            source=source,
            in_article=row["location"].startswith(ARTICLE),
        )


def read_statement_words(path: Path) -> StatementWords:
    """Returns the words for statements; none where the folder has no such file. Raises ValueError for a broken one."""
    if not path.exists():
        return StatementWords()
    with path.open("rb") as file:
        declared: Mapping[str, Any] = tomllib.load(file)
    speakers = {
        key: Speaker(key, Name(row["name_en"], row.get("name_zh", "")), tuple(row.get("aliases", ())))
        for key, row in declared.get("speaker", {}).items()
    }
    standings = {
        key: Standing(key, tuple(row.get("aliases", ())), bool(row.get("against", False)))
        for key, row in declared.get("standing", {}).items()
    }
    return StatementWords(speakers, standings, declared.get("verdicts", {}), declared.get("statement", {}))
