"""Follow-ups that treat another as the last one was, or ask how the lead last asked about lasted."""

from __future__ import annotations

import re

from bot.plan import Plan
from bot.questions.sentence import Sentence

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
_LASTED = re.compile(
    r"(?<!\w)(?:stick|stuck|last|lasted|hold|held|stay|stayed|endure|permanent|for good|back|again|since|"
    r"still)(?!\w)|坐稳|守住|保住|稳住|后来|又|还"
)
_MOST_WORDS = 11


def is_said_too(s: Sentence) -> bool:
    """Decides whether a company is only to be treated as the last one was: Mistral as well, 百度也这么算一下."""
    return bool(s.companies) and not s.measures and s.size <= _MOST_WORDS and _ALSO.search(s.text.lower()) is not None


def is_of_the_other(s: Sentence) -> bool:
    """Decides whether the other of a pair is meant by its kinship: same for its older sibling."""
    return not s.companies and s.size <= _MOST_WORDS and _ANOTHER.search(s.text.lower()) is not None


def turned(s: Sentence, last: Plan) -> Plan | None:
    """Returns the lead last asked about where it is asked how it lasted, None where nothing of it is."""
    if s.companies or s.subjects.group or s.size > _MOST_WORDS or s.amounts:
        return None
    lasted = last.operation == "reversals" and not s.measures and s.has("PRONOUN", "HOW_LONG")
    return last if lasted and _LASTED.search(s.text.lower()) else None
