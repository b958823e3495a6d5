"""Two towns of one family side by side, and from what their difference comes."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query

from backend.api.forms.moment import LAST_TICK
from backend.api.forms.openapi import problems_of
from backend.api.parts import PartsOf, TownOf, town_named
from backend.api.problems import InvalidRequest, NotOneFamily, TickNotYet, TownGone, UnknownTown
from backend.api.views.compare_told import Told
from backend.api.views.compare_views import CompareView
from backend.domain.compare import elsewhere
from backend.store.family.comparison import compare

router = APIRouter(prefix="/api/towns/{town}/compare", tags=["branches"])


@router.get(
    "/{other}",
    responses=problems_of(UnknownTown, TownGone, TickNotYet, NotOneFamily, InvalidRequest),
    name="compare two branches",
)
def compare_towns(
    row: TownOf,
    parts: PartsOf,
    other: Annotated[str, Path(description="The other town's id.", examples=["t-9m2x4v3kpa"])],
    at: Annotated[
        int | None,
        Query(ge=0, le=LAST_TICK, description="Up to this tick; left out, as far as both have lived."),
    ] = None,
) -> CompareView:
    """Where two towns of one family parted and why, and what is otherwise since then."""
    second = town_named(parts, other)
    lived = min(row.head_tick, second.head_tick)
    if at is not None and at > lived:
        raise TickNotYet(at, lived)
    tick = lived if at is None else at
    scenario = parts.scenarios.of(row)
    found = compare(parts.database, row.id, second.id, tick)
    positions = elsewhere(scenario.world, found.states.one, found.states.other, tick)
    return Told(row.id, second.id, scenario.calendar, found, positions).whole(tick)
