"""Small fact bases on disk, and the databases and records made of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import RowMapping

from bot.days import Instant
from bot.facts.records import Bar, Bars, Claim
from bot.ports import Alias
from data.fact_records import bar_of, claim_of, company_of, holding_of, listing_of, source_of
from data.measures_file import read_measures
from data.shipped import Placed, read_folder
from data.statement_words import read_statement_words
from tests.fakes.stores import FakeFacts


class StoppedClock:
    """Always the same moment."""

    def now(self) -> Instant:
        return Instant(datetime(2026, 11, 23, 12, tzinfo=UTC))


def written(folder: Path, files: Mapping[str, str]) -> Path:
    """Returns the folder after writing the files of a fact base into it."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def fake_of(folder: Path) -> FakeFacts:
    """Returns the fake over the same facts as a database loaded from the folder."""
    facts = read_folder(folder)
    assert facts.faults == []
    sources = {p.values["key"]: source_of(_row(p)) for p in facts.sources}
    published = {p.values["key"]: {"source_published_on": p.values["published_on"]} for p in facts.sources}
    claims: list[Claim] = [claim_of(_row(p), sources[p.values["source"]]) for p in facts.claims]
    listings = [listing_of(_row(p)) for p in facts.listings]
    sessions: dict[str, list[Bar]] = {listing.ticker: [] for listing in listings}
    for placed in facts.bars:
        sessions[placed.values["ticker"]].append(bar_of(_row(placed)))
    words = read_statement_words(folder / "statements.toml")
    aliases = [_row(p) for p in facts.aliases]
    return FakeFacts(
        companies=[company_of(_row(p)) for p in facts.companies],
        aliases=[Alias(a["alias"], a["company"], a["kind"], a["ambiguous"]) for a in aliases],
        listings=listings,
        measures=read_measures(folder / "measures.toml"),
        claims=claims,
        bars=[Bars(listing, tuple(sessions[listing.ticker])) for listing in listings],
        sources=sources.values(),
        holdings=[
            holding_of(
                _row(Placed({**p.values, "position": line, **published[p.values["source"]]}, p.file, p.line)),
                sources[p.values["source"]],
            )
            for line, p in enumerate(facts.holdings, 1)
        ],
        statements=[words.statement(_row(p), sources[p.values["source"]]) for p in facts.statements],
    )


def _row(placed: Placed) -> RowMapping:
    return placed.values  # type: ignore[return-value]  # a dictionary reads like a row
