"""Deliverers killed at named points and random instants: nothing lost, nothing twice, and every control fails.

Real processes, real SIGKILL, real HTTP to the stand-ins, which accept and drop, accept late, answer 429, 500, nothing
or garbage. `make test` runs a seeded sample, `make soak` more than ten thousand kills.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.crashes.platforms import MISHAPS
from tests.plugins.postgres import Server

Storm = Callable[..., dict[str, Any]]

KINDS = [
    pytest.param({"platform": "slack"}, id="slack"),
    pytest.param({"platform": "discord"}, id="discord"),
    pytest.param({"platform": "discord", "sender": "look up", "nonce_seconds": 0.0}, id="discord past its window"),
]


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "storm.db")
    server: Server = request.getfixturevalue("postgres_server")
    return server.fresh()


def storm(database: str, **weather: object) -> dict[str, Any]:
    asked = json.dumps({"database": database, **weather})
    ran = subprocess.run(
        [sys.executable, "-m", "tests.crashes.storm", asked], capture_output=True, text=True, timeout=7200
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def clean(ledger: dict[str, Any]) -> None:
    assert (ledger["lost"], ledger["twice"]) == (0, 0), ledger
    assert ledger["sent"] + ledger["unsure"] == ledger["put"], ledger


@pytest.mark.parametrize("kind", KINDS)
def test_whoever_dies_wherever_each_alert_stands_once(kind: dict[str, Any], database: str) -> None:
    ledger = storm(database, deliveries=16, kills=4, workers=2, deadly=0.05, mishap=0.8, **kind)
    clean(ledger)
    assert ledger["killed_at_random"] + sum(ledger["killed_at"].values()) > 2, ledger
    assert sum(ledger["befallen"].values()) > 5, ledger


def test_two_on_postgresql_are_killed_and_stopped_in_turn_during_a_fan_out(postgres_server: Server) -> None:
    ledger = storm(
        postgres_server.fresh(), platform="slack", deliveries=150, kills=3, stops=0.5, pause=1.0, mishap=0.0, seed=3
    )
    clean(ledger)
    assert ledger["stopped"] + ledger["killed_at_random"] >= 3, ledger
    assert ledger["sent"] == 150


@pytest.mark.soak
def test_two_on_postgresql_one_killed_each_second_during_a_fan_out_to_five_thousand(
    postgres_server: Server, record_property: Callable[[str, object], None]
) -> None:
    weather = {"deliveries": 5_000, "kills": 10_000, "stops": 0.1, "pause": 1.0, "mishap": 0.0, "deadly": 0.0}
    ledger = storm(postgres_server.fresh(), platform="discord", seconds=1_200, **weather)
    clean(ledger)
    assert ledger["sent"] == 5_000
    for name in ("put", "sent", "lost", "twice", "killed_at_random", "stopped", "seconds"):
        record_property(f"ledger:fan-out to 5,000 with one of two killed each second, {name}", ledger[name])


@pytest.mark.soak
@pytest.mark.parametrize("which", ["sqlite", "postgresql"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_same_for_ten_thousand_deaths_in_all(
    kind: dict[str, Any],
    which: str,
    tmp_path: Path,
    postgres_server: Server,
    record_property: Callable[[str, object], None],
) -> None:
    total: Counter[str] = Counter()
    for seed in range(1, 6):
        address = str(tmp_path / f"storm{seed}.db") if which == "sqlite" else postgres_server.fresh()
        weather = {"deliveries": 400, "kills": 140, "workers": 4, "deadly": 0.06, "seed": seed, "seconds": 3_600}
        ledger = storm(address, **weather, **kind)
        clean(ledger)
        for name in ("put", "sent", "lost", "twice", "unsure", "repeats", "killed_at_random"):
            total[name] += ledger[name]
        total["killed at points"] += sum(ledger["killed_at"].values())
    for name, count in total.items():
        where = f"{kind['platform']} on {which}, {kind.get('sender', 'house')}"
        record_property(f"ledger:crashes, {where}: {name}", count)


@pytest.mark.parametrize(
    ("sender", "mishaps", "platform", "nonce", "which"),
    [
        ("naive", ["drop", "late"], "slack", 600.0, "twice"),
        ("mark first", ["lost", "500"], "slack", 600.0, "lost"),
        ("no settle", ["late"], "slack", 600.0, "twice"),
        ("sdk retry", ["drop"], "slack", 600.0, "twice"),
        ("house", ["drop"], "discord", 0.0, "twice"),
    ],
    ids=["sends again", "marks first", "looks up at once", "lets the SDK repeat", "relies on a nonce past its window"],
)
def test_each_other_way_fails_as_it_must(
    tmp_path: Path, sender: str, mishaps: list[str], platform: str, nonce: float, which: str
) -> None:
    ledger = storm(
        str(tmp_path / "control.db"),
        platform=platform,
        sender=sender,
        deliveries=8,
        workers=1,
        kills=0,
        deadly=0.0,
        mishap=0.9,
        mishaps=mishaps,
        nonce_seconds=nonce,
        # Later than the first look-up of whoever does not wait, sooner than the house's own.
        late=2.0,
        seconds=40,
    )
    assert ledger[which] > 0, ledger
    assert set(mishaps) <= set(MISHAPS)
