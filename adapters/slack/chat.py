"""Slack as a chat that alerts are delivered to: each post carries its key as metadata, by which history is searched.

Slack takes no key that would keep a second post away (slackapi/slack-api-specs#10), so a post without an answer is
looked up once it has settled. No call is repeated here, neither by us nor by the SDK, which is not used for it. Nothing
is ever scheduled: a scheduled message with metadata is never posted (chat.scheduleMessage, known issue).
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import aiohttp

from adapters.deliver.limiter import Limiter
from adapters.deliver.turnstile import MOST_LET, RANK, Waiter
from adapters.slack.api import Api
from adapters.slack.app import Authorize, SingleTeam
from adapters.slack.house import SlackHouse
from adapters.slack.limits_of_posting import PostingLimits
from adapters.slack.refusals import BAD_BLOCKS, NO_LOOKUP, closed
from adapters.slack.render import SlackMessage
from adapters.slack.saying import Saying
from adapters.slack.start import SlackSettings, authorization
from adapters.slack.tables import Step
from bot.answer import Answer
from bot.delivery import ClosedError, Delivery, NotTakenError, UnansweredError, UntoldError
from bot.text import Language

REQUEST_SECONDS = 20
SETTLES = timedelta(seconds=REQUEST_SECONDS + 10)
"""After this an unanswered post is taken not to appear any more. Slack does not say how late it may accept one."""

CLOCKS_APART = 120.0
"""Seconds by which our clock and Slack's may differ; so much earlier a look-up begins."""

EVENT = "twinstar_delivery"
MOST_PAGES = 20

_STEPS: Sequence[tuple[str, Step]] = (("native", "native"), ("monospace", "monospace"), ("bare", "monospace"))

Render = Callable[[Answer, Language, Step], Awaitable[Sequence[SlackMessage]]]
TokenOf = Callable[[str], Awaitable[str | None]]

OWN, OTHERS = (50, 200), (1, 15)
"""Look-ups a minute and messages in each, for an app of one's own and for one that others install."""


@contextlib.asynccontextmanager
async def running_chat(house: SlackHouse, settings: SlackSettings) -> AsyncIterator[SlackChat]:
    """Opens a chat with every team that the app is installed in, over connections of its own."""
    async with Api(settings.api_url) as api:
        authorize = authorization(api, settings)
        a_minute, page = OTHERS if settings.installations is not None else OWN
        saying = Saying(house, api, settings.command)
        yield SlackChat(api, token_of(authorize, settings), saying.rendered, PostingLimits(a_minute), page=page)


def token_of(authorize: Authorize, settings: SlackSettings) -> TokenOf:
    """Returns what finds the token of a team's bot, none where the app is not installed there."""

    async def of(team: str) -> str | None:
        if isinstance(authorize, SingleTeam):
            # A Slack that cannot be asked just now who the bot is must not look like an app that was taken away.
            return settings.bot_token if authorize.team in ("", team) else None
        found = await authorize(None, team)
        return found.bot_token if found else None

    return of


class SlackChat:
    """Posts, edits and finds messages of deliveries in any team that the app is installed in."""

    remembers = timedelta(0)
    one_token = False

    def __init__(
        self,
        api: Api,
        token_of: TokenOf,
        render: Render,
        limits: PostingLimits,
        *,
        page: int = 200,
        steady: Callable[[], float] = time.monotonic,
        seconds: float = REQUEST_SECONDS,
        settles: timedelta = SETTLES,
    ) -> None:
        self.settles = settles
        self._api, self._token_of, self._render, self._limits = api, token_of, render, limits
        self._page, self._steady = page, steady
        self._timeout = aiohttp.ClientTimeout(total=seconds)
        self._limiter = Limiter(steady)
        self._let: dict[str, Waiter] = {}
        self._cursors: dict[str, tuple[str, int, Mapping[int, str]]] = {}

    async def turn(self, delivery: Delivery) -> None:
        """Returns when the team's and the channel's limits let a message go."""
        place = delivery.destination
        gates = self._limits.of_post(place.team, place.channel)
        if len(self._let) > MOST_LET:
            # Of those that were let through and had nothing to post in the end.
            self._let.clear()
        self._let[delivery.key] = await self._limiter.enter(delivery.workspace, RANK[delivery.lane], gates)

    async def post(self, delivery: Delivery, standing: Mapping[int, str]) -> str:
        """Posts what does not stand yet, plainer when Slack refuses the blocks; returns the first message's ts."""
        stands = dict(standing)
        asked = False
        for step, dress in _STEPS:
            messages = await self._render(delivery.document, delivery.language, dress)
            for part in range(len(messages)):
                if part in stands:
                    continue
                message = replace(messages[part], blocks=()) if step == "bare" else messages[part]
                try:
                    if asked:
                        await self.turn(delivery)
                    asked = True
                    stands[part] = await self._one(delivery, part, message)
                except ClosedError as fault:
                    if str(fault).split()[-1] not in BAD_BLOCKS or step == "bare":
                        raise
                    break
                except NotTakenError:
                    if not stands:
                        raise
                    raise UnansweredError("a part stands and the rest was not taken") from None
            else:
                return stands[0]
        raise AssertionError("bare text either stands or raises")

    async def find(self, delivery: Delivery) -> Mapping[int, str]:
        """Returns the parts that stand, by paging back to before the first doubtful attempt.

        Where reading is allowed once a minute alone, a further page is read the next time.
        """
        place, since = delivery.destination, delivery.unanswered_at
        assert since is not None
        cursor, pages, found = self._cursors.pop(delivery.key, ("", 0, {}))
        arguments: dict[str, Any] = {
            "channel": place.channel,
            "oldest": f"{since.at.timestamp() - CLOCKS_APART:.6f}",
            "include_all_metadata": True,
            "limit": self._page,
        }
        thread = delivery.message if delivery.act == "reply" else place.thread
        method = "conversations.replies" if thread else "conversations.history"
        arguments |= {"ts": thread} if thread else {}
        parts = dict(found)
        while pages < MOST_PAGES:
            try:
                gates = self._limits.of_read(place.team)
                let = await self._limiter.enter(delivery.workspace, RANK[delivery.lane], gates)
                asked = {**arguments, **({"cursor": cursor} if cursor else {})}
                page = await self._asked(place.team, method, asked, let)
            except (NotTakenError, UnansweredError):
                self._cursors[delivery.key] = (cursor, pages, parts)
                raise
            except ClosedError as fault:
                if str(fault).split()[-1] in NO_LOOKUP:
                    raise UntoldError(str(fault)) from None
                raise
            parts |= _parts(page, delivery.key)
            cursor = str((page.get("response_metadata") or {}).get("next_cursor") or "")
            pages += 1
            if not cursor or 0 in parts:
                return parts
        raise UntoldError(f"more than {MOST_PAGES} pages of history since then")

    async def _one(self, delivery: Delivery, part: int, message: SlackMessage) -> str:
        place, let = delivery.destination, self._let.pop(delivery.key, None)
        content: dict[str, Any] = {"channel": place.channel, "text": message.text}
        content |= {"blocks": list(message.blocks)} if message.blocks else {}
        content["metadata"] = {"event_type": EVENT, "event_payload": {"key": delivery.key, "part": part}}
        if delivery.act == "edit" and part == 0:
            await self._asked(place.team, "chat.update", {**content, "ts": delivery.message}, let)
            return delivery.message
        thread = delivery.message if delivery.act == "reply" else place.thread
        content |= {"thread_ts": thread} if thread else {}
        content |= {"unfurl_links": False, "unfurl_media": False}
        return str((await self._asked(place.team, "chat.postMessage", content, let))["ts"])

    async def _asked(self, team: str, method: str, arguments: Mapping[str, Any], let: Waiter | None) -> dict[str, Any]:
        """Returns what Slack answered to one request, made once as it was let through."""
        try:
            return await self._answered(team, method, arguments, let)
        except UnansweredError:
            self._limits.given_up(team, reading=_reads(method), now=self._steady())
            raise

    async def _answered(
        self, team: str, method: str, arguments: Mapping[str, Any], let: Waiter | None
    ) -> dict[str, Any]:
        token = await self._token_of(team)
        if token is None:
            raise ClosedError("team_gone", "team")
        reading = _reads(method)
        headers = {"Authorization": f"Bearer {token}"}
        # Reading takes no JSON (docs.slack.dev/apis/web-api: methods with arguments in the query or a form).
        given: dict[str, Any] = {"data": {k: str(v) for k, v in arguments.items()}} if reading else {"json": arguments}
        if let is not None:
            await self._limiter.leave(let)
        began = self._steady()
        try:
            async with self._api.session.post(
                self._api.url + method, headers=headers, timeout=self._timeout, **given
            ) as answer:
                status, retry = answer.status, answer.headers.get("Retry-After", "")
                body: Any = await answer.json(content_type=None) if status == 200 else None
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as fault:
            # ValueError: an answer that cannot be read says nothing about what was done.
            raise UnansweredError(f"{method} {type(fault).__name__}") from None
        if status == 429 or (isinstance(body, dict) and body.get("error") in ("ratelimited", "rate_limited")):
            seconds = self._limits.refused(team, reading=reading, now=self._steady(), seconds=_seconds(retry))
            raise NotTakenError("rate_limited", seconds)
        if not isinstance(body, dict) or (body.get("ok") and not reading and not body.get("ts")):
            raise UnansweredError(f"{method} status {status}")
        self._limits.jitter.note(self._steady() - began)
        self._limits.answered(team, reading=reading)
        if body.get("ok"):
            return body
        raise closed(method, str(body.get("error", "unknown_error")))


def _reads(method: str) -> bool:
    return method.startswith("conversations.")


def _parts(page: Mapping[str, Any], key: str) -> dict[int, str]:
    found = {}
    for message in page.get("messages") or ():
        metadata = message.get("metadata") or {}
        payload = metadata.get("event_payload") or {}
        if metadata.get("event_type") == EVENT and payload.get("key") == key:
            found[int(payload.get("part") or 0)] = str(message["ts"])
    return found


def _seconds(value: str) -> float:
    """Returns what Retry-After says, between one second and an hour; one that says nothing of use counts as one."""
    return min(3600.0, max(1.0, float(value))) if value.isdigit() else 1.0
