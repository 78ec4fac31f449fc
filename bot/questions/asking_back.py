"""One question back where a sentence is on the subject but names nobody, somebody not covered, or too much."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.plan import Operation, Plan
from bot.questions.groups import FOUR, TWO
from bot.questions.measures_between import held_against_sales
from bot.questions.outcomes import Declined, Outcome, Unclear
from bot.questions.sentence import Sentence

_FEW_WORDS = 6
_RATIOS = ("unlock_ratio", "price_to_sales", "price_to_arr")


def unclear(s: Sentence, companies: tuple[str, ...], last: Plan | None) -> Outcome | None:
    """Returns the question that an unclear name, measure or day calls for, None where all is clear."""
    measures = s.measure_keys[:1] or ("market_value",)
    if s.subjects.unclear and not companies:
        words = s.subjects.unclear[0]
        if not (
            last is not None
            and words.lower() in ("the company", "this company", "that company", "那家", "这家公司", "那家公司")
        ):
            return Unclear("ambiguous_company", plans_of("lookup", _fitting(words), measures), words)
    if s.subjects.unknown and not (len(companies) > 0 and s.has("IF")):
        reason = "unknown_company"
        return Unclear(reason, plans_of("lookup", companies or FOUR[:3], measures), s.subjects.unknown)
    if (
        (s.has("RATIO") or _names_bare_multiple(s))
        and not s.measures
        and len(companies) == 1
        and not s.has("MIRROR", "UNLOCK", "PRESSURE", "GAP", "PER", "TREND", "FALL", "RISE", "MOVED_BY", "PEAK")
        and last is None
        and not s.amounts
    ):
        return Unclear(
            "ambiguous_metric",
            tuple(Plan("lookup" if m != "unlock_ratio" else "unlocks", companies, (m,)) for m in _RATIOS),
            "ratio",
        )
    if s.has("RELATIVE_SALES") and set(s.measure_keys) <= {"revenue"} and not held_against_sales(s):
        plans = tuple(Plan("lookup", companies[:1], (m,)) for m in ("price_to_sales", "gross_margin", "net_loss"))
        return Unclear("ambiguous_metric", plans if companies else (), "ratio")
    if s.impossible:
        return Unclear("impossible_day", plans_of("lookup", companies, measures), s.impossible)
    return None


def of_nobody_supposed(s: Sentence, companies: tuple[str, ...], last: Plan | None) -> Outcome | None:
    """Returns the question whose value is supposed to move, None where somebody is named or nothing moves."""
    moved = s.amount("percent") is not None or s.has("DOUBLE", "TRIPLE", "HALVE")
    if (
        companies
        or last is not None
        or not s.has("IF")
        or not moved
        or s.has("EVERYTHING", "UNLOCK", "PRESSURE", "MIRROR")
    ):
        return None
    return Unclear("missing_context", plans_of("lookup", TWO, ("market_value",)))


def unplaced(s: Sentence, companies: tuple[str, ...]) -> Outcome:
    """What is left when nothing can be done: a question back where it is on the subject, else a refusal."""
    on_topic = bool(
        s.measures
        or companies
        or s.has(
            "UNLOCK",
            "MIRROR",
            "OVERTAKE",
            "LEAD_CHANGE",
            "GAP",
            "RATIO",
            "COMP_HIGH",
            "COMP_LOW",
            "THEN",
            "COMPARE",
            "HIGHEST",
            "LOWEST",
        )
    )
    vague = s.has("PRONOUN", "FOLLOW", "TREND", "WHEN", "MOVE", "OTHER", "HOW_MUCH") and len(s.rest) <= 1
    if not s.words:
        return Unclear("missing_context", ())
    if s.rest and s.measures and not companies and names_somebody(s):
        plans = plans_of("lookup", FOUR[:3], s.measure_keys[:1])
        return Unclear("unknown_company", plans, s.rest[0].text)
    if on_topic or vague:
        plans = plans_of("lookup", FOUR[:3], s.measure_keys[:1] or ("market_value",))
        return Unclear("missing_context", plans)
    ordinary = not s.rest and s.size <= _FEW_WORDS and s.text.isascii()
    if ordinary or (_OF_NOTHING_NAMED.search(s.text.lower()) and "off_topic" not in s.limits):
        return Unclear("missing_context", plans_of("lookup", FOUR[:3], ()))
    return Declined("off_topic")


_OF_NOTHING_NAMED = re.compile(
    r"(?<!\w)(?:the (?:position|situation|picture|gap|number|numbers|figure|figures|lead|latest|story|split|"
    r"trend|ratio|level"
    r"|move|change|update|status|score|state of play|result|results|outcome|balance|order)|state of play|"
    r"where (?:do|did) (?:things|we|they)"
    r" stand|how (?:are|is|did|do|does) (?:things|they|it|we|that|this)|any (?:change|movement|update|updates|"
    r"progress)|what changed"
    r"|what's new|whats new|same as (?:before|last time)|as (?:before|usual)|the usual|that one|this one|"
    r"those two|these two)(?!\w)"
    r"|情况|局面|形势|局势|进展|动静|咋样|怎么样|怎样了|变了|变化|有变|如何了|多少了|到哪了|老样子|上次那个|之前那个|那个呢|差距|数字|这俩|那俩|它俩|他俩|这两|那两"
)
"""What is spoken of as if it were known: on the subject, but of whom and of what is not said."""


def plans_of(operation: Operation, companies: Sequence[str], measures: Sequence[str]) -> tuple[Plan, ...]:
    """Returns one plan for each of the first three companies."""
    return tuple(Plan(operation, (c,), tuple(measures) or ("market_value",)) for c in companies[:3])


def _names_bare_multiple(s: Sentence) -> bool:
    return any(w.base in ("multiple", "multipl") for w in s.words) or "倍数" in s.text


def _fitting(words: str) -> tuple[str, ...]:
    letters = {
        "M": ("minimax", "moonshot", "mistral"),
        "A": ("anthropic", "alibaba"),
        "Z": ("zhipu",),
        "O": ("openai",),
    }
    small = words.lower()
    if words in letters:
        return letters[words]
    if "video" in small or "视频" in words:
        return ("minimax", "openai")
    if "cod" in small or "编程" in words or "代码" in words:
        return ("zhipu", "anthropic")
    if "us" in small.split() or "american" in small or "美国" in words:
        return ("openai", "anthropic")
    return TWO if any(w in small for w in ("listed", "chinese", "上市", "中国", "国产")) else FOUR[:3]


def names_somebody(s: Sentence) -> bool:
    """Decides whether a word that nothing knows stands where a name would: capital letters, or behind of and for."""
    for word in s.rest:
        if not word.text.isascii() or len(word.text) < 3:
            continue
        before = s.text[: word.start].rstrip().lower()
        if (
            (s.text[word.start].isupper() and word.start > 0)
            or before.endswith((" of", " for", " is", " at", " does", "the"))
            or s.text[word.end : word.end + 2] == "'s"
        ):
            return True
    return False
