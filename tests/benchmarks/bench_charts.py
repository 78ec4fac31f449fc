"""How long a picture takes, how much memory a hundred of them, and how long the event loop waits meanwhile.

The reference draws the same two lines of 250 points on as many pixels with matplotlib, which is no dependency
of the bot: `pip install matplotlib` into .venv, or these benches are left out with a note.
"""

from __future__ import annotations

import asyncio
import importlib.util
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from datetime import date
from decimal import Decimal
from random import Random
from time import perf_counter

from adapters.charts.album import drawn
from adapters.charts.studio import Studio
from bot.answer import Chart, Line, Point
from bot.days import Day
from bot.text import Message, Name
from tests.benchmarks.frame import Bench, Contestant

DAYS = 250


def two_lines() -> Chart:
    """Returns the market value of two companies on 250 days."""
    luck = Random(6)  # noqa: S311  # nothing here is secret
    lines = []
    for name, start in (("Zhipu", 68e9), ("MiniMax", 95e9)):
        number, points = start, []
        for n in range(DAYS):
            points.append(Point(Day(date(2026, 1, 8)).plus(n), Decimal(round(number))))
            number *= 1 + luck.gauss(0.004, 0.03)
        lines.append(Line(Name(name), tuple(points)))
    title = Message("plain", {"text": Name("Market value of two companies")})
    return Chart(title, title, tuple(lines), "HKD")


_MATPLOTLIB = """
import io, matplotlib
matplotlib.use("Agg")
from matplotlib.figure import Figure
from matplotlib.backends.backend_agg import FigureCanvasAgg
from tests.benchmarks.bench_charts import two_lines
chart = two_lines()
def picture():
    figure = Figure(figsize=(12, 6.75), dpi=100)
    axes = figure.subplots()
    for line in chart.lines:
        axes.plot([p.day.date for p in line.points], [float(p.number) / 1e9 for p in line.points], label=line.name.en)
    axes.set_title("Market value of two companies")
    axes.set_ylabel("HK$bn")
    axes.grid(True, alpha=0.3)
    axes.legend()
    out = io.BytesIO()
    FigureCanvasAgg(figure).print_png(out)
    return out.getvalue()
"""

_OURS = """
from adapters.charts.album import drawn
from tests.benchmarks.bench_charts import two_lines
chart = two_lines()
def picture():
    return drawn(chart, "en", "light").png
"""

_WARM = """
from time import perf_counter
for _ in range(5): picture()
times = []
for _ in range(30):
    start = perf_counter(); picture(); times.append((perf_counter() - start) * 1000)
print(sorted(times)[15])
"""

_FIRST = """
from time import perf_counter
start = perf_counter()
{}
picture(); print((perf_counter() - start) * 1000)
"""

_MEMORY = """
import psutil
def size(): return psutil.Process().memory_info().rss / 1048576
{import_first}
before = size()
{then}
for _ in range({count}): picture()
print(size() - before)
"""


def _run(program: str) -> float:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=300, check=True)
    return float(done.stdout.split()[-1])


def _memory(program: str, count: int) -> float:
    """Returns how much larger a process is after some pictures than before it loaded what draws them."""
    return _run(_MEMORY.format(import_first="import bot.answer, adapters.words", then=program, count=count))


def _stall(work: Callable[[], Awaitable[object]]) -> float:
    """Returns the longest that a loop, asked to tick every millisecond, came late while work went on ten times over."""

    async def measured() -> float:
        worst, done = 0.0, asyncio.Event()

        async def ticks() -> None:
            nonlocal worst
            while not done.is_set():
                start = perf_counter()
                await asyncio.sleep(0.001)
                worst = max(worst, (perf_counter() - start) * 1000 - 1)

        await work()
        ticking = asyncio.create_task(ticks())
        for _ in range(10):
            await work()
        done.set()
        await ticking
        return worst

    return asyncio.run(measured())


def _in_process() -> float:
    studio, chart = Studio(), two_lines()
    try:
        return _stall(lambda: studio.draw(chart, "en", "light"))
    finally:
        studio.close()


def _in_thread() -> float:
    chart = two_lines()
    return _stall(lambda: asyncio.to_thread(drawn, chart, "en", "light"))


def _in_loop() -> float:
    chart = two_lines()

    async def here() -> None:
        drawn(chart, "en", "light")
        await asyncio.sleep(0)

    return _stall(here)


async def _nothing() -> None:
    await asyncio.sleep(0.02)


def benches() -> Iterator[Bench]:
    """Yields the delay of the loop, then warm and first pictures and memory beside matplotlib."""
    yield Bench(
        "Longest delay of the event loop while ten pictures are drawn",
        "ms",
        ours=(Contestant("in the studio's process", _in_process), Contestant("in a thread", _in_thread)),
        reference=Contestant("idle", lambda: _stall(_nothing)),
        control=Contestant("on the loop itself", _in_loop),
        apart=2,
    )
    if importlib.util.find_spec("matplotlib") is None:
        print("charts: no matplotlib in this environment, so no comparison with it (pip install matplotlib)\n")
        return
    yield Bench(
        "One warm picture, two lines of 250 points",
        "ms",
        ours=(Contestant("Twinstar", lambda: _run(_OURS + _WARM)),),
        reference=Contestant("matplotlib, object-oriented, Agg", lambda: _run(_MATPLOTLIB + _WARM)),
        control=Contestant("Twinstar, four for one", lambda: 4 * _run(_OURS + _WARM)),
        apart=2,
    )
    yield Bench(
        "The first picture of a process, imports included",
        "ms",
        ours=(Contestant("Twinstar", lambda: _run(_FIRST.format(_OURS))),),
        reference=Contestant("matplotlib", lambda: _run(_FIRST.format(_MATPLOTLIB))),
        control=Contestant("Twinstar, four processes in turn", lambda: sum(_run(_FIRST.format(_OURS)) for _ in "four")),
        apart=2,
    )
    hoard = _OURS + "kept = []\nonce = picture\ndef picture():\n    kept.append(bytearray(1 << 20)); return once()\n"
    yield Bench(
        "Memory after 100 pictures, above that before the library was loaded",
        "MiB",
        ours=(
            Contestant("Twinstar", lambda: _memory(_OURS, 100)),
            Contestant("Twinstar, after 1,000", lambda: _memory(_OURS, 1000)),
        ),
        reference=Contestant("matplotlib", lambda: _memory(_MATPLOTLIB, 100)),
        control=Contestant("Twinstar that keeps a MiB of each", lambda: _memory(hoard, 100)),
        apart=2,
    )
