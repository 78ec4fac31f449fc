"""Follow-ups that turn the last question over or ask for its next detail, where they are more than an edit of it."""

from __future__ import annotations

import re

from bot.plan import Plan
from bot.questions.scenarios import holders_of
from bot.questions.sentence import Sentence

_FLIP = re.compile(
    r"(?<!\w)(?:flip|flipped|invert(?:ed)?|revers(?:e|ed)|swap(?:ped)?|switch(?:ed)?|upside down|vice versa|"
    r"turn (?:it|that) (?:round|around|over)"
    r"|(?:the )?other way (?:a?round)|back to front|bottom up|opposite(?: order| way)?)(?!\w)"
    r"|反过来|倒过来|颠倒|反着|倒着|调个个|调过来|换过来|倒序|反序|对调|掉个头|反一下|倒一下"
)
_ALSO = re.compile(
    r"(?<!\w)(?:as well|too|also|likewise|ditto|same (?:for|with|thing)|do the same|ditto for|idem|and for)(?!\w)"
    r"|也(?:这么|这样|照|一样|算|来|同样|加|看|给|做|是这|说)|照样|同样|一并|照此|依样|同理|一块儿?|顺带"
)
_ANOTHER = re.compile(
    r"(?<!\w)(?:its|the|their|that one's|the other|older|younger|elder|big|little|kid) (?:\w+ )?"
    r"(?:sibling|twin|counterpart|brother|sister|rival|cousin|opposite number|other half|peer|stablemate|"
    r"companion)(?!\w)"
    r"|(?:它|他|她)的?(?:对手|老对手|兄弟|姐妹|孪生|死对头|对家|老冤家|同门)"
)
_DATE = re.compile(r"(?<!\w)(?:date|dates|day|when)(?!\w)|日期|日子|哪天|几号|时间")
_LASTED = re.compile(
    r"(?<!\w)(?:stick|stuck|last|lasted|hold|held|stay|stayed|endure|permanent|for good|back|again|since|"
    r"still)(?!\w)|坐稳|守住|保住|稳住|后来|又|还"
)
_STAFF = re.compile(
    r"(?<!\w)(?:staff|employees?|esop|platform|founders?|vcs?|state|cornerstones?|strategic)(?!\w)|员工|创始人|基石|国资|风投|战投|高管"
)
_MOST_WORDS = 11


def is_said_too(s: Sentence) -> bool:
    """Decides whether a company is only to be treated as the last one was: Mistral as well, 百度也这么算一下."""
    return bool(s.companies) and not s.measures and s.size <= _MOST_WORDS and _ALSO.search(s.text.lower()) is not None


def is_of_the_other(s: Sentence) -> bool:
    """Decides whether the other of a pair is meant by its kinship: same for its older sibling."""
    return not s.companies and s.size <= _MOST_WORDS and _ANOTHER.search(s.text.lower()) is not None


def turned(s: Sentence, last: Plan) -> Plan | None:
    """Returns the last question turned over or taken on by what a short follow-up says, None where it does neither."""
    if s.companies or s.subjects.group or s.size > _MOST_WORDS or s.amount("money", "percent", "times"):
        return None
    if _FLIP.search(s.text.lower()):
        return _flipped(s, last)
    if (
        last.operation == "reversals"
        and not s.measures
        and s.has("PRONOUN", "HOW_LONG")
        and _LASTED.search(s.text.lower())
    ):
        return last
    return _of_release(s, last) if last.operation in ("unlocks", "overhang") else None


def _flipped(s: Sentence, last: Plan) -> Plan | None:
    measures = tuple(m for m in s.measure_keys if m not in last.measures)
    when = s.when if s.when not in (None, "today") else last.when
    if last.operation in ("ratio", "difference") and len(last.companies) == 2 and not measures:
        return last.with_changes(companies=tuple(reversed(last.companies)), when=when)
    if last.operation in ("ratio", "difference") and len(last.measures) == 2 and not measures:
        return last.with_changes(measures=tuple(reversed(last.measures)), when=when)
    if last.operation == "rank":
        way = "lowest" if last.direction == "highest" else "highest"
        return last.with_changes(direction=way, measures=measures or last.measures, when=when)
    return None


def _of_release(s: Sentence, last: Plan) -> Plan | None:
    """A further detail of the release last asked about: its date, its share of the company, one kind of holder."""
    if s.measures and set(s.measure_keys) - {"employees"}:
        return None
    if s.has("RATIO", "OF_MARKET") and (s.has("HOW_MUCH") or "slice" in s.text or "share" in s.text or "占" in s.text):
        parts = ("unlock_value", "market_value") if last.operation == "overhang" else ("unlock_ratio",)
        return last.with_changes(measures=parts)
    if _STAFF.search(s.text.lower()) and not s.has("HOW_MUCH"):
        holders = holders_of(s)
        return (
            last.with_changes(operation="unlocks")
            if holders is None
            else _with(last, dict(last.params) | {"holders": holders})
        )
    if _DATE.search(s.text.lower()) and not s.has("WHEN"):
        return last.with_changes(operation="unlocks", measures=("unlock_date",), direction=None)
    return None


def _with(last: Plan, params: dict[str, object]) -> Plan:
    return last.with_changes(params=tuple(sorted(params.items())))
