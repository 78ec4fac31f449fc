"""A database file that is cut off at any page: it is refused, with the command that puts a backup back.

What is changed without being cut off stands in test_flipped.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from adapters.words import Writers
from bot.days import Instant
from bot.errors import ProblemError
from data.opening import open_database
from tests.fakes.deliveries import MovingClock

PAGE = 4_096
CLOCK = MovingClock(Instant.of("2026-06-25T09:00Z"))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("whole") / "twinstar.db"
    open_database(f"sqlite:///{path}", CLOCK).close()
    return path


def refusal(whole: Path, folder: Path, pages: int) -> str:
    cut = Path(shutil.copy(whole, folder / f"cut{pages}.db"))
    with cut.open("rb+") as file:
        file.truncate(pages * PAGE)
    with pytest.raises(ProblemError) as refused:
        open_database(f"sqlite:///{cut}", CLOCK)
    return Writers().of("en").plain(refused.value.what)


@pytest.mark.parametrize("eighths", range(1, 8))
def test_a_file_that_is_cut_off_is_refused_with_the_command_that_restores_it(
    whole: Path, tmp_path: Path, eighths: int
) -> None:
    said = refusal(whole, tmp_path, whole.stat().st_size // PAGE * eighths // 8)
    assert "damaged" in said
    assert "twinstar restore FILE --yes" in said


@pytest.mark.soak
def test_at_every_page(whole: Path, tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    pages = whole.stat().st_size // PAGE
    for count in range(1, pages):
        assert "twinstar restore FILE --yes" in refusal(whole, tmp_path, count), count
    record_property("ledger:a database cut off at each page, refused", pages - 1)
