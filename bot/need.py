"""What a change needs of whoever makes it."""

from __future__ import annotations

from typing import Literal

Need = Literal["view", "respond", "edit", "administer"]
"""To look, and to change what is one's own; to take up an alert; to change what others are told; to say who may."""
