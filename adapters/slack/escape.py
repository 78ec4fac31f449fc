"""Disarming of the one string Slack still reads as markup: the top-level text.

Blocks need none of this: they are made of rich text, raw text and plain text only, which Slack shows letter by letter.
"""

from __future__ import annotations

import re
from collections.abc import Set

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_LOOKALIKES = str.maketrans({"*": "\u2217", "~": "\u223c", "`": "\u02cb"})
_JOINER = "\u2060"
_ADDRESS = re.compile(r"\w[\w+.\-]*://[^\s()<>]*")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_EMOJI = re.compile(r":(?=[a-z0-9_+'\-]+:)", re.IGNORECASE)
_MENTION = re.compile(r"([@#])(?=\w)")
_QUOTE = re.compile(r"^(\s*)>", re.MULTILINE)


def escaped(text: str, addresses: Set[str] = frozenset()) -> str:
    """Returns a text that Slack shows as it stands: nothing formatted, nobody told, nothing linked but known addresses.

    The characters & < > become entities (docs.slack.dev/messaging/formatting-message-text, "Escaping text"). The marks
    of bold, strike and code have no escape in Slack, so a look-alike takes their place, and of an underscore where it
    would start or end italics; a word joiner breaks names of emoji, mentions and addresses that are not known ones.
    """
    parts: list[str] = []
    at = 0
    for match in _ADDRESS.finditer(text):
        known = match[0] in addresses
        parts.append(_disarmed(text[at : match.start()]))
        parts.append(match[0].translate(_ENTITIES) if known else _disarmed(match[0].replace("://", f":{_JOINER}//")))
        at = match.end()
    return "".join([*parts, _disarmed(text[at:])])


def _disarmed(text: str) -> str:
    text = _QUOTE.sub("\\1\u203a", text)
    text = _UNDERSCORE.sub("\uff3f", text.translate(_LOOKALIKES))
    text = _EMOJI.sub(f":{_JOINER}", text)
    return _MENTION.sub(f"\\1{_JOINER}", text).translate(_ENTITIES)
