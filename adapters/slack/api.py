"""Calls to Slack's Web API and to response addresses: each sent once, again only when Slack did not take it.

slack_sdk's clients repeat a call by themselves when a connection breaks (AsyncConnectionErrorRetryHandler), by which a
message can be posted twice; so they are given no retry handlers here. A 429 was certainly not taken and is repeated.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from types import TracebackType
from typing import Any, Self

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

API_URL = "https://slack.com/api/"
TIMEOUT_SECONDS = 30
MOST_TRIES = 3
LONGEST_WAIT_SECONDS = 60
"""A longer Retry-After is not waited for: whoever asked has gone by then."""

_quiet = logging.getLogger("twinstar.slack.sdk")
# On DEBUG the SDK logs bodies and addresses, response addresses among them, which let anyone who reads them post.
_quiet.setLevel(logging.WARNING)

Wait = Callable[[float], Awaitable[None]]


class RefusedError(Exception):
    """Says that Slack answered with an error. `code` is Slack's own word, such as invalid_blocks.

    Holds nothing of the request, which carries tokens and what people wrote.
    """

    def __init__(self, method: str, code: str, retry_after: int = 0) -> None:
        super().__init__(f"{method}: {code}")
        self.method, self.code, self.retry_after = method, code, retry_after


class UnreachableError(RefusedError):
    """Says that no answer came: the call may or may not have been taken."""

    def __init__(self, method: str, why: str) -> None:
        super().__init__(method, f"unreachable ({why})")


class Api:
    """One HTTP session for all calls; open it with `async with`."""

    def __init__(self, url: str = API_URL, wait: Wait = asyncio.sleep) -> None:
        self.url = url if url.endswith("/") else url + "/"
        self._wait = wait
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        """Opens the session."""
        # A session that is handed to the SDK brings its own timeout; the SDK's setting then counts for nothing.
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=TIMEOUT_SECONDS))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Closes the session."""
        if self._session is not None:
            await self._session.close()

    @property
    def session(self) -> aiohttp.ClientSession:
        """Returns the open session."""
        if self._session is None:
            raise RuntimeError("open the Api with async with")
        return self._session

    def client(self, token: str | None) -> AsyncWebClient:
        """Returns a client of the SDK over the shared session, which never repeats a call."""
        return AsyncWebClient(token, base_url=self.url, session=self._session, retry_handlers=[], logger=_quiet)

    async def call(
        self, token: str, method: str, arguments: Mapping[str, Any], *, form: bool = False
    ) -> dict[str, Any]:
        """Returns what Slack answered to a method of the Web API; raises RefusedError with Slack's word for why not.

        Arguments go as JSON, or as a form for the few methods that take no JSON.
        """

        async def send() -> dict[str, Any]:
            try:
                content: dict[str, Any] = {"data" if form else "json": dict(arguments)}
                answer = await self.client(token or None).api_call(method, **content)
            except SlackApiError as error:
                code = error.response.get("error", "unknown_error")
                raise RefusedError(method, str(code), _seconds(error.response.headers)) from None
            data = answer.data
            return data if isinstance(data, dict) else {}

        answered: dict[str, Any] = await self._sent(method, send)
        return answered

    async def respond(self, address: str, message: Mapping[str, Any]) -> None:
        """Sends a message to a response address; raises RefusedError with Slack's word for why not."""

        async def send() -> None:
            webhook = AsyncWebhookClient(address, session=self._session, retry_handlers=[], logger=_quiet)
            answer = await webhook.send_dict(dict(message))
            if code := _refusal(answer.status_code, answer.body):
                raise RefusedError("response_url", code, _seconds(answer.headers))

        await self._sent("response_url", send)

    async def upload(self, token: str, picture: bytes, name: str, alt: str, channel: str, thread: str = "") -> None:
        """Posts a picture into a channel by Slack's three steps: an address, the bytes, the completion.

        docs.slack.dev/reference/methods/files.getUploadURLExternal takes no JSON, so its arguments go as a form.
        """

        async def address() -> dict[str, Any]:
            try:
                answer = await self.client(token).files_getUploadURLExternal(
                    filename=name, length=len(picture), alt_txt=alt[:1000]
                )
            except SlackApiError as error:
                code = str(error.response.get("error", "unknown_error"))
                raise RefusedError("files.getUploadURLExternal", code, _seconds(error.response.headers)) from None
            return dict(answer.data) if isinstance(answer.data, dict) else {}

        place = await self._sent("files.getUploadURLExternal", address)
        async with self.session.post(place["upload_url"], data=picture) as taken:
            if taken.status != 200:
                raise RefusedError("upload", f"http_{taken.status}")
        whole: dict[str, Any] = {"files": [{"id": place["file_id"], "title": alt[:255]}], "channel_id": channel}
        await self.call(token, "files.completeUploadExternal", {**whole, **({"thread_ts": thread} if thread else {})})

    async def _sent(self, method: str, send: Callable[[], Awaitable[Any]]) -> Any:  # noqa: ANN401  what send returns
        for attempt in range(MOST_TRIES):
            try:
                return await send()
            except RefusedError as refused:
                last = attempt == MOST_TRIES - 1
                if refused.code != "ratelimited" or last or refused.retry_after > LONGEST_WAIT_SECONDS:
                    raise
                await self._wait(refused.retry_after)
            except (aiohttp.ClientError, TimeoutError, OSError) as fault:
                # The text of such an error can hold the address, which for a response address is a secret.
                raise UnreachableError(method, type(fault).__name__) from None
        raise AssertionError("the last try either returns or raises")


def _seconds(headers: Mapping[str, Any]) -> int:
    value = next((v for k, v in headers.items() if k.lower() == "retry-after"), "1")
    return max(1, int(value)) if str(value).isdigit() else 1


def _refusal(status: int, body: str) -> str:
    """A response address answers "ok", JSON with ok and error, or an error's bare word with a status of 4xx or 5xx."""
    if status == 429:
        return "ratelimited"
    if body.startswith("{"):
        try:
            said = json.loads(body)
        except ValueError:
            return "unreadable_answer"
        return "" if said.get("ok") else str(said.get("error", "unknown_error"))
    return "" if status == 200 else (body.strip()[:60] or f"http_{status}")
