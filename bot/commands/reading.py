"""Reading the words behind a command: companies, measures, times and a currency, and nothing left over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.analysis.moments import is_future
from bot.call import Ask
from bot.commands.desk import Desk
from bot.days import Day
from bot.errors import ProblemError
from bot.plan import When
from bot.questions.currencies import find_currency, unknown_currency
from bot.questions.dates import FoundWhen, find_when, read_day
from bot.questions.names import Found
from bot.text import LONGEST_INPUT, Argument, Message, Raw, Several, Typed, cleaned, folded

_KNOWN_AT_ZH = re.compile(
    r"(?:按照?|截至|以)?(\d{4}-\d{1,2}-\d{1,2}|\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?[日号])"
    r" ?(?:当时|时|前)?(?:已知|所知|已公开)的?"
)
"""In Chinese the day comes first: 按2026年3月1日当时已知."""

_KNOWN_AT = re.compile(r"(?:as )?known (?:at|on|by|as of) |known[-_]at |已知于|当时已知")
_FILLERS = frozenset(
    (
        "a about against all also an and are as at between by company companies compare compared comparison does for "
        "from had has have how i in is it its me much of on please show s than the their them to value values versus "
        "vs was were what whats which with "
        "的 和 与 跟 同 在 于 是 有 多 少 日 号 吗 呢 请 问 看 查 一 下 及 对 比 把 给 我 算 家 截 至 到"
    ).split()
)
_ENDS = ".:!?。：！？"
"""Marks that end a sentence and are no part of its last word; all other marks are quoted back as typed."""

LONGEST_QUOTE = 40
LONGEST_STEP = 120


@dataclass(frozen=True, slots=True)
class Read:
    """What the words behind a command name. `typed` is the cleaned text; `left` what nothing could be made of."""

    companies: tuple[str, ...]
    measures: tuple[str, ...]
    when: When
    known_at: Day | None
    currency: str | None
    left: str
    typed: str
    repeated: tuple[str, ...] = ()

    def of(self, companies: Sequence[str]) -> Read:
        """Returns the same reading with companies put in."""
        return replace(self, companies=tuple(companies))


def text_of(ask: Ask) -> str:
    """Returns all that was typed behind a command, cleaned; raises ProblemError when it is longer than is read.

    Options that a platform took apart are set behind each other with the words that introduce them.
    """
    introduced = {
        "when": "on {}", "known_at": "known at {}", "currency": "in {}", "above": "above {}", "below": "below {}",
    }  # fmt: skip
    words = [ask.text, *(introduced.get(name, "{}").format(value) for name, value in ask.options.items() if value)]
    text = " ".join(w for w in words if w)
    if len(text) > LONGEST_INPUT:
        raise ProblemError(Message("too-long", {"count": len(text), "most": LONGEST_INPUT}), "/help")
    return cleaned(text)


def read(ask: Ask, desk: Desk, *, default_measures: Sequence[str] = (), ahead: bool = False) -> Read:
    """Returns what an ask names, typos of names mended.

    Raises ProblemError for a date that does not exist or, unless what is asked lies `ahead`, is still to come; for an
    unknown currency, a name that fits several companies, and words that fit nothing, each with what to type instead.
    """
    typed = text_of(ask)
    rest, known_at = take_known_at(typed, ask, desk)
    rest, currency = _currency(rest, ask, desk)
    before_when = rest
    rest, when = _when(rest, ask, desk)
    found = _with_sets(desk.names.find(rest, typos=True), rest, desk)
    companies, measures = _keys(found, "company", desk), _keys(found, "measure", desk)
    if not ahead and is_future(when, desk.today) and not any(_looks_ahead(m, desk) for m in measures):
        step = _instead(ask, before_when, when_words(before_when), f"on {desk.today.iso}")
        raise ProblemError(Message("day-ahead", {"today": desk.today}), step, outcome="refused")
    named = [f.keys[0] for f in found if f.kind == "company" and len(f.keys) == 1]
    repeated = tuple(c for c in companies if named.count(c) > 1)
    left = _left(rest, found)
    return Read(companies, measures or tuple(default_measures), when, known_at, currency, left, typed, repeated)


def one_company(ask: Ask, desk: Desk, command: str, *, default_measures: Sequence[str]) -> Read:
    """Returns what was read when it names one company and leaves no word without a meaning.

    Raises ProblemError when no company is named or more than one is.
    """
    given = read(ask, desk, default_measures=default_measures)
    if not given.companies:
        if given.left:
            raise unknown_words(given.left, desk, command, ())
        steps = (f"/{command} zhipu", f"/{command} minimax revenue")
        raise ProblemError(Message("needs-company"), *steps, outcome="clarify")
    if len(given.companies) > 1:
        names = tuple(desk.names.vocabulary.companies[c].name for c in given.companies)
        said = Message("one-company", {"command": Typed(f"/{command}"), "companies": Several(names)})
        raise ProblemError(said, *(f"/{command} {c}" for c in given.companies[:3]), outcome="clarify")
    return only(given, desk, command)


def only(given: Read, desk: Desk, command: str) -> Read:
    """Returns what was read if every word had a meaning; raises ProblemError that quotes the first part without one."""
    if not given.left:
        return given
    raise unknown_words(given.left, desk, command, given.companies)


def unknown_words(left: str, desk: Desk, command: str, companies: Sequence[str]) -> ProblemError:
    """Returns the problem of words that name nothing: what they may have meant, and what to type."""
    quoted = Raw(left if len(left) <= LONGEST_QUOTE else left[:LONGEST_QUOTE] + "…")
    kind = "measure" if companies else "company"
    near = desk.names.suggestions(left, "measure" if companies else "company")
    vocabulary = desk.names.vocabulary
    if kind == "company":
        names = tuple(vocabulary.companies[k].name for k in near)
        key = "unknown-company-near" if near else "unknown-company-none"
        steps = tuple(f"/{command} {k}" for k in near) or ("/help",)
        return ProblemError(Message(key, {"words": quoted, "near": _or(names)}), *steps, outcome="clarify")
    named = " ".join(companies)
    others = () if near else tuple(k for k in desk.names.suggestions(left, "company") if k not in companies)
    if others:
        names = tuple(vocabulary.companies[k].name for k in others)
        steps = tuple(f"/{command} {k} {named}" for k in others)
        return ProblemError(
            Message("unknown-company-near", {"words": quoted, "near": _or(names)}), *steps, outcome="clarify"
        )
    measures = tuple(vocabulary.measures[k].name for k in near)
    key = "unknown-measure-near" if near else "unknown-measure-none"
    steps = tuple(f"/{command} {named} {k}" for k in near) or (f"/{command} {named}", "/help measures")
    return ProblemError(Message(key, {"words": quoted, "near": _or(measures)}), *steps, outcome="clarify")


def _or(choices: Sequence[Argument]) -> Argument:
    """Joins what may have been meant with the language's "or"; a plain list would read as all of them at once."""
    said: Argument = choices[0] if choices else Raw("")
    for choice in choices[1:]:
        said = Message("either", {"first": said, "second": choice})
    return said


def _instead(ask: Ask, text: str, place: tuple[int, int], right: str) -> str:
    """Returns the whole line as it could be typed, with what stands at a place put right."""
    line = " ".join(f"/{ask.command} {text[: place[0]]} {right} {text[place[1] :]}".split())
    return line if len(line) <= LONGEST_STEP else f"/{ask.command} zhipu {right}"


def take_known_at(text: str, ask: Ask, desk: Desk) -> tuple[str, Day | None]:
    """Returns a text without the day by which things must have been known, and that day.

    Raises ProblemError where the words are followed by no day, or by one to come.
    """
    if match := _KNOWN_AT_ZH.search(text):
        start, end = match.span()
        found = find_when(match[1])
    else:
        match = _KNOWN_AT.search(folded(text))
        if match is None:
            return text, None
        found = find_when(text[match.end() :])
        start, end = match.start(), match.end() + (found.end if found else 0)
        if found is not None and found.start > 1:
            found = None
    if found is None or not isinstance(found.when, str) or read_day(found.when) is None:
        words = Raw(text[start : match.end() + 20])
        step = _instead(ask, text, (start, len(text)), "known at 2026-03-01")
        raise ProblemError(Message("known-at-needs-day", {"words": words}), step)
    day = Day.of(found.when)
    if day > desk.today:
        step = _instead(ask, text, (start, end), f"known at {desk.today.iso}")
        raise ProblemError(Message("known-at-future", {"day": day, "today": desk.today}), step)
    return text[:start] + " " + text[end:], day


def _currency(text: str, ask: Ask, desk: Desk) -> tuple[str, str | None]:
    known = desk.rates.currencies()
    if found := find_currency(text, known):
        return text[: found.start] + " " + text[found.end :], found.code
    if unread := unknown_currency(text):
        code, place = unread
        steps = (_instead(ask, text, place, f"in {other}") for other in ("USD", "HKD", "CNY"))
        raise ProblemError(Message("unknown-currency", {"words": Raw(code)}), *steps)
    return text, None


def _when(text: str, ask: Ask, desk: Desk) -> tuple[str, When]:
    found = find_when(text)
    if found is None or _is_part_of_name(found, text, desk):
        return text, None
    start, end = when_words(text)
    if found.impossible:
        words = Raw(text[found.start : found.end])
        step = _instead(ask, text, (start, end), "on 2026-06-24")
        raise ProblemError(Message("no-such-day", {"words": words}), step)
    return text[:start] + " " + text[end:], found.when


def when_words(text: str) -> tuple[int, int]:
    """Returns where the words of time stand in a text that has some, the preposition before them included."""
    found = find_when(text)
    if found is None:
        return len(text), len(text)
    before = re.search(r"(?:(?<!\w)(?:on|at|as of|in|from|for|since|between))? ?$", folded(text[: found.start]))
    return (before.start() if before else found.start), found.end


def _looks_ahead(measure: str, desk: Desk) -> bool:
    """Decides whether a measure speaks of days to come: what is worked out from locked holdings does, by its nature."""
    formula = desk.names.vocabulary.measures[measure].formula
    return formula is not None and "holdings" in formula.inputs


def _is_part_of_name(when: FoundWhen, text: str, desk: Desk) -> bool:
    """Decides whether what looks like a date is a stretch of a longer name."""
    return any(f.start <= when.start and when.end <= f.end for f in desk.names.find(text))


def _keys(found: Sequence[Found], kind: str, desk: Desk) -> tuple[str, ...]:
    keys: dict[str, None] = {}
    for name in found:
        if name.kind != kind:
            continue
        if len(name.keys) > 1:
            vocabulary = desk.names.vocabulary
            known = vocabulary.companies if kind == "company" else vocabulary.measures
            raise ProblemError(
                Message("several-fit", {"near": _or(tuple(known[k].name for k in name.keys))}),
                *(f"/value {k}" if kind == "company" else k for k in name.keys),
                outcome="clarify",
            )
        keys[name.keys[0]] = None
    return tuple(keys)


def _with_sets(found: Sequence[Found], text: str, desk: Desk) -> list[Found]:
    """Puts the companies of a named set where its name stands; a company's own name goes before a set's."""
    kept = list(found)
    for name, kept_set in desk.sets.items():
        for match in re.finditer(rf"(?<!\w){re.escape(folded(name))}(?!\w)", folded(text)):
            if not any(f.start < match.end() and match.start() < f.end and f.kind == "company" for f in found):
                kept = [f for f in kept if f.end <= match.start() or match.end() <= f.start]
                kept += [Found("company", (company,), match.start(), match.end()) for company in kept_set.companies]
    return sorted(kept, key=lambda f: f.start)


def _left(text: str, found: Sequence[Found]) -> str:
    """The words that no name covers and that carry a meaning of their own."""
    kept = list(text)
    for name in found:
        kept[name.start : name.end] = " " * (name.end - name.start)
    words = (w.strip(_ENDS) for w in re.findall(r"[^\s,，、;；]+", "".join(kept)))
    return " ".join(w for w in words if not all(_filler(part) for part in re.split(r"[\W_]+", folded(w))))


def _filler(word: str) -> bool:
    return word in _FILLERS or all(c in _FILLERS for c in word)
