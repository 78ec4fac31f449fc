"""What can be asked for: the records of the command table, from which every platform's own commands are made.

Limits of a platform are checked by its adapter's tests over the table, never here, so that none of them leaks into
the core.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

from bot.call import Ask
from bot.need import Need

OptionKind = Literal["company", "companies", "measure", "when", "known_at", "currency", "text", "choice"]


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that a command takes. `summary` is a catalogue key; `choices` are the words allowed where not free."""

    name: str
    kind: OptionKind
    summary: str
    required: bool = False
    choices: tuple[str, ...] = ()


Effect = Literal["answers", "changes"]

Desk = TypeVar("Desk", contravariant=True)
Result = TypeVar("Result", covariant=True)


def never(_ask: Ask) -> bool:
    """Decides that an ask is for no form."""
    return False


@dataclass(frozen=True, slots=True)
class Command(Generic[Desk, Result]):
    """One row of the command table: name, what it takes, examples that work as typed, and what carries it out.

    `summary` is a catalogue key. `names_zh` are further names by which Chinese speakers may type it. `run` turns an ask
    into a result: a plan for a question, an answer with changes for a deed. `needs` is what the deed needs of whoever
    asks for it, where it changes anything that is not their own. `opens_form` decides by the words alone whether an ask
    is for a form, since a window has to open before anything is looked up.
    """

    name: str
    summary: str
    options: tuple[Option, ...]
    examples: tuple[str, ...]
    run: Callable[[Ask, Desk], Result]
    effect: Effect = "answers"
    needs: Need = "view"
    names_zh: tuple[str, ...] = ()
    opens_form: Callable[[Ask], bool] = never

    def __post_init__(self) -> None:
        if not self.examples or not all(e.split()[0] == f"/{self.name}" for e in self.examples):
            raise ValueError(f"every example of /{self.name} begins with its name, and there is at least one")
        required = [o.required for o in self.options]
        if sorted(required, reverse=True) != required:
            raise ValueError(f"required options of /{self.name} come first")


@dataclass(frozen=True, slots=True)
class CommandTable(Generic[Desk, Result]):
    """Every command by name. Raises ValueError when two commands share a name."""

    commands: tuple[Command[Desk, Result], ...]
    by_name: Mapping[str, Command[Desk, Result]] = field(init=False)

    def __post_init__(self) -> None:
        by_name: dict[str, Command[Desk, Result]] = {}
        for command in self.commands:
            for name in (command.name, *command.names_zh):
                if name in by_name:
                    raise ValueError(f"two commands are called /{name}")
                by_name[name] = command
        object.__setattr__(self, "by_name", by_name)

    def opens_form(self, ask: Ask) -> bool:
        """Decides whether an ask, by a command's name or by its words, is for a form."""
        asked = ask if ask.command else Ask.of(ask.text.strip())
        command = self.by_name.get(asked.command)
        return command is not None and command.opens_form(asked)
