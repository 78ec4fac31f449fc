"""Logging in which no secret is ever written, whatever a library puts into its messages and tracebacks."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterable
from datetime import UTC, datetime

from pydantic import SecretStr

from adapters.settings import Settings

HIDDEN = "(hidden)"

_SECRET = re.compile(
    r"""(?ix)
    xox[a-z](?:\.xox[a-z])?-[\w.-]+ | xapp-[\w-]+          # Slack's tokens
    | (?<=bearer\ )\S+ | (?<=bot\ )[\w-]{20,}\.[\w-]+\.[\w-]+  # headers of Slack and Discord
    | https?://hooks\.slack\.com/\S+ | wss://\S+           # addresses that let anyone who knows them post or listen
    | gAAAAA[\w=-]{20,}                                     # what Fernet sealed
    | \b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}               # a token of Discord's, wherever it stands
    | (?<=://)[^\s/@:]*:[^\s/@]+(?=@)                       # whoever logs in by an address
    | (?<=api_token=)[^\s&"']+                             # EODHD's, in an address
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
        """Returns the line or lines of a record, secrets hidden."""
        return self.hidden(super().format(record))

    def hidden(self, text: str) -> str:
        """Returns a text with every secret in it hidden."""
        if self._known is not None:
            text = self._known.sub(HIDDEN, text)
        return _SECRET.sub(HIDDEN, text)


class Structured(Discreet):
    """Writes a record as one line of JSON: at (UTC), level, logger, said, and trace where something broke."""

    def format(self, record: logging.LogRecord) -> str:
        """Returns the line of a record. Secrets are hidden before quoting, which would hide their ends."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        said = {"at": at, "level": record.levelname.lower(), "logger": record.name, "said": record.getMessage()}
        if record.exc_info:
            said["trace"] = self.formatException(record.exc_info)
        return json.dumps({name: self.hidden(text) for name, text in said.items()}, ensure_ascii=False)


def configure(settings: Settings) -> None:
    """Sends what is as bad as the settings ask for, or worse, to the log file, else to standard error."""
    handler = logging.FileHandler(settings.log_file) if settings.log_file else logging.StreamHandler()
    kind = Structured if settings.log_format == "json" else Discreet
    handler.setFormatter(kind(secrets_of(settings)))
    logging.basicConfig(level=settings.log_level.upper(), handlers=[handler])


def secrets_of(settings: Settings) -> list[str]:
    """Returns the values of all settings that are secret; the parts of one that holds several count for themselves."""
    values = [getattr(settings, name) for name in Settings.model_fields]
    return [part.strip() for v in values if isinstance(v, SecretStr) for part in v.get_secret_value().split(",")]
