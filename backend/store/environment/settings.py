"""What a Townlet process is told by its environment, read once and in this one place."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import urlsplit

from backend.store.environment.dot_env import read_dot_env
from backend.store.environment.model_environment import is_of_models

Minds = Literal["inline", "queue"]
"""Where the built-in mind answers: in the engine's own process, or through Celery as a model does."""

LogForm = Literal["plain", "json"]
"""How processes write their logs: lines for people, or a JSON object a line."""

PROJECT = Path(__file__).resolve().parents[3]


class SettingMissing(Exception):
    """A process was started without knowing where its services are."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is not set. Start Townlet with `make up`, which sets it, "
            f"or point {name} at a server of yours."
        )


class SettingWrong(Exception):
    """An environment variable holds something that means nothing here."""

    def __init__(self, name: str, value: str, todo: str) -> None:
        super().__init__(f"{name}={value!r} can't be used: {todo}")


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The settings that every process of a town shares.

    Attributes:
        database_url: Postgres as SQLAlchemy names it, always with the driver ``psycopg``.
        redis_url: Redis, for redis-py and as Celery's broker.
        minds: where the built-in mind answers.
        home: the folder of data, logs and sockets.
        log: the form of log lines.
        origins: other sites whose pages may use the API, as browsers name them.
        models: the variables that set the model server, the key among them.
    """

    database_url: str
    redis_url: str
    minds: Minds
    home: Path
    log: LogForm = "plain"
    origins: frozenset[str] = frozenset()
    models: Mapping[str, str] = field(default_factory=dict, repr=False)


def read_settings(environment: Mapping[str, str]) -> Settings:
    """The settings in ``environment``.

    Raises:
        SettingMissing: ``DATABASE_URL`` or ``REDIS_URL`` is not there.
        SettingWrong: a value can't be used.
    """
    return Settings(
        database_url=with_psycopg(_needed(environment, "DATABASE_URL")),
        redis_url=_needed(environment, "REDIS_URL"),
        minds=_minds(environment.get("TOWNLET_MINDS") or "inline"),
        home=home_folder(environment),
        log=log_form(environment),
        origins=_origins(environment.get("TOWNLET_ORIGINS") or ""),
        models={name: value for name, value in environment.items() if is_of_models(name)},
    )


@cache
def settings() -> Settings:
    """The settings of this process."""
    return read_settings(with_models_of(PROJECT / ".env", os.environ))


def with_models_of(dot_env: Path, environment: Mapping[str, str]) -> dict[str, str]:
    """`environment`, and what the file says of the model server where `environment` says nothing."""
    told = {name: value for name, value in read_dot_env(dot_env).items() if is_of_models(name)}
    return {**told, **environment}


OWN_SCENARIOS = "scenarios"
"""Below the home: the folder of scenarios that people made on the page."""


def home_folder(environment: Mapping[str, str]) -> Path:
    """``TOWNLET_HOME``, or ``.townlet`` in the project's folder."""
    return Path(environment.get("TOWNLET_HOME") or PROJECT / ".townlet").expanduser().resolve()


def with_psycopg(url: str) -> str:
    """``url`` with the driver that Townlet uses.

    Raises:
        SettingWrong: it is no Postgres address.
    """
    scheme, found, rest = url.partition("://")
    if not found or scheme.split("+")[0] not in ("postgres", "postgresql"):
        raise SettingWrong("DATABASE_URL", url, "write postgresql://USER:PASSWORD@HOST:5432/NAME")
    return f"postgresql+psycopg://{rest}"


def _needed(environment: Mapping[str, str], name: str) -> str:
    value = environment.get(name)
    if not value:
        raise SettingMissing(name)
    return value


def _minds(value: str) -> Minds:
    for choice in get_args(Minds):
        if value == choice:
            return choice  # type: ignore[no-any-return]
    raise SettingWrong("TOWNLET_MINDS", value, "write inline or queue")


def _origins(value: str) -> frozenset[str]:
    found = frozenset(one.strip() for one in value.split(",") if one.strip())
    for origin in found:
        parts = urlsplit(origin)
        if parts.scheme not in ("http", "https") or origin != f"{parts.scheme}://{parts.netloc}".lower():
            todo = "write origins as browsers do, https://HOST or https://HOST:PORT, with commas between"
            raise SettingWrong("TOWNLET_ORIGINS", value, todo)
    return found


def log_form(environment: Mapping[str, str]) -> LogForm:
    """``TOWNLET_LOG``, or plain. Raises SettingWrong."""
    value = environment.get("TOWNLET_LOG") or "plain"
    for choice in get_args(LogForm):
        if value == choice:
            return choice  # type: ignore[no-any-return]
    raise SettingWrong("TOWNLET_LOG", value, "write plain or json")
