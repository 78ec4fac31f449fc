"""Carrying out one command line: settings, log, and whoever the command belongs to."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from pydantic import ValidationError

from adapters.command_line import parser
from adapters.invocation import FAILED, Invocation
from adapters.logs import configure
from adapters.settings import Settings
from bot.errors import ProblemError


def started(arguments: Sequence[str] | None = None) -> int:
    """Runs a command line and returns its exit status: 0 done, 1 found faults, 2 could not start."""
    try:
        return _start(parser().parse_args(arguments))
    except BrokenPipeError:
        # Whoever read our output has gone; Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _start(asked: argparse.Namespace) -> int:
    try:
        settings = Settings()
    except ValidationError as error:
        for fault in error.errors():
            print(f"twinstar: setting {fault['loc'][0]}: {fault['msg']}", file=sys.stderr)  # noqa: T201
        return FAILED
    configure(settings)
    call = Invocation(asked, settings)
    try:
        status: int = asked.start(call)
    except ProblemError as problem:
        call.told(problem.what)
        return FAILED
    return status
