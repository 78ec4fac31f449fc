"""Watching for claims: which figures are newly stated or corrected since a rule last looked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from bot.days import Day, Instant
from bot.facts.book import FactBook
from bot.facts.records import Claim, Statement
from bot.rule import ClaimWatch, Rule, StatementWatch


@dataclass(frozen=True, slots=True)
class KnownState:
    """The claims that a rule has seen, shortened; none were looked at before it was armed."""

    known: tuple[str, ...] = ()
    armed: bool = False


@dataclass(frozen=True, slots=True)
class News:
    """The claims that are new to a rule, and the key they are told under."""

    claims: tuple[Claim, ...]
    key: str


def news(rule: Rule, book: FactBook, state: KnownState, now: Instant) -> tuple[KnownState, News | None]:
    """Returns what has become known since a rule last looked; nothing on its first look.

    Raises TypeError for a rule that watches no claims.
    """
    watch = rule.watch
    if not isinstance(watch, ClaimWatch):
        raise TypeError(f"{type(watch).__name__} watches no claims")
    today = now.day_in("UTC")
    seen = [
        claim
        for company in watch.companies
        for measure in watch.measures
        for claim in book.claims_of(company, measure)
        if claim.known_at <= today
    ]
    ids = {_short(claim.id): claim for claim in seen}
    fresh = [claim for short, claim in ids.items() if short not in set(state.known)]
    after = KnownState(tuple(sorted({*state.known, *ids})), armed=True)
    if not state.armed or not fresh:
        return after, None
    fresh.sort(key=lambda c: (c.as_of.end, c.id))
    together = hashlib.sha256(" ".join(c.id for c in fresh).encode()).hexdigest()[:8]
    return after, News(tuple(fresh), f"claim:{rule.id}:{fresh[-1].id}:{together}")


def falling_due(watch: StatementWatch, statements: Iterable[Statement], today: Day) -> list[tuple[Statement, Day]]:
    """Returns the statements of a watch that are still to show, each with the day on which it is told."""
    found = []
    for statement in statements:
        wanted = not watch.companies or bool(set(watch.companies) & set(statement.companies))
        if wanted and statement.due_on is not None and not (statement.resolved_on and statement.settled(today)):
            found.append((statement, statement.due_on.plus(-watch.before)))
    return found


def _short(id: str) -> str:
    return hashlib.sha256(id.encode()).hexdigest()[:8]
