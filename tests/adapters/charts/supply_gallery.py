"""Charts of supply and of what may happen made by hand, of every awkward shape."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from random import Random

from bot.charts import (
    Due,
    Edge,
    EventPath,
    FanChart,
    Lane,
    Offset,
    QuantileBand,
    Standing,
    Step,
    StripChart,
    SupplyChart,
    Swing,
    TornadoChart,
    WaterfallChart,
)
from bot.days import Day
from bot.text import Message, Name
from tests.adapters.samples import plain

ZHIPU = Name("Zhipu", "智谱")
MINIMAX = Name("MiniMax", "稀宇科技")
NOTE = plain(
    Name(
        "Prospectus and allotment results, HKEX. Unlisted shares left out.",
        "招股书与配发结果，港交所；不含非上市股份。",
    )
)


def said(en: str, zh: str) -> Message:
    """Returns a sentence in both languages."""
    return plain(Name(en, zh))


def waterfall() -> WaterfallChart:
    """Returns a float that grows by classes of holders, one of them unknown, measured by all shares."""
    return WaterfallChart(
        said("Zhipu: float before and after the releases of 2027", "智谱：2027年解禁前后的流通股"),
        said("The float grows from 46.1m to 291.0m shares, 66.1% of all.", "流通股由4,610万股增至2.91亿股，占66.1%。"),
        Standing(said("Float today", "目前流通股"), Decimal(46_120_000)),
        (
            Step(said("State capital", "国资"), Decimal(31_480_000), Day.of("2027-01-08")),
            Step(said("Industrial investors", "产业资本"), Decimal(62_310_000), Day.of("2027-01-08")),
            Step(said("Financial VC", "财务投资人"), Decimal(118_400_000), Day.of("2027-01-08")),
            Step(said("Staff platforms", "员工持股平台"), Decimal(32_700_000), Day.of("2027-01-08")),
            Step(
                said("Controlling group", "控股股东"),
                None,
                Day.of("2027-07-08"),
                said("not disclosed by holder", "未按股东披露"),
            ),
        ),
        said("Float after", "解禁后流通股"),
        "shares",
        Standing(said("All shares", "总股本"), Decimal(440_300_000)),
        NOTE,
    )


def steps() -> WaterfallChart:
    """Returns more steps than have room, some down, with a long name and no total."""
    return WaterfallChart(
        said("Money at the close", "按收盘价计的金额"),
        said("From HK$4bn to HK$11bn.", "由40亿港元增至110亿港元。"),
        Standing(said("Before", "之前"), Decimal("4e9")),
        (
            Step(
                said("A class of holders with a name too long for its row", "一个名字长得在一行里放不下的股东类别名称"),
                Decimal("9e9"),
                Day.of("2026-12-31"),
            ),
            Step(said("Taken back into lock", "重新锁定"), Decimal("-3.1e9")),
            *(Step(Name(f"Holder {n}", f"股东{n}"), Decimal("8e7") * (n - 3)) for n in range(12)),
        ),
        said("After", "之后"),
        "HKD",
    )


def strip() -> StripChart:
    """Returns two companies' next twelve months, releases close together, one on a Saturday, one provisional."""
    return StripChart(
        said("Shares that come free in the next twelve months", "未来十二个月解禁"),
        said(
            "Zhipu 55.6% of its shares on 8 January 2027, MiniMax 31.2% on 11 January.",
            "智谱2027年1月8日解禁55.6%，稀宇科技1月11日解禁31.2%。",
        ),
        Day.of("2026-11-23"),
        Day.of("2027-11-22"),
        (
            Lane(
                ZHIPU,
                (
                    Due(Day.of("2027-01-08"), Decimal("0.556"), Day.of("2027-01-08")),
                    Due(Day.of("2027-07-08"), Decimal("0.0583"), Day.of("2027-07-08"), provisional=True),
                ),
            ),
            Lane(
                MINIMAX,
                (
                    Due(Day.of("2027-01-09"), Decimal("0.312"), Day.of("2027-01-11")),
                    Due(Day.of("2027-01-23"), Decimal("0.021"), Day.of("2027-01-25")),
                    Due(Day.of("2027-02-09"), None, Day.of("2027-02-11")),
                ),
            ),
            Lane(Name("iFlytek", "科大讯飞"), (Due(Day.of("2027-01-02"), Decimal("0.44"), Day.of("2027-01-04")),)),
            Lane(Name("SenseTime", "商汤"), ()),
        ),
        "ratio",
        NOTE,
    )


def crowded_strip() -> StripChart:
    """Returns more companies and days than have room for words, by money."""
    luck = Random(5)  # noqa: S311  # nothing here is secret
    first = Day.of("2026-11-23")
    return StripChart(
        said("Money that comes free", "解禁市值"),
        said("Many releases.", "解禁很多。"),
        first,
        first.plus(364),
        tuple(
            Lane(
                Name(f"A company with a rather long name {n}", f"一家名字相当长的公司{n}"),
                tuple(
                    Due(first.plus(day), Decimal(luck.randrange(1, 900)) * 10**8, first.plus(day + 1))
                    for day in sorted(luck.sample(range(363), 14))
                ),
            )
            for n in range(7)
        ),
        "HKD",
    )


def fan() -> FanChart:
    """Returns two companies' paths around a release among placebo bands."""
    luck = Random(12)  # noqa: S311  # nothing here is secret
    walks = []
    for _ in range(2):
        number, points = Decimal(0), []
        for offset in range(-5, 21):
            points.append(Offset(offset, number))
            number += Decimal(round(luck.gauss(-0.006, 0.022), 5))
        walks.append(tuple(points))
    bands = tuple(
        QuantileBand(
            what,
            tuple(
                Edge(at, -Decimal(reach) * Decimal(at + 5).sqrt(), Decimal(reach) * Decimal(at + 5).sqrt())
                for at in range(-5, 21)
            ),
        )
        for what, reach in (
            (said("90% of 142 ordinary windows", "142个平常窗口的90%"), "0.062"),
            (said("50%", "50%"), "0.026"),
        )
    )
    return FanChart(
        said("Around the release of July 2026: return less the peer's", "2026年7月解禁前后：相对同业的超额收益"),
        said("Zhipu −11.2% by day +20, inside the 90% band.", "到第+20日智谱为-11.2%，在90%区间之内。"),
        (EventPath(ZHIPU, walks[0]), EventPath(MINIMAX, walks[1])),
        bands,
        "ratio",
        said("first free day, 8 and 9 July", "解禁首日，7月8日与9日"),
        said("One event is no average: the band says only what is usual.", "单一事件不是均值：色带只说明平常的幅度。"),
    )


def lone_fan() -> FanChart:
    """Returns one point and no band."""
    return FanChart(
        said("One day", "一天"),
        said("One point.", "一个点。"),
        (EventPath(ZHIPU, (Offset(0, Decimal("0.031")),)),),
        (),
        "ratio",
        said("listing", "上市"),
    )


def tornado() -> TornadoChart:
    """Returns what moves a money figure, one input unknown, one that moves it upwards either way."""

    def percent(words: str) -> Message:
        return said(words, words)

    return TornadoChart(
        said("What moves the money that comes free at Zhipu", "智谱解禁市值：各项假设"),
        said("Price moves it most: HK$97bn to HK$291bn.", "股价影响最大：970亿至2,910亿港元。"),
        Standing(said("Base", "基准"), Decimal("194e9")),
        (
            Swing(
                said("Willing to sell", "卖出意愿"), Decimal("58e9"), Decimal("156e9"), percent("30%"), percent("80%")
            ),
            Swing(said("Share price", "股价"), Decimal("97e9"), Decimal("291e9"), percent("-50%"), percent("+50%")),
            Swing(
                said("Waiver for staff platforms", "员工平台豁免"), Decimal("181e9"), None, said("extended", "延长锁定")
            ),
            Swing(said("US dollar", "美元汇率"), Decimal("193e9"), Decimal("195e9"), percent("7.75"), percent("7.85")),
            Swing(said("Volume", "成交量"), None, None, why=said("does not move it", "不影响")),
        ),
        "HKD",
        NOTE,
    )


def flat_tornado() -> TornadoChart:
    """Returns a base that nothing moves."""
    return TornadoChart(
        said("Nothing moves it", "不为所动"),
        said("It stays.", "不变。"),
        Standing(said("Base", "基准"), Decimal(20)),
        (Swing(said("Price", "股价"), Decimal(20), Decimal(20)),),
        "multiple",
    )


SUPPLY: Mapping[str, Callable[[], SupplyChart]] = {
    made.__name__: made for made in (waterfall, steps, strip, crowded_strip, fan, lone_fan, tornado, flat_tornado)
}
