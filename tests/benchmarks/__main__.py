"""`make bench`: runs every module bench_*.py here, or those named, and exits with 1 when a control is not bad."""

from __future__ import annotations

import importlib
import platform
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.frame import run


def main(wanted: Sequence[str]) -> int:
    """Runs the benches whose module name holds one of the words wanted; all without any. Each offers benches()."""
    machine = f"{platform.system()} {platform.machine()}"
    print(f"Python {platform.python_version()}, {machine}; median of rounds taken in turns\n")
    sound = True
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        if wanted and not any(word in path.stem for word in wanted):
            continue
        for bench in importlib.import_module(f"tests.benchmarks.{path.stem}").benches():
            outcome = run(bench)
            sound = sound and outcome.control_is_bad
            print(outcome.table(), end="\n\n", flush=True)
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
