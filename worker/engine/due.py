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
    bodies = [*sorted(town.state.residents), *sorted(town.state.visitors)] if town.moved else []
    for one in sorted(town.moved):
        is_visitor = one in town.state.visitors
        for other in bodies:
            if one == other or (other in town.moved and other < one):
                continue
            # Residents come first: it is they who meet a visitor.
            is_first = (is_visitor, one) < (other in town.state.visitors, other)
            a, b = (one, other) if is_first else (other, one)
            pair = f"{a}|{b}"
            ticks = meetings(town.scenario.world, town.state, a, b, town.tick)
            agenda.set(pair, [Wake(tick, Phase.SIGHT, pair, "meet", b) for tick in ticks])
