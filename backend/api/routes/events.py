"""The log of a town, in pages."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from backend.api.forms.json_answer import json_answer
from backend.api.forms.openapi import problems_of
from backend.api.parts import PartsOf, TownOf
from backend.api.problems import (
    InvalidRequest,
    TownGone,
    UnknownInBody,
    UnknownKind,
    UnknownResident,
    UnknownTown,
)
from backend.domain.events import SERVER_ONLY
from backend.domain.inputs import VISITOR_PREFIX
from backend.domain.reduce import REDUCERS
from backend.live.frames import Horizon, RecordedEvent, View
from backend.live.views import horizon_of
from backend.store.history.events import read_events

router = APIRouter(prefix="/api/towns/{town}", tags=["past and present"])

LAST_SEQ = 2**53 - 1


class EventPage(View):
    events: list[RecordedEvent]
    next: int | None
    """Send it as `after` for the next page; null where there is none yet."""
    horizon: Horizon


@router.get(
    "/events",
    response_model=EventPage,
    responses=problems_of(UnknownTown, TownGone, InvalidRequest, in_body=(UnknownResident, UnknownKind)),
    name="read the log",
)
def events(
    row: TownOf,
    parts: PartsOf,
    after: Annotated[int, Query(ge=0, le=LAST_SEQ, description="seq of the last event that you have.")] = 0,
    limit: Annotated[int, Query(ge=1, le=1000)] = 200,
    resident: Annotated[
        str | None, Query(pattern=r"^[A-Za-z0-9_:-]{1,100}$", description="Whom they are mainly about.")
    ] = None,
    kind: Annotated[str | None, Query(max_length=100, examples=["said"])] = None,
) -> Response:
    """What happened, in order, up to the horizon."""
    if kind is not None and kind not in REDUCERS:
        raise UnknownInBody(UnknownKind(kind, REDUCERS), "query.kind")
    if resident is not None and not resident.startswith(VISITOR_PREFIX):
        known = parts.scenarios.of(row).personas
        if resident not in known:
            raise UnknownInBody(UnknownResident(resident, known), "query.resident")
    found = read_events(parts.database, row.id, after, limit + 1, resident, kind)
    found = [recorded for recorded in found if recorded.seq <= row.head_seq]
    page = found[:limit]
    return json_answer(
        {
            "events": [
                {
                    "seq": recorded.seq,
                    "tick": recorded.tick,
                    "order": recorded.order,
                    "event": recorded.event.model_dump(mode="json", exclude=set(SERVER_ONLY)),
                }
                for recorded in page
            ],
            "next": page[-1].seq if len(found) > limit else None,
            "horizon": horizon_of(row).model_dump(),
        }
    )
