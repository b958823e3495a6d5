"""What directors did to a town: each can be taken back in a branch (`POST …/branches {undo}`)."""

from __future__ import annotations

from fastapi import APIRouter

from backend.api.forms.openapi import problems_of
from backend.api.parts import PartsOf, TownOf
from backend.api.problems import TownGone, UnknownTown
from backend.api.routes.inputs import InputView, view_of
from backend.domain.interventions import COMPLETING, INTERVENTIONS
from backend.store.queues.inputs import last_applied

router = APIRouter(prefix="/api/towns/{town}", tags=["branches"])

MOST = 100
"""Older ones are found on the timeline, and undone by their ids all the same."""
_OF_DIRECTORS = INTERVENTIONS.keys() | COMPLETING


@router.get(
    "/interventions",
    responses=problems_of(UnknownTown, TownGone),
    name="list what directors did",
)
def done(row: TownOf, parts: PartsOf) -> list[InputView]:
    """Inputs of directors that took effect, the newest first, at most 100."""
    return [view_of(one) for one in last_applied(parts.database, row.id, _OF_DIRECTORS, MOST)]
