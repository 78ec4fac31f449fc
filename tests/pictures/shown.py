"""The README's pictures: real messages, each with a digest of its payload, so that an old picture gives itself away.

`make pictures` draws them anew.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from PIL import Image

from adapters.bootstrap import House
from bot.text import Language
from tests.pictures import block_kit, components, discord, slack
from tests.pictures.browser import chromium, photographed
from tests.pictures.scenes import alerted, answered, posed

FOLDER = Path("docs/pictures")
LARGEST = 150_000
"""Bytes of a picture: a reader on a telephone should see the page at once."""

ALERT = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture of the README: the line that was typed, ALERT for an alert that came by itself."""

    platform: Literal["slack", "discord"]
    line: str
    language: Language = "en"


SHOWN: Mapping[str, Shown] = {
    "slack-compare": Shown("slack", "/compare zhipu minimax market value on 2026-06-24"),
    "discord-reversals": Shown("discord", "/reversals zhipu minimax"),
    "slack-alert": Shown("slack", ALERT),
    "discord-rank": Shown("discord", "/rank zhipu minimax openai anthropic by market value"),
    "discord-chinese": Shown("discord", "智谱 市值 6月24日", "zh"),
}


@dataclass(frozen=True, slots=True)
class Made:
    """A picture's payload, as it is sent, and the page that shows it."""

    payload: Sequence[Mapping[str, Any]]
    page: str

    @property
    def digest(self) -> str:
        """Returns what tells this payload from any other."""
        written = json.dumps(self.payload, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(written.encode()).hexdigest()


def made() -> Iterator[tuple[str, Made]]:
    """Yields every picture's payload as it is now, by the picture's name."""
    with posed() as (house, _):
        for name, each in SHOWN.items():
            yield name, _of(house, each)


def _of(house: House, shown: Shown) -> Made:
    platform, language = shown.platform, shown.language
    told = shown.line == ALERT
    answer = alerted(platform, language) if told else answered(house, platform, shown.line, language)
    if platform == "slack":
        messages = slack.messages(house, answer, language, shared=not told)
        return Made(messages, block_kit.page(messages))
    posted = discord.posted(house, answer, language)
    return Made(posted.messages, components.page(posted.messages, posted.files))


def faults(root: Path) -> list[str]:
    """Returns what is wrong with the pictures of a checkout: one missing or old, one too large, one shown nowhere."""
    folder, readme = root / FOLDER, (root / "README.md").read_text(encoding="utf-8")
    found = []
    for name, each in made():
        file = folder / f"{name}.png"
        if not file.exists() or _said(file) != each.digest:
            found.append(f"{name}.png does not show what is posted now")
        elif file.stat().st_size > LARGEST:
            found.append(f"{name}.png has more than {LARGEST} bytes")
    stands = {f"{name}.png" for name in SHOWN}
    found += [f"{file.name} is none of SHOWN" for file in sorted(folder.glob("*")) if file.name not in stands]
    return found + [f"{name} is not in README.md" for name in sorted(stands) if f"{FOLDER}/{name}" not in readme]


def _said(file: Path) -> str:
    with Image.open(file) as picture:
        return str(picture.info.get("payload", ""))


def main() -> None:
    """Draws the pictures that are old, into the checkout one stands in; raises SystemExit without a browser."""
    browser = chromium()
    if browser is None:
        raise SystemExit("install chromium: the README's pictures are drawn by it")
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, each in made():
        file = FOLDER / f"{name}.png"
        if not file.exists() or _said(file) != each.digest:
            photographed(each.page, file, browser, said=each.digest)


if __name__ == "__main__":
    main()
