"""Tokens: secrets that let people and scripts do what their role may. Only their hashes are kept.

A link's token may be opened by many people; each gets a session, which is a token of its own below the link's.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Executable, and_, func, insert, or_, select, update

from backend.domain.roles import Role
from backend.store.postgres.database import Database, storable
from backend.store.postgres.tables import tokens

PREFIX = "twl_"
"""Begins every secret, so that one that got lost in a text can be found and known for what it is."""
LONGEST_SECRET = 200
"""Characters. Nothing longer was ever made."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"

_parents = tokens.alias("parents")
_COUNTS = and_(
    tokens.c.revoked_at.is_(None),
    or_(tokens.c.expires_at.is_(None), tokens.c.expires_at > func.now()),
    _parents.c.revoked_at.is_(None),
    or_(_parents.c.expires_at.is_(None), _parents.c.expires_at > func.now()),
)
"""A token counts while neither it nor its link was revoked or has expired."""
_WITH_PARENT = tokens.outerjoin(_parents, tokens.c.parent == _parents.c.id)
_COLUMNS = tuple(column for column in tokens.c if column.name != "hash")


@dataclass(frozen=True)
class TokenRow:
    """A token without its secret."""

    id: str
    role: Role
    label: str
    parent: str | None
    """The link that a session was opened with; None for a link."""
    visitor: str
    """Whom its holder speaks and walks as."""
    created_at: datetime
    expires_at: datetime | None
    revoked_at: datetime | None


@dataclass(frozen=True)
class Link:
    """A token that was handed out, and how many sessions are open with it."""

    token: TokenRow
    sessions: int


class UnknownToken(LookupError):
    """There never was a token of this id."""

    def __init__(self, token: str) -> None:
        super().__init__(f"there is no token {token!r}; list the tokens to see which there are")
        self.token = token


def new_visitor() -> str:
    """An id for somebody from outside that nobody had before."""
    return "visitor:" + _letters(16)


def mint_token(
    database: Database,
    role: Role,
    *,
    label: str = "",
    parent: str | None = None,
    visitor: str | None = None,
    lifetime: timedelta | None = None,
) -> tuple[TokenRow, str]:
    """Makes a token. Its secret is returned this once and can't be found again.

    Args:
        label: whom it is for, in words.
        parent: the link whose session it is.
        visitor: whom its holder speaks as; a new one if left out.
        lifetime: after so long it counts no more; None for never.
    """
    secret = PREFIX + secrets.token_urlsafe(32)
    values = {
        "id": "k-" + _letters(10),
        "hash": _hash(secret),
        "role": role.value,
        "label": storable(label),
        "parent": parent,
        "visitor": visitor or new_visitor(),
        "expires_at": None if lifetime is None else func.now() + lifetime,
    }
    with database.begin() as connection:
        made = connection.execute(insert(tokens).values(**values).returning(*_COLUMNS)).one()
    return _row(made), secret


def token_of(database: Database, secret: str) -> TokenRow | None:
    """The token of this secret, while it counts; None else, for whatever reason."""
    if not (secret.isascii() and secret.startswith(PREFIX) and len(secret) <= LONGEST_SECRET):
        return None
    return _one(
        database, select(*_COLUMNS).select_from(_WITH_PARENT).where(tokens.c.hash == _hash(secret), _COUNTS)
    )


def links(database: Database) -> list[Link]:
    """All tokens that were handed out, newest first, with those that count no more."""
    sessions = tokens.alias("sessions")
    opened = (
        select(func.count())
        .where(
            sessions.c.parent == tokens.c.id,
            tokens.c.revoked_at.is_(None),
            or_(tokens.c.expires_at.is_(None), tokens.c.expires_at > func.now()),
            sessions.c.revoked_at.is_(None),
            or_(sessions.c.expires_at.is_(None), sessions.c.expires_at > func.now()),
        )
        .scalar_subquery()
    )
    query = select(*_COLUMNS, opened.label("sessions")).where(tokens.c.parent.is_(None))
    with database.begin() as connection:
        rows = connection.execute(query.order_by(tokens.c.created_at.desc(), tokens.c.id)).all()
    return [Link(_row(row), row.sessions) for row in rows]


def prolong_session(database: Database, session: str, lifetime: timedelta) -> TokenRow | None:
    """Lets a session count for so long from now on, but no longer than its link; None if it counts no more."""
    until_of_link = select(_parents.c.expires_at).where(_parents.c.id == tokens.c.parent).scalar_subquery()
    counts = select(tokens.c.id).select_from(_WITH_PARENT).where(tokens.c.id == session, _COUNTS)
    query = update(tokens).where(tokens.c.id.in_(counts))
    # Postgres leaves out what is null, as the end of a link that has none.
    longer = query.values(expires_at=func.least(func.now() + lifetime, until_of_link))
    return _one(database, longer.returning(*_COLUMNS))


def revoke_token(database: Database, token: str) -> None:
    """Takes a token back, for good and with all its sessions. Twice is as good as once. Raises UnknownToken."""
    query = update(tokens).where(tokens.c.id == storable(token))
    with database.begin() as connection:
        found = connection.execute(query.values(revoked_at=func.coalesce(tokens.c.revoked_at, func.now())))
        if found.rowcount == 0:
            raise UnknownToken(token)


def ended_tokens(database: Database, ids: Collection[str]) -> set[str]:
    """Those of `ids` that count no more."""
    query = select(tokens.c.id).select_from(_WITH_PARENT).where(tokens.c.id.in_(ids), _COUNTS)
    with database.begin() as connection:
        return set(ids) - set(connection.scalars(query))


def _one(database: Database, query: Executable) -> TokenRow | None:
    with database.begin() as connection:
        row = connection.execute(query).one_or_none()
    return None if row is None else _row(row)


def _row(row: Any) -> TokenRow:
    return TokenRow(
        id=row.id,
        role=Role(row.role),
        label=row.label,
        parent=row.parent,
        visitor=row.visitor,
        created_at=row.created_at,
        expires_at=row.expires_at,
        revoked_at=row.revoked_at,
    )


def _hash(secret: str) -> bytes:
    # 32 random bytes can't be guessed from their hash; a slow hash would only make each request slow.
    return hashlib.sha256(secret.encode("ascii")).digest()


def _letters(count: int) -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(count))
