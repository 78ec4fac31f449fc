"""A picture of the README that has grown old gives itself away."""

from __future__ import annotations

import shutil
from pathlib import Path

from PIL import Image

from tests.pictures.shown import FOLDER, faults
from tests.project.tree import ROOT


def test_an_old_picture_a_missing_one_and_one_too_many_are_told(tmp_path: Path) -> None:
    shutil.copytree(ROOT / FOLDER, tmp_path / FOLDER)
    (tmp_path / "README.md").write_text(
        (ROOT / "README.md").read_text("utf-8").replace("discord-rank.png", ""), "utf-8"
    )
    folder = tmp_path / FOLDER
    Image.new("P", (1, 1)).save(folder / "slack-alert.png")
    (folder / "discord-chinese.png").unlink()
    (folder / "spare.png").touch()
    assert faults(tmp_path) == [
        "slack-alert.png does not show what is posted now",
        "discord-chinese.png does not show what is posted now",
        "spare.png is none of SHOWN",
        "discord-rank.png is not in README.md",
    ]
