"""One turn of a conversation: a call is read, the facts it needs are fetched, and it is answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from bot.answer import Answer, Block, Choice, Notice, SetLanguage, Showing
from bot.answers.operations import OPERATIONS, answered
from bot.answers.scene import Scene
from bot.call import Ask, Call
from bot.commands.deed import Deed
from bot.commands.desk import Desk, Result
from bot.commands.hearing import IDENTIFYING, figures_like, spoken
from bot.commands.permitted import UnknownStandingError, permit
from bot.commands.reading import LONGEST_STEP, text_of
from bot.commands.stores import Stores
from bot.errors import Outcome, ProblemError
from bot.facts.book import Needs
from bot.facts.rates import Rates
from bot.form import Form
from bot.local_times import in_zone
from bot.plan import Plan
from bot.ports import Clock, Directory, Facts, Settings, Theme, Threads, Vocabulary
from bot.preferences import Preferences
from bot.questions.amounts import Amount
from bot.questions.names import Names
from bot.questions.outcomes import Declined, Unclear, Understood
from bot.questions.understanding import Reader
from bot.schema import Command, CommandTable
from bot.text import Language, Message, Raw, cleaned, folded, has_han


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of a call: the answer, how it went, the plan it was read as, or what is to be written.

    `showing` is where the channel wants to see answers to commands; None leaves it to the platform. `asks_standing`
    says that it was refused only because nobody has asked the platform whether the asker is an administrator there.
    `broken` says that nobody could read or write just now, so that the same call may well be answered later.
    """

    answer: Answer
    outcome: Outcome
    language: Language
    workspace: str
    plan: Plan | None = None
    showing: Showing | None = None
    theme: Theme | None = None
    asks_standing: bool = False
    deed: Deed | None = None
    broken: bool = False

    @property
    def form(self) -> Form | None:
        """Returns the form that is drawn instead of the answer where a platform draws forms."""
        return self.deed.form if self.deed is not None else None

    @property
    def released(self) -> int:
        """Returns the number of a price that is let in from quarantine, 0 for none."""
        return self.deed.released if self.deed is not None else 0

    @property
    def writes(self) -> bool:
        """Decides whether anything is to be written."""
        return self.deed is not None and self.deed.writes


class Conversation:
    """Answers calls from the ports it is given. Synchronous: the shell runs it where reading may block."""

    def __init__(
        self,
        directory: Directory,
        facts: Facts,
        rates: Rates,
        settings: Settings,
        threads: Threads,
        clock: Clock,
        table: CommandTable[Desk, Result],
        stores: Stores,
    ) -> None:
        self._directory, self._facts, self._rates, self._stores = directory, facts, rates, stores
        self._settings, self._threads, self._clock, self._table = settings, threads, clock, table
        self._names: dict[str, Names] = {}
        self._readers: dict[int, Reader] = {}

    def reply(self, call: Call) -> Reply:
        """Returns the reply to one call. A request that cannot be met is answered too: what was wrong, what to type."""
        workspace = self._settings.workspace_of(call.place, call.person)
        language = self._language(call, workspace)
        names = self._names_of(workspace)
        stores = self._stores
        choices = stores.choices
        preferences = choices.of(workspace, call.place, call.person) if choices is not None else Preferences()
        desk = Desk(
            call,
            names,
            self._rates,
            self._clock.now(),
            self._table,
            language,
            self._threads.last_plan(workspace, call.place),
            self._settings.sets_of(workspace, call.place),
            self._settings.showing_of(workspace, call.place),
            workspace,
            stores.rules,
            self._facts,
            stores.outbox,
            stores.quarantine,
            condition=stores.condition,
            episodes=stores.episodes,
            quietings=stores.quietings,
            digests=stores.digests,
            audit=stores.audit,
            preferences=preferences,
            roles=stores.roles,
            links=stores.links,
            programmes=stores.programmes,
            readers=self._readers,
            identify=partial(self._identified, workspace, names.vocabulary),
        )
        reply = self._replied(desk)
        zone, theme = preferences.of("zone").value, preferences.of("theme").value
        answer = in_zone(reply.answer, zone)
        return replace(reply, answer=answer, theme="dark" if theme == "dark" else "light" if theme else None)

    def _replied(self, desk: Desk) -> Reply:
        language, workspace = desk.language, desk.workspace
        try:
            command, result = _read(desk)
            if isinstance(result, Deed):
                permit(result, command, desk)
                after = _language_after(result, language)
                return Reply(result.answer, "answered", after, workspace, showing=desk.showing, deed=result)
            if isinstance(result, Plan):
                result = Understood(result)
            result = _in_own_currency(result, desk)
            answer, outcome, plan = spoken(
                result, desk.names.vocabulary, lambda plan: self._answer(plan, desk, workspace)
            )
            return Reply(answer, outcome, language, workspace, plan, showing=desk.showing)
        except ProblemError as problem:
            unasked = isinstance(problem, UnknownStandingError)
            return Reply(explained(problem), problem.outcome, language, workspace, asks_standing=unasked)

    def _answer(self, plan: Plan, desk: Desk, workspace: str) -> Answer:
        vocabulary = desk.names.vocabulary
        if plan.operation not in OPERATIONS:
            raise ProblemError(Message("ask-not-answered"), "/help", outcome="refused")
        book = self._facts.snapshot(workspace, OPERATIONS[plan.operation].needs(plan, vocabulary))
        return answered(plan, Scene(vocabulary, book, self._rates, desk.now))

    def _identified(self, workspace: str, vocabulary: Vocabulary, amount: Amount) -> Sequence[tuple[str, str]]:
        measures = tuple(m for m in IDENTIFYING if m in vocabulary.measures)
        return figures_like(amount, self._facts.snapshot(workspace, Needs(tuple(vocabulary.companies), measures)))

    def _names_of(self, workspace: str) -> Names:
        """The index of names costs more than a question, so it is kept until the vocabulary's version changes."""
        vocabulary = self._directory.vocabulary(workspace)
        names = self._names.get(vocabulary.version)
        if names is None:
            names = self._names[vocabulary.version] = Names(vocabulary)
        return names

    def _language(self, call: Call, workspace: str) -> Language:
        chosen = call.language or self._settings.language_of(workspace, call.place, call.person)
        return chosen or ("zh" if has_han(call.ask.typed) else "en")


_COMPARING = ("compare", "rank", "difference")
"""Operations that put amounts side by side, and so in one currency."""


def _in_own_currency(heard: Understood | Unclear | Declined, desk: Desk) -> Understood | Unclear | Declined:
    """What compares amounts and names no currency is answered in the one that holds here."""
    currency = desk.preferences.of("currency").value
    if not currency or not isinstance(heard, Understood) or heard.plan.currency is not None:
        return heard
    if heard.plan.operation not in _COMPARING:
        return heard
    return replace(heard, plan=heard.plan.with_changes(currency=currency))


def explained(problem: ProblemError) -> Answer:
    """Returns a problem as an answer that only the asker sees: what was wrong, and what can be typed instead."""
    choices = tuple(
        Choice(Message("choice-try", {"example": Raw(step.text)}), Ask.of(step.text))
        for step in problem.next_step
        if step.text.startswith("/")
    )
    blocks: tuple[Block, ...] = ()
    if problem.next_step:
        blocks = (Notice(Message("type-next", {"steps": _either(problem)})),)
    return Answer(problem.what, blocks, choices, visible_to="asker")


def _either(problem: ProblemError) -> Message:
    first, *rest = problem.next_step
    said = Message("plain", {"text": first})
    for step in rest:
        said = Message("either", {"first": said, "second": step})
    return said


_SPOKEN_COMMANDS = ("help", "帮助")
"""Commands that people type without the stroke when they do not know what else to type."""


def _read(desk: Desk) -> tuple[Command[Desk, Result], Result]:
    ask = desk.call.ask
    name, text = (ask.command, ask.text) if ask.command else _apart(ask)
    if not name and not text:
        raise ProblemError(Message("empty"), "/value zhipu", "/help", outcome="clarify")
    if not name and folded(text.strip(" ?!？！。.")) in _SPOKEN_COMMANDS:
        name, text = "help", ""
    command = desk.table.by_name.get(name or "ask")
    if command is None:
        raise _no_such_command(name, text, desk)
    return command, command.run(Ask(command.name, text, ask.options), desk)


def _apart(ask: Ask) -> tuple[str, str]:
    """Splits typed text into the command it begins with, if any, and the words behind it."""
    text = text_of(Ask("", ask.text))
    if not text.startswith("/"):
        return "", text
    name, _, rest = text[1:].partition(" ")
    return folded(name), rest


def _no_such_command(name: str, text: str, desk: Desk) -> ProblemError:
    near = [n for n in desk.table.by_name if n[:2] == name[:2]]
    behind = f" {cleaned(text)}" if 0 < len(text) <= LONGEST_STEP else ""
    steps = [f"/{n}{behind}" for n in near[:2]] or ["/help"]
    return ProblemError(Message("unknown-command", {"words": Raw("/" + cleaned(name)[:40])}), *steps)


def _language_after(deed: Deed, language: Language) -> Language:
    """A change of one's own language is confirmed in the new one."""
    chosen = next((c.language for c in deed.changes if isinstance(c, SetLanguage) and c.language), language)
    own = next((s.value for s in deed.settings if s.name == "language" and s.scope == "person"), "")
    return "zh" if own == "zh" else "en" if own == "en" else chosen
