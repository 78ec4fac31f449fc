"""Rule × venue × listing: last locked, first free and first tradable day, as printed or worked out by hand."""

from __future__ import annotations

import pytest

from bot.analysis.lock_dates import RuleError, agreed, dates, last_locked, sessions_left
from bot.days import Day
from bot.facts.book import Needs
from data.fact_store import FactStore

HK, SH, SZ, NY = "XHKG", "XSHG", "XSHE", "XNAS"

# rule, venue, listed (or prospectus), last locked, first free, first session, why these days
CASES = """
hkex-cornerstone XHKG 2026-01-08 2026-07-07 2026-07-08 2026-07-08 Zhipu's allotment results
hkex-cornerstone XHKG 2026-01-09 2026-07-08 2026-07-09 2026-07-09 MiniMax's allotment results
hkex-pre-ipo XHKG 2026-01-09 2026-07-08 2026-07-09 2026-07-09 MiniMax's allotment results
hkex-pre-ipo-9 XHKG 2026-01-09 2026-10-08 2026-10-09 2026-10-09 MiniMax's allotment results: outer limit
hkex-18c-pathfinder-commercial XHKG 2026-01-08 2026-07-07 2026-07-08 2026-07-08 Zhipu's allotment results
hkex-18c-pathfinder-precommercial XHKG 2026-01-09 2027-01-08 2027-01-09 2027-01-11 a Saturday
hkex-18c-key-precommercial XHKG 2026-01-09 2028-01-08 2028-01-09 2028-01-10 a Sunday
hkex-18c-controlling-precommercial XHKG 2026-01-09 2028-01-08 2028-01-09 2028-01-10 a Sunday
hkex-18c-controlling-commercial XHKG 2026-01-08 2027-01-07 2027-01-08 2027-01-08 Zhipu's allotment results
hkex-18c-key-commercial XHKG 2026-01-08 2027-01-07 2027-01-08 2027-01-08 Zhipu's allotment results
prc-company-law XHKG 2026-01-08 2027-01-07 2027-01-08 2027-01-08 Zhipu's allotment results
prc-officers XHKG 2026-01-08 2027-01-07 2027-01-08 2027-01-08 as the other holders of a mainland issuer
hkex-10.07-a XHKG 2026-01-08 2026-07-07 2026-07-08 2026-07-08 first six months
hkex-10.07-b XHKG 2026-01-08 2027-01-07 2027-01-08 2027-01-08 second six months
hkex-cornerstone XHKG 2021-12-30 2022-06-29 2022-06-30 2022-06-30 SenseTime, as the press printed
hkex-cornerstone XHKG 2021-02-05 2021-08-04 2021-08-05 2021-08-05 Kuaishou, as the press printed
hkex-cornerstone XHKG 2024-01-05 2024-07-04 2024-07-05 2024-07-05 RoboSense, as the press printed
hkex-cornerstone XHKG 2020-12-08 2021-06-07 2021-06-08 2021-06-08 JD Health, as the press printed
hkex-cornerstone XHKG 2020-11-03 2021-05-02 2021-05-03 2021-05-03 JW Therapeutics; Labour Day 2021 had no day in lieu
hkex-cornerstone XHKG 2020-09-08 2021-03-07 2021-03-08 2021-03-08 Nongfu Spring: locked to a Sunday
hkex-18c-pathfinder-commercial XHKG 2024-06-13 2024-12-12 2024-12-13 2024-12-13 XtalPi, as the press printed
prc-company-law XHKG 2024-12-23 2025-12-22 2025-12-23 2025-12-23 Dobot, as the press printed
prc-company-law XHKG 2023-12-29 2024-12-28 2024-12-29 2024-12-30 UBTech: free on a Sunday
hkex-cornerstone XHKG 2023-08-31 2024-02-29 2024-03-01 2024-03-01 no 31 February, a leap year
hkex-cornerstone XHKG 2022-08-31 2023-02-28 2023-03-01 2023-03-01 no 31 February
hkex-cornerstone XHKG 2023-08-29 2024-02-28 2024-02-29 2024-02-29 free on the leap day
hkex-cornerstone XHKG 2024-08-29 2025-02-28 2025-03-01 2025-03-03 no 29 February, and a Saturday
hkex-cornerstone XHKG 2023-10-31 2024-04-30 2024-05-01 2024-05-02 no 31 April, and Labour Day
hkex-cornerstone XHKG 2025-03-31 2025-09-30 2025-10-01 2025-10-02 no 31 September, and National Day
prc-company-law XHKG 2024-02-29 2025-02-28 2025-03-01 2025-03-03 listed on a leap day
hkex-18c-key-precommercial XHKG 2024-02-29 2026-02-28 2026-03-01 2026-03-02 listed on a leap day, 24 months
prc-company-law XHKG 2025-02-17 2026-02-16 2026-02-17 2026-02-20 Lunar New Year: three days closed
hkex-cornerstone XHKG 2025-08-18 2026-02-17 2026-02-18 2026-02-20 within Lunar New Year
prc-company-law XHKG 2025-12-24 2026-12-23 2026-12-24 2026-12-24 a half day is a session
hkex-cornerstone XHKG 2024-06-25 2024-12-24 2024-12-25 2024-12-27 Christmas and the day after
hkex-cornerstone XHKG 2024-10-18 2025-04-17 2025-04-18 2025-04-22 Good Friday to Easter Monday
hkex-cornerstone XHKG 2024-11-05 2025-05-04 2025-05-05 2025-05-06 Buddha's Birthday
hkex-cornerstone XHKG 2025-04-07 2025-10-06 2025-10-07 2025-10-08 the day after Mid-Autumn
hkex-pre-ipo-9 XHKG 2026-01-19 2026-10-18 2026-10-19 2026-10-20 Chung Yeung, observed on Monday
hkex-cornerstone XHKG 2023-01-17 2023-07-16 2023-07-17 2023-07-18 typhoon Talim
hkex-cornerstone XHKG 2023-03-01 2023-08-31 2023-09-01 2023-09-04 typhoon Saola
hkex-cornerstone XHKG 2023-03-08 2023-09-07 2023-09-08 2023-09-11 black rainstorm
hkex-cornerstone XHKG 2024-03-06 2024-09-05 2024-09-06 2024-09-09 typhoon Yagi
hkex-cornerstone XHKG 2021-04-13 2021-10-12 2021-10-13 2021-10-15 typhoon Kompasu, then Chung Yeung
hkex-pre-ipo-9 XHKG 2020-01-13 2020-10-12 2020-10-13 2020-10-14 typhoon Nangka
hkex-cornerstone XHKG 2020-02-19 2020-08-18 2020-08-19 2020-08-19 no morning after typhoon Higos: still a session
hkex-cornerstone XHKG 2020-12-28 2021-06-27 2021-06-28 2021-06-28 no morning for black rain: still a session
hkex-18c-key-precommercial XHKG 2026-01-27 2028-01-26 2028-01-27 2028-01-31 Lunar New Year 2028, not announced yet
star-controlling XSHG 2022-11-04 2025-11-03 2025-11-04 2025-11-04 36 months
star-pre-ipo XSHG 2025-01-27 2026-01-26 2026-01-27 2026-01-27 12 months
star-strategic XSHG 2024-02-08 2025-02-07 2025-02-08 2025-02-10 a Saturday, rolled to the next session
star-sponsor XSHG 2024-05-06 2026-05-05 2026-05-06 2026-05-06 after the May holidays
star-offline XSHG 2024-03-22 2024-09-21 2024-09-22 2024-09-23 a Sunday, rolled as mainland notices do
prc-company-law XSHG 2024-10-08 2025-10-07 2025-10-08 2025-10-09 National Day and Mid-Autumn 2025
chinext-controlling XSHE 2021-10-08 2024-10-07 2024-10-08 2024-10-08 after National Day week
chinext-pre-ipo XSHE 2025-02-17 2026-02-16 2026-02-17 2026-02-24 Spring Festival 2026: closed to 23 February
us-180 XNAS 2021-06-29 2021-12-26 2021-12-27 2021-12-27 Didi, 180 days from its prospectus
us-180 XNYS 2025-07-07 2026-01-03 2026-01-04 2026-01-05 a Sunday
us-180 XNYS 2024-06-27 2024-12-24 2024-12-25 2024-12-26 Christmas
us-day-70 XNAS 2026-06-12 2026-08-19 2026-08-20 2026-08-20 SpaceX, the first trading day counted as day one
us-day-90 XNAS 2026-06-12 2026-09-08 2026-09-09 2026-09-09 SpaceX
us-day-105 XNAS 2026-06-12 2026-09-23 2026-09-24 2026-09-24 SpaceX
us-day-120 XNAS 2026-06-12 2026-10-08 2026-10-09 2026-10-09 SpaceX
us-day-135 XNAS 2026-06-12 2026-10-23 2026-10-24 2026-10-26 SpaceX: a Saturday
us-day-180 XNAS 2026-06-12 2026-12-07 2026-12-08 2026-12-08 SpaceX
"""
TABLE = [tuple(line.split(" ", 6)) for line in CASES.strip().splitlines()]


@pytest.mark.parametrize(("rule", "venue", "start", "last", "free", "session", "why"), TABLE)
def test_a_rule_of_a_venue_gives_the_days_as_printed(
    facts: FactStore, rule: str, venue: str, start: str, last: str, free: str, session: str, why: str
) -> None:
    declared = facts.locks.rules[rule]
    found = dates(last_locked(declared, Day.of(start), venue), facts.calendar.sessions(venue))
    assert (found.last_locked.iso, found.first_free.iso) == (last, free), why
    assert found.first_session is not None
    assert found.first_session.iso == session, why
    assert declared.citation
    assert declared.source.title
    assert declared.name.en
    assert declared.name.zh


def test_the_table_names_every_rule_and_every_venue_of_the_files(facts: FactStore) -> None:
    assert len(TABLE) >= 40
    assert {row[0] for row in TABLE} == set(facts.locks.rules)
    assert {row[1] for row in TABLE} == set(facts.calendar.all())


def test_a_rule_is_refused_on_an_exchange_that_does_not_know_it(facts: FactStore) -> None:
    with pytest.raises(RuleError) as refused:
        last_locked(facts.locks.rules["star-controlling"], Day.of("2026-01-08"), HK)
    assert refused.value.reason == "rule_of_another_venue"


def test_dates_past_the_announced_holidays_are_provisional_and_past_the_calendar_unknown(facts: FactStore) -> None:
    hong_kong, shanghai = facts.calendar.sessions(HK), facts.calendar.sessions(SH)
    assert not dates(Day.of("2026-12-30"), hong_kong).provisional
    assert dates(Day.of("2027-01-07"), hong_kong).provisional
    beyond = dates(Day.of("2027-03-01"), shanghai)
    assert (beyond.first_session, beyond.provisional) == (None, True)
    assert sessions_left(Day.of("2026-11-23"), beyond.first_session, shanghai) is None


def test_days_left_count_sessions_and_calendar_days_to_the_first_session(facts: FactStore) -> None:
    today, hong_kong = Day.of("2026-11-23"), facts.calendar.sessions(HK)
    # 23 November to 8 January: 34 weekdays less Christmas and New Year's Day.
    assert sessions_left(today, Day.of("2027-01-08"), hong_kong) == 32
    assert Day.of("2027-01-08").since(today) == 46


def test_the_latest_of_several_locks_wins_and_agrees_with_the_filing(facts: FactStore) -> None:
    from_filings = facts.snapshot("", _everything(facts)).holdings
    seen = 0
    for company, listed, venue in (("zhipu", "2026-01-08", HK), ("minimax", "2026-01-09", HK)):
        for row in from_filings[company]:
            if row.row_type != "holder":
                continue
            found = agreed(row, facts.locks.rules_of(company, row.rule), Day.of(listed), venue)
            assert found.verdict == "agree", row
            assert found.tolerance == 1
            assert found.ruled == max(last for _, last in found.layers).plus(1)
            seen += len(found.layers) > 1
    assert seen == 21  # Zhipu's founders and staff 8, its pathfinders 4, MiniMax's pathfinders 4 and founders 5


def test_a_filed_day_one_day_off_is_within_tolerance_and_one_further_off_is_flagged(facts: FactStore) -> None:
    rows = facts.snapshot("", _everything(facts)).holdings["zhipu"]
    row = next(r for r in rows if r.row_type == "holder" and r.holder_class == "cornerstone")
    rules = facts.locks.rules_of("zhipu", row.rule)
    verdicts = [agreed(row, rules, Day.of(day), HK).verdict for day in ("2026-01-08", "2026-01-09", "2026-01-10")]
    assert verdicts == ["agree", "within_tolerance", "differ"]
    with pytest.raises(RuleError) as refused:
        agreed(row, rules, Day.of("2026-07-20"), HK)
    assert refused.value.reason == "before_listing"


def _everything(facts: FactStore) -> Needs:
    return Needs(tuple(facts.vocabulary("").companies), ("shares_in_issue",), holdings=True)
