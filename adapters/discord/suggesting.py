"""What Discord offers while companies, a set of them or a measure are typed, in either script."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.call import Person, Place
from bot.ports import Directory, Settings, Threads, Vocabulary
from bot.questions.names import Kind, Names
from bot.schema import OptionKind
from bot.text import LONGEST_INPUT, Language, Name, cleaned, folded
from bot.words.clipping import clipped

MOST = 25
LONGEST = 100
"""Choices of one autocomplete, and characters of each one's name and value:
discord.com/developers/docs/interactions/application-commands#autocomplete"""

_KEPT = 8
"""Indexes of names kept, one for each version of a vocabulary in use."""

_PARTS = re.compile(r"(.*[\s,，、;；])?(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One line of the list that Discord shows: its words, and the value that taking it fills in."""

    label: str
    value: str


class Suggestions:
    """Suggests names; whatever was typed before is forgotten. Synchronous: it reads the stores.

    Names whose beginning was typed come first, then those that hold it, then those that look like it. Among each, what
    the workspace asks about most goes first, then what the place's last question spoke of.
    """

    def __init__(self, directory: Directory, settings: Settings, threads: Threads) -> None:
        self._directory, self._settings, self._threads = directory, settings, threads
        self._indexes: OrderedDict[str, _Index] = OrderedDict()

    def of(self, kind: OptionKind, typed: str, place: Place, person: Person, language: Language) -> list[Suggestion]:
        """Returns what to offer for an option of a kind, best first; nothing for a kind that has no names."""
        if kind not in ("company", "companies", "measure"):
            return []
        workspace = self._settings.workspace_of(place, person)
        index = self._index(self._directory.vocabulary(workspace))
        last = self._threads.last_plan(workspace, place)
        typed = typed[:LONGEST_INPUT]
        if kind == "measure":
            keys = index.ranked("measure", typed, last.measures if last else ())
            return [Suggestion(index.label("measure", key, language), key) for key in keys[:MOST]]
        recent = (*self._threads.most_asked(workspace), *(last.companies if last else ()))
        if kind == "company":
            keys = index.ranked("company", typed, recent)
            return [Suggestion(index.label("company", key, language), key) for key in keys[:MOST]]
        named, begun = index.apart(typed)
        sets = () if named else self._settings.sets_of(workspace, place)
        fitting = [name for name in sets if folded(name).startswith(folded(cleaned(begun)))]
        lists = [named] if named and not begun else []
        lists += [[*named, key] for key in index.ranked("company", begun, recent) if key not in named]
        found = [Suggestion(clipped(name, LONGEST), name) for name in fitting]
        found += [Suggestion(index.labels(each, language), " ".join(each)) for each in lists]
        return [each for each in found if len(each.value) <= LONGEST][:MOST]

    def _index(self, vocabulary: Vocabulary) -> _Index:
        index = self._indexes.get(vocabulary.version)
        if index is None:
            index = self._indexes[vocabulary.version] = _Index(vocabulary)
            while len(self._indexes) > _KEPT:
                self._indexes.popitem(last=False)
        return index


class _Index:
    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary, self.names = vocabulary, Names(vocabulary)
        self._words: Mapping[Kind, dict[str, list[str]]] = {
            "company": {c.key: [c.key, *_both(c.name)] for c in vocabulary.companies.values()},
            "measure": {
                m.key: [m.key, m.key.replace("_", " "), *_both(m.name), *_both(m.short), *m.aliases]
                for m in vocabulary.measures.values()
            },
        }
        for alias in vocabulary.aliases:
            self._words["company"][alias.company].append(alias.text)
        for words in (*self._words["company"].values(), *self._words["measure"].values()):
            words[:] = dict.fromkeys(folded(cleaned(word)) for word in words)

    def apart(self, typed: str) -> tuple[list[str], str]:
        """Returns the companies named already, and the beginning of the next name.

        What names a company whole is named, not begun: in Chinese the next one may follow without a space.
        """
        match = _PARTS.fullmatch(typed)
        before, begun = (match[1] or "", match[2]) if match else ("", typed)
        if begun and self.names.exactly(begun, "company"):
            before, begun = typed, ""
        found = (f.keys[0] for f in self.names.find(cleaned(before)) if f.kind == "company")
        return list(dict.fromkeys(found)), begun

    def ranked(self, kind: Kind, typed: str, recent: Sequence[str]) -> list[str]:
        """Returns what may be meant: what begins so, then what holds it, then what looks like it."""
        wanted = folded(cleaned(typed))
        words = self._words[kind]
        first = [key for key in dict.fromkeys(recent) if key in words]
        every = list(dict.fromkeys([*first, *words]))
        if not wanted:
            return every
        begins = [key for key in every if any(word.startswith(wanted) for word in words[key])]
        holds = [key for key in every if any(wanted in word for word in words[key])]
        return list(dict.fromkeys([*begins, *holds, *self.names.suggestions(typed, kind, MOST)]))

    def label(self, kind: Kind, key: str, language: Language) -> str:
        """Returns a name in a language with the other one behind it, so that either script is recognised."""
        vocabulary = self.vocabulary
        name = vocabulary.measures[key].name if kind == "measure" else vocabulary.companies[key].name
        here, there = name.written(language), name.written("en" if language == "zh" else "zh")
        return clipped(here if here == there else f"{here} {there}", LONGEST)

    def labels(self, companies: Iterable[str], language: Language) -> str:
        """Returns companies by their labels, one after another."""
        return clipped(", ".join(self.label("company", key, language) for key in companies), LONGEST)


def _both(name: Name) -> list[str]:
    return [text for text in (name.en, name.zh) if text]
