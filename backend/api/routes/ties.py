"""Who is what to whom in a town, at any moment, and how it came to be so."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from backend.api.forms.moment import LAST_SEQ, At, moment_of
from backend.api.forms.openapi import problems_of
from backend.api.parts import PartsOf, TownOf
from backend.api.problems import (
    InvalidRequest,
    TickNotYet,
    TownGone,
    UnknownInBody,
    UnknownResident,
    UnknownTown,
)
from backend.domain.scenario import Scenario
from backend.live.frames import View
from backend.store.history.events import state_at
from backend.store.history.ties import Change, changes

router = APIRouter(prefix="/api/towns/{town}/relationships", tags=["past and present"])

MOST = 200


class TieView(View):
    """What `other` is to `resident`; the other way round is another."""

    resident: str
    other: str
    closeness: float
    """-1 to 1."""
    knows_name: bool
    note: str
    talked: int | None
    """When their last talk ended, in ticks."""


class TiesView(View):
    tick: int
    residents: list[str]
    ties: list[TieView]
    """Between residents; of visitors nothing is told here."""


class TieChangeView(View):
    seq: int
    """Of the event in the log: `GET …/why/{seq}` tells the question and the talk behind it."""
    tick: int
    resident: str
    other: str
    was: float
    closeness: float
    note: str
    reason: str
    """What changed it, one sentence."""
    cause: str | None
    """Key of the question whose answer it is; null where a director did it."""


_PROBLEMS = (UnknownTown, TownGone, TickNotYet, InvalidRequest)


@router.get("", responses=problems_of(*_PROBLEMS), name="see who is what to whom")
def relationships(row: TownOf, parts: PartsOf, at: At = None) -> TiesView:
    """All ties between residents, now or as they were after all events up to a tick."""
    tick = moment_of(row, at)
    state = state_at(parts.database, row.id, tick)
    ties = [
        TieView(
            resident=resident,
            other=other,
            closeness=known.closeness,
            knows_name=known.knows_name,
            note=known.note,
            talked=known.talked,
        )
        for resident, one in state.residents.items()
        for other, known in one.relationships.items()
        if other in state.residents
    ]
    return TiesView(tick=tick, residents=list(state.residents), ties=ties)


@router.get(
    "/changes",
    responses=problems_of(*_PROBLEMS, in_body=(UnknownResident,)),
    name="see how relationships changed",
)
def history(
    row: TownOf,
    parts: PartsOf,
    at: At = None,
    resident: Annotated[
        str | None, Query(max_length=200, description="Only what it is to others, or others to it.")
    ] = None,
    before: Annotated[
        int | None, Query(ge=1, le=LAST_SEQ, description="Only changes before this position of the log.")
    ] = None,
    limit: Annotated[int, Query(ge=1, le=MOST)] = 50,
) -> list[TieChangeView]:
    """The changes up to a moment, newest first; send the last `seq` as `before` for those before them."""
    scenario = parts.scenarios.of(row)
    if resident is not None and resident not in scenario.personas:
        raise UnknownInBody(UnknownResident(resident, scenario.personas), "query.resident")
    found = changes(parts.database, row.id, moment_of(row, at), limit, resident=resident, before=before)
    return [_change(one, scenario) for one in found]


def _change(change: Change, scenario: Scenario) -> TieChangeView:
    event = change.event
    return TieChangeView(
        seq=change.recorded.seq,
        tick=change.recorded.tick,
        resident=event.resident,
        other=event.other,
        was=_first(scenario, event.resident, event.other) if change.was is None else change.was,
        closeness=event.closeness,
        note=event.note,
        reason=event.reason,
        cause=event.cause,
    )


def _first(scenario: Scenario, resident: str, other: str) -> float:
    """How close they were before the first day; 0 where they did not know each other."""
    persona = scenario.personas.get(resident)
    return next((one.closeness for one in (persona.knows if persona else ()) if one.other == other), 0.0)
