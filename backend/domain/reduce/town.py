"""The town itself, who comes to live in it, its weather."""

from __future__ import annotations

from typing import cast, get_args

from backend.domain import events as e
from backend.domain.events import MindChoice
from backend.domain.persona import Acquaintance
from backend.domain.persona_edit import PersonaEdit
from backend.domain.reduce.changing import change
from backend.domain.reduce.reducers import Reducers
from backend.domain.state import (
    Attention,
    Departed,
    ObjectState,
    Relationship,
    Resident,
    TownState,
)


def _founded(state: TownState, event: e.TownFounded, tick: int) -> None:
    """Little: the state before the first event is made from the scenario."""
    state.mind = cast(MindChoice, event.mind if event.mind in get_args(MindChoice) else "rules")


def _resident_added(state: TownState, event: e.ResidentAdded, tick: int) -> None:
    newcomer, resident = event.newcomer, event.resident
    state.newcomers[resident] = newcomer
    known = {one.other: _acquainted(one) for one in newcomer.persona.knows}
    state.residents[resident] = Resident(id=resident, at=event.at, relationships=known)
    state.residents = dict(sorted(state.residents.items()))
    state.attention[resident] = Attention()
    for one in newcomer.known_by:
        before = state.residents[one.other].relationships
        change(state, one.other, relationships={**before, resident: _acquainted(one)})
    if newcomer.bed is not None:
        state.objects[newcomer.bed.id] = ObjectState(newcomer.bed.initial, None, tick)


def _acquainted(known: Acquaintance) -> Relationship:
    return Relationship(knows_name=known.knows_name, closeness=known.closeness, note=known.note)


def _resident_removed(state: TownState, event: e.ResidentRemoved, tick: int) -> None:
    """What it had to do with others has ended by events of its own; what they remember stays."""
    state.departed[event.resident] = Departed(tick, event.at)
    for entries in (state.residents, state.attention, state.welcomes):
        entries.pop(event.resident, None)


def _persona_edited(state: TownState, event: e.PersonaEdited, tick: int) -> None:
    before = state.persona_edits.get(event.resident, PersonaEdit())
    state.persona_edits[event.resident] = before.then(event.edit)


def _weather_changed(state: TownState, event: e.WeatherChanged, tick: int) -> None:
    state.weather = event.weather


REDUCERS: Reducers = {
    "town_founded": _founded,
    "resident_added": _resident_added,
    "resident_removed": _resident_removed,
    "persona_edited": _persona_edited,
    "weather_changed": _weather_changed,
}
