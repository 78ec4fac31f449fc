"""Whether share counts fit: parts within the whole, holders within the shares in issue, totals with their sums."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from data.amounts import restored, scale_of
from data.shipped import Placed, Shipped
from data.table_files import Fault, fault

WHOLE: Final = "shares_in_issue"
BEYOND_THE_WHOLE: Final = frozenset({"fully_diluted"})
"""Scopes that count shares which do not exist yet."""

_TRADED: Final = frozenset({"volume", "board_lot"})
"""Share figures that are no part of the shares in issue: the same share may be traded many times."""


def share_faults(facts: Shipped) -> Iterator[Fault]:
    """Yields what cannot be true among the share counts and lock-up lists of each company."""
    wholes: dict[str, list[Placed]] = defaultdict(list)
    for placed in facts.claims:
        row = placed.values
        if row["measure"] == WHOLE and not row["scope"] and row["value"] is not None:
            wholes[row["company"]].append(placed)
    for placed in facts.claims:
        yield from _part_above_whole(placed, wholes[placed.values["company"]])
    holdings: dict[str, list[Placed]] = defaultdict(list)
    for placed in facts.holdings:
        holdings[placed.values["company"]].append(placed)
    for company, group in holdings.items():
        most = max((p.values["value"] for p in wholes[company]), default=None)
        yield from _holders_above_whole(group, most)
        yield from _totals(group)
        yield from _days(group)


def _part_above_whole(placed: Placed, wholes: list[Placed]) -> Iterator[Fault]:
    row = placed.values
    whole_itself = row["measure"] == WHOLE and not row["scope"]
    if row["unit"] != "shares" or row["value"] is None or row["measure"] in _TRADED or whole_itself:
        return
    if row["scope"] in BEYOND_THE_WHOLE or not wholes:
        return
    earlier = [p for p in wholes if p.values["as_of_end"] <= row["as_of_end"]] or wholes
    last = max(p.values["as_of_end"] for p in earlier)
    most = max(p.values["value"] for p in earlier if p.values["as_of_end"] == last)
    if row["value"] > most:
        yield _above(placed, row["value"], most)


def _above(placed: Placed, part: int, whole: int) -> Fault:
    scale = scale_of("shares")
    return fault(
        placed.file,
        placed.line,
        "fact-above-whole",
        part=f"{restored(part, scale):f}",
        whole=f"{restored(whole, scale):f}",
    )


def _holders_above_whole(group: list[Placed], most: int | None) -> Iterator[Fault]:
    together = 0
    for placed in group:
        row = placed.values
        whole = max((n for n in (row["pct_base"], most) if n is not None), default=None)
        if row["shares"] is None or whole is None:
            continue
        together += row["shares"] if row["row_type"] == "holder" else 0
        if row["shares"] > whole:
            yield _above(placed, row["shares"], whole)
        elif row["row_type"] == "holder" and whole < together <= whole + row["shares"]:
            yield _above(placed, together, whole)


def _totals(group: list[Placed]) -> Iterator[Fault]:
    """A total is the sum of the holders of some classes that come free on its day; a split is one of such a sum."""
    sums: dict[object, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for placed in group:
        row = placed.values
        if row["row_type"] == "holder" and row["shares"] is not None:
            sums[row["first_free_day"]][row["holder_class"]] += row["shares"]
    splits: dict[tuple[object, str], list[Placed]] = defaultdict(list)
    for placed in group:
        row = placed.values
        if row["shares"] is None or not sums.get(row["first_free_day"]):
            continue
        if row["row_type"] == "total" and row["shares"] not in _possible(sums[row["first_free_day"]]):
            yield _unreconciled(placed, row["shares"])
        elif row["row_type"] == "class_split":
            splits[row["first_free_day"], row["holder_class"]].append(placed)
    for (day, _), parts in splits.items():
        together = sum(p.values["shares"] for p in parts)
        if together not in _possible(sums[day]):
            yield _unreconciled(parts[0], together)


def _possible(by_class: dict[str, int]) -> set[int]:
    sizes = list(by_class.values())
    return {sum(some) for count in range(1, len(sizes) + 1) for some in combinations(sizes, count)}


def _unreconciled(placed: Placed, total: int) -> Fault:
    return fault(placed.file, placed.line, "fact-total", total=f"{restored(total, scale_of('shares')):f}")


def _days(group: list[Placed]) -> Iterator[Fault]:
    for placed in group:
        last, free = placed.values["last_locked_day"], placed.values["first_free_day"]
        session = placed.values["first_session"]
        if last and free and free <= last:
            yield fault(placed.file, placed.line, "fact-day-order", column="first_free_day", text=free.isoformat())
        elif free and session and session < free:
            yield fault(placed.file, placed.line, "fact-day-order", column="first_session", text=session.isoformat())
