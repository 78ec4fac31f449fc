"""Which pair of a mirror moved first: by its last change of lead, and by how its changes line up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.analysis.leads import FEWEST_CHANGES, Lead, Observed, lead
from bot.analysis.reversals import Reversals, log_ratio, reversals
from bot.analysis.series import Series
from bot.answer import Block, Notice
from bot.answers import wording
from bot.answers.scene import Scene
from bot.days import Day
from bot.quantities import Percent
from bot.text import Argument, Message


def who_went_first(companies: Sequence[str], measure: str, lines: Mapping[str, Series], scene: Scene) -> list[Block]:
    """Returns when each pair last changed its lead and which came first, then lead and lag where the series bear it."""
    pairs = [(lines[a], lines[b]) for a, b in (companies[:2], companies[2:])]
    if any(not one.points or not other.points or one.unit != other.unit for one, other in pairs):
        return [Notice(Message("mirror-lead-no-series"))]
    if any(wording.apart(measure, one, other, scene=scene) is not None for one, other in pairs):
        return [Notice(Message("mirror-lead-not-comparable"))]
    found = [reversals(one, other) for one, other in pairs]
    names = [_pair(one, scene) for one in found]
    blocks: list[Block] = []
    if all(one.changes for one in found):
        blocks.append(Notice(_order(found, names, scene)))
    else:
        blocks += [Notice(_change(one, name, scene)) for one, name in zip(found, names, strict=True)]
    blocks.append(Notice(_lead(lead(_logs(found[0]), _logs(found[1])), names)))
    return blocks


def _pair(found: Reversals, scene: Scene) -> Message:
    return Message("mirror-pair", {"first": scene.name(found.first), "second": scene.name(found.second)})


def _logs(found: Reversals) -> Observed:
    return [
        (p.day.date.toordinal(), float(log_ratio(p))) for p in found.pairs if min(p.first.value, p.second.value) > 0
    ]


def _order(found: Sequence[Reversals], names: Sequence[Message], scene: Scene) -> Message:
    """Between sparse marks a change of lead lies in an interval, so which came first may not be decided."""
    one, other = (_Span.of(reversal) for reversal in found)
    said: dict[str, Argument] = {
        "one": names[0],
        "other": names[1],
        "one_when": one.words,
        "other_when": other.words,
        "one_leader": scene.name(one.leader),
        "other_leader": scene.name(other.leader),
    }
    if one.latest < other.earliest:
        days: dict[str, Argument] = {
            "least": other.earliest.since(one.latest),
            "most": other.latest.since(one.earliest),
        }
        return Message("mirror-changed-first", {**said, **days})
    if other.latest < one.earliest:
        days = {"least": one.earliest.since(other.latest), "most": one.latest.since(other.earliest)}
        return Message("mirror-changed-second", {**said, **days})
    return Message("mirror-changed-untold", said)


@dataclass(frozen=True, slots=True)
class _Span:
    """The days among which the last change of lead of a pair lies: one on daily closes, several between marks."""

    leader: str
    earliest: Day
    latest: Day

    @classmethod
    def of(cls, found: Reversals) -> _Span:
        change = found.changes[-1]
        return cls(change.leader, change.day if found.kind == "daily" else change.after.plus(1), change.day)

    @property
    def words(self) -> Message:
        """Returns the day, or the first and last of the days."""
        if self.earliest == self.latest:
            return Message("mirror-on-day", {"day": self.latest})
        return Message("mirror-between-days", {"start": self.earliest, "end": self.latest})


def _change(found: Reversals, name: Message, scene: Scene) -> Message:
    if found.leader is None:
        return Message("mirror-never-ahead", {"pair": name})
    said: dict[str, Argument] = {"pair": name, "leader": scene.name(found.leader)}
    if not found.changes:
        return Message("mirror-never-changed", {**said, "start": found.pairs[0].day})
    return Message("mirror-changed-once", {**said, "when": _Span.of(found).words})


def _lead(found: Lead, names: Sequence[Message]) -> Message:
    said: dict[str, Argument] = {"one": names[0], "other": names[1]}
    counts: dict[str, Argument] = {"first_changes": found.changes[0], "second_changes": found.changes[1]}
    match found.why:
        case "too_few":
            return Message("mirror-lead-too-few", {**said, **counts, "fewest": FEWEST_CHANGES})
        case "no_movement":
            return Message("mirror-lead-no-movement", said)
        case "chance":
            return Message("mirror-lead-chance", {"chance": Percent(Decimal(str(found.chance))), **said})
    known: dict[str, Argument] = {
        "days": abs(found.days),
        "correlation": wording.in_hundredths(Decimal(str(found.correlation))),
        "chance": Percent(Decimal(str(found.chance))),
    }
    if found.days == 0:
        return Message("mirror-lead-together", {**said, **known})
    if found.days < 0:
        said = {"one": names[1], "other": names[0]}
    return Message("mirror-lead", {**said, **known})
