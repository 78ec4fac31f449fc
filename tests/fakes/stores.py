"""Stores that work, in memory: they pass the same contract as the real ones."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bot.answer import Change, DropSet, KeepSet, SetLanguage, SetShowing, Showing
from bot.call import Person, Place
from bot.facts.book import FactBook, Needs
from bot.facts.measures import Measure
from bot.facts.records import Bars, Claim, Company, Holding, Listing, Source, Statement
from bot.plan import Plan
from bot.ports import Alias, CompanySet, Receipt, Vocabulary
from bot.text import Language


class FakeFacts:
    """Directory and Facts over plain records. `add` makes a claim known, as an import would."""

    def __init__(
        self,
        *,
        companies: Iterable[Company] = (),
        aliases: Iterable[Alias] = (),
        listings: Iterable[Listing] = (),
        measures: Mapping[str, Measure] | None = None,
        claims: Iterable[Claim] = (),
        bars: Iterable[Bars] = (),
        sources: Iterable[Source] = (),
        holdings: Iterable[Holding] = (),
        statements: Iterable[Statement] = (),
    ) -> None:
        self.companies = {c.key: c for c in companies}
        self.listings: dict[str, tuple[Listing, ...]] = {}
        for listing in listings:
            self.listings[listing.company] = (*self.listings.get(listing.company, ()), listing)
        self.measures = dict(measures or {})
        self.claims = list(claims)
        self.bars = {b.listing.ticker: b for b in bars}
        self.holdings = list(holdings)
        self.statements = tuple(sorted(statements, key=lambda s: s.id))
        self.sources = {s.key: s for s in sources}
        names = [(c.key, name) for c in self.companies.values() for name in (c.name, c.legal_name)]
        written = [(key, text) for key, name in names for text in (name.en, name.zh) if text]
        own = [Alias(text, key, "legal", ambiguous=False) for key, text in written]
        tickers = [listing for group in self.listings.values() for listing in group]
        own += [Alias(listing.ticker, listing.company, "ticker", ambiguous=False) for listing in tickers]
        stated = list(aliases)
        said = {(a.company, a.text.casefold()) for a in stated}
        all_aliases = (*stated, *(a for a in own if (a.company, a.text.casefold()) not in said))
        self._vocabulary = Vocabulary("fake", self.companies, all_aliases, self.measures)

    def add(self, claim: Claim) -> None:
        self.claims.append(claim)

    def vocabulary(self, workspace: str) -> Vocabulary:
        return self._vocabulary

    def snapshot(self, workspace: str, needs: Needs) -> FactBook:
        claims: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in sorted(self.claims, key=lambda c: c.id):
            asked = claim.company in needs.companies and claim.measure in needs.measures
            if asked and claim.workspace in ("", workspace):
                claims[claim.company, claim.measure].append(claim)
        listings = {c: group for c, group in self.listings.items() if c in needs.companies}
        bars = {
            ticker: self._since(b, needs) for ticker, b in self.bars.items() if b.listing.company in needs.companies
        }
        bars = {ticker: b for ticker, b in bars.items() if b.sessions} if needs.bars else {}
        cited = {bar.source for b in bars.values() for bar in b.sessions}
        sources = {c.source.key: c.source for group in claims.values() for c in group}
        locked: dict[str, tuple[Holding, ...]] = {}
        for holding in self.holdings if needs.holdings else ():
            if holding.company in needs.companies:
                locked[holding.company] = (*locked.get(holding.company, ()), holding)
        return FactBook(
            companies={key: c for key, c in self.companies.items() if key in needs.companies},
            measures=self.measures,
            listings=listings,
            claims={subject: tuple(group) for subject, group in claims.items()},
            bars=bars,
            sources={**{key: s for key, s in self.sources.items() if key in cited}, **sources},
            holdings=locked,
            statements=self.statements if needs.statements else (),
        )

    def _since(self, bars: Bars, needs: Needs) -> Bars:
        first = needs.bars_from
        return bars if first is None else replace(bars, sessions=tuple(b for b in bars.sessions if b.session >= first))


class FakeThreads:
    def __init__(self) -> None:
        self._plans: dict[tuple[str, Place], Plan] = {}
        self._asked: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def last_plan(self, workspace: str, place: Place) -> Plan | None:
        return self._plans.get((workspace, place))

    def remember(self, workspace: str, place: Place, plan: Plan) -> None:
        if self._plans.get((workspace, place)) != plan:
            self._asked[workspace].update(dict.fromkeys(plan.companies, 1))
        self._plans[workspace, place] = plan

    def most_asked(self, workspace: str) -> Sequence[str]:
        return [company for company, _ in self._asked[workspace].most_common()]


class FakeReceipts:
    def __init__(self) -> None:
        self._receipts: dict[tuple[str, str], Receipt] = {}

    def keep(self, workspace: str, receipt: Receipt) -> None:
        self._receipts[workspace, receipt.id] = receipt

    def find(self, workspace: str, receipt: str) -> Receipt | None:
        return self._receipts.get((workspace, receipt))


class FakeSettings:
    def __init__(self) -> None:
        self._languages: dict[tuple[str, Person], Language | None] = {}
        self._showings: dict[tuple[str, str, str, str], Showing | None] = {}
        self._sets: dict[tuple[str, str, str, str], dict[str, CompanySet]] = {}

    def workspace_of(self, place: Place, person: Person) -> str:
        return repr((place.platform, place.team) if place.team else (place.platform, "", person.id))

    def language_of(self, workspace: str, place: Place, person: Person) -> Language | None:
        return self._languages.get((workspace, person))

    def sets_of(self, workspace: str, place: Place) -> Mapping[str, CompanySet]:
        kept = self._sets.get((workspace, place.platform, place.team, place.channel), {})
        return {name: found for name, found in sorted(kept.items()) if found.companies}

    def showing_of(self, workspace: str, place: Place) -> Showing | None:
        return self._showings.get((workspace, place.platform, place.team, place.channel))

    def apply(self, workspace: str, place: Place, person: Person, changes: Sequence[Change]) -> None:
        sets = self._sets.setdefault((workspace, place.platform, place.team, place.channel), {})
        for change in changes:
            match change:
                case SetLanguage(language=language):
                    self._languages[workspace, person] = language
                case SetShowing(showing=showing):
                    self._showings[workspace, place.platform, place.team, place.channel] = showing
                case KeepSet(name=name, companies=companies, is_default=is_default):
                    for other in [s for s in sets.values() if is_default and s.is_default and s.name != name]:
                        sets[other.name] = replace(other, version=other.version + 1, is_default=False)
                    version = sets[name].version + 1 if name in sets else 1
                    sets[name] = CompanySet(name, version, companies, is_default)
                case DropSet(name=name):
                    if name in sets and sets[name].companies:
                        sets[name] = CompanySet(name, sets[name].version + 1, ())
