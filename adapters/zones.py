"""Which rules of zones this process goes by: when they change, every local hour that waits may be another moment."""

from __future__ import annotations

import zoneinfo
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_SAYING = ("tzdata.zi", "+VERSION")
"""Files of a system's zones whose first line names their version: Debian and Alpine have the one, BSD the other."""


@lru_cache(maxsize=1)
def zones_version() -> str:
    """Returns the version of the zones that zoneinfo reads: the system's where it has any, else the package's.

    It reads them once a process, and so does this.
    """
    for folder in zoneinfo.TZPATH:
        for name in _SAYING:
            file = Path(folder, name)
            if file.is_file():
                with file.open(encoding="utf-8", errors="replace") as lines:
                    return lines.readline().strip()
    try:
        return version("tzdata")
    except PackageNotFoundError:
        return ""
