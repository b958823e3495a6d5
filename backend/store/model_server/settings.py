"""How the model server is set up: by the page, kept in Postgres, else by the environment.

What a director has saved counts, as a whole. The server's key is sealed with a file that is not in the database and
leaves this module only inside `ModelSettings`, which shows it to nobody who prints it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from urllib.parse import urlsplit

from pydantic import SecretStr
from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert

from backend.domain.model_settings import BadModelSettings, ModelSettings, model_settings
from backend.store.environment.model_environment import settings_in
from backend.store.model_server.sealing import Seal, SealBroken
from backend.store.postgres.database import Database
from backend.store.postgres.tables import model_settings as table

Source = Literal["page", "environment", "off"]


class KeyOfAnother(Exception):
    """The key that is kept was given for another server and is not sent to a new one."""

    def __init__(self) -> None:
        super().__init__(
            "The key that is kept was given for another server. Send the new server's key with it as api_key, "
            'or "" where it wants none.'
        )


@dataclass(frozen=True)
class ModelSetup:
    """What is set for the model server.

    Attributes:
        settings: None where there is no model: nothing is set, or what is set can't be used.
        source: who set it.
        fault: why it can't be used, and what to do; holds no key.
        changed_at: when it was saved; None where the environment counts.
    """

    settings: ModelSettings | None
    source: Source
    fault: str | None = None
    changed_at: datetime | None = None


def read_model_setup(database: Database, seal: Seal, environment: Mapping[str, str]) -> ModelSetup:
    """What counts now. Raises StoreUnavailable."""
    with database.begin() as connection:
        row = connection.execute(
            select(table.c.document, table.c.sealed_key, table.c.changed_at).where(table.c.id == 1)
        ).one_or_none()
    if row is None:
        return setup_of(environment)
    try:
        found = model_settings({**row.document, "api_key": SecretStr("")})
        if row.sealed_key is None:
            key = _key_of(environment, found.base_url)
        else:
            key = SecretStr(seal.open(row.sealed_key))
        settings = found.model_copy(update={"api_key": key})
    except (SealBroken, BadModelSettings) as fault:
        return ModelSetup(None, "page", str(fault), row.changed_at)
    return ModelSetup(settings, "page", None, row.changed_at)


def setup_of(environment: Mapping[str, str]) -> ModelSetup:
    """What the environment alone sets."""
    try:
        settings = settings_in(environment)
    except BadModelSettings as fault:
        return ModelSetup(None, "environment", str(fault))
    return ModelSetup(settings, "off" if settings is None else "environment")


def save_model_settings(
    database: Database,
    seal: Seal,
    environment: Mapping[str, str],
    document: Mapping[str, Any],
    api_key: str | None,
) -> ModelSetup:
    """Saves what a director has set, in the place of all that was set before.

    Args:
        document: the fields of `ModelSettings` but the key.
        api_key: "" where the server wants none; None keeps the one that is kept, for the same server.

    Raises:
        BadModelSettings: it can't be used; nothing was saved. The message holds no key.
        KeyOfAnother: the kept key is another server's.
        SealBroken: the key can't be sealed, or not be opened for the first time.
        StoreUnavailable.
    """
    given = SecretStr("" if api_key is None else api_key.strip())
    checked = model_settings({**document, "api_key": given})
    sealed: bytes | None
    if api_key is not None:
        sealed = seal.close(given.get_secret_value())
    else:
        sealed = _kept(database, checked.base_url)
    row = {
        "id": 1,
        "document": checked.model_dump(mode="json", exclude={"api_key"}),
        "sealed_key": sealed,
        "changed_at": func.clock_timestamp(),
    }
    statement = insert(table).values(row)
    with database.begin() as connection:
        connection.execute(
            statement.on_conflict_do_update(
                index_elements=["id"], set_={name: row[name] for name in row if name != "id"}
            )
        )
    return read_model_setup(database, seal, environment)


def forget_model_settings(database: Database) -> None:
    """From now on the environment counts again; the saved key is gone."""
    with database.begin() as connection:
        connection.execute(delete(table))


def _kept(database: Database, base_url: str) -> bytes | None:
    """The sealed key that is kept for the server at `base_url`; None: the environment's, if there is one.

    Raises:
        KeyOfAnother: a key is kept, but for another server.
    """
    with database.begin() as connection:
        row = connection.execute(select(table.c.document, table.c.sealed_key)).one_or_none()
    if row is None or row.sealed_key is None:
        return None
    if _server(row.document["base_url"]) != _server(base_url):
        raise KeyOfAnother
    kept: bytes = row.sealed_key
    return kept


def _key_of(environment: Mapping[str, str], base_url: str) -> SecretStr:
    """The environment's key, for the environment's server alone."""
    told = setup_of(environment).settings
    same = told is not None and _server(told.base_url) == _server(base_url)
    return told.api_key if told is not None and same else SecretStr("")


def _server(base_url: str) -> tuple[str, str]:
    parts = urlsplit(base_url)
    return parts.scheme, parts.netloc.lower()
