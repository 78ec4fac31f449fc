"""How far a figure itself may be relied on: whose word it is, whether audited, old or disputed.

How sure the reading of a question is stands elsewhere, in the read-as line; the two are never made one score.
"""

from __future__ import annotations

from typing import Literal

from bot.analysis.figures import Figure
from bot.answers import wording
from bot.answers.scene import Scene
from bot.facts.records import SOURCE_RANK, Claim
from bot.text import Argument, Message

Grade = Literal["high", "medium", "low"]

_OWN_WORD = SOURCE_RANK.index("regulator")
_PRESS = SOURCE_RANK.index("press")


def confidence(found: Figure, scene: Scene, *, stale: bool) -> Message | None:
    """Returns the grade of a figure with its reasons, None where no stored claim stands behind it.

    High is the word of the exchange's filings, the company or a regulator, neither old nor disputed; low is what no
    wire or newspaper stated either, or what another source disputes; anything else is medium. A figure worked out
    from several is as good as the weakest of them.
    """
    claims = {claim.id: claim for group in scene.book.claims.values() for claim in group}
    behind = [claims[i] for i in found.claims if i in claims]
    if not behind:
        return None
    weakest = max(behind, key=lambda claim: (claim.rank, claim.id))
    why: list[Argument] = [Message(f"source-kind-{weakest.source.kind.replace('_', '-')}")]
    if (audit := _audit(found, behind)) is not None:
        why.append(Message(f"confidence-{audit}"))
    if stale:
        why.append(Message("confidence-old"))
    if found.disputes:
        why.append(Message("confidence-disputed"))
    grade = _grade(weakest, stale=stale, disputed=bool(found.disputes))
    return Message(f"confidence-{grade}", {"why": wording.joined(why)})


def _grade(weakest: Claim, *, stale: bool, disputed: bool) -> Grade:
    if weakest.rank > _PRESS or disputed:
        return "low"
    return "medium" if weakest.rank > _OWN_WORD or stale else "high"


def _audit(found: Figure, behind: list[Claim]) -> Literal["audited", "unaudited"] | None:
    """Whether accounts were audited; said of a figure that a period's accounts state, not of a price or a round."""
    if found.formula or any(claim.audited is None for claim in behind):
        return None
    return "audited" if all(claim.audited for claim in behind) else "unaudited"
