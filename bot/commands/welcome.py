"""The one message that Twinstar posts unasked: after it was installed, with three things to try."""

from __future__ import annotations

from bot.answer import Answer, Choice, Prose
from bot.call import Ask
from bot.text import Language, Message, Raw

TRIES = ("/compare zhipu minimax", "/unlocks next 90 days")


def welcome(language: Language) -> Answer:
    """Returns the message: what can be asked, that nothing more comes unasked, and buttons that work."""
    choices = (
        *(Choice(Message("choice-try", {"example": Raw(line)}), Ask.of(line)) for line in TRIES),
        Choice(Message("welcome-alert"), Ask("alert", "new")),
        Choice(Message("welcome-language"), Ask("language", "zh" if language == "en" else "en")),
    )
    sentences = (Message("welcome-asks"), Message("welcome-quiet"))
    return Answer(Message("welcome"), (Prose(sentences),), choices)
