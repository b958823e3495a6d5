"""A town's log as a paper is written from it."""

from __future__ import annotations

from dataclasses import dataclass

from backend.domain.events import Recorded, TownFounded


@dataclass(frozen=True)
class Run:
    """A town's life from its founding on, as far as it was lived."""

    founded: TownFounded
    log: tuple[Recorded, ...]
    """Its events in order, of all the kinds in `TOLD_FROM` at least; `seq` counts from 1."""
    ticks: int
    """How many ticks were lived, the last event's or later."""


TOLD_FROM = frozenset(
    (
        "town_founded", "walked", "halted", "action_chosen", "action_begun", "action_ended", "object_changed",
        "announced", "day_planned", "remembered", "talk_started", "said", "talk_ended", "name_learned",
        "visitor_entered", "visitor_left",
    )
)  # fmt: skip
"""The kinds of events that the paper rests on."""

OF_THE_DAY = frozenset(("walked", "halted"))
"""Of them those that concern nobody the day after."""

LOOKS_BACK = 7
"""Days. What is older a paper knows by names and news alone, however long the town has lived."""
FROM_FAR = frozenset(("town_founded", "name_learned", "visitor_entered", "remembered"))
"""The kinds of what is older; of memories those that carry news."""
