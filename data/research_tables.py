"""The tables that are not claims: companies, names, listings, bars, holdings, rules, cases, studies and statements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from data.research_mapping import Mapping
from data.research_rows import BadCellError, LeftOutError, Row, day, number
from data.research_sources import Sources

COMPANY_COLUMNS = (
    *("company", "name", "name_zh", "legal_name", "legal_name_zh", "status", "route", "hq", "founded"),
    *("reporting_currency", "fiscal_year_end", "note", "source"),
)
ALIAS_COLUMNS = ("company", "alias", "language", "kind", "ambiguous", "note")
LISTING_COLUMNS = (
    *("company", "ticker", "ticker_venue", "venue", "listed_on", "offer_price", "currency", "zone", "source", "note"),
)
BAR_COLUMNS = ("session", "open", "high", "low", "close", "volume", "turnover", "source", "note")
HOLDING_COLUMNS = (
    *("company", "holder", "row_type", "holder_class", "holder_label", "class_basis", "shares", "share_class"),
    *("tradable", "pct_of_issued", "pct_base", "pct_low", "pct_high", "lock_start", "last_locked_day"),
    *("first_free_day", "first_session", "date_status", "rule_layer", "rule", "source", "note"),
)
RULE_COLUMNS = (
    *("venue", "holder_class", "holder_label", "rule_layer", "rule", "period_months", "count_convention"),
    *("non_trading_day", "extension_or_release", "citation", "source", "confidence"),
)
CASE_COLUMNS = (
    *("case", "name", "ticker", "market", "listing_date", "last_locked_day", "first_free_session", "shares_freed"),
    *("pct_of_issued", "holders", "currency", "close_before", "close_first_day", "intraday_low"),
    *("raw_return_first_day", "raw_return_intraday", "raw_return_5_sessions", "raw_return_20_sessions"),
    *("volume_first_day", "confounders", "source", "note"),
)
STUDY_COLUMNS = (
    *("study", "market", "sample_period", "n", "window", "abnormal_return", "abnormal_return_high", "volume_effect"),
    *("finding", "source", "note"),
)
STATEMENT_COLUMNS = (
    *("statement", "location", "subject", "kind", "text", "speaker", "stated_on", "due_on", "verdict"),
    *("verdict_detail", "resolved_on", "source", "note"),
)
_ROW_TYPES = ("total", "holder", "class_split", "supply_event")
_DAYS = {"lock_start", "last_locked_day", "first_free_day", "first_session"}
_NUMBERS = {"shares", "pct_of_issued", "pct_base", "pct_low", "pct_high"}


@dataclass(frozen=True, slots=True)
class TableReader:
    """Makes the rows of the other tables, one method for each; each raises BadCellError or LeftOutError."""

    mapping: Mapping
    sources: Sources
    companies: frozenset[str]
    legal_names_zh: dict[str, str]
    offers: dict[str, Row]
    listing_dates: dict[str, Row]

    def company(self, row: Row) -> list[str]:
        """Returns a row of companies.csv; the wording of the status moves to the front of the note."""
        known = self.mapping.companies.get(row.need("slug"), {})
        if row["listed"] not in self.mapping.statuses:
            raise BadCellError("unknown-status", row["listed"])
        status = row["status"].strip()
        note = " ".join(
            part for part in (f"{status[:1].upper()}{status[1:]}.", row["note"], known.get("note", "")) if part != "."
        )
        return [
            row["slug"],
            row.need("name"),
            known.get("name_zh", ""),
            row["legal_name_en"],
            self.legal_names_zh.get(row["slug"], row["legal_name_zh"]),
            self.mapping.statuses[row["listed"]],
            known.get("route", ""),
            row["hq"],
            row["founded"],
            row["reporting_currency"],
            row["fiscal_year_end"],
            self.mapping.note(note),
            self.sources.entry(row).source,
        ]

    def alias(self, row: Row) -> list[str]:
        """Returns a row of aliases.csv as it is."""
        self._company(row)
        row.need("alias")
        return [row[column] for column in ALIAS_COLUMNS]

    def listing(self, row: Row) -> list[str]:
        """Returns the row of listings.csv of a company that has shares of its own on an exchange."""
        ticker = row["ticker_yahoo"]
        if row["listed"] != "yes" or not ticker:
            raise LeftOutError("no-listing-of-its-own")
        suffix = ticker.rpartition(".")[2]
        if suffix not in self.mapping.venues:
            raise BadCellError("unknown-venue", ticker)
        venue = self.mapping.venues[suffix]
        offer, listed = self.offers.get(row["slug"]), self.listing_dates.get(row["slug"])
        return [
            row["slug"],
            ticker,
            row["ticker_hkex"] or ticker.rpartition(".")[0],
            venue["venue"],
            day(row, "listing_date"),
            number(offer, "value") if offer else "",
            offer["unit"] if offer else venue["currency"],
            venue["zone"],
            self.sources.entry(listed or row).source,
            self.mapping.note("; ".join(r["note"] for r in (listed, offer) if r and r["note"])),
        ]

    def bar(self, row: Row) -> list[str]:
        """Returns one session, with its ticker in front; refuses prices that cannot be one session's."""
        self._company(row)
        session = day(row, "date") or row.need("date")
        prices = {c: number(row, c) for c in ("open", "high", "low", "close", "volume", "turnover")}
        row.need("close")
        known = {c: Decimal(prices[c]) for c in ("open", "high", "low", "close") if prices[c]}
        if min(known.values()) <= 0 or any(cell.startswith("-") for cell in prices.values()):
            raise BadCellError("not-a-price", session)
        if known.get("high", max(known.values())) < max(known.values()):
            raise BadCellError("above-the-high", session)
        if known.get("low", min(known.values())) > min(known.values()):
            raise BadCellError("below-the-low", session)
        return [
            row.need("ticker"),
            session,
            *prices.values(),
            self.sources.entry(row).source,
            self.mapping.note(row["note"]),
        ]

    def holding(self, row: Row) -> list[str]:
        """Returns a row of holdings with its days and numbers checked and nothing converted."""
        self._company(row)
        row.need("holder")
        if row["row_type"] not in _ROW_TYPES:
            raise BadCellError("unknown-row-type", row["row_type"])
        if re.fullmatch(r"\d{4}(-\d{2})?", row["lock_start"]) is None:
            day(row, "lock_start")
        for column in _DAYS - {"lock_start"}:
            day(row, column)
        for column in _NUMBERS:
            number(row, column)
        return self._sourced(row, HOLDING_COLUMNS)

    def rule(self, row: Row) -> list[str]:
        """Returns a lock-up rule; one that nobody looked up is sourced as such and says so in its confidence."""
        row.need("rule")
        return self._sourced(row, RULE_COLUMNS)

    def case(self, row: Row) -> list[str]:
        """Returns a past unlock as researched."""
        row.need("case")
        return self._sourced(row, CASE_COLUMNS)

    def study(self, row: Row) -> list[str]:
        """Returns a study of returns around unlocks as researched."""
        row.need("study")
        return self._sourced(row, STUDY_COLUMNS)

    def statement(self, row: Row) -> list[str]:
        """Returns what somebody said, under a key made of the speaker and the number of the research."""
        if not row["claim_no"].isdigit():
            raise BadCellError("not-a-number", f"claim_no={row['claim_no']}")
        for subject in filter(None, row["subject"].split(";")):
            if subject not in self.companies:
                raise BadCellError("unknown-company", subject)
        speaker = row.need("speaker").replace("_", "-")
        key = f"{speaker}-{int(row['claim_no']):02}"
        cells = {**row.cells, "statement": key, "text": row.need("claim")}
        return self._sourced(Row(row.file, row.line, cells), STATEMENT_COLUMNS)

    def _company(self, row: Row) -> None:
        if row.need("company") not in self.companies:
            raise BadCellError("unknown-company", row["company"])

    def _sourced(self, row: Row, columns: Sequence[str]) -> list[str]:
        if row["source_url"] or row["source_title"]:
            source = self.sources.entry(row).source
        elif row.file == "rules.csv":
            source = self.mapping.unsourced
        else:
            raise BadCellError("no-source")
        texts = {"source": source, "note": self.mapping.note(row["note"])}
        return [texts.get(column, row[column]) for column in columns]


def holding_order(row: Sequence[str]) -> tuple[str, int, str, str, str]:
    """Returns the place of a holding: by first free day, a day's total before its holders."""
    cells = dict(zip(HOLDING_COLUMNS, row, strict=True))
    place = _ROW_TYPES.index(cells["row_type"])
    return cells["first_free_day"] or "9999", place, cells["holder_class"], cells["holder"], cells["rule"]
