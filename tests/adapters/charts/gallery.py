"""Charts made by hand, of every kind and of every awkward shape, for tests and for looking at.

`python -m tests.adapters.charts.gallery FOLDER` draws each in both themes and both languages.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random
from typing import get_args

from adapters.charts.drawer import PillowDrawer
from bot.answer import (
    AnyChart,
    Bar,
    BarChart,
    Chart,
    Level,
    Line,
    Mark,
    MixChart,
    Point,
    Share,
    Stretch,
    Whole,
)
from bot.days import AsOf, Day
from bot.ports import Theme
from bot.text import Message, Name
from tests.adapters.charts.supply_gallery import SUPPLY
from tests.adapters.samples import plain
from tests.adapters.writers import LANGUAGES, writer

ZHIPU = Name("Zhipu", "智谱")
MINIMAX = Name("MiniMax", "稀宇科技")
OPENAI = Name("OpenAI")
ANTHROPIC = Name("Anthropic")
NOTE = plain(Name("Close × shares in issue, HKEX. Rates: ECB.", "收盘价 × 已发行股数，港交所；汇率：欧洲央行。"))


def said(en: str, zh: str) -> Message:
    """Returns a sentence in both languages."""
    return plain(Name(en, zh))


def walk(seed: int, start: float, count: int, pace: float, step: int = 1, sway: float = 0.03) -> tuple[Point, ...]:
    """Returns a random walk of weekdays from the listing on."""
    luck, number = Random(seed), start  # noqa: S311  # nothing here is secret
    points: list[Point] = []
    day = Day(date(2026, 1, 8))
    while len(points) < count:
        if day.date.weekday() < 5:
            points.append(Point(day, Decimal(round(number))))
            number *= 1 + luck.gauss(pace, sway)
        day = day.plus(step)
    return tuple(points)


def lead() -> Chart:
    """Returns two listed companies with changes of lead and two releases."""
    return Chart(
        said("Market value: Zhipu and MiniMax", "市值：智谱与稀宇科技"),
        said(
            "Zhipu passed MiniMax on 24 March 2026 and leads at HK$969.3bn to HK$93.30bn.",
            "智谱于2026年3月24日超过稀宇科技，以9,693亿港元对933亿港元领先。",
        ),
        (
            Line(ZHIPU, walk(4, 68e9, 120, 0.014)),
            Line(MINIMAX, walk(11, 95e9, 120, 0.006)),
        ),
        "HKD",
        (
            Mark(Day.of("2026-02-13"), Message("chart-leads", {"company": ZHIPU}), "lead"),
            Mark(Day.of("2026-02-20"), Message("chart-leads", {"company": MINIMAX}), "lead"),
            Mark(Day.of("2026-03-10"), Message("chart-leads", {"company": ZHIPU}), "lead"),
            Mark(Day.of("2026-06-08"), Message("chart-release", {"company": ZHIPU}), "release"),
            Mark(Day.of("2026-06-09"), Message("chart-release", {"company": MINIMAX}), "release"),
        ),
        note=NOTE,
    )


def rounds() -> Chart:
    """Returns two private companies whose marks stand until the next, and an overtaking on a day nobody knows."""
    openai = (("2024-10-02", "157e9"), ("2025-03-31", "300e9"), ("2025-10-02", "500e9"), ("2026-03-31", "852e9"))
    anthropic = (
        ("2024-01-15", "18.4e9"),
        ("2025-03-03", "61.5e9"),
        ("2025-09-02", "183e9"),
        ("2026-02-12", "380e9"),
        ("2026-05-28", "965e9"),
    )
    return Chart(
        said("Post-money valuation: OpenAI and Anthropic", "投后估值：OpenAI 与 Anthropic"),
        said(
            "Anthropic passed OpenAI between 31 March and 28 May 2026.",
            "Anthropic 在2026年3月31日至5月28日之间超过 OpenAI。",
        ),
        tuple(
            Line(name, tuple(Point(Day.of(day), Decimal(value)) for day, value in rows), steps=True)
            for name, rows in ((OPENAI, openai), (ANTHROPIC, anthropic))
        ),
        "USD",
        stretches=(
            Stretch(Day.of("2026-03-31"), Day.of("2026-05-28"), Message("chart-leads", {"company": ANTHROPIC})),
        ),
        until=Day.of("2026-08-31"),
        note=said("Priced rounds as announced; each stands until the next.", "按公布的定价轮次，直至下一轮。"),
    )


def rebased() -> Chart:
    """Returns the K: two companies drawn from one start."""
    return Chart(
        said("Since the first common session, start = 100", "自首个共同交易日起，起点 = 100"),
        said(
            "From 100 on 8 January 2026, Zhipu stands at 412 and MiniMax at 88.",
            "以2026年1月8日为100，智谱为412，稀宇科技为88。",
        ),
        (Line(ZHIPU, walk(7, 100, 110, 0.013)), Line(MINIMAX, walk(8, 100, 110, -0.001))),
        "count",
        levels=(Level(Decimal(100), said("start", "起点")),),
    )


def ratio() -> Chart:
    """Returns a ratio with the band it usually keeps to, and parity."""
    points = tuple(Point(p.day, p.number / 1000) for p in walk(3, 1400, 200, 0.004, sway=0.04))
    return Chart(
        said("Zhipu ÷ MiniMax, market value", "智谱 ÷ 稀宇科技，市值"),
        said("The ratio stands at 6.46.", "比值为6.46。"),
        (Line(Name("Zhipu ÷ MiniMax", "智谱 ÷ 稀宇科技"), points),),
        "multiple",
        levels=(
            Level(Decimal("1.2"), said("usual (±1 s.d.)", "常态（±1个标准差）"), Decimal("2.6")),
            Level(Decimal(1), said("parity", "持平")),
        ),
        marks=(Mark(Day.of("2026-05-04"), said("share count restated", "股数重述")),),
    )


def six() -> Chart:
    """Returns six lines of very different sizes on a scale of equal multiples, names long and short."""
    names = (
        OPENAI,
        ANTHROPIC,
        ZHIPU,
        MINIMAX,
        Name("Moonshot AI (Kimi, Beijing Yuezhi Anmian Technology)", "月之暗面（北京月之暗面科技有限公司）"),
        Name("iFlytek", "科大讯飞"),
    )
    sizes = (6.6e12, 7.4e12, 4e11, 1.2e11, 1.4e11, 1.3e11)
    lines = tuple(
        Line(name, walk(20 + n, size, 100 if n > 1 else 5, 0.004, 1 if n > 1 else 30), steps=n < 2)
        for n, (name, size) in enumerate(zip(names, sizes, strict=True))
    )
    return Chart(
        said("Six companies by market value or last round", "六家公司的市值或最近一轮估值"),
        said("OpenAI and Anthropic stand ten times above the listed ones.", "OpenAI 与 Anthropic 比上市公司高十倍。"),
        lines,
        "HKD",
        logarithmic=True,
        note=NOTE,
    )


def crowd() -> Chart:
    """Returns lines that end at one height, with more marks than have room."""
    marks = tuple(
        Mark(Day(date(2026, 3, 2)).plus(3 * n), Message("chart-leads", {"company": (ZHIPU, MINIMAX)[n % 2]}), "lead")
        for n in range(14)
    )
    lines = tuple(Line(Name(f"Company {n}", f"公司{n}"), walk(50 + n, 5e10, 90, 0, sway=0.004)) for n in range(6))
    return Chart(
        said(
            "A title that is so long that it cannot stand in one row of a picture and has to be made smaller",
            "一个长得在图片的一行里放不下、因此必须缩小并且排成两行的标题，用来检验标题在这种情况下仍然完整而清楚可读",
        ),
        said("The lead changed 14 times.", "领先者变换了14次。"),
        lines,
        "CNY",
        marks,
        stretches=(Stretch(Day.of("2026-04-20"), Day.of("2026-04-24"), said("unknown day", "日期不详")),),
    )


def gaps() -> Chart:
    """Returns a line with a suspension in it, and one that begins late."""
    whole = walk(31, 120, 130, 0.002)
    return Chart(
        said("Share price with a suspension", "停牌期间的股价"),
        said("No close between 2 March and 14 April 2026.", "2026年3月2日至4月14日没有收盘价。"),
        (
            Line(ZHIPU, tuple(p for p in whole if not "2026-03-02" < p.day.iso < "2026-04-14")),
            Line(MINIMAX, walk(32, 160, 130, -0.002)[60:]),
        ),
        "HKD",
    )


def losses() -> Chart:
    """Returns values on both sides of zero."""
    rows = (("2023-12-31", "-4e8"), ("2024-12-31", "-29e8"), ("2025-12-31", "-47e8"), ("2026-06-30", "11e8"))
    points = tuple(Point(Day.of(day), Decimal(value)) for day, value in rows)
    return Chart(
        said("Adjusted result", "经调整业绩"),
        said("A profit of RMB1.1bn in H1 2026.", "2026年上半年盈利11亿元。"),
        (Line(ZHIPU, points),),
        "CNY",
    )


def single() -> Chart:
    """Returns a chart of one point."""
    return Chart(
        said("Anthropic: post-money", "Anthropic：投后估值"),
        said("US$965bn on 28 May 2026.", "2026年5月28日为9,650亿美元。"),
        (Line(ANTHROPIC, (Point(Day.of("2026-05-28"), Decimal("965e9")),)),),
        "USD",
    )


def tiny() -> Chart:
    """Returns values that differ in the fifth digit only."""
    points = tuple(
        Point(Day(date(2026, 6, 1)).plus(n), Decimal("969262877000") + 1_000_000 * (n % 3)) for n in range(20)
    )
    return Chart(
        said("Hardly moving", "几乎不动"),
        said("HK$969.3bn throughout.", "始终为9,693亿港元。"),
        (Line(ZHIPU, points),),
        "HKD",
    )


def empty() -> Chart:
    """Returns a chart without a single figure."""
    return Chart(said("Nothing known", "一无所知"), said("No figures.", "没有数字。"), (Line(ZHIPU, ()),), "HKD")


def multiples() -> BarChart:
    """Returns a multiple of eight companies, one not known, one nearly nothing."""
    known = AsOf.of("2026-06-24")
    rows: Sequence[tuple[Name, str | None]] = (
        (ZHIPU, "482.1"), (MINIMAX, "38.25"), (ANTHROPIC, "20.5"), (OPENAI, "28.4"),
        (Name("StepFun", "阶跃星辰"), "61"), (Name("Moonshot AI", "月之暗面"), None),
        (Name("DeepSeek", "深度求索"), "0.4"),
        (Name("A company with a name too long for its bar", "一家名字长得排不下的公司，名字无法完整"), "12"),
    )  # fmt: skip
    why = Message(
        "unknown-not-available", {"measure": Name("P/ARR", "市值/年化收入"), "company": Name("Moonshot AI", "月之暗面")}
    )
    bars = tuple(Bar(n, Decimal(v) if v else None, known if v else None, None if v else why) for n, v in rows)
    return BarChart(
        said("P/ARR: market value or last round ÷ run rate", "市值或最近一轮估值 ÷ 年化收入"),
        said("Zhipu 482x, MiniMax 38.3x, OpenAI 28.4x, Anthropic 20.5x.", "智谱482倍，稀宇科技38.3倍。"),
        bars,
        "multiple",
        NOTE,
    )


def changes() -> BarChart:
    """Returns changes on both sides of zero."""
    rows = (
        (ZHIPU, "6.41"),
        (MINIMAX, "-0.218"),
        (Name("Baidu", "百度"), "0.034"),
        (Name("Alibaba", "阿里巴巴"), "-0.58"),
    )
    return BarChart(
        said("Since listing", "上市以来"),
        said("Zhipu +641%, MiniMax −21.8%.", "智谱+641%，稀宇科技-21.8%。"),
        tuple(Bar(name, Decimal(value)) for name, value in rows),
        "ratio",
    )


def mix() -> MixChart:
    """Returns what four companies disclose of their revenue."""
    api, consumer = Name("Open platform and API", "开放平台与API"), Name("Consumer", "消费者")
    china, enterprise = Name("China", "中国"), Name("Enterprise", "企业")
    return MixChart(
        said("Where revenue comes from", "收入来自哪里"),
        said(
            "Zhipu earns 84.8% on premise, MiniMax 71.1% from consumers.",
            "智谱84.8%来自本地部署，稀宇科技71.1%来自消费者。",
        ),
        (
            Whole(
                ZHIPU,
                (
                    Share(Name("On premise", "本地部署"), Decimal("0.848")),
                    Share(api, Decimal("0.152")),
                    Share(china, Decimal("0.88")),
                ),
            ),
            Whole(
                MINIMAX,
                (Share(consumer, Decimal("0.711")), Share(api, Decimal("0.289")), Share(china, Decimal("0.27"))),
            ),
            Whole(ANTHROPIC, (Share(enterprise, Decimal("0.8")), Share(api, Decimal("0.75")))),
            Whole(OPENAI, (Share(consumer, Decimal("0.7")), Share(enterprise, Decimal("0.3")))),
        ),
        said(
            "Parts overlap and are never added; what is not shown is undisclosed.",
            "各部分可能重叠，从不相加；未显示的即未披露。",
        ),
    )


_OWN: tuple[Callable[[], AnyChart], ...] = (
    lead, rounds, rebased, ratio, six, crowd, gaps, losses, single, tiny, empty, multiples, changes, mix,
)  # fmt: skip
GALLERY: Mapping[str, Callable[[], AnyChart]] = {made.__name__: made for made in _OWN} | dict(SUPPLY)


def main(folder: Path) -> None:
    """Draws the whole gallery into a folder."""
    drawer = PillowDrawer(cache(writer))
    folder.mkdir(parents=True, exist_ok=True)
    for name, made in GALLERY.items():
        for language in LANGUAGES:
            for theme in get_args(Theme):
                path = folder / f"{name}-{language}-{theme}.png"
                path.write_bytes(drawer.draw(made(), language, theme).png)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
