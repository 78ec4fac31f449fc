"""Every setting of Twinstar, read once from the environment or a .env file."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from platformdirs import user_data_path
from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.text import Language


def default_database() -> str:
    """Returns the address of the SQLite file in the user's own data folder."""
    return f"sqlite:///{user_data_path('twinstar') / 'twinstar.db'}"


class Settings(BaseSettings):
    """Settings by their usual names. Each field's description is its line in the README and in .env.example."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", frozen=True)

    database_url: str = Field(
        default_factory=default_database,
        validation_alias="DATABASE_URL",
        description="Where facts and conversations are kept: sqlite:///path/to/file.db, or a postgresql:// address. "
        "Default: twinstar.db in the user's data folder.",
    )
    language: Language | None = Field(
        default=None,
        validation_alias="TWINSTAR_LANGUAGE",
        description="en or zh: the language of every answer in the terminal. Default: the language of each question.",
    )
    log_file: Path | None = Field(
        default=None,
        validation_alias="TWINSTAR_LOG",
        description="File that is logged to. Default: standard error.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="warning",
        validation_alias="TWINSTAR_LOG_LEVEL",
        description="What is worth a line in the log: debug, info, warning or error. Default: warning, which is "
        "nothing while all is well.",
    )
    log_format: Literal["text", "json"] = Field(
        default="text",
        validation_alias="TWINSTAR_LOG_FORMAT",
        description="text, or json for one object a line with at, level, logger, said and trace. Secrets are hidden "
        "in both. Default: text.",
    )
    discord_token: SecretStr = Field(
        default=SecretStr(""),
        validation_alias="DISCORD_TOKEN",
        description="The bot's token, from the page “Bot” of its application on discord.com/developers.",
    )
    discord_api_url: str = Field(
        default="",
        validation_alias="DISCORD_API_URL",
        description="Another address of Discord's API, with its version, as in http://127.0.0.1:8080/api/v10.",
    )
    discord_gateway_url: str = Field(
        default="",
        validation_alias="DISCORD_GATEWAY_URL",
        description="Another address of Discord's gateway, as in ws://127.0.0.1:8080/.",
    )
    discord_channels: str = Field(
        default="",
        pattern=r"^[\d,\s]*$",
        validation_alias="DISCORD_CHANNELS",
        description="Ids of the only channels of servers in which the bot is used, parted by commas. Default: all.",
    )
    slack_bot_token: SecretStr = Field(
        default=SecretStr(""),
        validation_alias="SLACK_BOT_TOKEN",
        description="The bot's token (xoxb-…) of one workspace, from “OAuth & Permissions” on api.slack.com/apps.",
    )
    slack_app_token: SecretStr = Field(
        default=SecretStr(""),
        validation_alias="SLACK_APP_TOKEN",
        description="The app's token (xapp-…) with connections:write, for Socket Mode, which needs no public address.",
    )
    slack_signing_secret: SecretStr = Field(
        default=SecretStr(""),
        validation_alias="SLACK_SIGNING_SECRET",
        description="Proves that a request is Slack's, for HTTP; from the page “Basic Information”.",
    )
    slack_client_id: str = Field(
        default="",
        validation_alias="SLACK_CLIENT_ID",
        description="With SLACK_CLIENT_SECRET lets any workspace install the app at /slack/install, for HTTP.",
    )
    slack_client_secret: SecretStr = Field(
        default=SecretStr(""),
        validation_alias="SLACK_CLIENT_SECRET",
        description="From the page “Basic Information”, beside the client's id.",
    )
    slack_api_url: str = Field(
        default="https://slack.com/api/",
        validation_alias="SLACK_API_URL",
        description="Another address of Slack's Web API, as in http://127.0.0.1:8080/api/.",
    )
    slack_command: str = Field(
        default="/twinstar",
        pattern=r"^/[a-z0-9_-]{1,31}$",
        validation_alias="TWINSTAR_SLACK_COMMAND",
        description="The slash command on Slack. Default: /twinstar.",
    )
    slack_aliases: str = Field(
        default="",
        pattern=r"^[a-z0-9_,\s-]*$",
        validation_alias="TWINSTAR_SLACK_ALIASES",
        description="Commands with a slash command of their own on Slack, parted by commas, as in compare, value. "
        "Default: none.",
    )
    port: int = Field(
        default=3000,
        ge=0,
        le=65535,
        validation_alias="PORT",
        description="Where requests of Slack are listened for over HTTP, and /health is answered: 200 while all is "
        "well, else 503. Without HTTP from Slack it is listened on only where this is set. Default: 3000.",
    )
    public_url: str = Field(
        default="",
        validation_alias="TWINSTAR_URL",
        description="The address under which Slack reaches this machine over HTTP, as in https://twinstar.example.org.",
    )
    key: SecretStr = Field(
        default=SecretStr(""),
        validation_alias="TWINSTAR_KEY",
        description="Encrypts the tokens of installations; `twinstar key` prints one. To replace it put the new one "
        "first, then a comma and the old.",
    )
    calls_per_person: int = Field(
        default=20,
        ge=0,
        validation_alias="TWINSTAR_CALLS_PER_PERSON",
        description="Calls that one person may make in a minute; 0 for no limit. Default: 20.",
    )
    calls_per_channel: int = Field(
        default=60,
        ge=0,
        validation_alias="TWINSTAR_CALLS_PER_CHANNEL",
        description="Calls that one channel may make in a minute; 0 for no limit. Default: 60.",
    )
    prices: str = Field(
        default="yahoo",
        pattern=r"^\s*(none|(yahoo|eodhd|feed)(\s*,\s*(yahoo|eodhd|feed))*)?\s*$",
        validation_alias="TWINSTAR_PRICES",
        description="Who is asked for daily prices: yahoo, eodhd, feed, parted by commas, the one believed first "
        "at the head; none asks nobody. Default: yahoo.",
    )
    quotes_minutes: int = Field(
        default=30,
        ge=0,
        le=240,
        validation_alias="TWINSTAR_QUOTES",
        description="Minutes between two looks at prices within a session, for listed companies that a rule watches or "
        "somebody has asked about, only while their exchange deals; 0 for never. Default: 30.",
    )
    eodhd_token: SecretStr = Field(
        default=SecretStr(""),
        validation_alias="EODHD_API_TOKEN",
        description="The token of an account at eodhd.com, for TWINSTAR_PRICES=eodhd.",
    )
    feed: SecretStr = Field(
        default=SecretStr(""),
        validation_alias="TWINSTAR_FEED",
        description="Your own prices, for TWINSTAR_PRICES=feed: a CSV file, or an address that answers with CSV or "
        "JSON and may hold {ticker}, {first} and {last}.",
    )
    yahoo_url: str = Field(
        default="",
        validation_alias="TWINSTAR_YAHOO_URL",
        description="One address in place of all of Yahoo's, as in http://127.0.0.1:8080.",
    )
    eodhd_url: str = Field(
        default="https://eodhd.com/api",
        validation_alias="EODHD_API_URL",
        description="Another address of EODHD, as in http://127.0.0.1:8080/api.",
    )
    rates_url: str = Field(
        default="https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip",
        validation_alias="TWINSTAR_RATES_URL",
        description="Another address of the European Central Bank's reference rates, as a zip of its CSV file; none "
        "leaves it at the packaged ones.",
    )
    operators: str = Field(
        default="",
        validation_alias="TWINSTAR_OPERATORS",
        description="Who may let a price in from quarantine on a platform, which counts for everybody: ids as in "
        "slack:U0123, discord:4567, parted by commas. Default: only whoever sits at the terminal.",
    )


def configured(settings: Settings) -> list[str]:
    """Returns the platforms for which anything is set."""
    slack = (settings.slack_bot_token, settings.slack_app_token, settings.slack_signing_secret)
    found = ["slack"] if any(each.get_secret_value() for each in slack) else []
    return [*found, "discord"] if settings.discord_token.get_secret_value() else found
