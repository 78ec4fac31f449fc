"""What holds for every test: no network, no settings of whoever runs it, seeded samples."""

from __future__ import annotations

import ipaddress
import os
import sys
from collections.abc import Iterator

import hypothesis
import pytest

_OWN = ("DATABASE_URL", "TWINSTAR_", "SLACK_", "DISCORD_", "EODHD_")

hypothesis.settings.register_profile("gate", max_examples=100, derandomize=True, deadline=None, database=None)
hypothesis.settings.register_profile("soak", max_examples=2_000, deadline=None, print_blob=True)


def pytest_configure(config: pytest.Config) -> None:
    """Seeds the samples of `make test` and frees those of `make soak`, and closes the network."""
    hypothesis.settings.load_profile("soak" if config.option.markexpr == "soak" else "gate")
    sys.addaudithook(_only_this_machine)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Makes every property a long suite under `make soak`: there it runs at full size and unseeded."""
    if config.option.markexpr == "soak":
        for item in items:
            if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
                item.add_marker("soak")


def _only_this_machine(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.connect":
        address = arguments[1]
        if isinstance(address, tuple) and not _is_here(str(address[0])):
            raise PermissionError(f"a test connects to {address[0]}; stand-ins live on 127.0.0.1")
    elif event == "socket.getaddrinfo" and arguments[0] and not _is_here(_text(arguments[0])):
        raise PermissionError(f"a test looks up {_text(arguments[0])}; stand-ins live on 127.0.0.1")


def _text(host: object) -> str:
    return host.decode() if isinstance(host, bytes) else str(host)


def _is_here(host: str) -> bool:
    if host in ("localhost", ""):
        return True
    try:
        where = ipaddress.ip_address(host)
    except ValueError:
        return False
    return where.is_loopback or where.is_unspecified


@pytest.fixture(scope="session", autouse=True)
def bare_settings() -> Iterator[None]:
    """No setting of whoever runs the tests reaches them."""
    with pytest.MonkeyPatch.context() as patch:
        for name in list(os.environ):
            if name.startswith(_OWN):
                patch.delenv(name)
        yield


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says what to type next, above pytest's closing line, and prints what the long suites counted."""
    counted = [
        f"{value}  {name}"
        for report in terminalreporter.getreports("passed")
        for name, value in report.user_properties
        if str(name).startswith("ledger:")
    ]
    if counted:
        terminalreporter.section("ledger")
        for line in sorted(counted, key=lambda text: text.split("  ")[1]):
            terminalreporter.write_line(line.replace("ledger:", ""))
    failed = [r for kind in ("failed", "error") for r in terminalreporter.getreports(kind)]
    if failed:
        terminalreporter.section("what to type next")
        if any("tests/project" in r.nodeid for r in failed):
            terminalreporter.write_line("what follows `mend:` above; `make fix` and `make docs` do part of it")
        for report in failed[:5]:
            terminalreporter.write_line(f".venv/bin/python -m pytest '{report.nodeid}'")
