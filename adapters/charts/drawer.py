"""The drawing of charts with Pillow, behind the core's port."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import assert_never

from adapters.charts.bar_chart import draw_bar_chart
from adapters.charts.fan_chart import draw_fan_chart
from adapters.charts.frame import HEIGHT, WIDTH, Frame
from adapters.charts.lettering import Lettering
from adapters.charts.mix_chart import draw_mix_chart
from adapters.charts.strip_chart import draw_strip_chart
from adapters.charts.time_chart import draw_time_chart
from adapters.charts.tornado_chart import draw_tornado_chart
from adapters.charts.waterfall_chart import draw_waterfall_chart
from bot.answer import AnyChart, BarChart, Chart, MixChart
from bot.charts import FanChart, StripChart, TornadoChart, WaterfallChart
from bot.ports import Picture, Theme
from bot.text import Language
from bot.words.clipping import one_line
from bot.words.writer import Writer


class PillowDrawer:
    """Draws on the calling thread, one picture at a time: a font must not be shared between threads."""

    def __init__(self, writer_of: Callable[[Language], Writer]) -> None:
        self._writer_of, self._lettering = writer_of, Lettering()

    def draw(self, chart: AnyChart, language: Language, theme: Theme) -> Picture:
        """Returns the chart as a PNG of 1200 x 675 pixels; its alternative text is the chart's own summary."""
        frame = self.laid_out(chart, language, theme)
        said = (one_line(frame.writer.plain(each)).strip() for each in (chart.summary, chart.title))
        alt = next((words for words in said if words), "")
        png = frame.sheet.png(alt)
        name = f"twinstar-{hashlib.sha256(png).hexdigest()[:16]}.png"
        return Picture(png, alt, WIDTH, HEIGHT, name)

    def laid_out(self, chart: AnyChart, language: Language, theme: Theme) -> Frame:
        """Returns the frame with everything drawn on it, and every text's box on record."""
        frame = Frame(theme, self._writer_of(language), self._lettering)
        match chart:
            case Chart():
                draw_time_chart(chart, frame)
            case BarChart():
                draw_bar_chart(chart, frame)
            case MixChart():
                draw_mix_chart(chart, frame)
            case WaterfallChart():
                draw_waterfall_chart(chart, frame)
            case StripChart():
                draw_strip_chart(chart, frame)
            case FanChart():
                draw_fan_chart(chart, frame)
            case TornadoChart():
                draw_tornado_chart(chart, frame)
            case _:
                assert_never(chart)
        return frame
