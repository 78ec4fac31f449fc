"""A language's sentences, each read from the catalogue's text when it is first written."""

from __future__ import annotations

import re
from collections.abc import Mapping

from fluent.runtime import FluentBundle, FluentResource

_BEGINS = re.compile(r"^(-?[A-Za-z][\w-]*) *=", re.MULTILINE)
"""The start of an entry; only an entry, a comment and a closing brace stand at the start of a line."""

_NAMES_ANOTHER = re.compile(r"\{\s*(-?[A-Za-z][\w-]*)")
"""Another entry that an entry is built of: projectfluent.org/fluent/guide/references.html."""


class Catalogue:
    """Sentences in Project Fluent syntax (projectfluent.org).

    Reading all of them takes longer than starting everything else, and an answer is made of a few dozen.
    """

    def __init__(self, locale: str, texts: str) -> None:
        # Fluent would put invisible marks around every argument, which screen readers and searches stumble over.
        self._bundle = FluentBundle([locale.replace("_", "-")], use_isolating=False)
        starts = list(_BEGINS.finditer(texts))
        ends = [*(each.start() for each in starts[1:]), len(texts)]
        self._unread: dict[str, str] = {}
        for each, end in zip(starts, ends, strict=False):
            self._unread.setdefault(each[1], texts[each.start() : end])

    def has(self, key: str) -> bool:
        """Decides whether there is a sentence of that key."""
        self._read(key)
        return self._bundle.has_message(key)

    def sentence(self, key: str, args: Mapping[str, str | int]) -> tuple[str | None, str]:
        """Returns a sentence with its arguments, None without one of that key, and what was wrong, if anything was."""
        pattern = self._bundle.get_message(key).value if self.has(key) else None
        if pattern is None:
            return None, key
        text, errors = self._bundle.format_pattern(pattern, dict(args))
        return str(text), f"{key}: {errors[0]}" if errors else ""

    def _read(self, key: str) -> None:
        waiting, read = [key], dict[str, str]()
        while waiting:
            name = waiting.pop()
            text = self._unread.get(name)
            if text is not None and name not in read:
                read[name] = text
                waiting += _NAMES_ANOTHER.findall(text)
        if read:
            self._bundle.add_resource(FluentResource("".join(read.values())))
            # Last, so that another thread that no longer finds one here finds it there.
            for name in read:
                self._unread.pop(name, None)
