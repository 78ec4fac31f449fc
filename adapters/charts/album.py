"""Pictures kept as files, for places that show a path instead of a picture."""

from __future__ import annotations

import logging
from functools import cache
from pathlib import Path

from adapters.words import Writers
from bot.answer import AnyChart
from bot.ports import ChartDrawer, Picture, Theme
from bot.text import Language

log = logging.getLogger(__name__)


class Album:
    """A folder of pictures, each named by what it shows, so that one drawn again takes no second place."""

    def __init__(self, folder: Path, theme: Theme = "light") -> None:
        self._folder, self._theme = folder, theme

    def keep(self, chart: AnyChart, language: Language) -> Path | None:
        """Returns where the picture of a chart lies; None where the folder cannot be written, which is logged."""
        picture = drawn(chart, language, self._theme)
        path = self._folder / picture.name
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path.write_bytes(picture.png)
        except OSError as problem:
            log.warning("no picture kept: %s", problem)
            return None
        return path


def drawn(chart: AnyChart, language: Language, theme: Theme) -> Picture:
    """Returns the picture of a chart, drawn on the calling thread by this process's one drawer."""
    return _drawer().draw(chart, language, theme)


@cache
def _drawer() -> ChartDrawer:
    from adapters.charts.drawer import PillowDrawer  # noqa: PLC0415  # loads Pillow, for the first picture only

    return PillowDrawer(Writers().of)
