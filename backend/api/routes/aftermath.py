"""Following an intervention: who noticed it, who did something about it, who planned anew, who told whom."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Path

from backend.api.forms.openapi import problems_of
from backend.api.parts import PartsOf, TownOf
from backend.api.problems import InvalidRequest, TownGone, UnknownInput, UnknownTown
from backend.api.routes.inputs import InputView, view_of
from backend.domain.aftermath import Step, StepKind
from backend.domain.scenario import Scenario
from backend.live.frames import View
from backend.store.history.aftermath import aftermath_of
from backend.store.history.whereabouts import tiles_at
from backend.store.postgres.database import Database
from backend.store.queues.inputs import get_input

router = APIRouter(prefix="/api/towns/{town}", tags=["why"])

MOST_STEPS = 2000
"""What everybody notices again and again, as the weather is, goes on for ever; the first of it tells enough."""


class StepView(View):
    """One thing that came of an intervention, as one event of the log tells it."""

    kind: StepKind
    seq: int
    """Of the event in the log."""
    tick: int
    resident: str | None
    """Whose step it is: the teller where something was told; null where it is nobody's."""
    of: int | None
    """The step that it follows from, by its `seq`; null for what the intervention itself did."""
    other: str | None
    """Who was told, replied to or turned to: a resident or a visitor."""
    words: str
    """What was perceived, said, planned or believed."""
    choice: str
    """For what was decided: the option, as "leave" or "talk"."""
    line: int | None
    """For something told: the `seq` of the line."""
    overheard: bool
    """It was told to somebody else."""
    what: str
    """For what the intervention itself did: the kind of the event."""
    place: str | None
    """For something perceived: the address of the arena in which it was; null under the open sky and for all else."""


class AftermathView(View):
    intervention: InputView
    steps: list[StepView]
    """In the order of the log; none as long as it waits, or where it was refused."""
    cut: bool
    """Whether there are more than the first 2000."""
    memory: str | None
    """The first memory that carries it: `GET …/memories/{memory}/spread` follows that. Null: nobody has any."""


@router.get(
    "/interventions/{number}/effects",
    responses=problems_of(UnknownTown, TownGone, UnknownInput, InvalidRequest),
    name="follow an intervention",
)
def effects(
    row: TownOf,
    parts: PartsOf,
    number: Annotated[int, Path(ge=1, le=2**63 - 1, description="The input's id.")],
) -> AftermathView:
    """What came of an input by now: who noticed it and where, who decided what, who told whom by which line."""
    sent = get_input(parts.database, row.id, number)
    stamp = sent.fate.stamp
    if sent.fate.status != "applied" or stamp is None:
        return AftermathView(intervention=view_of(sent), steps=[], cut=False, memory=None)
    found = aftermath_of(parts.database, row.id, number, stamp)
    steps = found.steps[:MOST_STEPS]
    places = _places(parts.database, row.id, parts.scenarios.of(row), steps)
    return AftermathView(
        intervention=view_of(sent),
        steps=[StepView(**vars(step), place=places.get(step.seq)) for step in steps],
        cut=len(found.steps) > MOST_STEPS,
        memory=found.first_memory,
    )


def _places(
    database: Database, town: str, scenario: Scenario, steps: Iterable[Step]
) -> dict[int, str | None]:
    """The arenas in which something was perceived, by the step's `seq`."""
    perceived = [
        (step.resident, step.seq, step.tick)
        for step in steps
        if step.kind == "perceived" and step.resident is not None
    ]
    tiles = tiles_at(database, town, perceived)
    found: dict[int, str | None] = {}
    for resident, seq, _ in perceived:
        tile = tiles.get((resident, seq))
        persona = scenario.personas.get(resident)
        if tile is not None:
            found[seq] = scenario.world.arena_at(tile)
        elif persona is not None:
            # Who has never gone anywhere lies where the town found it.
            found[seq] = scenario.world.objects[persona.bed].arena
    return found
