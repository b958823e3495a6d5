"""A town's state at any tick that it has lived."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from backend.api.forms.json_answer import json_answer
from backend.api.forms.moment import At, moment_of
from backend.api.forms.openapi import problems_of
from backend.api.parts import PartsOf, TownOf
from backend.api.problems import InvalidRequest, TickNotYet, TownGone, UnknownTown
from backend.live.frames import StateDocument
from backend.store.history.events import state_at

router = APIRouter(prefix="/api/towns/{town}", tags=["past and present"])


@router.get(
    "/state",
    response_model=StateDocument,
    responses=problems_of(UnknownTown, TownGone, TickNotYet, InvalidRequest),
    name="read the state",
)
def state(row: TownOf, parts: PartsOf, tick: At = None) -> Response:
    """Bodies, objects, plans, talks, open questions; the page's reducer makes an equal one of the events."""
    return json_answer(state_at(parts.database, row.id, moment_of(row, tick)).document())
