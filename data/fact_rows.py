"""The columns of the fact files, and how one row of each becomes a row of its table."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, get_args

from bot.facts.records import KnownAtBasis, Qualifier, SourceKind, StatedBy
from data.amounts import MONEY_SCALE, PRICE_SCALE, scale_of
from data.cells import day, number, period, some_day, text, unit, whole, word, yes_no
from data.table_files import FaultError

Values = dict[str, Any]
Cells = Mapping[str, str]

COMPANY = (
    "company", "name", "name_zh", "legal_name", "legal_name_zh", "status", "route", "hq", "founded",
    "reporting_currency", "fiscal_year_end", "note", "source",
)  # fmt: skip
ALIAS = ("company", "alias", "language", "kind", "ambiguous", "note")
LISTING = (
    "company", "ticker", "ticker_venue", "venue", "listed_on", "offer_price", "currency", "zone", "source", "note",
)  # fmt: skip
SOURCE = ("source", "kind", "publisher", "title", "url", "published_on", "note")
CLAIM = (
    "claim", "measure", "value", "low", "high", "unit", "as_of", "scope", "basis", "audited", "qualifier", "stated_by",
    "source", "known_at", "known_at_basis", "retrieved_at", "supersedes", "note",
)  # fmt: skip
SAME_CLAIM = (
    "company", "measure", "value", "low", "high", "day", "unit", "as_of", "scope", "basis", "source", "known_at",
    "note",
)  # fmt: skip
"""What two claims must not have in common: the same source does not state one figure twice."""
BAR = ("session", "open", "high", "low", "close", "volume", "turnover", "source", "note")
HOLDING = (
    "company", "holder", "row_type", "holder_class", "holder_label", "class_basis", "shares", "share_class", "tradable",
    "pct_of_issued", "pct_base", "pct_low", "pct_high", "lock_start", "last_locked_day", "first_free_day",
    "first_session", "date_status", "rule_layer", "rule", "source", "note",
)  # fmt: skip
STATEMENT = (
    "statement", "location", "subject", "kind", "text", "speaker", "stated_on", "due_on", "verdict", "verdict_detail",
    "resolved_on", "source", "note",
)  # fmt: skip

SOURCE_KINDS: tuple[str, ...] = get_args(SourceKind)
CALENDAR_YEAR = "12-31"
"""When a fiscal year ends that nobody has stated."""
PERCENT_SCALE = scale_of("points")


def company_values(cells: Cells) -> Values:
    """Returns a company's row; its fiscal year ends on a month and day such as 12-31, or is not known."""
    text(cells, "name")
    if ends := cells["fiscal_year_end"]:
        try:
            date.fromisoformat(f"2001-{ends}")
        except ValueError:
            raise FaultError("fact-not-a-day", column="fiscal_year_end", text=ends) from None
    if cells["reporting_currency"]:
        unit(cells, "reporting_currency")
    return {"key": text(cells, "company"), **{column: cells[column] for column in COMPANY[1:]}}


def alias_values(cells: Cells) -> Values:
    """Returns a shipped alias's row."""
    plain = {column: cells[column] for column in ("language", "kind", "note")}
    return {
        "workspace": "",
        "company": text(cells, "company"),
        "alias": text(cells, "alias"),
        "ambiguous": yes_no(cells, "ambiguous") is True,
        **plain,
    }


def listing_values(cells: Cells) -> Values:
    """Returns a listing's row."""
    plain = {column: cells[column] for column in ("ticker_venue", "source", "note")}
    return {
        "company": text(cells, "company"),
        "ticker": text(cells, "ticker"),
        "venue": text(cells, "venue"),
        "listed_on": day(cells, "listed_on"),
        "offer_price": number(cells, "offer_price", PRICE_SCALE),
        "currency": unit(cells, "currency"),
        "zone": text(cells, "zone"),
        **plain,
    }


def source_values(cells: Cells, workspace: str = "") -> Values:
    """Returns a source's row; a source without title and address is none (FaultError)."""
    if not cells["title"] and not cells["url"]:
        raise FaultError("fact-source-unnamed", column="title")
    plain = {column: cells[column] for column in ("publisher", "title", "url", "published_on", "note")}
    kind = word(cells, "kind", SOURCE_KINDS)
    return {"workspace": workspace, "key": text(cells, "source"), "kind": kind, **plain}


def claim_values(cells: Cells, company: str, fiscal_year_end: str, workspace: str = "") -> Values:
    """Returns the first version of a claim: exactly one of a value, a range and a day, all that issue 3 asks stated."""
    kind = unit(cells, "unit")
    span = period(cells, "as_of", fiscal_year_end)
    known, retrieved = some_day(cells, "known_at"), day(cells, "retrieved_at")
    if retrieved is not None and retrieved < known:
        raise FaultError("fact-read-before-known", column="retrieved_at", text=cells["retrieved_at"])
    root = text(cells, "claim")
    if "~" in root:
        raise FaultError("fact-not-an-id", column="claim", text=root)
    return {
        "workspace": workspace,
        "id": root,
        "root": root,
        "version": 1,
        "shipped": True,
        "supersedes": cells["supersedes"],
        "company": company,
        "measure": text(cells, "measure"),
        **_amounts(cells, kind),
        "unit": kind,
        "as_of": span.label,
        "as_of_start": span.start.date,
        "as_of_end": span.end.date,
        "as_of_precision": span.precision,
        "scope": cells["scope"],
        "basis": text(cells, "basis"),
        "audited": yes_no(cells, "audited"),
        "qualifier": word(cells, "qualifier", get_args(Qualifier)),
        "stated_by": word(cells, "stated_by", get_args(StatedBy)),
        "source": text(cells, "source"),
        "known_at": known,
        "known_at_basis": word(cells, "known_at_basis", get_args(KnownAtBasis)),
        "retrieved_at": retrieved,
        "note": cells["note"],
    }


def _amounts(cells: Cells, kind: str) -> Values:
    has_value, has_range = bool(cells["value"]), bool(cells["low"] or cells["high"])
    if has_value == has_range:
        raise FaultError("fact-missing" if not has_value else "fact-value-and-range", column="value")
    if kind == "date":
        if has_range:
            raise FaultError("fact-value-and-range", column="low")
        return {"value": None, "low": None, "high": None, "day": some_day(cells, "value")}
    value, low, high = (number(cells, column, scale_of(kind)) for column in ("value", "low", "high"))
    if low is not None and high is not None and low > high:
        raise FaultError("fact-range-order", column="low", text=f"{cells['low']} > {cells['high']}")
    return {"value": value, "low": low, "high": high, "day": None}


def bar_values(cells: Cells, ticker: str) -> Values:
    """Returns one session's row; its close was known on the day itself."""
    session = some_day(cells, "session")
    text(cells, "close")
    prices = {column: number(cells, column, PRICE_SCALE) for column in ("open", "high", "low", "close")}
    return {
        "ticker": ticker,
        "session": session,
        **prices,
        "volume": whole(cells, "volume"),
        "turnover": number(cells, "turnover", MONEY_SCALE),
        "source": text(cells, "source"),
        "known_at": session,
        "note": cells["note"],
    }


def holding_values(cells: Cells) -> Values:
    """Returns one line of a lock-up list, still without its position in it."""
    counts = {column: number(cells, column, scale_of("shares")) for column in ("shares", "pct_base")}
    percents = {column: number(cells, column, PERCENT_SCALE) for column in ("pct_of_issued", "pct_low", "pct_high")}
    days = {column: day(cells, column) for column in ("last_locked_day", "first_free_day", "first_session")}
    if cells["lock_start"]:
        period(cells, "lock_start", CALENDAR_YEAR)
    typed = {**counts, **percents, **days}
    plain = {column: cells[column] for column in HOLDING if column not in typed}
    return {**plain, **typed}


def statement_values(cells: Cells) -> Values:
    """Returns a statement's row. Its days may be a year or a month alone and are kept as written."""
    return {"key": text(cells, "statement"), **{column: cells[column] for column in STATEMENT[1:]}}
