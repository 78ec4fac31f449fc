"""Welcoming a team once: the message goes through the outbox, whose keys keep a second one away for good."""

from __future__ import annotations

from bot.alert_ports import Episodes
from bot.call import Person, Place
from bot.clock import Clock
from bot.commands.welcome import welcome
from bot.delivery import Delivery, delivery_key
from bot.ports import Settings
from bot.text import Language


class Welcoming:
    """Puts the message that follows an installation on its way. Synchronous: called off the event loop."""

    def __init__(self, settings: Settings, episodes: Episodes, clock: Clock) -> None:
        self._settings, self._episodes, self._clock = settings, episodes, clock

    def welcome(self, team: Place, where: Place, by: Person, language: Language) -> None:
        """Welcomes a team where it is to be read, unless that was ever done, there or anywhere else.

        `team` is the place that stands for all of it. After the team has left and everything of it was deleted, an
        installation is its first again.
        """
        workspace = self._settings.workspace_of(team, by)
        now = self._clock.now()
        key = f"welcome:{team.platform}:{team.team}"
        delivery = Delivery(
            # Made of the team and not of where it goes: the key is what lets only the first one in.
            key=delivery_key(key, workspace, Place(team.platform, team.team, ""), "post", 1),
            alert=key,
            workspace=workspace,
            rule="",
            destination=where,
            lane="notice",
            act="post",
            document=welcome(language),
            language=language,
            due_at=now,
            next_attempt_at=now,
            episode=key,
        )
        self._episodes.tell(workspace, (delivery,))
