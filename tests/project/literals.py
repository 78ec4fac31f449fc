"""Finding sentences that stand in code, where only catalogue keys belong."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.project.tree import Fault, name_of, parsed, sources

WORDLESS = {"bot/answers": 2, "bot/commands": 3}
"""Where no sentence may stand, and how many words in a row make one there. Commands hold what is typed: "in USD"."""

LITERALS: dict[tuple[str, str], str] = {
    ("bot/answers/asking.py", "known at "): "is typed: part of the command that asks a plan again",
}
"""Texts that look like sentences and are none, by file, each with its reason."""

_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*[,;:]?(?= |$|[.!?])")
_ROW = re.compile(r"(?:[A-Za-z][A-Za-z'’]*[,;:]?(?: +|$|(?=[.!?])))+")
_OPENS = re.compile(r"^[A-Z][a-z]+ [A-Za-z]|[A-Za-z]{3,}[.!?]$")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_DEFECTS = {
    "AssertionError",
    "KeyError",
    "LookupError",
    "NotImplementedError",
    "RuntimeError",
    "TypeError",
    "ValueError",
}
"""What a defect raises is read by whoever mends it, never by a person in a chat; those get ProblemError with a key."""


def sentences(root: Path) -> list[Fault]:
    """Returns literals in answers and commands that look like words to be read by a person."""
    return [
        Fault(
            f"{name_of(path, root)}:{line}",
            f"a sentence stands in code: {text!r}",
            "give it a key in bot/words/en.ftl and zh.ftl and say Message(key, ...)",
        )
        for folder, enough in WORDLESS.items()
        for path in sources(root, folder)
        for line, text in _literals(parsed(path))
        if reads_as_words(text, enough) and (name_of(path, root), text) not in LITERALS
    ]


def reads_as_words(text: str, enough: int) -> bool:
    """Decides whether a literal looks written for a person. What begins with a slash is typed, not read."""
    if text.startswith("/"):
        return False
    longest = max((len(_WORD.findall(row.group())) for row in _ROW.finditer(text)), default=0)
    return longest >= enough or bool(_OPENS.search(text) or _HAN.search(text))


def _literals(tree: ast.Module) -> Iterator[tuple[int, str]]:
    passed = {id(node) for statement in tree.body for node in _vocabulary(statement)}
    for node in ast.walk(tree):
        if id(node) in passed:
            passed.update(map(id, ast.iter_child_nodes(node)))
            continue
        match node:
            case ast.Expr(value=ast.Constant() as docstring):
                passed.add(id(docstring))
            case ast.Raise(exc=ast.Call(func=ast.Name(id=name)) as raised) if name in _DEFECTS:
                passed.add(id(raised))
            case ast.keyword(arg="names_zh", value=names):
                # How a command is called is its name, part of the table as the English name is.
                passed.add(id(names))
            case ast.Dict(keys=keys):
                passed.update(map(id, keys))
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re"))):
                passed.update(map(id, node.args))
            case ast.Constant(value=str(text)):
                yield node.lineno, text


def _vocabulary(statement: ast.stmt) -> Iterator[ast.expr]:
    """Yields the words a module reads from people: single words in a tuple or set, or one text split into them."""
    if not isinstance(statement, ast.Assign | ast.AnnAssign) or statement.value is None:
        return
    for node in ast.walk(statement.value):
        match node:
            case ast.Tuple(elts=words) | ast.Set(elts=words) | ast.List(elts=words):
                yield from (w for w in words if isinstance(w, ast.Constant) and " " not in str(w.value))
            case ast.Call(func=ast.Attribute(value=ast.Constant() as words, attr="split")):
                yield words
