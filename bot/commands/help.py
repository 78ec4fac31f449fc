"""/help: what can be asked, with examples that work as typed."""

from __future__ import annotations

from bot.answer import Answer, Cell, Choice, Column, Prose, Table
from bot.call import Ask
from bot.commands.deed import Deed
from bot.commands.desk import Desk, Result
from bot.commands.reading import text_of
from bot.errors import ProblemError
from bot.schema import Command, Option
from bot.text import Argument, Message, Raw, Typed, folded

MOST_CHOICES = 4
_MEASURES = ("measures", "measure", "指标")
_COMPANIES = ("companies", "company", "公司")


def explain(ask: Ask, desk: Desk) -> Deed:
    """Returns the list of commands, one command in full, or the measures or companies that can be named.

    Raises ProblemError for a topic that there is no help on.
    """
    topic = folded(text_of(ask)).removeprefix("/")
    if not topic:
        return Deed(_overview(desk))
    if topic in _MEASURES:
        return Deed(_measures(desk))
    if topic in _COMPANIES:
        return Deed(_companies(desk))
    command = desk.table.by_name.get(topic)
    if command is None:
        raise ProblemError(Message("help-unknown", {"words": Raw(topic[:40])}), "/help", "/help measures")
    return Deed(_one(command))


def _overview(desk: Desk) -> Answer:
    rows = tuple(
        (Cell(Typed(f"/{c.name}")), Cell(Message(c.summary)), Cell(Typed(c.examples[0]))) for c in desk.table.commands
    )
    columns = (Column(Message("column-command")), Column(Message("column-what")), Column(Message("column-example")))
    topics: dict[str, Argument] = {"measures": Typed("/help measures"), "companies": Typed("/help companies")}
    return Answer(
        Message("help-headline"),
        (Table(Message("help-caption"), columns, rows), Prose((Message("help-topics", topics),))),
        tuple(_try(c.examples[0]) for c in desk.table.commands if c.effect == "answers")[:MOST_CHOICES],
        visible_to="asker",
    )


def _one(command: Command[Desk, Result]) -> Answer:
    rows = tuple(
        (
            Cell(Raw(option.name.replace("_", " "))),
            Cell(Message(option.summary)),
            Cell(Message("option-required" if option.required else "option-optional")),
        )
        for option in command.options
    )
    columns = (Column(Message("column-option")), Column(Message("column-what")), Column(Message("column-needed")))
    return Answer(
        Message("help-command", {"command": Typed(f"/{command.name}"), "summary": Message(command.summary)}),
        (Table(Message("help-options-caption"), columns, rows),) if rows else (),
        tuple(_try(example) for example in command.examples[:MOST_CHOICES]),
        visible_to="asker",
    )


def _measures(desk: Desk) -> Answer:
    rows = tuple((Cell(m.name), Cell(m.definition)) for m in desk.names.vocabulary.measures.values())
    columns = (Column(Message("column-measure")), Column(Message("column-what")))
    return Answer(Message("help-measures"), (Table(Message("help-measures"), columns, rows),), visible_to="asker")


def _companies(desk: Desk) -> Answer:
    rows = tuple((Cell(c.name), Cell(Raw(c.key)), Cell(c.legal_name)) for c in desk.names.vocabulary.companies.values())
    columns = (
        Column(Message("column-company")),
        Column(Message("column-typed")),
        Column(Message("column-legal-name")),
    )
    return Answer(Message("help-companies"), (Table(Message("help-companies"), columns, rows),), visible_to="asker")


def _try(example: str) -> Choice:
    return Choice(Message("choice-try", {"example": Raw(example)}), Ask.of(example))


COMMAND: Command[Desk, Result] = Command(
    name="help",
    summary="command-help",
    options=(Option("topic", "text", "option-topic"),),
    examples=("/help", "/help value", "/help measures"),
    run=explain,
    names_zh=("帮助",),
)
