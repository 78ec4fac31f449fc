"""Scoring what was understood against labelled questions, by the definitions that stand beside the labels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from bot.ports import Vocabulary
from bot.questions.outcomes import Declined, Outcome, Unclear, Understood

FIELDS = ("operation", "companies", "metrics", "when", "currency", "direction", "params")
LENIENT = ("operation", "companies", "metrics")
"""What must be right for the right figures to be shown; strict asks for every field."""

_PRESSURE = {"unlock_value", "days_of_volume"}
_NO_PLAN = ("clarify", "refuse")


@dataclass(frozen=True, slots=True)
class Scored:
    """One labelled question with the fields that were wrong; `said` is what was understood, for the list of misses."""

    id: str
    text: str
    operation: str
    language: str
    wrong: tuple[str, ...]
    said: str

    @property
    def strict(self) -> bool:
        """Decides whether every field is right."""
        return not self.wrong

    @property
    def lenient(self) -> bool:
        """Decides whether operation, companies and metrics are right."""
        return not set(self.wrong) & set(LENIENT)


@dataclass(slots=True)
class Tally:
    """How many of some questions are right, strictly and leniently."""

    count: int = 0
    strict: int = 0
    lenient: int = 0

    def add(self, scored: Scored) -> None:
        """Counts one more question."""
        self.count += 1
        self.strict += scored.strict
        self.lenient += scored.lenient


@dataclass(slots=True)
class Scores:
    """All questions of a file, in total and by operation and language; `fields` counts the wrong ones."""

    total: Tally = field(default_factory=Tally)
    by_operation: dict[str, Tally] = field(default_factory=dict)
    by_language: dict[str, Tally] = field(default_factory=dict)
    fields: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    misses: list[Scored] = field(default_factory=list)


def scores(questions: Iterable[Scored]) -> Scores:
    """Returns the tallies over scored questions, with those that are not strictly right."""
    found = Scores()
    for scored in questions:
        found.total.add(scored)
        found.by_operation.setdefault(scored.operation, Tally()).add(scored)
        found.by_language.setdefault(scored.language, Tally()).add(scored)
        for name in scored.wrong:
            found.fields[name] += 1
        if not scored.strict:
            found.misses.append(scored)
    return found


def score(label: Mapping[str, Any], outcome: Outcome, words: Vocabulary) -> Scored:
    """Returns how one outcome stands against its label."""
    operation = _operation(outcome)
    wrong = tuple(name for name in FIELDS if not _right(name, label, outcome, operation, words))
    said = outcome.plan.canonical() if isinstance(outcome, Understood) else f"{operation}: {_reason(outcome)}"
    return Scored(label["id"], label["text"], label["operation"], label["lang"], wrong, said)


def _operation(outcome: Outcome) -> str:
    if isinstance(outcome, Understood):
        return outcome.plan.operation
    return "clarify" if isinstance(outcome, Unclear) else "refuse"


def _reason(outcome: Outcome) -> str:
    return outcome.reason if isinstance(outcome, Unclear | Declined) else ""


def _right(name: str, label: Mapping[str, Any], outcome: Outcome, operation: str, words: Vocabulary) -> bool:
    if name == "operation":
        return operation == label["operation"] or operation in label["alternatives"]
    if not isinstance(outcome, Understood):
        return (
            name != "params" or label["operation"] not in _NO_PLAN or label["params"].get("reason") == _reason(outcome)
        )
    if label["operation"] in _NO_PLAN:
        return True
    plan = outcome.plan
    match name:
        case "companies":
            about_speaker = label["operation"] == "claims" and "speaker" in label["params"] and not label["companies"]
            return bool(about_speaker) or _same(plan.companies, label["companies"], label)
        case "metrics":
            return _metrics(plan.measures, label)
        case "when":
            return _latest(plan.document()["when"]) == _latest(label["when"])
        case "currency":
            return bool(plan.currency == label["currency"])
        case "direction":
            return bool(plan.direction == label["direction"] or operation != label["operation"])
        case _:
            return operation != label["operation"] or _params(dict(plan.params), label["params"], words)


def _latest(when: object) -> object:
    return None if when == "today" else when


def _same(ours: tuple[str, ...], theirs: list[str], label: Mapping[str, Any]) -> bool:
    """Sets, except where one is divided by or subtracted from another: there the order is part of the question."""
    subtracted = label["operation"] == "difference" and any(w in label["text"] for w in ("minus", "减"))
    if label["operation"] == "ratio" or subtracted:
        return list(ours) == theirs
    return set(ours) == set(theirs)


def _metrics(ours: tuple[str, ...], label: Mapping[str, Any]) -> bool:
    theirs, note = label["metrics"], label.get("note", "")
    if "metric optional" in note or _same(ours, theirs, label):
        return True
    if set(theirs) == _PRESSURE and ours and set(ours) <= _PRESSURE:
        return True
    return len(ours) == 1 and f"{ours[0]} is fine too" in note


def _params(ours: Mapping[str, Any], theirs: Mapping[str, Any], words: Vocabulary) -> bool:
    """Numbers and names count; everything else in the labels is a hint."""
    speakers = {a.casefold().replace(" ", "_"): s.key for s in words.speakers.values() for a in (s.key, *s.aliases)}

    def told(value: object) -> set[object]:
        match value:
            case bool() | None:
                return set()
            case dict():
                return {
                    t for k, v in value.items() for t in ({*told(v), *told(k)} if k in words.companies else told(v))
                }
            case list():
                return {t for v in value for t in told(v)}
            case str() if value in words.companies:
                return {value}
            case str() if value in speakers:
                return {speakers[value]}
            case _:
                try:
                    return {Decimal(str(value))}
                except InvalidOperation:
                    return set()

    return told(dict(ours)) == told(dict(theirs))
