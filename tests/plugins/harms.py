"""Each way in which a row is damaged, as a parameter of tests that stand on `either_url`.

Import `how` into a conftest to use it.
"""

from __future__ import annotations

import pytest

from tests.fakes.damage import HARMS, Harm


@pytest.fixture(params=HARMS)
def how(request: pytest.FixtureRequest, either_url: str) -> Harm:
    name: Harm = request.param
    if name == "no text" and not either_url.startswith("sqlite"):
        pytest.skip("PostgreSQL keeps no text that is none")
    return name
