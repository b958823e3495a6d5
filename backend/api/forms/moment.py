"""A moment of a town's life that somebody asks about: the newest, or any one before."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from backend.api.problems import TickNotYet
from backend.store.town.towns import TownRow

LAST_TICK = 2**31 - 1
LAST_SEQ = 2**53 - 1
"""The highest position in a log that a page's numbers hold exactly."""

At = Annotated[
    int | None,
    Query(ge=0, le=LAST_TICK, description="As it was after all events up to this tick; now if left out."),
]


def moment_of(row: TownRow, at: int | None) -> int:
    """The tick that is asked about. Raises TickNotYet."""
    if at is not None and at > row.head_tick:
        raise TickNotYet(at, row.head_tick)
    return row.head_tick if at is None else at
