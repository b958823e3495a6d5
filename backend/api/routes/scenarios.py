"""The scenarios that a town can be founded on."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.responses import Response

from backend.api.catalogue import Entry
from backend.api.forms.json_answer import json_answer
from backend.api.forms.openapi import problems_of
from backend.api.parts import PartsOf, TownOf
from backend.api.problems import ScenarioFaulty, TownGone, UnknownScenario, UnknownTown
from backend.api.views.scenario_view import ScenarioView
from backend.live.frames import View
from backend.scenarios import scenario_document

router = APIRouter(prefix="/api", tags=["scenarios"])


class FaultView(View):
    """What keeps a scenario from being lived in."""

    file: str
    place: str
    message: str
    remedy: str


class ScenarioSummary(View):
    id: str
    title: str
    summary: str
    residents: int
    hash: str | None
    """Of its files, by which its pictures are called: /art/HASH; none of a faulty one."""
    faults: list[FaultView]
    """Empty: a town can be founded on it."""


@router.get("/scenarios", responses=problems_of(), name="list scenarios")
def scenarios(parts: PartsOf) -> list[ScenarioSummary]:
    """All scenarios as their folders are now, with what is wrong with each."""
    return [summary_of(entry) for entry in parts.catalogue.entries()]


@router.get(
    "/scenarios/{scenario}",
    response_model=ScenarioView,
    responses=problems_of(UnknownScenario, ScenarioFaulty),
    name="look at a scenario",
)
def scenario(scenario: Annotated[str, Path(examples=["brook_lane"])], parts: PartsOf) -> Response:
    """Map, places, objects and people, as a page draws them."""
    return json_answer(scenario_document(parts.catalogue.scenario(scenario)))


@router.get(
    "/towns/{town}/scenario",
    response_model=ScenarioView,
    responses=problems_of(UnknownTown, TownGone),
    name="look at a town's scenario",
)
def scenario_of_town(row: TownOf, parts: PartsOf) -> Response:
    """The scenario that the town was founded on, as it was then."""
    return json_answer(scenario_document(parts.scenarios.unedited(row)))


def summary_of(entry: Entry) -> ScenarioSummary:
    found = entry.scenario
    return ScenarioSummary(
        id=entry.name,
        title=found.title if found else entry.name,
        summary=found.summary if found else f"It has {len(entry.faults)} faults; see GET /api/scenarios.",
        residents=len(found.personas) if found else 0,
        hash=found.hash if found else None,
        faults=[
            FaultView(file=f.file, place=f.place, message=f.message, remedy=f.remedy) for f in entry.faults
        ],
    )
