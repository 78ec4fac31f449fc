"""Reading the words behind a command: companies, measures, times and a currency, and nothing left over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.analysis.moments import is_future
from bot.call import Ask
from bot.commands.desk import Desk
from bot.days import Day
from bot.errors import ProblemError
from bot.plan import When
from bot.questions.currencies import find_currency, unknown_currency
from bot.questions.dates import FoundWhen, find_when, read_day
from bot.questions.names import Found
from bot.text import LONGEST_INPUT, Message, Raw, Several, Typed, cleaned, folded

_KNOWN_AT = re.compile(r"(?:as )?known (?:at|on|by|as of) |known[-_]at |已知于|当时已知")
_FILLERS = frozenset(
    "a about against all also an and are as at between by company companies compare compared comparison does for from "
    "had has have how i in is it its me much of on please show s than the their them to value values versus vs was were "
    "what whats which with 的 和 与 跟 同 在 于 是 有 多 少 日 号 吗 呢 请 问 看 查 一 下 及 对 比 把 给 我 算 家 截 至 到".split()
)
LONGEST_QUOTE = 40


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


def text_of(ask: Ask) -> str:
    """Returns all that was typed behind a command, cleaned; raises ProblemError when it is longer than is read.

    Options that a platform took apart are set behind each other with the words that introduce them.
    """
    introduced = {"when": "on {}", "known_at": "known at {}", "currency": "in {}"}
    words = [ask.text, *(introduced.get(name, "{}").format(value) for name, value in ask.options.items() if value)]
    text = " ".join(w for w in words if w)
    if len(text) > LONGEST_INPUT:
        raise ProblemError(Message("too-long", {"count": len(text), "most": LONGEST_INPUT}), "/help")
    return cleaned(text)


def read(ask: Ask, desk: Desk, *, default_measures: Sequence[str] = ()) -> Read:
    """Returns what an ask names, typos of names mended.

    Raises ProblemError for a date that does not exist or lies ahead, an unknown currency, a name that fits several
    companies, and words that fit nothing, each with what to type instead.
    """
    typed = text_of(ask)
    rest, known_at = _known_at(typed, desk)
    rest, currency = _currency(rest, desk)
    rest, when = _when(rest, desk)
    found = desk.names.find(rest, typos=True)
    companies, measures = _keys(found, "company", desk), _keys(found, "measure", desk)
    return Read(companies, measures or tuple(default_measures), when, known_at, currency, _left(rest, found), typed)


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
        return ProblemError(Message(key, {"words": quoted, "near": Several(names)}), *steps, outcome="clarify")
    measures = tuple(vocabulary.measures[k].name for k in near)
    key = "unknown-measure-near" if near else "unknown-measure-none"
    steps = tuple(f"/{command} {companies[0]} {k}" for k in near) or (f"/{command} {companies[0]}", "/help measures")
    return ProblemError(Message(key, {"words": quoted, "near": Several(measures)}), *steps, outcome="clarify")


def _known_at(text: str, desk: Desk) -> tuple[str, Day | None]:
    match = _KNOWN_AT.search(folded(text))
    if match is None:
        return text, None
    found = find_when(text[match.end() :])
    if found is None or found.start > 1 or not isinstance(found.when, str) or read_day(found.when) is None:
        words = Raw(text[match.start() : match.end() + 20])
        raise ProblemError(Message("known-at-needs-day", {"words": words}), "known at 2026-03-01")
    day = Day.of(found.when)
    if day > desk.today:
        raise ProblemError(Message("known-at-future", {"day": day, "today": desk.today}), f"known at {desk.today.iso}")
    return text[: match.start()] + " " + text[match.end() + found.end :], day


def _currency(text: str, desk: Desk) -> tuple[str, str | None]:
    known = desk.rates.currencies()
    if found := find_currency(text, known):
        return text[: found.start] + " " + text[found.end :], found.code
    if code := unknown_currency(text):
        raise ProblemError(Message("unknown-currency", {"words": Raw(code)}), "in USD", "in HKD", "in CNY")
    return text, None


def _when(text: str, desk: Desk) -> tuple[str, When]:
    found = find_when(text)
    if found is None or _is_part_of_name(found, text, desk):
        return text, None
    if found.impossible:
        raise ProblemError(Message("no-such-day", {"words": Raw(found.impossible)}), "on 2026-06-24")
    if is_future(found.when, desk.today):
        raise ProblemError(Message("day-ahead", {"today": desk.today}), f"on {desk.today.iso}", outcome="refused")
    before = re.sub(r"(?:on|at|as of|in|from|for|since)? ?$", "", text[: found.start])
    return before + " " + text[found.end :], found.when


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
                Message("several-fit", {"near": Several(tuple(known[k].name for k in name.keys))}),
                *(f"/value {k}" if kind == "company" else k for k in name.keys),
                outcome="clarify",
            )
        keys[name.keys[0]] = None
    return tuple(keys)


def _left(text: str, found: Sequence[Found]) -> str:
    """The words that no name covers and that carry a meaning of their own."""
    kept = list(text)
    for name in found:
        kept[name.start : name.end] = " " * (name.end - name.start)
    words = re.findall(r"[^\s,，、.;:!?/&|+()\"'=\[\]{}%-]+", "".join(kept))
    return " ".join(w for w in words if not _filler(folded(w)))


def _filler(word: str) -> bool:
    return word in _FILLERS or all(c in _FILLERS for c in word)
