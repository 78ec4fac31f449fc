"""What the platforms say of the tokens: their shape, whether they are taken, what they may do, and what time it is."""

from __future__ import annotations

from datetime import datetime

import aiohttp

from adapters.discord.client import intents
from adapters.doctor.asking import TIMEOUT, Said, asked
from adapters.doctor.findings import Finding, Findings
from adapters.settings import Settings, configured
from adapters.slack.manifest import SCOPES
from bot.clock import Clock
from bot.text import Argument, Message, Raw, Several, Typed

MOST_SECONDS_APART = 60
"""Slack refuses what is five minutes old (docs.slack.dev, verifying requests); a minute is a clock that nobody sets."""

DISCORD = "https://discord.com/api/v10"
PRIVILEGED = {"presences": 1 << 12 | 1 << 13, "members": 1 << 14 | 1 << 15, "message_content": 1 << 18 | 1 << 19}
"""Privileged intents, each with the flags of an application that may use it: the second for fewer than 100 servers.

discord.com/developers/docs/resources/application, Application Flags.
"""


async def platforms(settings: Settings, clock: Clock) -> Findings:
    """Returns what is found of Slack, of Discord, and of this machine's clock beside theirs."""
    set_up = configured(settings)
    if not set_up:
        return (Finding("platforms", Message("doctor-no-platform"), Message("doctor-no-platform-do")),)
    found: list[Finding] = []
    times: list[datetime | None] = []
    async with aiohttp.ClientSession(timeout=TIMEOUT) as session:
        if "slack" in set_up:
            found += await _slack(settings, session, times)
        if "discord" in set_up:
            found += await _discord(settings, session, times)
    heard = [each for each in times if each is not None]
    if heard:
        apart = max(abs((clock.now().at - each).total_seconds()) for each in heard)
        wrong = apart > MOST_SECONDS_APART
        said = Message("doctor-clock", {"seconds": round(apart)})
        found.append(Finding("clock", said, Message("doctor-clock-do") if wrong else None))
    return found


async def _slack(settings: Settings, session: aiohttp.ClientSession, times: list[datetime | None]) -> Findings:
    bot, app = settings.slack_bot_token.get_secret_value(), settings.slack_app_token.get_secret_value()
    found = [
        *([_shaped("slack-token", "SLACK_BOT_TOKEN", bot, "xoxb-")] if bot else []),
        *([_shaped("slack-app-token", "SLACK_APP_TOKEN", app, "xapp-")] if app else []),
    ]
    if not app and not settings.slack_signing_secret.get_secret_value():
        found.append(Finding("slack", Message("doctor-slack-no-way-in"), Message("doctor-slack-no-way-in-do")))
    url = settings.slack_api_url.rstrip("/")
    if bot:
        said = await asked(session, "POST", f"{url}/auth.test", f"Bearer {bot}")
        times.append(said.at)
        if said.body.get("ok"):
            who: dict[str, Argument] = {
                "user": Raw(str(said.body.get("user", ""))), "team": Raw(str(said.body.get("team", "")))
            }  # fmt: skip
            found.append(Finding("slack-access", Message("doctor-slack-taken", who)))
            found.append(_scopes(said))
        else:
            found.append(_refused("slack-access", "SLACK_BOT_TOKEN", said))
    if app:
        said = await asked(session, "POST", f"{url}/apps.connections.open", f"Bearer {app}")
        taken = Finding("slack-sockets", Message("doctor-slack-sockets"))
        found.append(taken if said.body.get("ok") else _refused("slack-sockets", "SLACK_APP_TOKEN", said))
    return found


def _shaped(name: str, setting: str, value: str, start: str) -> Finding:
    if value.startswith(start) and value == value.strip():
        return Finding(name, Message("doctor-token-shape", {"setting": Typed(setting)}))
    said = Message("doctor-token-misshapen", {"setting": Typed(setting), "start": Typed(start)})
    return Finding(name, said, Message("doctor-token-misshapen-do", {"setting": Typed(setting), "start": Typed(start)}))


def _scopes(said: Said) -> Finding:
    granted = {each.strip() for each in said.headers.get("x-oauth-scopes", "").split(",") if each.strip()}
    if not granted:
        return Finding("slack-scopes", Message("doctor-scopes-unsaid"))
    if missing := sorted(SCOPES.keys() - granted):
        names = Several(tuple(Typed(each) for each in missing))
        return Finding("slack-scopes", Message("doctor-scopes-missing", {"scopes": names}), Message("doctor-scopes-do"))
    return Finding("slack-scopes", Message("doctor-scopes", {"count": len(SCOPES)}))


def _refused(name: str, setting: str, said: Said) -> Finding:
    if said.status == 0 or said.status >= 500:
        why = Raw(said.why or f"HTTP {said.status}")
        return Finding(name, Message("doctor-unreachable", {"why": why}), Message("doctor-unreachable-do"))
    code = Raw(str(said.body.get("error") or said.body.get("message") or f"HTTP {said.status}")[:80])
    return Finding(
        name,
        Message("doctor-refused", {"setting": Typed(setting), "code": code}),
        Message("doctor-refused-do", {"setting": Typed(setting)}),
    )


async def _discord(settings: Settings, session: aiohttp.ClientSession, times: list[datetime | None]) -> Findings:
    token = settings.discord_token.get_secret_value()
    setting = Typed("DISCORD_TOKEN")
    if token != token.strip() or " " in token or token.startswith(("xox", "xapp")):
        said = Message("doctor-discord-misshapen", {"setting": setting})
        return [Finding("discord-token", said, Message("doctor-discord-misshapen-do"))]
    url = (settings.discord_api_url or DISCORD).rstrip("/")
    me = await asked(session, "GET", f"{url}/users/@me", f"Bot {token}")
    times.append(me.at)
    if me.status != 200:
        return [_refused("discord-access", "DISCORD_TOKEN", me)]
    who = Raw(str(me.body.get("username", "")))
    found = [Finding("discord-access", Message("doctor-discord-taken", {"user": who}))]
    application = await asked(session, "GET", f"{url}/oauth2/applications/@me", f"Bot {token}")
    found.append(_intents(int(application.body.get("flags") or 0)))
    gateway = await asked(session, "GET", f"{url}/gateway/bot", f"Bot {token}")
    left = int((gateway.body.get("session_start_limit") or {}).get("remaining", 1))
    do = None if left else Message("doctor-discord-starts-do")
    return [*found, Finding("discord-starts", Message("doctor-discord-starts", {"count": left}), do)]


def _intents(flags: int) -> Finding:
    asked_for = intents()
    lacking = [name for name, bits in PRIVILEGED.items() if getattr(asked_for, name) and not flags & bits]
    if lacking:
        names = Several(tuple(Typed(each) for each in lacking))
        said = Message("doctor-intents-missing", {"intents": names})
        return Finding("discord-intents", said, Message("doctor-intents-do"))
    return Finding("discord-intents", Message("doctor-intents"))
