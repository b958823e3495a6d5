"""How news spreads through a town: who knows of it, since when and from whom, each telling a line that was said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Path

from backend.api.moment import At, moment_of
from backend.api.openapi import problems_of
from backend.api.parts import Parts, PartsOf, TownOf
from backend.api.problems import InvalidRequest, TickNotYet, TownGone, UnknownMemory, UnknownNews, UnknownTown
from backend.domain.events import Recorded
from backend.domain.spread import Knower, knowers, root_of, told_from
from backend.live.frames import View
from backend.store.memories import memories_chosen
from backend.store.spread import (
    announced_alike,
    count_knowers,
    lines_that_told,
    memories_of_news,
    told_memories,
)
from backend.store.towns import TownRow

router = APIRouter(prefix="/api/towns/{town}", tags=["why"])


class NewsItemView(View):
    """An item of news that the town was founded with."""

    id: str
    text: str
    occasion: str | None
    """What one can be invited to, as one says it; null where it is no occasion."""
    knowers: int
    """How many residents know of it by now."""


class TellingView(View):
    """The line by which somebody came to know."""

    speaker: str
    seq: int
    """Of the line in the log."""
    text: str
    overheard: bool
    """Whether it was said to others."""


class KnowerView(View):
    resident: str
    memory: str
    """Its first memory of it."""
    seq: int
    tick: int
    told: TellingView | None
    """Null for those who have it from nobody in town: they knew from the start, saw it, or it was announced to them."""


class SpreadView(View):
    text: str
    knowers: list[KnowerView]
    """In the order in which they came to know."""
    residents: int
    """How many live in the town."""


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
    return _spread(parts, row, known[item], knowers(memories_of_news(parts.database, row.id, item)))


@router.get(
    "/memories/{memory}/spread",
    responses=problems_of(UnknownTown, TownGone, InvalidRequest, UnknownMemory),
    name="follow how what a memory says spread",
)
def spread_of_memory(
    row: TownOf,
    parts: PartsOf,
    memory: Annotated[str, Path(max_length=200, pattern=r"^[^\x00]*$", description="Anybody's, by its id.")],
) -> SpreadView:
    """The same for what anybody remembers: an announcement, a rumour, a thing that was seen."""
    told = {held.id: held for held in told_memories(parts.database, row.id)}
    root = root_of(told, memory)
    first = memories_chosen(parts.database, row.id, [root])
    if not first:
        raise UnknownMemory(memory)
    roots = {held.id: held for held in announced_alike(parts.database, row.id, root)}
    everything = told | roots
    found = knowers(everything[id_] for id_ in told_from(everything, roots))
    return _spread(parts, row, first[0].text, found)


def _spread(parts: Parts, row: TownRow, text: str, found: Sequence[Knower]) -> SpreadView:
    lines = lines_that_told(parts.database, row.id, found)
    return SpreadView(
        text=text,
        knowers=[_knower(knower, lines.get(knower.held.id)) for knower in found],
        residents=len(parts.scenarios.of(row).personas),
    )


def _knower(knower: Knower, line: Recorded | None) -> KnowerView:
    held = knower.held
    telling = None
    if line is not None and line.event.kind == "said":
        telling = TellingView(
            speaker=line.event.speaker,
            seq=line.seq,
            text=line.event.text,
            overheard=held.resident not in line.event.to,
        )
    return KnowerView(resident=held.resident, memory=held.id, seq=held.seq, tick=held.tick, told=telling)
