"""The fact base as the core asks for it: names and measures by version, and books of just the facts a plan needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any, TypedDict

from sqlalchemy import BindParameter, Connection, RowMapping, Select, bindparam, select

from bot.facts.book import FactBook, Needs
from bot.facts.lockups import LockBook
from bot.facts.measures import Measure
from bot.facts.records import Bar, Claim, Company, Holding, Listing, Quote, Source, Statement
from bot.ports import Alias, Vocabulary
from data import shipped, vendors
from data.concepts_file import Explained, read_concepts
from data.database import Database
from data.editions import Editions
from data.event_files import EventRows, base_rates, cases, events, read_event_rows, willingness
from data.experience_file import shipped_experience
from data.fact_records import bar_of, claim_of, company_of, holding_of, listing_of, source_of
from data.lockup_files import read_locks
from data.market_bars import Held, held
from data.market_tables import ActionRow, OfferRow, QuoteRow, ShareCountRow
from data.measures_file import read_measures
from data.quote_store import quotes_of
from data.restating import Splits, splits_of
from data.sessions_file import ShippedCalendar
from data.share_store import counts_of, deeds_of
from data.statement_words import StatementWords, read_statement_words
from data.tables import (
    AliasRow,
    BarRow,
    ClaimRow,
    CompanyRow,
    HoldingRow,
    ListingRow,
    SourceRow,
    StatementRow,
    WithdrawalRow,
    table,
)

SHARES_IN_ISSUE = "shares_in_issue"

BOOKS_HELD = 32
"""A book of two companies takes about half a megabyte, mostly their sessions."""


class FactStore:
    """Directory and Facts over a database. Reads only; answers are built from values, and nothing is chosen here."""

    def __init__(
        self,
        database: Database,
        facts: Path = shipped.FOLDER,
        vendors: Sequence[str] = (),
        *,
        books_held: int = BOOKS_HELD,
    ) -> None:
        """`vendors` of prices are believed in this order; those not named come after."""
        self._database, self._believed, self._books_held = database, tuple(vendors), books_held
        self._facts = facts
        self._queries = _Queries()
        self._editions = Editions()
        self._vocabularies: dict[str, Vocabulary] = {}
        self._books: dict[tuple[str, str, Needs], FactBook] = {}

    @cached_property
    def measures(self) -> Mapping[str, Measure]:
        """Returns the declared measures; they are part of the program and do not change while it runs."""
        return read_measures(self._facts / "measures.toml")

    @cached_property
    def explained(self) -> Explained:
        """Returns the terms and rules that are explained, part of the program as the measures are."""
        return read_concepts(self._facts / "terms.toml")

    @cached_property
    def statement_words(self) -> StatementWords:
        """Returns the words for statements in both languages, part of the program as the measures are."""
        return read_statement_words(self._facts / "statements.toml")

    @cached_property
    def calendar(self) -> ShippedCalendar:
        """Returns the trading days of exchanges, part of the program as the measures are."""
        return ShippedCalendar(self._facts / "sessions")

    @cached_property
    def locks(self) -> LockBook:
        """Returns the lock-up rules, conditions and amendments, part of the program as the measures are."""
        return read_locks(self._facts)

    @cached_property
    def event_rows(self) -> EventRows:
        """Returns events, studies, cases and assumptions, part of the program as the measures are."""
        return read_event_rows(self._facts)

    def vocabulary(self, workspace: str) -> Vocabulary:
        """Returns what can be asked by name in a workspace: the same object until an edition changes."""
        return self._database.read_now(lambda connection: self._vocabulary(connection, workspace))

    def _vocabulary(self, connection: Connection, workspace: str) -> Vocabulary:
        version = self._editions.of_names(connection, workspace)
        if version not in self._vocabularies:
            if len(self._vocabularies) > 100:
                self._vocabularies.clear()
            self._vocabularies[version] = self._read_vocabulary(connection, workspace, version)
        return self._vocabularies[version]

    def _read_vocabulary(self, connection: Connection, workspace: str, version: str) -> Vocabulary:
        company, alias = table(CompanyRow), table(AliasRow)
        companies = [company_of(row) for row in connection.execute(select(company).order_by(company.c.key)).mappings()]
        listings = [listing_of(row) for row in connection.execute(select(table(ListingRow))).mappings()]
        rows = connection.execute(
            select(alias).where(alias.c.workspace.in_(["", workspace])).order_by(alias.c.company, alias.c.alias)
        ).mappings()
        stated = [Alias(row["alias"], row["company"], row["kind"], row["ambiguous"]) for row in rows]
        aliases = _with_own_names(stated, companies, listings)
        words = self.statement_words
        return Vocabulary(
            version,
            {c.key: c for c in companies},
            aliases,
            self.measures,
            concepts=self.explained.concepts,
            rules=self.explained.rules,
            speakers=words.speakers,
            standings=words.standings,
            experience=shipped_experience,
        )

    def snapshot(self, workspace: str, needs: Needs) -> FactBook:
        """Returns every candidate claim and bar of just what is needed; private claims only of that workspace.

        The same book as long as nothing it is made of changed: making one takes ten times as long as answering from it.
        """
        return self._database.read_now(lambda connection: self._held(connection, workspace, needs))

    def _held(self, connection: Connection, workspace: str, needs: Needs) -> FactBook:
        # Mark and rows come from one snapshot, so that a book is never kept under the mark of a later state.
        key = (self._editions.of_figures(connection, workspace), workspace, needs)
        book = self._books.get(key)
        if book is None:
            book = self._book(connection, workspace, needs)
            if len(self._books) >= self._books_held:
                self._books.clear()
            if self._books_held:
                self._books[key] = book
        return book

    def _book(self, connection: Connection, workspace: str, needs: Needs) -> FactBook:
        queries, wanted = self._queries, {"companies": list(needs.companies)}
        companies = {row["key"]: company_of(row) for row in connection.execute(queries.companies, wanted).mappings()}
        listings: dict[str, list[Listing]] = defaultdict(list)
        for row in connection.execute(queries.listings, wanted).mappings():
            listings[row["company"]].append(listing_of(row))
        sources: dict[str, Source] = {}
        claims: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        every = [listing for group in listings.values() for listing in group]
        reported = (
            connection.execute(queries.deeds, {"tickers": [each.ticker for each in every]}).all() if every else []
        )
        splits = splits_of(reported, every)
        if needs.measures:
            asked = {**wanted, "measures": list(needs.measures), "workspaces": sorted({"", workspace})}
            for claim in map(splits.claim, _claims(connection.execute(queries.claims, asked).mappings())):
                claims[claim.company, claim.measure].append(claim)
                if not claim.workspace:
                    sources.setdefault(claim.source.key, claim.source)
                else:
                    sources[claim.source.key] = claim.source
        found = self._bars(connection, every if needs.bars else [], needs, sources, splits)
        for rival in found.rivals if "share_price" in needs.measures else ():
            claims[rival.company, "share_price"].append(rival)
            sources.setdefault(rival.source.key, rival.source)
        priced = needs.bars or SHARES_IN_ISSUE in needs.measures
        book = FactBook(
            companies=companies,
            measures=self.measures,
            listings={company: tuple(group) for company, group in listings.items()},
            claims={subject: tuple(group) for subject, group in claims.items()},
            bars=found.bars,
            sources=sources,
            holdings=self._holdings(connection, needs) if needs.holdings else {},
            statements=self._statements(connection) if needs.statements else (),
            sessions=self.calendar.all(),
            locks=self.locks if needs.holdings else LockBook(),
            deeds=deeds_of(reported, every),
            **(self._of_vendors(connection, every, splits) if every and priced else {}),
        )
        return self._with_events(connection, book, sources) if needs.events else book

    def _with_events(self, connection: Connection, book: FactBook, sources: dict[str, Source]) -> FactBook:
        rows = self.event_rows
        missing = sorted(rows.sources - set(sources))
        for row in connection.execute(self._queries.sources, {"keys": missing}).mappings() if missing else ():
            sources[row["key"]] = source_of(row)
        cited = sources.__getitem__
        return replace(
            book,
            events=events(rows, cited),
            base_rates=base_rates(rows, cited),
            cases=cases(rows, cited),
            willingness=willingness(rows, cited),
        )

    def _bars(
        self,
        connection: Connection,
        listings: Sequence[Listing],
        needs: Needs,
        sources: dict[str, Source],
        splits: Splits,
    ) -> Held:
        if not listings:
            return Held({}, ())
        asked = {"tickers": [listing.ticker for listing in listings]}
        query, offered = self._queries.bars, self._queries.offers
        if needs.bars_from is not None:
            query = query.where(table(BarRow).c.session >= needs.bars_from.date)
            offered = offered.where(table(OfferRow).c.session >= needs.bars_from.date)
        sessions: dict[str, list[Bar]] = defaultdict(list)
        for row in connection.execute(query, asked).mappings():
            sessions[row["ticker"]].append(bar_of(row))
        found = held(listings, sessions, connection.execute(offered, asked).mappings(), self._believed, splits)
        missing = {bar.source for bars in found.bars.values() for bar in bars.sessions} - set(sources)
        for row in connection.execute(self._queries.sources, {"keys": sorted(missing)}).mappings() if missing else ():
            sources[row["key"]] = source_of(row)
        sources |= {vendor: vendors.source_of(vendor) for vendor in missing - set(sources)}
        return found

    def _of_vendors(self, connection: Connection, listings: Sequence[Listing], splits: Splits) -> _OfVendors:
        """What vendors say beside closes, each kept apart from what filings and sessions say."""
        asked = {"tickers": [listing.ticker for listing in listings]}
        quotes = connection.execute(self._queries.quotes, asked)
        counts = connection.execute(self._queries.counts, asked)
        return {"quotes": quotes_of(quotes, listings, splits), "counts": counts_of(counts, listings, splits)}

    def _holdings(self, connection: Connection, needs: Needs) -> dict[str, tuple[Holding, ...]]:
        found: dict[str, list[Holding]] = defaultdict(list)
        rows = connection.execute(self._queries.holdings, {"companies": list(needs.companies)}).mappings()
        for row in rows:
            found[row["company"]].append(holding_of(row, _cited(row)))
        return {company: tuple(group) for company, group in found.items()}

    def _statements(self, connection: Connection) -> tuple[Statement, ...]:
        """All of them: they are few, and a company's own may name it by another."""
        rows = connection.execute(self._queries.statements).mappings()
        return tuple(self.statement_words.statement(row, _cited(row)) for row in rows)


class _OfVendors(TypedDict, total=False):
    quotes: Mapping[str, tuple[Quote, ...]]
    counts: Mapping[str, tuple[Claim, ...]]


class _Queries:
    """The statements, built once: composing one anew takes longer than running it."""

    def __init__(self) -> None:
        company, listing, bar = table(CompanyRow), table(ListingRow), table(BarRow)
        claim, source, gone = table(ClaimRow), table(SourceRow), table(WithdrawalRow)
        chosen: BindParameter[Any] = bindparam("companies", expanding=True)
        tickers: BindParameter[Any] = bindparam("tickers", expanding=True)
        self.companies: Select[Any] = select(company).where(company.c.key.in_(chosen))
        self.listings: Select[Any] = (
            select(listing).where(listing.c.company.in_(chosen)).order_by(listing.c.listed_on, listing.c.ticker)
        )
        self.sources: Select[Any] = select(source).where(
            source.c.workspace == "", source.c.key.in_(bindparam("keys", expanding=True))
        )
        self.bars: Select[Any] = select(bar).where(bar.c.ticker.in_(tickers)).order_by(bar.c.ticker, bar.c.session)
        offer = table(OfferRow)
        self.offers: Select[Any] = select(offer).where(offer.c.ticker.in_(tickers))
        quote = table(QuoteRow)
        self.quotes: Select[Any] = select(quote).where(quote.c.ticker.in_(tickers)).order_by(quote.c.vendor)
        count, deed = table(ShareCountRow), table(ActionRow)
        self.counts: Select[Any] = (
            select(count).where(count.c.ticker.in_(tickers)).order_by(count.c.day, count.c.vendor)
        )
        self.deeds: Select[Any] = select(deed).where(deed.c.ticker.in_(tickers)).order_by(deed.c.day, deed.c.vendor)
        holding = table(HoldingRow)
        named = [source.c[name].label(f"source_{name}") for name in ("kind", "publisher", "title", "url")]
        self.holdings: Select[Any] = (
            select(holding, *named, source.c.published_on.label("source_published_on"))
            .join(source, (source.c.workspace == "") & (source.c.key == holding.c.source))
            .where(holding.c.company.in_(chosen))
            .order_by(holding.c.company, holding.c.position)
        )
        statement = table(StatementRow)
        self.statements: Select[Any] = (
            select(statement, *named)
            .join(source, (source.c.workspace == "") & (source.c.key == statement.c.source))
            .order_by(statement.c.key)
        )
        withdrawn = select(gone.c.claim).where(gone.c.workspace == claim.c.workspace, gone.c.claim == claim.c.id)
        self.claims: Select[Any] = (
            select(claim, *named)
            .join(source, (source.c.workspace == claim.c.workspace) & (source.c.key == claim.c.source))
            .where(claim.c.company.in_(chosen))
            .where(claim.c.measure.in_(bindparam("measures", expanding=True)))
            .where(claim.c.workspace.in_(bindparam("workspaces", expanding=True)))
            .where(~withdrawn.exists())
        )


def _claims(rows: Iterable[RowMapping]) -> list[Claim]:
    """The claims of joined rows by id, each source made once."""
    sources: dict[tuple[str, str], Source] = {}
    claims: list[Claim] = []
    for row in rows:
        key = (row["workspace"], row["source"])
        if key not in sources:
            sources[key] = _cited(row)
        claims.append(claim_of(row, sources[key]))
    return sorted(claims, key=lambda claim: claim.id)


def _cited(row: RowMapping) -> Source:
    return Source(row["source"], row["source_kind"], row["source_publisher"], row["source_title"], row["source_url"])


def _with_own_names(
    stated: Sequence[Alias], companies: Iterable[Company], listings: Iterable[Listing]
) -> tuple[Alias, ...]:
    """The stated aliases, and each company's own names and tickers where no alias says them already."""
    known = {(alias.company, alias.text.casefold()) for alias in stated}
    own = [Alias(text, c.key, "legal", ambiguous=False) for c in companies for text in _names(c)]
    own += [Alias(item.ticker, item.company, "ticker", ambiguous=False) for item in listings]
    return (*stated, *(a for a in own if a.text and (a.company, a.text.casefold()) not in known))


def _names(company: Company) -> tuple[str, ...]:
    return (company.name.en, company.name.zh, company.legal_name.en, company.legal_name.zh)
