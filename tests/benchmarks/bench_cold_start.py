"""How long until the first answer, and how much memory it takes, beside importing the libraries alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import psutil

from tests.benchmarks.frame import Bench, Contestant

IMPORTS = "import slack_bolt, discord, sqlmodel, apscheduler.schedulers.background"
QUESTION = "/value zhipu"
ROUNDS = 7
MEBIBYTE = 1024 * 1024


class Go(NamedTuple):
    """One process: milliseconds to its first line, and its memory in MiB just after that line."""

    milliseconds: float
    mebibytes: float


def first_line(command: list[str], said: str = "", check: Callable[[str], None] = lambda line: None) -> Go:
    """Starts a command, says a line to it and returns when and at what size its first line came back."""
    with tempfile.TemporaryDirectory() as home:
        surroundings = {**os.environ, "HOME": home, "XDG_DATA_HOME": home}
        started = perf_counter()
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=surroundings, encoding="utf-8"
        ) as process:
            # A process that never answers is ended, so that a broken start fails the bench instead of hanging it.
            guard = threading.Timer(120, process.kill)
            guard.start()
            try:
                assert process.stdin is not None and process.stdout is not None
                process.stdin.write(said + "\n")
                process.stdin.flush()
                line = process.stdout.readline()
                took = (perf_counter() - started) * 1000
                check(line)
                size = psutil.Process(process.pid).memory_info().rss / MEBIBYTE
                process.stdin.close()
                process.stdout.read()
            finally:
                guard.cancel()
    return Go(took, size)


def _answered(line: str) -> None:
    if json.loads(line or "{}").get("outcome") != "answered":
        raise RuntimeError(f"{QUESTION} was not answered: {line!r}")


def _twinstar(database: Path) -> Go:
    script = Path(sysconfig.get_path("scripts")) / "twinstar"
    command = [str(script), "console", "--json", "--database", f"sqlite:///{database}"]
    return first_line(command, json.dumps({"text": QUESTION}), _answered)


def _fresh() -> Go:
    with tempfile.TemporaryDirectory() as folder:
        return _twinstar(Path(folder) / "fresh.db")


def _imports(after: str = "") -> Go:
    # Waits for the end of its input, so that it can be weighed as the bot is: alive, after its first line.
    program = f"{IMPORTS}\n{after}\nprint('ready', flush=True)\nimport sys\nsys.stdin.read()"
    return first_line([sys.executable, "-c", program])


def benches() -> Iterator[Bench]:
    """Yields the time and the memory of a cold start. The controls load them twelve times, or hold ballast."""
    with tempfile.TemporaryDirectory() as folder:
        existing = Path(folder) / "existing.db"
        _twinstar(existing)

        def slow() -> float:
            return sum(_imports().milliseconds for _ in range(12))

        def heavy() -> float:
            return _imports("b = b'x' * (256 * 1024 * 1024)").mebibytes

        yield Bench(
            "Cold start to the first answer",
            "ms",
            ours=(
                Contestant("existing database", lambda: _twinstar(existing).milliseconds),
                Contestant("fresh database", lambda: _fresh().milliseconds),
            ),
            reference=Contestant("importing the libraries alone", lambda: _imports().milliseconds),
            control=Contestant("importing them in twelve processes in turn", slow),
            apart=1.5,
            rounds=ROUNDS,
        )
        yield Bench(
            "Resident memory after the first answer",
            "MiB",
            ours=(
                Contestant("existing database", lambda: _twinstar(existing).mebibytes),
                Contestant("fresh database", lambda: _fresh().mebibytes),
            ),
            reference=Contestant("importing the libraries alone", lambda: _imports().mebibytes),
            control=Contestant("the same with 256 MiB of ballast", heavy),
            apart=1.5,
            rounds=5,
        )
