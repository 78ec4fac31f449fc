"""Talking in a terminal: a prompt for a person, one answer a line for a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from rich.console import Console

from adapters.console.calls import Take, call_of
from adapters.console.render import WIDTH, Keep, render, unkept
from bot.answer import Answer
from bot.text import Language, Message
from bot.words.writer import Writer

Told = tuple[Answer, Language]
"""An alert on its way to this terminal."""

_QUIT = ("/quit", "/exit", "/退出")


class Talk:
    """One conversation in a terminal. Choices under the last answer are taken by their number."""

    def __init__(
        self,
        take: Take,
        writer_of: Callable[[Language], Writer],
        language: Language | None,
        out: TextIO,
        keep: Keep = unkept,
        alerts: Callable[[], Iterable[Told]] = tuple,
    ) -> None:
        self._take, self._writer_of, self._language, self._keep = take, writer_of, language, keep
        self._alerts = alerts
        terminal = out.isatty()
        width = None if terminal else WIDTH
        self._console = Console(file=out, width=width, highlight=False, markup=False, emoji=False, soft_wrap=False)
        if terminal and self._console.width > WIDTH:
            self._console = Console(file=out, width=WIDTH, highlight=False, markup=False, emoji=False)
        self._last: Answer | None = None

    def pipe(self, lines: TextIO) -> None:
        """Answers every line until the end of input, with an empty line behind each answer."""
        for line in lines:
            if line.strip() in _QUIT:
                return
            self.say(line.rstrip("\r\n"))
            self._console.print()
            self._console.file.flush()

    def prompt(self, ask: Callable[[str], str]) -> None:
        """Asks a person for lines until /quit or the end of input, opening with what can be asked."""
        self.say("/help")
        while True:
            try:
                line = ask("\n» ")
            except (EOFError, KeyboardInterrupt):
                line = "/quit"
            if line.strip() in _QUIT:
                language: Language = self._language or "en"
                self._console.print(self._writer_of(language).plain(Message("bye")))
                return
            if line.strip():
                self.say(line)

    def say(self, line: str) -> None:
        """Answers one line, or the choice of the last answer that a bare number takes."""
        reply = self._take(call_of(self._chosen(line), language=self._language))
        self._last = reply.answer
        self._print(reply.answer, reply.language)
        for answer, language in self._alerts():
            self._console.print()
            self.show(answer, language)

    def show(self, answer: Answer, language: Language) -> None:
        """Prints an alert as it fires; its buttons are taken by number like any answer's."""
        self._last = answer
        self._print(answer, self._language or language)

    def _chosen(self, line: str) -> str:
        """A bare number takes that choice of the last answer; any other line is what it is."""
        number = line.strip()
        choices = self._last.choices if self._last else ()
        if number.isascii() and number.isdigit() and 1 <= int(number) <= len(choices):
            return choices[int(number) - 1].ask.typed
        return line

    def _print(self, answer: Answer, language: Language) -> None:
        with self._console.capture() as drawn:
            for piece in render(answer, self._writer_of(language), self._keep):
                self._console.print(piece, crop=False)
        # rich fills every line of a grid to its full width; copied text should not carry that.
        self._console.file.write("\n".join(line.rstrip() for line in drawn.get().splitlines()) + "\n")


def remembering(history: Path) -> Callable[[str], str]:
    """Returns an input function with line editing and a history kept in a file, where the machine has readline."""
    try:
        import readline  # noqa: PLC0415  # absent on some builds of Python; imported only when a person types
    except ImportError:
        return input
    history.parent.mkdir(parents=True, exist_ok=True)
    with suppress(OSError):
        readline.read_history_file(history)
    readline.set_history_length(1000)

    def ask(prompt: str) -> str:
        line = input(prompt)
        with suppress(OSError):
            readline.write_history_file(history)
        return line

    return ask


def is_person(lines: TextIO) -> bool:
    """Decides whether a person sits at the keyboard."""
    return lines.isatty() and sys.stdout.isatty()
