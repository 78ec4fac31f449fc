"""/language: which language a person is answered in."""

from __future__ import annotations

from bot.answer import Answer, SetLanguage
from bot.call import Ask
from bot.commands.deed import Deed
from bot.commands.desk import Desk, Result
from bot.commands.reading import text_of
from bot.errors import ProblemError
from bot.schema import Command, Option
from bot.text import Language, Message, Raw, Term, folded

_WORDS: dict[str, Language | None] = {
    "en": "en",
    "english": "en",
    "英文": "en",
    "英语": "en",
    "zh": "zh",
    "zh-cn": "zh",
    "chinese": "zh",
    "中文": "zh",
    "简体中文": "zh",
    "汉语": "zh",
    "auto": None,
    "自动": None,
}


def choose(ask: Ask, desk: Desk) -> Deed:
    """Returns the change of language; raises ProblemError for another word, and for none to say what it is now."""
    word = folded(text_of(ask))
    steps = ("/language zh", "/language en", "/language auto")
    if not word:
        raise ProblemError(
            Message("language-now", {"language": Term("language", desk.language)}), *steps, outcome="clarify"
        )
    if word not in _WORDS:
        raise ProblemError(Message("unknown-language", {"words": Raw(word[:40])}), *steps)
    language = _WORDS[word]
    said = Message("language-set", {"language": Term("language", language)}) if language else Message("language-auto")
    return Deed(Answer(said, visible_to="asker"), (SetLanguage(language),))


COMMAND: Command[Desk, Result] = Command(
    name="language",
    summary="command-language",
    options=(Option("language", "choice", "option-language", choices=("en", "zh", "auto")),),
    examples=("/language zh", "/language en", "/language auto"),
    run=choose,
    effect="changes",
    names_zh=("语言",),
)
