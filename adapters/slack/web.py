"""The HTTP way in: signed requests of a bounded size, each taken once, then Bolt."""

from __future__ import annotations

import logging
from collections import OrderedDict

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.signature import Clock as SdkClock
from slack_sdk.signature import SignatureVerifier

from bot.clock import Clock

log = logging.getLogger(__name__)

EVENTS_PATH = "/slack/events"
LARGEST_BODY = 2 * 1024 * 1024
"""Bytes of a request that are read at all. Slack states no limit; a message of its largest size stays far below."""

STALE_SECONDS = 300
"""Age at which a signature is refused: docs.slack.dev/authentication/verifying-requests-from-slack."""

MOST_SIGNATURES = 50_000


class _Seconds(SdkClock):
    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def now(self) -> float:
        return self._clock.now().at.timestamp()


class Gate:
    """Decides which requests are Slack's and new. Holds the signatures of the last minutes in memory.

    A replay that comes after a restart is no new ask either: the ids of deliveries are kept in the database.
    """

    def __init__(self, signing_secret: str, clock: Clock) -> None:
        self._verifier = SignatureVerifier(signing_secret, _Seconds(clock))
        self._clock = clock
        self._taken: OrderedDict[str, float] = OrderedDict()

    def refusal(self, body: bytes, timestamp: str, signature: str) -> str:
        """Returns why a request is refused: forged, stale or replayed; empty when it is let in."""
        # The verifier would break on a timestamp that is no number, on bytes that are no text, on letters beyond ASCII.
        if not timestamp.isascii() or not timestamp.isdigit() or len(timestamp) > 12 or not signature.isascii():
            return "forged"
        now = self._clock.now().at.timestamp()
        if abs(now - int(timestamp)) > STALE_SECONDS:
            return "stale"
        try:
            if not self._verifier.is_valid(body, timestamp, signature):
                return "forged"
        except UnicodeDecodeError:
            return "forged"
        while self._taken and (next(iter(self._taken.values())) < now - 2 * STALE_SECONDS):
            self._taken.popitem(last=False)
        return "replayed" if signature in self._taken else ""

    def taken(self, signature: str) -> None:
        """Remembers the signature of a request that was taken; one that failed may come again with the same."""
        self._taken[signature] = self._clock.now().at.timestamp()
        if len(self._taken) > MOST_SIGNATURES:
            self._taken.popitem(last=False)


def web_app(app: AsyncApp, signing_secret: str, clock: Clock) -> web.Application:
    """Returns the web application that Slack's requests go to. Whoever is refused is told nothing of why."""
    gate = Gate(signing_secret, clock)

    async def events(request: web.Request) -> web.Response:
        # aiohttp answers a body over the limit with 413 while reading, before anything is kept of it.
        body = await request.read()
        signature = request.headers.get("x-slack-signature", "")
        if why := gate.refusal(body, request.headers.get("x-slack-request-timestamp", ""), signature):
            log.info("a request was refused: %s", why)
            return web.json_response({"error": "invalid request"}, status=401)
        try:
            # Bolt reads a form's payload here, which may be no JSON; and fields it looks for may be of another shape.
            asked = AsyncBoltRequest(
                body=body.decode(), query=request.query_string, headers={k: [v] for k, v in request.headers.items()}
            )
            answer = await app.async_dispatch(asked)
        except (ValueError, TypeError, AttributeError, KeyError) as fault:
            log.warning("a signed request could not be read: %s", type(fault).__name__)
            return web.json_response({"error": "unreadable"}, status=400)
        if answer.status < 400:
            gate.taken(signature)
        return await to_aiohttp_response(answer)

    made = web.Application(client_max_size=LARGEST_BODY)
    made.router.add_post(EVENTS_PATH, events)
    return made
