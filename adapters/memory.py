"""Threads and receipts that last as long as the process: what is said in a terminal is posted nowhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from bot.call import Place
from bot.plan import Plan
from bot.ports import Receipt


class MemoryThreads:
    """The last plan of each thread of this process."""

    def __init__(self) -> None:
        self._plans: dict[tuple[str, Place], Plan] = {}
        self._asked: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def last_plan(self, workspace: str, place: Place) -> Plan | None:
        """Returns the plan that was answered last in a thread, None when there is none."""
        return self._plans.get((workspace, place))

    def remember(self, workspace: str, place: Place, plan: Plan) -> None:
        """Keeps the plan as the thread's last one."""
        if self._plans.get((workspace, place)) != plan:
            self._asked[workspace].update(dict.fromkeys(plan.companies, 1))
        self._plans[workspace, place] = plan

    def most_asked(self, workspace: str) -> Sequence[str]:
        """Returns the companies that a workspace asks about, the most asked for first."""
        return [company for company, _ in self._asked[workspace].most_common()]


class MemoryReceipts:
    """The receipts of this process, the newest of them only: a pipe may ask a million questions."""

    MOST = 1_000

    def __init__(self) -> None:
        self._receipts: dict[tuple[str, str], Receipt] = {}

    def keep(self, workspace: str, receipt: Receipt) -> None:
        """Keeps a receipt, and lets go of the oldest where there are too many."""
        self._receipts[workspace, receipt.id] = receipt
        if len(self._receipts) > self.MOST:
            del self._receipts[next(iter(self._receipts))]

    def find(self, workspace: str, receipt: str) -> Receipt | None:
        """Returns a receipt by its id, None when that workspace has none such."""
        return self._receipts.get((workspace, receipt))
