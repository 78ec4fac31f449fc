"""What the Slack adapter is handed: the house's parts, named for its needs, and its settings."""

from __future__ import annotations

from collections.abc import Callable

from adapters.bootstrap import House
from adapters.charts.studio import Studio
from adapters.settings import Settings
from adapters.slack.asked import PLATFORM
from adapters.slack.house import SlackHouse
from adapters.slack.manifest import as_yaml, manifest
from adapters.slack.start import SlackSettings
from adapters.usage import Usage
from adapters.words import Writers
from bot.answer import AnyChart
from bot.call import Person, Place
from bot.commands.table import command_table
from bot.errors import ProblemError
from bot.ports import Theme
from bot.text import Language, Message, Raw
from data.installation_store import InstallationStore, Seal
from data.leaving import forget_team
from data.seen_store import SeenStore
from data.states import StateStore


def slack_house(house: House, settings: Settings, studio: Studio | None = None) -> SlackHouse:
    """Returns the house as the Slack adapter sees it; without a studio charts are drawn in letters alone."""
    usage = Usage(house.clock, settings.calls_per_person, settings.calls_per_channel)

    def language_of(place: Place, person: Person) -> Language | None:
        return house.settings.language_of(house.settings.workspace_of(place, person), place, person)

    async def draw(chart: AnyChart, language: Language, theme: Theme) -> bytes | None:
        picture = await studio.draw(chart, language, theme) if studio else None
        return picture.png if picture else None

    return SlackHouse(
        take=house.turns.take,
        language_of=language_of,
        writer_of=house.writers.of,
        postings=house.postings,
        seen=SeenStore(house.database, house.clock),
        names=house.table.by_name,
        clock=house.clock,
        forget=forgetting(house),
        refusal=usage.refusal,
        draw=draw if studio else None,
        opens_form=house.table.opens_form,
        welcome=house.welcoming.welcome,
    )


def forgetting(house: House, platform: str = PLATFORM) -> Callable[[str], None]:
    """Returns the deed that deletes everything of a platform's team."""

    def forget(team: str) -> None:
        workspace = house.settings.workspace_of(Place(platform, team, ""), Person(platform, team, ""))
        forget_team(house.database, platform, team, workspace)

    return forget


def slack_settings(house: House, settings: Settings) -> SlackSettings:
    """Returns how to reach Slack, with a sealed store of installations where any workspace may install.

    Raises ProblemError when tokens would have to be kept and there is no key to seal them with.
    """
    many = bool(settings.slack_client_id and settings.slack_signing_secret.get_secret_value())
    many = many and not settings.slack_app_token.get_secret_value()
    key = settings.key.get_secret_value()
    if many and not key:
        raise ProblemError(Message("key-needed"))
    seal = Seal(key.split(",")) if many else None
    return SlackSettings(
        bot_token=settings.slack_bot_token.get_secret_value(),
        app_token=settings.slack_app_token.get_secret_value(),
        signing_secret=settings.slack_signing_secret.get_secret_value(),
        client_id=settings.slack_client_id,
        client_secret=settings.slack_client_secret.get_secret_value(),
        api_url=settings.slack_api_url,
        command=settings.slack_command,
        port=settings.port,
        public_url=settings.public_url,
        installations=InstallationStore(house.database, house.clock, seal) if seal else None,
        states=StateStore(seal, SeenStore(house.database, house.clock), house.clock) if seal else None,
    )


def manifest_text(settings: Settings, language: Language) -> str:
    """Returns the app's manifest as YAML: for HTTP where a public address is set, else for Socket Mode.

    Raises ProblemError for an alias that is no command.
    """
    table = command_table()
    aliases = [name for name in settings.slack_aliases.replace(",", " ").split() if name]
    if unknown := [name for name in aliases if name not in table.by_name]:
        raise ProblemError(Message("unknown-command", {"words": Raw("/" + unknown[0])}))
    url = "" if settings.slack_app_token.get_secret_value() else settings.public_url
    writer = Writers().of(language)
    return as_yaml(manifest(table, writer, command=settings.slack_command, aliases=aliases, url=url))


def new_key() -> str:
    """Returns a new key for TWINSTAR_KEY."""
    return Seal.new_key()
