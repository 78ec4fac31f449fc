"""The Bolt app: authorisation from what is installed, one listener for each kind, and a way in for each connection."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult

from adapters.background import Background
from adapters.slack.api import Api, RefusedError, UnreachableError
from adapters.slack.house import SlackHouse
from adapters.slack.listeners import Listeners
from adapters.slack.organisations import Organisations
from bot.errors import ProblemError
from bot.text import Message, Raw

log = logging.getLogger("twinstar.slack.bolt")
# Bolt logs whole bodies, response addresses among them, when it is asked to say more; its warnings quote requests, and
# complain of a SLACK_BOT_TOKEN in the environment that we hand over ourselves.
log.setLevel(logging.ERROR)

Authorize = Callable[[str | None, str | None], Awaitable[AuthorizeResult | None]]


def slack_app(
    house: SlackHouse,
    api: Api,
    background: Background,
    authorize: Authorize,
    command: str,
    organisations: Organisations | None = None,
) -> AsyncApp:
    """Returns the app. Signatures are checked before it (adapters.slack.web), over the raw bytes and by our clock."""

    # Bolt finds these arguments by their names and takes None for not installed, whatever its annotation says.
    async def authorized(enterprise_id: str | None, team_id: str | None) -> Any:  # noqa: ANN401
        return await authorize(enterprise_id, team_id)

    app = AsyncApp(
        logger=log,
        name="twinstar",
        client=api.client(None),
        authorize=authorized,
        process_before_response=True,
        request_verification_enabled=False,
        ssl_check_enabled=True,
        attaching_function_token_enabled=False,
    )
    Listeners(house, api, background, command, organisations).register(app)
    return app


class SingleTeam:
    """Authorises one workspace by the token of its bot; who the bot is, is asked once."""

    def __init__(self, api: Api, token: str) -> None:
        self._api, self._token = api, token
        self._known: AuthorizeResult | None = None

    @property
    def team(self) -> str:
        """Returns the workspace's id, empty as long as Slack could not be asked."""
        return (self._known.team_id or "") if self._known is not None else ""

    async def known(self) -> None:
        """Asks who the bot is, later again where no answer comes; raises ProblemError when Slack refuses the token."""
        try:
            found = await self._api.call(self._token, "auth.test", {})
        except UnreachableError as fault:
            log.warning("Slack could not be asked who the bot is: %s", fault)
        except RefusedError as refused:
            raise ProblemError(Message("slack-refused", {"code": Raw(refused.code)})) from None
        else:
            self._known = AuthorizeResult(
                enterprise_id=found.get("enterprise_id"),
                team_id=found.get("team_id"),
                bot_user_id=found.get("user_id"),
                bot_id=found.get("bot_id"),
                bot_token=self._token,
            )

    async def __call__(self, enterprise: str | None, team: str | None) -> AuthorizeResult | None:
        """Returns the bot's own ids, None when Slack refuses the token or the request is of another workspace."""
        if self._known is None:
            try:
                await self.known()
            except ProblemError:
                log.error("SLACK_BOT_TOKEN was refused")
        if self._known is None:
            return None
        if team and self._known.team_id and team != self._known.team_id:
            return None
        return self._known
