"""A research folder becomes facts: what is taken, what is refused, and what a second run changes."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from data.research import SHIPPED, main, merge

COMPANIES = """slug,name,legal_name_en,legal_name_zh,status,listed,ticker_yahoo,ticker_hkex,listing_date,hq,founded,\
reporting_currency,fiscal_year_end,note,source_url,source_title
zhipu,Zhipu,"Z.AI Co., Ltd.",智譜,listed HKEX,yes,2513.HK,02513,2026-01-08,Beijing,2019-06-11,CNY,12-31,,,Notes on Zhipu
openai,OpenAI,OpenAI,,private,no,,,,US,2015,USD,,,,Notes on OpenAI
alibaba,Alibaba,Alibaba,,listed HKEX,yes,9988.HK,09988,2019-11-26,Hangzhou,,CNY,03-31,,,Notes on Alibaba
"""
METRICS = """company,measure,period_or_as_of,value,unit,basis,audited,stated_by,published_on,source_url,source_title,\
note,scope,qualifier
zhipu,revenue,FY2025,724334000,CNY,recognised,yes,filing,2026-03-31,https://www1.hkexnews.hk/a.pdf,Results,,,exact
zhipu,revenue,FY2024,312414000,CNY,recognised,yes,filing,,https://www1.hkexnews.hk/a.pdf,Results,,,exact
zhipu,users,2026-03,4000000,count,registered,,company,2026-04-02,https://z.ai/news,Use,,enterprise and developers,about
openai,run_rate_revenue,2026-03,24000000000,USD,run_rate,,press,,,A text without address,,,about
alibaba,revenue,9M FY2026,780290000000,CNY,recognised,no,filing,,https://www.sec.gov/6k,6-K,,,exact
"""
VALUATIONS = """company,as_of,amount,currency,kind,published_on,stated_by,source_url,source_title,note,price,\
qualifier,check
zhipu,2026-06-24,2000,HKD,market_cap,,estimate,https://github.com/x/prices,Prices,computed,20,exact,ok
zhipu,2026-06-24,2100,HKD,market_cap,2026-06-25,press,,Seed article: Zhipu VS Minimax: A Chinese Reflection of \
Anthropic PK OpenAI,,,about,ok
zhipu,2026-06-26,1800,HKD,market_cap,,press,https://example.org/cap,Cap,wrong count,21,exact,mismatch
openai,2026-03-31,852000000000,USD,post_money,2026-03-31,company,https://openai.com/round,Round,,,exact,
"""
PRICES = """company,ticker,date,open,high,low,close,volume,turnover,currency,source_url,source_title,note
zhipu,2513.HK,2026-06-24,19,21,18.5,20.0,1000,20000.50,HKD,https://github.com/x/prices,Prices,
zhipu,2513.HK,2026-06-25,20,21,19,20.5,,,HKD,https://github.com/x/prices,Prices,volume removed
"""
SHARES = """company,from_date,shares_in_issue,h_or_class_a_shares,unlisted_or_class_b_shares,source_url,source_title,\
note
zhipu,2026-01-08,100,40,60,https://www1.hkexnews.hk/b.pdf,"Allotment results, 2026-01-07",H computed
zhipu,2026-02-04,100,40,60,https://www1.hkexnews.hk/c.pdf,"Monthly return, 2026-07-07",
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Returns a small research folder."""
    folder = tmp_path / "research"
    folder.mkdir()
    for name, text in {
        "companies.csv": COMPANIES,
        "metrics.csv": METRICS,
        "valuations.csv": VALUATIONS,
        "prices.csv": PRICES,
        "share_counts.csv": SHARES,
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Returns an empty fact base folder."""
    folder = tmp_path / "facts"
    folder.mkdir()
    return folder


def edit(folder: Path, name: str, old: str, new: str) -> None:
    """Replaces one cell of a research file."""
    text = (folder / name).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")


def add(folder: Path, name: str, line: str) -> None:
    """Adds a line to a research file."""
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write(line + "\n")


def claims(folder: Path, company: str) -> dict[str, dict[str, str]]:
    """Returns the claims of a company as written, by id."""
    with (folder / "claims" / f"{company}.csv").open(encoding="utf-8", newline="") as file:
        return {row["claim"]: row for row in csv.DictReader(file)}


def contents(folder: Path) -> dict[str, bytes]:
    """Returns every file of a folder with its bytes."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_a_figure_becomes_a_claim_with_both_clocks(source: Path, target: Path) -> None:
    summary = merge(source, target)
    assert summary.refused == ()
    claim = claims(target, "zhipu")["zhipu-revenue-fy2025-1"]
    assert (claim["value"], claim["unit"], claim["as_of"], claim["audited"]) == ("724334000", "CNY", "FY2025", "yes")
    assert (claim["known_at"], claim["known_at_basis"], claim["retrieved_at"]) == ("2026-03-31", "stated", "2026-10-08")


def test_results_without_a_date_are_public_ninety_days_after_their_period(source: Path, target: Path) -> None:
    merge(source, target)
    claim = claims(target, "zhipu")["zhipu-revenue-fy2024-1"]
    assert (claim["known_at"], claim["known_at_basis"]) == ("2025-03-31", "assumed")
    nine_months = claims(target, "alibaba")["alibaba-revenue-9m-fy2026-1"]
    assert nine_months["known_at"] == "2026-03-31", "nine months of a year that ends in March end in December"


def test_a_run_rate_of_a_bare_month_counts_as_its_last_day(source: Path, target: Path) -> None:
    merge(source, target)
    claim = claims(target, "openai")["openai-run_rate_revenue-2026-03-1"]
    assert (claim["known_at"], claim["known_at_basis"]) == ("2026-03-31", "assumed")


def test_a_target_for_a_day_to_come_was_known_when_it_was_read(source: Path, target: Path) -> None:
    add(source, "metrics.csv", "zhipu,run_rate_revenue,2027-12,5,USD,target,,press,,https://example.org/t,T,,,exact")
    merge(source, target, retrieved_at="2026-09-01")
    claim = claims(target, "zhipu")["zhipu-run_rate_revenue-2027-12-1"]
    assert (claim["known_at"], claim["known_at_basis"]) == ("2026-09-01", "retrieved")
    for later in ("2026-11-01", "2028-02-01"):
        assert merge(source, target, retrieved_at=later).changed == (), "reading it again is no news"


def test_the_day_a_collection_was_compiled_is_not_when_a_figure_became_public(source: Path, target: Path) -> None:
    add(
        source,
        "metrics.csv",
        'zhipu,run_rate_revenue,2026-07,9,USD,run_rate,,company,2026-08-25,https://github.com/n,"N 2026-08-25",,,exact',
    )
    merge(source, target)
    claim = claims(target, "zhipu")["zhipu-run_rate_revenue-2026-07-1"]
    assert (claim["known_at"], claim["known_at_basis"]) == ("2026-07-31", "assumed")


def test_scopes_are_named_as_the_mapping_says(source: Path, target: Path) -> None:
    merge(source, target)
    assert claims(target, "zhipu")["zhipu-users-2026-03-1"]["scope"] == "enterprise_and_developers"


def test_a_market_value_computed_from_a_close_is_left_out_and_a_stated_one_stays(source: Path, target: Path) -> None:
    summary = merge(source, target)
    assert ("valuations.csv", 2, "computed-from-close") in {(o.file, o.line, o.reason) for o in summary.left_out}
    stated = [c for c in claims(target, "zhipu").values() if c["measure"] == "market_value"]
    assert [(c["value"], c["basis"], c["qualifier"]) for c in stated] == [
        ("2100", "market_cap", "about"),
        ("1800", "market_cap", "mismatch"),
    ]


def test_a_price_printed_beside_a_market_value_is_kept_only_where_no_bar_is(source: Path, target: Path) -> None:
    merge(source, target)
    quotes = [c for c in claims(target, "zhipu").values() if c["measure"] == "share_price"]
    assert [(c["as_of"], c["value"], c["basis"]) for c in quotes] == [("2026-06-26", "21", "close")]


def test_a_share_count_is_known_with_its_announcement_but_not_with_a_later_report(source: Path, target: Path) -> None:
    merge(source, target)
    own = claims(target, "zhipu")
    assert own["zhipu-shares_in_issue-2026-01-08-1"]["known_at"] == "2026-01-07"
    late = own["zhipu-shares_in_issue-2026-02-04-1"]
    assert (late["known_at"], late["known_at_basis"]) == ("2026-02-04", "assumed")


def test_a_second_run_changes_no_byte(source: Path, target: Path) -> None:
    merge(source, target)
    before = contents(target)
    summary = merge(source, target, retrieved_at="2027-01-01")
    assert (summary.added, summary.changed) == ((), ())
    assert contents(target) == before


def test_one_edited_cell_makes_one_claim_that_supersedes_the_old_one(source: Path, target: Path) -> None:
    merge(source, target)
    before = claims(target, "zhipu")
    edit(source, "metrics.csv", "724334000", "724335000")
    summary = merge(source, target, retrieved_at="2026-11-01")
    after = claims(target, "zhipu")
    assert (summary.added, summary.changed) == ((), ("zhipu-revenue-fy2025-2",))
    new = after.pop("zhipu-revenue-fy2025-2")
    assert after == before
    assert (new["value"], new["supersedes"], new["retrieved_at"]) == (
        "724335000",
        "zhipu-revenue-fy2025-1",
        "2026-11-01",
    )
    assert merge(source, target).changed == (), "the correction is taken once"


def test_a_figure_that_goes_back_to_its_first_value_is_a_correction_too(source: Path, target: Path) -> None:
    merge(source, target)
    edit(source, "metrics.csv", "724334000", "724335000")
    merge(source, target)
    edit(source, "metrics.csv", "724335000", "724334000")
    assert merge(source, target).changed == ("zhipu-revenue-fy2025-3",)
    assert claims(target, "zhipu")["zhipu-revenue-fy2025-3"]["supersedes"] == "zhipu-revenue-fy2025-2"


def test_rows_that_are_gone_from_the_research_stay_facts(source: Path, target: Path) -> None:
    merge(source, target)
    before = contents(target)
    (source / "metrics.csv").write_text(METRICS.splitlines()[0] + "\n", encoding="utf-8")
    (source / "prices.csv").unlink()
    merge(source, target)
    kept = claims(target, "openai")["openai-run_rate_revenue-2026-03-1"]
    assert kept["value"] == "24000000000"
    assert contents(target)["bars/2513.HK.csv"] == before["bars/2513.HK.csv"]


def test_another_figure_of_another_source_does_not_touch_the_first(source: Path, target: Path) -> None:
    merge(source, target)
    add(source, "metrics.csv", "zhipu,revenue,FY2025,724000000,CNY,recognised,,press,2026-04-01,,Retold,,,about")
    assert merge(source, target).added == ("zhipu-revenue-fy2025-2",)
    assert claims(target, "zhipu")["zhipu-revenue-fy2025-2"]["supersedes"] == ""


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("zhipu,revenu,FY2025,1,CNY,recognised,,filing,,https://a.b/c,T,,,exact", "unknown-measure"),
        ("zhipu,revenue,FY25,1,CNY,recognised,,filing,,https://a.b/c,T,,,exact", "not-a-period"),
        ("zhipu,revenue,2026-02-30,1,CNY,recognised,,filing,,https://a.b/c,T,,,exact", "not-a-period"),
        ('zhipu,revenue,FY2023,"1,000",CNY,recognised,,filing,,https://a.b/c,T,,,exact', "not-a-number"),
        ("zhipu,gross_margin,FY2023,41%,ratio,recognised,,filing,,https://a.b/c,T,,,exact", "not-a-number"),
        ("zhipu,revenue,FY2023,1e9,CNY,recognised,,filing,,https://a.b/c,T,,,exact", "not-a-number"),
        ("zhipu,gross_margin,FY2023,41,CNY,recognised,,filing,,https://a.b/c,T,,,exact", "wrong-unit"),
        ("zhipu,revenue,FY2023,,CNY,recognised,,filing,,https://a.b/c,T,,,exact", "value-or-range"),
        ("zhipu,revenue,FY2023,1,CNY,guessed,,filing,,https://a.b/c,T,,,exact", "unknown-basis"),
        ("zhipu,revenue,FY2023,1,CNY,recognised,,filing,,https://a.b/c,T,,moon,exact", "unknown-scope"),
        ("zhipu,revenue,FY2023,1,CNY,recognised,,filing,,https://a.b/c,T,,,roughly", "unknown-qualifier"),
        ("zhipu,revenue,FY2023,1,CNY,recognised,,rumour,,https://a.b/c,T,,,exact", "unknown-stated-by"),
        ("zhipu,revenue,FY2023,1,CNY,recognised,,filing,soon,https://a.b/c,T,,,exact", "not-a-day"),
        ("zhipu,revenue,FY2023,1,CNY,recognised,,filing,,,,,,exact", "no-source"),
        ("cohere,revenue,FY2023,1,CNY,recognised,,filing,,https://a.b/c,T,,,exact", "unknown-company"),
        ("zhipu,revenue,FY2023,1", "cells"),
        (METRICS.splitlines()[1], "duplicate"),
        (METRICS.splitlines()[1].replace("724334000", "9"), "contradicts-itself"),
    ],
)
def test_a_bad_row_is_reported_with_its_line_and_not_written(
    source: Path, target: Path, line: str, reason: str
) -> None:
    merge(source, target)
    before = contents(target / "claims")
    add(source, "metrics.csv", line)
    add(source, "metrics.csv", "zhipu,revenue,FY2022,57409000,CNY,recognised,yes,filing,,https://a.b/d,T2,,,exact")
    summary = merge(source, target)
    assert [(r.file, r.line, r.reason) for r in summary.refused] == [("metrics.csv", 7, reason)]
    assert summary.added == ("zhipu-revenue-fy2022-1",), "the good row after it is taken"
    assert {k: v for k, v in contents(target / "claims").items() if k != "zhipu.csv"} == {
        k: v for k, v in before.items() if k != "zhipu.csv"
    }


def test_a_file_in_another_encoding_is_refused_as_a_whole(source: Path, target: Path) -> None:
    merge(source, target)
    before = contents(target)
    (source / "metrics.csv").write_bytes(METRICS.replace("Use", "用户").encode("gb18030"))
    summary = merge(source, target)
    assert [(r.file, r.line, r.reason) for r in summary.refused] == [("metrics.csv", 0, "not-utf-8")]
    assert contents(target) == before


def test_a_file_cut_in_half_gives_its_whole_rows_and_names_the_broken_one(source: Path, target: Path) -> None:
    text = METRICS[: METRICS.index("https://z.ai/news")]
    (source / "metrics.csv").write_text(text, encoding="utf-8")
    summary = merge(source, target)
    assert [(r.file, r.line, r.reason) for r in summary.refused] == [("metrics.csv", 4, "cells")]
    assert "zhipu-revenue-fy2024-1" in claims(target, "zhipu")


def test_a_quote_that_never_closes_is_named(source: Path, target: Path) -> None:
    add(source, "metrics.csv", 'zhipu,revenue,FY2023,1,CNY,recognised,,filing,,https://a.b/c,"never closed')
    assert [r.reason for r in merge(source, target).refused] == ["cut-or-broken"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("zhipu,2513.HK,2026-06-24,19,21,18.5,20,1,1,HKD,https://a.b/c,T,", "duplicate"),
        ("zhipu,2513.HK,2026-06-29,19,20,18,21,1,1,HKD,https://a.b/c,T,", "above-the-high"),
        ("zhipu,2513.HK,2026-06-29,19,20,18,17,1,1,HKD,https://a.b/c,T,", "below-the-low"),
        ("zhipu,2513.HK,2026-06-29,,,,-3,1,1,HKD,https://a.b/c,T,", "not-a-price"),
        ("zhipu,2513.HK,2026-06,,,,3,1,1,HKD,https://a.b/c,T,", "not-a-day"),
    ],
)
def test_a_session_that_cannot_be_is_refused(source: Path, target: Path, line: str, reason: str) -> None:
    add(source, "prices.csv", line)
    assert [(r.file, r.line, r.reason) for r in merge(source, target).refused] == [("prices.csv", 4, reason)]


def test_bars_and_listings_are_written_in_the_listing_s_own_terms(source: Path, target: Path) -> None:
    merge(source, target)
    assert (target / "bars" / "2513.HK.csv").read_text(encoding="utf-8").splitlines()[1] == (
        "2026-06-24,19,21,18.5,20,1000,20000.5,github-com-prices,"
    )
    listings = (target / "listings.csv").read_text(encoding="utf-8").splitlines()
    assert listings[1].startswith("alibaba,9988.HK,09988,XHKG,2019-11-26,,HKD,Asia/Hong_Kong,")
    assert len(listings) == 3, "a private company has no listing"


def test_a_reviewed_source_keeps_its_row(source: Path, target: Path) -> None:
    merge(source, target)
    path = target / "sources.csv"
    reviewed = path.read_text(encoding="utf-8").replace(
        "Round,https://openai.com/round", "The round,https://openai.com/round"
    )
    path.write_text(reviewed, encoding="utf-8")
    merge(source, target)
    assert path.read_text(encoding="utf-8") == reviewed


def test_the_command_reports_each_refused_row_and_fails(
    source: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(source), str(target)]) == 0
    add(source, "metrics.csv", "zhipu,revenu,FY2025,1,CNY,recognised,,filing,,https://a.b/c,T,,,exact")
    assert main([str(source), str(target)]) == 1
    assert "refused metrics.csv:7 unknown-measure revenu" in capsys.readouterr().out.splitlines()


def test_the_shipped_claims_have_ids_of_their_own_and_sources_that_exist() -> None:
    with (SHIPPED / "sources.csv").open(encoding="utf-8", newline="") as file:
        sources = {row["source"] for row in csv.DictReader(file)}
    ids = [key for path in sorted((SHIPPED / "claims").glob("*.csv")) for key in claims(SHIPPED, path.stem)]
    cited = {c["source"] for p in (SHIPPED / "claims").glob("*.csv") for c in claims(SHIPPED, p.stem).values()}
    assert len(ids) == len(set(ids)) > 300
    assert cited <= sources


@pytest.mark.parametrize(
    ("company", "first_free_day", "shares"),
    [
        ("zhipu", "2026-07-08", 25_681_600),
        ("zhipu", "2027-01-08", 402_810_690),
        ("minimax", "2026-07-09", 145_664_570),
        ("minimax", "2026-10-09", 39_029_876),
        ("minimax", "2027-01-09", 25_765_128),
        ("minimax", "2028-01-09", 86_102_534),
    ],
)
def test_the_shipped_holders_of_a_day_sum_to_its_stated_total(company: str, first_free_day: str, shares: int) -> None:
    with (SHIPPED / "holdings" / f"{company}.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["first_free_day"] == first_free_day]
    assert sum(int(row["shares"]) for row in rows if row["row_type"] == "holder") == shares
    assert sum(int(row["shares"]) == shares for row in rows if row["row_type"] == "total") == 1
