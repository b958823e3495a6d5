"""A town at one moment, as the log up to it says. `reduce` plays events onto it.

`TownState` is a container whose parts are frozen: an event replaces the parts that it changes. What a page may see
is in `document`; `Attention` and the accesses are the engine's own and go only into snapshots.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from backend.domain.events import (
    Block,
    Effect,
    EmoteKind,
    MindChoice,
    PlannedAction,
    Pose,
    QuestionKind,
    Verdict,
    Weather,
)
from backend.domain.newcomer import Newcomer
from backend.domain.scenario import Scenario
from backend.domain.world import Tile


@dataclass(frozen=True)
class Walk:
    """At path[k] at tick start + k; at its last tile ever after."""

    path: tuple[Tile, ...]
    start: int

    @property
    def arrival(self) -> int:
        """The tick at which the last tile is reached."""
        return self.start + len(self.path) - 1

    def at(self, tick: int) -> Tile:
        return self.path[min(max(tick - self.start, 0), len(self.path) - 1)]


@dataclass(frozen=True)
class Action:
    """What a resident does or is on its way to do (`begun` is None then)."""

    activity: str
    emoji: str
    need: str
    arena: str
    object: str | None
    object_state: str | None
    spot: Tile
    duration: int
    asleep: bool
    block: int | None
    why: str
    cause: str | None
    cites: tuple[str, ...]
    chosen: int
    begun: int | None = None
    until: int | None = None


@dataclass(frozen=True)
class Plan:
    day: int
    made: int
    """The tick at which it was made."""
    blocks: tuple[Block, ...]
    seq: int = 0
    """Number of the event that made it."""

    def block_at(self, tick: int) -> int | None:
        """Number of the block that `tick` lies in."""
        return next((n for n, block in enumerate(self.blocks) if block.start <= tick < block.end), None)


@dataclass(frozen=True)
class Relationship:
    """What `other` is to a resident."""

    knows_name: bool = False
    name: str | None = None
    """As they gave it; None where it was known from the start, or is not."""
    closeness: float = 0.0
    note: str = ""
    talked: int | None = None
    """When their last talk ended, in ticks."""


@dataclass(frozen=True)
class Body:
    """How a resident feels, each 0 to 100, as `BodyChanged` says."""

    energy: int = 80
    hunger: int = 40
    company: int = 50
    mood: int = 50
    because: str = ""
    since: int = 0
    """The tick of the last change."""


@dataclass(frozen=True)
class Belief:
    statement: str
    confidence: float
    about: tuple[str, ...]
    who: str | None
    memories: tuple[str, ...]
    since: int
    """The tick of the last change."""


@dataclass(frozen=True)
class Goal:
    text: str
    status: Literal["open", "reached", "dropped"]
    memories: tuple[str, ...]
    since: int


@dataclass(frozen=True)
class Party:
    """What one resident has to do with a commitment."""

    status: Literal["asked", "accepted", "declined", "kept", "broken"]
    by: str
    """Who asked it; the host itself for the host."""
    since: int
    reason: str = ""
    ground: str | None = None


@dataclass(frozen=True)
class Commitment:
    """Something agreed on: what, where, when and with whom. Its parties are in the order in which they were asked."""

    id: str
    host: str
    what: str
    arena: str
    start: int
    end: int
    news: str | None
    parties: dict[str, Party]

    @property
    def going(self) -> tuple[str, ...]:
        """Who has said yes, or came."""
        return tuple(r for r, party in self.parties.items() if party.status in ("accepted", "kept"))

    @property
    def is_off(self) -> bool:
        """Whether it was to be for the two of them, or the few, and all but its host have said no."""
        others = [party for resident, party in self.parties.items() if resident != self.host]
        return (
            self.news is None
            and bool(others)
            and all(party.status in ("declined", "broken") for party in others)
        )


@dataclass(frozen=True)
class StandIn:
    """Somebody from outside who acts for a resident."""

    visitor: str
    name: str
    since: int


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
    body: Body = Body()
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


@dataclass(frozen=True)
class Doing:
    """What a visitor does with an object."""

    object: str
    use: str
    activity: str
    emoji: str
    pose: Pose
    since: int


@dataclass(frozen=True)
class Emote:
    """What a visitor shows, up to tick `until`."""

    emote: EmoteKind
    since: int
    until: int


@dataclass(frozen=True)
class Visitor:
    id: str
    name: str
    looks: int
    at: Tile
    doing: Doing | None = None
    emote: Emote | None = None
    """The last one; it may be over."""
    since: int = 0
    """The tick at which it came."""


@dataclass(frozen=True)
class Welcome:
    """In whose home somebody is a guest, and until when."""

    home: str
    host: str
    until: int
    """The tick from which it holds no more."""


@dataclass(frozen=True)
class ObjectState:
    state: str
    by: str | None
    since: int


@dataclass(frozen=True)
class Closure:
    """A place that a director closed."""

    reason: str
    since: int


@dataclass(frozen=True)
class Line:
    speaker: str
    text: str
    tick: int
    ends: bool = False
    seq: int = 0
    """Number of the event that says it."""


@dataclass(frozen=True)
class Talk:
    id: str
    participants: tuple[str, ...]
    arena: str | None
    started: int
    cause: str | None
    lines: tuple[Line, ...] = ()

    @property
    def turn(self) -> str:
        """Whose line is next: they speak in turn, in the order in which they came."""
        if not self.lines or self.lines[-1].speaker not in self.participants:
            return self.participants[0]
        last = self.participants.index(self.lines[-1].speaker)
        return self.participants[(last + 1) % len(self.participants)]


@dataclass(frozen=True)
class OpenQuestion:
    key: str
    question: QuestionKind
    resident: str
    tick: int
    effect: int | None
    about: str | None


@dataclass(frozen=True)
class AskedFor:
    """What a director asked of the game master, and how it was judged."""

    id: str
    text: str
    by: str
    at_once: bool
    tick: int
    verdict: Verdict | None = None
    """None: not judged yet."""
    reason: str = ""
    effects: tuple[Effect, ...] = ()
    carried_out: int | None = None
    """The tick since which it is so."""
    carried_out_by: str = ""


@dataclass(frozen=True)
class Attention:
    """What a resident's cognition keeps count of between two looks; not for the page."""

    percepts: tuple[str, ...] = ()
    """Keys of the last 8 things perceived, newest last."""
    considered: dict[str, int] = field(default_factory=dict)
    """When it last thought about reacting to somebody or something, in ticks."""
    unrated: int = 0
    """Observations since the last rating."""
    unreflected: int = 0
    """Importance taken in since the last reflection."""
    dialogues: dict[str, tuple[Line, ...]] = field(default_factory=dict)
    """The last lines with each person from outside."""
    told: frozenset[str] = frozenset()
    """"other|memory" for all that it passed on or was told: nothing is told to the same person twice."""
    trouble: str = ""
    """Why the last chosen action could not be done; emptied when another detail of the plan is asked for."""
    setbacks: int = 0
    """How often in a row what it wanted to do was refused, or its mind had no plan; ends when it begins to act."""
    setback_at: int = 0
    """The tick of the last one."""
    heard_of: frozenset[str] = frozenset()
    """Ids of the items of news that it knows."""
    reminded: frozenset[str] = frozenset()
    """Ids of the commitments that came to mind in time."""
    shut: frozenset[str] = frozenset()
    """The closings of places that it saw or came upon, see `closing_key`."""
    followed: int | None = None
    """The tick at which somebody from outside last kept an eye on it."""


CLOSED = "closed|"
"""Begins the percept of a place that is closed, whose closing follows, see `closing_key`."""


def closing_key(place: str, since: int) -> str:
    """One closing of a place; when it is closed another time, that is another one."""
    return f"{place}|{since}"


REMINDER = "reminder|"
"""Begins the percept of a memory that reminds of a commitment, whose id follows."""
RETENTION = 8
"""Nothing is perceived twice within so many percepts (paper: retention)."""
DIALOGUE_LINES = 12
MOST_REQUESTS = 12
"""So many of the last requests to the game master are kept in view."""


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
        return self.residents[resident].mind or self.mind

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
            "residents": {key: _resident_document(value) for key, value in self.residents.items()},
            "visitors": {key: asdict(value) for key, value in self.visitors.items()},
            "newcomers": {key: asdict(value) for key, value in self.newcomers.items()},
            "objects": {key: asdict(value) for key, value in self.objects.items()},
            "welcomes": {key: asdict(value) for key, value in self.welcomes.items()},
            "closures": {key: asdict(value) for key, value in self.closures.items()},
            "talks": {key: asdict(value) for key, value in self.talks.items()},
            "commitments": {key: asdict(value) for key, value in self.commitments.items()},
            "weather": self.weather,
            "mind": self.mind,
            "questions": {key: asdict(value) for key, value in self.questions.items()},
            "requests": {key: _request_document(value) for key, value in self.requests.items()},
        }


def _request_document(request: AskedFor) -> dict[str, Any]:
    return {**asdict(request), "effects": [effect.model_dump() for effect in request.effects]}


def _resident_document(resident: Resident) -> dict[str, Any]:
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


def initial_state(scenario: Scenario) -> TownState:
    """The town before its first event: everybody beside the own bed, all objects in their initial states."""
    state = TownState()
    for persona in scenario.personas.values():
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
