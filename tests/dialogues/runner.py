"""Conversations kept as text: what a person said behind », and below it what Twinstar answered, word for word.

`python -m tests.dialogues.runner` answers every conversation anew and writes it down; read the diff before keeping it.
"""

from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from adapters.bootstrap import House, open_house
from adapters.clock import StoppedClock
from adapters.console.talk import Talk
from bot.call import Call
from bot.commands.turn import Reply
from bot.days import Instant

FOLDER = Path(__file__).parent
SAID = "» "


@dataclass(frozen=True)
class Dialogue:
    """One conversation: its name, the clock it is held by, what it shows, and (said, answered) in order."""

    name: str
    at: str
    about: str
    turns: tuple[tuple[str, str], ...]

    def written(self, answers: list[str]) -> str:
        """Returns the conversation as its file, with these answers."""
        parts = [f"{SAID}{said}\n{answer}" for (said, _), answer in zip(self.turns, answers, strict=True)]
        return "\n\n".join([f"# {self.about}\n# at {self.at}", *parts]) + "\n"


def dialogues() -> list[Dialogue]:
    return [read(path) for path in sorted(FOLDER.glob("*.txt"))]


def read(path: Path) -> Dialogue:
    head, *turns = re.split(rf"^{SAID}", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    about = re.findall(r"^# (?!at )(.*)", head, re.MULTILINE)
    at = re.search(r"^# at (\S+)", head, re.MULTILINE)
    assert at and turns, f"{path.name} needs a line '# at TIME' and something said"
    apart = [turn.partition("\n") for turn in turns]
    return Dialogue(path.stem, at[1], " ".join(about), tuple((said, answer.strip("\n")) for said, _, answer in apart))


def typed(said: str) -> str:
    r"""What is sent for a line as written: \u202e is that character, and {a × 10000} is as many of them."""
    said = re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), said)
    return re.sub(r"\{(.+?) × (\d+)\}", lambda m: m[1] * int(m[2]), said)


def held(dialogue: Dialogue, house: House, clock: StoppedClock) -> list[str]:
    """Returns what is answered to every turn, as a terminal prints it. Each conversation has a person of its own."""
    clock.moment = Instant.of(dialogue.at)
    out = io.StringIO()
    talk = Talk(_as_person(dialogue.name, house.turns.take), house.writers.of, None, out)
    answers = []
    for said, _ in dialogue.turns:
        talk.pipe(io.StringIO(typed(said) + "\n"))
        answers.append(out.getvalue().strip("\n"))
        out.seek(0)
        out.truncate()
    return answers


def _as_person(name: str, take: Callable[[Call], Reply]) -> Callable[[Call], Reply]:
    def taking(call: Call) -> Reply:
        return take(replace(call, person=replace(call.person, id=name), place=replace(call.place, thread=name)))

    return taking


def rewrite() -> None:
    clock = StoppedClock(Instant.of("2026-06-25T09:00Z"))
    with tempfile.TemporaryDirectory() as folder:
        house = open_house(f"sqlite:///{folder}/facts.db", clock)
        for dialogue in dialogues():
            text = dialogue.written(held(dialogue, house, clock))
            (FOLDER / f"{dialogue.name}.txt").write_text(text, encoding="utf-8")
        house.close()


if __name__ == "__main__":
    rewrite()
