"""``townlet token``: makes, lists and takes back the links by which people get in."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Annotated

import typer
from pydantic import TypeAdapter, ValidationError

from backend.api.routes.tokens import MOST_DAYS, link_path
from backend.domain.inputs import MAX_NAME, Name
from backend.domain.roles import Role
from backend.store.environment.settings import home_folder
from backend.store.people.tokens import Link, links, mint_token, revoke_token
from backend.store.postgres.database import Database
from townlet.services import services_of
from townlet.services.migrations import migrate

URL = "http://127.0.0.1:8000"
_NAME: TypeAdapter[str] = TypeAdapter(Name)

app = typer.Typer(help="Links by which people get in: make, list, take back.", no_args_is_help=True)


class LabelUnfit(Exception):
    def __init__(self) -> None:
        super().__init__(
            f"A label has 1 to {MAX_NAME} letters, digits, blanks and other plain characters, no markup; change it."
        )


@app.command()
def new(
    role: Annotated[
        Role, typer.Argument(help="viewer watches, visitor talks, too, director does everything.")
    ],
    label: Annotated[str | None, typer.Option(help="Whom it is for.")] = None,
    days: Annotated[
        int | None, typer.Option(min=1, max=MOST_DAYS, help="It counts for so long; left out, for ever.")
    ] = None,
    url: Annotated[str, typer.Option(help="Where people find the page.")] = URL,
) -> None:
    """Make a link and print it, once: nobody can find it out again."""
    try:
        name = "" if label is None else _NAME.validate_python(label)
    except ValidationError:
        raise LabelUnfit from None
    with _database() as database:
        lifetime = None if days is None else timedelta(days=days)
        token, secret = mint_token(database, role, label=name, lifetime=lifetime)
    print(f"{url.rstrip('/')}{link_path(secret)}")
    print(f"  Whoever opens it is a {role.value}. To take it back: townlet token revoke {token.id}")


@app.command("list")
def list_() -> None:
    """List all links without their secrets."""
    with _database() as database:
        found = links(database)
    for link in found:
        token = link.token
        print(
            f"{token.id}  {token.role.value:8}  {_fate(link):24}  {link.sessions:3} signed in  {token.label}"
        )
    if not found:
        print("There is no link yet. Make one: townlet token new visitor")


@app.command()
def revoke(token: Annotated[str, typer.Argument(help="Its id, as `townlet token list` shows it.")]) -> None:
    """Take a link back; whoever is signed in with it is out within two seconds."""
    with _database() as database:
        revoke_token(database, token)
    print(f"✓ {token} does not count any more.")


@contextmanager
def _database() -> Iterator[Database]:
    with services_of(home_folder(os.environ)) as services:
        migrate(services.database_url)
        database = Database(services.database_url)
        try:
            yield database
        finally:
            database.dispose()


def _fate(link: Link) -> str:
    token = link.token
    if token.revoked_at is not None:
        return f"taken back {token.revoked_at:%Y-%m-%d}"
    if token.expires_at is None:
        return "counts"
    over = token.expires_at <= datetime.now(token.expires_at.tzinfo)
    return f"{'over since' if over else 'until'} {token.expires_at:%Y-%m-%d %H:%M}"
