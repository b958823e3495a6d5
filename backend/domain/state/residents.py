"""A resident at one moment."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from backend.domain.events import MindChoice, PlannedAction
from backend.domain.state.activity import Action, Plan, Walk
from backend.domain.state.inner_life import Belief, Body, Goal, Relationship
from backend.domain.world import Tile


@dataclass(frozen=True)
class StandIn:
    """Somebody from outside who acts for a resident."""

    visitor: str
    name: str
    since: int


@dataclass(frozen=True)
class Departed:
    """Somebody who lived here and has left for good."""

    since: int
    at: Tile
    """Where it was last."""


@dataclass(frozen=True)
class Resident:
    id: str
    at: Tile
    """Where it stands, or stood when its walk began."""
    walk: Walk | None = None
    action: Action | None = None
    plan: Plan | None = None
    block: int = -1
    """The block of the plan that it is in."""
    details: dict[int, tuple[PlannedAction, ...]] = field(default_factory=dict)
    step: int = 0
    """How many actions of the block it has set out to do."""
    talk: str | None = None
    relationships: dict[str, Relationship] = field(default_factory=dict)
    body: Body = field(default_factory=Body)
    beliefs: dict[str, Belief] = field(default_factory=dict)
    goals: dict[str, Goal] = field(default_factory=dict)
    mind: MindChoice | None = None
    """None: as the town's."""
    stand_in: StandIn | None = None
    """Who acts for it; None: it is its own."""

    def position(self, tick: int) -> Tile:
        return self.at if self.walk is None else self.walk.at(tick)

    @property
    def asleep(self) -> bool:
        return self.action is not None and self.action.asleep and self.action.begun is not None

    def knows_name_of(self, other: str) -> bool:
        relationship = self.relationships.get(other)
        return relationship is not None and relationship.knows_name


def resident_document(resident: Resident) -> dict[str, Any]:
    """What a page may see of it, JSON-serialisable."""
    return {
        "id": resident.id,
        "at": resident.at,
        "walk": None if resident.walk is None else asdict(resident.walk),
        "action": None if resident.action is None else asdict(resident.action),
        "plan": None
        if resident.plan is None
        else {
            "day": resident.plan.day,
            "made": resident.plan.made,
            "seq": resident.plan.seq,
            "blocks": [block.model_dump() for block in resident.plan.blocks],
        },
        "block": resident.block,
        "details": {str(n): [a.model_dump() for a in actions] for n, actions in resident.details.items()},
        "step": resident.step,
        "talk": resident.talk,
        "relationships": {other: asdict(r) for other, r in resident.relationships.items()},
        "body": asdict(resident.body),
        "beliefs": {belief: asdict(value) for belief, value in resident.beliefs.items()},
        "goals": {goal: asdict(value) for goal, value in resident.goals.items()},
        "mind": resident.mind,
        "stand_in": None if resident.stand_in is None else asdict(resident.stand_in),
    }
