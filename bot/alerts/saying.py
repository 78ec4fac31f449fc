"""A rule in words: what it watches and when it speaks, as its list, its confirmation and its alerts all say it."""

from __future__ import annotations

from bot.facts.measures import Measure
from bot.ports import Vocabulary
from bot.quantities import Percent, divided, quantity
from bot.rule import (
    ClaimWatch,
    LevelWatch,
    OvertakeWatch,
    ReleaseWatch,
    Rule,
    StatementWatch,
    Subject,
)
from bot.text import Argument, Message, Raw, Several, Term


def rule_words(rule: Rule, vocabulary: Vocabulary) -> Message:
    """Returns what a rule watches as one sentence."""
    watch = rule.watch
    match watch:
        case ReleaseWatch():
            return _releases(watch, vocabulary)
        case LevelWatch():
            return _level_words(watch, vocabulary)
        case OvertakeWatch(first=first, second=second, measure=measure):
            names: dict[str, Argument] = {
                "first": _company(first, vocabulary),
                "second": _company(second, vocabulary),
                "measure": _measure(measure, vocabulary),
            }
            return Message("rule-overtakes", names)
        case ClaimWatch(companies=companies, measures=measures):
            return Message(
                "rule-claims",
                {
                    "companies": Several(tuple(_company(c, vocabulary) for c in companies)),
                    "measures": Several(tuple(_measure(m, vocabulary) for m in measures)),
                },
            )
        case StatementWatch(companies=companies, before=before):
            whom = _companies(companies, vocabulary)
            return Message("rule-statements", {"companies": whom, "count": before})


def _level_words(watch: LevelWatch, vocabulary: Vocabulary) -> Message:
    subject = watch.subject
    said = said_of(watch, vocabulary)
    if subject.kind in ("high", "low", "swing"):
        return Message(f"rule-{subject.kind}", said)
    if subject.kind == "drawdown" and watch.side == "above":
        return Message("rule-drawdown", said)
    if subject.kind == "move" and (watch.level > 0) == (watch.side == "above"):
        return Message(f"rule-move-{watch.side}", said)
    return Message(f"rule-{'crosses' if watch.event else 'is'}-{watch.side}", said)


def said_of(watch: LevelWatch, vocabulary: Vocabulary) -> dict[str, Argument]:
    """Returns what sentences about a rule on a level may say: the series, its company and measure, and the level."""
    subject = watch.subject
    words = subject_words(subject, vocabulary)
    level = level_of(watch, vocabulary.measures[subject.measure])
    size = Percent(abs(watch.level)) if subject.kind in ("move", "swing") else level
    return {**words.args, "subject": words, "level": level, "size": size}


def subject_words(subject: Subject, vocabulary: Vocabulary) -> Message:
    """Returns the name of a series."""
    said: dict[str, Argument] = {
        "company": _company(subject.companies[0], vocabulary),
        "measure": _measure(subject.measure, vocabulary),
    }
    if len(subject.companies) > 1:
        said["second"] = _company(subject.companies[1], vocabulary)
    if subject.sessions:
        said["count"] = subject.sessions
    return Message(f"series-{subject.kind}", said)


def level_of(watch: LevelWatch, measure: Measure | None) -> Argument:
    """Returns the level of a rule with its unit."""
    kind = watch.subject.kind
    if kind == "ratio":
        return quantity(watch.level, "multiple")
    if kind == "age":
        return Message("so-many-days", {"count": int(watch.level)})
    if kind != "figure":
        return Percent(watch.level, signed=kind == "move")
    if measure is None:
        return Raw(f"{watch.level.normalize():f}")
    unit = watch.subject.currency if measure.unit in ("money", "price") else measure.unit
    return quantity(watch.level, unit) if unit else Raw(f"{watch.level.normalize():f}")


def often(rule: Rule) -> Message:
    """Returns how often a rule speaks, with what holds it back."""
    parts: list[Argument] = [Term("frequency", rule.frequency)]
    watch = rule.watch
    if isinstance(watch, LevelWatch) and watch.recover != watch.level and watch.level:
        band = divided(abs(watch.level - watch.recover), abs(watch.level))
        parts.append(Message("rule-band", {"band": Percent(band)}))
    if rule.pending > 1:
        parts.append(Message("rule-pending", {"count": rule.pending}))
    if rule.pending_minutes:
        parts.append(Message("rule-pending-minutes", {"count": rule.pending_minutes}))
    if rule.keep > 1:
        parts.append(Message("rule-keep", {"count": rule.keep}))
    if rule.cooldown_minutes:
        parts.append(Message("rule-cooldown", {"count": rule.cooldown_minutes // 60}))
    if rule.expires_at is not None:
        parts.append(Message("rule-until", {"day": rule.expires_at.day_in(rule.zone or "UTC")}))
    first = parts[0]
    for part in parts[1:]:
        first = Message("parts", {"first": first, "second": part})
    return Message("plain", {"text": first})


def _company(key: str, vocabulary: Vocabulary) -> Argument:
    """The name of a company, its key where it is gone: a rule outlives what it names, and is still listed."""
    found = vocabulary.companies.get(key)
    return found.name if found is not None else Raw(key)


def _measure(key: str, vocabulary: Vocabulary) -> Argument:
    found = vocabulary.measures.get(key)
    return found.name if found is not None else Raw(key)


def _releases(watch: ReleaseWatch, vocabulary: Vocabulary) -> Message:
    rungs = Several(tuple(Raw(r.label) for r in watch.ladder))
    words = Message("rule-releases", {"companies": _companies(watch.companies, vocabulary), "rungs": rungs})
    if watch.classes:
        classes = Several(tuple(Term("holder-class", c) for c in watch.classes))
        words = Message("parts", {"first": words, "second": Message("rule-of-classes", {"classes": classes})})
    if watch.at_least is not None:
        size = Message("rule-of-size", {"part": Percent(watch.at_least)})
        words = Message("parts", {"first": words, "second": size})
    if watch.within is not None:
        words = Message("parts", {"first": words, "second": Message("rule-within", {"count": watch.within})})
    return words


def _companies(companies: tuple[str, ...], vocabulary: Vocabulary) -> Argument:
    if not companies:
        return Message("all-companies")
    return Several(tuple(_company(c, vocabulary) for c in companies))
