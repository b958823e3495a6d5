"""Brings a database to the newest schema."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config

from backend.store.environment.settings import with_psycopg

_PROJECT = Path(__file__).resolve().parents[2]


def migrate(database_url: str) -> None:
    """Runs the migrations that ``database_url`` has not seen; others who try at the same time wait."""
    config = Config()
    config.set_main_option("script_location", str(_PROJECT / "migrations"))
    config.attributes["database_url"] = with_psycopg(database_url)
    command.upgrade(config, "head")
