"""What a workspace sees beside messages: windows with a form, the home tab, the first message after an installation."""

from __future__ import annotations

from adapters.bootstrap import House
from adapters.slack.forms import form_view
from adapters.slack.render import render
from adapters.slack.wording import as_typed
from bot.answer import Answer
from bot.call import Ask, Call, Person, Place
from bot.commands.welcome import welcome
from bot.text import Language
from tests.pictures.block_kit import page, window
from tests.pictures.scenes import answered

FORMS = {
    "form-begun": "/alert new",
    "form-level": "/alert form zhipu market value above HK$1.1tn",
    "form-unlock": "/alert form unlock zhipu",
    "form-open": "/alert form ratio zhipu minimax",
    "form-chinese": "/alert form 智谱 5个交易日内 涨跌 10%",
}
"""Lines that open a window, by the name of its picture."""

LANGUAGES: tuple[Language, ...] = ("en", "zh")


def pages(house: House) -> dict[str, str]:
    """Returns each of them as a page, by the name of its picture; two alerts are made to be seen at home."""
    found = {kind: form_page(house, line, "zh" if "chinese" in kind else "en") for kind, line in FORMS.items()}
    for line in ("/alert add unlock zhipu T-7", "/alert add minimax overtakes zhipu"):
        answered(house, "slack", line, "en")
    for language in LANGUAGES:
        found[f"home-{language}"] = home_page(house, language)
        shown = render(as_typed(welcome(language), "/twinstar", house.table.by_name), house.writers.of(language))
        found[f"welcome-{language}"] = page([each.arguments() for each in shown])
    return found


def form_page(house: House, line: str, language: Language) -> str:
    """Returns the window that a line opens."""
    call = Call(Ask.of(line), Place("slack", "T1", "C1"), Person("slack", "T1", "U1"), line, language)
    form, writer = house.turns.take(call).form, house.writers.of(language)
    assert form is not None
    drawn = [block for each in render(Answer(form.title, form.preview), writer, "monospace") for block in each.blocks]
    return window(form_view(form, writer, "C1", drawn[1:]))


def home_page(house: House, language: Language) -> str:
    """Returns the home tab of whoever made the alerts."""
    answer = as_typed(answered(house, "slack", "/home", language), "/twinstar", house.table.by_name)
    drawn = [block for each in render(answer, house.writers.of(language), "monospace") for block in each.blocks]
    return window({"type": "home", "blocks": drawn})
