"""A sentence with everything in it that means something marked: subjects, measures, cues, times, amounts, speakers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz.distance import OSA

from bot.plan import Plan, When
from bot.questions.amounts import CURRENCIES, Amount, amounts_in
from bot.questions.contexts import in_context
from bot.questions.cues_beside import as_multiples, compare_by_adjective, not_of_groups, over_amounts, sorted_out
from bot.questions.cues_struck import strike
from bot.questions.currencies import rate_in
from bot.questions.event_times import event_in
from bot.questions.everyday import NEVER_MENDED
from bot.questions.frames import framed, implied, outside_measures
from bot.questions.joined_measures import together
from bot.questions.leftover import unknown_words
from bot.questions.lexicon_cues import CUES
from bot.questions.lexicon_limits import LIMITS
from bot.questions.lexicon_measures import MEASURES
from bot.questions.names import Names
from bot.questions.narrowed_measures import narrowed
from bot.questions.paraphrases import paraphrased, turns_in
from bot.questions.subjects import Mention, Roster, Subjects
from bot.questions.templates import NAME, Templates
from bot.questions.times import when_in
from bot.questions.turns import CLASSES, TURNS
from bot.questions.turns_of_code import coded
from bot.questions.turns_of_measures import CLASSES_OF_MEASURES, TURNS_OF_MEASURES
from bot.questions.words import Hit, Phrases, Places, Word, is_han, plain, words_of

_POLITE = re.compile(
    r"(?:<@[^>]*>|<#[^>]*>|@twinstar\b|^@\w+[:,]? )|(?<!\w)(?:please|pls|plz|kindly|thanks|thank you|thx|"
    r"cheers|hey|hi there|hello|hi|good morning|good afternoon|could you(?: please)?|can you(?: please)?|"
    r"would you mind|i'd like to know|i would like to know|i want to know|i was wondering|just wondering|"
    r"wondering|quick question|quick one|fyi|btw|by the way|for me|remind me|tell me(?! about)|"
    r"do you know|any idea|sorry)(?!\w)"
    r"|请问一下|请问|麻烦你?|劳驾|谢谢你?|多谢|谢啦|您好|你好|帮我查一下|帮我查下|帮我查|帮我看一下|"
    r"帮我看看|帮我|帮忙|我想知道|想知道|我想问一下|想问一下|想问|告诉我|能不能告诉我|查一下|查查|看一下|"
    r"顺便问下|顺便|(?<=[，,。？?；; ])(?:我)?说的是|(?<=[，,。？?；; ])(?:i'm |i am )?talking about",
    re.IGNORECASE,
)
_TYPO_LEAST = 5
_CURRENCY = re.compile(
    r"(?<![a-z])("
    + "|".join(
        re.escape(c)
        for c in sorted(CURRENCIES, key=len, reverse=True)
        if c not in ("元", "刀", "块钱", "$", "¥", "us$")
    )
    + r")(?![a-z])"
)
_SIGN = re.compile(r"\$(?= ?(?:worth|value|amount|terms|figure|bn|tn|$|[?,.]))")
"""A dollar sign with no number behind it names the currency wanted."""
_PAIR = re.compile(
    r"(?<![a-z])(usd|hkd|cny|eur|美元|港元|港币|人民币|欧元|dollar|hong kong dollar)(?: ?[/兑对-]? ?| to |"
    r" against the | per )(usd|hkd|cny|rmb|eur|美元|港元|港币|人民币|欧元|us dollar|dollar|yuan)(?![a-z])"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One question with its tags. Places are those of `text`, cleaned and without courtesies."""

    text: str
    words: tuple[Word, ...]
    subjects: Subjects
    measures: tuple[Mention, ...]
    cues: Mapping[str, tuple[Hit, ...]]
    limits: frozenset[str]
    when: When = None
    when_span: tuple[int, int] = (0, 0)
    impossible: str = ""
    amounts: tuple[Amount, ...] = ()
    currency: str | None = None
    pair: tuple[str, str] | None = None
    speaker: str = ""
    terms: tuple[str, ...] = ()
    rest: tuple[Word, ...] = ()
    mended: tuple[str, ...] = ()
    limit_hits: Mapping[str, tuple[Hit, ...]] = field(default_factory=dict)
    left: tuple[str, ...] = ()

    def has(self, *cues: str) -> bool:
        """Decides whether any of these cues stands in the sentence."""
        return any(c in self.cues for c in cues)

    def at(self, cue: str) -> int:
        """Returns where a cue first stands, far behind the sentence where it does not."""
        return self.cues[cue][0].start if cue in self.cues else len(self.text) + 1

    @property
    def companies(self) -> tuple[str, ...]:
        """Returns the companies named, in order."""
        return self.subjects.keys

    @property
    def measure_keys(self) -> tuple[str, ...]:
        """Returns the measures named, each once, in order."""
        return tuple(dict.fromkeys(m.key for m in self.measures))

    def amount(self, *kinds: str) -> Amount | None:
        """Returns the first amount of one of these kinds."""
        return next((a for a in self.amounts if a.kind in kinds), None)

    @property
    def size(self) -> int:
        """Returns how many words the sentence has, a Chinese word counted as two characters."""
        return sum(1 if not is_han(w.text) else 0 for w in self.words) + sum(is_han(w.text) for w in self.words) // 2


class Tagger:
    """Marks sentences. Built once for a version of the vocabulary; reading is linear in the sentence."""

    def __init__(self, names: Names) -> None:
        self.names, self.roster = names, Roster(names)
        vocabulary = names.vocabulary
        own = {k: [*v, k.replace("_", " ")] for k, v in MEASURES.items() if k in vocabulary.measures}
        declared = {
            m.key: (m.key.replace("_", " "), m.name.en, m.name.zh, m.short.en, m.short.zh, *m.aliases)
            for m in vocabulary.measures.values()
            if m.key not in own
        }
        self._measures = Phrases({**own, **declared})
        cues: dict[str, list[str]] = dict(CUES)
        self._cues = {key: Phrases({key: phrases}) for key, phrases in cues.items()}
        self._limits = {key: Phrases({key: phrases}) for key, phrases in LIMITS.items()}
        self._turns = Templates(TURNS, CLASSES)
        told = {key: turns for key, turns in TURNS_OF_MEASURES.items() if key.lower() in vocabulary.measures}
        self._paraphrases = Templates(told, CLASSES_OF_MEASURES, _PARTS_END)
        self._speakers = Phrases(
            {
                s.key: (s.name.en, s.name.zh, *s.aliases)
                for s in vocabulary.speakers.values()
                if s.key not in vocabulary.companies
            }
        )
        self._terms = Phrases({c.key: c.aliases for c in vocabulary.concepts.values()})
        every = [self._measures, self._speakers, self._terms, *self._cues.values(), *self._limits.values()]
        mendable = set().union(*(p.bases for p in every))
        self._lexicon = mendable | self._turns.bases | self._paraphrases.bases
        self._by_shape: dict[str, list[str]] = defaultdict(list)
        for word in mendable:
            if len(word) >= _TYPO_LEAST - 1:
                for part in _shortened(word):
                    self._by_shape[part].append(word)
        self._starts: dict[str, list[tuple[dict[str, Phrases], str]]] = defaultdict(list)
        for table in (self._cues, self._limits):
            for key, phrases in table.items():
                for first in phrases.starts:
                    self._starts[first].append((table, key))

    def tag(self, text: str, last: Plan | None) -> Sentence:
        """Returns a cleaned text marked; typing mistakes in words of the lexicon are mended on the way."""
        text = _POLITE.sub(lambda m: " " * len(m.group()), text)
        small = plain(text)
        words = words_of(text)
        subjects = self.roster.of(text, words, last)
        spans = subjects.spans
        named = Places(len(text), spans)
        words, mended = self._mended(words, named)
        event = event_in(small)
        at_event = [(event.start, event.end)] if event else []
        free = _blanked(words, Places(len(text), [*spans, *at_event]))
        cues, limits = self._cue_hits(free)
        alone = len(set(subjects.keys)) < _SEVERAL
        measures = self._measures.find(free, _STEPPED_OVER if alone else _STEPPED_OVER - {NAME, "'s"})
        measures = not_of_groups(measures, subjects, small)
        measures = in_context(measures, small, words, cues)
        measures = paraphrased(measures, tuple(turns_in(self._paraphrases, free, across_names=alone)))
        found = event or when_in(text, spans)
        when_span = (found.start, found.end) if found else (0, 0)
        known = Places(len(text), [*spans, when_span])
        amounts = tuple(a for a in amounts_in(text) if not known.meets(a.start, a.end))
        counted = Places(len(text), [*spans, when_span, *((a.start, a.end) for a in amounts)])
        for key, found_hits in self._turns.find(free):
            into, key = (limits, key.lower()) if key.lower() in self._limits else (cues, key)
            into[key] = tuple(sorted((*into.get(key, ()), *found_hits), key=lambda h: h.start))
        coded(small, cues, limits)
        strike(small, cues)
        compare_by_adjective(small, cues)
        sorted_out(small, subjects, cues)
        limits = _outside(limits, measures)
        speakers = self._speakers.find(words)
        pair = _pair(small)
        currency = _currency(small, amounts, pair[2] if pair else (0, 0))
        rest = self._rest(free, measures, [h for hits in (*cues.values(), *limits.values()) for h in hits], speakers)
        over_amounts(small, amounts, cues)
        framed(small, subjects.named, cues)
        outside_measures(small, cues, measures)
        hits = [h for found_hits in (*cues.values(), *limits.values()) for h in found_hits]
        covered = [*spans, when_span, *((a.start, a.end) for a in amounts)]
        covered += [(h.start, h.end) for h in (*hits, *measures, *speakers, *self._terms.find(free))]
        covered += subjects.group_spans
        said = implied(
            small,
            as_multiples(small, tuple(Mention(h.keys[0], h.start, h.end) for h in measures), cues),
            cues,
            amounts,
        )
        return Sentence(
            text,
            tuple(words),
            subjects,
            narrowed(small, together(small, _but_when(small, said, when_span, cues), cues), cues),
            cues,
            frozenset(limits),
            found.when if found else None,
            when_span,
            text[found.start : found.end] if found and found.impossible else "",
            amounts,
            currency,
            pair[:2] if pair else None,
            speakers[0].keys[0] if speakers else "",
            tuple(dict.fromkeys(h.keys[0] for h in self._terms.find(free))),
            tuple(w for w in rest if not counted.meets(w.start, w.end)),
            mended,
            limits,
            unknown_words(small, covered),
        )

    def _cue_hits(self, words: list[Word]) -> tuple[dict[str, tuple[Hit, ...]], dict[str, tuple[Hit, ...]]]:
        wanted = {(id(table), key): (table, key) for w in words for table, key in self._starts.get(w.base, ())}
        cues: dict[str, tuple[Hit, ...]] = {}
        limits: dict[str, tuple[Hit, ...]] = {}
        for table, key in wanted.values():
            if hits := tuple(table[key].find(words)):
                (cues if table is self._cues else limits)[key] = hits
        return cues, limits

    def _mended(self, words: list[Word], named: Places) -> tuple[list[Word], tuple[str, ...]]:
        kept, mended = list[Word](), list[str]()
        for word in words:
            near = None if named.meets(word.start, word.end) else self._near(word)
            kept.append(replace(word, base=near) if near else word)
            mended += [word.text] if near else []
        return kept, tuple(mended)

    def _near(self, word: Word) -> str | None:
        if len(word.text) < _TYPO_LEAST or not word.text.isalpha() or not word.text.isascii():
            return None
        if word.base in self._lexicon or word.base in _ORDINARY or word.text in _ORDINARY or word.text in NEVER_MENDED:
            return None
        alike = {w for part in _shortened(word.base) for w in self._by_shape.get(part, ())}
        near = sorted(w for w in alike if w[0] == word.base[0] and OSA.distance(w, word.base) <= 1)
        return near[0] if near else None

    def _rest(self, words: list[Word], measures: list[Hit], hits: list[Hit], speakers: list[Hit]) -> list[Word]:
        """The words that nothing covers and that are no words of every sentence."""
        covered = {i for h in (*measures, *hits, *speakers) for i in range(h.first, h.last + 1)}
        return [
            w for i, w in enumerate(words)
            if i not in covered and w.base and w.text.isalnum() and w.text not in _ORDINARY and not w.text.isdigit()
            and not is_han(w.text)
        ]  # fmt: skip


def _outside(limits: dict[str, tuple[Hit, ...]], measures: Sequence[Hit]) -> dict[str, tuple[Hit, ...]]:
    """Leaves out what only seems to be another subject because it stands inside the name of a measure."""
    starts = [m.start for m in measures]

    def inside(hit: Hit) -> bool:
        place = bisect_right(starts, hit.start) - 1
        return place >= 0 and hit.end <= measures[place].end

    kept = {key: tuple(h for h in hits if not inside(h)) for key, hits in limits.items()}
    return {key: hits for key, hits in kept.items() if hits}


def _blanked(words: list[Word], named: Places) -> list[Word]:
    """Words inside a company's name mean nothing else."""
    return [replace(w, base=NAME) if named.meets(w.start, w.end) else w for w in words]


def _shortened(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def _but_when(
    small: str, said: tuple[Mention, ...], span: tuple[int, int], cues: Mapping[str, tuple[Hit, ...]]
) -> tuple[Mention, ...]:
    """Returns the measures without a listing that only says since or on which day: since the listing, on its debut."""
    if "WHEN" in cues or _only_when(small, said, span):
        return said
    return tuple(m for m in said if m.key != "listing_date" or not (span[0] <= m.start and m.end <= span[1]))


_FEW = 3


def _only_when(small: str, said: tuple[Mention, ...], span: tuple[int, int]) -> bool:
    """Decides whether the listing is all that is spoken of: MiniMax's debut date."""
    words = re.findall(r"[^\W\d_]{2,}", small[: span[0]] + " " + small[span[1] :])
    return {m.key for m in said} == {"listing_date"} and 0 < len(set(words) - _ORDINARY) < _FEW and small.isascii()


def _pair(small: str) -> tuple[str, str, tuple[int, int]] | None:
    """The two currencies of a rate of exchange, and where they stand."""
    if (rate := rate_in(small)) is not None:
        return rate
    pair = _PAIR.search(small)
    return (CURRENCIES.get(pair[1], "HKD"), CURRENCIES.get(pair[2], "HKD"), pair.span()) if pair else None


def _currency(small: str, amounts: Sequence[Amount], pair: tuple[int, int]) -> str | None:
    """A currency that no amount and no rate carries is the one an answer is wanted in."""
    carried = Places(len(small), [pair, *((a.start, a.end) for a in amounts)])
    said: list[str] = []
    for match in _CURRENCY.finditer(small):
        before = small[max(0, match.start() - 8) : match.start()]
        if before.endswith(_NOT_WANTED) or carried.meets(match.start(), match.end()):
            continue
        if before.endswith((" a ", " one ")) and small.startswith(" of ", match.end()):
            continue
        if before.endswith((" in ", "用", "折", "折成", "换成", "换算成", "按", "以")):
            return CURRENCIES[match[1]]
        said.append(CURRENCIES[match[1]])
    if said:
        return said[0]
    return "USD" if _SIGN.search(small) else None


_PARTS_END = frozenset({",", ";", "?", "and", "or", "plus"})
"""No measure is named by words on both sides of these."""
_SEVERAL = 2
"""Of several companies, what stands on both sides of a name may be one measure of each: how many times A's sales."""
_STEPPED_OVER = frozenset({NAME, "'s", "its", "their", "the", "-"})
"""Whose a measure is may stand inside its name: how many Zhipu shares are there, money in its bank."""
_NOT_WANTED = ("per ", "each ", "every ", "not ", "not in ", "每", "每一", "不是", "不要", "别用", "不用")
"""In front of a currency, these divide by it or turn it down."""
_ORDINARY = frozenset(
    (
        "a an the of in on at to for from by with about as is be am are was were been do does did have has "
        "had i me my we our us "
        "you your he she his her him it its they them their there here this that these those and or but if "
        "so than then too very "
        "just only also even still yet again more most much many some any all each every both either neither "
        "other others another "
        "what which who whom whose when where why how can could will would shall should may might must not "
        "no yes ok okay please "
        "show give get make let see look find know think want need like use using one two three four five "
        "six seven eight nine ten "
        "up down out over under into onto off between among through during before after since until while "
        "because per via vs "
        "company companies firm firms lab labs name names business businesses number numbers figure figures "
        "data amount total "
        "money percent percentage point points side group people person thing things something anything "
        "everything nothing "
        "really actually basically roughly approximately about around exactly currently recently overall "
        "together quickly "
        "hong kong china chinese america american us usa world global market markets stock stocks share shares "
        "year years month months week weeks day days today yesterday tomorrow time times date dates quarter quarters "
        "great good nice cool big small large little long short high low new old early late right left real "
        "whole full half "
        "say said tell told ask asked come came go went gone take took put keep kept seem feel mean try work "
        "call run turn move "
        "start stop end begin set sit stand hear play pay meet include continue learn change lead understand "
        "watch follow create "
        "read allow add spend grow open walk win offer remember love consider appear wait serve die send "
        "expect build stay fall "
        "prince price prices pricing story stuff place places close closed house horse those these whose "
        "where there their shape "
        "sheet sales sails value values valid event events evert level levels lever never fever clean clear "
        "learn least leave "
        "trend trends treat trade trades tread ready reach react state stage stake staff start story study "
        "style sugar super "
        "table tables taken taste teach think third three throw tight title total touch tower track train "
        "trial truck truly trust "
        "truth twice under union unity until upper urban usage usual video visit voice waste watch water "
        "wheel white whole woman "
        "world worry worst worth would wound write wrong yield young youth party peace phase phone photo "
        "piece pilot pitch plain "
        "plane plant plate point pound power press pride prime print prior prize proof proud prove queen "
        "quick quiet quite radio "
        "raise range rapid ratio refer river roman rough round route royal rural scale scene scope score "
        "sense serve seven shall "
        "sharp shift shirt shock shoot shore short since sixth skill sleep smart smile smith smoke solid "
        "solve sorry sound south "
        "space spare speak speed spend spent split spoke sport march april model models maker makers users "
        "owned issue issues "
        "median average averages combined together total totals "
        "memo paste quick line lines lists paper given going which while still again being doing having"
    ).split()
)
"""Words that are never mended into another and that say nothing about what is asked."""
