"""The checker of the shipped facts: every fault with its file and line, so that nonsense never reaches an answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from data import shipped
from data.amounts import PRICE_SCALE, restored, scale_of
from data.event_files import EventRows, read_event_rows
from data.fact_rows import SAME_CLAIM
from data.facts_holdings import share_faults
from data.facts_known import Known
from data.facts_locks import lock_faults
from data.measures_file import MeasureError, read_measures
from data.shipped import Placed, Shipped
from data.statement_words import read_statement_words
from data.table_files import Fault, FaultError, fault

LARGEST_JUMP: Final = 100
"""Two figures in a row of one measure, company, scope and basis that lie further apart are a slip of units."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The faults in the order of the files, the claims whose known_at is assumed, and how many rows were read."""

    faults: tuple[Fault, ...]
    assumed: tuple[Placed, ...]
    rows: int


def check(folder: Path = shipped.FOLDER) -> Checked:
    """Returns every fault of a fact base folder. A folder without faults can be loaded."""
    try:
        measures = read_measures(folder / "measures.toml")
    except (MeasureError, KeyError, OSError, ValueError) as error:
        return Checked((fault("measures.toml", 0, "file-measures", text=str(error)),), (), 0)
    facts, beside = shipped.read_folder(folder), read_event_rows(folder)
    known = Known(
        frozenset(p.values["key"] for p in facts.companies),
        measures,
        frozenset(p.values["key"] for p in facts.sources),
    )
    faults = [
        *facts.faults,
        *_against(facts, known),
        *_verdicts(facts, folder),
        *_duplicates(facts),
        *_jumps(facts),
        *_supersessions(facts.claims),
        *share_faults(facts),
        *lock_faults(folder, facts),
        *beside.faults,
        *_beside(beside, known),
    ]
    assumed = tuple(p for p in facts.claims if p.values["known_at_basis"] == "assumed")
    rows = sum(map(len, _groups(facts))) + sum(map(len, beside.groups))
    return Checked(tuple(sorted(faults, key=lambda f: (f.file, f.line, f.what.key))), assumed, rows)


def _groups(facts: Shipped) -> tuple[list[Placed], ...]:
    return (
        facts.companies,
        facts.sources,
        facts.aliases,
        facts.listings,
        facts.claims,
        facts.bars,
        facts.holdings,
        facts.statements,
    )


def _against(facts: Shipped, known: Known) -> Iterator[Fault]:
    tickers = frozenset(p.values["ticker"] for p in facts.listings)

    def bar(placed: Placed) -> None:
        known.check_source(placed.values["source"])
        if placed.values["ticker"] not in tickers:
            raise FaultError("fact-unknown-listing", column="ticker", text=placed.values["ticker"])

    def both(placed: Placed) -> None:
        known.check_company(placed.values["company"])
        known.check_source(placed.values["source"])

    checks: tuple[tuple[list[Placed], Callable[[Placed], None]], ...] = (
        (facts.aliases, lambda p: known.check_company(p.values["company"])),
        (facts.listings, both),
        (facts.claims, lambda p: known.check(p.values)),
        (facts.bars, bar),
        (facts.holdings, both),
    )
    for group, check_one in checks:
        for placed in group:
            try:
                check_one(placed)
            except FaultError as error:
                yield fault(placed.file, placed.line, error.key, **error.arguments)


def _beside(rows: EventRows, known: Known) -> Iterator[Fault]:
    """Events of unknown companies and sources, and the same row twice."""
    keys = (("company", "day", "kind"), ("study",), ("case",), ("holder_class",))
    for group, columns in zip(rows.groups, keys, strict=True):
        first: dict[tuple[str, ...], int] = {}
        for row in group:
            earlier = first.setdefault(tuple(row.cells[column] for column in columns), row.line)
            if earlier != row.line:
                yield row.fault("fact-twice", where=row.file, first=earlier)
            try:
                known.check_source(row.cells["source"])
                if "company" in row.cells:
                    known.check_company(row.cells["company"])
            except FaultError as error:
                yield row.fault(error.key, **error.arguments)


def _verdicts(facts: Shipped, folder: Path) -> Iterator[Fault]:
    """Verdicts that readers would be shown as nothing: statements.toml says what each is called."""
    words = read_statement_words(folder / "statements.toml")
    for placed in facts.statements:
        verdict, detail = placed.values["verdict"], placed.values["verdict_detail"]
        if not words.maps(verdict, detail):
            yield fault(placed.file, placed.line, "fact-unknown-verdict", column="verdict", text=f"{verdict}/{detail}")


def _duplicates(facts: Shipped) -> Iterator[Fault]:
    keys: tuple[tuple[list[Placed], tuple[str, ...]], ...] = (
        (facts.companies, ("key",)),
        (facts.sources, ("key",)),
        (facts.aliases, ("company", "alias")),
        (facts.listings, ("ticker",)),
        (facts.bars, ("ticker", "session")),
        (facts.statements, ("key",)),
        (facts.claims, ("root",)),
        (facts.claims, SAME_CLAIM),
    )
    for group, columns in keys:
        first: dict[tuple[object, ...], Placed] = {}
        for placed in group:
            key = tuple(placed.values[column] for column in columns)
            earlier = first.setdefault(key, placed)
            if earlier is not placed:
                yield fault(placed.file, placed.line, "fact-twice", where=earlier.file, first=earlier.line)


def _jumps(facts: Shipped) -> Iterator[Fault]:
    series: dict[tuple[str, ...], list[Placed]] = defaultdict(list)
    for placed in facts.claims:
        row = placed.values
        if row["day"] is None and row["qualifier"] != "mismatch":
            series[row["company"], row["measure"], row["scope"], row["basis"], row["unit"]].append(placed)
    for group in series.values():
        group.sort(key=lambda p: (p.values["as_of_end"], p.line))
        yield from _jumps_along(group, lambda p: p.values["value"] or p.values["high"] or p.values["low"])
    closes: dict[str, list[Placed]] = defaultdict(list)
    for placed in facts.bars:
        closes[placed.values["ticker"]].append(placed)
    for group in closes.values():
        group.sort(key=lambda p: p.values["session"])
        yield from _jumps_along(group, lambda p: p.values["close"])


def _jumps_along(group: list[Placed], amount: Callable[[Placed], int | None]) -> Iterator[Fault]:
    last: Placed | None = None
    for placed in group:
        now, before = amount(placed) or 0, (amount(last) or 0) if last else 0
        if last and now > 0 and before > 0 and max(now, before) > LARGEST_JUMP * min(now, before):
            scale = scale_of(placed.values["unit"]) if "unit" in placed.values else PRICE_SCALE
            yield fault(
                placed.file,
                placed.line,
                "fact-jump",
                before=f"{restored(before, scale):f}",
                now=f"{restored(now, scale):f}",
                first=last.line,
            )
        last = placed


def _supersessions(claims: Iterable[Placed]) -> Iterator[Fault]:
    claims = list(claims)
    company_of = {p.values["root"]: p.values["company"] for p in claims}
    for placed in claims:
        earlier = placed.values["supersedes"]
        if earlier and company_of.get(earlier) != placed.values["company"]:
            yield fault(placed.file, placed.line, "fact-supersedes-nothing", column="supersedes", text=earlier)
