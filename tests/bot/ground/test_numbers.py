"""How amounts are written in both languages: four digits, one figure."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.quantities import Count, Money, Multiple, Percent, Points, Quantity, Shares
from bot.text import Language
from bot.words.numbers import written


def money(amount: str, currency: str = "HKD") -> Money:
    return Money(Decimal(amount), currency)


WRITTEN: list[tuple[Quantity, str, str]] = [
    (money("969262877660"), "HK$969.3bn", "9,693亿港元"),
    (money("1047731261500"), "HK$1.048tn", "1.048万亿港元"),
    (money("999960000000"), "HK$1.000tn", "1.000万亿港元"),
    (money("999940000000"), "HK$999.9bn", "9,999亿港元"),
    (money("99996000"), "HK$100.0m", "1.000亿港元"),
    (money("852000000000", "USD"), "US$852bn", "8,520亿美元"),
    (money("79040000", "USD"), "US$79.04m", "7,904万美元"),
    (money("724300000", "CNY"), "RMB724.3m", "7.243亿元人民币"),
    (money("93299900000", "CNY"), "RMB93.30bn", "933.0亿元人民币"),
    (money("-4718000000", "CNY"), "-RMB4.718bn", "-47.18亿元人民币"),
    (money("0"), "HK$0.00", "0.00港元"),
    (money("116.2"), "HK$116.20", "116.20港元"),
    (money("2174"), "HK$2,174.00", "2,174.00港元"),
    (money("7.79770000"), "HK$7.798", "7.798港元"),
    (money("7.8"), "HK$7.80", "7.80港元"),
    (money("0.1282"), "HK$0.1282", "0.1282港元"),
    (money("0.05"), "HK$0.05", "0.05港元"),
    (money("0.0000123456"), "HK$0.00001235", "0.00001235港元"),
    (money("150", "JPY"), "JP¥150.00", "150.00日元"),
    (money("1500000000000", "JPY"), "JP¥1.5tn", "1.5万亿日元"),
    (money("123456", "CHF"), "CHF 123,456.00", "12.35万 CHF"),
    (money("5000000", "XAU"), "XAU 5m", "500万 XAU"),
    (Percent(Decimal("0.0583")), "5.83%", "5.83%"),
    (Percent(Decimal("0.25")), "25%", "25%"),
    (Percent(Decimal("-0.1234"), signed=True), "-12.3%", "-12.3%"),
    (Percent(Decimal("0.1234"), signed=True), "+12.3%", "+12.3%"),
    (Percent(Decimal(0), signed=True), "0%", "0%"),
    (Percent(Decimal("19.22"), signed=True), "+1,922%", "+1,922%"),
    (Multiple(Decimal("20.5319")), "20.5x", "20.5倍"),
    (Multiple(Decimal("181.3")), "181x", "181倍"),
    (Multiple(Decimal("99.96")), "100x", "100倍"),
    (Percent(Decimal("0.09999")), "10.0%", "10.0%"),
    (Shares(Decimal(445_843_090)), "445,843,090 shares", "445,843,090股"),
    (Points(Decimal("5")), "5 points", "5个百分点"),
    (Count(Decimal(428)), "428", "428"),
    (Count(Decimal(4_000_000)), "4m", "400万"),
    (Count(Decimal(236_000_000)), "236m", "2.36亿"),
]


@pytest.mark.parametrize(("quantity", "english", "chinese"), WRITTEN, ids=[w[1] for w in WRITTEN])
def test_how_an_amount_is_written(quantity: Quantity, english: str, chinese: str) -> None:
    assert written(quantity, "en") == english
    assert written(quantity, "zh") == chinese


SCALES = {"tn": 12, "bn": 9, "m": 6, "万亿": 12, "亿": 8, "万": 4}


def read_back(text: str) -> Decimal:
    match = re.search(r"([\d,.]+)(tn|bn|m|万亿|亿|万)?", text)
    assert match is not None
    number = Decimal(match[1].replace(",", "")).scaleb(SCALES.get(match[2] or "", 0))
    return -number if text.startswith("-") else number


@given(
    amount=st.decimals(min_value=Decimal(-(10**14)), max_value=Decimal(10**14), allow_nan=False, places=6),
    language=st.sampled_from(["en", "zh"]),
    currency=st.sampled_from(["HKD", "USD", "CNY", "JPY", "CHF"]),
)
def test_what_is_written_reads_back_to_four_digits(amount: Decimal, language: Language, currency: str) -> None:
    back = read_back(written(Money(amount, currency), language))
    assert abs(back - amount) <= abs(amount) * Decimal("0.0005")


@given(amount=st.decimals(min_value=Decimal(1), max_value=Decimal(10**14), places=2))
def test_both_languages_write_one_figure(amount: Decimal) -> None:
    money = Money(amount, "HKD")
    english, chinese = read_back(written(money, "en")), read_back(written(money, "zh"))
    assert abs(english - chinese) <= amount * Decimal("0.0005")


@given(places=st.integers(-6, 14), digits=st.integers(1000, 9999))
def test_four_digits_or_fewer_are_written_without_loss(places: int, digits: int) -> None:
    amount = Decimal(digits).scaleb(places - 3)
    for language in ("en", "zh"):
        assert read_back(written(Money(amount, "USD"), language)) == amount
