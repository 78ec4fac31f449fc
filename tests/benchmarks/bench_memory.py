"""The resident memory that a thousand answers leave behind. The control keeps them all."""

from __future__ import annotations

from collections.abc import Iterator

import psutil

from adapters.console.calls import call_of
from tests.benchmarks.frame import Bench, Contestant
from tests.benchmarks.house import open_shipped

ANSWERS = 1_000
LINE = "/compare zhipu minimax market value on 2026-06-24"
MEBIBYTE = 1024 * 1024


def benches() -> Iterator[Bench]:
    """Yields the growth of the process over a thousand answers, after the first of them have filled its caches."""
    with open_shipped() as (house, _):
        process = psutil.Process()

        def resident() -> float:
            return process.memory_info().rss / MEBIBYTE

        def let_go() -> float:
            before = resident()
            for _ in range(ANSWERS):
                house.turns.take(call_of(LINE))
            return max(resident() - before, 0.1)

        def kept() -> float:
            before = resident()
            answers = [house.turns.take(call_of(f"{LINE} in {'USD' if n % 2 else 'CNY'}")) for n in range(ANSWERS)]
            # What is freed may not come back to the system at once, so the answers are counted while they are held.
            grown = resident() - before
            answers.clear()
            return grown

        let_go()
        yield Bench(
            f"Resident memory that {ANSWERS:,} answers add",
            "MiB",
            ours=(Contestant("answers let go", let_go),),
            reference=Contestant("the process itself", resident),
            control=Contestant("answers kept", kept),
            apart=2,
        )
