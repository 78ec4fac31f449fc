"""Reading what is declared of lock-ups: rules, what binds whom, conditions, amendments, dated events, seen unlocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final, Literal, TypeVar, cast, get_args

from bot.days import Day
from bot.facts.lockups import Amendment, Condition, Counting, Event, Layer, LockBook, LockRule
from bot.facts.records import Source, SourceKind
from bot.text import Name
from data.amounts import PRICE_SCALE, restored
from data.cells import number, period, some_day, text, whole, word
from data.table_files import Fault, FaultError, Row, read_rows

FOLDER: Final = "lockups"
RULES: Final = (
    *("rule", "venues", "holder_class", "layer", "term", "unit", "starts", "counting", "tolerance_days"),
    *("name_en", "name_zh", "citation", "source", "confidence"),
)
LOCKS: Final = ("company", "holder_rule", "rules", "condition")
CONDITIONS: Final = ("condition", "company", "kind", "event", "sessions", "price", "within", "source")
AMENDMENTS: Final = (
    *("amendment", "company", "holder", "kind", "was_locked_to", "locked_to", "announced_on", "source", "note"),
)
EVENTS: Final = ("company", "day", "kind", "what_en", "what_zh", "source", "note")
SOURCES: Final = ("source", "kind", "publisher", "title", "url", "published_on", "note")
_CONDITION_KINDS: Final = ("nth_session", "close_at_least", "results")
_AMENDMENT_KINDS: Final = ("extension", "waiver", "early_release")

Read = TypeVar("Read")
Cells = Mapping[str, str]


def read_locks(folder: Path) -> LockBook:
    """Returns everything declared of lock-ups in a fact folder; what is wrong there, the facts checker names."""
    return _Reader(folder).book()


def lock_faults(folder: Path) -> list[Fault]:
    """Returns what is wrong in the lock-up files of a fact folder, each with its file and line."""
    reader = _Reader(folder)
    reader.book()
    return reader.faults


class _Reader:
    """Reads the files of one folder and keeps what is wrong with them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.faults: list[Fault] = []
        self._sources = {s.key: s for s in self._each("sources.csv", SOURCES, _source)}

    def book(self) -> LockBook:
        """Returns what the files say, without the rows that say nothing that can be used."""
        rules = {r.key: r for r in self._each(f"{FOLDER}/rules.csv", RULES, self._rule)}
        conditions = {c.key: c for c in self._each(f"{FOLDER}/conditions.csv", CONDITIONS, self._condition)}
        bound: dict[tuple[str, str], tuple[str, ...]] = {}
        early: dict[tuple[str, str], Condition] = {}
        for subject, keys, condition in self._each(
            f"{FOLDER}/locks.csv", LOCKS, lambda cells: _lock(cells, rules, conditions)
        ):
            bound[subject] = keys
            if condition:
                early[subject] = conditions[condition]
        return LockBook(
            rules,
            bound,
            early,
            tuple(self._each(f"{FOLDER}/amendments.csv", AMENDMENTS, self._amendment)),
            tuple(self._each("events.csv", EVENTS, self._event)),
            frozenset(self._verified()),
        )

    def _each(self, name: str, columns: tuple[str, ...], read: Callable[[Cells], Read]) -> Iterator[Read]:
        path = self._folder / name
        if not path.exists():
            return
        for row in read_rows(path, columns, name=name):
            if isinstance(row, Fault):
                self.faults.append(row)
                continue
            try:
                yield read(row.cells)
            except FaultError as error:
                self.faults.append(row.fault(error.key, **error.arguments))

    def _verified(self) -> Iterator[tuple[str, Day]]:
        """The unlocks that were seen to happen: company and first session."""
        path = self._folder / "unlock_cases.csv"
        if not path.exists():
            return
        with path.open(encoding="utf-8") as stream:
            columns = tuple(stream.readline().strip().split(","))
        for row in read_rows(path, columns, name=path.name):
            if isinstance(row, Row) and row.cells["first_free_session"]:
                yield row.cells["case"], _day(row.cells, "first_free_session")

    def _cited(self, cells: Cells) -> Source:
        key = cells["source"]
        if key not in self._sources:
            raise FaultError("fact-unknown-source", column="source", text=key)
        return self._sources[key]

    def _rule(self, cells: Cells) -> LockRule:
        unit = word(cells, "unit", ("months", "days"))
        counting = word(cells, "counting", get_args(Counting))
        if (unit == "months") != (counting in ("eve", "same_day")):
            allowed = "eve, same_day" if unit == "months" else "days, day_one"
            raise FaultError("fact-not-allowed", column="counting", text=counting, allowed=allowed)
        return LockRule(
            cells["rule"],
            frozenset(cells["venues"].split()),
            cells["holder_class"],
            cast(Layer, word(cells, "layer", get_args(Layer))),
            _whole(cells, "term"),
            cast(Literal["months", "days"], unit),
            cast(Literal["listing", "prospectus"], word(cells, "starts", ("listing", "prospectus"))),
            cast(Counting, counting),
            _whole(cells, "tolerance_days"),
            Name(cells["name_en"], cells["name_zh"]),
            text(cells, "citation"),
            self._cited(cells),
            cells["confidence"],
        )

    def _condition(self, cells: Cells) -> Condition:
        kind = word(cells, "kind", _CONDITION_KINDS)
        price = number(cells, "price", PRICE_SCALE)
        return Condition(
            cells["condition"],
            cells["company"],
            cast(Literal["nth_session", "close_at_least", "results"], kind),
            cells["event"],
            _whole(cells, "sessions"),
            None if price is None else restored(price, PRICE_SCALE),
            whole(cells, "within") or 0,
            self._cited(cells),
        )

    def _amendment(self, cells: Cells) -> Amendment:
        return Amendment(
            cells["amendment"],
            cells["company"],
            text(cells, "holder"),
            cast(
                Literal["extension", "waiver", "early_release"],
                word(cells, "kind", _AMENDMENT_KINDS),
            ),
            _day(cells, "was_locked_to"),
            _day(cells, "locked_to"),
            _day(cells, "announced_on"),
            self._cited(cells),
            cells["note"],
        )

    def _event(self, cells: Cells) -> Event:
        day = period(cells, "day", "12-31")
        what = Name(cells["what_en"], cells["what_zh"])
        return Event(cells["company"], day, cells["kind"], what, self._cited(cells), cells["note"])


def _lock(
    cells: Cells, rules: Mapping[str, LockRule], conditions: Mapping[str, Condition]
) -> tuple[tuple[str, str], tuple[str, ...], str]:
    keys = tuple(cells["rules"].split())
    for key in keys:
        if key not in rules:
            raise FaultError("fact-unknown-rule", column="rules", text=key)
    if cells["condition"] and cells["condition"] not in conditions:
        raise FaultError("fact-unknown-rule", column="condition", text=cells["condition"])
    return (cells["company"], text(cells, "holder_rule")), keys, cells["condition"]


def _source(cells: Cells) -> Source:
    return Source(cells["source"], cast(SourceKind, cells["kind"]), cells["publisher"], cells["title"], cells["url"])


def _whole(cells: Cells, column: str) -> int:
    text(cells, column)
    return whole(cells, column) or 0


def _day(cells: Cells, column: str) -> Day:
    return Day(some_day(cells, column))
