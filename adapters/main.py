"""The console script `twinstar`. It loads nothing itself, so that what it loads is loaded fast."""

from __future__ import annotations

from collections.abc import Sequence

from adapters.loading import loading


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command line and returns its exit status: 0 done, 1 found faults, 2 could not start."""
    with loading():
        from adapters.starting import started  # noqa: PLC0415  everything there is comes in here
    return started(arguments)
