"""`python -m adapters.exchange_sessions`: the trading days of exchanges out of a kept library, as files that ship.

The library (exchange_calendars) brings pandas and takes a second to import, so nothing that answers a question loads
it: its holidays and half days are written to data/facts/sessions once, between bounds given explicitly (its own
defaults end a year after the day it is run), and a test holds the files to it.
"""

from __future__ import annotations

import csv
import io
import sys
import warnings
from datetime import date, timedelta
from pathlib import Path

import exchange_calendars

from data import sessions_file
from data.sessions_file import COLUMNS, Bounds


def file_of(venue: str, bounds: Bounds) -> str:
    """Returns the text of an exchange's file: each weekday within the bounds that is no full session."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it uses what the pandas beneath it is about to drop
        calendar = exchange_calendars.get_calendar(venue, start=bounds.first.iso, end=bounds.last.iso)
    sessions = {stamp.date() for stamp in calendar.sessions}
    half = {stamp.date() for stamp in calendar.early_closes}
    late = {stamp.date() for stamp in calendar.late_opens}
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    day: date = bounds.first.date
    while day <= bounds.last.date:
        if day.weekday() < 5 and day not in sessions:
            table.writerow((day.isoformat(), "holiday"))
        elif day in half or day in late:
            table.writerow((day.isoformat(), "half" if day in half else "late"))
        day += timedelta(days=1)
    return out.getvalue()


def write(folder: Path = sessions_file.FOLDER) -> list[str]:
    """Writes the file of every exchange that has days of its own, and returns those that changed."""
    changed = []
    for venue, bounds in sessions_file.read_bounds(folder).items():
        if bounds.same_as:
            continue
        path, text = folder / f"{venue}.csv", file_of(venue, bounds)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            changed.append(venue)
    return changed


if __name__ == "__main__":
    sys.stderr.write(f"sessions written anew: {', '.join(write()) or 'none'}\n")
