"""What comes to a resident's mind for any words, with the scores; reading it leaves no access behind."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from backend.api.forms.moment import At, moment_of
from backend.api.forms.openapi import problems_of
from backend.api.parts import PartsOf, ResidentId, TownOf
from backend.api.problems import InvalidRequest, TickNotYet, TownGone, UnknownResident, UnknownTown
from backend.api.views.memory_views import MemoryView, memory_view
from backend.api.views.why_views import ScoresView
from backend.domain.memory.embedding import NgramEmbedder
from backend.domain.memory.index import MemoryIndex
from backend.domain.memory.retrieve import retrieve
from backend.live.frames import View
from backend.store.history.events import state_at
from backend.store.history.memories import memories_formed, rated_as_of
from backend.store.history.provenance import memories_by_id

router = APIRouter(prefix="/api/towns/{town}/residents/{resident}", tags=["why"])


class RecollectionView(View):
    """A memory with how well it fits, each part scaled to 0 to 1 over all that the resident remembers."""

    memory: MemoryView
    scores: ScoresView


@router.get(
    "/recollections",
    responses=problems_of(UnknownTown, TownGone, UnknownResident, TickNotYet, InvalidRequest),
    name="ask what comes to a resident's mind",
)
def recollections(
    row: TownOf,
    resident: ResidentId,
    parts: PartsOf,
    q: Annotated[
        str,
        Query(min_length=1, max_length=300, pattern=r"^[^\x00]*$", description="What the mind is put on."),
    ],
    limit: Annotated[int, Query(ge=1, le=100)] = 12,
    at: At = None,
) -> list[RecollectionView]:
    """Best first, by the same exact retrieval as for a question, in the built-in vectors (paper, section 4.1).

    With `at`, as it would have come to mind then: only what was known, with the ratings and accesses of that moment.
    """
    now = moment_of(row, at)
    scenario = parts.scenarios.of(row)
    if resident not in scenario.personas:
        raise UnknownResident(resident, scenario.personas)
    embedder = NgramEmbedder(scenario.synonyms)
    index = MemoryIndex(embedder.name, embedder.size)
    state = state_at(parts.database, row.id, now)
    for recorded in memories_formed(parts.database, row.id, resident, state.seq):
        index.learn(recorded)
    for memory in index.of(resident):
        accessed = state.accesses.get(memory.event.id)
        if accessed is not None:
            index.access(resident, (memory.event.id,), accessed)
    index.rate(resident, {id_: rating for id_, rating in state.importances.items() if id_ in index})
    found = retrieve(index, resident, embedder.embed(q), now, limit=limit)
    stored = {
        memory.id: memory
        for memory in rated_as_of(
            list(memories_by_id(parts.database, row.id, [scored.memory for scored in found]).values()),
            state.importances,
        )
    }
    return [
        RecollectionView(
            memory=memory_view(stored[scored.memory], scenario.calendar),
            scores=ScoresView(
                recency=scored.recency,
                importance=scored.importance,
                relevance=scored.relevance,
                total=scored.score,
            ),
        )
        for scored in found
        if scored.memory in stored
    ]
