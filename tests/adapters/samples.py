"""Answers made by hand that a person would get, for snapshots and pictures on every platform."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bot.answer import (
    Answer,
    Calendar,
    Cell,
    Chart,
    Choice,
    Column,
    Entry,
    Field,
    Fields,
    Line,
    Notice,
    Point,
    Prose,
    Table,
)
from bot.call import Ask
from bot.days import AsOf, Day, Instant
from bot.quantities import Money, Multiple, Percent
from bot.text import Argument, Link, Message, Name, Raw, Several, Term, Typed

ZHIPU = Name("Zhipu", "智谱")
MINIMAX = Name("MiniMax", "稀宇科技")
HOSTILE = Name("<!channel> *Evil* [click](https://evil.example) @everyone <@123456789012345678> `x` # big")
JUNE = AsOf.of("2026-06-24")


def plain(text: Argument) -> Message:
    """Returns a sentence that is just its argument."""
    return Message("plain", {"text": text})


def cited(title: str, url: str) -> Message:
    """Returns a footnote that is a source."""
    return plain(Link(Name(title), url))


def parts(*said: Argument) -> Message:
    """Returns a sentence of parts set one after another, so that the samples need few keys of the catalogue."""
    joined: Argument = said[0]
    for part in said[1:]:
        joined = Message("parts", {"first": joined, "second": part})
    return plain(joined)


def rate() -> Message:
    """Returns the footnote of an exchange rate."""
    return parts(Money(Decimal(1), "USD"), Money(Decimal("7.8312"), "HKD"), Day.of("2026-06-24"))


def hkd(billions: str) -> Money:
    """Returns billions of Hong Kong dollars."""
    return Money(Decimal(billions) * 10**9, "HKD")


def value() -> Answer:
    """Returns the value of one company: labelled values, a warning, sources, buttons."""
    measure = Name("Zhipu market value", "智谱市值")
    return Answer(
        parts(measure, hkd("969.262877"), JUNE),
        (
            Fields(
                (
                    Field(Message("field-value"), Cell(hkd("969.262877"), ("c1",), JUNE, (1,))),
                    Field(Message("field-basis"), Cell(Term("basis", "market_cap"))),
                    Field(Message("field-age"), Cell(Name("3 days old", "3天前"))),
                    Field(
                        Message("field-source"),
                        Cell(
                            Several(
                                (
                                    Link(Name("HKEX daily quotations"), "https://www.hkex.com.hk/eng/stat/quot.htm"),
                                    Link(
                                        Name("Annual report 2025 (PDF)"),
                                        "https://www.zhipu.example/ar_2025.pdf?lang=en",
                                    ),
                                )
                            )
                        ),
                    ),
                    Field(
                        Name("Net loss", "净亏损"),
                        Cell(None, why=plain(Name("No source states it.", "没有来源说明。"))),
                    ),
                )
            ),
            Prose(
                (
                    plain(
                        Name(
                            "For a listed company the close is taken times all shares.",
                            "市值按收盘价乘以全部股数计算。",
                        )
                    ),
                    plain(Name("Figures that others printed stand beside it.", "他处刊出的数字并列于下。")),
                )
            ),
            Notice(plain(Name("This figure is old.", "此数字较旧。")), "warning"),
            Notice(plain(Several((Typed("/value zhipu"), Typed("/value minimax arr"))))),
        ),
        tuple(Choice(plain(Term("currency", each)), Ask("value", f"zhipu {each}")) for each in ("USD", "CNY")),
        (rate(), cited("HKEX daily quotations, 24 June 2026", "https://www.hkex.com.hk/eng/stat/quot.htm")),
        JUNE,
        parts(measure, Name("latest", "最新")),
    )


def comparison() -> Answer:
    """Returns several companies side by side: a table with a footnote, an unknown value and a chart."""
    rows = (
        (
            Cell(ZHIPU),
            Cell(hkd("969.262877"), notes=(1,)),
            Cell(Multiple(Decimal("482.1"))),
            Cell(Percent(Decimal("-0.0583"))),
        ),
        (Cell(MINIMAX), Cell(hkd("93.2999")), Cell(Multiple(Decimal("38.25"))), Cell(Percent(Decimal("0.112")))),
        (
            Cell(Name("Anthropic")),
            Cell(Money(Decimal("380e9"), "USD"), notes=(2,)),
            Cell(None, why=plain(Name("Its two figures are too far apart in time.", "两个数字的日期相隔太久。"))),
            Cell(None),
        ),
    )
    columns = (
        Column(Message("column-company")),
        Column(Name("Market value", "市值"), "number"),
        Column(Name("P/ARR", "市值/年化收入"), "number"),
        Column(Name("30-day change", "30天涨跌"), "number"),
    )
    start = date(2026, 1, 8)
    courses = tuple(
        Line(
            name,
            tuple(
                Point(Day(start).plus(14 * n), Decimal(base) + Decimal((n * n * step) % 97) * 10**9) for n in range(12)
            ),
        )
        for name, base, step in ((ZHIPU, "300e9", 7), (MINIMAX, "90e9", 5))
    )
    return Answer(
        parts(Several((ZHIPU, MINIMAX, Name("Anthropic"))), Name("market value", "市值")),
        (
            Table(plain(Name("Three companies side by side", "三家公司对比")), columns, rows),
            Chart(
                plain(Name("Market value since listing", "上市以来的市值")),
                plain(Name("Zhipu ended 32 times higher than it began.", "智谱期末市值高于期初。")),
                courses,
                "HKD",
            ),
        ),
        (
            Choice(
                plain(Term("currency", "USD")),
                Ask("compare", "zhipu minimax", {"currency": "USD"}),
            ),
        ),
        (rate(), cited("Anthropic raises Series G", "https://www.anthropic.example/news/series-g")),
        JUNE,
        parts(Name("known at", "当时已知"), Instant.of("2026-06-24T09:00:00Z")),
    )


def unlocks() -> Answer:
    """Returns a calendar with many rows below it, long enough that rows must give way on some platforms."""
    return Answer(
        plain(Name("Share unlocks in the next 12 months", "未来12个月的解禁")),
        (
            Calendar(
                plain(Name("Next dates", "近期日期")),
                (
                    Entry(
                        Day.of("2026-07-08"),
                        plain(Name("Zhipu: cornerstone shares, 5.83% of shares", "智谱：基石股份，占股本5.83%")),
                    ),
                    Entry(Day.of("2027-01-08"), plain(Name("MiniMax: founders' shares", "稀宇科技：创始人股份"))),
                ),
            ),
            Table(
                plain(Name("All releases", "全部解禁")),
                (
                    Column(Message("column-company")),
                    Column(Name("First free day", "首个可交易日")),
                    Column(Name("Holder", "持有人")),
                    Column(Name("Shares", "股份"), "number"),
                    Column(Message("field-value"), "number"),
                ),
                tuple(
                    (
                        Cell(ZHIPU if n % 2 else MINIMAX),
                        Cell(Day(date(2026, 7, 8)).plus(n)),
                        Cell(Name(f"Holder number {n} of the cornerstone investors", f"第{n}位基石投资者")),
                        Cell(Percent(Decimal(n) / 1000)),
                        Cell(hkd(f"{n + 1}.25")),
                    )
                    for n in range(60)
                ),
            ),
        ),
        (),
        (cited("Prospectus, section “Cornerstone investors”", "https://www.hkex.com.hk/prospectus_2026.pdf"),),
    )


def hostile() -> Answer:
    """Returns an answer whose every name and raw text tries to format, link and tell people."""
    raw = Raw("*bold* _it_ ~no~ `code` ```block``` <https://evil.example|me> &lt; https://evil.example :tada: #general")
    return Answer(
        parts(HOSTILE, hkd("1"), JUNE),
        (
            Prose((plain(HOSTILE), plain(raw))),
            Fields((Field(HOSTILE, Cell(raw)),)),
            Table(plain(HOSTILE), (Column(HOSTILE), Column(HOSTILE, "number")), ((Cell(HOSTILE), Cell(hkd("2"))),)),
            Notice(plain(raw), "warning"),
        ),
        (Choice(plain(HOSTILE), Ask("value", HOSTILE.en)),),
        (plain(HOSTILE), plain(Link(HOSTILE, "javascript:alert(1)"))),
        read_as=plain(HOSTILE),
        visible_to="asker",
    )


SAMPLES = {"value": value, "comparison": comparison, "unlocks": unlocks, "hostile": hostile}
