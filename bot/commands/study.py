"""/study: what a share did around a day, how usual that is for it, and what else happened; or what studies found."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.analysis.abnormal import METHODS, Window
from bot.call import Ask
from bot.commands.desk import Desk, Result
from bot.commands.reading import only, read, text_of
from bot.errors import ProblemError
from bot.plan import Plan
from bot.questions.phrases import take_phrase
from bot.schema import Command, Option
from bot.text import Message, Raw, cleaned

MOST_WINDOWS, FARTHEST = 6, 250
"""More windows make no table, and farther sessions than a year are no event any more."""

_WORDS: Mapping[str, tuple[str, ...]] = {
    "raw": ("raw", "原始", "原始收益"),
    "mean": ("mean", "均值", "均值调整"),
    "market": ("market", "大盘", "市场", "市场调整"),
    "peer": ("peer", "同行", "同业"),
}
_WINDOW = r"[-+]?\d{1,4}:[-+]?\d{1,4}"
_ESTIMATION = re.compile(rf"(?i)(?:\bestimation|\bestimated on|估计期|估计窗口)[=: ]*(?P<window>{_WINDOW})")
_WINDOWS = re.compile(rf"(?i)(?:\bwindows?|窗口)[=: ]*(?P<windows>{_WINDOW}(?:[,，、;] ?{_WINDOW})*)")
_PEER = re.compile(r"(?i)(?:\b(?:peer|against|less)|对照|相对)[=: ]+(?P<name>[^\s,，]+)")
_METHOD = re.compile(r"(?i)(?:\bmethod|方法)[=: ]*")


def plan(ask: Ask, desk: Desk) -> Plan:
    """Returns the study that was typed; with no company the question what studies and cases say of releases.

    Raises ProblemError for several companies, a stretch of time, and windows that cannot be.
    """
    text, params = _typed(ask), dict[str, str]()
    if match := _ESTIMATION.search(text):
        params["estimation"] = _window(match["window"], most=-1)
        text = f"{text[: match.start()]} {text[match.end() :]}"
    if match := _WINDOWS.search(text):
        windows = [_window(w) for w in re.findall(_WINDOW, match["windows"])]
        if len(windows) > MOST_WINDOWS:
            raise ProblemError(Message("study-too-many-windows", {"count": len(windows), "most": MOST_WINDOWS}))
        params["windows"] = ",".join(windows)
        text = f"{text[: match.start()]} {text[match.end() :]}"
    if match := _PEER.search(text):
        peer = only(read(Ask("study", match["name"]), desk), desk, "study").companies
        if len(peer) == 1:
            params["peer"] = peer[0]
            params["method"] = "peer"
            text = f"{text[: match.start()]} {text[match.end() :]}"
    text = _METHOD.sub(" ", text)
    text, method = take_phrase(text, _WORDS)
    if method is not None:
        params["method"] = method
    given = only(read(Ask("study", text), desk), desk, "study")
    if len(given.companies) > 1:
        steps = (f"/study {given.companies[0]}", f"/study {given.companies[0]} peer {given.companies[1]}")
        raise ProblemError(Message("study-one-company"), *steps, outcome="clarify")
    if given.when is not None and not (isinstance(given.when, str) and given.when[:1].isdigit()):
        raise ProblemError(Message("study-one-day"), "/study zhipu on 2026-07-08", outcome="clarify")
    return Plan(
        "study", given.companies, when=given.when, known_at=given.known_at, params=tuple(sorted(params.items()))
    )


def _typed(ask: Ask) -> str:
    """All that was typed, the options that need their own name introduced by it."""
    windows = re.match(_WINDOW, ask.options.get("windows", "").strip())
    own = ("peer", "windows") if windows else ("peer",)
    named = [f"{name} {value}" for name in own if (value := ask.options.get(name))]
    plain = {name: value for name, value in ask.options.items() if name not in own}
    return " ".join([text_of(Ask(ask.command, ask.text, plain)), *(cleaned(words) for words in named)])


def _window(text: str, *, most: int = FARTHEST) -> str:
    """A window as typed, in its one spelling; raises ProblemError for ends out of order or too far off."""
    try:
        window = Window.of(text)
    except ValueError:
        window = None
    if window is None or window.first < -FARTHEST or window.last > most:
        raise ProblemError(
            Message("study-no-window", {"words": Raw(text)}), "/study zhipu on 2026-07-08 windows -5:-1,0:1,2:10"
        )
    return window.text


COMMAND: Command[Desk, Result] = Command(
    name="study",
    summary="command-study",
    options=(
        Option("company", "company", "option-study-company"),
        Option("when", "when", "option-study-when"),
        Option("method", "choice", "option-study-method", choices=METHODS),
        Option("peer", "company", "option-study-peer"),
        Option("windows", "text", "option-study-windows"),
        Option("known_at", "known_at", "option-known-at"),
    ),
    examples=(
        "/study zhipu on 2026-03-31",
        "/study minimax on 2026-03-02 peer zhipu",
        "/study zhipu on 2026-03-31 market windows -5:-1,0:1,2:5 estimation -20:-6",
        "/study",
        "/study 智谱 2026年3月31日 原始",
    ),
    run=plan,
    names_zh=("事件研究", "研究"),
)
