"""What a full /compare costs the processor, stage by stage, beside the bare SQL reads it needs.

P2 of the goals: at most 40 times the bare reads. The control reads the whole fact base for each answer.
"""

from __future__ import annotations

from collections.abc import Iterator

from adapters.console.calls import call_of
from adapters.rates import EuropeanCentralBankRates
from bot.answers.operations import OPERATIONS, answered
from bot.answers.scene import Scene
from bot.call import Ask
from bot.commands.desk import Desk
from bot.commands.table import command_table
from bot.facts.book import Needs
from bot.plan import Plan
from bot.questions.names import Names
from bot.words.fallback import fallback
from data.fact_store import FactStore
from tests.benchmarks.frame import Bench, Contestant
from tests.benchmarks.house import NOW, bare_reads, cpu, open_shipped

QUESTIONS = ("zhipu minimax market value on 2026-06-24", "anthropic openai P/ARR on 2026-06-24", "zhipu minimax")
TICKERS = ("2513.HK", "0100.HK")
TIMES = 20
ROUNDS = 9


def benches() -> Iterator[Bench]:
    """Yields the cost of each question, whole and by stage."""
    with open_shipped() as (house, path):
        forgetful = FactStore(house.database, books_held=0)
        facts, rates, writer = house.facts, EuropeanCentralBankRates(), house.writers.of("en")
        names, table = Names(facts.vocabulary("x")), command_table()
        vocabulary = names.vocabulary
        everything = Needs(tuple(vocabulary.companies), tuple(vocabulary.measures), bars=True, holdings=True)

        for question in QUESTIONS:
            line = f"/compare {question}"
            desk = Desk(call_of(line), names, rates, NOW, table)

            def parse(text: str = question, desk: Desk = desk) -> Plan:
                plan = table.by_name["compare"].run(Ask("compare", text), desk)
                assert isinstance(plan, Plan)
                return plan

            plan = parse()
            needs = OPERATIONS["compare"].needs(plan, vocabulary)
            book = facts.snapshot("x", needs)
            answer = answered(plan, Scene(vocabulary, book, rates, NOW))
            tickers = TICKERS if "zhipu" in plan.companies else ("none",)

            def whole(text: str = line) -> str:
                return fallback(house.turns.take(call_of(text)).answer, writer)

            def wrong(plan: Plan = plan) -> object:
                return answered(plan, Scene(vocabulary, forgetful.snapshot("x", everything), rates, NOW))

            yield Bench(
                f"Processor time of {line}",
                "us",
                ours=(
                    Contestant("whole turn, with its receipt", cpu(whole, TIMES)),
                    Contestant("  parse", cpu(parse, TIMES)),
                    Contestant("  read, held from before", cpu(lambda n=needs: facts.snapshot("x", n), TIMES)),  # type: ignore[misc]
                    Contestant("  read anew", cpu(lambda n=needs: forgetful.snapshot("x", n), TIMES)),  # type: ignore[misc]
                    Contestant(
                        "  choose and compute",
                        cpu(lambda p=plan, b=book: answered(p, Scene(vocabulary, b, rates, NOW)), TIMES),  # type: ignore[misc]
                    ),
                    Contestant("  render as text", cpu(lambda a=answer: fallback(a, writer), TIMES)),  # type: ignore[misc]
                ),
                reference=Contestant("the bare SQL reads", cpu(bare_reads(path, needs, tickers), TIMES)),
                control=Contestant("the whole fact base read each time, three times", lambda w=wrong: 3 * cpu(w, 5)()),  # type: ignore[misc]
                apart=1.5,
                rounds=ROUNDS,
            )
