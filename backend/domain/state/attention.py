"""What a resident's cognition keeps count of between two looks: the engine's own, never shown."""

from __future__ import annotations

from dataclasses import dataclass, field

from backend.domain.state.talks import Line

RETENTION = 8
"""Nothing is perceived twice within so many percepts (paper: retention)."""

DIALOGUE_LINES = 12

CLOSED = "closed|"
"""Begins the percept of a place that is closed, whose closing follows, see `closing_key`."""

REMINDER = "reminder|"
"""Begins the percept of a memory that reminds of a commitment, whose id follows."""


@dataclass(frozen=True)
class Attention:
    """What a resident's cognition keeps count of between two looks; not for the page."""

    percepts: tuple[str, ...] = ()
    """Keys of the last 8 things perceived, newest last."""
    considered: dict[str, int] = field(default_factory=dict)
    """When it last thought about reacting to somebody or something, in ticks."""
    unrated: int = 0
    """Observations since the last rating."""
    unreflected: int = 0
    """Importance taken in since the last reflection."""
    dialogues: dict[str, tuple[Line, ...]] = field(default_factory=dict)
    """The last lines with each person from outside."""
    told: frozenset[str] = frozenset()
    """"other|memory" for all that it passed on or was told: nothing is told to the same person twice."""
    trouble: str = ""
    """Why the last chosen action could not be done; emptied when another detail of the plan is asked for."""
    setbacks: int = 0
    """How often in a row what it wanted to do was refused, or its mind had no plan; ends when it begins to act."""
    setback_at: int = 0
    """The tick of the last one."""
    heard_of: frozenset[str] = frozenset()
    """Ids of the items of news that it knows."""
    reminded: frozenset[str] = frozenset()
    """Ids of the commitments that came to mind in time."""
    shut: frozenset[str] = frozenset()
    """The closings of places that it saw or came upon, see `closing_key`."""
    followed: int | None = None
    """The tick at which somebody from outside last kept an eye on it."""
