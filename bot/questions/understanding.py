"""A sentence, English, Chinese or both, becomes a plan, one question back, or a refusal. No model is asked.

The sentence is tagged (bot.questions.sentence), what cannot be answered is sorted out, and what is wanted is decided
from the tags. Where labelled questions make another operation likelier by far (bot.experience), it is read as that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.plan import Between, Operation, Plan
from bot.questions import (
    asking_back,
    conditions,
    edits,
    following,
    leads,
    likening,
    limits,
    measured,
    operations,
    provenance,
    scenarios,
    totals,
    turned_round,
)
from bot.questions.amounts import Amount
from bot.questions.groups import TWO
from bot.questions.marks import marks_of
from bot.questions.names import Names
from bot.questions.outcomes import Declined, Outcome, Unclear, Understood
from bot.questions.provenance import Identify
from bot.questions.reconsidering import as_operation, holds_together, is_settled, kind_of, weighed_reason
from bot.questions.sentence import Sentence, Tagger
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
            return self._not_applicable(s, plan) or Understood(plan, leaned=True)
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
        if leaning and last is not None:
            return self._followed(s, companies, everything, last)
        return self._fresh(s, companies, everything)

    def _as(self, kind: str, s: Sentence, last: Plan | None, identify: Identify) -> Outcome | None:
        """Returns a sentence read as of a kind that its wording makes likely, None where it cannot be read so."""
        leaning = last if following.leans(s, last) else None
        companies, everything = self._companies(s, last)
        match kind:
            case "refuse":
                return Declined(weighed_reason(s), limits.nearest(s, self._unlisted), companies)
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
                found = self._followed(s, companies, everything, leaning, as_operation(kind))
            case _:
                found = self._fresh(s, companies, everything, as_operation(kind))
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

    def _fresh(
        self, s: Sentence, companies: tuple[str, ...], everything: bool, operation: Operation | None = None
    ) -> Outcome:
        if not companies and not everything and operations.is_of_the_twins(s):
            companies = TWO
        operation = operation or operations.operation_of(s, companies, everything)
        if operation is None or (operation == "lookup" and not companies):
            return asking_back.unplaced(s, companies)
        bare = operation in ("rank", "compare", "difference", "history", "ratio") and not companies
        if bare and not everything and not _stands_alone(s, operation):
            return asking_back.unplaced(s, companies)
        measures, named = measured.measures_of(s, operation, companies)
        if operations.asks_why(s, companies):
            measures, named = ("market_value" if set(companies) & self._unlisted else "share_price",), True
        if not named and not companies and operation == "rank" and _BARE_WORTH.fullmatch(s.text.lower()):
            return asking_back.unplaced(s, companies)
        if not named and not companies and s.rest and operation == "rank" and not s.has("COMP_HIGH") and not _sized(s):
            reason = "unknown_metric" if len(s.rest) < _MANY_UNKNOWN else "off_topic"
            return Declined(reason, limits.nearest(s, self._unlisted), by_default=True)
        plan = self._plan(s, operation, companies, measures)
        if (declined := self._not_applicable(s, plan)) is not None:
            return declined
        if not named and operation == "lookup" and (odd := self._unknown_measure(s, companies)) is not None:
            return odd
        share = ("share",) if measured.is_share_for_money(s, measures) else ()
        guessed = () if named else ("measure",)
        nobody = not s.companies and not s.subjects.group and bool(plan.companies) and operation != "mirror"
        assumed = (*share, *guessed, *(("companies",) if nobody else ()))
        return Understood(plan, assumed=assumed, by_default=operations.is_by_default(s, companies, everything))

    def _plan(self, s: Sentence, operation: Operation, companies: tuple[str, ...], measures: tuple[str, ...]) -> Plan:
        companies = measured.companies_of(s, operation, companies)
        params = conditions.params_of(s, operation, measures)
        if operation in ("compare", "rank") and len(companies) != 1 and not s.has("IF"):
            params |= totals.params_of(s, companies)
        direction = conditions.direction_of(s, operation, measures)
        if operation in ("history", "ratio", "reversals", "mirror", "lookup"):
            direction = None
        if "aggregate" in params and operation == "compare":
            direction = None
        if operation == "compare" and ((s.has("LACK") and s.has("WHICH")) or len(measures) > 1):
            direction = None
        if operation == "history":
            if s.has("PEAK", "TROUGH") or (s.has("HIGHEST", "LOWEST") and measures[:1] != ("drawdown",)):
                low = s.has("TROUGH") or (s.has("LOWEST") and not s.has("HIGHEST", "PEAK"))
                direction = "lowest" if low else "highest"
            if "drawdown" in measures:
                direction = (
                    "highest" if s.has("HIGHEST") or any(w in s.text.lower() for w in ("max", "worst")) else None
                )
        if operation in ("unlocks", "overhang") and (len(measures) > 1 and operation == "unlocks"):
            direction = None
        if operation == "difference" and not s.has("WHICH"):
            direction = None
        if operation == "reversals" and measures == ("revenue",) and set(companies) <= self._unlisted and companies:
            measures = ("run_rate_revenue",)
        when = self._when(s, operation)
        currency = s.currency
        if operation == "rank" and not currency and "threshold" in params:
            currency = params["threshold"].get("currency")
        if (
            operation in ("rank", "compare")
            and "threshold" in params
            and "count" not in params
            and operation == "compare"
        ):
            params = {k: v for k, v in params.items() if k != "threshold"}
        return Plan(operation, companies, measures, when, None, currency, direction, tuple(sorted(params.items())))

    def _when(self, s: Sentence, operation: Operation) -> str | Between | None:
        if operation == "history" and s.when == "first_day" and s.amount("money", "number"):
            return None
        if operation == "unlocks" and s.when == "today":
            return None
        if operation in ("history", "rank", "compare", "difference") and s.when == "this_year":
            return "ytd"
        return s.when

    def _supposed(self, s: Sentence, companies: tuple[str, ...]) -> Plan | None:
        if operations.operation_of(s, companies, False) == "mirror" and not (s.amounts and s.has("IF", "WOULD")):
            return None
        if leads.is_told(s, companies):
            return None
        return scenarios.supposed(s, companies)

    def _followed(
        self,
        s: Sentence,
        companies: tuple[str, ...],
        everything: bool,
        last: Plan,
        operation: Operation | None = None,
    ) -> Outcome:
        other = following.other_companies(s, last)
        if other:
            companies = other
        own = operation or self._own_operation(s, companies or last.companies, everything, last)
        if own is None:
            measures = self._followed_measures(s, last)
            says = bool(
                companies or measures or s.when or s.currency or s.amount("percent") or s.has("OTHER", "CORRECTION")
            )
            placed = last.operation == "rank" and conditions.asks_place(s) is not None
            says = says or bool(s.subjects.excluded) or placed
            asks = s.has(
                "PRONOUN", "FOLLOW", "THEN", "WHEN", "HOW_LONG", "HOW_OFTEN", "LEAD", "FIRST", "WHICH", "STILL"
            )
            if not says and (s.rest or not asks):
                return asking_back.unplaced(s, companies)
            plan = following.changed(s, last, companies, measures)
            if (
                plan.operation == "rank"
                and (direction := conditions.direction_of(s, "rank", plan.measures))
                and s.has("ASCENDING", "DESCENDING", "HIGHEST", "LOWEST")
            ):
                plan = plan.with_changes(direction=direction)
            if plan.operation == "rank" and (place := conditions.asks_place(s)):
                plan = plan.with_changes(params=tuple(sorted((dict(plan.params) | {"position": place}).items())))
            if plan.operation == "rank" and (count := conditions.params_of(s, "rank", plan.measures).get("n")):
                plan = plan.with_changes(params=tuple(sorted((dict(plan.params) | {"n": count}).items())))
            plan = _refitted(plan, s)
        else:
            whom = following.joined(s, companies, last) if companies else last.companies
            measures, named = measured.measures_of(s, own, whom)
            if not named and last.measures and own not in ("unlocks", "overhang", "mirror"):
                measures = last.measures
            plan = self._plan(s, own, whom, measures)
            if not companies and own not in ("mirror", "unlocks", "overhang", "ratio"):
                plan = plan.with_changes(companies=last.companies)
            if plan.when is None and own == last.operation:
                plan = plan.with_changes(when=last.when)
        if (declined := self._not_applicable(s, plan)) is not None:
            return declined
        return Understood(plan, leaned=True)

    def _followed_measures(self, s: Sentence, last: Plan) -> tuple[str, ...]:
        named = s.measure_keys
        if last.operation in ("unlocks", "overhang"):
            return tuple(m for m in named if m in operations.UNLOCKING)
        return named

    def _own_operation(self, s: Sentence, companies: tuple[str, ...], everything: bool, last: Plan) -> Operation | None:
        """The operation that a follow-up itself asks for; none where it only changes a part of the last one."""
        found = operations.operation_of(s, companies, everything)
        if s.has("HOLDERS") and last.operation in ("unlocks", "overhang"):
            return "unlocks"
        if last.operation == "rank" and found in ("rank", "compare", "lookup"):
            return None
        if found == "ratio" and not (s.has("TIMES", "RATIO", "FIT", "PER")):
            return None
        if found in ("unlocks", "overhang") and last.operation in ("unlocks", "overhang", "what_if"):
            return found if last.operation != "what_if" or s.has("WHEN") else None
        if found in ("lookup", "compare", None):
            if (
                found == "compare"
                and len(last.companies) == 1
                and last.operation != "lookup"
                and not s.has("COMPARE", "WHICH")
            ):
                return None
            if found == "compare" and (
                s.has("COMPARE", "COMP_HIGH", "COMP_LOW", "CLOSE") and s.has("WHICH", "COMPARE", "CLOSE")
            ):
                return "compare"
            return None
        if (
            found == "history"
            and last.operation in ("lookup", "compare", "ratio", "difference")
            and not s.has("TREND", "PEAK", "TROUGH", "MOVED_BY")
        ):
            priced = not last.measures or bool(set(last.measures) & {"market_value", "share_price", "price_return"})
            stretch = isinstance(s.when, Between) or s.when in ("ytd", "since_listing")
            return "history" if stretch and priced else None
        if found == "history" and last.operation == "history" and not s.has("PEAK", "TROUGH"):
            return None
        if found == "reversals" and last.operation == "reversals" and not (s.has("HOW_OFTEN", "HOW_LONG")):
            return None
        if found == "mirror" and last.operation == "mirror":
            return None
        return found

    def _not_applicable(self, s: Sentence, plan: Plan) -> Declined | None:
        if (
            not plan.companies
            or not plan.measures
            or plan.operation
            not in ("lookup", "history", "unlocks", "overhang", "what_if", "compare", "rank", "difference")
        ):
            return None
        if not set(plan.companies) <= self._unlisted or not set(plan.measures) <= limits.LISTED_ONLY:
            return None
        nearest = [Plan("lookup", (c,), (m,)) for c in plan.companies[:2] for m in ("market_value", "run_rate_revenue")]
        return Declined("not_applicable", tuple(nearest[:3]), plan.companies, plan.measures)

    def _unknown_measure(self, s: Sentence, companies: tuple[str, ...]) -> Declined | None:
        """A look-up whose words name no measure but something else that is counted."""
        if not s.measures and not s.currency and s.left and not s.has("MOVE", "RISE", "FALL", "WHY", "TREND"):
            return Declined("unknown_metric", limits.nearest(s, self._unlisted), companies, by_default=True)
        if s.measures or s.currency or not s.rest or (s.when is not None and not s.has("HOW_MUCH")):
            return None
        asks = s.has("HOW_MUCH", "WHEN", "WHICH", "MEANING", "WHY") or len(s.rest) >= 1
        near = limits.nearest(s, self._unlisted)
        return Declined("unknown_metric", near, companies, by_default=True) if asks else None


_MANY_UNKNOWN = 4
"""So many words that nothing knows make another subject, not another measure."""


def _stands_alone(s: Sentence, operation: Operation) -> bool:
    """Decides whether an operation on nobody in particular makes sense of its own: an order or a spread of all."""
    if operation == "compare":
        return s.has("LACK") or set(s.measure_keys) == {"listing_date"}
    if operation == "rank":
        return True
    return operation == "difference" and s.has("HIGHEST") and s.has("LOWEST")


_BARE_WORTH = re.compile(
    r"\W*(?:(?:the|which|what|who|is|are|so|one|ones|company|lab|name|stock|of|them|all|s|does|doing|it|do|ok)\W+)*"
    r"(?:best|better|good|worse|worst|winner)\W*(?:(?:company|lab|name|stock|one|of|them|all|now)\W*)*"
    r"|\W*(?:哪个|哪家|哪只|谁|哪一家)(?:公司|股票)?(?:是|更|最|比较)?(?:好|强|棒|牛|行)(?:一?点|些)?(?:呢|啊|呀)?\W*"
)
"""Best at what, is not said: it is asked back, never answered with the biggest."""


def _sized(s: Sentence) -> bool:
    small = s.text.lower()
    return any(
        w in small
        for w in (
            "big",
            "large",
            "small",
            "cheap",
            "expensive",
            "dear",
            "fast",
            "valuable",
            "ahead",
            "top",
            "rank",
            "最大",
            "最小",
            "最贵",
            "最便宜",
            "最快",
            "排",
        )
    )


def _refitted(plan: Plan, s: Sentence) -> Plan:
    """A look-up that a second company joined is a comparison, and the other way round."""
    if plan.operation == "lookup" and len(plan.companies) > 1:
        return plan.with_changes(operation="compare")
    if plan.operation in ("compare", "ratio", "difference") and len(plan.companies) == 1:
        return plan.with_changes(operation="lookup", direction=None)
    return plan
