"""The digest of a town's log: two towns that lived the same have the same."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from backend.api.forms.moment import LAST_TICK
from backend.api.forms.openapi import problems_of
from backend.api.parts import PartsOf, TownOf
from backend.api.problems import InvalidRequest, TickNotYet, TownGone, UnknownTown
from backend.live.frames import View
from backend.store.history.events import digest

router = APIRouter(prefix="/api/towns/{town}", tags=["past and present"])


class DigestView(View):
    digest: str
    """SHA-256 over the canonical lines of the events, in hexadecimal."""
    events: int
    before: int
    """The tick before which the events lie."""


@router.get(
    "/digest",
    responses=problems_of(UnknownTown, TownGone, TickNotYet, InvalidRequest),
    name="take the digest",
)
def take_digest(
    row: TownOf,
    parts: PartsOf,
    before: Annotated[
        int | None,
        Query(ge=0, le=LAST_TICK, description="Only events of earlier ticks; the horizon's if left out."),
    ] = None,
) -> DigestView:
    """Over all events of the ticks before `before`, which must be lived to their end."""
    upto = row.head_tick if before is None else before
    if upto > row.head_tick:
        raise TickNotYet(upto, row.head_tick)
    hexdigest, count = digest(parts.database, row.id, upto)
    return DigestView(digest=hexdigest, events=count, before=upto)
