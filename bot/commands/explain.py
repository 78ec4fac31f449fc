"""/explain: what a measure, a term or a formula means, and what the two founders' formulas give for typed inputs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz, process

from bot.call import Ask
from bot.commands.desk import Desk, Result
from bot.commands.reading import text_of
from bot.errors import ProblemError
from bot.facts.concepts import Concept
from bot.plan import Plan
from bot.questions.inputs import take_inputs
from bot.questions.phrases import phrase_in
from bot.schema import Command, Option
from bot.text import Argument, Message, Raw, Typed, cleaned, folded

MOST_MEASURES = 3
NEAR_FROM = 67.0
_INPUT = re.compile(r"[^\s=:]+\s*=\s*\S+")


def plan(ask: Ask, desk: Desk) -> Plan:
    """Returns what is to be explained: a term, up to three measures, or the list of all that can be.

    Raises ProblemError for words that name nothing, and for an input that no number was found for.
    """
    text, vocabulary = text_of(ask), desk.names.vocabulary
    if not text:
        return Plan("explain")
    concepts = vocabulary.concepts
    rest, values = take_inputs(text, (f for c in concepts.values() for f in c.factors))
    found = desk.names.find(rest, typos=True)
    companies = tuple(dict.fromkeys(f.keys[0] for f in found if f.kind == "company" and len(f.keys) == 1))
    measures = tuple(dict.fromkeys(f.keys[0] for f in found if f.kind == "measure" and len(f.keys) == 1))
    concept = _named(rest, concepts) or _by_inputs(tuple(values), concepts)
    longest = max((f.end - f.start for f in found if f.kind == "measure"), default=0)
    if concept is not None and (_length(rest, concept) >= longest or values):
        return _of_concept(concept, companies, rest, {k: f"{v:f}" for k, v in values.items()})
    if measures:
        return Plan("explain", (), measures[:MOST_MEASURES])
    raise _unknown(rest, desk)


def _of_concept(concept: Concept, companies: tuple[str, ...], rest: str, values: dict[str, str]) -> Plan:
    if concept.factors and (match := _INPUT.search(rest)):
        said: dict[str, Argument] = {"words": Raw(match.group()[:40])}
        example = " ".join(f"{f.key}={n}" for f, n in zip(concept.factors, ("3.2", "1.5e12"), strict=False))
        step = f"/explain {concept.key.replace('_', ' ')} {example}"
        raise ProblemError(Message("explain-bad-input", said), step, outcome="clarify")
    own = {f.key: values[f.key] for f in concept.factors if f.key in values}
    inputs = {"inputs": " ".join(own), **own} if own else {}
    return Plan(
        "explain",
        companies if concept.criteria else (),
        params=tuple(sorted({"term": concept.key, **inputs}.items())),
    )


def _named(text: str, concepts: Mapping[str, Concept]) -> Concept | None:
    """The concept of the longest name in the text; the first declared of equally long ones."""
    named = [c for c in concepts.values() if _length(text, c)]
    return max(named, key=lambda c: _length(text, c), default=None)


def _length(text: str, concept: Concept) -> int:
    small = folded(text)
    places = (phrase_in(small, folded(cleaned(alias))) for alias in concept.aliases)
    return max((end - start for start, end in (p for p in places if p is not None)), default=0)


def _by_inputs(keys: Sequence[str], concepts: Mapping[str, Concept]) -> Concept | None:
    """The formula whose inputs were typed without its name."""
    return next((c for c in concepts.values() if keys and {f.key for f in c.factors} >= set(keys)), None)


def _unknown(text: str, desk: Desk) -> ProblemError:
    vocabulary = desk.names.vocabulary
    spoken = {alias: c.key for c in vocabulary.concepts.values() for alias in c.aliases}
    near = process.extract(folded(text), list(spoken), scorer=fuzz.WRatio, score_cutoff=NEAR_FROM, limit=2)
    keys = tuple(dict.fromkeys(spoken[alias] for alias, _, _ in near))
    steps = [f"/explain {key.replace('_', ' ')}" for key in keys]
    steps += [f"/explain {key.replace('_', ' ')}" for key in desk.names.suggestions(text, "measure")]
    said: dict[str, Argument] = {"words": Raw(text[:40]), "command": Typed("/explain")}
    return ProblemError(Message("explain-unknown", said), *(steps[:3] or ["/explain"]), outcome="clarify")


COMMAND: Command[Desk, Result] = Command(
    name="explain",
    summary="command-explain",
    options=(Option("term", "text", "option-explain-term"),),
    examples=(
        "/explain P/ARR",
        "/explain cornerstone",
        "/explain platform value density=3.2 throughput=1.5e12",
        "/explain criteria zhipu minimax",
        "/explain 基石投资者",
        "/explain 平台价值 智能密度=3.2 吞吐量=1.5万亿",
    ),
    run=plan,
    names_zh=("解释", "说明"),
)
