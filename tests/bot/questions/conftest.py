from __future__ import annotations

import pytest

from bot.questions.names import Names
from bot.questions.understanding import Reader
from data.fact_store import FactStore
from tests.bot.questions.labelled import Hearing


@pytest.fixture(scope="session")
def hearing(facts: FactStore, names: Names) -> Hearing:
    return Hearing(Reader(names), facts)
