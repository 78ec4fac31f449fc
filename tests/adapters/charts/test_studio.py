from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path
from threading import Event

import pytest

from adapters.charts.album import Album, drawn
from adapters.charts.studio import Studio
from bot.answer import AnyChart
from bot.ports import Picture, Theme
from bot.text import Language
from tests.adapters.charts.gallery import lead, multiples


def _dies(chart: AnyChart, language: Language, theme: Theme) -> Picture:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def _fails(chart: AnyChart, language: Language, theme: Theme) -> Picture:
    raise ValueError("a bug of ours")


def _sticks(chart: AnyChart, language: Language, theme: Theme) -> Picture:
    Event().wait(1)
    raise AssertionError


def _where(chart: AnyChart, language: Language, theme: Theme) -> Picture:
    return Picture(b"", str(os.getpid()), 0, 0, "")


def test_the_studio_gives_the_same_picture_from_a_process_of_its_own() -> None:
    async def draw() -> None:
        studio, elsewhere = Studio(), Studio(_where)
        try:
            assert await studio.draw(lead(), "zh", "dark") == drawn(lead(), "zh", "dark")
            place = await elsewhere.draw(lead(), "zh", "dark")
            assert place is not None
            assert place.alt != str(os.getpid())
        finally:
            studio.close()
            elsewhere.close()

    asyncio.run(draw())


@pytest.mark.parametrize("work", [_dies, _fails])
def test_a_picture_that_cannot_be_drawn_is_left_out(work: object, caplog: pytest.LogCaptureFixture) -> None:
    async def draw() -> Picture | None:
        studio = Studio(work)  # type: ignore[arg-type]
        try:
            return await studio.draw(lead(), "en", "light")
        finally:
            studio.close()

    assert asyncio.run(draw()) is None
    assert caplog.records


def test_a_stuck_worker_is_given_up() -> None:
    async def draw() -> Picture | None:
        studio = Studio(_sticks, longest=0.05)
        try:
            return await studio.draw(lead(), "en", "light")
        finally:
            studio.close()

    assert asyncio.run(draw()) is None


def test_what_waits_behind_a_stuck_picture_is_left_out_and_its_answer_goes_on() -> None:
    async def draw() -> list[Picture | None]:
        studio = Studio(_sticks, longest=0.4)
        try:
            first = asyncio.create_task(studio.draw(lead(), "en", "light"))
            await asyncio.wait({first}, timeout=0.2)
            return await asyncio.gather(first, *(studio.draw(lead(), "en", "light") for _ in range(3)))
        finally:
            studio.close()

    assert asyncio.run(draw()) == [None] * 4


def test_the_loop_goes_on_while_a_picture_is_drawn() -> None:
    async def draw() -> int:
        studio, ticks = Studio(), 0
        try:
            drawing = asyncio.create_task(studio.draw(lead(), "en", "light"))
            while not drawing.done():
                await asyncio.sleep(0)
                ticks += 1
            assert drawing.result() is not None
        finally:
            studio.close()
        return ticks

    assert asyncio.run(draw()) > 100


def test_an_album_keeps_a_picture_once(tmp_path: Path) -> None:
    album = Album(tmp_path / "pictures")
    first, again, other = album.keep(lead(), "en"), album.keep(lead(), "en"), album.keep(multiples(), "en")
    assert first is not None
    assert first == again
    assert first.read_bytes() == drawn(lead(), "en", "light").png
    assert other != first
    assert len(list((tmp_path / "pictures").iterdir())) == 2


def test_an_album_without_a_folder_to_write_keeps_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "pictures").write_text("a file where the folder should be")
    assert Album(tmp_path / "pictures").keep(lead(), "en") is None
    assert "no picture kept" in caplog.text
