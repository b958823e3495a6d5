"""How whoever runs a Townlet lets people in: the director's link, and `townlet token`."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from backend.domain.roles import Role
from backend.store.people.tokens import TokenRow, links, mint_token, revoke_token, token_of
from backend.store.postgres.database import Database
from townlet.cli import app
from townlet.commands.token import LabelUnfit
from townlet.directors_link import FILE, directors_link

URL = "http://127.0.0.1:8000"
Command = Callable[..., Result]


@pytest.fixture(scope="module")
def database(database_url: str) -> Iterator[Database]:
    opened = Database(database_url)
    yield opened
    opened.dispose()


@pytest.fixture
def townlet_token(database_url: str, redis_url: str, tmp_path: Path) -> Command:
    environment = {"DATABASE_URL": database_url, "REDIS_URL": redis_url, "TOWNLET_HOME": str(tmp_path)}
    return lambda *words: CliRunner().invoke(app, ["token", *words], env=environment)


def opened(database: Database, link: str) -> TokenRow | None:
    address, _, secret = link.strip().partition("/#token=")
    assert address.startswith("http"), link
    return token_of(database, secret)


# -- the director's link


def test_the_directors_link_is_the_same_at_each_start(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    link = directors_link(database_url, tmp_path, URL)
    assert directors_link(database_url, tmp_path, URL) == link
    token = opened(database, link)
    assert token is not None
    assert (token.role, token.expires_at) == (Role.DIRECTOR, None)


def test_only_its_owner_reads_the_file_of_the_directors_token(database_url: str, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        link = directors_link(database_url, tmp_path, URL)
    finally:
        os.umask(before)
    kept = tmp_path / FILE
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert kept.read_text().strip() in link
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_a_directors_link_that_was_taken_back_is_made_anew(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    link = directors_link(database_url, tmp_path, URL)
    token = opened(database, link)
    assert token is not None
    revoke_token(database, token.id)
    another = directors_link(database_url, tmp_path, URL)
    assert another != link
    assert opened(database, another) is not None


@pytest.mark.parametrize(
    "kept", [b"", b"twl_of-another-database", b"\xff\xfe", b"twl_a\ntwl_b\n", b"x" * 5000]
)
def test_a_file_that_holds_no_token_of_this_database_is_written_anew(
    database: Database, database_url: str, tmp_path: Path, kept: bytes
) -> None:
    (tmp_path / FILE).write_bytes(kept)
    (tmp_path / FILE).chmod(0o644)
    link = directors_link(database_url, tmp_path, URL)
    assert opened(database, link) is not None
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600


@pytest.mark.parametrize("role", [Role.VIEWER, Role.VISITOR])
def test_a_lesser_token_in_the_file_is_not_printed_as_the_directors(
    database: Database, database_url: str, tmp_path: Path, role: Role
) -> None:
    _, secret = mint_token(database, role)
    (tmp_path / FILE).write_text(secret)
    token = opened(database, directors_link(database_url, tmp_path, URL))
    assert token is not None
    assert token.role is Role.DIRECTOR


def test_starting_a_townlet_prints_the_directors_link_on_a_line_of_its_own(
    project: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "tests.integration.stand_ins", str(tmp_path)]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        url, link = "", ""
        for line in program.stdout:
            if line.startswith("The town is at "):
                url = line.split()[4]
            if "/#token=" in line:
                link = line.strip()
                break
        program.terminate()
        program.stdout.read()
    assert link == f"{url}/#token={(tmp_path / FILE).read_text().strip()}"


# -- townlet token


def test_a_link_is_made_listed_and_taken_back(townlet_token: Command, database: Database) -> None:
    made = townlet_token(
        "new", "visitor", "--label", "Tuesday's guests", "--days", "7", "--url", "https://a.b/"
    )
    assert made.exit_code == 0, made.output
    link = made.output.splitlines()[0]
    assert link.startswith("https://a.b/#token=")
    token = opened(database, link)
    assert token is not None
    assert (token.role, token.label) == (Role.VISITOR, "Tuesday's guests")
    assert token.expires_at is not None
    assert token.expires_at - token.created_at == timedelta(days=7)
    mint_token(database, token.role, parent=token.id)

    listed = townlet_token("list").output
    row = next(line for line in listed.splitlines() if token.id in line)
    assert "visitor" in row
    assert "until" in row
    assert "1 signed in" in row
    assert "Tuesday's guests" in row
    assert link.partition("token=")[2] not in listed

    assert f"townlet token revoke {token.id}" in made.output
    for _ in range(2):
        assert townlet_token("revoke", token.id).exit_code == 0
    assert opened(database, link) is None
    row = next(line for line in townlet_token("list").output.splitlines() if token.id in line)
    assert "taken back" in row
    assert "0 signed in" in row


@pytest.mark.parametrize("role", Role)
def test_there_are_links_of_each_role(townlet_token: Command, database: Database, role: Role) -> None:
    token = opened(database, townlet_token("new", role.value).output.splitlines()[0])
    assert token is not None
    assert (token.role, token.expires_at) == (role, None)


@pytest.mark.parametrize(
    "words",
    [("king",), ("viewer", "--days", "0"), ("viewer", "--days", "-1"), ("viewer", "--days", "99999"), ()],
)
def test_a_link_that_can_not_be_made_is_refused_and_none_is_made(
    townlet_token: Command, database: Database, words: tuple[str, ...]
) -> None:
    before = len(links(database))
    assert townlet_token("new", *words).exit_code == 2
    assert len(links(database)) == before


@pytest.mark.parametrize("label", ["x" * 41, "", "  ", "\x1b[2J", "<b>bold</b>", "a\0b"])
def test_a_label_that_would_spoil_the_list_is_refused(
    townlet_token: Command, database: Database, label: str
) -> None:
    before = len(links(database))
    assert isinstance(townlet_token("new", "viewer", "--label", label).exception, LabelUnfit)
    assert len(links(database)) == before


def test_taking_back_what_nobody_made_says_what_to_do(townlet_token: Command) -> None:
    told = townlet_token("revoke", "k-nobody")
    assert told.exit_code == 1
    assert "list the tokens" in str(told.exception)
