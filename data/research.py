"""Turns a folder of research tables into the fact base, and merges a later folder into it.

The folder holds CSV files as a researcher keeps them: companies, aliases, metrics, valuations, lockups, unlock_cases,
base_rates, rules, listings, share_counts, prices and claims; any of them may be missing. What their names mean is
settled in mapping.toml of the fact base, a reviewed file. Claims only ever grow: a changed figure supersedes the
earlier one.
Run it as `python -m data.research SOURCE TARGET`.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path

from bot.days import Day
from data import research_tables as tables
from data.research_claims import ClaimReader, Draft, Prices
from data.research_mapping import Mapping, read_mapping
from data.research_rows import BadCellError, LeftOut, Refused, Report, Row, day, number, read_table
from data.research_sources import COLUMNS as SOURCE_COLUMNS
from data.research_sources import Sources
from data.research_target import COLUMNS as CLAIM_COLUMNS
from data.research_target import Ledger, by_company, write_table

SHIPPED = Path(__file__).with_name("facts")
"""The fact base that comes with the program; its mapping.toml and measures.toml also serve a folder without its own."""

_NEEDED: dict[str, tuple[str, ...]] = {
    "companies.csv": ("slug", "name", "listed"),
    "aliases.csv": ("company", "alias"),
    "metrics.csv": ("company", "measure", "period_or_as_of", "value", "unit", "source_url", "source_title"),
    "valuations.csv": ("company", "as_of", "amount", "currency", "kind", "source_url", "source_title"),
    "lockups.csv": ("company", "holder", "row_type", "source_url", "source_title"),
    "unlock_cases.csv": ("case", "source_url", "source_title"),
    "base_rates.csv": ("study", "source_url", "source_title"),
    "rules.csv": ("venue", "rule", "source_url", "source_title"),
    "listings.csv": ("company", "field", "value", "unit", "as_of", "source_url", "source_title"),
    "share_counts.csv": ("company", "from_date", "shares_in_issue", "source_url", "source_title"),
    "prices.csv": ("company", "ticker", "date", "close", "source_url", "source_title"),
    "claims.csv": ("claim_no", "claim", "speaker", "source_url", "source_title"),
}


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did: claims added, changed and kept, and the rows that did not become facts, with their reasons."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    kept: int
    refused: tuple[Refused, ...]
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True)
class Research:
    """The rows of a research folder, table by table, before anything is made of them."""

    rows: dict[str, list[Row]]

    @classmethod
    def read(cls, folder: Path, report: Report) -> Research:
        """Returns every table of a folder; what cannot be read goes to the report."""
        return cls({name: read_table(folder, name, columns, report) for name, columns in _NEEDED.items()})

    def of(self, name: str) -> list[Row]:
        """Returns the rows of one table."""
        return self.rows[name]


def merge(source: Path, target: Path, retrieved_at: str = "") -> Summary:
    """Writes what a research folder says into a fact base folder and returns what changed.

    Rows that cannot be taken are reported and not written; the others are. `retrieved_at` dates new claims and is the
    mapping's own day when empty. Raises OSError when the folders cannot be read or written.
    """
    report = Report([], [])
    mapping = read_mapping(target if (target / "mapping.toml").exists() else SHIPPED)
    research = Research.read(source, report)
    sources = Sources.of(mapping, read_table(target, "sources.csv", SOURCE_COLUMNS, report))
    fiscal_year_ends = {r["company"]: r["fiscal_year_end"] for r in read_table(target, "companies.csv", (), report)}
    fiscal_year_ends |= {r["slug"]: r["fiscal_year_end"] for r in research.of("companies.csv")}

    read = retrieved_at or mapping.retrieved_at
    drafts = _claims(research, mapping, sources, fiscal_year_ends, read, report)
    written = _tables(research, mapping, sources, frozenset(fiscal_year_ends), target, report)
    ledgers: list[Ledger] = []
    for company, own in sorted(by_company(drafts).items()):
        ledger = Ledger.read(target, company, fiscal_year_ends[company], report)
        ledger.take(own, read, report)
        ledgers.append(ledger)

    for ledger in ledgers:
        write_table(target / "claims" / f"{ledger.company}.csv", CLAIM_COLUMNS, ledger.table())
    for name, (columns, rows) in written.items():
        write_table(target / name, columns, rows)
    write_table(target / "sources.csv", SOURCE_COLUMNS, sources.rows())
    added = tuple(k for ledger in ledgers for k in ledger.added)
    changed = tuple(k for ledger in ledgers for k in ledger.changed)
    kept = sum(len(ledger.rows) for ledger in ledgers) - len(added) - len(changed)
    return Summary(added, changed, kept, tuple(report.refused), tuple(report.left_out))


def _claims(
    research: Research, mapping: Mapping, sources: Sources, fiscal_year_ends: dict[str, str], read: str, report: Report
) -> list[Draft]:
    reader = ClaimReader(mapping, sources, fiscal_year_ends, _tickers(research), _prices(research), read)
    drafts = report.each(research.of("metrics.csv"), reader.metric)
    drafts += report.each(research.of("valuations.csv"), reader.valuation)
    # Filed share counts come before the listing facts, so that a filing keeps a figure that both of them give.
    for column in mapping.share_columns:
        drafts += report.each(research.of("share_counts.csv"), partial(reader.share_count, column=column))
    drafts += report.each(research.of("listings.csv"), reader.listing)
    quotes = Report(report.refused, [])
    known = {(r.file, r.line) for r in report.refused}
    rows = [row for row in research.of("valuations.csv") if (row.file, row.line) not in known]
    return drafts + quotes.each(rows, reader.quote)


def _tables(
    research: Research, mapping: Mapping, sources: Sources, companies: frozenset[str], target: Path, report: Report
) -> dict[str, tuple[Sequence[str], list[list[str]]]]:
    """Returns the other tables: what the folder says, and the earlier rows of which it does not speak.

    Only holdings are replaced company by company, because a holder has no name of its own that outlives a changed date.
    """
    reader = tables.TableReader(
        mapping,
        sources,
        companies,
        _legal_names(research),
        {r["company"]: r for r in research.of("listings.csv") if r["field"] == "offer_price"},
        {r["company"]: r for r in research.of("listings.csv") if r["field"] == "listing_date"},
    )
    written: dict[str, tuple[Sequence[str], list[list[str]]]] = {}
    for file, name, keys, columns, make in (
        ("companies.csv", "companies.csv", 1, tables.COMPANY_COLUMNS, reader.company),
        ("companies.csv", "listings.csv", 2, tables.LISTING_COLUMNS, reader.listing),
        ("aliases.csv", "aliases.csv", 2, tables.ALIAS_COLUMNS, reader.alias),
        ("rules.csv", "rules.csv", 5, tables.RULE_COLUMNS, reader.rule),
        ("unlock_cases.csv", "unlock_cases.csv", 1, tables.CASE_COLUMNS, reader.case),
        ("base_rates.csv", "base_rates.csv", 1, tables.STUDY_COLUMNS, reader.study),
        ("claims.csv", "statements.csv", 1, tables.STATEMENT_COLUMNS, reader.statement),
    ):
        fresh = report.each(research.of(file), make)
        if fresh:
            written[name] = (columns, _joined(target, name, columns, fresh, keys, report))
    bars: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for row in research.of("prices.csv"):
        for ticker, *cells in report.each([row], reader.bar):
            if bars[ticker].setdefault(cells[0], cells) is not cells:
                report.refused.append(Refused(row.file, row.line, "duplicate", f"{ticker} {cells[0]}"))
    for ticker, sessions in bars.items():
        name, own = f"bars/{ticker}.csv", list(sessions.values())
        written[name] = (tables.BAR_COLUMNS, _joined(target, name, tables.BAR_COLUMNS, own, 1, report))
    holdings: dict[str, list[list[str]]] = defaultdict(list)
    for cells in report.each(research.of("lockups.csv"), reader.holding):
        holdings[cells[0]].append(cells)
    for company, rows in holdings.items():
        written[f"holdings/{company}.csv"] = (tables.HOLDING_COLUMNS, sorted(rows, key=tables.holding_order))
    return written


def _joined(
    target: Path, name: str, columns: Sequence[str], fresh: list[list[str]], keys: int, report: Report
) -> list[list[str]]:
    """Returns fresh rows and the earlier ones they do not replace, sorted; the first `keys` columns tell rows apart."""
    before = read_table(target / Path(name).parent, Path(name).name, columns, report)
    rows = {tuple(row[c] for c in columns[:keys]): [row[c] for c in columns] for row in before}
    return sorted((rows | {tuple(row[:keys]): row for row in fresh}).values())


def _tickers(research: Research) -> dict[str, str]:
    return {r["slug"]: r["ticker_yahoo"] for r in research.of("companies.csv") if r["listed"] == "yes"}


def _legal_names(research: Research) -> dict[str, str]:
    names: dict[str, str] = {}
    for row in research.of("aliases.csv"):
        if row["kind"] == "legal" and row["language"] == "zh-Hans":
            names[row["company"]] = max(names.get(row["company"], ""), row["alias"], key=len)
    return names


def _prices(research: Research) -> Prices:
    """Returns closes and share counts as far as they can be read; the tables themselves report what cannot."""
    closes: dict[tuple[str, str], Decimal] = {}
    counts: dict[str, list[tuple[str, Decimal]]] = defaultdict(list)
    for row in research.of("prices.csv"):
        try:
            closes[row["company"], Day.of(row["date"]).iso] = Decimal(number(row, "close") or row.need("close"))
        except ValueError:
            continue
    for row in research.of("share_counts.csv"):
        try:
            counts[row["company"]].append((day(row, "from_date"), Decimal(number(row, "shares_in_issue") or 0)))
        except BadCellError:
            continue
    return Prices(closes, {company: sorted(own) for company, own in counts.items()})


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the merge and returns 0, or 1 when rows were refused; reports go to standard output, one line each."""
    parser = argparse.ArgumentParser(prog="python -m data.research", description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--retrieved-at", default="")
    options = parser.parse_args(arguments)
    summary = merge(options.source, options.target, options.retrieved_at)
    for row in summary.refused:
        sys.stdout.write(f"refused {row.file}:{row.line} {row.reason} {row.detail}".rstrip() + "\n")
    for out in summary.left_out:
        sys.stdout.write(f"left-out {out.file}:{out.line} {out.reason}\n")
    for word, claims in (("added", summary.added), ("changed", summary.changed)):
        for claim in claims:
            sys.stdout.write(f"{word} {claim}\n")
    counts = f"{len(summary.added)} added, {len(summary.changed)} changed, {summary.kept} kept"
    sys.stdout.write(f"{counts}, {len(summary.refused)} refused, {len(summary.left_out)} left out\n")
    return 1 if summary.refused else 0


if __name__ == "__main__":
    sys.exit(main())
