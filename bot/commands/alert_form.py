"""The form that makes an alert: drawn for what is known of it, with what it would have told, and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.answer import Answer, Block, Cell, Choice, Field, Fields, Notice
from bot.call import Ask
from bot.commands import alert_proof
from bot.commands.alert_fields import KINDS, checked, fields_of, unusual
from bot.commands.alert_keeping import rule_from
from bot.commands.alert_lines import line_of, values_of
from bot.commands.deed import Deed
from bot.commands.desk import Desk
from bot.commands.reading import text_of
from bot.errors import ProblemError
from bot.form import Form, FormField
from bot.rule import Rule
from bot.text import Argument, Message, Several, Typed, folded

FORM, CHECK = "form", "check"
FORM_WORDS = (FORM, "表单", "填表", "新建")
_BARE = ("add", "new", "新增", "添加", "加")
_DROP = ("discard", "放弃")
_EXAMPLES = {
    "unlock": "/alert add unlock zhipu T-7 T-1",
    "level": "/alert add zhipu market value above HK$500bn",
    "move": "/alert add zhipu moves 10% in 5 sessions",
    "overtake": "/alert add minimax overtakes zhipu",
    "ratio": "/alert add ratio zhipu minimax above 6",
    "drawdown": "/alert add zhipu drawdown above 20%",
    "high": "/alert add zhipu new high",
    "low": "/alert add zhipu new low",
    "claims": "/alert add new claims anthropic run rate",
    "stale": "/alert add openai run rate stale 60 days",
    "statements": "/alert add statements openai",
}


def opens(ask: Ask) -> bool:
    """Decides whether an ask of /alert is for the form, by its words alone: a window has to open before all else."""
    first, _, rest = folded(" ".join([ask.text, ask.options.get("alert", "")])).strip().partition(" ")
    return (first in FORM_WORDS and rest.strip() not in _DROP) or (first in _BARE and not rest.strip())


def drawn(words: str, values: Mapping[str, str], desk: Desk) -> Deed:
    """Returns the form with what words or values say of it, and what it would do as far as that can be told."""
    if folded(words) in _DROP:
        return Deed(Answer(Message("form-dropped"), visible_to="asker"))
    form, rule = _form(values or _values(words, desk), desk)
    return Deed(_reading(form, rule, desk), form=form)


def checking(values: Mapping[str, str], desk: Desk) -> Deed:
    """Returns what a form that was sent in would do, to be kept or changed, or what is wrong with it."""
    form, rule = _form(values, desk, sent=True)
    return Deed(_reading(form, rule, desk), form=form)


def _form(values: Mapping[str, str], desk: Desk, *, sent: bool = False) -> tuple[Form, Rule | None]:
    fields = fields_of(values, desk)
    found = checked(fields, desk)
    rule: Rule | None = None
    line = ""
    if len(fields) > 1 and not any(f.fault for f in found):
        line = line_of({f.name: f.value for f in fields})
        try:
            rule = rule_from(line, desk)
        except ProblemError as problem:
            found = _blamed(found, problem)
    shown = found if sent else tuple(f if f.value.strip() else replace(f, fault=None) for f in found)
    form = Form("alert", FORM, CHECK, Message("form-alert"), Message("form-alert-send"), shown)
    if rule is None:
        return replace(form, preview=_waiting(found)), None
    preview = alert_proof.previewed(rule, desk).blocks
    return replace(form, preview=preview, done=Ask("alert", f"add {line}")), rule


def _blamed(fields: tuple[FormField, ...], problem: ProblemError) -> tuple[FormField, ...]:
    """What only the reader of rules finds wrong is said at the last text, else at the company."""
    names = [f.name for f in fields if f.kind == "text"] or ["who"]
    return tuple(replace(f, fault=problem.what) if f.name == names[-1] else f for f in fields)


def _waiting(fields: tuple[FormField, ...]) -> tuple[Block, ...]:
    """What stands where the replay will be: what is wrong, else what is missing."""
    wrong = [f.fault for f in fields if f.fault is not None and f.value.strip()]
    if wrong:
        return tuple(Notice(fault, "warning") for fault in wrong)
    missing = tuple(f.label for f in fields if f.fault is not None and not f.leads)
    return (Notice(Message("form-waiting", {"fields": Several(missing)})),) if missing else ()


def _reading(form: Form, rule: Rule | None, desk: Desk) -> Answer:
    """The form in words and buttons, for wherever none is drawn."""
    if not form.begun:
        choices = tuple(
            Choice(pick.label if isinstance(pick.label, Message) else Message("form-what"), _begun(pick.value, desk))
            for pick in form.fields[0].picks
        )
        return Answer(Message("alert-what"), (Notice(Message("form-choose")),), choices, visible_to="asker")
    change = Choice(Message("choice-form-change"), form.ask(FORM, unusual(form.values)))
    if rule is None or form.done is None:
        what = form.values["what"]
        typed = Notice(Message("form-type", {"example": Typed(_EXAMPLES[what])}))
        held = Fields(tuple(Field(f.label, Cell(_held(f))) for f in form.fields if f.kind != "channel"))
        fill = replace(change, label=Message("choice-form-fill"))
        return Answer(Message("form-alert"), (held, *form.preview, typed), (fill,), visible_to="asker")
    said = alert_proof.previewed(rule, desk)
    change = Choice(Message("choice-form-change"), Ask("alert", f"{FORM} {form.done.text.removeprefix('add ')}"))
    choices = (
        Choice(Message("choice-form-keep"), form.done),
        change,
        Choice(Message("choice-form-drop"), Ask("alert", f"{FORM} {_DROP[0]}")),
    )
    typed = Notice(Message("form-typed-same", {"line": Typed(f"/alert {form.done.text}")}))
    return replace(said, blocks=(*said.blocks, typed), choices=choices)


def _begun(what: str, desk: Desk) -> Ask:
    return Ask("alert", f"{FORM} {' '.join([what, *_context(desk)])}")


def _held(field: FormField) -> Message | None:
    """What a field holds, in words."""
    if field.kind == "text":
        return Message("plain", {"text": Typed(field.value)}) if field.value else None
    labels: tuple[Argument, ...] = tuple(p.label for p in field.picks if p.value in field.values)
    return Message("plain", {"text": Several(labels)}) if labels else None


def _values(words: str, desk: Desk) -> dict[str, str]:
    """Returns what words say of the form: those of a whole rule, else a kind, companies and a measure."""
    if words.strip():
        try:
            return values_of(rule_from(words, desk))
        except ProblemError:
            pass
    first, _, rest = words.partition(" ")
    what = first if first in KINDS else ""
    found = desk.names.find(rest if what else words)
    companies = [f.keys[0] for f in found if f.kind == "company"] or list(_context(desk))
    measures = [f.keys[0] for f in found if f.kind == "measure"]
    values = {"what": what, "who": " ".join(companies[: None if what in ("unlock", "claims") else 1])}
    values |= {"than": companies[1]} if len(companies) > 1 else {}
    values |= {"of": measures[0]} if measures else {}
    return {name: value for name, value in values.items() if value}


def _context(desk: Desk) -> tuple[str, ...]:
    """The companies that the thread spoke of last."""
    return desk.last_plan.companies[:2] if desk.last_plan else ()


def values_in(ask: Ask) -> Mapping[str, str]:
    """Returns the values that an ask brings back from a form; the command's own option of a platform is none."""
    return {name: value for name, value in ask.options.items() if name != "alert"}


def verb_of(ask: Ask) -> str:
    """Returns what an ask wants of the form, nothing where it is about something else."""
    if values_in(ask) and ask.text in (FORM, CHECK):
        return ask.text
    return FORM if opens(ask) or folded(text_of(ask)).partition(" ")[0] in FORM_WORDS else ""
