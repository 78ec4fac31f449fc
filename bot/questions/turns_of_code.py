"""Questions typed as a program would be: zhipu.cap - minimax.cap, sorted(names, key=cap)[:2], git blame."""

from __future__ import annotations

import re

from bot.questions.words import Hit

_MARKS = re.compile(r"[.(_=;/*-]|\bgit\b|\bselect\b|\bupdate\b|\bman\b|\bdiff\b")
_CODE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("MINUS", re.compile(r"\w\.\w+\)? ?[-−] ?\(?\w+\.\w")),
    ("RATIO", re.compile(r"\w\.\w+\)? ?[/÷] ?\(?\w+\.\w|(?<!\w)ratio\(|(?<!\w)div\(")),
    (
        "ORDER",
        re.compile(r"(?<!\w)(?:sort(?:ed|_values|_by)?|rank|nlargest|nsmallest|head|top_n)\(|(?<!\w)order by(?!\w)"),
    ),
    ("HIGHEST", re.compile(r"(?<!\w)(?:arg)?max\(|nlargest\(|reverse ?= ?true|ascending ?= ?false|(?<!\w)desc(?!\w)")),
    ("LOWEST", re.compile(r"(?<!\w)(?:arg)?min\(|nsmallest\(|ascending ?= ?true|reverse ?= ?false|order by \w+ asc")),
    ("COUNTED", re.compile(r"(?<!\w)(?:count|len|sum)\(")),
    ("SOURCE", re.compile(r"(?<!\w)git (?:blame|annotate)(?!\w)|(?<!\w)(?:cite|whence|source_of|provenance)\(")),
    ("TREND", re.compile(r"(?<!\w)git log(?!\w)|(?<!\w)(?:plot|chart|timeseries|history|resample)\(")),
    ("GAP", re.compile(r"(?<!\w)(?:diff|delta|abs|gap|spread)\(|^\W*diff (?=\w)")),
    ("EXPLAIN", re.compile(r"^\W*(?:man|help|whatis|define|apropos|tldr) \w|(?<!\w)(?:help|define|explain)\(")),
    ("IF", re.compile(r"(?<!\w)(?:assume|simulate|shock|scenario|what_?if)\(")),
    ("WHEN", re.compile(r"(?<!\w)(?:when|first_date|date_of)\(")),
)
_WRITE = re.compile(
    r"(?<!\w)(?:update \w+ set|insert into|delete from|drop (?:table|database)|alter table|truncate|"
    r"replace into|merge into"
    r"|chmod|rm -\w+|sudo|git (?:push|commit|reset|revert|checkout)|curl|wget|put /|post /|patch /|delete /)(?!\w)"
    r"|\w\.\w+ ?(?:[-+*/]?=|:=)(?!=) ?-?\d"
)


def coded(small: str, cues: dict[str, tuple[Hit, ...]], limits: dict[str, tuple[Hit, ...]]) -> None:
    """Marks what a text that looks like a program asks for; a text of plain words is left alone."""
    if not _MARKS.search(small):
        return
    for cue, pattern in _CODE:
        if cue not in cues and (match := pattern.search(small)):
            cues[cue] = (Hit((cue,), 0, 0, match.start(), match.end()),)
    if {"ORDER", "HIGHEST", "LOWEST"} & set(cues) and "reverse" in small:
        cues.pop("LEAD_CHANGE", None)
    if match := _WRITE.search(small):
        limits["write_action"] = (Hit(("write_action",), 0, 0, match.start(), match.end()),)
