"""Proofs for a browser that goes to another site and comes back: nothing is stored until one is used."""

from __future__ import annotations

import secrets

from bot.clock import Clock
from data.installation_store import Seal
from data.seen_store import SeenStore

LIFE_SECONDS = 600


class StateStore:
    """Issues proofs that are ours, live for ten minutes, and are taken once."""

    def __init__(self, seal: Seal, seen: SeenStore, clock: Clock) -> None:
        self._seal, self._seen, self._clock = seal, seen, clock

    def issue(self) -> str:
        """Returns a new proof: random, with its time, sealed."""
        return self._seal.sealed(f"{self._now()}:{secrets.token_urlsafe(16)}")

    def consume(self, state: str) -> bool:
        """Returns whether a proof is ours, fresh and used for the first time."""
        opened = self._seal.opened(state) if state else None
        issued, colon, _ = (opened or "").partition(":")
        if not colon or not issued.isdigit() or not 0 <= self._now() - int(issued) <= LIFE_SECONDS:
            return False
        return self._seen.claim("state", "", opened or "")

    def _now(self) -> int:
        return int(self._clock.now().at.timestamp())
