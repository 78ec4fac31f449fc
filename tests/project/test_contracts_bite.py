"""Each fault, planted in a copy of the tree, is found and named: a check that cannot fail guards nothing."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.project import catalogue, documents, literals, quiet_import, shape, tools
from tests.project.test_project import RULES
from tests.project.tree import ROOT, Fault, every_file

pytestmark = pytest.mark.gate


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the tree without its history and its virtual environment."""
    for path in every_file(ROOT):
        target = tmp_path / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    return tmp_path


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def add(path: Path, text: str) -> None:
    write(path, path.read_text(encoding="utf-8") + text)


def stray_import(root: Path) -> None:
    add(root / "bot" / "days.py", "\nimport data.tables\n")


def platform_in_the_core(root: Path) -> None:
    add(root / "bot" / "days.py", "\nimport slack_sdk\n")


def higher_floor(root: Path) -> None:
    add(root / "bot" / "call.py", "\nimport bot.commands.table\n")


def module_without_a_floor(root: Path) -> None:
    write(root / "bot" / "attic.py", '"""Nothing."""\n')


def import_cycle(root: Path) -> None:
    write(root / "data" / "hen.py", "from data import egg\n")
    write(root / "data" / "egg.py", "from data import hen\n")


def late_import(root: Path) -> None:
    write(root / "adapters" / "hasty.py", "def late() -> None:\n    import decimal  # noqa: F401, PLC0415\n")


def english_sentence(root: Path) -> None:
    write(root / "bot" / "answers" / "blunt.py", 'HEADLINE = "The value is not known."\n')


def english_sentence_with_a_value(root: Path) -> None:
    write(root / "bot" / "answers" / "blunt.py", 'def headline(v: str) -> str:\n    return f"{v} is the value"\n')


def chinese_sentence(root: Path) -> None:
    write(root / "bot" / "answers" / "blunt.py", 'HEADLINE = "市值未知"\n')


def key_missing_in_chinese(root: Path) -> None:
    zh = root / "bot" / "words" / "zh.ftl"
    write(zh, re.sub(r"^read-as = .*\n", "", zh.read_text(encoding="utf-8"), flags=re.M))


def argument_lost_in_chinese(root: Path) -> None:
    zh = root / "bot" / "words" / "zh.ftl"
    write(zh, re.sub(r"^(read-known-at = ).*$", r"\1当时", zh.read_text(encoding="utf-8"), flags=re.M))


def key_said_but_missing(root: Path) -> None:
    blunt = root / "bot" / "answers" / "blunt.py"
    write(blunt, 'from bot.text import Message\n\nHEADLINE = Message("never-written")\n')


def key_said_nowhere(root: Path) -> None:
    for language in catalogue.LANGUAGES:
        add(root / "bot" / "words" / f"{language}.ftl", "\nnever-said = …\n")


def undocumented_command(root: Path) -> None:
    table = root / "bot" / "commands" / "table.py"
    whisper = "replace(COMMANDS[0], name='whisper', names_zh=(), examples=('/whisper',))"
    more = f"\nfrom dataclasses import replace\n\nCOMMANDS = (*COMMANDS, {whisper})\n"
    add(table, more)


def undocumented_setting(root: Path) -> None:
    settings = root / "adapters" / "settings.py"
    text = settings.read_text(encoding="utf-8")
    more = 'class Settings(BaseSettings):\n    hush: str = Field(default="", validation_alias="TWINSTAR_HUSH")\n'
    write(settings, text.replace("class Settings(BaseSettings):\n", more, 1))


def page_out_of_date(root: Path) -> None:
    add(root / ".env.example", "\n# WITHDRAWN=\n")


def picture_of_something_else(root: Path) -> None:
    shutil.copyfile(root / "docs/pictures/discord-rank.png", root / "docs/pictures/slack-compare.png")


def room_without_a_word_in_the_tour(root: Path) -> None:
    (root / "adapters" / "attic").mkdir()
    write(root / "adapters" / "attic" / "__init__.py", '"""A room that nobody was told of."""\n')


def room_moved_away(root: Path) -> None:
    write(
        root / "README.md",
        (root / "README.md").read_text("utf-8").replace("`adapters/bootstrap.py`", "`adapters/wiring.py`"),
    )


def database_built_at_import(root: Path) -> None:
    write(root / "data" / "eager.py", 'from sqlalchemy import create_engine\n\nENGINE = create_engine("sqlite://")\n')


def file_written_at_import(root: Path) -> None:
    write(root / "data" / "eager.py", 'from pathlib import Path\n\nPath("left-behind").write_text("")\n')


def long_file(root: Path) -> None:
    write(root / "data" / "saga.py", "# and then\n" * (shape.LINES + 1))


def sleep(root: Path) -> None:
    write(root / "tests" / "drowsy.py", "import asyncio\n\n\nasync def wait() -> None:\n    await asyncio.sleep(0.1)\n")


def real_clock(root: Path) -> None:
    write(root / "data" / "watch.py", "import datetime\n\nNOW = datetime.datetime.now(datetime.UTC)\n")


def unpinned_dependency(root: Path) -> None:
    project = root / "pyproject.toml"
    text = project.read_text(encoding="utf-8")
    write(project, text.replace("dependencies = [", 'dependencies = [\n    "flask",', 1))


def wrong_type(root: Path) -> None:
    add(root / "bot" / "days.py", '\nWRONG: int = "text"\n')


def address(root: Path) -> None:
    add(root / "README.md", "\nSee " + "/ro" + "ot/notes.\n")


@pytest.mark.parametrize(
    ("plant", "check", "named"),
    [
        (stray_import, tools.broken_contracts, ["rings", "bot.days -> data.tables"]),
        (platform_in_the_core, tools.broken_contracts, ["the core knows no platform", "bot.days -> slack_sdk"]),
        (higher_floor, tools.broken_contracts, ["floors inside bot", "bot.call -> bot.commands.table"]),
        (module_without_a_floor, tools.broken_contracts, ["floors inside bot", "bot.attic"]),
        (import_cycle, tools.broken_contracts, ["no import cycles", "hen"]),
        (late_import, shape.late_imports, ["adapters/hasty.py:2", "decimal"]),
        (english_sentence, literals.sentences, ["bot/answers/blunt.py:1", "The value is not known."]),
        (english_sentence_with_a_value, literals.sentences, ["bot/answers/blunt.py:2", "is the value"]),
        (chinese_sentence, literals.sentences, ["bot/answers/blunt.py:1", "市值未知"]),
        (key_missing_in_chinese, catalogue.catalogue_faults, ["bot/words/zh.ftl", "read-as"]),
        (argument_lost_in_chinese, catalogue.catalogue_faults, ["read-known-at", "$day"]),
        (key_said_but_missing, catalogue.catalogue_faults, ["bot/answers/blunt.py:3", "never-written"]),
        (key_said_nowhere, catalogue.catalogue_faults, ["never-said"]),
        (undocumented_command, documents.undocumented, ["README.md", "/whisper"]),
        (undocumented_setting, documents.undocumented, ["README.md", ".env.example", "TWINSTAR_HUSH"]),
        (page_out_of_date, documents.stale, [".env.example"]),
        (picture_of_something_else, documents.old_pictures, ["slack-compare.png does not show"]),
        (room_without_a_word_in_the_tour, documents.tour_faults, ["adapters/attic"]),
        (room_moved_away, documents.tour_faults, ["adapters/wiring.py"]),
        (database_built_at_import, quiet_import.noisy_imports, ["data.eager", "ENGINE", "Engine"]),
        (file_written_at_import, quiet_import.noisy_imports, ["data.eager", "left-behind"]),
        (long_file, shape.long_files, ["data/saga.py"]),
        (sleep, shape.sleepers, ["tests/drowsy.py:5"]),
        (real_clock, tools.lint, ["data/watch.py:3", "TID251"]),
        (unpinned_dependency, documents.lock_faults, ["flask"]),
        (wrong_type, tools.types, ["bot/days.py"]),
        (address, shape.addresses, ["README.md"]),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_a_planted_fault_is_named(
    plant: Callable[[Path], None], check: Callable[[Path], list[Fault]], named: list[str], copy: Path
) -> None:
    plant(copy)
    said = "\n".join(map(str, check(copy)))
    for part in named:
        assert part in said


def test_every_rule_has_a_fault_it_was_seen_to_find() -> None:
    planted = test_a_planted_fault_is_named.pytestmark[0].args[1]  # type: ignore[attr-defined]
    assert set(RULES.values()) == {check for _, check, _ in planted}
