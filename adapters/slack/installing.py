"""Installation by OAuth: many workspaces, each kept with its own token, sealed by the store."""

from __future__ import annotations

import asyncio
import json
import logging
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore

from adapters.slack.api import Api, RefusedError
from adapters.slack.asked import PLATFORM

log = logging.getLogger(__name__)

INSTALL_PATH = "/slack/install"
REDIRECT_PATH = "/slack/oauth_redirect"

ORGANISATION = "organisation"
"""Where an installation names the organisation that it is of as a whole."""

PATIENCE = 0.5
"""Seconds that a look-up of a token may take; Slack waits three for everything."""

MOST_KNOWN = 10_000

_Team = tuple[str | None, str | None]
"""An organisation and a team of it, either of them perhaps none."""

_sdk = logging.getLogger("twinstar.slack.oauth")
_sdk.setLevel(logging.WARNING)


Installed = Callable[[str, str], None]
"""Is told of a team that installed the app and of who did it there; of a whole organisation there is no such team."""


class Installations(Protocol):
    """Installations of teams, as texts. Synchronous: called off the event loop."""

    def keep(self, platform: str, team: str, document: str) -> None:
        """Keeps a team's installation in place of the one before."""
        ...

    def find(self, platform: str, team: str) -> str | None:
        """Returns a team's installation, None when there is none."""
        ...

    def all(self, platform: str) -> Mapping[str, str]:
        """Returns every installation of a platform by its team."""
        ...


class States(Protocol):
    """Proofs that who comes back from Slack's page is who was sent there."""

    def issue(self) -> str:
        """Returns a new proof."""
        ...

    def consume(self, state: str) -> bool:
        """Returns whether a proof is ours, fresh and used for the first time."""
        ...


def teams_of(installations: Installations, organisation: str) -> list[str]:
    """Returns the teams that are noted to be of an organisation which installed the app as one."""
    kept = {team: json.loads(document) for team, document in installations.all(PLATFORM).items()}
    return [team for team, found in kept.items() if found.get(ORGANISATION) == organisation and team != organisation]


class ManyTeams:
    """Authorises each workspace by what its own installation gave.

    Slack waits for that, so where the database takes long what it said last is taken for true.
    """

    def __init__(self, installations: Installations) -> None:
        self._installations = installations
        self._known: OrderedDict[_Team, AuthorizeResult | None] = OrderedDict()
        self._looking: dict[_Team, asyncio.Task[AuthorizeResult | None]] = {}

    async def __call__(self, enterprise: str | None, team: str | None) -> AuthorizeResult | None:
        """Returns the ids and the token of a team's bot, None where the app is not installed."""
        asked = (enterprise, team)
        looking = self._looking.get(asked)
        if looking is None:
            looking = self._looking[asked] = asyncio.create_task(self._found(enterprise, team))
            looking.add_done_callback(lambda task: self._told(asked, task))
        known = self._known.get(asked)
        await asyncio.wait((looking,), timeout=PATIENCE if known else None)
        failed = not looking.done() or looking.exception() is not None
        return known if known and failed else looking.result()

    def _told(self, asked: _Team, task: asyncio.Task[AuthorizeResult | None]) -> None:
        self._looking.pop(asked, None)
        if not task.cancelled() and task.exception() is None:
            self._known[asked] = task.result()
            self._known.move_to_end(asked)
            if len(self._known) > MOST_KNOWN:
                self._known.popitem(last=False)

    async def _found(self, enterprise: str | None, team: str | None) -> AuthorizeResult | None:
        asked = [team, enterprise]
        while asked:
            key = asked.pop(0)
            document = await asyncio.to_thread(self._installations.find, PLATFORM, key) if key else None
            found: dict[str, Any] = json.loads(document) if document is not None else {}
            if ORGANISATION in found and found[ORGANISATION] not in (key, *asked):
                # A delivery knows its team alone, and only what is noted of that says whose token opens it.
                asked.append(found[ORGANISATION])
            if "bot_token" in found:
                return AuthorizeResult(
                    enterprise_id=enterprise,
                    team_id=team,
                    bot_user_id=found["bot_user_id"],
                    bot_id=found["bot_id"],
                    bot_token=found["bot_token"],
                )
        return None


class _Store(AsyncInstallationStore):
    """Hands what the flow got to our own store. No user tokens are asked for, and none are kept."""

    def __init__(self, installations: Installations, installed: Installed) -> None:
        self._installations, self._installed = installations, installed

    @property
    def logger(self) -> logging.Logger:
        return _sdk

    async def async_save(self, installation: Installation) -> None:
        whole = installation.is_enterprise_install
        team = (installation.enterprise_id if whole else installation.team_id) or ""
        document = {
            "bot_token": installation.bot_token,
            "bot_id": installation.bot_id,
            "bot_user_id": installation.bot_user_id,
            "scopes": list(installation.bot_scopes or ()),
            **({ORGANISATION: installation.enterprise_id} if installation.is_enterprise_install else {}),
        }
        await asyncio.to_thread(self._installations.keep, PLATFORM, team, json.dumps(document))
        if whole:
            await asyncio.to_thread(self._keep_noted, team)
        log.warning("Slack team %s installed Twinstar", team)
        if installation.user_id and not whole:
            await asyncio.to_thread(self._installed, team, installation.user_id)

    def _keep_noted(self, organisation: str) -> None:
        """Keeps what is noted of an organisation's teams anew: what their token was refused for goes on by that."""
        for team in teams_of(self._installations, organisation):
            self._installations.keep(PLATFORM, team, json.dumps({ORGANISATION: organisation}))


class _States(AsyncOAuthStateStore):
    def __init__(self, states: States) -> None:
        self._states = states

    @property
    def logger(self) -> logging.Logger:
        return _sdk

    async def async_issue(self, *_args: object, **_more: object) -> str:
        return await asyncio.to_thread(self._states.issue)

    async def async_consume(self, state: str) -> bool:
        return await asyncio.to_thread(self._states.consume, state)


class _Flow(AsyncOAuthFlow):
    """Bolt's flow with an exchange of its own.

    Bolt's logs the code that Slack gave, and sends the client's secret by a part of aiohttp that is going away.
    """

    def __init__(self, api: Api, settings: AsyncOAuthSettings) -> None:
        super().__init__(client=api.client(None), logger=_sdk, settings=settings)
        self._exchange_api = api

    async def run_installation(self, code: str) -> Installation | None:
        arguments = {
            "code": code,
            "client_id": self.settings.client_id,
            "client_secret": self.settings.client_secret,
            **({"redirect_uri": self.settings.redirect_uri} if self.settings.redirect_uri else {}),
        }
        try:
            found = await self._exchange_api.call("", "oauth.v2.access", arguments, form=True)
            token = str(found.get("access_token") or "")
            bot = await self._exchange_api.call(token, "auth.test", {})
        except RefusedError as refused:
            log.warning("an installation failed: %s", refused)
            return None
        return Installation(
            app_id=found.get("app_id"),
            enterprise_id=(found.get("enterprise") or {}).get("id"),
            team_id=(found.get("team") or {}).get("id"),
            bot_token=token,
            bot_id=bot.get("bot_id"),
            bot_user_id=found.get("bot_user_id"),
            bot_scopes=found.get("scope") or "",
            user_id=(found.get("authed_user") or {}).get("id") or "",
            is_enterprise_install=bool(found.get("is_enterprise_install")),
        )


def install_routes(
    api: Api,
    installations: Installations,
    states: States,
    *,
    client_id: str,
    client_secret: str,
    scopes: Sequence[str],
    public_url: str,
    installed: Installed = lambda _team, _user: None,
) -> list[web.RouteDef]:
    """Returns the two pages of an installation: the one that leads to Slack, and the one Slack leads back to."""
    flow = _Flow(
        api,
        AsyncOAuthSettings(
            client_id=client_id,
            client_secret=client_secret,
            scopes=list(scopes),
            user_scopes=[],
            redirect_uri=public_url.rstrip("/") + REDIRECT_PATH if public_url else None,
            install_path=INSTALL_PATH,
            redirect_uri_path=REDIRECT_PATH,
            installation_store=_Store(installations, installed),
            state_store=_States(states),
            logger=_sdk,
        ),
    )

    async def install(request: web.Request) -> web.Response:
        return await to_aiohttp_response(await flow.handle_installation(await to_bolt_request(request)))

    async def back(request: web.Request) -> web.Response:
        answer = await flow.handle_callback(await to_bolt_request(request))
        if answer.status != 200:
            log.warning("an installation was not finished: status %s", answer.status)
        return await to_aiohttp_response(answer)

    return [web.get(INSTALL_PATH, install), web.get(REDIRECT_PATH, back)]
