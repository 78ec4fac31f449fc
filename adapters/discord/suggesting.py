"""What Discord offers while a company or a measure is typed, in either script."""

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

    Names whose beginning was typed come first, then those that hold it, then those that look like it; what the place's
    last question spoke of goes before the rest.
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
        recent = (last.measures if kind == "measure" else last.companies) if last else ()
        before, current = "", typed[:LONGEST_INPUT]
        if kind == "companies":
            before, current = index.apart(current)
        named = index.names.exactly(before, "company") if kind == "companies" else ()
        taken = {f.keys[0] for f in index.names.find(cleaned(before)) if f.kind == "company"} | set(named)
        keys = index.ranked("measure" if kind == "measure" else "company", current, recent)
        return index.lines(kind, [key for key in keys if key not in taken], before, language)

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

    def apart(self, typed: str) -> tuple[str, str]:
        """Returns the companies named already, and the beginning of the next name."""
        match = _PARTS.fullmatch(typed)
        before, current = (match[1] or "", match[2]) if match else ("", typed)
        # Chinese names stand without spaces: what names a company whole is named, not begun.
        if current and self.names.exactly(current, "company"):
            return f"{before}{current}", ""
        return before, current

    def ranked(self, kind: Kind, typed: str, recent: Sequence[str]) -> list[str]:
        wanted = folded(cleaned(typed))
        words = self._words[kind]
        first = [key for key in recent if key in words]
        every = list(dict.fromkeys([*first, *words]))
        if not wanted:
            return every
        begins = [key for key in every if any(word.startswith(wanted) for word in words[key])]
        holds = [key for key in every if any(wanted in word for word in words[key])]
        return list(dict.fromkeys([*begins, *holds, *self.names.suggestions(typed, kind, MOST)]))

    def lines(self, kind: OptionKind, keys: Iterable[str], before: str, language: Language) -> list[Suggestion]:
        found: list[Suggestion] = []
        for key in keys:
            value = f"{' '.join([*self._before(before), key])}" if kind == "companies" else key
            if len(found) == MOST or len(value) > LONGEST:
                break
            label = self._label(kind, key, language)
            if kind == "companies":
                label = ", ".join([*(self._label(kind, k, language) for k in self._before(before)), label])
            found.append(Suggestion(clipped(label, LONGEST), value))
        if kind == "companies" and (named := self._before(before)):
            # Discord keeps what is typed unless a line is taken: the list as it stands comes first.
            value = " ".join(named)
            label = ", ".join(self._label(kind, key, language) for key in named)
            if len(value) <= LONGEST:
                found = [Suggestion(clipped(label, LONGEST), value), *found][:MOST]
        return found

    def _before(self, before: str) -> list[str]:
        named = [f.keys[0] for f in self.names.find(cleaned(before)) if f.kind == "company"]
        return list(dict.fromkeys(named))

    def _label(self, kind: OptionKind, key: str, language: Language) -> str:
        vocabulary = self.vocabulary
        name = vocabulary.measures[key].name if kind == "measure" else vocabulary.companies[key].name
        here, there = name.written(language), name.written("en" if language == "zh" else "zh")
        return here if here == there else f"{here} {there}"


def _both(name: Name) -> list[str]:
    return [text for text in (name.en, name.zh) if text]
