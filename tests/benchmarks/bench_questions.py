"""Reading questions to their plans with 5,000 and 100,000 aliases: one, all labelled ones, one of twice the length."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time_ns

from bot.questions.understanding import Reader
from tests.benchmarks.bench_names import every_stretch, names_with
from tests.benchmarks.frame import Bench, Contestant
from tests.benchmarks.house import cpu, open_shipped

PLAIN = "how does the market value of zhipu compare with minimax in US dollars this week"
TWICE = f"{PLAIN} and if zhipu fell 30% would minimax still be smaller than anthropic on p/arr"
FEW, MANY = 5_000, 100_000
LABELLED = Path(__file__).parents[1] / "questions"
NANOSECONDS = 1_000


def asked() -> list[str]:
    """Returns the texts of all labelled questions, as people word them: of any length, in both languages."""
    files = sorted(LABELLED.glob("*.jsonl"))
    return [json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def of_all(read: Callable[[str], object], texts: list[str], share: float) -> Callable[[], float]:
    """Measures each text once and returns the microseconds under which this share of them stays."""

    def measure() -> float:
        took = []
        for text in texts:
            began = process_time_ns()
            read(text)
            took.append(process_time_ns() - began)
        return sorted(took)[math.ceil(share * len(took)) - 1] / NANOSECONDS

    return measure


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
        texts = asked()
        for name, share in (("median", 0.5), ("p99", 0.99)):
            yield Bench(
                f"Text to plan, {name} of {len(texts)} labelled questions",
                "us",
                ours=(Contestant(f"{MANY:,} aliases", of_all(many.read, texts, share)),),
                reference=Contestant(f"{FEW:,} aliases", of_all(few.read, texts, share)),
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
