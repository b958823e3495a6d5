"""A town's whole life, or a part of it, at a glance."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from backend.api.forms.moment import LAST_TICK, moment_of
from backend.api.forms.openapi import problems_of
from backend.api.parts import PartsOf, TownOf
from backend.api.problems import InvalidRequest, TickNotYet, TownGone, UnknownTown
from backend.domain.inputs import AnyInput
from backend.domain.marks import Mark, MarkKind, binned
from backend.live.frames import Horizon, View
from backend.live.views import horizon_of
from backend.store.history.timeline import density, marks

router = APIRouter(prefix="/api/towns/{town}", tags=["past and present"])

MOST_BINS = 400


class MarkView(View):
    """All that is of one kind in one bin, told by its first."""

    kind: MarkKind
    bin: int
    """Its number, from 0."""
    count: int
    tick: int
    """Of the first."""
    seq: int | None
    """Of the event that it is, or that it led to first; null where nothing happened."""
    who: list[str]
    """Residents and visitors it is about."""
    what: str
    """The words of it: what a commitment is about, an item of news, the place of a talk, what was announced."""
    author: str | None
    """Who sent the intervention, by the label of the link; null where nobody knows."""
    input: str | None
    """The kind of input that it is; null for what is none."""
    number: int | None
    """The input's id, by which it is followed and undone."""
    sent: AnyInput | None
    """The input itself; null for what is none."""


class TimelineView(View):
    """Ticks `from_tick` to `upto_tick`, both included, in bins of `size` ticks."""

    from_tick: int
    upto_tick: int
    size: int
    density: list[int]
    """How many events happened in each bin."""
    marks: list[MarkView]
    """By their ticks."""
    horizon: Horizon


@router.get(
    "/timeline",
    responses=problems_of(UnknownTown, TownGone, TickNotYet, InvalidRequest),
    name="look at a town's life",
)
def timeline(
    row: TownOf,
    parts: PartsOf,
    start: Annotated[int, Query(alias="from", ge=0, le=LAST_TICK, description="Its first tick.")] = 0,
    upto: Annotated[
        int | None, Query(ge=0, le=LAST_TICK, description="Its last tick; now if left out.")
    ] = None,
    bins: Annotated[int, Query(ge=1, le=MOST_BINS, description="At most so many.")] = 120,
) -> TimelineView:
    """How much happened when, and what of it is marked: enough to draw a strip of it, and to find one's way."""
    end = moment_of(row, upto)
    if start > end:
        if upto is None:
            raise TickNotYet(start, row.head_tick)
        raise InvalidRequest("`from` lies after `upto`. Send the earlier tick as `from`.")
    asked = binned(start, end, bins)
    news = {item.id: item.text for item in parts.scenarios.of(row).news}
    return TimelineView(
        from_tick=start,
        upto_tick=end,
        size=asked.size,
        density=density(parts.database, row.id, asked),
        marks=[_view(mark, news) for mark in marks(parts.database, row.id, asked)],
        horizon=horizon_of(row),
    )


def _view(mark: Mark, news: dict[str, str]) -> MarkView:
    return MarkView(
        kind=mark.kind,
        bin=mark.bin,
        count=mark.count,
        tick=mark.tick,
        seq=mark.seq,
        who=list(mark.who),
        what=news.get(mark.what, mark.what) if mark.kind == "news" else mark.what,
        author=mark.author,
        input=mark.input,
        number=mark.number,
        sent=mark.sent,
    )
