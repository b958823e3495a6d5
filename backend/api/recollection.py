"""What comes to a resident's mind for any words, with the scores; reading it leaves no access behind."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from backend.api.memories import MemoryView, memory_view
from backend.api.openapi import problems_of
from backend.api.parts import PartsOf, ResidentId, TownOf
from backend.api.problems import InvalidRequest, TownGone, UnknownResident, UnknownTown
from backend.api.why_views import ScoresView
from backend.domain.memory.embedding import NgramEmbedder
from backend.domain.memory.index import MemoryIndex
from backend.domain.memory.retrieve import retrieve
from backend.live.frames import View
from backend.store.events import state_at
from backend.store.memories import memories_formed
from backend.store.provenance import memories_by_id

router = APIRouter(prefix="/api/towns/{town}/residents/{resident}", tags=["why"])


class RecollectionView(View):
    """A memory with how well it fits, each part scaled to 0 to 1 over all that the resident remembers."""

    memory: MemoryView
    scores: ScoresView


@router.get(
    "/recollections",
    responses=problems_of(UnknownTown, TownGone, UnknownResident, InvalidRequest),
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
) -> list[RecollectionView]:
    """Best first, by the same exact retrieval as for a question, in the built-in vectors (paper, section 4.1)."""
    scenario = parts.scenarios.of(row)
    if resident not in scenario.personas:
        raise UnknownResident(resident, scenario.personas)
    embedder = NgramEmbedder(scenario.synonyms)
    index = MemoryIndex(embedder.name, embedder.size)
    for recorded in memories_formed(parts.database, row.id, resident, row.head_seq):
        index.learn(recorded)
    state = state_at(parts.database, row.id, row.head_tick)
    for memory in index.of(resident):
        accessed = state.accesses.get(memory.event.id)
        if accessed is not None:
            index.access(resident, (memory.event.id,), accessed)
    index.rate(resident, {id_: rating for id_, rating in state.importances.items() if id_ in index})
    found = retrieve(index, resident, embedder.embed(q), row.head_tick, limit=limit)
    stored = memories_by_id(parts.database, row.id, [scored.memory for scored in found])
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
