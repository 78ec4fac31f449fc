"""An event study of one company and one day: abnormal returns by window, their placebo ranks, and what else happened.

It says what the price did around a day and how usual that is for the share. It never says why.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.analysis.abnormal import (
    ESTIMATION,
    WINDOWS,
    Course,
    Method,
    Track,
    Window,
    abnormal_volume,
    cumulative,
    expected,
)
from bot.analysis.event_tests import Sample
from bot.analysis.fans import Fan, fan
from bot.analysis.figures import bar_id
from bot.analysis.moments import Moment
from bot.analysis.placebos import Rank, band, placebo_sums, ranked
from bot.analysis.releases import Release, releases
from bot.days import AsOf, Day
from bot.facts.book import FactBook
from bot.facts.events import Event
from bot.facts.records import Bars

PROXY = ("tencent", "alibaba", "baidu", "meituan")
"""What stands for the market: the equal mean of these, since no index is in the fact base. All are in Hong Kong."""

PEERS: Mapping[str, str] = {"zhipu": "minimax", "minimax": "zhipu"}
"""Whose return is taken off when no peer is named: the twin that was listed a day apart."""

EVER = (Day.of("1900-01-01"), Day.of("2199-12-31"))

NoStudy = Literal["not_listed", "no_prices", "after_last_price", "no_peer", "peer_itself"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a study is asked for: by which method, against whom, estimated from which sessions, in which windows."""

    company: str
    day: Day
    method: Method = "mean"
    peer: str | None = None
    estimation: Window = ESTIMATION
    windows: tuple[Window, ...] = WINDOWS


@dataclass(frozen=True, slots=True)
class Summed:
    """One window by one method: the cumulative abnormal return as a fraction, None where it is not known.

    `rank` and `band` say where it stands among placebo windows and how far nine in ten of these reach.
    """

    window: Window
    total: float | None
    days: tuple[Day, Day] | None
    rank: Rank | None
    band: tuple[float, float] | None
    known: int
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Caution:
    """A reservation about a study: a catalogue term with the window, count or day it speaks of."""

    kind: Literal[
        "day_moved", "window_incomplete", "estimation_short", "estimation_empty", "proxy", "peer_release", "confounded",
        "no_placebo",
    ]  # fmt: skip
    window: Window | None = None
    count: int = 0
    of: int = 0
    day: Day | None = None


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that fell into the days studied: an event of the list, or a release of the company or of its peer."""

    day: AsOf
    company: str
    event: Event | None = None
    release: Release | None = None


@dataclass(frozen=True, slots=True)
class Study:
    """What came out: `day` is the session counted as 0, `n` how many returns the estimation window holds."""

    asked: Asked
    day: Day
    windows: tuple[Summed, ...]
    n: int
    volume: float | None
    volume_claims: tuple[str, ...]
    happened: tuple[Happened, ...]
    cautions: tuple[Caution, ...]
    fan: Fan | None = None


def study(book: FactBook, asked: Asked, moment: Moment) -> Study | NoStudy:
    """Returns a study on the prices known at a moment, or why there is none."""
    found = _track(book, asked.company, moment)
    if isinstance(found, str):
        return found
    bars, track = found
    place = track.place(asked.day)
    if place is None:
        return "after_last_price"
    made = course(book, track, asked, moment)
    if isinstance(made, str):
        return made
    keep_from = {place, *release_places(book, asked.company, track, moment)}
    windows = tuple(_summed(book, bars, track, made, asked, w, place, keep_from) for w in asked.windows)
    before = made.estimated(place, asked.estimation)
    happened = _happened(book, asked, track, place, moment)
    around = bars.sessions[max(0, place - 40) : place + 3]
    volume = abnormal_volume(track, place)
    return Study(
        asked,
        track.days[place],
        windows,
        len(before),
        volume,
        tuple(bar_id(bars.listing, bar) for bar in around) if volume is not None else (),
        happened,
        _cautions(asked, track.days[place], windows, len(before), happened),
        _fan(made, place, windows, asked, keep_from),
    )


def _fan(made: Course, place: int, windows: Sequence[Summed], asked: Asked, keep_from: set[int]) -> Fan | None:
    """The fan over all the windows that are known in full, from the first session to the last."""
    known = [w.window for w in windows if w.total is not None]
    if not known:
        return None
    whole = Window(min(w.first for w in known), max(w.last for w in known))
    return fan(made, place, whole, asked.estimation, keep_from)


def course(book: FactBook, track: Track, asked: Asked, moment: Moment) -> Course | NoStudy:
    """Returns the returns of a share with what a method takes off them, or why there is nothing to take off."""
    returns = track.returns()
    if asked.method in ("raw", "mean"):
        return Course(returns, usual=asked.method == "mean")
    names = references(asked)
    if not names:
        return "no_peer"
    if asked.company in names:
        return "peer_itself"
    tracks = [_track(book, name, moment) for name in names]
    known = [t[1] for t in tracks if not isinstance(t, str)]
    return Course(returns, expected(track, known)) if len(known) == len(names) else "no_prices"


def references(asked: Asked) -> tuple[str, ...]:
    """Returns the companies whose returns a method takes off; none where a peer is needed and none is known."""
    if asked.method == "market":
        return tuple(name for name in PROXY if name != asked.company)
    peer = asked.peer or PEERS.get(asked.company)
    return (peer,) if asked.method == "peer" and peer else ()


def release_places(book: FactBook, company: str, track: Track, moment: Moment) -> tuple[int, ...]:
    """Returns the sessions on which releases of a company could first be sold, as far as there are prices."""
    places = (track.place(r.first_free_day) for r in releases(book, company, *EVER, moment))
    return tuple(place for place in places if place is not None)


def sample(book: FactBook, asked: Asked, window: Window, moment: Moment) -> Sample | None:
    """Returns one event as a member of a cross-section, None where its window is not known in full."""
    found = _track(book, asked.company, moment)
    if isinstance(found, str):
        return None
    place = found[1].place(asked.day)
    made = course(book, found[1], asked, moment)
    if place is None or isinstance(made, str):
        return None
    abnormal = made.abnormal(place, window, asked.estimation)
    return None if abnormal is None else Sample(made.estimated(place, asked.estimation), abnormal)


def _track(book: FactBook, company: str, moment: Moment) -> tuple[Bars, Track] | NoStudy:
    bars = book.bars_of(company)
    if bars is None:
        return "no_prices" if book.listings.get(company) else "not_listed"
    track = Track.of(bars.sessions, moment.last_session(bars.listing))
    return (bars, track) if track.days else "no_prices"


def _summed(
    book: FactBook,
    bars: Bars,
    track: Track,
    made: Course,
    asked: Asked,
    window: Window,
    place: int,
    keep_from: set[int],
) -> Summed:
    total = cumulative(made, place, window, asked.estimation)
    low, high = max(0, place + window.first), min(len(track.days) - 1, place + window.last)
    known = sum(d is not None for d in made.differences()[low : high + 1]) if low <= high else 0
    if total is None:
        return Summed(window, None, (track.days[low], track.days[high]) if low <= high else None, None, None, known, ())
    sums = placebo_sums(made, window, asked.estimation, keep_from)
    days = frozenset(track.days[low - 1 : high + 1]) if low else frozenset(track.days[: high + 1])
    if made.usual:
        days |= frozenset(track.days[max(0, place + asked.estimation.first - 1) : place + asked.estimation.last + 1])
    claims = [bar_id(bars.listing, bar) for bar in bars.sessions if bar.session in days]
    for name in references(asked):
        other = book.bars_of(name)
        claims += [bar_id(other.listing, bar) for bar in other.sessions if bar.session in days] if other else []
    return Summed(
        window, total, (track.days[low], track.days[high]), ranked(total, sums), band(sums), known, tuple(claims)
    )


def _happened(book: FactBook, asked: Asked, track: Track, place: int, moment: Moment) -> tuple[Happened, ...]:
    first = track.days[max(0, place + min(w.first for w in asked.windows))]
    last = track.days[min(len(track.days) - 1, place + max(w.last for w in asked.windows))]
    whose = {asked.company, *(references(asked) if asked.method == "peer" else ())}
    found = [
        Happened(e.day, e.company, event=e)
        for e in book.events
        if e.company in whose and e.day.start <= last and e.day.end >= first and e.day.end <= moment.known_at
    ]
    for company in whose:
        for release in releases(book, company, first, last, moment):
            own = company == asked.company and track.place(release.first_free_day) == place
            if not own and release.first_free_day <= moment.known_at:
                found.append(Happened(AsOf.day(release.first_free_day), company, release=release))
    return tuple(sorted(found, key=lambda h: (h.day.end, h.company, h.event.id if h.event else "")))


def _cautions(
    asked: Asked, day: Day, windows: Sequence[Summed], n: int, happened: Sequence[Happened]
) -> tuple[Caution, ...]:
    found: list[Caution] = []
    if day != asked.day:
        found.append(Caution("day_moved", day=day))
    if asked.method == "market":
        found.append(Caution("proxy"))
    if asked.method == "mean" and not n:
        found.append(Caution("estimation_empty", asked.estimation))
    elif n < asked.estimation.length:
        found.append(Caution("estimation_short", asked.estimation, n, asked.estimation.length))
    for each in windows:
        if each.total is None and each.known < each.window.length:
            found.append(Caution("window_incomplete", each.window, each.known, each.window.length))
        elif each.total is not None and each.rank is None:
            found.append(Caution("no_placebo", each.window))
    found += [
        Caution("peer_release", day=h.day.end) for h in happened if h.release is not None and h.company != asked.company
    ]
    if happened:
        found.append(Caution("confounded", count=len(happened)))
    return tuple(found)
