"""A database with the shipped facts, loaded once and copied for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from data.opening import open_database
from tests.adapters.slack.desk import SetClock


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("loaded") / "twinstar.db"
    open_database(f"sqlite:///{path}", SetClock()).close()
    return path


@pytest.fixture
def database(loaded: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(loaded, tmp_path / "twinstar.db"))
