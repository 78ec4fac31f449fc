"""Telling ten thousand channels: how near the least time there is, what an alert costs to keep, who waits for whom.

The least time is what the platforms' limits leave: (n - 50) / 50 s on Discord, (n - burst) / rate on Slack. Times are
simulated, so the clock of this machine has no part in them; a refusal anywhere voids a figure by counting as an hour.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from adapters.deliver.gates import Allowance, Gate, Jitter, Spacing
from adapters.deliver.window import Window
from adapters.slack.limits_of_posting import BURST, PER_SECOND
from bot.delivery import Delivery
from data import documents, schema
from data.addresses import normalised
from data.database import Database
from data.delivery_rows import row_of
from data.outbox_store import put
from tests.adapters.deliver.simulated import FixedWindows, Tokens, fan_out
from tests.benchmarks.frame import Bench, Contestant
from tests.benchmarks.house import cpu, size
from tests.fakes.deliveries import delivery, said

POSTS, BATCH = 10_000, 1_000
_DOCUMENT = said()
AN_HOUR = 3_600.0


def benches() -> Iterator[Bench]:
    """Yields P7, P8, P9 and P12 of the goals."""
    posts = size("POSTS", POSTS)
    yield Bench(
        f"Discord, {posts:,} channels, 0 to 80 ms of jitter, a new phase each round",
        "s",
        ours=(Contestant("our window", discord(posts)),),
        reference=Contestant("the least there is", lambda: (posts - 50) / 50),
        control=Contestant("fifty a second evenly, refusals an hour each", discord(posts, even=True)),
        apart=2,
    )
    yield Bench(
        f"Slack, {posts // 10:,} messages in each of two teams, 0 to 80 ms of jitter",
        "s",
        ours=(Contestant("our allowance", slack(posts // 10, BURST)),),
        reference=Contestant("the least there is", lambda: (posts // 10 - 20) / 5),
        control=Contestant("a burst of thirty, refusals an hour each", slack(posts // 10, 30.0)),
        apart=2,
    )
    yield Bench(
        "One alert of another workspace during ten thousand: 99th of a hundred waits",
        "s",
        ours=(Contestant("in turn", waiting(posts)),),
        reference=Contestant("one window", lambda: 1.0),
        control=Contestant("in one line for all", waiting(posts, alone="big")),
        apart=10,
    )
    with TemporaryDirectory() as folder:
        yield Bench(
            f"Keeping one alert for {BATCH:,} channels, in one transaction",
            "us",
            ours=(Contestant("put()", cpu(kept(Path(folder) / "ours.db"), 3)),),
            reference=Contestant("raw executemany of the same rows", cpu(raw(Path(folder) / "raw.db"), 3)),
            control=Contestant("put() of one at a time", cpu(kept(Path(folder) / "one.db", one_by_one=True), 1)),
            apart=3,
        )


def discord(posts: int, *, even: bool = False) -> Callable[[], float]:
    """Returns what measures a fan-out to many channels, on a platform that counts by a clock of its own."""
    chance = random.Random(5)  # noqa: S311

    def measure() -> float:
        server, measured = FixedWindows(50, chance.random()), Jitter()
        gate: Gate = Spacing(0.02 - Spacing.LEAST, measured) if even else Window(50, 1.0, measured)
        requests = [(0.0, "big", str(n)) for n in range(posts)]
        sent = fan_out(requests, lambda *_: [gate], server, 0.08, _unheard if even else measured.note)
        return sent.last + AN_HOUR * server.refused

    return measure


def slack(posts: int, burst: float) -> Callable[[], float]:
    """Returns what measures a fan-out in two teams of which each has its own allowance."""

    def measure() -> float:
        measured = Jitter()
        servers = {team: Tokens() for team in ("T1", "T2")}
        allowances = {team: Allowance(burst, PER_SECOND) for team in servers}
        channels: dict[str, Spacing] = {}

        class Each:
            def arrive(self, at: float, channel: str) -> None:
                servers[channel[:2]].arrive(at, channel)

        requests = [(n * 1e-6, team, f"{team}:{n}") for n in range(posts) for team in servers]
        sent = fan_out(
            requests,
            lambda team, channel: [allowances[team], channels.setdefault(channel, Spacing(1.0, measured))],
            Each(),  # type: ignore[arg-type]
            0.08,
            measured.note,
        )
        return sent.last + AN_HOUR * sum(server.refused for server in servers.values())

    return measure


def waiting(posts: int, alone: str = "") -> Callable[[], float]:
    """Returns what measures how long single alerts wait; `alone` puts them into one line with the many."""
    chance = random.Random(9)  # noqa: S311

    def measure() -> float:
        measured = Jitter()
        gate = Window(50, 1.0, measured)
        dues = [chance.uniform(2, posts / 50 * 0.8) for _ in range(100)]
        requests = [(0.0, "big", f"C{n}") for n in range(posts)]
        requests += [(due, alone or f"small{n}", f"D{n}") for n, due in enumerate(dues)]
        sent = fan_out(requests, lambda *_: [gate], FixedWindows(50, 0.3), 0.08, measured.note)
        if alone:
            last = sorted(sent.went[alone])[-len(dues) :]
            return statistics.median(last) - statistics.median(dues)
        waits = sorted(sent.went[f"small{n}"][0] - due for n, due in enumerate(dues))
        return waits[98]

    return measure


def batch(number: int) -> list[Delivery]:
    """Returns new deliveries of one alert, each to a channel of its own."""
    return [delivery(f"a{number}:{n}", f"C{n}", document=_DOCUMENT) for n in range(BATCH)]


def kept(path: Path, *, one_by_one: bool = False) -> Callable[[], object]:
    """Returns what puts a batch of new deliveries into an outbox."""
    database = Database(normalised(str(path)))
    database.write_now(schema.create_all)
    number = iter(range(10_000))

    def work() -> object:
        made = batch(next(number))
        if one_by_one:
            for each in made:
                database.write_now(lambda c, each=each: put(c, [each]))  # type: ignore[misc]
        else:
            database.write_now(lambda c: put(c, made))
        return None

    return work


def raw(path: Path) -> Callable[[], object]:
    """Returns what puts the same rows by the driver alone."""
    database = Database(normalised(str(path)))
    database.write_now(schema.create_all)
    database.close()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous=FULL")
    number = iter(range(10_000))

    def work() -> object:
        made = batch(next(number))
        document = documents.written(made[0].document)
        rows = [tuple(str(v) if hasattr(v, "isoformat") else v for v in row_of(d, document).values()) for d in made]
        columns = list(row_of(made[0], document))
        marks = ",".join("?" * len(columns))
        connection.execute("BEGIN IMMEDIATE")
        names = ",".join(f'"{c}"' for c in columns)
        connection.executemany(f"INSERT INTO delivery ({names}) VALUES ({marks}) ON CONFLICT DO NOTHING", rows)  # noqa: S608
        connection.execute("COMMIT")
        return None

    return work


def _unheard(_seconds: float) -> None:
    return
