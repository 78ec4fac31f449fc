"""What a share did around a day by four methods, how usual that is for it, and what else happened in those days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from bot.analysis.abnormal import ESTIMATION, METHODS, WINDOWS, Method, Window
from bot.analysis.aftermaths import aftermaths
from bot.analysis.event_tests import Outcome, all_tests
from bot.analysis.moments import Moment
from bot.analysis.placebos import APART
from bot.analysis.studies import PEERS, PROXY, Asked, Caution, NoStudy, Study, Summed, references, sample, study
from bot.answer import Answer, Block, Cell, Choice, Column, Field, Fields, Notice, Table
from bot.answers import base_rates, study_beside, study_picture, wording
from bot.answers.asking import ask_again
from bot.answers.scene import Scene
from bot.call import Ask
from bot.days import Day
from bot.errors import ProblemError
from bot.facts.book import FactBook, Needs
from bot.plan import Plan
from bot.ports import Vocabulary
from bot.quantities import Multiple, Percent
from bot.text import Argument, Message, Name, Several, Term

MEASURES = ("share_price", "shares_in_issue")


def needs(plan: Plan, vocabulary: Vocabulary) -> Needs:
    """Returns prices of the company, of every peer and of the market's proxy, with releases and events."""
    others = [str(dict(plan.params)["peer"])] if "peer" in dict(plan.params) else []
    every = dict.fromkeys((*plan.companies, *others, *PEERS, *(c for c in PROXY if c in vocabulary.companies)))
    return Needs(tuple(every), MEASURES, bars=True, holdings=True, events=True)


def answer(plan: Plan, scene: Scene) -> Answer:
    """Returns the study of one company and day; without a company what studies and cases say of releases.

    Raises ProblemError for a company without prices and for a day that has none yet.
    """
    if not plan.companies:
        return base_rates.answer(plan, scene)
    when = scene.moment(plan.with_changes(when=None))
    asked = asked_of(plan, scene.book, when)
    if asked is None:
        return _nothing_released(plan, scene)
    found = study(scene.book, asked, when)
    if isinstance(found, str):
        raise refused(found, asked, scene.vocabulary)
    notes = wording.Footnotes()
    blocks: list[Block] = [_windows(found, scene, when), _ranks(found, scene), _around(found, scene)]
    blocks += [Notice(caution_words(c, found, scene.vocabulary)) for c in found.cautions if c.kind != "confounded"]
    blocks += study_picture.event_fan(found, scene)
    blocks += study_beside.happened(found, scene, notes)
    blocks += study_beside.aftermath(aftermaths(scene.book, asked.company, when), scene)
    blocks.append(Notice(_tests(asked, scene, when)))
    blocks.append(Notice(Message("study-no-cause")))
    return Answer(
        _headline(found, scene), tuple(blocks), _choices(plan, asked), notes.all(), read_as=_read_as(found, plan, scene)
    )


def asked_of(plan: Plan, book: FactBook, when: Moment) -> Asked | None:
    """Returns what a plan asks to be studied; without a day the last release with prices, else the last listed event.

    None where no day was named and there is neither.
    """
    params: Mapping[str, Any] = dict(plan.params)
    company = plan.companies[0]
    if isinstance(plan.when, str):
        day = Day.of(plan.when)
    else:
        past = [a for a in aftermaths(book, company, when) if a.before is not None]
        listed = [e.day.end for e in book.events if e.company == company and e.day.end <= when.at]
        if not past and not listed:
            return None
        day = past[-1].release.first_free_day if past else max(listed)
    return Asked(
        company,
        day,
        params.get("method", "mean"),
        params.get("peer"),
        Window.of(params["estimation"]) if "estimation" in params else ESTIMATION,
        tuple(map(Window.of, params["windows"].split(","))) if "windows" in params else WINDOWS,
    )


def percent(fraction: float) -> Percent:
    """Returns a cumulative return as a change, to a hundredth of a point's hundredth: floating point holds no more."""
    return Percent(Decimal(repr(round(fraction, 8))), signed=True)


def window_words(window: Window) -> Message:
    """Returns a window as it is read: the sessions from one to another, counted from the event."""
    return Message("study-window", {"first": _counted(window.first), "last": _counted(window.last)})


def bounds(window: Window) -> Message:
    """Returns a window's two ends, counted from the event, as a heading or a cell shows them."""
    return Message("study-days", {"first": _counted(window.first), "last": _counted(window.last)})


def _counted(session: int) -> Message:
    key = "study-before" if session < 0 else "study-after" if session else "study-event-day"
    return Message(key, {"count": abs(session)})


def refused(why: NoStudy, asked: Asked, vocabulary: Vocabulary) -> ProblemError:
    """Returns the problem of a study that cannot be made."""
    name = vocabulary.companies[asked.company].name
    said: dict[str, Argument] = {"company": name, "day": asked.day}
    step = f"/study {asked.company}" if why in ("after_last_price", "no_peer", "peer_itself") else "/study zhipu"
    return ProblemError(Message(f"study-{why.replace('_', '-')}", said), step, outcome="refused")


def _nothing_released(plan: Plan, scene: Scene) -> Answer:
    said = Message("study-which-day", {"company": scene.name(plan.companies[0])})
    raise ProblemError(said, f"/study {plan.companies[0]} on 2026-07-08", outcome="clarify")


def _headline(found: Study, scene: Scene) -> Message:
    parts = tuple(
        Message("study-window-value", {"window": window_words(w.window), "value": percent(w.total)})
        for w in found.windows
        if w.total is not None
    )
    said: dict[str, Argument] = {
        "company": scene.name(found.asked.company),
        "day": found.day,
        "method": method_words(found.asked, scene.vocabulary),
    }
    return (
        Message("study-headline", {**said, "each": Several(parts)}) if parts else Message("study-headline-none", said)
    )


def method_words(asked: Asked, vocabulary: Vocabulary) -> Message:
    """Returns a method in words, with whose returns it takes off."""
    names = tuple(vocabulary.companies[c].name for c in references(asked))
    args: dict[str, Argument] = {"companies": Several(names)} if names else {}
    return Message(f"study-method-{asked.method}", args)


def _windows(found: Study, scene: Scene, when: Moment) -> Table:
    """One row a window, one column a method; rank and band are those of the method asked for."""
    others = {
        method: study(scene.book, replace(found.asked, method=method), when)
        for method in METHODS
        if method != found.asked.method
    }
    methods = (found.asked.method, *others)
    columns = (
        Column(Message("study-column-window")),
        *(Column(Message(f"study-column-{m}"), "number") for m in methods),
    )
    rows = []
    for place, summed in enumerate(found.windows):
        beside = [o if isinstance(o, str) else o.windows[place] for o in others.values()]
        rows.append((Cell(bounds(summed.window)), *(_total(one) for one in (summed, *beside))))
    return Table(Message("study-caption", {"company": scene.name(found.asked.company)}), columns, tuple(rows))


def _ranks(found: Study, scene: Scene) -> Table:
    """How usual each figure of the asked method is for this share."""
    columns = (
        Column(Message("study-column-window")),
        Column(Message("study-column-first")),
        Column(Message("study-column-last")),
        Column(Message("study-column-rank")),
        Column(Message("study-column-band")),
    )
    rows = tuple(
        (
            Cell(bounds(w.window)),
            Cell(w.days[0] if w.days else None),
            Cell(w.days[1] if w.days else None),
            Cell(_rank(w)),
            _band(w),
        )
        for w in found.windows
    )
    said: dict[str, Argument] = {"company": scene.name(found.asked.company), "apart": APART}
    return Table(Message("study-ranks", said), columns, rows)


def _total(summed: Summed | str) -> Cell:
    if isinstance(summed, str):
        return Cell(None, why=Message("study-method-not-possible"))
    if summed.total is None:
        why = {"known": summed.known, "count": summed.window.length}
        return Cell(None, why=Message("study-window-short", dict(why)))
    return Cell(percent(summed.total), summed.claims)


def _rank(summed: Summed) -> Message | None:
    return Message("study-rank", {"place": summed.rank.place, "of": summed.rank.of}) if summed.rank else None


def _band(summed: Summed) -> Cell:
    if summed.band is None:
        return Cell(None)
    low, high = summed.band
    return Cell(Message("study-band", {"low": percent(low), "high": percent(high)}), summed.claims)


def _around(found: Study, scene: Scene) -> Fields:
    estimated = Message("study-estimated", {"window": window_words(found.asked.estimation), "count": found.n})
    fields = [
        Field(Message("study-field-day"), Cell(found.day)),
        Field(Message("study-field-method"), Cell(method_words(found.asked, scene.vocabulary))),
        Field(Message("study-field-estimation"), Cell(estimated)),
    ]
    volume = Cell(None, why=Message("study-no-volume"))
    if found.volume is not None:
        volume = Cell(Multiple(Decimal(repr(round(found.volume, 4)))), found.volume_claims)
    fields.append(Field(Message("study-field-volume"), volume))
    return Fields(tuple(fields))


def caution_words(caution: Caution, found: Study, vocabulary: Vocabulary) -> Message:
    """Returns a reservation as a sentence."""
    said: dict[str, Argument] = {"count": caution.count, "of": caution.of, "asked": found.asked.day}
    if caution.window is not None:
        said["window"] = window_words(caution.window)
    if caution.day is not None:
        said["day"] = caution.day
    names: tuple[Name, ...] = tuple(vocabulary.companies[c].name for c in references(found.asked))
    if names:
        said["companies"] = Several(names)
    return Message(f"study-caution-{caution.kind.replace('_', '-')}", said)


def _tests(asked: Asked, scene: Scene, when: Moment) -> Message:
    """The tests of a cross-section over every release with prices, or the reason why there is none."""
    window = Window(0, 1)
    members = [
        sample(
            scene.book, replace(asked, company=a.release.company, day=a.release.first_free_day, peer=None), window, when
        )
        for company in scene.book.listings
        for a in aftermaths(scene.book, company, when)
        if a.before is not None
    ]
    outcomes = all_tests([m for m in members if m is not None])
    if all(o.refused for o in outcomes):
        first = outcomes[0]
        said: dict[str, Argument] = {"count": first.n, "needed": first.needed}
        return Message(f"study-tests-{(first.refused or '').replace('_', '-')}", said)
    return Message("study-tests", {"each": Several(tuple(_outcome(o) for o in outcomes if not o.refused))})


def _outcome(outcome: Outcome) -> Message:
    assert outcome.statistic is not None and outcome.chance is not None
    said: dict[str, Argument] = {
        "test": Term("study-test", outcome.test),
        "statistic": wording.in_hundredths(Decimal(repr(outcome.statistic))),
        "chance": wording.in_hundredths(Decimal(repr(outcome.chance))),
        "count": outcome.n,
    }
    return Message("study-test-outcome", said)


def _read_as(found: Study, plan: Plan, scene: Scene) -> Message:
    parts: list[Argument] = [Term("operation", plan.operation), scene.name(found.asked.company), found.asked.day]
    parts.append(method_words(found.asked, scene.vocabulary))
    if plan.known_at:
        parts.append(Message("read-known-at", {"day": plan.known_at}))
    return Message("read-as", {"parts": wording.joined(parts)})


def _choices(plan: Plan, asked: Asked) -> tuple[Choice, ...]:
    params = dict(plan.params)
    other: tuple[Method, ...] = tuple(m for m in METHODS if m != asked.method)
    again = [
        plan.with_changes(when=asked.day.iso, params=tuple(sorted({**params, "method": m}.items()))) for m in other[:2]
    ]
    choices = [Choice(Message(f"study-choice-{m}"), ask_again(a)) for m, a in zip(other, again, strict=False)]
    return (*choices, Choice(Message("study-choice-rates"), Ask("study", "")))
