"""Founding, listing and deleting towns."""

from __future__ import annotations

import secrets
from typing import Annotated

from fastapi import APIRouter, BackgroundTasks, Body, Query, Response
from pydantic import Field

from backend.api.forms.openapi import problems_of
from backend.api.forms.wish import Wish
from backend.api.parts import PartsOf, TownId, TownOf, wake
from backend.api.problems import (
    InvalidRequest,
    ScenarioFaulty,
    TownGone,
    TownHasBranches,
    UnknownInBody,
    UnknownScenario,
    UnknownTown,
)
from backend.domain.events import MindChoice
from backend.domain.inputs import Name
from backend.live.frames import Speed, Town
from backend.live.town_id import is_town_id, new_town_id
from backend.live.views import town_of
from backend.store.town.towns import create_town, delete_town, list_towns

router = APIRouter(prefix="/api/towns", tags=["towns"])

LARGEST_SEED = 2**53 - 1
"""The largest whole number that a page's numbers hold."""


class NewTown(Wish):
    """What a town is founded on."""

    scenario: str = Field(max_length=100)
    """Name of a scenario, see GET /api/scenarios."""
    seed: Annotated[int, Field(ge=0, le=LARGEST_SEED)] | None = None
    """Same scenario, seed, mind and inputs: the same town. Left out, it is drawn."""
    mind: MindChoice = "rules"
    """Who thinks for the residents: `rules` is built in; `model` is behind a server, see GET /api/models; `auto` is
    the model for those whom somebody from outside is near."""
    name: Name | None = None
    """Left out, the scenario's title."""
    speed: Speed = 30.0
    paused: bool = False
    """Whether it waits at its first tick until its clock is set."""


_EXAMPLE = {"scenario": "brook_lane", "seed": 7, "mind": "rules", "name": "Tuesday in Brook Lane"}


@router.post(
    "",
    status_code=201,
    responses=problems_of(ScenarioFaulty, InvalidRequest, in_body=(UnknownScenario,)),
    name="found a town",
)
def found(
    wish: Annotated[NewTown, Body(examples=[_EXAMPLE])],
    parts: PartsOf,
    response: Response,
    afterwards: BackgroundTasks,
) -> Town:
    """Founds a town. Its first event follows as soon as a worker has taken it up."""
    try:
        scenario = parts.catalogue.scenario(wish.scenario)
    except UnknownScenario as unknown:
        raise UnknownInBody(unknown, "body.scenario") from unknown
    row = create_town(
        parts.database,
        new_town_id(),
        scenario,
        name=wish.name or scenario.title,
        seed=secrets.randbelow(1_000_000) if wish.seed is None else wish.seed,
        mind=wish.mind,
        speed=0.0 if wish.speed == "max" else wish.speed,
        paused=wish.paused,
    )
    afterwards.add_task(wake, parts, row.id)
    response.headers["Location"] = f"/api/towns/{row.id}"
    return town_of(row, scenario.start)


@router.get("", responses=problems_of(), name="list towns")
def towns(parts: PartsOf) -> list[Town]:
    """All towns but the deleted ones, newest first."""
    return [town_of(row, parts.scenarios.of(row).start) for row in list_towns(parts.database)]


@router.get("/{town}", responses=problems_of(UnknownTown, TownGone), name="look at a town")
def town(row: TownOf, parts: PartsOf) -> Town:
    """How the town's time goes: its clock, its horizon, and whom it waits for."""
    return town_of(row, parts.scenarios.of(row).start)


@router.delete(
    "/{town}", status_code=204, responses=problems_of(UnknownTown, TownHasBranches), name="delete a town"
)
def delete(
    town: TownId,
    parts: PartsOf,
    branches: Annotated[
        bool, Query(description="Whether its branches, which have their past from it, go with it.")
    ] = False,
) -> None:
    """Deletes the town with all its past. Deleting it twice is as good as once."""
    if not is_town_id(town):
        raise UnknownTown(town)
    for gone in delete_town(parts.database, town, with_branches=branches):
        parts.hints.publish(gone, {"type": "gone"})
        parts.hints.wake(gone)
