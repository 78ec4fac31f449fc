"""A sentence, English, Chinese or both, becomes a plan, one question back, or a refusal. No model is asked.

The sentence is tagged (bot.questions.sentence), what cannot be answered is sorted out, and what is wanted is decided
from the tags. Where labelled questions make another operation likelier by far (bot.experience), it is read as that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.plan import Plan
from bot.questions import (
    asking_back,
    edits,
    following,
    leads,
    likening,
    limits,
    operations,
    provenance,
    scenarios,
    turned_round,
)
from bot.questions.amounts import Amount
from bot.questions.follow_up import followed
from bot.questions.marks import marks_of
from bot.questions.names import Names
from bot.questions.outcomes import Declined, Outcome, Unclear, Understood
from bot.questions.planning import not_applicable
from bot.questions.provenance import Identify
from bot.questions.reconsidering import (
    as_operation,
    holds_together,
    is_of_somebodys_twin,
    is_settled,
    kind_of,
    weighed_reason,
)
from bot.questions.sentence import Sentence, Tagger
from bot.questions.standing import stood_alone
from bot.text import cleaned


def nobody(_: Amount) -> Sequence[tuple[str, str]]:
    """Returns nothing: no figure is known by its amount."""
    return ()


class Reader:
    """Understands sentences with the names of one vocabulary; the same sentence always gives the same outcome."""

    def __init__(self, names: Names) -> None:
        self._tagger = Tagger(names)
        companies = names.vocabulary.companies.values()
        self._unlisted = frozenset(c.key for c in companies if c.status in ("private", "via_parent"))
        self._experience = names.vocabulary.experience()

    def read(self, text: str, last: Plan | None = None, identify: Identify = nobody) -> Outcome:
        """Returns what a text asks, leaning on the last plan where it cannot stand alone."""
        s = self._tagger.tag(cleaned(text), last)
        outcome = self._decided(s, last, identify)
        if not is_settled(outcome, s, last):
            kind = self._experience.kind_of(marks_of(s, last), kind_of(outcome))
            if kind != kind_of(outcome):
                outcome = self._as(kind, s, last, identify) or outcome
        if isinstance(outcome, Understood) and (s.mended or any(m.mended for m in s.subjects.named)):
            names = tuple(s.text[m.start : m.end] for m in s.subjects.named if m.mended)
            outcome = replace(outcome, mended=(*names, *s.mended))
        return outcome

    def marks(self, text: str, last: Plan | None = None) -> frozenset[str]:
        """Returns what a text is weighed by when it comes after a plan."""
        return marks_of(self._tagger.tag(cleaned(text), last), last)

    def _decided(self, s: Sentence, last: Plan | None, identify: Identify) -> Outcome:
        if (plan := edits.edited(s, last)) is not None:
            return not_applicable(plan, self._unlisted) or Understood(plan, leaned=True)
        if (declined := limits.refusal(s, self._unlisted)) is not None:
            return declined
        leaning = following.leans(s, last) or (last is not None and turned_round.is_said_too(s))
        if leaning and last is not None and turned_round.is_of_the_other(s):
            s = replace(
                s, cues={k: v for k, v in s.cues.items() if k != "MIRROR"} | {"OTHER": s.cues.get("MIRROR", ())}
            )
        if leaning and last is not None and (plan := turned_round.turned(s, last)) is not None:
            return Understood(plan, leaned=True)
        companies, everything = self._companies(s, last)
        for special in (provenance.origin, provenance.saying, provenance.definition):
            if (outcome := special(s, companies, last if leaning else None, identify)) is not None:
                return outcome
        if (unclear := asking_back.unclear(s, companies, last)) is not None:
            return unclear
        held = last.companies if leaning and last is not None and s.has("SELL") else ()
        if (plan := self._supposed(s, companies or held)) is not None:
            return Understood(plan)
        if (unclear := asking_back.of_nobody_supposed(s, companies, last)) is not None:
            return unclear
        if leaning and last is not None:
            return followed(s, companies, everything, last, self._unlisted)
        return stood_alone(s, companies, everything, self._unlisted)

    def _as(self, kind: str, s: Sentence, last: Plan | None, identify: Identify) -> Outcome | None:
        """Returns a sentence read as of a kind that its wording makes likely, None where it cannot be read so."""
        if kind in ("unlocks", "overhang") and operations.is_of_other_figures(s):
            return None
        leaning = last if following.leans(s, last) else None
        companies, everything = self._companies(s, last)
        if kind == "mirror" and leaning is None and not is_of_somebodys_twin(s, companies):
            return None
        match kind:
            case "refuse":
                return Declined(weighed_reason(s), limits.nearest(s, self._unlisted), companies)
            case "clarify" if companies and s.measures:
                return None
            case "clarify":
                # A Chinese word that nothing knows is what cannot be answered; asking which company would not help.
                back = None if s.left else asking_back.unplaced(s, companies)
                return back if isinstance(back, Unclear) else None
            case "sources":
                found = provenance.origin(s, companies, leaning, identify, wanted=True)
            case "claims":
                found = provenance.saying(s, companies, leaning, identify, wanted=True)
            case "explain":
                found = provenance.definition(s, companies, leaning, identify, wanted=True)
            case "what_if":
                held = last.companies if leaning is not None and last is not None else ()
                plan = scenarios.supposed(s, companies or held)
                found = Understood(plan) if plan is not None else None
            case _ if leaning is not None:
                found = followed(s, companies, everything, leaning, self._unlisted, as_operation(kind))
            case _:
                found = stood_alone(s, companies, everything, self._unlisted, as_operation(kind))
        if not isinstance(found, Understood) or not holds_together(found.plan, everything):
            return None
        return replace(found, assumed=(*found.assumed, "operation"))

    def _companies(self, s: Sentence, last: Plan | None) -> tuple[tuple[str, ...], bool]:
        """The companies named or meant by a group, and whether everything covered is meant."""
        named = s.companies
        if s.subjects.group and not (named and likening.is_mirror(s)):
            group = self._tagger.roster.expanded(s.subjects.group, last)
            inside = set(named) <= set(group) or s.subjects.group in ("chinese", "american")
            if (
                named
                and s.subjects.group in ("hong_kong", "listed", "private")
                and not s.has("HIGHEST", "LOWEST", "ORDER")
            ):
                return named, False
            listed_twice = len(named) >= 2 and s.subjects.group in ("pair", "two", "four")
            if not (listed_twice or (named and not s.has("HIGHEST", "LOWEST", "ORDER") and inside and len(named) > 1)):
                both = tuple(dict.fromkeys((*named, *group))) if named and not inside else group
                return tuple(c for c in both if c not in s.subjects.excluded), False
        return named, s.has("EVERYTHING") and not named

    def _supposed(self, s: Sentence, companies: tuple[str, ...]) -> Plan | None:
        if operations.operation_of(s, companies, False) == "mirror" and not (s.amounts and s.has("IF", "WOULD")):
            return None
        if leads.is_told(s, companies):
            return None
        return scenarios.supposed(s, companies)
