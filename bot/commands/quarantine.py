"""/quarantine: prices of vendors that are not believed, why, and letting one in on a person's word."""

from __future__ import annotations

from bot.answer import Answer, Cell, Choice, Column, Notice, Table
from bot.answers.deeds import ratio
from bot.call import Ask
from bot.commands.deed import Deed
from bot.commands.desk import Desk, Result
from bot.commands.reading import text_of
from bot.errors import ProblemError
from bot.facts.offers import Quarantined, usable
from bot.market import Quarantine
from bot.quantities import Money
from bot.schema import Command, Option
from bot.text import Argument, Message, Name, Raw, Term, folded

_LIST = ("", "list", "show", "列表", "查看")
_RELEASE = ("release", "believe", "放行", "采信")
_SPLIT = ("split", "拆股", "拆并股")
_PRICE = ("price", "价格", "行情")
MOST_SHOWN = 20
MOST_CHOICES = 3
LONGEST_SENT = 60


def change(ask: Ask, desk: Desk) -> Deed:
    """Returns what is kept aside with its reasons, or the letting in of one of them.

    Raises ProblemError for a number that is none, a price that cannot be one, and a person who may not decide it.
    """
    verb, _, rest = text_of(ask).partition(" ")
    verb, rest = folded(verb), rest.strip().removeprefix("#")
    if verb in _LIST:
        return Deed(_listed(desk))
    if verb not in (*_RELEASE, *_SPLIT, *_PRICE):
        raise ProblemError(Message("quarantine-verb", {"words": Raw(verb[:40])}), "/quarantine", outcome="clarify")
    kept = _named(rest, desk)
    if desk.quarantine is None or not desk.quarantine.may_release(desk.call.person):
        raise ProblemError(Message("quarantine-not-you"), "/quarantine", outcome="refused")
    if kept.offer.at is not None:
        raise ProblemError(Message("quarantine-quote", {"id": kept.id}), "/quarantine", outcome="refused")
    if not _usable(kept):
        raise ProblemError(Message("quarantine-no-price", {"id": kept.id}), "/quarantine", outcome="refused")
    looks_split = kept.suspicion == "split" and kept.offer.split is not None
    if looks_split and verb in _RELEASE:
        steps = (f"/quarantine split {kept.id}", f"/quarantine price {kept.id}")
        raise ProblemError(Message("quarantine-which", _split(kept)), *steps, outcome="clarify")
    if not looks_split and verb in _SPLIT:
        raise ProblemError(Message("quarantine-no-split", {"id": kept.id}), "/quarantine", outcome="refused")
    if verb in _SPLIT:
        said: dict[str, Argument] = {**_about(kept, desk), **_split(kept)}
        after = Notice(Message("quarantine-split-after"))
        return Deed(Answer(Message("quarantine-split", said), (after,)), released=kept.id, as_split=True)
    about: dict[str, Argument] = {**_about(kept, desk), "reason": Term("suspicion", kept.suspicion)}
    after = Notice(Message("quarantine-let-in-after"))
    return Deed(Answer(Message("quarantine-let-in", about), (after,)), released=kept.id)


def _split(kept: Quarantined) -> dict[str, Argument]:
    assert kept.offer.session is not None
    assert kept.offer.split is not None
    return {"id": kept.id, "ratio": Raw(ratio(kept.offer.split)), "day": kept.offer.session}


def _usable(kept: Quarantined) -> bool:
    """No word of a person turns one currency into another."""
    return usable(kept.offer) and kept.suspicion != "wrong_currency"


def _waiting(desk: Desk) -> list[Quarantined]:
    return list(desk.quarantine.waiting()) if desk.quarantine else []


def _named(number: str, desk: Desk) -> Quarantined:
    waiting = _waiting(desk)
    kept = next((q for q in waiting if number.isdecimal() and q.id == int(number)), None)
    if kept is None:
        steps = [f"/quarantine release {q.id}" for q in waiting if _usable(q)][:MOST_CHOICES] or ["/quarantine"]
        raise ProblemError(Message("quarantine-not-there", {"words": Raw(number[:20])}), *steps, outcome="clarify")
    return kept


def _about(kept: Quarantined, desk: Desk) -> dict[str, Name | Raw | Term | Money]:
    offer = kept.offer
    assert offer.close is not None
    return {
        "company": _company(offer.ticker, desk),
        "ticker": Raw(offer.ticker),
        "price": Money(offer.close, offer.currency),
        "vendor": Term("vendor", offer.vendor),
    }


def _company(ticker: str, desk: Desk) -> Name | Raw:
    vocabulary = desk.names.vocabulary
    key = next((a.company for a in vocabulary.aliases if a.kind == "ticker" and a.text == ticker), "")
    return vocabulary.companies[key].name if key else Raw(ticker)


def _listed(desk: Desk) -> Answer:
    waiting = _waiting(desk)
    if not waiting:
        return Answer(Message("quarantine-empty"), visible_to="asker")
    rows = tuple(_row(kept, desk) for kept in waiting[:MOST_SHOWN])
    columns = (
        Column(Message("column-number"), "number"),
        Column(Message("column-company")),
        Column(Message("field-source")),
        Column(Message("column-session")),
        Column(Message("column-offered"), "number"),
        Column(Message("column-why-aside")),
    )
    table = Table(Message("quarantine-caption"), columns, rows)
    count = desk.quarantine.count() if desk.quarantine else 0
    more = (Notice(Message("and-more", {"count": count - len(rows)})),) if count > len(rows) else ()
    choices = _choices(desk.quarantine, waiting, desk)
    return Answer(
        Message("quarantine-listed", {"count": count}), (table, *more), choices,
        (Message("quarantine-what"),), visible_to="asker",
    )  # fmt: skip


def _choices(quarantine: Quarantine | None, waiting: list[Quarantined], desk: Desk) -> tuple[Choice, ...]:
    if quarantine is None or not quarantine.may_release(desk.call.person):
        return ()
    fit = [q for q in waiting if _usable(q)][:MOST_CHOICES]
    return tuple(_choice(kept) for kept in fit)


def _choice(kept: Quarantined) -> Choice:
    if kept.suspicion == "split" and kept.offer.split is not None:
        return Choice(Message("choice-take-split", {"id": kept.id}), Ask("quarantine", f"split {kept.id}"))
    return Choice(Message("choice-let-in", {"id": kept.id}), Ask("quarantine", f"release {kept.id}"))


def _row(kept: Quarantined, desk: Desk) -> tuple[Cell, ...]:
    offer = kept.offer
    priced = offer.close is not None and len(offer.currency) == 3
    sent = " ".join(offer.text.split())[:LONGEST_SENT]
    return (
        Cell(Raw(str(kept.id))),
        # A feed of one's own that cannot be read names no listing.
        Cell(_company(offer.ticker, desk) if offer.ticker else None),
        Cell(Term("vendor", offer.vendor)),
        Cell(offer.session),
        Cell(Money(offer.close, offer.currency) if priced and offer.close is not None else Raw(sent) if sent else None),
        Cell(_reason(kept)),
    )


def _reason(kept: Quarantined) -> Term | Message:
    reason = Term("suspicion", kept.suspicion)
    if kept.suspicion == "split" and kept.offer.split is not None and kept.offer.at is None:
        return Message("quarantine-looks-split", {"reason": reason, "ratio": Raw(ratio(kept.offer.split))})
    return reason if kept.offer.at is None else Message("quarantine-quoted", {"reason": reason})


COMMAND: Command[Desk, Result] = Command(
    name="quarantine",
    summary="command-quarantine",
    options=(Option("change", "text", "option-quarantine"),),
    examples=("/quarantine", "/quarantine list"),
    run=change,
    effect="changes",
    # Prices are everybody's: whom the house trusts with them its settings say, and no team.
    needs="view",
    names_zh=("隔离",),
)
