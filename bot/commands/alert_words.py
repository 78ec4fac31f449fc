"""Reading what a rule is to watch: shares coming free, a level, a move, an overtake, a new claim, something due."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.call import Ask
from bot.commands.desk import Desk
from bot.commands.levels import take_level
from bot.commands.reading import Read, only, read
from bot.errors import ProblemError
from bot.rule import (
    LADDER,
    ClaimWatch,
    LevelWatch,
    OvertakeWatch,
    ReleaseWatch,
    Rung,
    StatementWatch,
    Subject,
    SubjectKind,
    Watch,
)
from bot.text import Message

EXAMPLES = ("/alert add unlock zhipu T-7 T-1", "/alert add minimax overtakes zhipu", "/alert add p/arr zhipu below 100")

_UNLOCK = re.compile(r"\b(?:share )?(?:unlocks?|lock-?ups?|releases?)\b|解禁", re.IGNORECASE)
_RUNG = re.compile(r"\bT ?(?P<sign>[-+]) ?(?P<n>\d{1,3})\b|\bT(?P<zero>0)?(?![\w+-])", re.IGNORECASE)
_AT_LEAST = re.compile(r"(?:at least|above|over|>=?|至少|超过|不低于) ?(?P<n>\d{1,2}(?:\.\d+)?) ?%", re.IGNORECASE)
_WITHIN = re.compile(r"(?:within|in|over)? ?(?:the )?(?:next|未来|今后) ?(?P<n>\d{1,4}) ?(?:days?|天)", re.IGNORECASE)
_CLASSES = {
    "cornerstone": ("cornerstone", "cornerstones", "基石"),
    "controlling": ("controlling", "控股"),
    "founder": ("founder", "founders", "创始人"),
    "staff": ("staff", "employees", "员工"),
    "strategic": ("strategic", "战略"),
    "other_pre_ipo": ("pre-ipo", "上市前"),
}
_OVERTAKES = re.compile(r"\b(?:overtakes?|passes|overtaking)\b|反超|赶超|超越", re.IGNORECASE)
_MOVE = re.compile(
    r"\b(?P<way>moves?|rises?|falls?|gains?|drops?)(?: by)? (?P<n>\d{1,3}(?:\.\d+)?) ?%"
    r"(?: (?:in|over|within) (?P<m>\d{1,3}) (?:sessions?|closes?|days?))?",
    re.IGNORECASE,
)
_MOVE_ZH = re.compile(
    r"(?:(?P<before>\d{1,3}) ?个?(?:交易日|天)内?)? ?(?P<way>涨跌|波动|上涨|下跌|涨|跌)(?:幅)?(?:超过|达到?|达)? ?"
    r"(?P<n>\d{1,3}(?:\.\d+)?) ?%(?: ?(?P<m>\d{1,3}) ?个?(?:交易日|天)内?)?"
)
_FALLS = ("fall", "drop", "下跌", "跌")
_RISES = ("rise", "gain", "上涨", "涨")
_EITHER = ("涨跌", "波动")
_EXTREME = re.compile(r"\bnew (?P<which>high|low)s?\b|创?新(?:(?P<up>高)|低)", re.IGNORECASE)
_DRAWDOWN = re.compile(
    r"\b(?:drawdown|falls? from (?:its )?peak)(?: (?:above|over|of|beyond))? (?P<n>\d{1,2}(?:\.\d+)?) ?%"
    r"|(?:从高点)?回撤(?:超过|达到?)? ?(?P<m>\d{1,2}(?:\.\d+)?) ?%",
    re.IGNORECASE,
)
_RATIO = re.compile(r"\bratio\b|比值|倍数比", re.IGNORECASE)
_STALE = re.compile(
    r"\b(?:stale|older than|not updated)(?: (?:for|after))? ?(?P<n>\d{1,4})? ?(?:days?)?"
    r"|(?P<m>\d{1,4}) ?天(?:没有|未)更新",
    re.IGNORECASE,
)
_STATEMENTS = re.compile(r"\b(?:statements?|predictions?)(?: (?:falling )?due)?\b|(?:言论|预测)到期", re.IGNORECASE)
_CLAIMS = re.compile(
    r"\b(?:new|corrected)(?: or corrected)? (?:claims?|figures?)\b|新数据|新披露|数据更正", re.IGNORECASE
)
_STATE = re.compile(
    r"\b(?:while|is|stays|as long as)(?: it is)?\b(?= (?:above|below|over|under))|只要|处于", re.IGNORECASE
)
_CROSSES = re.compile(
    r"\b(?:crosses|crossing|goes|falls|drops|rises)\b(?= (?:above|below|over|under))|上穿|下穿", re.IGNORECASE
)
USUAL_SESSIONS = 5
USUAL_STALE_DAYS = 30


def read_watch(text: str, desk: Desk) -> Watch:
    """Returns what the words ask to watch; amounts without a currency have none yet.

    Raises ProblemError for words that name nothing to watch, or that lack the companies for it.
    """
    if match := _UNLOCK.search(text):
        return _releases(_without(text, match), desk)
    if match := _STATEMENTS.search(text):
        return StatementWatch(_given(_without(text, match), desk, ()).companies)
    if match := _CLAIMS.search(text):
        given = _given(_without(text, match), desk, ("market_value",))
        return ClaimWatch(_some(given.companies), given.measures)
    if match := _OVERTAKES.search(text):
        given = _given(_without(text, match), desk, ("market_value",))
        first, second = _pair(given.companies)
        return OvertakeWatch(first, second, given.measures[0])
    for reader in (_read_move, _read_extreme, _read_drawdown, _read_stale):
        if (watch := reader(text, desk)) is not None:
            return watch
    return _level(text, desk)


def _releases(text: str, desk: Desk) -> ReleaseWatch:
    rungs: dict[Rung, None] = {}
    for rung in _RUNG.finditer(text):
        count = int(rung["n"] or 0)
        rungs[Rung(after=count) if rung["sign"] == "+" and count else Rung(count)] = None
    text = _RUNG.sub(" ", text)
    at_least = within = None
    if match := _AT_LEAST.search(text):
        at_least, text = Decimal(match["n"]) / 100, _without(text, match)
    if match := _WITHIN.search(text):
        within, text = int(match["n"]), _without(text, match)
    classes = []
    for key, words in _CLASSES.items():
        for word in words:
            pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)" if word.isascii() else word, re.IGNORECASE)
            if match := pattern.search(text):
                classes.append(key)
                text = _without(text, match)
    given = _given(re.sub(r"\ball\b|所有|全部|股东|holders?", " ", text), desk, ())
    ladder = tuple(sorted(rungs, key=lambda r: (r.after, -r.before))) or LADDER
    return ReleaseWatch(given.companies, tuple(dict.fromkeys(classes)), at_least, within, ladder)


def _read_move(text: str, desk: Desk) -> Watch | None:
    match = _MOVE.search(text) or _MOVE_ZH.search(text)
    if match is None:
        return None
    given = _given(_without(text, match), desk, ("share_price",))
    before = match.groupdict().get("before")
    sessions = int(match["m"] or before or USUAL_SESSIONS)
    way, part = match["way"].lower(), Decimal(match["n"]) / 100
    falls, rises = way.startswith(_FALLS) and way not in _EITHER, way.startswith(_RISES) and way not in _EITHER
    kind: SubjectKind = "move" if falls or rises else "swing"
    company = _some(given.companies)[0]
    subject = Subject(kind, (company,), given.measures[0], sessions=max(1, sessions))
    level = -part if falls else part
    return LevelWatch(subject, "below" if falls else "above", level, level)


def _read_extreme(text: str, desk: Desk) -> Watch | None:
    match = _EXTREME.search(text)
    if match is None:
        return None
    given = _given(_without(text, match), desk, ("share_price",))
    high = (match["which"] or "").lower() == "high" or bool(match["up"])
    subject = Subject("high" if high else "low", _some(given.companies)[:1], given.measures[0])
    return LevelWatch(subject, "above" if high else "below", Decimal(0), Decimal(0), strict=True)


def _read_drawdown(text: str, desk: Desk) -> Watch | None:
    match = _DRAWDOWN.search(text)
    if match is None:
        return None
    given = _given(_without(text, match), desk, ("share_price",))
    level = Decimal(match["n"] or match["m"]) / 100
    return LevelWatch(Subject("drawdown", _some(given.companies)[:1], "share_price"), "above", level, level)


def _read_stale(text: str, desk: Desk) -> Watch | None:
    match = _STALE.search(text)
    if match is None:
        return None
    given = _given(_without(text, match), desk, ("market_value",))
    days = Decimal(int(match["n"] or match["m"] or USUAL_STALE_DAYS))
    return LevelWatch(Subject("age", _some(given.companies)[:1], given.measures[0]), "above", days, days, event=False)


def _level(text: str, desk: Desk) -> Watch:
    state = _STATE.search(text)
    text = _CROSSES.sub(" ", _STATE.sub(" ", text))
    rest, level = take_level(Ask("alert", text))
    if level is None:
        raise ProblemError(Message("alert-what"), *EXAMPLES, outcome="clarify")
    number, side = Decimal(level["value"]), level["op"]
    words = rest.text
    ratio = _RATIO.search(words)
    given = _given(_without(words, ratio) if ratio else words, desk, ("market_value",))
    companies = _pair(given.companies) if ratio else _some(given.companies)[:1]
    declared = desk.names.vocabulary.measures[given.measures[0]].unit
    if not ratio and declared == "ratio" and number > 1:
        number = number / 100
    currency = "" if ratio else (level.get("currency") or given.currency or "")
    subject = Subject("ratio" if ratio else "figure", tuple(companies), given.measures[0], currency)
    return LevelWatch(subject, "below" if side == "<" else "above", number, number, event=state is None)


def _given(text: str, desk: Desk, default: Sequence[str]) -> Read:
    cleaned = re.sub(r"(?<!\w)%|\bwhen\b|\bif\b|\balert me\b|提醒我?|时候?$|市值(?=反超)", " ", text)
    return only(read(Ask("alert", " ".join(cleaned.split())), desk, default_measures=default), desk, "alert add")


def _some(companies: Sequence[str]) -> tuple[str, ...]:
    if not companies:
        raise ProblemError(Message("needs-company"), *EXAMPLES, outcome="clarify")
    return tuple(companies)


def _pair(companies: Sequence[str]) -> tuple[str, str]:
    if len(companies) != 2:
        raise ProblemError(Message("alert-needs-two"), "/alert add minimax overtakes zhipu", outcome="clarify")
    return companies[0], companies[1]


def _without(text: str, match: re.Match[str]) -> str:
    return f"{text[: match.start()]} {text[match.end() :]}"
