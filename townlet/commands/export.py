"""``townlet export``: writes a town with all its past into one file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from backend.store.environment.settings import home_folder
from backend.store.moving.export_town import export_town
from backend.store.postgres.database import Database
from backend.store.town.towns import list_towns
from townlet.services import services_of
from townlet.services.migrations import migrate


class NoSuchTown(Exception):
    """There is no town of that id or name, or there are several of that name."""

    def __init__(self, named: str, why: str, known: list[str]) -> None:
        super().__init__(
            f"{why} {named!r}. Choose one of: {', '.join(known) or 'none, there is no town yet'}."
        )


def export(
    town: Annotated[str, typer.Argument(help="A town's id, as in its address, or its name.")],
    out: Annotated[
        Path | None, typer.Option(help="The file to write; TOWN.townlet here if left out.")
    ] = None,
) -> None:
    """Write a town with all its past into one file; it may run meanwhile."""
    with services_of(home_folder(os.environ)) as services:
        migrate(services.database_url)
        database = Database(services.database_url)
        try:
            found = town_named(database, town)
            path = out if out is not None else Path(f"{found}.townlet")
            manifest = export_town(database, found, path)
        finally:
            database.dispose()
    print(f"✓ {manifest.name} ({found}) with {manifest.head_seq} events is in {path}, {size_of(path)}.")
    print(f"  On another machine: townlet import {path.name}")
    print(f"  Digest of its log: {manifest.digest}")


def town_named(database: Database, named: str) -> str:
    """The id of the town that people mean. Raises NoSuchTown."""
    towns = list_towns(database)
    if any(town.id == named for town in towns):
        return named
    called = [town.id for town in towns if town.name == named]
    if len(called) == 1:
        return called[0]
    known = [f"{town.id} ({town.name})" for town in towns if town.id in called or not called]
    raise NoSuchTown(named, "Several towns are called" if called else "There is no town", known)


def size_of(path: Path) -> str:
    size = path.stat().st_size
    return f"{size / 1e6:.1f} MB" if size >= 100_000 else f"{max(1, size // 1000)} kB"
