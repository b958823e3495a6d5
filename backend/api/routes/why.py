"""Why something happened: the chain from an event back to memories, question and call, and on to what it led to."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query

from backend.api.forms.moment import LAST_SEQ, LAST_TICK
from backend.api.forms.openapi import problems_of
from backend.api.parts import PartsOf, ResidentId, TownOf
from backend.api.problems import (
    InvalidRequest,
    TownGone,
    UnknownEvent,
    UnknownMemory,
    UnknownResident,
    UnknownTown,
)
from backend.api.views.memory_views import MemoryView, memory_view
from backend.api.views.why_views import AskingView, CallView, GroundView, MemoryTree, ScoresView, WhyView
from backend.domain import events as e
from backend.domain.events import SERVER_ONLY, Recorded
from backend.domain.questions import AnyQuestion
from backend.domain.scenario import Scenario
from backend.live.frames import RecordedEvent
from backend.store.history.memories import MemoryRow
from backend.store.history.provenance import (
    Asking,
    asking,
    event_at,
    last_event,
    line_that_told,
    memories_by_id,
)
from backend.store.model_server.calls import list_calls
from backend.store.postgres.database import Database
from backend.store.town.towns import TownRow

router = APIRouter(prefix="/api/towns/{town}", tags=["why"])

MOST_NODES, DEEPEST = 200, 8
"""Of a tree of memories."""
MOST_CALLS = 20


_PROBLEMS = problems_of(UnknownTown, TownGone, InvalidRequest, UnknownEvent)


@router.get("/why/{seq}", responses=_PROBLEMS, name="ask why something happened")
def why(
    row: TownOf,
    parts: PartsOf,
    seq: Annotated[int, Path(ge=1, le=LAST_SEQ, description="Position of the event in the log.")],
) -> WhyView:
    """The chain behind an event: memories with their scores, question, call, answer, effects."""
    found = event_at(parts.database, row.id, seq) if seq <= row.head_seq else None
    if found is None:
        raise UnknownEvent(seq, row.head_seq)
    return _Chain(parts.database, row, parts.scenarios.of(row)).of(found)


@router.get(
    "/residents/{resident}/why",
    responses=problems_of(UnknownTown, TownGone, InvalidRequest, UnknownEvent, UnknownResident),
    name="ask why a resident does what it does",
)
def why_now(
    row: TownOf,
    parts: PartsOf,
    resident: ResidentId,
    belief: Annotated[str | None, Query(max_length=200, description="Why it believes this, instead.")] = None,
    upto_tick: Annotated[
        int | None, Query(ge=0, le=LAST_TICK, description="As of this tick, where a page shows the past.")
    ] = None,
) -> WhyView:
    """The same for what it does now or did at `upto_tick`, or for one of its beliefs, by the belief's id."""
    scenario = parts.scenarios.of(row)
    if resident not in scenario.personas:
        raise UnknownResident(resident, scenario.personas)
    if belief is None:
        found = last_event(parts.database, row.id, "action_chosen", resident, row.head_seq, upto_tick)
    else:
        found = last_event(
            parts.database, row.id, "believed", resident, row.head_seq, upto_tick, belief=belief
        )
    if found is None:
        raise UnknownEvent(0, row.head_seq)
    return _Chain(parts.database, row, scenario).of(found)


@router.get(
    "/residents/{resident}/memories/{memory}/tree",
    responses=problems_of(UnknownTown, TownGone, UnknownResident, UnknownMemory, InvalidRequest),
    name="follow a memory to its roots",
)
def tree(
    row: TownOf,
    parts: PartsOf,
    resident: ResidentId,
    memory: Annotated[str, Path(max_length=200, pattern=r"^[^\x00]*$", examples=["marta@2300.0"])],
) -> MemoryTree:
    """What a memory was drawn from, down to what was seen, said or planted."""
    scenario = parts.scenarios.of(row)
    if resident not in scenario.personas:
        raise UnknownResident(resident, scenario.personas)
    root = memories_by_id(parts.database, row.id, [memory]).get(memory)
    if root is None or root.resident != resident:
        raise UnknownMemory(memory)
    known = _with_roots(parts.database, row.id, root)
    return _tree(root, known, scenario, DEEPEST, frozenset())


class _Chain:
    def __init__(self, database: Database, row: TownRow, scenario: Scenario) -> None:
        self._database, self._town, self._row, self._scenario = database, row.id, row, scenario

    def of(self, subject: Recorded) -> WhyView:
        event = subject.event
        drawn: list[MemoryView] = []
        line = None
        if isinstance(event, e.Remembered):
            own = memories_by_id(self._database, self._town, [event.id, *event.source.memories])
            drawn = [self._memory(own[each]) for each in event.source.memories if each in own]
            line = line_that_told(self._database, self._town, own[event.id]) if event.id in own else None
        elif isinstance(event, e.Believed | e.GoalSet):
            held = memories_by_id(self._database, self._town, event.memories)
            drawn = [self._memory(memory) for memory in held.values()]
        keys = list(dict.fromkeys(self._keys(subject)))
        askings = [found for key in keys if (found := asking(self._database, self._town, key)) is not None]
        return WhyView(
            event=_sent(subject),
            questions=[self._asking(found) for found in askings],
            drawn_from=drawn,
            line=None if line is None else _sent(line),
        )

    def _keys(self, subject: Recorded) -> list[str]:
        """Keys of the questions that an event comes from, the nearest first."""
        event = subject.event
        if isinstance(event, e.Asked | e.Answered | e.AnswerLapsed):
            return [event.key]
        if isinstance(event, e.Remembered):
            return [event.source.question] if event.source.question is not None else []
        cause = getattr(event, "cause", None)
        keys = [cause] if isinstance(cause, str) else []
        if isinstance(event, e.ActionChosen) and event.block is not None:
            keys += self._plan(subject, event)
        return keys

    def _plan(self, subject: Recorded, action: e.ActionChosen) -> list[str]:
        """The detail of the block that an action is of, and the day's plan."""
        upto = subject.seq
        detail = last_event(
            self._database, self._town, "block_detailed", action.resident, upto, block=str(action.block)
        )
        planned = last_event(self._database, self._town, "day_planned", action.resident, upto)
        causes = [getattr(found.event, "cause", None) for found in (detail, planned) if found is not None]
        return [cause for cause in causes if cause is not None]

    def _asking(self, found: Asking) -> AskingView:
        question, answered = found.question, found.answered
        event = None if answered is None else answered.event
        asked = found.asked.event
        return AskingView(
            key=question.key,
            question=question.kind,
            resident=question.resident,
            about=asked.about if isinstance(asked, e.Asked) else None,
            tick=question.tick,
            local=self._scenario.calendar.at(question.tick).isoformat(),
            grounds=self._grounds(question, event.cites if isinstance(event, e.Answered) else ()),
            mind=event.mind if isinstance(event, e.Answered) else None,
            choice=_choice(event),
            lapsed=isinstance(event, e.AnswerLapsed),
            calls=self._calls(question.key),
            effects=[_sent(effect) for effect in found.effects],
        )

    def _grounds(self, question: AnyQuestion, cited: tuple[str, ...]) -> list[GroundView]:
        stored = memories_by_id(self._database, self._town, [memory.id for memory in question.memories])
        grounds = []
        for memory in question.memories:
            if (row := stored.get(memory.id)) is None:
                continue
            scores = memory.scores
            grounds.append(
                GroundView(
                    memory=self._memory(row),
                    scores=None if scores is None else ScoresView(**scores.model_dump()),
                    cited=memory.id in cited,
                )
            )
        return grounds

    def _calls(self, key: str) -> list[CallView]:
        calls = list_calls(self._database, self._town, MOST_CALLS, question=key)
        fields = CallView.model_fields
        return [CallView(**{name: getattr(call, name) for name in fields}) for call in calls]

    def _memory(self, memory: MemoryRow) -> MemoryView:
        return memory_view(memory, self._scenario.calendar)


def _choice(event: Any) -> str:
    if isinstance(event, e.Answered):
        return event.choice
    return event.reason if isinstance(event, e.AnswerLapsed) else ""


def _sent(recorded: Recorded) -> RecordedEvent:
    payload = recorded.event.model_dump(mode="json", exclude=set(SERVER_ONLY))
    return RecordedEvent.model_validate(
        {"seq": recorded.seq, "tick": recorded.tick, "order": recorded.order, "event": payload}
    )


def _with_roots(database: Database, town: str, root: MemoryRow) -> dict[str, MemoryRow]:
    """The memory and all that it was drawn from, level by level, up to a number."""
    known, level = {root.id: root}, [root]
    for _ in range(DEEPEST):
        ids = [each for memory in level for each in memory.source.memories if each not in known]
        if not ids or len(known) >= MOST_NODES:
            break
        found = memories_by_id(database, town, ids[: MOST_NODES - len(known)])
        known |= found
        level = list(found.values())
    return known


def _tree(
    memory: MemoryRow, known: dict[str, MemoryRow], scenario: Scenario, deep: int, above: frozenset[str]
) -> MemoryTree:
    roots = [
        known[each] for each in memory.source.memories if each in known and each not in above and deep > 0
    ]
    return MemoryTree(
        memory=memory_view(memory, scenario.calendar),
        resident=memory.resident,
        children=[_tree(root, known, scenario, deep - 1, above | {memory.id}) for root in roots],
        cut=len(roots) < len(memory.source.memories),
    )
