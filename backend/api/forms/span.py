"""A span of a town's life as a request names it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Query

from backend.api.forms.moment import LAST_TICK
from backend.api.parts import TownOf
from backend.api.problems import BadSpan, TickNotYet
from backend.domain.calendar import TICKS_PER_HOUR

FromTick = Annotated[
    int | None,
    Query(alias="from", ge=0, le=LAST_TICK, description="It begins at the end of this tick."),
]
UptoTick = Annotated[
    int | None,
    Query(ge=0, le=LAST_TICK, description="It ends with this tick; where the town is now, if left out."),
]


@dataclass(frozen=True)
class Span:
    """The ticks after `start` up to `end`, itself included."""

    start: int
    end: int


def _span(row: TownOf, from_: FromTick = None, upto: UptoTick = None) -> Span:
    end = row.head_tick if upto is None else upto
    if end > row.head_tick:
        raise TickNotYet(end, row.head_tick)
    start = max(0, end - TICKS_PER_HOUR) if from_ is None else from_
    if start > end:
        raise BadSpan(f"It begins at tick {start}, after its end at {end}. Send a `from` up to {end}.")
    return Span(start, end)


SpanOf = Annotated[Span, Depends(_span)]
"""The span of the query; the last simulated hour if nothing is said. Raises TickNotYet, BadSpan."""
