"""/alert: rules to be told by, each shown with what it would have said before anybody relies on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.alerts import saying
from bot.answer import Answer, Cell, Choice, Column, Field, Fields, Table
from bot.call import Ask
from bot.commands import alert_episodes, alert_form, alert_proof
from bot.commands.alert_health import damaged, health, set_aside
from bot.commands.alert_keeping import add, confirmed, edited, rule_from
from bot.commands.alert_trial import tested
from bot.commands.alert_words import EXAMPLES
from bot.commands.deed import Deed
from bot.commands.desk import Desk, Result
from bot.commands.reading import text_of
from bot.days import Instant
from bot.errors import ProblemError
from bot.ports import KeptRule
from bot.rule import DropRule, KeepRule, Rule
from bot.schema import Command, Option
from bot.text import Message, Raw, Term, folded

_VERBS = {
    "add": ("add", "new", "新增", "添加", "加"),
    "list": ("list", "列表", "清单"),
    "show": ("show", "查看", "详情"),
    "pause": ("pause", "mute", "暂停"),
    "resume": ("resume", "恢复", "继续"),
    "edit": ("edit", "change", "修改", "调整"),
    "remove": ("remove", "delete", "drop", "删除", "移除"),
    "preview": ("preview", "预览", "试算"),
    "replay": ("replay", "backtest", "回放", "回测"),
    "health": ("health", "deliveries", "送达", "状态"),
    "renew": ("renew", "续期", "延期"),
    "test": ("test", "试发", "测试"),
    "here": ("here", "在此", "这里"),
    "open": ("open", "episodes", "进行中"),
    "ack": ("ack", "acknowledge", "认领", "收到"),
    "snooze": ("snooze", "稍后", "推迟"),
    "resolve": ("resolve", "解决", "结束"),
    "log": ("log", "记录", "经过"),
}
_ALL = ("all", "everywhere", "全部", "所有")
_LAST = ("last", "最近")
RENEWED_DAYS = 90


def change(ask: Ask, desk: Desk) -> Deed:
    """Returns the change of a workspace's rules, or what was asked about them.

    Raises ProblemError for a verb that is none, a rule that is not there, and words that ask for nothing to watch.
    """
    form = alert_form.verb_of(ask)
    if form == alert_form.CHECK:
        return alert_form.checking(alert_form.values_in(ask), desk)
    if form and (values := alert_form.values_in(ask)):
        return alert_form.drawn("", values, desk)
    first, _, rest = text_of(ask).partition(" ")
    rest = rest.strip()
    if form:
        return alert_form.drawn(rest, {}, desk)
    verb = next((v for v, words in _VERBS.items() if folded(first) in words), "")
    match verb:
        case "list":
            return Deed(_listed(desk, everywhere=folded(rest) in _ALL))
        case "open":
            return Deed(alert_episodes.listed(desk))
        case "add":
            return add(rest, desk)
        case "health":
            return health(rest, desk)
        case "preview":
            return Deed(alert_proof.previewed(_named_or_asked(rest, desk), desk))
        case "replay":
            return Deed(alert_proof.replayed(_named_or_asked(rest, desk), desk))
        case "":
            if not first:
                return Deed(_listed(desk, everywhere=False))
            return add(text_of(ask), desk)
    name, _, words = rest.partition(" ")
    if verb in alert_episodes.VERBS:
        return alert_episodes.marked(verb, name, words, desk)
    if verb == "remove" and (id := _damaged(name, desk)):
        said = Message("alert-removed-damaged", {"id": Raw(id)})
        return Deed(Answer(said, visible_to="asker"), rules=(DropRule(id),))
    kept = _named(name, desk)
    match verb:
        case "show":
            return Deed(_shown(kept, desk))
        case "pause":
            return _paused(kept.rule, desk, paused=True)
        case "resume":
            return _paused(kept.rule, desk, paused=False)
        case "edit":
            return edited(kept.rule, words, desk)
        case "test":
            return tested(kept.rule, desk)
        case "here":
            return _here(kept.rule, desk)
        case "renew":
            return _renewed(kept.rule, desk)
        case _:
            said = Message("alert-removed", {"rule": saying.rule_words(kept.rule, desk.names.vocabulary)})
            closed = alert_episodes.closed_with(kept.rule, desk)
            return Deed(Answer(said, visible_to="asker"), rules=(DropRule(kept.rule.id),), episodes=closed)


def _kept(desk: Desk) -> list[KeptRule]:
    return list(desk.rules.of(desk.workspace)) if desk.rules else []


def _named(name: str, desk: Desk) -> KeptRule:
    """A rule by its name; the last one that was made where none is given or `last` is typed."""
    kept = _kept(desk)
    wanted = folded(name)
    here = [k for k in kept if _told_here(k, desk)]
    if wanted in _LAST and here:
        return here[-1]
    found = [k for k in kept if wanted and k.rule.id.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if id := _damaged(name, desk):
        raise ProblemError(Message("alert-is-damaged", {"id": Raw(id)}), "/alert health", f"/alert remove {id}")
    steps = [f"/alert show {k.rule.id}" for k in here[-3:]] or ["/alert list", EXAMPLES[0]]
    raise ProblemError(Message("alert-not-there", {"words": Raw(name[:40])}), *steps, outcome="clarify")


def _damaged(name: str, desk: Desk) -> str:
    """The id of a rule that cannot be read any more, empty where a name is that of another one or of none."""
    wanted, readable = folded(name), {k.rule.id for k in _kept(desk)}
    ids = desk.rules.damaged(desk.workspace) if desk.rules and wanted else ()
    found = [id for id in ids if id.startswith(wanted) and id not in readable]
    return found[0] if len(found) == 1 and not any(id.startswith(wanted) for id in readable) else ""


def _told_here(kept: KeptRule, desk: Desk) -> bool:
    place = replace(desk.call.place, thread="")
    return any(replace(each, thread="") == place for each in kept.rule.destinations)


def _named_or_asked(text: str, desk: Desk) -> Rule:
    """A rule that is kept, or one that words ask for and nobody has kept."""
    name = folded(text)
    if name in ("", *_LAST) or any(k.rule.id == name for k in _kept(desk)):
        return _named(name or "last", desk).rule
    return rule_from(text, desk)


def _shown(kept: KeptRule, desk: Desk) -> Answer:
    rule = kept.rule
    answer = confirmed("alert-shown", rule, desk, kept=True)
    state = Message("alert-is-paused") if rule.paused else Term("phase", kept.phase or "unseen")
    stands = [Field(Message("alert-stands"), Cell(state))]
    if kept.blind is not None and not rule.paused:
        stands.append(Field(Message("column-blind-since"), Cell(Message("plain", {"text": kept.blind.since}))))
        if kept.blind.why:
            stands.append(Field(Message("column-reason"), Cell(Term("fault", kept.blind.why))))
    fields = Fields(tuple(stands))
    toggle = "resume" if rule.paused else "pause"
    choices = (
        *(c for c in answer.choices if not c.ask.text.startswith("pause")),
        Choice(Message(f"choice-{toggle}"), Ask("alert", f"{toggle} {rule.id}")),
    )
    return replace(answer, blocks=(fields, *answer.blocks), choices=choices)


def _paused(rule: Rule, desk: Desk, *, paused: bool) -> Deed:
    verb = "resume" if paused else "pause"
    key = "alert-paused" if paused else "alert-resumed"
    said = Message(key, {"rule": saying.rule_words(rule, desk.names.vocabulary)})
    choice = Choice(Message(f"choice-{verb}"), Ask("alert", f"{verb} {rule.id}"))
    answer = Answer(said, choices=(choice,), visible_to="asker")
    return Deed(answer, rules=(KeepRule(replace(rule, paused=paused, made_at=desk.now)),))


def _here(rule: Rule, desk: Desk) -> Deed:
    """Told in this channel too, on whichever platform it is."""
    place = replace(desk.call.place, thread="")
    places = rule.destinations if place in rule.destinations else (*rule.destinations, place)
    said = Message("alert-told-here", {"rule": saying.rule_words(rule, desk.names.vocabulary), "count": len(places)})
    return Deed(Answer(said), rules=(KeepRule(replace(rule, destinations=places)),))


def _renewed(rule: Rule, desk: Desk) -> Deed:
    end = Instant(desk.now.at + timedelta(days=RENEWED_DAYS))
    if rule.expires_at is not None and not rule.paused:
        end = Instant(rule.expires_at.at + timedelta(days=RENEWED_DAYS))
    longer = replace(rule, expires_at=end, paused=False)
    said = Message(
        "alert-renewed",
        {"rule": saying.rule_words(rule, desk.names.vocabulary), "day": end.day_in(rule.zone or "UTC")},
    )
    return Deed(Answer(said, visible_to="asker"), rules=(KeepRule(longer),))


def _listed(desk: Desk, *, everywhere: bool) -> Answer:
    """The rules that tell this channel, or all of the workspace."""
    kept = [k for k in _kept(desk) if everywhere or _told_here(k, desk)]
    if not kept:
        choices = tuple(
            Choice(Message("choice-try", {"example": Raw(example)}), Ask.of(example)) for example in EXAMPLES
        )
        return Answer(damaged(desk) or Message("alert-none"), set_aside(desk), choices, visible_to="asker")
    rows = tuple(
        (
            Cell(Raw(k.rule.id)),
            Cell(saying.rule_words(k.rule, desk.names.vocabulary)),
            Cell(saying.often(k.rule)),
            Cell(Message("alert-is-paused") if k.rule.paused else Term("phase", k.phase or "unseen")),
        )
        for k in kept
    )
    columns = (
        Column(Message("column-rule")),
        Column(Message("column-watches")),
        Column(Message("alert-how-often")),
        Column(Message("alert-stands")),
    )
    listed = Message("alert-listed-all" if everywhere else "alert-listed", {"count": len(kept)})
    choices = () if everywhere else (Choice(Message("choice-list-all"), Ask("alert", "list all")),)
    table = Table(Message("alert-listed-caption"), columns, rows)
    return Answer(listed, (*set_aside(desk), table), choices, visible_to="asker")


COMMAND: Command[Desk, Result] = Command(
    name="alert",
    summary="command-alert",
    options=(Option("alert", "text", "option-alert"),),
    examples=(
        "/alert add unlock zhipu T-7 T-1",
        "/alert add minimax overtakes zhipu",
        "/alert add p/arr zhipu below 100",
        "/alert add zhipu moves 10% in 5 sessions",
        "/alert add 解禁 智谱 T-7 T-1",
        "/alert add 智谱 5个交易日内 涨跌 10%",
        "/alert add zhipu market value above HK$500bn band 5% held 2 closes until 2027-03-01",
        "/alert new",
        "/alert form level zhipu",
        "/alert list",
        "/alert show last",
        "/alert edit last cooldown 24 hours",
        "/alert preview ratio zhipu minimax above 6",
        "/alert replay anthropic overtakes openai",
        "/alert pause last",
        "/alert resume last",
        "/alert here last",
        "/alert open",
        "/alert test last",
        "/alert remove last",
        "/alert health",
    ),
    run=change,
    effect="changes",
    needs="edit",
    names_zh=("提醒", "预警"),
    opens_form=alert_form.opens,
)
