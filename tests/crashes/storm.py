"""A storm: deliverers as processes, killed at named points and at random instants until everything is delivered.

`python -m tests.crashes.storm '{"database": …}'` prints one line of JSON: how many deliveries were put, what stands,
how many processes were killed where, and what befell their posts. Nothing here has a thread, so that processes can be
forked.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import select
import signal
import sys
import time
import urllib.request
from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any

import sqlalchemy as sa

from adapters.clock import SystemClock
from data import schema
from data.addresses import normalised
from data.database import Database
from data.outbox_store import put
from data.tables import DeliveryRow, table
from tests.crashes import platforms, worker
from tests.crashes.platforms import LATE_SECONDS, MISHAPS
from tests.fakes.deliveries import delivery


@dataclass(frozen=True)
class Weather:
    """How hard it storms. `kills` are those at random instants, `deadly` is how likely each named point is the last."""

    database: str
    platform: str
    deliveries: int = 40
    workers: int = 2
    kills: int = 20
    deadly: float = 0.02
    mishap: float = 0.4
    mishaps: tuple[str, ...] = MISHAPS[1:]
    pause: float = 0.3
    """Seconds between two kills, on average."""

    stops: float = 0.0
    """How many of the kills are no kills but two leases of standing still."""

    sender: str = "house"
    seed: int = 1
    seconds: float = 240.0
    nonce_seconds: float = 600.0
    """How long Discord's stand-in knows a nonce; the sender "look up" does not rely on it at all."""

    late: float = LATE_SECONDS
    """After how many seconds a post is accepted that is accepted late."""


@dataclass
class Ledger:
    """What came of it. `lost` and `twice` count deliveries, `repeats` those that say they may be repeats."""

    put: int = 0
    sent: int = 0
    lost: int = 0
    twice: int = 0
    repeats: int = 0
    unsure: int = 0
    killed_at_random: int = 0
    stopped: int = 0
    killed_at: dict[str, int] = field(default_factory=dict)
    befallen: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0


def run(weather: Weather) -> Ledger:
    """Returns the ledger of one storm."""
    reading, writing = os.pipe()
    platform = os.fork()
    if not platform:
        os.close(reading)
        asyncio.run(platforms.serve(weather.platform, weather.nonce_seconds, weather.late, writing))
    os.close(writing)
    try:
        with os.fdopen(reading) as said:
            where = json.loads(said.read())
        return _storm(weather, where)
    finally:
        os.kill(platform, signal.SIGKILL)
        os.waitpid(platform, 0)


def _storm(weather: Weather, where: dict[str, Any]) -> Ledger:
    chance = random.Random(weather.seed)  # noqa: S311
    plans = [_plan(weather, chance) for _ in range(weather.deliveries)]
    channels = _asked(f"{where['control']}/lay", {"plans": plans})
    _fill(weather, where["team"], channels)
    began = time.monotonic()
    kills, left = _kill(weather, where, chance)
    ledger = Ledger(put=weather.deliveries, seconds=round(time.monotonic() - began, 1))
    ledger.stopped = kills.pop("stopped", 0)
    ledger.killed_at_random, ledger.killed_at = kills.pop("at random", 0), dict(sorted(kills.items()))
    ledger.unsure = left["unsure"] + left["parked"]
    ledger.sent = left["sent"]
    found = _asked(f"{where['control']}/ledger")
    ledger.befallen = found["befallen"]
    for channel in channels:
        stands = found["stands"].get(channel, [])
        ledger.lost += not stands
        ledger.repeats += stands.count("repeat")
        ledger.twice += stands.count("plain") > 1
    return ledger


def _plan(weather: Weather, chance: random.Random) -> list[str]:
    return [
        chance.choice(weather.mishaps) if chance.random() < weather.mishap else "" for _ in range(chance.randint(1, 4))
    ]


def _fill(weather: Weather, team: str, channels: list[str]) -> None:
    pid = os.fork()
    if pid:
        os.waitpid(pid, 0)
        return
    # In a process of its own, since a database has threads and a process with threads must not be forked.
    database = Database(normalised(weather.database))
    now = SystemClock().now()
    made = [
        delivery(f"a{n}", channel, platform=weather.platform, team=team, workspace=f"w{n % 5}", due_at=now)
        for n, channel in enumerate(channels)
    ]
    database.write_now(schema.create_all)
    database.write_now(lambda connection: put(connection, made))
    database.close()
    os._exit(0)


def _kill(weather: Weather, where: dict[str, Any], chance: random.Random) -> tuple[Counter[str], Counter[str]]:
    """Forks workers and kills them until nothing waits; returns where they died and what state everything is in."""
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    running: list[int] = []
    kills: Counter[str] = Counter()
    number, deadline = 0, time.monotonic() + weather.seconds
    next_kill, next_look = time.monotonic() + 0.6, 0.0
    stopped: dict[int, float] = {}
    left: Counter[str] = Counter()
    while time.monotonic() < deadline:
        dead = _reaped(running)
        running = [pid for pid in running if pid not in dead]
        for point in _read(reading):
            kills[point] += 1
        while len(running) < weather.workers:
            number += 1
            # Once enough have died the rest may live, or a storm would never end.
            deadly = weather.deadly if sum(kills.values()) < 3 * weather.kills else 0.0
            job = worker.Job(
                weather.database,
                weather.platform,
                where["api"],
                where["token"],
                weather.sender,
                deadly,
                weather.seed * 100_000 + number,
                writing,
            )
            running.append(_forked(job))
        now = time.monotonic()
        if now >= next_kill and kills["at random"] < weather.kills:
            victim = chance.choice(running)
            if chance.random() < weather.stops and victim not in stopped:
                # One that stands still for two leases and then goes on must send nothing of what it held.
                os.kill(victim, signal.SIGSTOP)
                stopped[victim] = now + 2 * worker.LEASE.total_seconds()
                kills["stopped"] += 1
            else:
                os.kill(victim, signal.SIGKILL)
                kills["at random"] += 1
            next_kill = now + chance.uniform(0.5, 1.5) * weather.pause
        for pid, until in list(stopped.items()):
            if pid not in running:
                del stopped[pid]
            elif now >= until:
                os.kill(pid, signal.SIGCONT)
                del stopped[pid]
        if now >= next_look:
            left, next_look = _states(weather.database), now + 0.5
            if not left["pending"] + left["in_flight"] and not stopped:
                break
        select.select([reading], [], [], 0.02)
    for pid in running:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    return kills, left


def _forked(job: worker.Job) -> int:
    pid = os.fork()
    if pid:
        return pid
    try:
        worker.main(job)
    finally:
        os._exit(1)


def _reaped(running: list[int]) -> set[int]:
    return {pid for pid in running if os.waitpid(pid, os.WNOHANG)[0]}


def _read(pipe: int) -> list[str]:
    try:
        return os.read(pipe, 65_536).decode().splitlines()
    except BlockingIOError:
        return []


def _states(address: str) -> Counter[str]:
    """Reads in a child, because a database has threads."""
    reading, writing = os.pipe()
    pid = os.fork()
    if not pid:
        try:
            database = Database(normalised(address))
            row = table(DeliveryRow)
            query = sa.select(row.c.state, sa.func.count()).group_by(row.c.state)
            found = database.read_now(lambda connection: {str(s): int(n) for s, n in connection.execute(query)})
            os.write(writing, json.dumps(found).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as said:
        text = said.read()
    os.waitpid(pid, 0)
    return Counter(json.loads(text or '{"pending": 1}'))


def _asked(url: str, body: object = None) -> Any:  # noqa: ANN401
    data = json.dumps(body).encode() if body is not None else None
    asked = urllib.request.Request(url, data, {"Content-Type": "application/json"})  # noqa: S310
    with urllib.request.urlopen(asked, timeout=60) as answer:  # noqa: S310
        return json.load(answer)


if __name__ == "__main__":
    print(json.dumps(asdict(run(Weather(**json.loads(sys.argv[1]))))))  # noqa: T201
