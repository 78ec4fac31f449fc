"""Discord as a chat that alerts are delivered to.

The delivery's key is the message's nonce, which Discord keeps from being posted twice for some minutes; discord.py's
own nonce is random and does not survive a restart. Past those minutes the message is looked up in the channel's
history. The nonce is not in it, but the ids of components are, so the key is there too, unseen.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp

from adapters.deliver.limiter import Limiter
from adapters.deliver.turnstile import MOST_LET, RANK, Waiter
from adapters.discord.limits import COMPONENTS_V2
from adapters.discord.limits_of_posting import PostingLimits
from adapters.discord.render import DiscordMessage, Step, render
from bot.answer import Answer
from bot.call import Place
from bot.delivery import ClosedError, Delivery, NotTakenError, Reach, UnansweredError, UntoldError, Why
from bot.text import Language
from bot.words.writer import Writer

API_URL = "https://discord.com/api/v10"
REQUEST_SECONDS = 20

REMEMBERS = timedelta(seconds=120)
"""For how long a nonce is relied upon. Discord says "the past few minutes" (resources/message#create-message) and not
how many; two are the fewest, out of which a post gets the time that it may take to be accepted."""

SETTLES = timedelta(seconds=REQUEST_SECONDS + 10)

CLOCKS_APART = timedelta(seconds=120)
"""By how much our clock and Discord's may differ; so much earlier a look-up begins."""

PAGE, MOST_PAGES = 100, 20
"""Messages of one look-up, Discord's most, and how many of those are read before nobody can tell."""

_EPOCH = datetime(2015, 1, 1, tzinfo=UTC)
"""Ids of messages count milliseconds from here: discord.com/developers/docs/reference#snowflakes."""

_UNKNOWN_MESSAGE = 10008

_STEPS: tuple[Step, ...] = ("layout", "embed")
"""Plain text alone would have nowhere to carry its key."""

_MARK_URL = "https://discord.com/#"
"""An embed's address, which without a title is not shown."""

_MEANT: Mapping[int, tuple[Why, Reach]] = {
    10003: ("channel_gone", "channel"),
    10004: ("team_gone", "team"),
    50001: ("forbidden", "channel"),
    50007: ("forbidden", "channel"),
    50013: ("forbidden", "channel"),
    50083: ("channel_archived", "channel"),
    160005: ("channel_archived", "channel"),
    _UNKNOWN_MESSAGE: ("nothing_to_edit", "delivery"),
}
"""discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes: unknown channel and server, no
access, closed inbox, no permission, archived and locked thread, unknown message."""


class DiscordChat:
    """Posts, edits and finds messages of deliveries in any channel that the bot can see.

    Over HTTP of its own: discord.py would repeat requests by itself and hold back answers to commands while it waits.
    """

    one_token = True

    def __init__(
        self,
        session: aiohttp.ClientSession,
        token: str,
        writer_of: Callable[[Language], Writer],
        limits: PostingLimits,
        *,
        url: str = API_URL,
        limiter: Limiter | None = None,
        steady: Callable[[], float] = time.monotonic,
        seconds: float = REQUEST_SECONDS,
        settles: timedelta = SETTLES,
        remembers: timedelta = REMEMBERS,
    ) -> None:
        self.settles, self.remembers = settles, remembers
        self._session, self._token, self._writer_of, self._limits = session, token, writer_of, limits
        self._url, self._steady = (url or API_URL).rstrip("/"), steady
        self._timeout = aiohttp.ClientTimeout(total=seconds)
        # One with nobody in line is false by its length.
        self._limiter = Limiter(steady) if limiter is None else limiter
        self._let: dict[str, Waiter] = {}
        self._rendered: tuple[Answer, Language, Step, Sequence[DiscordMessage]] | None = None

    async def turn(self, delivery: Delivery) -> None:
        """Returns when the bot's and the channel's limits let a message go."""
        if len(self._let) > MOST_LET:
            # Of those that were let through and had nothing to post in the end.
            self._let.clear()
        self._let[delivery.key] = await self._enter(delivery, "PATCH" if delivery.act == "edit" else "POST")

    async def post(self, delivery: Delivery, standing: Mapping[int, str]) -> str:
        """Posts what does not stand yet, plainer when Discord refuses the form; returns the first message's id.

        Empty where the message stood and was deleted by somebody since: Discord says so of a nonce it knows.
        """
        stands = dict(standing)
        asked = False
        for step in _STEPS:
            messages = self._messages(delivery.document, delivery.language, step)
            for part in range(len(messages)):
                if part in stands:
                    continue
                try:
                    if asked:
                        await self.turn(delivery)
                    asked = True
                    stands[part] = await self._one(delivery, part, messages[part])
                except ClosedError as fault:
                    if fault.why != "refused" or step == _STEPS[-1]:
                        raise
                    break
                except NotTakenError:
                    if not stands:
                        raise
                    raise UnansweredError("a part stands and the rest was not taken") from None
            else:
                return stands[0]
        raise AssertionError("the last form either stands or raises")

    async def find(self, delivery: Delivery) -> Mapping[int, str]:
        """Returns the parts that stand, by reading on from before the first doubtful attempt.

        A channel that shows nothing at all may be one whose history the bot may not read: the two look the same.
        """
        assert delivery.unanswered_at is not None
        channel, parts = _channel(delivery.destination), dict[int, str]()
        after = _snowflake(delivery.unanswered_at.at - CLOCKS_APART)
        path = f"/channels/{channel}/messages"
        for _ in range(MOST_PAGES):
            query = {"after": str(after), "limit": str(PAGE)}
            page = await self._asked("GET", path, channel, await self._enter(delivery, "GET"), query=query)
            if not page:
                break
            for message in page:
                parts |= _part(message, delivery.key)
            after = max(int(message["id"]) for message in page)
            if 0 in parts:
                return parts
            if len(page) < PAGE:
                return parts
        else:
            raise UntoldError(f"more than {MOST_PAGES * PAGE} messages since then")
        if not await self._asked("GET", path, channel, await self._enter(delivery, "GET"), query={"limit": "1"}):
            raise UntoldError("the channel shows no history")
        return parts

    def _messages(self, document: Answer, language: Language, step: Step) -> Sequence[DiscordMessage]:
        """Returns a document as messages; those of the last one are kept, since a fan-out is one document."""
        kept = self._rendered
        if kept is None or kept[0] is not document or kept[1:3] != (language, step):
            kept = self._rendered = (document, language, step, render(document, self._writer_of(language), step))
        return kept[3]

    async def _one(self, delivery: Delivery, part: int, message: DiscordMessage) -> str:
        channel = _channel(delivery.destination)
        path = f"/channels/{channel}/messages"
        body, let = _marked(message, delivery.key, part), self._let.pop(delivery.key, None)
        if delivery.act == "edit" and part == 0:
            content: dict[str, Any] = {} if body.get("flags", 0) & COMPONENTS_V2 else {"content": None, "embeds": []}
            await self._asked("PATCH", f"{path}/{delivery.message}", channel, let, {**content, **body})
            return delivery.message
        body |= {"nonce": _nonce(delivery.key, part), "enforce_nonce": True}
        if delivery.act == "reply" and delivery.message:
            body["message_reference"] = {"message_id": delivery.message, "fail_if_not_exists": False}
        try:
            return str((await self._asked("POST", path, channel, let, body))["id"])
        except ClosedError as fault:
            if fault.why == "nothing_to_edit":
                return ""
            raise

    async def _enter(self, delivery: Delivery, method: str) -> Waiter:
        gates = self._limits.gates(_channel(delivery.destination), method)
        return await self._limiter.enter(delivery.workspace, RANK[delivery.lane], gates)

    async def _asked(
        self,
        method: str,
        path: str,
        channel: str,
        let: Waiter | None,
        body: Mapping[str, Any] | None = None,
        query: Mapping[str, str] | None = None,
    ) -> Any:  # noqa: ANN401  JSON is what it is
        """Returns what Discord answered to one request, made once as it was let through."""
        try:
            return await self._answered(method, path, channel, let, body, query)
        except UnansweredError:
            self._limits.given_up(channel, method, self._steady())
            raise

    async def _answered(
        self,
        method: str,
        path: str,
        channel: str,
        let: Waiter | None,
        body: Mapping[str, Any] | None,
        query: Mapping[str, str] | None,
    ) -> Any:  # noqa: ANN401  JSON is what it is
        headers = {"Authorization": f"Bot {self._token}", "User-Agent": "DiscordBot (twinstar, 1)"}
        if let is not None:
            await self._limiter.leave(let)
        began = self._steady()
        try:
            async with self._session.request(
                method, self._url + path, json=body, params=query, headers=headers, timeout=self._timeout
            ) as answer:
                status, told = answer.status, answer.headers
                # What stands in front of Discord refuses in HTML, which is as clear as any refusal.
                readable = status != 204 and (status != 429 or "json" in told.get("Content-Type", ""))
                said: Any = await answer.json(content_type=None) if readable else None if status == 429 else {}
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as fault:
            raise UnansweredError(f"{method} {type(fault).__name__}") from None
        now = self._steady()
        if status == 429:
            raise NotTakenError("rate_limited", self._refused(said, told, channel, method))
        if status >= 500:
            raise UnansweredError(f"{method} status {status}")
        self._limits.jitter.note(now - began)
        self._limits.granted(channel, method, told, now)
        if status < 300:
            if method == "POST" and not (isinstance(said, dict) and said.get("id")):
                raise UnansweredError(f"{method} without an id")
            return said
        raise _closed(status, said if isinstance(said, dict) else {})

    def _refused(self, said: object, told: Mapping[str, str], channel: str, method: str) -> float:
        now = self._steady()
        value = said.get("retry_after") if isinstance(said, dict) else told.get("Retry-After")
        try:
            seconds = min(3600.0, max(0.5, float(value or 1.0)))
        except (TypeError, ValueError):
            seconds = 1.0
        everywhere = (isinstance(said, dict) and said.get("global")) or "X-RateLimit-Global" in told
        if everywhere or not isinstance(said, dict):
            # A refusal that is no JSON comes from Cloudflare and goes for the whole address.
            return self._limits.refused(now, seconds)
        return self._limits.refused_by(channel, method, now, seconds)


def _closed(status: int, said: Mapping[str, Any]) -> ClosedError:
    code = int(said.get("code") or 0)
    if status == 401:
        return ClosedError("token_refused", "team", "401")
    why, reach = _MEANT.get(code, ("forbidden", "channel") if status == 403 else ("refused", "delivery"))
    return ClosedError(why, reach, f"{status} {code}")


def _channel(place: Place) -> str:
    return place.thread or place.channel


def _nonce(key: str, part: int) -> str:
    """At most 25 characters: a key has 24, and more than ten parts share what the last of them says."""
    return key if part == 0 else f"{key}{part % 10}"


def _snowflake(at: datetime) -> int:
    return max(0, int((at - _EPOCH) / timedelta(milliseconds=1))) << 22


def _marks(key: str, part: int) -> tuple[int, int]:
    """Returns two ids of components, which are numbers of 32 bits, that say which part of which delivery this is."""
    digest = hashlib.sha256(f"{key}:{part}".encode()).digest()
    # Discord numbers the others from 1 on; these stay clear of them and within a signed number.
    first, second = (int.from_bytes(digest[n : n + 4], "big") % 2_000_000_000 + 1_000_000 for n in (0, 4))
    return first, second + (first == second)


def _marked(message: DiscordMessage, key: str, part: int) -> dict[str, Any]:
    """Returns a message's body with its key where history shows it: the ids of components, or an embed's address."""
    body = dict(message.body)
    if body.get("flags", 0) & COMPONENTS_V2:
        outer, inner = _marks(key, part)
        first, *rest = body["components"]
        child, *others = first["components"]
        body["components"] = [{**first, "id": outer, "components": [{**child, "id": inner}, *others]}, *rest]
    elif body.get("embeds"):
        first, *rest = body["embeds"]
        body["embeds"] = [{**first, "url": f"{_MARK_URL}{key}.{part}"}, *rest]
    return body


def _part(message: Mapping[str, Any], key: str) -> dict[int, str]:
    """Returns the part that a message of the history is, none for any other message."""
    url = next((str(each.get("url") or "") for each in message.get("embeds") or ()), "")
    outer: Mapping[str, Any] = next(iter(message.get("components") or ()), {})
    inner: Mapping[str, Any] = next(iter(outer.get("components") or ()), {})
    ids = (outer.get("id"), inner.get("id"))
    id = str(message["id"])
    return {part: id for part in range(10) if ids == _marks(key, part) or url == f"{_MARK_URL}{key}.{part}"}
