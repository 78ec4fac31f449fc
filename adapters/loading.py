"""Loading modules without looking for garbage among them."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def loading() -> Iterator[None]:
    """Holds the search for garbage while a block imports, and leaves what was loaded out of every later search.

    Modules stay as long as the process does. Python would look through all of them again and again while they come in,
    a sixth of a start, and then in every full search of a running bot (docs.python.org/3/library/gc.html#gc.freeze).
    """
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if searching:
            gc.enable()
