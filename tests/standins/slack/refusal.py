"""An error as Slack words it."""

from __future__ import annotations

from typing import Any


class RefusedError(Exception):
    """Says that Slack answers with an error instead of doing as asked."""

    def __init__(self, code: str, **more: object) -> None:
        super().__init__(code)
        self.answer: dict[str, Any] = {"ok": False, "error": code, **more}
