"""Whether the settings in the environment mean something."""

from __future__ import annotations

from backend.store.environment.model_environment import FIELDS
from backend.store.environment.settings import SettingMissing, SettingWrong, read_settings
from townlet.doctor.finding import Finding
from townlet.doctor.surroundings import Surroundings

NAMES = (
    "DATABASE_URL",
    "REDIS_URL",
    "TOWNLET_HOME",
    "TOWNLET_MINDS",
    "TOWNLET_LOG",
    "TOWNLET_ORIGINS",
    "HOST",
    "PORT",
    *FIELDS,
)
HIGHEST_PORT = 65535
_EMBEDDED = {"DATABASE_URL": "postgresql://", "REDIS_URL": "redis://"}


def settings(around: Surroundings) -> Finding:
    """Names those that are set, never their values: addresses hold passwords."""
    given = {name: value for name in NAMES if (value := around.environment.get(name))}
    try:
        read_settings({**_EMBEDDED, **given})
        _check_port(given.get("PORT", "8000"))
    except (SettingWrong, SettingMissing) as fault:
        return Finding("Settings", False, str(fault))
    return Finding(
        "Settings", True, f"{', '.join(given)} from the environment" if given else "all as shipped"
    )


def _check_port(value: str) -> None:
    if not (value.isascii() and value.isdigit() and int(value) <= HIGHEST_PORT):
        raise SettingWrong("PORT", value, f"write a number up to {HIGHEST_PORT}")
