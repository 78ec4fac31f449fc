"""Rules on single files: no late imports, no long files, nothing that waits, no address of one machine."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.project.tree import RINGS, Fault, every_file, name_of, parsed, sources

LATE_IMPORTS: dict[tuple[str, str], str] = {
    ("data/opening.py", "data.migrate"): "Alembic takes half a second to import; needed only when the revision differs",
    ("data/inserting.py", "sqlalchemy.dialects"): "every driver of PostgreSQL comes with it; SQLite needs none",
    ("data/installation_store.py", "cryptography"): "8 MiB; wanted only where tokens of installations are kept",
    ("adapters/main.py", "adapters.starting"): "all there is comes in here, with the search for garbage held",
    ("adapters/printing.py", "adapters.slack_parts"): "slack_bolt takes half a second",
    ("adapters/console/talk.py", "readline"): "absent on some builds of Python; wanted only when a person types",
    ("adapters/charts/album.py", "adapters.charts.drawer"): "loads Pillow; wanted only for the first picture",
    ("adapters/printing.py", "adapters.calendar_feed"): "icalendar takes as long to import as a talk takes to start",
    ("adapters/serving.py", "adapters.running"): "platforms' libraries take half a second each; a terminal needs none",
    ("adapters/serving.py", "adapters.doctor"): "platforms' libraries take half a second each",
    ("adapters/fetched.py", "adapters.prices"): "aiohttp takes longer to import than a talk to start",
    ("adapters/market/yahoo.py", "yfinance"): "brings pandas, 100 MiB; a worker process alone loads it",
    ("adapters/market/yahoo.py", "curl_cffi"): "comes with yfinance, in the same process",
}
"""Imports inside functions that may be there, each with its reason."""

LONGER: dict[str, str] = {}
"""Source files of more than LINES lines that were looked at twice, each with its reason."""

LINES = 400

SLEEPERS: dict[str, str] = {
    "tests/benchmarks/bench_charts.py": "asks the event loop for a tick each millisecond, to see how late they come",
    "tests/benchmarks/bench_running.py": "looks into another process's database, and weighs it when it has settled",
}
"""Files outside adapters that may wait, each with its reason."""

# Written in halves so that this file does not name what it forbids.
_HOSTS = re.compile("|".join(("pypi" + r"\.org", "python" + "hosted", "pypi" + r"\.tuna", "anaconda" + r"\.org")))
_MACHINE = re.compile(r"(?<![\w./*~-])/(?:" + "work|root" + r")(?![\w-])(?=/|\W|$)")


def late_imports(root: Path) -> list[Fault]:
    """Returns imports inside functions that are not on the list, and entries of the list that are no longer true."""
    found = {(name_of(p, root), module): line for p in sources(root) for module, line in _late(parsed(p))}
    faults = [
        Fault(
            f"{place}:{line}",
            f"imports {module} inside a function",
            "import it at the top, or give the reason why not in LATE_IMPORTS of tests/project/shape.py",
        )
        for (place, module), line in found.items()
        if (place, module) not in LATE_IMPORTS
    ]
    stale = [key for key in LATE_IMPORTS if key not in found]
    return faults + [
        Fault(place, f"no longer imports {module} late", "take it off LATE_IMPORTS") for place, module in stale
    ]


def _late(tree: ast.Module) -> Iterator[tuple[str, int]]:
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        for node in ast.walk(function):
            match node:
                case ast.Import(names=names):
                    yield from ((alias.name, node.lineno) for alias in names)
                case ast.ImportFrom(module=module, names=names):
                    above = module in RINGS
                    yield from ((f"{module}.{a.name}" if above else str(module), node.lineno) for a in names)
                case ast.Call(func=ast.Attribute(attr="import_module") | ast.Name(id="import_module" | "__import__")):
                    named = node.args[0] if node.args else None
                    yield (str(named.value) if isinstance(named, ast.Constant) else "a computed name"), node.lineno


def long_files(root: Path) -> list[Fault]:
    """Returns source files longer than the ceiling that nobody has looked at twice."""
    length = {name_of(p, root): len(p.read_text(encoding="utf-8").splitlines()) for p in sources(root)}
    faults = [
        Fault(place, f"{lines} lines, more than {LINES}", "split it by idea, or say why not in LONGER of this test")
        for place, lines in length.items()
        if lines > LINES and place not in LONGER
    ]
    return faults + [
        Fault(p, "is not long any more", "take it off LONGER") for p in LONGER if length.get(p, 0) <= LINES
    ]


def sleepers(root: Path) -> list[Fault]:
    """Returns places outside adapters that sleep; asyncio.sleep(0), which only lets others run, is no sleep."""
    return [
        Fault(f"{name_of(path, root)}:{node.lineno}", "sleeps", "hand in a clock, or wait for the event itself")
        for path in sources(root, "bot", "data", "tests")
        if name_of(path, root) not in SLEEPERS
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and _called(node) == "sleep"
        if not (node.args and isinstance(node.args[0], ast.Constant) and node.args[0].value == 0)
    ]


def _called(node: ast.Call) -> str:
    match node.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def addresses(root: Path) -> list[Fault]:
    """Returns files that name a host packages are downloaded from, or a folder of one particular machine."""
    faults = []
    for path in every_file(root):
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            for pattern, what in ((_HOSTS, "names a package host"), (_MACHINE, "names a folder of one machine")):
                if found := pattern.search(line):
                    faults.append(Fault(f"{name_of(path, root)}:{number}", f"{what}: {found.group()}", "take it out"))
    return faults
