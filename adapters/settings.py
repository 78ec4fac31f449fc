"""Every setting of Twinstar, read once from the environment or a .env file."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field
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
        description="File that the terminal logs to. Default: no log beyond what went wrong, on standard error.",
    )
