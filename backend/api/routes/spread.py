"""How things go through a town: who knows of them, since when and from whom, each telling a line that was said."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from backend.api.forms.moment import LAST_SEQ, At, moment_of
from backend.api.forms.openapi import problems_of
from backend.api.parts import PartsOf, TownOf
from backend.api.problems import (
    InvalidRequest,
    TickNotYet,
    TownGone,
    UnknownBelief,
    UnknownCommitment,
    UnknownEvent,
    UnknownMemory,
    UnknownNews,
    UnknownTown,
)
from backend.api.views.spread_views import NewsItemView, SpreadView, spread_view
from backend.domain.events import Announced
from backend.domain.spread import Held, Knower, knowers, root_of, told_from
from backend.store.history.agreements import agreement
from backend.store.history.memories import memories_chosen
from backend.store.history.provenance import event_at
from backend.store.history.spread import (
    belief_held,
    convinced_by,
    count_knowers,
    made_alike,
    memories_of_announcement,
    memories_of_news,
    told_memories,
)
from backend.store.postgres.database import Database

router = APIRouter(prefix="/api/towns/{town}", tags=["why"])

_Id = Path(max_length=200, pattern=r"^[^\x00]*$", description="Its id.")


@router.get(
    "/news", responses=problems_of(UnknownTown, TownGone, TickNotYet, InvalidRequest), name="list the news"
)
def news(row: TownOf, parts: PartsOf, at: At = None) -> list[NewsItemView]:
    """The items of news of the town's scenario, and how many know of each by now, or by then."""
    known = count_knowers(parts.database, row.id, None if at is None else moment_of(row, at))
    return [
        NewsItemView(
            id=item.id,
            text=item.text,
            occasion=None if item.occasion is None else item.occasion.what,
            knowers=known.get(item.id, 0),
        )
        for item in parts.scenarios.of(row).news
    ]


@router.get(
    "/news/{item}/spread",
    responses=problems_of(UnknownTown, TownGone, InvalidRequest, UnknownNews),
    name="follow how an item of news spread",
)
def spread_of_news(
    row: TownOf, parts: PartsOf, item: Annotated[str, Path(max_length=200, description="Its id.")]
) -> SpreadView:
    """Who knows of it, and from whom each has it, back to the first."""
    scenario = parts.scenarios.of(row)
    known = {news.id: news.text for news in scenario.news}
    if item not in known:
        raise UnknownNews(item, known)
    return spread_view(parts, row, known[item], knowers(memories_of_news(parts.database, row.id, item)))


@router.get(
    "/memories/{memory}/spread",
    responses=problems_of(UnknownTown, TownGone, InvalidRequest, UnknownMemory),
    name="follow how what a memory says spread",
)
def spread_of_memory(row: TownOf, parts: PartsOf, memory: Annotated[str, _Id]) -> SpreadView:
    """The same for what anybody remembers: an announcement, a rumour, a thing that was seen."""
    told = _told(parts.database, row.id)
    root = root_of(told, memory)
    first = memories_chosen(parts.database, row.id, [root])
    if not first:
        raise UnknownMemory(memory)
    return spread_view(parts, row, first[0].text, _from(told, made_alike(parts.database, row.id, root)))


@router.get(
    "/announcements/{seq}/spread",
    responses=problems_of(UnknownTown, TownGone, InvalidRequest, UnknownEvent),
    name="follow how an announcement spread",
)
def spread_of_announcement(
    row: TownOf,
    parts: PartsOf,
    seq: Annotated[int, Path(ge=1, le=LAST_SEQ, description="Position of the announcement in the log.")],
) -> SpreadView:
    """Who heard it, and who has it from them."""
    announced = event_at(parts.database, row.id, seq) if seq <= row.head_seq else None
    if announced is None or not isinstance(announced.event, Announced):
        raise UnknownEvent(seq, row.head_seq)
    heard = memories_of_announcement(parts.database, row.id, announced)
    return spread_view(parts, row, announced.event.text, _from(_told(parts.database, row.id), heard))


@router.get(
    "/beliefs/{belief}/spread",
    responses=problems_of(UnknownTown, TownGone, InvalidRequest, UnknownBelief),
    name="follow what a belief rests on",
)
def spread_of_belief(row: TownOf, parts: PartsOf, belief: Annotated[str, _Id]) -> SpreadView:
    """Who knows what the belief rests on, from whom, and how firmly each believes what it made of it."""
    held = belief_held(parts.database, row.id, belief)
    if held is None:
        raise UnknownBelief(belief)
    told = _told(parts.database, row.id)
    roots: dict[str, Held] = {}
    for root in dict.fromkeys(root_of(told, ground) for ground in held.memories):
        roots |= {one.id: one for one in made_alike(parts.database, row.id, root)}
    carriers = told_from(told | roots, roots)
    convinced = convinced_by(parts.database, row.id, carriers)
    return spread_view(parts, row, held.statement, _from(told, list(roots.values())), believes=convinced)


@router.get(
    "/commitments/{commitment}/spread",
    responses=problems_of(UnknownTown, TownGone, InvalidRequest, UnknownCommitment),
    name="follow who knows of a commitment",
)
def spread_of_commitment(row: TownOf, parts: PartsOf, commitment: Annotated[str, _Id]) -> SpreadView:
    """Who was asked, by which line of whom, and how it stands; and who knows of the news that tells of it."""
    agreed = agreement(parts.database, row.id, commitment)
    if agreed is None:
        raise UnknownCommitment(commitment)
    found = [] if agreed.news is None else knowers(memories_of_news(parts.database, row.id, agreed.news))
    return spread_view(parts, row, agreed.what, found, agreed=agreed)


def _told(database: Database, town: str) -> dict[str, Held]:
    return {held.id: held for held in told_memories(database, town)}


def _from(told: dict[str, Held], roots: list[Held]) -> list[Knower]:
    everything = told | {held.id: held for held in roots}
    return knowers(everything[one] for one in told_from(everything, [held.id for held in roots]))
