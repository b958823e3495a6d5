"""The residents of a town: who they are and what they are doing."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends

from backend.api.forms.moment import At, moment_of
from backend.api.forms.openapi import problems_of
from backend.api.parts import PartsOf, ResidentId, TownOf
from backend.api.problems import (
    InvalidRequest,
    ResidentNotThere,
    TickNotYet,
    TownGone,
    UnknownResident,
    UnknownTown,
)
from backend.domain.events import PlannedAction
from backend.domain.persona import Persona
from backend.domain.present import scenario_at
from backend.domain.scenario import Scenario
from backend.domain.state import Action, Resident, TownState
from backend.domain.world import Tile
from backend.live.frames import View
from backend.store.history.events import state_at

router = APIRouter(prefix="/api/towns/{town}/residents", tags=["residents"])


class ResidentView(View):
    """Who a resident is, and what it does at the moment."""

    id: str
    name: str
    age: int
    pronouns: tuple[str, str, str]
    job: str | None
    home: str
    about: str
    currently: str
    traits: list[str]
    tile: Tile
    arena: str | None
    """Address of the place it is at; null on a street."""
    asleep: bool
    walking: bool
    action: Action | None
    """What it does, or is on its way to do."""
    talk: str | None
    """The talk it is in."""


class BlockView(View):
    start: int
    end: int
    start_local: str
    """HH:MM."""
    end_local: str
    activity: str
    need: str
    emoji: str
    arena: str
    commitment: str | None
    """The entry of the calendar that it keeps."""
    current: bool
    actions: list[PlannedAction] | None
    """Null until the block is about to begin."""


class PlanView(View):
    resident: str
    day: int | None
    """Number of the local day, 0 on the day the town starts; null before the first plan."""
    made: int | None
    blocks: list[BlockView]


class RelationshipView(View):
    other: str
    name: str | None
    """Null as long as the resident does not know it."""
    knows_name: bool
    closeness: float
    note: str
    talked: int | None
    talked_local: str | None
    """Local date and time of the end of their last talk, ISO 8601."""


_PROBLEMS = problems_of(UnknownTown, TownGone, UnknownResident, ResidentNotThere, TickNotYet, InvalidRequest)


class _Present:
    """A town's people at the moment that is asked about."""

    def __init__(self, row: TownOf, parts: PartsOf, at: At = None) -> None:
        self.tick: int = moment_of(row, at)
        self.scenario: Scenario = parts.scenarios.of(row)
        self.state: TownState = state_at(parts.database, row.id, self.tick)
        self.then: Scenario = scenario_at(parts.scenarios.founded(row), self.state)

    def persona(self, resident: str) -> Persona:
        if resident not in self.scenario.personas:
            raise UnknownResident(resident, self.scenario.personas)
        return self.then.personas.get(resident, self.scenario.personas[resident])

    def resident(self, resident: str) -> Resident:
        id_ = self.persona(resident).id
        if id_ not in self.state.residents:
            raise ResidentNotThere(id_, self.tick)
        return self.state.residents[id_]

    def local(self, tick: int) -> str:
        return self.scenario.calendar.at(tick).isoformat()

    def clock(self, tick: int) -> str:
        return self.scenario.calendar.clock(tick)


Present = Annotated[_Present, Depends(_Present)]


@router.get(
    "", responses=problems_of(UnknownTown, TownGone, TickNotYet, InvalidRequest), name="list residents"
)
def residents(present: Present) -> list[ResidentView]:
    """All residents, by their ids."""
    there = present.state.residents
    return [_view(present, resident) for resident in present.scenario.personas if resident in there]


@router.get("/{resident}", responses=_PROBLEMS, name="look at a resident")
def resident(resident: ResidentId, present: Present) -> ResidentView:
    """Who it is, where it is, and what it does and why."""
    return _view(present, resident)


@router.get("/{resident}/plan", responses=_PROBLEMS, name="read a resident's plan")
def plan(resident: ResidentId, present: Present) -> PlanView:
    """The day's plan, with the actions of the blocks that were thought through."""
    one = present.resident(resident)
    if one.plan is None:
        return PlanView(resident=one.id, day=None, made=None, blocks=[])
    blocks = [
        BlockView(
            **block.model_dump(),
            start_local=present.clock(block.start),
            end_local=present.clock(block.end),
            current=number == one.block,
            actions=list(one.details[number]) if number in one.details else None,
        )
        for number, block in enumerate(one.plan.blocks)
    ]
    return PlanView(resident=one.id, day=one.plan.day, made=one.plan.made, blocks=blocks)


@router.get("/{resident}/relationships", responses=_PROBLEMS, name="read whom a resident knows")
def relationships(resident: ResidentId, present: Present) -> list[RelationshipView]:
    """Whom it knows, closest first; names that it has not learned are left out."""
    known = present.resident(resident).relationships
    found = [
        RelationshipView(
            other=other,
            name=relationship.name or (_name(present, other) if relationship.knows_name else None),
            knows_name=relationship.knows_name,
            closeness=relationship.closeness,
            note=relationship.note,
            talked=relationship.talked,
            talked_local=None if relationship.talked is None else present.local(relationship.talked),
        )
        for other, relationship in known.items()
    ]
    return sorted(found, key=lambda one: (-one.closeness, one.other))


def _view(present: _Present, resident: str) -> ResidentView:
    persona, one, now = present.persona(resident), present.resident(resident), present.tick
    tile = one.position(now)
    return ResidentView(
        id=persona.id,
        name=persona.name,
        age=persona.age,
        pronouns=persona.pronouns,
        job=persona.job.title if persona.job else None,
        home=persona.home,
        about=persona.about,
        currently=persona.currently,
        traits=list(persona.traits),
        tile=tile,
        arena=present.scenario.world.arena_at(tile),
        asleep=one.asleep,
        walking=one.walk is not None and now < one.walk.arrival,
        action=one.action,
        talk=one.talk,
    )


def _name(present: _Present, other: str) -> str:
    if persona := present.scenario.personas.get(other):
        return persona.name
    visitor = present.state.visitors.get(other)
    return visitor.name if visitor else other
