"""The town that a fresh Townlet opens with, so that its first visitor sees one that lives."""

from __future__ import annotations

from backend.live.town_id import new_town_id
from backend.scenarios import find_scenario, load_scenario
from backend.store.database import Database
from backend.store.settings import PROJECT
from backend.store.towns import any_town_ever, create_town

SCENARIO = "brook_lane"
SEED = 7


def found_first_town(database_url: str) -> str | None:
    """Makes a town where there never was one; the workers take it up within a second.

    Returns:
        Its name, or None where people had towns before, even if they have deleted them all.
    """
    database = Database(database_url)
    try:
        if any_town_ever(database):
            return None
        scenario = load_scenario(find_scenario(PROJECT / "scenarios", SCENARIO))
        create_town(database, new_town_id(), scenario, name=scenario.title, seed=SEED, mind="rules")
        return scenario.title
    finally:
        database.dispose()
