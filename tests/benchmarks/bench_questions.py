"""Reading a question to its plan with 5,000 and with 100,000 aliases, and one of twice the length."""

from __future__ import annotations

from collections.abc import Iterator

from bot.questions.understanding import Reader
from tests.benchmarks.bench_names import every_stretch, names_with
from tests.benchmarks.frame import Bench, Contestant
from tests.benchmarks.house import cpu, open_shipped

PLAIN = "how does the market value of zhipu compare with minimax in US dollars this week"
TWICE = f"{PLAIN} and if zhipu fell 30% would minimax still be smaller than anthropic on p/arr"
FEW, MANY = 5_000, 100_000


def benches() -> Iterator[Bench]:
    """Yields a question on both indexes, and a question of twice the length."""
    with open_shipped() as (house, _):
        vocabulary = house.facts.vocabulary("x")
        few_names = names_with(vocabulary, FEW)
        few, many = Reader(few_names), Reader(names_with(vocabulary, MANY))
        aliases = [alias.text for alias in few_names.vocabulary.aliases]
        wrong = Contestant(f"every stretch against {FEW:,} aliases", cpu(every_stretch(aliases, PLAIN), 1))
        yield Bench(
            f"Text to plan, {len(PLAIN.split())} words",
            "us",
            ours=(Contestant(f"{MANY:,} aliases", cpu(lambda: many.read(PLAIN), 20)),),
            reference=Contestant(f"{FEW:,} aliases", cpu(lambda: few.read(PLAIN), 20)),
            control=wrong,
            apart=2,
            rounds=9,
        )
        yield Bench(
            f"Text to plan, {len(TWICE.split())} words against {len(PLAIN.split())}",
            "us",
            ours=(Contestant("twice the words", cpu(lambda: few.read(TWICE), 20)),),
            reference=Contestant("the shorter one", cpu(lambda: few.read(PLAIN), 20)),
            control=wrong,
            apart=2,
            rounds=9,
        )
