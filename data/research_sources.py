"""The register of sources: one key for each text, kept from run to run, found again by its address or its title."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from data.research_mapping import Mapping
from data.research_rows import BadCellError, Row

COLUMNS = ("source", "kind", "publisher", "title", "url", "published_on", "note")


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One row of sources.csv; `published_on` is the text's own day where its title or file name prints one."""

    source: str
    kind: str
    publisher: str
    title: str
    url: str
    published_on: str
    note: str


@dataclass(slots=True)
class Sources:
    """The sources known so far. A reviewed row is never changed; a new text gets a row by the rule of its host."""

    mapping: Mapping
    by_key: dict[str, SourceEntry] = field(default_factory=dict)
    _by_url: dict[str, str] = field(default_factory=dict)
    _by_title: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, mapping: Mapping, rows: Iterable[Row]) -> Sources:
        """Returns the register that sources.csv holds."""
        sources = cls(mapping)
        for row in rows:
            sources._add(SourceEntry(*(row[column] for column in COLUMNS)))
        return sources

    def entry(self, row: Row) -> SourceEntry:
        """Returns the source a row cites; raises BadCellError when it cites neither an address nor a title."""
        url, printed = row["source_url"], row["source_title"]
        if not url and not printed:
            raise BadCellError("no-source")
        key = self.mapping.source_titles.get(printed, "")
        title, note = self.mapping.title(printed)
        key = key or (self._by_url.get(url, "") if url else self._by_title.get(title, ""))
        return self.by_key[key] if key in self.by_key else self._add(self._drafted(key, url, title, note))

    def rows(self) -> list[list[str]]:
        """Returns the rows of sources.csv, sorted by key."""
        entries = sorted(self.by_key.values(), key=lambda e: e.source)
        return [[getattr(entry, column) for column in COLUMNS] for entry in entries]

    def _drafted(self, key: str, url: str, title: str, note: str) -> SourceEntry:
        host = (urlsplit(url).hostname or "").removeprefix("www.")
        rule = next((r for h, r in self.mapping.hosts.items() if host == h or host.endswith("." + h)), None)
        rule = rule or self.mapping.default_host
        dates = re.findall(r"\d{4}-\d{2}-\d{2}", title)
        return SourceEntry(
            source=key or self._free(_slug(f"{rule.get('publisher') or host} {title}")),
            kind=rule["kind"],
            publisher=rule.get("publisher") or host or "unnamed",
            title=title,
            url=url,
            published_on=dates[-1] if dates else "",
            note=note,
        )

    def _free(self, wanted: str) -> str:
        key, count = wanted, 1
        while key in self.by_key:
            count += 1
            key = f"{wanted}-{count}"
        return key

    def _add(self, entry: SourceEntry) -> SourceEntry:
        self.by_key[entry.source] = entry
        if entry.url:
            self._by_url[entry.url] = entry.source
        else:
            self._by_title[entry.title] = entry.source
        return entry


def _slug(text: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", text.lower())[:8]) or "source"
