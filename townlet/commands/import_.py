"""``townlet import``: takes in a town that another Townlet exported, or one that a headless run recorded."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from backend.live.town_id import is_town_id, new_town_id
from backend.store.environment.settings import home_folder
from backend.store.moving.import_town import import_town
from backend.store.moving.open_town_file import TownFile, open_town_file
from backend.store.postgres.database import Database
from backend.store.recording.open_run_record import open_run_record
from backend.store.town.towns import TownExists, TownRow
from townlet.scenario_folder import SCENARIOS
from townlet.services import services_of
from townlet.services.migrations import migrate
from townlet.taking_in import take_in_run


def import_(
    file: Annotated[
        Path, typer.Argument(help="A file that `townlet export` made, or a folder of `townlet run`.")
    ],
) -> None:
    """Take in a town with all its past; it is paused where it was."""
    if file.is_dir():
        record = open_run_record(file)
        with _a_database() as database:
            town = take_in_run(database, record)
    else:
        with open_town_file(file) as opened, _a_database() as database:
            town = take_in(database, opened)
    print(f"✓ {town.name} is here as {town.id}, with {town.head_seq} events. It is paused where it was.")
    print("  Open its page and let it go on; `make up` serves it.")
    if not (SCENARIOS / town.scenario).is_dir():
        print(
            f"  The page's pictures are drawn from the folder scenarios/{town.scenario}, which is not here: copy it,"
        )
        print(f"  then draw them with `townlet draw {town.scenario}`.")


def take_in(database: Database, file: TownFile) -> TownRow:
    """Under the id that it had, else, where that is taken, under a new one."""
    had = file.manifest.town
    if is_town_id(had):
        try:
            return import_town(database, file, had)
        except TownExists:
            pass  # people may well want a second copy, or come back to a town that they deleted
    return import_town(database, file, new_town_id())


@contextmanager
def _a_database() -> Iterator[Database]:
    with services_of(home_folder(os.environ)) as services:
        migrate(services.database_url)
        database = Database(services.database_url)
        try:
            yield database
        finally:
            database.dispose()
