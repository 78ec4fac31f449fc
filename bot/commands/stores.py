"""The stores that commands speak of and write to, where a house has them: each a port, none where it is missing."""

from __future__ import annotations

from dataclasses import dataclass

from bot.alert_ports import Audit, Digests, Episodes, Programmes, Quietings
from bot.market import Quarantine
from bot.people_ports import Choices, Forgetting, Links, Roles
from bot.ports import Condition, Outbox, Questions, Rules


@dataclass(frozen=True, slots=True)
class Stores:
    """What a conversation reads and what its turns write. `questions` is None where none are kept."""

    rules: Rules | None = None
    outbox: Outbox | None = None
    quarantine: Quarantine | None = None
    questions: Questions | None = None
    condition: Condition | None = None
    episodes: Episodes | None = None
    quietings: Quietings | None = None
    digests: Digests | None = None
    audit: Audit | None = None
    choices: Choices | None = None
    programmes: Programmes | None = None
    roles: Roles | None = None
    links: Links | None = None
    forgetting: Forgetting | None = None
