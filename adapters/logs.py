"""Logging in which no secret is ever written, whatever a library puts into its messages and tracebacks."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable

from pydantic import SecretStr

from adapters.settings import Settings

HIDDEN = "(hidden)"

_SECRET = re.compile(
    r"""(?ix)
    xox[a-z](?:\.xox[a-z])?-[\w.-]+ | xapp-[\w-]+          # Slack's tokens
    | (?<=bearer\ )\S+ | (?<=bot\ )[\w-]{20,}\.[\w-]+\.[\w-]+  # headers of Slack and Discord
    | https?://hooks\.slack\.com/\S+ | wss://\S+           # addresses that let anyone who knows them post or listen
    | gAAAAA[\w=-]{20,}                                     # what Fernet sealed
    """
)


class Discreet(logging.Formatter):
    """Writes a record with its traceback, and hides secrets last: by their form, and those of the settings by value."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__("%(asctime)s %(name)s %(message)s")
        # The longest first, so that a secret that begins another one does not leave its end standing.
        known = sorted((s for s in secrets if len(s) >= 6), key=len, reverse=True)
        self._known = re.compile("|".join(map(re.escape, known))) if known else None

    def format(self, record: logging.LogRecord) -> str:
        """Returns the line or lines of a record."""
        text = super().format(record)
        if self._known is not None:
            text = self._known.sub(HIDDEN, text)
        return _SECRET.sub(HIDDEN, text)


def configure(settings: Settings) -> None:
    """Sends warnings and worse to the log file, else to standard error."""
    handler = logging.FileHandler(settings.log_file) if settings.log_file else logging.StreamHandler()
    handler.setFormatter(Discreet(secrets_of(settings)))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])


def secrets_of(settings: Settings) -> list[str]:
    """Returns the values of all settings that are secret; the parts of one that holds several count for themselves."""
    values = [getattr(settings, name) for name in Settings.model_fields]
    return [part.strip() for v in values if isinstance(v, SecretStr) for part in v.get_secret_value().split(",")]
