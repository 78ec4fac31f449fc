"""Importing every module in a process that may read and nothing else: what is built at import shows itself."""

from __future__ import annotations

import json
import sysconfig
from pathlib import Path

from tests.project.tree import Fault, module_of, run, sources

_SCRIPT = Path(__file__).with_name("closed_world.py")


def noisy_imports(root: Path) -> list[Fault]:
    """Returns modules that, merely imported, write, connect, start a process or thread, or build a program's parts."""
    modules = [module_of(path, root) for path in sources(root) if path.stem not in ("__main__", "env")]
    installed = sysconfig.get_paths()
    said = run(
        root,
        "-I",
        "-B",
        str(_SCRIPT),
        json.dumps([str(root), installed["purelib"], installed["platlib"]]),
        json.dumps(modules),
        env={},
    )
    if said.returncode != 0:
        return [Fault("import", f"cannot import every module:\n{said.stdout}{said.stderr}")]
    return [Fault(m, f"when imported, {what}", "do it in adapters.bootstrap") for m, what in json.loads(said.stdout)]
