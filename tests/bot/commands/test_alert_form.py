"""The form of an alert: what it makes can be typed, what can be typed fills it in, and what is wrong stands at its field."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

