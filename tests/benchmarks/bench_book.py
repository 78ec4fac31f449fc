"""Reading and choosing for two companies on the shipped facts, alone and beside a million claims of a thousand others.

At most 1.6 times: it grows with what is asked for, not with the book. TWINSTAR_BENCH_CLAIMS makes the book smaller.
"""

from __future__ import annotations

from collections.abc import Iterator

from adapters.rates import EuropeanCentralBankRates
from bot.analysis.figures import Evidence
from bot.analysis.measuring import figure
from bot.analysis.moments import moment
from bot.answers.scene import needs_of
from bot.plan import Plan
from data.fact_store import FactStore
from tests.benchmarks.frame import Bench, Contestant
from tests.benchmarks.house import NOW, bare_reads, cpu, grow, open_shipped, size

PLAN = Plan("compare", ("zhipu", "minimax"), ("market_value", "revenue"), "2026-06-24")
COMPANIES = 1_000
CLAIMS = 1_000_000
TIMES = 20
ROUNDS = 9


def benches() -> Iterator[Bench]:
    """Yields snapshot and selection on both books, and the bare SQL of the same rows on both."""
    claims = size("CLAIMS", CLAIMS)
    with open_shipped() as (small, small_path), open_shipped() as (large, large_path):
        grow(large_path, COMPANIES, claims)
        rates, needs = EuropeanCentralBankRates(), needs_of(PLAN, small.facts.vocabulary("x"))
        wide = needs_of(
            PLAN.with_changes(companies=tuple(f"made-{n}" for n in range(1, 11))), small.facts.vocabulary("x")
        )
        when = moment(PLAN, NOW)
        # Books that are not kept: what is measured is the reading.
        stores = [FactStore(house.database, books_held=0) for house in (small, large)]

        def choosing(at: int = 0) -> object:
            book = stores[at].snapshot("x", needs)
            return [figure(Evidence(book, rates), c, m, when) for c in PLAN.companies for m in PLAN.measures]

        def too_many() -> object:
            return stores[1].snapshot("x", wide)

        tickers = ("2513.HK", "0100.HK")
        yield Bench(
            f"Snapshot and selection of two companies, {COMPANIES:,} companies and {claims:,} claims beside them",
            "us",
            ours=(
                Contestant("large book", cpu(lambda: choosing(1), TIMES)),
                Contestant("  bare SQL of the large book", cpu(bare_reads(large_path, needs, tickers), TIMES)),
                Contestant("  bare SQL of the shipped facts", cpu(bare_reads(small_path, needs, tickers), TIMES)),
            ),
            reference=Contestant("shipped facts", cpu(choosing, TIMES)),
            control=Contestant("ten times the companies asked for", cpu(too_many, 1)),
            apart=1.6,
            rounds=ROUNDS,
        )
