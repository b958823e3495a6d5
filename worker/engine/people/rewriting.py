"""A director's hand in who somebody is. What it asks its mind from now on it asks as the one it is now."""

from __future__ import annotations

from backend.domain import events as e
from backend.domain import inputs as i
from worker.engine.carry_out import carry_out
from worker.engine.people.known import known_resident
from worker.engine.town import Town

PLANNED_BY = frozenset(("traits", "currently"))
"""Fields that a day is planned by."""


def edit_persona(town: Town, given: i.EditPersona) -> None:
    """A talk goes on, with the next line as the one it is now; what it has asked before is answered as it was.

    Raises:
        UnknownResident, ResidentGone: nothing was changed.
    """
    resident = known_resident(town, given.resident)
    before = town.scenario.personas[resident]
    after = given.edit.of(before)
    if after == before:
        return
    town.emit(e.PersonaEdited(resident=resident, edit=given.edit))
    if any(getattr(after, field) != getattr(before, field) for field in PLANNED_BY):
        carry_out(town, town.cognition.rewritten(town.view(), resident))
