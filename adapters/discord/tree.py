"""Discord's commands, made from the rows of the command table."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from inspect import Parameter, Signature
from typing import Any

import discord
from discord import app_commands

from bot.call import Ask
from bot.commands.desk import Desk, Result
from bot.schema import Command, CommandTable, Option
from bot.text import LONGEST_INPUT, Language, Message
from bot.words.clipping import clipped
from bot.words.writer import Writer

LONGEST_DESCRIPTION = 100
"""Characters of a command's or option's description:
discord.com/developers/docs/interactions/application-commands#application-command-object"""

SUGGESTED = frozenset({"company", "companies", "measure"})
"""Kinds of option whose names are offered while they are typed."""

Row = Command[Desk, Result]
Asked = Callable[[discord.Interaction, Row, Ask], Awaitable[None]]
Typing = Callable[[discord.Interaction, Option, str], Coroutine[Any, Any, list[app_commands.Choice[str]]]]
Suggested = Callable[[discord.Interaction, str], Coroutine[Any, Any, list[app_commands.Choice[str]]]]
WriterOf = Callable[[Language], Writer]


def commands_of(
    table: CommandTable[Desk, Result], writer_of: WriterOf, asked: Asked, typing: Typing
) -> list[app_commands.Command[Any, ..., Any]]:
    """Returns every row of the command table as a command of Discord's with typed options, required ones first."""
    return [_command(row, writer_of("en"), asked, typing) for row in table.commands]


def _command(row: Row, writer: Writer, asked: Asked, typing: Typing) -> app_commands.Command[Any, ..., Any]:
    async def callback(interaction: discord.Interaction, **given: str | None) -> None:
        await asked(interaction, row, Ask(row.name, "", {name: value for name, value in given.items() if value}))

    options = sorted(row.options, key=lambda option: not option.required)
    # discord.py reads a command's options off its callback's signature.
    callback.__signature__ = Signature(  # type: ignore[attr-defined]
        [
            Parameter("interaction", Parameter.POSITIONAL_OR_KEYWORD, annotation=discord.Interaction),
            *(_parameter(option) for option in options),
        ]
    )
    if options:
        app_commands.describe(**{option.name: _described(option.summary, writer) for option in options})(callback)
        app_commands.rename(**{option.name: _named(option) for option in options})(callback)
    offered = {option.name: _offered(option) for option in options if option.choices}
    if offered:
        app_commands.choices(**offered)(callback)
    suggested = {option.name: _suggested(option, typing) for option in options if option.kind in SUGGESTED}
    if suggested:
        app_commands.autocomplete(**suggested)(callback)
    zh = row.names_zh[0] if row.names_zh else ""
    return app_commands.Command(
        name=app_commands.locale_str(row.name, zh=zh),
        description=_described(row.summary, writer),
        callback=callback,
    )


def _parameter(option: Option) -> Parameter:
    kind = str if option.choices else app_commands.Range[str, 1, LONGEST_INPUT]
    default = Parameter.empty if option.required else None
    return Parameter(option.name, Parameter.POSITIONAL_OR_KEYWORD, annotation=kind, default=default)


def _named(option: Option) -> app_commands.locale_str:
    return app_commands.locale_str(option.name, option=option.name)


def _described(key: str, writer: Writer) -> app_commands.locale_str:
    return app_commands.locale_str(clipped(writer.plain(Message(key)), LONGEST_DESCRIPTION), key=key)


def _offered(option: Option) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=choice, value=choice) for choice in option.choices]


def _suggested(option: Option, typing: Typing) -> Suggested:
    async def suggested(interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        return await typing(interaction, option, current)

    return suggested
