"""The catalogue against itself and the code: both languages, the same arguments, nothing missing, nothing unused."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor

from tests.project.tree import Fault, name_of, parsed, sources

LANGUAGES = ("en", "zh")
_WRITERS = {"Message": 0, "_format": 0}
"""Callables that write a key, and the place of the key among their arguments."""
_BOTH = "write it in bot/words/en.ftl and zh.ftl"


@dataclass(frozen=True)
class Use:
    """A key that the code writes; a family where only its start is known. `given` are its arguments, if spelt out."""

    place: str
    key: str
    family: bool
    given: frozenset[str] | None = None

    def meets(self, key: str) -> bool:
        """Decides whether the use can mean a key of the catalogue."""
        return key.startswith(self.key) if self.family else key == self.key


class _Needs(Visitor):
    """Collects what a sentence takes, what of it is shown, and which other sentences it is built of.

    A number that only chooses between "has" and "have" is not shown, and Chinese does not need it.
    """

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.shown: set[str] = set()
        self._choosing = False
        self.references: set[str] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:  # noqa: N802  fluent's own naming
        self.variables.add(node.id.name)
        if not self._choosing:
            self.shown.add(node.id.name)

    def visit_SelectExpression(self, node: fluent.SelectExpression) -> None:  # noqa: N802
        self._choosing = True
        self.visit(node.selector)
        self._choosing = False
        for variant in node.variants:
            self.visit(variant)

    def visit_MessageReference(self, node: fluent.MessageReference) -> None:  # noqa: N802
        self.references.add(node.id.name)

    def visit_TermReference(self, node: fluent.TermReference) -> None:  # noqa: N802
        self.references.add("-" + node.id.name)
        self.generic_visit(node)


def catalogue_faults(root: Path) -> list[Fault]:
    """Returns what is wrong with the sentences of a tree."""
    faults: list[Fault] = []
    books: dict[str, dict[str, _Needs]] = {}
    for language in LANGUAGES:
        books[language], wrong = _read(root / "bot" / "words" / f"{language}.ftl", f"bot/words/{language}.ftl")
        faults += wrong
    en, zh = (books[language] for language in LANGUAGES)
    faults += [
        Fault("bot/words/zh.ftl", f"has no {key}, which en.ftl has", "write it in Chinese")
        for key in en.keys() - zh.keys()
    ]
    faults += [
        Fault("bot/words/en.ftl", f"has no {key}, which zh.ftl has", "write it in English")
        for key in zh.keys() - en.keys()
    ]
    for key in sorted(en.keys() & zh.keys()):
        if apart := en[key].shown ^ zh[key].shown:
            one_sided = ", ".join(f"${v}" for v in sorted(apart))
            faults.append(Fault("bot/words", f"{key} says {one_sided} in one language only", "say the same in both"))
    uses = [use for path in sources(root) for use in _uses(parsed(path), name_of(path, root))]
    spoken = {text for path in sources(root) for text in _strings(parsed(path))}
    referred = {r for book in books.values() for needs in book.values() for r in needs.references}
    faults += _missing(uses, en)
    faults += [
        Fault("bot/words", f"{key} is said nowhere", "take it out of en.ftl and zh.ftl")
        for key in sorted(en)
        if key not in spoken and key not in referred and not any(use.meets(key) for use in uses)
    ]
    return faults


def _read(path: Path, place: str) -> tuple[dict[str, _Needs], list[Fault]]:
    sentences: dict[str, _Needs] = {}
    faults: list[Fault] = []
    text = path.read_text(encoding="utf-8")
    for entry in FluentParser().parse(text).body:
        match entry:
            case fluent.Message(id=name) | fluent.Term(id=name):
                key = name.name if isinstance(entry, fluent.Message) else "-" + name.name
                if key in sentences:
                    faults.append(Fault(place, f"{key} stands twice", "keep one"))
                needs = _Needs()
                needs.visit(entry)
                sentences[key] = needs
            case fluent.Junk(content=content, span=span):
                line = text.count("\n", 0, span.start if span else 0) + 1
                faults.append(
                    Fault(f"{place}:{line}", f"is no Fluent: {str(content).strip()!r}", "see projectfluent.org")
                )
    for key, needs in sentences.items():
        faults += [
            Fault(place, f"{key} refers to {r}, which is not there", _BOTH) for r in needs.references - sentences.keys()
        ]
    return sentences, faults


def _missing(uses: list[Use], book: dict[str, _Needs]) -> list[Fault]:
    faults = []
    for use in uses:
        if not any(use.meets(key) for key in book):
            shown = use.key + ("…" if use.family else "")
            faults.append(Fault(use.place, f"says {shown}, which the catalogue has not", _BOTH))
        elif use.given is not None and not use.family and (lacking := book[use.key].variables - use.given):
            names = ", ".join(f"${v}" for v in sorted(lacking))
            faults.append(Fault(use.place, f"says {use.key} without {names}", "hand the argument in"))
    return faults


def _uses(tree: ast.Module, place: str) -> Iterator[Use]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        here = f"{place}:{node.lineno}"
        if name in _WRITERS and node.args:
            yield from _keys(node.args[0], here, _given(node))
        elif name == "Term" and len(node.args) == 2 and isinstance(node.args[0], ast.Constant):
            family, key = str(node.args[0].value), node.args[1]
            known = isinstance(key, ast.Constant)
            yield Use(here, f"{family}-" + (str(key.value) if isinstance(key, ast.Constant) else ""), not known)
        for keyword in node.keywords:
            if keyword.arg == "summary" and isinstance(keyword.value, ast.Constant):
                yield Use(here, str(keyword.value.value), family=False)


def _keys(key: ast.expr, place: str, given: frozenset[str] | None) -> Iterator[Use]:
    match key:
        case ast.Constant(value=str(text)):
            yield Use(place, text, family=False, given=given)
        case ast.JoinedStr(values=[ast.Constant(value=str(beginning)), *_]):
            yield Use(place, beginning, family=True)
        case ast.IfExp(body=one, orelse=other):
            yield from _keys(one, place, given)
            yield from _keys(other, place, given)


def _given(node: ast.Call) -> frozenset[str] | None:
    """Returns the names of a message's arguments where all of them are spelt out on the spot."""
    if len(node.args) < 2:
        return frozenset() if not node.keywords else None
    match node.args[1]:
        case ast.Dict(keys=keys) if all(isinstance(k, ast.Constant) for k in keys):
            return frozenset(str(k.value) for k in keys if isinstance(k, ast.Constant))
    return None


def _strings(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
