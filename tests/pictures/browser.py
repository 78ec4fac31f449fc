"""From a page to a picture: drawn by chromium, cut to what is drawn on, in few colours."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from PIL import Image, ImageChops
from PIL.PngImagePlugin import PngInfo

TALLEST = 4_000
COLOURS = 128
MARGIN = 12


def chromium() -> str | None:
    """Returns the browser that draws, None on a machine without one."""
    return shutil.which("chromium") or shutil.which("google-chrome")


def photographed(page: str, picture: Path, browser: str, width: int = 720, said: str = "") -> None:
    """Writes the picture of a page, with `said` kept in it under the name "payload"."""
    with tempfile.TemporaryDirectory() as folder:
        source, raw = Path(folder) / "page.html", Path(folder) / "page.png"
        source.write_text(page, encoding="utf-8")
        command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        size = [f"--window-size={width},{TALLEST}", f"--screenshot={raw}"]
        subprocess.run([*command, *size, str(source)], capture_output=True, timeout=120, check=True)
        with Image.open(raw) as drawn:
            cut = _cut(drawn.convert("RGB"))
    kept = PngInfo()
    if said:
        kept.add_text("payload", said)
    # Grounds keep their own colours this way; dithering would strew dots over them.
    few = cut.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, kmeans=2, dither=Image.Dither.NONE)
    few.save(picture, optimize=True, pnginfo=kept)


def _cut(drawn: Image.Image) -> Image.Image:
    """Returns a picture without the empty ground beneath what is drawn."""
    ground = Image.new("RGB", drawn.size, drawn.getpixel((drawn.width - 1, drawn.height - 1)))
    found = ImageChops.difference(drawn, ground).getbbox()
    return drawn.crop((0, 0, drawn.width, min(drawn.height, found[3] + MARGIN))) if found else drawn
