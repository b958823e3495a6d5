"""A town under the engine's hand: its state, and the one way to write an event."""

from __future__ import annotations

from backend.domain import events as e
from backend.domain.events import AnyEvent, QuestionKind, Recorded
from backend.domain.holding import met_by, mover
from backend.domain.pathfinding import Pathfinder
from backend.domain.present import changed, scenario_at
from backend.domain.questions import AnyQuestion
from backend.domain.reduce import reduce
from backend.domain.scenario import Scenario
from backend.domain.state import TownState, Walk
from backend.domain.view import View
from backend.domain.wishes import Ask
from backend.domain.world import Tile
from worker.engine.ports import Cognition

DECIDES: frozenset[QuestionKind] = frozenset(("plan_day", "detail_plan", "react", "say", "answer"))
"""Questions by whose answers a resident does or says something."""

OF_ARMED = (e.Armed, e.ConditionMet, e.Fired, e.Expired, e.Disarmed)
"""Events by which an armed intervention is due at other ticks than before."""


class Town:
    """`tick` is the open tick: everything before it is closed for good.

    `happened` holds the events of the open tick, which residents perceive when it closes; `touched` the residents
    whose wakes have to be found anew, `moved` the bodies whose meetings have, `armed` the armed interventions whose
    wakes have. `pending`, `asked` and `closed` are
    what the next commit carries; `unrouted` are the questions that no mind has been given yet.
    """

    def __init__(self, scenario: Scenario, seed: int, state: TownState, cognition: Cognition) -> None:
        self.scenario = scenario_at(scenario, state)
        self.seed = seed
        self.state = state
        self.cognition = cognition
        self.paths = Pathfinder(self.scenario.world)
        self.tick = state.tick
        self.happened: list[AnyEvent] = []
        self.touched: set[str] = set()
        self.moved: set[str] = set()
        self.armed: set[str] = set()
        self.pending: list[Recorded] = []
        self.questions: dict[str, AnyQuestion] = {}
        self.asked: list[AnyQuestion] = []
        self.unrouted: list[AnyQuestion] = []
        self.closed: list[str] = []

    def view(self) -> View:
        return View(self.scenario, self.state, self.seed, self.tick)

    def next_order(self) -> int:
        """The order that the next event of the open tick gets."""
        return self.state.order + 1 if self.state.tick == self.tick else 0

    def emit(self, event: AnyEvent) -> None:
        """Writes an event at the open tick: into the state, the index of memories and the next commit."""
        recorded = Recorded(self.state.seq + 1, self.tick, self.next_order(), event)
        self._touch_talkers(event)
        subject = event.subject
        course = self._course_of(subject)
        before = self._place_before(event)
        felt = self.cognition.feel(self.view(), event)
        reduce(self.state, recorded)
        self.cognition.learn(recorded)
        self.happened.append(event)
        self.pending.append(recorded)
        if isinstance(event, e.ResidentAdded | e.ResidentRemoved | e.PersonaEdited):
            self.scenario = changed(self.scenario, event)
            self.touched.add(event.resident)
            self.moved.add(event.resident)
        if subject is not None and subject in self.state.residents:
            self.touched.add(subject)
        if subject is not None and self._course_of(subject) != course:
            self.moved.add(subject)
        if isinstance(event, e.VisitorEntered | e.VisitorMoved | e.VisitorUsed):
            self.moved.add(event.visitor)
        elif isinstance(event, e.ResidentMoved):
            self.moved.add(event.resident)
        elif isinstance(event, e.Answered | e.AnswerLapsed):
            self.questions.pop(event.key, None)
            self.closed.append(event.key)
        elif isinstance(event, OF_ARMED):
            self.armed.add(event.armed)
        for feeling in felt:
            self.emit(feeling)
        if self.state.armed:
            for met in list(met_by(self.state, self.scenario.world, event, before)):
                self.emit(met)

    def ask(self, wish: Ask) -> None:
        """Puts a question before a mind. What was retrieved for it counts as accessed.

        What is only rated or embedded does not.
        """
        question = wish.question
        if self.is_acted_for(question.resident) and question.kind in DECIDES:
            return
        self.questions[question.key] = question
        self.asked.append(question)
        self.unrouted.append(question)
        retrieved = (
            () if question.kind in ("rate", "embed") else tuple(memory.id for memory in question.memories)
        )
        self.emit(
            e.Asked(
                key=question.key,
                question=question.kind,
                resident=question.resident,
                effect=question.effect,
                memories=retrieved,
                about=wish.about,
            )
        )

    def is_acted_for(self, resident: str) -> bool:
        """Whether somebody from outside decides for it; then its own mind does not."""
        body = self.state.residents.get(resident)
        return body is not None and body.stand_in is not None

    def _touch_talkers(self, event: AnyEvent) -> None:
        """A line, a beginning or an end of a talk concerns all who are in it."""
        if isinstance(event, e.TalkStarted):
            self.touched.update(event.participants)
        elif isinstance(event, e.TalkEnded | e.TalkJoined | e.TalkLeft | e.Said) and event.talk is not None:
            self.touched.update(self.state.talks[event.talk].participants)
        elif isinstance(event, e.Said):
            self.touched.update(one for one in event.to if one in self.state.residents)
        elif isinstance(event, e.VisitorEntered | e.VisitorLeft):
            known = (one for one, mind in self.state.attention.items() if event.visitor in mind.dialogues)
            self.touched.update(known)

    def _place_before(self, event: AnyEvent) -> Tile | None:
        """Where the body was that the event puts elsewhere at once, where somebody waits for arrivals."""
        body = mover(event) if self.state.armed else None
        return None if body is None else self.state.position(body, self.tick)

    def _course_of(self, body: str | None) -> Walk | Tile | None:
        """Where a resident is from the open tick on; None for all else. Whoever has arrived only stands there."""
        resident = self.state.residents.get(body) if body is not None else None
        if resident is None:
            return None
        is_walking = resident.walk is not None and resident.walk.arrival > self.tick
        return resident.walk if is_walking else resident.position(self.tick)

    def open_tick(self, tick: int) -> None:
        self.tick = tick
        self.happened = []
