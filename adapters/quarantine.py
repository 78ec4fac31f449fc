"""What is kept aside of vendors' prices, and who may let it in: a price counts for everybody, so not just anybody."""

from __future__ import annotations

from collections.abc import Collection

from adapters.console.calls import PLATFORM as TERMINAL
from bot.call import Person
from bot.facts.offers import Quarantined
from data.market_store import MarketStore


class KeptAside:
    """Quarantine over the store. Whoever sits at the terminal may decide, and the people who are named."""

    def __init__(self, store: MarketStore, operators: str = "") -> None:
        """`operators` are ids as in slack:U0123, parted by commas or spaces."""
        self._store = store
        self._operators: Collection[str] = frozenset(operators.replace(",", " ").split())

    def waiting(self) -> tuple[Quarantined, ...]:
        """Returns what is kept aside, the newest first; the newest fifty where there is more."""
        return self._store.quarantined()

    def count(self) -> int:
        """Returns how much is kept aside."""
        return self._store.count_quarantined()

    def may_release(self, person: Person) -> bool:
        """Decides whether a person's word lets a price in."""
        return person.platform == TERMINAL or f"{person.platform}:{person.id}" in self._operators

    def release(self, id: int, person: Person, *, as_split: bool = False) -> bool:
        """Lets one in, as a price or as the first after a split, and returns whether it was still there."""
        return self._store.release(id, f"{person.platform}:{person.id}", as_split=as_split) is not None
