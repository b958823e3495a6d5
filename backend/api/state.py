"""A town's state at any tick that it has lived."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from backend.api.json_answer import json_answer
from backend.api.openapi import problems_of
from backend.api.parts import PartsOf, TownOf
from backend.api.problems import InvalidRequest, TickNotYet, TownGone, UnknownTown
from backend.live.frames import StateDocument
from backend.store.events import state_at

router = APIRouter(prefix="/api/towns/{town}", tags=["past and present"])

LAST_TICK = 2**31 - 1
AtTick = Annotated[
    int | None,
    Query(ge=0, le=LAST_TICK, description="The state after all events up to this tick; now if left out."),
]


@router.get(
    "/state",
    response_model=StateDocument,
    responses=problems_of(UnknownTown, TownGone, TickNotYet, InvalidRequest),
    name="read the state",
)
def state(row: TownOf, parts: PartsOf, tick: AtTick = None) -> Response:
    """Bodies, objects, plans, talks, open questions; the page's reducer makes an equal one of the events."""
    if tick is not None and tick > row.head_tick:
        raise TickNotYet(tick, row.head_tick)
    return json_answer(state_at(parts.database, row.id, row.head_tick if tick is None else tick).document())
