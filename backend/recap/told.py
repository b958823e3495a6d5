"""One sentence of a recap."""

from __future__ import annotations

from dataclasses import dataclass

RECAP_KINDS = frozenset(
    (
        "object_changed", "announced", "weather_changed", "resident_added", "visitor_entered", "visitor_left",
        "talk_started", "said", "talk_joined", "name_learned", "relationship_changed",
        "offered", "offer_answered", "commitment_settled", "goal_set", "remembered",
        "place_closed", "place_opened", "resident_moved", "resident_removed",
    )
)  # fmt: skip
"""The kinds of events that sentences are written from."""


@dataclass(frozen=True)
class Told:
    weight: float
    """How much it matters that one hears of it; 1 is everyday."""
    tick: int
    """The moment it leads to."""
    seqs: tuple[int, ...]
    """The events it rests on, in order; the first is of that moment."""
    text: str
    icon: str
    who: tuple[str, ...] = ()
    """Whom it is about, the one to look at first."""
