"""What a resident remembers."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from backend.api.forms.moment import LAST_SEQ, LAST_TICK, At, moment_of
from backend.api.forms.openapi import problems_of
from backend.api.parts import PartsOf, ResidentId, TownOf
from backend.api.problems import InvalidRequest, TickNotYet, TownGone, UnknownResident, UnknownTown
from backend.api.views.memory_views import MemoryView, memory_view
from backend.domain.events import MemoryKind
from backend.live.frames import View
from backend.store.history.events import state_at
from backend.store.history.memories import memories_of, rated_as_of

router = APIRouter(prefix="/api/towns/{town}/residents/{resident}", tags=["residents"])


class MemoryPage(View):
    memories: list[MemoryView]
    """Newest first."""
    next: int | None
    """Send it as `before` for the next page; null on the last one."""


@router.get(
    "/memories",
    responses=problems_of(UnknownTown, TownGone, UnknownResident, TickNotYet, InvalidRequest),
    name="read a resident's memories",
)
def memories(
    row: TownOf,
    resident: ResidentId,
    parts: PartsOf,
    kind: MemoryKind | None = None,
    q: Annotated[
        str | None,
        Query(max_length=100, pattern=r"^[^\x00]*$", description="Only those whose text has these words."),
    ] = None,
    about: Annotated[
        str | None,
        Query(
            max_length=200,
            pattern=r"^[^\x00]*$",
            description="Only those about this resident, visitor or object, or told by it.",
        ),
    ] = None,
    from_tick: Annotated[int | None, Query(ge=0, le=LAST_TICK)] = None,
    upto_tick: Annotated[int | None, Query(ge=0, le=LAST_TICK)] = None,
    before: Annotated[int | None, Query(ge=1, le=LAST_SEQ, description="`next` of the page before.")] = None,
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
    at: At = None,
) -> MemoryPage:
    """Newest first, with kind, importance and source; with `at`, as they were then: what came later is not there."""
    scenario = parts.scenarios.of(row)
    if resident not in scenario.personas:
        raise UnknownResident(resident, scenario.personas)
    if at is not None:
        upto_tick = min(moment_of(row, at), LAST_TICK if upto_tick is None else upto_tick)
    found = memories_of(
        parts.database,
        row.id,
        resident,
        limit + 1,
        before,
        kind,
        from_tick,
        upto_tick,
        words=(q or "").split(),
        about=about,
    )
    if at is not None:
        found = rated_as_of(found, state_at(parts.database, row.id, at).importances)
    page = found[:limit]
    return MemoryPage(
        memories=[memory_view(memory, scenario.calendar) for memory in page],
        next=page[-1].seq if len(found) > limit else None,
    )
