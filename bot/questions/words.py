"""The words of a sentence in either script, each brought to one form so that a phrase is found however inflected."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.text import folded

_WORD = re.compile(r"[a-z0-9]+|'(?:s|t|d|m|re|ve|ll)(?![a-z])|[\u3400-\u9fff]|[^\s\w]")
_HAN = re.compile(r"[\u3400-\u9fff]")

_TRADITIONAL = (
    "誰漲幾營數據來說嗎個從現這邊過時間對標點還後場價億萬錢兩貴賣買減總變動勢圖記錄順適錯誤問題當於會麼樣虧損潤員戶國"
    "賬開發費淨產計鎖禁額壓盤幣歐鎊單雙與長級別類類較賠綜榜單寫給關係創團隊區稅報資訊證實際預測質譜騰訊聯階躍訊飛"
    "獲勝領優劣減緩斷續優強擁電訂閱陸灣聽讀誌線進運選擇處樂觀請幫講導備貨規縮術劃際視頻輕鬆認遠轉換達債務擔稱複雜"
)
_SIMPLIFIED = (
    "谁涨几营数据来说吗个从现这边过时间对标点还后场价亿万钱两贵卖买减总变动势图记录顺适错误问题当于会么样亏损润员户国"
    "账开发费净产计锁禁额压盘币欧镑单双与长级别类类较赔综榜单写给关系创团队区税报资讯证实际预测质谱腾讯联阶跃讯飞"
    "获胜领优劣减缓断续优强拥电订阅陆湾听读志线进运选择处乐观请帮讲导备货规缩术划际视频轻松认远转换达债务担称复杂"
)
_ONE_SCRIPT = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
"""Traditional characters of the trade to simplified ones, character for character, so that places stay places."""

_IRREGULAR = {
    "fell": "fall", "fallen": "fall", "rose": "rise", "risen": "rise", "overtook": "overtake", "overtaken": "overtake",
    "led": "lead", "sold": "sell", "lost": "lose", "grew": "grow", "grown": "grow", "came": "come", "said": "say",
    "says": "say", "told": "tell", "won": "win", "went": "go", "beaten": "beat", "companies": "company",
    "multiples": "multiple", "countries": "country", "currencies": "currency", "people": "people", "has": "have",
    "had": "have", "did": "do", "does": "do", "was": "is", "were": "is", "are": "is", "ratios": "ratio",
    "losses": "loss", "held": "hold", "gotten": "get", "got": "get", "taken": "take", "took": "take", "held ": "hold",
    "analogies": "analogy", "series": "series", "previous": "previous", "sales": "sales", "always": "always",
    "news": "news", "its": "its", "this": "this", "us": "us", "less": "less", "plus": "plus", "minus": "minus",
    "bonus": "bonus", "versus": "versus", "focus": "focus", "vs": "vs", "overseas": "overseas", "need": "need",
    "speed": "speed", "exceed": "exceed", "seed": "seed", "during": "during", "thing": "thing", "king": "king",
    "bring": "bring", "string": "string", "spring": "spring", "nothing": "nothing", "anything": "anything",
    "hundred": "hundred", "red": "red", "indeed": "indeed", "twins": "twin", "being": "be", "meaning": "meaning",
    "overhang": "overhang",
    "times": "times", "pricing": "pricing", "listing": "listing", "earnings": "earnings", "standing": "standing",
    "pairs": "pairs", "whats": "whats", "wats": "wats", "wots": "wots", "pairing": "pairing",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A word, number, mark or Chinese character: as written in small letters, its base form, and where it stands."""

    text: str
    base: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found in a sentence: the keys it stands for, and the words it covers."""

    keys: tuple[str, ...]
    first: int
    last: int
    start: int
    end: int


def plain(text: str) -> str:
    """Returns a cleaned text in small letters and simplified characters, every character in its own place."""
    return folded(text).translate(_ONE_SCRIPT)


def words_of(text: str) -> list[Word]:
    """Returns the words of a cleaned text in order."""
    return [Word(m.group(), base(m.group()), m.start(), m.end()) for m in _WORD.finditer(plain(text))]


def base(word: str) -> str:
    """Returns the form that a word's inflections share; a crude one will do, since phrases are brought to it too."""
    if word in _IRREGULAR:
        regular = _IRREGULAR[word]
        return regular if regular == word else base(regular)
    if len(word) < 4 or not word.isascii() or not word.isalpha():
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return _undoubled(word[: -len(ending)])
    if word.endswith("es") and word[-3] in "sxzh":
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1].removesuffix("e")
    return word.removesuffix("e")


def _undoubled(stem: str) -> str:
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "sl":
        return stem[:-1]
    return stem.removesuffix("e")


class Places:
    """Which stretches of a text are taken. Asking costs the same however many there are."""

    def __init__(self, length: int, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._taken = bytearray(length + 1)
        for start, end in spans:
            self.take(start, end)

    def take(self, start: int, end: int) -> None:
        """Takes a stretch."""
        self._taken[start:end] = b"\1" * max(0, end - start)

    def meets(self, start: int, end: int) -> bool:
        """Decides whether any of a stretch is taken."""
        return self._taken.find(1, start, end) >= 0


_MOST_OVER = 5
"""So many words may be stepped over inside a phrase, so that looking stays linear."""


class Phrases:
    """Many phrases looked for at once, each standing for one or more keys; the longest at a place is taken."""

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        self._root: dict[str, dict[str, object]] = {}
        self.bases: set[str] = set()
        self.starts: set[str] = set()
        for key, written in phrases.items():
            for phrase in written:
                self._add(phrase, key)

    def _add(self, phrase: str, key: str) -> None:
        node: dict[str, object] = self._root  # type: ignore[assignment]
        bases = [w.base for w in words_of(phrase)]
        if not bases:
            return
        self.starts.add(bases[0])
        for step in bases:
            node = node.setdefault(step, {})  # type: ignore[assignment]
        self.bases.update(b for b in bases if b.isascii())
        ends = node.setdefault("", [])
        if isinstance(ends, list) and key not in ends:
            ends.append(key)

    def find(self, words: list[Word], over: frozenset[str] = frozenset()) -> list[Hit]:
        """Returns the phrases of a sentence from left to right, none overlapping another.

        Words whose base is one of `over` may stand inside a phrase: how many Zhipu shares are there.
        """
        hits: list[Hit] = []
        place = 0
        root = self._root
        while place < len(words):
            if words[place].base not in root:
                place += 1
                continue
            hit = self._at(words, place, over)
            if hit is None:
                place += 1
            else:
                hits.append(hit)
                place = hit.last + 1
        return hits

    def _at(self, words: list[Word], place: int, over: frozenset[str]) -> Hit | None:
        node: dict[str, object] | None = self._root  # type: ignore[assignment]
        best: Hit | None = None
        skipped = 0
        for index in range(place, len(words)):
            base = words[index].base
            if node and skipped < _MOST_OVER and index > place and base in over and base not in node:
                skipped += 1
                continue
            node = node.get(base) if node else None  # type: ignore[assignment]
            if not node:
                break
            ends = node.get("")
            if isinstance(ends, list):
                best = Hit(tuple(ends), place, index, words[place].start, words[index].end)
        return best


def listed(text: str) -> dict[str, list[str]]:
    """Returns the phrases of a lexicon: a line `KEY: one | another`, continued on lines that name no key."""
    found: dict[str, list[str]] = {}
    key = ""
    for line in text.splitlines():
        match = re.match(r"([A-Z_]+|[a-z_]+):\s(.*)", line.strip() + " ")
        rest = line
        if match:
            key, rest = match[1], match[2]
        if key and rest.strip():
            found.setdefault(key, []).extend(p.strip() for p in rest.split("|") if p.strip())
    return found


def is_han(word: str) -> bool:
    """Decides whether a word is a Chinese character."""
    return _HAN.match(word) is not None
