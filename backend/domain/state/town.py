"""The whole town at one moment, and what of it a page may see."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from backend.domain.events import MindChoice, Trail, Weather
from backend.domain.game_master import GAME_MASTER
from backend.domain.newcomer import Newcomer
from backend.domain.persona_edit import PersonaEdit
from backend.domain.scenario import Scenario
from backend.domain.state.arming import ArmedIntervention, armed_document
from backend.domain.state.attention import Attention
from backend.domain.state.commitments import Commitment
from backend.domain.state.inner_life import Relationship
from backend.domain.state.places import Closure, ObjectState
from backend.domain.state.questions import AskedFor, OpenQuestion, request_document
from backend.domain.state.residents import Departed, Resident, resident_document
from backend.domain.state.talks import Talk
from backend.domain.state.visitors import Visitor, Welcome
from backend.domain.world import Tile


@dataclass
class TownState:
    """The town at (tick, order); `seq` is the number of events played so far."""

    tick: int = 0
    order: int = -1
    seq: int = 0
    residents: dict[str, Resident] = field(default_factory=dict)
    visitors: dict[str, Visitor] = field(default_factory=dict)
    newcomers: dict[str, Newcomer] = field(default_factory=dict)
    """Residents who came after the founding, in the order in which they came."""
    departed: dict[str, Departed] = field(default_factory=dict)
    """Those who left for good, in the order in which they went."""
    persona_edits: dict[str, PersonaEdit] = field(default_factory=dict)
    """By resident: all that was rewritten of who it is."""
    objects: dict[str, ObjectState] = field(default_factory=dict)
    welcomes: dict[str, Welcome] = field(default_factory=dict)
    """By guest: the last home that it was let into."""
    closures: dict[str, Closure] = field(default_factory=dict)
    """By address of the place."""
    talks: dict[str, Talk] = field(default_factory=dict)
    commitments: dict[str, Commitment] = field(default_factory=dict)
    """By id, in the order in which they were first offered."""
    weather: Weather = "clear"
    mind: MindChoice = "rules"
    """Of those residents who have none of their own."""
    questions: dict[str, OpenQuestion] = field(default_factory=dict)
    requests: dict[str, AskedFor] = field(default_factory=dict)
    """The last `MOST_REQUESTS`, oldest first."""
    armed: dict[str, ArmedIntervention] = field(default_factory=dict)
    """What waits for its condition, by id, in the order in which it was armed."""
    spent: dict[str, ArmedIntervention] = field(default_factory=dict)
    """The last `MOST_SPENT` that wait no more, in the order in which they ended."""
    trails: dict[str, Trail] = field(default_factory=dict)
    """By what is armed and waits for something to be known: who has it. The engine's own, never shown."""
    attention: dict[str, Attention] = field(default_factory=dict)
    accesses: dict[str, int] = field(default_factory=dict)
    """Memory id to the tick of its last access, where that is later than its making."""
    importances: dict[str, int] = field(default_factory=dict)
    """Memory id to the importance that a mind gave it, where that differs from the built-in rating."""

    def position(self, body: str, tick: int) -> Tile | None:
        """Where a resident or a visitor is; None if it is not in town."""
        if resident := self.residents.get(body):
            return resident.position(tick)
        if visitor := self.visitors.get(body):
            return visitor.at
        return None

    def welcome_in(self, body: str, tick: int) -> str | None:
        """The home into which a body is let at `tick`; None for none."""
        welcome = self.welcomes.get(body)
        return welcome.home if welcome is not None and tick < welcome.until else None

    def mind_of(self, resident: str) -> MindChoice:
        """The game master has the town's own."""
        return self.mind if resident == GAME_MASTER else self.residents[resident].mind or self.mind

    def commitments_of(self, resident: str) -> list[Commitment]:
        """Those that it was ever asked to, in the order of their first offers."""
        return [one for one in self.commitments.values() if resident in one.parties]

    def open_questions_of(self, resident: str) -> list[OpenQuestion]:
        return [question for question in self.questions.values() if question.resident == resident]

    def document(self) -> dict[str, Any]:
        """What a page may see, JSON-serialisable; the page's reducer keeps an equal one."""
        return {
            "tick": self.tick,
            "order": self.order,
            "seq": self.seq,
            "residents": {key: resident_document(value) for key, value in self.residents.items()},
            "visitors": {key: asdict(value) for key, value in self.visitors.items()},
            "newcomers": {key: asdict(value) for key, value in self.newcomers.items()},
            "departed": {key: asdict(value) for key, value in self.departed.items()},
            "persona_edits": {key: asdict(value) for key, value in self.persona_edits.items()},
            "objects": {key: asdict(value) for key, value in self.objects.items()},
            "welcomes": {key: asdict(value) for key, value in self.welcomes.items()},
            "closures": {key: asdict(value) for key, value in self.closures.items()},
            "talks": {key: asdict(value) for key, value in self.talks.items()},
            "commitments": {key: asdict(value) for key, value in self.commitments.items()},
            "weather": self.weather,
            "mind": self.mind,
            "questions": {key: asdict(value) for key, value in self.questions.items()},
            "requests": {key: request_document(value) for key, value in self.requests.items()},
            "armed": {key: armed_document(value) for key, value in self.armed.items()},
            "spent": {key: armed_document(value) for key, value in self.spent.items()},
        }


def initial_state(scenario: Scenario) -> TownState:
    """The town before its first event: everybody beside the own bed, all objects in their initial states."""
    state = TownState()
    for persona in scenario.living.values():
        state.residents[persona.id] = Resident(
            id=persona.id,
            at=scenario.world.objects[persona.bed].spots[0],
            relationships={
                known.other: Relationship(
                    knows_name=known.knows_name, closeness=known.closeness, note=known.note
                )
                for known in persona.knows
            },
        )
        state.attention[persona.id] = Attention()
    for thing in scenario.world.objects.values():
        state.objects[thing.id] = ObjectState(thing.initial, None, 0)
    return state
