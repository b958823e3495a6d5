"""The director's link: how whoever runs a Townlet gets in first."""

from __future__ import annotations

import os
from pathlib import Path

from backend.api.routes.tokens import link_path
from backend.domain.roles import Role
from backend.store.people.authors import PRINTED
from backend.store.people.tokens import mint_token, token_of
from backend.store.postgres.database import Database

FILE = "director.token"
"""In the home, readable for its owner alone."""


def directors_link(database_url: str, home: Path, url: str) -> str:
    """The link below `url` that makes its opener a director; the same at each start.

    It is made anew where the home has none, or one that the database doesn't know or that was taken back.
    """
    path = home / FILE
    database = Database(database_url)
    try:
        secret = _kept(path)
        token = None if secret is None else token_of(database, secret)
        if secret is None or token is None or token.role is not Role.DIRECTOR:
            _, secret = mint_token(database, Role.DIRECTOR, label=PRINTED)
            _keep(path, secret)
    finally:
        database.dispose()
    return url + link_path(secret)


def _kept(path: Path) -> str | None:
    try:
        return path.read_text(encoding="ascii").strip()
    except (FileNotFoundError, UnicodeDecodeError):
        return None


def _keep(path: Path, secret: str) -> None:
    unfinished = path.with_name(f".{path.name}.new")
    unfinished.unlink(missing_ok=True)
    with open(
        os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii"
    ) as file:
        file.write(secret + "\n")
    unfinished.replace(path)
