"""Follow-ups that only edit the last question: flip it, chuck one in, take one out, the same for another, halved."""

from __future__ import annotations

import re

from bot.plan import Plan
from bot.questions.amounts import SMALL_NUMBERS, han_number
from bot.questions.edits_of_scenarios import edited_scenario
from bot.questions.groups import COUNTERPART
from bot.questions.kinds_of_holders import holders_of
from bot.questions.released import WHO
from bot.questions.sentence import Sentence

_LONGEST = 14
"""In words; a longer sentence asks something of its own."""
_HARMLESS = frozenset({"unknown_metric", "off_topic"})
"""What a sentence by itself may seem to ask that an edit of the last question does not."""

_FLIP = re.compile(
    r"(?<!\w)(?:(?:flip|reverse|invert|turn|swap|switch) (?:it|that|them|those|this|the (?:order|list|sort"
    r"|two|sides|pair|ratio))"
    r"(?: (?:round|around|over|upside down|on its head|please))?|upside down|the other way (?:round|around)"
    r"|other way round|vice versa|(?:the )?(?:inverse|reciprocal)|swap (?:sides|places|roles)"
    r"|reversed?|inverted?|flipped|swapped|switched|in reverse|bottom up"
    r"|shoe on the other foot|from the other end|back to front|opposite (?:order|direction|way)"
    r"|(?:the )?other end)(?!\w)"
    r"|倒过来|反过来|反着|颠倒|调个个|对调|掉个头|倒着|倒序|逆序|反转一下|翻过来|换个方向|倒个个|反一下|调过来|换过来|倒一下"
)
_ADDS = re.compile(
    r"(?<!\w)(?:chuck|throw|toss|add|include|bring|pop|put|stick|slot|squeeze|count|rope|fold|work|let|get|plug|lump"
    r"|load|drag|pull)(?!\w)"
    r"|加进|加上|加入|也加|再加|带上|算上|拉进|放进|添上|添|捎上|凑上|并上|把|也放|拉上|搭上|叫上"
)
_ADDS_AFTER = re.compile(
    r"^[^,.;，。；]{0,4}?(?:(?<!\w)(?:in|into|on|to|as well|too|also|on top|alongside|joins?|goes in)(?!\w)"
    r"|也?(?:加|添|并|(?:算|拉|放|带|凑)(?:进|上|入|到)))"
)
_DROPS = re.compile(
    r"(?<!\w)(?:lose|drop|ditch|remove|kick|leave|take|cut|scrap|without|minus|skip|forget|strike|bin|axe|chuck out"
    r"|throw out|delete|exclude|toss out|get rid of|no more|less|never mind)(?: out)?(?!\w)[^,;，；]{0,6}$"
    r"|(?:拿掉|去掉|踢掉|踢出|剔除|剔掉|删掉|删除|扔掉|不要|除掉|撇开|抛开|先不看|不算|拿走|划掉|去除|刨掉|撇掉|除去)的?$"
)
_DROPS_AFTER = re.compile(
    r"^[^,.;，。；]{0,4}?(?:(?<!\w)(?:out|off|away|aside|goes|gone|dropped|excluded|removed|left out)(?!\w)"
    r"|拿掉|去掉|踢掉|踢出|剔除|剔掉|删掉|删除|扔掉|不要|除掉|撇开|抛开|先不看|不算|拿走|划掉|出局|刨掉|撇掉|除外)"
)
_SWAP = re.compile(
    r"(?<!\w)(?:swap|replace|trade|switch|exchange|instead of|rather than|in place of)(?!\w)|换成|换为|替换|改成"
)
_SAME = re.compile(
    r"(?<!\w)(?:ditto|likewise|same|so too|as for|how about|what about|over to|now do|do|run|try|give me|show me"
    r"|repeat|again)(?!\w)"
    r"|也(?:这么|这样|同样|给|来|算|看|查|问|按|照)|同样|照样|照此|同问|依样|再来|一样(?:的)?(?:给|问|来|算|查)"
)
_OTHER_OF_PAIR = re.compile(
    r"(?<!\w)(?:(?:older|younger|elder|big|little|kid|other|twin) )?(?:sibling|brother|sister|twin"
    r"|stablemate|opposite number"
    r"|arch-?rival|nemesis|counterpart)(?!\w)|老对手|死对头|难兄难弟|孪生兄弟|兄弟公司|双胞胎|另一颗星|另一半"
)
_KEEP = re.compile(
    r"(?<!\w)(?:keep|leave|only|just|show|top|bottom|first|want|need|cut (?:it )?to|trim (?:it )?to|limit (?:it )?to)"
    r"(?: me)?(?: the)?(?: top| first| bottom| last)? (?P<count>\d{1,2}|two|three|four|five|six"
    r"|seven)(?!\w)(?! ?(?:%|x|times))"
    r"|(?:只|就|留|要|看|前|取|剩)+(?:留|要|看|下|给)?(?:前)?(?P<han>\d{1,2}|[一二两三四五六七八九十])(?:个|家|名|只)?"
)
_IN_MONEY = re.compile(
    r"(?<!\w)(?:in (?:money|cash|dollars|value|money terms|dollar terms)|how much (?:money|is that worth|is it worth)"
    r"|worth how much|value of (?:that|it)|put a (?:number|price|figure) on (?:it|that))(?!\w)"
    r"|值多少|多少钱|折合|多大一笔|合.{1,4}是?多|折成.{1,4}(?:是|有)?多"
)
_OF_THE_WHOLE = re.compile(
    r"(?<!\w)(?:(?:as an? |what |which )?(?:slice|share|part|chunk|piece|bit|fraction|percent(?:age)?|%|proportion"
    r"|portion) of|relative to|against|compared (?:to|with)|measured against|over|next to) (?:the |its |their )?"
    r"(?:whole |total |entire )?(?:company|cap|market (?:cap|value)|mcap|valuation)(?!\w)"
    r"|占(?:总)?市值|占整个公司|占公司"
)
_DATE_ONLY = re.compile(
    r"(?<!\w)(?:(?:the|its|their|exact|only|just) (?:exact )?dates?|dates? only|which day|what day|what date"
    r"|on which date|when(?: is that| exactly)?)(?!\w)|^\W*(?:and |so )?dates?\W*$"
    r"|几号|哪天|哪一天|几时|什么时候|啥时候|何时|日期|日子|时间"
)
_HOW_BIG_A_PART = re.compile(
    r"(?<!\w)(?:what|how much|how (?:big|large|fat|thick)(?: an?| of an?)?|which) (?:%|percent|share|part|slice|portion"
    r"|fraction|cut|piece|chunk|bite)(?!\w)"
    r"|几成|占多少|占比|百分之几|占几"
)
_STAFF = re.compile(r"(?<!\w)(?:staff|employees?|esop)(?!\w)|员工")
_WHOSE = re.compile(
    r"(?<!\w)who(?:'s| is| are| was| were)? (?:behind|selling|dumping|getting out"
    r"|cashing (?:in|out))(?!\w)|(?<!\w)name (?:the |all )?(?:parties|names|holders|sellers"
    r"|people|investors)(?!\w)|(?<!\w)whose (?:shares|stock|paper|block|hands|is it|are they)(?!\w)"
    r"|谁的(?:股|货|份)|谁手里|背后是谁|是哪些人|都有谁"
)
_OF_A_DAY = re.compile(
    r"(?<!\w)(?:versus|vs\.?|against|relative to|compared (?:to|with)|next to|beside|in terms of|in days of|over)"
    r"(?!\w).{0,24}?(?<!\w)(?:trades?|trading|turnover|volumes?|adv|normal day|average day|usual day|typical day)(?!\w)"
    r"|(?:跟|和|与|同|比|对比|相比|除以|按).{0,6}(?:日均|成交|一天的量|平时的量)|几天的(?:量|成交)"
)
"""Held against what trades in a day."""
_HOW_BIG = re.compile(
    r"\W*(?:and |so )?how (?:big|large|much)(?: is (?:it|that))?\W*|(?:那)?(?:多大|规模呢?|有多大|多少钱)\W*"
)
_BEFORE_THAT = re.compile(
    r"(?<!\w)(?:(?:the )?(?:close|day|session|one) before(?: that| it)?|previous (?:close|day|one)"
    r"|prior (?:close|day))(?!\w)"
    r"|前一天|前一日|再前一天|上一个收盘|前收"
)


def edited(s: Sentence, last: Plan | None) -> Plan | None:
    """Returns the last question as a short follow-up edits it, None where the follow-up is more than an edit."""
    if last is None or s.size > _LONGEST or s.limits - _HARMLESS:
        return None
    small = s.text.lower().strip()
    for edit in (edited_scenario, _of_unlock, _flipped, _cut, _before, _with_others):
        if (plan := edit(s, small, last)) is not None:
            return plan
    return None


def _taken_over(s: Sentence, plan: Plan) -> Plan:
    """An edit may name another measure, time or currency on the way."""
    if s.measures and plan.operation not in ("unlocks", "overhang", "what_if"):
        plan = plan.with_changes(measures=s.measure_keys)
    if s.when is not None and s.when != "today":
        plan = plan.with_changes(when=s.when)
    return plan.with_changes(currency=s.currency) if s.currency else plan


def _with(plan: Plan, **params: object) -> Plan:
    return plan.with_changes(params=tuple(sorted((dict(plan.params) | params).items())))


def _count(small: str) -> int | None:
    match = _KEEP.search(small)
    if match is None:
        return None
    said = match["count"] or match["han"]
    if said.isdigit():
        return int(said)
    count = SMALL_NUMBERS.get(said) or han_number(said)
    return int(count) if count else None


def _flipped(s: Sentence, small: str, last: Plan) -> Plan | None:
    if not _FLIP.search(small) or s.companies or s.has("IF"):
        return None
    plan = _taken_over(s, last)
    if last.operation == "rank":
        plan = plan.with_changes(direction="lowest" if last.direction != "lowest" else "highest")
        return _with(plan, n=count) if (count := _count(small)) else plan
    if last.operation in ("ratio", "difference", "reversals") and len(last.companies) == 2:
        return plan.with_changes(companies=last.companies[::-1])
    if last.operation == "ratio" and len(last.companies) == 1 and len(last.measures) == 2:
        return plan.with_changes(measures=last.measures[::-1])
    if last.operation == "compare" and last.direction:
        return plan.with_changes(direction="lowest" if last.direction != "lowest" else "highest")
    return plan.with_changes(companies=last.companies[::-1]) if last.operation == "compare" else None


def _cut(s: Sentence, small: str, last: Plan) -> Plan | None:
    """An order cut to its first few: only the top two."""
    if last.operation != "rank" or s.companies or s.subjects.group or s.measures or s.amounts:
        return None
    count = _count(small)
    return _with(last, n=count) if count and s.size <= _LONGEST // 2 else None


def _of_unlock(s: Sentence, small: str, last: Plan) -> Plan | None:
    """The same expiry in money, as a part of the whole, its date, or for other holders."""
    if last.operation not in ("unlocks", "overhang") or s.companies or s.subjects.group or s.has("IF"):
        return None
    if s.has("SOURCE") and not _WHOSE.search(small):
        return None
    kinds = holders_of(s) or ("employees" if _STAFF.search(small) else None)
    plan = last.with_changes(currency=s.currency)
    if kinds is not None:
        plan = _with(plan, holders=kinds)
        plan = plan.with_changes(params=tuple(p for p in plan.params if p[0] != "ask"))
        if _HOW_BIG_A_PART.search(small):
            return plan.with_changes(operation="unlocks", measures=("unlock_ratio",), direction=None)
        return plan if s.size <= _LONGEST // 2 and not set(s.measure_keys) - {"employees"} else None
    compares = s.has("WHEN", "COMP_HIGH", "COMP_LOW", "FIRST")
    if _WHOSE.search(small) or (WHO.search(small) and not compares):
        plan = plan.with_changes(operation="unlocks", measures=(), direction=None)
        return _with(plan if s.when is None else plan.with_changes(when=s.when), ask="holders")
    if _OF_A_DAY.search(small) and "days_of_volume" not in last.measures:
        return plan.with_changes(operation="overhang", measures=("days_of_volume",), direction=None)
    part = _OF_THE_WHOLE.search(small) or _HOW_BIG_A_PART.search(small) or (s.has("RATIO") and s.has("HOW_MUCH"))
    if part and not set(s.measure_keys) - {"unlock_ratio", "market_value"}:
        if last.operation == "overhang":
            return plan.with_changes(measures=("unlock_value", "market_value"), direction=None)
        return plan.with_changes(measures=("unlock_ratio",), direction=None)
    if _HOW_BIG.fullmatch(small) and "unlock_value" not in last.measures:
        return plan.with_changes(operation="overhang", measures=("unlock_value",), direction=None)
    if s.currency and last.measures == ("days_of_volume",) and not s.measures and s.size <= _LONGEST // 2:
        return plan.with_changes(operation="overhang", measures=("unlock_value",), direction=None)
    if _IN_MONEY.search(small) and "unlock_value" not in last.measures:
        return plan.with_changes(operation="overhang", measures=("unlock_value",), direction=None)
    if _DATE_ONLY.search(small) and "unlock_date" not in last.measures and s.size <= _LONGEST // 2:
        return plan.with_changes(operation="unlocks", measures=("unlock_date",), direction=None)
    return None


def _before(s: Sentence, small: str, last: Plan) -> Plan | None:
    """The close before the newest one; before another day it is for the calendar to say."""
    said = _BEFORE_THAT.search(small)
    if said is None or s.companies or s.size > _LONGEST // 2 or last.when not in (None, "today", "latest"):
        return None
    return last.with_changes(when="previous_session") if last.operation in ("lookup", "compare", "rank") else None


def _with_others(s: Sentence, small: str, last: Plan) -> Plan | None:
    """Companies put in, taken out, exchanged, or asked the same of."""
    other = _OTHER_OF_PAIR.search(small)
    if other and not s.companies and len(last.companies) == 1 and last.companies[0] in COUNTERPART:
        return last.with_changes(companies=(COUNTERPART[last.companies[0]],))
    if not s.companies or s.has("IF", "CORRECTION") or last.operation in ("mirror", "claims", "explain", "sources"):
        return None
    added, dropped, asked = _sorted(s, small)
    if _count_of_swaps(s, small) and len(s.companies) == 2:
        gone = next((c for c in s.companies if c in last.companies), None)
        new = next((c for c in s.companies if c not in last.companies), None)
        if gone and new:
            return last.with_changes(companies=tuple(new if c == gone else c for c in last.companies))
    if _AGAINST.search(small) and len(s.companies) == len(last.companies) == 1 and not (s.measures or s.amounts):
        both = tuple(dict.fromkeys((*last.companies, *s.companies)))
        if last.operation in ("lookup", "overhang", "unlocks") and len(both) == 2:
            plan = _taken_over(s, last.with_changes(companies=both))
            return plan.with_changes(operation="compare") if last.operation == "lookup" else plan
    if not added and not dropped and (s.measures or not (asked or small.rstrip(" ?.!").endswith(_ALSO))):
        return None
    if not added and not dropped:
        return _asked_of(last, s.companies)
    if s.measures and not dropped:
        return None
    return _changed(last, added, dropped)


_AGAINST = re.compile(
    r"^\W*(?:and |so |but )?(?:how (?:does|do|is) (?:it|that|this) )?(?:compare[sd]? (?:to|with)|versus|vs\.?|against"
    r"|next to|beside|stack(?:ed)? up (?:to|against))(?!\w)"
    r"|^(?:那)?(?:跟|和|与|同|较).{1,14}?(?:相?比|比较|对比|比起来)"
)
"""Held against somebody else: versus Zhipu? 跟智谱比呢."""
_ALSO = ("too", "as well", "also", "next", "likewise", "也要", "也看看", "也来", "也是")


def _count_of_swaps(s: Sentence, small: str) -> bool:
    return _SWAP.search(small) is not None and len(s.companies) == 2


def _sorted(s: Sentence, small: str) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """Which of the companies named are put in and which taken out, by the words around each."""
    added, dropped, begin = list[str](), list(s.subjects.excluded), 0
    mentions = s.subjects.named
    text = s.text.lower()
    for place, mention in enumerate(mentions):
        until = mentions[place + 1].start if place + 1 < len(mentions) else len(text)
        before, after = text[begin : mention.start].rstrip(" "), text[mention.end : until]
        joined = place > 0 and re.fullmatch(r" ?(?:and|,|&|、|和|跟|与)? ?", text[begin : mention.start]) is not None
        also = after.strip(" ?.!")[:1] in ("也", "加", "算", "带", "放")
        if _DROPS.search(before) or _DROPS_AFTER.search(after):
            dropped.append(mention.key)
        elif (_ADDS_AFTER.search(after) and (_ADDS.search(before) or also)) or (joined and added):
            added.append(mention.key)
        begin = mention.end
    asked = _SAME.search(small) is not None
    return tuple(dict.fromkeys(added)), tuple(dict.fromkeys(dropped)), asked


def _asked_of(last: Plan, companies: tuple[str, ...]) -> Plan | None:
    """The same question of somebody else: the numerator of a ratio, one more of an order, else instead."""
    if last.operation == "ratio" and len(last.companies) == 2 and len(companies) == 1:
        return last.with_changes(companies=(companies[0], last.companies[1]))
    if len(last.companies) == 1 and len(companies) == 1:
        return last.with_changes(companies=companies)
    return None


def _changed(last: Plan, added: tuple[str, ...], dropped: tuple[str, ...]) -> Plan | None:
    kept = tuple(c for c in last.companies if c not in dropped)
    companies = tuple(dict.fromkeys((*kept, *added))) if last.companies else ()
    plan = last.with_changes(companies=companies)
    if dropped and last.operation == "rank":
        plan = _with(plan, exclude=[*dict(last.params).get("exclude", ()), *dropped])
    if last.operation not in ("lookup", "compare", "rank", "history", "difference"):
        return plan if len(companies) == len(last.companies) and added else None
    if not companies and last.operation != "rank":
        return None
    if last.operation == "lookup" and len(companies) > 1:
        return plan.with_changes(operation="compare")
    if last.operation in ("compare", "difference"):
        return plan.with_changes(operation="compare" if len(companies) > 1 else "lookup")
    return plan
