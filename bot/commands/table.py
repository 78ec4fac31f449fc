"""The one command table. Platforms' own commands, the manifest, help and the README's list are made from it."""

from __future__ import annotations

from bot.commands import (
    alert,
    answers,
    ask,
    audit,
    claims,
    compare,
    coverage,
    difference,
    digest,
    events,
    explain,
    figures_csv,
    forget,
    history,
    home,
    language,
    link,
    mirror,
    overhang,
    quarantine,
    questions,
    quiet,
    rank,
    ratio,
    reversals,
    role,
    sets,
    settings,
    sources,
    status,
    study,
    unlocks,
    value,
    what_if,
)
from bot.commands import help as help_
from bot.commands.desk import Desk, Result
from bot.schema import Command, CommandTable

COMMANDS: tuple[Command[Desk, Result], ...] = (
    ask.COMMAND,
    compare.COMMAND,
    value.COMMAND,
    ratio.COMMAND,
    difference.COMMAND,
    rank.COMMAND,
    history.COMMAND,
    reversals.COMMAND,
    mirror.COMMAND,
    overhang.COMMAND,
    what_if.COMMAND,
    unlocks.COMMAND,
    unlocks.LADDER,
    study.COMMAND,
    claims.COMMAND,
    explain.COMMAND,
    sources.COMMAND,
    coverage.COMMAND,
    status.COMMAND,
    sets.COMMAND,
    alert.COMMAND,
    quarantine.COMMAND,
    quiet.COMMAND,
    digest.COMMAND,
    events.COMMAND,
    audit.COMMAND,
    home.COMMAND,
    figures_csv.COMMAND,
    help_.COMMAND,
    language.COMMAND,
    questions.COMMAND,
    answers.COMMAND,
    settings.COMMAND,
    role.COMMAND,
    link.COMMAND,
    forget.COMMAND,
)


def command_table() -> CommandTable[Desk, Result]:
    """Returns every command by name; raises ValueError when two share one."""
    return CommandTable(COMMANDS)
