"""Everything that a director can do to a living town: the one registry.

The manual (`docs/interventions.md`) is made of it, the API serves it, the page draws its palette from it. A new
intervention is a kind of input with its effect, and one entry here.
"""

from __future__ import annotations

from backend.domain.interventions.conditions import AWAITED, Awaited
from backend.domain.interventions.intervention import Choice, Family, Field, Intervention
from backend.domain.interventions.minds import MINDS
from backend.domain.interventions.people import PEOPLE
from backend.domain.interventions.places import PLACES
from backend.domain.interventions.world import WORLD

__all__ = [
    "AWAITED",
    "COMPLETING",
    "INTERVENTIONS",
    "Awaited",
    "Choice",
    "Family",
    "Field",
    "Intervention",
]

INTERVENTIONS: dict[str, Intervention] = {one.id: one for one in (*WORLD, *PLACES, *MINDS, *PEOPLE)}
"""By id, in the order in which a palette shows them."""
COMPLETING = frozenset(("carry_out", "act_as", "step_out", "arm", "disarm"))
"""Inputs of directors that are no intervention of their own: they complete one, or have it wait."""
