"""The form of an alert: what it makes can be typed, what can be typed fills it in, and errors stand at their field."""

from __future__ import annotations


