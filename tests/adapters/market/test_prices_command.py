"""`twinstar prices`, as it is typed, against a vendor's stand-in in a process of its own thread."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from adapters.main import main
from tests.standins.market.server import Market

AT = ("--at", "2026-11-23T12:00Z")


Run = Callable[..., tuple[int, str, str]]


@contextmanager
def served(market: Market) -> Iterator[str]:
    """Serves a stand-in from another thread, because the command brings an event loop of its own."""
    loop, started = asyncio.new_event_loop(), threading.Event()
    address: list[str] = []
    ending: list[asyncio.Event] = []

    async def serve() -> None:
        async with market.running() as at:
            address.append(at)
            ending.append(asyncio.Event())
            started.set()
            await ending[0].wait()

    thread = threading.Thread(target=lambda: loop.run_until_complete(serve()))
    thread.start()
    started.wait(10)
    try:
        yield address[0]
    finally:
        loop.call_soon_threadsafe(ending[0].set)
        thread.join(10)
        loop.close()


@pytest.fixture
def market() -> Market:
    made = Market()
    made.deal("2513.HK", "2026-11-20", 600)
    made.deal("2513.HK", "2026-11-23", 0)
    return made


@pytest.fixture
def run(
    tmp_path: Path, facts_database: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "twinstar.db").write_bytes(facts_database.read_bytes())

    def ran(*arguments: str) -> tuple[int, str, str]:
        status = main(["prices", *arguments, *AT, "--database", f"sqlite:///{tmp_path / 'twinstar.db'}"])
        said = capsys.readouterr()
        return status, said.out, said.err

    return ran


def test_refresh_says_what_came_and_show_how_old_it_is(
    run: Run, market: Market, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TWINSTAR_PRICES", "eodhd")
    monkeypatch.setenv("EODHD_API_TOKEN", "made-token")
    with served(market) as address:
        monkeypatch.setenv("EODHD_API_URL", f"{address}/api")
        assert run("refresh") == (0, "1 new session of 1 company; 1 kept aside.\n", "")
        assert run("refresh", "--from", "2026-11-01") == (0, "0 new sessions of 0 companies; 0 kept aside.\n", "")
    status, shown, _ = run()
    assert status == 0
    assert "2513.HK  EODHD  20 Nov 2026  1 session behind" in shown
    assert "2513.HK  shipped  29 Sep 2026" in shown and "0020.HK  no prices" in shown
    assert "1 kept aside; /quarantine lists them." in shown
    market.deal("2513.HK", "2026-11-23", 610)
    with served(market) as address:
        monkeypatch.setenv("EODHD_API_URL", f"{address}/api")
        run("refresh")
    assert "2513.HK  EODHD  23 Nov 2026  up to date" in run()[1]


def test_a_vendor_that_cannot_be_asked_is_named_and_the_status_says_so(
    run: Run, market: Market, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TWINSTAR_PRICES", "feed")
    monkeypatch.setenv("TWINSTAR_FEED", "no/such/file.csv")
    status, said, _ = run("refresh")
    assert status == 1 and "Not reached: own feed;" in said


def test_a_setting_that_is_missing_is_told_in_one_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TWINSTAR_PRICES", "yahoo,eodhd")
    status, said, wrong = run("refresh")
    assert (status, said) == (2, "")
    assert "EODHD_API_TOKEN" in wrong and wrong.count("\n") == 1
    monkeypatch.setenv("TWINSTAR_PRICES", "bloomberg")
    status, _, wrong = run("refresh")
    assert status == 2 and "TWINSTAR_PRICES" in wrong


_HEAVY = """
import sys
from adapters.main import main
status = main(["prices", "refresh", "--at", "2026-11-23T12:00Z", "--database", sys.argv[1]])
print(status, sorted({"pandas", "numpy", "yfinance", "curl_cffi"} & set(sys.modules)))
"""


def test_yahoos_library_stays_out_of_the_bots_own_process(tmp_path: Path, facts_database: Path, market: Market) -> None:
    kept = tmp_path / "twinstar.db"
    kept.write_bytes(facts_database.read_bytes())
    program = tmp_path / "asks.py"
    program.write_text(f"if __name__ == '__main__':\n{textwrap.indent(_HEAVY, '    ')}", encoding="utf-8")
    with served(market) as address:
        said = subprocess.run(
            [sys.executable, str(program), f"sqlite:///{kept}"],
            env={**os.environ, "TWINSTAR_PRICES": "yahoo", "TWINSTAR_YAHOO_URL": address, "PYTHONPATH": os.getcwd()},
            capture_output=True,
            text=True,
            check=False,
        )
    assert said.stdout.splitlines() == ["1 new session of 1 company; 1 kept aside.", "0 []"], said.stderr
    assert said.stderr == ""
