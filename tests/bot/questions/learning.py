"""`make experience`: what the labelled questions teach, but for the exams, which nothing may have been learned from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from adapters.clock import SystemClock
from bot.experience import Experience
from bot.plan import Plan
from bot.questions.names import Names
from bot.questions.reconsidering import as_operation
from bot.questions.understanding import Reader
from data.experience_file import SHIPPED, written_experience
from data.fact_store import FactStore
from data.opening import open_database
from tests.bot.questions.labelled import FOLDER, labels

EXAMS = "exam_*.jsonl"
NO_PLAN = ("clarify", "refuse")


def lessons() -> list[str]:
    """Returns the files of labelled questions that are learned from."""
    exams = {path.name for path in FOLDER.glob(EXAMS)}
    return sorted(path.name for path in FOLDER.glob("*.jsonl") if path.name not in exams)


def learned(reader: Reader, files: list[str]) -> Experience:
    """Returns what files of labelled questions teach, each question after the one it follows as that is labelled."""
    return Experience.of(each for file in files for each in _taught(reader, labels(file)))


def _taught(reader: Reader, asked: tuple[dict[str, Any], ...]) -> Iterator[tuple[str, frozenset[str]]]:
    by_id = {label["id"]: label for label in asked}
    for label in asked:
        before = by_id.get(label["context"])
        yield label["operation"], reader.marks(label["text"], _plan(before) if before else None)


def _plan(label: dict[str, Any]) -> Plan | None:
    if label["operation"] in NO_PLAN:
        return None
    return Plan(as_operation(label["operation"]), tuple(label["companies"]), tuple(label["metrics"]))


def main() -> None:
    """Writes the shipped experience anew."""
    with TemporaryDirectory() as folder:
        database = open_database(f"sqlite:///{Path(folder) / 'facts.db'}", SystemClock())
        reader = Reader(Names(FactStore(database).vocabulary("")))
        SHIPPED.parent.mkdir(exist_ok=True)
        SHIPPED.write_text(written_experience(learned(reader, lessons())), encoding="utf-8")
        database.close()


if __name__ == "__main__":
    main()
