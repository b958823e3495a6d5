"""Finds anew what is due, after something has changed."""

from __future__ import annotations

from worker.engine import arming
from worker.engine.agenda import Agenda, Phase, Wake
from worker.engine.sights import meetings
from worker.engine.town import Town
from worker.engine.wakes import wakes_of


def find_due(agenda: Agenda, town: Town) -> None:
    """Sets the wakes of all whom the changes since the last time concern, and forgets these changes."""
    for resident in sorted(town.touched):
        agenda.set(resident, wakes_of(town, resident))
    town.touched.clear()
    if town.armed or town.state.armed:
        for armed in sorted(town.armed | arming.concerned(town)):
            agenda.set(armed, arming.wakes_of_armed(town, armed))
        town.armed.clear()
    _find_meetings(agenda, town)
    town.moved.clear()


def _find_meetings(agenda: Agenda, town: Town) -> None:
    bodies = town.view().bodies() if town.moved else []
    for one in sorted(town.moved):
        for other in bodies:
            if one == other or (other in town.moved and other < one):
                continue
            a, b = sorted((one, other), key=lambda body: (body in town.state.visitors, body))
            ticks = meetings(town.scenario.world, town.state, a, b, town.tick)
            agenda.set(f"{a}|{b}", [Wake(t, Phase.SIGHT, f"{a}|{b}", "meet", b) for t in ticks])
