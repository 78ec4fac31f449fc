"""Whom a question is about: companies by name, ticker, sound, description or as a group, and those not covered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.plan import Plan
from bot.questions.groups import (
    GIANTS,
    GROUPS,
    HOMOPHONE_OF,
    HOMOPHONES,
    NOT_HOMOPHONES,
    TWO,
    described,
    group_phrases,
)
from bot.questions.lexicon_limits import UNKNOWN_COMPANIES
from bot.questions.names import Found, Names
from bot.questions.words import Hit, Phrases, Places, Word, plain

_CODE_BEFORE = re.compile(r"(?:stock code|ticker|code|hk|hkex|sehk|股票代码|代码|股号) ?[:#]? ?$")
_NOT_CODE_AFTER = re.compile(
    r" ?(?:[%.,]\d|%|x(?!\w)|bn|tn|mn|[mkbt](?!\w)|million|billion|trillion|percent|points|days|times|"
    r"users|us|usd|hkd|亿|万|倍|元|港元|美元|股(?![价份票东本民息权])|天(?!量)|个(?!股)|家|年(?![化初底内])|点(?!位)|成(?![交本长立]))"
)
_NOT_CODE_BEFORE = re.compile(
    r"(?:\$|hk\$|[¥€£]|usd|hkd|rmb|\d[.,]|top|next|last|above|over|below|under|超过|低于|前|近) ?$"
)
_ONLY_NAMED = frozenset(
    "step fable mythos opus haiku sonnet cowork talkie abab r1 m3 m2 商量 step-3 spark ds codex".split()
)
"""Names that are words of the language too: taken for the company only with a capital inside a sentence."""
_EXCLUDING = re.compile(
    r"(?<!\w)(?:excluding|except(?: for)?|exclude|without|not counting|other than|apart from|ex|stripping out"
    r"|leaving aside|setting aside|aside from|if (?:we|you|i) (?:leave|take|strip) out|"
    r"leaving out|ignoring|but not|bar|barring)[ :-]+(?:the )?$"
    r"|(?:除了|除去|除|剔除|不算|不含|不包括|扣除|排除|去掉|抛开|撇开|撇去|刨掉|刨去|刨除|剔掉|拿掉|去除|不带|不看|别算|不计)$"
    r"|(?<![一二三四五六七八九])(?:除开)$"
)
_NEAR = 24
"""How far around a name its surroundings are looked at."""
_JOINS = re.compile(r" ?(?:,|、|and|or|&|/|\+|以及|和|与|跟|及|，) ?(?:and )?")
_THEIRS = re.compile(
    r"(?:'s|’s)? (?:guys|folks?|people|crowd|lot(?! (?:of|more|less))|gang|crew|bunch|camp|boys"
    r"|outfit|parent(?: company)?"
    r"|makers?|owners?|creators?|developers?|shop|company|firm|lab|startup|mob)(?!\w)(?! (?:values?|size|valuation"
    r"|worth|level))"
    r"|(?:背后)?的?(?:那家公司|那家|那帮人|那伙人|那边|母公司|东家|老东家)"
)
"""Words behind a name or product that only say its company again: the Kimi folks, Grok's maker."""
_FOUR_OF = re.compile(r" (?:\w+est|most|least|best|worst|top|bottom|cheapest)(?!\w)|个?最")
_SINGLE = re.compile(r"(?<![A-Za-z0-9_/&'.\-+])([A-Z])(?![A-Za-z0-9_/&'.+\-$股轮线端站座类型级股片])")
_CALLED = re.compile(r"(?<![A-Za-z0-9])[MA][家社厂](?!族|庭|里)")
"""An initial with a word for a house behind it, which fits several: M家, M社."""
_NAMED_INITIALS = frozenset("MAOZKD")


@dataclass(frozen=True, slots=True)
class Mention:
    """A company or measure where it stands."""

    key: str
    start: int
    end: int
    mended: bool = False


@dataclass(frozen=True, slots=True)
class Subjects:
    """What a sentence says of companies. `unclear` are names that fit several; `unknown` names of nobody covered."""

    named: tuple[Mention, ...] = ()
    group: str = ""
    excluded: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    unknown: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    group_spans: tuple[tuple[int, int], ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """Returns the companies named, each once, in the order they were named."""
        return tuple(dict.fromkeys(m.key for m in self.named))


class Roster:
    """Finds subjects with an index of names; built once for a version of the vocabulary."""

    def __init__(self, names: Names) -> None:
        self._names = names
        known = names.vocabulary.companies
        self._groups = Phrases(group_phrases())
        self._described = Phrases({k: v for k, v in described().items() if k in known or k == "several"})
        self._unknown = Phrases({name: (name,) for name in UNKNOWN_COMPANIES if not names.exactly(name, "company")})
        self._covered = set(known)

    def of(self, text: str, words: list[Word], last: Plan | None) -> Subjects:
        """Returns the subjects of a cleaned text; `last` says whom `the pair` means."""
        described = self._described.find(words)
        small = plain(text)
        sets = [h for h in self._groups.find(words) if h.keys[0] != "four" or not _FOUR_OF.match(small, h.end)]
        sets = [h for h in sets if h.keys[0] not in ("pair", "four") or not _is_so_many(small, h)]
        taken = [(h.start, h.end) for h in [*described, *sets]]
        found = [f for f in self._names.find(text, typos=True) if f.kind == "company" and self._meant(f, text)]
        whole = Places(len(text), [(d.start, d.end) for d in described if d.keys[0] != "several"])
        found = [f for f in found if not whole.meets(f.start, f.end)]
        mentions = [Mention(f.keys[0], f.start, f.end, f.typo) for f in found if len(f.keys) == 1]
        mentions += [Mention(d.keys[0], d.start, d.end) for d in described if d.keys[0] != "several"]
        mentions += self._plurals(words, mentions)
        spans = Places(len(text), [*taken, *((m.start, m.end) for m in mentions)])
        mentions += [m for m in self._by_sound(text) if not spans.meets(m.start, m.end)]
        mentions = [_with_theirs(m, small) for m in sorted(mentions, key=lambda m: m.start)]
        excluded = _excluded(text, mentions)
        if _WITHOUT_GIANTS.search(small):
            excluded = tuple(dict.fromkeys((*excluded, *(c for c in GIANTS if c in self._covered))))
        kept = [m for m in mentions if m.key not in excluded]
        unclear = [text[f.start : f.end] for f in found if len(f.keys) > 1]
        several = [text[d.start : d.end] for d in described if d.keys[0] == "several" and not mentions]
        unclear += [said for said in several if not _ALL_OF_THEM.search(said.lower())]
        unclear += _initials(text, mentions)
        unknown = [h for h in self._unknown.find(words) if not spans.meets(h.start, h.end) and not _is_run(h, small)]
        return Subjects(
            tuple(m for m in mentions if m.key not in excluded),
            _group([h for h in sets if not (mentions and small.startswith(_WHERE, h.start))], kept),
            excluded,
            tuple(unclear),
            text[unknown[0].start : unknown[0].end] if unknown else "",
            tuple((m.start, m.end) for m in mentions) + tuple((h.start, h.end) for h in unknown),
            tuple((h.start, h.end) for h in sets),
        )

    def expanded(self, group: str, last: Plan | None) -> tuple[str, ...]:
        """Returns the companies of a group; a pair is the last question's two, else the two in Hong Kong."""
        if group == "pair":
            return last.companies if last is not None and len(last.companies) == 2 else TWO
        return tuple(c for c in GROUPS.get(group, ()) if c in self._covered)

    def _meant(self, found: Found, text: str) -> bool:
        """Decides whether a name that could be an ordinary word or number is used as a name."""
        written = plain(text[found.start : found.end])
        before = plain(text[max(0, found.start - _NEAR) : found.start])
        after = plain(text[found.end : found.end + _NEAR])
        if written.isdigit():
            if _NOT_CODE_BEFORE.search(before) or _NOT_CODE_AFTER.match(after):
                return False
            return len(written) >= 4 or _CODE_BEFORE.search(before) is not None
        if not found.ambiguous:
            return True
        if written in _ONLY_NAMED:
            if written.isalpha() and text[found.start : found.end].isupper():
                return True
            return found.start > 0 and text[found.start].isupper()
        return True

    def _plurals(self, words: list[Word], mentions: list[Mention]) -> list[Mention]:
        """A name in the plural, as in how many of them fit into one of the others."""
        spans = Places(max((w.end for w in words), default=0), [(m.start, m.end) for m in mentions])
        found = []
        for word in words:
            if len(word.text) < 5 or not word.text.endswith("s") or spans.meets(word.start, word.end):
                continue
            keys = self._names.exactly(word.text.removesuffix("s"), "company") or self._names.exactly(
                word.text.removesuffix("es"), "company"
            )
            if len(keys) == 1:
                found.append(Mention(keys[0], word.start, word.end))
        return found

    def _by_sound(self, text: str) -> list[Mention]:
        small = plain(text)
        found = []
        for sounds, (company,) in zip(HOMOPHONES, HOMOPHONE_OF, strict=True):
            if company not in self._covered:
                continue
            for match in re.finditer("".join(f"[{s}]" for s in sounds), small):
                if match.group() not in NOT_HOMOPHONES:
                    found.append(Mention(company, match.start(), match.end(), mended=True))
        return found


_RUN_OF_CASH = re.compile(
    r"(?:'s|its|their|the|cash|of|how (?:much|long)|what|any|more|less|longer|shorter|longest|shortest|money)"
    r" (?:an? )?$"
)


def _is_run(hit: Hit, small: str) -> bool:
    """Decides whether a runway is how long the cash lasts, not the company of that name."""
    return small.startswith("runway", hit.start) and _RUN_OF_CASH.search(small[: hit.start][-_NEAR:]) is not None


def _with_theirs(mention: Mention, small: str) -> Mention:
    theirs = _THEIRS.match(small, mention.end)
    return replace(mention, end=theirs.end()) if theirs else mention


_ALL_BUT = re.compile(
    r"(?<!\w)(?:everyone|everybody|everything|anyone|anybody|all|every \w+|any \w+|all the \w+|each \w+) (?:but"
    r"|save|bar|besides)"
    r"(?: for)? (?:the )?$|(?<!\w)(?:leave out|omit|strip out|not including|no) $"
)
_ALL_OF_THEM = re.compile(r"(?<!\w)the (?:companies|labs|firms|names|stocks|players)$")
"""A plural without a word that narrows it is everybody, not one of several."""
_MOST_OF = re.compile(
    r"最(?![近新后初])[^,，。的]{1,6}(?:的)?(?:那)?$|(?:倒数|末尾|垫底的?|(?<![之以])前|头|排名?后)$|(?<!\w)(?:most"
    r"|least) \w+ ?$|(?<!\w)(?:cheap|high|low|large"
    r"|bigg|small|fast"
    r"|slow|dear|rich|weak"
    r"|strong|long|short|young|old|heavi|tini|steep)est ?$"
)
_MOST_BEHIND = re.compile(
    r" (?:most|least|best|worst|top|priciest|(?:cheap|high|low|large|bigg|small|fast|slow|dear|rich|weak|strong"
    r"|long|short|young|old"
    r"|heavi|tini|steep)est)(?!\w)"
)


def _is_so_many(small: str, hit: Hit) -> bool:
    """Whether two is how many of an order are wanted, 最贵的两家 or the two cheapest, and not two that are known."""
    said = small[hit.start : hit.end]
    if not said.startswith(("the two", "两家", "两个", "两只", "two ", "四家", "四个", "四只")):
        return False
    return bool(_MOST_OF.search(small[: hit.start]) or _MOST_BEHIND.match(small, hit.end))


def _group(sets: Sequence[Hit], mentions: Sequence[Mention]) -> str:
    groups = [h.keys[0] for h in sets]
    if not groups or (len({m.key for m in mentions}) > 2 and set(groups) <= _SPELT_OUT):
        return ""
    if "pair" in groups and len({m.key for m in mentions}) >= 2:
        groups = [g for g in groups if g != "pair"]
    if {"american_two", "pair"} <= set(groups):
        return "four"
    specific = [g for g in groups if g != "pair"] or groups
    if {"two", "american_two"} <= set(specific):
        return "four"
    return specific[0] if specific else ""


_SPELT_OUT = {"listed", "hong_kong", "private", "chinese", "american", "not_chinese", "chinese_private", "pair"}
"""Groups that a list of names behind or before them spells out: listed peers Zhipu, MiniMax, SenseTime."""
_WHERE = ("in ", "on ")
"""A group that is only a place says where somebody named is listed."""
_WITHOUT_GIANTS = re.compile(
    r"(?<!\w)(?:excluding|except(?: for)?|exclude|without|not counting|other than|apart from|ex|leav(?:e|es|ing) out"
    r"|strip(?:ping)? out|ignor(?:e|ing)|drop(?:ping)?|barring|set(?:ting)? aside|minus|take out|outside)[ -](?:the "
    r"|all |of )*"
    r"(?:(?:internet|tech|platform|web|incumbent|big) )*(?:giants?|conglomerates?|platforms|incumbents|behemoths"
    r"|big ?tech|bat)(?!\w)"
)


def _excluded(text: str, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Companies that stand behind `excluding` and its like, up to where the list of them ends."""
    small, excluded, end = plain(text), list[str](), -1
    for mention in mentions:
        joined = end >= 0 and _JOINS.fullmatch(small[end : mention.start]) is not None
        if (
            joined
            or _EXCLUDING.search(small[max(0, mention.start - _NEAR) : mention.start].rstrip(" ") + " ")
            or _EXCLUDING.search(small[max(0, mention.start - _NEAR) : mention.start])
            or _ALL_BUT.search(small[max(0, mention.start - _NEAR) : mention.start])
        ):
            excluded.append(mention.key)
            end = mention.end
        else:
            end = -1
    return tuple(dict.fromkeys(excluded))


def _initials(text: str, mentions: Sequence[Mention]) -> list[str]:
    """Single capital letters used for companies: M and A, where nothing else is named."""
    named = [m.group() for m in _CALLED.finditer(text) if not any(o.start <= m.start() < o.end for o in mentions)]
    if mentions:
        return named
    return named + [
        m[1] for m in _SINGLE.finditer(text) if m[1] in _NAMED_INITIALS and not (m[1] == "A" and m.start() == 0)
    ]
