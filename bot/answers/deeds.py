"""What vendors report of a share beside its prices, as far as a reader of a figure has to know it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from bot.analysis.figures import VENDOR_COUNT, Figure
from bot.analysis.moments import Moment
from bot.answer import Block, Notice
from bot.answers.scene import Scene
from bot.days import Day
from bot.facts.records import Deed
from bot.quantities import Money, divided
from bot.text import Argument, Message, Raw, Several

SHOWN_DAYS = 370
"""For so long a split or dividend is mentioned: whoever looks at a year of prices meets it."""

_OF_ONE_SHARE = frozenset({"share_price", "price_return", "drawdown"})


def told(found: Figure, when: Moment, scene: Scene) -> list[Block]:
    """Returns what is to be said beside a figure: a count of shares that differs, a split, a dividend."""
    said: list[Block] = []
    for each in found.inputs if found.formula == "close_times_shares" else ():
        counts = [claim for claim in each.also if claim.basis == VENDOR_COUNT]
        if counts:
            values = tuple(
                Message("shares-counted", {"value": c.value, "source": Raw(c.source.publisher), "as_of": c.as_of})
                for c in counts
            )
            said.append(Notice(Message("shares-disputed", {"values": Several(values)}), "warning"))
    if found.value is None or found.measure not in (*_OF_ONE_SHARE, "market_value"):
        return said
    done = [d for d in scene.book.deeds.get(found.company, ()) if 0 <= when.at.since(d.day) <= SHOWN_DAYS]
    taken = {d.day: d for d in done if d.kind == "taken"}
    reported = {d.day: d for d in done if d.kind == "split"}
    if splits := {**reported, **taken}:
        last = splits[max(splits)]
        said.append(_notice(last))
        if last.kind == "taken" and found.measure == "share_price" and isinstance(found.value, Money):
            said += _as_traded(found, found.value, taken)
    if found.measure in _OF_ONE_SHARE and (paid := [d for d in done if d.kind == "dividend"]):
        said.append(_notice(paid[-1]))
    return said


def _as_traded(found: Figure, value: Money, taken: Mapping[Day, Deed]) -> list[Block]:
    ratios = [d.amount for d in taken.values() if found.as_of is not None and d.day <= found.as_of.end]
    number = value.amount
    for each in ratios:
        assert isinstance(each, Decimal)
        number = divided(number, each)
    return [Notice(Message("split-traded", {"price": Money(number, value.currency)}))] if ratios else []


def _notice(deed: Deed) -> Notice:
    about: dict[str, Argument] = {"day": deed.day, "source": Raw(deed.source.publisher)}
    if isinstance(deed.amount, Money):
        return Notice(Message("dividend-paid", {**about, "amount": deed.amount}))
    return Notice(
        Message(
            "split-taken" if deed.kind == "taken" else "split-reported", {**about, "ratio": Raw(ratio(deed.amount))}
        )
    )


def ratio(amount: Decimal) -> str:
    """Returns how many shares became how many, the new number first, as in 5:1 or 1:10."""
    return f"{_plain(amount)}:1" if amount >= 1 else f"1:{_plain(divided(Decimal(1), amount))}"


def _plain(number: Decimal) -> str:
    return f"{round(number, 4).normalize():f}"
