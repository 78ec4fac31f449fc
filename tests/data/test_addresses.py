from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import URL

from data.addresses import AddressError, normalised, shown


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_way_to_write_postgresql_uses_psycopg_3(scheme: str) -> None:
    url = normalised(f"{scheme}://anna:secret@db.example:5433/stars?sslmode=require")
    assert url.drivername == "postgresql+psycopg"
    assert (url.host, url.port, url.database, url.password) == ("db.example", 5433, "stars", "secret")
    assert url.query == {"sslmode": "require"}


@pytest.mark.parametrize("address", ["stars.db", "sqlite:///stars.db"])
def test_a_relative_file_is_found_from_the_working_folder(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert normalised(address).database == str(tmp_path / "stars.db")


def test_an_absolute_file_and_a_home_folder_are_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/anna")
    assert normalised("sqlite:////var/stars.db").database == "/var/stars.db"
    assert normalised("~/stars.db").database == "/home/anna/stars.db"


@pytest.mark.parametrize("address", ["", " ", ":memory:", "sqlite://", "mysql://x/y", "postgres://a:b@c:port/d", "://"])
def test_what_is_no_database_of_ours_is_refused(address: str) -> None:
    with pytest.raises(AddressError):
        normalised(address)


SECRET = "hunter2pass"  # noqa: S105  a password that must not be seen


@pytest.mark.parametrize(
    "address",
    [
        f"postgres://anna:{SECRET}@db/stars",
        f"postgres://anna:p@{SECRET}@db/stars",
        f"postgres://anna:{SECRET}/x@db:port/stars",
        f"postgres://db/stars?user=anna&password={SECRET}&sslmode=require",
        f"mysql://anna:{SECRET}@db/stars",
        f"postgres://:{SECRET}@db",
    ],
)
def test_a_password_is_never_shown(address: str) -> None:
    assert SECRET not in shown(address)
    try:
        assert SECRET not in shown(normalised(address))
    except AddressError as error:
        assert SECRET not in str(error)


@given(st.text(min_size=1), st.text())
def test_no_password_of_any_letters_is_shown(password: str, user: str) -> None:
    url = URL.create("postgresql+psycopg", user or "u", f"{SECRET}{password}", "db", 5432, "stars")
    assert SECRET not in shown(url)
