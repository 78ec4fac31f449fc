"""Pictures kept as files, for places that show a path instead of a picture."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from bot.answer import AnyChart
from bot.ports import ChartDrawer, Theme
from bot.text import Language
from bot.words.writer import Writer

log = logging.getLogger(__name__)


class Album:
    """A folder of pictures, each named by what it shows, so that one drawn again takes no second place.

    The drawing library is loaded when the first picture is wanted, since most talks in a terminal want none.
    """

    def __init__(self, folder: Path, writer_of: Callable[[Language], Writer], theme: Theme = "light") -> None:
        self._folder, self._writer_of, self._theme = folder, writer_of, theme
        self._drawer: ChartDrawer | None = None

    def keep(self, chart: AnyChart, language: Language) -> Path | None:
        """Returns where the picture of a chart lies; None where the folder cannot be written, which is logged."""
        self._drawer = self._drawer or _drawer(self._writer_of)
        picture = self._drawer.draw(chart, language, self._theme)
        path = self._folder / picture.name
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path.write_bytes(picture.png)
        except OSError as problem:
            log.warning("no picture kept: %s", problem)
            return None
        return path


def _drawer(writer_of: Callable[[Language], Writer]) -> ChartDrawer:
    from adapters.charts.drawer import PillowDrawer  # noqa: PLC0415  # loads Pillow, for the first picture only

    return PillowDrawer(writer_of)
