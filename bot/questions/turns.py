"""Every turn of phrase with gaps in it, by the cue that it gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.questions import turns_of_declining, turns_of_lead, turns_of_release, turns_of_telling

_EVERY = (turns_of_lead, turns_of_release, turns_of_telling, turns_of_declining)
CLASSES: Mapping[str, Sequence[str]] = {name: words for part in _EVERY for name, words in part.CLASSES.items()}
TURNS: Mapping[str, Sequence[str]] = {key: turns for part in _EVERY for key, turns in part.WRITTEN.items()}
"""No key stands in two of the parts."""
