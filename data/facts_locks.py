"""Whether what is declared of lock-ups can be: rules of the company's own exchange, days after its listing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from data import lockup_files, sessions_file
from data.shipped import Placed, Shipped
from data.table_files import Fault, Row, fault, read_rows


def lock_faults(folder: Path, facts: Shipped) -> Iterator[Fault]:
    """Yields what is wrong with the lock-up and session files of a fact folder, and with holdings in their light."""
    yield from lockup_files.lock_faults(folder)
    try:
        sessions_file.read_sessions(folder / "sessions")
    except (KeyError, OSError, ValueError) as error:
        yield fault("sessions", 0, "file-sessions", text=str(error))
    listings: dict[str, list[Placed]] = defaultdict(list)
    for placed in facts.listings:
        listings[placed.values["company"]].append(placed)
    yield from _rules_of_other_venues(folder, listings)
    for placed in facts.holdings:
        yield from _before_listing(placed, listings)


def _rules_of_other_venues(folder: Path, listings: Mapping[str, list[Placed]]) -> Iterator[Fault]:
    rules = lockup_files.read_locks(folder).rules
    name = f"{lockup_files.FOLDER}/locks.csv"
    if not (folder / name).exists():
        return
    for row in read_rows(folder / name, lockup_files.LOCKS, name=name):
        if not isinstance(row, Row):
            continue
        venues = {placed.values["venue"] for placed in listings.get(row.cells["company"], ())}
        if not venues:
            yield row.fault("fact-unknown-listing", column="company", text=row.cells["company"])
            continue
        for key in row.cells["rules"].split():
            if key in rules and not rules[key].venues & venues:
                yield row.fault("fact-rule-venue", text=key, venue=", ".join(sorted(venues)))


def _before_listing(placed: Placed, listings: Mapping[str, list[Placed]]) -> Iterator[Fault]:
    row = placed.values
    days = [item.values["listed_on"] for item in listings.get(row["company"], ()) if item.values["listed_on"]]
    free = row["first_free_day"]
    if days and free and row["row_type"] == "holder" and free < min(days):
        said = {"text": free.isoformat(), "listed": min(days).isoformat()}
        yield fault(placed.file, placed.line, "fact-before-listing", **said)
